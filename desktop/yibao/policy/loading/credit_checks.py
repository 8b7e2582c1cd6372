"""What the form of a credit cannot say: ages without a gap, roundings, amounts that are left."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from yibao.policy.loading.problems import Placed, PolicyProblem
from yibao.policy.places.regions import RegionTable
from yibao.policy.rules.credit_rules import CreditPeriod, OtherCredit
from yibao.policy.rules.figures import rate, yuan
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.methods import (
    AgeRange,
    AmountByAge,
    AveragePension,
    CreditMethod,
    FixedAmount,
    Share,
    ShareByAge,
    ShareRange,
)


def check_credit(
    placed: Placed[Rule], at: str, period: CreditPeriod, table: RegionTable
) -> Iterator[PolicyProblem]:
    """Everything wrong with one period of a credit, at a path inside its rule."""
    yield from _check_method(placed, at, period, table)
    for j, other in enumerate(period.contested):
        yield from _check_method(placed, f"{at}.contested[{j}]", other, table)
    taken = sum((yuan(deduction.amount) for deduction in period.deductions), Decimal(0))
    methods = [period.method, *(other.method for other in period.contested)]
    if taken and (period.credited == "yearly" or not all(_leave_something(methods, taken))):
        yield placed.problem("deduction", str(taken), f"{at}.deductions")


def _leave_something(methods: Sequence[CreditMethod], taken: Decimal) -> Iterator[bool]:
    """Whether something surely reaches the account after a deduction, by each method."""
    for method in methods:
        if isinstance(method, FixedAmount):
            yield yuan(method.amount) > taken
        elif isinstance(method, AmountByAge):
            yield all(yuan(band.amount) > taken for band in method.bands)
        else:
            yield not isinstance(method, Share | ShareRange | ShareByAge)


def _check_method(
    placed: Placed[Rule], at: str, credit: CreditPeriod | OtherCredit, table: RegionTable
) -> Iterator[PolicyProblem]:
    method = credit.method
    if isinstance(method, AmountByAge | ShareByAge) and not _covers_all_ages(method.bands):
        yield placed.problem("bands", _ages(method.bands), f"{at}.method.bands")
    if isinstance(method, ShareRange) and rate(method.low) >= rate(method.high):
        yield placed.problem("range", f"{method.low} – {method.high}", f"{at}.method")
    if isinstance(method, Share | ShareRange | ShareByAge):
        if credit.rounding is None:
            yield placed.problem("rounding", "", f"{at}.rounding")
        basis = method.of
        if isinstance(basis, AveragePension) and not (
            basis.area == "pooling_area" or basis.area in table
        ):
            yield placed.problem("unknown_region", basis.area, f"{at}.method.of.area")


def _covers_all_ages(bands: Sequence[AgeRange]) -> bool:
    """Whether every completed year from birth on lies in exactly one band, in order."""
    edges = [0, *(band.to_age for band in bands)]
    starts = [band.from_age for band in bands]
    increasing = all(band.to_age is None or band.from_age < band.to_age for band in bands)
    return increasing and starts == edges[:-1] and edges[-1] is None


def _ages(bands: Sequence[AgeRange]) -> str:
    return " ".join(f"[{band.from_age}, {band.to_age})" for band in bands)
