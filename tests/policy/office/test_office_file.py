"""The office's file: whatever stands in it, what is sound answers, and the rest is named."""

import json
from datetime import date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yibao.policy.office.edits import (
    NoSuchPeriodError,
    OverlapError,
    confirm,
    end,
    enter,
    find,
    take_back,
    take_back_period,
)
from yibao.policy.office.exchange import differences, export, take_in
from yibao.policy.office.office_file import (
    LARGEST,
    REMEMBERED,
    DamagedOfficeFileError,
    NewerOfficeFileError,
    OfficeFile,
    encode,
    read_office,
)
from yibao.policy.references import Reference
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.store import PolicyStore

AT = datetime(2026, 11, 25, 9, 30)
PAPER = {
    "id": "paper",
    "title": "一份通知",
    "issuer": "一个单位",
    "level": "office",
    "issued_on": "2024-12-20",
}


def period(start: str | None, stop: str | None = None, amount: str = "68.50") -> dict[str, Any]:
    return {
        "start_date": start,
        "end_date": stop,
        "confirmed_on": "2026-11-20",
        "references": ["paper"],
        "method": {"type": "amount", "amount": amount},
        "examples": [{"given": {}, "expected": {"status": "exact", "low": amount}}],
    }


def document(*periods: dict[str, Any], **fields: Any) -> dict[str, Any]:
    rule = {
        "kind": "account_credit",
        "id": "own",
        "area": "430900",
        "insurance_status": "retired",
        "periods": list(periods) or [period("2025-01-01")],
    }
    return {"$schema": "x", "references": [PAPER], "rules": [rule]} | fields


def read(held: dict[str, Any], store: PolicyStore) -> OfficeFile:
    reading = read_office(json.dumps(held).encode(), "office.json", store)
    assert reading.problems == ()
    return reading.file


def one(start: str | None, stop: str | None = None, amount: str = "68.50") -> CreditRule:
    return msgspec.convert(document(period(start, stop, amount))["rules"][0], CreditRule)


SOURCE = msgspec.convert(PAPER, Reference)


def entered(*periods: tuple[Any, ...]) -> OfficeFile:
    file = OfficeFile()
    for each in periods:
        file = enter(file, one(*each), [SOURCE], AT)
    return file


def starts(file: OfficeFile) -> list[tuple[str, str]]:
    return [(str(p.start_date), str(p.end_date)) for r in file.rules for p in r.periods]


def test_what_was_written_by_hand_is_read_and_comes_back_the_same(store: PolicyStore) -> None:
    file = read(document(), store)

    assert file.version == 1
    assert read_office(encode(file), "office.json", store).file == file


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "not_json"),
        (b'{"rules": [', "not_json"),
        (b"\xff\xfe", "not_json"),
        (b"[]", "wrong_value"),
        (b"[" * 100_000, "not_json"),
        (b'{"version": "1"}', "wrong_value"),
        (b'{"version": -1}', "wrong_value"),
        (b'{"version": true}', "wrong_value"),
        (b" " * (LARGEST + 1), "too_large"),
    ],
)
def test_what_is_no_office_file(store: PolicyStore, content: bytes, kind: str) -> None:
    with pytest.raises(DamagedOfficeFileError) as raised:
        read_office(content, "office.json", store)

    assert raised.value.problem.kind == kind


def test_a_file_of_a_newer_program(store: PolicyStore) -> None:
    with pytest.raises(NewerOfficeFileError):
        read_office(b'{"version": 2}', "office.json", store)


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (lambda d: d["rules"][0].update(area="999999"), "unknown_region"),
        (lambda d: d["rules"][0]["periods"][0].update(references=["none"]), "unknown_reference"),
        (lambda d: d["rules"][0]["periods"][0].update(end_date="2020-01-01"), "dates"),
        (lambda d: d["rules"][0]["periods"][0]["method"].update(amount=1), "wrong_value"),
        (lambda d: d["rules"].append(d["rules"][1] | {"id": "third"}), "two_rules"),
        (lambda d: d.update(rules=d["rules"] + ["x"]), "wrong_value"),
        (lambda d: d.update(extra=1), "unknown_field"),
        (lambda d: d.update(history="x"), "wrong_value"),
        (lambda d: d["references"].append({**PAPER}), "twice"),
    ],
)
def test_faults_are_named_and_the_sound_rules_stay(
    store: PolicyStore, spoil: Any, kind: str
) -> None:
    spoilt = document()
    other = json.loads(json.dumps(spoilt["rules"][0])) | {"id": "other", "area": "430800"}
    spoilt["rules"].append(other)
    spoil(spoilt)

    reading = read_office(json.dumps(spoilt).encode(), "office.json", store)

    assert kind in [problem.kind for problem in reading.problems]
    assert "other" in [rule.id for rule in reading.file.rules]


