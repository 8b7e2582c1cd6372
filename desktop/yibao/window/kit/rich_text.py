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


def sides(views: Sequence[SideView]) -> str:
    """What contradicts each other, side by side: what it comes to, how, and who says so."""
    width = f"{100 // max(1, len(views))}%"
    cells = "".join(f"<td width='{width}' style='{SIDE}'>{_side(view)}</td>" for view in views)
    return f"<table width='100%' cellspacing='0' cellpadding='0'><tr>{cells}</tr></table>"


def _side(view: SideView) -> str:
    details = "".join(f"<p {PARAGRAPH}>{escape(line)}</p>" for line in view.details)
    head = f"<p {PARAGRAPH}><b>{escape(view.name)}：{escape(view.headline)}</b></p>"
    done = "".join(f"<p {PARAGRAPH}>{escape(s.title)}：{escape(s.text)}</p>" for s in view.steps)
    return f"{head}{details}{done}<ul {LIST}>{_listed(view.sources)}</ul>"


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
SIDE = "padding-right:1em; vertical-align:top"
PARAGRAPH = "style='margin-top:2px; margin-bottom:2px'"
LIST = "style='margin-top:2px; margin-bottom:2px; -qt-list-indent:1'"
