//! The coordination agreement of secretaries and village head as a document. The province's own template is not known to
//! chibo: the contents are those that the plan asks for, in its words, with what the record says of them; the rest is left
//! to be filled in.

mod contents;

use super::{
    Who,
    head::{head, name, short, with_kind},
    who::member_name,
};
use crate::{
    date::Date,
    document::{Block, Body, Depth, Document, Ending, Layout, Line, phrases},
    lang::{Lang, Words, say},
    parse::Field,
    places::without_kind,
    records::{
        agreement::Agreement,
        official::{OfficialRow, Post},
        shared::{Document as Paper, VillageKind},
    },
    register::{Cell, Commune, Lookup, Record, official_span},
};

/// An agreement to be printed.
#[derive(Clone, Copy)]
pub(crate) struct Deed<'c, 'a> {
    pub(crate) commune: &'c Commune<'a>,
    pub(crate) agreement: &'c Record<'a, Agreement<'a>>,
    /// What it rests on above the commune.
    pub(crate) district: Option<&'c Guidance>,
    pub(crate) lang: Lang,
}

/// The district's guidance on agreements.
#[derive(Debug)]
pub(crate) struct Guidance {
    pub(crate) number: String,
    pub(crate) date: Date,
    /// `Huyện ủy Văn Giang`.
    pub(crate) committee: String,
}

impl<'c, 'a> Deed<'c, 'a> {
    pub(crate) fn compose(self) -> Document {
        let (lang, day) = (self.lang, self.day());
        let mut body = Body::default();
        if lang == Lang::En {
            body.paragraph(Line::italic(phrases::FOR_READERS));
        }
        self.grounds(&mut body);
        body.heading(Depth::Part, &phrases::both(Words::new("Các bên", "The parties"), lang));
        self.parties(&mut body);
        body.heading(
            Depth::Part,
            &phrases::both(Words::new("Nội dung phối hợp", "What is coordinated, and how"), lang),
        );
        self.contents(&mut body);
        body.heading(Depth::Part, &phrases::both(Words::new("Tổ chức thực hiện", "Carrying it out"), lang));
        self.carrying_out(&mut body);
        self.signatures(&mut body);
        body.heading(Depth::Part, &phrases::both(Words::new("Phê chuẩn", "Approval"), lang));
        self.approvals(&mut body);
        let kept = [
            Words::new(
                "Đảng ủy, Ủy ban nhân dân cấp xã (để phê chuẩn);",
                "The commune's Party committee and People's Committee;",
            ),
            Words::new("Các bên ký quy chế (để thực hiện);", "The parties;"),
            Words::new("Lưu chi bộ.", "The cell's file."),
        ];
        body.push(Block::Ending(vec![phrases::recipients(&kept, lang)]));
        let number = phrases::number(None, "QC/CB", lang);
        Document {
            lang,
            layout: Layout::on(day),
            head: head(self.commune, &self.cells(), day, Some(number), lang),
            kind: Line::said(&phrases::both(Words::new("QUY CHẾ", "AGREEMENT"), lang)),
            subject: self.subject(),
            body: body.done(),
        }
    }

    pub(crate) fn who(self) -> Who<'c, 'a> {
        Who::new(self.commune, self.cells())
    }

    fn day(self) -> Date {
        self.agreement.signed.0
    }

    /// The cells that it binds, as far as they can be read.
    fn cells(self) -> Vec<&'c Cell<'a>> {
        let named = self.agreement.cells.iter().filter_map(Field::get);
        named.filter_map(|id| self.commune.cell(id).get().copied()).collect()
    }

