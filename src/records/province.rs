//! `province.toml`: what the province owes the plan.

use crate::parse::{Field, Must, Text, dates::Day, record};

use super::shared::Document;

record! {
    /// Một tỉnh. / A province.
    ProvinceFile<'a> {
        /// Tên. / The name.
        name: Must<Text<'a>>,
        /// Mã đơn vị hành chính. / The administrative code.
        code: Field<Text<'a>>,
        /// Mẫu quy chế phối hợp. / The template of the coordination agreement.
        agreement_template: Field<Document<'a>>,
        /// Ngày đánh giá quy chế phối hợp. / The review of the agreements.
        agreement_review: Field<Day>,
        /// Ngày sơ kết. / The review half way.
        mid_review: Field<Day>,
        /// Ngày tổng kết. / The final review.
        final_review: Field<Day>,
    }
}
