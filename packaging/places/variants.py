"""Characters that are read as the ones in our names: traditional ones, and radicals of PDFs."""

import unicodedata
from pathlib import Path

TARGET = Path("desktop/yibao/policy/places/variants.py")
HEAD = '''"""Characters that stand for others in names, each before the one that it stands for.

Traditional and old characters and the radicals that programs write into PDFs, as far as they
occur in names of places; made by packaging/make_regions.py.
"""

VARIANTS = (
'''
A_LINE = 80
# Radicals to which Unicode gives no compatible character: each before the one it looks like.
RADICALS = (
    "⺀冫⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛无⺜日⺝月⺞歹"
    "⺠民⺡氵⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺳罓⺴罒⺵网⺶羊⺷羊⺸羊"
    "⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸"
    "⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐"
    "⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)


def write_variants(simplified: dict[str, list[str]], names: str, root: Path) -> None:
    """Write the module with what leads to the characters of the names."""
    ours = set(names)
    pairs = {
        old: next((new for new in known if new in ours), "") for old, known in simplified.items()
    }
    pairs |= dict(zip(RADICALS[::2], RADICALS[1::2], strict=True))
    text = "".join(
        old + new
        for old, new in sorted(pairs.items())
        if old not in ours and new in ours and unicodedata.normalize("NFKC", old) == old
    )
    lines = [f'    "{text[at : at + A_LINE]}"\n' for at in range(0, len(text), A_LINE)]
    (root / TARGET).write_text(f"{HEAD}{''.join(lines)})\n", encoding="utf-8")
