//! `roles.csv`: secretary, deputy, committee: dated.

use crate::parse::{Field, Id, Must, dates::Day, record, words};

words! {
    /// A role in a cell.
    Role {
        Secretary = "secretary" ("bí thư", "secretary"),
        DeputySecretary = "deputy-secretary" ("phó bí thư", "deputy secretary"),
        Committee = "committee" ("chi ủy viên", "committee member"),
    }
}

words! {
    /// How a role was taken.
    RoleHow { Elected = "elected" ("bầu", "elected"), Appointed = "appointed" ("chỉ định", "appointed") }
}

record! {
    /// Một chức vụ trong chi bộ. / A role in a cell.
    RoleRow<'a> {
        /// Mã đảng viên. / The member's id.
        member: Must<Id<'a>>,
        /// Chức vụ. / The role.
        role: Must<Role>,
        /// Từ ngày; để trống nếu trước khi có sổ. / From; empty if before the records.
        from: Field<Day>,
        /// Đến hết ngày. / The last day.
        until: Field<Day>,
        /// Bầu hay chỉ định. / Elected or appointed.
        how: Field<RoleHow>,
    }
}
