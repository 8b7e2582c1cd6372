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

    for folder in folders.user_folders()[1:]:
        assert folder is None or (folder.is_absolute() and not folder.parts[1].startswith("."))
        assert folder is None or not folder.is_relative_to(Path.cwd())


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the system knows the home")
def test_nobody_s_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: int) -> None:
        raise KeyError("uid not found")

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)

    assert folders.user_folders()[1:] == (None, None)
