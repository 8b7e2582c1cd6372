"""Records out of JSON files, each with its place, and everything that is wrong with their form."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from yibao.policy.loading import json_text
from yibao.policy.loading.problems import Placed, PolicyProblem, ProblemKind
from yibao.policy.terms import PolicyRecord

Record = TypeVar("Record", bound=PolicyRecord)


class RecordReader:
    """Reads files one after the other and gathers what is wrong with them."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self.problems: list[PolicyProblem] = []

    def records(
        self, file: str, form: type[PolicyRecord], key: str, each: type[Record]
    ) -> list[Placed[Record]]:
        """The records of a file's one list that have the right form, each with its place."""
        try:
            document, doubled = json_text.parse(self._files[file].read_bytes())
        except OSError as error:
            self._report(file, "$", "unreadable", type(error).__name__)
            return []
        except json_text.MalformedJsonError as error:
            self._report(file, "$", "not_json", f"{error.line}:{error.column}")
            return []
        for path in doubled:
            self._report(file, path, "duplicate_key", path.rpartition(".")[2])
        try:
            whole = msgspec.convert(document, form)
        except msgspec.ValidationError as error:
            self._report_form(file, document, form, error)
            return self._well_formed(file, document, key, each)
        listed = cast(Sequence[Record], getattr(whole, key))
        return [Placed(file, f"$.{key}[{i}]", record) for i, record in enumerate(listed)]

    def _well_formed(
        self, file: str, document: Any, key: str, each: type[Record]
    ) -> list[Placed[Record]]:
        """The good records of a file that has bad ones."""
        listed = json_text.look_up(document, f"$.{key}")
        good: list[Placed[Record]] = []
        for i, item in enumerate(cast(list[Any], listed) if isinstance(listed, list) else []):
            with suppress(msgspec.ValidationError):
                good.append(Placed(file, f"$.{key}[{i}]", msgspec.convert(item, each)))
        return good

    def _report_form(
        self, file: str, document: Any, form: type[PolicyRecord], error: msgspec.ValidationError
    ) -> None:
        from yibao.policy.loading.forms import form_problems  # noqa: PLC0415 - only for faulty files

        problems = form_problems(document, form)
        for problem in problems:
            self._report(file, problem.path, problem.kind, problem.found, problem.allowed)
        if not problems:
            self._report(file, "$", "wrong_value", str(error))

    def _report(
        self,
        file: str,
        path: str,
        kind: ProblemKind,
        found: str,
        allowed: tuple[str, ...] = (),
    ) -> None:
        self.problems.append(PolicyProblem(file, path, kind, found, allowed))
