"""What a form would give to a sample visitor, while it is still being filled in."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from yibao.policy.office.edits import enter
from yibao.policy.office.office_file import OfficeFile
from yibao.policy.store import PolicyStore
from yibao.presenters.desk.desk_form import read_desk_form
from yibao.presenters.desk.entered import DeskForm
from yibao.presenters.desk.samples import preview

NOTHING_YET = ("填好要划（交）多少，这里马上显示一位来访者会得到什么。",)
UNTOLD = ("document", "issuer")


def form_preview(form: DeskForm, below: PolicyStore, today: date) -> Sequence[str]:
    """The preview of what is typed so far, whether or not its source and dates stand there yet."""
    day = today.isoformat()
    blank = {
        **dict.fromkeys(UNTOLD, "…"),
        "start": f"{today.year}-01-01",
        "end": f"{today.year}-12-31" if form.kind == "resident_premium" else "",
        "issued": day,
        "confirmed": day,
    }
    typed = {name: getattr(form, name).strip() or text for name, text in blank.items()}
    reading = read_desk_form(msgspec.structs.replace(form, **typed), below, OfficeFile(), today)
    if reading.rule is None or reading.reference is None:
        return NOTHING_YET
    at = datetime.combine(today, datetime.min.time())
    own = enter(OfficeFile(), reading.rule, [reading.reference], at)
    return tuple(preview(reading.rule, below.under(own.layer("user")), below, today))
