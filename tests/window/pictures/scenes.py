"""The main states of the window, each reached as a clerk would reach it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPushButton, QWidget
from tests.window import waiting

from yibao.window.sheets.page import Page
from yibao.window.visitor.visitor_window import FIRST_SIZE, VisitorWindow

Scene = Callable[[Any], QWidget]
"""Takes a person before a window that is fresh, and returns what is to be looked at."""


def choose(person: Any, name: str, value: str) -> None:
    """Take a choice out of a box."""
    box = person.find(name, QComboBox)
    box.setCurrentIndex(box.findData(value))


def visit(region: str, **typed: str) -> Scene:
    """A visitor of whom so much is known, field by field."""

    def scene(person: Any) -> QWidget:
        person.picks(region)
        for name, text in typed.items():
            person.types(text, into=f"{name}Field")
        return person.window

    return scene


def empty(person: Any) -> QWidget:
    return person.window


def resident(person: Any) -> QWidget:
    person.picks("110105")
    choose(person, "statusChoice", "resident")
    return person.window


def worker(person: Any) -> QWidget:
    person.picks("210102")
    choose(person, "statusChoice", "in_service")
    choose(person, "sexChoice", "male")
    known = {"born": "1970-06", "base": "6000", "paidYears": "20-06", "actualYears": "8"}
    for name, text in known.items():
        person.types(text, into=f"{name}Field")
    return person.window


def sources(person: Any) -> QWidget:
    visit("110105", age="71")(person)
    person.clicks("resultSourcesButton")
    return person.window


def compared(here: str, age: str, there: str) -> Scene:
    """The same person in another place."""

    def scene(person: Any) -> QWidget:
        visit(here, age=age)(person)
        person.clicks("compareButton")
        person.types(there, into="otherSearch")
        person.presses(Qt.Key.Key_Return, "otherSearch")
        return person.window

    return scene


def search(person: Any) -> QWidget:
    person.types("cy", into="regionSearch")
    return person.window


def tree(person: Any) -> QWidget:
    person.clicks("regionBrowseButton")
    return person.window


def panel(number: int) -> Scene:
    """One of the guide panels, on top of the right side."""

    def scene(person: Any) -> QWidget:
        person.picks("310101")
        waiting.settled()
        person.counter._page.show_panel(number)
        return person.window

    return scene


def dialog(action: str) -> Scene:
    """What an entry of the menu opens."""

    def scene(person: Any) -> QWidget:
        person.chooses(action)
        return next(d for d in person.window.findChildren(QDialog) if d.isVisible())

    return scene


def page(action: str, *then: str) -> Scene:
    """A page that the menu opens for a place of which rules are held, and buttons on it."""

    def scene(person: Any) -> QWidget:
        person.picks("430900")
        person.chooses(action)
        waiting.rested(person.window)
        for name in then:
            person.clicks(name)
        return person.window

    return scene


def handout(paper: str, *ticked: str) -> Scene:
    """The print dialog for a paper."""

    def scene(person: Any) -> QWidget:
        visit("110105", age="64")(person)
        person.clicks("printButton")
        shown = person.window.findChild(QDialog, "handoutDialog")
        box = shown.findChild(QComboBox, "paperChoice")
        box.setCurrentIndex(box.findData(paper))
        for name in ticked:
            shown.findChild(QWidget, name).click()
        return shown

    return scene


def visitor_screen(person: Any) -> QWidget:
    visit("110105", age="64")(person)
    if not person.find("visitorViewButton", QPushButton).isChecked():
        person.clicks("visitorViewButton")
    windows = QApplication.topLevelWidgets()
    view = next(w for w in windows if isinstance(w, VisitorWindow) and w.isVisible())
    view.resize(*FIRST_SIZE)  # whatever size the screen is
    return view


SCENES: Mapping[str, Scene] = {
    "empty": empty,
    "exact": visit("110105", age="64"),
    "range": visit("510302", averagePension="3700"),
    "missing": visit("510302"),
    "error": visit("110105", age="71.5", born="2999-01"),
    "no_account": resident,
    "yearly": visit("310101", age="74"),
    "individual": visit("320102", age="66"),
    "contested": visit("620602", age="66"),
    "worker": worker,
    "sources": sources,
    "compare": compared("110105", "71", "310101"),
    "search": search,
    "tree": tree,
    **{f"panel_{number + 1}": panel(number) for number in range(7)},
    "settings": dialog("settingsAction"),
    "help": dialog("helpAction"),
    "about": dialog("aboutAction"),
    "handout_a4": handout("a4"),
    "handout_a5": handout("a5", "largeTypeChoice"),
    "handout_roll": handout("roll", "withAgeChoice"),
    "visitor": visitor_screen,
    "desk": page("deskAction"),
    "desk_form": page("deskAction", "newRuleButton"),
    "desk_errors": page("deskAction", "newRuleButton", "keepRuleButton"),
    "roster": page("rosterAction"),
    "packs": page("packAction"),
}


def leave_page(person: Any) -> None:
    """Go back to the front, whatever was typed on the page over it."""
    while shown := person.window.findChildren(Page):
        for _ in range(2):  # the second press says that what was typed may go
            person.presses(Qt.Key.Key_Escape)
        waiting.until(lambda: person.window.findChildren(Page) != shown, "the page gone")


def freshen(person: Any) -> None:
    """Put the window back to where a scene begins."""
    for shown in person.window.findChildren(QDialog):
        shown.close()
    leave_page(person)
    button = person.find("visitorViewButton", QPushButton)
    if button.isChecked():
        button.click()
    browse = person.find("regionBrowseButton", QPushButton)
    browse.setChecked(False)
    person.counter.next_visitor()
    person.counter._bar.undo.forget()
    page = person.counter._page
    page._picker.region = ""
    page._picker._place.setText("还没有选地区")
    page._told.show_panel(0)
    page._assess_from_top()
    page.find_region()
    waiting.settled()
