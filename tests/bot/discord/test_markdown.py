from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.markdown import escape, escape_start, link
from bot.rendering.plain import visible

ZERO_WIDTH = "\u200b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**bold** _it_ ~~no~~ `code`", r"\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\`"),
        ("||spoiler||", r"\|\|spoiler\|\|"),
        ("[innocent](https://evil.example)", r"\[innocent\](https://evil.example)"),
        ("<@123> <#1> <:a:1> <t:0> </daily:1>", r"\<@123\> \<#1\> \<:a:1\> \<t:0\> \</daily:1\>"),
        ("> quote", r"\> quote"),
        ("a # b - c 1. d", "a # b - c 1. d"),
    ],
)
def test_markdown_is_shown_as_it_was_written(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("# a", r"\# a"), ("- a", r"\- a"), ("1. a", r"1\. a"), ("12) a", r"12\) a"), ("-# a", r"\-# a"), ("#a", "#a")],
)
def test_the_start_of_a_line_begins_no_block(line: str, expected: str) -> None:
    assert escape_start(line) == expected


def test_mass_mentions_are_broken() -> None:
    assert escape("@everyone @Here") == f"@{ZERO_WIDTH}everyone @{ZERO_WIDTH}Here"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("코드는 https://github.com/microsoft/UFO에서", "https://github.com/microsoft/UFO"),
        ("(https://a.example/b_c)", "https://a.example/b_c"),
        ("see https://a.example/x.", "https://a.example/x"),
        ("https://en.example/wiki/A_(b)", "https://en.example/wiki/A_(b)"),
    ],
)
def test_a_link_ends_where_the_address_ends(text: str, url: str) -> None:
    escaped = escape(text)
    assert url in escaped
    before, _, after = escaped.partition(url)
    assert not re.match(r"[\w/]", after, re.ASCII)
    assert before == escape(text[: text.index(url)])


def test_invisible_and_control_characters_are_taken_out() -> None:
    assert visible("a\u202eb\x00c\u200bd\x1b[31m\ud800e") == "abcd[31me"
    assert visible("a\tb\nc") == "a b\nc"


def test_a_masked_link_shows_its_text_and_nothing_else() -> None:
    assert link("GPT-[n] *x*", "https://a.example") == r"[GPT-\[n\] \*x\*](https://a.example)"


@pytest.mark.parametrize("text", ["a ] b", "[ a", "]][[", "a](https://evil.example) [b"])
def test_brackets_that_do_not_pair_cannot_end_a_masked_link(text: str) -> None:
    shown = link(text, "https://a.example")
    assert shown.endswith("](https://a.example)")
    assert "[" not in shown[1:].replace(r"\[", "")
    assert "]" not in shown.removesuffix("](https://a.example)").replace(r"\]", "")


def test_the_text_of_a_masked_link_is_no_address() -> None:
    assert "://" not in link("https://evil.example", "https://a.example").removesuffix("(https://a.example)")


@given(st.text(alphabet=st.sampled_from(list("a *_~`|[]<>()#-1.\n@\\:/hereyvon가")), max_size=60))
def test_no_special_character_stays_unescaped_outside_links(text: str) -> None:
    escaped = re.sub(r"https?://\S+", "", escape(text))
    bare = re.sub(r"\\.", "", escaped, flags=re.DOTALL)
    assert not re.search(r"[*_~`|\[\]<>]", bare)


@given(st.text(max_size=200))
def test_escaping_loses_no_visible_letter(text: str) -> None:
    def letters(of: str) -> str:
        return "".join(filter(str.isalnum, of))

    assert letters(escape(text)) == letters(visible(text))
