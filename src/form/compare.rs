//! What each record of a form asks, record by record.

mod target;

use std::collections::BTreeMap;

use crate::{
    form::{
        filled::{At, Filled, Said},
        kind::{Kind, said},
        now::{Fields, Now, digest},
        plan::{Bad, Change, Plan},
        section::{Home, OF_MEETING, Section},
    },
    lang::{Lang, say},
    sheet_file::Cell,
};

/// The values of a record's boxes that could be read.
type Values = BTreeMap<String, (At, Kind, String)>;

/// Totals cannot stand without it.
const PRESENT: &str = "counts.present";

/// A form and the register, being compared.
pub(crate) struct Compare<'c> {
    pub(crate) filled: &'c Filled,
    pub(crate) now: &'c Now,
    pub(crate) lang: Lang,
    /// Whether a file stands there, read or not.
    pub(crate) exists: &'c dyn Fn(&str) -> bool,
    plan: Plan,
    /// Which record of the register each record of the form is; no two are one.
    homes: BTreeMap<String, Home>,
}

/// The record of the register that one of the form is.
struct Target {
    home: Home,
    is_new: bool,
    /// What stands there may not be what stood there: nothing in it is changed unasked.
    moved: bool,
}

impl<'c> Compare<'c> {
    pub(crate) fn new(filled: &'c Filled, now: &'c Now, lang: Lang, exists: &'c dyn Fn(&str) -> bool) -> Self {
        Self { filled, now, lang, exists, plan: Plan::default(), homes: BTreeMap::new() }
    }

    pub(crate) fn plan(mut self) -> Plan {
        // Resolutions and guests need their meetings; what was there comes before what is new.
        let mut records: Vec<(bool, Section, &String)> = self
            .filled
            .boxes
            .keys()
            .filter_map(|key| Some((!self.filled.homes.contains_key(key), Section::of_key(key)?, key)))
            .collect();
        let is_meeting = |section: Section| section == Section::Meeting;
        records.sort_by_key(|(is_new, section, key)| (!is_meeting(*section), *is_new, *section, key.len(), *key));
        for (is_new, section, key) in records {
            let values = self.read(section, key);
            if is_new {
                self.new_record(section, key, values);
            } else {
                self.known_record(section, key, values);
            }
        }
        self.plan.note_emptied(self.filled);
        self.plan.sort();
        self.plan
    }

    /// Reads the boxes of a record; one that cannot be read is told, unless nobody touched it.
    fn read(&mut self, section: Section, record: &str) -> Values {
        let mut values = Values::new();
        let Some(boxes) = self.filled.boxes.get(record) else { return values };
        for (key, Said { at, cell }) in boxes {
            let Some(kind) = section.kind(key) else { continue };
            match kind.read(cell, self.lang) {
                Ok(value) if value.is_empty() => {}
                Ok(value) => drop(values.insert(key.clone(), (at.clone(), kind, value))),
                Err(_) if self.is_untouched(record, key, &kind.plain(&cell.show(self.lang))) => {}
                Err(why) => self.bad_box(at, cell, why),
            }
        }
        values
    }

    fn bad_box(&mut self, at: &At, cell: &Cell, why: String) {
        let said = crate::text::shorten(&cell.show(self.lang), 40);
        self.plan.bad.push(Bad { at: at.clone(), said, why });
    }

    fn bad(&mut self, at: Option<At>, said: String, why: String) {
        if let Some(at) = at {
            self.plan.bad.push(Bad { at, said, why });
        }
    }

    fn is_untouched(&self, record: &str, key: &str, value: &str) -> bool {
        let before = self.filled.digests.get(&(record.to_owned(), key.to_owned()));
        before.is_some_and(|before| *before == digest(value))
    }

    fn known_record(&mut self, section: Section, record: &str, values: Values) {
        let Some(home) = self.filled.homes.get(record) else { return };
        let Some(target) = self.found(section, record, home, &values) else {
            let touched = values.iter().find(|(key, (_, _, value))| !self.is_untouched(record, key, value));
            if let Some((_, (at, kind, value))) = touched {
                let (said, path) = (said(*kind, value, self.lang), &home.path);
                let why = if (self.exists)(path) && home.section == Section::Meeting {
                    say!(
                        self.lang,
                        "bản ghi còn lỗi nên không đọc được ({path}); chạy chibo check rồi sửa trước",
                        "its record is at fault and cannot be read ({path}); run chibo check and mend it first"
                    )
                } else {
                    say!(
                        self.lang,
                        "bản ghi không còn trong sổ dữ liệu ({path}); lập biểu mới rồi chép sang",
                        "its record is no longer in the register ({path}); make a new form and copy it there"
                    )
                };
                self.bad(Some(at.clone()), said, why);
            }
            return;
        };
        self.homes.insert(record.to_owned(), target.home.clone());
        self.want(section, record, &target, values);
    }

