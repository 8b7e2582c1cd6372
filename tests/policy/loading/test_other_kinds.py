"""What is refused in the rules on years, premiums and the cost of a shortfall."""

from pathlib import Path
from typing import Any

import pytest

from yibao.policy.loading.files import policy_files
from yibao.policy.loading.reading import read_policy

PERIOD: dict[str, Any] = {
    "start_date": "2024-01-01",
    "end_date": None,
    "confirmed_on": "2024-05-01",
    "references": ["a-source"],
}
P = "$.rules[0].periods[0]"
SHARE = {"type": "share", "name": "大额", "rate": "0.1%"}
BASE = {"type": "published", "what": "基数"}
RATE = {"type": "rate", "rate": "8%", "base": BASE}


def held(first: str, last: str | None, **fields: Any) -> dict[str, Any]:
    """A base during a period."""
    return {**PERIOD, "start_date": first, "end_date": last, "amount": "5000", **fields}


def premium(price: dict[str, Any], **offer: Any) -> dict[str, Any]:
    period = {**PERIOD, "offers": [{"price": price, **offer}]}
    period["examples"] = [{"given": {"base": "5000"}, "expected": {"status": "exact"}}]
    return {"kind": "flexible_premium", "id": "r", "area": "130100", "periods": [period]}


def resident(*premiums: dict[str, Any], **fields: Any) -> dict[str, Any]:
    period = {**PERIOD, "premiums": list(premiums), **fields}
    period["examples"] = [{"given": {}, "expected": {"amounts": []}}]
    return {"kind": "resident_premium", "id": "r", "area": "130100", "periods": [period]}


def stretches(*untils: str | None, **fields: Any) -> dict[str, Any]:
    asked = {
        "type": "by_start_of_work",
        "before_scheme": 10,
        "stretches": [{"until": until, "years": 15} for until in untils],
    }
    period = {**PERIOD, "requirement": asked, **fields}
    period["examples"] = [{"given": {}, "expected": {"status": "missing"}}]
    return {
        "kind": "contribution_years",
        "id": "r",
        "area": "130100",
        "insurance_status": "in_service",
        "date_basis": "retirement_date",
        "periods": [period],
    }


@pytest.mark.parametrize(
    ("rule", "path", "kind"),
    [
        (premium({"type": "amount", "amount": "300"}, added=[SHARE]), ".offers[0].added", "base"),
        (
            premium({**RATE, "base": {**BASE, "periods": [held("2024-01-01", "2023-01-01")]}}),
            ".offers[0].price.base.periods[0].end_date",
            "dates",
        ),
        (
            premium(
                {
                    **RATE,
                    "base": {
                        **BASE,
                        "periods": [
                            held("2024-01-01", "2024-12-31"),
                            held("2024-06-01", None),
                        ],
                    },
                }
            ),
            ".offers[0].price.base.periods[1].start_date",
            "overlap",
        ),
        (
            premium(
                {
                    **RATE,
                    "base": {**BASE, "periods": [held("2024-01-01", None, references=["nowhere"])]},
                }
            ),
            ".offers[0].price.base.periods[0].references[0]",
            "unknown_reference",
        ),
        (
            resident({"people": "老人", "from_age": 70, "to_age": 60, "amount": "700"}),
            ".premiums[0]",
            "ages",
        ),
        (
            resident({"people": "老人", "from_age": 60, "to_age": 60, "amount": "700"}),
            ".premiums[0]",
            "ages",
        ),
        (resident({"people": "老人", "to_age": 60, "amount": "700"}), ".premiums[0]", "ages"),
        (
            resident(
                {"people": "老人", "amount": "700"},
                enrolment={"from_date": "2025-12-01", "to_date": "2025-11-01"},
            ),
            ".enrolment.to_date",
            "dates",
        ),
        (stretches("2016-12-31", "2010-12-31", None), ".requirement.stretches", "stretches"),
        (stretches(None, "2016-12-31"), ".requirement.stretches", "stretches"),
        (stretches("2016-12-31", "2020-12-31"), ".requirement.stretches", "stretches"),
        (stretches("2016-12-31", None, recognises=["999999"]), ".recognises[0]", "unknown_region"),
        (
            stretches(
                "2016-12-31",
                None,
                contested=[
                    {
                        "requirement": stretches(None, None)["periods"][0]["requirement"],
                        "references": ["a-source"],
                    }
                ],
            ),
            ".contested[0].requirement.stretches",
            "stretches",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_path(
    tmp_path: Path, records: Any, rule: dict[str, Any], path: str, kind: str
) -> None:
    problems = read_policy(policy_files(records.write(tmp_path, [rule]))).problems

    assert (P + path, kind) in [(problem.path, problem.kind) for problem in problems]


@pytest.mark.parametrize(
    "rule",
    [
        premium(RATE, added=[SHARE]),
        premium({**RATE, "base": {**BASE, "periods": [held("2024-01-01", None)]}}),
        resident(
            {"people": "老人", "from_age": 70, "amount": "700"},
            {"people": "别的人", "amount": "400"},
            {"people": "孩子", "from_age": 0, "to_age": 18, "amount": "300"},
            enrolment={"from_date": None, "to_date": "2025-11-01"},
        ),
        stretches("2010-12-31", "2016-12-31", None),
    ],
)
def test_what_fits_is_taken(tmp_path: Path, records: Any, rule: dict[str, Any]) -> None:
    assert read_policy(policy_files(records.write(tmp_path, [rule]))).problems == []
