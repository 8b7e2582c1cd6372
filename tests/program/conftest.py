"""The whole program, as the tests of its window start it."""

from tests.window.conftest import (
    clerk,
    clipboard,
    folders,
    no_error_is_logged,
    person,
    pytest_collection_modifyitems,
    sit_down,
    start,
)

__all__ = [
    "clerk",
    "clipboard",
    "folders",
    "no_error_is_logged",
    "person",
    "pytest_collection_modifyitems",
    "sit_down",
    "start",
]
