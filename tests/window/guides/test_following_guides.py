"""The guide panels follow when the keys rest, so that no answer waits for them."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTabWidget
from tests.window import waiting

from yibao.window.guides import following_guides
from yibao.window.guides.following_guides import FollowingGuides
from yibao.window.guides.guide_panels import GuidePanels

PAUSE = 10 * waiting.PATIENCE
"""Longer than all keys here take on the busiest machine: the keys rest only when a test says so."""


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The places for which the panels were drawn, one after the other."""
    places: list[str] = []
    draw = GuidePanels.show_guides

    def watched(panels: GuidePanels, views: Any, place: str) -> None:
        places.append(place)
        draw(panels, views, place)

    monkeypatch.setattr(GuidePanels, "show_guides", watched)
    return places


@pytest.fixture
def hurried(drawn: list[str], sit_down: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Somebody who goes on before the panels have followed."""
    person = sit_down()
    person.waits()
    monkeypatch.setattr(following_guides, "REST", PAUSE)
    return person


def let_keys_rest(person: Any) -> None:
    """The time without a key that the panels wait for."""
    following = person.window.findChild(FollowingGuides)
    timer = following.findChild(QTimer)
    assert timer.isActive()
    assert timer.interval() == PAUSE
    timer.start(0)
    waiting.until(lambda: not timer.isActive(), "panels that follow")
    person.waits()


def test_they_are_drawn_once_at_the_start(drawn: list[str], hurried: Any) -> None:
    assert drawn == [""]


def test_they_follow_once_whatever_was_chosen_in_between(drawn: list[str], hurried: Any) -> None:
    for place in ("310101", "440106", "110105"):
        hurried.picks(place)
    assert drawn == [""]
    assert hurried.reads("regionChosen") == "北京市朝阳区"

    let_keys_rest(hurried)

    assert drawn == ["", "110105"]


def test_what_was_changed_and_changed_back_is_followed_too(drawn: list[str], hurried: Any) -> None:
    hurried.picks("110105")
    let_keys_rest(hurried)
    hurried.picks("310101")
    hurried.picks("110105")
    let_keys_rest(hurried)

    assert drawn[-1] == "110105"
    tabs = hurried.find("guideTabs", QTabWidget)
    assert not any("上海" in label.text() for label in tabs.findChildren(QLabel))


def buttons(person: Any, text: str) -> list[QPushButton]:
    tabs = person.find("guideTabs", QTabWidget)
    return [b for b in tabs.findChildren(QPushButton) if b.text() == text and b.isVisible()]


@pytest.mark.screen
def test_a_way_copied_before_the_panels_followed_is_of_the_new_place(
    hurried: Any, clipboard: Callable[[], str]
) -> None:
    hurried.picks("310101")
    let_keys_rest(hurried)
    hurried.picks("110105")

    buttons(hurried, "复制")[0].click()

    assert "北京市朝阳区" in clipboard()
    assert "上海" not in clipboard()
    assert len(buttons(hurried, "已复制")) == 1


@pytest.mark.screen
def test_what_is_only_said_of_the_place_before_is_not_copied(
    hurried: Any, clipboard: Callable[[], str]
) -> None:
    hurried.picks("310101")
    let_keys_rest(hurried)
    hurried.find("guideTabs", QTabWidget).setCurrentIndex(1)
    only_there = next(b for b in buttons(hurried, "复制") if "上海" in b.accessibleName())
    hurried.picks("110105")

    only_there.click()

    assert clipboard() == ""
    assert buttons(hurried, "已复制") == []
    assert not any("上海" in b.accessibleName() for b in buttons(hurried, "复制"))


def test_a_panel_printed_before_the_panels_followed_is_of_the_new_place(hurried: Any) -> None:
    hurried.picks("310101")
    let_keys_rest(hurried)
    hurried.find("guideTabs", QTabWidget).setCurrentIndex(1)
    made: list[Any] = []
    hurried.counter._page.print_asked.connect(lambda make, _: made.append(make))
    hurried.picks("110105")

    hurried.clicks("printGuideButton")

    hurried.window.findChild(QDialog, "handoutDialog").close()
    assert "北京" in repr(made[0](True))
    assert "上海" not in repr(made[0](True))
