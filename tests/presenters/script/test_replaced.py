"""Whatever an office's rule answers is said to be the office's, with what the program would say."""

from datetime import date, datetime
from typing import Any

import pytest
from tests.presenters.desk.test_desk import FILLED, TODAY
from tests.presenters.handout.test_handout import text_of

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.office.edits import enter
from yibao.policy.office.office_file import OfficeFile
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.desk.desk_form import read_desk_form
from yibao.presenters.desk.entered import DeskForm
from yibao.presenters.handout.handout import visit_handout
from yibao.presenters.script.answer_json import answer_json

DAY = date(2026, 6, 1)
OFFICE = "本单位维护（这台电脑上的人都用）：划入标准的通知（益阳市医疗保障局，2024 年 12 月 20 日）"
MAN = {"age": 60, "sex": "male", "retires_on": date(2026, 6, 1)}
MAN |= {"paid_months": 240, "actual_months": 240}


def under(store: PolicyStore, **typed: Any) -> PolicyStore:
    """The store with what an office of 益阳 has entered."""
    form = DeskForm(**{**FILLED, **typed})
    reading = read_desk_form(form, store, OfficeFile(), TODAY)
    assert reading.rule, reading.errors
    assert reading.reference
    at = datetime(2026, 11, 25)
    return store.under(enter(OfficeFile(), reading.rule, [reading.reference], at).layer("site"))


def answer(store: PolicyStore, **known: Any) -> Any:
    return answer_json(store, assess(store, Inquiry(region="430900", **known), DAY))


def test_years(store: PolicyStore) -> None:
    typed = {"kind": "contribution_years", "status": "in_service", "men": "20", "women": "15"}
    years = answer(under(store, **typed), **MAN)["contribution"]

    assert years["rule"]["layer"] == "office"
    assert years["replaced"]["required"]["cumulative_months"] == 360
    assert years["replaced"]["rule"]["layer"] == "embedded"
    assert any(notice.startswith(OFFICE) for notice in years["notices"])
    assert answer(store, **MAN)["contribution"]["replaced"] is None


def test_what_a_shortfall_costs(store: PolicyStore) -> None:
    years = answer(under(store, kind="shortfall", amount="341.66"), **MAN)["contribution"]

    assert years["cost"]["lump_sum"]["per_month"] == "341.66"
    assert years["cost"]["replaced"] == {"lump_sum": None, "monthly": None}
    assert any(notice.startswith(OFFICE) for notice in years["notices"])
    assert answer(store, **MAN)["contribution"]["cost"]["replaced"] is None


@pytest.mark.parametrize(
    ("status", "typed", "told"),
    [
        ("flexible", {"kind": "flexible_premium", "amount": "400"}, "monthly"),
        (
            "resident",
            {"kind": "resident_premium", "amount": "420"}
            | {"start": "2026-01-01", "end": "2026-12-31"},
            "yearly",
        ),
    ],
)
def test_premiums(store: PolicyStore, status: str, typed: dict[str, str], told: str) -> None:
    premium = answer(under(store, **typed), status=status, age=45)["premium"]
    before = answer(store, status=status, age=45)["premium"]

    assert premium["rule"]["layer"] == "office"
    assert premium["replaced"][told] == before[told]
    assert premium["replaced"]["rule"] == before["rule"]
    assert before["replaced"] is None


def test_the_sheet_says_whose_rule_it_is(store: PolicyStore) -> None:
    over = under(store, amount="68.50")
    visit = present_visit(over, assess(over, Inquiry(region="430900", age=66), DAY))

    told = text_of(visit_handout(visit, False))
    assert "每月 68.50 元" in told
    assert OFFICE in told
    assert "程序自带的规定算出来是：每月 75.00 元" in told


def test_a_base_that_has_changed_is_to_be_looked_at_again(store: PolicyStore) -> None:
    own = under(store, amount="68.50")
    (rule,) = (r for r in own.rules.values() if r.id not in store.rules)
    period = rule.periods[0]
    known = store.base(rule, period.start_date, period.end_date)
    file = OfficeFile(rules=(rule,), references=tuple(own.references.values()), bases=(known,))
    elsewhere = under(store, amount="70")  # as if an update had brought another figure
    elsewhere.beneath = None
    over = elsewhere.under(file.layer("site"))
    here = assess(over, Inquiry(region="430900", age=66), DAY)

    assert not answer(store.under(file.layer("site")), age=66)["credit"]["rule"]["base_changed"]
    assert answer(over, age=66)["credit"]["rule"]["base_changed"]
    view = present_visit(over, here).credit
    assert "原来的规定已经变了，请复核" in view.warnings[0]
    assert view.advice
