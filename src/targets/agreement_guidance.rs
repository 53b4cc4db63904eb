use crate::{
    lang::say,
    register::upper::District,
    targets::{Ask, Count, Goal, Sink, district_plan, target},
};

target! {
    /// vi: Tỷ lệ huyện đã cụ thể hóa quy chế phối hợp.
    /// en: The share of districts that made the coordination agreement concrete.
    ///
    /// vi: Đề án yêu cầu huyện cụ thể hóa mẫu quy chế của tỉnh. Mẫu số là mọi huyện; tử số là huyện đã ghi hướng dẫn
    /// (agreement_guidance) ở district.toml; hướng dẫn có ngày thì không muộn hơn ngày chốt số liệu.
    /// en: The plan asks each district to make the province's template concrete. The denominator is all districts; the
    /// numerator is those that record their guidance (agreement_guidance) in district.toml; one with a date counts when
    /// it is not after the reference date.
    ///
    /// vi: district.toml không đọc được thì huyện để ngoài.
    /// en: Where district.toml cannot be read the district is left out.
    ///
    /// vi: Ngày 31/12.
    /// en: Of 31 December.
    ///
    /// Gives:
    /// ```toml district.toml
    /// name = "Văn Giang"
    /// kind = "huyện"
    /// agreement_guidance = { number = "05-KH/HU", date = 2018-12-31 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 01/01 năm sau.
    /// en: Of 1 January of the next year.
    ///
    /// Gives:
    /// ```toml district.toml
    /// name = "Văn Giang"
    /// kind = "huyện"
    /// agreement_guidance = { number = "05-KH/HU", date = 2019-01-01 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// district.toml:3:22: chưa đạt[agreement-guidance] huyện chưa có hướng dẫn quy chế phối hợp (agreement_guidance)
    /// district.toml:3:22: shortfall[agreement-guidance] the district has no guidance on the agreements (agreement_guidance)
    /// ```
    ///
    /// vi: Chưa ghi.
    /// en: None is recorded.
    ///
    /// Gives:
    /// ```toml district.toml
    /// name = "Văn Giang"
    /// kind = "huyện"
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// district.toml:1:1: chưa đạt[agreement-guidance] huyện chưa có hướng dẫn quy chế phối hợp (agreement_guidance)
    /// district.toml:1:1: shortfall[agreement-guidance] the district has no guidance on the agreements (agreement_guidance)
    /// ```
    ///
    /// vi: Khóa viết sai có thể là văn bản ấy.
    /// en: A misspelt key may be it.
    ///
    /// Gives:
    /// ```toml district.toml
    /// name = "Văn Giang"
    /// kind = "huyện"
    /// plann = { number = "05-KH/HU" }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
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
    "agreement-guidance", ["2.III.2.2-2"], Goal::All, AtOnce, EachSubject,
    "Huyện hướng dẫn quy chế phối hợp" / "Districts that made the agreement concrete", Count::District(count)
}

fn count(district: &District<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let message = say!(
        ask.ctx.lang,
        "huyện chưa có hướng dẫn quy chế phối hợp (agreement_guidance)",
        "the district has no guidance on the agreements (agreement_guidance)"
    );
    district_plan::by_document(district, |file| &file.agreement_guidance, message, ask, sink);
}
