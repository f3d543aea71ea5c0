"""Settings: a TOML file, overridden by the environment, validated with every fault reported at once."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from bot.cli import phrases
from bot.cli.expected import EXPECTED
from bot.cli.fields import is_missing, is_token
from bot.cli.sections import Corpus, Discord, Log, Model, Monitoring, Search, State
from bot.cli.sources import Sources
from bot.core.faults import said_by_system
from bot.core.scheduler import Pace
from bot.rendering.language import Language, Phrase
from bot.state import Place, place_of
from retrieval.glossary.term_list import Problem, TermListError, read_terms
from retrieval.lazy_regex import lazy_regex
from retrieval.sources.fetcher import Fetcher

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_PREFIX = "PAPERBOT_"
_MODEL_KEY = "PAPERBOT_MODEL__KEY"  # never in a file
_TOML_PLACE = lazy_regex(r"(?P<reason>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with the configuration: which key, in which file or variable, and what was expected."""

    key: str
    source: str
    phrase: Phrase
    values: Mapping[str, object]

    def say(self, language: Language) -> str:
        where = f"{self.source}: {self.key}" if self.key else self.source
        return f"{where}: {self.phrase.say(language, **self.values)}"


class ConfigError(Exception):
    """The configuration cannot be used; `faults` holds every reason."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(fault.say("en") for fault in faults))
        self.faults = faults


class _Environment(EnvSettingsSource):
    """Lists come as JSON or, like PATH, separated by the system's path separator; numbers, true and false as JSON."""

    def __call__(self) -> dict[str, Any]:
        return {name: _typed(name, value) for name, value in super().__call__().items()}

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return {name: value for name, value in super()._load_env_vars().items() if name.upper() != _MODEL_KEY}

    def decode_complex_value(self, field_name: str, field: FieldInfo, value: Any) -> Any:
        try:
            return json.loads(value)
        except ValueError:
            return str(value).split(os.pathsep)


def _typed(section: str, values: Any) -> Any:
    """The section with numbers and truth values in place of text that says them."""
    model = Settings.model_fields[section].annotation if section in Settings.model_fields else None
    if not (isinstance(values, dict) and isinstance(model, type) and issubclass(model, BaseModel)):
        return values
    plain = {key for key, field in model.model_fields.items() if field.annotation in {bool, int}}
    return {key: _plain_value(value) if key in plain else value for key, value in values.items()}


def _plain_value(text: str) -> Any:
    try:
        return json.loads(text.lower())
    except ValueError:
        return text


