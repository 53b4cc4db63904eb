//! `explanations.csv`: accepted explanations of findings.

use crate::parse::{Field, Must, Text, dates::Day, record};

record! {
    /// Một giải trình đã được chấp nhận. / An accepted explanation.
    ExplanationRow<'a> {
        /// Mã quy tắc hoặc chỉ tiêu. / The rule or target.
        finding: Must<Text<'a>>,
        /// Đường dẫn của đơn vị từ gốc sổ; ô trống hoặc `.` là chính gốc. / The unit's path from the root; empty or `.` is the root itself.
        unit: Field<Text<'a>>,
        /// Kỳ: năm, quý hoặc tháng. / The year, quarter or month.
        period: Field<Text<'a>>,
        /// Lý do. / The reason.
        reason: Must<Text<'a>>,
        /// Ai chấp nhận. / Who accepted it.
        approved_by: Must<Text<'a>>,
        /// Hiệu lực đến hết ngày. / The last day that it holds.
        until: Field<Day>,
    }
}
