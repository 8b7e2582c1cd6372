"""What the visitor sees on a screen of their own: the answer, and why, in few words."""

from msgspec import Struct

from yibao.presenters.notices import DISCLAIMER, SITE, SITE_NAME, TITLE
from yibao.presenters.parts.timeline_text import timeline_text
from yibao.presenters.parts.views import AnswerView, VisitView
from yibao.presenters.words import FOR_THE_VISITOR, LAYERS

EMBEDDED = f" · {LAYERS['embedded']}"
"""What is nothing to a visitor."""
WHY = 3
"""Lines."""
WHAT = "医保个人账户到账"
RESTING = (TITLE, "您好，请稍等，正在为您查询。", "医保热线 12393")


class VisitorView(Struct, frozen=True):
    """An answer for the one whom it concerns."""

    place: str
    what: str
    """What the headline is about."""
    headline: str
    why: tuple[str, ...]
    assumptions: str
    conditions: tuple[str, ...]
    """Everything that changes the amount, its time or its reason."""
    next_change: str
    """What comes next, and when; empty where nothing is known to change."""
    caution: str
    site: str
    site_name: str


def present_visitor(visit: VisitView | None) -> VisitorView | None:
    """The answer, once there is one; None while anything is still to be filled in."""
    if visit is None or visit.answers[0].is_question:
        return None
    first, *others = visit.answers
    also = (f"{a.title}：{a.headline}" for a in others if a.says_something and not a.is_question)
    conditions = tuple(dict.fromkeys(c for answer in visit.answers for c in answer.conditions))
    whose = "" if conditions else first.basis.removesuffix(EMBEDDED)
    why = (*also, *first.details, whose)
    coming = visit.credit.events[1:]  # no other answer changes with time
    told = tuple(event for event in coming if event.is_one_of_two) or coming[:1]
    return VisitorView(
        place=visit.place,
        what=WHAT if first is visit.credit else first.title,
        headline=first.headline,
        why=tuple(filter(None, why))[:WHY],
        assumptions=visit.assumptions,
        conditions=conditions,
        next_change=timeline_text(told),
        caution=_caution(first),
        site=SITE,
        site_name=f"扫码上{SITE_NAME}",
    )


def _caution(answer: AnswerView) -> str:
    """What weakens the answer the most, and that the counter looks into it."""
    if not answer.advice:
        return DISCLAIMER
    return "".join((*answer.warnings[:1], FOR_THE_VISITOR))
