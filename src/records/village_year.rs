//! `<commune>/<year>/villages.csv`: per village, planned successors and what troubled it.

use crate::parse::{Field, Id, Must, record};

record! {
    /// Một thôn trong năm. / A village in a year.
    VillageYearRow<'a> {
        /// Mã thôn. / The village's id.
        village: Must<Id<'a>>,
        /// Số người quy hoạch trưởng thôn. / Planned successors to the head.
        head_successors: Field<u32>,
        /// Số người quy hoạch phó trưởng thôn. / Planned successors to the deputy.
        deputy_successors: Field<u32>,
        /// Số điểm nóng. / Hot spots.
        hot_spots: Field<u32>,
        /// Số vụ khiếu kiện đông người. / Mass complaints.
        mass_complaints: Field<u32>,
    }
}
