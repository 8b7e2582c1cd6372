"""Dates that fit: periods in order, and everything with dates of its own inside them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from yibao.policy.loading.problems import Placed, PolicyProblem
from yibao.policy.rules.credit_rules import CreditPeriod
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import Period
from yibao.policy.rules.premium_rules import FlexiblePremiumPeriod
from yibao.policy.rules.prices import Offer, PublishedBase, RateOfBase
from yibao.policy.rules.shortfall_rules import ShortfallPeriod


def dated_parts(period: Period) -> Iterator[tuple[str, Period]]:
    """A period, and what stands in it with dates and sources of its own, each with its path."""
    yield "", period
    if isinstance(period, CreditPeriod):
        for i, deduction in enumerate(period.deductions):
            yield f".deductions[{i}]", deduction
    for at, bases in _bases(period):
        for i, base in enumerate(bases):
            yield f"{at}[{i}]", base


def check_dates(placed: Placed[Rule]) -> Iterator[PolicyProblem]:
    """Nothing ends before it begins; lists of periods stand in order of time."""
    rule = placed.record
    for i, period in enumerate(rule.periods):
        for at, part in dated_parts(period):
            if part.start_date and part.end_date and part.end_date < part.start_date:
                yield placed.problem("dates", str(part.end_date), f".periods[{i}]{at}.end_date")
        for at, bases in _bases(period):
            yield from _check_order(placed, f".periods[{i}]{at}", bases)
    yield from _check_order(placed, ".periods", rule.periods)


def check_confirmations(rules: Iterable[Placed[Rule]], today: date) -> Iterator[PolicyProblem]:
    """Nothing can have been confirmed on a day still to come."""
    for placed in rules:
        for i, period in enumerate(placed.record.periods):
            for at, part in dated_parts(period):
                if part.confirmed_on and part.confirmed_on > today:
                    found = str(part.confirmed_on)
                    yield placed.problem("future", found, f".periods[{i}]{at}.confirmed_on")


def _bases(period: Period) -> Iterator[tuple[str, Sequence[Period]]]:
    """The periods of the published bases among ways to pay, each list with its path."""
    offers: Sequence[Offer] = ()
    if isinstance(period, ShortfallPeriod | FlexiblePremiumPeriod):
        offers = period.offers
    for i, offer in enumerate(offers):
        price = offer.price
        if isinstance(price, RateOfBase) and isinstance(price.base, PublishedBase):
            yield f".offers[{i}].price.base.periods", price.base.periods


def _check_order(
    placed: Placed[Rule], where: str, periods: Sequence[Period]
) -> Iterator[PolicyProblem]:
    """Periods stand in order of time, without an overlap and without a gap not declared."""
    for i, period in enumerate(periods[1:], 1):
        last, at = periods[i - 1].end_date or date.max, f"{where}[{i}].start_date"
        if last == date.max or period.start_date is None:
            yield placed.problem("overlap", str(period.start_date), at)
            continue
        next_day = last + timedelta(days=1)
        if period.start_date < next_day:
            yield placed.problem("overlap", str(period.start_date), at)
        elif (period.start_date > next_day) != period.after_gap:
            yield placed.problem("gap", str(period.start_date), at)
