//! The text of a new record: the form of its language, filled with what the register knows.

mod said;

use super::{
    before,
    entry::{Entry, How},
    form::Form,
    wish::{Roll, Wish},
};
use crate::{
    command::roll::Called,
    context::Context,
    date::{self, Date},
    lang::{Lang, say},
    parse::Vocabulary,
    records::{
        cell_year::Topic,
        meeting::{Area, Kind},
    },
    register::{Cell, Commune},
    regulations::MeetingRules,
    text::{one_line, toml_string},
};

/// What a text is made of.
#[derive(Clone, Copy)]
pub(super) struct Text<'t, 'a> {
    pub(super) ctx: &'t Context,
    /// Of the register: whoever opens the file reads it, not only who writes it.
    pub(super) lang: Lang,
    pub(super) commune: &'t Commune<'a>,
    pub(super) cell: &'t Cell<'a>,
    pub(super) wish: &'t Wish<'t>,
    pub(super) called: &'t Called<'t>,
}

impl Text<'_, '_> {
    /// Ends with a line break.
    pub(super) fn write(self) -> String {
        let blocks = match self.wish.roll {
            Err(reason) => vec![self.not_held(reason)],
            Ok(roll) => self.held(roll),
        };
        let mut text = blocks.into_iter().filter(|block| !block.is_empty()).collect::<Vec<_>>().join("\n\n");
        text.push('\n');
        text
    }

    fn form(self) -> Form {
        Form::of(self.lang)
    }

    fn day(self) -> Date {
        self.wish.date
    }

    fn not_held(self, reason: &str) -> String {
        let kind = self.wish.kind;
        let shown = self.wish.month().show(self.lang);
        self.form().fill(
            "not-held",
            &[
                ("cell", &one_line(&self.cell.file.name)),
                ("shown_month", &shown),
                ("shown_kind", kind.label().of(self.lang)),
                ("date", &iso(self.day())),
                ("kind", kind.word()),
                ("month", &self.month()),
                ("reason", &toml_string(reason)),
            ],
        )
    }

    fn held(self, roll: Roll<'_>) -> Vec<String> {
        let kind = self.wish.kind;
        let mut blocks =
            vec![self.head(), self.follow_up(), self.no_theme(), self.record(), self.roll(roll), self.content()];
        if before::is_thematic(kind) {
            blocks.push(self.theme());
        }
        if let Some(said) = self.wish.said.filter(|said| said.how != Some(How::Planned)) {
            blocks.extend(said.resolutions.iter().map(|resolution| self.resolution(resolution)));
            blocks.extend(said.guests.iter().map(|guest| {
                let official = text_or_nothing("official", guest.official.as_deref());
                self.form().fill("guest-there", &[("from", guest.from.word()), ("official", &official)])
            }));
            return blocks;
        }
        let resolution = if matches!(kind, Kind::Regular | Kind::Combined) { "monthly" } else { "other" };
        blocks.push(self.form().fill("resolutions", &[("kind", resolution)]));
        if kind != Kind::Committee {
            let heads = before::heads_outside_party(self.commune, self.cell, self.day());
            blocks.extend(heads.into_iter().map(|(village, head)| {
                self.form().fill("guest", &[("village", &one_line(village)), ("official", head)])
            }));
        }
        blocks
    }

    fn head(self) -> String {
        let (kind, day) = (self.wish.kind.label().of(self.lang), date::show(self.day(), self.lang));
        let cell = one_line(&self.cell.file.name);
        self.form().fill("head", &[("kind", kind), ("day", &day), ("cell", &cell)])
    }

