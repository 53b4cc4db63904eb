use crate::{
    date::{self, Span},
    finding::{Flaws, Report},
    lang::say,
    records::role::{Role, RoleRow},
    register::{Cell, Commune, Record, posts::role_span},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Trong một ngày chi bộ có nhiều nhất một bí thư.
    /// en: On any day a cell has one secretary at most.
    ///
    /// vi: Hai người cùng là bí thư thường là quên ghi ngày cuối của người trước; khi ấy không biết ai ký quy chế, ai kiêm trưởng
    /// thôn. Người trước giữ chức đến hết ngày liền trước ngày đại hội hoặc ngày chỉ định người sau.
    /// en: Two secretaries are mostly a last day that was not written for the first; nobody then knows who signed, or who is the
    /// head as well. The one before holds the role till the day before the congress or the appointment of the next.
    ///
    /// Fails:
    /// ```delete agreements/thon-1-2017-04-10.toml
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-20,2018-03-05
    /// dv02,secretary,2018-03-05,
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role,from,until
    /// dv01,secretary,,2018-10-01
    /// dv02,secretary,,
    /// ```
    /// ```text
    /// chi-bo-thon-1/roles.csv:3:1: lỗi[two-secretaries] từ 05/03/2018 chi bộ có hai bí thư: `dv01` (dòng 2) và `dv02`
    /// chi-bo-thon-2/roles.csv:3:1: lỗi[two-secretaries] từ 01/10/2018 chi bộ có hai bí thư: `dv01` (dòng 2) và `dv02`
    /// ```
    /// ```text
    /// chi-bo-thon-1/roles.csv:3:1: error[two-secretaries] from 2018-03-05 the cell has two secretaries: `dv01` (line 2) and `dv02`
    /// chi-bo-thon-2/roles.csv:3:1: error[two-secretaries] from 2018-10-01 the cell has two secretaries: `dv01` (line 2) and `dv02`
    /// ```
    ///
    /// Passes:
    /// ```delete agreements/thon-1-2017-04-10.toml
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-20,2018-03-04
    /// dv02,secretary,2018-03-05,
    /// dv01,deputy-secretary,2018-03-05,
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role,from,until
    /// dv01,secretary,,2018-09-30
    /// dv02,secretary,,
    /// ```
    ///
    /// Passes:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2018-09-30
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role
    /// dv01,secretary
    /// dv02,secretary
    /// ```
    "two-secretaries", Error,
    Cites::regulation("Điều lệ Đảng ngày 19/01/2011, Điều 24", "the Party's Charter of 2011-01-19, article 24"), Check::Cell(check),
    spoils Flaws::TIME
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    // What is open at the start is known from the first day of the records only, and at its end ends with the cell.
    let Some(life) = cell.sure_life() else { return };
    let records = Span { from: report.ctx.period().from, ..Span::ALWAYS };
    let mut seen: Vec<(&Record<'_, RoleRow<'_>>, Span)> = Vec::new();
    for row in cell.roles.rows.iter().filter(|row| *row.role == Role::Secretary) {
        let Some(held) = role_span(row).filter(|_| !cell.person(&row.member).is_missing()) else { continue };
        let held = held.meet(life);
        let held = if row.from.is_absent() { held.meet(records) } else { held };
        // One person twice at a time is `intervals-overlap`.
        let other = seen.iter().find(|(other, time)| time.overlaps(held) && **other.member != **row.member);
        if let Some((other, time)) = other {
            let (day, line) = (date::show(time.meet(held).from, lang), other.whole().line());
            let (id, other) = (&**row.member, &**other.member);
            let message = say!(
                lang,
                "từ {day} chi bộ có hai bí thư: `{other}` (dòng {line}) và `{id}`",
                "from {day} the cell has two secretaries: `{other}` (line {line}) and `{id}`"
            );
            let remedy = say!(
                lang,
                "người thôi giữ chức cần until là ngày liền trước ngày người kia nhận chức",
                "whoever left the role needs until, the day before the other took it"
            );
            report.add(&RULE, &cell.unit, row.place(row.member.at), message).remedy(remedy);
        } else {
            seen.push((row, held));
        }
    }
}
