use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Số liệu đã chốt vẫn là số liệu tính được từ bản ghi.
    /// en: Figures that were filed are still what the records give.
    ///
    /// vi: `chibo report --year 2018 --file` giữ số liệu đã gửi lên cấp trên ở `2018/filed.json` của đơn vị. Khi bản ghi
    /// của năm ấy được sửa sau đó, báo cáo đã gửi không còn khớp: phải báo cáo bổ sung rồi chốt lại, hoặc trả bản ghi như
    /// cũ. Số liệu chốt giữa năm chỉ được so khi tính đến cùng một ngày.
    /// en: `chibo report --year 2018 --file` keeps what was sent upwards in the unit's `2018/filed.json`. When records of
    /// that year are changed later, the report no longer matches: send a correction and file anew, or restore the record.
    /// Figures filed within a year are compared only when counted to the same day.
    ///
    /// Fails:
    /// ```text 2018/filed.json
    /// {"version":1,"chibo":"0.1.0","unit":"","year":2018,"reference":"2018-12-31","digest":"","settings":{},
    ///  "targets":[{"id":"monthly-meeting","numerator":3,"denominator":4}],"records":{}}
    /// ```
    /// ```text
    /// 2018/filed.json:1:1: cảnh báo[filed-figure-changed] Chi bộ sinh hoạt thường kỳ hằng tháng (`monthly-meeting`), năm 2018: đã báo cáo 3/4; nay 0/2
    /// ```
    /// ```text
    /// 2018/filed.json:1:1: warning[filed-figure-changed] Cells that meet every month (`monthly-meeting`), 2018: reported 3/4; now 0/2
    /// ```
    ///
    /// Fails:
    /// ```text 2018/filed.json
    /// {"version":2}
    /// ```
    /// ```text
    /// 2018/filed.json:1:1: cảnh báo[filed-figure-changed] dạng 2 của số liệu đã chốt; bản chibo này đọc dạng 1
    /// ```
    /// ```text
    /// 2018/filed.json:1:1: warning[filed-figure-changed] form 2 of filed figures; this chibo reads form 1
    /// ```
    ///
    /// Passes:
    /// ```text 2018/filed.json
    /// {"version":1,"chibo":"0.1.0","unit":"","year":2018,"reference":"2018-12-31","digest":"","settings":{},
    ///  "targets":[{"id":"monthly-meeting","numerator":0,"denominator":2}],"records":{}}
    /// ```
    ///
    /// Passes:
    /// ```text 2018/filed.json
    /// {"version":1,"chibo":"0.1.0","unit":"","year":2018,"reference":"2018-06-30","digest":"","settings":{},
    ///  "targets":[{"id":"monthly-meeting","numerator":3,"denominator":4}],"records":{}}
    /// ```
    "filed-figure-changed", Warning, Cites::FORM, Check::Reading
}
