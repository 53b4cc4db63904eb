//! `district.toml` and its year.

use crate::parse::{Field, List, Must, Text, dates::Day, record, words};

use super::shared::{Document, FormerName};

words! {
    /// The kinds of district.
    DistrictKind {
        Huyen = "huyện" ("huyện", "huyện"),
        ThiXa = "thị xã" ("thị xã", "thị xã"),
        ThanhPho = "thành phố" ("thành phố", "thành phố"),
    }
}

impl DistrictKind {
    /// What the Party committee of a kind of district is called.
    pub(crate) const fn committee(self) -> &'static str {
        match self {
            Self::Huyen => "Huyện ủy",
            Self::ThiXa => "Thị ủy",
            Self::ThanhPho => "Thành ủy",
        }
    }
}

record! {
    /// Một huyện, thị xã, thành phố. / A district.
    DistrictFile<'a> {
        /// Tên. / The name.
        name: Must<Text<'a>>,
        /// Loại. / The kind.
        kind: Must<DistrictKind>,
        /// Mã đơn vị hành chính. / The administrative code.
        code: Field<Text<'a>>,
        /// Kế hoạch thực hiện Đề án. / The district's plan.
        plan: Field<Document<'a>>,
        /// Ngày triển khai xong đến chi bộ và thôn. / The day the rollout was finished.
        rolled_out: Field<Day>,
        /// Hướng dẫn quy chế phối hợp. / Guidance on the coordination agreement.
        agreement_guidance: Field<Document<'a>>,
        /// Tên trước đây. / Former names.
        names: List<FormerName<'a>>,
    }
}

record! {
    /// Năm công tác của huyện. / The year of a district.
    DistrictYear {
        /// Ngày hội nghị đánh giá quy chế phối hợp. / The conference on the agreements.
        conference: Field<Day>,
    }
}
