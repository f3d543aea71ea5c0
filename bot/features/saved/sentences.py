"""How people ask to keep a paper, and for what they kept."""

from __future__ import annotations

from typing import Final

from bot.core.sentences.sentences import About, Intent, Sentences

_SAVE_KO = "(저장|북마크|보관|즐겨찾기|스크랩|찜|킵|담아|담기)"
_SAVE_EN = "(save|bookmark|keep|store|favorite|favourite|star)"

LIST: Final = Sentences(
    Intent.SAVE,
    ko=(
        f"[내가|제가|나|내] [지금까지|그동안] {_SAVE_KO} (한|해둔|해 둔|해놓은|해 놓은|했던) (논문|거|것|게|목록|글)[들|은|는|이|가|을|를] [목록] [{{what}}|{{exists}}|{{show}}]",
        f"[내] {_SAVE_KO} [한] (목록|리스트|함) [을|를] [{{show}}]",
    ),
    en=(
        "[what are] [show|list|see|open] [me] my (saved|bookmarked) papers",
        "[show|list|see|open] [me] [my] (bookmarks|reading list|saved list|saved papers|favorites)",
        "what (have i|did i) (saved|bookmarked|save|bookmark)",
    ),
)
SHOWN: Final = Sentences(
    Intent.SAVE,
    ko=(
        f"[{{this}}|{{nth}}] [논문|거] [도|을|를|은|는|좀|나중에 보게|나중에 읽게] [좀] {_SAVE_KO} [좀] [해 {{give}}|해|해놔|해 놔|해둬|해 둬|해 두자|둬|둬 {{give}}|두자|두기|놔|놔 {{give}}|하기|할래|할게|하자|하고 싶어|{{give}}|부탁해][요]",
        "나중에 (볼게|볼래|읽을게|읽을래|읽게|보게)[요]",
    ),
    en=(
        f"{_SAVE_EN} [{{this}}|{{nth}}] [for later|for me|to my (list|papers|library)]",
        "add {this} to my (list|papers|saved papers|library|reading list|bookmarks)",
        "add {nth} to my (list|papers|saved papers|library|reading list|bookmarks)",
        "(remember|keep) {this} [for later]",
    ),
    about=About.PAPER,
)
_GONE_KO = "(취소|해제|삭제|그만)"
REMOVE_SHOWN: Final = Sentences(
    Intent.SAVE,
    ko=(
        f"[{{this}}|{{nth}}] [논문|거] [은|는|도|을|를] {_SAVE_KO}[을|를|한 거|한 것|은|는] {_GONE_KO} [해 {{give}}|해|{{give}}|할래|할게|하기][요]",
        f"[{{this}}|{{nth}}] [논문|거] [은|는|도|을|를] [내] {_SAVE_KO} [한] 목록에서 (빼|지워|삭제 해|제외 해) [{{give}}][요]",
    ),
    en=(
        "(unsave|unbookmark|unstar) ({this}|{nth})",
        "(remove|delete|drop|take) ({this}|{nth}) [out] (from|of) my (list|papers|saved papers|saved list|library|bookmarks)",
    ),
    about=About.PAPER,
)
REMOVE: Final = Sentences(
    Intent.SAVE,
    ko=(
        f"{{paper}} [논문] [은|는|도|을|를] {_SAVE_KO}[을|를|한 거|한 것|은|는] {_GONE_KO} [해 {{give}}|해|{{give}}|할래|할게|하기][요]",
        f"{{paper}} [논문] [은|는|도|을|를] [내] {_SAVE_KO} [한] 목록에서 (빼|지워|삭제 해|제외 해) [{{give}}][요]",
    ),
    en=(
        "(unsave|unbookmark|unstar) [the] [paper] {paper}",
        "(remove|delete|drop|take) [the] [paper] {paper} [out] (from|of) my (list|papers|saved papers|saved list|library|bookmarks)",
    ),
)
ADD: Final = Sentences(
    Intent.SAVE,
    ko=(
        f"{{paper}} [논문|이 논문] [도|을|를|은|는] [내 목록에|목록에|나중에 보게|나중에 읽게] [좀] {_SAVE_KO} [좀] (해 {{give}}|해|해놔|해 놔|해둬|해 둬|하기|할래|할게|하고 싶어|{{give}}|부탁해)[요]",
    ),
)
ADD_KNOWN: Final = Sentences(
    Intent.SAVE,
    en=(
        "(save|bookmark|keep) [the] [paper] {paper} [paper] [for later|for me|to my (list|papers|library)]",
        "add {paper} to my (list|papers|saved papers|library|reading list|bookmarks)",
    ),
    must_be_here=True,
)
