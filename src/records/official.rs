//! `officials.csv` of a commune: village heads and deputy heads, through time.

use crate::{
    date::PartialDate,
    parse::{Field, Id, Must, Text, dates::Day, record, value::MemberRef, words},
};

words! {
    /// A post in a village.
    Post { Head = "head" ("trưởng thôn", "village head"), Deputy = "deputy" ("phó trưởng thôn", "deputy head") }
}

words! {
    /// How a post was taken.
    PostHow {
        Elected = "elected" ("bầu", "elected"),
        Recognised = "recognised" ("công nhận", "recognised"),
        Interim = "interim" ("lâm thời", "interim"),
    }
}

record! {
    /// Một trưởng thôn hoặc phó trưởng thôn. / A village head or deputy head.
    OfficialRow<'a> {
        /// Mã người. / The official's id.
        id: Must<Id<'a>>,
        /// Thôn. / The village.
        village: Must<Text<'a>>,
        /// Chức danh. / The post.
        role: Must<Post>,
        /// Từ ngày. / From.
        from: Must<Day>,
        /// Đến hết ngày. / The last day.
        until: Field<Day>,
        /// Bầu, công nhận hay lâm thời. / Elected, recognised or interim.
        how: Must<PostHow>,
        /// Ngày vào Đảng; để trống nếu chưa là đảng viên. / Admitted to the Party; empty if not a member.
        party_since: Field<PartialDate>,
        /// Chi bộ nơi người đó sinh hoạt. / The cell on whose roster the same person is.
        cell: Field<Text<'a>>,
        /// Mã đảng viên ở chi bộ đó. / The same person's id there.
        member: Field<Id<'a>>,
        /// Đảng viên giúp đỡ người chưa vào Đảng. / The member who helps a non-member.
        mentor: Field<MemberRef<'a>>,
    }
}
