//! The plan, clause by clause, and what chibo makes of each: Đề án 04-ĐA/TU of Hưng Yên's provincial Party committee,
//! 28/10/2016. A clause id is the plan's own numbering: part, roman section, arabic item, dash; `¶2` is a second paragraph,
//! and `Part 3-3-1` the first dash of item 3 of Part 3.
//!
//! The plan prints HD 09-HD/BTCTW's date once as 03/02/2012; the document's date is 02/3/2012, as it prints elsewhere.

use crate::lang::{Lang, Words, say};

/// One thing that the plan says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub(crate) id: &'static str,
    pub(crate) asks: Words,
    pub(crate) answer: Answer,
}

/// What answers a clause.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Answer {
    /// The targets, duties and figures that count it.
    Counted(&'static [&'static str]),
    /// It cannot be counted, and why.
    Text(Words),
}

const fn counted(id: &'static str, vi: &'static str, en: &'static str, by: &'static [&'static str]) -> Clause {
    Clause { id, asks: Words::new(vi, en), answer: Answer::Counted(by) }
}

const fn text(id: &'static str, asks: (&'static str, &'static str), why: (&'static str, &'static str)) -> Clause {
    Clause { id, asks: Words::new(asks.0, asks.1), answer: Answer::Text(Words::new(why.0, why.1)) }
}

const JUDGEMENT: (&str, &str) =
    ("thuộc về nhận xét, đánh giá, không phải số đếm", "a matter of judgement, not a count");

/// Every clause, in the plan's order.
#[rustfmt::skip]
pub(crate) static CLAUSES: &[Clause] = &[
    text("1.I", ("số liệu xuất phát điểm năm 2016", "the starting figures of 2016"), ("là số liệu của Đề án, in cạnh các năm", "figures of the plan itself, printed beside the years")),
    counted("1.II.2.1-3", "15,21% chi bộ chưa giữ nghiêm nền nếp sinh hoạt: đến muộn, không ghi chép, nói chuyện riêng, bỏ về", "15.21% of cells keep the meeting regime badly: late, no notes, private talk, leaving", &["meeting-order"]),
    counted("1.II.2.1-4", "0,53% đảng viên bị kỷ luật mỗi năm", "0.53% of members disciplined a year", &["discipline"]),
    counted("1.II.2.1-5", "239/861 trưởng thôn và 365/868 phó trưởng thôn chưa là đảng viên", "heads 239/861 and deputies 365/868 not members", &["head-membership", "deputy-membership"]),
    counted("2.I.2.1-1", "100% chi bộ thực hiện nghiêm túc chế độ sinh hoạt định kỳ, đủ nội dung và các bước", "100% of cells hold the periodic meeting regime, with full content and every step", &["monthly-meeting", "meeting-steps"]),
    counted("2.I.2.1-2", "100% chi bộ xây dựng và hoạt động theo quy chế làm việc", "100% of cells have working regulations and work by them", &["working-regulations"]),
    counted("2.I.2.1-3", "100% chi bộ có nghị quyết lãnh đạo hằng năm và mục tiêu nhiệm kỳ", "100% have an annual leadership resolution, and the term's goals from their congress", &["leadership-resolution"]),
    counted("2.I.2.1-4", "100% chi bộ có kế hoạch và sinh hoạt chuyên đề ít nhất mỗi quý một lần", "100% plan thematic meetings and hold at least one a quarter", &["thematic-quarterly"]),
    counted("2.I.2.1-5", "chi bộ trong sạch, vững mạnh tối đa 50% tổng số; không còn chi bộ yếu kém", "at most 50% of all cells graded TSVM; no weak cell", &["top-grade-cap", "no-weak-cell"]),
    counted("2.I.2.1-6", "dự sinh hoạt từ 85%; 100% đảng viên được phân công; từ 80% hoàn thành tốt, trong đó xuất sắc không quá 15%; các loại thấp giảm", "attendance of at least 85%; every member assigned; at least 80% good, the excellent at most 15% of them; lower grades fall", &["attendance", "attendance-by-cell", "task-assignment", "good-members", "excellent-cap", "lower-grades-falling"]),
    counted("2.I.2.1-7", "không để chi bộ 2–3 năm không kết nạp được đảng viên khi còn nguồn", "no cell goes 2–3 years without admitting a member while it has candidates", &["admission-gap"]),
    counted("2.I.2.2-1", "100% chi bộ thôn và thôn xây dựng, thực hiện quy chế phối hợp", "100% of village cells and of villages have and keep a coordination agreement", &["agreement-in-force-village", "agreement-in-force-cell"]),
    counted("2.I.2.2-2", "có quy hoạch trưởng thôn, phó trưởng thôn; nhân sự giới thiệu bầu trưởng thôn là đảng viên", "successors are planned for head and deputy; the person nominated for head is a member", &["succession-planned", "member-elected-head"]),
    counted("2.I.2.2-3", "đến năm 2020, 85% trưởng thôn là đảng viên", "by 2020, 85% of village heads are members", &["head-membership"]),
    counted("2.II.1.1", "nội dung sinh hoạt theo Hướng dẫn 09-HD/BTCTW ngày 02/3/2012 và Chỉ thị 05-CT/TW", "content follows HD 09-HD/BTCTW of 2 March 2012 and Directive 05-CT/TW (study of Hồ Chí Minh)", &["hcm-study"]),
    counted("2.II.1.1 ¶2", "không để phát sinh điểm nóng, khiếu kiện đông người vượt cấp", "no hot spot, no mass complaint", &["no-hot-spot"]),
    text("2.II.1.2", ("cán bộ lãnh đạo sinh hoạt tại chi bộ nêu gương", "leading officials who sit in the cell set an example"), JUDGEMENT),
    counted("2.II.1.3", "các nhóm chuyên đề để lựa chọn", "themes to choose from (eight areas)", &["thematic-areas"]),
    counted("2.II.1.4", "kiện toàn chi ủy, bí thư chi bộ", "the cell committee is complete; a fit secretary is in post", &["committee-complete"]),
    counted("2.II.1.5", "có chương trình kiểm tra, giám sát theo nhiệm kỳ và hằng năm", "inspection programme, by term and by year", &["inspection-programme"]),
    text("2.II.2.1", ("trưởng thôn thực hiện nghị quyết của chi bộ và Quyết định 2128/QĐ-UBND", "the head follows the cell's resolutions and QĐ 2128/QĐ-UBND"), JUDGEMENT),
    counted("2.II.2.2", "nghị quyết hằng tháng sát tình hình của thôn", "monthly resolutions close to the village's situation", &["monthly-resolution"]),
    counted("2.II.2.3", "tạo nguồn kế cận; kết nạp phó trưởng thôn chưa là đảng viên", "a line of successors; admit deputy heads who are not members", &["succession-planned", "deputy-membership"]),
    counted("2.II.2.4", "trưởng thôn báo cáo, xin ý kiến trước, trong và sau sinh hoạt chi bộ", "the head reports before, during and after the cell's meeting", &["head-reporting"]),
    text("2.II.2.5", ("đoàn kết với các tổ chức trong thôn", "unity with the village's organisations"), JUDGEMENT),
    counted("2.II.2.6", "cấp ủy viên cấp trên dự sinh hoạt chi bộ", "superior committee members attend cell meetings", &["superior-attendance"]),
    text("2.III.1.1", ("học tập, quán triệt các chỉ thị", "study of the directives"), ("do hcm-study tính ở buổi sinh hoạt có ghi", "covered by hcm-study where a meeting records it")),
    counted("2.III.1.2", "kiểm tra việc thực hiện nhiệm vụ được phân công", "assignments checked through the month and the year", &["task-assignment"]),
    counted("2.III.1.3", "hằng năm bồi dưỡng chi ủy, trưởng thôn, phó trưởng thôn", "yearly training of committees, heads and deputies", &["annual-training"]),
    counted("2.III.1.4", "báo trước nội dung, thời gian, địa điểm; đảng viên có năng lực chuẩn bị chuyên đề", "content, time and place announced beforehand; a capable member prepares a theme", &["announced-in-advance", "theme-prepared"]),
    counted("2.III.1.5", "cấp trên kiểm tra, giám sát", "inspection from above", &["inspection-programme", "superior-attendance"]),
    counted("2.III.1.6", "đăng ký thi đua hằng năm; biểu dương, phê bình", "emulation registered every year; praise and criticism", &["emulation-registered"]),
    counted("2.III.1.7", "đảng ủy viên được phân công dự sinh hoạt định kỳ (QĐ 895-QĐ/TU)", "an assigned commune committee member attends periodically (QĐ 895-QĐ/TU)", &["superior-attendance"]),
    counted("2.III.1.8", "thôn có nhiều chi bộ: lập đảng bộ bộ phận hoặc có quy chế giữa các chi bộ và thôn", "villages with several cells: a sectional committee, or rules among the cells and the village", &["several-cells-coordinated"]),
    counted("2.III.1.9", "phân công đảng viên giúp đỡ trưởng thôn, phó trưởng thôn chưa là đảng viên", "each non-member head or deputy has an assigned helper in the cell", &["mentor-assigned"]),
    text("2.III.1.10", ("đảng viên giữ mối liên hệ nơi cư trú (QĐ 76-QĐ/TW)", "members introduced to their residence (QĐ 76-QĐ/TW)"), ("không thuộc danh sách đảng viên của chi bộ", "they are not on the cell's roster")),
    text("2.III.1.11", ("chế độ, phụ cấp", "allowances"), ("nghiên cứu chính sách, không phải bản ghi của sổ", "policy research, no record of a register")),
    counted("2.III.2.1-1", "bí thư giao ban với trưởng thôn, phó trưởng thôn về việc trong tháng và tháng tới", "briefings of secretary with head and deputy, the month's work and the next", &["monthly-briefing"]),
    counted("2.III.2.1-2", "chế độ báo cáo của trưởng thôn chưa là đảng viên; mời dự khi cần", "a reporting regime for non-member heads; they are invited when needed", &["head-reporting"]),
    counted("2.III.2.2-1", "Tỉnh ban hành mẫu quy chế phối hợp", "the province issues the template of the agreement", &["agreement-template"]),
    counted("2.III.2.2-2", "huyện cụ thể hóa quy chế phối hợp", "the district makes it concrete", &["agreement-guidance"]),
    counted("2.III.2.2-3", "đảng ủy và UBND xã phê chuẩn", "Party committee and People's Committee of the commune approve", &["agreement-in-force-village", "agreement-in-force-cell"]),
    counted("2.III.2.2-4", "triển khai đến thôn", "then it is rolled out to the village", &["agreement-in-force-village", "agreement-in-force-cell"]),
    counted("2.III.2.2-5", "xã đánh giá hằng năm; huyện sau một năm; tỉnh trong quý II/2018", "yearly commune conference; district after one year; province in Q2/2018", &["agreement-review-commune", "agreement-review-district", "agreement-review-province"]),
    counted("2.III.2.3", "kiện toàn bộ máy của thôn", "the village's apparatus is complete", &["village-head-in-post"]),
    text("Part 3-1", ("các ban đảng hướng dẫn thực hiện", "bodies give guidance"), ("không phải bản ghi của sổ", "not records of a register")),
    text("Part 3-2", ("Ban Tổ chức Tỉnh ủy hướng dẫn, theo dõi", "the organisation board guides and follows up"), ("không phải bản ghi của sổ", "not records of a register")),
    counted("Part 3-2 ¶3", "Ban Tổ chức Tỉnh ủy tổng hợp việc dự sinh hoạt", "the province's organisation board sums up visits", &["superior-attendance"]),
    counted("Part 3-3-1", "huyện có kế hoạch; triển khai xong đến chi bộ, thôn trong tháng 12/2016", "district plan; rollout to every cell and village finished in 12/2016", &["district-plan", "rollout-2016"]),
    counted("Part 3-3-2", "xã có nghị quyết chuyên đề; hằng năm báo cáo việc thực hiện", "commune thematic resolution; yearly commune report on the plan", &["commune-resolution", "commune-report"]),
    text("Part 3-3-3", ("phối hợp bồi dưỡng", "training content with other bodies"), ("do annual-training tính", "covered by annual-training")),
    text("Part 3-4", ("chi bộ, thôn tổ chức thực hiện; hằng năm đánh giá", "cells and villages carry the plan out; yearly evaluation"), ("là toàn bộ các mục trên", "the whole of the above")),
];

/// A clause's number as a reader of the plan says it; what programs read has the id.
pub(crate) fn shown(id: &str, lang: Lang) -> String {
    let (id, paragraph) = id.split_once(" ¶").map_or((id, None), |(id, paragraph)| (id, Some(paragraph)));
    let paragraph = paragraph.map(|n| say!(lang, ", đoạn {n}", ", paragraph {n}")).unwrap_or_default();
    match id.strip_prefix("Part ").and_then(|part| part.split_once('-')) {
        Some((part, item)) => say!(lang, "Phần {part}, mục {item}{paragraph}", "Part {part}, {item}{paragraph}"),
        None => format!("{id}{paragraph}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Answer, CLAUSES};
    use crate::targets::{self, TARGETS};

    /// The clause and the target of each citation.
    type Citations = BTreeSet<(&'static str, &'static str)>;

    #[test]
    fn every_clause_names_the_targets_that_cite_it_and_no_others() {
        let mut named = Citations::new();
        for clause in CLAUSES {
            let Answer::Counted(ids) = clause.answer else { continue };
            assert!(!ids.is_empty(), "{} is counted by something", clause.id);
            for id in ids {
                assert!(targets::find(id).is_some(), "{} names `{id}`, which is no target", clause.id);
                assert!(named.insert((clause.id, id)), "{} names `{id}` once", clause.id);
            }
        }
        let cited: Citations =
            TARGETS.iter().flat_map(|target| target.clauses.iter().map(|clause| (*clause, target.id))).collect();
        let only_named: Vec<_> = named.difference(&cited).collect();
        let only_cited: Vec<_> = cited.difference(&named).collect();
        assert!(only_named.is_empty(), "clauses name targets that do not cite them: {only_named:?}");
        assert!(only_cited.is_empty(), "targets cite clauses that do not name them: {only_cited:?}");
    }

    #[test]
    fn every_rule_cites_clauses_of_the_plan() {
        for rule in crate::rules::all() {
            let Some(clause) = rule.cites.clause else { continue };
            assert!(CLAUSES.iter().any(|known| known.id == clause), "{} cites `{clause}`, which is no clause", rule.id);
        }
    }

    #[test]
    fn clauses_are_told_once_in_both_languages() {
        let mut seen = BTreeSet::new();
        for clause in CLAUSES {
            assert!(seen.insert(clause.id), "{} is listed once", clause.id);
            assert_ne!(clause.asks.vi, clause.asks.en, "{} is told in both languages", clause.id);
            if let Answer::Text(why) = clause.answer {
                assert_ne!(why.vi, why.en, "why {} is not counted is told in both languages", clause.id);
            }
        }
    }
}
