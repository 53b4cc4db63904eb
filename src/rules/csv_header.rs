use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Dòng đầu của tệp CSV có đúng các cột của bản ghi.
    /// en: The first line of a CSV file has the columns of its record.
    ///
    /// vi: Cột gõ sai tên, thiếu hoặc lặp lại thì cả tệp không đọc được, vì không biết mỗi ô là gì. Thứ tự các cột tùy ý; cột
    /// không bắt buộc có thể bỏ. Ngăn cách bằng dấu phẩy, dấu chấm phẩy hoặc tab.
    /// en: A column that is misspelt, missing or there twice leaves the whole file unread, for nobody knows what its cells are.
    /// The order is free, and columns that are not required may be left out. Commas, semicolons or tabs separate.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,unitl,leaving,leaving,temporary
    /// dv01,1990-02-03,1991-02-03,,,,,
    /// ```
    /// ```text
    /// chi-bo-thon-1/members.csv:1:27: lỗi[csv-header] không nhận cột `unitl` (có phải là `until`?); cột `leaving` có hai lần
    /// ```
    /// ```text
    /// chi-bo-thon-1/members.csv:1:27: error[csv-header] there is no column `unitl` (did you mean `until`?); column `leaving` stands twice
    /// ```
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,tình trạng,from,until,
    /// dv03,exempt,2015-01-01,,
    /// ```
    /// ```text
    /// chi-bo-thon-1/statuses.csv:1:8: lỗi[csv-header] không nhận cột `tình trạng`; cột thứ 5 không có tên; thiếu cột `status`
    /// ```
    /// ```text
    /// chi-bo-thon-1/statuses.csv:1:8: error[csv-header] there is no column `tình trạng`; column 5 has no name; column `status` is missing
    /// ```
    ///
    /// Fails:
    /// ```bytes chi-bo-thon-1/roles.csv
    /// \r
    /// \r
    /// member;how;role;Until\r
    /// dv01;elected;secretary;\r
    /// ```
    /// ```text
    /// chi-bo-thon-1/roles.csv:3:17: lỗi[csv-header] không nhận cột `Until` (có phải là `until`?)
    /// ```
    /// ```text
    /// chi-bo-thon-1/roles.csv:3:17: error[csv-header] there is no column `Until` (did you mean `until`?)
    /// ```
    ///
    /// Fails:
    /// ```csv villages.csv
    /// ```
    /// ```text
    /// villages.csv:1:1: lỗi[csv-header] tệp trống; dòng đầu là: id,name,kind,from,until,successor,section,rules_among_cells
    /// ```
    /// ```text
    /// villages.csv:1:1: error[csv-header] the file is empty; its first line is: id,name,kind,from,until,successor,section,rules_among_cells
    /// ```
    ///
    /// Passes:
    /// ```bytes chi-bo-thon-1/members.csv
    /// \xEF\xBB\xBFofficial;id;admitted;until\r
    /// 1991-02-03;dv01;1990-02-03;\r
    /// 2011-05-19;dv02;2010-05-19;\r
    /// 1976;dv03;1975;\r
    /// ;dv04;2018-05-19;\r
    /// 2006-09-02;dv05;2005-09-02;2018-06-30\
    /// ```
    /// ```bytes chi-bo-thon-1/roles.csv
    /// member\trole
    /// dv01\tsecretary
    /// dv02\tdeputy-secretary
    /// ```
    "csv-header", Error, Cites::FORM, Check::Reading
}
