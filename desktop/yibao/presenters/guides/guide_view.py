"""The guide panels as they are shown for a place and a status: what fits first."""

from collections.abc import Iterable, Iterator
from datetime import date

from yibao.policy.guides import Guide, GuideItem
from yibao.policy.store import PolicyStore
from yibao.policy.terms import NATION
from yibao.presenters import words
from yibao.presenters.guides import place_rules
from yibao.presenters.guides.views import GroupView, GuideView, ItemView

OTHERS = "其他情况"


def present_guides(
    guides: Iterable[Guide], store: PolicyStore, region: str | None, status: str, on: date
) -> tuple[GuideView, ...]:
    """The panels for a region on a day, or what is true everywhere while none is chosen.

    What is only for people of another status comes last, under a heading of its own.
    """
    return tuple(_guide(guide, store, region, status, on) for guide in guides)


def _guide(
    guide: Guide, store: PolicyStore, region: str | None, status: str, on: date
) -> GuideView:
    groups, others = list[GroupView](), list[ItemView]()
    for group, fitting in _sorted(guide, store, region, status, on):
        if fitting:
            groups.append(group)
        else:
            others += group.items
    if others:
        groups.append(GroupView(OTHERS, tuple(others)))
    reported = any(item.reported for group in groups for item in group.items)
    return GuideView(
        guide.id,
        guide.title,
        tuple(groups),
        words.ONLY_REPORTED if reported else "",
        guide.short_title or guide.title,
    )


def _sorted(
    guide: Guide, store: PolicyStore, region: str | None, status: str, on: date
) -> Iterator[tuple[GroupView, bool]]:
    """What is true in the place, as groups of items that fit the status or do not."""
    around = store.regions.inheritance(region) if region else (NATION,)
    if guide.place_rules and region:
        place = place_rules.place_group(guide.place_rules, store, region, on)
        yield place, status in place_rules.PEOPLE[guide.place_rules]
    for group in guide.groups:
        for fitting in (True, False):
            items = tuple(
                _item(item, store, around, "" if fitting else _people(item))
                for item in sorted(group.items, key=lambda item: not item.areas)
                if _is_true(item, around) and _fits(item, status) == fitting
            )
            if items:
                yield GroupView(group.title, items), fitting


def _is_true(item: GuideItem, around: tuple[str, ...]) -> bool:
    return not item.areas or any(area in around for area in item.areas)


def _fits(item: GuideItem, status: str) -> bool:
    return not item.statuses or status in item.statuses


def _people(item: GuideItem) -> str:
    return "、".join(words.STATUSES[status] for status in item.statuses)


def _item(item: GuideItem, store: PolicyStore, around: tuple[str, ...], people: str) -> ItemView:
    here = "、".join(store.regions.full_name(area) for area in item.areas if area in around)
    remarks = (
        ("只适用于", here),
        ("哪些人", people),
        ("适合", item.good_for),
        ("要准备", item.bring),
        ("网址", item.link),
    )
    cited = tuple(store.cited(item.references))
    return ItemView(
        title=item.title,
        paragraphs=item.text,
        steps=item.steps,
        remarks=tuple((label, text) for label, text in remarks if text),
        cautions=item.cautions,
        sources=tuple(words.source(reference) for reference in cited),
        reported=words.is_reported(cited),
    )
