use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Trong sổ chỉ có tệp và thư mục thật, không có liên kết tượng trưng.
    /// en: A register holds real files and directories, and no symbolic links.
    ///
    /// vi: Liên kết có thể dẫn ra ngoài sổ hoặc vòng lại chính nó, và trên máy khác thì gãy. chibo không đi theo liên kết; bản
    /// ghi đứng ở chỗ ấy coi như chưa đọc.
    /// en: A link may lead out of the register or back into itself, and breaks on another machine. chibo follows none; the
    /// record in whose place it stands counts as unread.
    ///
    /// Fails:
    /// ```link chi-bo-thon-1/members.csv
    /// ../../danh-sach.csv
    /// ```
    /// ```link chi-bo-thon-2
    /// ../xa-khac/chi-bo-thon-2
    /// ```
    /// ```link 2018/so.xlsx
    /// /tmp/so.xlsx
    /// ```
    /// ```text
    /// 2018/so.xlsx:1:1: lỗi[symbolic-link] đây là liên kết tượng trưng; chibo không đọc theo liên kết
    /// chi-bo-thon-1/members.csv:1:1: lỗi[symbolic-link] đây là liên kết tượng trưng; chibo không đọc theo liên kết
    /// chi-bo-thon-2:1:1: lỗi[symbolic-link] đây là liên kết tượng trưng; chibo không đọc theo liên kết
    /// ```
    /// ```text
    /// 2018/so.xlsx:1:1: error[symbolic-link] this is a symbolic link; chibo follows none
    /// chi-bo-thon-1/members.csv:1:1: error[symbolic-link] this is a symbolic link; chibo follows none
    /// chi-bo-thon-2:1:1: error[symbolic-link] this is a symbolic link; chibo follows none
    /// ```
    ///
    /// Passes:
    /// ```link .cu
    /// ../so-cu
    /// ```
    "symbolic-link", Error, Cites::FORM, Check::Reading
}
