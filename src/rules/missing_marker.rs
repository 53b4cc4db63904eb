use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Thư mục có bản ghi thì có tệp của đơn vị.
    /// en: A directory that holds records has its unit's file.
    "missing-marker", Error, Cites::FORM, Check::Reading
}