    /// `Thôn 1`; the id where no row tells the name.
    fn village(self) -> &'c str {
        match self.commune.village(&self.agreement.village) {
            Lookup::Found(row) => row.name.trim(),
            _ => &self.agreement.village,
        }
    }

    /// `thôn` or `khu phố`.
    fn kind(self) -> &'static str {
        let kind = self.commune.village(&self.agreement.village).get().map(|row| *row.kind);
        match kind {
            Some(VillageKind::KhuPho) => "khu phố",
            _ => "thôn",
        }
    }

    /// `trưởng thôn 1`, and not `trưởng thôn Thôn 1`.
    fn post(self) -> String {
        let kind = self.kind();
        format!("trưởng {kind} {}", without_kind(self.village(), kind))
    }

    fn commune_name(self) -> String {
        with_kind(self.commune, self.day()).unwrap_or_else(|| "xã ……………".to_owned())
    }

    fn subject(self) -> Vec<Line> {
        let (lang, kind, village, commune) = (self.lang, self.kind(), self.village(), self.commune_name());
        let what = say!(
            lang,
            "phối hợp công tác giữa bí thư chi bộ và trưởng {kind}",
            "on how the secretary of the cell and the village head work together"
        );
        vec![Line::said(&what), Line::said(&format!("{village}, {commune}"))]
    }

    fn grounds(self, body: &mut Body) {
        let (lang, commune) = (self.lang, self.commune_name());
        let signed = self.day();
        let mut ground = |text: String| body.item(Line::italic(&text));
        ground(say!(
            lang,
            "Căn cứ Đề án số 04-ĐA/TU ngày 28/10/2016 của Ban Thường vụ Tỉnh ủy Hưng Yên;",
            "The plan 04-ĐA/TU of 2016-10-28 of the Standing Board of Hưng Yên's provincial Party committee;"
        ));
        if let Some(guidance) = self.district.filter(|guidance| guidance.date <= signed) {
            let (number, committee, date) = (guidance.number.trim(), &guidance.committee, short(guidance.date, lang));
            ground(say!(
                lang,
                "Căn cứ Hướng dẫn số {number} ngày {date} của {committee} về quy chế phối hợp;",
                "The guidance {number} of {date} of {committee};"
            ));
        }
        let resolution = self.commune.file.get().and_then(|file| file.resolution.get()).and_then(cited);
        if let Some((number, date)) = resolution.filter(|(_, date)| *date <= signed) {
            let date = short(date, lang);
            ground(say!(
                lang,
                "Căn cứ Nghị quyết số {number} ngày {date} của Đảng ủy {commune};",
                "The resolution {number} of {date} of the Party committee of {commune};"
            ));
        }
        let (kind, village) = (self.kind(), self.village());
        body.paragraph(say!(
            lang,
            "Bí thư chi bộ và trưởng {kind} của {village} thống nhất quy chế phối hợp công tác như sau:",
            "The secretary of the cell and the head of {village} agree as follows:"
        ));
    }

    fn parties(self, body: &mut Body) {
        let (lang, who, day) = (self.lang, self.who(), self.day());
        for secretary in self.agreement.secretaries.iter().filter_map(Field::get) {
            let cell = self.commune.cell(&secretary.cell).get().copied();
            let of = cell.map_or_else(|| secretary.cell.to_string(), |cell| name(cell, day));
            let person = match cell {
                Some(cell) => who.member(cell, &secretary.member),
                None => Line::blank(12),
            };
            let before = Line::said(Words::new("Bí thư chi bộ: đồng chí ", "Secretary: ").of(lang));
            body.item(before.then(person).and(&say!(lang, ", Bí thư {of}.", ", secretary of {of}.")));
        }
        let (kind, village, post) = (self.kind(), self.village(), self.post());
        let before = Line::said(&say!(lang, "Trưởng {kind}: ông (bà) ", "Village head: "));
        let standing = match self.head_is_member() {
            Some(true) => say!(lang, "đảng viên", "a Party member"),
            Some(false) => say!(lang, "chưa là đảng viên", "not a Party member"),
            None => "………".to_owned(),
        };
        let head = who.official(&self.agreement.head);
        body.item(before.then(head).and(&say!(lang, ", {post}; {standing}.", ", head of {village}; {standing}.")));
        let cells: Vec<String> = self.cells().iter().map(|cell| name(cell, day)).collect();
        if cells.len() > 1 {
            let cells = cells.join(", ");
            body.paragraph(say!(
                lang,
                "Quy chế này áp dụng cho các chi bộ: {cells}.",
                "The agreement binds the cells: {cells}."
            ));
        }
    }

    /// Whether the head who signed was a Party member that day; `None` where no row tells it.
    pub(super) fn head_is_member(self) -> Option<bool> {
        let id = &self.agreement.head;
        let in_post = |row: &&Record<'_, OfficialRow<'_>>| {
            **row.id == ***id
                && *row.role == Post::Head
                && official_span(row).is_some_and(|span| span.covers(self.day()))
        };
        let row = self.commune.officials.rows.iter().find(in_post)?;
        match &row.party_since {
            Field::Absent => Some(false),
            Field::Unread(_) => None,
            Field::Said(since, _) => Some(since.latest() <= self.day()),
        }
    }

    fn signatures(self, body: &mut Body) {
        let (lang, day) = (self.lang, self.day());
        let mut columns = Vec::new();
        for secretary in self.agreement.secretaries.iter().filter_map(Field::get) {
            let cell = self.commune.cell(&secretary.cell).get().copied();
            let of = cell.map_or_else(|| secretary.cell.to_string(), |cell| name(cell, day)).to_uppercase();
            let post = say!(lang, "BÍ THƯ {of}", "SECRETARY, {of}");
            let name = cell.and_then(|cell| member_name(cell, &secretary.member));
            columns.push(Ending::Signature(phrases::signature(&post, name, lang)));
        }
        let (post, village) = (self.post().to_uppercase(), self.village().to_uppercase());
        let post = say!(lang, "{post}", "HEAD OF {village}");
        let head = self.who().official_name(&self.agreement.head);
        columns.push(Ending::Signature(phrases::signature(&post, head, lang)));
        let mut columns = columns.into_iter().peekable();
        while columns.peek().is_some() {
            body.push(Block::Ending(columns.by_ref().take(2).collect()));
        }
    }

    fn approvals(self, body: &mut Body) {
        let lang = self.lang;
        // The name stays on one line.
        let commune = self.commune_name().to_uppercase().replace(' ', "\u{A0}");
        let approval = self.agreement.approval.get();
        let said = |paper: Option<&Paper<'_>>| {
            let number = paper.and_then(|paper| paper.number.get()).map(|number| number.trim());
            let date = paper.and_then(|paper| paper.date.copied()).map(|day| phrases::long(day.0, lang));
            let number = number.filter(|number| !number.is_empty()).unwrap_or("………");
            let date = date.unwrap_or_else(|| Words::new("ngày … tháng … năm …", "……………").of(lang).to_owned());
            Line::italic(&say!(lang, "(Văn bản số {number}, {date})", "(document {number}, {date})"))
        };
        let sign = |on_behalf: String, post: Words, paper: Option<&Paper<'_>>| {
            let mut signature = phrases::signature(post.of(lang), None, lang);
            signature.on_behalf = Some(Line::default().bold(&on_behalf));
            signature.note = said(paper);
            Ending::Signature(signature)
        };
        let party = approval.and_then(|approval| approval.party_committee.get());
        let peoples = approval.and_then(|approval| approval.peoples_committee.get());
        body.push(Block::Ending(vec![
            sign(
                say!(lang, "T/M ĐẢNG ỦY {commune}", "FOR THE PARTY COMMITTEE OF {commune}"),
                Words::new("BÍ THƯ", "SECRETARY"),
                party,
            ),
            sign(
                say!(lang, "TM. ỦY BAN NHÂN DÂN {commune}", "FOR THE PEOPLE'S COMMITTEE OF {commune}"),
                Words::new("CHỦ TỊCH", "CHAIR"),
                peoples,
            ),
        ]));
    }
}

/// Number and date of a document that has both.
fn cited<'p>(paper: &'p Paper<'_>) -> Option<(&'p str, Date)> {
    let number = paper.number.get().map(|number| number.trim()).filter(|number| !number.is_empty())?;
    Some((number, paper.date.copied()?.0))
}
