//! What was answered of a meeting, and the questions that are asked for it, in order. It is kept as a draft, so that its
//! shape is that of a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    date::Date,
    records::meeting::{Area, GuestFrom, Kind, Mark, ResolutionKind},
    regulations::MeetingRules,
};

/// The answers. What is absent has not been asked; an empty text is the answer that there is none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Entry {
    #[serde(with = "iso")]
    pub(super) date: Option<Date>,
    pub(super) kind: Option<Kind>,
    pub(super) how: Option<How>,
    /// Present, expected.
    pub(super) counts: Option<(u32, u32)>,
    /// Why it was not held.
    pub(super) reason: Option<String>,
    /// `19:30:00`.
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    pub(super) place: Option<String>,
    #[serde(with = "iso")]
    pub(super) announced: Option<Date>,
    #[serde(with = "iso")]
    pub(super) committee_met: Option<Date>,
    pub(super) chair: Option<String>,
    pub(super) minutes_by: Option<String>,
    pub(super) marks: BTreeMap<String, Mark>,
    pub(super) way: Option<Way>,
    /// By the keys of the record; a part without an answer is not recorded.
    pub(super) content: BTreeMap<String, Part>,
    pub(super) area: Option<Area>,
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) resolutions: Vec<Resolution>,
    pub(super) guests: Vec<Guest>,
}

/// What is known of who came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum How {
    Called,
    Counted,
    /// There was no meeting in the month.
    NotHeld,
    /// It is still to come.
    Planned,
}

/// How the content is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Way {
    PartByPart,
    /// Every part was held; its text is in the paper book.
    InBook,
    Later,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Part {
    Text(String),
    InBook,
    NotHeld,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Resolution {
    pub(super) number: String,
    /// Absent until it is chosen.
    pub(super) kind: Option<ResolutionKind>,
    pub(super) title: String,
    /// For, against, blank; absent where no vote was counted.
    pub(super) votes: Option<[u32; 3]>,
    /// Absent until the votes are in.
    pub(super) carried: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Guest {
    pub(super) from: GuestFrom,
    /// Of a village's head or deputy.
    pub(super) official: Option<String>,
}

/// A question, or a screen of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Date,
    Kind,
    How,
    Reason,
    Counts,
    Start,
    End,
    Place,
    Announced,
    CommitteeMet,
    Roll,
    Chair,
    MinutesBy,
    Content,
    Part(&'static str),
    Area,
    Title,
    Author,
    Resolutions,
    Guests,
    Summary,
}

impl Step {
    /// By which a draft finds it again.
    pub(super) fn key(self) -> String {
        match self {
            Self::Part(key) => format!("part {key}"),
            step => format!("{step:?}"),
        }
    }
}

/// What the command line has said already, and is not asked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Given {
    pub(super) date: bool,
    pub(super) kind: bool,
    /// Who came, or that nobody met.
    pub(super) roll: bool,
    pub(super) start: bool,
    pub(super) end: bool,
    pub(super) place: bool,
}

impl Entry {
    /// The questions in order, as far as the answers tell which they are.
    pub(super) fn steps(&self, given: Given, day: Date, kind: Kind, how: Option<How>) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut ask = |asked: bool, step: Step| steps.extend(asked.then_some(step));
        ask(!given.date, Step::Date);
        ask(!given.kind, Step::Kind);
        ask(!given.roll, Step::How);
        ask(how == Some(How::NotHeld) && !given.roll, Step::Reason);
        ask(how == Some(How::Counted) && !given.roll, Step::Counts);
        let held = matches!(how, Some(How::Called | How::Counted));
        let met = how != Some(How::NotHeld);
        ask(met && !given.start, Step::Start);
        ask(held && !given.end, Step::End);
        ask(met && !given.place, Step::Place);
        ask(held, Step::Announced);
        ask(held && kind != Kind::Committee, Step::CommitteeMet);
        ask(how == Some(How::Called) && !given.roll, Step::Roll);
        ask(held, Step::Chair);
        ask(held, Step::MinutesBy);
        ask(held, Step::Content);
        if held && self.way == Some(Way::PartByPart) {
            MeetingRules::on(day).parts(kind).for_each(|part| ask(true, Step::Part(part.key)));
        }
        let theme = met && super::before::is_thematic(kind);
        ask(theme, Step::Area);
        ask(theme, Step::Title);
        ask(theme, Step::Author);
        ask(held, Step::Resolutions);
        ask(held && kind != Kind::Committee, Step::Guests);
        ask(true, Step::Summary);
        steps
    }
}

