"""A rule that there is, as the desk's form would have it: to be changed, not typed again."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, cast

import msgspec

from yibao.policy.bases import mark
from yibao.policy.office.office_file import OfficeFile
from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import ContributionRule, YearsRequired
from yibao.policy.rules.credit_rules import CreditPeriod
from yibao.policy.rules.deductions import Deduction
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.methods import (
    AmountByAge,
    AveragePension,
    FixedAmount,
    NoAccount,
    OwnPension,
    Share,
    ShareByAge,
)
from yibao.policy.rules.periods import AveragePensionRule, ParameterPeriod, Period
from yibao.policy.rules.premium_rules import FlexiblePremiumPeriod, ResidentPremiumPeriod
from yibao.policy.rules.prices import Offer, OwnBase, RateOfBase, StatedSum
from yibao.policy.rules.shortfall_rules import ShortfallPeriod
from yibao.policy.store import PolicyStore, subject
from yibao.presenters.desk.desk_form import read_desk_form
from yibao.presenters.desk.entered import DeskDeduction, DeskForm
from yibao.presenters.desk.form_fields import KINDS


def can_enter(rule: Rule) -> bool:
    """Whether the form knows rules of this kind."""
    return subject(rule)[0] in KINDS


def form_of(area: str, rule: Rule, period: Period, source: Reference | None) -> DeskForm:
    """The form for an area, filled in with a period as far as it can say it, and with its source.

    Without a source it is a rule that the office is to replace by its own: then only what it is
    about and what it gives are filled in.
    """
    filled: dict[str, Any] = dict(_given(period))
    if isinstance(rule, AveragePensionRule):
        filled["base_year"] = str(rule.base_year)
    elif rule.whom:
        filled["status"] = rule.whom
    if isinstance(rule, ContributionRule):
        filled |= _years(period)
    if source:
        filled |= {
            "start": _day(period.start_date),
            "end": _day(period.end_date),
            "confirmed": _day(period.confirmed_on),
            "document": source.title,
            "issuer": source.issuer,
            "number": source.number or "",
            "issued": _day(source.issued_on),
            "note": period.note or "",
        }
    kind = cast(Any, subject(rule)[0])
    moves = period.moves if period.moves != "never" else "seldom"
    return msgspec.structs.replace(DeskForm(area=area, kind=kind, moves=moves), **filled)


def says_less(form: DeskForm, rule: Rule, period: Period, below: PolicyStore, today: date) -> bool:
    """Whether something of a period goes when the form that shows it is kept as it is."""
    again = read_desk_form(form, below, OfficeFile(), today).rule
    alone = msgspec.structs.replace(rule, periods=(period,))
    return again is None or mark([again], None, None) != mark([alone], None, None)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _given(period: Period) -> Iterator[tuple[str, object]]:
    """What a period gives or takes."""
    if isinstance(period, ParameterPeriod):
        yield "amount", period.amount
    elif isinstance(period, ResidentPremiumPeriod):
        yield from _premiums(period)
    elif isinstance(period, CreditPeriod):
        yield from _method(period)
        yield "credited", period.credited
        yield "deductions", tuple(_deductions(period.deductions))
    elif isinstance(period, FlexiblePremiumPeriod | ShortfallPeriod):
        yield from _price(period.offers[0])
    if isinstance(period, ShortfallPeriod):
        yield "paid", period.offers[0].paid[0]


def _price(offer: Offer) -> Iterator[tuple[str, object]]:
    price = offer.price
    if isinstance(price, StatedSum):
        yield "amount", price.amount
    elif isinstance(price, RateOfBase):
        yield "method", "rate"
        yield "rate", price.rate
        if isinstance(price.base, OwnBase):
            yield "base", price.base.what


def _method(period: CreditPeriod) -> Iterator[tuple[str, object]]:
    method = period.method
    if isinstance(method, FixedAmount):
        yield "amount", method.amount
    elif isinstance(method, AmountByAge):
        yield "method", "amount_by_age"
        yield "bands", tuple((str(band.from_age), band.amount) for band in method.bands)
    elif isinstance(method, Share | ShareByAge):
        yield "method", "share" if isinstance(method, Share) else "share_by_age"
        yield from _basis(method)
        if isinstance(method, Share):
            yield "rate", method.rate
        else:
            yield "bands", tuple((str(band.from_age), band.rate) for band in method.bands)
    elif isinstance(method, NoAccount):
        yield "method", "no_account"


def _basis(method: Share | ShareByAge) -> Iterator[tuple[str, object]]:
    of = method.of
    if isinstance(of, AveragePension):
        own = of.people == "own_group"
        yield "share_of", "average_of_group" if own else "average_pension"
        if isinstance(of.base_year, int):
            yield "base_year", str(of.base_year)
    else:
        yield "share_of", "own_pension" if isinstance(of, OwnPension) else "contribution_base"


def _deductions(taken: tuple[Deduction, ...]) -> Iterator[DeskDeduction]:
    for each in taken:
        if isinstance(each.takes, FixedAmount):
            yield DeskDeduction(each.name, each.takes.amount, each.taken)


def _premiums(period: ResidentPremiumPeriod) -> Iterator[tuple[str, object]]:
    premiums = period.premiums
    if len(premiums) == 1:
        yield "amount", premiums[0].amount
    elif all(premium.from_age is not None for premium in premiums):
        yield "method", "amount_by_age"
        yield "bands", tuple((str(premium.from_age), premium.amount) for premium in premiums)


def _years(period: Period) -> Mapping[str, str]:
    requirement = getattr(period, "requirement", None)
    if not isinstance(requirement, YearsRequired):
        return {}
    cumulative = requirement.cumulative
    return {"men": str(cumulative.men), "women": str(cumulative.women)}
