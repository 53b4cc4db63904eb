use crate::{
    date::{self, Span},
    finding::Report,
    lang::say,
    records::official::{OfficialRow, Post},
    register::{Commune, Record, posts::post_span},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Trong một ngày thôn có nhiều nhất hai phó trưởng thôn.
    /// en: On any day a village has two deputy heads at most.
    ///
    /// vi: Năm 2016 toàn tỉnh có 868 phó trưởng thôn ở 861 thôn: có thôn hai phó. Nhiều hơn thường là quên ghi ngày cuối của người
    /// đã thôi, và tỷ lệ phó trưởng thôn là đảng viên bị tính sai.
    /// en: In 2016 the province had 868 deputies in 861 villages: some had two. More are mostly a last day that was not written for
    /// one who left, and the share of deputies who are members is wrong.
    ///
    /// Fails:
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// pt02,thon-1,deputy,2018-01-10,2018-05-01,recognised
    /// pt03,thon-1,deputy,2018-05-01,,recognised
    /// pt04,thon-2,deputy,2017-03-20,,recognised
    /// pt05,thon-1,deputy,2018-06-01,,recognised
    /// tt01,thon-1,head,2017-03-12,,elected
    /// ```
    /// ```text
    /// officials.csv:4:1: cảnh báo[deputies-over-two] từ 01/05/2018 thôn `thon-1` có 3 phó trưởng thôn: `pt01`, `pt02`, `pt03`; nhiều nhất là 2
    /// ```
    /// ```text
    /// officials.csv:4:1: warning[deputies-over-two] from 2018-05-01 the village `thon-1` has 3 deputy heads: `pt01`, `pt02`, `pt03`; 2 at most
    /// ```
    ///
    /// Passes:
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// pt02,thon-1,deputy,2018-01-10,2018-04-30,recognised
    /// pt03,thon-1,deputy,2018-05-01,,recognised
    /// tt01,thon-1,head,2017-03-12,,elected
    /// ```
    "deputies-over-two", Warning, Cites::plan("2.III.2.3"), Check::Commune(check)
}

/// The plan, part 1: in 2016 there were 868 deputies in 861 villages, so that some had two.
const MOST: usize = 2;

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for village in &commune.villages.rows {
        let of_village =
            |row: &&Record<'_, OfficialRow<'_>>| *row.role == Post::Deputy && **row.village == **village.id;
        let officials = commune.officials.rows.iter();
        let deputies: Vec<(&Record<'_, OfficialRow<'_>>, Span)> = officials
            .filter(of_village)
            .filter_map(|row| Some((row, post_span(commune, row)?)))
            .filter(|(_, time)| !time.is_empty())
            .collect();
        let on = |day| deputies.iter().filter(move |(_, time)| time.covers(day));
        // Their number grows on a first day only. One village is one finding, where it first had too many.
        let first = deputies.iter().map(|(_, time)| time.from).filter(|day| on(*day).count() > MOST).min();
        if let Some(day) = first
            && let Some((row, _)) = on(day).rfind(|(_, time)| time.from == day)
        {
            let named: Vec<String> = on(day).map(|(row, _)| format!("`{}`", &**row.id)).collect();
            let (count, named, id, day) = (named.len(), named.join(", "), &**village.id, date::show(day, lang));
            let message = say!(
                lang,
                "từ {day} thôn `{id}` có {count} phó trưởng thôn: {named}; nhiều nhất là {MOST}",
                "from {day} the village `{id}` has {count} deputy heads: {named}; {MOST} at most"
            );
            let remedy = say!(lang, "người đã thôi giữ chức cần until", "whoever left the post needs until");
            report.add(&RULE, &commune.unit, row.place(row.id.at), message).remedy(remedy);
        }
    }
}
