use std::sync::Arc;

use crate::{
    finding::{Place, Report},
    lang::say,
    rules::{Check, Cites, can_be_off, rule},
};

rule! {
    /// vi: Mỗi khóa, mỗi ô có giá trị đúng kiểu, và thuộc danh sách được nhận nếu có danh sách.
    /// en: Every key and cell has a value of its type, and one from its list where there is a list.
    ///
    /// vi: Giá trị không đọc được thì coi như chưa biết, không phải là 0 hay "không". Phần còn lại của bản ghi vẫn được đọc, trừ
    /// khi đó là điều bắt buộc phải có, như ngày họp.
    /// en: What cannot be read is not known; it is neither 0 nor "no". The rest of the record is still read, unless the value is
    /// one that it must have, such as a meeting's day.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = "2018-11-05"
    /// kind = "regular"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-12-05-combined.toml
    /// date = 2018-12-05
    /// kind = "combined"
    /// month = "tháng 12"
    /// held = "có"
    /// start = "19:30"
    /// announced = 2018-12-02T19:30:00
    /// chair = "Nguyễn Văn A"
    /// place = 3
    /// guests = "pt01"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "v"
    /// "đv04" = "x"
    ///
    /// [theme]
    /// area = "admision"
    ///
    /// [content]
    /// news = 1
    ///
    /// [[resolutions]]
    /// votes = { for = -1, against = 3000000000000, blank = 0.5 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    ///
    /// [counts]
    /// total = 4
    /// exempt = "một"
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2", 3]
    /// founded = "01/02/2003"
    /// names = { name = "Chi bộ xóm Đông" }
    /// ```
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["dv01"]
    /// head = "tt01"
    /// approval = true
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:4:16: lỗi[wrong-value] `secretaries` ghi "dv01"; cần chi bộ và đảng viên, viết `chi-bo-thon-1/dv01`
    /// agreements/thon-1-2017-04-10.toml:6:12: lỗi[wrong-value] `approval` ghi true; cần một bảng gồm các khóa
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:1:8: lỗi[wrong-value] `date` ghi "2018-11-05"; cần một ngày, viết 2018-03-05 (không có ngoặc kép)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:3:9: lỗi[wrong-value] `month` ghi "tháng 12"; cần một tháng, viết 2018-03 hoặc 3/2018
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:4:8: lỗi[wrong-value] `held` ghi "có"; cần true hoặc false
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:5:9: lỗi[wrong-value] `start` ghi "19:30"; cần một giờ, viết 19:30:00 (không có ngoặc kép)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:6:13: lỗi[wrong-value] `announced` ghi 2018-12-02T19:30:00; cần một ngày, viết 2018-03-05 (không có ngoặc kép)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:7:9: lỗi[wrong-value] `chair` ghi "Nguyễn Văn A"; cần một mã như `dv07`: một chữ cái, rồi chữ cái không dấu, chữ số, gạch nối
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:8:9: lỗi[wrong-value] `place` ghi 3; cần một đoạn chữ trong ngoặc kép
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:9:10: lỗi[wrong-value] `guests` ghi "pt01"; cần một danh sách: các giá trị trong [ ], hoặc các bảng có tên trong [[ ]]
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:13:8: lỗi[wrong-value] `dv02` ghi "v"; chỉ nhận: "", x, m, p, k
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:14:1: lỗi[wrong-value] ở đây ghi "đv04"; cần một mã như `dv07`: một chữ cái, rồi chữ cái không dấu, chữ số, gạch nối
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:17:8: lỗi[wrong-value] `area` ghi "admision"; chỉ nhận: assignments, exemption, working-away, admission, emulation, mass-organisations, criticism, capacity, other
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:20:8: lỗi[wrong-value] `news` ghi 1; cần một đoạn chữ, hoặc true (có làm), false (không làm)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:23:17: lỗi[wrong-value] `for` ghi -1; cần một số nguyên không âm
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:23:31: lỗi[wrong-value] `against` ghi 3000000000000; cần một số nguyên không âm
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:23:54: lỗi[wrong-value] `blank` ghi 0.5; cần một số nguyên không âm
    /// chi-bo-thon-2/2018/2018-11-05-regular.toml:6:10: lỗi[wrong-value] `exempt` ghi "một"; cần một số nguyên không âm
    /// chi-bo-thon-2/cell.toml:3:23: lỗi[wrong-value] `villages` ghi 3; cần một đoạn chữ trong ngoặc kép
    /// chi-bo-thon-2/cell.toml:4:11: lỗi[wrong-value] `founded` ghi "01/02/2003"; cần một ngày, viết 2018-03-05 (không có ngoặc kép)
    /// chi-bo-thon-2/cell.toml:5:9: lỗi[wrong-value] `names` ghi { name = "Chi bộ xóm Đông" }; cần một danh sách: các giá trị trong [ ], hoặc các bảng có tên trong [[ ]]
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:4:16: error[wrong-value] `secretaries` is "dv01"; it takes a cell and a member, written `chi-bo-thon-1/dv01`
    /// agreements/thon-1-2017-04-10.toml:6:12: error[wrong-value] `approval` is true; it takes a table of keys
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:1:8: error[wrong-value] `date` is "2018-11-05"; it takes a date, written 2018-03-05 (without quotes)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:3:9: error[wrong-value] `month` is "tháng 12"; it takes a month, written 2018-03 or 3/2018
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:4:8: error[wrong-value] `held` is "có"; it takes true or false
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:5:9: error[wrong-value] `start` is "19:30"; it takes a time, written 19:30:00 (without quotes)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:6:13: error[wrong-value] `announced` is 2018-12-02T19:30:00; it takes a date, written 2018-03-05 (without quotes)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:7:9: error[wrong-value] `chair` is "Nguyễn Văn A"; it takes an id such as `dv07`: a letter of A–Z, then such letters, digits, dashes
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:8:9: error[wrong-value] `place` is 3; it takes text in quotes
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:9:10: error[wrong-value] `guests` is "pt01"; it takes a list: values in [ ], or tables named in [[ ]]
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:13:8: error[wrong-value] `dv02` is "v"; accepted: "", x, m, p, k
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:14:1: error[wrong-value] "đv04" stands here; it takes an id such as `dv07`: a letter of A–Z, then such letters, digits, dashes
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:17:8: error[wrong-value] `area` is "admision"; accepted: assignments, exemption, working-away, admission, emulation, mass-organisations, criticism, capacity, other
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:20:8: error[wrong-value] `news` is 1; it takes text, or true (held), false (not held)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:23:17: error[wrong-value] `for` is -1; it takes a whole number, not negative
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:23:31: error[wrong-value] `against` is 3000000000000; it takes a whole number, not negative
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:23:54: error[wrong-value] `blank` is 0.5; it takes a whole number, not negative
    /// chi-bo-thon-2/2018/2018-11-05-regular.toml:6:10: error[wrong-value] `exempt` is "một"; it takes a whole number, not negative
    /// chi-bo-thon-2/cell.toml:3:23: error[wrong-value] `villages` is 3; it takes text in quotes
    /// chi-bo-thon-2/cell.toml:4:11: error[wrong-value] `founded` is "01/02/2003"; it takes a date, written 2018-03-05 (without quotes)
    /// chi-bo-thon-2/cell.toml:5:9: error[wrong-value] `names` is { name = "Chi bộ xóm Đông" }; it takes a list: values in [ ], or tables named in [[ ]]
    /// ```
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,1990-02-30,1991-02-03,,,
    /// dv02,19-5-2010,2011-05-19,,,
    /// dv03,1975,1976,,,có
    /// dv 4,2018-05-19,,,,
    /// dv05,05/2005,2006-09-02,,2018-06,
    /// ```
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv02,away,003/05/2018,05/006/2018
    /// dv03,exempt,3/5/18,3/5/2018/1
    /// ```
    /// ```csv 2018/villages.csv
    /// village,head_successors,hot_spots
    /// thon-1,hai,0
    /// thon-2,1,-1
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,how,mentor
    /// tt01,thon-1,trưởng thôn,2017-03-12,elected,
    /// tt02,thon-2,head,31/02/2017,elected,dv01
    /// ```
    /// ```text
    /// 2018/villages.csv:2:8: lỗi[wrong-value] `head_successors` ghi hai; cần một số nguyên không âm
    /// 2018/villages.csv:3:10: lỗi[wrong-value] `hot_spots` ghi -1; cần một số nguyên không âm
    /// chi-bo-thon-1/members.csv:2:6: lỗi[wrong-value] `admitted` ghi 1990-02-30; cần một ngày (2018-03-05 hoặc 05/03/2018), một tháng (1985-06) hoặc một năm (1985)
    /// chi-bo-thon-1/members.csv:3:6: lỗi[wrong-value] `admitted` ghi 19-5-2010; cần một ngày (2018-03-05 hoặc 05/03/2018), một tháng (1985-06) hoặc một năm (1985)
    /// chi-bo-thon-1/members.csv:4:18: lỗi[wrong-value] `temporary` ghi có; cần yes (có) hoặc no (không)
    /// chi-bo-thon-1/members.csv:5:1: lỗi[wrong-value] `id` ghi dv 4; cần một mã như `dv07`: một chữ cái, rồi chữ cái không dấu, chữ số, gạch nối
    /// chi-bo-thon-1/members.csv:6:26: lỗi[wrong-value] `until` ghi 2018-06; cần một ngày, viết 2018-03-05 hoặc 05/03/2018
    /// chi-bo-thon-1/statuses.csv:2:11: lỗi[wrong-value] `from` ghi 003/05/2018; cần một ngày, viết 2018-03-05 hoặc 05/03/2018
    /// chi-bo-thon-1/statuses.csv:2:23: lỗi[wrong-value] `until` ghi 05/006/2018; cần một ngày, viết 2018-03-05 hoặc 05/03/2018
    /// chi-bo-thon-1/statuses.csv:3:13: lỗi[wrong-value] `from` ghi 3/5/18; cần một ngày, viết 2018-03-05 hoặc 05/03/2018
    /// chi-bo-thon-1/statuses.csv:3:20: lỗi[wrong-value] `until` ghi 3/5/2018/1; cần một ngày, viết 2018-03-05 hoặc 05/03/2018
    /// officials.csv:2:13: lỗi[wrong-value] `role` ghi trưởng thôn; chỉ nhận: head, deputy
    /// officials.csv:3:18: lỗi[wrong-value] `from` ghi 31/02/2017; cần một ngày, viết 2018-03-05 hoặc 05/03/2018
    /// officials.csv:3:37: lỗi[wrong-value] `mentor` ghi dv01; cần chi bộ và đảng viên, viết `chi-bo-thon-1/dv01`
    /// ```
    /// ```text
    /// 2018/villages.csv:2:8: error[wrong-value] `head_successors` is hai; it takes a whole number, not negative
    /// 2018/villages.csv:3:10: error[wrong-value] `hot_spots` is -1; it takes a whole number, not negative
    /// chi-bo-thon-1/members.csv:2:6: error[wrong-value] `admitted` is 1990-02-30; it takes a date (2018-03-05 or 05/03/2018), a month (1985-06) or a year (1985)
    /// chi-bo-thon-1/members.csv:3:6: error[wrong-value] `admitted` is 19-5-2010; it takes a date (2018-03-05 or 05/03/2018), a month (1985-06) or a year (1985)
    /// chi-bo-thon-1/members.csv:4:18: error[wrong-value] `temporary` is có; it takes yes or no
    /// chi-bo-thon-1/members.csv:5:1: error[wrong-value] `id` is dv 4; it takes an id such as `dv07`: a letter of A–Z, then such letters, digits, dashes
    /// chi-bo-thon-1/members.csv:6:26: error[wrong-value] `until` is 2018-06; it takes a date, written 2018-03-05 or 05/03/2018
    /// chi-bo-thon-1/statuses.csv:2:11: error[wrong-value] `from` is 003/05/2018; it takes a date, written 2018-03-05 or 05/03/2018
    /// chi-bo-thon-1/statuses.csv:2:23: error[wrong-value] `until` is 05/006/2018; it takes a date, written 2018-03-05 or 05/03/2018
    /// chi-bo-thon-1/statuses.csv:3:13: error[wrong-value] `from` is 3/5/18; it takes a date, written 2018-03-05 or 05/03/2018
    /// chi-bo-thon-1/statuses.csv:3:20: error[wrong-value] `until` is 3/5/2018/1; it takes a date, written 2018-03-05 or 05/03/2018
    /// officials.csv:2:13: error[wrong-value] `role` is trưởng thôn; accepted: head, deputy
    /// officials.csv:3:18: error[wrong-value] `from` is 31/02/2017; it takes a date, written 2018-03-05 or 05/03/2018
    /// officials.csv:3:37: error[wrong-value] `mentor` is dv01; it takes a cell and a member, written `chi-bo-thon-1/dv01`
    /// ```
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    ///
    /// [goals]
    /// attendance = 101
    ///
    /// [deadlines]
    /// leadership-resolution = "02-29"
    ///
    /// [levels]
    /// utf16 = "tắt"
    /// ```
    /// ```text
    /// chibo.toml:7:14: lỗi[wrong-value] `attendance` ghi 101; cần một số phần trăm nguyên từ 0 đến 100
    /// chibo.toml:10:25: lỗi[wrong-value] `leadership-resolution` ghi "02-29"; cần tháng và ngày trong năm, viết "12-31"
    /// chibo.toml:13:9: lỗi[wrong-value] `utf16` ghi "tắt"; chỉ nhận: error, shortfall, warning, off
    /// ```
    /// ```text
    /// chibo.toml:7:14: error[wrong-value] `attendance` is 101; it takes a whole percentage from 0 to 100
    /// chibo.toml:10:25: error[wrong-value] `leadership-resolution` is "02-29"; it takes a day of the year, written "12-31"
    /// chibo.toml:13:9: error[wrong-value] `utf16` is "tắt"; accepted: error, shortfall, warning, off
    /// ```
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    ///
    /// [levels]
    /// toml-syntax = "off"
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2
    /// ```
    /// ```text
    /// chi-bo-thon-2/cell.toml:1:22: lỗi[toml-syntax] đoạn chữ thiếu dấu ngoặc đóng, hoặc có ký tự không được phép
    /// chibo.toml:7:15: lỗi[wrong-value] `toml-syntax` không tắt được: bản ghi không đọc được thì số liệu thiếu nó
    /// ```
    /// ```text
    /// chi-bo-thon-2/cell.toml:1:22: error[toml-syntax] the text lacks its closing quote, or holds a character that is not allowed
    /// chibo.toml:7:15: error[wrong-value] `toml-syntax` cannot be off: figures lack what is not read
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    ///
    /// [records]
    /// from = 2018-10-01
    /// until = 2018-12-31
    /// grace_days = 0
    ///
    /// [levels]
    /// goal-changed = "off"
    ///
    /// [goals]
    /// attendance = 100
    /// good-members = 0
    ///
    /// [deadlines]
    /// leadership-resolution = "02-28"
    /// ```
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head
    /// 2018-10-25,2018-10,yes,no
    /// 26/11/2018,T11/2018,yes,yes
    /// 2018-12-26,12/2018,yes,yes
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,until,temporary
    /// dv01,1990-02,1991-02,,no
    /// dv02,19/05/2010,19/05/2011,,
    /// dv03,1975,1976,,
    /// dv04,2018-05-19,,,
    /// dv05,2005-09-02,2006-09-02,2018-06-30,
    /// ```
    "wrong-value", Error, Cites::FORM, Check::Reading
}

/// What is not read is missing from every figure, so it cannot be silent too.
pub(crate) fn never_off(id: &str, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    if can_be_off(id) {
        return;
    }
    let lang = report.ctx.lang;
    let message = say!(
        lang,
        "`{id}` không tắt được: bản ghi không đọc được thì số liệu thiếu nó",
        "`{id}` cannot be off: figures lack what is not read"
    );
    let remedy = say!(
        lang,
        "chọn \"error\" hoặc \"warning\"; tệp ngoài sổ thì ghi vào [ignore]",
        "choose \"error\" or \"warning\"; list what is no record under [ignore]"
    );
    report.add(&RULE, unit, place, message).remedy(remedy);
}
