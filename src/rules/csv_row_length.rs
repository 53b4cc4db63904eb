use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Mỗi dòng CSV có đủ số ô như dòng đầu.
    /// en: Every CSV row has as many cells as the header.
    ///
    /// vi: Thừa hoặc thiếu một ô thì các ô sau lệch cột, ngày đi thành lý do. Thường là do một dấu phẩy trong câu chữ không
    /// đặt trong ngoặc kép. Dòng chỉ có dấu phân cách, như Excel hay để lại ở cuối, được bỏ qua.
    /// en: One cell too many or too few shifts the others into wrong columns. Mostly a comma in a text stands without quotes.
    /// A line of separators alone, as Excel leaves behind, is passed over.
    ///
    /// Fails:
    /// ```bytes chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head,topics\r
    /// 2018-10-25,,yes,yes,"Thu quỹ\r
    /// và vệ sinh ngày 15"\r
    /// \r
    /// 2018-11-26,,yes,yes,Tạm trú, tạm vắng\r
    /// 2018-12-26,,yes,yes\
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/briefings.csv:5:29: lỗi[csv-row-length] dòng có 6 ô, dòng đầu có 5 cột
    /// chi-bo-thon-1/2018/briefings.csv:6:20: lỗi[csv-row-length] dòng có 4 ô, dòng đầu có 5 cột
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/briefings.csv:5:29: error[csv-row-length] the row has 6 cells, the header 5 columns
    /// chi-bo-thon-1/2018/briefings.csv:6:20: error[csv-row-length] the row has 4 cells, the header 5 columns
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head,topics
    ///
    /// ,,,
    /// 2018-11-26,,yes,yes,"Tạm trú, tạm vắng"
    /// 2018-12-26,,yes,yes,
    /// ```
    "csv-row-length", Error, Cites::FORM, Check::Reading
}
