"""What the desk does to an office's files; whatever keeps it from being done is a sentence."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from yibao.policy.office.edits import (
    NoSuchPeriodError,
    OverlapError,
    end,
    enter,
    take_back_period,
)
from yibao.policy.office.exchange import take_in
from yibao.policy.office.office_file import OfficeFile
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import Period
from yibao.policy.store import subject
from yibao.policy.timeline import KeptIn
from yibao.presenters import notices
from yibao.presenters.asking.entries import EntryError, read_day
from yibao.presenters.desk.confirming import confirm_again
from yibao.presenters.desk.desk_form import read_desk_form
from yibao.presenters.desk.desk_list import DeskRow
from yibao.presenters.desk.entered import DeskForm
from yibao.window.desk.parts import DeskParts, Edit

Errors = Mapping[str, str]
"""Sentences by the fields where they are said, "" for none of them; empty where it was done."""
GONE = "这一条别人已经改过了，请返回再看一遍。"
TOO_EARLY = "停用的日子不能比开始的日子早。"


class Doing:
    """Every change is made of what stands in the file just then."""

    def __init__(self, parts: DeskParts, today: date) -> None:
        self.today = today
        self._parts = parts

    def enter(self, place: KeptIn, form: DeskForm, instead: DeskRow | None = None) -> Errors:
        """Add what stands in a form, or replace what begins on the same day.

        `instead` is what was to be changed: it goes also where it is now about something else, or
        for other days.
        """
        try:
            kept = self._without(instead, self._parts.kept[place].read())
        except NoSuchPeriodError:
            return {"": GONE}
        reading = read_desk_form(form, self._parts.below, kept, self.today)
        rule, source = reading.rule, reading.reference
        if rule is None or source is None:
            return reading.errors
        is_same = instead and _what_and_when(instead.rule, instead.period) == _what_and_when(
            rule, rule.periods[0]
        )
        gone = None if is_same else instead
        return self._change(
            place,
            lambda file: enter(self._without(gone, file), rule, [source], self._now()),
        )

    def _without(self, row: DeskRow | None, file: OfficeFile) -> OfficeFile:
        return take_back_period(file, row.rule_id, row.start_date, self._now()) if row else file

    def end(self, row: DeskRow, typed: Mapping[str, str]) -> Errors:
        """Let it end on the `last` day."""
        try:
            last = read_day(typed["last"])
        except EntryError as error:
            return {"last": str(error)}
        if row.start_date and last < row.start_date:
            return {"last": TOO_EARLY}
        return self._change(
            _place_of(row), lambda file: end(file, row.rule_id, row.start_date, last, self._now())
        )

    def take_back(self, row: DeskRow, typed: Mapping[str, str]) -> Errors:
        """Take it out again."""
        return self._change(
            _place_of(row),
            lambda file: take_back_period(file, row.rule_id, row.start_date, self._now()),
        )

    def confirm(self, place: KeptIn, row: DeskRow, typed: Mapping[str, str]) -> Errors:
        """Say that it holds as it did, by a `document` of an `issuer`.

        What the program brings is taken over into the file of a place.
        """
        return self._change(
            row.kept_in or place,
            lambda file: confirm_again(file, row, on=self.today, at=self._now(), **typed),
        )

    def take_in(self, place: KeptIn, theirs: OfficeFile, taken: Collection[str]) -> Errors:
        """Take in another office's rules, as it was decided."""
        return self._change(place, lambda file: take_in(file, theirs, taken, self._now()))

    def _change(self, place: KeptIn, edit: Edit) -> Errors:
        kept = self._parts.kept[place]
        try:
            kept.change(edit)
        except PermissionError:
            return {"": notices.OFFICE_NO_RIGHT}
        except OSError:
            return {"": next(iter(kept.troubles), notices.OFFICE_NOT_KEPT)}
        except (NoSuchPeriodError, OverlapError):
            return {"": GONE}
        return {}

    def _now(self) -> datetime:
        """The day that the program goes by, and the time of this moment."""
        return datetime.combine(self.today, datetime.now().time().replace(microsecond=0))


def _what_and_when(rule: Rule, period: Period) -> object:
    return subject(rule), period.start_date


def _place_of(row: DeskRow) -> KeptIn:
    return row.kept_in or "user"
