//! The minutes of a meeting, as the forms of the central organisation board have them. What the record does not say is
//! left to be filled in; nothing is said that the record does not say.

mod content;
mod roll;
mod votes;

use self::roll::Roll;
use super::{
    Who,
    head::head,
    who::{member_name, role},
};
use crate::{
    document::{Block, Body, Depth, Document, Ending, Layout, Line, phrases},
    lang::{Lang, Words, say},
    parse::{Id, Vocabulary},
    records::meeting::{Guest, GuestFrom, Kind, Meeting},
    register::{Cell, Commune, Record},
};

/// A meeting whose minutes are written.
#[derive(Clone, Copy)]
pub(crate) struct Minutes<'c, 'a> {
    pub(crate) commune: &'c Commune<'a>,
    pub(crate) cell: &'c Cell<'a>,
    pub(crate) meeting: &'c Record<'a, Meeting<'a>>,
    pub(crate) lang: Lang,
}

impl<'c, 'a> Minutes<'c, 'a> {
    /// `None` where the rows that would tell who is expected could not be read.
    pub(crate) fn compose(self) -> Option<Document> {
        let (lang, day) = (self.lang, self.meeting.day());
        let roll = Roll::of(self)?;
        let mut body = Body::default();
        if lang == Lang::En {
            body.paragraph(Line::italic(phrases::FOR_READERS));
        }
        self.when_and_where(&mut body);
        body.heading(Depth::Part, &phrases::both(Words::new("Thành phần", "Those present"), lang));
        self.chair_and_secretary(&mut body);
        roll.write(self, &mut body);
        self.guests(&mut body);
        body.heading(Depth::Part, &phrases::both(Words::new("Nội dung", "Content"), lang));
        self.content(&mut body);
        body.heading(Depth::Part, &phrases::both(Words::new("Nghị quyết, biểu quyết", "Resolutions and votes"), lang));
        self.votes(&mut body);
        body.heading(Depth::Part, &phrases::both(Words::new("Kết luận của chủ trì", "The chair's conclusion"), lang));
        self.conclusion(&mut body);
        let closed = Line::said(Words::new("Cuộc họp kết thúc lúc ", "The meeting closed at ").of(lang));
        body.paragraph(
            closed.then(phrases::time(self.meeting.end.copied(), lang)).and(Words::new(" cùng ngày.", ".").of(lang)),
        );
        body.push(Block::Ending(self.signatures()));
        let kept = Words::new("Lưu chi bộ.", "The cell's file.");
        body.push(Block::Ending(vec![phrases::recipients(&[kept], lang)]));
        let number = phrases::number(None, "BB/CB", lang);
        Some(Document {
            lang,
            layout: Layout::on(day),
            head: head(self.commune, &[self.cell], day, Some(number), lang),
            kind: Line::said(&phrases::both(Words::new("BIÊN BẢN", "MINUTES"), lang)),
            subject: vec![self.subject()],
            body: body.done(),
        })
    }

    pub(crate) fn who(self) -> Who<'c, 'a> {
        Who::new(self.commune, vec![self.cell])
    }

    fn subject(self) -> Line {
        let month = self.meeting.counts_for();
        let (number, year) = (month.month, month.year);
        let shown = month.show(Lang::En);
        Line::said(&match *self.meeting.kind {
            Kind::Regular => say!(
                self.lang,
                "Sinh hoạt chi bộ thường kỳ tháng {number} năm {year}",
                "of the regular meeting for {shown}"
            ),
            Kind::Combined => say!(
                self.lang,
                "Sinh hoạt chi bộ thường kỳ tháng {number} năm {year}, kết hợp sinh hoạt chuyên đề",
                "of the combined meeting for {shown}"
            ),
            Kind::Thematic => say!(self.lang, "Sinh hoạt chi bộ theo chuyên đề", "of the thematic meeting"),
            Kind::Extraordinary => say!(self.lang, "Họp chi bộ bất thường", "of the extraordinary meeting"),
            Kind::Committee => say!(self.lang, "Họp chi ủy", "of the committee's meeting"),
            Kind::Review => say!(self.lang, "Họp chi bộ kiểm điểm năm {year}", "of the review meeting of {year}"),
            Kind::Congress => say!(self.lang, "Đại hội chi bộ", "of the congress"),
        })
    }

