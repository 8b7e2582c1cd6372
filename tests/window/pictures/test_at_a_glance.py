"""On the screen that most counters have, the whole answer is seen without scrolling."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QTabBar, QTabWidget, QWidget
from tests.window.pictures.scenes import choose
from tests.window.pictures.test_pictures import before, offscreen_only

from yibao.window.guides.guide_card import GuideCard
from yibao.window.kit.palettes import LIGHT

__all__ = ["before"]
SIZE = (1366, 768)
PLACES = {
    "北京": "110105",
    "鄂州": "420703",
    "武威": "620602",
    "昆明": "530102",
    "上海": "310101",
    "南京": "320102",
}
KNOWN = {
    "retired": {"age": "66"},
    "in_service": {"born": "1970-06", "base": "6000", "paidYears": "20-06", "actualYears": "8"},
    "flexible": {"born": "1970-06", "base": "6000", "paidYears": "20-06", "actualYears": "8"},
    "resident": {},
}


def seen_in_full(part: QWidget, window: QWidget) -> bool:
    """Whether nothing of it is outside of the window or of what scrolls around it."""
    place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    shown = part.visibleRegion().boundingRect()
    return window.rect().contains(place) and shown.size() == part.size()


def missed(person: Any) -> Iterator[str]:
    """What has to be scrolled to, of all that is to be seen at a glance."""
    row = person.find("answerTiles", QTabBar)
    headlines = [x for x in row.findChildren(QLabel) if x.objectName().endswith("Headline")]
    shown = [label for label in headlines if label.isVisible()]
    assert len(shown) == row.count()
    named = [person.find(name) for name in ("resultDetails", "resultSteps", "timeline")]
    buttons = [person.find(name) for name in ("copyButton", "printButton", "compareButton")]
    cards = person.find("guideTabs", QTabWidget).currentWidget().findChildren(GuideCard)
    top = min(card.mapTo(person.window, QPoint(0, 0)).y() for card in cards)
    first = [card for card in cards if card.mapTo(person.window, QPoint(0, 0)).y() == top]
    for part in (*shown, *named, *buttons, *first, person.find("guideTabs", QTabWidget).tabBar()):
        if part.isVisibleTo(person.window) and not seen_in_full(part, person.window):
            yield part.objectName() or type(part).__name__


@offscreen_only
@pytest.mark.parametrize("status", KNOWN)
@pytest.mark.parametrize("place", PLACES)
def test_headlines_reason_and_a_row_of_guides_are_seen_without_scrolling(
    before: Any, place: str, status: str
) -> None:
    person = before("standard", LIGHT)
    person.sizes(*SIZE)
    person.picks(PLACES[place])
    choose(person, "statusChoice", status)
    if status in ("in_service", "flexible"):
        choose(person, "sexChoice", "male")
    for name, text in KNOWN[status].items():
        if person.find(f"{name}Field").isVisibleTo(person.window):
            person.types(text, into=f"{name}Field")
    person.waits()

    assert [*missed(person)] == []
