"""What became of every division that is no more: names, and the codes of identity cards.

A chain of changes leads from a code to today's place. Where the source names no successor, or one
that is not the place, the successor was looked up by hand.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from places.short_names import short_name
from places.sources import Sources

FIRST_CARDS = 1984  # the year of the first identity cards: nobody bears a code that ended before
FIRST_NAMES = 1989  # earlier names are noisy in the source, and no visitor uses them
ALL_NAMES = 1998  # from here on every name is held, however general
TOO_GENERAL = re.compile("^(?:[东西南北中新市]*[城郊市]?区|矿区|东矿区|市辖区|市郊区|县)$")
DISTRICT = re.compile("(?<!地)区$")
SUCCESSIONS = {
    "更名",
    "同名改码",
    "撤县设区",
    "撤县设市",
    "撤市设区",
    "撤地设市",
    "撤区设区",
    "撤旗设区",
    "撤销",
    "区划调整",
}
LEFT_FOR = {"51": "50", "44": "46"}
"""重庆 left 四川, and 海南 left 广东; nothing else changed its province."""
NOISE = {"镜泊湖市", "安徽省", "合肥市", "马尔康区", "古楼区"}
"""Names that the source gives to a code by mistake."""

COUNTIES_TODAY = {"巢湖市"}
"""A prefecture that was divided among others, and whose name everybody takes for the county's."""
REUSED = {"320205", "419001", "421024"}
"""Codes that stand for another place today; of any other such code the source is mistaken."""

# Code → today's places, where the chain leads nowhere, to a neighbour, or to one of several.
BY_CODE = {
    "130103": ("130102", "130104"),
    "130421": ("130402", "130403"),
    "140102": ("140106",),
    "140103": ("140107",),
    "140104": ("140109",),
    "140112": ("140105", "140110"),
    "140202": ("140213",),
    "140203": ("140214",),
    "140211": ("140213", "140214"),
    "140402": ("140403",),
    "140411": ("140403",),
    "310102": ("310101",),
    "320205": ("320211",),
    "320283": ("320205", "320206"),
    "320304": ("320302", "320311", "320312"),
    "320511": ("320505",),
    "320586": ("320506", "320507"),
    "320704": ("320703", "320706"),
    "320800": ("320800",),
    "320882": ("320803",),
    "329010": ("320803",),
    "330103": ("330105",),
    "330402": ("330402",),
    "330184": ("330110", "330113"),
    "330721": ("330702", "330703"),
    "341400": ("340100", "340200", "340500"),
    "350321": ("350304", "350305"),
    "350403": ("350404",),
    "370802": ("370811",),
    "410306": ("410308",),
    "410504": ("410505", "410506"),
    "410511": ("410505", "410506"),
    "362321": ("361104",),
    "412624": ("411003",),
    "420523": ("420583",),
    "422723": ("420583",),
    "430402": ("430405",),
    "430404": ("430407",),
    "430411": ("430408",),
    "440102": ("440104",),
    "442200": ("460000",),
    "440502": ("440500",),
    "440503": ("440500",),
    "440504": ("440500",),
    "440505": ("440500",),
    "440602": ("440604",),
    "452426": ("451102",),
    "460103": ("460106",),
    "510102": ("510100",),
    "510103": ("510100",),
    "510200": ("500000",),
    "510224": ("500157",),
    "510602": ("510603",),
    "510702": ("510703",),
    "510902": ("510903", "510904"),
    "512201": ("500101",),
    "512421": ("511011",),
    "512527": ("511504",),
    "513001": ("511702",),
    "522121": ("520304",),
    "532701": ("530802",),
    "532721": ("530802",),
    "533221": ("530702", "530721"),
    "542134": ("540328",),
    "542135": ("540327",),
    "542136": ("540302",),
    "542137": ("540321",),
    "542528": ("540232",),
    "622821": ("621021",),
    "640102": ("640104",),
    "640103": ("640105", "640106"),
    "342421": ("341502", "341503"),
    "342401": ("341500",),
    "650108": ("650109",),
    "450104": ("450107",),
    "230105": ("230104",),
}
# The same by province and name, for names that had several codes; and names without a code.
BY_NAME = {
    ("37", "莱芜市"): ("370116",),
    ("42", "枝城市"): ("420581",),
    ("33", "江干区"): ("330102",),
    ("53", "思茅地区"): ("530800",),
}
MORE_NAMES = {
    "呼伦贝尔盟": "150700",
    "哲里木盟": "150500",
    "昭乌达盟": "150400",
    "伊克昭盟": "150600",
    "巴彦淖尔盟": "150800",
    "乌兰察布盟": "150900",
    "光明新区": "440311",
    "龙华新区": "440309",
    "坪山新区": "440310",
    "钱塘新区": "330114",
    "红谷滩新区": "360113",
    "无锡新区": "320214",
    "茫崖行委": "632803",
    "冷湖行委": "632803",
    "巢湖地区": "340181",
}


