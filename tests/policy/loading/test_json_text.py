"""JSON as a person wrote it."""

import pytest

from yibao.policy.loading.json_text import MalformedJsonError, look_up, parse


def test_finds_every_key_that_stands_twice() -> None:
    _, doubled = parse(b'{"a": [{"b": 1, "b": 2}], "c": {"d": 1}, "a": [{"b": 1, "b": 1}]}')

    assert doubled == ["$.a", "$.a[0].b"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (b'{"a": 1,\n "b": }', 2, 7),
        (b"", 1, 1),
        (b'{"a":\n"\xff"}', 2, 1),
        (b"[" * 100_000, 1, 1),
        (b"9" * 5_000, 1, 1),
        (b'{"a": "\\ud800"}', 1, 1),
        (b'{"\\uDFff": 1}', 1, 1),
    ],
)
def test_says_where_it_is_not_json(text: bytes, line: int, column: int) -> None:
    with pytest.raises(MalformedJsonError) as refused:
        parse(text)

    assert (refused.value.line, refused.value.column) == (line, column)


def test_two_halves_make_a_character() -> None:
    assert parse(b'{"a": "\\ud83d\\ude00"}') == ({"a": "\U0001f600"}, [])


def test_reads_a_file_that_an_editor_marked_as_utf8() -> None:
    assert parse(b'\xef\xbb\xbf{"a": 1}') == ({"a": 1}, [])


@pytest.mark.parametrize(
    ("path", "found"),
    [("$", {"a": [{"b": 7}]}), ("$.a[0].b", 7), ("$.a[3].b", None), ("$.x", None), ("$.a.b", None)],
)
def test_looks_up_a_path(path: str, found: object) -> None:
    assert look_up({"a": [{"b": 7}]}, path) == found
