"""The guide panels as they are shown for a place: only what is true there."""

from collections.abc import Iterable
from datetime import date

from yibao.policy.guides import Guide, GuideItem
from yibao.policy.store import PolicyStore
from yibao.policy.terms import NATION
from yibao.presenters import place_rules, words
from yibao.presenters.guide_views import GroupView, GuideView, ItemView


def present_guides(
    guides: Iterable[Guide], store: PolicyStore, region: str | None, on: date
) -> tuple[GuideView, ...]:
    """The panels for a region on a day, or what is true everywhere while none is chosen."""
    return tuple(_guide(guide, store, region, on) for guide in guides)


def _guide(guide: Guide, store: PolicyStore, region: str | None, on: date) -> GuideView:
    around = store.regions.inheritance(region) if region else (NATION,)
    shown = [
        (group.title, [item for item in group.items if _is_true(item, around)])
        for group in guide.groups
    ]
    groups = tuple(
        GroupView(title, tuple(_item(item, store, around) for item in items))
        for title, items in shown
        if items
    )
    cited = [*store.cited(id_ for _, items in shown for item in items for id_ in item.references)]
    if guide.place_rules and region:
        groups = (place_rules.place_group(guide.place_rules, store, region, on), *groups)
        cited += place_rules.cited_by_place(guide.place_rules, store, region, on)
    reported = any(reference.level == "published" for reference in cited)
    return GuideView(guide.id, guide.title, groups, words.ONLY_REPORTED if reported else "")


def _is_true(item: GuideItem, around: tuple[str, ...]) -> bool:
    return not item.areas or any(area in around for area in item.areas)


def _item(item: GuideItem, store: PolicyStore, around: tuple[str, ...]) -> ItemView:
    here = "、".join(store.regions.full_name(area) for area in item.areas if area in around)
    remarks = (
        ("只适用于", here),
        ("适合", item.good_for),
        ("要准备", item.bring),
        ("网址", item.link),
    )
    return ItemView(
        title=item.title,
        paragraphs=item.text,
        steps=item.steps,
        remarks=tuple((label, text) for label, text in remarks if text),
        cautions=item.cautions,
        sources=tuple(words.source(reference) for reference in store.cited(item.references)),
    )
