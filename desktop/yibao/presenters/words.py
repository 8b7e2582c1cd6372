"""What the keys of the core are called in plain Chinese."""

from collections.abc import Iterable, Mapping

from yibao.calculation.inquiry import Inquiry
from yibao.policy.references import Reference
from yibao.policy.store import PolicyStore
from yibao.policy.terms import Layer, SourceLevel
from yibao.presenters import formats

HOTLINE = "12393"
ONLY_REPORTED = "这个说法来自网上文章，不是文件原文。"
FOR_THE_CLERK = "先查业务系统，或者问待遇科，核实以后再答复。"
FOR_THE_VISITOR = "窗口帮您核实。"
NOT_HELD = "这一项要问当地"

STATUSES: Mapping[str, str] = {
    "retired": "职工医保·已退休",
    "in_service": "职工医保·上班",
    "flexible": "职工医保·灵活就业",
    "resident": "城乡居民医保",
}
"""Which scheme somebody is in, and as what: the first question."""
AT_WORK: Mapping[str, str] = {"in_service": "在单位上班", "flexible": "灵活就业"}
PLANS: Mapping[str, str] = {"full": "统账结合", "pooled_only": "单建统筹"}
RETIRED_FROM: Mapping[str, str] = {
    "employer": "单位",
    "institution": "机关事业单位",
    "enterprise": "企业",
    "flexible": "灵活就业",
}
RETIREMENT_COMPLETED: Mapping[str, str] = {"yes": "已办好", "no": "还没办完"}

SEXES: Mapping[str, str] = {"male": "男", "female": "女"}
WORKER_CATEGORIES: Mapping[str, str] = {"cadre": "干部", "worker": "工人"}
OLD_AGES: Mapping[str, str] = {"cadre": "按 55 岁", "worker": "按 50 岁"}
"""The same groups for whoever has no employer to be a cadre or a worker of."""
DEEMED: Mapping[str, str] = {"yes": "有，已经算在里面", "no": "没有"}

GROUPS: Mapping[str, str] = {
    "retired": "退休人员",
    "retired_flexible": "灵活就业退休人员",
    "retired_pooled_only": "单建统筹的退休人员",
    "retirement_pending": "医保退休手续没办完的人",
    "in_service": "在职职工",
    "flexible": "灵活就业人员",
    "paying_pooled_only": "单建统筹、还在缴费的人",
    "resident": "城乡居民",
}
FIELDS: Mapping[str, str] = {
    "status": "参加哪种医保",
    "age": "年龄",
    "born": "出生日期",
    "average_pension": "当地月人均基本养老金",
    "base": "缴费基数",
    "shortfall_base": "补缴的基数",
    "account_years": "其中有个人账户的年限",
    "unbroken_years": "最长连续缴费的年限",
    "work_start": "参加工作的日期",
    "scheme_start": "当地职工医保开始的日期",
    "pension": "本人每月养老金",
    "on": "查哪一天",
    "plan": "参保方式",
    "retirement_completed": "医保退休手续",
    "retired_from": "从哪里退休",
    "sex": "性别",
    "worker_category": "原来是干部还是工人",
    "paid_years": "累计缴费年限",
    "actual_years": "实际缴费年限",
    "deemed": "总年限里有没有视同缴费",
    "enrolled": "首次参保日期",
    "retires_on": "退休日期",
}
"""The fields of the form, and what an answer may lack."""
LEVELS: Mapping[SourceLevel, str] = {
    "official_text": "官方原文",
    "official_media": "官方报道或答复",
    "published": "网上文章",
    "office": "本单位录入",
}
LAYERS: Mapping[Layer, str] = {
    "embedded": "程序自带",
    "pack": "更新包",
    "office": "本单位维护",
}
KEPT_IN: Mapping[str, str] = {"site": "这台电脑上的人都用", "user": "只有您自己用"}

BASE_CHANGED = "本单位录入以后，原来的规定已经变了，请复核。"


def group(inquiry: Inquiry) -> str:
    """The group of people that the visitor belongs to."""
    pending = inquiry.retirement_pending and inquiry.plan == "full"
    return GROUPS["retirement_pending" if pending else inquiry.insurance_statuses[0]]


def beneath(store: PolicyStore) -> str:
    """What lies under an office's rules."""
    return f"{LAYERS['pack']}和{LAYERS['embedded']}" if store.pack else LAYERS["embedded"]


def issued(reference: Reference) -> str:
    """When a source was issued, as far as that is known."""
    if reference.issued_on:
        return formats.day(reference.issued_on)
    return reference.issued_about or "日期未记录"


def is_reported(cited: Iterable[Reference]) -> bool:
    """Whether a source among them is only a report."""
    return any(reference.level == "published" for reference in cited)


def source(reference: Reference) -> str:
    """A source in one line: title, issuer, date and level."""
    level = LEVELS[reference.level]
    return f"{reference.title}（{reference.issuer}，{issued(reference)}，{level}）"
