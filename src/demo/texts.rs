//! What minutes of invented meetings say. `{ai}` stands for a member, `{n}` for a small number of two digits; no text has a quotation
//! mark or a backslash, so that every record is as chibo writes it.

use crate::records::meeting::Area;

pub(super) const OPENINGS: [&str; 8] = [
    "Chào cờ, tuyên bố lý do; chi bộ nhất trí chương trình, cử {ai} ghi biên bản.",
    "Điểm danh, thu đảng phí; chi ủy báo cáo dự kiến nội dung, chi bộ nhất trí.",
    "Bí thư thông báo số đảng viên có mặt, vắng có lý do; thông qua nội dung, thời gian cuộc họp.",
    "Tuyên bố lý do, giới thiệu đảng ủy viên phụ trách đến dự; thông qua chương trình.",
    "Điểm danh; nhắc lại việc chấp hành giờ giấc sinh hoạt; cử {ai} làm thư ký.",
    "Chào cờ, báo cáo quân số; đề nghị đảng viên ghi ý kiến trước khi phát biểu.",
    "Chi ủy thông qua chương trình gồm bốn phần; chi bộ không có ý kiến khác.",
    "Ổn định tổ chức, kiểm tra sổ ghi chép của đảng viên; nhất trí nội dung chi ủy chuẩn bị.",
];

/// By month: what the season brings.
pub(super) const NEWS: [[&str; 2]; 12] = [
    [
        "Thông báo kết luận hội nghị huyện ủy về nhiệm vụ năm mới; nhân dân chuẩn bị đón Tết, giá cả ổn định.",
        "Phổ biến chỉ thị về tổ chức Tết vui tươi, tiết kiệm; thôn xóm yên tâm sản xuất cây vụ đông.",
    ],
    [
        "Kết quả gieo cấy lúa xuân sau Tết; công tác giao, nhận quân đạt chỉ tiêu, gia đình phấn khởi.",
        "Kỷ niệm ngày thành lập Đảng 3/2; nhân dân hưởng ứng Tết trồng cây, không có vụ việc phức tạp.",
    ],
    [
        "Phổ biến hướng dẫn sinh hoạt của đảng ủy; lúa xuân sinh trưởng tốt, {n} hộ lo sâu bệnh cuối vụ.",
        "Thông tin thời sự trong tháng; dư luận quan tâm giá nông sản và việc thu gom rác thải.",
    ],
    [
        "Tình hình dịch bệnh ở đàn lợn, đàn gà; nhân dân mong sớm bê tông hóa đường ra đồng.",
        "Thông báo kế hoạch tiếp xúc cử tri; nhân dân đề nghị sửa trạm bơm trước vụ mùa.",
    ],
    [
        "Kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh; lúa xuân trổ đều, dự kiến năng suất khá.",
        "Phổ biến nghị quyết hội nghị Trung ương; đảng viên đồng tình, không có ý kiến trái chiều.",
    ],
    [
        "Thu hoạch lúa xuân, nhắc không đốt rơm rạ trên đường; trẻ em nghỉ hè cần quản lý đuối nước.",
        "Thông báo lịch trực phòng, chống lụt bão; các hộ ven đê đã chằng chống nhà cửa.",
    ],
    [
        "Các hoạt động kỷ niệm ngày Thương binh, Liệt sĩ; gia đình chính sách được thăm hỏi chu đáo.",
        "Sơ kết sáu tháng đầu năm của đảng ủy; cấy lúa mùa xong trong khung thời vụ.",
    ],
    [
        "Kỷ niệm Cách mạng tháng Tám; nhân dân quan tâm việc thu các khoản đầu năm học.",
        "Phổ biến kế hoạch diễn tập phòng thủ; mưa nhiều, {n} hộ bị ngập vườn cây.",
    ],
    [
        "Quốc khánh 2/9, thôn treo cờ đầy đủ; nhân dân chăm sóc nhãn muộn, cây có múi.",
        "Thông tin về khai giảng năm học mới; toàn bộ trẻ trong độ tuổi được đến lớp.",
    ],
    [
        "Hội nghị Trung ương bàn về kinh tế - xã hội; nhân dân đồng tình chủ trương dồn thửa đổi ruộng.",
        "Thu hoạch lúa mùa, trồng cây vụ đông; còn ý kiến về tiền điện thắp sáng đường làng.",
    ],
    [
        "Chuẩn bị Ngày hội đại đoàn kết toàn dân tộc; bình xét gia đình văn hóa công khai.",
        "Kết quả thu ngân sách của xã; nhân dân đóng góp làm đường ngõ đạt khá.",
    ],
    [
        "Tổng kết năm, thông báo kế hoạch kiểm điểm, xếp loại; nhân dân thu hoạch rau vụ đông.",
        "Phổ biến hướng dẫn đánh giá chất lượng đảng viên; an ninh trật tự thôn xóm giữ vững.",
    ],
];

