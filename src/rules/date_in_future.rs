use std::sync::Arc;

use crate::{
    date::{self, Date},
    finding::{Flaws, Place, Report},
    lang::{Words, say},
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Việc đã làm thì ngày làm không ở tương lai.
    /// en: What has been done is not dated in the future.
    ///
    /// vi: Điểm danh, biểu quyết, đại hội, ký và phê chuẩn là việc đã làm; ghi ngày mai là gõ nhầm năm hoặc tháng. Ngày kết
    /// thúc và cuộc họp dự kiến (chưa điểm danh) thì được ở tương lai. So với ngày thật, không phải với `--as-of`.
    /// en: Roll calls, votes, congresses, signatures and approvals are things done: dated tomorrow, a month or year was
    /// mistyped. Closing dates and planned meetings (without marks) may lie ahead. The real day counts, not `--as-of`.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2019/2019-02-02-regular.toml
    /// date = 2019-02-02
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-2/2019/2019-02-03-extraordinary.toml
    /// date = 2019-02-03
    /// kind = "extraordinary"
    ///
    /// [[resolutions]]
    /// votes = { for = 3 }
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    ///
    /// [[terms]]
    /// congress = 2109-02-22
    /// ```
    /// ```toml agreements/thon-2-2019-02-02.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2019-02-02
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    ///
    /// [approval]
    /// party_committee = { number = "21-QĐ/ĐU", date = 2019-02-20 }
    /// peoples_committee = { number = "35/QĐ-UBND", date = 2019-02-21 }
    /// ```
    /// ```text
    /// agreements/thon-2-2019-02-02.toml:3:10: lỗi[date-in-future] ký quy chế phối hợp ghi ngày 02/02/2019, mà hôm nay mới là 01/02/2019
    /// agreements/thon-2-2019-02-02.toml:8:49: lỗi[date-in-future] phê chuẩn ghi ngày 20/02/2019, mà hôm nay mới là 01/02/2019
    /// agreements/thon-2-2019-02-02.toml:9:53: lỗi[date-in-future] phê chuẩn ghi ngày 21/02/2019, mà hôm nay mới là 01/02/2019
    /// chi-bo-thon-2/2019/2019-02-02-regular.toml:1:8: lỗi[date-in-future] điểm danh ghi ngày 02/02/2019, mà hôm nay mới là 01/02/2019
    /// chi-bo-thon-2/2019/2019-02-03-extraordinary.toml:1:8: lỗi[date-in-future] biểu quyết ghi ngày 03/02/2019, mà hôm nay mới là 01/02/2019
    /// chi-bo-thon-2/cell.toml:6:12: lỗi[date-in-future] đại hội ghi ngày 22/02/2109, mà hôm nay mới là 01/02/2019
    /// ```
    /// ```text
    /// agreements/thon-2-2019-02-02.toml:3:10: error[date-in-future] an agreement's signing is dated 2019-02-02, and today is only 2019-02-01
    /// agreements/thon-2-2019-02-02.toml:8:49: error[date-in-future] an approval is dated 2019-02-20, and today is only 2019-02-01
    /// agreements/thon-2-2019-02-02.toml:9:53: error[date-in-future] an approval is dated 2019-02-21, and today is only 2019-02-01
    /// chi-bo-thon-2/2019/2019-02-02-regular.toml:1:8: error[date-in-future] a roll call is dated 2019-02-02, and today is only 2019-02-01
    /// chi-bo-thon-2/2019/2019-02-03-extraordinary.toml:1:8: error[date-in-future] a vote is dated 2019-02-03, and today is only 2019-02-01
    /// chi-bo-thon-2/cell.toml:6:12: error[date-in-future] a congress is dated 2109-02-22, and today is only 2019-02-01
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/2019/2019-02-01-regular.toml
    /// date = 2019-02-01
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-2/2019/2019-03-06-regular.toml
    /// date = 2019-03-06
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = ""
    ///
    /// [[resolutions]]
    /// title = "Nhiệm vụ tháng 3"
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2020-06-30
    ///
    /// [[terms]]
    /// congress = 2019-02-01
    /// ```
    "date-in-future", Error, Cites::FORM, Check::Commune(check), spoils Flaws::WHOLE
}

/// Only things done; closing and planned dates may lie ahead. Seen against the real day, not `--as-of`.
fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    for cell in &commune.cells {
        meetings(cell, report);
        for (term, _) in cell.file.terms.each() {
            let what = Words::new("đại hội", "a congress");
            look(term.congress.0, what, &cell.unit, Place::in_source(cell.file.source, term.congress.at), report);
        }
    }
    for agreement in commune.agreements.iter().filter(|agreement| !agreement.has(Flaws::WHOLE)) {
        let unit = &commune.unit;
        let signed = Words::new("ký quy chế phối hợp", "an agreement's signing");
        look(agreement.signed.0, signed, unit, agreement.place(agreement.signed.at), report);
        let Some(approval) = agreement.approval.get() else { continue };
        for document in [&approval.party_committee, &approval.peoples_committee] {
            if let Some((day, at)) = document.get().and_then(|document| document.date.said()) {
                let what = Words::new("phê chuẩn", "an approval");
                look(day.0, what, unit, agreement.place(at), report);
            }
        }
    }
}

fn meetings(cell: &Cell<'_>, report: &mut Report<'_>) {
    // A day that its file's name contradicts is one finding already.
    for meeting in cell.meetings.iter().filter(|meeting| meeting.is_sound()) {
        let what = if meeting.has_attendance() {
            Words::new("điểm danh", "a roll call")
        } else if meeting.resolutions.each().any(|(resolution, _)| !resolution.votes.is_absent()) {
            Words::new("biểu quyết", "a vote")
        } else {
            continue;
        };
        look(meeting.day(), what, &cell.unit, meeting.place(meeting.date.at), report);
    }
}

fn look(day: Date, what: Words, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    let (lang, today) = (report.ctx.lang, report.ctx.today);
    if day > today {
        let (day, today, what) = (date::show(day, lang), date::show(today, lang), what.of(lang));
        let message = say!(
            lang,
            "{what} ghi ngày {day}, mà hôm nay mới là {today}",
            "{what} is dated {day}, and today is only {today}"
        );
        report.add(&RULE, unit, place, message);
    }
}
