use crate::{
    finding::Flaws,
    register::{CellYearBook, Commune, Lookup},
    targets::{Ask, CellInYear, Count, Goal, Sink, attended::error_of, due, target},
};

target! {
    /// vi: Tỷ lệ đảng viên bị kỷ luật trong năm (số liệu theo dõi).
    /// en: The share of members disciplined in the year (a figure).
    ///
    /// vi: Phần 1 của Đề án nêu trung bình 0,53% đảng viên bị kỷ luật mỗi năm (2011–2015) và không đặt mức. Mẫu số là
    /// đảng viên chính thức và dự bị của chi bộ thôn ở ngày chốt số liệu, kể cả người được miễn hoặc đi nơi khác; tử số
    /// là người có kỷ luật (cột discipline) trong assessments.csv của năm.
    /// en: Part 1 of the plan says that 0.53% of members were disciplined a year on average (2011–2015), and sets no
    /// goal. The denominator is the official and probationary members of village cells on the reference date, the
    /// exempt and the away among them; the numerator is those with a discipline (column discipline) in the year's
    /// assessments.csv.
    ///
    /// vi: Nơi không có assessments.csv của năm thì đảng viên là chưa biết. Dòng có lỗi, hoặc của người không có trong
    /// danh sách, để ngoài.
    /// en: Where there is no assessments.csv of the year its members are unknown. A row with an error, or of nobody on
    /// the roster, is left out.
    ///
    /// vi: Một trong năm người; người sinh hoạt tạm thời và người đã rời chi bộ không tính; người không có dòng vẫn ở
    /// mẫu số.
    /// en: One of five; who is there temporarily and who has left do not count; who has no row stays in the
    /// denominator.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2001-01-01,2002-01-01,,,
    /// dv03,2001-01-01,2002-01-01,,,
    /// dv04,2001-01-01,2002-01-01,,,
    /// dv05,2001-01-01,2002-01-01,2018-12-31,,
    /// dv06,2001-01-01,2002-01-01,,,yes
    /// dv07,2001-01-01,2002-01-01,,2018-12-30,
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade,discipline
    /// dv01,,good,
    /// dv05,,completed,reprimand
    /// dv06,,,warning
    /// dv07,,,expulsion
    /// ```
    /// ```text
    /// 2018: 1/5 figure needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không có assessments.csv.
    /// en: There is no assessments.csv.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 5 coverage 0/1
    /// ```
    ///
    /// vi: Kỷ luật không đọc được; dòng của người không có trong danh sách.
    /// en: A discipline that cannot be read; a row of nobody on the roster.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade,discipline
    /// dv01,,good,phê bình
    /// dv50,,,warning
    /// ```
    /// ```text
    /// 2018: 0/4 figure needed 0 left-out 2 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Giải thể trước ngày chốt.
    /// en: Dissolved before the reference date.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// dissolved = 2018-12-30
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    "discipline", ["1.II.2.1-4"], Goal::Figure, AtOnce, None,
    "Đảng viên bị kỷ luật" / "Members disciplined", Count::Cell(count),
    unknown "đảng viên của chi bộ không có assessments.csv" / "members of cells without assessments.csv"
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::alive(cell, ask, sink) {
        return;
    }
    let nothing = CellYearBook::default();
    let book = cell.years.get(&ask.year).unwrap_or(&nothing);
    let rows = &book.assessments;
    // Rows that wait to be filled say of nobody that there was no discipline.
    let is_silent = rows.rows.iter().all(|row| row.is_waiting()) && !rows.unread;
    sink.cover(!is_silent);
    let file = rows.place().unwrap_or(cell.place());
    if rows.unread {
        return sink.left_out(file);
    }
    if cell.members.unread {
        return sink.left_out(cell.members.place().unwrap_or(cell.place()));
    }
    let mut unknown = 0;
    for ((person, membership), assessed) in cell.members().zip(cell.assessed_by_member()) {
        let on_strength = match membership {
            Some(membership) => membership.is_some_and(|membership| !membership.temporary),
            None => {
                sink.left_out(error_of(cell, person));
                continue;
            }
        };
        match assessed {
            _ if !on_strength => {}
            _ if is_silent => unknown += 1,
            Lookup::Found(row) if row.discipline.is_unread() || row.has(Flaws::WHOLE) => sink.left_out(row.whole()),
            Lookup::Found(row) => sink.add(row.whole(), u64::from(row.discipline.get().is_some()), 1),
            Lookup::Missing | Lookup::Unread => sink.add(file, 0, 1),
        }
    }
    sink.unknown(cell.place(), unknown);
    let is_stray = |member: &str| cell.people.find(member).is_none();
    let strays = rows.rows.iter().filter(|row| !row.discipline.is_absent() && is_stray(&row.member));
    strays.for_each(|row| sink.left_out(row.whole()));
}
