"""Preferences are kept, and nothing can keep the program from starting."""

from pathlib import Path

import pytest

from yibao.system.settings import RECENT_LIMIT, Settings, SettingsFile


def test_preferences_are_kept(tmp_path: Path) -> None:
    SettingsFile(tmp_path).change(recent_regions=("110105",), text_size="elder")

    again = SettingsFile(tmp_path)

    assert again.read() == Settings(recent_regions=("110105",), text_size="elder")
    assert again.trouble is None


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path).read() == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "\xff"])
def test_a_damaged_file_gives_defaults_and_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_bytes(text.encode("latin-1"))
    file = SettingsFile(tmp_path)

    assert file.read() == Settings()
    assert file.trouble is not None
    assert (tmp_path / file.trouble.name).read_bytes() == text.encode("latin-1")


def test_one_preference_that_is_wrong_costs_no_other(tmp_path: Path) -> None:
    text = '{"text_size": 3, "recent_regions": ["110105"]}'
    (tmp_path / "settings.json").write_text(text)
    file = SettingsFile(tmp_path)

    assert file.read() == Settings(recent_regions=("110105",))
    assert file.trouble is None


def test_preferences_of_a_newer_program_are_read_as_far_as_known(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"text_size": "large", "colour": "red"}')

    assert SettingsFile(tmp_path).read() == Settings(text_size="large")


def test_the_latest_region_stands_first_and_once() -> None:
    settings = Settings()
    for code in ("a", "b", "c", "a", "d", "e", "f"):
        settings = settings.with_recent(code)

    assert settings.recent_regions == ("f", "e", "d", "a", "c")
    assert len(settings.recent_regions) == RECENT_LIMIT
