use crate::{
    date::{Span, ymd},
    finding::Flaws,
    lang::say,
    register::upper::District,
    targets::{
        Ask, Count, Goal, Miss, Sink,
        district_plan::{marker, own_file},
        recorded, target,
    },
};

target! {
    /// vi: Tỷ lệ huyện triển khai Đề án xong đến chi bộ và thôn trong tháng 12/2016.
    /// en: The share of districts that finished the rollout to every cell and village in December 2016.
    ///
    /// vi: Đề án yêu cầu triển khai xong đến chi bộ, thôn trong tháng 12/2016. Mẫu số là mọi huyện; tử số là huyện có
    /// ngày triển khai xong (rolled_out) ở district.toml không muộn hơn 31/12/2016.
    /// en: The plan asks that the rollout to every cell and village is finished in December 2016. The denominator is
    /// all districts; the numerator is those whose day of finishing it (rolled_out) in district.toml is not after 31
    /// December 2016.
    ///
    /// vi: Trước ngày 31/12/2016 huyện chưa xong là đang thực hiện. district.toml không đọc được thì huyện để ngoài.
    /// en: Before 31 December 2016 a district that has not finished is in progress. Where district.toml cannot be read
    /// the district is left out.
    ///
    /// vi: Xong ngày 31/12/2016.
    /// en: Finished on 31 December 2016.
    ///
    /// Gives:
    /// ```toml district.toml
    /// name = "Văn Giang"
    /// kind = "huyện"
    /// rolled_out = 2016-12-31
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Xong ngày 01/01/2017.
    /// en: Finished on 1 January 2017.
    ///
    /// Gives:
    /// ```toml district.toml
    /// name = "Văn Giang"
    /// kind = "huyện"
    /// rolled_out = 2017-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// district.toml:3:14: chưa đạt[rollout-2016] huyện chưa triển khai xong đến chi bộ và thôn trong tháng 12/2016 (rolled_out)
    /// district.toml:3:14: shortfall[rollout-2016] the rollout to cells and villages was not finished in 12/2016 (rolled_out)
    /// ```
    ///
    /// vi: Ngày 30/12/2016 chưa xong.
    /// en: Not finished on 30 December 2016.
    ///
    /// Gives, as of 2016-12-30:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "district"
    /// name = "Huyện Văn Giang"
    /// records = { from = 2016-11-01, until = 2016-12-31 }
    /// ```
    /// ```toml district.toml
    /// name = "Văn Giang"
    /// kind = "huyện"
    /// ```
    /// ```text
    /// 2016: 0/1 progress needed 1 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 31/12/2016 chưa xong.
    /// en: Not finished on 31 December 2016.
    ///
    /// Gives, as of 2016-12-31:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "district"
    /// name = "Huyện Văn Giang"
    /// records = { from = 2016-11-01, until = 2016-12-31 }
    /// ```
    /// ```toml district.toml
    /// name = "Văn Giang"
    /// kind = "huyện"
    /// ```
    /// ```text
    /// 2016: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// district.toml:1:1: chưa đạt[rollout-2016] huyện chưa triển khai xong đến chi bộ và thôn trong tháng 12/2016 (rolled_out)
    /// district.toml:1:1: shortfall[rollout-2016] the rollout to cells and villages was not finished in 12/2016 (rolled_out)
    /// ```
    ///
    /// vi: Tệp của huyện không đọc được.
    /// en: The district's file cannot be read.
    ///
    /// Gives:
    /// ```toml district.toml
    /// name =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    "rollout-2016", ["Part 3-3-1"], Goal::All, EndOf2016, EachSubject,
    "Huyện triển khai xong trong tháng 12/2016" / "Districts that finished the rollout in 12/2016", Count::District(count)
}

fn count(district: &District<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let marker = marker(district);
    let Some(file) = own_file(district, &marker, sink) else { return };
    let by = Span::new(None, Some(ask.reference.min(ymd(2016, 12, 31))));
    let told = recorded::day(&file.rolled_out, by, file.has(Flaws::KEYS));
    recorded::settle(file.whole(), told, sink, || {
        let message = say!(
            ask.ctx.lang,
            "huyện chưa triển khai xong đến chi bộ và thôn trong tháng 12/2016 (rolled_out)",
            "the rollout to cells and villages was not finished in 12/2016 (rolled_out)"
        );
        let place = file.rolled_out.at().map_or(file.whole(), |at| file.place(at));
        Miss { place, period: ask.year_period(), message }
    });
}
