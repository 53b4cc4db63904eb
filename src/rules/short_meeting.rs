use crate::{
    finding::Report,
    lang::say,
    parse::Vocabulary,
    register::{Cell, Commune, meeting::Standing},
    regulations::{HD_12, MeetingRules},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Từ ngày 06/7/2018, một buổi sinh hoạt dài ít nhất 90 phút; kết hợp thường kỳ và chuyên đề ít nhất 120 phút.
    /// en: From 2018-07-06 a meeting lasts at least 90 minutes; regular and thematic in one, at least 120.
    ///
    /// vi: Chỉ xét buổi thường kỳ, chuyên đề, kết hợp. Họp quá ngắn thì không đủ nội dung và các bước. Nơi cấp ủy có
    /// thẩm quyền quy định thời gian khác cho chi bộ ít đảng viên thì đặt mức của quy tắc này trong [levels] của
    /// chibo.toml. Không ghi giờ bắt đầu hoặc giờ kết thúc thì không xét.
    /// en: Looked at are regular, thematic and combined meetings. Too short a meeting cannot hold every part and step.
    /// Where the competent committee has set another length for cells of few members, the register sets the level of
    /// this rule under [levels] in chibo.toml. Without both times nothing is said.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-07-06-regular.toml
    /// date = 2018-07-06
    /// kind = "regular"
    /// start = 19:30:00
    /// end = 20:59:59
    /// counts = { expected = 3, present = 3 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-09-06-thematic.toml
    /// date = 2018-09-06
    /// kind = "thematic"
    /// start = 19:30:00
    /// end = 20:30:00
    /// counts = { expected = 3, present = 3 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-combined.toml
    /// date = 2018-12-06
    /// kind = "combined"
    /// start = 19:30:00
    /// end = 21:29:00
    /// counts = { expected = 3, present = 3 }
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-07-06-regular.toml:4:7: cảnh báo[short-meeting] cuộc họp thường kỳ từ 19:30 đến 20:59 dài 89 phút; Hướng dẫn 12-HD/BTCTW ngày 06/7/2018 yêu cầu ít nhất 90 phút
    /// chi-bo-thon-2/2018/2018-09-06-thematic.toml:4:7: cảnh báo[short-meeting] cuộc họp chuyên đề từ 19:30 đến 20:30 dài 60 phút; Hướng dẫn 12-HD/BTCTW ngày 06/7/2018 yêu cầu ít nhất 90 phút
    /// chi-bo-thon-2/2018/2018-12-06-combined.toml:4:7: cảnh báo[short-meeting] cuộc họp kết hợp từ 19:30 đến 21:29 dài 119 phút; Hướng dẫn 12-HD/BTCTW ngày 06/7/2018 yêu cầu ít nhất 120 phút
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-07-06-regular.toml:4:7: warning[short-meeting] the regular meeting from 19:30 to 20:59 lasted 89 minutes; guidance 12-HD/BTCTW of 2018-07-06 asks for at least 90
    /// chi-bo-thon-2/2018/2018-09-06-thematic.toml:4:7: warning[short-meeting] the thematic meeting from 19:30 to 20:30 lasted 60 minutes; guidance 12-HD/BTCTW of 2018-07-06 asks for at least 90
    /// chi-bo-thon-2/2018/2018-12-06-combined.toml:4:7: warning[short-meeting] the combined meeting from 19:30 to 21:29 lasted 119 minutes; guidance 12-HD/BTCTW of 2018-07-06 asks for at least 120
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/2018/2018-07-05-regular.toml
    /// date = 2018-07-05
    /// kind = "regular"
    /// start = 19:30:00
    /// end = 20:00:00
    /// counts = { expected = 3, present = 3 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-09-06-thematic.toml
    /// date = 2018-09-06
    /// kind = "thematic"
    /// start = 19:30:00
    /// end = 21:00:00
    /// counts = { expected = 3, present = 3 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-10-06-extraordinary.toml
    /// date = 2018-10-06
    /// kind = "extraordinary"
    /// start = 19:30:00
    /// end = 20:00:00
    /// counts = { expected = 3, present = 3 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-combined.toml
    /// date = 2018-12-06
    /// kind = "combined"
    /// start = 19:30:00
    /// end = 21:30:00
    /// counts = { expected = 3, present = 3 }
    /// ```
    "short-meeting", Warning, Cites::by(HD_12), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang) = (report.ctx, report.ctx.lang);
    for meeting in cell.meetings.iter().filter(|meeting| meeting.is_sound() && meeting.standing(ctx) == Standing::Held)
    {
        let rules = MeetingRules::on(meeting.day());
        let Some(least) = rules.minutes(*meeting.kind) else { continue };
        let (Some(start), Some((end, at))) = (meeting.start.copied(), meeting.end.said()) else { continue };
        // An end before the start is `end-before-start`.
        if let Some(seconds) = end.seconds.checked_sub(start.seconds)
            && seconds < least * 60
        {
            let (kind, minutes, by) = (meeting.kind.label().of(lang), seconds / 60, rules.title.of(lang));
            let message = say!(
                lang,
                "cuộc họp {kind} từ {start} đến {end} dài {minutes} phút; {by} yêu cầu ít nhất {least} phút",
                "the {kind} meeting from {start} to {end} lasted {minutes} minutes; {by} asks for at least {least}"
            );
            let remedy =
                say!(lang, "xem lại giờ bắt đầu và giờ kết thúc theo biên bản", "compare both times with the minutes");
            report.add(&RULE, &cell.unit, meeting.place(at), message).remedy(remedy);
        }
    }
}
