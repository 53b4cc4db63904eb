use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Bản ghi lưu bằng UTF-8, không phải UTF-16.
    /// en: A record is saved as UTF-8, not UTF-16.
    "utf16", Warning, Cites::FORM, Check::Reading
}
