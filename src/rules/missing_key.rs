use crate::{
    finding::{Flaws, Place, Report},
    lang::say,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Bản ghi có đủ các khóa và ô bắt buộc.
    /// en: A record has every required key and cell.
    ///
    /// vi: Thiếu một khóa bắt buộc thì không biết bản ghi nói về gì: cuộc họp không có ngày, đảng viên không có mã. Bản ghi ấy
    /// không được tính ở đâu; những gì nhắc đến nó thì không bị báo lỗi thêm.
    /// en: Without a required key a record says nothing for sure: a meeting without its day, a member without an id. Such a
    /// record is counted nowhere, and what refers to it is no further finding.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,until
    /// dv01,1990-02-03,1991-02-03,
    /// dv02,,2011-05-19,
    /// ,1975,1976,
    /// dv04,2018-05-19,,
    /// ```
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// signed = 2017-04-10
    /// head = "tt01"
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:1:1: lỗi[missing-key] thiếu khóa `cells`
    /// agreements/thon-1-2017-04-10.toml:1:1: lỗi[missing-key] thiếu khóa `secretaries`
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:1:1: lỗi[missing-key] thiếu khóa `date`
    /// chi-bo-thon-1/members.csv:3:6: lỗi[missing-key] ô `admitted` không được để trống
    /// chi-bo-thon-1/members.csv:4:1: lỗi[missing-key] ô `id` không được để trống
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:1:1: error[missing-key] the key `cells` is missing
    /// agreements/thon-1-2017-04-10.toml:1:1: error[missing-key] the key `secretaries` is missing
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:1:1: error[missing-key] the key `date` is missing
    /// chi-bo-thon-1/members.csv:3:6: error[missing-key] the cell `admitted` must not be empty
    /// chi-bo-thon-1/members.csv:4:1: error[missing-key] the cell `id` must not be empty
    /// ```
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// ```
    /// ```text
    /// chi-bo-thon-2/cell.toml:2:8: lỗi[missing-key] chi bộ thôn thiếu `villages`, các thôn mà chi bộ lãnh đạo
    /// ```
    /// ```text
    /// chi-bo-thon-2/cell.toml:2:8: error[missing-key] a village cell lacks `villages`, the villages that it leads
    /// ```
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// present = 2
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:4:1: lỗi[missing-key] [counts] thiếu `expected` (số phải dự) hoặc `total` (tổng số đảng viên)
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:4:1: lỗi[missing-key] thiếu khóa `present`
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:4:1: error[missing-key] [counts] lacks `expected` (how many should come) or `total` (all the members)
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:4:1: error[missing-key] the key `present` is missing
    /// ```
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-12-31-regular.toml
    /// date = 2018-12-31
    /// kind = "regular"
    /// held = false
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-12-31-regular.toml:3:8: lỗi[missing-key] tháng không họp thiếu `reason`, lý do không họp
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-12-31-regular.toml:3:8: error[missing-key] a month without a meeting lacks its `reason`
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ trạm y tế"
    /// kind = "health"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// total = 3
    /// present = 2
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-31-regular.toml
    /// date = 2018-12-31
    /// kind = "regular"
    /// held = false
    /// reason = "Mưa bão"
    /// ```
    "missing-key", Error, Cites::FORM, Check::Cell(check), spoils Flaws::ATTENDANCE
}

/// Keys that are required only beside others; the rest is found while reading.
fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    if cell.is_village_cell() && cell.file.villages.is_absent() && !cell.file.has(Flaws::KEYS) {
        let message = say!(
            lang,
            "chi bộ thôn thiếu `villages`, các thôn mà chi bộ lãnh đạo",
            "a village cell lacks `villages`, the villages that it leads"
        );
        report.add(&RULE, &cell.unit, Place::in_source(cell.file.source, cell.file.kind.at), message);
    }
    for meeting in &cell.meetings {
        if let Some((counts, at)) = meeting.counts.said()
            && counts.expected.is_absent()
            && counts.total.is_absent()
            && !meeting.has(Flaws::KEYS)
        {
            let message = say!(
                lang,
                "[counts] thiếu `expected` (số phải dự) hoặc `total` (tổng số đảng viên)",
                "[counts] lacks `expected` (how many should come) or `total` (all the members)"
            );
            report.add(&RULE, &cell.unit, meeting.place(at), message);
        }
        if meeting.held.copied() == Some(false) && meeting.reason.is_absent() && !meeting.has(Flaws::KEYS) {
            let at = meeting.held.at().unwrap_or(At::File);
            let message = say!(
                lang,
                "tháng không họp thiếu `reason`, lý do không họp",
                "a month without a meeting lacks its `reason`"
            );
            report.add(&RULE, &cell.unit, Place::in_source(meeting.source, at), message);
        }
    }
}
