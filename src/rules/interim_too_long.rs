use crate::{
    date,
    finding::Report,
    lang::say,
    parse::Vocabulary,
    records::official::PostHow,
    register::{Commune, posts::post_span},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Trưởng thôn lâm thời điều hành không quá 6 tháng.
    /// en: An interim village head serves for no more than six months.
    ///
    /// vi: Chủ tịch UBND xã cử trưởng thôn lâm thời khi khuyết hoặc khi lập thôn mới, để điều hành đến khi bầu được trưởng thôn. Quá
    /// hạn thì hoặc chưa tổ chức bầu, hoặc đã bầu mà chưa ghi vào sổ. Còn đang giữ chức thì tính đến hôm nay.
    /// en: The chairman of the commune's People's Committee names an interim head where the post is vacant or the
    /// village is new, until one is elected. Beyond that no election was held, or it was not written down. Who is still
    /// in post is counted till today.
    ///
    /// Fails:
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// tt01,thon-1,head,2017-03-12,,elected
    /// tt02,thon-2,head,2017-12-10,2018-06-11,interim
    /// tt03,thon-2,head,2018-06-30,,interim
    /// ```
    /// ```csv villages.csv
    /// id,name,kind,until
    /// thon-1,Thôn 1,thon,
    /// thon-2,Thôn 2,thon,2018-12-31
    /// ```
    /// ```text
    /// officials.csv:4:40: cảnh báo[interim-too-long] `tt02` là trưởng thôn lâm thời từ 10/12/2017 đến 11/06/2018, quá 6 tháng
    /// officials.csv:5:30: cảnh báo[interim-too-long] `tt03` là trưởng thôn lâm thời từ 30/06/2018 đến 31/12/2018, quá 6 tháng
    /// ```
    /// ```text
    /// officials.csv:4:40: warning[interim-too-long] `tt02` is interim village head from 2017-12-10 to 2018-06-11, over 6 months
    /// officials.csv:5:30: warning[interim-too-long] `tt03` is interim village head from 2018-06-30 to 2018-12-31, over 6 months
    /// ```
    ///
    /// Passes:
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// tt01,thon-1,head,2017-03-12,,elected
    /// tt02,thon-2,head,2017-12-10,2018-06-10,interim
    /// tt03,thon-2,head,2018-07-01,2019-06-30,interim
    /// ```
    ///
    /// Passes:
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// tt01,thon-1,head,2017-03-12,,elected
    /// tt03,thon-2,head,2018-06-29,,interim
    /// ```
    /// ```csv villages.csv
    /// id,name,kind,until
    /// thon-1,Thôn 1,thon,
    /// thon-2,Thôn 2,thon,2018-12-29
    /// ```
    "interim-too-long", Warning,
    Cites::regulation(
        "Thông tư 04/2012/TT-BNV ngày 31/8/2012, sửa đổi bởi Thông tư 09/2017/TT-BNV ngày 29/12/2017",
        "Circular 04/2012/TT-BNV of 2012-08-31, amended by Circular 09/2017/TT-BNV of 2017-12-29",
    ),
    Check::Commune(check)
}

/// Circular 04/2012/TT-BNV: an interim head serves for no more than six months from the decision.
const MOST_MONTHS: u32 = 6;

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let (lang, today) = (report.ctx.lang, report.ctx.state_date());
    for row in commune.officials.rows.iter().filter(|row| *row.how == PostHow::Interim) {
        let Some(held) = post_span(commune, row) else { continue };
        let end = held.until.min(today);
        if date::plus_months(held.from, MOST_MONTHS) < end {
            let (id, post) = (&**row.id, row.role.label().of(lang));
            let [from, end] = [held.from, end].map(|day| date::show(day, lang));
            let message = say!(
                lang,
                "`{id}` là {post} lâm thời từ {from} đến {end}, quá {MOST_MONTHS} tháng",
                "`{id}` is interim {post} from {from} to {end}, over {MOST_MONTHS} months"
            );
            let remedy = say!(
                lang,
                "đã bầu thì ghi until và thêm một dòng có how là elected; chưa thì tổ chức bầu",
                "where one was elected, write until and add a row whose how is elected; else hold the election"
            );
            report.add(&RULE, &commune.unit, row.place(row.how.at), message).remedy(remedy);
        }
    }
}
