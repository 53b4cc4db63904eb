//! `<cell>/<year>/year.toml`: the year of a cell.

use crate::parse::{Field, Id, List, Text, dates::Day, record, words};

use super::{meeting::Area, shared::Document};

words! {
    /// The annual grade of a cell; which words a year takes is the rule `grade-not-of-year`.
    CellGrade {
        Tsvm = "tsvm" ("trong sạch, vững mạnh", "pure and strong (TSVM)"),
        Excellent = "excellent" ("hoàn thành xuất sắc nhiệm vụ", "excellent"),
        Good = "good" ("hoàn thành tốt nhiệm vụ", "good"),
        Completed = "completed" ("hoàn thành nhiệm vụ", "completed"),
        NotCompleted = "not-completed" ("không hoàn thành nhiệm vụ", "not completed"),
        Weak = "weak" ("yếu kém", "weak"),
    }
}

record! {
    /// Năm công tác của chi bộ. / The year of a cell.
    CellYear<'a> {
        /// Xếp loại cuối năm. / The annual grade.
        grade: Field<CellGrade>,
        /// Nghị quyết lãnh đạo hằng năm. / The year's leadership resolution.
        leadership_resolution: Field<Document<'a>>,
        /// Kế hoạch sinh hoạt chuyên đề. / The plan of thematic meetings.
        thematic_plan: Field<ThematicPlan<'a>>,
        /// Kiểm tra, giám sát. / Inspection.
        inspection: Field<Inspection<'a>>,
        /// Thi đua. / Emulation.
        emulation: Field<Emulation>,
        /// Số nguồn kết nạp; không ghi nghĩa là chưa biết. / Sources for admission; absent means unknown.
        candidates: Field<u32>,
        /// Xếp loại đảng viên theo tổng số. / Members' grades as totals.
        assessment_counts: Field<AssessmentCounts>,
        /// Phân công nhiệm vụ theo tổng số. / Assignments as totals.
        assignment_counts: Field<AssignmentCounts>,
    }
}

record! {
    /// Kế hoạch sinh hoạt chuyên đề. / The plan of thematic meetings.
    ThematicPlan<'a> {
        /// Ngày thông qua. / The day of adoption.
        adopted: Field<Day>,
        /// Các chuyên đề. / The themes.
        topics: List<Topic<'a>>,
    }
}

record! {
    /// Một chuyên đề dự kiến. / A planned theme.
    Topic<'a> {
        /// Quý. / The quarter, 1 to 4.
        quarter: Field<u32>,
        /// Lĩnh vực. / The area.
        area: Field<Area>,
        /// Tên chuyên đề. / The title.
        title: Field<Text<'a>>,
        /// Người chuẩn bị. / Who prepares it.
        author: Field<Id<'a>>,
    }
}

record! {
    /// Kiểm tra, giám sát. / Inspection.
    Inspection<'a> {
        /// Ngày thông qua chương trình năm. / The day of the year's programme.
        programme: Field<Day>,
        /// Các cuộc kiểm tra. / Inspections held.
        inspections: List<Inspected<'a>>,
    }
}

record! {
    /// Một cuộc kiểm tra. / One inspection.
    Inspected<'a> {
        /// Ngày. / The day.
        date: Field<Day>,
        /// Nội dung. / The subject.
        subject: Field<Text<'a>>,
    }
}

record! {
    /// Thi đua. / Emulation.
    Emulation {
        /// Ngày đăng ký. / The day of registration.
        registered: Field<Day>,
    }
}

record! {
    /// Xếp loại đảng viên theo tổng số. / Members' grades as totals.
    AssessmentCounts {
        /// Hoàn thành xuất sắc. / Excellent.
        excellent: Field<u32>,
        /// Hoàn thành tốt. / Good.
        good: Field<u32>,
        /// Hoàn thành. / Completed.
        completed: Field<u32>,
        /// Không hoàn thành. / Not completed.
        not_completed: Field<u32>,
        /// Vi phạm tư cách. / Unworthy.
        unworthy: Field<u32>,
    }
}

record! {
    /// Phân công nhiệm vụ theo tổng số. / Assignments as totals.
    AssignmentCounts {
        /// Số phải phân công. / How many must have one.
        expected: Field<u32>,
        /// Số đã phân công. / How many have one.
        assigned: Field<u32>,
    }
}