def test_a_key_that_stands_twice(store: PolicyStore) -> None:
    text = json.dumps(document()).replace('"id": "own"', '"id": "x", "id": "own"')

    reading = read_office(text.encode(), "office.json", store)

    assert [problem.kind for problem in reading.problems] == ["duplicate_key"]
    assert reading.file.rules == ()


def test_a_source_that_the_program_has_otherwise(store: PolicyStore) -> None:
    known = next(iter(store.references))
    held = document()
    held["references"] = [PAPER | {"id": known}]
    held["rules"][0]["periods"][0]["references"] = [known]

    reading = read_office(json.dumps(held).encode(), "office.json", store)

    assert {problem.kind for problem in reading.problems} == {"twice", "unknown_reference"}


def test_a_number_beyond_what_the_form_takes(store: PolicyStore) -> None:
    held = document(history=[{"at": "never"}])

    assert read_office(json.dumps(held).encode(), "office.json", store).problems


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*document(), "version", "history", "id", "area", "periods", "kind"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(st.binary(max_size=300) | json_values.map(lambda value: json.dumps(value).encode()))
def test_whatever_stands_in_it_is_read_or_refused(store: PolicyStore, content: bytes) -> None:
    try:
        reading = read_office(content, "office.json", store)
    except (DamagedOfficeFileError, NewerOfficeFileError):
        return
    assert reading.problems or reading.file.rules == ()
    store.under(reading.file.layer("user"))


@given(st.data())
def test_a_spoilt_byte_never_breaks_the_store(store: PolicyStore, data: Any) -> None:
    content = bytearray(encode(entered(("2025-01-01",))))
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        file = read_office(bytes(content), "office.json", store).file
    except (DamagedOfficeFileError, NewerOfficeFileError):
        return
    store.under(file.layer("user")).in_force(CreditRule, "430900", ("retired",), date(2026, 1, 1))


def test_a_new_figure_ends_the_one_before_it() -> None:
    file = entered(("2025-01-01",), ("2026-01-01", None, "70.00"))

    assert starts(file) == [("2025-01-01", "2025-12-31"), ("2026-01-01", "None")]
    assert [change.what for change in file.history] == ["entered", "entered"]


def test_the_same_day_again_replaces_and_a_gap_is_declared() -> None:
    file = entered(("2025-01-01", "2025-06-30"), ("2026-01-01",), ("2026-01-01", None, "70.00"))

    assert starts(file) == [("2025-01-01", "2025-06-30"), ("2026-01-01", "None")]
    assert file.rules[0].periods[1].after_gap
    assert file.history[-1].what == "replaced"


def test_a_period_that_reaches_into_a_later_one_is_refused() -> None:
    file = entered(("2026-01-01",))

    with pytest.raises(OverlapError, match="2026-01-01"):
        enter(file, one("2025-01-01"), [SOURCE], AT)
    assert len(starts(enter(file, one("2025-01-01", "2025-12-31"), [SOURCE], AT))) == 2


def test_ending_and_confirming_again() -> None:
    file = entered(("2025-01-01",))
    start, paper = date(2025, 1, 1), msgspec.structs.replace(SOURCE, id="call")

    ended = end(file, "own", start, date(2025, 12, 31), AT)
    again = confirm(file, "own", start, (date(2026, 11, 25), paper), AT)

    assert starts(ended) == [("2025-01-01", "2025-12-31")]
    held = find(again, "own", start)[1]
    assert (held.confirmed_on, held.references) == (date(2026, 11, 25), ("paper", "call"))
    assert [r.id for r in again.references] == ["paper", "call"]
    with pytest.raises(ValueError, match="2024"):
        end(file, "own", start, date(2024, 12, 31), AT)
    for unknown in (("own", None), ("none", start)):
        with pytest.raises(NoSuchPeriodError):
            find(file, *unknown)


