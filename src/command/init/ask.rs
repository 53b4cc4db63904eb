//! Questions in a terminal, for what the command line left open. Esc goes back to the question before; nothing is written
//! before the last is answered.

use std::collections::BTreeMap;

use super::wish::{ALL, Wish};
use crate::{
    cli::{InitArgs, init_kind},
    command::{
        Failure,
        ask::{Answer, Asker, Question},
    },
    date::{self, Date},
    io::Io,
    lang::say,
    parse::Vocabulary,
    places::{self, communes, communes_named, districts_named},
    records::{commune::CommuneKind, district::DistrictKind, settings::RootLevel},
};

/// The questions, in the order in which they are asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Level,
    Name,
    Kind,
    Units,
    From,
}

const STEPS: [Step; 5] = [Step::Level, Step::Name, Step::Kind, Step::Units, Step::From];

/// Asks for what is missing.
pub(super) fn ask(asker: &Asker, given: &InitArgs, today: Date, io: &mut Io<'_>) -> Result<Wish, Failure> {
    let mut args = given.clone();
    let mut at = 0;
    // Whoever comes back to a question finds what was typed there.
    let mut typed: BTreeMap<Step, String> = BTreeMap::new();
    while let Some(step) = STEPS.get(at) {
        if !is_asked(*step, given, &args) {
            at += 1;
            continue;
        }
        match question(asker, *step, &mut args, typed.entry(*step).or_default(), today)? {
            Answer::Said(()) => at += 1,
            Answer::Left => return Err(asker.left()),
            Answer::Back => match (0..at).rev().find(|before| is_asked(STEPS[*before], given, &args)) {
                Some(before) => at = before,
                None => return Err(asker.left()),
            },
        }
        if at == STEPS.len() {
            // What cannot be, such as a commune that the list lacks, is asked again.
            if let Err(Failure::Usage(reason)) = Wish::of(&args, today, asker.lang) {
                io.complain(&format!("{reason}\n"));
                at = STEPS.iter().position(|step| *step == Step::Units).unwrap_or_default();
                if !is_asked(Step::Units, given, &args) {
                    return Err(Failure::Usage(reason));
                }
            }
        }
    }
    Wish::of(&args, today, asker.lang)
}

fn is_asked(step: Step, given: &InitArgs, args: &InitArgs) -> bool {
    let name = args.name.as_deref().unwrap_or_default();
    match step {
        Step::Level => given.level.is_none(),
        Step::Name => given.name.is_none(),
        // Where the list has the unit, its kind is known.
        Step::Kind => {
            given.kind.is_none()
                && match args.level {
                    Some(RootLevel::District) => districts_named(name).len() != 1,
                    Some(RootLevel::Commune) => communes_named(name).is_empty(),
                    _ => false,
                }
        }
        Step::Units => {
            given.units.is_empty()
                && match args.level {
                    Some(RootLevel::Province) => name == places::PROVINCE,
                    Some(RootLevel::District) => districts_named(name).len() == 1,
                    Some(RootLevel::Commune) => true,
                    _ => false,
                }
        }
        Step::From => given.from.is_none(),
    }
}

