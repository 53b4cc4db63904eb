use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Bản ghi là chữ Unicode, mã hóa UTF-8.
    /// en: A record is Unicode text in UTF-8.
    ///
    /// vi: Tệp gõ bằng phông .VnTime (TCVN3) hoặc lưu kiểu ANSI không đọc được thành tiếng Việt. Cả tệp coi như chưa đọc; những
    /// gì nhắc đến nó thì không bị báo lỗi thêm.
    /// en: A file typed in a .VnTime font (TCVN3) or saved as ANSI cannot be read as Vietnamese. The whole file counts as
    /// unread, and what refers to it is no further finding.
    ///
    /// Fails:
    /// ```bytes chi-bo-thon-1/cell.toml
    /// name = "Chi bo thon 1"\r
    /// section = "Xu\xA9n th\xECng"\r
    /// ```
    /// ```text
    /// chi-bo-thon-1/cell.toml:2:14: lỗi[not-utf8] tệp không phải UTF-8 (có vẻ là TCVN3 (ABC)); byte sai đầu tiên ở đây
    /// ```
    /// ```text
    /// chi-bo-thon-1/cell.toml:2:14: error[not-utf8] the file is not UTF-8 (it looks like TCVN3 (ABC)); the first wrong byte is here
    /// ```
    ///
    /// Fails:
    /// ```bytes chi-bo-thon-1/2018/briefings.csv
    /// date,topics
    /// 2018-10-25,Thu quy\xDE
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/briefings.csv:2:19: lỗi[not-utf8] tệp không phải UTF-8 (có vẻ là Windows-1258); byte sai đầu tiên ở đây
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/briefings.csv:2:19: error[not-utf8] the file is not UTF-8 (it looks like Windows-1258); the first wrong byte is here
    /// ```
    ///
    /// Fails:
    /// ```bytes chi-bo-thon-1/roles.csv
    /// \xFF\xFEm\x00e\
    /// ```
    /// ```text
    /// chi-bo-thon-1/roles.csv:1:1: lỗi[not-utf8] tệp không phải UTF-8 (có vẻ là UTF-16); byte sai đầu tiên ở đây
    /// ```
    /// ```text
    /// chi-bo-thon-1/roles.csv:1:1: error[not-utf8] the file is not UTF-8 (it looks like UTF-16); the first wrong byte is here
    /// ```
    ///
    /// Passes:
    /// ```bytes chi-bo-thon-1/2018/briefings.csv
    /// \xEF\xBB\xBFdate,topics\r
    /// 2018-10-25,Thu quy\xCC\x83\r
    /// ```
    "not-utf8", Error, Cites::FORM, Check::Reading
}
