use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Dòng đầu của tệp CSV có đúng các cột của bản ghi.
    /// en: The first line of a CSV file has the columns of its record.
    "csv-header", Error, Cites::FORM, Check::Reading
}
