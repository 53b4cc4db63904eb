//! What the parties agree: the words are the plan's (Part 2, II-2 and III-2), the rest is the record's.

use super::Deed;
use crate::{
    document::{Align, Block, Body, Column, Depth, Line, Table},
    lang::{Words, say},
    paper::head::short,
    records::agreement::{Reporting, Review, Rhythm},
};

impl Deed<'_, '_> {
    pub(super) fn contents(self, body: &mut Body) {
        self.briefings(body);
        self.duties(body);
        let reporting = self.agreement.reporting.get();
        if reporting.is_some() || self.head_is_member() != Some(true) {
            self.reporting(reporting, body);
        }
        body.heading(
            Depth::Section,
            Words::new("Nội dung khác các bên thống nhất", "What else is agreed").of(self.lang),
        );
        body.push(Block::Blanks(3));
    }

    fn briefings(self, body: &mut Body) {
        let (lang, kind) = (self.lang, self.kind());
        body.heading(Depth::Section, Words::new("Trao đổi, họp giao ban", "Exchange and briefings").of(lang));
        let rhythm = match self.agreement.briefings.copied() {
            Some(Rhythm::Monthly) => say!(lang, "hằng tháng", "every month"),
            Some(Rhythm::Quarterly) => say!(lang, "hằng quý", "every quarter"),
            None => "……………".to_owned(),
        };
        body.paragraph(say!(
            lang,
            "Bí thư chi bộ và trưởng {kind} thường xuyên trao đổi; họp giao ban {rhythm} giữa bí thư chi bộ với trưởng {kind}, phó trưởng {kind} về công tác trong tháng và phương hướng, nhiệm vụ tháng tiếp theo.",
            "The secretary and the head keep in touch; {rhythm} the secretary, the head and the deputy head brief each other on the month's work and on what is to be done in the next."
        ));
    }

    fn duties(self, body: &mut Body) {
        let (lang, kind) = (self.lang, self.kind());
        body.heading(Depth::Section, Words::new("Trách nhiệm của các bên", "What each is responsible for").of(lang));
        body.heading(Depth::Point, Words::new("Bí thư chi bộ", "The secretary").of(lang));
        body.item(say!(
            lang,
            "Nắm chắc nhiệm vụ của trưởng {kind} theo Quyết định số 2128/QĐ-UBND ngày 11/12/2012 của Ủy ban nhân dân tỉnh.",
            "Knows the head's duties by decision 2128/QĐ-UBND of 2012-12-11 of the provincial People's Committee."
        ));
        body.item(say!(
            lang,
            "Chủ động bàn bạc các công việc ở {kind}, cùng trưởng {kind} tìm giải pháp tổ chức thực hiện các công việc cấp bách, nhất là những việc khó khăn, phức tạp.",
            "Takes the initiative in discussing the village's affairs, and with the head finds ways to do what is urgent, above all what is difficult."
        ));
        body.item(say!(
            lang,
            "Chủ trì công tác tạo nguồn, xây dựng đội ngũ kế cận trưởng {kind}, phó trưởng {kind}.",
            "Leads in finding and preparing successors to head and deputy head."
        ));
        let head = say!(lang, "Trưởng {kind}", "The head");
        body.heading(Depth::Point, &head);
        body.item(say!(
            lang,
            "Chấp hành nghiêm nghị quyết của chi bộ và sự lãnh đạo, chỉ đạo của bí thư chi bộ.",
            "Carries out the cell's resolutions and what the secretary directs."
        ));
        body.item(say!(
            lang,
            "Nắm chắc toàn diện tình hình {kind}, nhất là việc quản lý biến động nhân khẩu, hoàn cảnh từng gia đình; kịp thời phát hiện các vấn đề nảy sinh, báo cáo xin ý kiến bí thư chi bộ trước, trong và sau sinh hoạt chi bộ.",
            "Knows the village as a whole, above all who moves in and out and how each family lives; sees in time what arises and asks the secretary before, during and after the cell's meetings."
        ));
        body.item(say!(
            lang,
            "Việc vượt quá thẩm quyền của {kind} thì kiến nghị lên cấp trên giải quyết.",
            "What is beyond the village's powers goes to the level above."
        ));
    }

