"""What a pack is, and what it changes, before it is taken."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from yibao.policy.pack.changes import ChangeKind, RuleChange, changes, resting_on
from yibao.policy.pack.pack_files import PackReading
from yibao.policy.pack.shelf import Shelf
from yibao.policy.rules.kinds import Rule
from yibao.policy.store import PolicyStore
from yibao.policy.terms import NATION
from yibao.policy.timeline import Issue
from yibao.presenters import formats
from yibao.presenters.desk.samples import before_and_after
from yibao.presenters.rules.lasting import lasting
from yibao.presenters.rules.rule_text import about, period_content

KINDS: Mapping[ChangeKind, str] = {"added": "新增", "changed": "改变", "gone": "不再有"}
EVERYWHERE, EMBEDDED = "全国", "程序自带的规定"


class PackView(Struct, frozen=True):
    """What a pack says of itself."""

    title: str
    issuer: str
    issued_on: str
    areas: str
    rules: str

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, a line each."""
        return (
            self.title,
            f"发布单位：{self.issuer}",
            f"发布日期：{self.issued_on}",
            f"管哪里：{self.areas}",
            f"有多少：{self.rules}",
        )


class ChangeView(Struct, frozen=True):
    """One rule that becomes another."""

    kind: ChangeKind
    rule_id: str
    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    samples: tuple[str, ...]
    """A visitor before and after."""

    @property
    def text(self) -> str:
        """All of it, line by line."""
        lines = [f"{KINDS[self.kind]}：{self.title}"]
        lines += [f"  原来：{line}" for line in self.before]
        lines += [f"  导入后：{line}" for line in self.after]
        return "\n".join([*lines, *(f"  {line}" for line in self.samples)])


class PreviewView(Struct, frozen=True):
    """Everything that taking a pack would do."""

    pack: PackView
    counts: str
    changes: tuple[ChangeView, ...]
    office: tuple[str, ...]
    """The office's own rules under which something else will lie."""


def title(number: int) -> str:
    """What a pack is called."""
    return f"第 {number} 期更新包"


def other_title(shelf: Shelf) -> str:
    """What can be gone back to; empty where there is nothing."""
    if not shelf.can_go_back:
        return ""
    return title(shelf.before.number) if shelf.before else EMBEDDED


def pack_view(issue: Issue, provinces: Sequence[str], rules: int, store: PolicyStore) -> PackView:
    """What a pack says of itself, and what is in it."""
    return PackView(
        title=title(issue.number),
        issuer=issue.issuer,
        issued_on=formats.day(issue.issued_on),
        areas="、".join(_province(store, code) for code in provinces) or "没有",
        rules=f"{rules} 条规定",
    )


def reading_view(reading: PackReading, store: PolicyStore) -> PackView:
    """The same of a pack that was read."""
    return pack_view(reading.note.issue, reading.provinces, len(reading.layer.rules), store)


def preview_view(
    reading: PackReading,
    before: PolicyStore,
    after: PolicyStore,
    office: Sequence[Rule],
    on: date,
) -> PreviewView:
    """What taking a pack would change; the stores are those without the office's rules."""
    found = changes(before, after)
    counted = Counter(change.kind for change in found)
    told = "，".join(f"{said} {counted[kind]} 条" for kind, said in KINDS.items() if counted[kind])
    return PreviewView(
        pack=reading_view(reading, after),
        counts=told or "和现在用的一样，没有要改的。",
        changes=tuple(_change(change, before, after, on) for change in found),
        office=tuple(_resting(office, before, after)),
    )


def _change(change: RuleChange, before: PolicyStore, after: PolicyStore, on: date) -> ChangeView:
    starts = [period.start_date for period in change.rule.periods if period.start_date]
    day = max(on, starts[-1]) if starts and change.kind != "gone" else on
    return ChangeView(
        kind=change.kind,
        rule_id=change.rule.id,
        title=f"{after.regions.full_name(change.rule.area)}　{about(change.rule)}",
        before=tuple(_said(change.before, change.after, before)),
        after=tuple(_said(change.after, change.before, after)),
        samples=tuple(before_and_after(change.rule, before, after, day)),
    )


def _said(rule: Rule | None, other: Rule | None, store: PolicyStore) -> Iterator[str]:
    """What a rule says that the other does not."""
    same = other.periods if other else ()
    for period in rule.periods if rule else ():
        if period not in same:
            content = "；".join(period_content(store, rule.area, period))  # pyright: ignore
            yield f"{lasting(period)}，{content}"


def _resting(office: Sequence[Rule], before: PolicyStore, after: PolicyStore) -> Iterator[str]:
    for rule, was, becomes in resting_on(office, before, after):
        title = f"{after.regions.full_name(rule.area)}　{about(rule)}"
        said = "；".join(_said(becomes, was, after)) or "不再有规定"
        yield f"{title}：本单位的规定照用，它下面的变成 {said}。请核对本单位的还对不对。"


def _province(store: PolicyStore, code: str) -> str:
    return EVERYWHERE if code == NATION else store.regions.full_name(code)
