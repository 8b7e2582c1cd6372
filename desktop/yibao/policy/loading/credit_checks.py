"""What the form of a credit cannot say: ages without a gap, roundings, amounts that are left."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from yibao.policy.loading.problems import Placed, PolicyProblem
from yibao.policy.places.regions import RegionTable
from yibao.policy.rules.credit_rules import CreditPeriod, OtherCredit
from yibao.policy.rules.deductions import ShareTaken
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
    if period.credited_in and period.credited == "monthly":
        yield placed.problem("month", str(period.credited_in), f"{at}.credited_in")
    for j, other in enumerate(period.contested):
        yield from _check_method(placed, f"{at}.contested[{j}]", other, table)
    yield from _check_deductions(placed, at, period, table)


def _check_deductions(
    placed: Placed[Rule], at: str, period: CreditPeriod, table: RegionTable
) -> Iterator[PolicyProblem]:
    """Only from monthly amounts, and never as much as there is."""
    methods = [period.method, *(other.method for other in period.contested)]
    taken = sum(
        (
            yuan(deduction.takes.amount)
            for deduction in period.deductions
            if isinstance(deduction.takes, FixedAmount) and deduction.off == "account"
        ),
        Decimal(0),
    )
    takes_from_sums = any(deduction.off == "account" for deduction in period.deductions)
    if takes_from_sums and (
        period.credited == "yearly" or not all(_leave_something(methods, taken))
    ):
        yield placed.problem("deduction", str(taken), f"{at}.deductions")
    for i, deduction in enumerate(period.deductions):
        inside = f"{at}.deductions[{i}]"
        if deduction.month and deduction.taken == "monthly":
            yield placed.problem("month", str(deduction.month), f"{inside}.month")
        if isinstance(deduction.takes, ShareTaken):
            yield from _check_basis(placed, f"{inside}.takes.of", deduction.takes.of, table)


def _leave_something(methods: Sequence[CreditMethod], taken: Decimal) -> Iterator[bool]:
    """Whether something of a sum is left, by each method; shares are not known beforehand."""
    for method in methods:
        if isinstance(method, FixedAmount):
            yield yuan(method.amount) > taken
        elif isinstance(method, AmountByAge):
            yield all(yuan(band.amount) > taken for band in method.bands)
        else:
            yield True


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
        yield from _check_basis(placed, f"{at}.method.of", method.of, table)


def _check_basis(
    placed: Placed[Rule], at: str, basis: object, table: RegionTable
) -> Iterator[PolicyProblem]:
    if isinstance(basis, AveragePension):
        if basis.area != "pooling_area" and basis.area not in table:
            yield placed.problem("unknown_region", basis.area, f"{at}.area")
        plausible = basis.plausible
        if plausible and yuan(plausible.low) >= yuan(plausible.high):
            found = f"{plausible.low} – {plausible.high}"
            yield placed.problem("range", found, f"{at}.plausible")


def _covers_all_ages(bands: Sequence[AgeRange]) -> bool:
    """Whether every completed year from birth on lies in exactly one band, in order."""
    edges = [0, *(band.to_age for band in bands)]
    starts = [band.from_age for band in bands]
    increasing = all(band.to_age is None or band.from_age < band.to_age for band in bands)
    return increasing and starts == edges[:-1] and edges[-1] is None


def _ages(bands: Sequence[AgeRange]) -> str:
    return " ".join(f"[{band.from_age}, {band.to_age})" for band in bands)
