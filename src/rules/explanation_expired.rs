use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Giải trình còn trong thời hạn.
    /// en: An explanation is within its time.
    ///
    /// vi: Giải trình được chấp nhận đến một ngày; qua ngày đó phát hiện lại tính như trước. Ai chấp nhận thì gia hạn.
    /// en: An explanation is accepted until a day, after which its finding counts again. Whoever accepted it may
    /// extend it.
    ///
    /// Fails:
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by,until
    /// monthly-meeting,chi-bo-thon-1,2018-10,Bão số 4,Ban Thường vụ Đảng ủy xã,2019-01-31
    /// ```
    /// ```text
    /// explanations.csv:2:1: lỗi[explanation-expired] giải trình cho `monthly-meeting` của `chi-bo-thon-1` đã hết hạn ngày 31/01/2019
    /// ```
    /// ```text
    /// explanations.csv:2:1: error[explanation-expired] the explanation of `monthly-meeting` for `chi-bo-thon-1` held until 2019-01-31
    /// ```
    ///
    /// Passes:
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by,until
    /// monthly-meeting,chi-bo-thon-1,2018-10,Bão số 4,Ban Thường vụ Đảng ủy xã,2019-02-01
    /// ```
    "explanation-expired", Error, Cites::FORM, Check::Reading
}
