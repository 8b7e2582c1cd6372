"""What is explained of a guide panel as plain text, for the clipboard."""

from collections.abc import Iterator

from yibao.presenters.guides.views import GuideView, ItemView
from yibao.presenters.notices import DISCLAIMER


def guide_text(guide: GuideView, place: str) -> str:
    """Everything that a panel tells of a place, line by line."""
    items = (line for group in guide.groups for item in group.items for line in _item(item))
    return "\n".join((f"{place} · {guide.title}", *items, "", guide.caution or DISCLAIMER))


def _item(item: ItemView) -> Iterator[str]:
    yield ""
    yield f"【{item.title}】"
    yield from item.paragraphs
    yield from (f"{number}. {step}" for number, step in enumerate(item.steps, 1))
    yield from (f"{label}：{text}" for label, text in item.remarks)
    yield from (f"注意：{caution}" for caution in item.cautions)
    yield from (f"出处：{source}" for source in item.sources)
