"""A page over the window takes its place and its keys, and gives them back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from tests.window import waiting
from tests.window.counter.test_accessibility import faults, focusable, ways_from

from yibao.window.kit.labels import plain
from yibao.window.sheets.page import Page


class Plain(Page):
    """A page with a field and much to read."""

    def __init__(self) -> None:
        super().__init__("一页", "plainPage")
        self.field = QLineEdit()
        self.field.setAccessibleName("一个框")
        self.rows.add(self.field, *(plain(f"第 {number} 行") for number in range(60)))
        self.stays = self.forgot = False

    def may_leave(self) -> bool:
        return not self.stays

    def forget_visitor(self) -> None:
        self.forgot = True

    def start(self) -> None:
        super().start()
        self.field.setFocus()


@pytest.fixture
def page(clerk: Any) -> Plain:
    page = Plain()
    clerk.counter._over.show_page(page)
    waiting.rested(clerk.window)
    return page


def test_it_takes_the_whole_place_and_scrolls(clerk: Any, page: Plain) -> None:
    assert page.size() == clerk.counter.size()
    assert not clerk.find("ageField").isVisible()
    assert page.field.hasFocus()
    assert page.column.verticalScrollBar().maximum() > 0


def test_keys_of_the_window_do_nothing_under_it(clerk: Any, page: Plain) -> None:
    clerk.presses(Qt.Key.Key_F2)

    assert page.field.hasFocus()


def test_esc_leaves_it_and_keeps_the_visitor(clerk: Any, page: Plain) -> None:
    clerk.presses(Qt.Key.Key_Escape)
    waiting.settled()

    age = clerk.find("ageField", QLineEdit)
    assert age.isVisible()
    assert age.text() == "71"
    assert age.hasFocus()
    assert clerk.window.findChild(Page) is None


def test_it_may_stay(clerk: Any, page: Plain) -> None:
    page.stays = True
    clerk.clicks("plainPageBack")

    assert page.isVisible()


def test_another_one_takes_its_place(clerk: Any, page: Plain) -> None:
    clerk.counter._over.show_page(Plain())
    waiting.settled()

    assert len(clerk.window.findChildren(Page)) == 1


def test_it_is_told_to_forget_the_visitor(clerk: Any, page: Plain) -> None:
    clerk.counter._idle.noticed.emit()

    assert page.forgot
    assert page.isVisible()
    clerk.presses(Qt.Key.Key_Escape)
    assert clerk.find("ageField", QLineEdit).text() == ""


@pytest.mark.screen
def test_it_is_read_and_walked_through(clerk: Any, page: Plain) -> None:
    assert faults(clerk.window) == []
    assert ways_from(clerk.window) == focusable(clerk.window)
