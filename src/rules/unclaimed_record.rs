use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Mỗi tệp .toml, .csv nằm đúng chỗ và đúng tên của một loại bản ghi.
    /// en: Every .toml and .csv file has the place and the name of a kind of record.
    ///
    /// vi: Tệp không đúng tên thì không được tính ở đâu mà không ai biết. Bản sao do Windows, Excel hoặc ổ đám mây tạo ra còn
    /// làm người ta sửa nhầm tệp. Tệp không thuộc sổ thì ghi vào [ignore] của chibo.toml.
    /// en: A file under a wrong name is counted nowhere, and nobody notices. Copies that Windows, Excel or a cloud drive make
    /// moreover have people mend the wrong one. List what is no record under [ignore] in chibo.toml.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/members (1).csv
    /// id,admitted
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular - Copy.toml
    /// date = 2018-11-05
    /// ```
    /// ```csv chi-bo-thon-2/Members.CSV
    /// id,admitted
    /// ```
    /// ```csv chi-bo-thon-2/status.csv
    /// member,status
    /// ```
    /// ```toml chi-bo-thon-2/2018/5-11-2018.toml
    /// date = 2018-11-05
    /// ```
    /// ```toml chi-bo-thon-2/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// ```
    /// ```toml agreements/thon-1.toml
    /// village = "thon-1"
    /// ```
    /// ```text
    /// agreements/thon-1.toml:1:1: lỗi[unclaimed-record] không loại bản ghi nào có tên `thon-1.toml` ở đây
    /// chi-bo-thon-1/2018/2018-11-05-regular - Copy.toml:1:1: lỗi[unclaimed-record] `2018-11-05-regular - Copy.toml` có vẻ là bản sao của `2018-11-05-regular.toml`
    /// chi-bo-thon-1/members (1).csv:1:1: lỗi[unclaimed-record] `members (1).csv` có vẻ là bản sao của `members.csv`
    /// chi-bo-thon-2/2018/5-11-2018.toml:1:1: lỗi[unclaimed-record] không loại bản ghi nào có tên `5-11-2018.toml` ở đây
    /// chi-bo-thon-2/2018-11-05-regular.toml:1:1: lỗi[unclaimed-record] không loại bản ghi nào có tên `2018-11-05-regular.toml` ở đây
    /// chi-bo-thon-2/Members.CSV:1:1: lỗi[unclaimed-record] không loại bản ghi nào có tên `Members.CSV` ở đây; có phải là `members.csv`?
    /// chi-bo-thon-2/status.csv:1:1: lỗi[unclaimed-record] không loại bản ghi nào có tên `status.csv` ở đây; có phải là `statuses.csv`?
    /// ```
    /// ```text
    /// agreements/thon-1.toml:1:1: error[unclaimed-record] no kind of record is called `thon-1.toml` here
    /// chi-bo-thon-1/2018/2018-11-05-regular - Copy.toml:1:1: error[unclaimed-record] `2018-11-05-regular - Copy.toml` looks like a copy of `2018-11-05-regular.toml`
    /// chi-bo-thon-1/members (1).csv:1:1: error[unclaimed-record] `members (1).csv` looks like a copy of `members.csv`
    /// chi-bo-thon-2/2018/5-11-2018.toml:1:1: error[unclaimed-record] no kind of record is called `5-11-2018.toml` here
    /// chi-bo-thon-2/2018-11-05-regular.toml:1:1: error[unclaimed-record] no kind of record is called `2018-11-05-regular.toml` here
    /// chi-bo-thon-2/Members.CSV:1:1: error[unclaimed-record] no kind of record is called `Members.CSV` here; did you mean `members.csv`?
    /// chi-bo-thon-2/status.csv:1:1: error[unclaimed-record] no kind of record is called `status.csv` here; did you mean `statuses.csv`?
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    ///
    /// [ignore]
    /// paths = ["nhap/*.csv", "chi-bo-thon-1/cu"]
    /// ```
    /// ```csv nhap/danh-sach.csv
    /// id,admitted
    /// ```
    /// ```csv chi-bo-thon-1/cu/2018/members (1).csv
    /// id,admitted
    /// ```
    /// ```csv chi-bo-thon-2/.members.csv
    /// id,admitted
    /// ```
    /// ```csv chi-bo-thon-2/~$members.csv
    /// id,admitted
    /// ```
    "unclaimed-record", Error, Cites::FORM, Check::Reading
}
