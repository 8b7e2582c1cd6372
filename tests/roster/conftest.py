"""Rosters as offices have them, and what comes out."""

import csv
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yibao.commands.roster_work import save
from yibao.policy.store import PolicyStore
from yibao.presenters.roster.outcome import Summary
from yibao.roster.messages import Request
from yibao.roster.work import answer_roster

DAY = date(2026, 6, 5)
Rows = list[list[str]]
Answer = Callable[..., tuple[Summary, Rows]]


def read_csv(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Sequence[Sequence[Any]]], Path]:
    """Writes a text table."""

    def written(
        rows: Sequence[Sequence[Any]], name: str = "名单.csv", encoding: str = "utf-8"
    ) -> Path:
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    return written


@pytest.fixture
def answered(store: PolicyStore, tmp_path: Path) -> Answer:
    """Answers a file into a text table, in this process."""

    def answer(source: Path, target: str = "结果.csv", **known: Any) -> tuple[Summary, Rows]:
        out = tmp_path / target
        request = Request(source=str(source), target=str(out), on=DAY, **known)
        summary = answer_roster(request, store, save, lambda _: None, lambda: False)
        return summary, read_csv(out) if target.endswith(".csv") else []

    return answer
