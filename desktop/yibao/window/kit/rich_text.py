"""Views as the rich text of labels; everything out of a policy file is escaped on its way in."""

from collections.abc import Iterable, Sequence
from html import escape

from yibao.presenters.guides.guide_search import pieces
from yibao.presenters.parts.views import SideView, SourceView, StepView


def steps(views: Iterable[StepView]) -> str:
    """The computation, a row for each step."""
    rows = (
        f"<tr><td style='padding-right:1em'>{escape(view.title)}</td>"
        f"<td>{escape(view.text)}</td></tr>"
        for view in views
    )
    return f"<table cellspacing='0' cellpadding='1'>{''.join(rows)}</table>"


def sources(rule: Iterable[str], views: Iterable[SourceView]) -> str:
    """The rule's own dates and notes, and after them its sources."""
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in rule)
    return f"<ul {LIST}>{facts}</ul><p {PARAGRAPH}><b>出处</b></p><ul {LIST}>{_listed(views)}</ul>"


def side(view: SideView) -> str:
    """One of several that contradict each other: what it comes to, how, and who says so."""
    details = "".join(f"<p {PARAGRAPH}>{escape(line)}</p>" for line in view.details)
    head = f"<p {PARAGRAPH}><b>{escape(view.name)}：{escape(view.headline)}</b></p>"
    computed = steps(view.steps) if view.steps else ""
    return f"{head}{details}{computed}<ul {LIST}>{_listed(view.sources)}</ul>"


def _listed(views: Iterable[SourceView]) -> str:
    return "".join(f"<li>{escape(view.title)}<br>{escape(view.details)}</li>" for view in views)


def marked(text: str, words: Sequence[str]) -> str:
    """A text with every place marked in which one of the words stands; empty without words."""
    if not words:
        return ""
    return "".join(
        f"<u style='{MARK}'>{escape(part)}</u>" if hit else escape(part)
        for part, hit in pieces(text, words)
    )


def remarks(labelled: Iterable[tuple[str, str]], words: Sequence[str]) -> str:
    """Remarks with their labels, and with the words marked in them."""
    return "<br>".join(
        f"<b>{escape(label)}</b>　{marked(text, words) or escape(text)}" for label, text in labelled
    )


MARK = "background-color:palette(highlight); color:palette(highlighted-text); font-weight:bold"
PARAGRAPH = "style='margin-top:2px; margin-bottom:2px'"
LIST = "style='margin-top:2px; margin-bottom:2px; -qt-list-indent:1'"
