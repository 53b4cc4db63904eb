//! `members.csv`: the roster of a cell, through time. A row is one membership; an id may recur with disjoint times.

use crate::{
    date::PartialDate,
    parse::{Field, Id, Must, dates::Day, record, value::YesNo, words},
};

words! {
    /// Why a membership ended.
    Leaving {
        Transferred = "transferred" ("chuyển sinh hoạt", "transferred"),
        StruckOff = "struck-off" ("xóa tên", "struck off"),
        Expelled = "expelled" ("khai trừ", "expelled"),
        Resigned = "resigned" ("xin ra", "resigned"),
        Died = "died" ("từ trần", "died"),
    }
}

record! {
    /// Một đảng viên trong thời gian ở chi bộ. / A member, for one time in this cell.
    MemberRow<'a> {
        /// Mã đảng viên. / The member's id.
        id: Must<Id<'a>>,
        /// Ngày vào Đảng. / The day of admission to the Party.
        admitted: Must<PartialDate>,
        /// Ngày chính thức; để trống khi còn dự bị. / The day of official status; empty while on probation.
        official: Field<PartialDate>,
        /// Ngày đến chi bộ; để trống nếu trước khi có sổ. / Joined this cell; empty if before the records.
        from: Field<Day>,
        /// Ngày cuối ở chi bộ. / The last day in this cell.
        until: Field<Day>,
        /// Lý do rời chi bộ. / Why the member left.
        leaving: Field<Leaving>,
        /// Sinh hoạt tạm thời từ nơi khác đến. / Temporarily from elsewhere: attends, never votes, not on strength.
        temporary: Field<YesNo>,
    }
}
