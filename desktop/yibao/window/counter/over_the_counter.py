"""What is opened from the menu, over the window or in its place, and made only then."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMenu, QStackedWidget

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.store import PolicyStore
from yibao.presenters.handout.handout import MakeHandout
from yibao.window.sheets.preferences import Preferences

if TYPE_CHECKING:
    from yibao.window.desk.parts import DeskParts
    from yibao.window.packs.parts import PackParts
    from yibao.window.sheets.page import Page

SaveFile = Callable[[Path, bytes], None]


class Machine(NamedTuple):
    """What is opened here needs this of the machine; whoever makes the counter hands it in."""

    save_file: SaveFile
    print_font: Callable[[], str]
    newer_store: Callable[[], PolicyStore | None]
    """What is answered from now on; None where nobody has changed anything."""
    desk: "Callable[[], DeskParts]"
    packs: "Callable[[], PackParts]"
    roster_command: Sequence[str]
    """What starts the process that reads a roster."""


class Seen(NamedTuple):
    """What stands on the counter when something is opened over it."""

    store: PolicyStore
    search: RegionSearch
    today: date
    region: str
    """Code of the region that is chosen; empty for none."""
    preferences: Preferences


class OverTheCounter(QObject):
    """Opens sheets, which are dialogs, and pages, which take the place of the window's front.

    A page is added by a line in `_offered`, and what it needs of the machine by one in `Machine`.
    """

    preferred = Signal(str, object)
    """The name of a preference, and what it is to be from now on."""
    rules_changed = Signal()
    """What is answered from has changed."""

    def __init__(
        self, counter: QStackedWidget, menu: QMenu, machine: Machine, seen: Callable[[], Seen]
    ) -> None:
        super().__init__(counter)
        self._counter = counter
        self._machine = machine
        self._seen = seen
        self._page: Page | None = None
        for text, name, open_it in self._offered():
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(open_it)

    def _offered(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        """The entries of the menu: text, objectName, and what opens it."""
        return (
            ("批量查询…", "rosterAction", self.open_roster),
            ("政策维护…", "deskAction", self.open_desk),
            ("更新规定…", "packAction", self.open_packs),
            ("设置…", "settingsAction", self.open_settings),
            ("使用说明 (F1)", "helpAction", self.open_help),
            ("关于…", "aboutAction", self.open_about),
        )

    def show_page(self, page: "Page") -> None:
        """Put a page in the place of the front until it is left."""
        self._take_away()
        self._page = page
        page.left.connect(self._take_away)
        self._counter.addWidget(page)
        self._counter.setCurrentWidget(page)
        page.start()

    def forget_visitor(self) -> None:
        """Close what is about the visitor who was here."""
        for dialog in self._counter.findChildren(QDialog, "handoutDialog"):
            dialog.close()
        if self._page:
            self._page.forget_visitor()

    def open_desk(self) -> None:
        """The office's own rules."""
        from yibao.window.desk.desk_page import DeskPage  # noqa: PLC0415 - seldom used

        seen = self._seen()
        region = seen.region or seen.preferences.office_region
        page = DeskPage(
            self._machine.desk(), lambda: self._seen().store, seen.search, seen.today, region
        )
        page.changed.connect(self.rules_changed)
        self.show_page(page)

    def print_handout(self, make: MakeHandout, about_person: bool) -> None:
        """Ask on what and how a handout is printed."""
        from yibao.window.handout.handout_dialog import HandoutDialog  # noqa: PLC0415 - with printing

        family = self._machine.print_font()
        save_file = self._machine.save_file
        HandoutDialog(make, about_person, save_file, family, self._counter).open()

    def open_packs(self) -> None:
        """Updates of the rules from a stick."""
        from yibao.window.packs.pack_page import PackPage  # noqa: PLC0415 - seldom used

        page = PackPage(self._machine.packs())
        page.changed.connect(self.rules_changed)
        self.show_page(page)

    def open_roster(self) -> None:
        """Many people at once, out of a file."""
        from yibao.window.roster.roster_page import RosterPage  # noqa: PLC0415 - seldom used

        seen = self._seen()
        region = seen.region or seen.preferences.office_region
        known = region if region in seen.store.regions else ""
        self.show_page(RosterPage(self._machine.roster_command, seen.today, known))

    def open_about(self) -> None:
        """What the program is."""
        from yibao.window.sheets.about import AboutDialog  # noqa: PLC0415 - seldom used

        seen = self._seen()
        AboutDialog(seen.store, seen.today, self._counter).open()

    def open_help(self) -> None:
        """How a visit goes, and the keys."""
        from yibao.window.sheets.help import HelpDialog  # noqa: PLC0415 - seldom used

        HelpDialog(self._counter).open()

    def open_settings(self) -> None:
        """What an office sets once."""
        from yibao.window.sheets.settings import SettingsDialog  # noqa: PLC0415 - seldom used

        seen = self._seen()
        dialog = SettingsDialog(seen.preferences, seen.store.regions, seen.region, self._counter)
        dialog.contrast_chosen.connect(partial(self.preferred.emit, "contrast"))
        dialog.idle_chosen.connect(partial(self.preferred.emit, "idle_minutes"))
        dialog.office_chosen.connect(partial(self.preferred.emit, "office_region"))
        dialog.open()

    def _take_away(self) -> None:
        """Show the front again; the keys go where they went before."""
        page, self._page = self._page, None
        if page:
            self._counter.setCurrentIndex(0)
            self._counter.removeWidget(page)
            page.deleteLater()
