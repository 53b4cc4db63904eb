use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Mỗi giải trình ứng với một phát hiện.
    /// en: Every explanation matches a finding.
    "explanation-unused", Error, Cites::FORM, Check::Reading
}
