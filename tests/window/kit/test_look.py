"""Icons, codes and rows: the small parts that everything is made of."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QProxyStyle,
    QPushButton,
    QStyle,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.window import waiting
from tests.window.pictures.pictures import contrast

from yibao.presenters.handout.qr import qr_modules
from yibao.window.kit.flow import Flow
from yibao.window.kit.qr_code import QrCode, draw_qr

BUTTONS_HAVE_ICONS = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
SITE = "https://fuwu.nhsa.gov.cn"


def test_a_code_can_be_read_by_a_telephone(qtbot: QtBot, tmp_path: Path) -> None:
    picture = QImage(220, 220, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    draw_qr(painter, QRectF(0, 0, 220, 220), qr_modules(SITE))
    painter.end()
    picture.save(str(tmp_path / "code.png"))

    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", tmp_path / "code.png"], capture_output=True, text=True
    )

    assert read.stdout.strip() == SITE


def test_a_code_names_its_address_and_goes_when_there_is_none(qtbot: QtBot) -> None:
    code = QrCode("siteCode")
    qtbot.addWidget(code)

    code.show_address(SITE)
    assert code.accessibleName() == f"二维码：{SITE}"
    assert not code.isHidden()
    code.show_address("")
    assert code.isHidden()
    assert code.accessibleName() == ""


def colour_of(button: QPushButton) -> str:
    """The darkest colour in the picture on a button's left side, by lightness against its ground."""
    icon = button.icon().pixmap(QSize(32, 32)).toImage()
    colours = [icon.pixelColor(x, y) for x in range(32) for y in range(32)]
    return next(colour.name() for colour in colours if colour.alpha() == 255)


@pytest.mark.screen
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_icons_are_sharp_on_a_screen_of_any_scale(person: Any, scale: float) -> None:
    icon = person.find("visitorViewButton", QPushButton).icon()

    drawn = icon.pixmap(QSize(14, 14), scale)

    assert drawn.width() == 14 * scale
    assert drawn.devicePixelRatio() == scale


def test_icons_take_the_colour_of_the_text_in_every_theme(person: Any) -> None:
    button = person.find("copyButton", QPushButton)
    text = QApplication.palette().color(QPalette.ColorRole.ButtonText).name()
    assert colour_of(button) == text

    person.counter._prefer("contrast", "high")

    assert colour_of(button) == "#ffffff"
    person.counter._prefer("contrast", "normal")


class DesktopStyle(QProxyStyle):
    """As on a desktop that puts pictures of its own on the buttons of dialogs."""

    def styleHint(self, hint: QStyle.StyleHint, *about: Any) -> int:  # noqa: N802
        return 1 if hint == BUTTONS_HAVE_ICONS else super().styleHint(hint, *about)


def test_no_button_shows_a_picture_of_another_design(person: Any, qtbot: QtBot) -> None:
    box, desktop = QDialogButtonBox(), DesktopStyle()
    qtbot.addWidget(box)
    box.setStyle(desktop)

    assert not box.style().styleHint(BUTTONS_HAVE_ICONS, None, box)


@pytest.mark.parametrize("size", ["standard", "large", "elder"])
def test_icons_are_as_large_as_the_text(person: Any, size: str) -> None:
    box = person.find("textSizeChoice", QComboBox)
    box.setCurrentIndex(box.findData(size))
    box.activated.emit(box.currentIndex())
    button = person.find("visitorViewButton", QPushButton)

    character = button.fontMetrics().horizontalAdvance("国")

    assert abs(button.iconSize().height() - character) <= 2


def row_of(qtbot: QtBot, count: int, **how: Any) -> tuple[Flow, list[QWidget]]:
    row = Flow(10, **how)
    qtbot.addWidget(row)
    widgets = [QWidget() for _ in range(count)]
    for widget in widgets:
        widget.setFixedSize(100, 40)
    row.add(*widgets)
    return row, widgets


def test_a_row_goes_on_in_another_line(qtbot: QtBot) -> None:
    row, buttons = row_of(qtbot, 3)

    assert row.heightForWidth(320) == 40
    assert row.heightForWidth(319) == 90
    assert row.heightForWidth(100) == 140
    row.resize(219, 90)
    row.show()
    assert [(b.x(), b.y()) for b in buttons] == [(0, 0), (110, 0), (0, 50)]


def test_a_row_may_begin_on_the_right_and_passes_over_what_is_hidden(qtbot: QtBot) -> None:
    row, buttons = row_of(qtbot, 3, right=True)
    buttons[1].hide()

    row.resize(400, 40)
    row.show()

    assert [buttons[0].x(), buttons[2].x()] == [190, 300]
    assert row.sizeHint() == QSize(210, 40)


@pytest.mark.screen
def test_what_leads_to_tabs_without_room_can_be_seen(person: Any, qtbot: QtBot) -> None:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    for number in range(6):
        tabs.addTab(QWidget(), f"第 {number} 个办事指南")
    tabs.resize(300, 200)
    tabs.show()
    arrows = tabs.tabBar().findChildren(QToolButton)
    waiting.until(lambda: any(arrow.isVisible() for arrow in arrows), "arrows beside the tabs")
    character = person.window.fontMetrics().horizontalAdvance("国")

    for button in arrows:
        picture = button.grab().toImage()
        across, middle = range(picture.width()), picture.height() // 2
        ground = picture.pixelColor(picture.width() // 4, middle)
        seen = [x for x in across if contrast(picture.pixelColor(x, middle), ground) >= 3]
        arrow = [
            (x, y)
            for x in across[5:-5]
            for y in range(5, picture.height() - 5)
            if contrast(picture.pixelColor(x, y), ground) >= 3
        ]
        heights = [y for _, y in arrow]
        assert seen[0] == 0, "its edge"
        if not button.isEnabled():  # there is nothing more on that side
            continue
        assert max(heights) - min(heights) > character / 2, "the arrow on it"


@pytest.mark.screen
def test_what_has_the_focus_has_one_frame(clerk: Any) -> None:
    button = clerk.find("compareButton", QPushButton)
    button.setIcon(QIcon())
    button.setText("")
    clerk.find("resultSourcesButton").setFocus()
    QTest.keyClick(waiting.keyboard(), Qt.Key.Key_Tab)
    waiting.focused(button)
    picture = button.grab().toImage()

    inside = QRect(0, 0, picture.width(), picture.height()).adjusted(6, 6, -6, -6)
    inner = picture.copy(inside)
    colours = {inner.pixel(x, y) for x in range(inner.width()) for y in range(inner.height())}
    assert len(colours) == 1
