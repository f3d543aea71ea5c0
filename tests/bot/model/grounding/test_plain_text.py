"""What is more than words."""

from __future__ import annotations

import pytest

from bot.model.grounding.language import hangul_share, has_kana
from bot.model.grounding.plain_text import Impurity, impurity


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, Impurity.CONTROL) for text in ("두\n줄", "탭\t", "\x00", "두 줄\u2028이다", "\x85", "\ud800")),
        *((text, Impurity.INVISIBLE) for text in ("\u202e뒤집힘", "보이지\u200b않음", "\u3164", "\ufeff시작", "z̵a̷")),
        *(
            (text, Impurity.LINK)
            for text in ("https://a.b", "보세요 evil.com/x", "www.x.y", "discord.gg/abc", "HTTP://X")
        ),
        *((text, Impurity.LINK) for text in ("javascript:alert(1)", "ｈｔｔｐｓ：／／ａ．ｂ", "a@evil.com")),
        *(
            (text, Impurity.MENTION)
            for text in ("@everyone", "x@here", "<@123>", "<#5>", "@누구", "<@&1>", "＠everyone")
        ),
        *(
            (text, Impurity.MARKUP)
            for text in ("**굵게**", "***새로운 점***: 글", "`코드`", "```json", "# 제목", "> 인용", "- 점")
        ),
        *(
            (text, Impurity.MARKUP)
            for text in ("1. 점", "-# 작게", "[글](주소)", "![](x)", "<b>굵게</b>", "<!-- 말 -->", "&lt;")
        ),
        *(
            (text, Impurity.MARKUP)
            for text in ("<think>", "<|im_end|>", "~~지움~~", "||숨김||", "__밑줄__", "$x^2$", "\\textbf")
        ),
        *((text, Impurity.MARKUP) for text in ('{"points": []}', "--- ", "| 표 |", "_기울임_")),
        ("좋아요 🚀", Impurity.PICTURE),
    ],
)
def test_what_is_no_plain_text_is_told(text: str, kind: Impurity) -> None:
    assert impurity(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        *(
            "이 논문은 mAP@50에서 p < 0.05로 개선했습니다.",
            "잠재 카테고리(Latent Categories; LCG)",
            "'전경(foreground)'과 “배경”",
        ),
        *("3.2%p, ~5배, 10 → 20, A/B, C++, e.g. Node.js", "café·π/2, x_1, 512×512, -1.5 dB", "5달러($5)"),
    ],
)
def test_plain_text_is_left_alone(text: str) -> None:
    assert impurity(text) is None


def test_letters_tell_the_language() -> None:
    assert hangul_share("한글 abc 12!") == pytest.approx(2 / 5)
    assert hangul_share("12 %") == 0
    assert has_kana("モデル")
    assert not has_kana("모델 模型")
