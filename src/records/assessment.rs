//! `<cell>/<year>/assessments.csv`: per member, the assignment, the annual grade, the discipline.

use crate::parse::{Field, Id, Must, Text, record, words};

words! {
    /// The annual grade of a member; which words a year takes is the rule `grade-not-of-year`.
    MemberGrade {
        Excellent = "excellent" ("hoàn thành xuất sắc nhiệm vụ", "excellent"),
        Good = "good" ("hoàn thành tốt nhiệm vụ", "good"),
        Completed = "completed" ("hoàn thành nhiệm vụ", "completed"),
        NotCompleted = "not-completed" ("không hoàn thành nhiệm vụ", "not completed"),
        Unworthy = "unworthy" ("vi phạm tư cách", "unworthy"),
    }
}

words! {
    /// A discipline.
    Discipline {
        Reprimand = "reprimand" ("khiển trách", "reprimand"),
        Warning = "warning" ("cảnh cáo", "warning"),
        RemovalFromOffice = "removal-from-office" ("cách chức", "removal from office"),
        Expulsion = "expulsion" ("khai trừ", "expulsion"),
    }
}

record! {
    /// Nhiệm vụ và xếp loại của một đảng viên trong năm. / A member's assignment and grade of the year.
    AssessmentRow<'a> {
        /// Mã đảng viên. / The member's id.
        member: Must<Id<'a>>,
        /// Nhiệm vụ được phân công. / The assignment.
        task: Field<Text<'a>>,
        /// Xếp loại cuối năm. / The annual grade.
        grade: Field<MemberGrade>,
        /// Kỷ luật trong năm. / A discipline in the year.
        discipline: Field<Discipline>,
    }
}

impl AssessmentRow<'_> {
    /// Whether the row says nothing of its member yet.
    pub(crate) fn is_waiting(&self) -> bool {
        self.task.is_absent() && self.grade.is_absent() && self.discipline.is_absent()
    }
}
