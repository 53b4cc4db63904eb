//! What was done: meetings, the years of cells, agreements.

use super::{
    Kind::{Boolean, Date, Integer, Text},
    Table, column,
};
use crate::lang::Words;

pub(super) static MEETINGS: Table = Table {
    name: "meetings",
    title: Words::new("bản ghi các cuộc họp", "the records of meetings"),
    columns: &[
        column("meeting_id", Integer, "số của bản ghi trong lần xuất này", "the record's number in this export"),
        column("unit_id", Integer, "chi bộ", "the cell"),
        column("held_on", Date, "ngày họp", "the day of the meeting"),
        column("year", Integer, "năm của ngày họp", "the year of that day"),
        column(
            "kind",
            Text,
            "regular, thematic, combined, extraordinary, committee, review, congress",
            "regular, thematic, combined, extraordinary, committee, review, congress",
        ),
        column("for_month", Text, "tháng được tính, như 2018-03", "the month that it counts for, such as 2018-03")
            .or_nothing(),
        column("standing", Text, "held, not-held, planned, unconfirmed", "held, not-held, planned, unconfirmed"),
        column(
            "counts",
            Boolean,
            "đã họp, trong thời gian của sổ, bản ghi không sai",
            "held, in the register's time, and the record sound",
        ),
        column(
            "for_attendance",
            Boolean,
            "loại cuộc họp mà sổ tính tỷ lệ dự họp",
            "of a kind that the register counts for attendance",
        ),
        column(
            "roll",
            Text,
            "marks: từng người; totals: chỉ có số; none: không dùng được",
            "marks: one by one; totals: numbers alone; none: not to be used",
        ),
        column(
            "expected",
            Integer,
            "số phải dự, khi chỉ có số",
            "how many were expected, where there are numbers alone",
        )
        .or_nothing(),
        column("present", Integer, "số có mặt, khi chỉ có số", "how many came, where there are numbers alone")
            .or_nothing(),
        column(
            "excused",
            Integer,
            "số vắng có lý do, khi chỉ có số",
            "how many were excused, where there are numbers alone",
        )
        .or_nothing(),
    ],
    key: &["meeting_id"],
    refers: &[("unit_id", "units")],
};

pub(super) static ATTENDANCE: Table = Table {
    name: "attendance",
    title: Words::new("điểm danh từng người, từng cuộc họp", "who came to each meeting"),
    columns: &[
        column("meeting_id", Integer, "cuộc họp", "the meeting"),
        column("member_id", Integer, "đảng viên", "the member"),
        column(
            "mark",
            Text,
            "x có mặt, m đến muộn, p vắng có lý do, k vắng không lý do",
            "x present, m late, p excused, k absent without reason",
        ),
        column(
            "expected",
            Text,
            "y phải dự; c được miễn hoặc đi xa, đến thì tính; n không tính; u chưa rõ",
            "y expected; c exempt or away, counts on coming; n does not count; u not known",
        ),
    ],
    key: &["meeting_id", "member_id"],
    refers: &[("meeting_id", "meetings"), ("member_id", "members")],
};

pub(super) static DUE: Table = Table {
    name: "due",
    title: Words::new("tháng và quý mà chi bộ thôn đến hạn", "the months and quarters due of village cells"),
    columns: &[
        column("unit_id", Integer, "chi bộ", "the cell"),
        column("year", Integer, "năm", "the year"),
        column(
            "period",
            Text,
            "tháng như 2018-03, quý như 2018-Q1",
            "a month such as 2018-03, a quarter such as 2018-Q1",
        ),
        column("kind", Text, "month, quarter", "month, quarter"),
        column(
            "doubtful",
            Boolean,
            "có bản ghi lỗi có thể là cuộc họp của kỳ này",
            "a record with an error may be its meeting",
        ),
    ],
    key: &["unit_id", "period"],
    refers: &[("unit_id", "units")],
};

pub(super) static CELL_YEARS: Table = Table {
    name: "cell_years",
    title: Words::new("năm công tác của chi bộ", "the years of cells"),
    columns: &[
        column("unit_id", Integer, "chi bộ", "the cell"),
        column("year", Integer, "năm", "the year"),
        column("grade", Text, "xếp loại chi bộ", "the cell's grade").or_nothing(),
        column("thematic_plan_on", Date, "ngày thông qua kế hoạch chuyên đề", "the day the plan of themes was adopted")
            .or_nothing(),
        column(
            "thematic_plan_doubtful",
            Boolean,
            "lỗi trong bản ghi che mất kế hoạch",
            "an error hides whether there is a plan",
        ),
    ],
    key: &["unit_id", "year"],
    refers: &[("unit_id", "units")],
};

pub(super) static GRADES: Table = Table {
    name: "grades",
    title: Words::new("xếp loại đảng viên", "the grades of members"),
    columns: &[
        column("grade_id", Integer, "số của dòng", "the row's number"),
        column("unit_id", Integer, "chi bộ", "the cell"),
        column("year", Integer, "năm", "the year"),
        column(
            "member_id",
            Integer,
            "đảng viên; trống khi chi bộ chỉ gửi tổng số",
            "the member; empty where the cell sent totals",
        )
        .or_nothing(),
        column(
            "grade",
            Text,
            "excellent, good, completed, not-completed, unworthy",
            "excellent, good, completed, not-completed, unworthy",
        ),
        column("members", Integer, "số đảng viên", "how many members"),
    ],
    key: &["grade_id"],
    refers: &[("unit_id", "units"), ("member_id", "members")],
};

pub(super) static AGREEMENTS: Table = Table {
    name: "agreements",
    title: Words::new("quy chế phối hợp", "coordination agreements"),
    columns: &[
        column("agreement_id", Integer, "số của bản ghi trong lần xuất này", "the record's number in this export"),
        column("unit_id", Integer, "thôn", "the village").or_nothing(),
        column("signed_on", Date, "ngày ký", "the day of signing"),
        column("party_committee_on", Date, "ngày Đảng ủy phê chuẩn", "approved by the Party committee").or_nothing(),
        column("peoples_committee_on", Date, "ngày UBND phê chuẩn", "approved by the People's Committee").or_nothing(),
        column("rolled_out_on", Date, "ngày triển khai đến thôn", "rolled out to the village").or_nothing(),
        column("ended_on", Date, "ngày cuối có hiệu lực", "the last day in force").or_nothing(),
        column("briefings", Text, "monthly, quarterly", "monthly, quarterly").or_nothing(),
        column("reporting", Boolean, "có chế độ báo cáo của trưởng thôn", "whether it says how the head reports"),
    ],
    key: &["agreement_id"],
    refers: &[("unit_id", "units")],
};

pub(super) static AGREEMENT_CELLS: Table = Table {
    name: "agreement_cells",
    title: Words::new("chi bộ cùng ký quy chế phối hợp", "the cells of coordination agreements"),
    columns: &[
        column("agreement_id", Integer, "quy chế", "the agreement"),
        column("unit_id", Integer, "chi bộ", "the cell"),
    ],
    key: &["agreement_id", "unit_id"],
    refers: &[("agreement_id", "agreements"), ("unit_id", "units")],
};
