"""The page for many people at once: choose a file, look, answer, save, read what came of it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton
from shiboken6 import isValid

from yibao.presenters import notices
from yibao.presenters.roster import words
from yibao.presenters.roster.outcome import Preview, Summary
from yibao.presenters.roster.report import counts_text, progress_text, sums_text
from yibao.roster.messages import Progress, Refused, Request
from yibao.roster.supervision import End
from yibao.window.kit.announce import say
from yibao.window.kit.arranged import Column, Row
from yibao.window.kit.labels import fill, plain, readable
from yibao.window.kit.look import em, say_as
from yibao.window.kit.saving import ask_where
from yibao.window.roster.columns import ColumnList
from yibao.window.roster.errand import Errand
from yibao.window.roster.first_rows import FirstRows
from yibao.window.roster.months import NAME as MONTHS
from yibao.window.roster.months import MonthBars
from yibao.window.sheets.page import Page

TITLE = "批量查询"
INTRODUCTION = (
    "一份名单一次查完。把 Excel、WPS 的表格或者 csv 拖到这里，或者选一个文件。"
    "要有“年龄”或者“出生日期”，最好还有“地区”“身份”。"
    "原来的文件不动，结果另存；名单的内容程序一点不留。"
)
KINDS = "名单 (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt)"
READING = "正在看这份名单……"
CHOOSE, ANOTHER = "选名单文件…", "换一份名单…"
START, CANCEL = "全部查，存成文件…", "停下"


class RosterPage(Page):
    """Holds no person's data longer than it is shown."""

    def __init__(self, command: Sequence[str], on: date, region: str) -> None:
        """`command` starts the child process; `region` is for those whose row names none."""
        super().__init__(TITLE, "rosterPage")
        self._command, self._on, self._region = tuple(command), on, region
        self._source: Path | None = None
        self._errand: Errand | None = None
        self._introduction = readable(plain(INTRODUCTION))
        self._choose = self._button(CHOOSE, "rosterChoose", self._ask_for_file)
        self._trouble = plain(role="alarm", name="rosterTrouble")
        self._state = readable(plain(name="rosterState"))
        self._cancel = self._button(CANCEL, "rosterCancel", self._stop)
        self._columns = ColumnList()
        self._remarks = readable(plain(name="rosterRemarks"))
        self._first = FirstRows()
        self._start_button = self._button(START, "rosterStart", self._ask_where)
        self._summary = readable(plain(name="rosterSummary"))
        self._months_title = plain(MONTHS, "heading")
        self._months = MonthBars()
        self._running, self._looked, self._done = (Column(em(self, 0.5)) for _ in range(3))
        self._put_together()
        self.setAcceptDrops(True)
        self._columns.changed.connect(self._look_again)

    def open_file(self, path: Path) -> None:
        """Look at a file; nothing of the one before stays."""
        self.forget_visitor()
        self._source = path
        self._look(Request(source=str(path), on=self._on, region=self._region or None))

    def forget_visitor(self) -> None:
        """Let everything go, whatever is under way; what was not saved is told."""
        was_saving = self._errand is not None and self._errand.request.target is not None
        self._drop_errand()
        self._source = None
        self._columns.clear()
        self._first.forget()
        for label in (self._trouble, self._summary, self._remarks, self._state):
            fill(label, "")
        self._months.show_months({})
        for part in (self._running, self._looked, self._done):
            part.setVisible(False)
        fill(self._introduction, INTRODUCTION)
        self._choose.setText(CHOOSE)
        if was_saving:
            fill(self._trouble, words.STOPPED)

    def may_leave(self) -> bool:
        """Always; what is under way ends."""
        self.forget_visitor()
        return True

    def start(self) -> None:
        """Begin with the choice of a file."""
        super().start()
        self._choose.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file that was dropped."""
        if path := _dropped(event):
            event.acceptProposedAction()
            self.open_file(path)

    def _button(self, text: str, name: str, press: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setMaximumWidth(em(self, 14))
        button.clicked.connect(press)
        return button

    def _put_together(self) -> None:
        say_as(self._choose, "primary")
        say_as(self._start_button, "primary")
        self._running.add(self._state, self._cancel)
        self._looked.add(
            self._remarks,
            plain("前几行算出来是这样", "heading"),
            self._first,
            self._start_button,
            plain("每一列是什么（认错了可以改）", "heading"),
            self._columns,
        )
        told, months = Column(em(self, 0.3)), Column(em(self, 0.3))
        told.add(plain("查好了", "title"), self._summary)
        months.add(self._months_title, self._months)
        beside = Row(em(self, 1.5), least=em(self, 28))
        beside.add(told, months)
        self._done.add(beside)
        for part in (self._running, self._looked, self._done, self._trouble, self._remarks):
            part.setVisible(False)
        around = em(self, 0.8)
        place = Column(em(self, 0.6), (around, around, around, around))
        place.setProperty("role", "card")
        place.add(self._introduction, self._choose)
        self.rows.add(place, self._trouble)
        self.rows.add(self._running, self._done, self._looked)

    def _ask_for_file(self) -> None:
        typed, _ = QFileDialog.getOpenFileName(self, CHOOSE.rstrip("…"), "", KINDS)
        if typed:
            self.open_file(Path(typed))

    def _look_again(self) -> None:
        if self._source:
            region = self._region or None
            mapped = self._columns.mapped
            self._look(Request(source=str(self._source), on=self._on, region=region, mapped=mapped))

    def _look(self, request: Request) -> None:
        self._send(request, READING)

    def _ask_where(self) -> None:
        source = self._source
        if source is None:
            return
        name = str(source.with_name(f"{source.stem}-结果.xlsx"))
        target = ask_where(self, "结果存到哪里", name, "xlsx")
        if target is None or not isValid(self) or self._source != source:
            return  # whose file that was is gone
        self._looked.setVisible(False)
        self._send(
            Request(
                source=str(source),
                target=str(target),
                on=self._on,
                region=self._region or None,
                mapped=self._columns.mapped,
            ),
            progress_text(0, 0.0),
        )
        self._cancel.setFocus()

    def _send(self, request: Request, state: str) -> None:
        self._drop_errand()
        fill(self._trouble, "")
        self._done.setVisible(False)
        fill(self._state, state)
        self._running.setVisible(True)
        self._errand = Errand(self._command, request, self)
        self._errand.progressed.connect(self._tell_progress)
        self._errand.ended.connect(self._tell_end)
        self._errand.start()

    def _stop(self) -> None:
        if self._errand:
            self._errand.stop()

    def _drop_errand(self) -> None:
        errand, self._errand = self._errand, None
        if errand:
            errand.drop()

    def _tell_progress(self, progress: Progress) -> None:
        fill(self._state, progress_text(progress.rows, progress.seconds))

    def _tell_end(self, end: End) -> None:
        assert self._errand
        request = self._errand.request
        self._drop_errand()
        self._running.setVisible(False)
        self._choose.setText(ANOTHER)
        match end:
            case Preview():
                self._tell_preview(end)
                if request.mapped is None:  # else somebody is still choosing
                    self._columns.show_columns(end.columns)
                    self._start_button.setFocus()
                    self.show_focused()
            case Summary():
                self._tell_summary(end, request.target or "")
            case Refused():
                self._tell_refusal(end.sentence, looked=request.target is not None)

    def _tell_refusal(self, sentence: str, *, looked: bool) -> None:
        self._looked.setVisible(looked)
        fill(self._trouble, sentence)
        say(sentence, self._trouble)
        (self._start_button if looked else self._choose).setFocus()

    def _tell_preview(self, preview: Preview) -> None:
        fill(self._introduction, "")  # so that there is room for what is asked for next
        fill(self._remarks, "\n".join(preview.columns.remarks))
        self._first.show_preview(preview)
        self._looked.setVisible(True)

    def _tell_summary(self, summary: Summary, target: str) -> None:
        lines = (
            f"一共 {summary.rows} 行。",
            *(text for _, text in counts_text(summary)),
            *sums_text(summary),
            notices.SAVED.format(target),
        )
        fill(self._summary, "\n".join(lines))
        self._months.show_months(summary.changes)
        self._months_title.setVisible(bool(summary.changes))
        self._done.setVisible(True)
        say("，".join(lines), self._summary)
        self._choose.setFocus()


def _dropped(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The one file of a drop; None where it is something else."""
    addresses = event.mimeData().urls()
    if len(addresses) != 1 or not addresses[0].isLocalFile():
        return None
    return Path(addresses[0].toLocalFile())
