"""What is handed on of an answer: all that stands in the window, and what is heard of it."""

from datetime import date

from msgspec.structs import replace

from yibao.calculation.assess import assess
from yibao.calculation.inquiry import Inquiry
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.answered import Answered
from yibao.presenters.answer.comparison_view import present_comparison
from yibao.presenters.answer.visit_view import present_visit

TODAY = date(2026, 11, 24)


def test_a_comparison_is_handed_on_behind_the_answer(store: PolicyStore) -> None:
    here, there = (
        assess(store, Inquiry(region=code, age=71), TODAY) for code in ("110105", "440305")
    )
    alone = Answered(here, present_visit(store, here))
    compared = replace(alone, comparison=present_comparison(store, here, there))

    assert "107.00" in alone.text
    assert "深圳市" not in alone.text
    assert compared.text.startswith(f"{alone.text}\n\n")
    assert "比北京市朝阳区每月多 144.00 元。" in compared.text
    assert alone.spoken == compared.spoken == ("每月划入：每月 107.00 元",)
