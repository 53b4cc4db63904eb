//! What a form asks, box by box: the keys of each record with what a reader calls them.

use crate::{
    form::{
        kind::Kind,
        list::{AREAS, CELL_GRADES, DISCIPLINES, GUESTS, MEETING_KINDS, MEMBER_GRADES, RESOLUTION_KINDS},
    },
    lang::Words,
};

/// One question of a form.
#[derive(Debug)]
pub(crate) struct Field {
    /// The key from the record's own table on: `votes.for`; the column of a CSV record.
    pub(crate) key: &'static str,
    pub(crate) label: Words,
    pub(crate) kind: Kind,
    /// In characters.
    pub(crate) width: u8,
}

const fn field(key: &'static str, kind: Kind, width: u8, vi: &'static str, en: &'static str) -> Field {
    Field { key, label: Words::new(vi, en), kind, width }
}

/// Above the roll call of each meeting.
pub(crate) static HEAD: &[Field] = &[
    field("date", Kind::Date, 11, "Ngày họp", "Date"),
    field("kind", Kind::Word(&MEETING_KINDS), 11, "Loại cuộc họp", "Kind"),
    field("month", Kind::Month, 11, "Tính cho tháng (nếu khác)", "Counts for month (if another)"),
    field("place", Kind::Text, 11, "Địa điểm", "Place"),
    field("start", Kind::Time, 11, "Giờ bắt đầu", "Began"),
    field("end", Kind::Time, 11, "Giờ kết thúc", "Ended"),
];

/// Who and when, totals where the paper has only those, and why there was none.
pub(crate) static ABOUT: &[Field] = &[
    field("announced", Kind::Date, 12, "Ngày báo trước", "Announced"),
    field("prepared_by", Kind::Member, 20, "Người chuẩn bị", "Prepared by"),
    field("committee_met", Kind::Date, 12, "Chi ủy họp trước ngày", "Committee met"),
    field("chair", Kind::Member, 20, "Chủ trì", "Chair"),
    field("minutes_by", Kind::Member, 20, "Thư ký", "Minutes by"),
    field("counts.expected", Kind::Count, 9, "Số phải dự", "Expected"),
    field("counts.total", Kind::Count, 9, "Tổng số đảng viên", "Members in all"),
    field("counts.exempt", Kind::Count, 9, "Số được miễn", "Exempt"),
    field("counts.away", Kind::Count, 9, "Số đi xa", "Away"),
    field("counts.present", Kind::Count, 9, "Số có mặt", "Present"),
    field("counts.excused", Kind::Count, 9, "Vắng có lý do", "Excused"),
    field("counts.unexcused", Kind::Count, 9, "Vắng không lý do", "Absent without reason"),
    field("held", Kind::Bool, 9, "Có họp", "Held"),
    field("reason", Kind::Text, 24, "Lý do không họp", "Why not held"),
];

/// The content part by part, and the theme.
pub(crate) static CONTENT: &[Field] = &[
    field("content.opening", Kind::Part, 28, "Mở đầu", "Opening"),
    field("content.news", Kind::Part, 28, "Thời sự, văn bản, tư tưởng", "News, documents, mood"),
    field("content.last_month", Kind::Part, 28, "Kết quả tháng trước", "Last month"),
    field("content.study", Kind::Part, 28, "Học tập và làm theo Bác", "Study of Hồ Chí Minh's example"),
    field("content.next_month", Kind::Part, 28, "Nhiệm vụ tháng tới", "Next month"),
    field("content.discussion", Kind::Part, 28, "Thảo luận", "Discussion"),
    field("content.conclusion", Kind::Part, 28, "Kết luận", "Conclusion"),
    field("theme.area", Kind::Word(&AREAS), 20, "Chuyên đề: lĩnh vực", "Theme: area"),
    field("theme.title", Kind::Text, 28, "Chuyên đề: tên", "Theme: title"),
    field("theme.author", Kind::Member, 20, "Chuyên đề: người chuẩn bị", "Theme: prepared by"),
    field("theme.draft_sent", Kind::Date, 12, "Chuyên đề: ngày gửi dự thảo", "Theme: draft sent"),
];

pub(crate) static RESOLUTION: &[Field] = &[
    field("number", Kind::Text, 14, "Số, ký hiệu", "Number"),
    field("kind", Kind::Word(&RESOLUTION_KINDS), 20, "Loại", "Kind"),
    field("title", Kind::Text, 48, "Về việc", "About"),
    field("votes.for", Kind::Count, 9, "Tán thành", "For"),
    field("votes.against", Kind::Count, 9, "Không tán thành", "Against"),
    field("votes.blank", Kind::Count, 9, "Không có ý kiến", "Blank"),
    field("carried", Kind::Bool, 9, "Được thông qua", "Carried"),
];

