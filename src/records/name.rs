//! `names.csv`: ids and names, kept out of git by default and never needed.

use crate::parse::{Id, Must, Text, record};

record! {
    /// Tên của một người. / A person's name.
    NameRow<'a> {
        /// Mã. / The id.
        id: Must<Id<'a>>,
        /// Họ và tên. / The name.
        name: Must<Text<'a>>,
    }
}
