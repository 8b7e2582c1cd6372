"""The root of trust is given when the packages are built; without one there is none in them."""

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = {"signed": {"_type": "root", "roles": {"root": {"keyids": ["a"], "threshold": 1}}}}


@pytest.fixture
def freeze(scripts: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    module = scripts("freeze")
    monkeypatch.setattr(module, "PACK_ROOT", tmp_path / "packs" / "root.json")
    return module


def test_a_root_that_is_given_lies_among_the_resources(freeze: Any, tmp_path: Path) -> None:
    given = tmp_path / "1.root.json"
    given.write_text(json.dumps(ROOT))
    freeze.give_pack_root(given)
    assert freeze.PACK_ROOT.read_bytes() == given.read_bytes()
    freeze.give_pack_root(None)
    assert not freeze.PACK_ROOT.exists()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"signed": {"_type": "targets"}}', None])
def test_what_is_no_root_is_refused(
    content: str | None, freeze: Any, scripts: Any, tmp_path: Path
) -> None:
    given = tmp_path / "given.json"
    if content is not None:
        given.write_text(content)
    with pytest.raises(scripts("machine").MachineError, match="no root of trust"):
        freeze.give_pack_root(given)
    assert not freeze.PACK_ROOT.exists()
