"""Which fields the desk's form has for what is entered, what they are called and offer."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from yibao.presenters import words
from yibao.presenters.desk.entered import DeskForm, DeskKind

KINDS: Mapping[DeskKind, str] = {
    "account_credit": "个人账户划入",
    "average_pension": "当地平均养老金",
    "contribution_years": "缴费年限",
    "shortfall": "年限不够，补缴多少",
    "flexible_premium": "灵活就业每月缴费",
    "resident_premium": "城乡居民每年缴费",
}
GROUPS: Mapping[str, str] = {key: words.GROUPS[key] for key in words.GROUPS if key != "resident"}
STATUSES: Mapping[DeskKind, Mapping[str, str]] = {
    "account_credit": GROUPS,
    "contribution_years": {
        "in_service": "参加职工医保的人",
        "flexible": "灵活就业人员",
    },
}
METHODS: Mapping[DeskKind, Mapping[str, str]] = {
    "account_credit": {
        "amount": "每人一样多",
        "amount_by_age": "按年龄，各多少元",
        "share": "按比例",
        "share_by_age": "按年龄，各百分之几",
        "no_account": "没有个人账户",
    },
    "shortfall": {"amount": "写明多少元", "rate": "按基数的比例"},
    "flexible_premium": {"amount": "写明多少元", "rate": "按基数的比例"},
    "resident_premium": {"amount": "每人一样多", "amount_by_age": "按年龄，各多少元"},
}
SHARE_OF: Mapping[str, str] = {
    "own_pension": "本人每月养老金",
    "average_pension": "当地平均养老金",
    "average_of_group": "同类人员平均养老金",
    "contribution_base": "本人缴费基数",
}
CREDITED: Mapping[str, str] = {"monthly": "每月划一次", "yearly": "每年划一次"}
PAID: Mapping[str, str] = {"lump_sum": "一次补清", "monthly": "按月接着交"}
MOVES: Mapping[str, str] = {"seldom": "一直用，改了才变", "yearly": "每年重新定一次"}
TAKEN: Mapping[str, str] = {"monthly": "每月扣", "yearly": "每年扣一次"}
AMOUNTS: Mapping[DeskKind, str] = {
    "account_credit": "每次划多少元",
    "average_pension": "每月多少元",
    "shortfall": "补一个月多少元",
    "flexible_premium": "每月多少元",
    "resident_premium": "每年多少元",
}
OF_ALL = ("start", "end", "document", "number", "issuer", "issued", "confirmed", "note")


class FormFields(Struct, frozen=True):
    """What the form shows for what is chosen in it."""

    shown: frozenset[str]
    statuses: Mapping[str, str]
    methods: Mapping[str, str]
    amount: str
    """What the amount is called."""
    band: str
    """What stands in a band beside its age: yuan, or a share."""


def form_fields(form: DeskForm) -> FormFields:
    """The fields that what is chosen asks for."""
    return FormFields(
        shown=frozenset((*_of_kind(form), *OF_ALL)),
        statuses=STATUSES.get(form.kind, {}),
        methods=METHODS.get(form.kind, {}),
        amount=AMOUNTS.get(form.kind, ""),
        band="百分之几" if form.method == "share_by_age" else "多少元",
    )


def _of_kind(form: DeskForm) -> Iterator[str]:
    kind, method = form.kind, form.method
    if kind in STATUSES:
        yield "status"
    if kind in METHODS:
        yield "method"
    if kind == "average_pension":
        yield from ("amount", "base_year")
    elif kind == "contribution_years":
        yield from ("men", "women")
    else:
        yield from _of_method(form, method)
    if kind == "account_credit" and method != "no_account":
        yield from ("credited", "deductions")
    if kind == "shortfall":
        yield "paid"
    if kind != "resident_premium":
        yield "moves"


def _of_method(form: DeskForm, method: str) -> Iterator[str]:
    if method == "amount":
        yield "amount"
    if method in ("amount_by_age", "share_by_age"):
        yield "bands"
    if method == "rate":
        yield from ("rate", "base")
    if method == "share":
        yield "rate"
    if method in ("share", "share_by_age"):
        yield "share_of"
        if form.share_of.startswith("average"):
            yield "base_year"
