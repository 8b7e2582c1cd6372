"""`yibao pack`: the whole way of a pack, from the keys to the counter and back."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yibao.presenters import words
from yibao.system.folders import Folders

PERIOD = {
    "start_date": "2025-01-01",
    "end_date": None,
    "confirmed_on": "2026-06-01",
    "references": ["pack-notice"],
    "method": {"type": "amount", "amount": "72"},
    "examples": [{"given": {"age": 66}, "expected": {"status": "exact", "low": "72.00"}}],
}
SOURCE = {
    "id": "pack-notice",
    "title": "调整划入标准的通知",
    "issuer": "湖南省医疗保障局",
    "level": "official_text",
    "issued_on": "2026-06-01",
}
RULE = {
    "kind": "account_credit",
    "id": "pack-430900-retired",
    "area": "430900",
    "insurance_status": "retired",
    "periods": [PERIOD],
}
OFFICE = "office-account-credit-430900-retired"


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of one's own, and a program that trusts root.json there."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "site"))
    monkeypatch.setattr(Folders, "pack_root", tmp_path / "root.json")
    return tmp_path


@pytest.fixture
def rules(tmp_path: Path) -> Callable[..., str]:
    """Writes the rules of a pack; the retired of 益阳 get so much."""

    def write(amount: str = "72", **fields: Any) -> str:
        expected = {"status": "exact", "low": f"{amount}.00"}
        period = PERIOD | {
            "method": {"type": "amount", "amount": amount},
            "examples": [{"given": {"age": 66}, "expected": expected}],
        }
        held = {"$schema": "", "references": [SOURCE], "rules": [RULE | {"periods": [period]}]}
        (tmp_path / "rules").mkdir(exist_ok=True)
        file = tmp_path / "rules" / "430000-hunan.json"
        file.write_text(json.dumps(held | fields, ensure_ascii=False), "utf-8")
        return str(file.parent)

    return write


@pytest.fixture
def stick(homes: Path, rules: Any, run: Any) -> str:
    """A stick with the first pack."""
    pack, keys = str(homes / "stick" / "yibao-pack"), str(homes / "keys")
    made = run("pack", "make-keys", keys, "--province", "43", "--province", "11")
    assert made[0] == 0
    assert "7 把" in made[1]
    built = run("pack", "build", rules(), pack, "--keys", keys, "--issuer", "湖南省医疗保障局")
    assert built[:2] == (0, "第 1 期更新包做好了，还没有签名。\n")
    assert "签名都齐了" in run("pack", "sign", pack, "--keys", keys)[1]
    root = Path(pack, "metadata", "1.root.json").read_bytes()
    (homes / "root.json").write_bytes(root)
    return str(homes / "stick")


def credit(ask: Any) -> Any:
    return ask("assess", "--region", "430900", "--age", "66")[1]["credit"]


def next_pack(homes: Path, rules: Any, run: Any, amount: str) -> None:
    pack, keys = str(homes / "stick" / "yibao-pack"), str(homes / "keys")
    run("pack", "build", rules(amount), pack, "--keys", keys, "--issuer", "湖南省医疗保障局")
    run("pack", "sign", pack, "--keys", keys)


def test_the_way_of_a_pack(stick: str, homes: Path, rules: Any, ask: Any, run: Any) -> None:
    before = credit(ask)
    assert before["rule"]["layer"] == "embedded"
    looked = run("pack", "import", stick, "--look")[1]
    assert "发布单位：湖南省医疗保障局" in looked
    assert "管哪里：湖南省" in looked
    assert "导入后 每月 72.00 元" in looked
    assert "没有导入" in looked
    assert credit(ask) == before

    status, taken = ask("pack", "import", stick)
    assert status == 0
    assert taken["imported"]
    assert taken["pack"] == {
        "number": 1,
        "issuer": "湖南省医疗保障局",
        "issued_on": "2026-11-24",
        "areas": ["430000"],
        "rules": 1,
    }
    (change,) = taken["changes"]
    assert change["rule"] == "pack-430900-retired"
    after = credit(ask)
    assert after["per_month"]["low"] == "72.00"
    assert after["rule"]["layer"] == "pack"
    told = run("assess", "--region", "430900", "--age", "66")[1]
    assert "更新包：湖南省医疗保障局 2026 年 11 月 24 日发布" in told
    assert "第 1 期更新包" in run("pack", "status")[1]
    assert "不用再导入" in run("pack", "import", stick)[1]

    next_pack(homes, rules, run, "73")
    assert "已经导入" in run("pack", "import", stick)[1]
    assert credit(ask)["per_month"]["low"] == "73.00"
    assert "第 1 期" in run("pack", "rollback")[1]
    assert credit(ask)["per_month"]["low"] == "72.00"
    assert ask("pack", "rollback")[1]["in_use"]["number"] == 2


def test_going_back_to_what_the_program_brings(stick: str, run: Any, ask: Any) -> None:
    before = credit(ask)
    run("pack", "import", stick)
    assert "程序自带的规定" in run("pack", "rollback")[1]
    assert credit(ask) == before
    assert ask("pack", "status")[1] == {"receives": True, "packs": [], "troubles": []}
    assert ask("pack", "rollback")[1]["in_use"]["number"] == 1


def test_nothing_to_go_back_to(homes: Path, ask: Any) -> None:
    status, answered = ask("pack", "rollback")
    assert status == 2
    assert answered["error"] == {
        "field": "site",
        "message": "没有可以退回的更新包。",
        "candidates": [],
    }


def test_for_the_whole_computer(stick: str, homes: Path, rules: Any, run: Any, ask: Any) -> None:
    run("pack", "import", stick, "--site")
    assert [pack["kept_in"] for pack in ask("pack", "status")[1]["packs"]] == ["site"]
    next_pack(homes, rules, run, "73")
    run("pack", "import", stick)
    assert [pack["number"] for pack in ask("pack", "status")[1]["packs"]] == [1, 2]
    assert credit(ask)["per_month"]["low"] == "73.00"


def test_an_office_rule_stays_over_a_pack(
    stick: str, homes: Path, rules: Any, run: Any, ask: Any
) -> None:
    """益阳's own 68.50, and the pack's 72 under it."""
    period = PERIOD | {
        "confirmed_on": "2026-11-20",
        "references": ["yiyang"],
        "method": {"type": "amount", "amount": "68.50"},
        "examples": [{"given": {"age": 66}, "expected": {"status": "exact", "low": "68.50"}}],
    }
    source = SOURCE | {"id": "yiyang", "level": "office"}
    office = {
        "$schema": "",
        "references": [source],
        "rules": [RULE | {"id": OFFICE, "periods": [period]}],
    }
    file = homes / "office.json"
    file.write_text(json.dumps(office, ensure_ascii=False), "utf-8")
    run("policy", "office", "add", str(file))
    before = credit(ask)
    assert before["per_month"]["low"] == "68.50"
    assert not before["rule"]["base_changed"]

    (told,) = ask("pack", "import", stick)[1]["office"]
    assert "益阳市" in told
    assert "72 元" in told
    after = credit(ask)
    assert after["per_month"]["low"] == "68.50"
    assert after["rule"]["base_changed"]
    shown = run("assess", "--region", "430900", "--age", "66")[1]
    assert words.BASE_CHANGED in shown
    assert "更新包和程序自带的规定算出来是：每月 72.00 元。" in shown
    assert after["replaced"]["per_month"]["low"] == "72.00"
    run("policy", "office", "remove", OFFICE)
    assert credit(ask)["per_month"]["low"] == "72.00"
    assert credit(ask)["rule"]["layer"] == "pack"


def test_a_program_without_a_root_takes_nothing(
    stick: str, homes: Path, run: Any, ask: Any
) -> None:
    (homes / "root.json").unlink()
    status, answered = ask("pack", "import", stick)
    assert status == 2
    assert "没有验签名的凭据（信任根）" in answered["error"]["message"]
    assert "请告诉管理员换装能收的一版" in answered["error"]["message"]
    assert "不收更新包" in run("pack", "status")[1]


def test_a_faulty_pack_is_told_with_its_first_fault(
    stick: str, homes: Path, ask: Any, rules: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yibao.commands.publishing.check", lambda *_: None)
    rules()
    file = homes / "rules" / "430000-hunan.json"
    file.write_text(file.read_text("utf-8").replace('"72.00"', '"73.00"'), "utf-8")
    pack, keys = str(homes / "stick" / "yibao-pack"), str(homes / "keys")
    run("pack", "build", str(file.parent), pack, "--keys", keys, "--issuer", "x")
    run("pack", "sign", pack, "--keys", keys)
    message = ask("pack", "import", stick)[1]["error"]["message"]
    assert "有 1 处不对。整包没有导入" in message
    assert "照规则算出来是" in message


def test_a_broken_pack_is_told_and_the_program_answers(
    stick: str, homes: Path, run: Any, ask: Any
) -> None:
    before = credit(ask)
    run("pack", "import", stick)
    for path in (homes / "own").rglob("430000-hunan.json"):
        path.write_text("{}")
    status, out, errors = run("assess", "--region", "430900", "--age", "66")
    assert status == 0
    assert "更新包存坏了" in errors
    assert "72.00" not in out
    assert credit(ask) == before
    assert "更新包存坏了" in ask("pack", "status")[1]["troubles"][0]


# The publisher's side


def test_keys_are_for_their_owner_alone_and_never_replaced(homes: Path, run: Any, ask: Any) -> None:
    keys = homes / "keys"
    names = ask("pack", "make-keys", str(keys), "--roots", "2")[1]["keys"]
    assert len(names) == 2 + 2 + 32
    assert {"root-1", "targets", "release", "province-00", "province-65"} <= set(names)
    if sys.platform != "win32":
        assert {path.stat().st_mode & 0o777 for path in keys.glob("*.key")} == {0o600}
        assert keys.stat().st_mode & 0o777 == 0o700
    held = (keys / "root-1.key").read_bytes()
    status, answered = ask("pack", "make-keys", str(keys))
    assert status == 2
    assert "不能盖掉" in answered["error"]["message"]
    assert (keys / "root-1.key").read_bytes() == held


def test_signing_in_several_places(stick: str, homes: Path, rules: Any, run: Any, ask: Any) -> None:
    pack, keys = str(homes / "stick" / "yibao-pack"), homes / "keys"
    run("pack", "build", rules("74"), pack, "--keys", str(keys), "--issuer", "x")
    for name in ("targets", "release", "province-43"):
        place = homes / name
        place.mkdir()
        (keys / f"{name}.key").rename(place / f"{name}.key")
    first = ask("pack", "sign", pack, "--keys", str(homes / "targets"))[1]
    assert first == {
        "signed": ["metadata/2.targets.json"],
        "lacking": {"province-43": 1, "snapshot": 1, "timestamp": 1},
    }
    assert "province-43 还差 1 个签名" in run("pack", "sign", pack, "--keys", str(keys))[1]
    both = ["--keys", str(homes / "release"), "--keys", str(homes / "province-43")]
    assert ask("pack", "sign", pack, *both)[1]["lacking"] == {}
    assert ask("pack", "verify", pack)[1] == {"number": 2, "verified": True}


def test_verifying_says_what_a_computer_would(stick: str, homes: Path, run: Any, ask: Any) -> None:
    pack = str(homes / "stick" / "yibao-pack")
    root = str(homes / "root.json")
    assert "可以发出去" in run("pack", "verify", pack, "--root", root)[1]
    Path(pack, "metadata", "timestamp.json").write_text("{}")
    status, answered = ask("pack", "verify", pack)
    assert status == 2
    assert answered["error"]["field"] == "pack"


def test_passing_the_root_on(stick: str, homes: Path, rules: Any, run: Any, ask: Any) -> None:
    run("pack", "import", stick)
    pack, old, new = str(homes / "stick" / "yibao-pack"), str(homes / "keys"), str(homes / "new")
    run("pack", "make-keys", new, "--province", "43")
    assert "2.root.json" in run("pack", "rotate", pack, "--keys", new)[1]
    assert ask("pack", "sign", pack, "--keys", old)[1]["lacking"]["root"] == 2
    run("pack", "sign", pack, "--keys", new)
    run("pack", "build", rules("74"), pack, "--keys", new, "--issuer", "x")
    assert ask("pack", "sign", pack, "--keys", new)[1]["lacking"] == {}
    assert ask("pack", "import", stick)[1]["pack"]["number"] == 2
    assert ask("pack", "rotate", pack, "--keys", old)[1] == {"root": "metadata/3.root.json"}


def test_faulty_rules_are_not_built(homes: Path, rules: Any, run: Any, ask: Any) -> None:
    run("pack", "make-keys", str(homes / "keys"), "--province", "43")
    wrong = RULE | {"area": "439999"}
    words = ["--keys", str(homes / "keys"), "--issuer", "x"]
    answered = ask("pack", "build", rules(rules=[wrong]), str(homes / "p"), *words)[1]
    assert answered["error"]["field"] == "rules"
    crossed = rules(rules=[RULE | {"area": "110000"}])
    message = ask("pack", "build", crossed, str(homes / "p"), *words)[1]["error"]["message"]
    assert "不是有权的单位签的" in message
    empty = homes / "empty"
    empty.mkdir()
    assert "没有规则文件" in run("pack", "build", str(empty), str(homes / "p"), *words)[2]
    (empty / "北京.json").write_text("{}")
    assert "两位区划代码开头" in run("pack", "build", str(empty), str(homes / "p"), *words)[2]
    assert not (homes / "p").exists()


def test_what_publishing_lacks_is_named(
    stick: str, homes: Path, rules: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, keys = str(homes / "stick" / "yibao-pack"), homes / "keys"
    words = ["--keys", str(keys), "--issuer", "x"]
    (homes / "rules" / "130000-hebei.json").write_text('{"$schema": "", "rules": []}')
    assert "缺少密钥 province-13" in run("pack", "build", rules(), pack, *words)[2]
    (homes / "rules" / "130000-hebei.json").unlink()
    (keys / "root-3.pub").unlink()
    more = ["--threshold", "3"]
    assert "缺少密钥 root-3" in run("pack", "rotate", pack, "--keys", str(keys), *more)[2]
    (keys / "release.pub").unlink()
    assert "缺少密钥 release" in run("pack", "rotate", pack, "--keys", str(keys))[2]
    (keys / "release.pub").write_text("x")
    assert "release.pub 不是密钥文件" in run("pack", "rotate", pack, "--keys", str(keys))[2]
    assert "没有存下来" in run("pack", "sign", pack, "--keys", str(homes / "nowhere"))[2]
    Path(pack, "metadata", "1.root.json").unlink()
    assert "有文件坏了" in run("pack", "sign", pack, "--keys", str(keys))[2]
    Path(pack, "metadata", "timestamp.json").write_text("{")
    assert "有文件坏了" in run("pack", "sign", pack, "--keys", str(keys))[2]
    for module in [name for name in sys.modules if name.startswith("yibao.packs")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    assert "缺少核对签名的部件" in run("pack", "sign", pack, "--keys", str(keys))[2]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("make-keys", "k", "--roots", "0"), "roots"),
        (("make-keys", "k", "--roots", "two"), "roots"),
        (("make-keys", "k", "--province", "430"), "province"),
        (("build", "r", "p", "--keys", "k", "--issuer", "x", "--days", "99999"), "days"),
        (("rotate", "p", "--keys", "k", "--threshold", "0"), "threshold"),
    ],
)
def test_what_is_written_wrong_is_told_where(words: tuple[str, ...], field: str, ask: Any) -> None:
    status, answered = ask("pack", *words)
    assert (status, answered["error"]["field"]) == (2, field)


def test_a_pack_of_nobody_is_not_built(stick: str, homes: Path, rules: Any, ask: Any) -> None:
    words = ["--keys", str(homes / "keys"), "--issuer", " "]
    answered = ask("pack", "build", rules(), str(homes / "p"), *words)[1]
    assert answered["error"]["field"] == "issuer"


def test_a_key_of_another_kind(stick: str, homes: Path, run: Any) -> None:
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    pem = generate_private_key(SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    (homes / "keys" / "root-1.key").write_bytes(pem)
    pack = str(homes / "stick" / "yibao-pack")
    assert "root-1.key 不是密钥文件" in run("pack", "sign", pack, "--keys", str(homes / "keys"))[2]
