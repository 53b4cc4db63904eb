//! The yearly report on the plan in the official form of Party documents, as a draft: the results and what is not met from
//! the figures, causes and proposals for the clerk to write.

mod office;
mod results;
mod shortcomings;
mod weaknesses;

use std::{collections::BTreeMap, sync::Arc};

pub(crate) use self::office::{Called, Office};
use crate::{
    board::Board,
    difference,
    document::{Block, Body, Depth, Document, Ending, Layout, Line as Text, phrases},
    lang::{Lang, Words, say},
    render::{report_notes as notes, report_words as words},
    report::Line,
};

/// What units are called, by their paths: `xã Xuân Quan`, `Chi bộ thôn 1`, `Thôn 1`.
pub(crate) type Names = BTreeMap<Arc<str>, String>;

/// The parts of the plan's aims, and what else it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Cells,
    Coordination,
    Duties,
}

impl Part {
    const ALL: [Self; 3] = [Self::Cells, Self::Coordination, Self::Duties];

    fn of(line: &Line) -> Self {
        match line.target.clauses.first() {
            Some(clause) if clause.starts_with("2.I.2.1-") => Self::Cells,
            Some(clause) if clause.starts_with("2.I.2.2-") => Self::Coordination,
            _ => Self::Duties,
        }
    }

    /// What falls short in it.
    const fn subject(self) -> Words {
        match self {
            Self::Cells => Words::new("Về chất lượng sinh hoạt chi bộ", "Meetings of the cells"),
            Self::Coordination => Words::new(
                "Về phối hợp công tác giữa bí thư chi bộ với trưởng thôn",
                "Work of secretary and village head together",
            ),
            Self::Duties => Words::new("Về nhiệm vụ, giải pháp", "Duties and measures"),
        }
    }

    /// As the plan has them.
    const fn title(self) -> Words {
        match self {
            Self::Cells => Words::new("Nâng cao chất lượng sinh hoạt chi bộ", "Better meetings of the cells"),
            Self::Coordination => Words::new(
                "Nâng cao chất lượng phối hợp công tác giữa bí thư chi bộ với trưởng thôn",
                "Better work of secretary and village head together",
            ),
            Self::Duties => {
                Words::new("Nhiệm vụ, giải pháp và số liệu theo dõi", "Duties, measures and figures to follow")
            }
        }
    }
}

/// A unit's name within a sentence, with that of the unit above where that is not `whole`.
fn unit_name(id: &str, whole: &str, names: &Names) -> String {
    let own = names.get(id).map_or_else(|| id.to_owned(), |name| in_sentence(name));
    let above = if id == whole { String::new() } else { above(id, whole, names).join(", ") };
    if above.is_empty() { own } else { format!("{own} ({above})") }
}

/// The names of the units above one, up to `whole`: `xã Dân Tiến`, `huyện Khoái Châu`.
fn above(id: &str, whole: &str, names: &Names) -> Vec<String> {
    let next = |id: &str| Some(id.rsplit_once(['/', '#'])?.0.to_owned()).filter(|above| above != whole);
    let all = std::iter::successors(next(id), |above| next(above));
    all.map(|above| names.get(above.as_str()).cloned().unwrap_or(above)).collect()
}

/// `Chi bộ thôn 1` as `chi bộ thôn 1`.
fn in_sentence(name: &str) -> String {
    const KINDS: [(&str, &str); 4] =
        [("Chi bộ ", "chi bộ "), ("Thôn ", "thôn "), ("Khu phố ", "khu phố "), ("Tổ dân phố ", "tổ dân phố ")];
    let found = KINDS.iter().find_map(|(kind, small)| Some((small, name.strip_prefix(kind)?)));
    found.map_or_else(|| name.to_owned(), |(small, rest)| format!("{small}{rest}"))
}

