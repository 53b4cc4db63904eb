use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Tệp CSV dùng ngoặc kép đúng cách và không có ký tự điều khiển.
    /// en: A CSV file quotes rightly and holds no control characters.
    ///
    /// vi: Một ngoặc kép mở ra mà không đóng thì nuốt hết các dòng sau vào một ô. Ô có dấu phân cách, ngoặc kép hoặc xuống
    /// dòng thì cả ô đặt trong ngoặc kép, và mỗi ngoặc kép bên trong viết hai lần.
    /// en: A quote that is opened and never closed swallows all later rows into one cell. A cell with a separator, a quote or a
    /// newline stands in quotes, and each quote inside is doubled.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,secretary,head,topics
    /// 2018-11-26,yes,yes,"Đổ bê tông ngõ
    /// 2018-12-26,yes,yes,Thu quỹ
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/briefings.csv:2:20: lỗi[csv-syntax] ngoặc kép mở ra ở đây không được đóng
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/briefings.csv:2:20: error[csv-syntax] the quote that opens here is never closed
    /// ```
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,"Tổ hòa giải" xóm dưới,good
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:2:6: lỗi[csv-syntax] còn chữ sau ngoặc kép đóng
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:2:6: error[csv-syntax] text follows the closing quote
    /// ```
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Phong trào "5 không 3 sạch",good
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:2:6: lỗi[csv-syntax] ngoặc kép ở giữa ô không có ngoặc kép bao ngoài
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:2:6: error[csv-syntax] a quote stands inside a cell without quotes
    /// ```
    ///
    /// Fails:
    /// ```bytes chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Tổ hòa\x00 giải,good
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:2:12: lỗi[csv-syntax] ở đây có một ký tự điều khiển không nhìn thấy (mã 00)
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:2:12: error[csv-syntax] an invisible control character stands here (code 00)
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,"Phong trào ""5 không 3 sạch"";
    /// tổ hòa giải, xóm dưới",good
    /// ```
    "csv-syntax", Error, Cites::FORM, Check::Reading
}
