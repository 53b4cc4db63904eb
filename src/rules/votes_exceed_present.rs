use crate::{
    finding::{Flaws, Report},
    lang::say,
    register::{Cell, Commune, meeting::Standing},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Số phiếu không nhiều hơn số đảng viên chính thức có mặt.
    /// en: No more votes are counted than official members were present.
    ///
    /// vi: Đảng viên dự bị và đảng viên sinh hoạt tạm thời không biểu quyết. Phiếu nhiều hơn người thì số phiếu hoặc điểm danh
    /// ghi nhầm. Bản ghi chỉ có số lượng người dự thì so với số có mặt.
    /// en: Probationary and temporary members do not vote. With more votes than voters, the votes or the roll are wrong. Where
    /// a record has only totals, the number of those present is taken.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/2018-12-05-combined.toml
    /// date = 2018-12-05
    /// kind = "combined"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "m"
    /// dv04 = "x"
    ///
    /// [[resolutions]]
    /// number = "12-NQ/CB"
    /// votes = { for = 2, against = 0, blank = 1 }
    /// carried = true
    ///
    /// [[resolutions]]
    /// title = "Quỹ khuyến học"
    /// votes = { for = 1, against = 2 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// counts = { expected = 3, present = 2 }
    ///
    /// [[resolutions]]
    /// votes = { for = 3 }
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:11:9: lỗi[votes-exceed-present] nghị quyết 12-NQ/CB có 3 phiếu, mà chỉ 2 đảng viên chính thức có mặt
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:16:9: lỗi[votes-exceed-present] nghị quyết “Quỹ khuyến học” có 3 phiếu, mà chỉ 2 đảng viên chính thức có mặt
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:6:9: lỗi[votes-exceed-present] một nghị quyết có 3 phiếu, mà chỉ 2 người có mặt
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:11:9: error[votes-exceed-present] resolution 12-NQ/CB has 3 votes, but only 2 official members were present
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:16:9: error[votes-exceed-present] the resolution “Quỹ khuyến học” has 3 votes, but only 2 official members were present
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:6:9: error[votes-exceed-present] a resolution has 3 votes, but only 2 members were present
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-1/2018/2018-12-05-combined.toml
    /// date = 2018-12-05
    /// kind = "combined"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "m"
    /// dv04 = "x"
    ///
    /// [[resolutions]]
    /// votes = { for = 1, against = 0, blank = 1 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// counts = { expected = 3, present = 2 }
    ///
    /// [[resolutions]]
    /// votes = { for = 2 }
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// dv03,2017-12-06,2018-12-06
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    /// attendance = { dv01 = "x", dv02 = "x", dv03 = "x" }
    ///
    /// [[resolutions]]
    /// votes = { for = 3 }
    /// ```
    "votes-exceed-present", Error,
    Cites::regulation("Quy định 29-QĐ/TW ngày 25/7/2016, điểm 9.3", "Quy định 29-QĐ/TW of 2016-07-25, point 9.3"),
    Check::Cell(check), spoils Flaws::VOTES
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang) = (report.ctx, report.ctx.lang);
    for meeting in cell.meetings.iter().filter(|meeting| meeting.is_sound() && meeting.standing(ctx) == Standing::Held)
    {
        for (resolution, _) in meeting.resolutions.each() {
            let Some((votes, at)) = resolution.votes.said() else { continue };
            let (Some(voters), Some(sum)) = (cell.outvoted(meeting, votes), votes.sum()) else { continue };
            let (name, present) = (resolution.shown(lang), voters.present);
            let message = if voters.by_roll {
                say!(
                    lang,
                    "{name} có {sum} phiếu, mà chỉ {present} đảng viên chính thức có mặt",
                    "{name} has {sum} votes, but only {present} official members were present"
                )
            } else {
                say!(
                    lang,
                    "{name} có {sum} phiếu, mà chỉ {present} người có mặt",
                    "{name} has {sum} votes, but only {present} members were present"
                )
            };
            let remedy = say!(
                lang,
                "xem lại số phiếu và điểm danh theo biên bản; đảng viên dự bị và sinh hoạt tạm thời không biểu quyết",
                "compare votes and roll with the minutes; probationary and temporary members do not vote"
            );
            report.add(&RULE, &cell.unit, meeting.place(at), message).remedy(remedy);
        }
    }
}
