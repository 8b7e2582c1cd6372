"""Places as they are listed, and what is said where a name does not settle on one."""

from collections.abc import Iterator, Sequence

from yibao.policy.places.region_search import Hit
from yibao.policy.places.regions import Region, RegionTable


def place_text(regions: RegionTable, code: str) -> str:
    """The full path; a zone or a town with the place whose rules are used instead."""
    division = regions.division(code)
    name = regions.full_name(division)
    return name if division == code else f"{regions[code].name}（按{name}查）"


def hit_text(regions: RegionTable, hit: Hit) -> str:
    """The place, and the former name or code where it was found by one."""
    code = f"代码 {hit.former_code}" if hit.former_code else ""
    former = "，".join(filter(None, (hit.former_name, code)))
    name = place_text(regions, hit.region.code)
    if hit.region.level == "direct":
        return f"{name}（医保由{hit.region.name[0]}里直接管的单位）"
    return f"{name}（原{former}）" if former else name


def found_text(regions: RegionTable, hits: Sequence[Hit]) -> str:
    """What a search came to, to be heard: how many places, and the one that Enter takes."""
    return f"查到 {len(hits)} 个地方，按回车选{hit_text(regions, hits[0])}。"


def not_settled(name: str, candidates: Sequence[Region]) -> str:
    """Why a name given for a region cannot be used, and what to do."""
    if not name.strip():
        return "请选择参保地区。"
    if not candidates:
        return "没有找到这个地方，请写地名、拼音、拼音首字母或者六位区划代码。"
    return "这个名字对得上不止一个地方，或者没有写全，请从候选里选一个。"


def nothing_found(typed: str) -> str:
    """That nothing was found, and how to type where an input method may have got in the way."""
    hint = "" if typed.isascii() else "输入法打出了别的字？按 Enter 直接选拼音字母。"
    return not_settled(typed, ()) + hint


def another_pool(regions: RegionTable, region: str, area: str) -> Iterator[str]:
    """That a place with a pool of its own is answered by the rule of the pool around it."""
    if regions.is_of_another_pool(region, area):
        pool = regions[regions.pooling_area(region) or region].name
        whose = regions.full_name(area)
        yield f"{pool}的医保自己统筹，这里用的是{whose}的规定，不一定相同。"
