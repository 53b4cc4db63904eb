use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Tệp CSV dùng ngoặc kép đúng cách và không có ký tự điều khiển.
    /// en: A CSV file quotes rightly and holds no control characters.
    "csv-syntax", Error, Cites::FORM, Check::Reading
}