    fn when_and_where(self, body: &mut Body) {
        let lang = self.lang;
        let day = phrases::long(self.meeting.day(), lang);
        let began = Line::said(Words::new("Thời gian bắt đầu: ", "Began: ").of(lang));
        body.paragraph(began.then(phrases::time(self.meeting.start.copied(), lang)).and(&format!(", {day}.")));
        let line = Line::said(Words::new("Địa điểm: ", "Place: ").of(lang));
        let place = self.meeting.place.get().map(|place| place.trim()).filter(|place| !place.is_empty());
        body.paragraph(match place {
            Some(place) => line.and(&self.who().text(place)).and("."),
            None => line.dots(20),
        });
    }

    fn chair_and_secretary(self, body: &mut Body) {
        let lang = self.lang;
        let chair = Line::said(Words::new("Chủ trì: ", "Chair: ").of(lang));
        body.item(chair.then(self.comrade(self.meeting.chair.get())));
        let secretary = Line::said(Words::new("Thư ký: ", "Secretary of the meeting: ").of(lang));
        body.item(secretary.then(self.comrade(self.meeting.minutes_by.get())));
    }

    /// `đồng chí Nguyễn Văn An, Bí thư chi bộ`; dots where nobody is recorded.
    fn comrade(self, id: Option<&Id<'_>>) -> Line {
        let lang = self.lang;
        let before = Line::said(Words::new("đồng chí ", "").of(lang));
        let Some(id) = id else { return before.dots(15).and(".") };
        let role = self.cell.people.find(id).and_then(|person| role(self.cell, person, self.meeting.day(), lang));
        let role = role.map(|role| format!(", {role}")).unwrap_or_default();
        before.then(self.who().member(self.cell, id)).and(&role).and(".")
    }

    fn guests(self, body: &mut Body) {
        let lang = self.lang;
        let guests: Vec<Line> = self.meeting.guests.each().map(|(guest, _)| self.guest(guest)).collect();
        let line = Line::said(Words::new("Khách dự: ", "Guests: ").of(lang));
        body.item(if guests.is_empty() { line.dots(15) } else { line.then(Line::join(guests, "; ")).and(".") });
    }

    fn guest(self, guest: &Guest<'_>) -> Line {
        let from = match guest.from.copied() {
            Some(from @ (GuestFrom::VillageHead | GuestFrom::VillageDeputy)) => from.label(),
            Some(GuestFrom::Commune) => Words::new("đại biểu cấp xã", "of the commune"),
            Some(GuestFrom::District) => Words::new("đại biểu cấp huyện", "of the district"),
            Some(GuestFrom::Province) => Words::new("đại biểu cấp tỉnh", "of the province"),
            Some(GuestFrom::Other) | None => Words::new("khách nơi khác", "from elsewhere"),
        };
        let from = Line::said(from.of(self.lang)).and(" ");
        match guest.official.get() {
            Some(id) => from.then(self.who().official(id)),
            None => from.dots(10),
        }
    }

    fn signatures(self) -> Vec<Ending> {
        let lang = self.lang;
        let sign = |post: Words, id: Option<&Id<'_>>| {
            let name = id.and_then(|id| member_name(self.cell, id));
            Ending::Signature(phrases::signature(post.of(lang), name, lang))
        };
        vec![
            sign(Words::new("THƯ KÝ", "SECRETARY OF THE MEETING"), self.meeting.minutes_by.get()),
            sign(Words::new("CHỦ TRÌ", "CHAIR"), self.meeting.chair.get()),
        ]
    }
}
