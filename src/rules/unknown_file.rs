use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Trong sổ chỉ có bản ghi, và những tệp được bỏ qua.
    /// en: A register holds records, and files that are passed over.
    ///
    /// vi: Ảnh chụp, bảng tính, văn bản để lẫn trong sổ dễ bị tưởng là đã được tính. Bỏ qua: `*.md`, `Thumbs.db`,
    /// `desktop.ini`, `~$*`, tên bắt đầu bằng dấu chấm, và những gì [ignore] của chibo.toml liệt kê.
    /// en: Photographs, workbooks and letters among the records are easily taken for counted. Passed over are `*.md`,
    /// `Thumbs.db`, `desktop.ini`, `~$*`, names that begin with a dot, and what [ignore] in chibo.toml lists.
    ///
    /// Fails:
    /// ```text chi-bo-thon-1/2018/diem-danh.xlsx
    /// ```
    /// ```text mau/bien-ban.docx
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/diem-danh.xlsx:1:1: cảnh báo[unknown-file] `diem-danh.xlsx` không phải bản ghi của sổ
    /// mau/bien-ban.docx:1:1: cảnh báo[unknown-file] `bien-ban.docx` không phải bản ghi của sổ
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/diem-danh.xlsx:1:1: warning[unknown-file] `diem-danh.xlsx` is no record of the register
    /// mau/bien-ban.docx:1:1: warning[unknown-file] `bien-ban.docx` is no record of the register
    /// ```
    ///
    /// Passes:
    /// ```text chi-bo-thon-1/2018/Thumbs.db
    /// ```
    /// ```text chi-bo-thon-1/2018/~$diem-danh.xlsx
    /// ```
    /// ```text mau/DOC-TRUOC.MD
    /// ```
    /// ```text desktop.ini
    /// ```
    /// ```text .DS_Store
    /// ```
    /// ```text chibo.cmd
    /// ```
    "unknown-file", Warning, Cites::FORM, Check::Reading
}
