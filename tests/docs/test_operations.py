"""What the documents say of the program is so."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OPERATIONS = (ROOT / "docs" / "OPERATIONS.md").read_text("utf-8")
_LEVELS = {"warning", "error", "exception", "critical"}
_PLACE = re.compile(r"%\.?\d*[sdrf]")


def logged(file: Path) -> Iterator[str]:
    """The messages of warning level and more that a module logs, with … for what varies."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _LEVELS:
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id == "log":
                message = node.args[0]
                assert isinstance(message, ast.Constant), f"{file}:{node.lineno}: a message must be a constant"
                yield _PLACE.sub("…", str(message.value))


def explained() -> list[str]:
    table = OPERATIONS.partition("| message |")[2]
    return re.findall(r"^\| `(.+?)` \| \S.*\|$", table, re.MULTILINE)


def test_every_line_of_the_log_that_needs_attention_is_explained_and_no_other() -> None:
    said = {
        message
        for package in ("bot", "retrieval")
        for file in (ROOT / package).rglob("*.py")
        for message in logged(file)
    }
    assert len(said) > 30
    assert sorted(said - set(explained())) == []
    assert sorted(set(explained()) - said) == []


def test_every_alert_is_explained() -> None:
    alerts = re.findall(r"alert: (\w+)", (ROOT / "deploy" / "alerts.yml").read_text("utf-8"))
    assert re.findall(r"^\| `(Paperbot\w+)`", OPERATIONS, re.MULTILINE) == alerts


@pytest.mark.parametrize(
    "document", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "CHANGELOG.md"], ids=lambda path: path.name
)
def test_links_lead_to_what_there_is(document: Path) -> None:
    text = document.read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
        name, _, section = target.partition("#")
        file = (document.parent / name).resolve() if name else document
        assert file.exists(), target
        if section and file.suffix == ".md":
            assert section in anchors(file.read_text("utf-8")), target


def anchors(text: str) -> set[str]:
    """The anchors of headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", ["RELIABILITY.md", "SECURITY.md"])
def test_every_promise_names_tests_that_there_are(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)
    assert len(named) > 5
    for file, test in named:
        assert re.search(rf"^(async )?def {test}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE), f"{file}::{test}"
    for row in re.findall(r"^\| (?!promise)(.+) \|$", text.partition("## Last measured")[0], re.MULTILINE):
        assert name != "RELIABILITY.md" or "::" in row or set(row) <= set("-|"), row
