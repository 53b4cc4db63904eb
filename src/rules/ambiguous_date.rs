use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Mỗi ngày trong tệp CSV chỉ đọc được theo một cách.
    /// en: Every date of a CSV file can be read in one way only.
    ///
    /// vi: Excel cài tiếng Việt ghi ngày trước tháng, Excel cài tiếng Anh ghi tháng trước ngày, và cả hai đều bỏ số 0 ở đầu.
    /// Ngày ghi thiếu số 0 chỉ được tin khi chính tệp đó chứng tỏ thứ tự: có ngày nào mà phần đầu lớn hơn 12, và không
    /// ngày nào có phần thứ hai lớn hơn 12.
    /// en: Excel in Vietnamese writes the day first, Excel in English the month, and both drop leading zeros. A date without
    /// its zeros is believed only where its own file proves the order: some first part is over 12, no second part is.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until,reason
    /// dv03,exempt,12/5/2015,,age
    /// dv02,away,3/4/2018,5/6/2018,study
    /// ```
    /// ```text
    /// chi-bo-thon-1/statuses.csv:2:13: lỗi[ambiguous-date] `from` ghi 12/5/2015: không biết đâu là ngày, đâu là tháng
    /// ```
    /// ```text
    /// chi-bo-thon-1/statuses.csv:2:13: error[ambiguous-date] `from` is 12/5/2015: which part is the day and which the month cannot be told
    /// ```
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,secretary,head
    /// 10/5/2018,yes,yes
    /// 11/26/2018,yes,yes
    /// 12/26/2018,yes,yes
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/briefings.csv:3:1: lỗi[ambiguous-date] 11/26/2018: không có tháng 26, vậy Excel đã ghi tháng trước ngày trong cả tệp
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/briefings.csv:3:1: error[ambiguous-date] 11/26/2018: there is no month 26, so Excel wrote month before day in the whole file
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member;status;from;until;reason
    /// dv03;exempt;05/12/2015;;age
    /// ```
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,secretary,head
    /// 3/12/2018,yes,yes
    /// 13/12/2018,yes,yes
    /// ```
    "ambiguous-date", Error, Cites::FORM, Check::Reading
}
