//! `statuses.csv`: exempt, away, suspended: dated.

use crate::parse::{Field, Id, Must, dates::Day, record, words};

words! {
    /// What keeps a member from meetings.
    Status {
        Exempt = "exempt" ("miễn công tác và sinh hoạt", "exempt"),
        ExemptTemporarily = "exempt-temporarily" ("tạm miễn", "exempt temporarily"),
        Away = "away" ("sinh hoạt tạm thời nơi khác", "away"),
        Suspended = "suspended" ("đình chỉ sinh hoạt", "suspended"),
        SpecialDuty = "special-duty" ("làm nhiệm vụ đặc biệt", "on special duty"),
    }
}

words! {
    /// A reason by code; never exported.
    Reason {
        Age = "age" ("tuổi cao", "age"),
        Illness = "illness" ("ốm đau", "illness"),
        WorkAway = "work-away" ("làm ăn xa", "work away"),
        Study = "study" ("đi học", "study"),
        Maternity = "maternity" ("thai sản", "maternity"),
        Abroad = "abroad" ("ra nước ngoài", "abroad"),
        Other = "other" ("khác", "other"),
    }
}

record! {
    /// Một thời gian miễn, đi xa hoặc đình chỉ. / A time of exemption, absence or suspension.
    StatusRow<'a> {
        /// Mã đảng viên. / The member's id.
        member: Must<Id<'a>>,
        /// Tình trạng. / The status.
        status: Must<Status>,
        /// Từ ngày; để trống nếu trước khi có sổ. / From; empty if before the records.
        from: Field<Day>,
        /// Đến hết ngày. / The last day.
        until: Field<Day>,
        /// Lý do, theo mã. / The reason, by code.
        reason: Field<Reason>,
    }
}
