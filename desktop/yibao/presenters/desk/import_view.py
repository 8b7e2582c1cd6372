"""What an import would do, before it is done."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from yibao.policy.office.exchange import Difference, Kind, differences, take_in
from yibao.policy.office.office_file import OfficeFile
from yibao.policy.store import PolicyStore
from yibao.policy.timeline import KeptIn
from yibao.presenters.desk.samples import before_and_after
from yibao.presenters.rules.lasting import lasting
from yibao.presenters.rules.rule_text import about, period_content

KINDS: Mapping[Kind, str] = {
    "added": "新增",
    "changed": "和本单位的不一样，要选用哪一个",
    "gone": "对方没有，本单位的留着不动",
}


class ImportRow(Struct, frozen=True):
    """One period that the two do not have alike."""

    key: str
    """By which it is decided."""
    kind: Kind
    title: str
    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    samples: tuple[str, ...]
    """A visitor before and after."""

    @property
    def text(self) -> str:
        """All of it, line by line."""
        lines = [f"{self.key}　{KINDS[self.kind]}：{self.title}"]
        lines += [f"  对方：{line}" for line in self.theirs]
        lines += [f"  本单位：{line}" for line in self.ours]
        return "\n".join(lines + [f"  {line}" for line in self.samples])


def import_rows(
    ours: OfficeFile, theirs: OfficeFile, below: PolicyStore, kept_in: KeptIn, on: date
) -> tuple[ImportRow, ...]:
    """Everything that differs, each with a visitor before and after; `below` is without ours."""
    now = datetime.combine(on, datetime.min.time())
    rows: list[ImportRow] = []
    before = below.under(ours.layer(kept_in))
    for found in differences(ours, theirs):
        samples: tuple[str, ...] = ()
        if found.kind != "gone":
            taken = take_in(ours, theirs, {found.key}, now)
            after = below.under(taken.layer(kept_in))
            day = max(found.period.start_date or on, on)
            samples = tuple(before_and_after(found.rule, before, after, day))
        rows.append(_row(found, before, samples))
    return tuple(rows)


def _row(found: Difference, store: PolicyStore, samples: tuple[str, ...]) -> ImportRow:
    def said(period: object) -> str:
        content = "；".join(period_content(store, found.rule.area, period))  # pyright: ignore[reportArgumentType]
        return f"{lasting(period)}，{content}"  # pyright: ignore[reportArgumentType]

    gone = found.kind == "gone"
    ours = (found.period,) if gone else found.ours
    return ImportRow(
        key=found.key,
        kind=found.kind,
        title=f"{store.regions.full_name(found.rule.area)}　{about(found.rule)}",
        theirs=() if gone else (said(found.period),),
        ours=tuple(said(period) for period in ours),
        samples=samples,
    )
