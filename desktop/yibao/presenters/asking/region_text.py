"""Places as they are listed, and what is said where a name does not settle on one."""

from collections.abc import Sequence

from yibao.policy.places.region_search import Hit
from yibao.policy.places.regions import Region, RegionTable


def hit_text(regions: RegionTable, hit: Hit) -> str:
    """The full path, and the former name where the place was found by it."""
    name = regions.full_name(hit.region.code)
    return f"{name}（原{hit.former_name}）" if hit.former_name else name


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
