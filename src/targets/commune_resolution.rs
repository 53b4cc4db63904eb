use crate::{
    finding::Flaws,
    lang::say,
    register::{Commune, Lookup},
    targets::{Ask, Count, Goal, Miss, Sink, recorded, target},
};

target! {
    /// vi: Tỷ lệ xã có nghị quyết chuyên đề thực hiện Đề án.
    /// en: The share of communes with a thematic resolution on the plan.
    ///
    /// vi: Đề án yêu cầu xã ban hành nghị quyết chuyên đề. Mẫu số là mọi xã; tử số là xã đã ghi nghị quyết (resolution)
    /// ở commune.toml; nghị quyết có ngày thì không muộn hơn ngày chốt số liệu.
    /// en: The plan asks each commune for a thematic resolution. The denominator is all communes; the numerator is
    /// those that record one (resolution) in commune.toml; one with a date counts when it is not after the reference
    /// date.
    ///
    /// vi: commune.toml không đọc được thì xã để ngoài.
    /// en: Where commune.toml cannot be read the commune is left out.
    ///
    /// vi: Ngày 31/12.
    /// en: Of 31 December.
    ///
    /// Gives:
    /// ```toml commune.toml
    /// name = "Xuân Quan"
    /// kind = "xã"
    /// resolution = { number = "07-NQ/ĐU", date = 2018-12-31 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 01/01 năm sau.
    /// en: Of 1 January of the next year.
    ///
    /// Gives:
    /// ```toml commune.toml
    /// name = "Xuân Quan"
    /// kind = "xã"
    /// resolution = { number = "07-NQ/ĐU", date = 2019-01-01 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// commune.toml:3:14: chưa đạt[commune-resolution] xã chưa có nghị quyết chuyên đề thực hiện Đề án (resolution)
    /// commune.toml:3:14: shortfall[commune-resolution] the commune has no thematic resolution on the plan (resolution)
    /// ```
    ///
    /// vi: Chưa ghi.
    /// en: None is recorded.
    ///
    /// Gives:
    /// ```toml commune.toml
    /// name = "Xuân Quan"
    /// kind = "xã"
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// commune.toml:1:1: chưa đạt[commune-resolution] xã chưa có nghị quyết chuyên đề thực hiện Đề án (resolution)
    /// commune.toml:1:1: shortfall[commune-resolution] the commune has no thematic resolution on the plan (resolution)
    /// ```
    ///
    /// vi: Không đọc được.
    /// en: It cannot be read.
    ///
    /// Gives:
    /// ```toml commune.toml
    /// name = "Xuân Quan"
    /// kind = "xã"
    /// resolution = { number = 7 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Tệp của xã không đọc được.
    /// en: The commune's file cannot be read.
    ///
    /// Gives:
    /// ```toml commune.toml
    /// name =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    "commune-resolution", ["Part 3-3-2"], Goal::All, AtOnce, EachSubject,
    "Xã có nghị quyết chuyên đề về Đề án" / "Communes with a thematic resolution on the plan", Count::Commune(count)
}

fn count(commune: &Commune<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    sink.cover(commune.file.get().is_some());
    let Lookup::Found(file) = &commune.file else { return sink.left_out(commune.place()) };
    let told = recorded::document(&file.resolution, ask.reference, file.has(Flaws::KEYS));
    recorded::settle(file.whole(), told, sink, || {
        let message = say!(
            ask.ctx.lang,
            "xã chưa có nghị quyết chuyên đề thực hiện Đề án (resolution)",
            "the commune has no thematic resolution on the plan (resolution)"
        );
        let place = file.resolution.at().map_or(file.whole(), |at| file.place(at));
        Miss { place, period: ask.year_period(), message }
    });
}
