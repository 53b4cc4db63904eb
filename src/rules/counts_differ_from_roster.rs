use crate::{
    date::{self, Date},
    finding::{Flaws, Report},
    lang::{Words, say},
    records::{meeting::Kind, status::Status},
    register::{
        Cell, Commune,
        meeting::Standing,
        roll::{Expected, expected},
    },
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Số đảng viên ghi ở [counts] khớp với danh sách đảng viên trong ngày họp.
    /// en: The numbers of members in [counts] agree with the roster on the day of the meeting.
    ///
    /// vi: Lệch nhau thì biên bản hoặc danh sách có chỗ chưa cập nhật: người mới đến, người được miễn, người đi nơi khác. Tổng
    /// số là mọi đảng viên của chi bộ, cả dự bị và sinh hoạt tạm thời; phải dự thì trừ người được miễn, đi nơi khác, bị đình chỉ
    /// hoặc làm nhiệm vụ đặc biệt. Người được miễn mà vẫn đến dự được tính thêm thì số lệch là đúng.
    /// en: Where they differ, the minutes or the roster are behind: who is new, exempt or away. The total is every member of
    /// the cell, the probationary and the temporary among them; expected are those less the exempt, the away, the suspended and
    /// those on special duty. Where an exempt member came all the same and was added, the difference is right.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from,until
    /// dv02,exempt-temporarily,2018-11-07,
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 2
    /// present = 2
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    ///
    /// [counts]
    /// total = 4
    /// exempt = 0
    /// away = 1
    /// present = 2
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:5:12: cảnh báo[counts-differ-from-roster] [counts] lệch với danh sách đảng viên ngày 06/11/2018: phải dự ghi 2, danh sách có 3
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:5:9: cảnh báo[counts-differ-from-roster] [counts] lệch với danh sách đảng viên ngày 06/12/2018: tổng số ghi 4, danh sách có 3; được miễn ghi 0, danh sách có 1; đi nơi khác ghi 1, danh sách có 0
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:5:12: warning[counts-differ-from-roster] [counts] differs from the roster on 2018-11-06: 2 expected, the roster has 3
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:5:9: warning[counts-differ-from-roster] [counts] differs from the roster on 2018-12-06: 4 in all, the roster has 3; 0 exempt, the roster has 1; 1 away, the roster has 0
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from,until
    /// dv02,exempt,2018-11-07,
    /// dv03,away,2018-12-01,2018-12-06
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// total = 3
    /// present = 2
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 1
    /// total = 3
    /// exempt = 1
    /// away = 1
    /// present = 1
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-03-committee.toml
    /// date = 2018-12-03
    /// kind = "committee"
    ///
    /// [counts]
    /// expected = 1
    /// present = 1
    /// ```
    "counts-differ-from-roster", Warning, Cites::plan("2.I.2.1-6"), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang) = (report.ctx, report.ctx.lang);
    // A committee's meeting counts the committee.
    for meeting in cell.meetings.iter().filter(|meeting| *meeting.kind != Kind::Committee) {
        let Some(counts) = meeting.counts.get() else { continue };
        let is_told = meeting.is_sound() && meeting.attendance_is_sound() && !meeting.has(Flaws::KEYS);
        if !is_told || meeting.standing(ctx) != Standing::Held {
            continue;
        }
        let Some(roster) = Roster::on(cell, meeting.day()) else { continue };
        let told = [
            (Words::new("tổng số", "in all"), &counts.total, roster.total),
            (Words::new("được miễn", "exempt"), &counts.exempt, roster.exempt),
            (Words::new("đi nơi khác", "away"), &counts.away, roster.away),
            (Words::new("phải dự", "expected"), &counts.expected, roster.expected),
        ];
        let differing: Vec<_> = told
            .iter()
            .filter_map(|(what, count, found)| Some((what.of(lang), count.said()?, *found)))
            .filter(|(_, (count, _), found)| u64::from(**count) != *found)
            .collect();
        let Some((_, (_, at), _)) = differing.first() else { continue };
        let list: Vec<String> = differing
            .iter()
            .map(|(what, (count, _), found)| {
                say!(lang, "{what} ghi {count}, danh sách có {found}", "{count} {what}, the roster has {found}")
            })
            .collect();
        let (list, day) = (list.join("; "), date::show(meeting.day(), lang));
        let message = say!(
            lang,
            "[counts] lệch với danh sách đảng viên ngày {day}: {list}",
            "[counts] differs from the roster on {day}: {list}"
        );
        let remedy = say!(
            lang,
            "xem lại giấy; cập nhật members.csv, statuses.csv nếu có người đến, đi, được miễn mà chưa ghi",
            "look at the paper; bring members.csv and statuses.csv up to date if somebody came, left or was exempted"
        );
        report.add(&RULE, &cell.unit, meeting.place(*at), message).remedy(remedy);
    }
}

/// A cell's members on a day.
#[derive(Default)]
struct Roster {
    total: u64,
    exempt: u64,
    away: u64,
    expected: u64,
}

impl Roster {
    /// `None` where the roster cannot tell it of everyone.
    fn on(cell: &Cell<'_>, day: Date) -> Option<Self> {
        let is_stray = |id: &str| cell.people.find(id).is_none();
        cell.sure_life()?;
        let unread = cell.members.unread || cell.members.is_absent() || cell.statuses.unread;
        if unread || cell.statuses.rows.iter().any(|row| is_stray(&row.member)) {
            return None;
        }
        let mut roster = Self::default();
        for person in cell.people.iter() {
            let has = |kinds: &[Status]| person.has_status(&cell.statuses, day, kinds);
            match expected(cell, person, day) {
                Expected::Unknown => return None,
                Expected::NotAMember => continue,
                Expected::Yes => roster.expected += 1,
                Expected::KeptAway if has(&[Status::Exempt, Status::ExemptTemporarily])? => roster.exempt += 1,
                Expected::KeptAway if has(&[Status::Away])? => roster.away += 1,
                // Suspended or on special duty: of the total alone.
                Expected::KeptAway => {}
            }
            roster.total += 1;
        }
        Some(roster)
    }
}
