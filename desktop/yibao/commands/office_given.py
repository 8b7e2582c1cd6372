"""A file of office rules from outside: taken only where all of it is sound."""

from datetime import date
from pathlib import Path

from yibao.calculation.proving.examples import check_examples
from yibao.policy.loading.dates import check_confirmations
from yibao.policy.loading.problems import PolicyProblem
from yibao.policy.office.office_file import (
    LARGEST,
    DamagedOfficeFileError,
    NewerOfficeFileError,
    OfficeFile,
    read_office,
)
from yibao.policy.store import PolicyStore
from yibao.presenters.script.arguments import InputError
from yibao.presenters.script.problem_text import problem_text


def read_given(path: Path, store: PolicyStore, today: date) -> OfficeFile:
    """A file from outside, sound in every place; raises InputError with all that is wrong."""
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
        reading = read_office(content, path.name, store)
    except OSError as error:
        problem = PolicyProblem(path.name, "$", "unreadable", type(error).__name__)
        raise InputError("file", problem_text(problem)) from None
    except DamagedOfficeFileError as error:
        raise InputError("file", problem_text(error.problem)) from None
    except NewerOfficeFileError as error:
        problem = PolicyProblem(path.name, "$.version", "newer", str(error))
        raise InputError("file", problem_text(problem)) from None
    held = store.under(reading.file.layer("user"))
    problems = [
        *reading.problems,
        *check_confirmations(reading.rules, today),
        *check_examples(held, reading.rules),
    ]
    if problems:
        raise InputError("file", "\n".join(map(problem_text, problems)))
    return reading.file
