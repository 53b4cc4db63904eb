//! What chibo makes of the records: findings and tallies.

use super::{
    Kind::{Boolean, Integer, Text},
    Table, column,
};
use crate::lang::Words;

pub(super) static FINDINGS: Table = Table {
    name: "findings",
    title: Words::new("phát hiện của mọi năm, không kèm lời", "the findings of all years, without their words"),
    columns: &[
        column("finding_id", Integer, "số của phát hiện trong lần xuất này", "the finding's number in this export"),
        column("rule", Text, "quy tắc hoặc chỉ tiêu", "the rule or target"),
        column("level", Text, "error, shortfall, warning", "error, shortfall, warning"),
        column("clause", Text, "mục của Đề án", "the plan's clause").or_nothing(),
        column("unit_id", Integer, "đơn vị", "the unit").or_nothing(),
        column("period", Text, "năm, quý hoặc tháng", "year, quarter or month").or_nothing(),
        column("path", Text, "tệp, từ gốc sổ", "the file, from the register's root"),
        column("explained", Boolean, "đã được giải trình", "whether it was explained"),
    ],
    key: &["finding_id"],
    refers: &[("unit_id", "units")],
};

pub(super) static TALLIES: Table = Table {
    name: "tallies",
    title: Words::new("số đếm của các chỉ tiêu, như chibo report", "the targets' tallies, as chibo report has them"),
    columns: &[
        column("unit_id", Integer, "đơn vị", "the unit"),
        column("year", Integer, "năm", "the year"),
        column("target", Text, "chỉ tiêu", "the target"),
        column("numerator", Integer, "tử số", "the numerator"),
        column("denominator", Integer, "mẫu số", "the denominator"),
        column("left_out", Integer, "bản ghi lỗi để ngoài", "records left out for an error"),
        column("unknown", Integer, "chưa có trong bản ghi", "of which the records do not speak"),
        column("apart", Integer, "để riêng", "those apart"),
        column("covered_units", Integer, "đơn vị phải có số liệu", "units in scope"),
        column("with_data", Integer, "đơn vị có số liệu", "those with data"),
        column("status", Text, "met, missed, progress, no-data, figure", "met, missed, progress, no-data, figure"),
        column("needed", Integer, "số cần thêm để đạt", "how many more are needed"),
    ],
    key: &["unit_id", "year", "target"],
    refers: &[("unit_id", "units")],
};
