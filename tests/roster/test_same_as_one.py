"""A row of a roster is answered as one person is."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from yibao.calculation.assess import assess
from yibao.policy.store import PolicyStore
from yibao.presenters.asking.inquiry_form import Entries, read_entries
from yibao.presenters.roster.row_answer import RowAnswer, row_answer
from yibao.roster.rows.people import People

FIELDS: tuple[Any, ...] = (
    *("region", "status", "age", "born", "sex", "pension", "average_pension", "base"),
    *("paid_years", "actual_years", "worker_category", "retirement_completed", "retires_on"),
)
BLANK = st.just("")
YEARS = st.builds("{}-{:02}".format, st.integers(0, 45), st.integers(0, 11))
DAY = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def amounts(low: int, high: int) -> st.SearchStrategy[str]:
    return BLANK | st.integers(low * 100, high * 100).map(lambda fen: f"{fen / 100:.2f}")


@st.composite
def rosters(draw: st.DrawFn, store: PolicyStore) -> tuple[date, list[tuple[str, ...]]]:
    on = draw(DAY)
    ruled = sorted({r.area for r in store.rules.values() if r.area in store.regions})
    places = draw(st.lists(st.sampled_from(ruled), min_size=1, max_size=3))
    births = st.dates(on - timedelta(days=36_000), on - timedelta(days=7_000))
    near = st.builds(
        lambda age, days: (
            (on + timedelta(days=days)).replace(year=on.year - age, day=1)
            + timedelta(days=abs(days))
        ),
        st.integers(20, 90),
        st.integers(-25, 25),
    )
    row = st.tuples(
        st.sampled_from(places),
        st.sampled_from(["retired", "in_service", "flexible", "resident"]),
        BLANK | st.integers(40, 100).map(str),
        BLANK | (births | near).map(str) | births.map("{:%Y-%m}".format),
        st.sampled_from(["", "male", "female"]),
        amounts(100, 20_000),
        amounts(1_000, 20_000),
        amounts(1_000, 100_000),
        BLANK | YEARS,
        BLANK | YEARS,
        st.sampled_from(["", "cadre", "worker"]),
        st.sampled_from(["yes", "yes", "no"]),
        BLANK | st.dates(date(1995, 1, 1), date(2045, 1, 1)).map(str),
    )
    return on, draw(st.lists(row, min_size=1, max_size=12))


def alone(store: PolicyStore, row: tuple[str, ...], on: date) -> RowAnswer | None:
    entries = Entries(**dict(zip(FIELDS, row, strict=True)))
    reading = read_entries(entries, on)
    return row_answer(store, assess(store, reading.inquiry, on), None) if reading.inquiry else None


@settings(max_examples=150)
@given(data=st.data())
def test_each_row_is_the_single_answer(store: PolicyStore, data: st.DataObject) -> None:
    on, rows = data.draw(rosters(store))
    mapped = {field: column for column, field in enumerate(FIELDS)}
    people = People(store, mapped, on, region=None, until=None)
    for row in rows:
        told, single = people.answer(row).answer, alone(store, row, on)
        if single is None:
            assert told.kind == "refused"
        else:
            assert told == single
