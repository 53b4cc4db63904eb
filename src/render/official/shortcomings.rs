//! What a target misses, in words: the subjects that miss it, or the share that is not reached.

use crate::lang::Words;

/// `chi bộ chưa có quy chế làm việc`, to stand behind a count; of a share, whose share it is. None for a figure, which
/// asks for nothing.
#[rustfmt::skip]
pub(super) fn of(target: &str) -> Option<Words> {
    let (vi, en) = match target {
        "monthly-meeting" => ("chi bộ chưa sinh hoạt thường kỳ đủ các tháng", "cells did not meet in every month"),
        "meeting-steps" => ("chi bộ có buổi sinh hoạt chưa đủ nội dung, các bước", "cells held a meeting without every part and step"),
        "working-regulations" => ("chi bộ chưa có quy chế làm việc của nhiệm kỳ", "cells have no working regulations of the term"),
        "leadership-resolution" => ("chi bộ chưa có đủ nghị quyết lãnh đạo của năm và của nhiệm kỳ", "cells lack a leadership resolution of the year or the term"),
        "thematic-quarterly" => ("chi bộ chưa có kế hoạch hoặc chưa sinh hoạt chuyên đề đủ các quý", "cells lack the thematic plan or a theme in a quarter"),
        "top-grade-cap" => ("chi bộ xếp loại cao nhất (trong sạch, vững mạnh; từ năm 2018 là hoàn thành xuất sắc nhiệm vụ)", "cells with the top grade"),
        "no-weak-cell" => ("chi bộ xếp loại yếu kém (từ năm 2018 là không hoàn thành nhiệm vụ)", "cells are graded weak (not completed, from 2018)"),
        "attendance" => ("đảng viên dự sinh hoạt chi bộ", "members who attend"),
        "attendance-by-cell" => ("chi bộ có tỷ lệ đảng viên dự sinh hoạt dưới mức của Đề án", "cells are below the plan's attendance"),
        "task-assignment" => ("đảng viên chưa được phân công nhiệm vụ", "members have no assignment"),
        "good-members" => ("đảng viên hoàn thành tốt nhiệm vụ trở lên", "members graded good or excellent"),
        "excellent-cap" => ("đảng viên hoàn thành xuất sắc trong số hoàn thành tốt nhiệm vụ", "members graded excellent among those who did well"),
        "lower-grades-falling" => ("đảng viên hoàn thành nhiệm vụ trở xuống", "members graded completed or lower"),
        "admission-gap" => ("chi bộ còn nguồn nhưng đã 24 tháng trở lên chưa kết nạp được đảng viên", "cells with candidates admitted nobody in 24 months or more"),
        "agreement-in-force-village" => ("thôn, khu phố chưa có quy chế phối hợp đang có hiệu lực", "villages have no agreement in force"),
        "agreement-in-force-cell" => ("chi bộ chưa có quy chế phối hợp đang có hiệu lực", "cells have no agreement in force"),
        "succession-planned" => ("thôn, khu phố chưa quy hoạch đủ nguồn kế cận trưởng thôn, phó trưởng thôn", "villages have not planned successors of head and deputy"),
        "member-elected-head" => ("cuộc bầu trưởng thôn có người trúng cử chưa là đảng viên", "elections of a head were won by someone outside the Party"),
        "head-membership" => ("trưởng thôn là đảng viên", "village heads who are members"),
        "hcm-study" => ("buổi sinh hoạt chưa học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh", "meetings did not study Hồ Chí Minh's example"),
        "no-hot-spot" => ("thôn, khu phố có điểm nóng hoặc khiếu kiện đông người", "villages had a hot spot or a mass complaint"),
        "committee-complete" => ("chi bộ chưa có bí thư hoặc chưa đủ chi ủy", "cells lack a secretary or a full committee"),
        "inspection-programme" => ("chi bộ chưa có đủ chương trình kiểm tra, giám sát của nhiệm kỳ và của năm", "cells lack an inspection programme of the term or the year"),
        "monthly-resolution" => ("chi bộ có tháng chưa ra nghị quyết hoặc kết luận", "cells had a month without resolution or conclusion"),
        "monthly-briefing" => ("chi bộ có bí thư và trưởng thôn chưa giao ban đủ các tháng", "cells had a month without a briefing of secretary and head"),
        "head-reporting" => ("thôn, khu phố có trưởng thôn chưa là đảng viên mà chưa quy định chế độ báo cáo", "villages with a non-member head have no reporting regime"),
        "mentor-assigned" => ("trưởng thôn, phó trưởng thôn chưa là đảng viên mà chưa có đảng viên giúp đỡ", "heads and deputies outside the Party have no helper"),
        "several-cells-coordinated" => ("thôn, khu phố nhiều chi bộ chưa có đảng bộ bộ phận hoặc quy chế giữa các chi bộ", "villages of several cells have neither section nor rules among them"),
        "superior-attendance" => ("chi bộ chưa có cấp ủy viên cấp trên dự sinh hoạt trong năm", "cells were attended by no superior committee member"),
        "announced-in-advance" => ("buổi sinh hoạt chưa được báo trước", "meetings were not announced beforehand"),
        "theme-prepared" => ("buổi sinh hoạt chuyên đề chưa phân công người chuẩn bị", "thematic meetings had nobody to prepare the theme"),
        "emulation-registered" => ("chi bộ chưa đăng ký thi đua", "cells did not register for emulation"),
        "annual-training" => ("xã, phường, thị trấn chưa bồi dưỡng đủ chi ủy, trưởng thôn, phó trưởng thôn", "communes did not train committees, heads and deputies"),
        "village-head-in-post" => ("thôn, khu phố chưa có trưởng thôn đương chức", "villages have no head in post"),
        "commune-resolution" => ("xã, phường, thị trấn chưa có nghị quyết chuyên đề thực hiện Đề án", "communes have no thematic resolution on the plan"),
        "commune-report" => ("xã, phường, thị trấn chưa ghi ngày báo cáo việc thực hiện Đề án", "communes recorded no report on the plan"),
        "agreement-review-commune" => ("xã, phường, thị trấn chưa tổ chức hội nghị đánh giá quy chế phối hợp", "communes held no conference on the agreements"),
        "district-plan" => ("huyện, thị xã, thành phố chưa có kế hoạch thực hiện Đề án", "districts have no plan of their own"),
        "rollout-2016" => ("huyện, thị xã, thành phố chưa triển khai xong Đề án trong tháng 12/2016", "districts did not finish the rollout in December 2016"),
        "agreement-guidance" => ("huyện, thị xã, thành phố chưa hướng dẫn quy chế phối hợp", "districts gave no guidance on the agreements"),
        "agreement-review-district" => ("huyện, thị xã, thành phố chưa đánh giá quy chế phối hợp sau một năm", "districts did not review the agreements after a year"),
        "agreement-template" => ("tỉnh chưa ban hành mẫu quy chế phối hợp", "provinces: no template of the agreement"),
        "agreement-review-province" => ("tỉnh chưa đánh giá quy chế phối hợp trong quý II/2018", "provinces: no review of the agreements in Q2/2018"),
        _ => return None,
    };
    Some(Words::new(vi, en))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::targets::{Goal, TARGETS};

    #[test]
    fn every_goal_has_its_words() {
        for target in TARGETS {
            assert_eq!(of(target.id).is_some(), target.goal != Goal::Figure, "{}", target.id);
        }
    }
}
