use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Mỗi khóa có giá trị đúng kiểu và nằm trong danh sách được nhận.
    /// en: Every key has a value of its type and from its list.
    "wrong-value", Error, Cites::FORM, Check::Reading
}
