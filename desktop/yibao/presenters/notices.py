"""What the program says of itself; it needs nothing else, so that it can be said first."""

TITLE = "医保窗口助手"
DISCLAIMER = "仅供参考，以当地医保部门为准（12393）。"
SITE = "https://fuwu.nhsa.gov.cn"
SITE_NAME = "国家医保服务平台"
PLACE = "参保地区"
NO_PLACE = "还没有选地区"
WHICH_PLACE = (
    "选办医保退休手续的那个地方；没退休的，选现在交医保的地方。户口、住处、养老金从哪里发，都不算。"
)
WHICH_PLACE_AGAIN = "选办医保退休手续（或在交医保）的地方。"
NO_CHINESE = (
    "这台电脑的输入法在这里打不了汉字。请打拼音、首字母（如 bjcy）或代码，也可以按省市县查找。"
)
PICK_FIRST = ("请先选定参保地区", "在查到的地方里点一个，或者按回车选第一个。")
WELCOME = (
    "先选参保地区",
    "在左边打地名，或者拼音首字母（如 bjcy），按回车。\n"
    "再填年龄（如 71），答案和理由马上出现在这里。",
)
PICK_OTHER = "再选一个地方，同一个人在两边各拿多少，马上就能比出来。"
ANSWER_FIRST = "先把左边填好，有了答案再来比。"
NO_STORE = ("规则库读不出来，现在不能回答", "请重新安装程序，或者找维护人员。")
NO_ANSWER = ("这一次没有算出来", "程序出了点问题，请看弹出的说明。")
STORE_BROKEN = "程序自带的规则库读不出来，请重新安装，或者把这句话发给维护人员：{}"
GUIDES_BROKEN = "办事指南读不出来，请重新安装。答案不受影响。{}"
SETTINGS_TROUBLE = {
    "damaged": "设置文件坏了，已经改名为“{}”留着，这次用上一次存好的或者默认的设置。",
    "unreadable": "设置文件“{}”打不开，这次用默认设置。",
    "no_home": "这台电脑没有您的个人文件夹，这次用默认设置，改了的设置也留不到下次，不影响查询。",
}
SETTINGS_NOT_KEPT = "设置没能存下来（磁盘满了或者没有权限），不影响查询。"
NO_PICTURE = "图片存不到 {}。"
NO_SUCH_PLACE = "没有“{}”这个地方，请在左边重新选。"
NO_FONT = "这台电脑没有中文字体，程序自带的字体也找不到，文字可能显示成方块。请重新安装程序。"
ALREADY_RUNNING = "医保窗口助手已经开着，但是没有回应。请先关掉它再打开。"
PDF_NAME = "医保答案.pdf"
NO_PRINTER = "这台电脑没有装打印机。可以先存成 PDF，拿到别的电脑上打印。"
NOT_PRINTED = "没有打印出来，打印机可能没开机、缺纸或者断线了。可以先存成 PDF。"
PRINTED = "已经送去打印。"
SAVED = "已经存好：{}"
REPLACE = "“{}”已经有了，要换成新的吗？"
REPLACE_IT = "换成新的"
OTHER_NAME = "另起名字"
NAME_TOO_LONG = "这个名字太长，存不了，请取短一点再存。"
NOT_SAVED = "“{}”没有存下来，可能磁盘满了或者没有权限，请换个地方再存。"
CRASH_TITLE = "程序出了点问题"
CRASH = "刚才那一步没有做成。您填的内容还在，可以接着用；要是老出问题，请关掉重新打开。"
NOT_STARTED = "程序没能打开。请再打开一次；要是还不行，请重新安装。"
CRASH_REPORT = "下面是出错的位置，里面没有任何个人信息。可以复制下来发给维护人员。"
