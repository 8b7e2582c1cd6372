"""Where things are."""

import os
from pathlib import Path

import pytest

from yibao.system import folders


def test_the_resources_of_the_checkout_are_found() -> None:
    assert (folders.resources_folder() / "policy" / "regions.json").is_file()


def test_the_resources_inside_an_installed_package_go_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "yibao" / "system" / "folders.py"
    (tmp_path / "yibao" / "resources").mkdir(parents=True)
    monkeypatch.setattr(folders, "__file__", str(module))

    assert folders.resources_folder() == tmp_path / "yibao" / "resources"


def test_the_folders_of_a_user_are_apart_from_the_program() -> None:
    user = folders.user_folders()

    assert user.policy == user.resources / "policy"
    assert user.guides == user.resources / "guides"
    assert user.style == user.resources / "style"
    assert "yibao-counter" in str(user.settings)
    assert "yibao-counter" in str(user.log)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the system knows the home")
@pytest.mark.parametrize("home", ["", "some/where"])
def test_what_is_no_home_is_not_taken_for_one(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", home)

    for folder in folders.user_folders()[1:3]:
        assert folder is None or (folder.is_absolute() and not folder.parts[1].startswith("."))
        assert folder is None or not folder.is_relative_to(Path.cwd())


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the system knows the home")
def test_nobody_s_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: int) -> None:
        raise KeyError("uid not found")

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)

    assert folders.user_folders()[1:3] == (None, None)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the system knows the home")
@pytest.mark.parametrize("home", [None, ""])
def test_a_folder_that_is_named_is_used_without_a_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str | None
) -> None:
    def nobody(_: int) -> None:
        raise KeyError("uid not found")

    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    if home is not None:
        monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("pwd.getpwuid", nobody)

    assert folders.user_folders()[1:3] == (tmp_path / "yibao-counter", None)


@pytest.mark.parametrize("made_up", ["~/.config/yibao-counter", "/.config/yibao-counter"])
def test_what_an_older_library_makes_of_no_home_is_none(
    monkeypatch: pytest.MonkeyPatch, made_up: str
) -> None:
    monkeypatch.setattr(
        "platformdirs.PlatformDirs.user_config_path", property(lambda _: Path(made_up))
    )

    assert folders.user_folders().settings is None
