"""A bot that is monitored, asked over HTTP as Prometheus would."""

from __future__ import annotations

import socket
from typing import Any

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from tests.e2e.conftest import Home

Samples = dict[str, list[tuple[dict[str, str], float]]]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def monitored(home: Home, port: int) -> Home:
    home.config.write_text(f'{home.config.read_text()}\n[monitoring]\nlisten = "127.0.0.1:{port}"\n')
    return home


async def get(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.text()


async def found(port: int, path: str) -> tuple[int, dict[str, Any]]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.json()


def samples(text: str) -> Samples:
    """The values of each metric by its labels."""
    read: Samples = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            read.setdefault(sample.name, []).append((sample.labels, sample.value))
    return read


def value(read: Samples, name: str, **labels: str) -> float:
    """The sum of a metric over all samples with these labels."""
    return sum(number for has, number in read.get(name, []) if labels.items() <= has.items())
