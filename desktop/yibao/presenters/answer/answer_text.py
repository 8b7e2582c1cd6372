"""Answers as plain text: for the terminal and the clipboard."""

from collections.abc import Iterable, Iterator

from yibao.presenters.notices import DISCLAIMER
from yibao.presenters.parts.sides import side_lines
from yibao.presenters.parts.views import AnswerView, VisitView


def answer_text(view: VisitView) -> str:
    """Everything a person needs to hand the answers on, line by line."""
    lines = [f"{view.place} · {view.person}", view.assumptions]
    for answer in view.answers:
        lines += ["", f"【{answer.title}】{answer.headline}", *_said(answer), *_blocks(answer)]
    lines += ["", f"查询日期：{view.day}", DISCLAIMER]
    return "\n".join(lines)


def spoken_text(view: VisitView) -> tuple[str, ...]:
    """A sentence for each answer, to be heard: 每月划入：每月 107.00 元"""
    return tuple(f"{answer.title}：{answer.headline}" for answer in view.answers)


def _said(answer: AnswerView) -> Iterator[str]:
    if answer.age:
        yield answer.age
    yield from answer.details


def _blocks(answer: AnswerView) -> Iterator[str]:
    yield from _block("以后的变化", (f"{event.when}：{event.what}" for event in answer.events))
    yield from _block("怎么算的", (f"{step.title}：{step.text}" for step in answer.steps))
    yield from _block("要知道的", (*answer.to_know, *answer.warnings))
    yield from _block("两种说法", (line for side in answer.sides for line in side_lines(side)))
    yield from _block("规定", answer.rule)
    yield from _block("出处", (f"{source.title}（{source.details}）" for source in answer.sources))


def _block(title: str, items: Iterable[str]) -> list[str]:
    lines = [f"  {item}" for item in items]
    return [title, *lines] if lines else []