impl Entry {
    /// Whether nothing of the content waits to be written.
    pub(super) fn has_all_content(&self, day: Date, kind: Kind) -> bool {
        match self.way {
            Some(Way::InBook) => true,
            Some(Way::PartByPart) => MeetingRules::on(day).parts(kind).all(|part| self.content.contains_key(part.key)),
            Some(Way::Later) | None => false,
        }
    }
}

/// A date as ISO text.
pub(super) mod iso {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::date::{Date, parse_iso};

    pub(crate) fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        date.map(|date| date.format("%Y-%m-%d").to_string()).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        Ok(text.as_deref().and_then(parse_iso))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    #[test]
    fn an_entry_comes_back_from_its_draft_whole() {
        let entry = Entry {
            date: Some(ymd(2018, 3, 5)),
            kind: Some(Kind::Combined),
            how: Some(How::Called),
            start: Some("19:30:00".to_owned()),
            place: Some(String::new()),
            marks: BTreeMap::from([("dv01".to_owned(), Mark::Present), ("dv02".to_owned(), Mark::Excused)]),
            way: Some(Way::PartByPart),
            content: BTreeMap::from([
                ("news".to_owned(), Part::Text("a\nb".to_owned())),
                ("study".to_owned(), Part::NotHeld),
            ]),
            area: Some(Area::Admission),
            resolutions: vec![Resolution {
                kind: Some(ResolutionKind::Monthly),
                votes: Some([5, 0, 1]),
                ..Resolution::default()
            }],
            guests: vec![Guest { from: GuestFrom::VillageHead, official: Some("tt01".to_owned()) }],
            ..Entry::default()
        };
        let json = serde_json::to_string(&entry).unwrap();
        assert_eq!(serde_json::from_str::<Entry>(&json).unwrap(), entry);
        assert_eq!(serde_json::from_str::<Entry>("{}").unwrap(), Entry::default());
    }

    #[test]
    fn what_is_asked_follows_from_what_was_answered() {
        let entry = Entry::default();
        let steps = |given, how| entry.steps(given, ymd(2018, 9, 5), Kind::Regular, how);
        let planned = [Step::Date, Step::Kind, Step::How, Step::Start, Step::Place, Step::Summary];
        assert_eq!(steps(Given::default(), Some(How::Planned)), planned);
        let not_held = [Step::Date, Step::Kind, Step::How, Step::Reason, Step::Summary];
        assert_eq!(steps(Given::default(), Some(How::NotHeld)), not_held);
        let all = Given { date: true, kind: true, roll: true, start: true, end: true, place: true };
        assert!(!steps(all, Some(How::Called)).contains(&Step::Roll));
        assert_eq!(steps(all, Some(How::NotHeld)), [Step::Summary]);
        let parts = Entry { way: Some(Way::PartByPart), ..Entry::default() };
        let steps = parts.steps(all, ymd(2018, 9, 5), Kind::Thematic, Some(How::Counted));
        for step in [Step::Part("opening"), Step::Part("conclusion"), Step::Title, Step::Resolutions] {
            assert!(steps.contains(&step), "{step:?}");
        }
        assert!(!steps.contains(&Step::Part("news")), "no part of a thematic meeting");
    }
}
