use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Bản ghi là chữ Unicode, mã hóa UTF-8.
    /// en: A record is Unicode text in UTF-8.
    "not-utf8", Error, Cites::FORM, Check::Reading
}
