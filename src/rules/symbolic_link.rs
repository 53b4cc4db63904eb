use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Trong sổ không có liên kết tượng trưng.
    /// en: A register has no symbolic links.
    "symbolic-link", Error, Cites::FORM, Check::Reading
}