class Succession(NamedTuple):
    """A name, with the codes that bore it, and the place that it has become (a part of)."""

    place: str
    name: str
    codes: tuple[str, ...]
    year: int


class Successors:
    """Finds today's places for the codes and names of before."""

    def __init__(self, sources: Sources) -> None:
        self._today = {code: name for code, (name, _) in sources.divisions.items()}
        self._next: dict[tuple[str, str], tuple[str, str]] = {}
        for old, new, _ in _changes(sources.changes):
            self._next[old] = new

    def of(self, code: str, name: str) -> tuple[str, ...]:
        """The places of today; nothing where neither a source nor a hand names one."""
        if code in BY_CODE:
            return BY_CODE[code]
        if by_name := BY_NAME.get((code[:2], name)):
            return by_name
        found = (
            self._city_now_prefecture(code, name)
            or self._chain(code, name)
            or self._namesake(code, name)
            or self._prefecture(code)
        )
        return (found,) if found else ()

    def _city_now_prefecture(self, code: str, name: str) -> str | None:
        """A county-level city whose name the prefecture bears today, as one of its districts."""
        if code.endswith("00") or not name.endswith("市"):
            return None
        bearers = (c for c, n in self._today.items() if n == name and c.endswith("00"))
        return next((c for c in bearers if _same_province(code, c)), None)

    def _chain(self, code: str, name: str) -> str | None:
        end, seen = (code, name), set[tuple[str, str]]()
        while end in self._next and end not in seen:
            seen.add(end)
            end = self._next[end]
        ends_today = self._today.get(end[0]) == end[1] and _same_province(code, end[0])
        return end[0] if ends_today else None

    def _namesake(self, code: str, name: str) -> str | None:
        """The one county of the province whose name differs in the last word alone: 长泰区."""
        short = short_name(name)
        found = [
            c
            for c, n in self._today.items()
            if short and not c.endswith("00") and _same_province(code, c) and short_name(n) == short
        ]
        return found[0] if len(found) == 1 else None

    def _prefecture(self, code: str) -> str | None:
        """The city that a district without a successor of its own was a part of."""
        prefecture = f"{code[:4]}00"
        return prefecture if prefecture in self._today and prefecture != code else None


def successions(sources: Sources) -> Iterator[Succession]:
    """Every name and code of before, for each place of today that it leads to."""
    today = {code: name for code, (name, _) in sources.divisions.items()}
    successors = Successors(sources)
    borne: dict[tuple[str, str], int] = {}
    for old, _, year in _changes(sources.changes):
        borne[old] = max(year - 1, borne.get(old, 0))
    for former in sources.former:
        key = former.code, former.name
        borne[key] = max(former.year, borne.get(key, 0))
    found: dict[tuple[str, str], tuple[list[str], int]] = {}
    for (code, name), year in sorted(borne.items()):
        if year < FIRST_CARDS or today.get(code) == name or name in NOISE:
            continue
        for place in successors.of(code, name):
            codes, last = found.setdefault((place, name), ([], 0))
            if code not in today or code in REUSED:
                codes.append(code)
            found[place, name] = (codes, max(last, year))
    for (place, name), (codes, year) in found.items():
        yield Succession(place, name, tuple(codes), year)
    for name, place in MORE_NAMES.items():
        yield Succession(place, name, (), 9999)


def is_told(old: Succession) -> bool:
    """Whether a former name is one that people may still say for the place."""
    if old.name in COUNTIES_TODAY:
        return False
    if old.year >= ALL_NAMES:
        return True
    dissolved = old.place.endswith("00") and DISTRICT.search(old.name)
    return old.year >= FIRST_NAMES and not dissolved and not TOO_GENERAL.match(old.name)


def _changes(
    changes: list[dict[str, Any]],
) -> Iterator[tuple[tuple[str, str], tuple[str, str], int]]:
    """Code and name before a change, those after it, and its year."""
    for change in changes:
        old, new = change["old"] or {}, change["new"] or {}
        if (
            change["type"] in SUCCESSIONS
            and old.get("code")
            and old.get("name")
            and new.get("code")
        ):
            yield (
                (old["code"][:6], old["name"]),
                (new["code"][:6], new["name"]),
                int(change["year"]),
            )


def _same_province(code: str, other: str) -> bool:
    return other[:2] in (code[:2], LEFT_FOR.get(code[:2]))
