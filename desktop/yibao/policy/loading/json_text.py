"""JSON as a person wrote it: parsed with every duplicate key found, and looked into by path."""

import json
import re
from collections.abc import Iterator
from typing import Any, cast

SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
STEP = re.compile(r"\.([^.\[]+)|\[([0-9]+)\]")


class MalformedJsonError(Exception):
    """Text that is not JSON; `line` and `column` count from 1."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(f"line {line}, column {column}")
        self.line = line
        self.column = column


def parse(data: bytes) -> tuple[Any, list[str]]:
    """The parsed document and the JSON paths of keys that stand twice in one object.

    Raises MalformedJsonError, also for bytes that are not UTF-8, for half characters and for
    numbers or nesting beyond all reason. NaN and Infinity are let through: no form takes them,
    so that they are refused at their path.
    """
    doubled: list[tuple[dict[str, Any], str]] = []

    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built = dict(pairs)
        if len(built) != len(pairs):
            keys = [key for key, _ in pairs]
            doubled.extend((built, key) for key in built if keys.count(key) > 1)
        return built

    try:
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=build)
    except UnicodeDecodeError as error:
        raise MalformedJsonError(data.count(b"\n", 0, error.start) + 1, 1) from error
    except json.JSONDecodeError as error:
        raise MalformedJsonError(error.lineno, error.colno) from error
    except (RecursionError, ValueError) as error:
        raise MalformedJsonError(1, 1) from error
    if SURROGATE.search(data):
        _refuse_half_characters(document)
    paths = [
        f"{path}.{key}"
        for path, part in (_walk(document) if doubled else ())
        for built, key in doubled
        if part is built
    ]
    return document, paths


def _refuse_half_characters(document: Any) -> None:
    """An escape may name half a character, which no file and no screen can hold."""
    try:
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise MalformedJsonError(1, 1) from error


def _walk(part: Any, path: str = "$") -> Iterator[tuple[str, Any]]:
    yield path, part
    if isinstance(part, dict):
        for key, inside in cast(dict[str, Any], part).items():
            yield from _walk(inside, f"{path}.{key}")
    elif isinstance(part, list):
        for index, inside in enumerate(cast(list[Any], part)):
            yield from _walk(inside, f"{path}[{index}]")


def look_up(document: Any, path: str) -> Any:
    """What stands at a JSON path such as `$.rules[0].id`; None where nothing stands there."""
    for key, index in STEP.findall(path):
        try:
            document = document[key] if key else document[int(index)]
        except (KeyError, IndexError, TypeError):
            return None
    return document