def test_taking_back_leaves_no_source_behind() -> None:
    file = entered(("2025-01-01", "2025-12-31"), ("2026-01-01",))

    once = take_back_period(file, "own", date(2025, 1, 1), AT)
    both = take_back_period(once, "own", date(2026, 1, 1), AT)

    assert starts(once) == [("2026-01-01", "None")]
    assert (both.rules, both.references) == ((), ())
    assert take_back(file, "own", AT).rules == ()
    assert [change.what for change in both.history[-2:]] == ["taken_back", "taken_back"]


def test_the_history_does_not_grow_for_ever() -> None:
    file = entered(("2025-01-01",))
    for _ in range(REMEMBERED + 5):
        file = enter(file, one("2025-01-01"), [SOURCE], AT)

    assert len(file.history) == REMEMBERED


def test_an_exchange_overwrites_nothing_silently(store: PolicyStore) -> None:
    ours = entered(("2024-01-01", "2024-12-31", "60.00"), ("2025-01-01",))
    theirs = entered(("2025-01-01", None, "70.00"), ("2023-01-01", "2023-12-31", "50.00"))

    found = {(d.kind, d.key) for d in differences(ours, theirs)}

    assert found == {
        ("gone", "own@2024-01-01"),
        ("changed", "own@2025-01-01"),
        ("added", "own@2023-01-01"),
    }
    kept = take_in(ours, theirs, (), AT)
    taken = take_in(ours, theirs, {"own@2025-01-01"}, AT)
    amounts = [[p.method.amount for p in f.rules[0].periods] for f in (kept, taken)]  # pyright: ignore
    assert amounts == [["50.00", "60.00", "68.50"], ["50.00", "60.00", "70.00"]]
    assert not differences(taken, taken)
    fresh = take_in(OfficeFile(), export(ours, store), (), AT)
    assert fresh.rules == ours.rules
    assert fresh.history[-1].what == "imported"
    assert {d.kind for d in differences(ours, OfficeFile())} == {"gone"}
    assert next(iter(differences(OfficeFile(), entered((None,))))).key == "own@open"


def test_an_export_holds_the_programs_sources_too(store: PolicyStore) -> None:
    known = next(iter(store.references))
    held = document()
    held["rules"][0]["periods"][0]["references"] = ["paper", known]

    sent = export(read(held, store), store)

    assert {r.id for r in sent.references} == {"paper", known}
    assert read_office(encode(sent), "x.json", store).problems == ()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["enter", "end", "back", "import"]),
            st.integers(2023, 2027),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_any_sequence_of_changes_gives_a_file_without_faults(
    store: PolicyStore, doings: list[tuple[str, int, bool]]
) -> None:
    file = OfficeFile()
    for what, year, is_open in doings:
        stop = None if is_open else f"{year}-12-31"
        amount = f"{year - 2000}.50"
        try:
            if what == "enter":
                file = enter(file, one(f"{year}-01-01", stop, amount), [SOURCE], AT)
            elif what == "end":
                file = end(file, "own", date(year, 1, 1), date(year, 6, 30), AT)
            elif what == "back":
                file = take_back_period(file, "own", date(year, 1, 1), AT)
            else:
                theirs = entered((f"{year}-01-01", stop, amount))
                keys = [d.key for d in differences(file, theirs)] if is_open else []
                file = take_in(file, theirs, keys, AT)
        except (OverlapError, NoSuchPeriodError):
            continue
    reading = read_office(encode(file), "office.json", store)
    assert reading.problems == ()
    over = store.under(reading.file.layer("site"))
    held = reading.file.rules[0].periods if reading.file.rules else ()
    for year in range(2022, 2029):
        day = date(year, 6, 30)
        own = next((p for p in held if p.holds_on(day)), None)
        found = over.in_force(CreditRule, "430900", ("retired",), day)
        if own:
            assert found
            assert (found.period.method, found.layer) == (own.method, "office")
        else:
            assert found == store.in_force(CreditRule, "430900", ("retired",), day)
