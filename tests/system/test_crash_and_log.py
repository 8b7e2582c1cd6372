"""An unexpected error is logged and shown, and neither place holds anything personal."""

import sys
import threading
from pathlib import Path

import pytest

from yibao.system import crash, log

PENSION = "8123.45"


def fail() -> None:
    income = PENSION
    raise ValueError(f"cannot read {income}")


@pytest.fixture
def shown() -> list[str]:
    reports: list[str] = []
    crash.install(reports.append)
    return reports


def raise_through_hook() -> None:
    try:
        fail()
    except ValueError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        sys.excepthook(kind, error, trace)


def test_the_report_says_where_and_nothing_of_what(log_file: Path, shown: list[str]) -> None:
    raise_through_hook()
    crash.uninstall()

    (report,) = shown
    assert report.splitlines()[-1] == "ValueError"
    assert "test_crash_and_log.py" in report
    assert " fail" in report
    for text in (report, log_file.read_text("utf-8")):
        assert "ValueError" in text
        assert PENSION not in text
        assert str(Path(__file__).parent) not in text


def test_an_error_in_a_thread_is_only_logged(log_file: Path, shown: list[str]) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    crash.uninstall()

    assert shown == []
    assert "ValueError" in log_file.read_text("utf-8")


def test_an_interrupt_from_the_keyboard_stays_one(
    shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    crash.uninstall()

    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_an_error_while_an_error_is_shown_is_not_shown_again(log_file: Path) -> None:
    calls: list[str] = []

    def show(report: str) -> None:
        calls.append(report)
        raise_through_hook()

    crash.install(show)
    raise_through_hook()
    crash.uninstall()

    assert len(calls) == 1


def test_the_hooks_are_put_back() -> None:
    crash.install(lambda _: None)
    crash.uninstall()

    assert sys.excepthook is sys.__excepthook__


def test_the_log_turns_over(tmp_path: Path) -> None:
    log.start_log(tmp_path)
    for _ in range(12_000):
        log.LOGGER.info("x" * 80)
    log.stop_log()

    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["yibao.log", "yibao.log.1", "yibao.log.2", "yibao.log.3"]
    assert all(path.stat().st_size <= log.SIZE_LIMIT for path in tmp_path.iterdir())


def test_a_log_that_cannot_be_written_keeps_nobody_from_working(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")

    log.start_log(tmp_path / "log")
    log.LOGGER.error("to nowhere")
    log.stop_log()
