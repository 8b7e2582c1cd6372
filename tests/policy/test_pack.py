"""What a pack changes in a store, and under an office's rules."""

from typing import Any

import pytest

from yibao.policy.pack import shelf
from yibao.policy.pack.changes import changes, resting_on
from yibao.policy.pack.shelf import Kept, Shelf
from yibao.policy.timeline import Issue, RuleLayer


def layer(store: Any) -> RuleLayer:
    return RuleLayer(layer="pack", rules=tuple(store.rules.values()))


def fixed(records: Any, yuan: str, **fields: Any) -> Any:
    expected = {"status": "exact", "low": f"{yuan}.00"}
    period = records.period(
        method={"type": "amount", "amount": yuan}, examples=[{"given": {}, "expected": expected}]
    )
    return records.rule(period, **fields)


def test_added_changed_and_gone(make_store: Any, records: Any) -> None:
    embedded = make_store(records.rule())
    first = embedded.under(layer(make_store(fixed(records, "90"))))
    second = embedded.under(layer(make_store(fixed(records, "55", id="sh", area="310000"))))
    assert [(c.kind, c.rule.id) for c in changes(embedded, first)] == [("changed", "a-rule")]
    assert [(c.kind, c.rule.area) for c in changes(first, second)] == [
        ("changed", "130100"),
        ("added", "310000"),
    ]
    assert [(c.kind, c.rule.area) for c in changes(second, embedded)] == [("gone", "310000")]
    assert changes(first, first) == ()


def test_the_base_of_an_office_rule_may_be_that_of_the_area_around(
    make_store: Any, records: Any
) -> None:
    embedded = make_store(fixed(records, "80", id="province", area="130000"))
    changed = embedded.under(layer(make_store(fixed(records, "81", id="new", area="130000"))))
    nearer = embedded.under(layer(make_store(fixed(records, "80", id="near"))))
    office = list(make_store(fixed(records, "85", id="office")).rules.values())
    (found,) = resting_on(office, embedded, changed)
    assert [rule and rule.id for rule in found] == ["office", "province", "new"]
    assert list(resting_on(office, embedded, nearer)) == []
    elsewhere = list(make_store(fixed(records, "85", id="sh", area="310000")).rules.values())
    assert list(resting_on(elsewhere, embedded, changed)) == []


def test_an_office_rule_over_a_pack_over_the_program(make_store: Any, records: Any) -> None:
    from datetime import date

    embedded = make_store(records.rule())
    issue = Issue("一个单位", date(2026, 6, 1), 4)
    of_pack = tuple(make_store(fixed(records, "90", id="pack")).rules.values())
    packed = embedded.under(RuleLayer(layer="pack", rules=of_pack, issue=issue))
    of_office = tuple(make_store(fixed(records, "95", id="office")).rules.values())
    whole = packed.under(RuleLayer(layer="office", rules=of_office, kept_in="user"))
    assert whole.beneath is packed
    assert whole.pack == issue
    (held,) = whole.timeline(of_office[0])
    assert (held.layer, held.rule.id) == ("office", "office")
    (below,) = packed.timeline(of_pack[0])
    assert (below.layer, below.rule.id) == ("pack", "pack")


@pytest.mark.parametrize("content", [b"", b"[]", b"{}x", b'{"version": 0}', b'{"in_use": 1}'])
def test_a_record_that_is_damaged(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        shelf.decode(content)


def test_a_record_comes_back_as_it_was() -> None:
    kept = Kept(folder="1-0123456789abcdef", digest="0" * 64)
    held = Shelf().with_new(kept)
    assert shelf.decode(shelf.encode(held)) == held
    assert held.gone_back().in_use is None
    assert held.with_new(kept).before is None
    again = Kept(folder="1-123456789abcdef0", digest=kept.digest)
    assert held.with_new(again).before is None, "the same files once more"
