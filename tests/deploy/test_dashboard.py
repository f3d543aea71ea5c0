"""What is shown and what alerts stand on exists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from bot.monitoring.metrics import REGISTRY

DEPLOY = Path(__file__).parents[2] / "deploy"
_METRIC = re.compile(r"\b(?:paperbot|process)_[a-z_]+\b")
_LABEL = re.compile(r"[{,(]\s*([a-z]+)(?=\s*(?:[,)]|!?=~?\"))")
_ADDED = {"job", "instance", "le"}


def samples() -> set[str]:
    """Every name that /metrics may hold."""
    suffixes = {"counter": ("_total",), "histogram": ("_bucket", "_count", "_sum")}
    return {f"{one.name}{end}" for one in REGISTRY.collect() for end in suffixes.get(one.type, ("",))}


def labels() -> set[str]:
    collectors = list(REGISTRY._collector_to_names)
    return {name for one in collectors for name in getattr(one, "_labelnames", ())}


def shown() -> Iterator[str]:
    dashboard = json.loads((DEPLOY / "grafana.json").read_text())
    for panel in dashboard["panels"]:
        yield from (target["expr"] for target in panel["targets"])


def alerted() -> list[str]:
    return re.findall(r"^ +expr: (.+)$", (DEPLOY / "alerts.yml").read_text(), re.MULTILINE)


def test_every_metric_and_label_of_the_dashboard_and_the_alerts_exists() -> None:
    used = [*shown(), *alerted()]
    assert len(used) > 20
    names = {name for each in used for name in _METRIC.findall(each)}
    assert names <= samples()
    named = {label for each in used for label in _LABEL.findall(each.replace("sum by ", ""))} - _ADDED
    assert named <= labels()


def test_every_metric_of_the_bot_is_on_the_dashboard() -> None:
    on_it = {name for each in shown() for name in _METRIC.findall(each)}
    for one in REGISTRY.collect():
        if one.name.startswith("paperbot_"):
            assert any(name.startswith(one.name) for name in on_it), one.name


def test_panels_neither_overlap_nor_leave_the_grid() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in json.loads((DEPLOY / "grafana.json").read_text())["panels"]:
        at = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert not cells & taken
        assert max(x for x, _ in cells) < 24
        taken |= cells
