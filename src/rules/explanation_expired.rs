use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Giải trình đã được chấp nhận thì còn trong thời hạn.
    /// en: An accepted explanation is within its time.
    ///
    /// vi: Giải trình có hạn để việc tạm chấp nhận không thành việc bỏ qua mãi. Quá ngày ở cột `until` thì phát hiện được giải
    /// trình lại tính như thường.
    /// en: An explanation has its day, so that what is accepted for a while is not passed over for ever. After the day in
    /// `until` what it explained counts again.
    ///
    /// Fails:
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by,until
    /// monthly-meeting,chi-bo-thon-1,2018-10,Lũ lụt,Đảng ủy xã,2019-02-01
    /// monthly-meeting,chi-bo-thon-2,2018-10,Lũ lụt,Đảng ủy xã,31/01/2019
    /// ```
    /// ```text
    /// explanations.csv:3:1: lỗi[explanation-expired] giải trình cho `monthly-meeting` của `chi-bo-thon-2` kỳ 2018-10 đã hết hạn ngày 31/01/2019
    /// ```
    /// ```text
    /// explanations.csv:3:1: error[explanation-expired] the explanation of `monthly-meeting` for `chi-bo-thon-2` in 2018-10 held until 2019-01-31
    /// ```
    ///
    /// Passes:
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by,until
    /// monthly-meeting,chi-bo-thon-1,2018-10,Lũ lụt,Đảng ủy xã,2019-02-01
    /// ```
    "explanation-expired", Error, Cites::FORM, Check::Reading
}
