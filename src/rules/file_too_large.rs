use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Bản ghi là tệp nhỏ, nhiều nhất 1 MiB.
    /// en: A record is a small file of at most 1 MiB.
    ///
    /// vi: Danh sách đảng viên của chi bộ lớn nhất cũng chỉ vài chục KiB. Tệp lớn hơn 1 MiB là một tệp khác đặt nhầm tên, như
    /// ảnh chụp hoặc bảng tính; chibo không đọc nó.
    /// en: The roster of the largest cell has some dozens of KiB. A file over 1 MiB is something else under a record's name, a
    /// photograph or a workbook; chibo does not read it.
    ///
    /// Fails:
    /// ```size chi-bo-thon-1/members.csv
    /// 1048577
    /// ```
    /// ```text
    /// chi-bo-thon-1/members.csv:1:1: lỗi[file-too-large] tệp lớn 1.048.577 byte; một bản ghi lớn nhất 1.048.576 byte
    /// ```
    /// ```text
    /// chi-bo-thon-1/members.csv:1:1: error[file-too-large] the file has 1,048,577 bytes; a record has at most 1,048,576
    /// ```
    ///
    /// Passes:
    /// ```size chi-bo-thon-1/members.csv
    /// 1048576
    /// ```
    "file-too-large", Error, Cites::FORM, Check::Reading
}
