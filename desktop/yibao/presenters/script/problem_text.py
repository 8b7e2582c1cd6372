"""What is wrong with a policy file, for the person who writes it."""

from collections.abc import Mapping

from yibao.policy import terms
from yibao.policy.loading.problems import PolicyProblem, ProblemKind
from yibao.policy.rules.contribution_rules import HALF_YEARS
from yibao.policy.rules.methods import AREA_OR_POOLING

SENTENCES: Mapping[ProblemKind, str] = {
    "unreadable": "文件打不开（{found}）",
    "not_json": "不是正确的 JSON，错在 {found}（行:列）",
    "too_large": "文件太大（{found} 字节），不像是单位的规则",
    "newer": "是更新版本的程序存的，这一版读不了",
    "duplicate_key": "同一个对象里 {found} 写了两遍",
    "wrong_value": "写的是 {found}，要写 {allowed}",
    "unknown_field": "多了一个不认识的字段 {found}，可以写的有 {allowed}",
    "missing_field": "缺少字段 {found}",
    "unknown_region": "没有代码是 {found} 的地区，或者它的上级不在表里",
    "unknown_reference": "references.json 里没有 {found} 这个出处",
    "twice": "{found} 用过一次了，每个编号只能用一次",
    "two_rules": "同一个地区、同一类人只能有一条规则，这里又写了一条（{found}）",
    "bands": "年龄段要从 0 岁开始、首尾相接、最后一段到 null，现在是 {found}",
    "ages": "年龄段的起止不对（{found}）",
    "stretches": "按参加工作时间分段的，时间要从早到晚，最后一段的 until 写 null",
    "groups": "男、女都要有一组，女性分干部和工人的要两组都写",
    "dates": "结束日期 {found} 比开始日期还早",
    "future": "核对日期 {found} 还没有到",
    "overlap": "从 {found} 起和上一段时间重叠了",
    "gap": "{found} 和上一段之间是否断开，与 after_gap 写的不一致",
    "rounding": "按比例计算的必须写 rounding（取整到多少、怎么取）",
    "range": "low 要小于 high，现在是 {found}",
    "deduction": "只有每月划入的、能算出数目的才可以有扣除，而且扣的要比划的少（合计 {found} 元）",
    "base": "按比例另加的，要有按基数和比例算的 price 才行",
    "month": "只有一年扣一次的才写 month，现在写的是 {found}",
    "example": "例子写的是 {found}，照规则算出来是 {allowed}",
}

REASONS: Mapping[str, str] = {
    "FileNotFoundError": "文件不在",
    "PermissionError": "没有权限",
    "IsADirectoryError": "它是一个文件夹",
}
ALLOWED: Mapping[str, str] = {
    "text": "文字（加引号）",
    "whole_number": "整数",
    "yes_or_no": "true 或 false",
    "day": '真实存在的日期，如 "2025-12-20"',
    "list": "一个列表 [ ]",
    "object": "一个对象 { }",
    "null": "null",
}
PATTERNS: Mapping[str, str] = {
    terms.AMOUNT: '金额，如 "158.20"（加引号，大于 0，最多两位小数）',
    terms.PERCENTAGE: '比例，如 "2.8%"（加引号，大于 0）',
    terms.AREA: '区划代码，如 "110000" 或 "620000-direct"',
    terms.PLACE: '区划代码，如 "110000"，后面可以加连字符和小写字母',
    AREA_OR_POOLING: '区划代码，或者 "pooling_area"',
    HALF_YEARS: '带半年的年数，如 "21.5"',
    terms.IDENTIFIER: "编号：小写字母、数字和连字符",
    terms.SOME_TEXT: "文字，不能空着",
}


def problem_text(problem: PolicyProblem) -> str:
    """File, JSON path, and what is wrong there: rules/x.json $.rules[0].id：…"""
    return f"{problem.file} {problem.path}：{sentence(problem)}"


def sentence(problem: PolicyProblem) -> str:
    """What is wrong, without the place."""
    found = REASONS.get(problem.found, problem.found)
    return SENTENCES[problem.kind].format(found=found, allowed=_allowed(problem.allowed))


def _allowed(words: tuple[str, ...]) -> str:
    """What may stand there; several possibilities stand one after the other in the words."""
    match words:
        case ("pattern", pattern, *others):
            first = PATTERNS.get(pattern, pattern)
        case ("between", least, most, *others):
            first = f"{least} 到 {most} 的整数"
        case ("at_least", least, *others):
            first = f"至少 {least} 项"
        case ("one_of" | "fields", *values):
            return "、".join(values)
        case (word, *others):
            first = ALLOWED.get(word, word)
        case _:
            return ""
    rest = _allowed(tuple(others))
    return f"{first}，或者 {rest}" if rest else first
