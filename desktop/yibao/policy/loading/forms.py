"""Everything that is wrong with the form of a document; a decoder stops at the first fault."""

import json
import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, cast

from msgspec import Struct, inspect

LONGEST = 60


class FormProblem(Struct, frozen=True):
    """One place of a document that does not have the form that it must have."""

    path: str
    kind: Literal["wrong_value", "unknown_field", "missing_field"]
    found: str
    """The value as JSON, cut where it is long, or the name of the field."""
    allowed: tuple[str, ...]
    """What may stand there: words such as `text` or `one_of`, each before what belongs to it."""


def form_problems(document: Any, form: type) -> list[FormProblem]:
    """Every place at which a parsed document differs from what a type allows."""
    return list(_check(document, inspect.type_info(form), "$"))


def _check(value: Any, form: inspect.Type, path: str) -> Iterator[FormProblem]:
    if isinstance(form, inspect.UnionType):
        yield from _check_union(value, form, path)
    elif isinstance(form, inspect.StructType) and form.array_like:
        yield from _check_row(value, form, path)
    elif isinstance(form, inspect.StructType):
        yield from _check_object(value, form, path)
    elif isinstance(form, inspect.VarTupleType):
        yield from _check_list(value, form, path)
    elif not _fits(value, form):
        yield FormProblem(path, "wrong_value", _as_json(value), _allowed(form))


def _check_object(value: Any, form: inspect.StructType, path: str) -> Iterator[FormProblem]:
    if not isinstance(value, dict):
        yield FormProblem(path, "wrong_value", _as_json(value), ("object",))
        return
    found = cast(dict[str, Any], value)
    fields = {field.encode_name: field for field in form.fields}
    names = [*fields, *([form.tag_field] if form.tag_field else [])]
    for name in found:
        if name not in names:
            yield FormProblem(f"{path}.{name}", "unknown_field", name, ("fields", *names))
    for name, field in fields.items():
        if name in found:
            yield from _check(found[name], field.type, f"{path}.{name}")
        elif field.required:
            yield FormProblem(path, "missing_field", name, ())


def _check_row(value: Any, form: inspect.StructType, path: str) -> Iterator[FormProblem]:
    """An object that is written as the list of its fields' values."""
    if not isinstance(value, list):
        yield FormProblem(path, "wrong_value", _as_json(value), ("list",))
        return
    items = cast(list[Any], value)
    for index, field in enumerate(form.fields):
        if index < len(items):
            yield from _check(items[index], field.type, f"{path}[{index}]")
        elif field.required:
            yield FormProblem(path, "missing_field", field.encode_name, ())
    names = (field.encode_name for field in form.fields)
    if len(items) > len(form.fields):
        at = f"{path}[{len(form.fields)}]"
        yield FormProblem(
            at, "unknown_field", _as_json(items[len(form.fields)]), ("fields", *names)
        )


def _check_list(value: Any, form: inspect.VarTupleType, path: str) -> Iterator[FormProblem]:
    if not isinstance(value, list):
        yield FormProblem(path, "wrong_value", _as_json(value), ("list",))
        return
    items = cast(list[Any], value)
    if len(items) < (form.min_length or 0):
        yield FormProblem(path, "wrong_value", _as_json(items), ("at_least", str(form.min_length)))
    for index, item in enumerate(items):
        yield from _check(item, form.item_type, f"{path}[{index}]")


def _check_union(value: Any, form: inspect.UnionType, path: str) -> Iterator[FormProblem]:
    structs = [member for member in form.types if isinstance(member, inspect.StructType)]
    tagged = {str(struct.tag): struct for struct in structs if struct.tag_field}
    if tagged and isinstance(value, dict):
        yield from _check_tagged(cast(dict[str, Any], value), tagged, path)
        return
    results = [list(_check(value, member, path)) for member in form.types]
    if all(results):
        # A list of values runs to the end, so that it must be the last.
        expected = sorted((r[0].allowed for r in results), key=lambda words: "one_of" in words)
        allowed = tuple(word for words in expected for word in words)
        yield FormProblem(path, "wrong_value", _as_json(value), allowed)


def _check_tagged(
    value: dict[str, Any], tagged: dict[str, inspect.StructType], path: str
) -> Iterator[FormProblem]:
    """Of several kinds of objects, the one that the value says it is."""
    name = str(next(iter(tagged.values())).tag_field)
    if name not in value:
        yield FormProblem(path, "missing_field", name, ())
    elif not isinstance(value[name], str) or value[name] not in tagged:
        yield FormProblem(
            f"{path}.{name}", "wrong_value", _as_json(value[name]), ("one_of", *tagged)
        )
    else:
        yield from _check_object(value, tagged[value[name]], path)


def _fits(value: Any, form: inspect.Type) -> bool:
    """Whether a value that holds no others is what a type allows."""
    match form:
        case inspect.StrType():
            return isinstance(value, str) and re.search(form.pattern or "", value) is not None
        case inspect.IntType():
            least = -math.inf if form.ge is None else form.ge
            most = math.inf if form.le is None else form.le
            return type(value) is int and least <= value <= most
        case inspect.LiteralType():
            return value in form.values
        case inspect.DateType():
            return isinstance(value, str) and _is_day(value)
        case inspect.BoolType():
            return isinstance(value, bool)
        case _:
            return value is None


def _allowed(form: inspect.Type) -> tuple[str, ...]:
    match form:
        case inspect.StrType():
            return ("pattern", form.pattern) if form.pattern else ("text",)
        case inspect.IntType():
            bounds = form.le is not None
            return ("between", str(form.ge), str(form.le)) if bounds else ("whole_number",)
        case inspect.LiteralType():
            return ("one_of", *map(str, form.values))
        case inspect.DateType():
            return ("day",)
        case inspect.BoolType():
            return ("yes_or_no",)
        case _:
            return ("null",)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _as_json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
