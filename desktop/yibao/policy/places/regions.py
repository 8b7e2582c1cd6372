"""The divisions of the mainland, and who lies inside whom."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from msgspec import Meta

from yibao.policy.terms import DIRECT, NATION, AreaCode, PolicyRecord, Text

RegionLevel = Literal["province", "direct", "prefecture", "county"]


class Region(PolicyRecord, frozen=True):
    """A province, prefecture or county, or a province's own insured people (省直, `direct`)."""

    code: AreaCode
    name: Text
    level: RegionLevel
    pinyin: str
    """Reading without tones, a space between the syllables: "chao yang qu"."""
    initials: Annotated[str, Meta(pattern="^[a-z]+$")]
    aliases: tuple[str, ...] = ()
    """The short name, if there is one, and after it the former names."""
    former_readings: tuple[str, ...] = ()
    """The reading of each former name."""

    @property
    def former_names(self) -> tuple[str, ...]:
        """The names that the place bore before, and people still say."""
        return self.aliases[len(self.aliases) - len(self.former_readings) :]

    @property
    def short_names(self) -> tuple[str, ...]:
        """The name as people say it, without its ending, if that is long enough to be one."""
        return self.aliases[: len(self.aliases) - len(self.former_readings)]


def direct_region(province: Region) -> Region:
    """The people insured with the province itself: 甘肃省省直, 广西壮族自治区区直."""
    name, said = ("区直", "qu zhi") if province.name.endswith("区") else ("省直", "sheng zhi")
    initials = "".join(syllable[0] for syllable in said.split())
    return Region(
        code=province.code + DIRECT,
        name=name,
        level="direct",
        pinyin=said,
        initials=initials,
    )


class RegionTable:
    """Every region by code, with its place in the tree."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._by_code = {region.code: region for region in regions}
        self._around: dict[str, tuple[str, ...]] = {NATION: (NATION,)}
        self._children: dict[str, list[Region]] = {}
        for region in self:
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
        """What lies directly below, in the order of the table; provinces for the nation."""
        return tuple(self._children.get(code, ()))

    def path(self, code: str) -> tuple[Region, ...]:
        """From the province down to the region itself."""
        inherited = self.inheritance(code)[:-1]
        return tuple(self._by_code[area] for area in reversed(inherited))

    def full_name(self, code: str) -> str:
        """The names along the path in one word: 吉林省长春市朝阳区; 全国 for the nation."""
        return "".join(region.name for region in self.path(code)) or "全国"

    def inheritance(self, code: str) -> tuple[str, ...]:
        """The areas whose rules may answer for this one, nearest first, the nation last."""
        around = self._around.get(code)
        if around is None:
            around = self._around[code] = (code, *self.inheritance(self.parent(code)))
        return around

    def pooling_area(self, code: str) -> str | None:
        """The area that pools the fund (统筹地区): the prefecture, or what stands in its place.

        Municipalities pool as a whole, counties directly under a province by themselves, and a
        province's own insured people with the province. None for a whole province or the nation,
        which say too little.
        """
        path = self.path(code)
        if path and path[0].name.endswith("市"):
            return path[0].code
        return path[1].code if len(path) > 1 else None

    def parent(self, code: str) -> str:
        """The code of the area directly around this one, whether the table holds it or not."""
        if code.endswith("0000"):
            return NATION
        prefecture = code[:4] + "00"
        if code != prefecture and prefecture in self._by_code:
            return prefecture
        return code[:2] + "0000"
