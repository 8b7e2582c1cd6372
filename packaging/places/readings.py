"""Readings of names, with those corrected that a dictionary gets wrong."""

import re

from pypinyin import lazy_pinyin

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
    "万柏林": "wan bai lin",
    "盘": "pan",
    "省": "sheng",
    "厦": "xia",
}


def reading(name: str) -> str:
    """Pinyin without tones, a space between the syllables; letters are read one by one."""
    syllables = [s for part in re.findall("[a-zA-Z]|[^a-zA-Z]+", name) for s in _syllables(part)]
    for piece, said in sorted(READINGS.items(), key=lambda item: len(item[0])):
        for at in (found.start() for found in re.finditer(piece, name)):
            syllables[at : at + len(piece)] = said.split()
    return " ".join(syllables)


def _syllables(part: str) -> list[str]:
    return [part.lower()] if part.isascii() else lazy_pinyin(part, v_to_u=False)


def reading_within(short: str, name: str, whole: str) -> str:
    """The reading of a short form whose characters stand in a name in the same order.

    What the place itself calls the name decides, and not the dictionary; a form with other
    characters is read by itself.
    """
    syllables, found, at = whole.split(), [], 0
    for character in short:
        at = name.find(character, at)
        if at < 0:
            return reading(short)
        found.append(syllables[at])
        at += 1
    return " ".join(found)
