"""What a clerk gets back for a list: every row in its order, with its answer or with the reason."""

import os
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from yibao.commands.roster_work import save
from yibao.policy.rules.credit_rules import CreditRule
from yibao.policy.store import PolicyStore
from yibao.presenters.roster.report import summary_text
from yibao.presenters.roster.row_answer import ADDED
from yibao.roster.files.tables import RosterError
from yibao.roster.messages import Request
from yibao.roster.rows import people
from yibao.roster.work import StoppedError, answer_roster, look

Write = Callable[..., Path]
BEIJING = "北京市朝阳区"
DAY = date(2026, 6, 5)
OPEN = "210100"
"""A place whose years depend on the day of the procedure."""


def told(rows: list[list[str]], heading: str) -> list[str]:
    """What stands under a heading."""
    at = next(number for number, row in enumerate(rows) if "结果" in row)
    column = rows[at].index(heading)
    return [row[column] if column < len(row) else "" for row in rows[at + 1 :]]


def test_what_is_added_to_each_row(write: Write, answered: Any) -> None:
    summary, rows = answered(
        write(
            [
                ["姓名", "参保地区", "身份", "年龄", "备注"],
                ["甲", BEIJING, "退休", "71", "=1+1"],
                ["乙", "110105", "已退休", "66.0", "-5"],
            ]
        )
    )

    assert rows[0] == ["姓名", "参保地区", "身份", "年龄", "备注", *ADDED]
    assert rows[1][:8] == ["甲", BEIJING, "退休", "71", "'=1+1", "已算", "107.00", "1284.00"]
    assert rows[2][:7] == ["乙", "110105", "已退休", "66.0", "-5", "已算", "97.00"]
    assert rows[1][8] == "大额医疗互助 3.00 元"
    assert "满 70 岁以后：每月 107.00 元" in told(rows, "下次变化")[1]
    assert "北京市的规定" in told(rows, "规定")[0]
    assert "北京市医疗保障局" in told(rows, "出处")[0]
    assert (summary.rows, summary.counts) == (2, {"answered": 2})
    assert summary.per_month == (Decimal(204), Decimal(204))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_cell_of_several_lines_stays_one_cell(write: Write, answered: Any, end: str) -> None:
    lines = f"糖尿病{end}高血压"
    path = write(
        [
            ["年龄", f"备{end}注", "地区"],
            ["71", lines, BEIJING],
            ["71", lines, BEIJING, lines],
            ["71", "", BEIJING],
        ]
    )

    _, rows = answered(path)

    assert told(rows, "结果") == ["已算"] * 3
    assert [row[1] for row in rows] == [f"备{end}注", lines, lines, ""]
    assert rows[2][-1] == lines


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠"])
def test_nothing_becomes_a_formula(write: Write, answered: Any, mark: str) -> None:
    odd = f"{mark}1+1"
    path = write([["年龄", "地区", odd], ["71", BEIJING, odd], ["71", BEIJING, "无"], [odd]])

    _, rows = answered(path)

    assert [row[2] for row in rows[:3]] == [f"'{odd}", f"'{odd}", "无"]
    assert rows[3][0] == f"'{odd}"


def test_no_row_is_lost_and_the_order_is_kept(write: Write, answered: Any) -> None:
    summary, rows = answered(
        write(
            [
                ["某社区退休人员名单", "", "", ""],
                ["序号", "身份", "出生日期", "地区"],
                ["1", "退休", "1955年12月", BEIJING],
                ["", "", "", ""],
                ["2", "退休", "55-12-20", BEIJING],
                ["3", "退休", "1955.1", BEIJING],
                ["4", "", "1955-01-20", BEIJING],
                ["5", "飞行员", "1955-01-20", BEIJING],
                ["6", "退休", "1955-01-20", "朝阳区"],
                ["7", "退休", "1955-01-20", "没有这里"],
                ["8", "退休", "1955-01-20", ""],
                ["9", "退休", "1955-13-20", BEIJING],
                ["10", "退休", "110105195501200012", BEIJING],
                ["合计", "10 人", "", ""],
            ]
        )
    )

    assert [row[0] for row in rows] == [
        "某社区退休人员名单",
        "序号",
        "1",
        "",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "10",
        "合计",
    ]
    assert len(rows[0]) == len(rows[3]) == 4
    results, why = told(rows, "结果"), told(rows, "提示")
    assert results == ["已算", "", *["未算"] * 10]
    for reason, row in zip(
        [
            "两位",
            "1955-10",
            "空着",
            "飞行员",
            "吉林省长春市朝阳区",
            "没有这里",
            "没有写参保地区",
            "月份",
            "身份证",
            "合计",
        ],
        range(2, 12),
        strict=True,
    ):
        assert reason in why[row]
    assert summary.counts == {"answered": 1, "refused": 10}