fn question(
    asker: &Asker,
    step: Step,
    args: &mut InitArgs,
    typed: &mut String,
    today: Date,
) -> Result<Answer<()>, Failure> {
    let lang = asker.lang;
    Ok(match step {
        Step::Level => {
            let options: Vec<String> = RootLevel::ALL.iter().map(|level| level.label().of(lang).to_owned()).collect();
            let usual = args.level.unwrap_or(RootLevel::Commune);
            let start = RootLevel::ALL.iter().position(|level| *level == usual).unwrap_or_default();
            let message = say!(lang, "Sổ dữ liệu của cấp nào?", "The register of what?");
            asker.choose(&message, &options, start)?.map(|index| args.level = RootLevel::ALL.get(index).copied())
        }
        Step::Name => {
            let is_province = args.level == Some(RootLevel::Province);
            let message = say!(lang, "Tên đơn vị?", "Its name?");
            let help = say!(
                lang,
                "ví dụ Xuân Quan, Văn Giang, Chi bộ thôn 1; tên xã, huyện gõ không dấu cũng được",
                "such as Xuân Quan, Văn Giang, Chi bộ thôn 1; marks may be left out of a commune's or district's"
            );
            let default = is_province.then_some(places::PROVINCE);
            let question = Question { message: &message, help: &help, default, ..Question::default() };
            let empty = say!(lang, "cần có tên", "a name is needed");
            let check = move |text: &str| if text.is_empty() { Err(empty.clone()) } else { Ok(()) };
            said(asker, question, typed, check)?.map(|name| args.name = Some(name))
        }
        Step::Kind => {
            let level = args.level.unwrap_or(RootLevel::Commune);
            let kinds: Vec<String> = match level {
                RootLevel::District => DistrictKind::WORDS.iter().map(|word| (*word).to_owned()).collect(),
                _ => CommuneKind::WORDS.iter().map(|word| (*word).to_owned()).collect(),
            };
            let kinds: Vec<String> = kinds.into_iter().filter(|kind| init_kind(level, kind, lang).is_ok()).collect();
            let message = say!(lang, "Loại nào?", "Of what kind?");
            asker.choose(&message, &kinds, 0)?.map(|index| args.kind = kinds.get(index).cloned())
        }
        Step::Units => units(asker, args, typed)?,
        Step::From => {
            let message = say!(lang, "Sổ ghi từ ngày nào?", "From what day are records kept?");
            let help = say!(
                lang,
                "ví dụ 01/01/2018; từ ngày này, những gì thiếu trong sổ sẽ được nêu",
                "such as 2018-01-01; what the register lacks is told from this day on"
            );
            let shown = date::show(today, lang);
            let question = Question { message: &message, help: &help, default: Some(&shown), ..Question::default() };
            let check = move |text: &str| crate::cli::date(text, lang).map(drop);
            said(asker, question, typed, check)?.map(|day| args.from = crate::cli::date(&day, lang).ok())
        }
    })
}

/// Asks in words, and keeps what is typed however the question ends.
fn said(
    asker: &Asker,
    question: Question<'_>,
    typed: &mut String,
    check: impl Fn(&str) -> Result<(), String> + Clone,
) -> Result<Answer<String>, Failure> {
    let mut question = Question { typed: std::mem::take(typed), ..question };
    let answer = asker.text(&mut question, check);
    *typed = question.typed;
    answer
}

/// The units below: those of the list, or villages by name.
fn units(asker: &Asker, args: &mut InitArgs, typed: &mut String) -> Result<Answer<()>, Failure> {
    let lang = asker.lang;
    if args.level == Some(RootLevel::Commune) {
        let message = say!(lang, "Các thôn, khu phố?", "Its villages?");
        let help = say!(
            lang,
            "cách nhau bằng dấu phẩy, ví dụ Thôn 1, Thôn 2; mỗi thôn một chi bộ; để trống nếu thêm sau",
            "with commas between, such as Thôn 1, Thôn 2; each gets a cell; leave it empty to add them later"
        );
        let question = Question { message: &message, help: &help, ..Question::default() };
        let names = |text: String| -> Vec<String> {
            text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
        };
        return Ok(said(asker, question, typed, |_| Ok(()))?.map(|text| args.units = names(text)));
    }
    let name = args.name.clone().unwrap_or_default();
    let count = match districts_named(&name).as_slice() {
        [district] if args.level == Some(RootLevel::District) => {
            communes().iter().filter(|commune| commune.district == *district).count()
        }
        _ => communes().len(),
    };
    let options = [
        say!(lang, "lập cả {count} xã, phường, thị trấn theo danh sách", "all {count} communes of the list"),
        say!(lang, "chưa lập xã nào, thêm sau", "none yet, they are added later"),
    ];
    let message = say!(lang, "Các đơn vị bên dưới?", "The units below?");
    Ok(asker.choose(&message, &options, 0)?.map(|index| {
        args.units = if index == 0 { vec![ALL.to_owned()] } else { Vec::new() };
    }))
}
