use std::sync::Arc;

use crate::{
    date::{self, Date},
    finding::{Flaws, Place, Report},
    lang::{Words, say},
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Việc đã làm không ghi ngày trong tương lai.
    /// en: What has been done is not dated in the future.
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
