"""Handouts: on every paper, with everything on it, and told where they cannot be made."""

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)
from tests.window import waiting

from yibao.presenters.notices import SITE
from yibao.window.handout import handout_dialog
from yibao.window.kit import look
from yibao.window.kit.palettes import PALETTES


class Sheet:
    """The print dialog, and somebody before it."""

    def __init__(self, person: Any) -> None:
        self.dialog: QDialog = person.window.findChild(QDialog, "handoutDialog")
        assert self.dialog.isVisible()

    def find(self, name: str, kind: Any) -> Any:
        return self.dialog.findChild(kind, name)

    def chooses(self, paper: str) -> None:
        box = self.find("paperChoice", QComboBox)
        box.setCurrentIndex(box.findData(paper))

    def ticks(self, name: str) -> None:
        self.find(name, QCheckBox).click()

    def presses(self, name: str) -> None:
        self.find(name, QPushButton).click()

    @property
    def notice(self) -> str:
        return self.find("handoutNotice", QLabel).text()


@pytest.fixture
def printing(person: Any) -> Sheet:
    """A visitor of 71 from Beijing, about to get a sheet."""
    person.picks("110105")
    person.types("71", into="ageField")
    person.clicks("printButton")
    return Sheet(person)


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Path]:
    """Saves the sheet as a PDF under the name that is typed, by default one without an ending."""

    def save(sheet: Sheet, *typed: str) -> Path:
        """Type one name after the other as long as there is a dialog for it."""
        names = iter(typed or ("给来访者",))
        answer = lambda *_: (str(tmp_path / next(names)), "")  # noqa: E731
        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        sheet.presses("savePdfButton")
        return tmp_path / "给来访者.pdf"

    return save


@pytest.fixture
def answers(person: Any) -> Callable[[str], AbstractContextManager[list[str]]]:
    """Answers the next question with the button named; gives what was asked."""

    @contextmanager
    def answer(word: str) -> Iterator[list[str]]:
        asked: list[str] = []

        def question() -> QMessageBox | None:
            box = QApplication.activeModalWidget()
            return box if isinstance(box, QMessageBox) else None

        def press(box: QMessageBox) -> None:
            asked.append(box.text())
            next(button for button in box.buttons() if button.text() == word).click()

        with waiting.as_soon_as(question, press):
            yield asked

    return answer


def text_of(pdf: Path) -> str:
    read = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    return re.sub(r"\s+", "", read.stdout.decode())


def pages_of(pdf: Path) -> str:
    return subprocess.run(["pdfinfo", pdf], capture_output=True, check=True, text=True).stdout


def test_it_is_black_on_white_in_every_theme(printing: Sheet) -> None:
    def looks() -> bytes:
        picture = printing.dialog._document.picture(0, 1)
        return bytes(picture.constBits())

    pictures = set[bytes]()
    for colours in PALETTES.values():
        QApplication.setPalette(look._palette(colours))
        pictures.add(looks())

    assert len(pictures) == 1


@pytest.mark.screen
def test_the_keyboard_begins_with_the_paper(printing: Sheet) -> None:
    waiting.active(printing.dialog)
    paper = printing.find("paperChoice", QComboBox)
    waiting.focused(paper)

    QTest.keyClick(paper, Qt.Key.Key_Down)
    assert paper.currentData() == "a5"


def test_everything_in_it_has_a_key_of_its_own(printing: Sheet) -> None:
    labels = [printing.find(f"{n}", QPushButton) for n in ("startPrintButton", "savePdfButton")]
    labels += [printing.find(n, QCheckBox) for n in ("largeTypeChoice", "withAgeChoice")]
    labels += [label for label in printing.dialog.findChildren(QLabel) if label.buddy()]
    letters = [label.text().partition("(&")[2][:1] for label in labels]

    assert all(letters)
    assert len(letters) == len(set(letters)) == 5


@pytest.mark.parametrize("paper", ["a4", "a5", "roll"])
def test_everything_on_it_can_be_searched_and_copied(
    printing: Sheet, saves: Callable[..., Path], paper: str
) -> None:
    printing.chooses(paper)
    pdf = saves(printing)

    text = text_of(pdf)
    for told in (
        "北京市朝阳区", "退休人员", "每月107.00元", "110.00元−3.00元=107.00元", "社保网",
        "2026年2月核对", "来源没有写从哪一天起执行",
        "仅供参考，以当地医保部门为准（12393）。", "查询日期：2025年12月20日",
    ):  # fmt: skip
        assert told in text, told
    assert "71岁" not in text
    assert not re.search("[\u2e80-\u2fdf\uf900-\ufaff]", text)
    assert "已经存好：给来访者.pdf" in printing.notice


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (595, 842)), ("a5", (420, 595)), ("roll", (227, None))]
)
def test_it_is_as_large_as_its_paper(
    printing: Sheet, saves: Callable[..., Path], paper: str, size: tuple[int, int | None]
) -> None:
    printing.chooses(paper)

    told = pages_of(saves(printing))

    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told)
    assert found
    assert "Pages:           1" in told
    assert abs(float(found[1]) - size[0]) < 1
    assert size[1] is None or abs(float(found[2]) - size[1]) < 1


