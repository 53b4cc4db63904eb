//! The attendance sheet of a meeting: who is expected that day by the roster, and room to sign.

use super::{
    Who,
    head::head,
    who::{in_order, member_name},
};
use crate::{
    date::Date,
    document::{Align, Block, Body, Column, Depth, Document, Ending, Layout, Line, Table, phrases},
    lang::{Lang, Words, say},
    parse::{Id, Vocabulary},
    records::meeting::{Kind, Meeting},
    register::{
        Cell, Commune, Record,
        people::Person,
        roll::{Expected, expected},
    },
};

/// A meeting to be signed for.
pub(crate) struct Sheet<'c, 'a> {
    pub(crate) commune: &'c Commune<'a>,
    pub(crate) cell: &'c Cell<'a>,
    pub(crate) date: Date,
    pub(crate) kind: Kind,
    /// Its record, where one is there already.
    pub(crate) meeting: Option<&'c Record<'a, Meeting<'a>>>,
}

/// Guests whose names nobody knows yet.
const GUESTS: usize = 3;
/// Rows for members who need not come and do.
const SPARE: usize = 2;

impl<'c, 'a> Sheet<'c, 'a> {
    /// Who is expected, and how many members are not; `None` where the rows that would tell it could not be read.
    pub(crate) fn called(&self) -> Option<(Vec<&'c Person>, usize)> {
        let (cell, day) = (self.cell, self.date);
        let committee = self.kind == Kind::Committee;
        if cell.members.unread || committee && cell.roles.unread {
            return None;
        }
        let (mut called, mut kept_away) = (Vec::new(), 0);
        for person in cell.people.iter().filter(|person| !committee || person.holds(&cell.roles, day, None)) {
            match expected(cell, person, day) {
                Expected::Yes => called.push(person),
                Expected::KeptAway => kept_away += 1,
                Expected::NotAMember => {}
                Expected::Unknown => return None,
            }
        }
        in_order(cell, &mut called, |person| person);
        Some((called, kept_away))
    }

