"""What is said of a pack, of what it changes, and of why one is not taken."""

from datetime import date
from typing import Any, get_args

import pytest

from yibao.policy.pack.pack_files import PackNote, PackReading
from yibao.policy.pack.refusal import PackRefusedError, RefusalKind
from yibao.policy.pack.shelf import Kept, Shelf
from yibao.policy.store import PolicyStore
from yibao.policy.timeline import RuleLayer
from yibao.presenters.packs.pack_view import other_title, preview_view
from yibao.presenters.packs.refusal_text import refusal_text

ON = date(2026, 6, 1)


def reading(store: PolicyStore) -> PackReading:
    note = PackNote(form=1, issuer="一个单位", issued_on=ON, number=4, files=("rules/13.json",))
    rules = tuple(store.rules.values())
    return PackReading(note, RuleLayer(layer="pack", rules=rules, issue=note.issue), (), ())


def fixed(records: Any, *yuan: str, **fields: Any) -> Any:
    """A rule with a sum for each year from 2023 on."""
    periods = [
        records.period(
            start_date=f"{2023 + i}-01-01",
            end_date=f"{2023 + i}-12-31" if i < len(yuan) - 1 else None,
            method={"type": "amount", "amount": each},
            examples=[{"given": {}, "expected": {"status": "exact", "low": f"{each}.00"}}],
        )
        for i, each in enumerate(yuan)
    ]
    return records.rule(*periods, **fields)


def test_only_what_differs_is_said(make_store: Any, records: Any) -> None:
    embedded = make_store(fixed(records, "80", "81"))
    pack = reading(make_store(fixed(records, "80", "90")))
    view = preview_view(pack, embedded, embedded.under(pack.layer), (), ON)
    assert view.pack.lines == (
        "第 4 期更新包",
        "发布单位：一个单位",
        "发布日期：2026 年 6 月 1 日",
        "管哪里：河北省",
        "有多少：1 条规定",
    )
    assert view.counts == "改变 1 条"
    (change,) = view.changes
    assert change.text == (
        "改变：河北省石家庄市　退休人员　个人账户划入\n"
        "  原来：2024 年 1 月 1 日起，每月：81 元\n"
        "  导入后：2024 年 1 月 1 日起，每月：90 元\n"
        "  66 岁退休人员：原来 每月 81.00 元，导入后 每月 90.00 元\n"
        "  76 岁退休人员：原来 每月 81.00 元，导入后 每月 90.00 元"
    )


def test_what_begins_later_is_shown_on_the_day_it_begins(make_store: Any, records: Any) -> None:
    embedded = make_store(fixed(records, "80"))
    pack = reading(make_store(fixed(records, "80", "81", "82", "83", "95")))
    view = preview_view(pack, embedded, embedded.under(pack.layer), (), ON)
    assert "导入后 每月 95.00 元" in view.changes[0].samples[0]


def test_what_is_gone_and_what_rests_on_it(make_store: Any, records: Any) -> None:
    embedded = make_store(fixed(records, "80", id="sh", area="310000"))
    before = embedded.under(reading(make_store(fixed(records, "90"))).layer)
    pack = reading(make_store(fixed(records, "85", id="sh-new", area="310000")))
    office = list(make_store(fixed(records, "70", id="office")).rules.values())
    view = preview_view(pack, before, embedded.under(pack.layer), office, ON)
    assert view.counts == "改变 1 条，不再有 1 条"
    gone = next(change for change in view.changes if change.kind == "gone")
    assert (gone.before, gone.after) == (("2023 年 1 月 1 日起，每月：90 元",), ())
    (told,) = view.office
    assert "它下面的变成 不再有规定" in told


def test_a_pack_that_changes_nothing(make_store: Any, records: Any) -> None:
    embedded = make_store(fixed(records, "80"))
    pack = reading(make_store())
    view = preview_view(pack, embedded, embedded.under(pack.layer), (), ON)
    assert view.counts == "和现在用的一样，没有要改的。"
    assert view.pack.areas == "没有"


def test_what_can_be_gone_back_to() -> None:
    kept = Kept(folder="3-0123456789abcdef", digest="0" * 64)
    assert other_title(Shelf()) == ""
    assert other_title(Shelf().with_new(kept)) == "程序自带的规定"
    assert other_title(Shelf().with_new(kept).gone_back()) == "第 3 期更新包"


@pytest.mark.parametrize("kind", get_args(RefusalKind))
def test_every_refusal_has_a_sentence_of_its_own(kind: RefusalKind) -> None:
    told = refusal_text(PackRefusedError(kind, "130100"))
    assert told.endswith("。") or kind == "faulty"
    others = {
        refusal_text(PackRefusedError(k, "130100")) for k in get_args(RefusalKind) if k != kind
    }
    assert told not in others
