"""Places that are no divisions, but where people say that they are insured.

Development zones with a code of their own and the towns of cities without counties come from the
two public lists, new areas from a list by hand. Each follows the division that pools the fund.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from places.short_names import short_name
from places.sources import CITIES_OF_TOWNS, Sources

OWN_POOLS = {"320576", "610403"}
"""苏州工业园区 and 杨陵区 (杨凌示范区): known to pool the fund themselves."""
NO_NAME = re.compile("^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$")
OF_TOWNS = re.compile("(?<=..)(?:镇|街道)$")
FOREST_DISTRICTS = "2327"
"""大兴安岭, where 加格达奇 and three more are districts in all but name."""
OFFICE = re.compile("(?:管委会|行政委员会)$")
SAID = (
    (re.compile("(?:高新技术产业|高新技术|火炬高技术产业)(?:开发区|园区)$"), ("高新区",)),
    (re.compile("经济技术开发区$"), ("经开区", "开发区")),
    (re.compile("经济开发区$"), ("经开区", "开发区")),
    (re.compile("(?:经济综合|综合)?实验区$"), ("",)),
    (re.compile("城乡一体化示范区$"), ("示范区",)),
)
EVERYDAY = {
    "洋浦经济开发区": ("洋浦",),
    "大柴旦行政委员会": ("大柴旦行委",),
    "乌拉盖管理区管委会": ("乌拉盖",),
    "五台山风景名胜区": ("五台山景区",),
    "中沙群岛的岛礁及其海域": ("中沙群岛",),
}
NOT_ZONES = {"620201": "620200"}
"""A code of the lists that stands for a whole city."""
# Names of the list of 2018 that mean the same zone or town as another name of 2023.
SAME = {
    "320571": "320576",
    "442000102": "442000007",
    "442000104": "442000118",
    "442000113": "442000008",
}

# Name, divisions whose rules may be meant, and what else people say. A zone in two cities is
# offered for both. The part of the code behind the division's is the name's own.
NEW_AREAS = (
    ("雄安新区", "xiongan", "130600", "河北雄安新区 雄安"),
    ("正定新区", "zhengding", "130100", ""),
    ("曹妃甸新区", "caofeidian", "130209", ""),
    ("沈抚改革创新示范区", "shenfu", "210100 210400", "沈抚示范区 沈抚新区 沈抚"),
    ("大连金普新区", "jinpu", "210213", "金普新区 金普 大连开发区 大连经济技术开发区"),
    ("大连高新技术产业园区", "dalian-gaoxin", "210200", "大连高新区"),
    ("大连长兴岛经济区", "changxingdao", "210200", "长兴岛 长兴岛经济区"),
    ("辽东湾新区", "liaodongwan", "211100", "盘锦辽东湾新区 辽东湾"),
    ("锦州滨海新区", "jinzhou-binhai", "210700", "锦州经济技术开发区 锦州经开区"),
    ("长春新区", "changchun", "220100", ""),
    (
        "长白山保护开发区",
        "changbaishan",
        "222400 220600",
        "长白山管委会 长白山 池北区 池西区 池南区",
    ),
    ("哈尔滨新区", "haerbin", "230100", ""),
    ("临港新片区", "lingang", "310115", "上海临港 临港新城 临港 上海自贸区临港新片区"),
    ("江北新区", "jiangbei", "320100", "南京江北新区"),
    ("南京经济技术开发区", "nanjing-jingkai", "320100", "南京经开区"),
    ("无锡经济开发区", "wuxi-jingkai", "320200", "无锡经开区"),
    ("苏州高新区", "suzhou-gaoxin", "320505", "苏州新区 苏州高新技术产业开发区"),
    ("常州经济开发区", "changzhou-jingkai", "320400", "常州经开区"),
    ("舟山群岛新区", "zhoushan", "330900", "浙江舟山群岛新区 舟山新区"),
    ("前湾新区", "qianwan", "330200", "宁波前湾新区 宁波杭州湾新区 杭州湾新区"),
    ("宁波高新技术产业开发区", "ningbo-gaoxin", "330200", "宁波高新区"),
    ("东钱湖旅游度假区", "dongqianhu", "330200", "东钱湖 宁波东钱湖"),
    ("福州新区", "fuzhou", "350100", ""),
    ("平潭综合实验区", "pingtan", "350128", "平潭实验区"),
    ("湄洲岛", "meizhou", "350300", "湄洲岛国家旅游度假区"),
    ("泉州台商投资区", "taishang", "350500", "泉州台商区"),
    ("古雷港经济开发区", "gulei", "350600", "古雷 漳州古雷"),
    ("赣江新区", "ganjiang", "360100 360400", "江西赣江新区"),
    ("青岛西海岸新区", "xihaian", "370211", "西海岸新区 西海岸 青岛西海岸"),
    ("济南新旧动能转换起步区", "qibu", "370100", "济南起步区 起步区"),
    ("莱芜高新技术产业开发区", "laiwu-gaoxin", "370116", "莱芜高新区"),
    ("郑东新区", "zhengdong", "410100", "郑州郑东新区 郑东"),
    ("武汉东湖新技术开发区", "donghu", "420100", "东湖高新区 武汉东湖高新区 光谷 武汉光谷"),
    ("武汉经济技术开发区", "wuhan-jingkai", "420100", "武汉经开区 车谷 沌口"),
    ("湘江新区", "xiangjiang", "430100", "湖南湘江新区 长沙湘江新区"),
    ("南湖新区", "nanhu", "430600", "岳阳南湖新区"),
    ("城陵矶新港区", "chenglingji", "430600", "城陵矶"),
    ("柳叶湖旅游度假区", "liuyehu", "430700", "柳叶湖 常德柳叶湖"),
    ("南沙新区", "nansha", "440115", "广州南沙新区 广州南沙"),
    ("深汕特别合作区", "shenshan", "440300", "深汕 深汕合作区 深圳深汕"),
    ("大鹏新区", "dapeng", "440300", "大鹏 深圳大鹏"),
    ("前海深港现代服务业合作区", "qianhai", "440300", "前海 前海合作区 深圳前海"),
    ("横琴粤澳深度合作区", "hengqin", "440400", "横琴 横琴新区 横琴合作区 珠海横琴"),
    ("大亚湾经济技术开发区", "dayawan", "441300", "大亚湾 大亚湾区 惠州大亚湾"),
    ("仲恺高新技术产业开发区", "zhongkai", "441300", "仲恺 仲恺高新区 惠州仲恺"),
    ("五象新区", "wuxiang", "450100", "南宁五象新区"),
    ("江东新区", "jiangdong", "460100", "海口江东新区"),
    ("重庆高新技术产业开发区", "gaoxin", "500000", "重庆高新区 西部科学城"),
    ("重庆经济技术开发区", "jingkai", "500000", "重庆经开区"),
    ("万盛经济技术开发区", "wansheng", "500110", "万盛经开区"),
    ("天府新区", "tianfu", "510100 511400", "四川天府新区 成都天府新区 天府"),
    ("成都高新技术产业开发区", "chengdu-gaoxin", "510100", "成都高新区"),
    ("成都东部新区", "dongbu", "510100", "东部新区"),
    ("贵安新区", "guian", "520100 520400", "贵州贵安新区 贵安"),
    ("滇中新区", "dianzhong", "530100", "云南滇中新区"),
    ("滇池国家旅游度假区", "dianchi", "530100", "滇池度假区 滇池"),
    ("阳宗海风景名胜区", "yangzonghai", "530100", "阳宗海"),
    (
        "西咸新区",
        "xixian",
        "610100 610400",
        "陕西西咸新区 西咸 秦汉新城 沣东新城 沣西新城 空港新城 泾河新城",
    ),
    ("西安高新技术产业开发区", "xian-gaoxin", "610100", "西安高新区"),
    ("西安经济技术开发区", "xian-jingkai", "610100", "西安经开区"),
    ("曲江新区", "qujiang", "610100", "西安曲江新区 曲江"),
    ("浐灞生态区", "chanba", "610100", "西安浐灞 浐灞 浐灞国际港"),
    ("西安国际港务区", "gangwu", "610100", "国际港务区"),
    ("杨凌示范区", "yangling", "610403", "杨凌农业高新技术产业示范区"),
    ("天津经济技术开发区", "teda", "120116", "天津开发区 泰达 天津经开区"),
    (
        "天津滨海高新技术产业开发区",
        "binhai-gaoxin",
        "120116",
        "滨海高新区 天津滨海高新区 天津高新区",
    ),
    ("天津港保税区", "baoshui", "120116", "天津保税区 空港经济区"),
    ("中新天津生态城", "shengtaicheng", "120116", "天津生态城 中新生态城"),
    ("东疆综合保税区", "dongjiang", "120116", "天津东疆 东疆"),
    ("北京经济技术开发区", "yizhuang", "110115", "亦庄 北京亦庄 亦庄开发区 北京经开区"),
    ("和林格尔新区", "helingeer", "150100", "内蒙古和林格尔新区"),
)


class Zone(NamedTuple):
    """A zone or a town, as it is found by the lists or by hand."""

    code: str
    name: str
    level: str
    within: str
    short: str = ""
    said: tuple[str, ...] = ()
    former: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Names of before with their codes."""
    former_codes: tuple[str, ...] = ()


