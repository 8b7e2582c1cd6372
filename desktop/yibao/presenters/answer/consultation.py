"""One turn of the conversation: what to ask, what was typed, and what follows from it."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from yibao.calculation.assess import assess
from yibao.calculation.assessment import Assessment
from yibao.policy.store import PolicyStore
from yibao.presenters.asking.inquiry_form import Entries, Reading, read_entries
from yibao.presenters.asking.questions import Questions, ask, without_hidden
from yibao.presenters.asking.year_questions import actual_years_asked


class Consultation(Struct, frozen=True):
    """What stands in the form, read, and answered as far as it can be."""

    entries: Entries
    questions: Questions
    reading: Reading
    assessment: Assessment | None
    """None while no region is chosen or an entry is wrong."""


def consult(entries: Entries, store: PolicyStore, today: date) -> Consultation:
    """Read a form and answer it; texts in fields that do not matter are passed over."""
    questions = ask(entries, store, today)
    reading = read_entries(without_hidden(entries, questions), today)
    inquiry = reading.inquiry
    assessment = assess(store, inquiry, reading.on) if inquiry else None
    return Consultation(entries, questions, reading, assessment)


def consult_elsewhere(
    here: Consultation, region: str, average_pension: str, store: PolicyStore, today: date
) -> Consultation:
    """The same person in another place.

    What belongs to the first place is not taken along: its average pension, and the years paid
    there, but where years count wherever they were paid.
    """
    moved = replace(here.entries, region=region, average_pension=average_pension)
    there = consult(moved, store, today)
    if _counts_anywhere(here, store) and _counts_anywhere(there, store):
        return there
    return consult(replace(moved, actual_years=""), store, today)


def _counts_anywhere(consultation: Consultation, store: PolicyStore) -> bool:
    assessment = consultation.assessment
    asked = actual_years_asked(store, assessment) if assessment else None
    return asked is not None and asked.counted == "anywhere"
