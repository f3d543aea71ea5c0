"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import bot
import retrieval
from retrieval.lazy_regex import compile_all, lazy_regex


def test_it_finds_what_a_compiled_one_finds() -> None:
    words = lazy_regex("[a-z]+", re.IGNORECASE)
    assert [words.findall("Two words"), words.sub("x", "Two words"), words.split("1a2")] == [
        ["Two", "words"],
        "x x",
        ["1", "2"],
    ]
    assert words.pattern == "[a-z]+"
    assert words.fullmatch("Two")
    assert not words.fullmatch("Two words")


def test_a_fault_shows_at_the_first_use() -> None:
    broken = lazy_regex("(")
    with pytest.raises(re.error):
        broken.search("x")
    with pytest.raises(re.error):
        compile_all()
    del broken


def test_what_was_compiled_ahead_finds_the_same() -> None:
    words = lazy_regex("[a-z]+")
    compile_all()
    assert words.findall("two words") == ["two", "words"]


def test_every_pattern_of_the_program_is_one() -> None:
    for package in (bot, retrieval):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith(("__main__", "migrations.env")):
                importlib.import_module(module.name)
    compile_all()
