"""Finding things in all guide panels at once."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTabWidget
from pytestqt.qtbot import QtBot
from tests.window import waiting

from yibao.presenters.guides.views import GroupView, GuideView, ItemView
from yibao.window.guides.guide_card import GuideCard
from yibao.window.guides.guide_page import GuidePage
from yibao.window.kit.palettes import HIGH_CONTRAST

MARK = "<u style="


def looks_for(clerk: Any, text: str) -> None:
    (clerk.types if text.isascii() else clerk.composes)(text, "guideSearch")
    clerk.waits()


def cards(clerk: Any) -> list[GuideCard]:
    return [card for card in clerk.window.findChildren(GuideCard) if card.isVisible()]


def read(widget: Any) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def headings(clerk: Any) -> list[str]:
    labels = clerk.find("guideHits").findChildren(QLabel)
    return [label.text() for label in labels if label.property("role") == "heading"]


def test_what_is_found_in_all_panels_stands_together_with_every_hit_marked(clerk: Any) -> None:
    looks_for(clerk, "断")

    assert headings(clerk) == ["缴费年限（2 条）", "家庭共济（1 条）", "断缴与补缴（5 条）"]
    assert len(cards(clerk)) == 8
    for card in cards(clerk):
        assert any(MARK in text for text in read(card))
        assert all(
            MARK in text
            for text in read(card)
            if "断" in text.replace("断缴与补缴", "") and not text.startswith("出处")
        )
    assert not clerk.find("guideTabs").isVisible()


def test_everything_that_is_found_comes_in_the_end(clerk: Any) -> None:
    looks_for(clerk, "医保")

    told = sum(int(heading.partition("（")[2].split()[0]) for heading in headings(clerk))
    assert told == len(cards(clerk)) > 15


def test_the_case_and_the_width_of_letters_do_not_matter(clerk: Any) -> None:
    looks_for(clerk, "app")
    found = len(cards(clerk))
    looks_for(clerk, "ＡＰＰ")

    assert found == len(cards(clerk)) > 1


def test_where_nothing_is_found_it_is_said_what_to_do(clerk: Any) -> None:
    looks_for(clerk, "火星")

    told = clerk.reads("guideNotFound")
    assert "没有“火星”" in told
    assert "12393" in told
    assert cards(clerk) == []
    looks_for(clerk, "微信")
    assert clerk.reads("guideNotFound") == ""


def test_an_emptied_box_gives_the_panels_back_as_they_were(clerk: Any) -> None:
    tabs = clerk.find("guideTabs", QTabWidget)
    tabs.setCurrentIndex(3)
    clerk.waits()
    before = read(tabs.currentWidget())
    looks_for(clerk, "微信")

    clerk.find("guideSearch", QLineEdit).clear()
    clerk.waits()

    assert tabs.isVisible()
    assert tabs.currentIndex() == 3
    assert read(tabs.currentWidget()) == before
    assert clerk.find("guideHits").findChildren(GuideCard) == []


@pytest.mark.screen
def test_esc_empties_the_box_and_only_then_is_for_the_next_visitor(clerk: Any) -> None:
    looks_for(clerk, "微信")

    clerk.presses(Qt.Key.Key_Escape, "guideSearch")
    assert clerk.find("guideSearch", QLineEdit).text() == ""
    assert clerk.find("ageField", QLineEdit).text() == "71"

    clerk.presses(Qt.Key.Key_Escape, "guideSearch")
    assert clerk.find("ageField", QLineEdit).text() == ""


@pytest.mark.screen
def test_ctrl_g_goes_to_the_box_from_anywhere_and_shows_it(clerk: Any) -> None:
    box = clerk.find("guideSearch", QLineEdit)

    QTest.keyClick(waiting.keyboard(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)

    waiting.focused(box)
    waiting.until(lambda: not box.visibleRegion().isEmpty(), "the box in view")
    assert box.accessibleName() == "在指南里找"
    assert box.placeholderText()


@pytest.mark.screen
def test_a_panel_by_its_number_ends_the_search(clerk: Any) -> None:
    looks_for(clerk, "微信")

    QTest.keyClick(clerk.find("guideSearch"), Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)

    assert clerk.find("guideSearch", QLineEdit).text() == ""
    assert clerk.find("guideTabs", QTabWidget).currentIndex() == 4
    assert clerk.find("guideTabs").isVisible()


def test_the_next_visitor_finds_an_empty_box(clerk: Any) -> None:
    looks_for(clerk, "微信")

    clerk.clicks("nextVisitorButton")

    box = clerk.find("guideSearch", QLineEdit)
    assert box.text() == ""
    assert not box.isUndoAvailable()
    assert clerk.find("guideTabs").isVisible()


def test_another_text_size_keeps_the_search(clerk: Any) -> None:
    looks_for(clerk, "微信")

    size = clerk.find("textSizeChoice", QComboBox)
    size.setCurrentIndex(size.findData("elder"))
    size.activated.emit(size.currentIndex())
    clerk.waits()

    assert clerk.find("guideSearch", QLineEdit).text() == "微信"
    assert [card for card in cards(clerk) if any("微信" in text for text in read(card))]


def test_what_is_found_follows_the_place(clerk: Any) -> None:
    looks_for(clerk, "等待期")
    assert not any("上海" in text for card in cards(clerk) for text in read(card))

    clerk.picks("310101")
    clerk.waits()

    assert any("上海" in text for card in cards(clerk) for text in read(card))


def test_marks_have_the_colours_of_the_theme(clerk: Any) -> None:
    looks_for(clerk, "微信")

    clerk.counter._prefer("contrast", "high")
    clerk.waits()

    label = next(
        label
        for label in clerk.find("guideHits").findChildren(QLabel)
        if MARK in label.text() and label.property("role") == "title"
    )
    picture = label.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    clerk.counter._prefer("contrast", "normal")
    assert HIGH_CONTRAST.selected in colours
    assert HIGH_CONTRAST.text in colours


def contrast(first: Any, second: Any) -> float:
    def light(colour: Any) -> float:
        parts = [part / 255 for part in colour.getRgb()[:3]]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((light(first), light(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("wanted", ["normal", "high"])
def test_a_marked_word_can_be_read(clerk: Any, wanted: str) -> None:
    clerk.counter._prefer("contrast", wanted)
    palette = QApplication.palette()
    clerk.counter._prefer("contrast", "normal")

    text = palette.color(QPalette.ColorRole.HighlightedText)
    assert contrast(text, palette.color(QPalette.ColorRole.Highlight)) >= 7


def test_what_stands_in_a_file_stays_text(qtbot: QtBot) -> None:
    item = ItemView("<img src=x> & 甲", ("<b>甲</b>",), ("<i>甲</i>",), (("<u>", "<s>甲</s>"),))
    view = GuideView("x", "<h1>", (GroupView("<h2>甲", (item,)),), "")
    for words in ((), ("甲",), ("b",), ("<",)):
        card = GuideCard(view, words, set(), {})
        qtbot.addWidget(card)
        shown = [
            label
            for label in card.findChildren(QLabel)
            if label.textFormat() == Qt.TextFormat.RichText
        ]
        for label in shown:
            for tag in ("<img", "<i>", "<s>", "<h", "<b>甲"):
                assert tag not in label.text()


def test_a_key_makes_only_a_few_cards_and_forgets_the_rest_of_the_last_search(
    clerk: Any,
) -> None:
    box = clerk.find("guideSearch", QLineEdit)
    page = clerk.find("guideHits", GuidePage)

    box.setText("医保")
    assert 0 < len(page.findChildren(GuideCard)) <= 3

    box.setText("火星")
    clerk.waits()
    assert page.findChildren(GuideCard) == []


def test_nothing_is_kept_of_what_was_looked_for(clerk: Any) -> None:
    def live(text: str) -> int:
        looks_for(clerk, text)
        return len(QApplication.allWidgets())

    first = live("断")
    for text in ("医保", "微", "微信", "火星", "社", "断"):
        last = live(text)

    assert first == last


def test_typing_in_the_form_leaves_the_cards_as_they_are(clerk: Any) -> None:
    before = cards(clerk)
    clerk.types("66", into="ageField")
    clerk.waits()

    assert before
    assert cards(clerk) == before


def test_every_panel_s_own_name_can_be_looked_for(sit_down: Callable[..., Any]) -> None:
    person = sit_down()
    looks_for(person, "家庭共济")

    assert headings(person)


@pytest.mark.screen
def test_the_box_has_a_line_of_its_own_where_there_is_little_room(clerk: Any) -> None:
    box, button = clerk.find("guideSearch"), clerk.find("printGuideButton")
    clerk.sizes(1280, 720)
    assert box.y() == button.y()

    clerk.sizes(640, 360)
    assert button.y() > box.geometry().bottom()
    assert box.width() > 15 * box.fontMetrics().horizontalAdvance("国")
