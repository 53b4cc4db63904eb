use chrono::Datelike;

use crate::{
    date::{Date, parse_iso},
    finding::{Flaws, Report},
    lang::say,
    parse::Vocabulary,
    register::{Cell, Commune, claim::year_of},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Tên tệp nói đúng nội dung: ngày và loại của cuộc họp, thôn và ngày ký của quy chế.
    /// en: A file is named for what it holds: a meeting's date and kind, an agreement's village and day.
    ///
    /// vi: Người ta tìm bản ghi theo tên tệp. Tên khác nội dung thường là do chép tệp tháng trước rồi quên sửa ngày; đến khi
    /// sửa xong, không tính được cuộc họp ấy vào ngày nào. Cuộc họp thứ hai cùng ngày, cùng loại thì thêm `-2`.
    /// en: People find a record by its file's name. Where the two differ, last month's file was mostly copied and its date
    /// forgotten; until that is mended, nobody can say on which day to count it. A second meeting of a day and kind adds `-2`.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-07-thematic.toml
    /// date = 2018-12-07
    /// kind = "combined"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-2/2017/2018-12-08-regular.toml
    /// date = 2018-12-08
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-08-regular2.toml
    /// date = 2018-12-08
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-09-regular-1.toml
    /// date = 2018-12-09
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```text
    /// chi-bo-thon-2/2017/2018-12-08-regular.toml:1:8: lỗi[file-name-mismatch] tệp là 2017/2018-12-08-regular.toml, nhưng theo ngày và loại họp phải là 2018/2018-12-08-regular.toml
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:1:8: lỗi[file-name-mismatch] tệp là 2018/2018-12-06-regular.toml, nhưng theo ngày và loại họp phải là 2018/2018-11-06-regular.toml
    /// chi-bo-thon-2/2018/2018-12-07-thematic.toml:1:8: lỗi[file-name-mismatch] tệp là 2018/2018-12-07-thematic.toml, nhưng theo ngày và loại họp phải là 2018/2018-12-07-combined.toml
    /// chi-bo-thon-2/2018/2018-12-08-regular2.toml:1:8: lỗi[file-name-mismatch] tệp là 2018/2018-12-08-regular2.toml, nhưng theo ngày và loại họp phải là 2018/2018-12-08-regular.toml
    /// chi-bo-thon-2/2018/2018-12-09-regular-1.toml:1:8: lỗi[file-name-mismatch] tệp là 2018/2018-12-09-regular-1.toml, nhưng theo ngày và loại họp phải là 2018/2018-12-09-regular.toml
    /// ```
    /// ```text
    /// chi-bo-thon-2/2017/2018-12-08-regular.toml:1:8: error[file-name-mismatch] the file is 2017/2018-12-08-regular.toml, but by its date and kind it is 2018/2018-12-08-regular.toml
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:1:8: error[file-name-mismatch] the file is 2018/2018-12-06-regular.toml, but by its date and kind it is 2018/2018-11-06-regular.toml
    /// chi-bo-thon-2/2018/2018-12-07-thematic.toml:1:8: error[file-name-mismatch] the file is 2018/2018-12-07-thematic.toml, but by its date and kind it is 2018/2018-12-07-combined.toml
    /// chi-bo-thon-2/2018/2018-12-08-regular2.toml:1:8: error[file-name-mismatch] the file is 2018/2018-12-08-regular2.toml, but by its date and kind it is 2018/2018-12-08-regular.toml
    /// chi-bo-thon-2/2018/2018-12-09-regular-1.toml:1:8: error[file-name-mismatch] the file is 2018/2018-12-09-regular-1.toml, but by its date and kind it is 2018/2018-12-09-regular.toml
    /// ```
    ///
    /// Fails:
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-12-04
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// ```
    /// ```text
    /// agreements/thon-2-2017-04-12.toml:3:10: lỗi[file-name-mismatch] tệp tên là thon-2-2017-04-12.toml, nhưng theo thôn và ngày ký phải là thon-2-2017-12-04.toml
    /// ```
    /// ```text
    /// agreements/thon-2-2017-04-12.toml:3:10: error[file-name-mismatch] the file is called thon-2-2017-04-12.toml, but by its village and day it is thon-2-2017-12-04.toml
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular-2.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// start = 20:00:00
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
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
        if is_usual(&meeting.source.path, day, meeting.kind.word()) {
            continue;
        }
        let mut parts = meeting.source.path.rsplit('/');
        let name = parts.next().unwrap_or_default();
        let folder = parts.next().unwrap_or_default();
        let year = day.year();
        if !is_named(name, day, meeting.kind.word()) || year_of(folder) != Some(year) {
            let stem = format!("{}-{}", day.format("%Y-%m-%d"), meeting.kind.word());
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

/// Whether a path ends as nearly every meeting's does: `2018/2018-03-05-regular.toml`.
fn is_usual(path: &str, day: Date, kind: &str) -> bool {
    let two = |number: u32| [b'0' + (number / 10 % 10) as u8, b'0' + (number % 10) as u8];
    let year = day.year().cast_unsigned();
    let ([y, e], [a, r], [m, o], [d, t]) = (two(year / 100), two(year), two(day.month()), two(day.day()));
    let named = [y, e, a, r, b'/', y, e, a, r, b'-', m, o, b'-', d, t, b'-'];
    let stem = path.strip_suffix(".toml").and_then(|stem| stem.strip_suffix(kind));
    stem.and_then(|stem| stem.as_bytes().split_last_chunk())
        .is_some_and(|(folder, last)| *last == named && (folder.is_empty() || folder.ends_with(b"/")) && year <= 9999)
}

/// Whether a name is a meeting's: its day, its kind, and a number where there is another of both.
fn is_named(name: &str, day: Date, kind: &str) -> bool {
    let rest = |name: &str| {
        let rest = name.strip_suffix(".toml")?;
        let (named, rest) = rest.split_at_checked(10)?;
        let rest = rest.strip_prefix('-')?.strip_prefix(kind)?;
        Some(parse_iso(named)? == day && (rest.is_empty() || is_number(rest)))
    };
    rest(name) == Some(true)
}

/// `-2`, `-3`: further meetings of one day and kind.
fn is_number(rest: &str) -> bool {
    rest.strip_prefix('-')
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()) && n != "0" && n != "1")
}
