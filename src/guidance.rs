//! What belongs in each part of a meeting, by each guidance of `regulations.rs`. The kinds that neither orders in detail
//! follow the Party's statutes (Quy định 29-QĐ/TW), the same through the plan's time.

use crate::{lang::Words, records::meeting::Kind};

/// What belongs in one part of the content.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) kinds: &'static [Kind],
    /// As the record writes it.
    pub(crate) key: &'static str,
    pub(crate) holds: Words,
}

const MONTHLY: &[Kind] = &[Kind::Regular, Kind::Combined];

/// Hướng dẫn 09-HD/BTCTW.
pub(crate) static HD_09: &[Part] = &[
    part(
        MONTHLY,
        "opening",
        "Mở đầu: thu đảng phí; số đảng viên, được miễn, có mặt, vắng và lý do; thông qua chương trình; cử thư ký",
        "Opening: dues; members, exempt, present, absent and why; the agenda adopted; a secretary of the meeting",
    ),
    part(
        MONTHLY,
        "news",
        "Thời sự, chủ trương mới, ý kiến chỉ đạo của cấp trên; tình hình tư tưởng",
        "Current affairs, new policy, direction from above; what members and people think",
    ),
    part(
        MONTHLY,
        "last_month",
        "Việc tháng trước: làm được gì, chưa được gì; đảng viên thực hiện nhiệm vụ được giao",
        "Last month's work: what was done and what not; how members did what they were given",
    ),
    part(
        MONTHLY,
        "study",
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "Study of Hồ Chí Minh's thought, morality and style",
    ),
    part(
        MONTHLY,
        "next_month",
        "Nhiệm vụ tháng tới; phân công từng đảng viên",
        "Tasks of the next month, and which member does what",
    ),
    part(
        MONTHLY,
        "discussion",
        "Thảo luận; ý kiến của đảng viên, quần chúng với chi bộ (nếu có)",
        "Discussion; what members and people say of the cell, if anything",
    ),
    part(
        &[Kind::Thematic],
        "opening",
        "Mở đầu: điểm danh; thông qua chương trình; cử thư ký",
        "Opening: roll call; the agenda adopted; a secretary of the meeting",
    ),
    part(
        &[Kind::Thematic],
        "discussion",
        "Người được giao trình bày chuyên đề; ý kiến thảo luận, liên hệ",
        "The theme presented by its author; what was said, and what it means here",
    ),
    part(
        &[Kind::Regular, Kind::Combined, Kind::Thematic],
        "conclusion",
        "Kết luận của chủ trì; biểu quyết nghị quyết, kết luận; thư ký đọc biên bản",
        "The chair's conclusion; the vote on resolution and conclusion; the minutes read out",
    ),
];

/// Hướng dẫn 12-HD/BTCTW.
pub(crate) static HD_12: &[Part] = &[
    part(
        MONTHLY,
        "opening",
        "Mở đầu: lý do, khách dự; cử thư ký; số có mặt, vắng có lý do, không lý do; thông qua nội dung",
        "Opening: purpose, guests; a secretary; present, absent with and without reason; the agenda adopted",
    ),
    part(
        MONTHLY,
        "news",
        "Chính trị, tư tưởng: thời sự chọn lọc, văn bản cấp trên, tư tưởng của đảng viên và nhân dân",
        "Politics and ideas: chosen current affairs, upper documents, what members and people think",
    ),
    part(
        MONTHLY,
        "last_month",
        "Kết quả tháng trước, nhiệm vụ của đảng viên; mặt mạnh, mặt yếu; biểu dương, nhắc nhở, phê bình (nếu có)",
        "Last month's results, members' tasks; strong and weak points; praise, reminders, criticism if any",
    ),
    part(
        MONTHLY,
        "study",
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "Study of Hồ Chí Minh's thought, morality and style",
    ),
    part(
        MONTHLY,
        "next_month",
        "Nhiệm vụ tháng tới: việc gì, ai làm, khi nào xong",
        "Tasks of the next month: what, who, by when",
    ),
    part(
        MONTHLY,
        "discussion",
        "Thảo luận: đảng viên phát biểu, tự phê bình về việc được giao; bí thư thông tin, định hướng",
        "Discussion: members speak and criticise their own work; the secretary informs and directs",
    ),
    part(
        &[Kind::Thematic],
        "opening",
        "Mở đầu: lý do, khách dự; cử thư ký; số có mặt, vắng có lý do, không lý do; thông qua nội dung",
        "Opening: purpose, guests; a secretary; present, absent with and without reason; the agenda adopted",
    ),
    part(
        &[Kind::Thematic],
        "discussion",
        "Mục đích; người được giao trình bày dự thảo chuyên đề; đảng viên liên hệ, góp ý",
        "The purpose; the draft presented by its author; members relate it to themselves and add to it",
    ),
    part(
        &[Kind::Regular, Kind::Combined],
        "conclusion",
        "Kết luận; biểu quyết nghị quyết; thư ký trình bày biên bản trước khi bế mạc",
        "Conclusion; the vote on the resolution; the minutes presented before closing",
    ),
    part(
        &[Kind::Thematic],
        "conclusion",
        "Kết luận; người được giao hoàn chỉnh chuyên đề, gửi đảng viên; thư ký trình bày biên bản",
        "Conclusion; the author completes the theme for members; the minutes presented before closing",
    ),
];

/// What no guidance on regular and thematic meetings changes.
pub(crate) static ALWAYS: &[Part] = &[
    part(
        &[Kind::Extraordinary, Kind::Committee, Kind::Review, Kind::Congress],
        "opening",
        "Mở đầu: lý do; số có mặt, vắng; thông qua nội dung; cử thư ký",
        "Opening: purpose; present and absent; the agenda adopted; a secretary of the meeting",
    ),
    part(
        &[Kind::Committee],
        "last_month",
        "Chi ủy đánh giá việc tháng trước và nhiệm vụ của đảng viên",
        "The committee's view of last month's work and of members' tasks",
    ),
    part(
        &[Kind::Committee],
        "next_month",
        "Dự kiến việc tháng tới; nội dung, thời gian, hình thức họp chi bộ; phân công chuẩn bị",
        "Next month's work; content, time and form of the cell's meeting; who prepares it",
    ),
    part(
        &[Kind::Review],
        "last_month",
        "Kiểm điểm tập thể chi ủy và từng đảng viên",
        "The committee's and each member's account of the year",
    ),
    part(
        &[Kind::Extraordinary, Kind::Committee, Kind::Review, Kind::Congress],
        "discussion",
        "Báo cáo, ý kiến thảo luận",
        "Reports and what was said of them",
    ),
    part(
        &[Kind::Extraordinary, Kind::Committee, Kind::Review, Kind::Congress],
        "conclusion",
        "Kết luận, kết quả biểu quyết hoặc bầu cử",
        "Conclusion, and the result of votes or elections",
    ),
];

const fn part(kinds: &'static [Kind], key: &'static str, vi: &'static str, en: &'static str) -> Part {
    Part { kinds, key, holds: Words::new(vi, en) }
}
