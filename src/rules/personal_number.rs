use std::{ops::Range, sync::Arc};

use crate::{
    finding::{Place, Report},
    lang::say,
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
    Check::Reading
}

/// Of the old identity card, and of the one that followed it; the shorter first.
const LENGTHS: [usize; 2] = [9, 12];

pub(crate) fn look(source: &Source, unit: &Arc<str>, report: &mut Report<'_>) {
    for at in rows_of_digits(&source.text, LENGTHS[0]).filter(|at| LENGTHS.contains(&at.len())) {
        // The number itself is not said: messages go into reports and other programs.
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

/// The rows of digits that are `least` long or longer, each whole. A row of seven holds four that stand where a number of
/// four bytes would, and of such numbers sixteen are looked at together: every text of the register goes through here.
fn rows_of_digits(text: &str, least: usize) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let (fours, _) = bytes.as_chunks::<4>();
    let mut rest = 0_usize;
    std::iter::from_fn(move || {
        loop {
            let first = rest.div_ceil(4);
            let inside = 4 * (first + fours.get(first..).and_then(first_of_digits)?);
            let before = bytes[rest..inside].iter().rev().take_while(|b| b.is_ascii_digit()).count();
            let after = bytes[inside..].iter().take_while(|b| b.is_ascii_digit()).count();
            let row = inside - before..inside + after;
            rest = row.end;
            if row.len() >= least {
                return Some(row);
            }
        }
    })
}

fn first_of_digits(fours: &[[u8; 4]]) -> Option<usize> {
    let (many, _) = fours.as_chunks::<16>();
    // Without a way out on the way: hardly one says yes.
    let has_any = |many: &[[u8; 4]; 16]| many.iter().fold(false, |any, four| any | are_digits(*four));
    let passed = 16 * many.iter().position(has_any).unwrap_or(many.len());
    fours[passed..].iter().position(|four| are_digits(*four)).map(|place| passed + place)
}

fn are_digits(four: [u8; 4]) -> bool {
    const HIGH: u32 = 0xF0F0_F0F0;
    const THREE: u32 = 0x3030_3030;
    let four = u32::from_le_bytes(four);
    // From `0` to `?`; and with six more still among them, which those behind `9` are not.
    (four & HIGH == THREE) & (four.wrapping_add(0x0606_0606) & HIGH == THREE)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_long_row_of_digits_is_found_whole(text in "([0-9]{1,15}|[:-ê/]{1,4}|[a-z]{40}){0,9}", least in 7usize..13) {
            let rows = text.char_indices().map(|(at, c)| (at, c.is_ascii_digit()));
            let rows: Vec<usize> = rows.filter(|(_, is_digit)| *is_digit).map(|(at, _)| at).collect();
            let rows = rows.chunk_by(|a, b| a + 1 == *b).filter(|row| row.len() >= least);
            let rows: Vec<_> = rows.map(|row| row[0]..row[0] + row.len()).collect();
            prop_assert_eq!(rows_of_digits(&text, least).collect::<Vec<_>>(), rows);
        }
    }
}