    pub(crate) fn compose(&self, called: &[&'c Person], kept_away: usize, lang: Lang) -> Option<Document> {
        let (cell, day) = (self.cell, self.date);
        let committee = self.kind == Kind::Committee;
        let who = Who::new(self.commune, vec![cell]);
        let mut body = Body::default();
        if lang == Lang::En {
            body.paragraph(Line::italic(phrases::FOR_READERS));
        }
        self.when_and_where(&mut body, lang);
        body.push(Block::Table(self.members(&who, called, kept_away, lang)?));
        self.sums(&mut body, called.len(), kept_away, lang);
        if !committee {
            body.label(Depth::Section, Words::new("Khách dự", "Guests").of(lang));
            body.push(Block::Table(guests(lang)));
        }
        body.push(Block::Ending(self.signatures(lang)));
        Some(Document {
            lang,
            layout: Layout::on(day),
            head: head(self.commune, &[cell], day, None, lang),
            kind: Line::said(&phrases::both(Words::new("DANH SÁCH", "ATTENDANCE SHEET"), lang)),
            subject: vec![self.subject(lang)],
            body: body.done(),
        })
    }

    fn subject(&self, lang: Lang) -> Line {
        let kind = self.kind.label().of(lang);
        Line::said(&match (lang, self.kind) {
            (Lang::Vi, Kind::Committee) => "chi ủy viên dự họp chi ủy".to_owned(),
            (Lang::Vi, Kind::Congress) => "đảng viên dự đại hội chi bộ".to_owned(),
            (Lang::Vi, _) => format!("đảng viên dự sinh hoạt chi bộ {kind}"),
            (Lang::En, _) => format!("{kind} meeting"),
        })
    }

    fn when_and_where(&self, body: &mut Body, lang: Lang) {
        let start = self.meeting.and_then(|meeting| meeting.start.copied());
        let day = phrases::long(self.date, lang);
        let time = Line::said(Words::new("Thời gian: ", "Time: ").of(lang));
        body.paragraph(time.then(phrases::time(start, lang)).and(&format!(", {day}.")));
        let place = self.meeting.and_then(|meeting| meeting.place.get()).map(|place| place.trim());
        let line = Line::said(Words::new("Địa điểm: ", "Place: ").of(lang));
        body.paragraph(match place.filter(|place| !place.is_empty()) {
            Some(place) => line.and(place).and("."),
            None => line.dots(20),
        });
    }

    fn members(&self, who: &Who<'c, 'a>, called: &[&Person], kept_away: usize, lang: Lang) -> Option<Table> {
        let mut rows = Vec::new();
        for (nth, person) in (1..).zip(called) {
            let membership = person.membership(&self.cell.members, self.date)??;
            let standing = match membership.probationary {
                true => Words::new("Dự bị", "Probationary"),
                false => Words::new("Chính thức", "Official"),
            };
            let note = match membership.temporary {
                true => Words::new("Sinh hoạt tạm thời", "Temporary").of(lang),
                false => "",
            };
            rows.push(vec![
                Line::said(&nth.to_string()),
                who.listed(self.cell, &person.id),
                Line::said(standing.of(lang)),
                Line::default(),
                Line::said(note),
            ]);
        }
        // Who is exempt or away may come all the same.
        let spare = SPARE.min(kept_away);
        rows.extend((rows.len() + 1..).take(spare).map(|nth| blank_row(nth, 5)));
        Some(Table {
            caption: None,
            columns: columns(Words::new("Chính thức, dự bị", "Official or probationary"), lang),
            rows,
            is_for_hand: true,
        })
    }

    fn sums(&self, body: &mut Body, called: usize, kept_away: usize, lang: Lang) {
        body.paragraph(say!(
            lang,
            "Phải dự: {called} đồng chí. Có mặt: ……… Vắng có lý do: ……… Vắng không lý do: ………",
            "Expected: {called}. Present: ……… Absent with reason: ……… Absent without reason: ………"
        ));
        if kept_away > 0 {
            body.paragraph(say!(
                lang,
                "Được miễn, sinh hoạt tạm thời nơi khác hoặc không phải dự: {kept_away} đồng chí; đến dự thì ghi thêm vào dòng trống.",
                "Exempt, away or otherwise not expected: {kept_away}; whoever comes is added in an empty row."
            ));
        }
    }

    fn signatures(&self, lang: Lang) -> Vec<Ending> {
        let recorded = |id: Option<&Id<'_>>| id.and_then(|id| member_name(self.cell, id));
        let meeting = self.meeting;
        let secretary = recorded(meeting.and_then(|meeting| meeting.minutes_by.get()));
        let chair = recorded(meeting.and_then(|meeting| meeting.chair.get()));
        vec![
            Ending::Signature(phrases::signature(
                Words::new("THƯ KÝ", "SECRETARY OF THE MEETING").of(lang),
                secretary,
                lang,
            )),
            Ending::Signature(phrases::signature(Words::new("CHỦ TRÌ", "CHAIR").of(lang), chair, lang)),
        ]
    }
}

/// Number, name, what they are, signature, note.
fn columns(what: Words, lang: Lang) -> Vec<Column> {
    let column = |title: Words, share, align| Column { title: Line::said(title.of(lang)), share, align };
    vec![
        column(Words::new("TT", "No."), 7, Align::Centre),
        column(Words::new("Họ và tên", "Name"), 36, Align::Left),
        column(what, 19, Align::Centre),
        column(Words::new("Ký tên", "Signature"), 20, Align::Left),
        column(Words::new("Ghi chú", "Note"), 18, Align::Left),
    ]
}

fn guests(lang: Lang) -> Table {
    Table {
        caption: None,
        columns: columns(Words::new("Chức vụ, đơn vị", "Post, organisation"), lang),
        rows: (1..=GUESTS).map(|nth| blank_row(nth, 5)).collect(),
        is_for_hand: true,
    }
}

fn blank_row(nth: usize, columns: usize) -> Vec<Line> {
    let mut row = vec![Line::default(); columns];
    row[0] = Line::said(&nth.to_string());
    row
}
