"""The timeline as a sentence, for those who do not see it and for plain text."""

from collections.abc import Iterable

from yibao.presenters.parts.views import EventView


def timeline_text(events: Iterable[EventView]) -> str:
    """现在：每月 97.00 元；满 70 岁以后：每月 107.00 元"""
    return "；".join(f"{event.when}：{event.what}" for event in events)
