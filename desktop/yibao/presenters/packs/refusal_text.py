"""Why a pack is not taken, in words for a clerk, and what to do."""

from collections.abc import Mapping

from yibao.policy.pack.refusal import PackRefusedError, RefusalKind
from yibao.presenters.script.problem_text import problem_text

SENTENCES: Mapping[RefusalKind, str] = {
    "no_root": (
        "这一版没有验签名的凭据（信任根），不收更新包。\n"
        "要用的话，请告诉管理员换装能收的一版。查询照常。"
    ),
    "no_library": "这个程序缺少核对签名的部件，不能导入更新包。请重新安装程序；查询照常。",
    "no_pack": "这里没有更新包。请插好优盘，选更新包所在的文件夹。",
    "forged": (
        "签名不对：不是发布单位签的，或者签名的人不够。没有导入。请不要用，先问清楚是从哪里来的。"
    ),
    "older": "比已经导入过的旧，或者是几个更新包混在了一起。没有导入。请要最新的一份。",
    "expired": (
        "已经过了可以导入的日期。没有导入，现有的规定照常用。请要最新的一份；"
        "要是这台电脑的日期不对，请先把日期改好。"
    ),
    "clock": ("这台电脑的日期比规定的日期还早，多半是时钟不准。没有导入。请先把日期改好，再导入。"),
    "incomplete": "缺了文件，可能没有拷完。没有导入。请重新拷一份。",
    "altered": "有文件被改过，或者拷坏了。没有导入。请重新拷一份。",
    "too_large": "有文件比说好的大，多半不是原来的。没有导入。请重新拷一份。",
    "damaged": "有文件坏了，读不出来。没有导入。请重新拷一份。",
    "outside": "有文件指到了别的地方。没有导入。请不要用，先问清楚是从哪里来的。",
    "crossed": "里面有的规定（{}）不是有权的单位签的。没有导入。请告诉发布更新包的单位。",
    "faulty": "里面的规定有 {count} 处不对。整包没有导入。请告诉发布更新包的单位。第一处：{}",
    "newer": "要更新版本的程序才能读。没有导入。请先更新程序。",
    "stick_gone": "读到一半读不下去了，优盘可能拔掉了或者坏了。没有导入。请插好再试。",
    "not_kept": "没有存下来，可能磁盘满了。原来的规定都还在。请腾出地方再试。",
    "no_right": ("您没有权限写这个文件夹。原来的规定都还在。给整台电脑导入要管理员来做。"),
    "busy": "别的程序正在导入或者刚导入过。这次没有导入。请再试一次。",
    "cancelled": "已经取消，没有导入。原来的规定都还在。",
    "nothing_before": "没有可以退回的更新包。",
}


def refusal_text(refused: PackRefusedError) -> str:
    """What is wrong, and what to do."""
    told = SENTENCES[refused.kind]
    first = problem_text(refused.problems[0]) if refused.problems else refused.found
    return told.format(first, count=len(refused.problems))
