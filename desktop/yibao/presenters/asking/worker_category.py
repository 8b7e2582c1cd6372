"""Of women: how it is asked which retirement age was theirs, so that everybody can answer it."""

from collections.abc import Mapping

from msgspec import Struct

from yibao.presenters import words


class Wording(Struct, frozen=True):
    """The question, what its answers are called, and what helps to answer it."""

    question: str
    names: Mapping[str, str]
    hint: str


OF_EMPLOYEES = Wording(
    words.FIELDS["worker_category"],
    words.WORKER_CATEGORIES,
    "干部原来 55 岁退，工人原来 50 岁退。",
)
OF_OTHERS: Mapping[str, Wording] = {
    "flexible": Wording(
        "按 55 岁还是 50 岁办退休",
        words.OLD_AGES,
        "自己参保的一般按 55 岁；有的省，在单位交够年限的可以按 50 岁，请打 12333 问。",
    ),
    "retired": Wording(
        "按 55 岁还是 50 岁办的退休",
        words.OLD_AGES,
        "不清楚就空着，直接填退休日期。",
    ),
}


def wording(status: str) -> Wording:
    """Cadre or worker is what an employer makes of somebody; all others are asked for the age."""
    return OF_OTHERS.get(status, OF_EMPLOYEES)
