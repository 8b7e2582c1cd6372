"""What whoever publishes packs reads and writes, and what is said where that fails."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from yibao.commands.pack_import import faults
from yibao.commands.stores import embedded_store
from yibao.policy.pack.pack_files import FILE_NAME, NOTE, PackNote, encode_note, read_pack
from yibao.policy.pack.refusal import PackRefusedError
from yibao.presenters import notices
from yibao.presenters.packs.refusal_text import refusal_text
from yibao.presenters.script.arguments import InputError
from yibao.presenters.script.problem_text import problem_text
from yibao.system.files import write_file

if TYPE_CHECKING:
    from yibao.packs.publishing.repository import Written


def all_provinces() -> list[str]:
    """The first two digits of every area, the nation first."""
    return ["00", *(province.code[:2] for province in embedded_store().regions.children())]


def rules_in(folder: Path) -> dict[str, bytes]:
    """The files of rules, by their name in a pack; raises InputError where there are none."""
    files = {f"rules/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.json"))}
    if not files:
        raise InputError("rules", "这里没有规则文件（110000-beijing.json 这样的）。")
    for name in files:
        if not re.fullmatch(FILE_NAME, name):
            message = "的名字要以两位区划代码开头，后面只用小写字母、数字和连字符。"
            raise InputError("rules", f"{name}{message}")
    return files


def check(note: PackNote, files: dict[str, bytes], today: date) -> None:
    """Raises InputError with all that is wrong with the rules."""
    store = embedded_store()
    reading = read_pack({NOTE: encode_note(note), **files}, store)
    problems = faults(reading, store.under(reading.layer), today)
    if problems:
        raise InputError("rules", "\n".join(map(problem_text, problems)))


def write(folder: Path, written: "Written") -> None:
    """Write the files into the folder of a pack, and remove what is not needed any more."""
    for name, content in written.files.items():
        write_file(folder / name, content, keep_before=False)
    for name in written.stale:
        (folder / name).unlink(missing_ok=True)


@contextmanager
def publishing() -> Generator[None]:
    """Whatever goes wrong, as a sentence at the argument that it is about."""
    try:
        from yibao.packs.publishing.building import LackingKeyError  # noqa: PLC0415
        from yibao.packs.publishing.keys import NotAKeyError  # noqa: PLC0415
        from yibao.packs.publishing.repository import RepositoryError  # noqa: PLC0415
    except ImportError:
        raise InputError("command", refusal_text(PackRefusedError("no_library"))) from None
    try:
        yield
    except LackingKeyError as error:
        raise InputError("keys", f"缺少密钥 {error}。") from None
    except NotAKeyError as error:
        raise InputError("keys", f"{error} 不是密钥文件。") from None
    except RepositoryError:
        raise InputError("pack", refusal_text(PackRefusedError("damaged"))) from None
    except PackRefusedError as refused:
        raise InputError("rules", refusal_text(refused)) from None
    except OSError as error:
        raise InputError("folder", notices.NOT_SAVED.format(error.filename or "")) from None
