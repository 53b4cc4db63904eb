//! `villages.csv` of a commune: thôn and khu phố.

use crate::parse::{Field, Id, Must, Text, dates::Day, record};

use super::shared::VillageKind;

record! {
    /// Một thôn hoặc khu phố. / A village.
    VillageRow<'a> {
        /// Mã thôn. / The village's id.
        id: Must<Id<'a>>,
        /// Tên thôn. / The village's name.
        name: Must<Text<'a>>,
        /// Thôn hay khu phố. / Thôn or khu phố.
        kind: Must<VillageKind>,
        /// Ngày lập; để trống nếu trước khi có sổ. / The first day; empty if before the records.
        from: Field<Day>,
        /// Ngày cuối. / The last day.
        until: Field<Day>,
        /// Thôn kế thừa. / The village that follows it.
        successor: Field<Id<'a>>,
        /// Đảng bộ bộ phận. / The section.
        section: Field<Id<'a>>,
        /// Ngày các chi bộ trong thôn thống nhất quy chế với nhau. / The day of the rules that its cells agreed.
        rules_among_cells: Field<Day>,
    }
}
