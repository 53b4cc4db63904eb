use crate::{
    date::{Quarter, Span},
    finding::{Flaws, Report},
    lang::say,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Kế hoạch sinh hoạt chuyên đề có chuyên đề cho mỗi quý.
    /// en: The plan of thematic meetings has a theme for every quarter.
    ///
    /// vi: Đề án yêu cầu mỗi quý ít nhất một lần sinh hoạt chuyên đề; kế hoạch thiếu một quý thì quý ấy không có gì để
    /// chuẩn bị. Chỉ xét chi bộ thôn như cell-grade-missing, các quý nằm trọn trong thời gian của chi bộ; kế hoạch
    /// không liệt kê chuyên đề nào thì không xét.
    /// en: The plan asks for a thematic meeting in every quarter; a quarter without a theme has nothing to prepare.
    /// Looked at for village cells as in cell-grade-missing, in quarters that lie within the cell's time; a plan that
    /// lists no themes is not looked at.
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "good"
    ///
    /// [thematic_plan]
    /// adopted = 2018-01-05
    /// topics = [
    ///   { quarter = 1, area = "admission", title = "Tạo nguồn kết nạp đảng viên" },
    ///   { quarter = 3, area = "criticism", title = "Nêu gương" },
    /// ]
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// founded = 2018-06-30
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role,from
    /// dv01,secretary,2018-06-30
    /// ```
    /// ```toml chi-bo-thon-2/2018/year.toml
    /// grade = "good"
    /// assessment_counts = { good = 3 }
    /// thematic_plan = { adopted = 2018-07-05, topics = [] }
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/year.toml:4:11: cảnh báo[plan-quarter-missing] kế hoạch sinh hoạt chuyên đề chưa có chuyên đề của Quý II/2018, Quý IV/2018
    /// chi-bo-thon-2/2018/year.toml:3:29: cảnh báo[plan-quarter-missing] kế hoạch sinh hoạt chuyên đề chưa có chuyên đề của Quý III/2018, Quý IV/2018
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/year.toml:4:11: warning[plan-quarter-missing] the plan of thematic meetings has no theme for 2018-Q2, 2018-Q4
    /// chi-bo-thon-2/2018/year.toml:3:29: warning[plan-quarter-missing] the plan of thematic meetings has no theme for 2018-Q3, 2018-Q4
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "good"
    ///
    /// [thematic_plan]
    /// adopted = 2018-01-05
    /// topics = [
    ///   { quarter = 1, area = "admission", title = "Tạo nguồn kết nạp đảng viên" },
    ///   { quarter = 2, area = "emulation", title = "Làng văn hóa" },
    ///   { quarter = 3, area = "criticism", title = "Nêu gương" },
    ///   { quarter = 4, area = "assignments", title = "Phân công nhiệm vụ" },
    /// ]
    /// ```
    /// ```toml chi-bo-thon-1/2019/year.toml
    /// thematic_plan = { adopted = 2019-01-05, topics = [{ quarter = 1, title = "Nêu gương" }] }
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// founded = 2018-04-01
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role,from
    /// dv01,secretary,2018-04-01
    /// ```
    /// ```toml chi-bo-thon-2/2018/year.toml
    /// grade = "good"
    /// assessment_counts = { good = 3 }
    ///
    /// [thematic_plan]
    /// adopted = 2018-04-05
    /// topics = [
    ///   { quarter = 2, title = "Làng văn hóa" },
    ///   { quarter = 3, title = "Nêu gương" },
    ///   { quarter = 4, title = "Phân công nhiệm vụ" },
    /// ]
    /// ```
    "plan-quarter-missing", Warning, Cites::plan("2.I.2.1-4"), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang) = (report.ctx, report.ctx.lang);
    for (&year, book) in &cell.years {
        let Some(file) = book.file.get() else { continue };
        let Some((plan, _)) = file.thematic_plan.said() else { continue };
        let Some(at) = plan.topics.at().and_then(|topics| plan.adopted.at().or(Some(topics))) else { continue };
        // What could not be read, or stands under an unknown key, may be the quarter's theme.
        let is_open = plan.topics.has_unread() || plan.topics.each().any(|(topic, _)| topic.quarter.get().is_none());
        if is_open || file.has(Flaws::KEYS) || !cell.is_village_cell() || !cell.has_closed(ctx, year) {
            continue;
        }
        let has_theme =
            |quarter: Quarter| plan.topics.each().any(|(topic, _)| topic.quarter.copied() == Some(quarter.quarter));
        let missing: Vec<String> = Quarter::of_year(year)
            .filter(|quarter| cell.life().holds(Span { from: quarter.first_day(), until: quarter.last_day() }))
            .filter(|quarter| !has_theme(*quarter))
            .map(|quarter| quarter.show(lang))
            .collect();
        if !missing.is_empty() {
            let missing = missing.join(", ");
            let message = say!(
                lang,
                "kế hoạch sinh hoạt chuyên đề chưa có chuyên đề của {missing}",
                "the plan of thematic meetings has no theme for {missing}"
            );
            let remedy = say!(
                lang,
                "thêm chuyên đề của quý ấy vào topics, hoặc sửa quarter cho đúng",
                "add the theme of the quarter to topics, or mend its quarter"
            );
            report.add(&RULE, &cell.unit, file.place(at), message).remedy(remedy);
        }
    }
}
