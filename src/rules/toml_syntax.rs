use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Tệp TOML viết đúng cú pháp TOML 1.0.
    /// en: A TOML file is written in the syntax of TOML 1.0.
    ///
    /// vi: Sai cú pháp thì không biết chữ nào thuộc khóa nào, nên cả tệp coi như chưa đọc. Hay gặp: chữ không đặt trong ngoặc
    /// kép, ngoặc kép cong do Word tự đổi, ngày viết 05/11/2018, một khóa ghi hai lần. Những dạng mới của TOML 1.1 cũng không
    /// nhận, vì nhiều chương trình khác chưa đọc được.
    /// en: Where the syntax is wrong nobody knows what belongs to which key, so the whole file counts as unread. Common: text
    /// without quotes, curly quotes by Word, a date written 05/11/2018, a key given twice. The new forms of TOML 1.1 are
    /// refused too, for many other programs cannot read them yet.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = 05/11/2018
    /// kind = regular
    /// place = “Nhà văn hóa”
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x
    /// dv01 = "p"
    /// ```
    /// ```bytes chi-bo-thon-1/2018/2018-12-05-combined.toml
    /// date = 2018-12-05\r
    /// kind = "combined"\r
    /// \r
    /// [attendance]\r
    /// dv01 = "x"\r
    /// dv01 = "x"\
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-1" "thon-2"]
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:1:8: lỗi[toml-syntax] ngày viết 2018-03-05, năm trước
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:2:8: lỗi[toml-syntax] chữ phải để trong ngoặc kép
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:3:9: lỗi[toml-syntax] ngoặc kép cong (Word tự đổi); gõ ngoặc kép thẳng "
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:7:10: lỗi[toml-syntax] đoạn chữ thiếu dấu ngoặc đóng, hoặc có ký tự không được phép
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:8:1: lỗi[toml-syntax] khóa `dv01` đã có ở trên
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:6:1: lỗi[toml-syntax] khóa `dv01` đã có ở trên
    /// chi-bo-thon-2/cell.toml:3:22: lỗi[toml-syntax] thiếu dấu phẩy giữa hai phần của danh sách
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:1:8: error[toml-syntax] a date is written 2018-03-05, the year first
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:2:8: error[toml-syntax] text must stand in quotes
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:3:9: error[toml-syntax] curly quotes, by Word; type straight ones "
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:7:10: error[toml-syntax] the text lacks its closing quote, or holds a character that is not allowed
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:8:1: error[toml-syntax] the key `dv01` stands above already
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:6:1: error[toml-syntax] the key `dv01` stands above already
    /// chi-bo-thon-2/cell.toml:3:22: error[toml-syntax] a comma is missing between two elements of the list
    /// ```
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-31
    /// kind = "regular"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-07-regular.toml
    /// date = 2018-11-7
    /// kind = "regular"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-08-regular.toml
    /// date = 2018-11-08
    /// kind = "regular"
    /// month = 2018-11
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-09-regular.toml
    /// date = 2018-11-09
    /// kind = "regular"
    /// start = 7:30:00
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-10-regular.toml
    /// date = 2018-11-10
    /// kind = "regular"
    /// địa điểm = "Nhà văn hóa"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-11-regular.toml
    /// date = 2018-11-11
    /// kind = "regular"
    ///
    /// [content
    /// news = "Thời sự"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-12-regular.toml
    /// date = 2018-11-12 kind = "regular"
    /// place =
    /// held
    /// start = True
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-13-regular.toml
    /// date = 2018-11-13
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 03
    /// present = 2,5
    ///
    /// [counts]
    /// excused = 1
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-17-regular.toml
    /// date = 2018-11-17
    /// kind = "regular"
    /// place = "D:\Chi bộ"
    /// start == 19:30:00
    /// kind.word = "x"
    ///
    /// [[guests]
    /// from = "other"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-14-regular.toml
    /// date = 2018-11-14
    /// kind = "regular"
    ///
    /// [content]
    /// news = """
    /// Thời sự trong nước
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-15-regular.toml
    /// date = 2018-11-15
    /// kind = "regular"
    /// resolutions = [ { number = "11", votes = { for = 3 } ]
    /// ```
    /// ```bytes chi-bo-thon-2/2018/2018-11-16-regular.toml
    /// date = 2018-11-16
    /// kind = "regular"
    /// place = "Nhà\x00 văn hóa"
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:1:8: lỗi[toml-syntax] ngày không có thật, hoặc viết chưa đúng dạng 2018-03-05
    /// chi-bo-thon-2/2018/2018-11-07-regular.toml:1:8: lỗi[toml-syntax] ngày không có thật, hoặc viết chưa đúng dạng 2018-03-05
    /// chi-bo-thon-2/2018/2018-11-08-regular.toml:3:9: lỗi[toml-syntax] tháng để trong ngoặc kép: "2018-03"
    /// chi-bo-thon-2/2018/2018-11-09-regular.toml:3:9: lỗi[toml-syntax] giờ không có thật, hoặc viết chưa đúng dạng 19:30:00
    /// chi-bo-thon-2/2018/2018-11-10-regular.toml:3:1: lỗi[toml-syntax] khóa chỉ gồm chữ không dấu, chữ số, `-` và `_`
    /// chi-bo-thon-2/2018/2018-11-11-regular.toml:4:9: lỗi[toml-syntax] tên bảng thiếu dấu `]` đóng
    /// chi-bo-thon-2/2018/2018-11-12-regular.toml:1:8: lỗi[toml-syntax] còn chữ thừa sau giá trị; mỗi dòng chỉ có một khóa
    /// chi-bo-thon-2/2018/2018-11-12-regular.toml:2:8: lỗi[toml-syntax] sau dấu `=` chưa có gì
    /// chi-bo-thon-2/2018/2018-11-12-regular.toml:3:5: lỗi[toml-syntax] sau khóa thiếu `=` và giá trị
    /// chi-bo-thon-2/2018/2018-11-13-regular.toml:5:12: lỗi[toml-syntax] số không viết số 0 ở đầu
    /// chi-bo-thon-2/2018/2018-11-13-regular.toml:6:12: lỗi[toml-syntax] còn chữ thừa sau giá trị; mỗi dòng chỉ có một khóa
    /// chi-bo-thon-2/2018/2018-11-13-regular.toml:8:2: lỗi[toml-syntax] khóa `counts` đã có ở trên
    /// chi-bo-thon-2/2018/2018-11-14-regular.toml:6:19: lỗi[toml-syntax] đoạn chữ nhiều dòng thiếu ba dấu ngoặc đóng
    /// chi-bo-thon-2/2018/2018-11-15-regular.toml:3:54: lỗi[toml-syntax] bảng trong `{ }` thiếu dấu `}` đóng, hoặc thiếu dấu phẩy
    /// chi-bo-thon-2/2018/2018-11-16-regular.toml:3:13: lỗi[toml-syntax] ở đây có một ký tự điều khiển không nhìn thấy (mã 00)
    /// chi-bo-thon-2/2018/2018-11-17-regular.toml:3:13: lỗi[toml-syntax] dấu `\` đứng trước một chữ không được phép; muốn viết `\` thì viết `\\`
    /// chi-bo-thon-2/2018/2018-11-17-regular.toml:4:8: lỗi[toml-syntax] thừa dấu `=`
    /// chi-bo-thon-2/2018/2018-11-17-regular.toml:5:1: lỗi[toml-syntax] khóa này đã có giá trị ở trên
    /// chi-bo-thon-2/2018/2018-11-17-regular.toml:7:10: lỗi[toml-syntax] tên bảng thiếu dấu `]]` đóng
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:1:8: error[toml-syntax] there is no such date, or it is not written as 2018-03-05
    /// chi-bo-thon-2/2018/2018-11-07-regular.toml:1:8: error[toml-syntax] there is no such date, or it is not written as 2018-03-05
    /// chi-bo-thon-2/2018/2018-11-08-regular.toml:3:9: error[toml-syntax] a month stands in quotes: "2018-03"
    /// chi-bo-thon-2/2018/2018-11-09-regular.toml:3:9: error[toml-syntax] there is no such time, or it is not written as 19:30:00
    /// chi-bo-thon-2/2018/2018-11-10-regular.toml:3:1: error[toml-syntax] a key has only A–Z, a–z, digits, `-` and `_`
    /// chi-bo-thon-2/2018/2018-11-11-regular.toml:4:9: error[toml-syntax] the table's name lacks its closing `]`
    /// chi-bo-thon-2/2018/2018-11-12-regular.toml:1:8: error[toml-syntax] something follows the value; a line has one key only
    /// chi-bo-thon-2/2018/2018-11-12-regular.toml:2:8: error[toml-syntax] nothing follows the `=`
    /// chi-bo-thon-2/2018/2018-11-12-regular.toml:3:5: error[toml-syntax] `=` and a value are missing after the key
    /// chi-bo-thon-2/2018/2018-11-13-regular.toml:5:12: error[toml-syntax] a number has no zero in front
    /// chi-bo-thon-2/2018/2018-11-13-regular.toml:6:12: error[toml-syntax] something follows the value; a line has one key only
    /// chi-bo-thon-2/2018/2018-11-13-regular.toml:8:2: error[toml-syntax] the key `counts` stands above already
    /// chi-bo-thon-2/2018/2018-11-14-regular.toml:6:19: error[toml-syntax] the text of several lines lacks its three closing quotes
    /// chi-bo-thon-2/2018/2018-11-15-regular.toml:3:54: error[toml-syntax] the table in `{ }` lacks its closing `}`, or a comma
    /// chi-bo-thon-2/2018/2018-11-16-regular.toml:3:13: error[toml-syntax] an invisible control character stands here (code 00)
    /// chi-bo-thon-2/2018/2018-11-17-regular.toml:3:13: error[toml-syntax] `\` stands before a letter that is not allowed; write `\\` for `\`
    /// chi-bo-thon-2/2018/2018-11-17-regular.toml:4:8: error[toml-syntax] there is one `=` too many
    /// chi-bo-thon-2/2018/2018-11-17-regular.toml:5:1: error[toml-syntax] this key has a value above already
    /// chi-bo-thon-2/2018/2018-11-17-regular.toml:7:10: error[toml-syntax] the table's name lacks its closing `]]`
    /// ```
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// start = 19:30
    /// place = "Nhà văn hóa\x21"
    /// resolutions = [
    ///   { number = "11-NQ/CB", votes = {
    ///     for = 3
    ///   } },
    ///   { number = "12-NQ/CB", },
    /// ]
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:3:9: lỗi[toml-syntax] giờ 19:30 thiếu giây
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:4:9: lỗi[toml-syntax] `\e` và `\x` chưa có trong TOML 1.0
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:6:34: lỗi[toml-syntax] bảng trong `{ }` phải nằm trên một dòng và không có dấu phẩy cuối
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:9:3: lỗi[toml-syntax] bảng trong `{ }` phải nằm trên một dòng và không có dấu phẩy cuối
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:3:9: error[toml-syntax] the time 19:30 lacks its seconds
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:4:9: error[toml-syntax] `\e` and `\x` are not in TOML 1.0
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:6:34: error[toml-syntax] a table in `{ }` stands on one line and has no comma at its end
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:9:3: error[toml-syntax] a table in `{ }` stands on one line and has no comma at its end
    /// ```
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["thon-2"]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    /// ```
    /// ```text
    /// chi-bo-thon-2/cell.toml:3:44: lỗi[toml-syntax] bảng hoặc danh sách lồng nhau quá 32 tầng
    /// ```
    /// ```text
    /// chi-bo-thon-2/cell.toml:3:44: error[toml-syntax] tables or lists are nested deeper than 32 levels
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    ///
    /// [levels]
    /// unknown-key = "off"
    /// ```
    /// ```bytes chi-bo-thon-2/cell.toml
    /// \xEF\xBB\xBFname = "Chi bộ thôn 2 \\u0021"\r
    /// kind = 'village'\r
    /// villages = [\r
    ///   "thon-2", # thôn của chi bộ\r
    /// ]\r
    /// nested = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    /// ```
    "toml-syntax", Error, Cites::FORM, Check::Reading
}
