"""A sheet to hand over: an answer, or a guide panel, in the order in which it is read."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from yibao.presenters.answer.comparison_view import COMPARED, ComparisonView
from yibao.presenters.guides.views import GuideView, ItemView
from yibao.presenters.notices import DISCLAIMER, SITE, SITE_NAME, TITLE
from yibao.presenters.parts.sides import side_lines
from yibao.presenters.parts.views import AnswerView, EventView, VisitView


class Section(Struct, frozen=True):
    """Lines under a heading; numbered where they are done one after the other."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = False


class Part(Struct, frozen=True):
    """One answer or one thing to explain."""

    title: str
    headline: str
    """The figure, large; empty where there is none."""
    sections: tuple[Section, ...]


class Handout(Struct, frozen=True):
    """Everything on the sheet. No name, no identity number; an age only where it was wanted."""

    title: str
    subtitle: str
    assumptions: str
    """What was taken for granted; empty on a guide."""
    parts: tuple[Part, ...]
    site: str
    """Address of an official site, for the QR code."""
    footer: tuple[str, ...]


NOT_PRINTED = "看得出年龄，这张纸上没有印。"

MakeHandout = Callable[[bool], Handout]
"""Makes a handout, with what tells an age or without."""


def visit_handout(
    visit: VisitView, ages: bool, comparison: ComparisonView | None = None
) -> Handout:
    """The answers of a visit; what tells an age or a birth only where `ages` is wanted."""
    elsewhere = (_elsewhere(comparison, ages),) if comparison else ()
    return Handout(
        title=visit.place,
        subtitle=visit.person if ages else visit.group,
        assumptions=visit.assumptions,
        parts=(*(_answer_of(visit, answer, ages) for answer in visit.answers), *elsewhere),
        site=SITE,
        footer=(f"查询日期：{visit.day}", DISCLAIMER, f"扫码上{SITE_NAME}", TITLE),
    )


def guide_handout(guide: GuideView, place: str, day: str) -> Handout:
    """One guide panel, with everything that is to be done step by step."""
    return Handout(
        title=guide.title,
        subtitle=place,
        assumptions="",
        parts=tuple(_item(item) for group in guide.groups for item in group.items),
        site=SITE,
        footer=(f"打印日期：{day}", guide.caution or DISCLAIMER, f"扫码上{SITE_NAME}", TITLE),
    )


def _answer_of(visit: VisitView, answer: AnswerView, ages: bool) -> Part:
    """An answer; of the retirement by law, whose month tells the birth, that it is left out."""
    if ages or answer is not visit.retirement or not answer.is_answer:
        return _answer(answer, ages)
    return Part(answer.title, "", tuple(_section("", (NOT_PRINTED,))))


def _answer(answer: AnswerView, ages: bool) -> Part:
    return Part(answer.title, answer.headline, tuple(_sections(answer, ages)))


def _elsewhere(comparison: ComparisonView, ages: bool) -> Part:
    there = comparison.there
    answer = _answer(there.credit, ages)
    steps = (f"{step.title}：{step.text}" for step in comparison.steps)
    told = filter(None, (comparison.difference, comparison.moving))
    difference = _section("", (*told, *steps, *comparison.also))
    return Part(f"{COMPARED}：{there.place}", answer.headline, (*difference, *answer.sections))


def _sections(answer: AnswerView, ages: bool) -> Iterator[Section]:
    said = tuple(line for line in answer.details if ages or line not in answer.personal)
    if ages and answer.age:
        said = (answer.age, *said)
    steps = ((step.title, step.text if ages else step.impersonal) for step in answer.steps)
    yield from _section("", said)
    yield from _section("以后的变化", (_event(event, ages) for event in answer.events))
    yield from _section("怎么算的", (f"{title}：{text}" for title, text in steps if text))
    yield from _section("要知道的", (*answer.to_know, *answer.warnings))
    for side in answer.sides:
        yield from _section("", side_lines(side))
    yield from _section("出处", (f"{s.title}（{s.details}）" for s in answer.sources))
    yield from _section("", (answer.basis,) if answer.basis else ())


def _event(event: EventView, ages: bool) -> str:
    when = event.when if ages or not event.impersonal else event.impersonal
    return f"{when}：{event.what}"


def _item(item: ItemView) -> Part:
    remarks = (f"{label}：{text}" for label, text in item.remarks)
    return Part(
        item.title,
        "",
        (
            *_section("", item.paragraphs),
            *_section("", item.steps, numbered=True),
            *_section("", remarks),
            *_section("注意", item.cautions),
            *_section("出处", item.sources),
        ),
    )


def _section(heading: str, lines: Iterable[str], *, numbered: bool = False) -> Iterator[Section]:
    said = tuple(lines)
    if said:
        yield Section(heading, said, numbered)
