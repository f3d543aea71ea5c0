"""Finding digest files, and telling what changed in them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from retrieval.digests import files
from retrieval.digests.files import UNREAD, Changes, CorpusError, FileFault, digest_files, read_changes

PAPER = "### [A title](https://arxiv.org/abs/2402.0000{})\n\nVote: 3\n\nAuthors: A. Author\n\n- A point.\n"


def write(path: Path, *numbers: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(PAPER.format(number) for number in numbers or (1,)), encoding="utf-8")
    return path


def names(*sources: Path) -> list[str]:
    return [file.name for file in digest_files(sources).files]


def hashes(changes: Changes) -> dict[str, str]:
    return {change.name: change.hash for change in changes.changed}


def faults(changes: Changes) -> list[tuple[str, object]]:
    return [(w.file, w.fault) for change in changes.changed for w in change.warnings]


def ids(changes: Changes) -> list[str]:
    return [entry.arxiv_id for change in changes.changed for entry in change.entries]


def test_markdown_is_found_recursively_in_the_order_of_names(tmp_path: Path) -> None:
    expected = [write(tmp_path / name) for name in ("2024/01/10.md", "2024/02/14.md", "a.MD", "b/deep/er/c.md")]
    write(tmp_path / "notes.txt")
    assert names(tmp_path) == [path.as_posix() for path in expected]


def test_a_file_can_be_named_itself(tmp_path: Path) -> None:
    wanted = write(tmp_path / "2024-02-14.md")
    write(tmp_path / "2024-02-15.md")
    assert names(wanted) == [wanted.as_posix()]


def test_names_are_absolute_however_a_source_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "digests" / "2024-02-14.md")
    monkeypatch.chdir(tmp_path)
    assert names(Path("digests")) == names(Path("./digests/../digests")) == [path.as_posix()]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-02-14.md", date(2024, 2, 14)),
        ("20240214.md", date(2024, 2, 14)),
        ("2024/02/14.md", date(2024, 2, 14)),
        ("2024/2/4.md", date(2024, 2, 4)),
        ("2024_02_14.MD", date(2024, 2, 14)),
        ("2024/2024-02-14.md", date(2024, 2, 14)),
        ("2024-02-30.md", None),
        ("20241301.md", None),
        ("2024214.md", None),
        ("0000-01-01.md", None),
        ("2024-02/14.md", None),
        ("x2024-02-14.md", None),
        ("2024-02-14.md.md", None),
        ("２０２４-02-14.md", None),
        ("README.md", None),
    ],
)
def test_the_path_tells_the_day(tmp_path: Path, name: str, day: date | None) -> None:
    write(tmp_path / "digests" / name)
    [file] = digest_files([tmp_path / "digests"]).files
    assert file.day == day


def test_hidden_files_and_folders_are_left_out_unless_named(tmp_path: Path) -> None:
    write(tmp_path / ".git" / "a.md")
    write(tmp_path / "._2024-02-14.md")
    shown = write(tmp_path / "2024-02-14.md")
    assert names(tmp_path) == [shown.as_posix()]
    assert names(tmp_path / ".git") == [(tmp_path / ".git" / "a.md").as_posix()]


def test_loops_of_links_end(tmp_path: Path) -> None:
    path = write(tmp_path / "2024" / "02" / "14.md")
    (tmp_path / "2024" / "again").symlink_to(tmp_path)
    (tmp_path / "2024" / "self.md").symlink_to(tmp_path / "2024" / "self.md")
    changes = read_changes([tmp_path], {})
    assert list(hashes(changes)) == [path.as_posix(), (tmp_path / "2024" / "self.md").as_posix()]
    assert faults(changes) == [((tmp_path / "2024" / "self.md").as_posix(), FileFault.UNREADABLE)]


def test_links_are_followed(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "2024-02-14.md")
    write(tmp_path / "kept" / "data")
    (tmp_path / "digests").mkdir()
    (tmp_path / "digests" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "digests" / "2024-02-15.md").symlink_to(tmp_path / "kept" / "data")
    found = digest_files([tmp_path / "digests"]).files
    assert [file.day for file in found] == [date(2024, 2, 15), date(2024, 2, 14)]


def test_a_file_reached_in_several_ways_comes_once_by_the_path_that_tells_its_day(tmp_path: Path) -> None:
    path = write(tmp_path / "2024" / "02" / "14.md")
    (tmp_path / "0-latest.md").symlink_to(path)
    (tmp_path / "latest").symlink_to(tmp_path / "2024" / "02")
    for sources in ([tmp_path], [path, tmp_path], [tmp_path, tmp_path / "2024"]):
        assert names(*sources) == [path.as_posix()]


def test_a_source_that_does_not_exist_is_named_rather_than_taken_for_empty(tmp_path: Path) -> None:
    known = hashes(read_changes([write(tmp_path / "here" / "2024-02-14.md")], {}))
    with pytest.raises(CorpusError, match="gone"):
        read_changes([tmp_path / "here", tmp_path / "gone"], known)
    with pytest.raises(CorpusError, match=r"gone\.md"):
        digest_files([tmp_path / "gone.md"])


def test_an_empty_source_is_warned_of_until_it_holds_something(tmp_path: Path) -> None:
    empty = read_changes([tmp_path, tmp_path], {})
    assert faults(empty) == [(tmp_path.as_posix(), FileFault.NO_DIGESTS)]
    write(tmp_path / "2024-02-14.md")
    assert read_changes([tmp_path], hashes(empty)).vanished == (tmp_path.as_posix(),)


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 2)
    for number in range(3):
        write(tmp_path / f"{number}.md")
    with pytest.raises(CorpusError, match="too many"):
        digest_files([tmp_path])


def test_only_new_changed_and_vanished_files_are_told(tmp_path: Path) -> None:
    kept, changed, vanishing = (write(tmp_path / f"2024-02-1{number}.md", number) for number in (1, 2, 3))
    first = read_changes([tmp_path], {})
    assert (first.read, first.unchanged, first.vanished) == (3, 0, ())
    known = hashes(first)

    again = read_changes([tmp_path], known)
    assert again == Changes((), (), 3)

    write(changed, 4, 5)
    vanishing.unlink()
    new = write(tmp_path / "2024-02-14.md", 6)
    third = read_changes([tmp_path], known)
    assert list(hashes(third)) == [changed.as_posix(), new.as_posix()]
    assert ids(third) == ["2402.00004", "2402.00005", "2402.00006"]
    assert (third.read, third.unchanged, third.vanished) == (2, 1, (vanishing.as_posix(),))
    assert known[kept.as_posix()] not in hashes(third).values()


def test_a_change_is_seen_though_size_and_time_are_the_same(tmp_path: Path) -> None:
    path = write(tmp_path / "2024-02-14.md", 1)
    before, known = path.stat(), hashes(read_changes([tmp_path], {}))
    write(path, 2)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert ids(read_changes([tmp_path], known)) == ["2402.00002"]


def test_a_touched_file_is_unchanged(tmp_path: Path) -> None:
    path = write(tmp_path / "2024-02-14.md")
    known = hashes(read_changes([tmp_path], {}))
    os.utime(path, (1, 1))
    assert read_changes([tmp_path], known) == Changes((), (), 1)


def test_progress_counts_every_file(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / f"{number}.md")
    told: list[tuple[int, int]] = []
    read_changes([tmp_path], {}, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def check_left_out(folder: Path, bad: Path, fault: FileFault) -> Changes:
    """The bad file gives a warning that says what to do, and its neighbours are read."""
    write(folder / "2024-02-13.md", 1)
    write(folder / "2024-02-15.md", 2)
    changes = read_changes([folder], {})
    assert ids(changes) == ["2402.00001", "2402.00002"]
    assert faults(changes) == [(bad.as_posix(), fault)]
    [warning] = (w for change in changes.changed for w in change.warnings)
    assert "{" not in warning.message
    assert warning.message.count(". ") >= 1
    return changes


def test_bytes_that_are_not_utf8_cost_a_warning_with_their_line_and_nothing_else(tmp_path: Path) -> None:
    good = write(tmp_path / "2024-02-13.md", 1).read_bytes()
    bad = tmp_path / "2024-02-14.md"
    bad.write_bytes(good + b"\n- " + "한글".encode("cp949"))
    changes = read_changes([tmp_path], {})
    assert len(ids(changes)) == 2
    assert faults(changes) == [(bad.as_posix(), FileFault.NOT_UTF8)]
    assert changes.changed[1].warnings[0].line == good.count(b"\n") + 2
    assert read_changes([tmp_path], hashes(changes)).unchanged == 2


def test_another_text_than_a_digest_may_have_any_encoding(tmp_path: Path) -> None:
    (tmp_path / "NOTICE.md").write_bytes("# 알림\n".encode("cp949"))
    assert faults(read_changes([tmp_path], {})) == []


def test_a_file_above_the_limit_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 300)
    bad = write(tmp_path / "2024-02-14.md", *range(9))
    changes = check_left_out(tmp_path, bad, FileFault.TOO_LARGE)
    assert read_changes([tmp_path], hashes(changes)).unchanged == 3


def test_what_is_no_regular_file_is_left_out_without_waiting_for_it(tmp_path: Path) -> None:
    bad = tmp_path / "2024-02-14.md"
    os.mkfifo(bad)
    check_left_out(tmp_path, bad, FileFault.UNREADABLE)


def test_a_dangling_link_is_left_out(tmp_path: Path) -> None:
    bad = tmp_path / "2024-02-14.md"
    bad.symlink_to(tmp_path / "nowhere")
    check_left_out(tmp_path, bad, FileFault.UNREADABLE)


def test_what_cannot_be_read_now_has_not_vanished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = write(tmp_path / "locked" / "2024-02-14.md")
    write(tmp_path / "2024-02-15.md", 2)
    known = hashes(read_changes([tmp_path], {}))
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path == str(inner.parent):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    changes = read_changes([tmp_path], known)
    assert changes.vanished == ()
    assert hashes(changes) == {inner.parent.as_posix(): UNREAD}
    assert faults(changes) == [(inner.parent.as_posix(), FileFault.UNREADABLE)]


def test_other_documents_are_silently_no_digests(tmp_path: Path) -> None:
    (tmp_path / "NOTICE.md").write_text("# Notice\n\nFrom [daily papers](https://example.org), CC BY-NC 4.0.\n")
    (tmp_path / "LICENSE.md").write_text("Creative Commons\n=====\n\n- Attribution\n")
    (tmp_path / "README.md").write_text("# Read me\n\n## Use\n\n- `make run`\n")
    (tmp_path / "empty.md").write_text("")
    changes = read_changes([tmp_path], {})
    assert (ids(changes), faults(changes), changes.read) == ([], [], 4)


def test_a_file_named_for_a_day_that_holds_no_paper_is_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "2024-02-14.md"
    path.write_text("nothing here\n")
    [change] = read_changes([tmp_path], {}).changed
    assert [warning.file for warning in change.warnings] == [path.as_posix()]


def test_the_day_of_the_path_stands_in_for_a_missing_heading(tmp_path: Path) -> None:
    write(tmp_path / "2024" / "02" / "14.md")
    [change] = read_changes([tmp_path], {}).changed
    assert [entry.date for entry in change.entries] == [date(2024, 2, 14)]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = write(tmp_path / "2024-02-14.md")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert ids(read_changes([tmp_path], {})) == ["2402.00001"]


def test_a_file_name_of_any_bytes_gives_a_name_that_is_text(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xff\xfe.md"
    try:
        Path(os.fsdecode(raw)).write_text(PAPER.format(1))
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    found: Sequence[str] = names(tmp_path)
    assert [name.encode() for name in found] == [os.fsencode(tmp_path) + rb"/\xff\xfe.md"]


def test_the_seeds_are_read_without_a_warning() -> None:
    seeds = Path(__file__).parents[3] / "seeds"
    changes = read_changes([seeds], {})
    assert [len(change.entries) for change in changes.changed if change.entries] == [8, 10, 12, 7, 21]
    assert faults(changes) == []
