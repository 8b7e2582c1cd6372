"""What a share is a share of, by the name that the form and the answer give it."""

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


def basis_of(method: CreditMethod) -> ShareBasis | None:
    """What the method takes a share of, if it does."""
    return method.of if isinstance(method, Share | ShareRange | ShareByAge) else None


def basis_name(store: PolicyStore, region: str, basis: ShareBasis) -> str:
    """The figure's full name: 宜昌市 2021 年月人均基本养老金."""
    if isinstance(basis, AveragePension):
        pooled = basis.area == "pooling_area"
        area = store.regions.pooling_area(region) if pooled else basis.area
        name = store.regions[area].name if area else "当地"
        if basis.base_year == "reform_year":
            return f"{name}改革当年月人均基本养老金"
        year = f" {basis.base_year} 年" if basis.base_year else ""
        return f"{name}{year}月人均基本养老金"
    return "本人每月养老金" if isinstance(basis, OwnPension) else "本人缴费基数"
