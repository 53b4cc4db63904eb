//! What was resolved, and by how many votes.

use super::Minutes;
use crate::{
    document::{Align, Block, Body, Column, Line, Table},
    lang::{Words, say},
    records::meeting::{Kind, Resolution},
};

impl Minutes<'_, '_> {
    pub(super) fn votes(self, body: &mut Body) {
        let lang = self.lang;
        let rows: Vec<Vec<Line>> = (1..)
            .zip(self.meeting.resolutions.each())
            .map(|(nth, (resolution, _))| self.row(nth, resolution))
            .collect();
        if rows.is_empty() {
            body.push(Block::Blanks(2));
            return;
        }
        // A committee votes by its own number.
        let base = Some(*self.meeting.kind).filter(|kind| *kind != Kind::Committee);
        if let Some(base) = base.and_then(|_| self.cell.voting_base(self.meeting)) {
            body.paragraph(say!(
                lang,
                "Số đảng viên chính thức làm căn cứ tính tỷ lệ biểu quyết: {base} đồng chí.",
                "Official members of whom a majority is counted: {base}."
            ));
        }
        let column = |title: Words, share, align| Column { title: Line::said(title.of(lang)), share, align };
        body.push(Block::Table(Table {
            caption: None,
            columns: vec![
                column(Words::new("TT", "No."), 7, Align::Centre),
                column(Words::new("Nghị quyết, nội dung biểu quyết", "Resolution"), 41, Align::Left),
                column(Words::new("Tán thành", "For"), 12, Align::Centre),
                column(Words::new("Không tán thành", "Against"), 13, Align::Centre),
                column(Words::new("Không có ý kiến", "Blank"), 13, Align::Centre),
                column(Words::new("Kết quả", "Result"), 14, Align::Centre),
            ],
            rows,
            is_for_hand: false,
        }));
    }

    fn row(self, nth: usize, resolution: &Resolution<'_>) -> Vec<Line> {
        let (lang, who) = (self.lang, self.who());
        let said = [&resolution.number, &resolution.title].map(|field| field.get().map(|text| text.trim()));
        let said: Vec<String> =
            said.into_iter().flatten().filter(|text| !text.is_empty()).map(|text| who.text(text)).collect();
        let what = if said.is_empty() { Line::blank(8) } else { Line::said(&said.join(": ")) };
        let votes = resolution.votes.get();
        let count = |count: Option<u32>| count.map_or_else(|| Line::blank(2), |count| Line::said(&count.to_string()));
        let carried = match resolution.carried.copied() {
            Some(true) => Line::said(Words::new("Thông qua", "carried").of(lang)),
            Some(false) => Line::said(Words::new("Không thông qua", "not carried").of(lang)),
            None => Line::blank(3),
        };
        vec![
            Line::said(&nth.to_string()),
            what,
            count(votes.and_then(|votes| votes.in_favour.copied())),
            count(votes.and_then(|votes| votes.against.copied())),
            count(votes.and_then(|votes| votes.blank.copied())),
            carried,
        ]
    }
}