    /// Where a record that was there stands now.
    fn found(&self, section: Section, record: &str, home: &Home, values: &Values) -> Option<Target> {
        let there = |home: &Home, moved| Some(Target { home: home.clone(), is_new: false, moved });
        let alike = |fields: &Fields, keys: &mut dyn Iterator<Item = &String>| {
            let mut keys = keys.peekable();
            keys.peek().is_some()
                && keys.all(|key| fields.get(key).is_some_and(|value| self.is_untouched(record, key, value)))
        };
        let own = |of: &&(String, String)| of.0 == record && of.1 != OF_MEETING;
        let keys: Vec<&String> = self.filled.digests.keys().filter(own).map(|(_, key)| key).collect();
        let free = |home: &Home| !self.homes.values().any(|taken| taken == home);
        let same = || self.now.records.get(home).filter(|_| free(home));
        if section.is_csv() {
            let identity: Vec<String> = section.identity().iter().map(|key| (*key).to_owned()).collect();
            let is_it = |fields: &Fields| alike(fields, &mut identity.iter());
            if same().is_some_and(is_it) {
                return there(home, false);
            }
            let mut others = self.now.of_section(section).filter(|(home, fields)| free(home) && is_it(fields));
            return others.next().and_then(|(home, _)| there(home, false));
        }
        if section.list().is_none() {
            return same().and_then(|_| there(home, false));
        }
        let whole = |fields: &Fields| alike(fields, &mut keys.iter().copied());
        // What the form asks has been done there: another that looks as this one did is not it.
        let is_asked = |key: &&String, value: &String| values.get(*key).is_some_and(|(_, _, will)| will == value);
        let settled = |fields: &Fields| {
            let is_so = |key: &&String, value: &String| self.is_untouched(record, key, value) || is_asked(key, value);
            !keys.is_empty() && keys.iter().all(|key| fields.get(*key).is_some_and(|value| is_so(key, value)))
        };
        if same().is_some_and(settled) {
            return there(home, false);
        }
        let mut siblings = self.now.of_section(section).filter(|(other, _)| other.path == home.path && free(other));
        if let Some((other, _)) = siblings.find(|(_, fields)| whole(fields)) {
            return there(other, false);
        }
        same().and_then(|_| there(home, true))
    }

    fn new_record(&mut self, section: Section, record: &str, values: Values) {
        // The id of a member, or the number of a meeting, asks for nothing by itself.
        if values.keys().all(|key| key == OF_MEETING || key == "member") {
            return;
        }
        for key in section.required() {
            if !values.contains_key(*key) {
                self.missing(section, record, key);
                return;
            }
        }
        let Some(target) = self.target(section, record, &values) else { return };
        self.homes.insert(record.to_owned(), target.home.clone());
        self.want(section, record, &target, values);
    }

    fn missing(&mut self, section: Section, record: &str, key: &str) {
        let is_told = self.filled.boxes.get(record).is_some_and(|boxes| boxes.contains_key(key));
        if is_told {
            // Something stands there that could not be read, and has been told.
            return;
        }
        let lang = self.lang;
        let why = match (section, key) {
            (Section::Meeting, "date") => say!(
                lang,
                "cuộc họp này chưa có ngày; ghi ngày họp",
                "this meeting has no day yet; write the day of the meeting"
            ),
            (Section::Meeting, _) => say!(
                lang,
                "cuộc họp này chưa có loại; chọn loại cuộc họp",
                "this meeting has no kind yet; choose the kind of meeting"
            ),
            (_, OF_MEETING) => say!(
                lang,
                "dòng này chưa ghi của cuộc họp nào; ghi số của cuộc họp ở trang Điểm danh",
                "of which meeting this row is, is missing; write its number in the roll call"
            ),
            _ => say!(lang, "dòng này chưa có ngày; ghi ngày", "this row has no day yet; write the day"),
        };
        self.bad(self.filled.place(record, key), String::new(), why);
    }

    /// Compares the boxes of a record with what is recorded.
    fn want(&mut self, section: Section, record: &str, target: &Target, values: Values) {
        let nothing = Fields::new();
        let fields = self.now.records.get(&target.home).unwrap_or(&nothing);
        let is_known = self.filled.homes.contains_key(record);
        let is_total = |key: &str| key.starts_with("counts.");
        if values.keys().any(|key| is_total(key)) && !values.contains_key(PRESENT) && !fields.contains_key(PRESENT) {
            let why = say!(
                self.lang,
                "có ghi số lượng mà chưa có số có mặt; ghi số có mặt",
                "there are totals without the number present; write how many were present"
            );
            self.bad(self.filled.place(record, PRESENT), String::new(), why);
        }
        for (key, (at, kind, will)) in values {
            let now = fields.get(&key).map_or("", String::as_str);
            if key == OF_MEETING || is_known && section.required().contains(&key.as_str()) {
                if is_known && !self.is_untouched(record, &key, &will) && now != will {
                    let why = say!(
                        self.lang,
                        "ngày và loại của bản ghi đã có thì không sửa ở đây được; trả lại như cũ, hoặc báo người giữ sổ dữ liệu",
                        "day and kind of a recorded one cannot be changed here; put it back, or tell the register's keeper"
                    );
                    let said = said(kind, &will, self.lang);
                    self.plan.bad.push(Bad { at, said, why });
                }
                continue;
            }
            if now == will || self.is_untouched(record, &key, &will) {
                continue;
            }
            let before = self.filled.digests.get(&(record.to_owned(), key.clone()));
            let is_unchanged = !target.moved && before.map_or(now.is_empty(), |before| *before == digest(now));
            let change = Change {
                home: target.home.clone(),
                is_new: target.is_new,
                key,
                kind,
                now: now.to_owned(),
                will,
                at: Some(at),
            };
            if is_unchanged {
                self.plan.changes.push(change);
            } else {
                self.plan.conflicts.push(change);
            }
        }
    }
}
