//! The register itself, its years and its units.

use super::{
    Kind::{Boolean, Date, Integer, Text},
    SINCE, Table, UNTIL, column,
};
use crate::lang::Words;

pub(super) static REGISTER: Table = Table {
    name: "register",
    title: Words::new("sổ dữ liệu: một dòng", "the register: one row"),
    columns: &[
        column("register_id", Integer, "luôn là 1", "always 1"),
        column("name", Text, "tên sổ dữ liệu", "the register's name"),
        column("digest", Text, "mã kiểm tra của các bản ghi và thiết lập", "digest of records and settings"),
        column("commit_id", Text, "commit git, nếu có", "the git commit, if any").or_nothing(),
        column("as_of", Date, "tính đến ngày", "the day as of which it was made"),
        column("plan_from", Date, "ngày đầu của Đề án", "the plan's first day"),
        column("plan_until", Date, "ngày cuối của Đề án", "the plan's last day"),
        column(
            "excused_in_base",
            Boolean,
            "người vắng có lý do vẫn ở trong mẫu số của tỷ lệ dự họp",
            "whether the excused stay in the base of attendance",
        ),
    ],
    key: &["register_id"],
    refers: &[],
};

pub(super) static YEARS: Table = Table {
    name: "years",
    title: Words::new("các năm mà sổ dữ liệu tới", "the years that the register reaches"),
    columns: &[
        column("year", Integer, "năm", "the year"),
        column("reference_on", Date, "ngày lấy số liệu của năm", "the day on which the year's state is taken"),
    ],
    key: &["year"],
    refers: &[],
};

pub(super) static UNITS: Table = Table {
    name: "units",
    title: Words::new("đơn vị và thôn", "units and villages"),
    columns: &[
        column("unit_id", Integer, "số của đơn vị trong lần xuất này", "the unit's number in this export"),
        column("path", Text, "đường dẫn trong sổ; gốc là .", "the path in the register; the root is ."),
        column(
            "level",
            Text,
            "province, district, commune, cell, village",
            "province, district, commune, cell, village",
        ),
        column("name", Text, "tên", "the name"),
        column("above_id", Integer, "đơn vị ngay bên trên", "the unit just above").or_nothing(),
        column("village_cell", Boolean, "là chi bộ thôn, khu phố", "whether it is a cell of a village"),
    ],
    key: &["unit_id"],
    refers: &[("above_id", "units")],
};

pub(super) static UNIT_ABOVE: Table = Table {
    name: "unit_above",
    title: Words::new(
        "mỗi đơn vị và mọi đơn vị bên trên, kể cả chính nó",
        "each unit with all above it, itself among them",
    ),
    columns: &[
        column("unit_id", Integer, "đơn vị", "the unit"),
        column("above_id", Integer, "đơn vị bên trên, hoặc chính nó", "one above it, or itself"),
    ],
    key: &["unit_id", "above_id"],
    refers: &[("unit_id", "units"), ("above_id", "units")],
};

pub(super) static LIVES: Table = Table {
    name: "lives",
    title: Words::new(
        "thời gian tồn tại của chi bộ, thôn; chỉ những dòng đọc được",
        "when cells and villages were there; only what could be read",
    ),
    columns: &[
        column("life_id", Integer, "số của dòng", "the row's number"),
        column("unit_id", Integer, "chi bộ hoặc thôn", "the cell or village"),
        SINCE,
        UNTIL,
    ],
    key: &["life_id"],
    refers: &[("unit_id", "units")],
};
