"""What somebody enters at the policy desk: a rule with its source, or sentences at its fields."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct

from yibao.calculation.proving.examples import with_results
from yibao.policy.loading.dates import check_confirmations
from yibao.policy.loading.problems import PolicyProblem
from yibao.policy.office.edits import OverlapError, enter
from yibao.policy.office.office_file import OfficeFile, encode, read_office
from yibao.policy.references import Reference
from yibao.policy.rules.contribution_rules import ContributionRule
from yibao.policy.rules.kinds import Rule
from yibao.policy.store import PolicyStore
from yibao.presenters import formats
from yibao.presenters.asking.entries import EntryError, read_day
from yibao.presenters.desk.entered import DeskForm
from yibao.presenters.desk.rule_content import CONTENT, FieldError
from yibao.presenters.script.problem_text import sentence


class DeskReading(Struct, frozen=True):
    """A rule with its source, or what is wrong, by the names of the form's fields."""

    rule: Rule | None
    reference: Reference | None
    errors: Mapping[str, str]


OF_EVERY_PERIOD = ("start_date", "end_date", "confirmed_on", "references", "moves")
REQUIRED: Mapping[str, str] = {
    "area": "请先选地区。",
    "document": "请写根据的是哪份文件，没有出处的数不能录。",
    "issuer": "请写是哪个单位发的。",
    "issued": "请写文件是哪天发的。",
    "start": "请写从哪天起执行。",
    "confirmed": "请写哪天核实的。",
}


def read_desk_form(
    form: DeskForm, store: PolicyStore, kept: OfficeFile, today: date
) -> DeskReading:
    """The rule that a form means, checked like `policy check`.

    `store` is without what is `kept`.
    """
    errors = {name: told for name, told in REQUIRED.items() if not getattr(form, name).strip()}
    days = {name: _day(form, name, errors) for name in ("start", "end", "issued", "confirmed")}
    if days["issued"] and days["issued"] > today:
        errors["issued"] = "这个日期还没有到，请核对。"
    if form.kind == "resident_premium" and not form.end.strip():
        errors["end"] = "居民缴费一年一定，请写到哪天为止，比如 2026-12-31。"
    try:
        content = CONTENT[form.kind](form)
    except FieldError as error:
        errors[error.field] = str(error)
        content = {}
    if errors:
        return DeskReading(None, None, errors)
    reference = source_of(form.document, form.issuer, days["issued"], form.number)
    rule = _rule(form, days, reference, content, _date_basis(store, form))
    return _checked(rule, reference, store, kept, today)


def source_of(document: str, issuer: str, issued: date | None, number: str = "") -> Reference:
    """A source that the office names; the same one has the same id on every computer."""
    told = "\n".join((document.strip(), issuer.strip(), str(issued), number.strip()))
    return Reference(
        id=f"office-{sha256(told.encode()).hexdigest()[:12]}",
        title=document.strip(),
        issuer=issuer.strip(),
        level="office",
        issued_on=issued,
        number=number.strip() or None,
    )


def _day(form: DeskForm, name: str, errors: dict[str, str]) -> date | None:
    typed = getattr(form, name).strip()
    if not typed:
        return None
    try:
        return read_day(typed)
    except EntryError as error:
        errors[name] = str(error)
        return None


def _rule(
    form: DeskForm,
    days: Mapping[str, date | None],
    reference: Reference,
    content: Mapping[str, Any],
    date_basis: str,
) -> Rule:
    """Raises ValidationError where the form's choices fit no kind of rule."""
    of_rule: dict[str, Any] = dict(content)
    period = {
        "start_date": days["start"],
        "end_date": days["end"],
        "confirmed_on": days["confirmed"],
        "references": [reference.id],
        "moves": "yearly" if form.kind == "resident_premium" else form.moves,
        "note": form.note.strip() or None,
        **of_rule.pop("period"),
    }
    for deduction in period.get("deductions", ()):
        deduction |= {name: period[name] for name in OF_EVERY_PERIOD}
    whom = {
        "average_pension": form.base_year,
        "flexible_premium": "",
        "resident_premium": "",
        "shortfall": "in_service",
    }.get(form.kind, form.status)
    if form.kind == "contribution_years":
        of_rule["date_basis"] = date_basis
    slug = "-".join(filter(None, ("office", form.kind, form.area, whom))).replace("_", "-")
    document = {"kind": form.kind, "id": slug, "area": form.area, "periods": [period], **of_rule}
    return msgspec.convert(msgspec.to_builtins(document), Rule)  # pyright: ignore[reportArgumentType]


def _date_basis(store: PolicyStore, form: DeskForm) -> str:
    """The day by which years go here, as in the rule that answers without the office's."""
    if form.area not in store.regions:
        return "retirement_date"
    rule = next(store.around(ContributionRule, form.area, (form.status,)), None)
    return rule.date_basis if rule else "retirement_date"


def _checked(
    rule: Rule, reference: Reference, store: PolicyStore, kept: OfficeFile, today: date
) -> DeskReading:
    """With its examples worked out, and everything that the checks find said at its field."""
    known = store.under(OfficeFile(rules=(rule,), references=(reference,)).layer("user"))
    alone = encode(OfficeFile(rules=(rule,), references=(reference,)))
    reading = read_office(alone, "", store)
    problems: list[PolicyProblem] = [
        *reading.problems,
        *check_confirmations(reading.rules, today),
    ]
    errors = {_field(problem.path): sentence(problem) for problem in problems}
    if not errors:
        rule = with_results(known, rule)
        try:
            enter(kept, rule, [reference], datetime.combine(today, datetime.min.time()))
        except OverlapError as error:
            day = formats.day(error.later)
            errors["end"] = f"后面还有一段从 {day}起的，请写这一段到哪天为止。"
    return DeskReading(None, None, errors) if errors else DeskReading(rule, reference, {})


FIELDS: Sequence[tuple[str, str]] = (
    (r"\.deductions", "deductions"),
    (r"\.bands", "bands"),
    (r"\.rate$", "rate"),
    (r"\.amount$", "amount"),
    (r"\.end_date$", "end"),
    (r"\.start_date$", "start"),
    (r"\.confirmed_on$", "confirmed"),
    (r"\.area$", "area"),
)


def _field(path: str) -> str:
    """The field of the form at which a problem is said."""
    return next((name for pattern, name in FIELDS if re.search(pattern, path)), "amount")
