"""A publisher, a stick and a computer for the tests of packs."""

from pathlib import Path
from typing import Any

import pytest
from tests.packs.publisher import (
    HEBEI,
    SHANGHAI,
    Computer,
    Publisher,
    amount,
    rules_file,
    write_keys,
)


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publisher's keys."""
    return write_keys(tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="session")
def other_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody else's keys, or the publisher's next ones."""
    return write_keys(tmp_path_factory.mktemp("other"))


@pytest.fixture
def files(records: Any) -> Any:
    """Makes the files of a pack: 石家庄 gets so much, and 上海 something else."""

    def made(yuan: str = "90", shanghai: str = "55") -> dict[str, bytes]:
        of_shanghai = amount(records.rule, records.period, shanghai, id="sh", area="310000")
        return {
            HEBEI: rules_file(amount(records.rule, records.period, yuan, id="hebei")),
            SHANGHAI: rules_file(of_shanghai),
        }

    return made


@pytest.fixture
def publisher(tmp_path: Path, keys: Path, files: Any) -> Publisher:
    """One who has issued the first pack."""
    return Publisher(tmp_path / "publisher", keys).issue(files())


@pytest.fixture
def computer(tmp_path: Path, publisher: Publisher, make_store: Any, records: Any) -> Computer:
    """A computer that trusts the publisher, with a rule of the program's own for 石家庄."""
    root = tmp_path / "root.json"
    root.write_bytes((publisher.folder / "metadata" / "1.root.json").read_bytes())
    return Computer(tmp_path / "computer" / "packs", root, make_store(records.rule()))
