//! `agreements/<village>-<signed>.toml`: the coordination agreement of the secretaries and the head of a village.

use crate::{
    date::Date,
    lang::Words,
    parse::{Field, Id, List, Must, Text, dates::Day, record, value::MemberRef, words},
    source::At,
};

use super::shared::Document;

words! {
    /// How often secretary and head brief each other.
    Rhythm { Monthly = "monthly" ("hằng tháng", "monthly"), Quarterly = "quarterly" ("hằng quý", "quarterly") }
}

record! {
    /// Quy chế phối hợp công tác giữa bí thư chi bộ và trưởng thôn. / A coordination agreement.
    Agreement<'a> {
        /// Thôn. / The village.
        village: Must<Text<'a>>,
        /// Các chi bộ cùng ký. / The cells that it binds.
        cells: Must<Vec<Field<Text<'a>>>>,
        /// Ngày ký. / The day of signing.
        signed: Must<Day>,
        /// Bí thư ký. / The secretaries who signed.
        secretaries: Must<Vec<Field<MemberRef<'a>>>>,
        /// Trưởng thôn ký. / The head who signed.
        head: Must<Id<'a>>,
        /// Phê chuẩn. / Approval.
        approval: Field<Approval<'a>>,
        /// Ngày triển khai đến thôn. / The day it was rolled out to the village.
        rolled_out: Field<Day>,
        /// Kỳ giao ban. / How often they brief each other.
        briefings: Field<Rhythm>,
        /// Chế độ báo cáo của trưởng thôn chưa là đảng viên. / How a head who is not a member reports.
        reporting: Field<Reporting<'a>>,
        /// Các lần đánh giá. / Reviews.
        reviews: List<Review<'a>>,
        /// Ngày cuối có hiệu lực. / The last day in force.
        ended: Field<Day>,
    }
}

record! {
    /// Phê chuẩn của xã. / The commune's approval.
    Approval<'a> {
        /// Đảng ủy. / The Party committee.
        party_committee: Field<Document<'a>>,
        /// Ủy ban nhân dân. / The People's Committee.
        peoples_committee: Field<Document<'a>>,
    }
}

impl Agreement<'_> {
    /// Who approved it, when, and where that is said.
    pub(crate) fn approvals(&self) -> impl Iterator<Item = (Words, Date, At)> {
        let approval = self.approval.get();
        let party =
            approval.map(|approval| (Words::new("Đảng ủy xã", "the Party committee"), &approval.party_committee));
        let peoples =
            approval.map(|approval| (Words::new("UBND xã", "the People's Committee"), &approval.peoples_committee));
        party.into_iter().chain(peoples).filter_map(|(who, document)| {
            let (day, at) = document.get()?.date.said()?;
            Some((who, day.0, at))
        })
    }
}

record! {
    /// Chế độ báo cáo. / How a head reports.
    Reporting<'a> {
        /// Kỳ báo cáo. / How often.
        every: Field<Text<'a>>,
        /// Mời trưởng thôn dự họp chi bộ. / The head is invited to the cell's meetings.
        invites_head: Field<bool>,
    }
}

record! {
    /// Một lần đánh giá. / A review.
    Review<'a> {
        /// Ngày đánh giá. / The day.
        date: Field<Day>,
        /// Kết quả. / The result.
        result: Field<Text<'a>>,
    }
}