pub(super) const LAST_MONTH: [&str; 10] = [
    "Đã hòa giải xong {n} vụ tranh chấp ranh giới đất, các gia đình đã thống nhất.",
    "Hoàn thành {n} việc được giao; việc thu quỹ còn chậm, {ai} rút kinh nghiệm.",
    "Đảng viên phụ trách nhóm hộ nắm tình hình kịp thời; {n} hộ còn nợ sản phẩm được nhắc nhở.",
    "Tổng vệ sinh đường làng đủ hai buổi; còn một đoạn mương chưa khơi thông.",
    "Vận động được {n} hộ hiến đất mở rộng ngõ; {ai} được biểu dương.",
    "Nghị quyết tháng trước thực hiện đạt yêu cầu; chưa xong việc lắp đèn chiếu sáng.",
    "Thu đảng phí đủ, nộp đúng hạn; hai đảng viên chậm nộp bản đăng ký thi đua đã bổ sung.",
    "Đoàn thanh niên tu sửa sân thể thao; hội phụ nữ duy trì tổ thu gom rác.",
    "Đã kiểm tra việc chấp hành điều lệ ở {n} đảng viên, không có vi phạm.",
    "Tiến độ làm đường ngõ xóm đạt kế hoạch; công khai thu, chi trước nhân dân.",
];

pub(super) const STUDY: [&str; 9] = [
    "Kể chuyện Thời gian quý báu lắm; rút kinh nghiệm về giờ giấc họp chi bộ.",
    "Học về đoàn kết thống nhất trong Đảng theo Di chúc của Bác.",
    "Nghe giới thiệu gương một cựu chiến binh làm vườn, giúp vốn cho {n} hộ nghèo.",
    "Đọc bài về nêu gương của cán bộ, đảng viên; {ai} liên hệ việc của mình.",
    "Học tập phong cách gần dân; mỗi đảng viên đăng ký một việc làm theo.",
    "Trao đổi về tiết kiệm trong việc cưới, việc tang theo lời Bác dạy.",
    "Kể chuyện Bác Hồ với công tác dân vận; liên hệ việc vận động làm đường.",
    "Học chuyên đề năm về chống suy thoái; {n} ý kiến liên hệ thực tế của chi bộ.",
    "Giới thiệu cách làm hay của một chi bộ bạn về giữ gìn vệ sinh môi trường.",
];

pub(super) const NEXT_MONTH: [&str; 10] = [
    "Giao {ai} rà soát hồ sơ quần chúng ưu tú gửi học lớp nhận thức về Đảng.",
    "Hoàn thành thu quỹ, khơi thông mương nội đồng trước ngày 20; {ai} phụ trách.",
    "Vận động {n} hộ còn lại đóng góp làm đường; họp dân vào cuối tuần thứ hai.",
    "Tổ chức tổng vệ sinh hai buổi, chăm sóc hàng cây thanh niên; đoàn thanh niên thực hiện.",
    "Thăm hỏi gia đình chính sách; {ai} cùng trưởng thôn chuẩn bị danh sách.",
    "Kiểm tra an toàn điện, phòng cháy ở nhà văn hóa; {ai} báo cáo tại kỳ họp sau.",
    "Rà soát hộ nghèo, hộ cận nghèo; đảng viên phụ trách nhóm hộ tham gia bình xét.",
    "Chuẩn bị chuyên đề quý; {ai} gửi dự thảo cho đảng viên trước ba ngày.",
    "Phối hợp với công an xã tuần tra ban đêm; lập danh sách các tổ tự quản.",
    "Hướng dẫn các hộ phòng trừ sâu bệnh theo lịch của hợp tác xã; {ai} theo dõi.",
];

