"""The guide panels follow when the keys rest, so that no answer waits for them."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget

from yibao.window.guides import following_guides
from yibao.window.guides.guide_panels import GuidePanels

PAUSE = 300
"""Milliseconds: longer than any key here takes, so that only rest lets the panels follow."""


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


def test_they_are_drawn_once_at_the_start(drawn: list[str], hurried: Any) -> None:
    assert drawn == [""]


def test_they_follow_once_whatever_was_chosen_in_between(drawn: list[str], hurried: Any) -> None:
    for place in ("310101", "440106", "110105"):
        hurried.picks(place)
    assert drawn == [""]
    assert hurried.reads("regionChosen") == "北京市朝阳区"

    QTest.qWait(2 * PAUSE)

    assert drawn == ["", "110105"]


def test_what_was_changed_and_changed_back_is_followed_too(drawn: list[str], hurried: Any) -> None:
    hurried.picks("110105")
    QTest.qWait(2 * PAUSE)
    hurried.picks("310101")
    hurried.picks("110105")
    QTest.qWait(2 * PAUSE)

    assert drawn[-1] == "110105"
    tabs = hurried.find("guideTabs", QTabWidget)
    assert not any("上海" in label.text() for label in tabs.findChildren(QLabel))


def test_a_way_of_the_place_before_is_not_copied(
    hurried: Any, clipboard: Callable[[], str]
) -> None:
    hurried.picks("110105")
    copy = next(
        button
        for button in hurried.find("guideTabs", QTabWidget).findChildren(QPushButton)
        if button.text() == "复制"
    )
    copy.click()
    assert clipboard() == ""

    QTest.qWait(2 * PAUSE)
    copy = next(
        button
        for button in hurried.find("guideTabs", QTabWidget).findChildren(QPushButton)
        if button.text() == "复制" and button.isVisible()
    )
    copy.click()
    assert "北京市朝阳区" in clipboard()
