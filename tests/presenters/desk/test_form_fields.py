"""The desk's form asks for what matters, shows a sample at once, and knows a rule again."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.presenters.desk.test_desk import FILLED

from yibao.policy.office.edits import enter
from yibao.policy.office.office_file import OfficeFile
from yibao.policy.rules.premium_rules import WaitingPeriodRule
from yibao.policy.store import PolicyStore
from yibao.presenters.desk.desk_form import read_desk_form
from yibao.presenters.desk.desk_list import desk_rows
from yibao.presenters.desk.entered import DeskDeduction, DeskForm
from yibao.presenters.desk.form_fields import KINDS, METHODS, SHARE_OF, STATUSES, form_fields
from yibao.presenters.desk.form_from_rule import can_enter, form_of, says_less
from yibao.presenters.desk.form_preview import NOTHING_YET, form_preview

TODAY, AT = date(2026, 11, 25), datetime(2026, 11, 25, 9, 30)
YEAR = {"start": "2026-01-01", "end": "2026-12-31", "moves": "yearly"}


@pytest.mark.parametrize(
    ("chosen", "asked", "not_asked"),
    [
        ({}, {"amount", "credited", "deductions", "status", "moves"}, {"rate", "bands", "base"}),
        ({"method": "share"}, {"rate", "share_of"}, {"base_year", "amount"}),
        ({"method": "share", "share_of": "average_pension"}, {"base_year"}, {"bands"}),
        ({"method": "share_by_age"}, {"bands", "share_of"}, {"rate"}),
        ({"method": "no_account"}, {"status"}, {"amount", "deductions", "credited"}),
        ({"kind": "average_pension"}, {"amount", "base_year"}, {"status", "method"}),
        ({"kind": "contribution_years"}, {"men", "women", "status"}, {"amount"}),
        ({"kind": "shortfall", "method": "rate"}, {"rate", "base", "paid"}, {"status"}),
        ({"kind": "resident_premium", "method": "amount_by_age"}, {"bands"}, {"moves"}),
    ],
)
def test_only_what_matters_is_asked(
    chosen: dict[str, Any], asked: set[str], not_asked: set[str]
) -> None:
    fields = form_fields(DeskForm(area="430900", **chosen))

    assert asked <= fields.shown
    assert not not_asked & fields.shown
    assert {"document", "issuer", "issued", "confirmed", "start"} <= fields.shown


def test_everything_that_can_be_chosen_has_a_name() -> None:
    named = [*KINDS.values(), *SHARE_OF.values()]
    named += [text for each in (*METHODS.values(), *STATUSES.values()) for text in each.values()]

    assert all(named)
    assert form_fields(DeskForm(area="", method="share_by_age")).band == "百分之几"


def test_a_sample_needs_no_source_yet(store: PolicyStore) -> None:
    told = form_preview(DeskForm(area="430900", amount="68.5"), store, TODAY)

    assert told[0] == "66 岁退休人员：每月 68.50 元；程序自带：每月 75.00 元"
    assert form_preview(DeskForm(area="430900"), store, TODAY) == NOTHING_YET
    resident = DeskForm(area="430900", kind="resident_premium", amount="420")
    assert "420.00 元" in form_preview(resident, store, TODAY)[0]


TYPED = st.sampled_from(
    ["", " ", "0", "1", "68.50", "2.8%", "９", "x", "2025-01-01", "\x00", "9" * 30]
)


@given(st.data())
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_typed_is_a_sample_or_none(store: PolicyStore, data: Any) -> None:
    kind = data.draw(st.sampled_from([*KINDS]))
    chosen = {
        "method": data.draw(st.sampled_from([*METHODS.get(kind, ("",))])),
        "status": data.draw(st.sampled_from([*STATUSES.get(kind, ("",))])),
        "share_of": data.draw(st.sampled_from([*SHARE_OF])),
        "bands": tuple(data.draw(st.lists(st.tuples(TYPED, TYPED), max_size=3))),
        "deductions": tuple(
            DeskDeduction(name, yuan)
            for name, yuan in data.draw(st.lists(st.tuples(TYPED, TYPED), max_size=2))
        ),
    }
    names = ("amount", "rate", "base_year", "men", "women", "base", "start", "end", "number")
    typed = {name: data.draw(TYPED) for name in (*names, "document", "issuer", "issued", "note")}

    assert form_preview(DeskForm(area="430900", kind=kind, **chosen, **typed), store, TODAY)


FORMS: list[dict[str, Any]] = [
    {"amount": "68.50", "deductions": (DeskDeduction("大额", "3.00", "yearly"),)},
    {"method": "amount_by_age", "bands": (("0", "60.00"), ("70", "70.00"))},
    {"method": "share", "rate": "2.8%"},
    {"method": "share", "rate": "2%", "share_of": "contribution_base", "status": "in_service"},
    {"method": "share", "rate": "2.8%", "share_of": "average_of_group", "base_year": "2021"},
    {"method": "share", "rate": "2.8%", "share_of": "average_pension"},
    {"method": "share_by_age", "bands": (("0", "2.8%"), ("70", "3.2%"))},
    {"method": "no_account"},
    {"kind": "average_pension", "base_year": "2021", "amount": "3700.00"},
    {"kind": "contribution_years", "status": "in_service", "men": "20", "women": "15"},
    {"kind": "shortfall", "amount": "341.66", "paid": "monthly"},
    {"kind": "shortfall", "method": "rate", "rate": "6%", "base": "退休前的基数"},
    {"kind": "flexible_premium", "amount": "400.00"},
    {"kind": "resident_premium", "amount": "400.00", **YEAR},
    {"kind": "resident_premium", "method": "amount_by_age", **YEAR}
    | {"bands": (("0", "380.00"), ("70", "200.00"))},
]


@pytest.mark.parametrize("typed", FORMS)
def test_what_was_entered_is_shown_again_as_it_was(
    store: PolicyStore, typed: dict[str, Any]
) -> None:
    form = DeskForm(**{**FILLED, "number": "1 号", "note": "说明", **typed})
    reading = read_desk_form(form, store, OfficeFile(), TODAY)
    assert reading.rule, reading.errors
    assert reading.reference
    file = enter(OfficeFile(), reading.rule, [reading.reference], AT)

    row = next(
        row
        for row in desk_rows(store.under(file.layer("user")), "430900", TODAY)
        if row.layer == "office"
    )
    (source,) = file.references
    again = form_of("430900", row.rule, row.period, source)
    assert read_desk_form(again, store, OfficeFile(), TODAY).rule == reading.rule
    assert not says_less(again, row.rule, row.period, store, TODAY)


def test_what_has_no_room_in_the_form_is_noticed(store: PolicyStore) -> None:
    rule = store.rules["credit-430000-retired"]
    source = store.references[rule.periods[-1].references[0]]
    form = form_of("430000", rule, rule.periods[-1], source)

    assert says_less(form, rule, rule.periods[-1], store, TODAY), "what is taken off only some"
    blank = DeskForm(area="430000")
    assert says_less(blank, rule, rule.periods[-1], store, TODAY)


def test_of_two_layers_of_the_office_each_is_changed_as_it_is(store: PolicyStore) -> None:
    site, own = (
        read_desk_form(DeskForm(**{**FILLED, **typed}), store, OfficeFile(), TODAY)
        for typed in ({"amount": "68.50"}, {"amount": "70", "start": "2026-01-01"})
    )
    over = store
    for reading, place in ((site, "site"), (own, "user")):
        assert reading.rule
        assert reading.reference
        file = enter(OfficeFile(), reading.rule, [reading.reference], AT)
        over = over.under(file.layer(place))

    rows = [row for row in desk_rows(over, "430900", TODAY) if row.layer == "office"]
    assert [(row.kept_in, row.period.end_date, row.lasting) for row in rows] == [
        ("user", None, "2026 年 1 月 1 日起"),
        ("site", None, "2025 年 1 月 1 日起，到 2025 年 12 月 31 日为止"),
    ]


def test_what_the_program_brings_is_shown_without_its_source(store: PolicyStore) -> None:
    shown = 0
    for rule in store.rules.values():
        if can_enter(rule):
            form = form_of("430900", rule, rule.periods[0], None)
            assert (form.document, form.start, form.area) == ("", "", "430900")
            shown += 1
    assert shown > 100
    waits = next(r for r in store.rules.values() if isinstance(r, WaitingPeriodRule))
    assert not can_enter(waits)
