//! The tables of an export: what each holds, column by column. The rows, the package's description and the SQL schema
//! all follow this list; so must what writes rows, which a test holds.

use crate::lang::Words;

/// A fact table: one file, one line or object a row.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) title: Words,
    pub(crate) columns: &'static [Column],
    /// The columns that tell a row from all others.
    pub(crate) key: &'static [&'static str],
    /// A column, and the table whose key it says.
    pub(crate) refers: &'static [(&'static str, &'static str)],
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// Whether every row says it.
    pub(crate) always: bool,
    /// Only where names were asked for: it tells who somebody is.
    pub(crate) private: bool,
    pub(crate) doc: Words,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Integer,
    Text,
    Date,
    Boolean,
}

const fn column(name: &'static str, kind: Kind, vi: &'static str, en: &'static str) -> Column {
    Column { name, kind, always: true, private: false, doc: Words::new(vi, en) }
}

impl Column {
    const fn or_nothing(self) -> Self {
        Self { always: false, ..self }
    }

    const fn private(self) -> Self {
        Self { private: true, always: false, ..self }
    }
}

/// The tables by name, so that writing to one cannot miss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    Register,
    Years,
    Units,
    UnitAbove,
    Lives,
    Members,
    Memberships,
    Officials,
    Meetings,
    Attendance,
    Due,
    CellYears,
    Grades,
    Agreements,
    AgreementCells,
    Findings,
    Tallies,
}

use Kind::{Boolean, Date, Integer, Text};

/// In an order in which each refers only to those before it.
pub(crate) static TABLES: [Table; 17] = [
    Table {
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
    },
    Table {
        name: "years",
        title: Words::new("các năm mà sổ dữ liệu tới", "the years that the register reaches"),
        columns: &[
            column("year", Integer, "năm", "the year"),
            column("reference_on", Date, "ngày lấy số liệu của năm", "the day on which the year's state is taken"),
        ],
        key: &["year"],
        refers: &[],
    },
    Table {
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
    },
    Table {
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
    },
    Table {
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
    },
    Table {
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
    },
    Table {
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
    },
    Table {
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
    },
    Table {
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
    },
    Table {
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
    },
    Table {
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
    },
    Table {
        name: "cell_years",
        title: Words::new("năm công tác của chi bộ", "the years of cells"),
        columns: &[
            column("unit_id", Integer, "chi bộ", "the cell"),
            column("year", Integer, "năm", "the year"),
            column("grade", Text, "xếp loại chi bộ", "the cell's grade").or_nothing(),
            column(
                "thematic_plan_on",
                Date,
                "ngày thông qua kế hoạch chuyên đề",
                "the day the plan of themes was adopted",
            )
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
    },
    Table {
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
    },
    Table {
        name: "agreements",
        title: Words::new("quy chế phối hợp", "coordination agreements"),
        columns: &[
            column("agreement_id", Integer, "số của bản ghi trong lần xuất này", "the record's number in this export"),
            column("unit_id", Integer, "thôn", "the village").or_nothing(),
            column("signed_on", Date, "ngày ký", "the day of signing"),
            column("party_committee_on", Date, "ngày Đảng ủy phê chuẩn", "approved by the Party committee")
                .or_nothing(),
            column("peoples_committee_on", Date, "ngày UBND phê chuẩn", "approved by the People's Committee")
                .or_nothing(),
            column("rolled_out_on", Date, "ngày triển khai đến thôn", "rolled out to the village").or_nothing(),
            column("ended_on", Date, "ngày cuối có hiệu lực", "the last day in force").or_nothing(),
            column("briefings", Text, "monthly, quarterly", "monthly, quarterly").or_nothing(),
            column("reporting", Boolean, "có chế độ báo cáo của trưởng thôn", "whether it says how the head reports"),
        ],
        key: &["agreement_id"],
        refers: &[("unit_id", "units")],
    },
    Table {
        name: "agreement_cells",
        title: Words::new("chi bộ cùng ký quy chế phối hợp", "the cells of coordination agreements"),
        columns: &[
            column("agreement_id", Integer, "quy chế", "the agreement"),
            column("unit_id", Integer, "chi bộ", "the cell"),
        ],
        key: &["agreement_id", "unit_id"],
        refers: &[("agreement_id", "agreements"), ("unit_id", "units")],
    },
    Table {
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
    },
    Table {
        name: "tallies",
        title: Words::new(
            "số đếm của các chỉ tiêu, như chibo report",
            "the targets' tallies, as chibo report has them",
        ),
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
    },
];

const SINCE: Column = column(
    "since",
    Date,
    "từ ngày; không ghi hoặc sớm hơn thì là ngày đầu của Đề án",
    "the first day; the plan's first where earlier or not recorded",
);

const UNTIL: Column =
    column("until", Date, "ngày cuối; trống là còn tiếp", "the last day; empty: still so").or_nothing();

impl Of {
    pub(crate) fn table(self) -> &'static Table {
        &TABLES[self as usize]
    }
}

impl Table {
    /// The columns of an export, with those that tell who somebody is where they are asked for.
    pub(crate) fn columns(&self, private: bool) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().filter(move |column| private || !column.private)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_references_name_columns_that_are_there() {
        for (place, table) in TABLES.iter().enumerate() {
            let has = |name: &str| table.columns.iter().any(|column| column.name == name && !column.private);
            assert!(table.key.iter().all(|key| has(key)), "{}", table.name);
            for (column, other) in table.refers {
                let referred = TABLES.iter().position(|table| table.name == *other).unwrap();
                assert!(has(column) && referred <= place && TABLES[referred].key.len() == 1, "{}", table.name);
            }
        }
        assert_eq!(Of::Tallies as usize, TABLES.len() - 1);
    }
}
