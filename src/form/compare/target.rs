//! Which record of the register a new one of the form is: one that has been recorded since, or one more.

use chrono::Datelike;

use super::{Compare, Target, Values};
use crate::{
    date::{parse_iso, show},
    form::{
        filled::At,
        kind::{Kind, said},
        now::Fields,
        section::{Home, OF_MEETING, Section},
    },
    lang::{Lang, say},
    unit::join,
};

impl Compare<'_> {
    /// The record of the register that a new one of the form is: one that has been recorded since, or one more.
    pub(super) fn target(&mut self, section: Section, record: &str, values: &Values) -> Option<Target> {
        if section == Section::Meeting {
            return self.meeting(record, values);
        }
        let path = match values.get(OF_MEETING) {
            Some((at, _, number)) => match self.homes.get(&format!("m{number}")) {
                Some(meeting) => meeting.path.clone(),
                None => {
                    let why = say!(
                        self.lang,
                        "cuộc họp số {number} chưa có ngày và loại ở trang Điểm danh; ghi ở đó trước",
                        "meeting {number} has no day and kind in the roll call yet; write them there first"
                    );
                    self.bad(Some(at.clone()), number.clone(), why);
                    return None;
                }
            },
            None => section.file(&self.filled.made.cell, self.filled.made.year)?.0,
        };
        let says = |fields: &Fields, key: &str| {
            values.get(key).is_none_or(|(_, _, value)| key == OF_MEETING || fields.get(key) == Some(value))
        };
        let free: Vec<(&Home, &Fields)> = self
            .now
            .of_section(section)
            .filter(|(home, _)| home.path == path && !self.homes.values().any(|taken| taken == *home))
            .collect();
        let whole = free.iter().find(|(_, fields)| values.keys().all(|key| says(fields, key)));
        let identity = section.identity().iter().find(|key| values.contains_key(**key));
        let named = || free.iter().find(|(_, fields)| identity.is_some_and(|key| says(fields, key)));
        if let Some((home, _)) = whole.or_else(named) {
            return Some(Target { home: (*home).clone(), is_new: false, moved: false });
        }
        if section == Section::Year {
            return Some(Target { home: Home { section, path, nth: 0 }, is_new: true, moved: false });
        }
        let of_path = |home: &&Home| home.section == section && home.path == path;
        let there = self.now.records.keys().filter(of_path).count();
        let added = self.homes.values().filter(of_path).filter(|home| home.nth >= there).count();
        Some(Target { home: Home { section, path, nth: there + added }, is_new: true, moved: false })
    }

    fn meeting(&mut self, record: &str, values: &Values) -> Option<Target> {
        let (lang, year) = (self.lang, self.filled.made.year);
        let value = |key: &str| values.get(key).map(|(_, _, value)| value.as_str());
        let (at, _, day) = values.get("date")?;
        let date = parse_iso(day)?;
        if date.year() != year {
            let (day, other) = (show(date, lang), date.year());
            let why = say!(
                lang,
                "biểu này của năm {year}; cuộc họp năm {other} thì ghi ở biểu năm {other}",
                "this form is of {year}; a meeting of {other} goes into the form of {other}"
            );
            self.bad(Some(at.clone()), day, why);
            return None;
        }
        let kind = value("kind")?;
        let start = value("start");
        let alike = |fields: &Fields| {
            fields.get("date").map(String::as_str) == Some(day)
                && fields.get("kind").map(String::as_str) == Some(kind)
                && (start.is_none()
                    || fields.get("start").is_none()
                    || fields.get("start").map(String::as_str) == start)
        };
        if let Some((home, _)) = self.now.of_section(Section::Meeting).find(|(_, fields)| alike(fields)) {
            return self.unless_taken(record, home.clone(), at, day);
        }
        let stem = format!("{year:04}/{day}-{kind}");
        let mut taken = false;
        for nth in 1..=20 {
            let suffix = if nth == 1 { String::new() } else { format!("-{nth}") };
            let path = join(&self.filled.made.cell, &format!("{stem}{suffix}.toml"));
            let home = Home { section: Section::Meeting, path, nth: 0 };
            let in_form = self.homes.values().any(|other| *other == home);
            if !in_form && !(self.exists)(&home.path) {
                return Some(Target { home, is_new: true, moved: false });
            }
            taken |= !in_form && !self.now.records.contains_key(&home);
            if start.is_none() || taken {
                break;
            }
        }
        let day = show(date, lang);
        let why = if taken {
            say!(
                lang,
                "sổ dữ liệu đã có tệp của cuộc họp này mà không đọc được; chạy chibo check rồi sửa trước",
                "the register has a file of this meeting that cannot be read; run chibo check and mend it first"
            )
        } else {
            twice(lang)
        };
        self.bad(Some(at.clone()), day, why);
        None
    }

    fn unless_taken(&mut self, record: &str, home: Home, at: &At, day: &str) -> Option<Target> {
        if self.homes.iter().any(|(other, taken)| other != record && *taken == home) {
            let day = said(Kind::Date, day, self.lang);
            self.bad(Some(at.clone()), day, twice(self.lang));
            return None;
        }
        Some(Target { home, is_new: false, moved: false })
    }
}

fn twice(lang: Lang) -> String {
    say!(
        lang,
        "hai cuộc họp cùng ngày, cùng loại; ghi giờ bắt đầu của cả hai, hoặc bỏ một cột",
        "two meetings of one day and kind; write when both began, or take one out"
    )
}
