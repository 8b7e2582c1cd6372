"""Where things are."""

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
