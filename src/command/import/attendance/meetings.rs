//! The columns of an attendance book, each with the record that it fills or begins.

use std::collections::BTreeMap;

use super::{
    record,
    records::{begun, filled},
    shown,
};
use crate::{
    command::{
        Failure, Workplace,
        event::Desk,
        import::outcome::{Line, Verdict},
    },
    date::Date,
    import::table::{Meeting as Heading, Table, When},
    lang::{Lang, plural, say},
    parse::Vocabulary,
    records::meeting::{Kind, Mark, Meeting},
    register::{Cell, Record, discover::UnitDir, meeting::Standing},
};

/// The record of a column.
pub(super) enum Target<'m> {
    There(&'m Record<'m, Meeting<'m>>),
    New(Date, Kind),
    /// Why none of its marks is taken.
    Refused(String),
}

impl Target<'_> {
    pub(super) fn day(&self) -> Option<Date> {
        match self {
            Self::There(meeting) => Some(meeting.day()),
            Self::New(day, _) => Some(*day),
            Self::Refused(_) => None,
        }
    }

    fn mark(&self, id: &str) -> Option<Mark> {
        match self {
            Self::There(meeting) => meeting.marks().find(|(member, _)| *member == id).map(|(_, mark)| mark),
            Self::New(..) | Self::Refused(_) => None,
        }
    }
}

/// The columns by their numbers.
pub(super) struct Meetings<'m> {
    targets: BTreeMap<u32, Target<'m>>,
    /// What each gets, by member.
    marks: BTreeMap<u32, BTreeMap<String, Mark>>,
}

impl<'m> Meetings<'m> {
    pub(super) fn of(found: &Table<'_>, cell: &'m Cell<'m>, place: &Workplace, kind: Option<Kind>) -> Self {
        let mut targets: BTreeMap<u32, Target<'m>> = BTreeMap::new();
        for (column, heading) in found.meetings() {
            // A meeting for which nobody is marked has not been held, or not been entered.
            if found.rows.iter().all(|row| found.at(*row, column).is_none()) {
                continue;
            }
            let mut target = target(heading, cell, place, kind);
            let again = targets.values().any(|other| match (other, &target) {
                (Target::There(a), Target::There(b)) => std::ptr::eq(*a, *b),
                (Target::New(a, of_a), Target::New(b, of_b)) => (a, of_a) == (b, of_b),
                _ => false,
            });
            if again {
                target = Target::Refused(say!(
                    place.ctx.lang,
                    "cột khác đã là buổi họp này",
                    "another column is this meeting already"
                ));
            }
            targets.insert(column, target);
        }
        Self { targets, marks: BTreeMap::new() }
    }

    pub(super) fn targets(&self) -> impl Iterator<Item = (u32, &Target<'m>)> {
        self.targets.iter().map(|(column, target)| (*column, target))
    }

    /// Takes the marks of a member, and says what becomes of them.
    pub(super) fn put(&mut self, id: &str, said: &[(u32, Mark)], lang: Lang) -> (Verdict, String) {
        let (mut new, mut same, mut kept) = (0u64, 0u64, Vec::new());
        for (column, mark) in said {
            let Some(target) = self.targets.get(column) else { continue };
            match target.mark(id) {
                None => {
                    self.marks.entry(*column).or_default().insert(id.to_owned(), *mark);
                    new += 1;
                }
                Some(there) if there == *mark => same += 1,
                Some(there) => {
                    kept.push(format!("{} {} ≠ {}", shown(target, lang), there.word(), mark.word()));
                }
            }
        }
        let mut why = Vec::new();
        if new > 0 {
            why.push({
                let marks = plural(new, "mark", "marks");
                say!(lang, "ghi {new} dấu", "{new} {marks}")
            });
        }
        if same > 0 {
            why.push(say!(lang, "{same} dấu đã có", "{same} recorded already"));
        }
        if !kept.is_empty() {
            let kept = kept.join(", ");
            why.push(say!(lang, "giữ dấu đã ghi, khác tệp: {kept}", "recorded otherwise, and kept: {kept}"));
        }
        let verdict = match (new, same, kept.len()) {
            (0, _, 1..) => Verdict::Skipped,
            (0, 0, _) => Verdict::Skipped,
            (0, ..) => Verdict::Same,
            _ => Verdict::Changed,
        };
        if why.is_empty() {
            why.push(say!(lang, "không có dấu nào để ghi", "no mark to take"));
        }
        (verdict, why.join("; "))
    }

