use crate::{
    finding::{Flaws, Report},
    lang::say,
    parse::Vocabulary,
    register::{Cell, Commune, ballot::needed},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Kết nạp, công nhận chính thức và xóa tên cần ít nhất hai phần ba số đảng viên chính thức tán thành.
    /// en: Admission, official status and strike-off are carried by at least two thirds of the official members.
    ///
    /// vi: Thiếu phiếu thì chi bộ chưa được đề nghị cấp trên. Số đảng viên chính thức tính như ở `not-carried`: trừ người bị
    /// đình chỉ; người được miễn, người sinh hoạt tạm thời nơi khác chỉ tính khi có mặt.
    /// en: Short of votes the cell cannot propose it upwards. The official members are counted as in `not-carried`: the
    /// suspended left out, the exempt and the away only if they came.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// dv03,2012-09-02,2013-09-02
    /// dv04,2012-09-02,2013-09-02
    /// dv05,2012-09-02,2013-09-02
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// counts = { expected = 5, present = 4 }
    ///
    /// [[resolutions]]
    /// number = "11-NQ/CB"
    /// kind = "admission"
    /// votes = { for = 3, against = 1 }
    /// carried = true
    ///
    /// [[resolutions]]
    /// number = "12-NQ/CB"
    /// kind = "official-status"
    /// votes = { for = 2 }
    /// carried = true
    ///
    /// [[resolutions]]
    /// kind = "strike-off"
    /// votes = { for = 3 }
    /// carried = true
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:8:17: lỗi[two-thirds-needed] nghị quyết 11-NQ/CB (kết nạp) ghi được thông qua với 3 phiếu tán thành; hai phần ba của 5 đảng viên chính thức là ít nhất 4
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:14:17: lỗi[two-thirds-needed] nghị quyết 12-NQ/CB (công nhận chính thức) ghi được thông qua với 2 phiếu tán thành; hai phần ba của 5 đảng viên chính thức là ít nhất 4
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:19:17: lỗi[two-thirds-needed] một nghị quyết (xóa tên) ghi được thông qua với 3 phiếu tán thành; hai phần ba của 5 đảng viên chính thức là ít nhất 4
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:8:17: error[two-thirds-needed] resolution 11-NQ/CB (admission) is recorded as carried with 3 in favour; two thirds of 5 official members is at least 4
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:14:17: error[two-thirds-needed] resolution 12-NQ/CB (official status) is recorded as carried with 2 in favour; two thirds of 5 official members is at least 4
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:19:17: error[two-thirds-needed] a resolution (strike-off) is recorded as carried with 3 in favour; two thirds of 5 official members is at least 4
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// counts = { expected = 3, present = 3 }
    ///
    /// [[resolutions]]
    /// kind = "admission"
    /// votes = { for = 2, against = 1 }
    /// carried = true
    ///
    /// [[resolutions]]
    /// kind = "strike-off"
    /// votes = { for = 1, against = 2 }
    /// carried = false
    ///
    /// [[resolutions]]
    /// kind = "monthly"
    /// votes = { for = 2, against = 1 }
    /// carried = true
    /// ```
    "two-thirds-needed", Error,
    Cites::regulation("Điều lệ Đảng ngày 19/01/2011, Điều 4, 5 và 8", "the Party's Charter of 2011-01-19, articles 4, 5 and 8"),
    Check::Cell(check), spoils Flaws::VOTES
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang) = (report.ctx, report.ctx.lang);
    for carried in cell.scantly_carried(ctx, true) {
        let (in_favour, kind) = (carried.in_favour, carried.resolution.kind.copied());
        let (Some(kind), Some(base)) = (kind, cell.voting_base(carried.meeting)) else { continue };
        let needed = needed(base, true);
        if in_favour < needed {
            let (name, kind) = (carried.resolution.shown(lang), kind.label().of(lang));
            let message = say!(
                lang,
                "{name} ({kind}) ghi được thông qua với {in_favour} phiếu tán thành; hai phần ba của {base} đảng viên chính thức là ít nhất {needed}",
                "{name} ({kind}) is recorded as carried with {in_favour} in favour; two thirds of {base} official members is at least {needed}"
            );
            carried.tell(&RULE, cell, message, report);
        }
    }
}
