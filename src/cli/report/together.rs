//! What can be asked of a report together, and what there is instead of what cannot.

use super::{ReportArgs, ReportForm, Time};
use crate::lang::{Lang, say};

/// The error is the sentence that refuses.
pub(super) fn sound(args: &ReportArgs, names: bool, lang: Lang) -> Result<(), String> {
    let (several, filed, is_text) = (is_of_years(args), is_filed(args), is_text(args));
    if several && args.by.is_some() {
        return Err(say!(
            lang,
            "--by là của một năm: dùng --year; nhiều năm cạnh nhau thì mỗi lần một đơn vị",
            "--by is of one year: use --year; several years side by side are of one unit at a time"
        ));
    }
    if several && filed {
        return Err(say!(
            lang,
            "--file và --against là của một năm: dùng --year",
            "--file and --against are of one year: use --year"
        ));
    }
    if args.members && is_text {
        return Err(say!(
            lang,
            "--members chỉ có ở html, xlsx và docx; bản ghi của từng số liệu thì dùng chibo trace",
            "--members is for html, xlsx and docx only; the records of a figure are shown by chibo trace"
        ));
    }
    if args.public {
        return public(args, names, lang);
    }
    Ok(())
}

fn is_of_years(args: &ReportArgs) -> bool {
    matches!(args.time, Time::Years { .. })
}

fn is_filed(args: &ReportArgs) -> bool {
    args.file || args.against.is_some()
}

fn is_text(args: &ReportArgs) -> bool {
    matches!(args.form, ReportForm::Text(_))
}

fn public(args: &ReportArgs, names: bool, lang: Lang) -> Result<(), String> {
    if args.members || names {
        return Err(say!(
            lang,
            "--public không nêu người; bỏ --members, --names, hoặc bỏ --public nếu dùng riêng",
            "--public names nobody; leave out --members and --names, or --public for what stays in the house"
        ));
    }
    if is_filed(args) {
        return Err(say!(
            lang,
            "--file và --against cần đủ mọi số liệu; chạy riêng, không kèm --public",
            "--file and --against need every figure; run them apart, without --public"
        ));
    }
    if args.form == ReportForm::Pages {
        return Err(say!(
            lang,
            "--public lập từng tệp một: chạy lại với từng đơn vị, -o TỆP.html",
            "--public makes one file at a time: run again with each unit, -o FILE.html"
        ));
    }
    // Years side by side would need a look of their own; the page has one.
    if is_of_years(args) && is_text(args) {
        return Err(say!(
            lang,
            "--public với nhiều năm chỉ có ở dạng html và xlsx; dạng khác thì dùng --year",
            "--public with several years is for html and xlsx only; for other forms use --year"
        ));
    }
    Ok(())
}
