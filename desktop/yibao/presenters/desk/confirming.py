"""今天核实过，没有变: a figure that holds as it did, by a source more."""

from datetime import date, datetime

import msgspec

from yibao.policy.office.edits import confirm, confirmed, remember, with_period
from yibao.policy.office.office_file import OfficeFile
from yibao.presenters.desk.desk_form import source_of
from yibao.presenters.desk.desk_list import DeskRow


def confirm_again(
    file: OfficeFile,
    row: DeskRow,
    *,
    document: str,
    issuer: str,
    on: date,
    at: datetime,
) -> OfficeFile:
    """The office's file with the period of a row confirmed on a day.

    A period that the program brings is taken over as it is, and confirmed there; raises
    NoSuchPeriodError for one of the office's that is no longer in the file.
    """
    source = source_of(document, issuer, on)
    if row.layer == "office":
        return confirm(file, row.rule_id, row.start_date, (on, source), at)
    taken = msgspec.structs.replace(confirmed(row.period, on, source), after_gap=False)
    own = msgspec.structs.replace(row.rule, periods=(taken,))
    return remember(with_period(file, own, [source]), "confirmed", own, row.start_date, at)
