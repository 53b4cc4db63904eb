use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Mỗi giải trình ứng với một phát hiện.
    /// en: Every explanation matches a finding.
    ///
    /// vi: Giải trình ghi nhầm đơn vị, nhầm kỳ thì không che được gì; việc đã xong thì giải trình hết cần. Kỳ là một năm
    /// thì ứng với cả các quý, các tháng của năm đó.
    /// en: An explanation of the wrong unit or period covers nothing, and one of a settled matter is no longer needed. A
    /// year as the period covers its quarters and months.
    ///
    /// Fails:
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by,until
    /// monthly-meeting,chi-bo-thon-1,2018-11,Bão số 4,Ban Thường vụ Đảng ủy xã,
    /// monthly-meeting,chi-bo-thon-1,2018-1,Bão số 4,Ban Thường vụ Đảng ủy xã,
    /// ```
    /// ```text
    /// explanations.csv:2:1: lỗi[explanation-unused] giải trình cho `monthly-meeting` của `chi-bo-thon-1` không ứng với phát hiện nào
    /// explanations.csv:3:1: lỗi[explanation-unused] giải trình cho `monthly-meeting` của `chi-bo-thon-1` không ứng với phát hiện nào
    /// ```
    /// ```text
    /// explanations.csv:2:1: error[explanation-unused] the explanation of `monthly-meeting` for `chi-bo-thon-1` matches no finding
    /// explanations.csv:3:1: error[explanation-unused] the explanation of `monthly-meeting` for `chi-bo-thon-1` matches no finding
    /// ```
    ///
    /// Passes:
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by,until
    /// monthly-meeting,chi-bo-thon-1,2018,Bão số 4,Ban Thường vụ Đảng ủy xã,
    /// thematic-quarterly,chi-bo-thon-2,2018-Q4,Bão số 4,Ban Thường vụ Đảng ủy xã,
    /// working-regulations,chi-bo-thon-2,,Mới lập,Ban Thường vụ Đảng ủy xã,
    /// ```
    "explanation-unused", Error, Cites::FORM, Check::Reading
}
