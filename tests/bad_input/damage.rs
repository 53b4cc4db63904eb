//! Every file of the examples may be damaged anywhere: chibo tells what it can and never breaks down.

use std::{fs, path::PathBuf};

use crate::{
    place::{Place, run},
    support::Run,
};

/// The same throws in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        // Knuth's linear congruential generator; its high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

fn files(directory: PathBuf) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries.into_iter().flat_map(|path| if path.is_dir() { files(path) } else { vec![path] }).collect()
}

/// One kind of damage at a thrown place.
fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    const ODD: &[&[u8]] = &[
        b"\"",
        b"'",
        b"[",
        b"]",
        b"{",
        b"=",
        b",",
        b";",
        b"\n",
        b"\r",
        b"\t",
        b"\0",
        b"\\",
        b"#",
        b"\xFF",
        b"\xEF\xBB\xBF",
        b"\"\"\"",
        b"9999-99-99",
        b"\xCC\x81",
    ];
    let at = dice.below(bytes.len());
    match dice.below(5) {
        0 => bytes.truncate(at),
        1 if !bytes.is_empty() => bytes[at] ^= 1 << dice.below(8),
        2 => {
            let odd = ODD[dice.below(ODD.len())];
            bytes.splice(at..at, odd.iter().copied());
        }
        3 => {
            // A line is lost.
            let start = bytes[..at].iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
            let end = bytes[at..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |newline| at + newline + 1);
            bytes.drain(start..end);
        }
        _ => {
            // A piece is there twice.
            let end = (at + dice.below(80)).min(bytes.len());
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece);
        }
    }
}

/// Damages a file or a few, checks, and puts them right again, as often as asked.
fn try_out(example: &str, times: usize, at_once: usize, check: &dyn Fn(&Place) -> Run) {
    let place = Place::copy_of(example);
    let files = files(place.root().to_path_buf());
    let mut dice = Dice(4);
    for time in 0..times {
        let chosen: Vec<&PathBuf> = (0..at_once).map(|_| &files[dice.below(files.len())]).collect();
        let whole: Vec<Vec<u8>> = chosen.iter().map(|file| fs::read(file).unwrap()).collect();
        for file in &chosen {
            let mut bytes = fs::read(file).unwrap();
            (0..=dice.below(3)).for_each(|_| damage(&mut bytes, &mut dice));
            fs::write(file, bytes).unwrap();
        }
        let run = check(&place);
        assert!(run.code <= 3, "{example}, time {time}, {chosen:?}: {}{}", run.out, run.err);
        // A file chosen twice gets back what it first was.
        chosen.iter().zip(whole).rev().for_each(|(file, bytes)| fs::write(file, bytes).unwrap());
    }
}

#[test]
fn a_damaged_cell_is_told() {
    try_out("clean", 100, 1, &|place| run(&["check", "-O", "full"], place.root()));
}

#[test]
fn a_damaged_district_is_told() {
    try_out("van-giang", 8, 40, &|place| run(&["check", "--all-years", "-O", "json"], place.root()));
}

#[test]
fn a_damaged_district_is_reported() {
    try_out("van-giang", 4, 40, &|place| run(&["report", "--year", "2018"], place.root()));
}