@pytest.mark.parametrize("paper", ["a4", "a5", "roll"])
def test_a_telephone_reads_its_code(
    printing: Sheet, saves: Callable[..., Path], tmp_path: Path, paper: str
) -> None:
    printing.chooses(paper)
    picture = tmp_path / "page"
    subprocess.run(["pdftoppm", "-r", "150", "-png", saves(printing), picture], check=True)

    (page,) = tmp_path.glob("page*.png")
    read = subprocess.run(["zbarimg", "-q", "--raw", page], capture_output=True, text=True)
    assert read.stdout.strip() == SITE


def test_an_age_is_on_it_only_where_that_is_ticked(
    printing: Sheet, saves: Callable[..., Path]
) -> None:
    printing.ticks("withAgeChoice")

    assert "退休人员·71岁" in text_of(saves(printing))


def test_large_type_is_larger_in_the_preview_and_on_paper(
    printing: Sheet, saves: Callable[..., Path]
) -> None:
    printing.chooses("roll")
    before = printing.find("page1", QLabel).pixmap().height()

    printing.ticks("largeTypeChoice")

    assert printing.find("page1", QLabel).pixmap().height() > before
    assert "每月107.00元" in text_of(saves(printing))


def test_a_long_answer_goes_on_to_another_page(person: Any, saves: Callable[..., Path]) -> None:
    person.picks("210102")
    status = person.find("statusChoice", QComboBox)
    status.setCurrentIndex(status.findData("in_service"))
    for text, field in (("1970-06", "bornField"), ("6000", "baseField"), ("20", "paidYearsField")):
        person.types(text, into=field)
    sex = person.find("sexChoice", QComboBox)
    sex.setCurrentIndex(sex.findData("male"))
    person.clicks("printButton")
    sheet = Sheet(person)
    sheet.chooses("a5")
    sheet.ticks("largeTypeChoice")

    assert "Pages:           1\n" not in pages_of(saves(sheet))
    assert sheet.find("page2", QLabel) is not None


def test_a_pdf_that_is_replaced_leaves_no_copy_of_the_one_before(
    printing: Sheet, saves: Callable[..., Path]
) -> None:
    saves(printing)
    pdf = saves(printing, "给来访者.pdf")

    assert [path.name for path in pdf.parent.glob("给来访者*")] == [pdf.name]


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("医保答案 2025.12.20", "医保答案 2025.12.20.pdf"),
        ("答案.v2", "答案.v2.pdf"),
        ("答案.PDF", "答案.PDF"),
        ("医" * 82, "医" * 82 + ".pdf"),
    ],
)
def test_it_is_saved_under_the_name_that_was_typed(
    printing: Sheet, saves: Callable[..., Path], typed: str, saved: str
) -> None:
    folder = saves(printing, typed).parent

    assert [path.name for path in folder.iterdir() if path.is_file()] == [saved]
    assert printing.notice.replace("\u00a0", " ") == f"已经存好：{saved}"


@pytest.mark.parametrize(
    ("typed", "there"), [("答案", "答案.pdf"), ("医保答案 2025.12", "医保答案 2025.12.pdf")]
)
def test_nothing_is_replaced_unasked(
    printing: Sheet,
    saves: Callable[..., Path],
    answers: Callable[[str], AbstractContextManager[list[str]]],
    tmp_path: Path,
    typed: str,
    there: str,
) -> None:
    (tmp_path / there).write_bytes(b"old")

    with answers("另起名字") as asked:
        saves(printing, typed, "另一份")

    assert asked == [f"“{there}”已经有了，要换成新的吗？"]
    assert (tmp_path / there).read_bytes() == b"old"
    assert (tmp_path / "另一份.pdf").read_bytes().startswith(b"%PDF")

    with answers("换成新的"):
        saves(printing, typed)

    assert (tmp_path / there).read_bytes().startswith(b"%PDF")


