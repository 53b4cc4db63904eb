//! What the operating system refused, in the user's language.

use std::io::{Error, ErrorKind};

use crate::lang::{Lang, Words};

/// Why an operation failed; what has no words of ours is said as the system says it.
pub(crate) fn reason(error: &Error, lang: Lang) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => Words::new("không có ở đó", "it is not there"),
        ErrorKind::PermissionDenied => Words::new("không có quyền", "permission is denied"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Words::new("hết chỗ trên đĩa", "the disk is full"),
        ErrorKind::ReadOnlyFilesystem => Words::new("ổ đĩa chỉ cho đọc", "the disk can only be read"),
        ErrorKind::IsADirectory => Words::new("đây là thư mục, không phải tệp", "it is a directory, not a file"),
        ErrorKind::NotADirectory => {
            Words::new("một phần đường dẫn không phải thư mục", "part of its path is no directory")
        }
        ErrorKind::InvalidFilename => {
            Words::new("tên quá dài hoặc không hợp lệ", "the name is too long or not allowed")
        }
        ErrorKind::ResourceBusy => Words::new("chương trình khác đang giữ", "another program holds it"),
        ErrorKind::TimedOut | ErrorKind::StaleNetworkFileHandle | ErrorKind::HostUnreachable => {
            Words::new("ổ mạng không trả lời", "the network drive does not answer")
        }
        _ => return error.to_string(),
    };
    words.of(lang).to_owned()
}

/// An error with all its causes, from the outermost; those of the system in the user's language.
pub(crate) fn causes(error: &anyhow::Error, lang: Lang) -> String {
    let causes = error.chain().map(|cause| match cause.downcast_ref::<Error>() {
        Some(cause) => reason(cause, lang),
        None => cause.to_string(),
    });
    causes.collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_said_in_the_language_asked_for() {
        let denied = Error::from(ErrorKind::PermissionDenied);
        assert_eq!(reason(&denied, Lang::Vi), "không có quyền");
        assert_eq!(reason(&denied, Lang::En), "permission is denied");
    }

    #[test]
    fn what_has_no_words_of_ours_is_said_as_the_system_says_it() {
        assert_eq!(reason(&Error::other("lỗi lạ"), Lang::Vi), "lỗi lạ");
    }

    #[test]
    fn every_cause_is_told_from_the_outermost() {
        let error = anyhow::Error::from(Error::from(ErrorKind::StorageFull)).context("a.csv");
        assert_eq!(causes(&error, Lang::En), "a.csv: the disk is full");
    }
}
