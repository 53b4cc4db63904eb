use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Thư mục của đơn vị tên bằng chữ thường không dấu, chữ số và gạch nối.
    /// en: A unit's directory is named in lower-case letters without marks, digits and dashes.
    "bad-unit-name", Error, Cites::FORM, Check::Reading
}
