"""What a share is a share of, by the name that the form and the answer give it."""

from collections.abc import Mapping

from yibao.policy.rules.methods import (
    AveragePension,
    CreditMethod,
    OwnPension,
    Share,
    ShareBasis,
    ShareByAge,
    ShareRange,
)
from yibao.policy.store import PolicyStore
from yibao.policy.terms import RetiredFrom


def basis_of(method: CreditMethod) -> ShareBasis | None:
    """What the method takes a share of, if it does."""
    return method.of if isinstance(method, Share | ShareRange | ShareByAge) else None


PEOPLE: Mapping[str, str] = {
    "everyone": "",
    "own_group": "同类退休人员",
    "institution": "机关事业单位退休人员",
    "enterprise": "企业退休人员",
}
"""Whose average it is."""


def basis_name(
    store: PolicyStore, region: str, basis: ShareBasis, retired_from: RetiredFrom = "employer"
) -> str:
    """The figure's full name: 宜昌市 2021 年月人均基本养老金."""
    if isinstance(basis, AveragePension):
        pooled = basis.area == "pooling_area"
        area = store.regions.pooling_area(region) if pooled else basis.area
        name = store.regions[area].name if area else "当地"
        people = PEOPLE[group_averaged(basis, retired_from)]
        if basis.base_year == "reform_year":
            return f"{name}改革当年{people}月人均基本养老金"
        year = f" {basis.base_year} 年" if basis.base_year else ""
        return f"{name}{year}{people}月人均基本养老金"
    return "本人每月养老金" if isinstance(basis, OwnPension) else "本人缴费基数"


def group_averaged(basis: AveragePension, retired_from: RetiredFrom) -> str:
    """Whose average a person needs; those from flexible employment count with the enterprises."""
    if basis.people != "own_group" or retired_from == "employer":
        return basis.people
    return "institution" if retired_from == "institution" else "enterprise"
