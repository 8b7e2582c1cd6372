"""Printing: what the sheet will look like, on which paper, and to a printer or into a PDF."""

import errno
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from yibao.presenters.handout.handout import MakeHandout
from yibao.presenters.notices import (
    NAME_TOO_LONG,
    NO_PRINTER,
    NOT_PRINTED,
    NOT_SAVED,
    PDF_NAME,
    PRINTED,
    SAVED,
)
from yibao.window.handout.handout_document import PAPERS, HandoutDocument
from yibao.window.kit.announce import say
from yibao.window.kit.choice import Choice
from yibao.window.kit.labels import fill, plain, with_key
from yibao.window.kit.look import em, say_as
from yibao.window.kit.saving import ask_where
from yibao.window.kit.scrolling_column import ScrollingColumn

SaveFile = Callable[[Path, bytes], None]
"""Writes a file; raises OSError."""
PREVIEW = 28
"""Width of the page that is looked at, in characters, where there is room for it."""
BESIDE = 16
"""Width of everything beside the page."""


class HandoutDialog(QDialog):
    """Shows every page as it will be, anew at every choice."""

    def __init__(
        self,
        make: MakeHandout,
        about_person: bool,
        save_file: SaveFile,
        family: str,
        parent: QWidget,
    ) -> None:
        """`about_person` says whether there is an age to be told or not; `family` is the font."""
        super().__init__(parent)
        self.setObjectName("handoutDialog")
        self.setWindowTitle("打印")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._room = parent.size()
        self._make = make
        self._save_file = save_file
        self._family = family
        self._paper = Choice({name: paper.name for name, paper in PAPERS.items()})
        self._paper.setObjectName("paperChoice")
        self._paper.setAccessibleName("纸张")
        self._paper.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self._large = _check("大字", "D", "largeTypeChoice")
        self._ages = _check("写上年龄", "N", "withAgeChoice")
        self._ages.setVisible(about_person)
        self._print = QPushButton(f"{with_key('打印', 'P')}…")
        self._print.setObjectName("startPrintButton")
        self._pdf = QPushButton(f"{with_key('存成 PDF', 'S')}…")
        self._pdf.setObjectName("savePdfButton")
        self._close = QPushButton("关闭")
        self._told = plain(name="handoutNotice")
        self._pages = QWidget()
        self._sheets = QVBoxLayout(self._pages)
        self._lay_out()
        self._connect()
        self._renew()
        self._paper.setFocus()

    def _connect(self) -> None:
        self._paper.currentIndexChanged.connect(self._renew)
        self._large.toggled.connect(self._renew)
        self._ages.toggled.connect(self._renew)
        self._print.clicked.connect(self._start_print)
        self._pdf.clicked.connect(self._save_pdf)
        self._close.clicked.connect(self.reject)

    def _renew(self) -> None:
        """Lay the handout out as it is wanted now, and show its pages."""
        self._handout = self._make(self._ages.isChecked())
        self._document = HandoutDocument(
            self._handout,
            PAPERS[self._paper.currentData()],
            large=self._large.isChecked(),
            family=self._family,
        )
        while sheet := self._sheets.takeAt(0):
            if widget := sheet.widget():
                widget.setParent(None)
                widget.deleteLater()
        width = min(em(self, PREVIEW), self._room.width() - em(self, BESIDE))
        scale = width / self._document.page.width()
        for number in range(self._document.pages):
            self._sheets.addWidget(self._sheet(number, scale))
        self._sheets.addStretch()
        fill(self._told, "")

    def _sheet(self, number: int, scale: float) -> QLabel:
        ratio = self.devicePixelRatio()
        pixmap = QPixmap.fromImage(self._document.picture(number, scale * ratio))
        pixmap.setDevicePixelRatio(ratio)
        sheet = QLabel()
        sheet.setObjectName(f"page{number + 1}")
        sheet.setAccessibleName(f"第 {number + 1} 页，共 {self._document.pages} 页")
        sheet.setPixmap(pixmap)
        return sheet

    def _start_print(self) -> None:
        printer = ask_for_printer(self)
        if printer is None:
            return
        if isinstance(printer, str):
            self._tell(printer, failed=True)
        elif self._document.print_on(printer):
            self._tell(PRINTED, failed=False)
        else:
            self._tell(NOT_PRINTED, failed=True)

    def _save_pdf(self) -> None:
        path = ask_where(self, "存成 PDF", PDF_NAME, "pdf")
        if path is None:
            return
        try:
            self._save_file(path, self._document.as_pdf(self._handout.title))
        except OSError as error:
            too_long = error.errno == errno.ENAMETOOLONG
            self._tell(NAME_TOO_LONG if too_long else NOT_SAVED.format(path.name), failed=True)
        else:
            self._tell(SAVED.format(path.name), failed=False)

    def _tell(self, message: str, *, failed: bool) -> None:
        say_as(self._told, "alarm" if failed else "")
        fill(self._told, message)
        say(message, self._told)
        if failed:
            self._pdf.setFocus()

    def _lay_out(self) -> None:
        self._sheets.setSpacing(em(self, 0.5))
        preview = QScrollArea()
        preview.setWidgetResizable(True)
        preview.setWidget(self._pages)
        preview.setAccessibleName("打印出来的样子")
        asking = QWidget()
        asking.setProperty("role", "page")
        side = QVBoxLayout(asking)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(em(self, 0.5))
        paper_label = QLabel(with_key("纸张", "Z"))
        paper_label.setBuddy(self._paper)
        choices = (paper_label, self._paper, self._large, self._ages, self._told)
        for widget in choices:
            side.addWidget(widget)
        side.addStretch()
        for button in (self._print, self._pdf, self._close):
            side.addWidget(button)
        layout = QHBoxLayout(self)
        margin = em(self, 0.8)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(margin)
        layout.addWidget(preview, 1)
        column = ScrollingColumn("怎么打印", asking)
        column.setMinimumWidth(asking.minimumSizeHint().width() + em(self, 1))
        layout.addWidget(column)
        wanted = QSize(em(self, PREVIEW + BESIDE), em(self, 40))
        self.resize(wanted.boundedTo(self._room))


def ask_for_printer(parent: QWidget) -> QPrinter | str | None:
    """The printer that was chosen; a sentence where there is none; None where it was left."""
    if not QPrinterInfo.availablePrinterNames():
        return NO_PRINTER
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def _check(text: str, key: str, name: str) -> QCheckBox:
    box = QCheckBox(with_key(text, key))
    box.setObjectName(name)
    box.setAccessibleName(text)
    return box
