use crate::{
    finding::Flaws,
    lang::Words,
    parse::{Field, Vocabulary},
    records::meeting::Area,
    register::Commune,
    targets::{Ask, CellInYear, Count, Goal, Parts, Sink, meetings, target},
};

target! {
    /// vi: Số buổi chuyên đề, kết hợp theo từng lĩnh vực (số liệu theo dõi).
    /// en: The thematic and combined meetings by area (a figure).
    ///
    /// vi: Đề án nêu các nhóm chuyên đề để chi bộ lựa chọn, không đặt mức. Mẫu số là buổi chuyên đề hoặc kết hợp của
    /// chi bộ thôn trong năm; tử số là buổi có ghi lĩnh vực ([theme] area), và đếm riêng từng lĩnh vực.
    /// en: The plan lists themes to choose from and sets no goal. The denominator is the thematic and combined meetings
    /// of village cells in the year; the numerator is those that tell their area ([theme] area), and each area is
    /// counted apart.
    ///
    /// vi: Bản ghi có lỗi để ngoài.
    /// en: A record with an error is left out.
    ///
    /// vi: Hai lĩnh vực, một buổi không ghi lĩnh vực.
    /// en: Two areas, and a meeting that tells none.
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
    /// [theme]
    /// area = "admission"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-06-20-thematic.toml
    /// date = 2018-06-20
    /// kind = "thematic"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// [theme]
    /// area = "other"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-09-20-thematic.toml
    /// date = 2018-09-20
    /// kind = "thematic"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 2/3 figure needed 0 left-out 0 unknown 0 coverage 1/1 admission 1 other 1
    /// ```
    ///
    /// vi: Lĩnh vực không đọc được; khóa viết sai có thể là lĩnh vực.
    /// en: An area that cannot be read; a misspelt key may be one.
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
    /// [theme]
    /// area = "farming"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-06-20-thematic.toml
    /// date = 2018-06-20
    /// kind = "thematic"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// [theme]
    /// aera = "other"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 2 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không có bản ghi nào của năm.
    /// en: There is no record of the year.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/1
    /// ```
    "thematic-areas", ["2.II.1.3"], Goal::Figure, AtOnce, None,
    "Sinh hoạt chuyên đề theo lĩnh vực" / "Thematic meetings by area", Count::Cell(count),
    parts Parts { key: "areas", label: Words::new("số buổi", "meetings"), names: areas }
}

fn areas() -> Vec<(&'static str, Words)> {
    Area::ALL.iter().map(|area| (area.word(), area.label())).collect()
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let found = meetings::of_year(cell, meetings::THEMATIC);
    found.cover(ask, sink);
    for meeting in found.sound() {
        let misspelt = meeting.has(Flaws::KEYS);
        let area = match &meeting.theme {
            Field::Said(theme, _) => theme.area.copied(),
            Field::Absent | Field::Unread(_) => None,
        };
        let unread = meeting.theme.is_unread() || meeting.theme.get().is_some_and(|theme| theme.area.is_unread());
        match area.and_then(|area| Area::ALL.iter().position(|other| *other == area)) {
            Some(index) => {
                sink.part(index, 1);
                sink.add(meeting.whole(), 1, 1);
            }
            None if unread || misspelt => sink.left_out(meeting.whole()),
            None => sink.add(meeting.whole(), 0, 1),
        }
    }
    found.doubtful().for_each(|place| sink.left_out(place));
}