    fn follow_up(self) -> String {
        let Some(meeting) = before::last_resolved(self.ctx, self.cell, self.day()) else { return String::new() };
        let lang = self.lang;
        let resolutions = meeting.resolutions.each().map(|(resolution, _)| {
            let said = [&resolution.number, &resolution.title].map(|field| field.get().map(|text| one_line(text)));
            let named = said.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": ");
            let carried = match resolution.carried.copied() {
                Some(true) => say!(lang, "đã thông qua", "carried"),
                Some(false) => say!(lang, "không được thông qua", "not carried"),
                None => say!(lang, "chưa ghi có thông qua hay không", "whether it was carried is not recorded"),
            };
            format!("# - {named} ({carried})")
        });
        let resolutions = resolutions.collect::<Vec<_>>().join("\n");
        let (kind, day) = (meeting.kind.label().of(lang), date::show(meeting.day(), lang));
        self.form().fill("follow-up", &[("kind", kind), ("day", &day), ("resolutions", &resolutions)])
    }

    fn no_theme(self) -> String {
        if before::is_thematic(self.wish.kind) {
            return String::new();
        }
        let Some(quarter) = before::quarter_without_theme(self.cell, self.day()) else { return String::new() };
        let planned = before::planned_topic(self.cell, self.day()).and_then(|topic| topic.title.get());
        let topic = planned.map(|title| {
            let title = one_line(title);
            say!(self.lang, "# - kế hoạch của quý: “{title}”", "# - the quarter's plan: “{title}”")
        });
        let quarter = quarter.show(self.lang);
        self.form().fill("no-theme", &[("quarter", &quarter), ("topic", &topic.unwrap_or_default())])
    }

    fn record(self) -> String {
        let wish = self.wish;
        // Whoever was asked has taken what is usual, or refused it.
        let usual = match wish.said {
            Some(_) => before::Usual::default(),
            None => before::usual(self.ctx, self.cell, wish),
        };
        let start = wish.start.clone().or(usual.start);
        let place = wish.place.clone().or(usual.place);

        let there = |id: &str| self.called.expected.contains(&id) && !wish.is_absent(id);
        let chair = before::chair(self.cell, self.day(), there);
        let minutes_by = before::last_minutes_by(self.ctx, self.cell, wish.kind, self.day())
            .filter(|id| there(id) && chair != Some(*id));
        let said = |answer: fn(&Entry) -> Option<&String>| wish.said.and_then(answer).map(String::as_str);
        let chair = said(|said| said.chair.as_ref()).or(chair).filter(|id| !id.is_empty());
        let minutes_by = said(|said| said.minutes_by.as_ref()).or(minutes_by).filter(|id| !id.is_empty());
        let day = |answer: fn(&Entry) -> Option<Date>| wish.said.and_then(answer).map(iso);
        let announced = live_or("announced", day(|said| said.announced), "");
        let committee_met = match wish.kind {
            Kind::Committee => String::new(),
            _ => {
                let met = live_or("committee_met", day(|said| said.committee_met), "");
                self.form().fill("committee-met", &[("met", &met)])
            }
        };
        self.form().fill(
            "record",
            &[
                ("date", &iso(self.day())),
                ("kind", wish.kind.word()),
                ("month", &self.month()),
                ("start", &live_or("start", start, "")),
                ("end", &live_or("end", wish.end.clone(), "")),
                ("place", &text_line("place", place.as_deref())),
                ("announced", &announced),
                ("committee_met", &committee_met),
                ("chair", &text_line("chair", chair)),
                ("minutes_by", &text_line("minutes_by", minutes_by)),
            ],
        )
    }

    fn month(self) -> String {
        self.wish.month.map(|month| format!("month = \"{}\"", month.iso())).unwrap_or_default()
    }

    fn roll(self, roll: Roll<'_>) -> String {
        let marks = match roll {
            Roll::Counts { present, expected } => {
                let (present, expected) = (present.to_string(), expected.to_string());
                return self.form().fill("counts", &[("expected", &expected), ("present", &present)]);
            }
            Roll::Blank => self.called.marks(&[], ""),
            Roll::Absent(absent) => self.called.marks(absent, "x"),
            Roll::Marks(marks) => self.called.marked(marks),
        };
        let kept_away = self.called.kept_away.iter().map(|(id, why)| format!("# - {id} {}", why.of(self.lang)));
        let members = kept_away.collect::<Vec<_>>().join("\n");
        let kept_away =
            if members.is_empty() { members } else { self.form().fill("kept-away", &[("members", &members)]) };
        self.form().fill("attendance", &[("kept_away", &kept_away), ("marks", &marks)])
    }

    fn content(self) -> String {
        let (kind, lang, guidance) = (self.wish.kind, self.lang, MeetingRules::on(self.day()));
        let number = guidance.number;
        let by = match kind {
            Kind::Regular | Kind::Combined | Kind::Thematic => {
                say!(lang, ", theo Hướng dẫn {number}", ", by HD {number}")
            }
            _ => String::new(),
        };
        let parts = guidance.parts(kind).map(|part| format!("# {}\n{}", part.holds.of(lang), self.part(part.key)));
        let parts = parts.collect::<Vec<_>>().join("\n");
        self.form().fill("content", &[("guidance", &by), ("parts", &parts)])
    }

    fn theme(self) -> String {
        let topic = before::planned_topic(self.cell, self.day());
        let area = topic.and_then(|topic: &Topic<'_>| topic.area.copied()).map(Area::word);
        let title = topic.and_then(|topic| topic.title.get()).map(|title| &**title);
        let author = topic.and_then(|topic| topic.author.get()).map(|author| &**author);
        let author = author.filter(|author| self.called.expected.contains(author));
        let said = |answer: fn(&Entry) -> Option<&String>| self.wish.said.and_then(answer).map(String::as_str);
        let area = self.wish.said.and_then(|said| said.area).map(Area::word).or(area);
        let title = said(|said| said.title.as_ref()).or(title).filter(|title| !title.is_empty());
        let author = said(|said| said.author.as_ref()).or(author).filter(|author| !author.is_empty());
        self.form().fill(
            "theme",
            &[
                ("areas", &areas(self.lang)),
                ("area", &text_line("area", area)),
                ("title", &text_line("title", title)),
                ("author", &text_line("author", author)),
            ],
        )
    }
}

/// The words that `area` takes, two a line.
fn areas(lang: Lang) -> String {
    let words: Vec<String> = Area::WORDS
        .iter()
        .filter_map(|word| Area::from_word(word))
        .map(|area| match lang {
            Lang::Vi => format!("{} ({})", area.word(), area.label().vi),
            Lang::En => area.word().to_owned(),
        })
        .collect();
    let lines = words.chunks(2).map(|words| format!("# {}", words.join(", ")));
    lines.collect::<Vec<_>>().join("\n")
}

fn text_line(key: &str, value: Option<&str>) -> String {
    live_or(key, value.map(toml_string), " \"\"")
}

/// The key with its value; no line where there is none.
fn text_or_nothing(key: &str, value: Option<&str>) -> String {
    let value = value.filter(|value| !value.is_empty());
    value.map(|value| format!("{key} = {}", toml_string(value))).unwrap_or_default()
}

/// The key with its value, or waiting to be filled.
fn live_or(key: &str, value: Option<String>, empty: &str) -> String {
    match value {
        Some(value) => format!("{key} = {value}"),
        None => format!("#{key} ={empty}"),
    }
}

fn iso(day: Date) -> String {
    day.format("%Y-%m-%d").to_string()
}
