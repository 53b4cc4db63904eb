//! What several kinds of record hold.

use crate::parse::{Field, Must, Text, dates::Day, record, words};

record! {
    /// Một văn bản có số và ngày. / A document with its number and date.
    Document<'a> {
        /// Số và ký hiệu. / Number and code.
        number: Field<Text<'a>>,
        /// Ngày ký. / The day of signing.
        date: Field<Day>,
    }
}

record! {
    /// Tên trước đây của đơn vị. / What the unit was called before.
    FormerName<'a> {
        /// Tên cũ. / The former name.
        name: Must<Text<'a>>,
        /// Loại đơn vị khi đó. / The kind that it was then.
        kind: Field<Text<'a>>,
        /// Ngày cuối mang tên đó. / The last day of that name.
        until: Field<Day>,
    }
}

words! {
    /// The kinds of village: the plan says thôn for both.
    VillageKind {
        Thon = "thon" ("thôn", "thôn"),
        KhuPho = "khu-pho" ("khu phố", "khu phố"),
    }
}
