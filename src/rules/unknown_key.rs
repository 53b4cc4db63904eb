use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Bản ghi chỉ có những khóa mà định dạng biết.
    /// en: A record has only keys that the format knows.
    "unknown-key", Error, Cites::FORM, Check::Reading
}
