"""What is said of a roster as a whole, and of a row that cannot be answered."""

from collections.abc import Mapping, Sequence

from yibao.presenters import words
from yibao.presenters.asking.inquiry_form import Field

NO_FILE = "“{}”打不开：没有这个文件，或者没有权限，或者正在别的程序里开着。请核对，关掉再试。"
TOO_LARGE = "“{}”有 {} MB，太大了，最多 {} MB。请拆成几个文件。"
TOO_MANY_ROWS = "“{}”超过 {} 行，一张表放不下。请拆成几个文件。"
TOO_MANY_COLUMNS = "“{}”有 {} 列，不像名单，最多 {} 列。请删掉用不着的列和表格外面多出来的格子。"
NO_HEADINGS = "“{}”里没有找到表头。表头那一行要有“年龄”“出生日期”“身份”“地区”这样的名字。"
NOT_TEXT = "“{}”不是文本表格，或者文字的编码认不出来。请在 Excel 或 WPS 里另存为 xlsx 再试。"
NOT_A_TABLE = "“{}”不是能读的表格，或者坏了。请在 Excel 或 WPS 里打开，另存为 xlsx 再试。"
LOCKED = "“{}”设了打开密码。请去掉密码另存一份再试。"
ODD_CELL = (
    "“{}”里有一格太长，或者引号不成对，看不出一行到哪里为止，没有读。"
    "请在 Excel 或 WPS 里核对，另存为 xlsx 再试。"
)
SPOILT = (
    "“{}”读不下去：表格坏了，或者太大（比如最右边、最下面的格子里有东西）。"
    "请把名单复制到新表格里再试。"
)
TOO_SLOW = "“{}”读得太久，已经停下。请把名单复制到新表格里再试，或者拆成几个文件。"
NOT_STARTED = (
    "读名单的那一部分程序没有起来：可能被杀毒软件拦住了，或者内存不够。"
    "请关掉用不着的程序再试；还不行，请维护电脑的人放行。"
)
STOPPED = "已经停下，没有存任何东西。"
SAME_FILE = "结果不能写回原来的文件，请换个名字。"
OTHER_KIND = "结果要存成 .xlsx 或者 .csv，请改一下名字。"
NOT_SAVED = (
    "“{}”没有存下来：可能正在 Excel 或 WPS 里开着（请先关掉），"
    "或者没有那个文件夹、磁盘满了、没有权限。"
)
ODD_NAME = "文件名里有认不出来的字，请改一个名字再试。"
OPEN_ELSEWHERE = "“{}”正在别的程序里开着，请先关掉再存。"
OTHER_SHEETS = "这个文件有 {} 张表，只查了“{}”。"
ANSWERED_BEFORE = "这份名单像是查过一次：原来的“结果”等列照抄，这次算的写在最右边。"
TWICE = "“{}”有两列，用了前面的一列。"
NO_STATUS = "没有“身份”这一列，都当作已经退休的人查。"
NO_REGION = "没有“地区”这一列：请在名单里加上，或者先选好地区，再来查。"
ONE_REGION = "没有写地区的，都按{}查。"

TOTAL = "这一行像是合计，没有当成人来查。"
NO_REGION_HERE = "没有写参保地区，请写地名或者六位区划代码。"
REGION_UNKNOWN = "没有找到“{}”这个地方，请写地名或者六位区划代码。"
REGION_OPEN = "“{}”对得上不止一个地方（{}），请写全，或者写六位区划代码。"
MORE_PLACES = "等 {} 个"
CHOICE_EMPTY = "“{}”空着，请填：{}。"
CHOICE_UNKNOWN = "{}“{}”认不出来，请填：{}。"
TWO_DIGIT_YEAR = "“{}”的年份只有两位，看不出是哪一年，请写四位，比如 1955-12-20。"
JANUARY_OR_OCTOBER = "“{0}”看不出是 {1} 年 1 月还是 10 月，请写成 {1}-01 或者 {1}-10。"
IN_FIELD = "{}：{}"

HEADED: Mapping[Field, str] = {
    "region": "地区",
    "status": "身份",
    "pension": "养老金",
    "average_pension": "平均养老金",
}
"""What the columns are called that have another name than the fields of the form."""


def column_name(field: Field) -> str:
    """The heading that a column of this kind is best given."""
    return HEADED.get(field) or words.FIELDS[field]


def candidates(places: Sequence[str], shown: int = 4) -> str:
    """北京市朝阳区、吉林省长春市朝阳区等 5 个"""
    more = MORE_PLACES.format(len(places)) if len(places) > shown else ""
    return "、".join(places[:shown]) + more
