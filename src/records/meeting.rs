//! `<cell>/<year>/<date>-<kind>.toml`: a meeting.

use crate::{
    date::Month,
    parse::{Field, Id, List, Must, Text, Time, dates::Day, record, value::Part, words},
    records::attendance::Attendance,
};

words! {
    /// The kinds of meeting.
    Kind {
        Regular = "regular" ("thường kỳ", "regular"),
        Thematic = "thematic" ("chuyên đề", "thematic"),
        Combined = "combined" ("kết hợp", "combined"),
        Extraordinary = "extraordinary" ("bất thường", "extraordinary"),
        Committee = "committee" ("chi ủy", "committee"),
        Review = "review" ("kiểm điểm", "review"),
        Congress = "congress" ("đại hội", "congress"),
    }
}

words! {
    /// How a member attended.
    Mark {
        Blank = "" ("chưa điểm danh", "not called yet"),
        Present = "x" ("có mặt", "present"),
        Late = "m" ("đến muộn", "late"),
        Excused = "p" ("vắng có lý do", "excused"),
        Absent = "k" ("vắng không lý do", "absent without reason"),
    }
}

words! {
    /// What a theme is about: the eight areas of the plan's 2.II.1.3, and others.
    Area {
        Assignments = "assignments" ("phân công nhiệm vụ cho đảng viên", "assignments"),
        Exemption = "exemption" ("miễn công tác và sinh hoạt", "exemption"),
        WorkingAway = "working-away" ("quản lý đảng viên đi làm ăn xa", "members working away"),
        Admission = "admission" ("kết nạp đảng viên", "admission"),
        Emulation = "emulation" ("thi đua", "emulation"),
        MassOrganisations = "mass-organisations" ("xây dựng đoàn thể", "mass organisations"),
        Criticism = "criticism" ("tự phê bình và phê bình, nêu gương", "criticism and example"),
        Capacity = "capacity" ("nâng cao kiến thức, năng lực", "capacity"),
        Other = "other" ("khác", "other"),
    }
}

words! {
    /// What a resolution is about.
    ResolutionKind {
        Monthly = "monthly" ("tháng", "monthly"),
        Annual = "annual" ("năm", "annual"),
        Regulations = "regulations" ("quy chế", "regulations"),
        ThematicPlan = "thematic-plan" ("kế hoạch chuyên đề", "thematic plan"),
        Admission = "admission" ("kết nạp", "admission"),
        OfficialStatus = "official-status" ("công nhận chính thức", "official status"),
        StrikeOff = "strike-off" ("xóa tên", "strike-off"),
        Other = "other" ("khác", "other"),
    }
}

words! {
    /// Where a guest comes from.
    GuestFrom {
        VillageHead = "village-head" ("trưởng thôn", "village head"),
        VillageDeputy = "village-deputy" ("phó trưởng thôn", "deputy head"),
        Commune = "commune" ("xã", "commune"),
        District = "district" ("huyện", "district"),
        Province = "province" ("tỉnh", "province"),
        Other = "other" ("nơi khác", "elsewhere"),
    }
}

record! {
    /// Một cuộc họp. / A meeting.
    Meeting<'a> {
        /// Ngày họp. / The day of the meeting.
        date: Must<Day>,
        /// Loại cuộc họp. / The kind of meeting.
        kind: Must<Kind>,
        /// Tháng được tính, nếu khác tháng của ngày họp. / The month that it counts for, if another.
        month: Field<Month>,
        /// false: tháng này không họp. / false: there was no meeting this month.
        held: Field<bool>,
        /// Lý do không họp. / Why there was none.
        reason: Field<Text<'a>>,
        /// Giờ bắt đầu. / When it began.
        start: Field<Time>,
        /// Giờ kết thúc. / When it ended.
        end: Field<Time>,
        /// Địa điểm. / Where.
        place: Field<Text<'a>>,
        /// Ngày báo trước nội dung, thời gian, địa điểm. / The day that content, time and place were announced.
        announced: Field<Day>,
        /// Người chuẩn bị nội dung. / Who prepared it.
        prepared_by: Field<Id<'a>>,
        /// Ngày chi ủy họp trước. / The day the committee met before it.
        committee_met: Field<Day>,
        /// Chủ trì. / The chair.
        chair: Field<Id<'a>>,
        /// Thư ký. / Who kept the minutes.
        minutes_by: Field<Id<'a>>,
        /// Điểm danh: mỗi dòng một đảng viên. / Attendance, a line a member.
        attendance: Field<Attendance<'a>>,
        /// Số lượng, khi giấy chỉ có số. / Totals, where the paper has only numbers.
        counts: Field<Counts>,
        /// Nội dung từng phần. / The content, part by part.
        content: Field<Content<'a>>,
        /// Chuyên đề. / The theme.
        theme: Field<Theme<'a>>,
        /// Nghị quyết, kết luận. / Resolutions.
        resolutions: List<Resolution<'a>>,
        /// Khách dự. / Guests.
        guests: List<Guest<'a>>,
    }
}