pub(super) const DISCUSSIONS: [&str; 8] = [
    "Có {n} ý kiến; đề nghị công khai thu, chi quỹ nhà văn hóa từng quý.",
    "{n} ý kiến về an ninh vườn cây ban đêm; nhất trí lập tổ tuần tra luân phiên.",
    "Thảo luận việc thu hồi công nợ đọng của các hộ; {n} ý kiến, đảng viên nộp trước.",
    "Đảng viên góp ý cho {ai} về tác phong; {ai} tiếp thu và hứa sửa chữa.",
    "Có {n} ý kiến đề nghị xã sửa đường điện; bí thư ghi nhận, báo cáo đảng ủy.",
    "Thống nhất cách vận động các hộ chưa hiến đất; giao đảng viên là người thân.",
    "{n} ý kiến nhất trí với báo cáo; đề nghị phân công cụ thể, có thời hạn.",
    "Trao đổi việc giúp đỡ quần chúng ưu tú; {ai} nhận kèm cặp một đoàn viên.",
];

/// In offices, schools and the like.
pub(super) const OFFICE_LAST_MONTH: [&str; 6] = [
    "Hoàn thành {n} việc được giao; hồ sơ giải quyết đúng hạn, không có đơn thư.",
    "Nghị quyết tháng trước thực hiện đạt yêu cầu; báo cáo chuyên môn còn chậm một ngày.",
    "Đảng viên chấp hành giờ giấc làm việc; {ai} được biểu dương về tinh thần trách nhiệm.",
    "Thu đảng phí đủ, nộp đúng hạn; công đoàn thăm hỏi kịp thời.",
    "Phong trào thi đua đợt một đạt kết quả khá; {n} đảng viên có sáng kiến.",
    "Kiểm tra nội vụ, phòng cháy đạt yêu cầu; sổ sách ghi chép đầy đủ.",
];

pub(super) const OFFICE_NEXT_MONTH: [&str; 6] = [
    "Giao {ai} chuẩn bị báo cáo chuyên đề quý, gửi đảng viên trước ba ngày.",
    "Thực hiện lịch trực, lịch công tác tháng; {ai} theo dõi, nhắc nhở.",
    "Rà soát quy chế làm việc, quy chế chi tiêu nội bộ; lấy ý kiến toàn cơ quan.",
    "Phối hợp với chi bộ thôn nắm tình hình nhân dân; {ai} phụ trách.",
    "Hoàn thành hồ sơ quần chúng ưu tú gửi học lớp nhận thức về Đảng.",
    "Tổng vệ sinh cơ quan, chuẩn bị đón đoàn kiểm tra; công đoàn thực hiện.",
];

pub(super) const OFFICE_DISCUSSIONS: [&str; 4] = [
    "{n} ý kiến nhất trí với báo cáo; đề nghị phân công cụ thể, có thời hạn.",
    "Đảng viên góp ý cho {ai} về tác phong; {ai} tiếp thu và hứa sửa chữa.",
    "Có {n} ý kiến về cải tiến chuyên môn; bí thư ghi nhận, giao chi ủy nghiên cứu.",
    "Trao đổi việc giúp đỡ quần chúng ưu tú; {ai} nhận kèm cặp một đoàn viên.",
];

