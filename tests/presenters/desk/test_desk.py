"""The policy desk without its window: what is typed, what it would give, what is in force."""

from datetime import date, datetime
from typing import Any

import msgspec
import pytest

from yibao.policy.office.edits import enter, take_back
from yibao.policy.office.office_file import OfficeFile
from yibao.policy.rules.premium_rules import ResidentPremiumRule
from yibao.policy.store import PolicyStore
from yibao.presenters.desk.confirming import confirm_again
from yibao.presenters.desk.desk_form import DeskReading, read_desk_form
from yibao.presenters.desk.desk_list import desk_rows, history_lines
from yibao.presenters.desk.entered import DeskDeduction, DeskForm
from yibao.presenters.desk.import_view import import_rows
from yibao.presenters.desk.samples import preview

TODAY, AT = date(2026, 11, 25), datetime(2026, 11, 25, 9, 30)
FILLED = {
    "area": "430900",
    "start": "2025-01-01",
    "document": "划入标准的通知",
    "issuer": "益阳市医疗保障局",
    "issued": "2024-12-20",
    "confirmed": "2026-11-20",
}


def read(store: PolicyStore, kept: OfficeFile | None = None, **typed: Any) -> DeskReading:
    return read_desk_form(DeskForm(**{**FILLED, **typed}), store, kept or OfficeFile(), TODAY)


def kept_by(store: PolicyStore, **typed: Any) -> OfficeFile:
    reading = read(store, **typed)
    assert reading.rule, reading.errors
    assert reading.reference
    return enter(OfficeFile(), reading.rule, [reading.reference], AT)


def shown(store: PolicyStore, **typed: Any) -> list[str]:
    reading = read(store, **typed)
    assert reading.rule, reading.errors
    over = store.under(kept_by(store, **typed).layer("user"))
    return list(preview(reading.rule, over, store, TODAY))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"amount": "68.5"}, "66 岁退休人员：每月 68.50 元；程序自带：每月 75.00 元"),
        ({"method": "amount_by_age", "bands": (("0", "60"), ("70", "70"))}, "：每月 60.00 元；"),
        ({"method": "share", "rate": "2.8%"}, "（养老金 3000 元）：每月 84.00 元；"),
        (
            {"method": "share", "rate": "2.8", "share_of": "average_of_group", "base_year": "2021"},
            "（当地平均养老金 3000 元）：每月 84.00 元；",
        ),
        (
            {"method": "share", "rate": "2.8", "share_of": "average_pension"},
            "（当地平均养老金 3000 元）：每月 84.00 元；",
        ),
        (
            {
                "method": "share",
                "rate": "2",
                "share_of": "contribution_base",
                "status": "in_service",
            },
            "45 岁在职职工（缴费基数 5000 元）：每月 100.00 元；",
        ),
        ({"method": "no_account"}, "：没有个人账户；"),
        ({"amount": "822", "credited": "yearly"}, "822.00 元"),
        ({"amount": "68.5", "deductions": (DeskDeduction("大额", "3"),)}, "：每月 65.50 元；"),
        (
            {"amount": "68.5", "deductions": (DeskDeduction("大病", "36", "yearly"),)},
            "：每月 68.50 元；",
        ),
        (
            {"method": "share_by_age", "bands": (("0", "2.8"), ("70", "3.2%"))},
            "（养老金 3000 元）：每月 84.00 元；",
        ),
        (
            {"kind": "resident_premium", "amount": "400", "start": "2026-01-01"}
            | {"end": "2026-12-31"},
            "66 岁城乡居民：",
        ),
        (
            {"kind": "resident_premium", "method": "amount_by_age", "start": "2026-01-01"}
            | {"end": "2026-12-31", "bands": (("0", "380"), ("18", "400"), ("70", "200"))},
            "66 岁城乡居民：",
        ),
        ({"amount": "50", "status": "retired_flexible"}, "灵活就业退休人员：每月 50.00 元"),
        ({"kind": "average_pension", "base_year": "2021", "amount": "3700"}, "66 岁"),
        (
            {"kind": "contribution_years", "status": "in_service", "men": "20", "women": "15"},
            "程序自带：还差 10 年",
        ),
        ({"kind": "shortfall", "amount": "341.66"}, "341.66 元"),
        (
            {"kind": "shortfall", "method": "rate", "rate": "6", "base": "退休前的基数"},
            "退休前的基数的 6%",
        ),
        ({"kind": "flexible_premium", "amount": "400"}, "45 岁灵活就业人员：每月 400.00 元"),
    ],
)
def test_what_is_typed_becomes_a_rule(store: PolicyStore, typed: dict[str, Any], told: str) -> None:
    assert told in shown(store, **typed)[0]


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({"amount": "x"}, {"amount"}),
        ({"amount": "68.5", "start": "", "document": " "}, {"start", "document"}),
        ({"amount": "68.5", "start": "2025-13-01"}, {"start"}),
        ({"amount": "68.5", "confirmed": "2027-01-01"}, {"confirmed"}),
        ({"amount": "68.5", "issued": "2027-01-01"}, {"issued"}),
        ({"amount": "68.5", "end": "2024-01-01"}, {"end"}),
        ({"amount": "68.5", "area": "999999"}, {"area"}),
        ({"amount": "68.5", "deductions": (DeskDeduction("大额", "70"),)}, {"deductions"}),
        ({"amount": "68.5", "deductions": (DeskDeduction("", "3"),)}, {"deductions"}),
        ({"method": "amount_by_age", "bands": (("0", "60"),)}, {"bands"}),
        ({"method": "share", "rate": "0"}, {"rate"}),
        ({"kind": "average_pension", "base_year": "21", "amount": "3700"}, {"base_year"}),
        (
            {"kind": "contribution_years", "area": "999999", "men": "20", "women": "15"},
            {"area"},
        ),
        ({"kind": "resident_premium", "amount": "400"}, {"end"}),
        ({"kind": "contribution_years", "men": "0", "women": "x"}, {"men"}),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(
    store: PolicyStore, typed: dict[str, Any], fields: set[str]
) -> None:
    reading = read(store, **typed)

    assert (set(reading.errors), reading.rule) == (fields, None)
    assert all(sentence for sentence in reading.errors.values())


