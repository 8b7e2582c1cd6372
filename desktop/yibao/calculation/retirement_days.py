"""The days on which somebody retires, or may be held to retire."""

from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from yibao.calculation.ages import month_end
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.retirement import RetirementAnswer, RetirementDates
from yibao.policy.rules.retirement_rules import WorkerCategory

Because = Literal["stated", "statutory", "earliest", "latest", "now"]
"""Why it may be that day: it was stated · the statutory age is reached · the first, or the last,
that may be chosen · the procedure cannot be done before the day asked about."""


class RetirementDay(Struct, frozen=True):
    """A day of retirement, or the first of the month in which it lies."""

    because: Because
    on: date
    by: date
    """The last day of the month; the day itself where that is known."""
    worker_category: WorkerCategory | None = None
    """The group that would retire then, where it is open to which the person belongs."""


def waits_for_procedure(inquiry: Inquiry, retirement: RetirementAnswer, on: date) -> bool:
    """Whether somebody has reached the age, and has not retired yet.

    That is one case, whether they still work or say that their procedure is pending.
    """
    if inquiry.retirement_pending:
        return True
    if inquiry.status not in ("in_service", "flexible"):
        return False
    if inquiry.retires_on:
        return inquiry.retires_on <= on
    return bool(retirement.every) and all(dates.month <= on for dates in retirement.every)


def retirement_days(
    inquiry: Inquiry, retirement: RetirementAnswer, on: date
) -> tuple[RetirementDay, ...]:
    """Every day that is possible, the one to go by first; nothing where none is known.

    Which day decides for somebody who has reached the age and waits, no source says: both the
    statutory month and the day asked about are there.
    """
    if inquiry.retires_on:
        return (RetirementDay("stated", inquiry.retires_on, inquiry.retires_on),)
    if waits_for_procedure(inquiry, retirement, on):
        now = RetirementDay("now", on, on)
        return (now, *(d for d in _statutory(retirement) if d.on <= on)) if retirement.every else ()
    if inquiry.status == "retired":
        return tuple(day for day in _statutory(retirement) if day.on <= on)
    coming = tuple(_to_come(day, on) for day in _statutory(retirement))
    return (*coming, *_chosen(retirement.dates, on)) if retirement.dates else coming


def _statutory(retirement: RetirementAnswer) -> tuple[RetirementDay, ...]:
    return tuple(
        RetirementDay(
            "statutory",
            dates.month,
            month_end(dates.month),
            dates.group.worker_category if retirement.possible else None,
        )
        for dates in retirement.every
    )


def _to_come(day: RetirementDay, on: date) -> RetirementDay:
    """The day itself; now, where one of two groups has reached its age already."""
    return day if day.on > on else replace(day, because="now", on=on, by=on)


def _chosen(dates: RetirementDates, on: date) -> tuple[RetirementDay, ...]:
    """The first and the last month that may be chosen instead of the statutory one."""
    first = max(dates.earliest, on.replace(day=1))
    earliest = RetirementDay("earliest", first, month_end(first))
    if dates.latest is None:
        return (earliest,)
    return earliest, RetirementDay("latest", dates.latest, month_end(dates.latest))
