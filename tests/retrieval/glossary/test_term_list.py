from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.glossary import term_list
from retrieval.glossary.light_words import is_light
from retrieval.glossary.pairs import term_key
from retrieval.glossary.term_list import TermEntry, TermListError, fingerprint, packaged_terms, read_terms
from tests.retrieval.papers import HOSTILE

# Of these the two meanings go by one Korean name, each as often as the other.
HOMONYMS = {"음성", "대화", "정규화", "추론", "학습", "합성", "복원", "검색", "행동"}


def write(folder: Path, text: str) -> Path:
    file = folder / "my-terms.toml"
    file.write_text(text, "utf-8")
    return file


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(TermListError) as error:
        read_terms([write(folder, text)])
    return [str(each).removeprefix(f"{folder}/") for each in error.value.problems]


def test_a_line_is_a_concept_with_its_names(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        """
        # Ours.
        "reinforcement learning" = ["강화 학습", "RL"]
        RAG = [
            "검색 증강 생성",
        ]
        '기계 번역' = { names = ["machine translation"], ambiguous = ["MT"], titled = ["translation"] }
        "state space model" = { names = ["SSM"], narrower = ["Mamba", "mamba"] }
        """,
    )
    assert read_terms([file]) == (
        TermEntry(("reinforcement learning", "강화 학습", "RL")),
        TermEntry(("RAG", "검색 증강 생성")),
        TermEntry(("기계 번역", "machine translation"), ("MT",), titled=("translation",)),
        TermEntry(("state space model", "SSM"), narrower=("Mamba",)),
    )


def test_a_name_written_in_several_ways_is_one_name(tmp_path: Path) -> None:
    file = write(tmp_path, '"fine-tuning" = ["Fine Tuning", "finetuning", "미세 조정", "미세조정"]')
    assert read_terms([file]) == (TermEntry(("fine-tuning", "미세 조정")),)


def test_what_is_also_ambiguous_is_ambiguous(tmp_path: Path) -> None:
    file = write(tmp_path, 'MT = { names = ["기계 번역", "M.T."], ambiguous = ["MT"] }')
    assert read_terms([file]) == (TermEntry(("기계 번역",), ("MT",)),)


def test_several_files_are_one_list_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('"a thing" = ["이것저것"]', "utf-8")
    (tmp_path / "b.toml").write_text('"b thing" = ["딴것"]', "utf-8")
    assert [each.names[0] for each in read_terms([tmp_path / "b.toml", tmp_path / "a.toml"])] == ["b thing", "a thing"]
    assert read_terms([]) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"a thing" = ["이것저것"]\n\nRL = ', "my-terms.toml, line 3: not valid TOML: "),
        ('"a thing" = ["이것저것"]\nreinforcement learning = ["강화 학습"]', "my-terms.toml, line 2: not valid TOML: "),
        ('"a thing" = ["이것저것"]\n"a thing" = ["딴것"]', "my-terms.toml, line 2: not valid TOML: "),
        ('"a thing" = [\n"무엇', "my-terms.toml, line 2: not valid TOML: "),
        ('# one\n"강화 학습" = "RL"', "my-terms.toml, line 2: “강화 학습” needs a list of names"),
        ('# one\n"강화 학습" = ["RL", 5]', "my-terms.toml, line 2: “강화 학습” needs a list of names"),
        ('[corpus]\ndigests = ["seeds"]', "my-terms.toml, line 1: “corpus” needs a list of names"),
        ('\nGPT-4.1 = ["지피티"]', "my-terms.toml, line 2: “GPT-4” needs a list of names"),
        ('\n\n"강화 학습" = []', "my-terms.toml, line 3: “강화 학습” needs another name that it goes by"),
        ('"강화 학습" = ["강화학습"]', "my-terms.toml, line 1: “강화 학습” needs another name that it goes by"),
        ('"강화 학습" = ["R"]', "my-terms.toml, line 1: “R” is no name"),
        ('"강화 학습" = [" - "]', "my-terms.toml, line 1: “ - ” is no name"),
        ('"강화 학습" = ["a\\u0000b"]', "my-terms.toml, line 1: “a�b” is no name"),
        ('"강화 학습" = ["a b c d e f g h i"]', "my-terms.toml, line 1: “a b c d e f g h i” is no name"),
        ('"강화 학습" = ["논문"]', "my-terms.toml, line 1: “논문” is a word of every question"),
        ('"강화 학습" = ["the"]', "my-terms.toml, line 1: “the” is a word of every question"),
    ],
)
def test_what_is_wrong_is_told_with_its_file_and_line(tmp_path: Path, text: str, expected: str) -> None:
    [told] = problems(tmp_path, text)
    assert told.startswith(expected)