@pytest.mark.parametrize(
    "born",
    [
        "1955-12-20",
        "1955.12.20",
        "1955年12月20日",
        "19551220",
        "19551220.0",
        "1955/12/20",
        "1955-12-20 00:00:00",
        "1955/12/20 0:00",
        "1955 年 12 月 20 日",
        "１９５５．１２．２０",
    ],
)
def test_days_of_birth_as_people_write_them(write: Write, answered: Any, born: str) -> None:
    _, rows = answered(write([["生日", "地区"], [born, BEIJING]]))

    assert rows[1][2:4] == ["已算", "107.00"]


@pytest.mark.parametrize(
    ("born", "reason"),
    [
        ("551220", "两位"),
        ("'55.12", "两位"),
        ("５５．１２．２０", "两位"),
        ("1955．1", "1955-10"),
        ("12/20/1955", "请写成 1955-12-20"),
        ("9999-12", "还晚"),
    ],
)
def test_days_of_birth_that_nobody_can_tell(
    write: Write, answered: Any, born: str, reason: str
) -> None:
    _, rows = answered(write([["生日", "地区"], [born, BEIJING]]))

    assert told(rows, "结果") == ["未算"]
    assert reason in told(rows, "提示")[0]


@pytest.mark.parametrize("born", ["1955.12", "1955年12月", "1955-12", "195512"])
def test_months_of_birth(write: Write, answered: Any, born: str) -> None:
    _, rows = answered(write([["出生年月", "地区"], [born, BEIJING]]))

    assert rows[1][2:4] == ["已算", "107.00"]


def test_what_nobody_says_holds_for_all(write: Write, answered: Any) -> None:
    summary, rows = answered(write([["年龄"], ["71"], [""]]), region="110105")

    assert told(rows, "结果") == ["已算", ""]  # an empty line stays one
    assert len(summary.columns.remarks) == 2
    assert "北京市朝阳区" in summary.columns.remarks[0]
    assert "退休" in summary.columns.remarks[1]


def test_both_sides_of_what_is_contested(store: PolicyStore, write: Write, answered: Any) -> None:
    contested = next(
        rule.area
        for rule in store.rules.values()
        for period in rule.periods
        if isinstance(rule, CreditRule)
        and rule.insurance_status == "retired"
        and period.contested
        and period.end_date is None
    )
    _, rows = answered(write([["地区", "年龄", "养老金"], [contested, "66", "3000"]]))

    assert told(rows, "结果") == ["两种说法"]
    assert " 或 " in told(rows, "每月到账")[0]
    assert "另一种说法" in told(rows, "提示")[0]


def test_a_range_has_both_ends(write: Write, answered: Any) -> None:
    summary, rows = answered(
        write(
            [
                ["地区", "年龄", "平均养老金", "出生年月"],
                ["513400", "66", "3700", ""],
                [BEIJING, "", "", "1956-06"],  # 69 until the fifth, or 70
                [BEIJING, "70", "", ""],
                [BEIJING, "70.0", "", ""],
            ]
        )
    )

    assert told(rows, "结果")[:2] == ["范围", "范围"]
    low, high = map(Decimal, told(rows, "每月到账")[0].split(" 到 "))
    assert low < high
    assert told(rows, "每月到账")[1:] == ["97.00 或 107.00", "107.00", "107.00"]
    assert summary.per_month == (low + 97 + 214, high + 107 + 214)


