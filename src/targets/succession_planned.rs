use crate::{
    lang::say,
    records::village::VillageRow,
    register::{Commune, Record, people::span},
    targets::{Ask, Count, Goal, Miss, Sink, due, target},
};

target! {
    /// vi: Tỷ lệ thôn có quy hoạch trưởng thôn và phó trưởng thôn.
    /// en: The share of villages with planned successors to the head and to the deputy.
    ///
    /// vi: Đề án yêu cầu quy hoạch, tạo nguồn trưởng thôn, phó trưởng thôn. Mẫu số là thôn mà năm đó là năm đến hạn: kỳ
    /// tính bắt đầu không muộn hơn 01/01, thôn lập không muộn hơn 30/6 và còn tồn tại ở ngày chốt số liệu. Tử số là
    /// thôn có ít nhất một người quy hoạch trưởng thôn và một người quy hoạch phó trưởng thôn trong villages.csv của
    /// năm.
    /// en: The plan asks for planned successors to head and deputy. The denominator is the villages for which the year
    /// is due: the period begins by 1 January, the village was there by 30 June and is on the reference date. The
    /// numerator is those with at least one planned successor to the head and one to the deputy in the year's
    /// villages.csv.
    ///
    /// vi: Thôn không có dòng của năm, hoặc để trống số người, là chưa biết. Trước hạn (31/12) chưa đủ là đang thực
    /// hiện. Dòng hoặc tệp không đọc được thì thôn để ngoài.
    /// en: A village without a row of the year, or whose numbers are empty, is unknown. Before the deadline (31
    /// December) what is not complete is in progress. Where the row or file cannot be read the village is left out.
    ///
    /// vi: Mỗi chức danh một người.
    /// en: One for each.
    ///
    /// Gives:
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,1,1,,
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Chưa có người quy hoạch phó trưởng thôn.
    /// en: There is no successor to the deputy.
    ///
    /// Gives:
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,1,0,,
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// 2018/villages.csv:2:1: chưa đạt[succession-planned] Thôn 1 chưa có người quy hoạch phó trưởng thôn
    /// 2018/villages.csv:2:1: shortfall[succession-planned] Thôn 1 has no planned successor to its deputy head
    /// ```
    ///
    /// vi: Trước hạn.
    /// en: Before the deadline.
    ///
    /// Gives, as of 2018-12-30:
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,0,0,,
    /// ```
    /// ```text
    /// 2018: 0/1 progress needed 1 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Để trống số người.
    /// en: The number is empty.
    ///
    /// Gives:
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,1,,,
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 1 coverage 1/1
    /// ```
    ///
    /// vi: Không có dòng của năm.
    /// en: There is no row of the year.
    ///
    /// Gives:
    /// ```delete 2018/villages.csv
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 1 coverage 0/1
    /// ```
    ///
    /// vi: Số người không đọc được.
    /// en: A number that cannot be read.
    ///
    /// Gives:
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,một,1,,
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Thôn lập ngày 01/7.
    /// en: A village founded on 1 July.
    ///
    /// Gives:
    /// ```csv villages.csv
    /// id,name,kind,from,until,section,rules_among_cells
    /// thon-1,Thôn 1,thon,2018-07-01,,,
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    "succession-planned", ["2.I.2.2-2", "2.II.2.3"], Goal::All, Yearly, EachSubject,
    "Thôn có quy hoạch trưởng thôn, phó trưởng thôn" / "Villages with planned successors", Count::Village(count),
    unknown "thôn chưa ghi quy hoạch" / "villages whose successors are not recorded"
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    match span(village, &village.from, &village.until) {
        Some(life) if ask.is_due_year(life) => {}
        None if ask.ctx.is_due_year(ask.year) => return due::leave_out_village(village, sink),
        Some(_) | None => return,
    }
    let Some(row) = due::village_year(commune, village, ask, sink) else { return };
    let successors = [&row.head_successors, &row.deputy_successors];
    if successors.iter().any(|number| number.is_unread()) {
        return sink.left_out(row.whole());
    }
    let (lang, name) = (ask.ctx.lang, &*village.name);
    let is_none = |number: Option<u32>| number == Some(0);
    let messages = match successors.map(|number| number.copied()) {
        [head, deputy] if is_none(head) || is_none(deputy) => {
            let head = is_none(head).then(|| {
                say!(lang, "{} chưa có người quy hoạch trưởng thôn", "{} has no planned successor to its head", &**name)
            });
            let deputy = is_none(deputy).then(|| {
                say!(
                    lang,
                    "{} chưa có người quy hoạch phó trưởng thôn",
                    "{} has no planned successor to its deputy head",
                    &**name
                )
            });
            head.into_iter().chain(deputy).collect()
        }
        [Some(_), Some(_)] => Vec::new(),
        _ => return sink.unknown(row.whole(), 1),
    };
    let miss = |message| Miss { place: row.whole(), period: ask.year_period(), message };
    sink.subject(row.whole(), messages.into_iter().map(miss).collect());
}