def test_every_problem_is_told_at_once_up_to_a_limit(tmp_path: Path) -> None:
    lines = [f'"concept {number}" = []' for number in range(100)]
    told = problems(tmp_path, "\n".join(lines))
    assert len(told) == term_list.MAX_PROBLEMS
    assert told[1].startswith("my-terms.toml, line 2: “concept 1”")


def test_a_list_is_of_limited_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ", ".join(f'"name {number}"' for number in range(term_list.MAX_NAMES))
    assert problems(tmp_path, f'"a thing" = [{names}]') == ["my-terms.toml, line 1: “a thing” has more than 24 names"]
    [told] = problems(tmp_path, f'"a thing" = ["{"가" * 5000}"]')
    assert len(told) < 200
    monkeypatch.setattr(term_list, "MAX_CONCEPTS", 1)
    [told] = problems(tmp_path, 'A1 = ["이것저것"]\nA2 = ["딴것"]')
    assert told.startswith("my-terms.toml: more than 10,000 concepts")
    monkeypatch.setattr(term_list, "MAX_BYTES", 10)
    [told] = problems(tmp_path, 'A1 = ["이것저것"]\nA2 = ["딴것"]')
    assert told.startswith("my-terms.toml: the file is larger than")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(TermListError, match=r"nothing.toml: there is no such file"):
        read_terms([tmp_path / "nothing.toml"])
    with pytest.raises(TermListError, match=r"the file cannot be read \(Is a directory\)"):
        read_terms([tmp_path])
    file = tmp_path / "latin.toml"
    file.write_bytes(b'# one\n"caf\xe9" = ["x"]')
    with pytest.raises(TermListError, match=r"latin.toml, line 2: the file is not UTF-8 text"):
        read_terms([file])


def is_told(file: Path) -> bool:
    """Whether what is wrong in `file`, if anything is, is told in one line each."""
    try:
        concepts = read_terms([file])
    except TermListError as error:
        return bool(error.problems) and "\n" not in str(error)
    return all(len({*map(term_key, (*each.names, *each.ambiguous))}) > 1 for each in concepts)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_taken_or_told(tmp_path: Path, text: str) -> None:
    quoted = "".join(f"\\U{ord(each):08x}" for each in text if not 0xD800 <= ord(each) < 0xE000)
    for line in (f'"{quoted}" = ["강화 학습"]', f'"강화 학습" = ["{quoted}"]', text):
        file = tmp_path / "my-terms.toml"
        file.write_bytes(line.encode("utf-8", "surrogatepass"))
        assert is_told(file)


@given(st.text(max_size=200))
def test_any_text_is_a_list_or_told(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("terms") / "my-terms.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert is_told(file)


def test_a_fingerprint_changes_with_the_terms() -> None:
    concepts = [TermEntry(("a thing", "이것저것")), TermEntry(("b thing",), ("딴것",))]
    assert fingerprint(concepts) == fingerprint(list(concepts))
    assert len({fingerprint(concepts), fingerprint(concepts[::-1]), fingerprint(concepts[:1]), fingerprint([])}) == 4


def test_the_terms_that_come_with_it_are_many_and_each_is_told_once() -> None:
    concepts = packaged_terms()
    assert len(concepts) > 1000
    names = Counter(term_key(name) for concept in concepts for name in concept.names)
    assert {name for name, count in names.items() if count > 1} == HOMONYMS
    assert all(len(set(map(term_key, (*each.names, *each.ambiguous)))) > 1 for each in concepts)


def test_no_term_that_comes_with_it_is_a_light_word() -> None:
    every = [name for concept in packaged_terms() for name in (*concept.names, *concept.ambiguous)]
    assert [name for name in every if is_light(name)] == []
    assert [name for name in every if name != name.strip() or "  " in name] == []


def test_the_files_that_come_with_it_hold_a_line_for_each_concept_and_name_nothing_twice() -> None:
    files = sorted(term_list.FOLDER.glob("*.toml"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if line and line[0] != "#"]
    concepts = packaged_terms()
    assert len(lines) == len(concepts)
    quoted = sum(line.count('"') // 2 for line in lines)
    told = (each.names + each.ambiguous + each.narrower + each.titled for each in concepts)
    assert quoted == sum(map(len, told))
