use crate::{
    finding::{Flaws, Place},
    lang::say,
    records::province::ProvinceFile,
    register::{Lookup, Record, upper::Province},
    targets::{Ask, Count, Goal, Miss, Sink, recorded, target},
    unit::{UnitLevel, join},
};

target! {
    /// vi: Tỉnh đã ban hành mẫu quy chế phối hợp hay chưa.
    /// en: Whether the province has issued the template of the agreement.
    ///
    /// vi: Đề án yêu cầu tỉnh ban hành mẫu quy chế phối hợp. Mẫu số là tỉnh; tử số là 1 khi province.toml đã ghi mẫu
    /// (agreement_template); mẫu có ngày thì không muộn hơn ngày chốt số liệu.
    /// en: The plan asks the province for the template of the coordination agreement. The denominator is the province;
    /// the numerator is 1 when province.toml records the template (agreement_template); one with a date counts when it
    /// is not after the reference date.
    ///
    /// vi: province.toml không đọc được thì để ngoài.
    /// en: Where province.toml cannot be read the province is left out.
    ///
    /// vi: Ngày 31/12.
    /// en: Of 31 December.
    ///
    /// Gives:
    /// ```toml province.toml
    /// name = "Hưng Yên"
    /// agreement_template = { number = "03-HD/BTCTU", date = 2018-12-31 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 01/01 năm sau.
    /// en: Of 1 January of the next year.
    ///
    /// Gives:
    /// ```toml province.toml
    /// name = "Hưng Yên"
    /// agreement_template = { number = "03-HD/BTCTU", date = 2019-01-01 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// province.toml:2:22: chưa đạt[agreement-template] tỉnh chưa ban hành mẫu quy chế phối hợp (agreement_template)
    /// province.toml:2:22: shortfall[agreement-template] the province has not issued the template of the agreement (agreement_template)
    /// ```
    ///
    /// vi: Chưa ghi.
    /// en: None is recorded.
    ///
    /// Gives:
    /// ```toml province.toml
    /// name = "Hưng Yên"
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// province.toml:1:1: chưa đạt[agreement-template] tỉnh chưa ban hành mẫu quy chế phối hợp (agreement_template)
    /// province.toml:1:1: shortfall[agreement-template] the province has not issued the template of the agreement (agreement_template)
    /// ```
    ///
    /// vi: Không đọc được.
    /// en: It cannot be read.
    ///
    /// Gives:
    /// ```toml province.toml
    /// name = "Hưng Yên"
    /// agreement_template = { number = 3 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
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
    "agreement-template", ["2.III.2.2-1"], Goal::All, AtOnce, EachSubject,
    "Tỉnh ban hành mẫu quy chế phối hợp" / "The province issued the template of the agreement", Count::Province(count)
}

fn count(province: &Province<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let marker = marker(province);
    let Some(file) = own_file(province, &marker, sink) else { return };
    let told = recorded::document(&file.agreement_template, ask.reference, file.has(Flaws::KEYS));
    recorded::settle(file.whole(), told, sink, || {
        let message = say!(
            ask.ctx.lang,
            "tỉnh chưa ban hành mẫu quy chế phối hợp (agreement_template)",
            "the province has not issued the template of the agreement (agreement_template)"
        );
        let place = file.agreement_template.at().map_or(file.whole(), |at| file.place(at));
        Miss { place, period: ask.year_period(), message }
    });
}

pub(super) fn marker(province: &Province<'_>) -> String {
    join(&province.unit, UnitLevel::Province.marker())
}

/// The province's own file; where it cannot be read the province is left out.
pub(super) fn own_file<'c, 'a>(
    province: &'c Province<'a>,
    marker: &str,
    sink: &mut Sink<'_, '_>,
) -> Option<&'c Record<'a, ProvinceFile<'a>>> {
    sink.cover(province.file.get().is_some());
    match &province.file {
        Lookup::Found(file) => Some(file),
        Lookup::Unread | Lookup::Missing => {
            sink.left_out(Place::path(marker));
            None
        }
    }
}
