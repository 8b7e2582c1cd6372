"""Write docs/coverage.md: of how many places the store holds what; run after changing a rule."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from yibao.calculation.assess import assess
from yibao.calculation.assessment import CreditAnswer
from yibao.calculation.inquiry import Inquiry
from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_store
from yibao.policy.places.regions import Region
from yibao.policy.rules.contribution_rules import ContributionRule
from yibao.policy.rules.premium_rules import FlexiblePremiumRule, ResidentPremiumRule
from yibao.policy.rules.shortfall_rules import ShortfallRule
from yibao.policy.store import PolicyStore
from yibao.policy.terms import NATION

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "coverage.md"
RETIRED_AT = 66
OWN_PENSION = Decimal(3000)
COLUMNS = ("exact", "range", "missing", "individual", "none", "principle", "stale", "contested")
NONE = frozenset({"amount_unknown", "ended", "no_account", "no_rule"})
KINDS: Mapping[str, type] = {
    "contribution years": ContributionRule,
    "cost of a shortfall": ShortfallRule,
    "flexible premium": FlexiblePremiumRule,
    "resident premium": ResidentPremiumRule,
}


def places(store: PolicyStore) -> Iterator[tuple[Region, Region]]:
    """Each prefecture and municipality with its province."""
    for province in store.regions.children():
        if province.name.endswith("市"):
            yield province, province
        for region in store.regions.children(province.code):
            if region.level == "prefecture":
                yield province, region


def facts_of(store: PolicyStore, region: str, on: date) -> Iterator[str]:
    """The columns in which a place counts, for somebody retired from an enterprise."""
    inquiry = Inquiry(region=region, age=RETIRED_AT, pension=OWN_PENSION, retired_from="enterprise")
    credit = assess(store, inquiry, on).credit
    principle = credit.rule is not None and credit.rule.rule.area == NATION
    yield "principle" if principle else _column(credit)
    if credit.stale:
        yield "stale"
    if credit.others:
        yield "contested"


def _column(credit: CreditAnswer) -> str:
    return "none" if credit.status in NONE else credit.status


def coverage(store: PolicyStore, on: date) -> dict[str, Counter[str]]:
    """For each province how many of its places count in which column."""
    table: dict[str, Counter[str]] = {}
    for province, region in places(store):
        row = table.setdefault(province.name, Counter())
        row.update(("places", *facts_of(store, region.code, on)))
    return table


def page(store: PolicyStore, on: date) -> str:
    """The whole page."""
    table = coverage(store, on)
    whole: Counter[str] = sum(table.values(), Counter())
    rows = [*table.items(), ("全国", whole)]
    return "\n".join((*_head(on), *(_row(name, row) for name, row in rows), *_others(store), ""))


def _head(on: date) -> Iterator[str]:
    yield f"""# What the store holds

Made by `packaging/make_coverage.py` for {on.isoformat()}; not edited by hand.

The account credit of somebody aged {RETIRED_AT}, retired from an enterprise with a pension of
{OWN_PENSION} yuan of their own, who knows no average pension, in each prefecture and municipality:
an `exact` amount · a `range` · `missing` an average pension that only the clerk can ask for ·
`individual` (each keeps an amount of their own) · `none` (a sum that is not held, a rule that has
run out, no account) · only the nation's `principle`. Each place counts once among these. Some of
them are `stale` (not confirmed lately enough) or `contested` (sources disagree).
"""
    yield f"| | places | {' | '.join(COLUMNS)} |"
    yield f"|---|{'---|' * (len(COLUMNS) + 1)}"


def _row(name: str, row: Counter[str]) -> str:
    counts = (str(row[column] or "") for column in ("places", *COLUMNS))
    return f"| {name} | {' | '.join(counts)} |"


def _others(store: PolicyStore) -> Iterator[str]:
    """How many rules of the other kinds there are, the nation's own left aside."""
    yield "\nRules of the other kinds, without those of the nation:\n"
    for name, kind in KINDS.items():
        held = [r for r in store.rules.values() if isinstance(r, kind) and r.area != NATION]
        names = dict.fromkeys(store.regions.full_name(rule.area) for rule in held)
        yield f"- {name} ({len(names)}): {'、'.join(names) or '–'}"


def main() -> None:
    on = date.fromisoformat(sys.argv[1]) if len(sys.argv) > 1 else date.today()
    store = read_store(policy_files(ROOT / "resources" / "policy"))
    TARGET.write_text(page(store, on), encoding="utf-8")


if __name__ == "__main__":
    main()
