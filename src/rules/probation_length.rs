use crate::{
    date::{self, PartialDate},
    finding::Report,
    lang::say,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Ngày chính thức là ngày tròn 12 tháng sau ngày vào Đảng.
    /// en: Official status begins on the same day one year after admission.
    ///
    /// vi: Thời kỳ dự bị là 12 tháng tính từ lễ kết nạp; chi bộ họp xét muộn thì ngày chính thức vẫn không lùi lại, và tháng không
    /// có ngày ấy thì lấy ngày cuối tháng. Lệch đi thường là ghi nhầm ngày của quyết định. Ngày chỉ có năm hoặc tháng thì không
    /// xét. Ai được kết nạp theo Điều lệ trước đây với thời kỳ dự bị khác thì giải trình một lần trong explanations.csv.
    /// en: Probation lasts 12 months from the admission ceremony; a late meeting does not put the day off, and a month without
    /// that day takes its last. Another day is mostly that of a decision. Dates of a year or a month are not judged. For those
    /// whom an earlier Charter gave another probation, one row in explanations.csv is enough.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-18
    /// dv02,2016-02-29,2017-03-01
    /// dv03,2012-09-02,2012-09-02
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:2:17: cảnh báo[probation-length] `dv01` vào Đảng 19/05/1988, chính thức 18/05/1989; hết 12 tháng dự bị là ngày 19/05/1989
    /// chi-bo-thon-2/members.csv:3:17: cảnh báo[probation-length] `dv02` vào Đảng 29/02/2016, chính thức 01/03/2017; hết 12 tháng dự bị là ngày 28/02/2017
    /// chi-bo-thon-2/members.csv:4:17: cảnh báo[probation-length] `dv03` vào Đảng 02/09/2012, chính thức 02/09/2012; hết 12 tháng dự bị là ngày 02/09/2013
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:2:17: warning[probation-length] `dv01` was admitted on 1988-05-19 and is official from 1989-05-18; 12 months of probation end on 1989-05-19
    /// chi-bo-thon-2/members.csv:3:17: warning[probation-length] `dv02` was admitted on 2016-02-29 and is official from 2017-03-01; 12 months of probation end on 2017-02-28
    /// chi-bo-thon-2/members.csv:4:17: warning[probation-length] `dv03` was admitted on 2012-09-02 and is official from 2012-09-02; 12 months of probation end on 2013-09-02
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2016-02-29,2017-02-28
    /// dv03,2012-09,2013-10-02
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1990
    /// dv02,2003-02-03,2004-03
    /// dv03,2015-02-28,2016-02-28
    /// ```
    "probation-length", Warning,
    Cites::regulation("Điều lệ Đảng ngày 19/01/2011, Điều 5", "the Party's Charter of 2011-01-19, article 5"), Check::Cell(check)
}

/// The Charter, article 5: probation lasts twelve months from the admission ceremony.
pub(crate) const PROBATION_MONTHS: u32 = 12;

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for row in &cell.members.rows {
        let (PartialDate::Day(admitted), Some((PartialDate::Day(official), at))) = (*row.admitted, row.official.said())
        else {
            continue;
        };
        let (official, due) = (*official, date::plus_months(admitted, PROBATION_MONTHS));
        // Two days in the wrong order are `official-before-admitted`.
        if official == due || official < admitted {
            continue;
        }
        let id = &**row.id;
        let [admitted, official, due] = [admitted, official, due].map(|day| date::show(day, lang));
        let message = say!(
            lang,
            "`{id}` vào Đảng {admitted}, chính thức {official}; hết {PROBATION_MONTHS} tháng dự bị là ngày {due}",
            "`{id}` was admitted on {admitted} and is official from {official}; \
             {PROBATION_MONTHS} months of probation end on {due}"
        );
        let remedy = say!(
            lang,
            "đối chiếu với hai quyết định và sửa ngày ghi sai; họp xét muộn thì ngày chính thức vẫn là {due}",
            "hold it against both decisions and mend the wrong day; a late meeting leaves it at {due}"
        );
        report.add(&RULE, &cell.unit, row.place(at), message).remedy(remedy);
    }
}