pub(super) const CONCLUSIONS: [&str; 7] = [
    "Thư ký thông qua biên bản; chi bộ biểu quyết thông qua kết luận của chủ trì.",
    "Chốt danh sách việc, người làm và hạn xong; thư ký đọc lại biên bản, không ai có ý kiến khác.",
    "Bí thư kết luận {n} việc trọng tâm; chi bộ biểu quyết nhất trí.",
    "Kết luận giữ nền nếp sinh hoạt, nêu cao tinh thần trách nhiệm; thông qua biên bản.",
    "Chủ trì tiếp thu ý kiến, giao chi ủy bổ sung vào nghị quyết; biểu quyết thông qua.",
    "Nhất trí các nhiệm vụ tháng tới; phân công chi ủy viên theo dõi từng việc.",
    "Thông qua nghị quyết; nhắc đảng viên gương mẫu thực hiện trước.",
];

pub(super) const CONGRESS: [&str; 3] = [
    "Đại hội nghe báo cáo chính trị, báo cáo kiểm điểm của chi ủy; {n} ý kiến tham luận.",
    "Thảo luận phương hướng nhiệm kỳ mới; {n} ý kiến về phát triển kinh tế và xây dựng đoàn thể.",
    "Đại hội kiểm điểm việc thực hiện nghị quyết nhiệm kỳ; thống nhất {n} chỉ tiêu chủ yếu.",
];

pub(super) const REVIEW: [&str; 3] = [
    "Từng đảng viên tự kiểm điểm; chi bộ góp ý, bỏ phiếu xếp loại cuối năm.",
    "Kiểm điểm tập thể chi ủy và đảng viên; {n} ý kiến góp ý thẳng thắn, chân tình.",
    "Chi bộ đánh giá chất lượng đảng viên; tập trung làm rõ trách nhiệm nêu gương.",
];

/// Why a month had no meeting: the distancing of April 2020.
pub(super) const NOT_HELD: &str = "Thực hiện giãn cách xã hội để phòng, chống dịch Covid-19";

/// Area and title.
pub(super) const THEMES: [(Area, &str); 17] = [
    (Area::Assignments, "Phân công nhiệm vụ và quản lý đảng viên gắn với nhóm hộ gia đình"),
    (Area::Assignments, "Đảng viên phụ trách hộ trong phát triển kinh tế vườn và giảm nghèo"),
    (Area::Exemption, "Rà soát đảng viên miễn, tạm miễn sinh hoạt và chế độ thăm hỏi"),
    (Area::Exemption, "Thực hiện quy định về miễn công tác và sinh hoạt đảng đối với đảng viên tuổi cao"),
    (Area::WorkingAway, "Giữ mối liên hệ giữa chi bộ với đảng viên đi làm ăn xa"),
    (Area::WorkingAway, "Quản lý đảng viên đi làm ở khu công nghiệp"),
    (Area::Admission, "Bồi dưỡng, kết nạp trưởng thôn và cán bộ đoàn thể vào Đảng"),
    (Area::Admission, "Tạo nguồn phát triển đảng viên trong thanh niên nông thôn"),
    (Area::Emulation, "Phát động thi đua xây dựng khu dân cư nông thôn mới kiểu mẫu"),
    (Area::Emulation, "Thi đua bảo vệ môi trường, phân loại rác tại hộ gia đình"),
    (Area::MassOrganisations, "Chi bộ lãnh đạo xây dựng các đoàn thể vững mạnh"),
    (Area::MassOrganisations, "Nâng cao chất lượng sinh hoạt chi hội phụ nữ, nông dân, cựu chiến binh"),
    (Area::Criticism, "Tự phê bình và phê bình trong sinh hoạt chi bộ"),
    (Area::Criticism, "Trách nhiệm nêu gương của cán bộ, đảng viên"),
    (Area::Capacity, "Nâng cao năng lực lãnh đạo của chi ủy đối với thôn, khu phố"),
    (Area::Capacity, "Bồi dưỡng kiến thức chuyển đổi cây trồng cho đảng viên"),
    (Area::Other, "Chi bộ lãnh đạo dồn thửa đổi ruộng, làm đường giao thông nội đồng"),
];

