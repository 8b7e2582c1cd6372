"""The divisions of the mainland, and who lies inside whom."""

from collections.abc import Iterable, Iterator
from typing import Literal

from yibao.policy.terms import DIRECT, NATION, PlaceCode, PolicyRecord, Text

RegionLevel = Literal["province", "direct", "prefecture", "county", "zone", "town"]
DIVISIONS: tuple[RegionLevel, ...] = ("province", "direct", "prefecture", "county")
"""What has rules of its own and stands in the tree; zones and towns follow a division."""


class EverydayName(PolicyRecord, frozen=True, array_like=True):
    """What people call a place besides its name and its short name: 恩施州, 莫旗.

    A row in the file, as a former name is: there are 1,600 of them, and rows are read quicker.
    """

    name: Text
    pinyin: str


class FormerName(PolicyRecord, frozen=True, array_like=True):
    """A name under which a place, or a part of it, was known before."""

    name: Text
    pinyin: str
    short: str = ""
    """The beginning of the name that people say, if there is one: 襄樊."""
    codes: tuple[str, ...] = ()
    """The codes that it had then, as identity cards keep them."""


class Region(PolicyRecord, frozen=True):
    """A place where people are insured.

    A province, prefecture or county; a province's own insured people (省直, `direct`); a
    development zone or new area (`zone`) or a town of a city without counties (`town`), which
    follow the rules of the division around them.
    """

    code: PlaceCode
    name: Text
    level: RegionLevel
    pinyin: str
    """Reading without tones, a space between the syllables: "chao yang qu"."""
    short: str = ""
    """The beginning of the name that is long enough to be said alone: 朝阳."""
    everyday: tuple[EverydayName, ...] = ()
    former: tuple[FormerName, ...] = ()
    former_codes: tuple[str, ...] = ()
    """Codes that it had under the name of today."""
    within: str = ""
    """The division whose rules are used; empty where the code says it."""
    own_pool: bool = False
    """Whether it is known to pool its fund itself, apart from the prefecture around it."""


def direct_region(province: Region) -> Region:
    """The people insured with the province itself: 甘肃省省直, 广西壮族自治区区直."""
    name, said = ("区直", "qu zhi") if province.name.endswith("区") else ("省直", "sheng zhi")
    return Region(code=province.code + DIRECT, name=name, level="direct", pinyin=said)


class RegionTable:
    """Every region by code, with its place in the tree."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._by_code = {region.code: region for region in regions}
        self._around: dict[str, tuple[str, ...]] = {NATION: (NATION,)}
        self._paths: dict[str, tuple[Region, ...]] = {}
        self._children: dict[str, list[Region]] = {}
        for region in self:
            if region.level in DIVISIONS:
                self._children.setdefault(self.parent(region.code), []).append(region)

    def __iter__(self) -> Iterator[Region]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def __getitem__(self, code: str) -> Region:
        """The region with this code; raises KeyError where there is none."""
        return self._by_code[code]

    def children(self, code: str = NATION) -> tuple[Region, ...]:
        """The divisions directly below, in the order of the table; provinces for the nation."""
        return tuple(self._children.get(code, ()))

    def path(self, code: str) -> tuple[Region, ...]:
        """From the province down to the region itself."""
        path = self._paths.get(code)
        if path is None:
            inherited = self.inheritance(code)[:-1]
            path = self._paths[code] = tuple(self._by_code[area] for area in reversed(inherited))
        return path

    def full_name(self, code: str) -> str:
        """The names along the path in one word: 吉林省长春市朝阳区; 全国 for the nation."""
        return "".join(region.name for region in self.path(code)) or "全国"

    def inheritance(self, code: str) -> tuple[str, ...]:
        """The areas whose rules may answer for this one, nearest first, the nation last."""
        around = self._around.get(code)
        if around is None:
            around = self._around[code] = (code, *self.inheritance(self.parent(code)))
        return around

    def division(self, code: str) -> str:
        """The area itself, or for a zone or a town the division whose rules are used."""
        return next(
            area
            for area in self.inheritance(code)
            if area == NATION or self._by_code[area].level in DIVISIONS
        )

    def pooling_area(self, code: str) -> str | None:
        """The area that pools the fund (统筹地区): the prefecture, or what stands in its place.

        Municipalities pool as a whole, counties directly under a province and whatever is known
        to have a pool of its own by themselves, and a province's own insured people with the
        province. None for a whole province or the nation, which say too little.
        """
        path = self.path(code)
        for region in path:
            if region.own_pool:
                return region.code
        if path and path[0].name.endswith("市"):
            return path[0].code
        return path[1].code if len(path) > 1 else None

    def is_of_another_pool(self, code: str, area: str) -> bool:
        """Whether a place with a pool of its own would follow a rule made for another pool."""
        pool = self.pooling_area(code)
        if pool is None or not self._by_code[pool].own_pool:
            return False
        around = self.inheritance(pool)[1:]
        return area in around and self.pooling_area(area) is not None

    def parent(self, code: str) -> str:
        """The code of the area directly around this one, whether the table holds it or not."""
        if code.endswith("0000"):
            return NATION
        known = self._by_code.get(code)
        if known is not None and known.within:
            return known.within
        prefecture = code[:4] + "00"
        if code != prefecture and prefecture in self._by_code:
            return prefecture
        return code[:2] + "0000"


def with_direct(table: RegionTable, areas: Iterable[str]) -> RegionTable:
    """The table, with 省直 added wherever one of the areas is the people of a province itself."""
    provinces = {a.removesuffix(DIRECT) for a in areas if a.endswith(DIRECT) and a not in table}
    direct = [direct_region(table[code]) for code in sorted(provinces) if code in table]
    return RegionTable([*table, *direct]) if direct else table
