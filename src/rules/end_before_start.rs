use crate::{
    finding::Report,
    lang::say,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Cuộc họp kết thúc không sớm hơn giờ bắt đầu.
    /// en: A meeting does not end before it starts.
    ///
    /// vi: Hai giờ đảo nhau thì không biết họp bao lâu. Họp quá nửa đêm thì ghi giờ kết thúc là 23:59:59.
    /// en: With the two the wrong way round nobody knows how long the meeting was. One that goes past midnight ends 23:59:59.
    ///
    /// Fails:
    /// ```bytes chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// \xEF\xBB\xBFdate = 2018-11-06\r
    /// kind = "regular"\r
    /// place = "Nha\xCC\x80 va\xCC\x86n ho\xCC\x81a"\r
    /// start = 19:30:00\r
    /// \r
    /// end = 07:45:00 # 7 giờ 45 tối\r
    /// \r
    /// [counts]\r
    /// expected = 3\r
    /// present = 2\
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:6:7: lỗi[end-before-start] kết thúc lúc 07:45, trước giờ bắt đầu 19:30
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:6:7: error[end-before-start] it ends at 07:45, before it starts at 19:30
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/2018/2018-11-07-extraordinary.toml
    /// date = 2018-11-07
    /// kind = "extraordinary"
    /// start = 19:30:00
    /// end = 19:30:00
    ///
    /// [counts]
    /// expected = 3
    /// present = 2
    /// ```
    "end-before-start", Error, Cites::plan("2.I.2.1-1"), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for meeting in &cell.meetings {
        if let (Some(start), Some((end, at))) = (meeting.start.copied(), meeting.end.said())
            && *end < start
        {
            let message = say!(
                lang,
                "kết thúc lúc {end}, trước giờ bắt đầu {start}",
                "it ends at {end}, before it starts at {start}"
            );
            report.add(&RULE, &cell.unit, meeting.place(at), message);
        }
    }
}
