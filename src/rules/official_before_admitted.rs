use crate::{
    finding::Report,
    lang::say,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Ngày chính thức không trước ngày vào Đảng.
    /// en: Official status does not come before admission.
    ///
    /// vi: Người được kết nạp trải qua thời kỳ dự bị rồi mới được công nhận chính thức; hai ngày đảo nhau là ghi nhầm cột. Giấy
    /// tờ chỉ còn năm hoặc tháng thì chỉ báo khi chắc chắn.
    /// en: Who is admitted is on probation before being recognised as official; the wrong order is a slip of columns. Where the
    /// paper has only a year or a month, only what is certain is reported.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1988-05-18
    /// dv02,2003-02,2003-01
    /// dv03,2012-09-02,2011
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:2:17: lỗi[official-before-admitted] `dv01` chính thức từ 18/05/1988, trước ngày vào Đảng 19/05/1988
    /// chi-bo-thon-2/members.csv:3:14: lỗi[official-before-admitted] `dv02` chính thức từ 01/2003, trước ngày vào Đảng 02/2003
    /// chi-bo-thon-2/members.csv:4:17: lỗi[official-before-admitted] `dv03` chính thức từ 2011, trước ngày vào Đảng 02/09/2012
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:2:17: error[official-before-admitted] `dv01` is official from 1988-05-18, before being admitted on 1988-05-19
    /// chi-bo-thon-2/members.csv:3:14: error[official-before-admitted] `dv02` is official from 2003-01, before being admitted on 2003-02
    /// chi-bo-thon-2/members.csv:4:17: error[official-before-admitted] `dv03` is official from 2011, before being admitted on 2012-09-02
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    /// levels = { "probation-length" = "off" }
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1988-05-19
    /// dv02,2003-02,2003-02
    /// dv03,2012-09-02,2012
    /// ```
    "official-before-admitted", Error,
    Cites::regulation("Điều lệ Đảng ngày 19/01/2011, Điều 5", "the Party's Charter of 2011-01-19, article 5"), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for row in &cell.members.rows {
        // Where the paper has only a year, the latest day of one is held against the earliest of the other: certain only.
        if let Some((official, at)) = row.official.said()
            && official.latest() < row.admitted.earliest()
        {
            let (id, official, admitted) = (&**row.id, official.show(lang), row.admitted.show(lang));
            let message = say!(
                lang,
                "`{id}` chính thức từ {official}, trước ngày vào Đảng {admitted}",
                "`{id}` is official from {official}, before being admitted on {admitted}"
            );
            report.add(&RULE, &cell.unit, row.place(at), message);
        }
    }
}
