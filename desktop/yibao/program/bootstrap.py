"""The one place where the parts of the program are made and wired."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer

from yibao.policy.store import PolicyStore
from yibao.presenters import notices
from yibao.program.appearance import text_size
from yibao.program.contents import read_contents
from yibao.program.groundwork import ONCE_PAINTED, Groundwork
from yibao.program.office_layer import OfficeLayer
from yibao.program.options import read_options
from yibao.program.pack_layer import PackLayer
from yibao.system import log
from yibao.system.files import write_file
from yibao.system.folders import Folders, user_folders
from yibao.system.processes import ROSTER_WORK, own_command
from yibao.window.counter.counter import Counter
from yibao.window.counter.over_the_counter import Machine
from yibao.window.sheets.preferences import Preferences


class Application:
    """The program, ready to run: its counter in its window, and what connects them to the rest."""

    def __init__(self, groundwork: Groundwork, clock: Callable[[], date] = date.today) -> None:
        self._groundwork = groundwork
        self.qt = groundwork.qt
        self.window = groundwork.window
        self._appearance = groundwork.appearance
        self._settings_file = groundwork.settings_file
        self._settings = groundwork.settings
        groundwork.introduce()
        contents = read_contents(groundwork.folders, clock())
        self._packs = PackLayer(groundwork.folders, contents.store, clock)
        self._office = OfficeLayer(groundwork.folders, self._packs.store, clock)
        self.counter = Counter(
            self._office.store,
            contents.guides,
            clock,
            preferences=self._preferences(),
            icons=contents.icons,
            machine=Machine(
                save_file=partial(write_file, keep_before=False),
                print_font=self._appearance.print_font,
                newer_store=self._newer_store,
                desk=self._office.desk_parts,
                packs=self._packs.parts,
                roster_command=(*own_command(), ROSTER_WORK),
            ),
        )
        self.counter.show_recent(self._settings.recent_regions)
        for message in (
            *self._appearance.troubles,
            *self._settings_trouble(),
            *contents.troubles,
            *self._packs.troubles,
            *self._office.troubles,
        ):
            self.counter.tell(message)
        self.counter.region_chosen.connect(self._remember_region_later)
        self.counter.preference_chosen.connect(self._use_preference)
        self.window.closed.connect(self.counter.close_visitor_view)
        self.counter.go_on_from(self.window.hold(self.counter))

    def close(self) -> None:
        """Take the window apart while there is still a program around it."""
        self._groundwork.close()

    def _newer_store(self) -> PolicyStore | None:
        """What everybody answers from now on; None where nothing has changed."""
        if self._packs.look_again():
            self._office.rest_on(self._packs.store)
        elif not self._office.look_again():
            return None
        for message in (*self._packs.troubles, *self._office.troubles):
            self.counter.tell(message)
        return self._office.store

    def _settings_trouble(self) -> Sequence[str]:
        if trouble := self._settings_file.trouble:
            return (notices.SETTINGS_TROUBLE[trouble.kind].format(trouble.name),)
        return ()

    def _remember_region_later(self, code: str) -> None:
        """Only once the answer is painted, because a disk is slower than a frame."""
        QTimer.singleShot(ONCE_PAINTED, self.window, lambda: self._remember_region(code))

    def _remember_region(self, code: str) -> None:
        self._keep(recent_regions=self._settings.with_recent(code).recent_regions)
        self.counter.show_recent(self._settings.recent_regions)

    def _use_preference(self, name: str, value: object) -> None:
        self._keep(**{name: value})
        if name in ("text_size", "contrast"):
            self._appearance.put_on(self._settings)
        if name == "text_size":
            self.counter.renew_page()

    def _preferences(self) -> Preferences:
        kept = self._settings
        return Preferences(
            text_size=text_size(kept),
            contrast=kept.contrast,
            idle_minutes=kept.idle_minutes,
            office_region=kept.office_region,
        )

    def _keep(self, **changes: Any) -> None:
        self._settings = self._settings._replace(**changes)
        try:
            self._settings_file.change(**changes)
        except OSError as error:
            log.LOGGER.error("settings not kept: %s", type(error).__name__)
            self.counter.tell(notices.SETTINGS_NOT_KEPT)


def build(
    argv: Sequence[str],
    folders: Folders | None = None,
    clock: Callable[[], date] = date.today,
) -> Application:
    """Make the whole program without entering its event loop; folders and clock can be replaced.

    `argv` is that of a process, the program's name first; `--demo PLACE AGE` fills in a visitor.
    Raises InputError for arguments that cannot be used.
    """
    options = read_options(argv[1:])
    application = Application(Groundwork(argv[0], folders or user_folders()), clock)
    if options.demo:
        application.counter.show_demo(*options.demo)
    return application
