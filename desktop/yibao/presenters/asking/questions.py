"""What the form asks of this visitor, and why an entry may make no difference."""

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

from yibao.calculation.assess import assess
from yibao.calculation.assessment import Assessment, CreditAnswer
from yibao.calculation.contribution_answer import contribution_rules
from yibao.policy.rules.credit_rules import ByMonthsWithAccount, CreditRule
from yibao.policy.rules.deductions import ShareTaken
from yibao.policy.rules.methods import AveragePension, NoAccount, OwnPension
from yibao.policy.store import PolicyStore
from yibao.policy.terms import NATION
from yibao.presenters.asking.inquiry_form import TEXT_FIELDS, Entries, Field, Reading, read_entries
from yibao.presenters.asking.worker_category import wording
from yibao.presenters.asking.year_questions import about_the_years, actual_years_asked, asked_bases
from yibao.presenters.basis import basis_name, basis_of

HINTS: Mapping[Field, str] = {
    "base": "交医保时按它算钱的那个工资数。",
    "plan": "统账结合有个人账户，单建统筹多数没有。",
    "retirement_completed": "办了领养老金，不等于医保这边也办好了。",
}
YEARS_HINTS: Mapping[Field, str] = {
    "paid_years": "将来由哪里付退休待遇，上面就选哪里。",
    "deemed": "视同缴费：没有交钱、但按规定也算年限的工龄。",
    "enrolled": "第一次参加职工医保的那一天。",
    "account_years": "统账结合、有个人账户的那些月，2023 年以前的都算。",
    "unbroken_years": "中间没有断过的最长一段。",
    "work_start": "人社部门或退役军人部门认定的日期。",
    "scheme_start": "当地职工医保哪天开始的，不知道就先空着。",
    "retires_on": "不知道就空着，有出生日期和性别会自己推算。",
}
ABOUT_THE_YEARS: tuple[Field, ...] = (
    "sex",
    "worker_category",
    "paid_years",
    "actual_years",
    "deemed",
    "enrolled",
    "retires_on",
    "shortfall_base",
    "account_years",
    "unbroken_years",
    "work_start",
    "scheme_start",
)
"""What the retired are asked only where they ask about years and retirement themselves."""
Years = Literal["unasked", "offered", "chosen", "needed"]
"""Whether years and retirement are asked about: of residents never; of the retired where they
choose; of everybody else in any case."""
Said = TypeVar("Said")
NO_AGE = "本地不分年龄。"


class Questions(Struct, frozen=True):
    """The fields that matter for the chosen status and rule, and what is said at each."""

    shown: frozenset[Field]
    labels: Mapping[Field, str]
    """Names that differ with the rule or the status; a field that is not here keeps its own."""
    choices: Mapping[Field, Mapping[str, str]]
    """What the choices of a field are called, where that differs with the status."""
    hints: Mapping[Field, str]
    years: Years
    first: Field
    """The text to ask for first: the one that the rule cannot do without."""


def ask(entries: Entries, store: PolicyStore, today: date) -> Questions:
    """What to ask, by what is chosen and by the rule behind it; what was typed plays no part."""
    shown = _by_choice(entries)
    category = wording(entries.status)
    hints: dict[Field, str] = {**HINTS, **YEARS_HINTS, "worker_category": category.hint}
    labels: dict[Field, str] = {"worker_category": category.question}
    first: Field = "age"
    reading = read_entries(_choices_only(entries), today)
    if reading.inquiry:
        assessment = assess(store, reading.inquiry, reading.on)
        shown |= assessment.credit.inputs_used | _choices_that_matter(store, reading)
        shown |= about_the_years(store, assessment) | _about_the_adjustment(assessment.credit)
        prices = asked_bases(store, assessment)
        shown |= prices.keys() | _ages_of_residents(assessment)
        labels |= prices
        actual = actual_years_asked(store, assessment)
        if actual:
            labels["actual_years"], hints["actual_years"] = actual.label, actual.hint
        outcome = assessment.credit.outcome
        first = _first_text(outcome.missing if outcome else (), first)
        hints |= _without_influence(assessment.credit)
        hints["pension"] = "".join(_about_the_pension(assessment.credit))
        name = _average_pension_name(store, assessment)
        if name:
            labels["average_pension"] = name
    years = _years(entries)
    if years in ("unasked", "offered"):
        shown.difference_update(ABOUT_THE_YEARS)
    return Questions(
        shown=frozenset(shown),
        years=years,
        labels=_of_shown(labels, shown),
        choices=_of_shown({"worker_category": category.names}, shown),
        hints=_of_shown(hints, shown),
        first=first,
    )


