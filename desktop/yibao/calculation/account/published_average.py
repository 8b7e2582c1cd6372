"""The average pension that a credit is a share of, where nobody gave one and it is held."""

from datetime import date

from yibao.calculation.account.credit import share_basis
from yibao.calculation.inquiry import Inquiry
from yibao.policy.rules.methods import AveragePension, CreditMethod, Share, ShareByAge, ShareRange
from yibao.policy.rules.periods import AveragePensionRule, ParameterPeriod
from yibao.policy.store import PolicyStore


def published_average(
    store: PolicyStore, method: CreditMethod, inquiry: Inquiry, on: date
) -> ParameterPeriod | None:
    """The published figure of just the area and the year that the method names."""
    if not isinstance(method, Share | ShareRange | ShareByAge):
        return None
    basis = share_basis(method)
    if not isinstance(basis, AveragePension) or not isinstance(basis.base_year, int):
        return None
    if inquiry.average_pension is not None or basis.people != "everyone":
        return None
    pooled = basis.area == "pooling_area"
    area = store.regions.pooling_area(inquiry.region) if pooled else basis.area
    if area is None:
        return None
    held = store.in_force(AveragePensionRule, area, (str(basis.base_year),), on)
    return held.period if held and held.rule.area == area else None
