"""The form: from what was typed to an inquiry, or to what is wrong with it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

from yibao.calculation.ages import days_of_birth
from yibao.calculation.inquiry import Inquiry
from yibao.presenters import words
from yibao.presenters.asking.entries import (
    COMPACT_DAY,
    FULL_WIDTH,
    EntryError,
    read_age,
    read_amount,
    read_average,
    read_base,
    read_birth,
    read_day_asked,
    read_day_of_life,
    read_duration,
    read_past_day,
)

Field = Literal[
    "region",
    "status",
    "retirement_completed",
    "plan",
    "retired_from",
    "age",
    "born",
    "pension",
    "average_pension",
    "base",
    "on",
    "sex",
    "worker_category",
    "paid_years",
    "actual_years",
    "deemed",
    "enrolled",
    "retires_on",
    "shortfall_base",
    "account_years",
    "unbroken_years",
    "work_start",
    "scheme_start",
]

CHOICES: dict[Field, Mapping[str, str]] = {
    "status": words.STATUSES,
    "retirement_completed": words.RETIREMENT_COMPLETED,
    "plan": words.PLANS,
    "retired_from": words.RETIRED_FROM,
}
OPEN_CHOICES: dict[Field, Mapping[str, str]] = {
    "sex": words.SEXES,
    "worker_category": words.WORKER_CATEGORIES,
    "deemed": words.DEEMED,
}
"""Choices that may be left open."""
TEXT_FIELDS: tuple[Field, ...] = (
    "age",
    "born",
    "pension",
    "average_pension",
    "base",
    "on",
    "paid_years",
    "actual_years",
    "enrolled",
    "retires_on",
    "shortfall_base",
    "account_years",
    "unbroken_years",
    "work_start",
    "scheme_start",
)

PARTS: Mapping[Field, tuple[str, str, str]] = {
    "actual_years": ("actual_months", "paid_months", "实际缴费年限不会比累计年限多，请核对。"),
    "account_years": (
        "account_months",
        "actual_months",
        "有个人账户的年限不会比实际缴费年限多，请核对。",
    ),
    "unbroken_years": (
        "unbroken_months",
        "paid_months",
        "连续缴费的年限不会比累计年限多，请核对。",
    ),
}
"""Fields with a part that cannot be longer than its whole, and what is said where it is."""

TOO_YOUNG_TO_RETIRE = 40
"""Years of age: ten before the earliest statutory age, of which sickness and heavy work take off
some, and never so many."""
UNFINISHED = 9
"""Up to here an age may be the first digit of one that is still being typed."""

Read = TypeVar("Read")


class Entries(Struct, frozen=True, kw_only=True):
    """What stands in the form, as text; an empty text for what was left open."""

    region: str = ""
    """Code of the chosen region; empty while none is chosen."""
    status: str = "retired"
    retirement_completed: str = "yes"
    plan: str = "full"
    retired_from: str = "employer"
    age: str = ""
    born: str = ""
    pension: str = ""
    average_pension: str = ""
    base: str = ""
    on: str = ""
    """The day asked about; today where empty."""
    sex: str = ""
    worker_category: str = ""
    paid_years: str = ""
    actual_years: str = ""
    deemed: str = ""
    """Whether the years in all hold deemed ones: yes, no, or empty."""
    enrolled: str = ""
    retires_on: str = ""
    shortfall_base: str = ""
    account_years: str = ""
    unbroken_years: str = ""
    work_start: str = ""
    scheme_start: str = ""
    with_years: bool = False
    """Whether somebody retired asks about years and retirement as well."""

    @property
    def has_person(self) -> bool:
        """Whether anything is filled in besides the place."""
        return self != Entries(region=self.region, with_years=self.with_years)


def birth_in_its_field(entries: Entries, today: date) -> Entries:
    """The entries with a date of birth that was typed as an age (19550301) in its own field.

    Only where that is empty: nothing that was typed is written over.
    """
    typed = entries.age.translate(FULL_WIDTH).strip()
    if entries.born.strip() or not COMPACT_DAY.fullmatch(typed):
        return entries
    try:
        read_birth(typed, today)
    except EntryError:
        return entries
    return msgspec.structs.replace(entries, age="", born=typed)


class Reading(Struct, frozen=True):
    """An inquiry and its day, or what is wrong with the entries, in the order of the form."""

    inquiry: Inquiry | None
    on: date
    errors: Mapping[Field, str]


def _parts_beyond_their_whole(known: Mapping[str, Any]) -> dict[Field, str]:
    return {
        field: sentence
        for field, (part, whole, sentence) in PARTS.items()
        if None not in (known[part], known[whole]) and known[part] > known[whole]
    }


def read_entries(entries: Entries, today: date) -> Reading:
    """Read a form; the inquiry is None where any entry is wrong or no region is chosen."""
    errors = _choices_that_are_none(entries)

    def read(field: Field, reader: Callable[[str], Read]) -> Read | None:
        typed: str = getattr(entries, field)
        if not typed or typed.isspace():
            return None
        try:
            return reader(typed)
        except EntryError as error:
            errors[field] = str(error)
            return None

    on = read("on", read_day_asked) or today
    age, birth = read("age", read_age), read("born", lambda typed: read_birth(typed, on))
    born, born_until = birth or (None, None)
    if age is not None and birth:
        possible = days_of_birth(*birth, age, on)
        if possible:
            born, born_until = possible
        else:
            errors["age"] = "年龄和出生日期对不上，请核对，或者只填一样。"
    ages = Inquiry(region=entries.region, age=age, born=born, born_until=born_until).ages_on(on)
    if entries.status == "retired" and ages and UNFINISHED < ages[-1] < TOO_YOUNG_TO_RETIRE:
        told = f"退休的人不会只有 {ages[-1]} 岁，请核对；还没退休的，不要按退休的人来查。"
        errors.setdefault("born" if age is None else "age", told)
    known: dict[str, Any] = {
        "age": age,
        "born": born,
        "born_until": None if born_until == born else born_until,
        "pension": read("pension", read_amount),
        "average_pension": read("average_pension", read_average),
        "base": read("base", read_base),
        "paid_months": read("paid_years", read_duration),
        "actual_months": read("actual_years", read_duration),
        "enrolled": read("enrolled", lambda typed: read_past_day(typed, on)),
        "retires_on": read("retires_on", read_day_of_life),
        "shortfall_base": read("shortfall_base", read_amount),
        "account_months": read("account_years", read_duration),
        "unbroken_months": read("unbroken_years", read_duration),
        "work_start": read("work_start", lambda typed: read_past_day(typed, on)),
        "scheme_start": read("scheme_start", lambda typed: read_past_day(typed, on)),
    }
    errors |= _parts_beyond_their_whole(known)
    if errors or not entries.region:
        return Reading(None, on, errors)
    return Reading(msgspec.convert(_chosen(entries) | known, Inquiry), on, errors)


def _choices_that_are_none(entries: Entries) -> dict[Field, str]:
    """What is wrong with the choices; those that may be left open may be empty."""
    errors: dict[Field, str] = {}
    for field, choices in (CHOICES | OPEN_CHOICES).items():
        left_open = field in OPEN_CHOICES and not getattr(entries, field)
        if not left_open and getattr(entries, field) not in choices:
            errors[field] = f"只能是：{'、'.join(choices)}。"
    return errors


def _chosen(entries: Entries) -> dict[str, Any]:
    """The region and the choices, as an inquiry has them."""
    chosen: dict[str, Any] = {field: getattr(entries, field) for field in ("region", *CHOICES)}
    chosen |= {field: getattr(entries, field) or None for field in ("sex", "worker_category")}
    chosen["retirement_completed"] = entries.retirement_completed == "yes"
    chosen["deemed_included"] = entries.deemed == "yes" if entries.deemed else None
    return chosen
