//! The page of a report: one file, without network, font or script from elsewhere, that is read on a screen, a phone and
//! paper.

mod cards;
mod chart;
mod evidence;
mod missing;
mod tables;

use askama::Template;

use super::{report_notes as notes, report_words as words};
use crate::{
    board::{Board, PageLink},
    date,
    lang::{Lang, Words, say},
    number::group,
    report::Line,
    targets::{Status, head_membership},
};

/// A page in a language.
pub(crate) fn render(lang: Lang, board: &Board) -> String {
    let view = View::new(lang, board);
    // Writing to memory cannot fail, and nothing in the template refuses a value.
    view.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "board.html", config = "src/askama.toml")]
struct View {
    of: Lang,
    lang: &'static str,
    css: &'static str,
    js: &'static str,
    name: String,
    year: i32,
    subtitle: String,
    strength: String,
    facts: Vec<(String, String)>,
    notices: Vec<String>,
    above: Option<Link>,
    contents: Vec<(&'static str, &'static str)>,
    totals: Vec<cards::Total>,
    cards: Vec<cards::Card>,
    rest: String,
    path: Option<Path>,
    year_names: Vec<String>,
    year_rows: Vec<tables::YearRow>,
    year_notes: Vec<String>,
    heat: tables::Heat,
    months: tables::Months,
    missing: Option<missing::Missing>,
    evidence_lead: String,
    evidence: Vec<evidence::Target>,
    notes: Vec<String>,
    footer: String,
}

struct Link {
    href: String,
    name: String,
}

/// The way to a goal that is judged at the plan's end.
struct Path {
    title: String,
    chart: String,
    caption: String,
}

impl View {
    fn say(&self, vi: &'static str, en: &'static str) -> &'static str {
        Words::new(vi, en).of(self.of)
    }

    fn new(lang: Lang, board: &Board) -> Self {
        let report = &board.report;
        let shown: Vec<&Line> = board.lines().collect();
        let head = words::head(lang, report);
        let heat = tables::heat(lang, board);
        let months = tables::months(lang, board);
        let (year_names, year_rows) = tables::by_year(lang, board);
        let notes = notes::notes(lang, report, &shown);
        let notes: Vec<String> = notes.iter().map(|note| note.trim_start_matches([' ', '*']).to_owned()).collect();
        let summary = if board.all { None } else { notes::summary(lang, report) };
        Self {
            of: lang,
            lang: match lang {
                Lang::Vi => "vi",
                Lang::En => "en",
            },
            css: include_str!("board.css"),
            js: include_str!("board.js"),
            name: report.whole.name.clone(),
            year: report.year,
            subtitle: subtitle(lang, board),
            strength: head.get(1).cloned().unwrap_or_default(),
            facts: facts(lang, board),
            notices: notes::left_out_records(lang, report.left_out_records)
                .into_iter()
                .chain(notes::since(lang, report))
                .chain(notes::withheld(lang, report))
                .collect(),
            above: board.above.as_ref().map(|page| Link { href: page.file.clone(), name: page.name.clone() }),
            contents: contents(lang, board, &heat, &months, &notes),
            missing: missing::of(lang, board),
            totals: cards::totals(lang, board, &shown),
            cards: shown.iter().map(|line| cards::card(lang, board, line)).collect(),
            rest: summary.unwrap_or_default(),
            path: path(lang, board),
            year_names,
            year_rows,
            year_notes: year_notes(lang, board),
            evidence_lead: evidence::lead(lang, board),
            evidence: evidence::all(lang, board),
            heat,
            months,
            notes,
            footer: footer(lang, board),
        }
    }
}

fn subtitle(lang: Lang, board: &Board) -> String {
    let year = board.report.year;
    let plan = Words::new(
        "Thực hiện Đề án số 04-ĐA/TU của Tỉnh ủy Hưng Yên",
        "Plan 04-ĐA/TU of the Hưng Yên provincial committee",
    )
    .of(lang);
    match board.report.reference {
        Some(day) => {
            let day = date::show(day, lang);
            say!(lang, "{plan} — năm {year}, tính đến {day}", "{plan} — {year}, as of {day}")
        }
        None => say!(
            lang,
            "{plan} — năm {year}: ngoài thời gian của sổ dữ liệu",
            "{plan} — {year}: outside the time of the register"
        ),
    }
}