def test_a_question_that_lies_open_goes_with_its_visitor(
    person: Any, printing: Sheet, saves: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "给来访者.pdf").write_bytes(b"old")
    seen: list[type[QWidget]] = []

    def question() -> QMessageBox | None:
        box = QApplication.activeModalWidget()
        return box if isinstance(box, QMessageBox) else None

    def time_is_up(box: QMessageBox) -> None:
        seen.append(type(box))
        person.counter._idle.noticed.emit()

    with waiting.as_soon_as(question, time_is_up):
        pdf = saves(printing)

    assert seen == [QMessageBox]
    waiting.until(lambda: person.window.findChild(QDialog, "handoutDialog") is None, "no dialog")
    assert pdf.read_bytes() == b"old"


@pytest.mark.parametrize(
    "typed", ["医" * 84 + ".pdf", "医" * 84], ids=["with its ending", "without"]
)
def test_a_name_that_is_too_long_is_told(
    printing: Sheet, saves: Callable[..., Path], tmp_path: Path, typed: str
) -> None:
    saves(printing, typed)

    assert printing.notice == "这个名字太长，存不了，请取短一点再存。"
    assert not list(tmp_path.glob("*医*"))


def test_a_disk_that_does_not_take_it_is_told(
    printing: Sheet, saves: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError

    monkeypatch.setattr("yibao.system.files.os.fsync", full)

    pdf = saves(printing)

    assert not pdf.exists()
    assert "没有存下来" in printing.notice


def test_leaving_the_file_dialog_changes_nothing(
    printing: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))

    printing.presses("savePdfButton")

    assert printing.notice == ""


@pytest.mark.screen
def test_without_a_printer_the_pdf_is_offered(
    printing: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)

    printing.presses("startPrintButton")

    assert "没有装打印机" in printing.notice
    assert printing.dialog.focusWidget() is printing.find("savePdfButton", QPushButton)


class Printer(QPdfWriter):
    """A printer that writes on a file, and may fail at its second page."""

    def __init__(self, path: Path, pages: int) -> None:
        super().__init__(str(path))
        self._left = pages

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        self._left -= 1
        return self._left > 0 and super().newPage()


def use(monkeypatch: pytest.MonkeyPatch, printer: QPagedPaintDevice | None) -> None:
    monkeypatch.setattr(handout_dialog, "ask_for_printer", lambda _: printer)


@pytest.mark.screen
def test_it_is_printed(printing: Sheet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use(monkeypatch, Printer(tmp_path / "paper.pdf", pages=1))

    printing.presses("startPrintButton")

    assert "已经送去打印" in printing.notice
    assert "每月107.00元" in text_of(tmp_path / "paper.pdf")


@pytest.mark.qt_log_ignore("Returned false", "does not support")
@pytest.mark.parametrize("pages", [0, 1])
def test_a_printer_that_fails_is_told_and_the_pdf_offered(
    printing: Sheet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pages: int
) -> None:
    """One that does not even begin (a folder that is not there), and one that stops in between."""
    there = tmp_path if pages else tmp_path / "gone"
    use(monkeypatch, Printer(there / "paper.pdf", pages=pages))
    printing.chooses("a5")
    printing.ticks("largeTypeChoice")

    printing.presses("startPrintButton")

    assert "没有打印出来" in printing.notice
    assert printing.dialog.focusWidget() is printing.find("savePdfButton", QPushButton)


def test_leaving_the_printer_dialog_changes_nothing(
    printing: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, None)

    printing.presses("startPrintButton")

    assert printing.notice == ""


def test_without_an_answer_there_is_nothing_to_print(person: Any) -> None:
    person.counter.print_handout()

    assert person.window.findChild(QDialog, "handoutDialog") is None


@pytest.mark.screen
def test_it_goes_with_its_visitor(person: Any, printing: Sheet) -> None:
    person.counter.next_visitor()

    waiting.until(lambda: not person.window.findChild(QDialog, "handoutDialog"), "no handout")


@pytest.mark.screen
def test_esc_closes_it_and_forgets_nobody(person: Any, printing: Sheet) -> None:
    QTest.keyClick(printing.dialog, Qt.Key.Key_Escape)

    waiting.until(lambda: not person.window.findChild(QDialog, "handoutDialog"), "no handout")
    assert person.reads("resultHeadline") == "每月 107.00 元"


@pytest.mark.screen
def test_it_fits_on_the_smallest_screen(person: Any) -> None:
    person.sizes(640, 360)
    person.picks("110105")
    person.types("71", into="ageField")
    person.clicks("printButton")

    dialog = Sheet(person).dialog
    assert dialog.width() <= 640
    assert dialog.height() <= 360
