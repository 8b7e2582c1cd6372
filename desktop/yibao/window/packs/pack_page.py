"""更新规定: which pack answers, which ones are at hand, and what one of them would change."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from yibao.policy.pack.refusal import PackRefusedError
from yibao.presenters.packs.pack_view import EMBEDDED
from yibao.presenters.packs.refusal_text import refusal_text
from yibao.window.kit.arranged import Column
from yibao.window.kit.flow import Flow
from yibao.window.kit.labels import fill, plain
from yibao.window.kit.look import em
from yibao.window.kit.telling import show, tell
from yibao.window.packs import drives
from yibao.window.packs.looking import Looking
from yibao.window.packs.parts import FoundPack, PackParts
from yibao.window.packs.preview import Preview, card, pack_card
from yibao.window.sheets.page import Page

TITLE = "更新规定"
IN_USE, GO_BACK = "现在用的", "换成{}"
AT_HAND = "优盘上的更新包"
NONE_AT_HAND = "没有找到。请插上优盘，找到了会自己显示在这里。"
READING = "正在核对“{}”，已经读了 {} KB……"
REFUSED = "“{}”里的更新包：{}"
TAKEN, GONE_BACK = "已经导入，窗口马上就用。", "已经换好，窗口马上就用。"
LOOK_AGAIN = 500
"""Milliseconds after which somebody may have plugged in a stick."""


class PackPage(Page):
    """Either what is at hand, or one pack that is looked into."""

    changed = Signal()
    """Another pack answers; whoever hears it has the store made anew."""

    def __init__(self, parts: PackParts) -> None:
        super().__init__(TITLE, "packPage")
        self._parts = parts
        self._looking: Looking | None = None
        self._found: FoundPack | None = None
        self._preview: Preview | None = None
        self._drives: tuple[drives.Drive, ...] | None = None
        self._in_use = Column(em(self, 0.25))
        self._back = _button("", "goBackButton")
        self._at_hand = card(self.rows)
        self._offered = Flow(em(self, 0.5))
        self._progress = card(self.rows)
        self._so_far = plain(name="packProgress")
        self._cancel = _button("取消", "cancelPackButton")
        self._lay_out()
        self._back.clicked.connect(self._go_back)
        self._cancel.clicked.connect(self._stop)
        self._around = drives.LookAround()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_around)
        self._show_standing()
        if parts.receives:
            self._look_around()
            self._timer.start(LOOK_AGAIN)
        else:
            show(self._at_hand, False)
            self.tell(refusal_text(PackRefusedError("no_root")), failed=True)

    def may_leave(self) -> bool:
        """A pack that is looked into is left first; a look goes on in vain."""
        if self._preview:
            self._close_preview()
            return False
        self._stop()
        return True

    def look(self, name: str, folder: Path) -> None:
        """Look into a pack, and show what it is, or why it is not taken."""
        self.tell("")
        self._show_work(True)
        fill(self._so_far, READING.format(name, 0))
        looking = self._looking = Looking(partial(self._parts.look, folder), self)
        looking.read.connect(partial(self._tell_progress, name))
        looking.found.connect(self._show_found)
        looking.refused.connect(partial(self._show_refusal, name))
        looking.failed.connect(self._end_look)
        self._cancel.setFocus()

    def _tell_progress(self, name: str, read: int) -> None:
        fill(self._so_far, READING.format(name, read // 1024))

    def _show_found(self, found: FoundPack) -> None:
        self._looking = None
        show(self._progress, False)
        self._found = found
        preview = self._preview = Preview(found, self._parts.kept_in)
        preview.taken.connect(self._take)
        preview.left.connect(self._close_preview)
        self.rows.add(preview)
        self.column.to_top()
        preview.start()

    def _show_refusal(self, name: str, refused: PackRefusedError) -> None:
        self._end_look()
        self.tell(REFUSED.format(name, refusal_text(refused)), failed=True)

    def _end_look(self) -> None:
        self._looking = None
        self._show_work(False)

    def _take(self) -> None:
        assert self._found
        try:
            self._found.take()
        except PackRefusedError as refused:
            self._close_preview()
            self.tell(refusal_text(refused), failed=True)
            return
        self._close_preview()
        self._renew(TAKEN)

    def _go_back(self) -> None:
        try:
            self._parts.go_back()
        except PackRefusedError as refused:
            self.tell(refusal_text(refused), failed=True)
            return
        self._renew(GONE_BACK)

    def _renew(self, told: str) -> None:
        self.changed.emit()
        self._show_standing()
        self.tell(told)

    def _stop(self) -> None:
        """Leave a look; its stick may never answer."""
        looking, self._looking = self._looking, None
        if looking:
            looking.cancel()
            self._show_work(False)
            self.tell(refusal_text(PackRefusedError("cancelled")))

    def _close_preview(self) -> None:
        preview, self._preview = self._preview, None
        found, self._found = self._found, None
        if preview and found:
            found.drop()
            self.rows.remove(preview)
            preview.deleteLater()
            self.tell("")
            self._show_work(False)

    def _show_work(self, shown: bool) -> None:
        """A pack that is looked into has the place of all that is at hand."""
        show(self._progress, shown)
        show(self._in_use, not shown)
        show(self._at_hand, not shown)
        if not shown:
            self.back.setFocus()

    def _look_around(self) -> None:
        """Offer the drives that there are; nothing moves while they stay the same."""
        found = self._around.seen
        self._around.look()
        if found == self._drives:
            return
        self._drives = found
        buttons: list[QWidget] = []
        for number, drive in enumerate(found, start=1):
            button = _button(f"看看“{drive.name}”里的", f"drive{number}Button")
            button.clicked.connect(partial(self._look_into, drive))
            buttons.append(button)
        folder = _button("到文件夹里找…", "packFolderButton")
        folder.clicked.connect(self._choose_folder)
        self._at_hand.remove(self._offered)
        self._offered.deleteLater()
        self._offered = Flow(em(self, 0.5))
        self._offered.add(*buttons, folder)
        self._at_hand.add(self._offered)
        fill(self._none, "" if found else NONE_AT_HAND)

    def _look_into(self, drive: drives.Drive, _checked: bool = False) -> None:
        self.look(drive.name, drive.folder)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "更新包在哪个文件夹")
        if chosen:
            self.look(Path(chosen).name, Path(chosen))

    def _show_standing(self) -> None:
        """Say which pack answers now."""
        for part in list(self._in_use.findChildren(QWidget, "packInUse")):
            self._in_use.remove(part)
            part.deleteLater()
        pack = self._parts.in_use()
        held = pack_card(self.rows, pack) if pack else card(self.rows)
        if pack is None:
            held.add(plain(f"{EMBEDDED}。"))
        held.setObjectName("packInUse")
        self._in_use.add(held)
        other = self._parts.other()
        self._back.setText(GO_BACK.format(other))
        show(self._back, bool(other))
        tell(self._in_use)

    def _lay_out(self) -> None:
        back = Flow(em(self, 0.5))
        back.add(self._back)
        self._in_use.add(plain(IN_USE, "title"))
        self._none = plain(role="quiet", name="noPacks")
        self._at_hand.add(plain(AT_HAND, "title"), self._none, self._offered)
        cancel = Flow(em(self, 0.5))
        cancel.add(self._cancel)
        self._progress.add(self._so_far, cancel)
        self._progress.hide()
        self.rows.add(self._progress, self._in_use, back, self._at_hand)


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    return button
