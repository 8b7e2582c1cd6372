"""What a rule of each kind lays down, out of the texts of the desk's form."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal, Protocol

from yibao.presenters.asking.entries import EntryError, read_age, read_amount
from yibao.presenters.desk.entered import DeskDeduction

Json = dict[str, Any]
YEARS = re.compile(r"[1-4]?[0-9]|50")


class FieldError(ValueError):
    """Something typed that cannot be used; its text is for whoever typed it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class Texts(Protocol):
    """What of the form matters here."""

    @property
    def status(self) -> str: ...
    @property
    def method(self) -> str: ...
    @property
    def amount(self) -> str: ...
    @property
    def bands(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def rate(self) -> str: ...
    @property
    def share_of(self) -> str: ...
    @property
    def base_year(self) -> str: ...
    @property
    def credited(self) -> str: ...
    @property
    def deductions(self) -> tuple[DeskDeduction, ...]: ...
    @property
    def men(self) -> str: ...
    @property
    def women(self) -> str: ...
    @property
    def base(self) -> str: ...
    @property
    def paid(self) -> str: ...


PLACEHOLDER = {"given": {}, "expected": {"status": "exact"}}
"""Worked out before the rule is kept."""


def _credit(form: Texts) -> Json:
    if form.method == "amount":
        method: Json = {"type": "amount", "amount": _yuan(form.amount, "amount")}
    elif form.method == "amount_by_age":
        method = {"type": "amount_by_age", "bands": _bands(form, "amount")}
    elif form.method == "share":
        method = {"type": "share", "of": _basis(form), "rate": _rate(form.rate, "rate")}
    elif form.method == "share_by_age":
        method = {"type": "share_by_age", "of": _basis(form), "bands": _bands(form, "rate")}
    else:
        method = {"type": "no_account"}
    period: Json = {"method": method, "credited": form.credited}
    if form.method in ("share", "share_by_age"):
        period["rounding"] = {"quantum": "0.01", "mode": "half_up"}
    period["examples"] = [
        {"given": {"age": age, "pension": "3000", "average_pension": "3000", "base": "5000"}}
        | {"expected": {"status": "exact"}}
        for age in (66, 76)
    ]
    return {"insurance_status": form.status, "period": period | {"deductions": _taken(form)}}


def _taken(form: Texts) -> list[Json]:
    """What comes off, from the source and for as long as the credit itself."""
    return [
        {
            "name": _words(each.name, "deductions"),
            "takes": {"type": "amount", "amount": _yuan(each.amount, "deductions")},
            "taken": each.taken,
        }
        for each in form.deductions
    ]


def _bands(form: Texts, what: Literal["amount", "rate"]) -> list[Json]:
    """From each age to the next, with an amount or a share."""
    read = _yuan if what == "amount" else _rate
    starts = [_read(read_age, age, "bands") for age, _ in form.bands]
    values = [read(typed, "bands") for _, typed in form.bands]
    if len(starts) < 2 or starts[0] != 0 or starts != sorted(set(starts)):
        raise FieldError("bands", "年龄段请从 0 岁写起，从小到大，至少两段。")
    ends = [*starts[1:], None]
    return [
        {"from": start, "to": end, what: value}
        for start, end, value in zip(starts, ends, values, strict=True)
    ]


def _basis(form: Texts) -> Json:
    if form.share_of in ("own_pension", "contribution_base"):
        return {"type": form.share_of}
    people = "own_group" if form.share_of == "average_of_group" else "everyone"
    year = _year(form.base_year) if form.base_year.strip() else None
    return {"type": "average_pension", "area": "pooling_area", "base_year": year, "people": people}


def _average(form: Texts) -> Json:
    return {
        "base_year": _year(form.base_year),
        "period": {"amount": _yuan(form.amount, "amount")},
    }


def _years(form: Texts) -> Json:
    cumulative = {"men": _count(form.men, "men"), "women": _count(form.women, "women")}
    example = {"given": {"sex": "male", "paid_months": 240}, "expected": {"status": "met"}}
    return {
        "insurance_status": form.status,
        "period": {
            "requirement": {"type": "years", "cumulative": cumulative},
            "examples": [example],
        },
    }


def _shortfall(form: Texts) -> Json:
    example = {"given": {"missing_months": 12}, "expected": {"status": "exact"}}
    offer = {"paid": [form.paid], "price": _price(form)}
    return {"insurance_status": "in_service", "period": {"offers": [offer], "examples": [example]}}


def _premium(form: Texts) -> Json:
    return {"period": {"offers": [{"price": _price(form)}], "examples": [PLACEHOLDER]}}


def _resident(form: Texts) -> Json:
    if form.method == "amount_by_age":
        bands = _bands(form, "amount")
        premiums = [
            {
                "people": _ages_in_words(band["from"], band["to"]),
                "from_age": band["from"],
                "to_age": band["to"],
                "amount": band["amount"],
            }
            for band in bands
        ]
    else:
        premiums = [{"people": "城乡居民", "amount": _yuan(form.amount, "amount")}]
    examples = [
        {"given": {"age": premium.get("from_age")}, "expected": {"amounts": [premium["amount"]]}}
        for premium in premiums
    ]
    return {"period": {"premiums": premiums, "examples": examples}}


def _ages_in_words(first: int, end: int | None) -> str:
    since = f"满 {first} 岁" if first else ""
    until = f"不满 {end} 岁" if end else ""
    return "、".join(filter(None, (since, until))) + "的居民"


def _price(form: Texts) -> Json:
    if form.method == "amount":
        return {"type": "amount", "amount": _yuan(form.amount, "amount")}
    what = _words(form.base, "base")
    return {"type": "rate", "rate": _rate(form.rate, "rate"), "base": {"type": "own", "what": what}}


CONTENT: Mapping[str, Callable[[Texts], Json]] = {
    "account_credit": _credit,
    "average_pension": _average,
    "contribution_years": _years,
    "shortfall": _shortfall,
    "flexible_premium": _premium,
    "resident_premium": _resident,
}


def _yuan(text: str, field: str) -> str:
    return f"{_read(read_amount, text, field):.2f}"


def _rate(text: str, field: str) -> str:
    plain = text.strip().removesuffix("%").removesuffix("％").strip()
    if not re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,4})?", plain) or not Decimal(plain):
        raise FieldError(field, "比例请写百分之几，比如 2.8。")
    return f"{Decimal(plain)}%"


def _count(text: str, field: str) -> int:
    if not YEARS.fullmatch(text.strip()) or int(text) == 0:
        raise FieldError(field, "年限请填 1 到 50 的整数。")
    return int(text)


def _year(text: str) -> int:
    if not re.fullmatch(r"(19|20)[0-9]{2}", text.strip()):
        raise FieldError("base_year", "年度请写四位数，比如 2021。")
    return int(text)


def _words(text: str, field: str) -> str:
    if not text.strip():
        raise FieldError(field, "这里不能空着。")
    return text.strip()


def _read(read: Callable[[str], Any], text: str, field: str) -> Any:
    try:
        return read(text)
    except EntryError as error:
        raise FieldError(field, str(error)) from None
