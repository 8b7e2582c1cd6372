"""What an answer, a print and a guide say of a zone that follows a division."""

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from tests.conftest import RESOURCES
from tests.presenters.people import DAY

from yibao.calculation.assess import assess
from yibao.calculation.assessment import Assessment
from yibao.calculation.inquiry import Inquiry
from yibao.policy.guides import read_guides
from yibao.policy.loading.files import guide_files
from yibao.policy.rules.contribution_rules import ContributionRule
from yibao.policy.store import PolicyStore
from yibao.presenters.answer.answer_text import answer_text
from yibao.presenters.answer.comparison_view import present_comparison
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.answer.visitor_view import present_visitor
from yibao.presenters.guides.guide_view import present_guides
from yibao.presenters.handout.handout import visit_handout
from yibao.presenters.script.answer_json import answer_json

PLACE = "苏州工业园区（按江苏省苏州市查）"
REMARK = "苏州工业园区的医保自己统筹"


@pytest.fixture
def of(store: PolicyStore) -> Any:
    def assessment(region: str, **known: Any) -> Assessment:
        return assess(store, Inquiry(region=region, **known), DAY)

    return assessment


def test_the_place_says_whose_rules_are_used(store: PolicyStore, of: Any) -> None:
    visit = present_visit(store, of("320576", age=71))
    visitor = present_visitor(visit)

    assert visitor is not None
    assert visit.place == visitor.place == visit_handout(visit, ages=False).title == PLACE
    assert answer_text(visit).startswith(PLACE)


def test_a_pool_of_its_own_is_remarked_wherever_the_city_s_rule_is_used(
    store: PolicyStore, of: Any
) -> None:
    visit = present_visit(store, of("320576", age=71, paid_months=240))
    visitor = present_visitor(visit)
    handout = visit_handout(visit, ages=False)

    assert visit.contribution is not None
    assert REMARK in visit.credit.warnings[0]
    assert visitor is not None
    assert REMARK in visitor.caution
    assert any(REMARK in line for part in handout.parts for s in part.sections for line in s.lines)
    assert any(REMARK in n for n in answer_json(store, of("320576", age=71))["credit"]["notices"])


def test_the_years_of_another_pool_are_remarked_too(store: PolicyStore) -> None:
    (province,) = store.around(ContributionRule, "320576", ("in_service",))
    city = msgspec.structs.replace(province, area="320500", id="of-the-city")
    own = msgspec.structs.replace(province, area="320576", id="of-the-zone")

    def warnings(*rules: ContributionRule) -> str:
        held = PolicyStore(store.regions, store.references.values(), rules)
        inquiry = Inquiry(region="320576", sex="male", retires_on=date(2024, 1, 1), paid_months=240)
        visit = present_visit(held, assess(held, inquiry, DAY))
        assert visit.contribution is not None
        return "".join(visit.contribution.warnings)

    assert REMARK in warnings(city)
    assert REMARK not in warnings(province)
    assert REMARK not in warnings(city, own)


def test_other_places_are_not_remarked(store: PolicyStore, of: Any) -> None:
    for region in ("320505", "320500", "130600-xiongan", "441900121", "610402"):
        visit = present_visit(store, of(region, age=71, average_pension=Decimal(3700)))
        assert not any("自己统筹" in warning for warning in visit.credit.warnings)


def test_a_zone_gets_what_its_division_gets(store: PolicyStore, of: Any) -> None:
    for zone, division in (("441900121", "441900"), ("120116-teda", "120116")):
        ours, theirs = of(zone, age=71), of(division, age=71)
        assert ours.credit == theirs.credit


def test_scripts_are_told_the_division_and_the_zone(store: PolicyStore, of: Any) -> None:
    assert answer_json(store, of("441900121", age=71))["region"] == {
        "code": "441900",
        "name": "广东省东莞市",
        "zone": {"code": "441900121", "name": "虎门镇"},
    }


def test_a_place_without_a_rule_is_named_all_the_same(make_store: Any) -> None:
    store = make_store()
    visit = present_visit(store, assess(store, Inquiry(region="130102", paid_months=240), DAY))

    assert visit.contribution is not None
    assert "河北省石家庄市长安区" in visit.contribution.details[0]


def test_a_comparison_names_the_zone(store: PolicyStore, of: Any) -> None:
    view = present_comparison(store, of("120116-teda", age=71), of("110105", age=71))

    assert "天津经济技术开发区（按天津市滨海新区查）" in view.difference


def test_a_guide_remarks_the_rules_of_another_pool(store: PolicyStore) -> None:
    guides = read_guides(guide_files(RESOURCES / "guides"), store)

    def cautions(region: str) -> list[str]:
        views = present_guides(guides, store, region, "retired", DAY)
        groups = (group for view in views for group in view.groups if "适用的规定" in group.title)
        return [caution for g in groups for item in g.items for caution in item.cautions]

    assert any(REMARK in caution for caution in cautions("320576"))
    assert cautions("320505") == []