fn facts(lang: Lang, board: &Board) -> Vec<(String, String)> {
    let of = |vi, en| Words::new(vi, en).of(lang).to_owned();
    let register = &board.report.register;
    let mut facts = vec![(of("Sổ dữ liệu", "Register"), register.name.clone())];
    if let Some(id) = board.report.whole.id.as_deref().filter(|id| !id.is_empty()) {
        facts.push((of("Đơn vị", "Unit"), id.to_owned()));
    }
    facts.push((of("Ngày tính", "As of"), date::show(board.report.as_of, lang)));
    facts.extend(register.commit.clone().map(|commit| (of("Bản git", "Commit"), commit)));
    facts.push((of("Mã số liệu", "Digest"), format!("{:032x}", register.digest)));
    facts.extend(register.settings.iter().map(|difference| {
        let (label, key, value) = (difference.departs_from().of(lang), difference.key(), difference.value());
        (label.to_owned(), format!("{} ({key} = {value})", difference.sentence(lang)))
    }));
    facts
}

fn contents(
    lang: Lang,
    board: &Board,
    heat: &tables::Heat,
    months: &tables::Months,
    notes: &[String],
) -> Vec<(&'static str, &'static str)> {
    let of = |vi, en| Words::new(vi, en).of(lang);
    let mut contents = vec![("overview", of("Tổng quan", "Overview")), ("years", of("Qua các năm", "Over the years"))];
    contents.extend((!heat.tables.is_empty()).then(|| ("units", of("Từng đơn vị", "Unit by unit"))));
    contents.extend((!months.rows.is_empty()).then(|| ("months", of("Từng tháng, từng quý", "Month by month"))));
    contents.extend((!board.missing.is_empty()).then(|| ("missing", of("Việc còn thiếu", "What is missing"))));
    contents.push(("evidence", of("Số liệu từ đâu ra", "Where the figures come from")));
    contents.extend((!notes.is_empty()).then(|| ("notes", of("Ghi chú", "Notes"))));
    contents
}

/// The class by which a standing is coloured, and the sign that tells it without colour.
const fn standing(status: Status) -> (&'static str, &'static str) {
    let class = match status {
        Status::Met => "m",
        Status::Missed => "x",
        Status::Progress => "p",
        Status::NoData => "n",
        Status::Figure => "f",
    };
    (class, words::sign(status))
}

/// The membership of village heads: the plan's one goal that has years to be reached.
fn path(lang: Lang, board: &Board) -> Option<Path> {
    let target = head_membership::TARGET.id;
    let row = board.years.rows.iter().find(|row| row.target.id == target)?;
    if row.years.iter().all(|line| line.tally.denominator == 0) {
        return None;
    }
    let (title, goal) = (row.target.title.of(lang), words::goal(lang, row.goal));
    let caption = row.pace.map(|pace| {
        let (needed, a_year) = (group(pace.needed, lang), group(pace.a_year, lang));
        let (from, until) = (date::show(pace.from, lang), date::show(pace.until, lang));
        say!(
            lang,
            "Từ {from} đến {until} cần thêm {needed}, mỗi năm ít nhất {a_year}.",
            "From {from} to {until} {needed} more are needed, at least {a_year} a year."
        )
    });
    Some(Path {
        title: say!(lang, "{title}: đường đến mức {goal}", "{title}: the way to {goal}"),
        chart: chart::path(lang, &board.years, (board.report.year, board.last_year), row),
        caption: caption.unwrap_or_default(),
    })
}

fn year_notes(lang: Lang, board: &Board) -> Vec<String> {
    if board.years.rows.iter().any(|row| row.baseline.is_some()) {
        vec![say!(
            lang,
            "Vòng tròn rỗng lớn là số liệu cả tỉnh ở Phần 1 của Đề án.",
            "The large open circle is the whole province's figure in Part 1 of the plan."
        )]
    } else {
        Vec::new()
    }
}

fn footer(lang: Lang, board: &Board) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let digest = format!("{:032x}", board.report.register.digest);
    say!(
        lang,
        "Lập bằng chibo {version} từ sổ dữ liệu có mã {digest}; cùng bản ghi và cùng ngày tính thì trang giống hệt.",
        "Made by chibo {version} from the register of digest {digest}; the same records and day give the same page."
    )
}

/// The page of a unit, where it has one beside this.
fn page_of<'b>(board: &'b Board, unit: &str) -> Option<&'b PageLink> {
    board.pages.iter().find(|page| &*page.unit == unit)
}
