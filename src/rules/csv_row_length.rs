use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Mỗi dòng CSV có đủ số ô như dòng đầu.
    /// en: Every CSV row has as many cells as the header.
    "csv-row-length", Error, Cites::FORM, Check::Reading
}
