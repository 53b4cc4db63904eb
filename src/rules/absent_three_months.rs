use crate::{
    date::Month,
    finding::Report,
    lang::say,
    records::{
        attendance::Line,
        meeting::{Mark, Meeting},
    },
    register::{Cell, Commune, Record, meeting::Standing},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Không đảng viên nào bỏ sinh hoạt ba tháng trong một năm mà không có lý do chính đáng.
    /// en: No member stays away from the meetings of three months in one year without good reason.
    ///
    /// vi: Bỏ sinh hoạt ba tháng trong năm, không cần liền nhau, thì chi bộ phải xem xét và đề nghị cấp có thẩm quyền;
    /// chibo không bao giờ tự đổi tình trạng của ai. Một tháng tính là bỏ khi mọi dấu điểm danh của người ấy ở các buổi
    /// thường kỳ và kết hợp trong tháng đều là k. Mỗi người mỗi năm báo một lần.
    /// en: Three months in a year, in a row or not, and the cell must look into it and propose to the competent committee;
    /// chibo never changes anybody's status. A month is missed where every mark of the member at its regular and combined
    /// meetings is k. Reported once a member and year.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-03-06-regular.toml
    /// date = 2018-03-06
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "k"
    /// dv03 = "k"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-07-06-regular.toml
    /// date = 2018-07-06
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "k"
    /// dv03 = "k"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "k"
    /// dv03 = "x"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-combined.toml
    /// date = 2018-12-06
    /// kind = "combined"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "k"
    /// dv03 = "k"
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:6:1: cảnh báo[absent-three-months] `dv02` vắng không lý do ở các buổi sinh hoạt của 4 tháng năm 2018: 03, 07, 11, 12
    /// chi-bo-thon-2/2018/2018-12-06-combined.toml:7:1: cảnh báo[absent-three-months] `dv03` vắng không lý do ở các buổi sinh hoạt của 3 tháng năm 2018: 03, 07, 12
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:6:1: warning[absent-three-months] `dv02` was absent without reason at the meetings of 4 months of 2018: 03, 07, 11, 12
    /// chi-bo-thon-2/2018/2018-12-06-combined.toml:7:1: warning[absent-three-months] `dv03` was absent without reason at the meetings of 3 months of 2018: 03, 07, 12
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from,until
    /// dv01,exempt,2018-11-06,
    /// ```
    /// ```toml chi-bo-thon-2/2017/2017-12-06-regular.toml
    /// date = 2017-12-06
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "k"
    /// dv02 = "k"
    /// dv03 = "k"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-03-06-regular.toml
    /// date = 2018-03-06
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "k"
    /// dv02 = "k"
    /// dv03 = "k"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-03-20-combined.toml
    /// date = 2018-03-20
    /// kind = "combined"
    ///
    /// [attendance]
    /// dv01 = "k"
    /// dv02 = "k"
    /// dv03 = "x"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-07-06-regular.toml
    /// date = 2018-07-06
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "k"
    /// dv02 = "k"
    /// dv03 = "k"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-09-06-thematic.toml
    /// date = 2018-09-06
    /// kind = "thematic"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "k"
    /// dv03 = "k"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "k"
    /// dv02 = "p"
    /// dv03 = "k"
    /// ```
    "absent-three-months", Warning,
    Cites::regulation("Điều lệ Đảng ngày 19/01/2011, Điều 8", "the Party's Charter of 2011-01-19, article 8"),
    Check::Cell(check)
}

/// Điều lệ Đảng, Điều 8: "bỏ sinh hoạt chi bộ … ba tháng trong năm".
const MONTHS: usize = 3;

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang) = (report.ctx, report.ctx.lang);
    let is_told = |meeting: &&Record<'_, Meeting<'_>>| {
        meeting.is_regular() && meeting.is_sound() && meeting.standing(ctx) == Standing::Held
    };
    let told = || cell.meetings.iter().filter(is_told).map(|meeting| (Month::of(meeting.day()), meeting));
    let mut absences: Vec<Absence<'_>> = told()
        .flat_map(|(month, meeting)| {
            let absent = meeting.expected_with(cell, Mark::Absent);
            absent.map(move |(person, line)| Absence { year: month.year, person, month: month.month, meeting, line })
        })
        .collect();
    absences.sort_by_key(|absence| (absence.of_year(), absence.month));
    absences.dedup_by_key(|absence| (absence.of_year(), absence.month));
    for of_year in absences.chunk_by(|absence, next| absence.of_year() == next.of_year()) {
        if of_year.len() < MONTHS {
            continue;
        }
        // Who has another mark at a meeting of the month did not stay away from the month.
        let has_other = |line: Line<'_>, person| line.place() == Some(person) && line.mark() != Some(Mark::Absent);
        let stayed_away = |absence: &&Absence<'_>| {
            let mut of_month = told().filter(|(month, _)| (month.year, month.month) == (absence.year, absence.month));
            !of_month.any(|(_, meeting)| meeting.lines().any(|line| has_other(line, absence.person)))
        };
        let months: Vec<_> = of_year.iter().filter(stayed_away).collect();
        // The third month is where it came to be so, however many follow.
        let Some(third) = months.get(MONTHS - 1) else { continue };
        let Some((id, at)) = third.line.member().said_copied() else { continue };
        let list: Vec<String> = months.iter().map(|absence| format!("{:02}", absence.month)).collect();
        let (year, count, list) = (third.year, list.len(), list.join(", "));
        let message = say!(
            lang,
            "`{id}` vắng không lý do ở các buổi sinh hoạt của {count} tháng năm {year}: {list}",
            "`{id}` was absent without reason at the meetings of {count} months of {year}: {list}"
        );
        let remedy = say!(
            lang,
            "hỏi lại lý do (có lý do thì ghi p); nếu đúng, chi bộ xem xét theo Điều lệ Đảng",
            "ask for the reasons (with one the mark is p); if it is so, the cell considers it under the Charter"
        );
        report.add(&RULE, &cell.unit, third.meeting.place(at), message).remedy(remedy);
    }
}

/// Who was expected at a meeting and stayed away without a reason.
struct Absence<'c> {
    year: i32,
    /// Their place in the roster.
    person: usize,
    month: u32,
    meeting: &'c Record<'c, Meeting<'c>>,
    line: Line<'c>,
}

impl Absence<'_> {
    fn of_year(&self) -> (i32, usize) {
        (self.year, self.person)
    }
}
