use crate::{
    finding::{Flaws, Report},
    lang::say,
    register::{Cell, Commune, ballot::needed},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Nghị quyết được thông qua khi có quá nửa số đảng viên tán thành.
    /// en: A resolution is carried by more than half of the members.
    ///
    /// vi: Quá nửa là của số đảng viên chính thức, không phải của số có mặt. Trừ người bị đình chỉ sinh hoạt; người được miễn,
    /// người sinh hoạt tạm thời nơi khác chỉ tính khi có mặt; tại đại hội trừ cả người vắng có lý do. Việc cần hai phần ba thì
    /// do `two-thirds-needed` xét.
    /// en: More than half means of the official members, not of those present. The suspended are left out; the exempt and the
    /// away count only if they came; at a congress the excused are left out too. What needs two thirds is for
    /// `two-thirds-needed` to judge.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,temporary
    /// dv01,1988-05-19,1989-05-19,
    /// dv02,2003-02-03,2004-02-03,
    /// dv03,2012-09-02,2013-09-02,
    /// dv04,2017-11-06,2018-11-06,
    /// dv05,2012-09-02,2013-09-02,yes
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// counts = { expected = 5, present = 3 }
    ///
    /// [[resolutions]]
    /// number = "11-NQ/CB"
    /// kind = "monthly"
    /// votes = { for = 2, against = 1 }
    /// carried = true
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:8:17: lỗi[not-carried] nghị quyết 11-NQ/CB ghi được thông qua với 2 phiếu tán thành; quá nửa của 4 đảng viên chính thức là ít nhất 3
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:8:17: error[not-carried] resolution 11-NQ/CB is recorded as carried with 2 in favour; more than half of 4 official members is at least 3
    /// ```
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// dv03,2012-09-02,2013-09-02
    /// dv04,2017-11-05,2018-11-05
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// counts = { expected = 4, present = 3 }
    ///
    /// [[resolutions]]
    /// votes = { for = 2, against = 1 }
    /// carried = true
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:6:17: lỗi[not-carried] một nghị quyết ghi được thông qua với 2 phiếu tán thành; quá nửa của 4 đảng viên chính thức là ít nhất 3
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:6:17: error[not-carried] a resolution is recorded as carried with 2 in favour; more than half of 4 official members is at least 3
    /// ```
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from
    /// dv03,exempt,2015-01-01
    /// ```
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-congress.toml
    /// date = 2018-11-06
    /// kind = "congress"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "k"
    ///
    /// [[resolutions]]
    /// title = "Nghị quyết đại hội"
    /// votes = { for = 1 }
    /// carried = true
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "p"
    /// dv03 = "x"
    ///
    /// [[resolutions]]
    /// votes = { for = 1, blank = 1 }
    /// carried = true
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-congress.toml:10:17: lỗi[not-carried] nghị quyết “Nghị quyết đại hội” ghi được thông qua với 1 phiếu tán thành; quá nửa của 2 đảng viên chính thức là ít nhất 2
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:10:17: lỗi[not-carried] một nghị quyết ghi được thông qua với 1 phiếu tán thành; quá nửa của 3 đảng viên chính thức là ít nhất 2
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-congress.toml:10:17: error[not-carried] the resolution “Nghị quyết đại hội” is recorded as carried with 1 in favour; more than half of 2 official members is at least 2
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:10:17: error[not-carried] a resolution is recorded as carried with 1 in favour; more than half of 3 official members is at least 2
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,temporary
    /// dv01,1988-05-19,1989-05-19,
    /// dv02,2003-02-03,2004-02-03,
    /// dv03,2012-09-02,2013-09-02,
    /// dv04,2017-11-07,2018-11-07,
    /// dv05,2012-09-02,2013-09-02,yes
    /// ```
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from,until
    /// dv03,exempt,2018-11-07,
    /// dv04,away,2018-11-07,
    /// dv02,suspended,2018-12-20,
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// counts = { expected = 5, present = 3 }
    ///
    /// [[resolutions]]
    /// votes = { for = 2 }
    /// carried = true
    ///
    /// [[resolutions]]
    /// votes = { for = 1, against = 2 }
    /// carried = false
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-05-congress.toml
    /// date = 2018-12-05
    /// kind = "congress"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "p"
    /// dv05 = "x"
    ///
    /// [[resolutions]]
    /// votes = { for = 1 }
    /// carried = true
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv05 = "x"
    ///
    /// [[resolutions]]
    /// votes = { for = 2 }
    /// carried = true
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-20-extraordinary.toml
    /// date = 2018-12-20
    /// kind = "extraordinary"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv05 = "x"
    ///
    /// [[resolutions]]
    /// votes = { for = 1 }
    /// carried = true
    /// ```
    "not-carried", Error,
    Cites::regulation("Quy định 29-QĐ/TW ngày 25/7/2016, điểm 9.3", "Quy định 29-QĐ/TW of 2016-07-25, point 9.3"),
    Check::Cell(check), spoils Flaws::VOTES
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang) = (report.ctx, report.ctx.lang);
    for carried in cell.scantly_carried(ctx, false) {
        let in_favour = carried.in_favour;
        let Some(base) = cell.voting_base(carried.meeting) else { continue };
        let needed = needed(base, false);
        if in_favour < needed {
            let name = carried.resolution.shown(lang);
            let message = say!(
                lang,
                "{name} ghi được thông qua với {in_favour} phiếu tán thành; quá nửa của {base} đảng viên chính thức là ít nhất {needed}",
                "{name} is recorded as carried with {in_favour} in favour; more than half of {base} official members is at least {needed}"
            );
            carried.tell(&RULE, cell, message, report);
        }
    }
}
