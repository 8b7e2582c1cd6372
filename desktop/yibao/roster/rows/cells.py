"""What a cell says, as a person would have typed it into the form."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from yibao.presenters import words as field_words
from yibao.presenters.asking.entries import FULL_WIDTH, EntryError
from yibao.presenters.asking.inquiry_form import CHOICES, OPEN_CHOICES, Field
from yibao.presenters.roster import words

DAYS: frozenset[Field] = frozenset({"born", "enrolled", "retires_on", "work_start", "scheme_start"})
WHOLE = re.compile(r"([0-9]+)\.0+")
MIDNIGHT = re.compile(r"[ T]0?0:00(:00(\.0+)?)?$")
AROUND = re.compile(r" *([-./年月日]) *")
TWO_DIGITS = re.compile(
    r"['’]?[0-9]{2}([-./年](?!.*[0-9]{4}$)[0-9]{1,2}.*|年)|(?!18|19|20)[0-9]{6}"
)
"""551220, too; but 12/20/1955 has a whole year, at an end where nobody can tell day and month."""
ONE_DECIMAL = re.compile(r"([0-9]{4})\.1")
NOTHING = frozenset({"/", "\\", "-", "--", "—", "——"})
"""What people put into a cell where there is nothing to say."""
BLANKS = " \t\r\n\u3000\xa0\ufeff"

SAID: Mapping[Field, Mapping[str, str]] = {
    "status": {
        "retired": "退休 已退休 离退休 退休人员 退休职工 职工退休 职工医保退休",
        "in_service": "在职 在职职工 在职人员 上班 职工在职",
        "flexible": "灵活就业 灵活就业人员 灵活 个体",
        "resident": "居民 城乡居民 城乡居民医保 居民医保 城镇居民 农村居民",
    },
    "sex": {"male": "男 男性 m 1", "female": "女 女性 f 2"},
    "retirement_completed": {"yes": "已办好 已办 是 办好了", "no": "还没办完 未办 没办 否"},
    "plan": {"full": "", "pooled_only": ""},
    "retired_from": {"employer": "", "institution": "机关 事业 事业单位 机关事业", "flexible": ""},
    "worker_category": {"cadre": "管理 管理技术 55 按55岁", "worker": "50 按50岁"},
    "deemed": {"yes": "有 是", "no": "没有 无 否"},
}
"""How people put what the form offers to choose, besides the form's own words."""


class Month(date):
    """A month, which a spreadsheet keeps as its first day."""

    def isoformat(self) -> str:
        return f"{self:%Y-%m}"


def _choices() -> Mapping[Field, Mapping[str, str]]:
    """What each text of a choice stands for."""
    read: dict[Field, dict[str, str]] = {}
    for field, offered in (CHOICES | OPEN_CHOICES).items():
        known = read.setdefault(field, {})
        for key, text in offered.items():
            said = (key, text, *SAID[field].get(key, "").split())
            known.update((_squeezed(name), key) for name in said)
    return read


def _squeezed(text: str) -> str:
    return "".join(text.split()).lower()


CHOSEN: Mapping[Field, Mapping[str, str]] = _choices()
NAMES: Mapping[Field, str] = {
    field: "退休、在职、灵活就业、居民" if field == "status" else "、".join(offered.values())
    for field, offered in (CHOICES | OPEN_CHOICES).items()
}


def text_of(cell: Any) -> str:
    """A cell as text: numbers as a spreadsheet shows them, days as 1955-12-20."""
    match cell:
        case str():
            return cell
        case bool():
            return "是" if cell else "否"
        case float():
            return f"{cell:.15g}" if abs(cell) < 1e15 else f"{cell:.0f}"
        case datetime():
            return f"{cell:%Y-%m-%d}" if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M:%S}"
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def is_filled(row: Sequence[Any]) -> bool:
    """Whether anything stands in a row."""
    return any(cell.strip(BLANKS) if isinstance(cell, str) else True for cell in row)


def entry_of(field: Field, text: str) -> str:
    """What the form would hold; raises EntryError for what cannot be meant."""
    typed = text.strip(BLANKS)
    if typed in NOTHING:
        typed = ""
    if field in CHOSEN:
        return _choice(field, typed)
    if field in DAYS:
        return _day(MIDNIGHT.sub("", typed))
    whole = WHOLE.fullmatch(typed)
    return whole[1] if whole else typed


def _choice(field: Field, typed: str) -> str:
    if not typed:
        if field in OPEN_CHOICES:
            return ""
        raise EntryError(words.CHOICE_EMPTY.format(words.column_name(field), NAMES[field]))
    whole = WHOLE.fullmatch(typed)
    key = CHOSEN[field].get(_squeezed(whole[1] if whole else typed))
    if key is None:
        name = field_words.FIELDS[field] if field != "status" else words.column_name(field)
        raise EntryError(words.CHOICE_UNKNOWN.format(name, typed[:20], NAMES[field]))
    return key


def _day(typed: str) -> str:
    if " " in typed or not typed.isascii():
        typed = AROUND.sub(r"\1", typed.translate(FULL_WIDTH))
    whole = WHOLE.fullmatch(typed)
    if whole and len(whole[1]) > 5:  # 19551220.0, as some programs write what they took for numbers
        return whole[1]
    if TWO_DIGITS.fullmatch(typed):
        raise EntryError(words.TWO_DIGIT_YEAR.format(typed[:20]))
    open_month = ONE_DECIMAL.fullmatch(typed)
    if open_month:  # a spreadsheet cuts 1955.10 to this
        raise EntryError(words.JANUARY_OR_OCTOBER.format(typed, open_month[1]))
    return typed
