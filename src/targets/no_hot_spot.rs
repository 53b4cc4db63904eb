use crate::{
    date::Span,
    lang::{plural, say},
    records::village::VillageRow,
    register::{Commune, Record, people::span},
    targets::{Ask, Count, Goal, Miss, Sink, due, target},
};

target! {
    /// vi: Số thôn có điểm nóng hoặc khiếu kiện đông người; Đề án yêu cầu không có.
    /// en: The villages with a hot spot or a mass complaint; the plan wants none.
    ///
    /// vi: Đề án yêu cầu không để phát sinh điểm nóng, khiếu kiện đông người vượt cấp. Mẫu số là thôn có trong năm mà
    /// villages.csv của năm có dòng; tử số là thôn có điểm nóng (hot_spots) hoặc khiếu kiện đông người
    /// (mass_complaints) lớn hơn 0.
    /// en: The plan asks that no hot spot and no mass complaint over the authorities' heads arises. The denominator is
    /// the villages of the year with a row in the year's villages.csv; the numerator is those whose hot_spots or
    /// mass_complaints are over 0.
    ///
    /// vi: Thôn không có dòng, hoặc để trống một trong hai số mà số kia bằng 0, là chưa biết; còn thôn chưa biết thì
    /// chưa thể coi là đạt. Dòng hoặc tệp không đọc được thì thôn để ngoài.
    /// en: A village without a row, or with one number empty and the other 0, is unknown; where there is one the goal
    /// cannot count as met. Where the row or file cannot be read the village is left out.
    ///
    /// vi: Không có.
    /// en: None.
    ///
    /// Gives:
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,,,0,0
    /// ```
    /// ```text
    /// 2018: 0/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Một điểm nóng.
    /// en: A hot spot.
    ///
    /// Gives:
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,,,1,
    /// ```
    /// ```text
    /// 2018: 1/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// 2018/villages.csv:2:1: chưa đạt[no-hot-spot] Thôn 1 có 1 điểm nóng, 0 vụ khiếu kiện đông người
    /// 2018/villages.csv:2:1: shortfall[no-hot-spot] Thôn 1 has 1 hot spot and 0 mass complaints
    /// ```
    ///
    /// vi: Một vụ khiếu kiện đông người, ở thôn có đến ngày 01/01; không hỏi thôn có từ năm sau.
    /// en: A mass complaint, in a village that was there until 1 January; one of the next year is not asked.
    ///
    /// Gives:
    /// ```csv villages.csv
    /// id,name,kind,from,until,section,rules_among_cells
    /// thon-1,Thôn 1,thon,,2018-01-01,,
    /// thon-2,Thôn 2,thon,2019-01-01,,,
    /// ```
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,,,0,1
    /// ```
    /// ```text
    /// 2018: 1/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// 2018/villages.csv:2:1: chưa đạt[no-hot-spot] Thôn 1 có 0 điểm nóng, 1 vụ khiếu kiện đông người
    /// 2018/villages.csv:2:1: shortfall[no-hot-spot] Thôn 1 has 0 hot spots and 1 mass complaint
    /// ```
    ///
    /// vi: Một thôn không có, một thôn chưa ghi.
    /// en: One village without, one that is not recorded.
    ///
    /// Gives:
    /// ```csv villages.csv
    /// id,name,kind,from,until,section,rules_among_cells
    /// thon-1,Thôn 1,thon,,,,
    /// thon-2,Thôn 2,thon,,,,
    /// ```
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,,,0,0
    /// thon-2,,,,0
    /// ```
    /// ```text
    /// 2018: 0/1 no-data needed 0 left-out 0 unknown 1 coverage 2/2
    /// ```
    ///
    /// vi: Không có dòng nào.
    /// en: There is no row.
    ///
    /// Gives:
    /// ```delete 2018/villages.csv
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 1 coverage 0/1
    /// ```
    ///
    /// vi: Dòng không đọc được.
    /// en: A row that cannot be read.
    ///
    /// Gives:
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,,,không,0
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Thôn lập lại trong năm là một thôn.
    /// en: A village that ended and came back is one.
    ///
    /// Gives:
    /// ```csv villages.csv
    /// id,name,kind,from,until,section,rules_among_cells
    /// thon-1,Thôn 1,thon,,2018-03-31,,
    /// thon-1,Thôn 1,thon,2018-07-01,,,
    /// ```
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,,,0,0
    /// ```
    /// ```text
    /// 2018: 0/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    "no-hot-spot", ["2.II.1.1 ¶2"], Goal::None, AtOnce, EachSubject,
    "Thôn có điểm nóng, khiếu kiện (không có)" / "Villages with hot spots, complaints (none)",
    Count::Village(count),
    unknown "thôn chưa ghi có điểm nóng, khiếu kiện hay không" / "villages whose troubles are not recorded"
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let reached = ask.days().meet(ask.ctx.period());
    let Some(life) = span(village, &village.from, &village.until) else {
        return due::leave_out_village(village, sink);
    };
    if !life.overlaps(reached) || !is_first(commune, village, reached) {
        return;
    }
    let Some(row) = due::village_year(commune, village, ask, sink) else { return };
    let (spots, complaints) = (row.hot_spots.copied(), row.mass_complaints.copied());
    let troubles = spots.unwrap_or(0) + complaints.unwrap_or(0);
    if troubles > 0 {
        let (lang, name) = (ask.ctx.lang, &**village.name);
        let (spots, complaints) = (spots.unwrap_or(0), complaints.unwrap_or(0));
        let (spot, complaint) = (
            plural(spots.into(), "hot spot", "hot spots"),
            plural(complaints.into(), "mass complaint", "mass complaints"),
        );
        let message = say!(
            lang,
            "{name} có {spots} điểm nóng, {complaints} vụ khiếu kiện đông người",
            "{name} has {spots} {spot} and {complaints} {complaint}"
        );
        sink.subject(row.whole(), vec![Miss { place: row.whole(), period: ask.year_period(), message }]);
    } else if row.hot_spots.is_unread() || row.mass_complaints.is_unread() {
        sink.left_out(row.whole());
    } else if spots.is_none() || complaints.is_none() {
        sink.unknown(row.whole(), 1);
    } else {
        sink.holds(row.whole());
    }
}

/// A village that ended and came back within the year has two rows, and one row of its year.
fn is_first(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, reached: Span) -> bool {
    let same = commune.villages.rows.iter().filter(|row| **row.id == **village.id);
    let mut there = same.filter(|row| span(row, &row.from, &row.until).is_some_and(|life| life.overlaps(reached)));
    there.next().is_none_or(|first| std::ptr::eq(first, village))
}
