//! Who there is: members of cells, officials of villages.

use super::{
    Kind::{Boolean, Date, Integer, Text},
    SINCE, Table, UNTIL, column,
};
use crate::lang::Words;

pub(super) static MEMBERS: Table = Table {
    name: "members",
    title: Words::new("người có tên trong danh sách của chi bộ", "the people of the cells' rosters"),
    columns: &[
        column(
            "member_id",
            Integer,
            "số trong lần xuất này, không phải mã trong sổ",
            "a number in this export, not the register's id",
        ),
        column("unit_id", Integer, "chi bộ", "the cell"),
        column("register_code", Text, "mã trong sổ", "the id in the register").private(),
        column("name", Text, "họ và tên", "the name").private(),
    ],
    key: &["member_id"],
    refers: &[("unit_id", "units")],
};

pub(super) static MEMBERSHIPS: Table = Table {
    name: "memberships",
    title: Words::new("các thời gian sinh hoạt ở chi bộ", "the times of membership"),
    columns: &[
        column("membership_id", Integer, "số của dòng", "the row's number"),
        column("member_id", Integer, "đảng viên", "the member"),
        SINCE,
        UNTIL,
        column(
            "official_on",
            Date,
            "ngày chính thức, không sớm hơn ngày đầu của Đề án; trống là dự bị",
            "the day of official status, not before the plan's first; empty on probation",
        )
        .or_nothing(),
        column("temporary", Boolean, "sinh hoạt tạm thời từ nơi khác đến", "temporarily from elsewhere"),
    ],
    key: &["membership_id"],
    refers: &[("member_id", "members")],
};

pub(super) static OFFICIALS: Table = Table {
    name: "officials",
    title: Words::new("trưởng thôn, phó trưởng thôn", "village heads and deputy heads"),
    columns: &[
        column("official_id", Integer, "số của dòng trong lần xuất này", "the row's number in this export"),
        column("unit_id", Integer, "thôn", "the village").or_nothing(),
        column("post", Text, "head, deputy", "head, deputy"),
        SINCE,
        UNTIL,
        column("how", Text, "elected, recognised, interim", "elected, recognised, interim"),
        column(
            "member_since",
            Date,
            "ngày vào Đảng, không sớm hơn ngày đầu của Đề án; trống là chưa vào Đảng",
            "admitted to the Party, not before the plan's first day; empty: not a member",
        )
        .or_nothing(),
        column("sound", Boolean, "dòng không có lỗi bỏ ngoài số liệu", "no error leaves the row out of figures"),
        column("register_code", Text, "mã trong sổ", "the id in the register").private(),
        column("name", Text, "họ và tên", "the name").private(),
    ],
    key: &["official_id"],
    refers: &[("unit_id", "units")],
};
