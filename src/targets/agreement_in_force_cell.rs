use crate::{
    lang::say,
    records::{agreement::Agreement, cell},
    register::{Cell, Commune, Record, posts::DualPost},
    targets::{
        Ask, CellInYear, Count, Goal, Miss, Sink,
        agreements::{Concerns, standing},
        dual_posts::settle,
        target,
    },
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có tên trong một quy chế phối hợp đang có hiệu lực.
    /// en: The share of village cells that are named in a coordination agreement in force.
    ///
    /// vi: Đề án yêu cầu 100% chi bộ thôn xây dựng và duy trì quy chế phối hợp. Mẫu số là chi bộ thôn đang hoạt động ở
    /// ngày chốt số liệu; tử số là chi bộ có tên ở cells của một quy chế đang có hiệu lực như
    /// agreement-in-force-village.
    /// en: The plan asks that 100% of village cells have and keep an agreement. The denominator is the village cells
    /// there on the reference date; the numerator is those named under cells of one in force, as in
    /// agreement-in-force-village.
    ///
    /// vi: Quy chế có lỗi, hoặc quy chế của thôn mình nêu tên một chi bộ không có trong sổ, thì chi bộ đang thiếu quy
    /// chế để ngoài; dòng bí thư hay trưởng thôn không đọc được cũng vậy. Ở sổ của riêng một chi bộ không biết được,
    /// nên chưa có số liệu.
    /// en: Where an agreement with an error, or one of the cell's village that names a cell which does not exist, may
    /// be what the cell lacks, it is left out; so is a cell whose secretary or head cannot be read. In a cell's own
    /// register it cannot be known: no data.
    ///
    /// vi: Chi bộ có bí thư kiêm trưởng thôn thì để riêng; cách hiểu khác, tính cả, in bên cạnh.
    /// en: A cell whose secretary is the head of one of its villages stands apart; the other reading, which counts it,
    /// is printed beside.
    ///
    /// vi: Chi bộ khác được nêu tên.
    /// en: Another cell is named.
    ///
    /// Gives:
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-03-10
    /// [approval]
    /// party_committee = { date = 2017-02-20 }
    /// peoples_committee = { date = 2017-02-21 }
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```text
    /// 2018: 1/2 missed needed 1 left-out 0 unknown 0 coverage 1/2 apart 0 other 1/2
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[agreement-in-force-cell] Chi bộ thôn 1 chưa có tên trong quy chế phối hợp nào đang có hiệu lực
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[agreement-in-force-cell] Chi bộ thôn 1 is named in no coordination agreement that is in force
    /// ```
    ///
    /// vi: Tên chi bộ viết sai.
    /// en: The cell's name is misspelt.
    ///
    /// Gives:
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-l"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-03-10
    /// [approval]
    /// party_committee = { date = 2017-02-20 }
    /// peoples_committee = { date = 2017-02-21 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1 apart 0 other 0/0
    /// ```
    ///
    /// vi: Quy chế không đọc được.
    /// en: The agreement cannot be read.
    ///
    /// Gives:
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1 apart 0 other 0/0
    /// ```
    ///
    /// vi: Chi bộ giải thể ngày chốt thì còn, hôm trước thì không.
    /// en: A cell dissolved on the reference date is there, the day before it is not.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// dissolved = 2018-12-31
    /// [[terms]]
    /// congress = 2017-06-10
    /// resolution = { number = "01-NQ/CB" }
    /// working_regulations = 2017-07-01
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1 apart 0 other 1/1
    /// ```
    ///
    /// vi: Giải thể hôm trước.
    /// en: Dissolved the day before.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// dissolved = 2018-12-30
    /// [[terms]]
    /// congress = 2017-06-10
    /// resolution = { number = "01-NQ/CB" }
    /// working_regulations = 2017-07-01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0 apart 0 other 0/0
    /// ```
    ///
    /// vi: Bí thư kiêm trưởng thôn đến ngày chốt.
    /// en: The secretary is the head until the reference date.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,cell,member
    /// tt01,thon-1,head,2017-01-01,2018-12-31,elected,2001-01-01,chi-bo-thon-1,dv01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 1/1 apart 1 other 1/1
    /// ```
    ///
    /// vi: Thôi làm trưởng thôn hôm trước.
    /// en: No longer head the day before.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,cell,member
    /// tt01,thon-1,head,2017-01-01,2018-12-30,elected,2001-01-01,chi-bo-thon-1,dv01
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1 apart 0 other 1/1
    /// ```
    ///
    /// vi: Không rõ ai là bí thư.
    /// en: It is not known who the secretary is.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,cell,member
    /// tt01,thon-1,head,2017-01-01,,elected,2001-01-01,chi-bo-thon-1,dv01
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from
    /// dv01,secretary,10-6
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1 apart 0 other 1/1
    /// ```
    "agreement-in-force-cell", ["2.I.2.2-1", "2.III.2.2-3", "2.III.2.2-4"], Goal::All, AtOnce, EachSubject,
    "Chi bộ có quy chế phối hợp" / "Cells with an agreement in force", Count::Cell(count),
    other "tính cả bí thư kiêm trưởng thôn" / "dual posts counted"
}

fn count(commune: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    // Agreements lie outside the register at a cell's own root.
    if commune.outside {
        return;
    }
    match cell.sure_life() {
        Some(life) if life.covers(ask.reference) => {}
        Some(_) => return,
        None => {
            sink.cover(false);
            return sink.left_out(cell.place());
        }
    }
    let dual = cell.dual_post();
    let mut named = commune.agreements.iter().filter(|agreement| names(agreement, &cell.id));
    sink.cover(matches!(dual, DualPost::Yes) || named.next().is_some());
    let concerns = |agreement: &Record<'_, Agreement<'_>>| concerns(commune, agreement, cell);
    let standing = standing(commune, ask.reference, concerns, |village| leads(cell, village));
    let miss = || {
        let (lang, name) = (ask.ctx.lang, &**cell.file.name);
        let message = say!(
            lang,
            "{name} chưa có tên trong quy chế phối hợp nào đang có hiệu lực",
            "{name} is named in no coordination agreement that is in force"
        );
        vec![Miss { place: cell.place(), period: ask.year_period(), message }]
    };
    settle(cell.place(), standing, dual, miss, ask, sink);
}

fn names(agreement: &Agreement<'_>, cell: &str) -> bool {
    agreement.cells.iter().any(|id| id.get().is_some_and(|id| **id == *cell))
}

/// Whether the cell leads a village, or may lead it.
fn leads(cell: &Cell<'_>, village: &str) -> bool {
    cell.file.villages.has_unread() || cell::villages(&cell.file).any(|led| led == village)
}

fn concerns(commune: &Commune<'_>, agreement: &Record<'_, Agreement<'_>>, cell: &Cell<'_>) -> Concerns {
    // A cell whose name could not be read, or that does not exist, may be this one.
    let unsure = || agreement.cells.iter().any(|id| id.get().is_none_or(|id| commune.cell(id).is_missing()));
    if names(agreement, &cell.id) {
        Concerns::Yes
    } else if leads(cell, &agreement.village) && unsure() {
        Concerns::Perhaps
    } else {
        Concerns::No
    }
}
