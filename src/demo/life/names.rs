//! What invented villages and cells are called. The plan names no village, so they have numbers.

use crate::{
    demo::facts::Commune,
    records::{cell::CellKind, commune::CommuneKind, shared::VillageKind},
    text::one_line,
};

/// The free id of a commune's section; no commune of the plan needs a second one.
pub(super) const SECTION: &str = "dang-bo-bo-phan";

pub(super) struct VillageName {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: VillageKind,
}

pub(super) fn village(kind: CommuneKind, number: u32) -> VillageName {
    match kind {
        CommuneKind::Xa => {
            VillageName { id: format!("thon-{number}"), name: format!("Thôn {number}"), kind: VillageKind::Thon }
        }
        CommuneKind::Phuong | CommuneKind::ThiTran => VillageName {
            id: format!("khu-pho-{number}"),
            name: format!("Khu phố {number}"),
            kind: VillageKind::KhuPho,
        },
    }
}

/// Directory and name of a village's cell; cells of one village are told by a letter.
pub(super) fn village_cell(village: &VillageName, letter: Option<char>) -> (String, String) {
    let name = village.name.to_lowercase();
    match letter {
        None => (format!("chi-bo-{}", village.id), format!("Chi bộ {name}")),
        Some(letter) => {
            (format!("chi-bo-{}{letter}", village.id), format!("Chi bộ {name}{}", letter.to_ascii_uppercase()))
        }
    }
}

pub(super) fn hall(village: &str) -> String {
    format!("Nhà văn hóa {}", village.to_lowercase())
}

pub(super) const OFFICE_HALL: &str = "Phòng họp cơ quan";

/// A cell that is no village's.
#[derive(Clone, Copy)]
pub(super) struct Other {
    pub(super) id: &'static str,
    /// `<xã>` stands for what the commune is, `<tên>` for its name.
    name: &'static str,
    pub(super) kind: CellKind,
}

/// In the order in which a commune has them.
pub(super) const OTHERS: [Other; 8] = [
    Other { id: "chi-bo-co-quan", name: "Chi bộ cơ quan <xã> <tên>", kind: CellKind::Office },
    Other { id: "chi-bo-truong-tieu-hoc", name: "Chi bộ Trường Tiểu học <tên>", kind: CellKind::School },
    Other { id: "chi-bo-truong-thcs", name: "Chi bộ Trường THCS <tên>", kind: CellKind::School },
    Other { id: "chi-bo-truong-mam-non", name: "Chi bộ Trường Mầm non <tên>", kind: CellKind::School },
    Other { id: "chi-bo-tram-y-te", name: "Chi bộ Trạm Y tế <xã> <tên>", kind: CellKind::Health },
    Other { id: "chi-bo-cong-an", name: "Chi bộ Công an <xã> <tên>", kind: CellKind::Police },
    Other { id: "chi-bo-quan-su", name: "Chi bộ Quân sự <xã> <tên>", kind: CellKind::Military },
    Other { id: "chi-bo-hop-tac-xa", name: "Chi bộ Hợp tác xã <tên>", kind: CellKind::Enterprise },
];

pub(super) fn other(other: Other, commune: &Commune) -> String {
    use crate::parse::Vocabulary;
    one_line(&other.name.replace("<xã>", commune.kind.word()).replace("<tên>", commune.name))
}
