use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Trong sổ chỉ có bản ghi và tệp được bỏ qua.
    /// en: A register holds records and what it passes over.
    "unknown-file", Warning, Cites::FORM, Check::Reading
}
