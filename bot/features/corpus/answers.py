"""Answers about the corpus."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.library import CorpusStatus, ReloadReport


@dataclass(frozen=True, slots=True)
class Reloaded:
    report: ReloadReport


@dataclass(frozen=True, slots=True)
class Status:
    status: CorpusStatus
