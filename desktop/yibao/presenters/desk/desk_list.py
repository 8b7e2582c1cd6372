"""The rules in force for an area, with their layer, period, source and age; and the history."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from yibao.calculation.freshness import is_stale
from yibao.policy.office.office_file import Change, Doing, OfficeFile
from yibao.policy.rules.kinds import Rule
from yibao.policy.store import PolicyStore
from yibao.policy.terms import Layer
from yibao.policy.timeline import KeptIn, Stretch
from yibao.presenters import formats, words
from yibao.presenters.rules.lasting import confirmed, lasting
from yibao.presenters.rules.rule_text import about, period_content

DONE: Mapping[Doing, str] = {
    "entered": "录入",
    "replaced": "改成新的",
    "ended": "到期停用",
    "taken_back": "撤回",
    "confirmed": "核实过，没有变",
    "imported": "从文件导入",
}


class DeskRow(Struct, frozen=True, kw_only=True):
    """One period of one rule."""

    rule_id: str
    start_date: date | None
    layer: Layer
    kept_in: KeptIn | None
    about: str
    """退休人员　个人账户划入"""
    area: str
    says: tuple[str, ...]
    layer_text: str
    lasting: str
    sources: tuple[str, ...]
    confirmed: str
    """With how long ago that was."""
    is_stale: bool
    is_in_force: bool


def desk_rows(store: PolicyStore, area: str, on: date) -> tuple[DeskRow, ...]:
    """Every period of the rules about an area, and of those around it that hold there."""
    rows = [
        _row(store, stretch, on)
        for rule in store.about(area)
        for stretch in store.timeline(rule)
        if rule.area == area or stretch.period.holds_on(on)
    ]
    return tuple(rows)


def _row(store: PolicyStore, stretch: Stretch, on: date) -> DeskRow:
    rule, period = stretch.rule, stretch.period
    cited = store.cited(period.references)
    kept = f"（{words.KEPT_IN[stretch.kept_in]}）" if stretch.kept_in else ""
    return DeskRow(
        rule_id=rule.id,
        start_date=period.start_date,
        layer=stretch.layer,
        kept_in=stretch.kept_in,
        about=about(rule),
        area=store.regions.full_name(rule.area),
        says=tuple(period_content(store, rule.area, period)),  # pyright: ignore[reportArgumentType]
        layer_text=words.LAYERS[stretch.layer] + kept,
        lasting=lasting(period),
        sources=tuple(words.source(reference) for reference in cited),
        confirmed=confirmed(period, cited) + _ago(period.confirmed_on, on),
        is_stale=is_stale(period, on),
        is_in_force=period.holds_on(on),
    )


def _ago(day: date | None, on: date) -> str:
    if day is None or day > on:
        return ""
    months = (on.year - day.year) * 12 + on.month - day.month
    return f"（{formats.duration(months)}前）" if months else ""


def history_lines(store: PolicyStore, file: OfficeFile) -> tuple[str, ...]:
    """The changes, the latest first: 2026 年 11 月 25 日 09:30　录入　益阳市　…"""
    rules: Sequence[Rule] = file.rules
    named = {rule.id: about(rule) for rule in rules}
    return tuple(_changed(store, change, named) for change in reversed(file.history))


def _changed(store: PolicyStore, change: Change, named: Mapping[str, str]) -> str:
    parts: Iterator[str] = filter(
        None,
        (
            f"{formats.day(change.at.date())} {change.at:%H:%M}",
            DONE[change.what],
            store.regions.full_name(change.area) if change.area in store.regions else change.area,
            named.get(change.rule, change.rule),
            f"{formats.day(change.start_date)}起" if change.start_date else "",
        ),
    )
    return "　".join(parts)
