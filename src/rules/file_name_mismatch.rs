use chrono::Datelike;

use crate::{
    finding::{Flaws, Report},
    lang::say,
    parse::Vocabulary,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Tên tệp nói đúng nội dung: ngày và loại cuộc họp, thôn và ngày ký quy chế.
    /// en: A file is named for what it holds: a meeting's date and kind, an agreement's village and day.
    "file-name-mismatch", Error, Cites::FORM, Check::Commune(check), spoils Flaws::WHOLE
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    for cell in &commune.cells {
        meetings(cell, report);
    }
    let lang = report.ctx.lang;
    for agreement in &commune.agreements {
        let wanted = format!("{}-{}.toml", &**agreement.village, agreement.signed.0);
        let name = agreement.source.path.rsplit('/').next().unwrap_or_default();
        if name != wanted {
            let message = say!(
                lang,
                "tệp tên là {name}, nhưng theo thôn và ngày ký phải là {wanted}",
                "the file is called {name}, but by its village and day it is {wanted}"
            );
            let remedy = say!(
                lang,
                "đổi tên tệp, hoặc sửa `village`, `signed` trong tệp",
                "rename the file, or mend `village` or `signed` in it"
            );
            report.add(&RULE, &commune.unit, agreement.place(agreement.signed.at), message).remedy(remedy);
        }
    }
}

fn meetings(cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for meeting in &cell.meetings {
        let day = meeting.day();
        let stem = format!("{}-{}", day.format("%Y-%m-%d"), meeting.kind.word());
        let mut parts = meeting.source.path.rsplit('/');
        let name = parts.next().unwrap_or_default();
        let rest = name.strip_suffix(".toml").and_then(|name| name.strip_prefix(&stem));
        let is_named = rest.is_some_and(|rest| rest.is_empty() || is_number(rest));
        let folder = parts.next().unwrap_or_default();
        if !is_named || folder != day.year().to_string() {
            let year = day.year();
            let message = say!(
                lang,
                "tệp là {folder}/{name}, nhưng theo ngày và loại họp phải là {year}/{stem}.toml",
                "the file is {folder}/{name}, but by its date and kind it is {year}/{stem}.toml"
            );
            let remedy = say!(
                lang,
                "đổi tên tệp, hoặc sửa `date`, `kind` trong tệp",
                "rename the file, or mend `date` or `kind` in it"
            );
            report.add(&RULE, &cell.unit, meeting.place(meeting.date.at), message).remedy(remedy);
        }
    }
}

/// `-2`, `-3`: further meetings of one day and kind.
fn is_number(rest: &str) -> bool {
    rest.strip_prefix('-')
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()) && n != "0" && n != "1")
}