def test_a_month_of_birth_that_a_spreadsheet_keeps_as_a_day(tmp_path: Path, answered: Any) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["出生年月（必填）", "地区"])
    sheet.append([date(1956, 6, 1), BEIJING])  # 1956年6月, typed into a spreadsheet
    sheet.append([date(1956, 6, 2), BEIJING])
    sheet.append(["1956-06-01", BEIJING])
    book.save(tmp_path / "名单.xlsx")
    sheet["A1"] = "出生日期"
    book.save(tmp_path / "日子.xlsx")

    _, months = answered(tmp_path / "名单.xlsx")
    _, days = answered(tmp_path / "日子.xlsx")

    assert told(months, "每月到账") == ["97.00 或 107.00", "107.00", "107.00"]
    assert months[1][0] == "1956-06"
    assert told(days, "每月到账") == ["107.00"] * 3
    answered(tmp_path / "名单.xlsx", "结果.xlsx")
    kept = openpyxl.load_workbook(tmp_path / "结果.xlsx").active["A2"]
    assert kept.value.date() == date(1956, 6, 1)


def test_years_and_retirement_of_those_in_work(write: Write, answered: Any) -> None:
    _, rows = answered(
        write(
            [
                ["地区", "身份", "出生日期", "性别", "累计缴费年限", "实际缴费年限", "缴费基数"],
                [BEIJING, "在职", "1970-06", "男", "20-06", "8", "6000"],
                [BEIJING, "在职", "1980-06-01", "女", "12", "", ""],
                [BEIJING, "退休", "1950-06-01", "男", "12", "12", ""],
            ]
        )
    )

    assert told(rows, "还差月数")[0] == "54"
    assert told(rows, "退休月份")[0] == "2031-11"
    assert " 或 " in told(rows, "退休月份")[1]
    assert told(rows, "还差月数")[2] == "156"
    assert "补够以后" in told(rows, "提示")[2]


def test_changes_only_up_to_a_month(write: Write, answered: Any) -> None:
    path = write([["地区", "出生日期"], [BEIJING, "1956-08-01"], [BEIJING, "1960-08-01"]])
    ages = write([["地区", "年龄"], [BEIJING, "69"], [BEIJING, "60"]], name="年龄.csv")

    summary, rows = answered(path, until=date(2026, 12, 1))
    assert [bool(text) for text in told(rows, "下次变化")] == [True, False]
    assert summary.changes == {"2026-08": 1}
    _, rows = answered(ages, until=date(2026, 12, 1))
    assert [bool(text) for text in told(rows, "下次变化")] == [True, False]


def test_merged_headings(write: Write, answered: Any) -> None:
    summary, rows = answered(
        write(
            [
                ["名单", "", "", ""],
                ["姓名", "地区", "个人情况", ""],
                ["", "", "年龄", "性别"],
                ["甲", BEIJING, "71", "男"],
                ["乙", BEIJING, "71", "x"],
            ]
        )
    )

    assert summary.columns.names == ("姓名", "地区", "年龄", "性别")
    assert told(rows, "结果") == ["已算", "未算"]


def test_a_column_that_comes_twice_and_rows_of_other_lengths(write: Write, answered: Any) -> None:
    summary, rows = answered(
        write([["年龄", "地区", "周岁"], ["71", BEIJING], ["71", BEIJING, "1", "多的", "=2"]])
    )

    assert any("两列" in remark for remark in summary.columns.remarks)
    assert told(rows, "每月到账") == ["107.00", "107.00"]
    assert rows[2][-2:] == ["多的", "'=2"]


