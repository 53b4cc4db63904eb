use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Mỗi tệp .toml và .csv là một loại bản ghi, đúng tên và đúng chỗ.
    /// en: Every .toml and .csv file is some kind of record, by its name and place.
    "unclaimed-record", Error, Cites::FORM, Check::Reading
}