    fn reporting(self, reporting: Option<&Reporting<'_>>, body: &mut Body) {
        let (lang, kind, who) = (self.lang, self.kind(), self.who());
        let title =
            say!(lang, "Chế độ báo cáo của trưởng {kind} chưa là đảng viên", "How a head who is not a member reports");
        body.heading(Depth::Section, &title);
        let every = reporting.and_then(|reporting| reporting.every.get()).map(|every| every.trim());
        let line = Line::said(&say!(
            lang,
            "Trưởng {kind} báo cáo chi bộ về tình hình thực hiện nghị quyết của chi bộ. Kỳ báo cáo: ",
            "The head reports to the cell on how its resolutions are carried out: "
        ));
        body.paragraph(match every.filter(|every| !every.is_empty()) {
            Some(every) => line.and(&who.text(every)).and("."),
            None => line.dots(12),
        });
        match reporting.and_then(|reporting| reporting.invites_head.copied()) {
            Some(true) => body.paragraph(say!(
                lang,
                "Chi bộ mời trưởng {kind} tham dự cuộc họp chi bộ khi thấy cần thiết.",
                "The cell invites the head to its meetings where that is needed."
            )),
            Some(false) => {}
            None => body.paragraph(say!(
                lang,
                "Việc mời trưởng {kind} tham dự cuộc họp chi bộ: ………………………",
                "Whether the head is invited to the cell's meetings: ………………………"
            )),
        }
    }

    pub(super) fn carrying_out(self, body: &mut Body) {
        let lang = self.lang;
        let rolled_out = self.agreement.rolled_out.copied().map_or_else(
            || Words::new("ngày … tháng … năm …", "……………").of(lang).to_owned(),
            |day| crate::document::phrases::long(day.0, lang),
        );
        let kind = self.kind();
        body.paragraph(say!(
            lang,
            "Quy chế có hiệu lực sau khi được Đảng ủy, Ủy ban nhân dân cấp xã phê chuẩn; triển khai đến {kind} {rolled_out}.",
            "The agreement holds once the commune's Party committee and People's Committee have approved it; it is rolled out to the village on {rolled_out}."
        ));
        if let Some(ended) = self.agreement.ended.copied() {
            let ended = short(ended.0, lang);
            body.paragraph(say!(
                lang,
                "Ngày cuối quy chế có hiệu lực: {ended}.",
                "The last day on which it holds: {ended}."
            ));
        }
        body.paragraph(say!(
            lang,
            "Định kỳ hằng năm, cấp ủy, chính quyền cấp xã tổ chức hội nghị đánh giá, rút kinh nghiệm việc thực hiện quy chế.",
            "Every year the commune holds a conference on how the agreement is kept."
        ));
        let reviews: Vec<Vec<Line>> = self.agreement.reviews.each().map(|(review, _)| self.review(review)).collect();
        if !reviews.is_empty() {
            let column = |title: Words, share, align| Column { title: Line::said(title.of(lang)), share, align };
            body.push(Block::Table(Table {
                caption: None,
                columns: vec![
                    column(Words::new("Ngày đánh giá", "Reviewed"), 22, Align::Centre),
                    column(Words::new("Kết quả", "Result"), 78, Align::Left),
                ],
                rows: reviews,
                is_for_hand: false,
            }));
        }
    }

    fn review(self, review: &Review<'_>) -> Vec<Line> {
        let date = review.date.copied().map_or_else(|| Line::blank(5), |day| Line::said(&short(day.0, self.lang)));
        let result = review.result.get().map(|result| self.who().text(result.trim()));
        vec![date, result.filter(|result| !result.is_empty()).map_or_else(|| Line::blank(12), Line::from)]
    }
}
