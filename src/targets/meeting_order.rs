use crate::{
    records::meeting::Mark,
    register::Commune,
    targets::{Ask, CellInYear, Count, Goal, Sink, attended::errors_of, meetings, target},
};

target! {
    /// vi: Tỷ lệ lượt đến muộn hoặc vắng không lý do ở buổi thường kỳ, kết hợp (số liệu theo dõi).
    /// en: The share of marks that are late or absent without reason, at regular and combined meetings (a figure).
    ///
    /// vi: Phần 1 của Đề án nêu 15,21% chi bộ chưa giữ nghiêm nền nếp sinh hoạt và không đặt mức. Mẫu số là số lượt
    /// điểm danh của người phải dự ở buổi thường kỳ, kết hợp của chi bộ thôn trong năm; tử số là lượt đến muộn (m) hoặc
    /// vắng không lý do (k).
    /// en: Part 1 of the plan says that 15.21% of cells keep the meeting regime badly, and sets no goal. The
    /// denominator is the marks of expected members at the regular and combined meetings of village cells in the year;
    /// the numerator is those that are late (m) or absent without reason (k).
    ///
    /// vi: Buổi chỉ ghi tổng số không có lượt nào. Bản ghi có lỗi về điểm danh, và người mà dòng danh sách có lỗi, để
    /// ngoài.
    /// en: A meeting that gives only totals has no marks. A record whose attendance has an error, and a person whose
    /// row has one, are left out.
    ///
    /// vi: Muộn và vắng không lý do tính; vắng có lý do thì không; người được miễn không phải dự.
    /// en: The late and the absent without reason count, the excused do not; the exempt are not expected.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv05,exempt,,
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "m"
    /// dv03 = "p"
    /// dv04 = "k"
    /// dv05 = "k"
    /// ```
    /// ```text
    /// 2018: 2/4 figure needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Chỉ có tổng số.
    /// en: Totals only.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Danh sách có dòng không đọc được.
    /// en: The roster has a row that cannot be read.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-01-05-regular.toml
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official
    /// dv01,2001-01-01,2002-01-01
    /// dv02,,
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 11 unknown 0 coverage 1/1
    /// ```
    "meeting-order", ["1.II.2.1-3"], Goal::Figure, AtOnce, None,
    "Lượt đến muộn, vắng không lý do" / "Marks late or absent without reason", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let found = meetings::of_year(cell, meetings::REGULAR);
    let mut marked = found.sound().filter(|meeting| meeting.marks().next().is_some()).peekable();
    let has_data = marked.peek().is_some();
    if has_data || cell.sure_life().is_none_or(|life| ask.days().overlaps(life)) {
        sink.cover(has_data);
    }
    for meeting in marked {
        if !meeting.attendance_is_sound() || cell.members.unread || cell.statuses.unread {
            sink.left_out(meeting.whole());
            continue;
        }
        let Some(turnout) = meeting.turnout(cell) else { continue };
        errors_of(cell, meeting, turnout).for_each(|place| sink.left_out(place));
        let disorderly = turnout.of(Mark::Late) + turnout.of(Mark::Absent);
        let marks = disorderly + turnout.of(Mark::Present) + turnout.of(Mark::Excused);
        sink.add(meeting.whole(), disorderly, marks);
    }
    found.doubtful().for_each(|place| sink.left_out(place));
}