def test_a_roster_that_was_answered_before(write: Write, answered: Any, tmp_path: Path) -> None:
    once, first = answered(write([["年龄", "地区"], ["71", BEIJING]]), "一.csv")
    again, second = answered(tmp_path / "一.csv", "二.csv")

    assert second[0] == ["年龄", "地区", *ADDED, *ADDED]
    assert second[1] == [*first[1], *first[1][2:]]
    assert any("查过一次" in remark for remark in again.columns.remarks)
    assert not any("查过一次" in remark for remark in once.columns.remarks)


def test_columns_may_be_chosen_otherwise(write: Write, answered: Any) -> None:
    path = write([["地区", "年龄", "甲"], [BEIJING, "1", "71"]])

    _, rows = answered(path, mapped={"region": 0, "age": 2, "born": 99})

    assert told(rows, "每月到账") == ["107.00"]


def test_the_first_rows_are_looked_at(store: PolicyStore, write: Write) -> None:
    path = write([["地区", "年龄"], *[[BEIJING, "71"]] * 9, []])

    preview = look(Request(source=str(path), on=DAY), store)

    assert preview.rows == ((BEIJING, "71"),) * 5
    assert preview.answers[0][:2] == ("已算", "107.00")


def test_a_workbook_for_a_text_table(write: Write, answered: Any, tmp_path: Path) -> None:
    path = write(
        [
            ["地区", "年龄", "身份证号", "身份", "出生日期", "备注"],
            [BEIJING, "71", "110101195512200012", "退休", "", "=1+1", "更多"],
            [BEIJING, "", "", "在职", "1980-06-01", ""],
            [BEIJING, "很老", "", "退休", "", ""],
        ]
    )

    answered(path, "结果.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "结果.xlsx").active
    assert [cell.value for cell in sheet[1]][6:17] == list(ADDED)
    assert [cell.value for cell in sheet[2]][:9] == [
        BEIJING,
        71,
        "110101195512200012",
        "退休",
        None,
        "=1+1",
        "已算",
        107,
        1284,
    ]
    assert sheet["F2"].data_type == "s"
    assert sheet["R2"].value == "更多"
    assert sheet["G4"].value == "未算"
    assert sheet["B4"].value == "很老"


@pytest.mark.parametrize(("limit", "most"), [("MOST_REMEMBERED", 3), ("MOST_SEEN", 1)])
def test_memory_does_not_grow_with_the_answers(
    write: Write, answered: Any, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(people, limit, most)
    path = write([["地区", "年龄"], *([BEIJING, str(60 + n % 40)] for n in range(2_000))])

    summary, rows = answered(path)

    assert (summary.rows, summary.counts) == (2_000, {"answered": 2_000})
    assert told(rows, "每月到账")[:1] + told(rows, "每月到账")[-1:] == ["97.00", "107.00"]


def test_what_is_said_of_all_of_it(write: Write, answered: Any) -> None:
    summary, _ = answered(
        write([["地区", "出生日期"], [BEIJING, "1956-08-01"], [BEIJING, "x"], ["上海市黄浦区", ""]])
    )

    text = summary_text(summary, "结果.csv")

    assert "一共 3 行" in text
    assert "没有算的 1 行（这一行看不懂" in text
    assert "2026 年 8 月要变的 1 行" in text


@pytest.mark.parametrize(
    ("target", "sentence"),
    [("名单.csv", "换个名字"), ("结果.pdf", ".xlsx"), ("锁.csv", "先关掉"), (None, ".xlsx")],
)
def test_a_target_that_cannot_be(
    store: PolicyStore, write: Write, tmp_path: Path, target: str | None, sentence: str
) -> None:
    path = write([["地区", "年龄"], [BEIJING, "71"]])
    (tmp_path / "~$锁.csv").touch()
    out = str(tmp_path / target) if target else None

    with pytest.raises(RosterError, match=sentence):
        answer_roster(Request(source=str(path), target=out, on=DAY), store, None, None, None)  # pyright: ignore


def test_no_row_speaks_of_a_form(write: Write, answered: Any) -> None:
    path = write([["地区", "身份", "出生日期"], [BEIJING, "退休", "1995-01-01"]])

    (why,) = told(answered(path)[1], "提示")

    assert "退休的人不会只有 31 岁" in why
    assert "上面" not in why


def test_what_is_said_in_a_row_are_sentences(write: Write, answered: Any) -> None:
    _, rows = answered(write([["地区", "身份", "性别"], ["浙江省杭州市余杭区", "灵活就业", "女"]]))

    assert "要求：累计 20 年。 请再填：累计缴费年限。 一次补齐：" in told(rows, "提示")[0]


def test_a_disk_that_takes_nothing(store: PolicyStore, write: Write, tmp_path: Path) -> None:
    path = write([["地区", "年龄"], [BEIJING, "71"]])

    def refuse(path: Path, fill: Any, scratch: Path | None) -> None:
        raise PermissionError

    with pytest.raises(RosterError, match="没有存下来"):
        answer_roster(
            Request(source=str(path), target=str(tmp_path / "a.csv"), on=DAY),
            store,
            refuse,
            lambda _: None,
            lambda: False,
        )


def test_it_stops_when_nobody_wants_it(store: PolicyStore, write: Write, tmp_path: Path) -> None:
    path = write([["地区", "年龄"], *[[BEIJING, "71"]] * 3_000])
    asked = Request(source=str(path), target=str(tmp_path / "a.csv"), on=DAY)
    for asks in range(8):
        stopped = iter([False] * asks + [True] * 99).__next__
        with pytest.raises(StoppedError):
            answer_roster(asked, store, save, lambda _: None, stopped)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["名单.csv"]


def test_headings_in_the_upper_of_two_rows(write: Write, answered: Any) -> None:
    summary, _ = answered(
        write([["地区", "个人", ""], ["", "年龄", "性别"], [BEIJING, "71", "男"]])
    )

    assert summary.columns.mapped == {"region": 0, "age": 1, "sex": 2}
    summary, _ = answered(
        write(
            [
                ["地区", "身份", "生日", "个人"],
                ["", "", "", "性别"],
                [BEIJING, "退休", "1950-01-01", "男"],
            ]
        )
    )
    assert summary.columns.mapped == {"region": 0, "status": 1, "born": 2, "sex": 3}


def test_an_empty_line_of_text_stays_one(answered: Any, tmp_path: Path) -> None:
    (tmp_path / "名单.csv").write_text(f"年龄,地区\n\n71,{BEIJING}\n")

    _, rows = answered(tmp_path / "名单.csv")

    assert rows[1] == []
    assert rows[2][2] == "已算"


def test_it_is_open_which_day_decides(write: Write, answered: Any) -> None:
    headings = ["地区", "身份", "生日", "性别", "累计缴费年限", "实际缴费年限"]
    _, rows = answered(write([headings, [OPEN, "在职", "1962-01-01", "男", "200个月", "100个月"]]))

    assert " 或 " in told(rows, "还差月数")[0]
    assert told(rows, "补缴费用") == [""]


def test_headings_at_the_very_end_of_where_they_may_be(write: Write, answered: Any) -> None:
    path = write([*[["说明", ""]] * 19, ["年龄", "地区"], *[["71", BEIJING]] * 3])

    assert told(answered(path)[1], "结果") == ["已算"] * 3


def test_a_cell_that_is_called_like_a_column_is_no_heading(write: Write, answered: Any) -> None:
    path = write(
        [
            ["姓名", "年龄", "地区", "户口"],
            ["甲", "71", BEIJING, "城市"],
            ["乙", "71", BEIJING, "农村"],
        ]
    )

    summary, rows = answered(path)

    assert told(rows, "结果") == ["已算", "已算"]
    assert summary.columns.names == ("姓名", "年龄", "地区", "户口")


def test_a_line_with_the_place_above_the_headings(write: Write, answered: Any) -> None:
    path = write([["地区：", BEIJING, ""], ["姓名", "年龄", "区县"], ["甲", "71", BEIJING]])

    assert told(answered(path)[1], "结果") == ["已算"]


@pytest.mark.parametrize(("separator", "other"), [(",", ";"), (";", ","), ("\t", ",")])
def test_remarks_full_of_another_mark(
    tmp_path: Path, answered: Any, separator: str, other: str
) -> None:
    remark = other.join("甲乙丙丁戊")
    rows = [["姓名", "年龄", "地区", "备注"], *[["甲", "71", BEIJING, remark]] * 20]
    (tmp_path / "名单.csv").write_text("\n".join(map(separator.join, rows)))

    _, rows = answered(tmp_path / "名单.csv")

    assert told(rows, "结果") == ["已算"] * 20
    assert told(rows, "备注") == [remark] * 20


def test_a_sheet_out_of_sight_is_not_the_roster(tmp_path: Path, answered: Any) -> None:
    book = openpyxl.Workbook()
    book.active.append(["年龄", "地区"])
    book.active.sheet_state = "hidden"
    for name, age in (("名单", 71), ("另一张", 60)):
        sheet = book.create_sheet(name)
        sheet.append(["年龄", "地区"])
        sheet.append([age, BEIJING])
    book.active = 1
    book.save(tmp_path / "名单.xlsx")

    summary, rows = answered(tmp_path / "名单.xlsx")

    assert told(rows, "每月到账") == ["107.00"]
    assert "这个文件有 2 张表，只查了“名单”。" in summary.columns.remarks


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX has pipes among the files")
@pytest.mark.parametrize("name", ["名单.csv", "名单.xlsx"])
def test_a_pipe_is_no_roster(tmp_path: Path, answered: Any, name: str) -> None:
    os.mkfifo(tmp_path / name)

    with pytest.raises(RosterError, match="打不开"):
        answered(tmp_path / name)


def test_a_stroke_stands_for_nothing_and_nobody_in_work_has_a_pension(
    write: Write, answered: Any
) -> None:
    headings = ["地区", "身份", "出生日期", "性别", "养老金", "缴费基数", "累计缴费年限"]
    man = [BEIJING, "在职", "1975-03-01", "男"]
    _, rows = answered(
        write(
            [
                headings,
                [*man, "", "9800", "22-03"],
                [*man, "/", "9800", "22-03"],
                [*man, "无", "9800", "22-03"],
                [*man, "0", "9800", "22-03"],
                [BEIJING, "退休", "1955-03-01", "/", "——", "-", "—"],
                [*man, "/", "/", "--"],
            ]
        )
    )

    assert told(rows, "每月到账") == ["196.00"] * 4 + ["107.00", ""]
    assert told(rows, "还差月数")[:4] == ["33"] * 4
    assert rows[5][4:7] == ["——", "-", "—"]


def test_a_day_of_retirement_in_the_month_of_the_birthday(write: Write, answered: Any) -> None:
    headings = ["地区", "身份", "出生日期", "性别", "退休日期"]
    born = [["北京市", "在职", f"1966-07-{day:02}", "男", "2026-07-15"] for day in (1, 20)]

    changes = told(answered(write([headings, *born]))[1], "下次变化")

    assert "60 岁" in changes[0]
    assert "59 岁" in changes[1]


@pytest.mark.parametrize("name", ["本页小计", "总人数：35"])
def test_a_line_below_the_people_is_nobody(write: Write, answered: Any, name: str) -> None:
    summary, rows = answered(
        write([["姓名", "地区", "年龄"], ["甲", BEIJING, "71"], [name, "", ""]])
    )

    assert "合计" in told(rows, "提示")[1]
    assert summary.counts == {"answered": 1, "refused": 1}


def test_a_name_that_is_too_long_for_any_file(
    store: PolicyStore, write: Write, tmp_path: Path
) -> None:
    path = write([["地区", "年龄"], [BEIJING, "71"]])
    asked = Request(source=str(path), target=str(tmp_path / f"{'长' * 300}.csv"), on=DAY)

    with pytest.raises(RosterError, match="没有存下来"):
        answer_roster(asked, store, save, lambda _: None, lambda: False)
