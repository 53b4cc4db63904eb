//! `chibo.toml`: the register, the plan's period, and what a register may set otherwise.

use crate::parse::{
    Entries, Field, List, Must, Text,
    dates::{Day, DayOfYear},
    record,
    value::Percent,
    words,
};

words! {
    /// The levels at which a register may have its root.
    RootLevel {
        Province = "province" ("tỉnh", "province"),
        District = "district" ("huyện", "district"),
        Commune = "commune" ("xã", "commune"),
        Cell = "cell" ("chi bộ", "cell"),
    }
}

words! {
    /// The languages that a register may choose.
    Language { Vi = "vi" ("tiếng Việt", "Vietnamese"), En = "en" ("tiếng Anh", "English") }
}

words! {
    /// What a finding may be set to.
    SetLevel {
        Error = "error" ("lỗi", "error"),
        Shortfall = "shortfall" ("chưa đạt", "shortfall"),
        Warning = "warning" ("cảnh báo", "warning"),
        Off = "off" ("tắt", "off"),
    }
}

words! {
    /// What the excellent are a share of.
    ExcellentBase {
        Good = "good" ("số hoàn thành tốt", "the good"),
        GoodOrBetter = "good-or-better" ("số hoàn thành tốt trở lên", "the good and the excellent"),
    }
}

words! {
    /// Whether the agreements of dual posts are counted.
    DualPosts { Apart = "apart" ("để riêng", "apart"), Count = "count" ("tính cả", "counted") }
}

words! {
    /// Where names of people are kept.
    NamesKept { Local = "local" ("tại máy", "on the machine"), Tracked = "tracked" ("trong git", "in git") }
}

record! {
    /// Tệp gốc của sổ dữ liệu. / The root file of a register.
    SettingsFile<'a> {
        /// Phiên bản định dạng: 1. / The version of the format: 1.
        format: Must<u32>,
        /// Cấp của đơn vị gốc. / The level of the root.
        level: Must<RootLevel>,
        /// Tên sổ dữ liệu. / The register's name.
        name: Must<Text<'a>>,
        /// Ngôn ngữ của thông báo và báo cáo. / The language of messages and reports.
        language: Field<Language>,
        /// Đề án đang thực hiện. / The plan in force.
        plan: Field<PlanTable<'a>>,
        /// Thời gian sổ có ghi. / The time that the records cover.
        records: Field<RecordsTable>,
        /// Hạn trong năm của nhiệm vụ hằng năm. / The day of the year by which a yearly duty is due.
        deadlines: Field<Entries<Text<'a>, DayOfYear>>,
        /// Mức phấn đấu khác Đề án, theo phần trăm. / Goals other than the plan's, in percent.
        goals: Field<Entries<Text<'a>, Percent>>,
        /// Mức của phát hiện. / The level of findings.
        levels: Field<Entries<Text<'a>, SetLevel>>,
        /// Cách tính. / How figures are counted.
        counting: Field<CountingTable>,
        /// Tên người. / Names of people.
        privacy: Field<PrivacyTable>,
        /// Tệp bỏ qua. / Files passed over.
        ignore: Field<IgnoreTable<'a>>,
    }
}

record! {
    /// Đề án. / The plan.
    PlanTable<'a> {
        /// Số Đề án. / The plan's number.
        number: Field<Text<'a>>,
        /// Ngày ban hành. / The day of issue.
        date: Field<Day>,
        /// Ngày bắt đầu thực hiện. / The first day of the plan.
        from: Field<Day>,
        /// Ngày kết thúc. / The last day of the plan.
        until: Field<Day>,
    }
}

record! {
    /// Thời gian sổ có ghi. / The time that the records cover.
    RecordsTable {
        /// Ngày đầu. / The first day.
        from: Field<Day>,
        /// Ngày cuối. / The last day.
        until: Field<Day>,
        /// Số ngày chờ giấy tờ sau khi tháng hoặc quý kết thúc. / Days that a month or quarter may wait for its paper.
        grace_days: Field<u32>,
    }
}

record! {
    /// Cách tính. / How figures are counted.
    CountingTable {
        /// Loại cuộc họp tính vào tỷ lệ dự họp. / Kinds of meeting that count for attendance.
        attendance_kinds: List<super::meeting::Kind>,
        /// Người vắng có lý do vẫn ở trong mẫu số. / The excused stay in the base.
        excused_in_base: Field<bool>,
        /// Mẫu số của tỷ lệ xuất sắc. / What the excellent are a share of.
        excellent_base: Field<ExcellentBase>,
        /// Thôn bí thư kiêm trưởng thôn. / Villages whose secretary is the head.
        dual_post_villages: Field<DualPosts>,
    }
}

record! {
    /// Tên người. / Names of people.
    PrivacyTable {
        /// names.csv nằm trong git hay không. / Whether names.csv is in git.
        names: Field<NamesKept>,
    }
}

record! {
    /// Tệp bỏ qua. / Files passed over.
    IgnoreTable<'a> {
        /// Đường dẫn từ gốc sổ; `*` thay cho một phần tên. / Paths from the root; `*` stands for part of a name.
        paths: List<Text<'a>>,
    }
}