class Settings(BaseSettings):
    """The keys as the file has them; `Config` is what the rest of the program sees."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True, hide_input_in_errors=True
    )
    discord: Discord = Discord()
    corpus: Corpus = Corpus()
    state: State = State()
    search: Search = Search()
    sources: Sources = Sources()
    model: Model = Model()
    monitoring: Monitoring = Monitoring()
    log: Log = Log()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return _Environment(settings_cls), init_settings


@dataclass(frozen=True, slots=True)
class Config:
    """Validated settings with absolute paths. `file` is None where no configuration file was used."""

    file: Path | None
    discord: Discord
    digests: tuple[Path, ...]
    corpus_database: Path
    state_database: Place
    glossary: tuple[Path, ...]
    sources: Sources
    fetched: Path
    huggingface_token: SecretStr
    model: Model
    model_key: SecretStr
    monitoring: Monitoring
    log: Log
    pace: Pace

    @property
    def fetcher(self) -> Fetcher:
        return Fetcher(self.sources.settings(self.fetched, self.digests, self.huggingface_token))


def load_config(file: Path | None = None) -> Config:
    """Read `file`, else what PAPERBOT_CONFIG names, else config.toml here, else the defaults.

    Environment variables win over the file. Raises `ConfigError` with every fault found.
    """
    file = _chosen_file(file)
    table = _read_table(file) if file else {}
    folder = file.resolve().parent if file else Path.cwd()
    faults = _unknown_variables()
    try:
        settings = Settings(**_with_plain_token(table))
    except ValidationError as error:
        faults += [_fault(details, file) for details in error.errors(include_url=False)]
        raise ConfigError(tuple(faults)) from None
    digests = _digest_paths(settings.corpus, folder)
    faults += _missing_digests(digests, file)
    glossary = tuple(folder / Path(terms).expanduser() for terms in settings.search.glossary)
    faults += _term_faults(glossary, file)
    token, model_key = _secret("HF_TOKEN"), _secret(_MODEL_KEY)
    if not is_token(token.get_secret_value()):
        faults.append(Fault("", "HF_TOKEN", phrases.CONFIG_BAD_HF_TOKEN, {}))
    if not is_token(model_key.get_secret_value()):
        faults.append(Fault("", _MODEL_KEY, phrases.CONFIG_BAD_MODEL_KEY, {}))
    if faults:
        raise ConfigError(tuple(faults))
    return Config(
        file,
        settings.discord,
        digests,
        folder / Path(settings.corpus.database).expanduser(),
        place_of(settings.state.database, folder),
        glossary,
        settings.sources,
        folder / Path(settings.sources.folder).expanduser(),
        token,
        settings.model,
        model_key,
        settings.monitoring,
        settings.log,
        settings.corpus.pace,
    )


def _secret(variable: str) -> SecretStr:
    return SecretStr(os.environ.get(variable, "").strip())


def _chosen_file(file: Path | None) -> Path | None:
    named = file or (Path(value) if (value := os.environ.get("PAPERBOT_CONFIG")) else None)
    if named:
        return named.expanduser()
    here = Path("config.toml")
    return here if here.exists() else None


def _read_table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise _file_error(file, phrases.CONFIG_FILE_MISSING) from None
    except OSError as error:
        raise _file_error(file, phrases.CONFIG_FILE_UNREADABLE, reason=said_by_system(error.strerror)) from None
    except UnicodeDecodeError:
        raise _file_error(file, phrases.CONFIG_FILE_NOT_UTF8) from None
    except tomllib.TOMLDecodeError as error:
        if at := _TOML_PLACE.fullmatch(str(error)):
            raise _file_error(file, phrases.CONFIG_LINE_NOT_TOML, **at.groupdict()) from None
        raise _file_error(file, phrases.CONFIG_FILE_NOT_TOML, reason=str(error)) from None


def _file_error(file: Path, phrase: Phrase, **values: object) -> ConfigError:
    return ConfigError((Fault("", str(file), phrase, values),))


def _with_plain_token(table: dict[str, Any]) -> dict[str, Any]:
    token, section = os.environ.get("DISCORD_TOKEN"), table.get("discord", {})
    if token and isinstance(section, dict):
        return {**table, "discord": {**section, "token": token}}
    return table


def _digest_paths(corpus: Corpus, folder: Path) -> tuple[Path, ...]:
    if "digests" not in corpus.model_fields_set:
        return (SEEDS,)
    return tuple(folder / Path(digest).expanduser() for digest in corpus.digests)


def _missing_digests(digests: tuple[Path, ...], file: Path | None) -> list[Fault]:
    key = "corpus.digests"
    if not digests:
        return [Fault(key, _source(key, file), phrases.CONFIG_EMPTY, {})]
    missing = [path for path in digests if is_missing(path)]
    return [Fault(key, _source(key, file), phrases.CONFIG_DIGESTS_MISSING, {"path": path}) for path in missing]


def _term_faults(glossary: tuple[Path, ...], file: Path | None) -> list[Fault]:
    key = "search.glossary"
    try:
        read_terms(glossary)
    except TermListError as error:
        return [Fault(key, _source(key, file), *_term_phrase(problem)) for problem in error.problems]
    return []


def _term_phrase(problem: Problem) -> tuple[Phrase, dict[str, object]]:
    place = phrases.CONFIG_TERMS_AT if problem.line else phrases.CONFIG_TERMS_IN
    told = phrases.CONFIG_TERMS[problem.fault]
    values: dict[str, object] = {"file": problem.file, "line": problem.line, "detail": said_by_system(problem.detail)}
    return Phrase(place.ko + told.ko + ".", place.en + told.en + "."), values


def _unknown_variables() -> list[Fault]:
    known = {_PREFIX + section.upper() for section in Settings.model_fields} | {"PAPERBOT_CONFIG"}
    ours = [name for name in sorted(os.environ) if name.upper().startswith(_PREFIX)]
    values = {"known": ", ".join(sorted(known))}
    return [
        Fault("", name, phrases.CONFIG_UNKNOWN_KEY, values) for name in ours if name.upper().split("__")[0] not in known
    ]


def _source(key: str, file: Path | None) -> str:
    variable = _PREFIX + key.upper().replace(".", "__")
    if any(name.upper() == variable for name in os.environ):
        return variable
    if key == "discord.token" and os.environ.get("DISCORD_TOKEN"):
        return "DISCORD_TOKEN"
    return str(file) if file else "paperbot"


def _fault(details: ErrorDetails, file: Path | None) -> Fault:
    path = [part for part in details["loc"] if isinstance(part, str)]
    key = ".".join(path)
    phrase, values = _explanation(details, path)
    return Fault(key, _source(key, file), phrase, values)


def _explanation(details: ErrorDetails, path: list[str]) -> tuple[Phrase, dict[str, object]]:
    if details["type"] == "extra_forbidden":
        section = Settings.model_fields.get(path[0]) if len(path) > 1 else None
        model = section.annotation if section else Settings
        known = model.model_fields if isinstance(model, type) and issubclass(model, BaseModel) else ()
        return phrases.CONFIG_UNKNOWN_KEY, {"known": ", ".join(known)}
    return EXPECTED.get(details["type"], phrases.CONFIG_WRONG_TYPE), dict(details.get("ctx", {}))
