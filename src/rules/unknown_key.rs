use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Bản ghi chỉ có những khóa mà định dạng biết.
    /// en: A record has only keys that the format knows.
    ///
    /// vi: Một khóa gõ sai thì điều ghi ở đó mất đi mà không ai hay. chibo báo khóa ấy, các khóa được nhận, và không kết luận gì
    /// từ những khóa có vẻ đang thiếu.
    /// en: Under a misspelt key something is lost, and nobody notices. chibo names the key and those that are accepted, and
    /// concludes nothing from the keys that then seem to be missing.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    ///
    /// [atendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "p"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    ///
    /// [counts]
    /// total = 4
    /// exemt = 1
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expect = 3
    /// present = 2
    /// excused = 1
    /// unexcused = 0
    ///
    /// [[guests]]
    /// from = "village-head"
    /// "official " = "tt02"
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:4:2: lỗi[unknown-key] không có khóa `atendance`; ở đây nhận: date, kind, month, held, reason, start, end, place, announced, prepared_by, committee_met, chair, minutes_by, attendance, counts, content, theme, resolutions, guests
    /// chi-bo-thon-2/2018/2018-11-05-regular.toml:6:1: lỗi[unknown-key] không có khóa `exemt`; ở đây nhận: expected, total, exempt, away, present, excused, unexcused
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:5:1: lỗi[unknown-key] không có khóa `expect`; ở đây nhận: expected, total, exempt, away, present, excused, unexcused
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:12:1: lỗi[unknown-key] không có khóa `official `; ở đây nhận: from, official
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:4:2: error[unknown-key] there is no key `atendance`; accepted here: date, kind, month, held, reason, start, end, place, announced, prepared_by, committee_met, chair, minutes_by, attendance, counts, content, theme, resolutions, guests
    /// chi-bo-thon-2/2018/2018-11-05-regular.toml:6:1: error[unknown-key] there is no key `exemt`; accepted here: expected, total, exempt, away, present, excused, unexcused
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:5:1: error[unknown-key] there is no key `expect`; accepted here: expected, total, exempt, away, present, excused, unexcused
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:12:1: error[unknown-key] there is no key `official `; accepted here: from, official
    /// ```
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// vilages = ["thon-2"]
    /// ```
    /// ```text
    /// chi-bo-thon-2/cell.toml:3:1: lỗi[unknown-key] không có khóa `vilages`; ở đây nhận: name, kind, villages, section, founded, dissolved, successor, terms, names
    /// ```
    /// ```text
    /// chi-bo-thon-2/cell.toml:3:1: error[unknown-key] there is no key `vilages`; accepted here: name, kind, villages, section, founded, dissolved, successor, terms, names
    /// ```
    ///
    /// Passes:
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// approval.party_committee.number = "21-QĐ/ĐU"
    /// approval."party_committee".date = 2017-04-20
    /// ```
    "unknown-key", Error, Cites::FORM, Check::Reading
}
