//! `commune.toml` and its year.

use crate::parse::{Field, List, Must, Text, dates::Day, record, words};

use super::shared::{Document, FormerName};

words! {
    /// The kinds of commune.
    CommuneKind {
        Xa = "xã" ("xã", "xã"),
        Phuong = "phường" ("phường", "phường"),
        ThiTran = "thị trấn" ("thị trấn", "thị trấn"),
    }
}

words! {
    /// Whom a training was for.
    Audience {
        Committee = "committee" ("chi ủy", "committee"),
        Head = "head" ("trưởng thôn", "heads"),
        Deputy = "deputy" ("phó trưởng thôn", "deputy heads"),
    }
}

record! {
    /// Một xã, phường, thị trấn. / A commune.
    CommuneFile<'a> {
        /// Tên. / The name.
        name: Must<Text<'a>>,
        /// Loại. / The kind.
        kind: Must<CommuneKind>,
        /// Mã đơn vị hành chính. / The administrative code.
        code: Field<Text<'a>>,
        /// Nghị quyết chuyên đề thực hiện Đề án. / The commune's thematic resolution on the plan.
        resolution: Field<Document<'a>>,
        /// Tên trước đây. / Former names.
        names: List<FormerName<'a>>,
    }
}

record! {
    /// Năm công tác của xã. / The year of a commune.
    CommuneYear {
        /// Ngày hội nghị đánh giá quy chế phối hợp. / The conference on the agreements.
        conference: Field<Day>,
        /// Ngày báo cáo việc thực hiện Đề án. / The day of the report on the plan.
        report: Field<Day>,
        /// Các lớp bồi dưỡng. / Trainings.
        training: List<Training>,
    }
}

record! {
    /// Một lớp bồi dưỡng. / A training.
    Training {
        /// Ngày. / The day.
        date: Must<Day>,
        /// Cho ai. / For whom.
        audience: List<Audience>,
    }
}
