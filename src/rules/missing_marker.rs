use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Thư mục có bản ghi thì có tệp của đơn vị: cell.toml, commune.toml, district.toml.
    /// en: A directory that holds records has its unit's file: cell.toml, commune.toml, district.toml.
    ///
    /// vi: Không có tệp ấy thì không biết thư mục là đơn vị gì, và bản ghi bên trong không được tính ở đâu. Thư mục không có
    /// bản ghi nào, như thư mục để ảnh hoặc ghi chú, thì không cần; gốc sổ thì lúc nào cũng cần.
    /// en: Without it nobody knows what unit the directory is, and the records inside are counted nowhere. A directory without
    /// records, for notes or photographs, needs none; the root always needs its own.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-3/members.csv
    /// id,admitted,official
    /// dv01,1990-02-03,1991-02-03
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2", "chi-bo-thon-3"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-3/dv01"]
    /// head = "tt02"
    /// ```
    /// ```text
    /// chi-bo-thon-3:1:1: lỗi[missing-marker] thư mục có bản ghi nhưng thiếu cell.toml, nên chưa là chi bộ
    /// ```
    /// ```text
    /// chi-bo-thon-3:1:1: error[missing-marker] the directory holds records but no cell.toml, so it is no cell
    /// ```
    ///
    /// Fails:
    /// ```delete commune.toml
    /// ```
    /// ```text
    /// chibo.toml:1:1: lỗi[missing-marker] gốc sổ là xã nhưng thiếu commune.toml
    /// ```
    /// ```text
    /// chibo.toml:1:1: error[missing-marker] the register's root is a commune and has no commune.toml
    /// ```
    ///
    /// Passes:
    /// ```text ghi-chu/2018/README.md
    /// Nơi để ghi chú khi nhập sổ.
    /// ```
    "missing-marker", Error, Cites::FORM, Check::Reading
}
