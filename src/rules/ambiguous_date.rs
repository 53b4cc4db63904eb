use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Mỗi ngày trong tệp CSV đọc được theo một cách duy nhất.
    /// en: Every date of a CSV file can be read in one way only.
    "ambiguous-date", Error, Cites::FORM, Check::Reading
}
