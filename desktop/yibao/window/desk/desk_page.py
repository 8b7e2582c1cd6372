"""政策维护: an area's rules, and everything that an office may do about them."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from yibao.policy.office.office_file import OfficeFile
from yibao.policy.places.region_search import RegionSearch
from yibao.policy.store import PolicyStore
from yibao.policy.timeline import KeptIn
from yibao.presenters import notices, words
from yibao.presenters.desk.desk_list import DeskRow, desk_rows, history_lines
from yibao.presenters.desk.entered import DeskForm
from yibao.presenters.desk.form_from_rule import form_of, says_less
from yibao.presenters.desk.form_preview import form_preview
from yibao.presenters.desk.import_view import import_rows
from yibao.presenters.script.arguments import InputError
from yibao.window.asking.field import Field
from yibao.window.asking.region_picker import RegionPicker
from yibao.window.desk.doing import Doing
from yibao.window.desk.exchanging import NotExportedError, export_rules, rules_of_others
from yibao.window.desk.history import History
from yibao.window.desk.import_list import ImportList
from yibao.window.desk.parts import DeskParts
from yibao.window.desk.rule_form import RuleForm
from yibao.window.desk.rule_list import RuleList
from yibao.window.kit.announce import say
from yibao.window.kit.arranged import Column, Row
from yibao.window.kit.choice import Choice
from yibao.window.kit.flow import Flow
from yibao.window.kit.look import em, say_as
from yibao.window.kit.telling import show
from yibao.window.sheets.page import Page

TITLE = "政策维护"
SIDE = 19
"""Characters: as wide as both sides are at the least, side by side."""
NO_AREA = "先在这里选一个地区，就能看到那里现在用的规定。"
NOTHING_HELD = "这个地区还没有规定。"
NOT_KEPT_YET = "还没有存。再按一次 Esc 就不要了；接着填，就还留着。"
TO_MEND = "还有 {} 处要改，都在格子下面写着。"
SAYS_LESS = "这一条里有表上填不下的内容（比如只扣一部分人的钱），存好以后就没有了，请先看清楚。"
UNDECIDED = "还有 {} 处没有选用哪一个，现在什么都没有改。"
KEPT, IMPORTED = "已经存好，窗口马上就用。", "已经导入，窗口马上就用。"


class DeskPage(Page):
    """Either the list of an area's rules, or one piece of work that has the whole place."""

    changed = Signal()
    """Something was written; whoever hears it has the store made anew."""

    def __init__(
        self,
        parts: DeskParts,
        store: Callable[[], PolicyStore],
        search: RegionSearch,
        today: date,
        region: str,
    ) -> None:
        """`store` is what is answered from now; `region` the one to begin with, or empty."""
        super().__init__(TITLE, "deskPage")
        self._parts, self._store, self._today = parts, store, today
        self._doing = Doing(parts, today)
        self._work: RuleForm | ImportList | History | None = None
        self._warned = False
        self._picker = RegionPicker(store().regions, search, "哪个地区的规定", "desk")
        self._list = RuleList(self._doing, lambda: self._kept_in)
        self._place = Field("改的规定给谁用", Choice(words.KEPT_IN), "deskPlace", "K")
        self._buttons = {
            name: _button(text, f"{name}Button")
            for name, text in (
                ("newRule", "录一条规定"),
                ("exportRules", "导出成文件"),
                ("importRules", "从文件导入"),
                ("history", "改过什么"),
            )
        }
        self._lay_out()
        self._connect()
        self._settle(region)

    def start(self) -> None:
        """Go to the search, or where there is a place already, to what one comes for."""
        say(TITLE, self)
        if self._picker.region:
            self._buttons["newRule"].setFocus()
        else:
            self._picker.start()

    def may_leave(self) -> bool:
        """Close what is open on the page first; what was typed goes only at the second time."""
        if self._list.drop_question():
            return False
        if self._work is None:
            return True
        if isinstance(self._work, RuleForm) and self._work.is_touched and not self._warned:
            self._warned = True
            self.tell(NOT_KEPT_YET, failed=True)
            return False
        self._show_list()
        return False

    @property
    def _kept_in(self) -> KeptIn:
        return self._place.editor.currentData()

    def _connect(self) -> None:
        self._picker.chosen.connect(self._show_list)
        self._list.change_asked.connect(self._change)
        self._list.done.connect(self._done)
        self._list.asked.connect(self.show_focused)
        self._place.editor.currentIndexChanged.connect(self._say_who_may)
        for name, action in {
            "newRule": self._enter_new,
            "exportRules": self._export,
            "importRules": self._import,
            "history": self._show_history,
        }.items():
            self._buttons[name].clicked.connect(action)

    def _settle(self, region: str) -> None:
        may = self._parts.may_write
        self._place.editor.setCurrentIndex(0 if may["site"] else 1)
        self._say_who_may()
        if region in self._store().regions:
            self._picker.settle(region)
        self._show_list()
        troubles = [told for kept in self._parts.kept.values() for told in kept.troubles]
        if troubles:
            self.tell("\n".join(troubles), failed=True)

    def _say_who_may(self) -> None:
        writable = self._parts.may_write["site"]
        self._place.set_remarks("" if writable else notices.OFFICE_NO_RIGHT, "")

    def _show_list(self) -> None:
        """Show what holds in the area now."""
        self._close_work()
        area, store = self._picker.region, self._store()
        rows = desk_rows(store, store.regions.division(area), self._today) if area else ()
        self._list.show_rows(rows, NOTHING_HELD if area else NO_AREA)
        self._buttons["newRule"].setEnabled(bool(area))

    def _enter_new(self) -> None:
        area = self._store().regions.division(self._picker.region)
        self._open_form(DeskForm(area=area))

    def _change(self, row: DeskRow) -> None:
        """What the office has is changed as it is; what it has not is replaced for the place."""
        regions = self._store().regions
        if row.kept_in:
            self._place.editor.setCurrentIndex(self._place.editor.findData(row.kept_in))
            (source, *_) = self._store().cited(row.period.references)
            form = form_of(row.rule.area, row.rule, row.period, source)
            self._open_form(form, row)
            if says_less(form, row.rule, row.period, self._parts.below, self._today):
                self.tell(SAYS_LESS, failed=True)
        else:
            area = regions.division(self._picker.region)
            self._open_form(form_of(area, row.rule, row.period, None))

    def _open_form(self, form: DeskForm, instead: DeskRow | None = None) -> None:
        name = self._store().regions.full_name(form.area)
        title = f"{name}　{words.KEPT_IN[self._kept_in]}"
        preview = partial(form_preview, below=self._parts.below, today=self._today)
        opened = RuleForm(title, form, preview)
        opened.kept.connect(partial(self._keep, opened, instead))
        opened.left.connect(self._show_list)
        opened.changed.connect(self._forget_warning)
        self._open(opened)

    def _forget_warning(self) -> None:
        self._warned = False
        self.tell("")

    def _keep(self, opened: RuleForm, instead: DeskRow | None) -> None:
        errors = self._doing.enter(self._kept_in, opened.form, instead)
        opened.show_errors({name: told for name, told in errors.items() if name})
        if not errors:
            self._done(KEPT)
        else:
            self.tell(errors.get("", TO_MEND.format(len(errors))), failed=True)
            self.show_focused()

    def _done(self, told: str) -> None:
        self.changed.emit()
        self._show_list()
        self.column.to_top()
        self.tell(told)
        self._buttons["newRule"].setFocus()

    def _export(self) -> None:
        try:
            self.tell(export_rules(self._parts, self._kept_in, self))
        except NotExportedError as error:
            self.tell(str(error), failed=True)

    def _import(self) -> None:
        try:
            theirs = rules_of_others(self._parts, self)
        except InputError as error:
            self.tell(str(error), failed=True)
            return
        if theirs:
            ours, below = self._parts.kept[self._kept_in].read(), self._parts.below
            opened = ImportList(import_rows(ours, theirs, below, self._kept_in, self._today))
            opened.decided.connect(partial(self._take_in, opened, theirs))
            opened.undecided.connect(self._tell_undecided)
            opened.left.connect(self._show_list)
            self._open(opened)

    def _tell_undecided(self, count: int) -> None:
        self.tell(UNDECIDED.format(count), failed=True)

    def _take_in(self, opened: ImportList, theirs: OfficeFile, taken: set[str]) -> None:
        errors = self._doing.take_in(self._kept_in, theirs, taken)
        if errors:
            self.tell("".join(errors.values()), failed=True)
        else:
            self._done(IMPORTED)

    def _show_history(self) -> None:
        store, file = self._store(), self._parts.kept[self._kept_in].read()
        opened = History(words.KEPT_IN[self._kept_in], history_lines(store, file))
        opened.left.connect(self._show_list)
        self._open(opened)

    def _open(self, work: RuleForm | ImportList | History) -> None:
        """Give a piece of work the whole place."""
        self._close_work()
        self._work, self._warned = work, False
        show(self._side, False)
        show(self._list, False)
        self._place_of_work.add(work)
        self.column.to_top()
        work.start()

    def _close_work(self) -> None:
        self.tell("")
        work, self._work = self._work, None
        if work:
            self._place_of_work.remove(work)
            work.deleteLater()
            show(self._side, True)
            show(self._list, True)
            self._buttons["newRule"].setFocus()

    def _lay_out(self) -> None:
        self._side = Column(em(self, 0.6))
        buttons = Flow(em(self, 0.5))
        buttons.add(*self._buttons.values())
        say_as(self._buttons["newRule"], "primary")
        self._side.add(self._picker, self._place, buttons)
        self._place_of_work = Column()
        sides = Row(em(self, 1), least=em(self, SIDE))
        sides.add(self._side, self._list)
        sides.share(self._list, 2)
        self.rows.add(sides, self._place_of_work)


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    return button
