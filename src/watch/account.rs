//! The account that `--verbose` gives of a run: a line for each stage, with what it read and how long it took.

use std::time::Duration;

use super::{Ended, Part, Stage};
use crate::{
    lang::{Lang, plural, say},
    number::group,
};

pub(super) fn of(ended: &[Ended], took: Duration, lang: Lang) -> String {
    // Within a commune there are no units to find.
    let told = ended.iter().filter(|ended| ended.stage != Stage::Listing || ended.units > 0);
    let mut text: String = told.map(|ended| stage(ended, lang)).collect();
    let took = seconds(took, lang);
    text += &say!(lang, "cả lượt chạy: {took} giây\n", "the whole run: {took} s\n");
    text
}

fn stage(ended: &Ended, lang: Lang) -> String {
    let (label, took) = (ended.stage.label().of(lang), seconds(ended.took, lang));
    let mut told = vec![say!(lang, "{label}: {took} giây", "{label}: {took} s")];
    told.extend(steps(ended, lang));
    told.extend(units(ended, lang));
    if ended.files > 0 {
        let (files, file) = (group(ended.files, lang), plural(ended.files, "file", "files"));
        let (bytes, byte) = (group(ended.bytes, lang), plural(ended.bytes, "byte", "bytes"));
        told.push(say!(lang, "{files} tệp, {bytes} byte", "{files} {file}, {bytes} {byte}"));
    }
    let mut text = told.join("; ") + "\n";
    if ended.parts.iter().any(|part| !part.is_zero()) {
        let parts: Vec<String> = Part::ALL
            .iter()
            .zip(ended.parts)
            .map(|(part, took)| format!("{} {}", part.label().of(lang), seconds(took, lang)))
            .collect();
        let parts = parts.join(", ");
        text += &say!(lang, "  cộng mọi luồng: {parts} giây\n", "  of all threads together: {parts} s\n");
    }
    text
}

/// What was gone through, and how much of it was taken from an earlier run.
fn steps(ended: &Ended, lang: Lang) -> Option<String> {
    let (done, number) = (ended.done, group(ended.done, lang));
    match ended.stage {
        Stage::Communes => {
            let (read, kept) = (group(ended.read, lang), group(done.saturating_sub(ended.read), lang));
            let commune = plural(done, "commune", "communes");
            Some(say!(
                lang,
                "{number} xã: {read} đọc từ tệp, {kept} lấy kết quả lần chạy trước",
                "{number} {commune}: {read} read from files, {kept} taken from an earlier run"
            ))
        }
        Stage::Making => {
            let commune = plural(done, "commune", "communes");
            Some(say!(lang, "{number} xã", "{number} {commune}"))
        }
        Stage::Listing | Stage::Finding | Stage::Files | Stage::Composing | Stage::Keeping | Stage::Printing => None,
    }
}

fn units(ended: &Ended, lang: Lang) -> Option<String> {
    let (units, n) = (ended.units, group(ended.units, lang));
    match ended.stage {
        _ if units == 0 => None,
        Stage::Communes => {
            let cells = plural(units, "cell", "cells");
            Some(say!(lang, "{n} chi bộ", "{n} {cells}"))
        }
        _ => {
            let unit = plural(units, "unit", "units");
            Some(say!(lang, "{n} đơn vị", "{n} {unit}"))
        }
    }
}

/// To the millisecond.
fn seconds(took: Duration, lang: Lang) -> String {
    let point = match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    };
    format!("{}{point}{:03}", group(took.as_secs(), lang), took.subsec_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(stage: Stage) -> Ended {
        let none = Duration::ZERO;
        Ended { stage, took: none, done: 0, read: 0, units: 0, files: 0, bytes: 0, parts: [none; 4] }
    }

    #[test]
    fn each_stage_says_what_it_read_and_how_long_it_took() {
        let parts = [1, 20, 300, 4000].map(Duration::from_millis);
        let communes = Ended {
            took: Duration::from_millis(1234),
            done: 161,
            read: 31,
            units: 1795,
            files: 28_400,
            bytes: 12_345_678,
            parts,
            ..ended(Stage::Communes)
        };
        let all = [communes, ended(Stage::Composing)];
        assert_eq!(
            of(&all, Duration::from_millis(1500), Lang::Vi),
            "đọc và xét các xã: 1,234 giây; 161 xã: 31 đọc từ tệp, 130 lấy kết quả lần chạy trước; 1.795 chi bộ; \
             28.400 tệp, 12.345.678 byte\n  cộng mọi luồng: tìm tệp 0,001, đọc 0,020, phân tích 0,300, xét 4,000 giây\n\
             soạn kết quả: 0,000 giây\ncả lượt chạy: 1,500 giây\n"
        );
        let one = Ended { done: 1, read: 1, units: 1, files: 1, bytes: 1, ..ended(Stage::Communes) };
        assert_eq!(
            of(&[one], Duration::ZERO, Lang::En),
            "reading and judging communes: 0.000 s; 1 commune: 1 read from files, 0 taken from an earlier run; \
             1 cell; 1 file, 1 byte\nthe whole run: 0.000 s\n"
        );
    }
}
