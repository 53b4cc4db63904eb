use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Bản ghi lưu bằng UTF-8, không phải UTF-16.
    /// en: A record is saved as UTF-8, not as UTF-16.
    ///
    /// vi: Notepad gọi UTF-16 là "Unicode", Excel gọi là "Unicode Text". chibo đọc được, nhưng git, trình soạn thảo và các
    /// chương trình khác thì không so sánh được tệp ấy.
    /// en: Notepad calls UTF-16 "Unicode", Excel "Unicode Text". chibo reads it, but git, editors and other programs cannot
    /// compare such a file.
    ///
    /// Fails:
    /// ```bytes chi-bo-thon-2/roles.csv
    /// \xFF\xFEm\x00e\x00m\x00b\x00e\x00r\x00,\x00r\x00o\x00l\x00e\x00\x0A\x00d\x00v\x000\x001\x00,\x00s\x00e\x00c\x00r\x00e\x00t\x00a\x00r\x00y\x00\x0A\x00\
    /// ```
    /// ```text
    /// chi-bo-thon-2/roles.csv:1:1: cảnh báo[utf16] tệp ghi bằng UTF-16
    /// ```
    /// ```text
    /// chi-bo-thon-2/roles.csv:1:1: warning[utf16] the file is in UTF-16
    /// ```
    ///
    /// Passes:
    /// ```bytes chi-bo-thon-2/roles.csv
    /// \xEF\xBB\xBFmember,role\r
    /// dv01,secretary\r
    /// ```
    "utf16", Warning, Cites::FORM, Check::Reading
}
