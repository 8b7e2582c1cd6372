"""Scripts of packaging/, imported afresh for each test."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Imports a script of packaging/ by its name."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    before = {*sys.modules}

    def load(name: str) -> ModuleType:
        return importlib.import_module(name)

    yield load
    for name in {*sys.modules} - before:
        path = PACKAGING / name.replace(".", "/")
        if path.with_suffix(".py").exists() or (path / "__init__.py").exists():
            del sys.modules[name]
