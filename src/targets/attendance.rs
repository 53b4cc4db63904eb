use crate::{
    register::Commune,
    targets::{Ask, CellInYear, Count, Goal, Sink, target},
};

target! {
    /// vi: Tỷ lệ đảng viên dự sinh hoạt chi bộ, cộng mọi buổi thường kỳ và kết hợp trong năm.
    /// en: The share of expected members who came, over all regular and combined meetings of the year.
    ///
    /// vi: Đề án yêu cầu tỷ lệ đảng viên dự sinh hoạt chi bộ từ 85% trở lên. Mẫu số cộng, ở mỗi buổi của chi bộ thôn,
    /// số người phải dự: đảng viên chính thức, dự bị và sinh hoạt tạm thời trong ngày họp, trừ người được miễn, đi nơi
    /// khác, bị đình chỉ hoặc làm nhiệm vụ đặc biệt. Tử số là người có mặt, cả đến muộn. Người được miễn hoặc đi nơi
    /// khác mà vẫn dự thì tính cả tử và mẫu; người vắng có lý do vẫn ở trong mẫu số. Buổi chỉ ghi tổng số thì cộng các
    /// số ấy.
    /// en: The plan asks that at least 85% of members attend. The denominator sums, for each meeting of a village cell,
    /// those expected: official, probationary and temporary members of that day, less the exempt, the away, the
    /// suspended and those on special duty. The numerator is those who came, the late among them. Who is exempt or away
    /// and comes counts in both; the excused stay in the base. A meeting of which only totals are known adds those.
    ///
    /// vi: Bản ghi có lỗi về điểm danh, chưa điểm danh hoặc không đọc được thì để ngoài; người mà dòng danh sách có lỗi
    /// cũng vậy. Sổ có thể đổi loại buổi họp được tính và bỏ người vắng có lý do khỏi mẫu số ([counting]).
    /// en: A record whose attendance has an error, is not called or cannot be read is left out, and so is a person
    /// whose row has an error. A register may change which kinds count, and take the excused out of the base
    /// ([counting]).
    ///
    /// vi: Cách hiểu khác, là tỷ lệ chi bộ đạt 85%, in ở attendance-by-cell, nơi cũng báo từng chi bộ chưa đạt.
    /// en: The other reading, the share of cells at 85%, is attendance-by-cell, which also reports each cell that
    /// misses.
    ///
    /// vi: 17 trong 20 người là đúng 85%.
    /// en: 17 of 20 is 85% exactly.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 20, present = 17 }
    /// ```
    /// ```text
    /// 2018: 17/20 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: 84,62%, còn thiếu một lượt.
    /// en: 84.62%, one short.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 39, present = 33 }
    /// ```
    /// ```text
    /// 2018: 33/39 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Đến muộn là có mặt; vắng có lý do vẫn ở mẫu số.
    /// en: The late came; the excused stay in the base.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "m"
    /// dv03 = "p"
    /// dv04 = "k"
    /// dv05 = "x"
    /// ```
    /// ```text
    /// 2018: 3/5 missed needed 2 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Sổ bỏ người vắng có lý do khỏi mẫu số.
    /// en: The register takes the excused out of the base.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// counting = { excused_in_base = false }
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "m"
    /// dv03 = "p"
    /// dv04 = "k"
    /// dv05 = "x"
    /// ```
    /// ```text
    /// 2018: 3/4 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Cũng vậy với buổi chỉ ghi tổng số.
    /// en: So too where only totals are known.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// counting = { excused_in_base = false }
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 5, present = 4, excused = 1 }
    /// ```
    /// ```text
    /// 2018: 4/4 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Người được miễn không phải dự; người đi nơi khác mà vẫn dự thì tính; người bị đình chỉ thì không.
    /// en: The exempt are not expected; who is away and comes counts; the suspended do not.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv03,exempt,,
    /// dv04,away,,2018-03-05
    /// dv05,suspended,2018-03-05,
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "x"
    /// dv05 = "x"
    /// ```
    /// ```text
    /// 2018: 3/3 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Người sinh hoạt tạm thời phải dự; người đến sau ngày họp thì không.
    /// en: A temporary member is expected; one who joined after the day is not.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2005-01-01,2006-01-01,,,
    /// dv03,2009-01-01,2010-01-01,2018-03-05,,yes
    /// dv04,2009-01-01,2010-01-01,2018-03-06,,
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv03 = "k"
    /// ```
    /// ```text
    /// 2018: 2/3 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Bỏ sót một người phải dự.
    /// en: One who was expected is not called.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv03 = "x"
    /// dv04 = "x"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Dòng tình trạng có lỗi: riêng người ấy để ngoài.
    /// en: A status with an error: that person alone is left out.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv05,away,5 tháng 3,
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv03 = "x"
    /// dv04 = "x"
    /// dv05 = "k"
    /// ```
    /// ```text
    /// 2018: 4/4 met needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không có bản ghi nào.
    /// en: There is no record.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Bản ghi không đọc được để ngoài; bản ghi chi ủy thì không thuộc chỉ tiêu này.
    /// en: A record that cannot be read is left out; a committee's is not of this target.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// start =
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-02-committee.toml
    /// date =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    "attendance", ["2.I.2.1-6"], Goal::AtLeast(85), AtOnce, None,
    "Đảng viên dự sinh hoạt chi bộ" / "Members who attend", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let sum = cell.attendance();
    sum.tell(cell, ask, sink);
    sum.records().for_each(|(place, present, expected)| sink.add(place, present, expected));
}
