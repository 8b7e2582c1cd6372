"""The rules in force for an area, with their layer, period, source and age; and the history."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from yibao.calculation.freshness import is_stale
from yibao.policy.office.office_file import Change, Doing, OfficeFile
from yibao.policy.rules.kinds import Rule
from yibao.policy.rules.periods import Period
from yibao.policy.store import PolicyStore, subject
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

    rule: Rule
    period: Period
    """As the office keeps it; of another layer's, without the days that a later one took."""
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
    base_changed: bool
    is_in_force: bool
    """Whether it is this that answers in the area on the day."""

    @property
    def standing(self) -> str:
        """Whether it is used, where it is not."""
        return "" if self.is_in_force else "　（现在不用这一条）"

    @property
    def rule_id(self) -> str:
        """The id of the rule."""
        return self.rule.id

    @property
    def start_date(self) -> date | None:
        """The first day of the period."""
        return self.period.start_date

    @property
    def warnings(self) -> tuple[str, ...]:
        """What somebody should do something about."""
        stale = ("很久没有核实过了。",) if self.is_stale and self.is_in_force else ()
        return stale + ((words.BASE_CHANGED,) if self.base_changed else ())


def desk_rows(store: PolicyStore, area: str, on: date) -> tuple[DeskRow, ...]:
    """Every period of the rules about an area, and of those around it that hold there.

    The office's come first, then what holds on the day, then the rest.
    """
    rows: list[DeskRow] = []
    answered: set[tuple[str, str]] = set()
    for rule in store.about(area):
        kind, _, whom = subject(rule)
        for stretch in store.timeline(rule):
            holds = stretch.period.holds_on(on)
            if rule.area == area or holds:
                answers = holds and (kind, whom) not in answered
                rows.append(_row(store, stretch, on, answers=answers))
        if any(stretch.period.holds_on(on) for stretch in store.timeline(rule)):
            answered.add((kind, whom))
    return tuple(sorted(rows, key=lambda row: (row.layer != "office", not row.is_in_force)))


def _row(store: PolicyStore, stretch: Stretch, on: date, *, answers: bool) -> DeskRow:
    rule, period = stretch.rule, stretch.period
    cited = store.cited(period.references)
    kept = f"（{words.KEPT_IN[stretch.kept_in]}）" if stretch.kept_in else ""
    return DeskRow(
        rule=rule,
        period=_whole(stretch) if stretch.layer == "office" else period,
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
        base_changed=stretch.base_changed,
        is_in_force=answers,
    )


def _whole(stretch: Stretch) -> Period:
    """The period as its rule has it: that is what can be changed."""
    first = stretch.period.start_date
    return next(
        period
        for period in stretch.rule.periods
        if (period.start_date is None if first is None else period.holds_on(first))
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
