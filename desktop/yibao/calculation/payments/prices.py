"""What a month of contributions costs: each way to pay, worked out for a person and a day."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from yibao.calculation.operations import FEN
from yibao.calculation.quantities import Quantity, rate, times, yuan
from yibao.calculation.trace import PeriodOfRule, Step, Trace
from yibao.policy.rules import figures
from yibao.policy.rules.prices import (
    AddedShare,
    AddedSum,
    BasePeriod,
    Offer,
    OwnBase,
    PriceNotHeld,
    PriceStatus,
    RateOfBase,
    StatedSum,
)
from yibao.policy.terms import Plan

TWELVE = times(12)


class BaseUsed(Struct, frozen=True):
    """The base that a price is reckoned on, in yuan a month."""

    amount: Quantity
    held: BasePeriod | None
    """The published one; None where it was typed."""
    ended: bool = False
    """Whether it had run out by the day."""


class PriceOutcome(Struct, frozen=True, kw_only=True):
    """What one way to pay comes to."""

    offer: Offer
    status: PriceStatus
    per_month: Decimal | None = None
    """Yuan; None where it is not known."""
    base: BaseUsed | None = None
    ended_on: date | None = None
    """Where the status is `ended`: the last day for which the figures are known."""
    steps: tuple[Step, ...] = ()


def open_offers(offers: Sequence[Offer], plan: Plan) -> tuple[Offer, ...]:
    """The ways to pay that are open in a plan."""
    return tuple(offer for offer in offers if offer.plan in (None, plan))


def price_on(
    offer: Offer,
    typed: Decimal | None,
    on: date,
    origin: PeriodOfRule,
    *,
    own_goes_first: bool = False,
    ended_on: date | None = None,
) -> PriceOutcome:
    """What a month costs on a day.

    `typed` is a base that somebody gave, yuan a month; it is used where none is held for the day,
    or, with `own_goes_first`, instead of the published one. `ended_on` is the last day of a rule
    that has run out.
    """
    trace, price = Trace(origin), offer.price
    if isinstance(price, PriceNotHeld):
        return PriceOutcome(offer=offer, status="amount_unknown")
    base = None
    if isinstance(price, RateOfBase):
        base = _base(price, typed, on, trace, own_goes_first=own_goes_first)
        if base is None:
            return PriceOutcome(offer=offer, status="missing")
        part = rate(figures.rate(price.rate))
        amount = _to_fen(trace.do("share", base.amount, part, label="premium"), trace)
    else:
        amount = _monthly(price, trace)
    for added in offer.added:
        more = _added(added, base, trace)
        amount = trace.do("sum", amount, more, label="with_added")
    if ended_on is None and base and base.ended and base.held:
        ended_on = base.held.end_date
    return PriceOutcome(
        offer=offer,
        status="ended" if ended_on else "exact",
        per_month=amount.value,
        base=base,
        ended_on=ended_on,
        steps=trace.steps,
    )


def _base(
    price: RateOfBase, typed: Decimal | None, on: date, trace: Trace, *, own_goes_first: bool
) -> BaseUsed | None:
    """The published base of the day, else the typed one, else the last that was published."""
    base = price.base
    given = None if typed is None else BaseUsed(yuan(typed), None)
    if isinstance(base, OwnBase) or (given and own_goes_first):
        return given
    current = next((period for period in base.periods if period.holds_on(on)), None)
    if current:
        return BaseUsed(_monthly(current, trace), current)
    if given:
        return given
    last = base.periods[-1] if base.periods else None
    if last is None or not last.ran_out_before(on):
        return None
    return BaseUsed(_monthly(last, trace), last, ended=True)


def _monthly(stated: StatedSum | BasePeriod, trace: Trace) -> Quantity:
    """A stated sum as yuan a month."""
    amount = yuan(figures.yuan(stated.amount))
    if stated.per == "monthly":
        return trace.do("amount", amount, label="stated")
    year = trace.do("amount", amount, label="stated_year")
    return trace.do("twelfth", year, TWELVE, label="per_month")


def _added(added: AddedSum | AddedShare, base: BaseUsed | None, trace: Trace) -> Quantity:
    if isinstance(added, AddedSum):
        amount = trace.do("amount", yuan(figures.yuan(added.amount)), label=added.name)
        if added.per == "monthly":
            return amount
        return trace.do("twelfth", amount, TWELVE, label="per_month")
    if base is None:
        raise ValueError(f"{added.name} has no base")
    part = rate(figures.rate(added.rate))
    return _to_fen(trace.do("share", base.amount, part, label=added.name), trace)


def _to_fen(exact: Quantity, trace: Trace) -> Quantity:
    return trace.do("round_half_up", exact, yuan(FEN), label="rounded")
