use crate::{
    date::{Span, ymd},
    finding::Flaws,
    lang::say,
    register::upper::Province,
    targets::{
        Ask, Count, Goal, Miss, Sink,
        agreement_template::{marker, own_file},
        recorded, target,
    },
};

target! {
    /// vi: Tỉnh đã đánh giá quy chế phối hợp trong quý II/2018 hay chưa.
    /// en: Whether the province reviewed the agreements in the second quarter of 2018.
    ///
    /// vi: Đề án yêu cầu tỉnh đánh giá trong quý II/2018. Mẫu số là tỉnh; tử số là 1 khi province.toml có ngày đánh giá
    /// (agreement_review) từ 01/4 đến 30/6/2018, không muộn hơn ngày chốt số liệu.
    /// en: The plan asks the province for a review in the second quarter of 2018. The denominator is the province; the
    /// numerator is 1 when province.toml has a day of the review (agreement_review) from 1 April to 30 June 2018, by
    /// the reference date.
    ///
    /// vi: Trước ngày 30/6/2018 chưa có là đang thực hiện. province.toml không đọc được thì để ngoài.
    /// en: Before 30 June 2018 it is in progress. Where province.toml cannot be read the province is left out.
    ///
    /// vi: Ngày 01/4.
    /// en: On 1 April.
    ///
    /// Gives:
    /// ```toml province.toml
    /// name = "Hưng Yên"
    /// agreement_review = 2018-04-01
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 31/3.
    /// en: On 31 March.
    ///
    /// Gives:
    /// ```toml province.toml
    /// name = "Hưng Yên"
    /// agreement_review = 2018-03-31
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// province.toml:2:20: chưa đạt[agreement-review-province] tỉnh chưa đánh giá quy chế phối hợp trong quý II/2018 (agreement_review)
    /// province.toml:2:20: shortfall[agreement-review-province] the province did not review the agreements in Q2/2018 (agreement_review)
    /// ```
    ///
    /// vi: Ngày 30/6.
    /// en: On 30 June.
    ///
    /// Gives:
    /// ```toml province.toml
    /// name = "Hưng Yên"
    /// agreement_review = 2018-06-30
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 01/7.
    /// en: On 1 July.
    ///
    /// Gives:
    /// ```toml province.toml
    /// name = "Hưng Yên"
    /// agreement_review = 2018-07-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// province.toml:2:20: chưa đạt[agreement-review-province] tỉnh chưa đánh giá quy chế phối hợp trong quý II/2018 (agreement_review)
    /// province.toml:2:20: shortfall[agreement-review-province] the province did not review the agreements in Q2/2018 (agreement_review)
    /// ```
    ///
    /// vi: Ngày 29/6 chưa có.
    /// en: None yet on 29 June.
    ///
    /// Gives, as of 2018-06-29:
    /// ```toml province.toml
    /// name = "Hưng Yên"
    /// ```
    /// ```text
    /// 2018: 0/1 progress needed 1 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 30/6 vẫn chưa có.
    /// en: Still none on 30 June.
    ///
    /// Gives, as of 2018-06-30:
    /// ```toml province.toml
    /// name = "Hưng Yên"
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// province.toml:1:1: chưa đạt[agreement-review-province] tỉnh chưa đánh giá quy chế phối hợp trong quý II/2018 (agreement_review)
    /// province.toml:1:1: shortfall[agreement-review-province] the province did not review the agreements in Q2/2018 (agreement_review)
    /// ```
    ///
    /// vi: Tệp của tỉnh không đọc được.
    /// en: The province's file cannot be read.
    ///
    /// Gives:
    /// ```toml province.toml
    /// name =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    "agreement-review-province", ["2.III.2.2-5"], Goal::All, MidOf2018, EachSubject,
    "Tỉnh đánh giá quy chế phối hợp trong quý II/2018" / "The province reviewed the agreements in Q2/2018",
    Count::Province(count)
}

fn count(province: &Province<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let marker = marker(province);
    let Some(file) = own_file(province, &marker, sink) else { return };
    let within = Span { from: ymd(2018, 4, 1), until: ask.reference.min(ymd(2018, 6, 30)) };
    let told = recorded::day(&file.agreement_review, within, file.has(Flaws::KEYS));
    recorded::settle(file.whole(), told, sink, || {
        let message = say!(
            ask.ctx.lang,
            "tỉnh chưa đánh giá quy chế phối hợp trong quý II/2018 (agreement_review)",
            "the province did not review the agreements in Q2/2018 (agreement_review)"
        );
        let place = file.agreement_review.at().map_or(file.whole(), |at| file.place(at));
        Miss { place, period: ask.year_period(), message }
    });
}
