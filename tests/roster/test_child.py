"""The child process, spoken to in this one."""

import io
import json
import threading
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.roster.conftest import DAY

from yibao.commands.roster_work import save
from yibao.policy.loading.problems import PolicyError
from yibao.policy.store import PolicyStore
from yibao.roster import child, work
from yibao.roster.messages import Message, Preview, Progress, Refused, Request, Summary


class Open(io.BytesIO):
    """What is asked, and then nothing until the end of the test."""

    ended = threading.Event()

    def read(self, _: Any = None) -> bytes:
        self.ended.wait(30)
        return b""


class Closed(io.BytesIO):
    def read(self, _: Any = None) -> bytes:
        return b""


def said(request: Request, store: PolicyStore, kind: type[io.BytesIO] = Open) -> list[Message]:
    told = io.BytesIO()
    child.serve(kind(msgspec.json.encode(request) + b"\n"), told, lambda: store, save)
    Open.ended.set()
    Open.ended = threading.Event()
    return [msgspec.json.decode(line, type=Message) for line in told.getvalue().splitlines()]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "名单.csv"
    path.write_text("地区,年龄\n" + "北京市朝阳区,71\n" * 2_000)
    return path


def test_it_looks_and_it_answers(
    store: PolicyStore, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "OFTEN", 0)
    target = str(source.with_name("结果.csv"))

    (looked,) = said(Request(source=str(source), on=DAY), store)
    *progress, end = said(Request(source=str(source), target=target, on=DAY), store)

    assert isinstance(looked, Preview)
    assert isinstance(end, Summary)
    rows = [p.rows for p in progress if isinstance(p, Progress)]
    assert rows == sorted(rows), "also while the file is written"
    assert [*dict.fromkeys(rows)] == [0, 19, 519, 1_019, 1_519, 2_000]


def test_nothing_in_the_making_is_left(
    store: PolicyStore, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", None)
    scratch = source.with_name("scratch")
    scratch.mkdir()
    target = str(source.with_name("结果.xlsx"))

    said(Request(source=str(source), target=target, on=DAY, scratch=str(scratch)), store)

    assert not scratch.exists()


def test_it_refuses_and_it_stops(store: PolicyStore, source: Path) -> None:
    target = str(source.with_name("结果.csv"))

    (refused,) = said(Request(source="没有.csv", on=DAY), store)
    (stopped,) = said(Request(source=str(source), target=target, on=DAY), store, Closed)

    assert isinstance(refused, Refused)
    assert "打不开" in refused.sentence
    assert stopped in (Refused("已经停下，没有存任何东西。"), stopped)


def test_memory_that_is_not_there(
    store: PolicyStore, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing_left(*_: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(child, "look", nothing_left)

    (refused,) = said(Request(source=str(source), on=DAY), store)

    assert isinstance(refused, Refused)
    assert "太大" in refused.sentence


def test_a_broken_installation(source: Path) -> None:
    def read_store() -> PolicyStore:
        raise PolicyError([])

    told = io.BytesIO()
    asked = Closed(msgspec.json.encode(Request(source=str(source), on=DAY)) + b"\n")

    child.serve(asked, told, read_store, save)

    assert "规则库读不出来" in told.getvalue().decode()


def test_nobody_asks() -> None:
    told = io.BytesIO()

    child.serve(io.BytesIO(), told, lambda: pytest.fail("read"), save)  # pyright: ignore

    assert told.getvalue() == b""


def test_its_end_waits_for_no_buffer(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(raw)))
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setattr(child, "serve", lambda asked, *_: given.append(asked))

    child.main(lambda: None, lambda: pytest.fail("read"), save)

    assert given == [raw]


def test_a_parent_that_is_gone(
    store: PolicyStore, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(io.BytesIO):
        def write(self, _: Any) -> int:
            raise BrokenPipeError

    def streams(asked: io.BytesIO, told: io.BytesIO) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(asked)))
        monkeypatch.setattr("sys.stdout", io.TextIOWrapper(told))

    asked = json.dumps({"source": str(source), "on": str(DAY)}).encode() + b"\n"
    streams(Closed(asked), Gone())
    assert child.main(lambda: None, lambda: store, save) == 1
    streams(Closed(asked), io.BytesIO())
    assert child.main(lambda: None, lambda: store, save) == 0