def zones(sources: Sources, led_on: set[str]) -> Iterator[Zone]:
    """Every zone and town; `led_on` are the former codes of divisions, which are neither."""
    names, older = sources.lists[2023], sources.lists[2018]
    divisions = sources.divisions
    listed = {
        code: name
        for code, name in sorted({**older, **names}.items())
        if not (code in divisions or code in led_on or code in NOT_ZONES or NO_NAME.match(name))
    }
    for code, name in listed.items():
        successor = _successor(code, name, listed, names)
        if successor is None and _around(code, divisions):
            yield _listed(code, sources, _before(code, listed, names, older))
    for name, own, areas, said in NEW_AREAS:
        for area in areas.split():
            city = divisions.get(f"{area[:4]}00") or divisions[f"{area[:2]}0000"]
            also = _without_path(said.split(), name, short_name(city[0]))
            yield Zone(f"{area}-{own}", name, "zone", area, said=also)


def _without_path(said: list[str], name: str, city: str) -> tuple[str, ...]:
    """The names that are no other one behind that of the city: those are found anyway."""
    return tuple(each for each in said if each.removeprefix(city) not in {*said, name} - {each})


def _successor(code: str, name: str, listed: dict[str, str], newer: dict[str, str]) -> str | None:
    """The newer code of what only the older list holds under this one."""
    if code in newer:
        return None
    namesakes = (c for c, n in newer.items() if n == name and c in listed and c[:4] == code[:4])
    return SAME.get(code) or next(namesakes, None)


