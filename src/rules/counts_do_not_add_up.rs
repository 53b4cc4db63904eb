use crate::{
    finding::{Flaws, Report},
    lang::{Lang, say},
    records::meeting::Counts,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Số có mặt và số vắng cộng lại bằng số phải dự.
    /// en: The present and the absent add up to the expected.
    ///
    /// vi: Số phải dự là số ghi ở `expected`, hoặc tổng số trừ người được miễn và người đi nơi khác. Số vắng để trống là chưa
    /// biết, không phải là 0; khi ấy chỉ báo nếu số có mặt nhiều hơn số phải dự.
    /// en: Expected is what `expected` says, or all the members less the exempt and the away. Absences that are not given are
    /// unknown, not 0; then only more present than expected are reported.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 2
    /// excused = 1
    /// unexcused = 1
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-07-regular.toml
    /// date = 2018-11-07
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 2
    /// excused = 0
    /// unexcused = 0
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-08-regular.toml
    /// date = 2018-11-08
    /// kind = "regular"
    ///
    /// [counts]
    /// total = 5
    /// exempt = 1
    /// away = 1
    /// present = 4
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:4:1: lỗi[counts-do-not-add-up] có mặt 2 + vắng có lý do 1 + vắng không lý do 1 = 4, nhưng số phải dự là 3
    /// chi-bo-thon-2/2018/2018-11-07-regular.toml:4:1: lỗi[counts-do-not-add-up] có mặt 2 + vắng có lý do 0 + vắng không lý do 0 = 2, nhưng số phải dự là 3
    /// chi-bo-thon-2/2018/2018-11-08-regular.toml:4:1: lỗi[counts-do-not-add-up] có mặt 4, nhiều hơn số phải dự 3
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:4:1: error[counts-do-not-add-up] 2 present + 1 excused + 1 absent without reason = 4, but 3 expected
    /// chi-bo-thon-2/2018/2018-11-07-regular.toml:4:1: error[counts-do-not-add-up] 2 present + 0 excused + 0 absent without reason = 2, but 3 expected
    /// chi-bo-thon-2/2018/2018-11-08-regular.toml:4:1: error[counts-do-not-add-up] 4 present, more than the 3 expected
    /// ```
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 4
    /// total = 5
    /// exempt = 1
    /// away = 1
    /// present = 2
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-07-regular.toml
    /// date = 2018-11-07
    /// kind = "regular"
    ///
    /// [counts]
    /// total = 2
    /// exempt = 2
    /// away = 1
    /// present = 0
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:4:1: lỗi[counts-do-not-add-up] tổng số 5 - miễn 1 - đi nơi khác 1 = 3, nhưng số phải dự ghi 4
    /// chi-bo-thon-2/2018/2018-11-07-regular.toml:4:1: lỗi[counts-do-not-add-up] miễn 2 + đi nơi khác 1 nhiều hơn tổng số 2
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:4:1: error[counts-do-not-add-up] 5 in all - 1 exempt - 1 away = 3, but 4 expected
    /// chi-bo-thon-2/2018/2018-11-07-regular.toml:4:1: error[counts-do-not-add-up] 2 exempt + 1 away are more than 2 in all
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from
    /// dv01,exempt,2018-11-08
    /// dv02,exempt,2018-11-08
    /// dv03,away,2018-11-08
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-07-regular.toml
    /// date = 2018-11-07
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 1
    /// excused = 1
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-08-regular.toml
    /// date = 2018-11-08
    /// kind = "regular"
    ///
    /// [counts]
    /// total = 3
    /// exempt = 2
    /// away = 1
    /// present = 0
    /// excused = 0
    /// unexcused = 0
    /// ```
    "counts-do-not-add-up", Error, Cites::plan("2.I.2.1-6"), Check::Cell(check), spoils Flaws::ATTENDANCE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for meeting in &cell.meetings {
        let Some((counts, at)) = meeting.counts.said() else { continue };
        // A number that could not be read, or stands under an unknown key, is not zero.
        if meeting.has(Flaws::KEYS) || !meeting.attendance_is_sound() {
            continue;
        }
        let fault = left_over_members(counts, lang).or_else(|| left_over_expected(counts, lang));
        if let Some(message) = fault {
            report.add(&RULE, &cell.unit, meeting.place(at), message);
        }
    }
}

/// All the members less the exempt and the away are the expected.
fn left_over_members(counts: &Counts, lang: Lang) -> Option<String> {
    let total = counts.total.copied()?;
    let (exempt, away) = (counts.exempt.copied().unwrap_or(0), counts.away.copied().unwrap_or(0));
    let Some(rest) = u64::from(total).checked_sub(u64::from(exempt) + u64::from(away)) else {
        return Some(say!(
            lang,
            "miễn {exempt} + đi nơi khác {away} nhiều hơn tổng số {total}",
            "{exempt} exempt + {away} away are more than {total} in all"
        ));
    };
    let expected = counts.expected.copied().map(u64::from).filter(|expected| *expected != rest)?;
    Some(say!(
        lang,
        "tổng số {total} - miễn {exempt} - đi nơi khác {away} = {rest}, nhưng số phải dự ghi {expected}",
        "{total} in all - {exempt} exempt - {away} away = {rest}, but {expected} expected"
    ))
}

/// The present, the excused and the absent without reason are the expected; never more.
fn left_over_expected(counts: &Counts, lang: Lang) -> Option<String> {
    let expected = counts.expected()?;
    let present = u64::from(*counts.present);
    let (excused, unexcused) = (counts.excused.copied(), counts.unexcused.copied());
    let all_given = excused.is_some() && unexcused.is_some();
    let sum = present + u64::from(excused.unwrap_or(0)) + u64::from(unexcused.unwrap_or(0));
    (sum > expected || all_given && sum != expected).then(|| {
        if sum == present && !all_given {
            return say!(
                lang,
                "có mặt {present}, nhiều hơn số phải dự {expected}",
                "{present} present, more than the {expected} expected"
            );
        }
        let excused = excused.map(|n| say!(lang, " + vắng có lý do {n}", " + {n} excused")).unwrap_or_default();
        let unexcused = unexcused
            .map(|n| say!(lang, " + vắng không lý do {n}", " + {n} absent without reason"))
            .unwrap_or_default();
        say!(
            lang,
            "có mặt {present}{excused}{unexcused} = {sum}, nhưng số phải dự là {expected}",
            "{present} present{excused}{unexcused} = {sum}, but {expected} expected"
        )
    })
}
