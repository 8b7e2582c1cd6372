"""`yibao pack make-keys · build · sign · rotate · verify`: for whoever publishes packs."""

import argparse
import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

from yibao.commands.pack_files import Packs
from yibao.commands.pack_import import Offer, looked_at
from yibao.commands.publishing_arguments import (
    add_build_arguments,
    add_make_keys_arguments,
    add_rotate_arguments,
    add_sign_arguments,
    add_verify_arguments,
)
from yibao.commands.publishing_files import all_provinces, check, publishing, rules_in, write
from yibao.commands.results import ANSWERED, Output
from yibao.commands.stores import embedded_store
from yibao.policy.pack.pack_files import FORM, METADATA, PackNote
from yibao.policy.pack.refusal import PackRefusedError
from yibao.presenters.packs.pack_view import reading_view
from yibao.presenters.packs.refusal_text import refusal_text
from yibao.presenters.script.arguments import InputError
from yibao.system.files import write_file

MAKE_KEYS_HELP, BUILD_HELP, SIGN_HELP = "做一套密钥", "把规则文件做成更新包（还没签名）", "签名"
ROTATE_HELP, VERIFY_HELP = "换密钥：做下一份信任根（还没签名）", "像窗口的程序那样核对一遍"


def run_make_keys(options: argparse.Namespace, today: date) -> Output:
    """A new pair of files for each key; none that is there is replaced."""
    folder: Path = options.folder
    with publishing():
        from yibao.packs.publishing import keys  # noqa: PLC0415

        codes = options.province or all_provinces()
        pairs = list(keys.make_keys(keys.key_names(options.roots, codes)))
        secrets = {pair.name: folder / f"{pair.name}{keys.SECRET}" for pair in pairs}
        taken = [name for name, path in secrets.items() if path.exists()]
        if taken:
            raise InputError("folder", f"已经有 {taken[0]} 了，密钥不能盖掉，请换一个文件夹。")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for pair in pairs:
            secrets[pair.name].touch(mode=0o600)
            write_file(secrets[pair.name], pair.secret, keep_before=False)
            write_file(folder / f"{pair.name}{keys.PUBLIC}", pair.public, keep_before=False)
    names = [*secrets]
    text = f"已经做好 {len(names)} 把密钥：{'、'.join(names)}。.key 要锁起来，.pub 给做更新包的人。"
    return ANSWERED, {"keys": names} if options.json else text


def run_build(options: argparse.Namespace, today: date) -> Output:
    """Check the rules, and make everything but the signatures."""
    with publishing():
        from yibao.packs.publishing import building, keys  # noqa: PLC0415

        files = rules_in(options.rules)
        note = PackNote(
            form=FORM,
            issuer=_issuer(options.issuer),
            issued_on=today,
            number=building.next_number(options.pack),
            files=tuple(sorted(files)),
        )
        check(note, files, today)
        written = building.build(
            options.pack,
            note,
            files,
            keys.public_keys(options.keys),
            lasts=timedelta(days=options.days),
            threshold=options.threshold,
        )
        write(options.pack, written)
    text = f"第 {note.number} 期更新包做好了，还没有签名。"
    return ANSWERED, {"number": note.number, "files": list(note.files)} if options.json else text


def _issuer(text: str) -> str:
    if not text.strip():
        raise InputError("issuer", "要写发布单位。")
    return text.strip()


def run_sign(options: argparse.Namespace, today: date) -> Output:
    """Put the signatures that the keys at hand may give; says what is lacking."""
    with publishing():
        from yibao.packs.publishing import keys, signing  # noqa: PLC0415

        signers = list(keys.signers(options.keys).values())
        written, lacking = signing.sign(options.pack, signers)
        write(options.pack, written)
    if options.json:
        return ANSWERED, {"signed": sorted(written.files), "lacking": dict(lacking)}
    told = "；".join(f"{role} 还差 {count} 个签名" for role, count in lacking)
    return ANSWERED, f"签了 {len(written.files)} 份。{told or '签名都齐了。'}"


def run_rotate(options: argparse.Namespace, today: date) -> Output:
    """The next root, of the keys given; to be signed by the old ones and the new ones."""
    with publishing():
        from yibao.packs.publishing import keys, signing  # noqa: PLC0415

        written = signing.rotate(
            options.pack, keys.public_keys(options.keys), today, options.threshold
        )
        write(options.pack, written)
    (name,) = written.files
    text = f"做好了新的信任根 {name}。老的、新的密钥都要签，然后再做一期更新包。"
    return ANSWERED, {"root": name} if options.json else text


def run_verify(options: argparse.Namespace, today: date) -> Output:
    """What a program that has just been installed would say of the pack."""
    store = embedded_store()
    now = datetime.combine(today, time(12)).astimezone()
    root = options.root or options.pack / METADATA / "1.root.json"
    try:
        with tempfile.TemporaryDirectory() as folder:
            packs = Packs(Path(folder), store, for_all=False)
            with looked_at(packs, Offer(options.pack, root, now, lambda read: None)) as looked:
                view = reading_view(looked.reading, store)
    except PackRefusedError as refused:
        raise InputError("pack", refusal_text(refused)) from None
    if options.json:
        return ANSWERED, {"number": looked.reading.note.number, "verified": True}
    return ANSWERED, "\n".join([*view.lines, "核对过了，可以发出去。"])


COMMANDS = (
    ("make-keys", run_make_keys, MAKE_KEYS_HELP, add_make_keys_arguments),
    ("build", run_build, BUILD_HELP, add_build_arguments),
    ("sign", run_sign, SIGN_HELP, add_sign_arguments),
    ("rotate", run_rotate, ROTATE_HELP, add_rotate_arguments),
    ("verify", run_verify, VERIFY_HELP, add_verify_arguments),
)
