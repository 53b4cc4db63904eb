use std::{ops::Range, sync::Arc};

use crate::{
    finding::{Place, Report},
    lang::say,
    register::Commune,
    rules::{Check, Cites, rule},
    source::{At, Source},
};

rule! {
    /// vi: Sổ không có số giấy tờ của người nào.
    /// en: No number of anybody's papers is in the register.
    ///
    /// vi: 9 hoặc 12 chữ số liền nhau thường là số chứng minh nhân dân hoặc căn cước. Sổ không cần đến, và đã vào lịch sử git
    /// thì không xóa đi được. Mọi chữ trong tệp đều xét, cả lời ghi chú.
    /// en: 9 or 12 digits in a row are mostly the number of an identity card. The register has no need of it, and what is in the
    /// history of git cannot be taken out. Every text of a file is looked at, comments too.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,"Bí thư, CMND 145678901",good
    /// dv02,Trưởng thôn,good
    /// dv04,Chi đoàn (033095001234),completed
    /// ```
    /// ```toml commune.toml
    /// # liên hệ: 145678901
    /// name = "Xuân Quan"
    /// kind = "xã"
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:2:20: cảnh báo[personal-number] 9 chữ số liền nhau: có thể là số giấy tờ của một người
    /// chi-bo-thon-1/2018/assessments.csv:4:16: cảnh báo[personal-number] 12 chữ số liền nhau: có thể là số giấy tờ của một người
    /// commune.toml:1:12: cảnh báo[personal-number] 9 chữ số liền nhau: có thể là số giấy tờ của một người
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:2:20: warning[personal-number] 9 digits in a row: perhaps the number of somebody's papers
    /// chi-bo-thon-1/2018/assessments.csv:4:16: warning[personal-number] 12 digits in a row: perhaps the number of somebody's papers
    /// commune.toml:1:12: warning[personal-number] 9 digits in a row: perhaps the number of somebody's papers
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,"Bí thư; quỹ 150.000.000 đồng, 14567890",good
    /// dv02,Trưởng thôn 0912345678,good
    /// dv04,Chi đoàn 03309500123 và 0330950012345,completed
    /// ```
    "personal-number", Warning,
    Cites::regulation(
        "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26/6/2025",
        "the Personal Data Protection Law 91/2025/QH15 of 2025-06-26"
    ),
    Check::Commune(check)
}

/// Of the old identity card, and of the one that followed it.
const LENGTHS: [usize; 2] = [9, 12];

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    for cell in &commune.cells {
        cell.texts.iter().for_each(|text| look(text, &cell.unit, report));
    }
    commune.texts.iter().for_each(|text| look(text, &commune.unit, report));
}

fn look(source: &Source, unit: &Arc<str>, report: &mut Report<'_>) {
    for at in digits(&source.text).filter(|at| LENGTHS.contains(&at.len())) {
        // The number itself is not said: what a check prints is kept.
        let (lang, count) = (report.ctx.lang, at.len());
        let message = say!(
            lang,
            "{count} chữ số liền nhau: có thể là số giấy tờ của một người",
            "{count} digits in a row: perhaps the number of somebody's papers"
        );
        let remedy = say!(
            lang,
            "bỏ số ấy; nếu là số tiền, viết có dấu chấm: 150.000.000",
            "delete it; if it is an amount, write it with points: 150.000.000"
        );
        report.add(&RULE, unit, Place::in_source(source, At::bytes(at)), message).remedy(remedy);
    }
}

/// The longest rows of digits.
fn digits(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + bytes[rest..].iter().position(u8::is_ascii_digit)?;
        let length = bytes[start..].iter().position(|b| !b.is_ascii_digit()).unwrap_or(bytes.len() - start);
        rest = start + length;
        Some(start..rest)
    })
}
