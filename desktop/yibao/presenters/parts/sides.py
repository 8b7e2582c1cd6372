"""Both sides of what sources of like standing contradict each other in."""

from collections.abc import Sequence

from yibao.presenters.parts.views import SideView

ONE, OTHER = "一种说法", "另一种说法"
COMMON = ("每月 ", "每年 ", "还差 ", "实际缴费还差 ", "要累计交满 ")
"""What need not be said twice."""


def either(texts: Sequence[str]) -> str:
    """每月 90.00 元或 120.00 元: each of several headlines, once."""
    first, *others = dict.fromkeys(texts)
    said = next((start for start in COMMON if all(t.startswith(start) for t in texts)), "")
    joined = "或 " if said else "，或者"
    return joined.join((first, *(text.removeprefix(said) for text in others)))


def side_lines(side: SideView) -> tuple[str, ...]:
    """A side in lines: what it comes to, how, and who says so."""
    told = f"{side.name}：{side.headline}"
    steps = (f"{step.title}：{step.text}" for step in side.steps)
    sources = (f"出处：{source.title}（{source.details}）" for source in side.sources)
    return (told, *side.details, *steps, *sources)
