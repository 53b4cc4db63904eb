use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Giải trình còn trong thời hạn.
    /// en: An explanation is within its time.
    "explanation-expired", Error, Cites::FORM, Check::Reading
}
