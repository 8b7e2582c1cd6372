"""The people of a roster: each row read as a form, and rows that ask the same answered once."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from datetime import date
from operator import itemgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from yibao.calculation.assess import assess
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.store import PolicyStore
from yibao.presenters.asking.entries import EntryError, read_amount
from yibao.presenters.asking.inquiry_form import TEXT_FIELDS, Entries, Field, read_entries
from yibao.presenters.asking.questions import ABOUT_THE_YEARS, ask
from yibao.presenters.roster import words
from yibao.presenters.roster.row_answer import RowAnswer, refused_row, row_answer
from yibao.roster.rows.births import Births
from yibao.roster.rows.cells import BLANKS, entry_of, is_filled
from yibao.roster.rows.choices import Choices
from yibao.roster.rows.headings import Mapped

MOST_REMEMBERED = 50_000
"""Answers; then all are forgotten, so that memory does not grow with the rows."""
MOST_SEEN = 20_000
"""Rows that need not be taken apart again."""
TOTALS = ("合计", "总计", "小计", "共计", "总和", "总人数", "本页", "本表")
MAY_BE_TOTAL = frozenset(("", *BLANKS, *(word[0] for word in TOTALS)))
AMOUNTS: frozenset[Field] = frozenset({"pension", "average_pension", "base"})
"""What differs from row to row, and often makes no difference to the answer."""
IN_WORK = ("in_service", "flexible")
SETTLED = ("retired", "resident")
"""Whose answer does not tell of a retirement to come."""
YEARS: tuple[Field, ...] = tuple(field for field in ABOUT_THE_YEARS if field in TEXT_FIELDS)

Picked = str | tuple[str, ...]
"""Some cells of a row; one alone as it is, which is quicker."""
Pick = Callable[[Sequence[str]], Picked]


class Told:
    """One answer, and how many rows got it."""

    __slots__ = ("answer", "rows", "tail")

    def __init__(self, answer: RowAnswer, tail: Any) -> None:
        self.answer, self.tail, self.rows = answer, tail, 0


class _Group(Struct):
    """All rows that choose the same: place, status, sex and the like."""

    entries: Entries
    fields: tuple[Field, ...]
    """The texts that may matter to them."""
    pick: Pick
    refused: Told | None = None
    by_text: dict[Picked, Told] = {}
    by_meaning: dict[tuple[str, ...], Told] = {}


class People:
    """Answers rows; the same object for the rows of one file."""

    def __init__(
        self,
        store: PolicyStore,
        mapped: Mapped,
        on: date,
        *,
        region: str | None,
        until: date | None,
        tail: Callable[[Sequence[Any]], Any] = tuple,
    ) -> None:
        """`region` is the code for whoever names none; `tail` prepares an answer for writing."""
        self._store, self._on, self._until = store, on, until
        self._mapped, self._make_tail = mapped, tail
        self._texts: tuple[Field, ...] = tuple(f for f in mapped if f in TEXT_FIELDS)
        chosen: tuple[Field, ...] = tuple(f for f in mapped if f not in TEXT_FIELDS)
        self._choices = Choices(store.regions, chosen, region)
        self._pick_choices = self._picking(chosen)
        self._pick_all = self._picking((*chosen, *self._texts))
        self._years = tuple(mapped[f] for f in self._texts if f in YEARS)
        self._seen: dict[Picked, Told] = {}
        """Rows by all cells that are read; no more where a sum of money makes each one new."""
        self._groups: dict[tuple[bool, Picked], _Group] = {}
        self._meanings: dict[tuple[Entries, tuple[Field, ...]], dict[tuple[str, ...], Told]] = {}
        """The answers of each group; shared by groups whose choices make no difference."""
        self._births = Births(store, on)
        self._all: list[Told] = []
        self._total = self._told(refused_row(words.TOTAL))

    def answers(self, rows: Sequence[Sequence[str]]) -> list[Told | None]:
        """The answers to rows of texts, none shorter than the headings; None to an empty line."""
        if not MAY_BE_TOTAL.isdisjoint([row[0][:1] for row in rows]):
            return [self.answer(row) if is_filled(row) else None for row in rows]
        every = [*map(self._pick_all, rows)]
        known = map(self._seen.get, every)
        return [
            told or self._answer(cells, row)
            for told, cells, row in zip(known, every, rows, strict=True)
        ]

    def answer(self, row: Sequence[str]) -> Told:
        """The answer to a row that is not empty."""
        if is_total(row):
            return self._total
        cells = self._pick_all(row)
        return self._seen.get(cells) or self._answer(cells, row)

    def _answer(self, cells: Picked, row: Sequence[str]) -> Told:
        told = self._read(row)
        if len(self._seen) < MOST_SEEN:
            self._seen[cells] = told
        return told

    def _read(self, row: Sequence[str]) -> Told:
        choices = self._pick_choices(row)
        about_years = any(row[column] for column in self._years)
        group = self._groups.get((about_years, choices))
        if group is None:
            group = self._groups[about_years, choices] = self._group(choices, about_years)
        texts = group.pick(row)
        told = group.by_text.get(texts)
        if told is None:
            told = group.by_text[texts] = self._new(group, texts)
        return told

    def forget_some(self) -> Iterator[Told]:
        """What was told, once there is more of it than is to be remembered."""
        held = sum(len(group.by_text) for group in self._groups.values()) + len(self._groups)
        if held > MOST_REMEMBERED:
            yield from self.forget()

    def forget(self) -> Iterator[Told]:
        """Every answer with its rows, each once, and nothing of it is remembered."""
        told, self._all = self._all, []
        self._seen.clear()
        self._groups.clear()
        self._meanings.clear()
        self._total = self._told(refused_row(words.TOTAL))
        yield from told

    def _told(self, answer: RowAnswer) -> Told:
        told = Told(answer, self._make_tail(answer.cells))
        self._all.append(told)
        return told

    def _picking(self, fields: Sequence[Field]) -> Pick:
        columns = [self._mapped[field] for field in fields]
        return itemgetter(*columns) if columns else lambda _: ()

    def _group(self, choices: Picked, about_years: bool) -> _Group:
        try:
            chosen = self._choices.read(_all(choices))
            entries = replace(chosen, with_years=about_years)
        except EntryError as error:
            told = self._told(refused_row(str(error)))
            return _Group(Entries(), (), self._picking(()), told)
        hidden: Set[Field] = frozenset()
        if entries.status in SETTLED and entries.retirement_completed == "yes":
            hidden = AMOUNTS - ask(entries, self._store, self._on).shown
            if not about_years and not self._is_adjusted(entries):
                entries = replace(entries, sex="", worker_category="")
        fields: tuple[Field, ...] = tuple(f for f in self._texts if f not in hidden)
        by_meaning = self._meanings.setdefault((entries, fields), {})
        return _Group(entries, fields, self._picking(fields), by_meaning=by_meaning)

    def _is_adjusted(self, entries: Entries) -> bool:
        """Whether the credit of the retired depends on what the years depend on."""
        reading = read_entries(entries, self._on)
        rule = reading.inquiry and self._store.in_force(
            CreditRule, entries.region, reading.inquiry.insurance_statuses, self._on
        )
        return rule is not None and rule.period.adjustment is not None

    def _new(self, group: _Group, picked: Picked) -> Told:
        if group.refused:
            return group.refused
        try:
            meant = self._meant(group, _all(picked))
        except EntryError as error:
            return self._told(refused_row(str(error)))
        same = tuple(meant.values())
        told = group.by_meaning.get(same)
        if told is None:
            told = group.by_meaning[same] = self._told(self._assessed(group, meant))
        return told

    def _meant(self, group: _Group, texts: Sequence[str]) -> dict[str, str]:
        """What the form would hold, as far as it may matter; raises EntryError."""
        meant: dict[str, str] = dict(
            zip(group.fields, map(entry_of, group.fields, texts), strict=True)
        )
        if group.entries.status in IN_WORK and _is_no_amount(meant.get("pension")):
            meant["pension"] = ""
        if "born" in meant and not meant.get("retires_on"):
            meant["born"] = self._births.alike(meant["born"])
        return meant

    def _assessed(self, group: _Group, meant: Mapping[str, str]) -> RowAnswer:
        reading = read_entries(replace(group.entries, **meant), self._on)
        if reading.inquiry is None:
            refusals = (
                words.IN_FIELD.format(words.column_name(field), sentence)
                for field, sentence in reading.errors.items()
            )
            return refused_row("".join(refusals))
        return row_answer(self._store, assess(self._store, reading.inquiry, self._on), self._until)


def _is_no_amount(typed: str | None) -> bool:
    """Whether what stands as a pension is none; of people in work it is passed over."""
    try:
        return bool(typed) and not read_amount(typed)
    except EntryError:
        return True


def _all(picked: Picked) -> tuple[str, ...]:
    return (picked,) if isinstance(picked, str) else picked


def is_total(row: Sequence[str]) -> bool:
    """Whether a row is the sum of those above, and no person."""
    first = next((cell for cell in row if cell.strip(BLANKS)), "")
    return "".join(first.split()).startswith(TOTALS)
