//! `<cell>/<year>/briefings.csv`: briefings of secretary and village head.

use crate::{
    date::Month,
    parse::{Field, Must, Text, dates::Day, record, value::YesNo},
};

record! {
    /// Một buổi giao ban. / A briefing.
    BriefingRow<'a> {
        /// Ngày giao ban. / The day.
        date: Must<Day>,
        /// Tháng được tính, nếu khác tháng của ngày. / The month that it counts for, if another.
        month: Field<Month>,
        /// Bí thư có dự. / The secretary came.
        secretary: Field<YesNo>,
        /// Trưởng thôn có dự. / The head came.
        head: Field<YesNo>,
        /// Phó trưởng thôn có dự. / The deputy head came.
        deputy: Field<YesNo>,
        /// Nội dung. / What was discussed.
        topics: Field<Text<'a>>,
    }
}
