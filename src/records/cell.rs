//! `cell.toml`: a cell.

use crate::parse::{Field, List, Must, Text, dates::Day, record, words};

use super::shared::{Document, FormerName};

words! {
    /// The kinds of cell; the plan's targets cover `village`.
    CellKind {
        Village = "village" ("thôn, khu phố", "village"),
        Office = "office" ("cơ quan", "office"),
        School = "school" ("trường học", "school"),
        Health = "health" ("trạm y tế", "health station"),
        Police = "police" ("công an", "police"),
        Military = "military" ("quân sự", "military"),
        Enterprise = "enterprise" ("doanh nghiệp", "enterprise"),
        Other = "other" ("khác", "other"),
    }
}

record! {
    /// Một chi bộ. / A cell.
    CellFile<'a> {
        /// Tên chi bộ. / The cell's name.
        name: Must<Text<'a>>,
        /// Loại chi bộ. / The kind of cell.
        kind: Must<CellKind>,
        /// Thôn mà chi bộ lãnh đạo; bắt buộc với chi bộ thôn. / The villages that it leads; required for a village cell.
        villages: List<Text<'a>>,
        /// Đảng bộ bộ phận. / The section.
        section: Field<Text<'a>>,
        /// Ngày thành lập; để trống nếu trước khi có sổ. / The day of founding; absent if before the records.
        founded: Field<Day>,
        /// Ngày cuối trước khi giải thể. / The last day before it was dissolved.
        dissolved: Field<Day>,
        /// Chi bộ kế thừa. / The cell that follows it.
        successor: Field<Text<'a>>,
        /// Các nhiệm kỳ. / Terms of office.
        terms: List<Term<'a>>,
        /// Tên trước đây. / Former names.
        names: List<FormerName<'a>>,
    }
}

record! {
    /// Một nhiệm kỳ, bắt đầu từ đại hội. / A term, which begins with its congress.
    Term<'a> {
        /// Ngày đại hội. / The day of the congress.
        congress: Must<Day>,
        /// Nghị quyết đại hội. / The congress's resolution.
        resolution: Field<Document<'a>>,
        /// Ngày thông qua quy chế làm việc. / The day of the working regulations.
        working_regulations: Field<Day>,
        /// Ngày thông qua chương trình kiểm tra cả nhiệm kỳ. / The day of the term's inspection programme.
        inspection_programme: Field<Day>,
    }
}

/// The id that a village of this cell has, where it could be read.
pub(crate) fn villages<'c>(cell: &'c CellFile<'_>) -> impl Iterator<Item = &'c str> {
    cell.villages.each().map(|(village, _)| &**village)
}
