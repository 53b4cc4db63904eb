//! What the menu offers, and by which command it is done.

use crate::lang::{Lang, say};

/// Something that the menu offers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Task {
    Due,
    Meeting,
    RollCall,
    Take,
    Report,
    Init,
    /// Another register.
    Elsewhere,
    Leave,
}

impl Task {
    /// The command that does it; none for what the menu does itself.
    pub(super) const fn command(self) -> Option<&'static str> {
        match self {
            Self::Due => Some("due"),
            Self::Meeting => Some("new-meeting"),
            Self::RollCall => Some("roll-call"),
            Self::Take => Some("take"),
            Self::Report => Some("report"),
            Self::Init => Some("init"),
            Self::Elsewhere | Self::Leave => None,
        }
    }

    pub(super) fn label(self, lang: Lang) -> String {
        match self {
            Self::Due => say!(lang, "Xem việc đến hạn", "See what is due"),
            Self::Meeting => say!(lang, "Ghi một cuộc họp", "Record a meeting"),
            Self::RollCall => {
                say!(lang, "Điểm danh một cuộc họp đã có bản ghi", "Call the roll of a meeting that has a record")
            }
            Self::Take => say!(lang, "Nhận tệp chi bộ gửi lên", "Take a file that a cell has sent"),
            Self::Report => say!(lang, "Xem báo cáo các chỉ tiêu", "See the report"),
            Self::Init => say!(lang, "Tạo sổ dữ liệu mới trong thư mục này", "Make a new register in this directory"),
            Self::Elsewhere => say!(lang, "Mở sổ dữ liệu ở thư mục khác", "Open a register in another directory"),
            Self::Leave => say!(lang, "Thoát", "Leave"),
        }
    }
}

pub(super) const INSIDE: [Task; 7] =
    [Task::Due, Task::Meeting, Task::RollCall, Task::Take, Task::Report, Task::Elsewhere, Task::Leave];
pub(super) const OUTSIDE: [Task; 3] = [Task::Elsewhere, Task::Init, Task::Leave];
