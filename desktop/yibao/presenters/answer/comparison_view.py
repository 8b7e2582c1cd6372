"""Two places side by side, for families who move."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from yibao.calculation.assessment import Assessment
from yibao.calculation.comparison import Difference, compare
from yibao.calculation.quantities import Span
from yibao.policy.store import PolicyStore
from yibao.presenters import formats
from yibao.presenters.answer.visit_view import present_visit
from yibao.presenters.asking.region_text import place_text
from yibao.presenters.parts import provenance
from yibao.presenters.parts.views import StepView, VisitView
from yibao.presenters.payments.cost_text import cost_lines

COMPARED = "换个地方比一比"
NOT_COMPARABLE = "有一边还算不出数目，没法比。"
ELSEWHERE = "外地的规定，打 12393 问当地。"
STAYS = (
    "已经退休的，医保关系不能再转，钱还是由退休的地方划，搬过去数目不变。"
    "账户留在退休的地方是照规定推出来的，拿不准的打 12393 问。"
)
"""The rules on moving exclude those who draw benefits; that the account stays is inferred."""


class ComparisonView(Struct, frozen=True):
    """The other place's answers, and how the credit differs."""

    difference: str
    """比北京市朝阳区每月少 12.00 元。"""
    moving: str
    """That it does not change by moving, to whom that applies; else empty."""
    steps: tuple[StepView, ...]
    there: VisitView
    also: tuple[str, ...] = ()
    """What else one is told there: what is to be paid, the years, what they cost."""


def present_comparison(store: PolicyStore, here: Assessment, there: Assessment) -> ComparisonView:
    """What the same person gets there, and how much more or less that is."""
    difference = compare(here, there)
    visit = _as_of_elsewhere(present_visit(store, there))
    also = tuple(_also(visit, there))
    moving = STAYS if here.inquiry.status == "retired" else ""
    if difference is None:
        return ComparisonView(NOT_COMPARABLE, moving, (), visit, also)
    home = place_text(store.regions, here.inquiry.region)
    steps = provenance.steps(difference.steps)
    return ComparisonView(_told(home, difference), moving, steps, visit, also)


def comparison_text(view: ComparisonView) -> str:
    """The comparison as plain text, to be copied with the answer."""
    credit = view.there.credit
    steps = [f"  {step.title}：{step.text}" for step in view.steps]
    headline = f"【{COMPARED}】{view.there.place}：{credit.headline}"
    told = filter(None, (view.difference, view.moving))
    said = (*credit.details, *told, *steps, *credit.conditions, *credit.warnings, *view.also)
    return "\n".join((headline, *said))


def _as_of_elsewhere(visit: VisitView) -> VisitView:
    """With whom to ask: another place's rules are not in this office's system."""
    credit, premium, contribution = (
        replace(answer, advice=ELSEWHERE) if answer and answer.advice else answer
        for answer in (visit.credit, visit.premium, visit.contribution)
    )
    return replace(visit, credit=credit, premium=premium, contribution=contribution)


def _also(visit: VisitView, there: Assessment) -> Iterator[str]:
    for answer in (visit.premium, visit.contribution):
        if answer:
            yield f"{answer.title}：{answer.headline}"
    yield from cost_lines(there.contribution.cost)


def _told(home: str, difference: Difference) -> str:
    low, high = difference.span.low, difference.span.high
    if low == high == 0:
        return f"和{home}一样多。"
    if low == high:
        return f"比{home}每月{_more_or_less(low)}。"
    if low >= 0 or high <= 0:
        near, far = sorted((abs(low), abs(high)))
        span = Span(near, far)
        text = formats.either(span) if difference.is_either else formats.span(span)
        return f"比{home}每月{'多' if low >= 0 else '少'} {text}。"
    return f"和{home}比，每月可能{_more_or_less(low)}，也可能{_more_or_less(high)}。"


def _more_or_less(difference: Decimal) -> str:
    word = "多" if difference > 0 else "少"
    return f"{word} {formats.yuan(abs(difference))}"
