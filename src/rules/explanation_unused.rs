use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Mỗi giải trình ứng với một phát hiện.
    /// en: Every explanation matches a finding.
    ///
    /// vi: Giải trình không ứng với phát hiện nào là việc đã xong mà quên xóa dòng, hoặc ghi sai mã, đơn vị, kỳ. Giải trình cho
    /// một năm dùng được cho các quý, các tháng của năm ấy; không ghi kỳ thì dùng cho mọi kỳ. Đơn vị ghi đường dẫn từ gốc sổ; ô
    /// trống hoặc dấu chấm là chính gốc.
    /// en: An explanation that matches nothing is of a matter since settled, or has a wrong id, unit or period. One for a year
    /// serves its quarters and months; without a period it serves all. The unit is its path from the root; an empty cell or
    /// a full stop is the root itself.
    ///
    /// Fails:
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by
    /// monthly-meeting,chi-bo-thon-1,2018-10,Lũ lụt,Đảng ủy xã
    /// monthly-meeting,chi-bo-thon-1,2018-11,Lũ lụt,Đảng ủy xã
    /// monthly-meeting,thon-1,2018-10,Lũ lụt,Đảng ủy xã
    /// monthly-meeting,chi-bo-thon-2,2018-1,Lũ lụt,Đảng ủy xã
    /// ```
    /// ```text
    /// explanations.csv:3:1: lỗi[explanation-unused] giải trình cho `monthly-meeting` của `chi-bo-thon-1` kỳ 2018-11 không ứng với phát hiện nào
    /// explanations.csv:4:1: lỗi[explanation-unused] giải trình cho `monthly-meeting` của `thon-1` kỳ 2018-10 không ứng với phát hiện nào
    /// explanations.csv:5:1: lỗi[explanation-unused] giải trình cho `monthly-meeting` của `chi-bo-thon-2` kỳ 2018-1 không ứng với phát hiện nào
    /// ```
    /// ```text
    /// explanations.csv:3:1: error[explanation-unused] the explanation of `monthly-meeting` for `chi-bo-thon-1` in 2018-11 matches no finding
    /// explanations.csv:4:1: error[explanation-unused] the explanation of `monthly-meeting` for `thon-1` in 2018-10 matches no finding
    /// explanations.csv:5:1: error[explanation-unused] the explanation of `monthly-meeting` for `chi-bo-thon-2` in 2018-1 matches no finding
    /// ```
    ///
    /// Passes:
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by
    /// monthly-meeting,chi-bo-thon-1,2018,Lũ lụt,Đảng ủy xã
    /// monthly-meeting,chi-bo-thon-2,,Lũ lụt,Đảng ủy xã
    /// good-members,,2018,Mới chia tách,Huyện ủy
    /// ```
    /// ```csv chi-bo-thon-1/explanations.csv
    /// finding,unit,period,reason,approved_by
    /// attendance-by-cell,chi-bo-thon-1,2018,Mùa gặt,Đảng ủy xã
    /// ```
    ///
    /// Passes:
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by
    /// good-members,.,2018,Mới chia tách,Huyện ủy
    /// ```
    "explanation-unused", Error, Cites::FORM, Check::Reading
}
