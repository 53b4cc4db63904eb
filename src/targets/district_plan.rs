use crate::{
    finding::{Flaws, Place},
    lang::say,
    parse::Field,
    records::{district::DistrictFile, shared::Document},
    register::{Lookup, Record, upper::District},
    targets::{Ask, Count, Goal, Miss, Sink, recorded, target},
    unit::{UnitLevel, join},
};

target! {
    /// vi: Tỷ lệ huyện có kế hoạch thực hiện Đề án.
    /// en: The share of districts with a plan to carry this plan out.
    ///
    /// vi: Đề án yêu cầu huyện có kế hoạch. Mẫu số là mọi huyện; tử số là huyện đã ghi kế hoạch (plan) ở district.toml;
    /// kế hoạch có ngày thì không muộn hơn ngày chốt số liệu.
    /// en: The plan asks each district for a plan of its own. The denominator is all districts; the numerator is those
    /// that record one (plan) in district.toml; one with a date counts when it is not after the reference date.
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
    /// plan = { number = "05-KH/HU", date = 2018-12-31 }
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
    /// plan = { number = "05-KH/HU", date = 2019-01-01 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// district.toml:3:8: chưa đạt[district-plan] huyện chưa có kế hoạch thực hiện Đề án (plan)
    /// district.toml:3:8: shortfall[district-plan] the district has no plan to carry the plan out (plan)
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
    /// district.toml:1:1: chưa đạt[district-plan] huyện chưa có kế hoạch thực hiện Đề án (plan)
    /// district.toml:1:1: shortfall[district-plan] the district has no plan to carry the plan out (plan)
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
    "district-plan", ["Part 3-3-1"], Goal::All, AtOnce, EachSubject,
    "Huyện có kế hoạch thực hiện Đề án" / "Districts with a plan of their own", Count::District(count)
}

fn count(district: &District<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let message = say!(
        ask.ctx.lang,
        "huyện chưa có kế hoạch thực hiện Đề án (plan)",
        "the district has no plan to carry the plan out (plan)"
    );
    by_document(district, |file| &file.plan, message, ask, sink);
}

/// A document of the district's own file.
pub(super) type Pick = for<'m, 'a> fn(&'m DistrictFile<'a>) -> &'m Field<Document<'a>>;

/// Counts the district by a document that its own file records.
pub(super) fn by_document(
    district: &District<'_>,
    pick: Pick,
    message: String,
    ask: &Ask<'_>,
    sink: &mut Sink<'_, '_>,
) {
    let marker = marker(district);
    let Some(file) = own_file(district, &marker, sink) else { return };
    let document = pick(file);
    recorded::settle(file.whole(), recorded::document(document, ask.reference, file.has(Flaws::KEYS)), sink, || {
        let place = document.at().map_or(file.whole(), |at| file.place(at));
        Miss { place, period: ask.year_period(), message }
    });
}

pub(super) fn marker(district: &District<'_>) -> String {
    join(&district.unit, UnitLevel::District.marker())
}

/// The district's own file; where it cannot be read the district is left out.
pub(super) fn own_file<'c, 'a>(
    district: &'c District<'a>,
    marker: &str,
    sink: &mut Sink<'_, '_>,
) -> Option<&'c Record<'a, DistrictFile<'a>>> {
    sink.cover(district.file.get().is_some());
    match &district.file {
        Lookup::Found(file) => Some(file),
        Lookup::Unread | Lookup::Missing => {
            sink.left_out(Place::path(marker));
            None
        }
    }
}
