use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Thư mục của đơn vị đặt tên bằng chữ thường không dấu, chữ số và gạch nối, nhiều nhất 40 ký tự.
    /// en: A unit's directory is named with the letters a–z, digits and dashes only, at most 40 characters.
    ///
    /// vi: Tên thư mục là mã của đơn vị trong mọi bản ghi và báo cáo. Chữ có dấu, chữ hoa và dấu cách không giữ nguyên khi
    /// chép sổ giữa các máy; Windows còn giữ riêng những tên như `con`, `aux`, `nul`.
    /// en: The directory's name is the unit's id in every record and report. Marks, capitals and blanks do not survive the way
    /// from one machine to another, and Windows keeps names such as `con`, `aux`, `nul` for itself.
    ///
    /// Fails:
    /// ```toml Chi bo Thon 3/cell.toml
    /// name = "Chi bộ thôn 3"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// ```
    /// ```toml aux/cell.toml
    /// name = "Chi bộ quân sự"
    /// kind = "military"
    /// ```
    /// ```toml chi-bo-truong-trung-hoc-co-so-va-tieu-hoc/cell.toml
    /// name = "Chi bộ trường học"
    /// kind = "school"
    /// ```
    /// ```text
    /// Chi bo Thon 3:1:1: lỗi[bad-unit-name] tên thư mục `Chi bo Thon 3` không dùng làm mã đơn vị được: chỉ dùng chữ thường không dấu, chữ số, gạch nối
    /// aux:1:1: lỗi[bad-unit-name] tên thư mục `aux` không dùng làm mã đơn vị được: Windows giữ riêng tên này
    /// chi-bo-truong-trung-hoc-co-so-va-tieu-hoc:1:1: lỗi[bad-unit-name] tên thư mục `chi-bo-truong-trung-hoc-co-so-va-tieu-hoc` không dùng làm mã đơn vị được: dài 41 ký tự, nhiều nhất 40
    /// ```
    /// ```text
    /// Chi bo Thon 3:1:1: error[bad-unit-name] the directory's name `Chi bo Thon 3` cannot be a unit's id: it takes a–z, digits and dashes only
    /// aux:1:1: error[bad-unit-name] the directory's name `aux` cannot be a unit's id: Windows keeps it for itself
    /// chi-bo-truong-trung-hoc-co-so-va-tieu-hoc:1:1: error[bad-unit-name] the directory's name `chi-bo-truong-trung-hoc-co-so-va-tieu-hoc` cannot be a unit's id: it has 41 characters, at most 40
    /// ```
    ///
    /// Fails:
    /// ```toml Chi-bo-3/cell.toml
    /// name = "Chi bộ thôn 3"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2", "Chi-bo-3"]
    /// signed = 2017-04-12
    /// secretaries = ["Chi-bo-3/dv01"]
    /// head = "tt02"
    /// ```
    /// ```text
    /// Chi-bo-3:1:1: lỗi[bad-unit-name] tên thư mục `Chi-bo-3` không dùng làm mã đơn vị được: chỉ dùng chữ thường không dấu, chữ số, gạch nối
    /// ```
    /// ```text
    /// Chi-bo-3:1:1: error[bad-unit-name] the directory's name `Chi-bo-3` cannot be a unit's id: it takes a–z, digits and dashes only
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-truong-trung-hoc-co-so-tieu-hoc-1/cell.toml
    /// name = "Chi bộ trường học"
    /// kind = "school"
    /// ```
    "bad-unit-name", Error, Cites::FORM, Check::Reading
}
