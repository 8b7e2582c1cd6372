"""What is to be paid, as people read it in a rule."""

from collections.abc import Iterator, Mapping, Sequence

from yibao.policy.rules.premium_rules import Enrolment, ResidentPremium, ResidentPremiumPeriod
from yibao.policy.rules.prices import (
    AddedShare,
    AddedSum,
    Offer,
    OwnBase,
    Per,
    PriceNotHeld,
    PublishedBase,
    StatedSum,
)
from yibao.policy.rules.shortfall_rules import Payment, ShortfallOffer
from yibao.presenters import formats

PER: Mapping[Per, str] = {"monthly": "每月", "yearly": "每年"}
PAYMENTS: Mapping[Payment, str] = {"lump_sum": "一次补齐", "monthly": "按月接着交"}


def offer_lines(offers: Sequence[Offer]) -> Iterator[str]:
    """Each way to pay in a line, and under it what is held of its base."""
    for offer in offers:
        yield f"{offer_name(offer)}{price_text(offer)}"
        price = offer.price
        if isinstance(price, StatedSum | PriceNotHeld) or isinstance(price.base, OwnBase):
            continue
        yield from _base_lines(price.base)


def offer_name(offer: Offer) -> str:
    """What sets a way to pay apart: 一档（一次补齐、按月接着交）："""
    paid = offer.paid if isinstance(offer, ShortfallOffer) else ()
    ways = "、".join(PAYMENTS[way] for way in paid)
    name = offer.name or ""
    if name and ways:
        return f"{name}（{ways}）："
    return f"{name or ways}：" if name or ways else ""


def price_text(offer: Offer) -> str:
    """How the sum of a month is made: 最低基数的 8.5%，另加大额 5 元"""
    price = offer.price
    match price:
        case StatedSum():
            text = f"{PER[price.per]} {price.amount} 元"
        case PriceNotHeld():
            text = f"{price.what}，数目没有收录"
        case _:
            text = f"{price.base.what}的 {price.rate}"
    return "，".join((text, *(f"另加{_added(added)}" for added in offer.added)))


def _added(added: AddedSum | AddedShare) -> str:
    if isinstance(added, AddedSum):
        return f"{added.name}{PER[added.per]} {added.amount} 元"
    return f"{added.name} {added.rate}"


def _base_lines(base: PublishedBase) -> Iterator[str]:
    for period in base.periods:
        start = f"{formats.day(period.start_date)}起" if period.start_date else ""
        end = f"到 {formats.day(period.end_date)}为止" if period.end_date else ""
        highest = f"，最高 {period.highest} 元" if period.highest else ""
        yield f"{base.what}，{start}{end}{PER[period.per]} {period.amount} 元{highest}"
    if not base.periods:
        yield f"{base.what}：没有收录"


def resident_lines(period: ResidentPremiumPeriod) -> Iterator[str]:
    """Who pays how much for the year, when one can enrol, and what the state adds."""
    least = "至少" if period.at_least else ""
    for premium in period.premiums:
        yield f"{premium.people}：每年{least} {premium.amount} 元{_with(premium)}"
    if not period.premiums:
        yield "已经开始参保，要交多少没有收录"
    if period.subsidy:
        yield f"财政另外补助每人每年{least} {period.subsidy} 元"
    if period.enrolment:
        yield enrolment_text(period.enrolment)
    yield from (f"提示：{notice}" for notice in period.notices)


def enrolment_text(enrolment: Enrolment) -> str:
    """When one can enrol."""
    start = f"{formats.day(enrolment.from_date)}起" if enrolment.from_date else ""
    end = f"到 {formats.day(enrolment.to_date)}为止" if enrolment.to_date else ""
    return f"集中参保：{start}{end}"


def _with(premium: ResidentPremium) -> str:
    return "".join(f"，另加{added.name}每年 {added.amount} 元" for added in premium.added)
