"""Texts as people, digests and attackers write them."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = [
    *("diffusion", "model", "LoRA", "GPT-4V", "RLHF", "c++", "a", "the", "of", "video", "code", "T5-XXL", "3D"),
    *("s", "확산", "모델", "강화학습을", "논문", "비디오", "추천", "인기", "최신", "그중", "비슷한", "거", "더"),
    *("뒤로", "저장해줘", "오늘", "어제", "지난주", "2024년", "2월", "14일", "3번", "5개", "last", "week", "today"),
    *("newest", "who", "what", "LeCun", "Yann", "야닉", "2402.08609", "2402.08609v3", "arXiv:2402.08609"),
    *("cs/0112017", "99.99%"),
]
_SYNTAX = [
    *('"', "“", "-", "--", ":", "author:", "title:", "date:", "since:", "until:", "votes:>", "votes:", "has:code"),
    *("sort:", "저자:", "제목:", "날짜:", "이후:", "추천:", "코드:있음", "정렬:추천", "..", ",", "(", ")", "?"),
    *("!", "/", "#", "~", "|"),
]
_MARKS = [
    *("@everyone", "<@1>", "<#2>", "**", "__", "||", "`", "```", "> ", "-# ", "[x](https://e.com)"),
    *("https://e.com/", "](", "\x00", "\u200b", "\u202e", "\ufeff", "\ud83d\ude00", "é", "İ", "ß", "ﬁ", "ᄒ", "ㅎ"),
    *("ㅏ", "\u0301" * 9, "\xa0", "\t", "{", "}", "{0}", "%s", "\\", "'", ";", "␣", "😀"),
]

pieces = st.sampled_from([*_WORDS, *_SYNTAX, *_MARKS]) | st.text(max_size=6)
_joined = st.tuples(st.sampled_from(["", " ", " ", " ", "\n"]), st.lists(pieces, max_size=14))
_repeated = st.tuples(st.lists(pieces, min_size=1, max_size=3), st.integers(2, 1200))

line = (
    _joined.map(lambda one: one[0].join(one[1]))
    | _repeated.map(lambda one: ("".join(one[0]) * one[1])[:5000])
    | st.text(max_size=300)
)
"""What may be typed: mostly a few words and signs, now and then one thing over and over."""

_LINES = [
    *("## Daily Papers (2024-02-14)", "## Daily Papers (2024-02-31)", "### 2024-02-15", "# Daily Papers"),
    *("## License", "### [A title](https://arxiv.org/abs/2402.00001)"),
    *("### [B](https://huggingface.co/papers/2402.00002)", "### x"),
    *("### [A [b]](https://arxiv.org/abs/2402.00003v2)", "### [](https://arxiv.org/abs/2402.00004)", "#", "###"),
    *("![](", "![](https://e.com/a.png)", "[Watch Video](https://e.com/v.mp4)", "<video src='https://e.com/v'>"),
    *("Vote: 3", "Vote: -1", "Vote: ∞", "Vote: 99999999999999999999", "Authors: A, B, +", "Authors: ['A', 'B"),
    *("Authors:", "---", "- **What's New**: 확산 모델을 제안합니다."),
    *("- 강화학습(reinforcement learning)을 씁니다.", "  - nested", "\t* tab", "1. one", "   2) two", "- **L**: x"),
    *("**", "•z", "```", "", " ", "\r", "\ufeff", "\x0c", "\ud800"),
]
digest = st.lists(st.sampled_from(_LINES) | line, max_size=30).map("\n".join)
"""What may stand in a digest."""