pub(super) const TASKS: [&str; 14] = [
    "Phụ trách nhóm hộ xóm trên",
    "Phụ trách nhóm hộ xóm dưới",
    "Chi hội Phụ nữ",
    "Chi hội Nông dân",
    "Chi hội Cựu chiến binh",
    "Chi hội Người cao tuổi",
    "Chi đoàn thanh niên",
    "Tổ vệ sinh môi trường",
    "Giúp đỡ hai hộ cận nghèo",
    "Quỹ khuyến học",
    "Giám sát đầu tư cộng đồng",
    "Hòa giải, giữ gìn an ninh trật tự",
    "Vận động các hộ đóng góp làm đường thôn",
    "Đội văn nghệ, thể thao",
];

pub(super) const OFFICE_TASKS: [&str; 7] = [
    "Phụ trách công đoàn",
    "Phụ trách chi đoàn",
    "Công tác chuyên môn, nghiệp vụ",
    "Công tác kiểm tra nội bộ",
    "Theo dõi thi đua, khen thưởng",
    "Hồ sơ, văn thư, lưu trữ",
    "Liên hệ với chi bộ thôn",
];

pub(super) const TASK_OF_SECRETARY: &str = "Bí thư chi bộ, phụ trách chung";

pub(super) const BRIEFINGS: [&str; 12] = [
    "Khuyến học; giúp học sinh nghèo vượt khó",
    "Nước sạch; đấu nối cho các hộ cuối ngõ",
    "Ý kiến nhân dân sau tiếp xúc cử tri",
    "Quy ước của thôn; việc cưới, việc tang",
    "Rác đồng ruộng; không đốt phế thải",
    "Bảo hiểm y tế hộ gia đình; số thẻ còn thiếu",
    "An toàn thực phẩm; bể thu vỏ bao thuốc",
    "Đăng ký gia đình văn hóa; bảng tin công khai",
    "Đơn đề nghị của hai hộ về bờ ao chung",
    "Thu quỹ, vệ sinh ngày 15; việc họp dân",
    "Tiến độ đổ bê tông ngõ; công khai đóng góp",
    "Tình hình tạm trú, tạm vắng; tổ tuần tra",
];

pub(super) const INSPECTIONS: [&str; 5] = [
    "Giám sát việc thu, chi làm đường ngõ xóm",
    "Giám sát việc bình xét hộ nghèo, gia đình văn hóa",
    "Kiểm tra đảng viên chấp hành quy định về sinh hoạt",
    "Giám sát việc thực hiện quy ước của thôn",
    "Kiểm tra thu, nộp đảng phí",
];

pub(super) const REVIEWS: [&str; 5] = [
    "Đạt yêu cầu; trưởng thôn báo cáo kịp thời trước kỳ họp chi bộ",
    "Thực hiện nền nếp, giao ban đều; cần ghi chép đầy đủ hơn",
    "Phối hợp chặt chẽ, không có việc tồn đọng kéo dài",
    "Phối hợp tốt, các việc lớn đều bàn trước khi họp dân",
    "Thực hiện tốt, dân đồng tình; tiếp tục giữ nền nếp giao ban",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::nfc;

    #[test]
    fn every_text_is_as_chibo_writes_it() {
        let news = NEWS.iter().flatten();
        let themes = THEMES.iter().map(|(_, title)| title);
        let lists: [&[&str]; 18] = [
            &OFFICE_LAST_MONTH,
            &OFFICE_NEXT_MONTH,
            &OFFICE_DISCUSSIONS,
            &OFFICE_TASKS,
            &OPENINGS,
            &LAST_MONTH,
            &STUDY,
            &NEXT_MONTH,
            &DISCUSSIONS,
            &CONCLUSIONS,
            &CONGRESS,
            &REVIEW,
            &TASKS,
            &BRIEFINGS,
            &INSPECTIONS,
            &REVIEWS,
            &[NOT_HELD],
            &[TASK_OF_SECRETARY],
        ];
        for text in news.chain(themes).chain(lists.into_iter().flatten()) {
            assert!(!text.contains(['"', '\\', '\'', '#']), "{text}");
            assert_eq!(nfc(text), *text);
            let filled = text.replace("{ai}", "").replace("{n}", "");
            assert!(!filled.contains(['{', '}']), "{text}");
        }
    }
}
