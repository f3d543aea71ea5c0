"""What `paperbot check` and `paperbot status` say of the model."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.cli.config import ConfigError, load_config
from bot.cli.json_output import status_object
from bot.cli.model import open_model
from bot.cli.model_check import Mark, try_model
from bot.core.app import App
from bot.features.corpus.answers import Status
from bot.features.corpus.service import Corpus
from bot.features.registry import FEATURES
from bot.model.client.client import ModelClient
from bot.model.model import Model, ModelError, ModelFault, Prompt
from bot.rendering.blocks import Limits, RenderOptions
from bot.rendering.language import Language
from bot.state import State
from retrieval.library import Library
from tests.conftest import Clock
from tests.fakes import model_failures as failures
from tests.fakes.model_dialects import DIALECTS, OLLAMA, OPENAI, Dialect, name_of
from tests.fakes.model_server import EMBEDDER, MODEL, FakeModelServer


class Words(BaseModel):
    words: str


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERBOT_MODEL__KEY", OPENAI.key)


def written(folder: Path, base_url: str, name: str = MODEL, embeddings: str = EMBEDDER) -> Path:
    file = folder / "config.toml"
    file.write_text(
        f'[state]\ndatabase = "state.db"\n[model]\nbase_url = "{base_url}"\nname = "{name}"\n'
        f'embeddings = "{embeddings}"\ntimeout = 5\n',
        "utf-8",
    )
    return file


async def said(file: Path, language: Language = "en") -> list[tuple[Mark, str]]:
    return [finding async for finding in try_model(load_config(file), language)]


@pytest.mark.parametrize("dialect", DIALECTS, ids=name_of)
async def test_a_model_that_answers_is_said_to(model_server: FakeModelServer, tmp_path: Path, dialect: Dialect) -> None:
    model_server.dialect = dialect
    model_server.writer = lambda asked: {"word": "ready"}

    findings = await said(written(tmp_path, model_server.url))

    assert [mark for mark, _ in findings] == [Mark.GOOD, Mark.GOOD]
    assert MODEL in findings[0][1]
    assert "256" in findings[1][1]


async def test_a_small_window_is_told(
    model_server: FakeModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PAPERBOT_MODEL__KEY")
    model_server.dialect = OLLAMA
    model_server.writer = lambda asked: {"word": "ready"}

    findings = await said(written(tmp_path, model_server.url))

    assert [mark for mark, _ in findings] == [Mark.GOOD, Mark.NOTE, Mark.GOOD]
    assert "4,096" in findings[1][1]
    assert "OLLAMA_CONTEXT_LENGTH" in findings[1][1]


async def test_the_names_that_there_are_are_told(model_server: FakeModelServer, tmp_path: Path) -> None:
    findings = await said(written(tmp_path, model_server.url, name="gtp-5"))

    assert [mark for mark, _ in findings] == [Mark.BAD, Mark.NOTE]
    assert MODEL in findings[1][1]


async def test_a_refused_key_is_told(
    model_server: FakeModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAPERBOT_MODEL__KEY", "sk-wrong")

    [(mark, sentence)] = await said(written(tmp_path, model_server.url))

    assert mark is Mark.BAD
    assert "PAPERBOT_MODEL__KEY" in sentence
    assert "sk-wrong" not in sentence


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_an_address_without_its_path_is_told(
    model_server: FakeModelServer, tmp_path: Path, language: Language
) -> None:
    [(mark, sentence)] = await said(written(tmp_path, model_server.url.removesuffix("/v1")), language)

    assert mark is Mark.BAD
    assert "/v1" in sentence
    assert "HTTP 404" in sentence


async def test_a_web_page_is_told(model_server: FakeModelServer, tmp_path: Path) -> None:
    model_server.always = failures.html

    [(mark, sentence)] = await said(written(tmp_path, model_server.url))

    assert mark is Mark.BAD
    assert "web page" in sentence


async def test_a_server_that_is_gone_is_told(tmp_path: Path) -> None:
    [(mark, sentence)] = await said(written(tmp_path, "http://127.0.0.1:1/v1"))

    assert mark is Mark.BAD
    assert "cannot be reached" in sentence


async def test_a_key_that_goes_in_plain_is_told(tmp_path: Path) -> None:
    findings = await said(written(tmp_path, "http://model.invalid/v1"))

    assert findings[0][0] is Mark.NOTE
    assert "model.invalid" in findings[0][1]


async def test_a_missing_library_is_told(
    model_server: FakeModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "bot.model.client.connection", raising=False)
    monkeypatch.setitem(sys.modules, "openai", None)

    [(mark, sentence)] = await said(written(tmp_path, model_server.url))

    assert mark is Mark.BAD
    assert "pip install 'paperbot[model]'" in sentence
    assert model_server.asked == []


async def test_without_a_model_nothing_is_said(tmp_path: Path) -> None:
    assert await said(written(tmp_path, "", "", "")) == []
    [(mark, _)] = await said(written(tmp_path, ""))
    assert mark is Mark.NOTE


def test_an_address_wants_a_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(written(tmp_path, "http://localhost:8080/v1", "", ""))

    [fault] = caught.value.faults
    assert "embeddings" in fault.say("en")


async def test_the_model_is_what_is_configured(
    model_server: FakeModelServer, tmp_path: Path, state: State, clock: Clock
) -> None:
    assert open_model(load_config(written(tmp_path, "", "", "")), state, clock) is None
    model = open_model(load_config(written(tmp_path, model_server.url, "", EMBEDDER)), state, clock)

    assert model is not None
    assert model.writer is None
    assert model.embedder is not None
    await model.close()


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_the_status_says_what_it_cost_and_how_it_failed(
    model_server: FakeModelServer, model: ModelClient, library: Library, state: State, clock: Clock, language: Language
) -> None:
    configured = Model(model, model, "ko", True, True, 60, 500_000, model.spent, model.close)
    app = App(library, state, clock, FEATURES, model=configured)
    model_server.always = failures.out_of_quota()
    with pytest.raises(ModelError):
        await model.write(Prompt("Write.", "Nothing.", 100), Words, within=5)

    status = await app.service(Corpus).status()

    assert isinstance(status, Status)
    assert status.model is not None
    assert status.model.spent.faults == {ModelFault.OUT_OF_QUOTA: 1}
    told = status_object(status)["model"]
    assert told["failures_today"] == {"out-of-quota": 1}
    assert told["last_error"]["kind"] == "out-of-quota"
    blocks = status.render(RenderOptions(language, Limits()))
    shown = "\n".join(run.text for block in blocks for line in block.lines for run in line.runs)
    assert "500,000" in shown
    assert {"ko": "한도 소진 1", "en": "out of quota 1"}[language] in shown
    assert {"ko": "충전", "en": "Top it up"}[language] in shown
