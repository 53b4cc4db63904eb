//! What was said, part by part, in the order of the guidance that was in force on the day.

use super::Minutes;
use crate::{
    document::{Block, Body, Depth, Line},
    lang::Words,
    parse::{Field, value::Part},
    records::meeting::{Content, Kind},
    regulations::MeetingRules,
};

/// Lines to write on where a part is not recorded.
const LINES: usize = 3;

impl Minutes<'_, '_> {
    pub(super) fn content(self, body: &mut Body) {
        if self.meeting.is_thematic() {
            self.theme(body);
        }
        let content = self.meeting.content.get();
        let of_kind: Vec<&str> =
            MeetingRules::on(self.meeting.day()).parts(*self.meeting.kind).map(|part| part.key).collect();
        for (key, title, part) in PARTS {
            let part = content.map(part);
            let is_recorded = part.is_some_and(|part| !part.is_absent());
            if is_recorded || of_kind.contains(&key) {
                let title = if key == "discussion" && *self.meeting.kind == Kind::Thematic { PRESENTED } else { title };
                body.heading(Depth::Section, title.of(self.lang));
                self.part(part.and_then(Field::get), body);
            }
        }
    }

    pub(super) fn conclusion(self, body: &mut Body) {
        self.part(self.meeting.content.get().and_then(|content| content.conclusion.get()), body);
    }

    fn part(self, part: Option<&Part<'_>>, body: &mut Body) {
        let who = self.who();
        match part {
            None => body.push(Block::Blanks(LINES)),
            Some(Part::Held(true)) => body.paragraph(
                Words::new(
                    "Đã thực hiện; nội dung ghi trong sổ biên bản của chi bộ.",
                    "Held; the text is in the cell's book of minutes.",
                )
                .of(self.lang),
            ),
            Some(Part::Held(false) | Part::Blank) => {
                body.paragraph(Words::new("Không thực hiện.", "Not held.").of(self.lang));
            }
            Some(Part::Text(text)) => {
                for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                    match line.strip_prefix("- ") {
                        Some(item) => body.item(who.text(item)),
                        None => body.paragraph(who.text(line)),
                    }
                }
            }
        }
    }

    fn theme(self, body: &mut Body) {
        let (lang, who) = (self.lang, self.who());
        let theme = self.meeting.theme.get();
        body.heading(Depth::Section, Words::new("Chuyên đề", "Theme").of(lang));
        let title = theme.and_then(|theme| theme.title.get()).map(|title| title.trim());
        body.paragraph(match title.filter(|title| !title.is_empty()) {
            Some(title) => Line::said(&who.text(title)).and("."),
            None => Line::blank(25),
        });
        let author = Line::said(Words::new("Người chuẩn bị: đồng chí ", "Prepared by: ").of(lang));
        body.paragraph(match theme.and_then(|theme| theme.author.get()) {
            Some(id) => author.then(who.member(self.cell, id)).and("."),
            None => author.dots(15),
        });
    }
}

const PRESENTED: Words = Words::new("Trình bày và thảo luận chuyên đề", "The theme presented and discussed");

type Take = for<'r> fn(&'r Content<'r>) -> &'r Field<Part<'r>>;

/// The parts but the conclusion, which stands by itself.
const PARTS: [(&str, Words, Take); 6] = [
    ("opening", Words::new("Mở đầu", "Opening"), |content| &content.opening),
    (
        "news",
        Words::new(
            "Thời sự, chủ trương mới, chỉ đạo của cấp trên; tình hình tư tưởng",
            "Current affairs, new policy, direction from above; what people think",
        ),
        |content| &content.news,
    ),
    ("last_month", Words::new("Kết quả thực hiện nhiệm vụ", "Results of the work so far"), |content| {
        &content.last_month
    }),
    (
        "study",
        Words::new(
            "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
            "Study of Hồ Chí Minh's thought, morality and style",
        ),
        |content| &content.study,
    ),
    ("next_month", Words::new("Nhiệm vụ thời gian tới", "Work ahead"), |content| &content.next_month),
    ("discussion", Words::new("Thảo luận", "Discussion"), |content| &content.discussion),
];