    /// Puts the records on the desk, and says what becomes of each.
    pub(super) fn settle(
        self,
        unit: &UnitDir,
        cell: &Cell<'_>,
        place: &Workplace,
        desk: &mut Desk<'_>,
        found: &Table<'_>,
    ) -> Result<Vec<Line>, Failure> {
        let lang = place.ctx.lang;
        let mut lines = Vec::new();
        for (column, target) in &self.targets {
            let heading = found.heading(*column).to_owned();
            let none = BTreeMap::new();
            let new = self.marks.get(column).unwrap_or(&none);
            let (count, marks) = (new.len(), plural(new.len() as u64, "mark", "marks"));
            lines.push(match target {
                Target::Refused(why) => record(heading, Verdict::Skipped, why.clone()),
                Target::There(meeting) if new.is_empty() => {
                    record(heading, Verdict::Same, desk.show(&meeting.source.path))
                }
                Target::There(meeting) => {
                    desk.text(filled(meeting, new, unit, place)?);
                    let path = desk.show(&meeting.source.path);
                    record(
                        heading,
                        Verdict::Changed,
                        say!(lang, "{path}: thêm {count} dấu", "{path}: {count} {marks} more"),
                    )
                }
                Target::New(..) if new.is_empty() => record(
                    heading,
                    Verdict::Skipped,
                    say!(lang, "không có dấu nào nhận được", "no mark of it could be taken"),
                ),
                Target::New(day, kind) => {
                    let text = begun(*day, *kind, new, unit, cell);
                    let path = desk.show(&text.path);
                    desk.text(text);
                    let kind = kind.label().of(lang);
                    record(
                        heading,
                        Verdict::Added,
                        say!(lang, "{path} ({kind}): {count} dấu", "{path} ({kind}): {count} {marks}"),
                    )
                }
            });
        }
        Ok(lines)
    }
}

/// The record that a heading speaks of.
fn target<'m>(heading: Heading, cell: &'m Cell<'m>, place: &Workplace, kind: Option<Kind>) -> Target<'m> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let day = match heading.when {
        When::Day(day) => day,
        When::Month(month) => {
            let held = |meeting: &&Record<'_, Meeting<'_>>| {
                meeting.counts_for() == month && meeting.is_regular() && meeting.standing(ctx) != Standing::NotHeld
            };
            let of_month: Vec<_> = cell.meetings.iter().filter(held).collect();
            return match of_month.as_slice() {
                [meeting] => usable(meeting, lang),
                _ => Target::Refused(say!(
                    lang,
                    "chỉ có tháng, không rõ ngày họp; ghi ngày ở dòng đầu bảng",
                    "a month alone does not say the day; write the day into the heading"
                )),
            };
        }
    };
    if day > ctx.today {
        return Target::Refused(say!(lang, "ngày này chưa tới", "this day is still to come"));
    }
    if !ctx.settings.records.covers(day) {
        return Target::Refused(say!(
            lang,
            "ngày này ngoài thời gian của sổ dữ liệu ([records] trong chibo.toml)",
            "this day lies outside the register's time ([records] in chibo.toml)"
        ));
    }
    if cell.unread_meetings.iter().any(|unread| unread.date == day) {
        return Target::Refused(say!(lang, "biên bản ngày này còn lỗi", "the record of this day is at fault"));
    }
    let said = heading.kind.or(kind);
    let is_it =
        |meeting: &&Record<'_, Meeting<'_>>| meeting.day() == day && said.is_none_or(|kind| *meeting.kind == kind);
    let there: Vec<_> = cell.meetings.iter().filter(is_it).collect();
    match there.as_slice() {
        [] => Target::New(day, said.unwrap_or(Kind::Regular)),
        [meeting] => usable(meeting, lang),
        _ => Target::Refused(say!(
            lang,
            "ngày này có nhiều buổi họp; ghi loại họp ở dòng đầu bảng",
            "there are several meetings of this day; write the kind into the heading"
        )),
    }
}

/// A record that can take marks.
fn usable<'m>(meeting: &'m Record<'m, Meeting<'m>>, lang: Lang) -> Target<'m> {
    if meeting.has_totals() {
        return Target::Refused(say!(
            lang,
            "biên bản chỉ ghi số lượng ([counts]); bỏ [counts] rồi nhập lại",
            "its record has totals ([counts]); take them out and import again"
        ));
    }
    if meeting.held.copied() == Some(false) {
        return Target::Refused(say!(lang, "đã ghi là tháng không họp", "it is recorded as a month without a meeting"));
    }
    if meeting.attendance.is_unread() || meeting.source.utf16 {
        return Target::Refused(say!(
            lang,
            "biên bản còn lỗi, hoặc ghi bằng UTF-16; chạy chibo check",
            "its record is at fault, or in UTF-16; run chibo check"
        ));
    }
    Target::There(meeting)
}