def test_a_later_figure_of_the_same_office_needs_an_end(store: PolicyStore) -> None:
    later = kept_by(store, amount="70", start="2026-01-01")

    assert set(read(store, later, amount="68.5").errors) == {"end"}
    assert read(store, later, amount="68.5", end="2025-12-31").rule


def test_the_rules_in_force_and_the_history(store: PolicyStore) -> None:
    file = kept_by(store, amount="68.5")
    over = store.under(file.layer("site"))

    rows = desk_rows(over, "430900", TODAY)

    own = next(row for row in rows if row.layer == "office")
    assert own.layer_text == "本单位维护（这台电脑上的人都用）"
    assert (own.says[0], own.is_in_force, own.is_stale) == ("每月：68.50 元", True, False)
    assert "2026 年 11 月 20 日" in own.confirmed
    assert any(row.layer == "embedded" and "前）" in row.confirmed for row in rows)
    assert "2024 年 12 月 20 日" in own.sources[0]
    above = [row for row in rows if row.about == own.about and row.layer == "embedded"]
    assert [row.area for row in above] == ["湖南省", "全国"]
    assert {row.standing for row in above} == {"　（现在不用这一条）"}
    assert (own.standing, own.warnings) == ("", ())
    gone = take_back(file, own.rule_id, AT)
    assert "录入" in history_lines(over, file)[0]
    assert [line.split("　")[1] for line in history_lines(store, gone)] == ["撤回", "录入"]
    elsewhere = msgspec.structs.replace(gone.history[0], area="999999", start_date=None)
    assert "999999" in history_lines(store, msgspec.structs.replace(gone, history=(elsewhere,)))[0]


def test_one_click_confirms_again_and_lifts_the_staleness(store: PolicyStore) -> None:
    day = date(2040, 1, 1)
    row = next(r for r in desk_rows(store, "110000", day) if r.is_stale and r.is_in_force)
    assert row.warnings == ("很久没有核实过了。",)
    changed = msgspec.structs.replace(row, base_changed=True, is_in_force=False)
    assert changed.warnings == ("本单位录入以后，原来的规定已经变了，请复核。",)

    file = confirm_again(OfficeFile(), row, document="电话核实", issuer="医保局", on=day, at=AT)

    again = desk_rows(store.under(file.layer("user")), "110000", day)
    held = next(r for r in again if (r.rule_id, r.layer) == (row.rule_id, "office"))
    assert (held.says, held.is_stale) == (row.says, False)
    assert file.history[-1].what == "confirmed"
    twice = confirm_again(file, held, document="再问", issuer="医保局", on=day, at=AT)
    assert len(twice.references) == 2


def test_an_import_is_shown_before_it_is_done(store: PolicyStore) -> None:
    ours = kept_by(store, amount="68.5")
    theirs = kept_by(store, amount="70")

    (changed,) = import_rows(ours, theirs, store, "user", TODAY)
    (added,) = import_rows(OfficeFile(), theirs, store, "user", TODAY)
    (gone,) = import_rows(ours, OfficeFile(), store, "user", TODAY)

    assert [row.kind for row in (changed, added, gone)] == ["changed", "added", "gone"]
    assert "66 岁退休人员：原来 每月 68.50 元，导入后 每月 70.00 元" in changed.text
    assert added.samples[0] == "66 岁退休人员：原来 每月 75.00 元，导入后 每月 70.00 元"
    assert (gone.samples, gone.theirs) == ((), ())


def test_a_premium_of_residents_is_shown_to_a_resident(store: PolicyStore) -> None:
    rule = next(r for r in store.rules.values() if isinstance(r, ResidentPremiumRule))

    assert all("城乡居民" in line for line in preview(rule, store, store, TODAY))


def test_a_day_before_anything_was_confirmed_says_no_age(store: PolicyStore) -> None:
    rows = desk_rows(store, "110000", date(2000, 1, 1))

    assert rows
    assert not any("前）" in row.confirmed for row in rows)
