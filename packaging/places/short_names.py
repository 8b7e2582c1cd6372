"""Names as people say them: short ones by rule, everyday ones by rule and by hand."""

import re
from collections.abc import Iterator

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
AUTONOMOUS = re.compile(f"^(?P<place>.+?)(?:(?:{PEOPLES})族|{WITHOUT_ZU})*自治(?P<kind>[州县旗])$")
PEOPLES_DISTRICT = re.compile(f"(?:{PEOPLES})族区$")
PLAIN_ENDING = re.compile(
    "(?:(?<=滨海)新区|(?<=沈北)新区|(?<=浦东)新区|(?<=两江)新区|(?<=神农架)林区|(?<=六枝)特区"
    "|(?<=白云鄂博)矿区|地区|[省市区县盟])$"
)
BANNER = re.compile("(?<=..)(?<![前中后左右])旗$")

# What no rule finds. The same name may stand for two places: both are then offered.
EVERYDAY = {
    "内蒙古自治区": ("内蒙",),
    "博尔塔拉蒙古自治州": ("博州", "博尔塔拉州"),
    "巴音郭楞蒙古自治州": ("巴州", "巴音郭楞州"),
    "克孜勒苏柯尔克孜自治州": ("克州", "克孜勒苏州"),
    "西双版纳傣族自治州": ("版纳", "版纳州"),
    "锡林郭勒盟": ("锡盟",),
    "阿拉善盟": ("阿盟",),
    "莫力达瓦达斡尔族自治旗": ("莫旗",),
    "鄂温克族自治旗": ("鄂温克族旗",),
    "达尔罕茂明安联合旗": ("达茂旗", "达茂", "达茂联合旗"),
    "土默特左旗": ("土左旗", "土左"),
    "土默特右旗": ("土右旗", "土右"),
    "阿鲁科尔沁旗": ("阿旗",),
    "克什克腾旗": ("克旗",),
    "翁牛特旗": ("翁旗",),
    "喀喇沁旗": ("喀旗",),
    "敖汉旗": ("敖旗",),
    "科尔沁左翼中旗": ("科左中旗", "左中旗", "左翼中旗"),
    "科尔沁左翼后旗": ("科左后旗", "左后旗", "左翼后旗"),
    "科尔沁右翼前旗": ("科右前旗", "右前旗", "右翼前旗"),
    "科尔沁右翼中旗": ("科右中旗", "右中旗", "右翼中旗"),
    "扎鲁特旗": ("扎旗",),
    "扎赉特旗": ("扎旗",),
    "奈曼旗": ("奈旗",),
    "达拉特旗": ("达旗",),
    "准格尔旗": ("准旗",),
    "鄂托克前旗": ("鄂前旗",),
    "鄂托克旗": ("鄂旗",),
    "鄂伦春自治旗": ("鄂旗",),
    "杭锦旗": ("杭旗",),
    "伊金霍洛旗": ("伊旗", "伊金霍洛"),
    "陈巴尔虎旗": ("陈旗",),
    "新巴尔虎左旗": ("新左旗", "东旗"),
    "新巴尔虎右旗": ("新右旗", "西旗"),
    "乌拉特前旗": ("乌前旗",),
    "乌拉特中旗": ("乌中旗",),
    "乌拉特后旗": ("乌后旗",),
    "杭锦后旗": ("杭后旗", "杭后"),
    "察哈尔右翼前旗": ("察右前旗",),
    "察哈尔右翼中旗": ("察右中旗",),
    "察哈尔右翼后旗": ("察右后旗",),
    "四子王旗": ("四王旗",),
    "阿巴嘎旗": ("阿旗",),
    "苏尼特左旗": ("苏左旗", "东苏旗", "东苏"),
    "苏尼特右旗": ("苏右旗", "西苏旗", "西苏"),
    "东乌珠穆沁旗": ("东乌旗", "东乌"),
    "西乌珠穆沁旗": ("西乌旗", "西乌"),
    "太仆寺旗": ("太旗",),
    "正镶白旗": ("白旗",),
    "正蓝旗": ("蓝旗",),
    "阿拉善左旗": ("阿左旗", "阿左"),
    "阿拉善右旗": ("阿右旗", "阿右"),
    "额济纳旗": ("额旗",),
    "喀喇沁左翼蒙古族自治县": ("喀左", "喀左县"),
    "阜新蒙古族自治县": ("阜蒙", "阜蒙县"),
    "前郭尔罗斯蒙古族自治县": ("前郭", "前郭县"),
    "杜尔伯特蒙古族自治县": ("杜蒙", "杜蒙县"),
    "围场满族蒙古族自治县": ("木兰围场",),
    "肃北蒙古族自治县": ("肃北县",),
    "和布克赛尔蒙古自治县": ("和丰", "和丰县", "和布克赛尔县"),
    "塔什库尔干塔吉克自治县": ("塔县",),
    "察布查尔锡伯自治县": ("察县",),
    "积石山保安族东乡族撒拉族自治县": ("积石山县",),
    "神农架林区": ("神农架区",),
    "杨陵区": ("杨凌", "杨凌区"),
    "乌鲁木齐市": ("乌市",),
    "呼和浩特市": ("呼市",),
    "哈尔滨市": ("哈市",),
    "齐齐哈尔市": ("齐市",),
    "呼伦贝尔盟": ("呼盟",),
    "哲里木盟": ("哲盟",),
    "昭乌达盟": ("昭盟",),
    "伊克昭盟": ("伊盟",),
    "巴彦淖尔盟": ("巴盟",),
    "乌兰察布盟": ("乌盟",),
}


def short_name(name: str) -> str:
    """The beginning of the name that people say (朝阳 of 朝阳区); "" where it is too short."""
    if name in AUTONOMOUS_REGIONS:
        return AUTONOMOUS_REGIONS[name]
    if autonomous := AUTONOMOUS.match(name):
        short = autonomous["place"].removesuffix("族")
    elif name.endswith("旗"):
        short = BANNER.sub("", name)
    else:
        short = PLAIN_ENDING.sub("", PEOPLES_DISTRICT.sub("区", name))
    return short if short != name and len(short) > 1 else ""


def everyday_names(name: str) -> list[str]:
    """What else people say: 恩施州, 丰宁县, 莫旗, 广西省."""
    said = dict.fromkeys((*_by_rule(name), *EVERYDAY.get(name, ())))
    return [each for each in said if each not in (name, short_name(name))]


def _by_rule(name: str) -> Iterator[str]:
    if name in AUTONOMOUS_REGIONS:
        yield f"{AUTONOMOUS_REGIONS[name]}省"
        yield f"{AUTONOMOUS_REGIONS[name]}自治区"
    elif autonomous := AUTONOMOUS.match(name):
        place = autonomous["place"]
        yield place.removesuffix("族") + autonomous["kind"]
        if place.endswith("族"):
            yield place + autonomous["kind"]
    elif PEOPLES_DISTRICT.search(name):
        yield PEOPLES_DISTRICT.sub("区", name)
