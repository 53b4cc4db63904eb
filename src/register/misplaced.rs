//! What is said of a file or directory that has no place in the register's tree, and where it belongs.

use crate::{
    context::Context,
    finding::{Place, Report},
    lang::say,
    register::{claim::Looks, discover::UnitDir},
    rules::{bad_unit_name, missing_marker, symbolic_link, unclaimed_record, unknown_file},
    text,
    unit::{MAX_NAME, UnitLevel, is_unit_letter, is_unit_name},
};

pub(super) fn misnamed(parent: &UnitDir, unit: &UnitDir, name: &str, report: &mut Report<'_>) {
    let (lang, length) = (report.ctx.lang, name.chars().count());
    let reason = if !name.bytes().all(is_unit_letter) {
        say!(lang, "chỉ dùng chữ thường không dấu, chữ số, gạch nối", "it takes a–z, digits and dashes only")
    } else if length > MAX_NAME {
        say!(lang, "dài {length} ký tự, nhiều nhất {MAX_NAME}", "it has {length} characters, at most {MAX_NAME}")
    } else {
        say!(lang, "Windows giữ riêng tên này", "Windows keeps it for itself")
    };
    let message = say!(
        lang,
        "tên thư mục `{name}` không dùng làm mã đơn vị được: {reason}",
        "the directory's name `{name}` cannot be a unit's id: {reason}"
    );
    let plain = text::plain(name);
    let plain = if is_unit_name(&plain) { &plain } else { "chi-bo-thon-1" };
    let remedy = say!(lang, "đổi tên, chẳng hạn thành `{plain}`", "rename it, for instance to `{plain}`");
    report.add(&bad_unit_name::RULE, &parent.id, Place::path(&unit.id), message).remedy(remedy);
}

pub(super) fn unmarked(ctx: &Context, unit: &UnitDir, report: &mut Report<'_>) {
    let (lang, marker, label) = (ctx.lang, unit.level.marker(), unit.level.label().of(ctx.lang));
    if unit.id.is_empty() {
        let message = say!(
            lang,
            "gốc sổ là {label} nhưng thiếu {marker}",
            "the register's root is a {label} and has no {marker}"
        );
        let remedy = say!(
            lang,
            "tạo {marker}; nếu gốc không phải {label} thì sửa `level` của chibo.toml",
            "make its {marker}; if the root is no {label}, mend `level` in chibo.toml"
        );
        report.add(&missing_marker::RULE, &unit.id, Place::path("chibo.toml"), message).remedy(remedy);
        return;
    }
    let message = say!(
        lang,
        "thư mục có bản ghi nhưng thiếu {marker}, nên chưa là {label}",
        "the directory holds records but no {marker}, so it is no {label}"
    );
    let directory = unit.id.rsplit('/').next().unwrap_or_default();
    let make = match unit.level {
        UnitLevel::Cell => {
            say!(
                lang,
                "ở thư mục xã chạy: chibo new-cell \"TÊN\" --id {directory}",
                "in the commune's directory run: chibo new-cell \"NAME\" --id {directory}"
            )
        }
        UnitLevel::Commune => say!(
            lang,
            "ở thư mục huyện chạy: chibo new-commune \"TÊN\" --id {directory}",
            "in the district's directory run: chibo new-commune \"NAME\" --id {directory}"
        ),
        _ => say!(lang, "tạo {marker}", "make its {marker}"),
    };
    let remedy = say!(
        lang,
        "{make}; nếu đây không phải {label} thì ghi thư mục vào [ignore] của chibo.toml",
        "{make}; if this is no {label}, list the directory under [ignore] in chibo.toml"
    );
    report.add(&missing_marker::RULE, &unit.id, Place::path(&unit.id), message).remedy(remedy);
}

pub(super) fn unclaimed(unit: &UnitDir, path: &str, looks: &Looks, ctx: &Context, report: &mut Report<'_>) {
    let (lang, name) = (ctx.lang, path.rsplit('/').next().unwrap_or_default());
    let message = match looks {
        Looks::CopyOf(original) => {
            say!(lang, "`{name}` có vẻ là bản sao của `{original}`", "`{name}` looks like a copy of `{original}`")
        }
        Looks::Meant(right) => say!(
            lang,
            "không loại bản ghi nào có tên `{name}` ở đây; có phải là `{right}`?",
            "no kind of record is called `{name}` here; did you mean `{right}`?"
        ),
        Looks::Nothing => {
            say!(lang, "không loại bản ghi nào có tên `{name}` ở đây", "no kind of record is called `{name}` here")
        }
    };
    let remedy = match looks {
        Looks::CopyOf(_) => say!(
            lang,
            "so hai tệp, giữ một tệp đúng tên, xóa tệp kia",
            "compare the two, keep one under the right name, delete the other"
        ),
        Looks::Meant(right) => say!(lang, "đổi tên thành `{right}`", "rename it to `{right}`"),
        Looks::Nothing => say!(
            lang,
            "cuộc họp tên 2018-03-05-regular.toml trong thư mục năm, quy chế tên thon-1-2017-02-10.toml trong agreements; tệp ngoài sổ ghi vào [ignore] của chibo.toml",
            "a meeting is 2018-03-05-regular.toml in its year's directory, an agreement thon-1-2017-02-10.toml in agreements; list what is no record under [ignore] in chibo.toml"
        ),
    };
    report.add(&unclaimed_record::RULE, &unit.id, Place::path(path), message).remedy(remedy);
}

pub(super) fn strange(unit: &UnitDir, path: &str, ctx: &Context, report: &mut Report<'_>) {
    let (lang, name) = (ctx.lang, path.rsplit('/').next().unwrap_or_default());
    report
        .add(
            &unknown_file::RULE,
            &unit.id,
            Place::path(path),
            say!(lang, "`{name}` không phải bản ghi của sổ", "`{name}` is no record of the register"),
        )
        .remedy(say!(
            lang,
            "chuyển tệp ra ngoài, hoặc ghi vào [ignore] của chibo.toml",
            "move it out, or list it under [ignore] in chibo.toml"
        ));
}

pub(super) fn linked(unit: &UnitDir, path: &str, ctx: &Context, report: &mut Report<'_>) {
    let lang = ctx.lang;
    let message = say!(
        lang,
        "đây là liên kết tượng trưng; chibo không đọc theo liên kết",
        "this is a symbolic link; chibo follows none"
    );
    let remedy = say!(lang, "thay bằng tệp hoặc thư mục thật", "put the file or directory itself there");
    report.add(&symbolic_link::RULE, &unit.id, Place::path(path), message).remedy(remedy);
}

pub(super) fn not_unicode(unit: &UnitDir, shown: &str, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    let message = say!(lang, "tên tệp không phải UTF-8", "the file's name is not UTF-8");
    let remedy =
        say!(lang, "đổi tên tệp bằng chữ thường không dấu, chữ số, gạch nối", "rename it with a–z, digits and dashes");
    report.add(&unclaimed_record::RULE, &unit.id, Place::path(shown), message).remedy(remedy);
}
