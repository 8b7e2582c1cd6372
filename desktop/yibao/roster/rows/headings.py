"""Which column is what: by the names that people give them."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from yibao.presenters.asking.inquiry_form import Field
from yibao.presenters.roster import words

SYNONYMS: Mapping[Field, str] = {
    "region": "地区 参保地区 参保地 统筹地区 统筹区 所在地区 区划 区划代码 地区代码 行政区划 "
    "区县 市县 县区 城市 所在区县 参保区县 参保城市 "
    "region area",
    "status": "身份 人员身份 参保身份 人员类别 人员类型 参保类型 参加哪种医保 status",
    "age": "年龄 周岁 现年龄 age",
    "born": "出生日期 出生年月 出生年月日 出生时间 生日 born birth birthday birthdate dateofbirth "
    "dob",
    "sex": "性别 sex gender",
    "pension": "养老金 月养老金 每月养老金 本人养老金 本人每月养老金 基本养老金 退休金 pension",
    "average_pension": "平均养老金 月人均养老金 人均养老金 当地平均养老金 当地月人均基本养老金 "
    "月人均基本养老金 averagepension",
    "base": "缴费基数 月缴费基数 基数 缴费工资 base contributionbase",
    "paid_years": "累计缴费年限 缴费年限 累计年限 总年限 医保缴费年限 paidyears",
    "actual_years": "实际缴费年限 实缴年限 实际年限 其中实际缴费年限 actualyears",
    "retirement_completed": "医保退休手续 退休手续 手续办好 retirementcompleted",
    "plan": "参保方式 plan",
    "retired_from": "从哪里退休 退休来源 retiredfrom",
    "worker_category": "干部工人 干部或工人 原来是干部还是工人 workercategory",
    "deemed": "视同缴费 有没有视同缴费 总年限里有没有视同缴费 deemed",
    "enrolled": "首次参保日期 首次参保 参保日期 enrolled",
    "retires_on": "退休日期 退休时间 retireson retirementdate",
    "shortfall_base": "补缴的基数 补缴基数 shortfallbase",
    "account_years": "有个人账户的年限 其中有个人账户的年限 accountyears",
    "unbroken_years": "最长连续缴费的年限 连续缴费年限 unbrokenyears",
    "work_start": "参加工作的日期 参加工作日期 参加工作时间 workstart",
    "scheme_start": "当地职工医保开始的日期 schemestart",
}
"""The names of a column, written without blanks, brackets and capitals."""
FIELD_OF: Mapping[str, Field] = {
    name: field for field, names in SYNONYMS.items() for name in names.split()
}
HEADING_WITHIN = 20
"""Rows; what stands further down is no heading."""
DIGIT = re.compile(r"[0-9０-９]")
UNIMPORTANT = re.compile(r"[（(【\[].*?[)）】\]]|[\s:：*＊_\-/、]")

Mapped = Mapping[Field, int]
"""The column of each field that has one."""


class Headings(Struct, frozen=True):
    """Where the people begin, and what is known of them."""

    rows: int
    """How many rows there are up to the headings, these included."""
    names: tuple[str, ...]
    mapped: Mapped
    twice: tuple[str, ...]
    """Names of columns that would be what another column is already."""


def field_of(heading: str) -> Field | None:
    """What a column of this name is; None where nobody can tell."""
    return FIELD_OF.get(UNIMPORTANT.sub("", heading).lower())


def tells_months(heading: str) -> bool:
    """Whether a column is of months, as 出生年月 is, and not of days."""
    return UNIMPORTANT.sub("", heading).endswith("年月")


def find_headings(first_rows: Sequence[Sequence[str]]) -> Headings | None:
    """The row that names most columns, together with what merged cells leave above it."""
    best, most = -1, 0
    for number, row in enumerate(first_rows[:HEADING_WITHIN]):
        known = len({field for cell in row if (field := field_of(cell))})
        if known > most:
            best, most = number, known
    if best < 0:
        return None
    best += _goes_on(first_rows[best], first_rows[best + 1 : HEADING_WITHIN])
    names = _with_those_above(first_rows[best], first_rows[:best])
    mapped: dict[Field, int] = {}
    twice: list[str] = []
    for column, name in enumerate(names):
        field = field_of(name)
        if field and field in mapped:
            twice.append(words.column_name(field))
        elif field:
            mapped[field] = column
    return Headings(best + 1, names, mapped, tuple(twice))


def _goes_on(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the row below a heading belongs to it, as where cells are merged.

    A person's row may hold the name of a column, too (户口: 城市), but an age, a day or a code
    has digits, and no heading of these has.
    """
    if not below or not any(map(field_of, below[0])):
        return False
    both = zip(row, below[0], strict=False)
    return not any(field_of(name) and DIGIT.search(cell) for name, cell in both)


def _with_those_above(row: Sequence[str], above: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """A cell merged over two rows stands in the upper one; a title over all columns names none."""
    names = [name.strip() for name in row]
    for higher in reversed(above):
        if sum(bool(cell.strip()) for cell in higher) < 2:
            break
        for column, cell in enumerate(higher[: len(names)]):
            names[column] = names[column] or cell.strip()
    return tuple(names)