record! {
    /// Số lượng dự họp. / Attendance as totals.
    Counts {
        /// Số phải dự. / How many were expected.
        expected: Field<u32>,
        /// Tổng số đảng viên. / Members in all.
        total: Field<u32>,
        /// Số được miễn. / The exempt.
        exempt: Field<u32>,
        /// Số sinh hoạt tạm thời nơi khác. / Those away.
        away: Field<u32>,
        /// Có mặt, cả đến muộn. / Present, the late among them.
        present: Must<u32>,
        /// Vắng có lý do. / Excused.
        excused: Field<u32>,
        /// Vắng không lý do. / Absent without reason.
        unexcused: Field<u32>,
    }
}

record! {
    /// Nội dung từng phần (HD 09, HD 12). / The content, part by part.
    Content<'a> {
        /// Mở đầu: điểm danh, chương trình, thư ký. / Opening: roll call, agenda, secretary of the meeting.
        opening: Field<Part<'a>>,
        /// Thời sự, văn bản cấp trên, tư tưởng. / Current affairs, upper documents, mood.
        news: Field<Part<'a>>,
        /// Kết quả tháng trước. / What was done last month.
        last_month: Field<Part<'a>>,
        /// Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh. / Study of Hồ Chí Minh's example.
        study: Field<Part<'a>>,
        /// Nhiệm vụ tháng tới. / Tasks of the next month.
        next_month: Field<Part<'a>>,
        /// Thảo luận. / Discussion.
        discussion: Field<Part<'a>>,
        /// Kết luận. / Conclusion.
        conclusion: Field<Part<'a>>,
    }
}

record! {
    /// Chuyên đề. / The theme.
    Theme<'a> {
        /// Lĩnh vực. / The area.
        area: Field<Area>,
        /// Tên chuyên đề. / The title.
        title: Field<Text<'a>>,
        /// Người chuẩn bị. / Who prepared it.
        author: Field<Id<'a>>,
        /// Ngày gửi dự thảo. / The day the draft was sent.
        draft_sent: Field<Day>,
    }
}

record! {
    /// Một nghị quyết. / A resolution.
    Resolution<'a> {
        /// Số. / The number.
        number: Field<Text<'a>>,
        /// Loại. / The kind.
        kind: Field<ResolutionKind>,
        /// Về việc gì. / What about.
        title: Field<Text<'a>>,
        /// Phiếu. / The votes.
        votes: Field<Votes>,
        /// Được thông qua. / Carried.
        carried: Field<bool>,
    }
}

record! {
    /// Phiếu biểu quyết. / The votes.
    Votes {
        /// Tán thành. / For.
        in_favour = "for": Field<u32>,
        /// Không tán thành. / Against.
        against: Field<u32>,
        /// Không có ý kiến. / Blank.
        blank: Field<u32>,
    }
}

record! {
    /// Khách dự. / A guest.
    Guest<'a> {
        /// Từ đâu. / Where from.
        from: Field<GuestFrom>,
        /// Mã trưởng thôn, phó trưởng thôn. / The id of a village head or deputy.
        official: Field<Id<'a>>,
    }
}
