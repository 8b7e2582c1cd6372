"""Views as the rich text of labels; everything out of a policy file is escaped on its way in."""

from collections.abc import Iterable
from html import escape

from yibao.presenters.guide_views import ItemView
from yibao.presenters.views import SourceView, StepView


def steps(views: Iterable[StepView]) -> str:
    """The computation, a row for each step."""
    rows = (
        f"<tr><td style='padding-right:1em'>{escape(view.title)}</td>"
        f"<td><b>{escape(view.text)}</b></td></tr>"
        for view in views
    )
    return f"<table cellpadding='2'>{''.join(rows)}</table>"


def sources(rule: Iterable[str], views: Iterable[SourceView]) -> str:
    """The rule's own dates and notes, and after them its sources."""
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in rule)
    listed = "".join(f"<li>{escape(view.title)}<br>{escape(view.details)}</li>" for view in views)
    return f"<ul {LIST}>{facts}</ul><p {PARAGRAPH}><b>出处</b></p><ul {LIST}>{listed}</ul>"


def guide_item(view: ItemView) -> str:
    """What there is to explain of one item, without its title and its cautions."""
    paragraphs = "".join(f"<p {PARAGRAPH}>{escape(text)}</p>" for text in view.paragraphs)
    numbered = "".join(f"<li>{escape(step)}</li>" for step in view.steps)
    ordered = f"<ol {LIST}>{numbered}</ol>" if numbered else ""
    remarks = "".join(
        f"<p {PARAGRAPH}><b>{escape(label)}</b>　{escape(text)}</p>" for label, text in view.remarks
    )
    return paragraphs + ordered + remarks


PARAGRAPH = "style='margin-top:2px; margin-bottom:2px'"
LIST = "style='margin-top:2px; margin-bottom:2px; -qt-list-indent:1'"