def _years(entries: Entries) -> Years:
    if entries.status == "resident":
        return "unasked"
    if entries.status != "retired" or entries.retirement_completed == "no":
        return "needed"
    texts = (name for name in ABOUT_THE_YEARS if name in TEXT_FIELDS)
    typed = any(getattr(entries, name).strip() for name in texts)  # is never hidden
    return "chosen" if entries.with_years or typed else "offered"


def _first_text(missing: Sequence[str], otherwise: Field) -> Field:
    """The first of the missing texts; a choice is made with the eyes on it."""
    for name in TEXT_FIELDS:
        if name in missing:
            return name
    return otherwise


def without_hidden(entries: Entries, questions: Questions) -> Entries:
    """The entries with every text left open that the form does not show."""
    hidden = {name: "" for name in TEXT_FIELDS if name not in questions.shown}
    return msgspec.structs.replace(entries, **hidden)


def _of_shown(said: Mapping[Field, Said], shown: Set[Field]) -> dict[Field, Said]:
    return {name: of for name, of in said.items() if name in shown}


def _choices_only(entries: Entries) -> Entries:
    kept = {name: "" for name in TEXT_FIELDS if name != "on"}
    return msgspec.structs.replace(entries, **kept)


def _by_choice(entries: Entries) -> set[Field]:
    shown: set[Field] = {"region", "status", "on"}
    if entries.status == "resident":
        return shown
    shown |= {"plan", "age", "born"}
    if entries.status == "retired":
        shown.add("retirement_completed")
    if entries.sex == "female":
        shown.add("worker_category")
    shown |= {"sex", "paid_years", "retires_on"}
    return shown


def _choices_that_matter(store: PolicyStore, reading: Reading) -> set[Field]:
    """Where the retired from flexible employment have a rule of their own, that is asked."""
    inquiry = reading.inquiry
    if inquiry is None or inquiry.status != "retired":
        return set()
    credit = store.in_force(CreditRule, inquiry.region, ("retired_flexible",), reading.on)
    years = any(contribution_rules(store, inquiry.region, ("flexible",)))
    return {"retired_from"} if years or (credit and inquiry.plan == "full") else set()


def _about_the_adjustment(credit: CreditAnswer) -> set[Field]:
    """What makes a credit smaller for some, where that can be computed."""
    adjustment = credit.rule.period.adjustment if credit.rule else None
    if isinstance(adjustment, ByMonthsWithAccount):
        return {"actual_years", "account_years"}
    return set()


def _ages_of_residents(assessment: Assessment) -> set[Field]:
    resident = assessment.premium.resident
    by_age = resident and any(p.from_age is not None for p in resident.period.premiums)
    return {"age", "born"} if by_age else set()


def _without_influence(credit: CreditAnswer) -> dict[Field, str]:
    """What is said at a field that makes no difference to the answer."""
    used, outcome, rule = credit.inputs_used, credit.outcome, credit.rule
    if outcome is None or rule is None:
        return {}
    if rule.rule.whom in ("retirement_pending", "resident"):
        return {}  # of residents an age is asked only where the premium follows it
    if isinstance(outcome.method, NoAccount):
        return {"age": "现在没有钱划入，填不填结果都一样。"}
    hints: dict[Field, str] = {}
    if "base" in used and "age" not in used:
        hints["age"] = "在职按缴费基数划入，和年龄没有关系。"
    elif "age" not in used:
        nation = rule.rule.area == NATION
        hints["age"] = "按全国原则估算，和年龄没有关系。" if nation else NO_AGE
    return hints


def _about_the_pension(credit: CreditAnswer) -> Iterator[str]:
    """What the own pension is needed for."""
    if any(isinstance(basis_of(outcome.method), OwnPension) for outcome in credit.outcomes):
        yield "划多少要按本人养老金算。"
    for deduction in credit.rule.period.deductions if credit.rule else ():
        if isinstance(deduction.takes, ShareTaken) and isinstance(deduction.takes.of, OwnPension):
            yield f"{deduction.name}按本人养老金扣。"


def _average_pension_name(store: PolicyStore, assessment: Assessment) -> str | None:
    """Which average pension the rule, or another source beside it, asks for."""
    for outcome in assessment.credit.outcomes:
        basis = basis_of(outcome.method)
        if isinstance(basis, AveragePension):
            inquiry = assessment.inquiry
            return basis_name(store, inquiry.region, basis, inquiry.retired_from)
    return None