def _before(
    code: str, listed: dict[str, str], newer: dict[str, str], older: dict[str, str]
) -> dict[str, tuple[str, ...]]:
    """Names of the older list for a zone of today, each with the codes that it had."""
    found: dict[str, tuple[str, ...]] = {}
    for c, name in listed.items():
        if c in older and (c == code or _successor(c, name, listed, newer) == code):
            found[older[c]] = (*found.get(older[c], ()), *((c,) if c != code else ()))
    return found


def _around(code: str, divisions: dict[str, tuple[str, str]]) -> str:
    """The division whose rules a listed code follows; "" where the table holds none."""
    around = next((area for area in (code[:6], f"{code[:4]}00") if area in divisions), "")
    return around if around != code else ""


def _listed(code: str, sources: Sources, before: dict[str, tuple[str, ...]]) -> Zone:
    divisions = sources.divisions
    name = sources.lists[2023].get(code) or sources.lists[2018][code]
    within = _around(code, divisions)
    own_codes = before.pop(name, ())
    if code.startswith(CITIES_OF_TOWNS) and OF_TOWNS.search(name):
        level, short, said = "town", OF_TOWNS.sub("", name), list[str]()
    else:
        level, short = "zone", OFFICE.sub("", name)
        said = _said(name, divisions[within][0], divisions[f"{code[:2]}0000"][0])
    if code.startswith(FOREST_DISTRICTS):
        short, said = short_name(name), []
    return Zone(
        code,
        name,
        level,
        within,
        short if short != name else "",
        (*said, *EVERYDAY.get(name, ())),
        tuple(before.items()),
        own_codes,
    )


def _said(name: str, city: str, province: str) -> list[str]:
    """河北唐山芦台经济开发区 is 芦台经开区, and 石家庄高新技术产业开发区 is 石家庄高新区."""
    place = short_name(city)
    bare = OFFICE.sub("", name).removeprefix(short_name(province))
    own = bare.removeprefix(city).removeprefix(place)
    front = place if _is_general(own) else ""
    forms = [own, *(ending.sub(w, own) for ending, words in SAID for w in words)]
    return [each for f in dict.fromkeys(forms) if (each := front + f) != name]


def _is_general(own: str) -> bool:
    """Whether so many zones are called so that the name says nothing without the city's."""
    bare = re.sub(
        "经济|高新|技术|产业|综合|保税|火炬|高技术|开发|工业|示范|管理|城乡|一体化|新|滨湖|临?港|园|区",
        "",
        own,
    )
    return len(bare) < 2