pub(crate) static GUEST: &[Field] = &[
    field("from", Kind::Word(&GUESTS), 20, "Từ đâu đến", "From"),
    field("official", Kind::Official, 28, "Trưởng thôn, phó trưởng thôn", "Village head or deputy"),
];

pub(crate) static YEAR: &[Field] = &[
    field("grade", Kind::Word(&CELL_GRADES), 40, "Xếp loại chi bộ cuối năm", "The cell's annual grade"),
    field(
        "leadership_resolution.number",
        Kind::Text,
        40,
        "Nghị quyết lãnh đạo năm: số",
        "Leadership resolution: number",
    ),
    field("leadership_resolution.date", Kind::Date, 40, "Nghị quyết lãnh đạo năm: ngày", "Leadership resolution: date"),
    field(
        "thematic_plan.adopted",
        Kind::Date,
        40,
        "Kế hoạch sinh hoạt chuyên đề: ngày thông qua",
        "Plan of thematic meetings: adopted",
    ),
    field("inspection.programme", Kind::Date, 40, "Chương trình kiểm tra năm: ngày", "Inspection programme: date"),
    field("emulation.registered", Kind::Date, 40, "Đăng ký thi đua: ngày", "Registered for emulation"),
    field(
        "candidates",
        Kind::Count,
        40,
        "Số nguồn kết nạp (không có thì ghi 0; chưa biết thì để trống)",
        "Sources for admission (none is 0; unknown is empty)",
    ),
    field("assessment_counts.excellent", Kind::Count, 40, "Đảng viên xếp loại xuất sắc", "Members graded excellent"),
    field("assessment_counts.good", Kind::Count, 40, "Đảng viên xếp loại tốt", "Members graded good"),
    field("assessment_counts.completed", Kind::Count, 40, "Đảng viên hoàn thành", "Members graded completed"),
    field(
        "assessment_counts.not_completed",
        Kind::Count,
        40,
        "Đảng viên không hoàn thành",
        "Members graded not completed",
    ),
    field("assessment_counts.unworthy", Kind::Count, 40, "Đảng viên vi phạm tư cách", "Members graded unworthy"),
    field("assignment_counts.expected", Kind::Count, 40, "Số phải được phân công", "Members to be assigned"),
    field("assignment_counts.assigned", Kind::Count, 40, "Số đã được phân công", "Members assigned"),
];

pub(crate) static TOPIC: &[Field] = &[
    field("quarter", Kind::Quarter, 8, "Quý", "Quarter"),
    field("area", Kind::Word(&AREAS), 36, "Lĩnh vực", "Area"),
    field("title", Kind::Text, 56, "Tên chuyên đề", "Title"),
    field("author", Kind::Member, 26, "Người chuẩn bị", "Prepared by"),
];

pub(crate) static INSPECTED: &[Field] = &[
    field("date", Kind::Date, 12, "Ngày", "Date"),
    field("subject", Kind::Text, 80, "Nội dung kiểm tra, giám sát", "Subject"),
];

pub(crate) static TERM: &[Field] = &[
    field("congress", Kind::Date, 14, "Ngày đại hội", "Congress"),
    field("resolution.number", Kind::Text, 18, "Nghị quyết: số", "Resolution: number"),
    field("resolution.date", Kind::Date, 14, "Nghị quyết: ngày", "Resolution: date"),
    field("working_regulations", Kind::Date, 18, "Quy chế làm việc: ngày", "Working regulations: date"),
    field(
        "inspection_programme",
        Kind::Date,
        18,
        "Chương trình kiểm tra nhiệm kỳ: ngày",
        "The term's inspection programme: date",
    ),
];

pub(crate) static ASSESSMENT: &[Field] = &[
    field("task", Kind::Text, 44, "Nhiệm vụ được phân công", "Assignment"),
    field("grade", Kind::Word(&MEMBER_GRADES), 30, "Xếp loại cuối năm", "Annual grade"),
    field("discipline", Kind::Word(&DISCIPLINES), 16, "Kỷ luật trong năm", "Discipline"),
];

pub(crate) static BRIEFING: &[Field] = &[
    field("date", Kind::Date, 12, "Ngày giao ban", "Date"),
    field("month", Kind::Month, 12, "Tính cho tháng (nếu khác)", "Counts for month (if another)"),
    field("secretary", Kind::YesNo, 9, "Bí thư dự", "Secretary came"),
    field("head", Kind::YesNo, 9, "Trưởng thôn dự", "Head came"),
    field("deputy", Kind::YesNo, 9, "Phó trưởng thôn dự", "Deputy came"),
    field("topics", Kind::Text, 56, "Nội dung", "Topics"),
];