pub(crate) fn compose(lang: Lang, board: &Board, office: &Office, names: &Names) -> Document {
    let report = &board.report;
    let year = report.year;
    let mut body = Body::default();
    if lang == Lang::En {
        body.paragraph(Text::italic(phrases::FOR_READERS));
    }
    opening(&mut body, lang, board, office);
    let part = |body: &mut Body, words: Words| body.heading(Depth::Part, &phrases::both(words, lang));
    part(&mut body, Words::new("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", "RESULTS"));
    results::write(&mut body, lang, board, names);
    facts(&mut body, lang, board);
    part(&mut body, Words::new("HẠN CHẾ", "WEAKNESSES"));
    weaknesses::write(&mut body, lang, board, names);
    body.push(Block::Blanks(2));
    part(&mut body, Words::new("NGUYÊN NHÂN", "CAUSES"));
    let asked = |body: &mut Body, title: Words, prompt: Words, lines: usize| {
        body.heading(Depth::Section, &phrases::both(title, lang));
        body.paragraph(Text::italic(prompt.of(lang)));
        body.push(Block::Blanks(lines));
    };
    asked(
        &mut body,
        Words::new("Nguyên nhân khách quan", "Causes from outside"),
        Words::new(
            "(Điều kiện, cơ chế, chính sách, hướng dẫn của cấp trên tác động đến từng hạn chế ở mục II.)",
            "(Conditions, policies and guidance that led to the weaknesses of part II.)",
        ),
        3,
    );
    asked(
        &mut body,
        Words::new("Nguyên nhân chủ quan", "Causes of our own"),
        Words::new(
            "(Trách nhiệm của cấp ủy, bí thư chi bộ, trưởng thôn, đảng viên; công tác kiểm tra, giám sát.)",
            "(What committees, secretaries, heads and members left undone; inspection.)",
        ),
        3,
    );
    part(&mut body, Words::new("PHƯƠNG HƯỚNG VÀ ĐỀ XUẤT", "DIRECTION AND PROPOSALS"));
    let next = year + 1;
    body.heading(
        Depth::Section,
        &say!(lang, "Phương hướng, nhiệm vụ năm {next}", "Tasks of {next} (Phương hướng, nhiệm vụ năm {next})"),
    );
    body.paragraph(Text::italic(
        Words::new(
            "(Việc phải làm, người chịu trách nhiệm và thời hạn đối với từng chỉ tiêu chưa đạt.)",
            "(What is to be done for each target that is missed, by whom and by when.)",
        )
        .of(lang),
    ));
    body.push(Block::Blanks(4));
    asked(
        &mut body,
        Words::new("Đề xuất, kiến nghị", "Proposals"),
        Words::new("(Nêu rõ đề xuất với cấp nào, cơ quan nào.)", "(Say to which level and body.)"),
        3,
    );
    body.push(Block::Ending(vec![
        phrases::recipients_named(office.recipients(lang), lang),
        Ending::Signature(office.signature(lang)),
    ]));
    Document {
        lang,
        // It is written on the day of the figures or later; the clerk puts the day.
        layout: Layout::on(report.as_of),
        head: office.head(lang),
        kind: Words::new("BÁO CÁO", "REPORT").of(lang).into(),
        subject: vec![
            Words::new(
                "kết quả thực hiện Đề án số 04-ĐA/TU của Ban Thường vụ Tỉnh ủy",
                "on the plan 04-ĐA/TU of the Standing Board of the provincial Party committee",
            )
            .of(lang)
            .into(),
            say!(lang, "năm {year}", "in {year}").into(),
        ],
        body: body.done(),
    }
}

fn opening(body: &mut Body, lang: Lang, board: &Board, office: &Office) {
    let (committee, year) = (office.committee(), board.report.year);
    body.paragraph(say!(
        lang,
        "Thực hiện Đề án số 04-ĐA/TU ngày 28/10/2016 của Ban Thường vụ Tỉnh ủy về nâng cao chất lượng sinh hoạt chi bộ thôn (khu phố), gắn với mối quan hệ phối hợp công tác giữa bí thư chi bộ và trưởng thôn (khu phố), giai đoạn 2016 - 2020, {committee} báo cáo kết quả năm {year} như sau:",
        "On the plan 04-ĐA/TU of 2016-10-28 of the Standing Board of the provincial Party committee (the meetings of village cells, and the work of secretary and village head together, 2016-2020), {committee} reports for {year}:"
    ));
    // The strength, as every form of the report has it.
    let strength = words::head(lang, &board.report).into_iter().nth(1).unwrap_or_default().replace(" · ", "; ");
    let day = board.report.reference.map(|day| phrases::long(day, lang));
    body.paragraph(match day {
        Some(day) if strength.is_empty() => say!(lang, "Số liệu tính đến {day}.", "Figures as of {day}."),
        Some(day) => say!(lang, "Số liệu tính đến {day}: {strength}.", "Figures as of {day}: {strength}."),
        None => say!(
            lang,
            "Năm {year} nằm ngoài thời gian của sổ dữ liệu, nên chưa có số liệu.",
            "The register does not reach into {year}: there are no figures."
        ),
    });
}

/// From what the figures come, and what must be said of all of them.
fn facts(body: &mut Body, lang: Lang, board: &Board) {
    let report = &board.report;
    let told = difference::lines(&report.register.settings, lang)
        .into_iter()
        .chain(notes::left_out_records(lang, report.left_out_records))
        .chain(notes::since(lang, report))
        .chain(notes::withheld(lang, report));
    told.for_each(|fact| body.paragraph(Text::italic(fact.trim())));
    let (name, digest) = (&report.register.name, format!("{:032x}", report.register.digest));
    let commit = report.register.commit.as_ref();
    let commit = commit.map(|commit| say!(lang, ", bản git {commit}", ", commit {commit}")).unwrap_or_default();
    // No paragraph: a digest cannot be broken, and would leave gaps in the line before it.
    body.item(Text::italic(&say!(
        lang,
        "(Nguồn: sổ dữ liệu {name}, mã số liệu {digest}{commit}.)",
        "(Source: register {name}, digest {digest}{commit}.)"
    )));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_named_as_in_a_sentence() {
        let names: Names = [("a", "xã Mễ Sở"), ("a/b", "Chi bộ thôn 1"), ("a#t", "Thôn 1")]
            .map(|(id, name)| (id.into(), name.to_owned()))
            .into_iter()
            .collect();
        assert_eq!(unit_name("a/b", "", &names), "chi bộ thôn 1 (xã Mễ Sở)");
        assert_eq!(unit_name("a/b", "a", &names), "chi bộ thôn 1");
        assert_eq!(unit_name("a#t", "a", &names), "thôn 1");
        assert_eq!(unit_name("a", "", &names), "xã Mễ Sở");
        assert_eq!(unit_name("z", "", &names), "z");
    }
}
