use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Bản ghi là tệp nhỏ, nhiều nhất 1 MiB.
    /// en: A record is a small file of at most 1 MiB.
    "file-too-large", Error, Cites::FORM, Check::Reading
}
