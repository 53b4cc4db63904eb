//! What an import would do, row by row; shown, and done where that was asked.

use std::collections::BTreeMap;

use comfy_table::{Table, presets};

use super::{Work, names};
use crate::{
    command::{Exit, Failure, event::Told},
    context::Context,
    import::{
        bad,
        table::{Row, Table as Found},
    },
    io::Io,
    lang::{Lang, Words, plural, say},
    sheet_file::Origin,
    text::visible,
    write::Piece,
};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    Added,
    Changed,
    /// It says what is recorded already.
    Same,
    Skipped,
    Bad,
}

impl Verdict {
    const ALL: [Self; 5] = [Self::Added, Self::Changed, Self::Same, Self::Skipped, Self::Bad];

    const fn label(self) -> Words {
        match self {
            Self::Added => Words::new("thêm", "add"),
            Self::Changed => Words::new("sửa", "change"),
            Self::Same => Words::new("đã có", "same"),
            Self::Skipped => Words::new("bỏ qua", "skip"),
            Self::Bad => Words::new("lỗi", "bad"),
        }
    }
}

/// One row of what is shown.
#[derive(Debug)]
pub(super) struct Line {
    /// The row of the table, from 0. Absent for a column or a record.
    pub(super) row: Option<u32>,
    pub(super) who: String,
    pub(super) verdict: Verdict,
    pub(super) why: String,
}

/// What an import would do.
pub(super) struct Outcome {
    pub(super) lines: Vec<Line>,
    /// Where rows stood in the file, where the table has been brought into another shape.
    origins: BTreeMap<u32, Origin>,
    /// The source's columns, for the rows that were not taken.
    header: Vec<String>,
    bad: Vec<(Vec<String>, String)>,
    pub(super) notes: Vec<String>,
    /// The unit whose records change.
    unit: String,
    /// A file that keeps names out of git, with its text before (if it was there) and after.
    pub(super) ignore: Option<(std::path::PathBuf, Option<Vec<u8>>, String)>,
    heading: String,
}

impl Outcome {
    /// Begins with what the table is and which of its columns are left out.
    pub(super) fn new(found: &Found<'_>, unit: &str, lang: Lang) -> Self {
        let (personal, unknown) = found.left_out();
        let (unsure, unknown): (Vec<&str>, Vec<&str>) =
            unknown.into_iter().partition(|words| found.may_be_a_day(words));
        let list = |columns: Vec<&str>| columns.iter().map(|words| short(words)).collect::<Vec<_>>().join(" · ");
        let mut notes = Vec::new();
        if !personal.is_empty() {
            let personal = list(personal);
            notes.push(say!(
                lang,
                "bỏ những cột mà sổ dữ liệu không giữ: {personal}",
                "columns that the register does not keep are dropped: {personal}"
            ));
        }
        if !unknown.is_empty() {
            let unknown = list(unknown);
            notes.push(say!(lang, "không dùng các cột: {unknown}", "columns not used: {unknown}"));
        }
        if !unsure.is_empty() {
            let unsure = list(unsure);
            notes.push(say!(
                lang,
                "không đọc các cột: {unsure}: chưa rõ ngày trước hay tháng trước; ghi đủ hai chữ số, hoặc thêm --day-first",
                "columns not read: {unsure}: day first or month first? write two digits each, or add --day-first"
            ));
        }
        let origins = found.origins().clone();
        let passed: Vec<String> = found.passed_over.iter().map(|row| origin(&origins, *row).show(lang)).collect();
        if !passed.is_empty() {
            let are_rows = found.passed_over.iter().all(|row| matches!(origin(&origins, *row), Origin::Row(_)));
            let rows = if are_rows { Words::new("dòng ", "rows ").of(lang) } else { "" };
            let passed = shorten_list(&passed, lang);
            notes.push(say!(
                lang,
                "coi là tiêu đề, dòng cộng hoặc chữ ký, không đọc: {rows}{passed}",
                "taken for titles, sums or signatures, and not read: {rows}{passed}"
            ));
        }
        Self {
            lines: Vec::new(),
            origins,
            header: found.headings(lang),
            bad: Vec::new(),
            notes,
            unit: unit.to_owned(),
            ignore: None,
            heading: found.place(lang),
        }
    }

    /// A new names.csv stays out of git, unless the register says otherwise.
    pub(super) fn names_go_apart(&mut self, ctx: &Context) {
        self.ignore = names::ignored(ctx);
        if !ctx.settings.names_are_tracked {
            self.notes.push(say!(
                ctx.lang,
                "họ tên chỉ ghi vào names.csv, tệp này không vào git (.gitignore)",
                "names go to names.csv alone, which stays out of git (.gitignore)"
            ));
        }
    }

    pub(super) fn line(&mut self, row: Row, who: impl Into<String>, verdict: Verdict, why: impl Into<String>) {
        self.lines.push(Line { row: Some(row.first), who: who.into(), verdict, why: why.into() });
    }

    /// A row that cannot be taken, and why.
    pub(super) fn refuse(&mut self, found: &Found<'_>, row: Row, who: impl Into<String>, why: &str, lang: Lang) {
        self.line(row, who, Verdict::Bad, why);
        for number in row.first..=row.last {
            let reason = if number == row.first { why.to_owned() } else { String::new() };
            self.bad.push((found.texts(number, lang), reason));
        }
    }

    fn count(&self, verdict: Verdict) -> usize {
        self.lines.iter().filter(|line| line.verdict == verdict).count()
    }

    /// Judges what was edited, then shows it, or writes and names it.
    pub(super) fn carry_out(mut self, work: Work<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
        let lang = work.place.ctx.lang;
        let mut text = format!("{}\n{}\n{}\n", self.heading, self.table(io.width, lang), self.sum(lang));
        let warnings = match work.desk.judge() {
            Ok(warnings) => warnings,
            Err(failure) => {
                // The table tells which rows the errors speak of.
                io.print(&text).map_err(Failure::Output)?;
                return Err(failure);
            }
        };
        let changed = work.desk.changed();
        let bad = (!self.bad.is_empty()).then(|| bad::text(&self.header, &self.bad, lang));
        let bad = bad.and_then(|text| Some((bad::place(&io.working_dir.join(&work.args.file), &text, lang)?, text)));
        if work.args.write {
            let pieces =
                self.ignore.as_ref().map(|(path, old, new)| Piece { path: path.clone(), old: old.as_deref(), new });
            let mut pieces: Vec<Piece<'_>> = if changed.is_empty() { Vec::new() } else { pieces.into_iter().collect() };
            if let Some((path, text)) = bad.as_ref().filter(|(path, _)| !path.exists()) {
                pieces.push(Piece { path: path.clone(), old: None, new: text });
            }
            work.desk.write(pieces)?;
        }
        text += &self.files(&work, &changed, bad.as_ref().map(|(path, _)| path.as_path()), io);
        io.print(&text).map_err(Failure::Output)?;
        let label = say!(lang, "lưu ý", "note");
        if !work.args.write {
            self.notes.push(say!(
                lang,
                "chưa ghi gì; thêm --write để ghi",
                "nothing was written; add --write to write"
            ));
        }
        // What is now known to be missing elsewhere is for `check` to say; of what is written, it is said here.
        let (own, others): (Vec<_>, Vec<_>) =
            warnings.into_iter().partition(|finding| changed.contains(&work.desk.show(&finding.path)));
        if !others.is_empty() {
            let (count, warnings) = (others.len(), plural(others.len() as u64, "warning", "warnings"));
            self.notes.push(say!(
                lang,
                "sổ dữ liệu thêm {count} cảnh báo ở tệp khác; xem bằng chibo check",
                "the register gets {count} {warnings} more in other files; see them with chibo check"
            ));
        }
        let mut notes: String = self.notes.iter().map(|note| format!("{label}: {}\n", visible(note))).collect();
        if !own.is_empty() {
            notes += &(work.desk.lines(&own) + "\n");
        }
        io.complain(&notes);
        Ok(if self.count(Verdict::Bad) == 0 { Exit::Fine } else { Exit::Findings })
    }

    fn table(&self, width: Option<u16>, lang: Lang) -> String {
        let mut table = Table::new();
        table.load_style(presets::UTF8_FULL_CONDENSED);
        if let Some(width) = width {
            table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic).set_width(width);
        }
        let header = [("Dòng", "Row"), ("Ai, gì", "Who, what"), ("Việc", "Done"), ("Vì sao", "Why")];
        table.set_header(header.map(|(vi, en)| Words::new(vi, en).of(lang)));
        for line in &self.lines {
            let row = line.row.map(|row| origin(&self.origins, row).show(lang)).unwrap_or_default();
            table.add_row([
                row,
                short(&line.who),
                line.verdict.label().of(lang).to_owned(),
                visible(&line.why).into_owned(),
            ]);
        }
        table.to_string()
    }

    /// `thêm 12, sửa 1, lỗi 2`; of an attendance book the meetings first.
    fn sum(&self, lang: Lang) -> String {
        let counts = |of_rows: bool| {
            let lines = self.lines.iter().filter(|line| line.row.is_some() == of_rows);
            let verdicts: Vec<Verdict> = lines.map(|line| line.verdict).collect();
            let count = |verdict: Verdict| verdicts.iter().filter(|other| **other == verdict).count();
            let counts = Verdict::ALL.into_iter().map(|verdict| (verdict, count(verdict)));
            let said = counts.filter(|(_, n)| *n > 0).map(|(verdict, n)| format!("{} {n}", verdict.label().of(lang)));
            said.collect::<Vec<_>>().join(", ")
        };
        match (counts(false), counts(true)) {
            (meetings, rows) if meetings.is_empty() && rows.is_empty() => say!(lang, "không có dòng nào", "no rows"),
            (meetings, rows) if meetings.is_empty() => rows,
            (meetings, rows) => {
                say!(lang, "buổi họp: {meetings}; người: {rows}", "meetings: {meetings}; people: {rows}")
            }
        }
    }

    fn files(&self, work: &Work<'_>, changed: &[String], bad: Option<&std::path::Path>, io: &Io<'_>) -> String {
        let (lang, wrote) = (work.place.ctx.lang, work.args.write);
        let mut text = String::new();
        for path in changed {
            text += &match wrote {
                true => format!("{path}\n"),
                false => say!(lang, "sẽ ghi {path}\n", "would write {path}\n"),
            };
        }
        if let Some(path) = bad {
            let shown = path.strip_prefix(&io.working_dir).unwrap_or(path).display().to_string();
            let (shown, count) = (visible(&shown).into_owned(), self.count(Verdict::Bad));
            let rows = plural(count as u64, "row", "rows");
            text += &match wrote {
                true => say!(lang, "{shown}: {count} dòng không nhận\n", "{shown}: {count} {rows} not taken\n"),
                false => say!(
                    lang,
                    "sẽ ghi {count} dòng không nhận vào {shown}\n",
                    "would write {count} {rows} not taken to {shown}\n"
                ),
            };
        }
        let (added, edited) = (self.count(Verdict::Added), self.count(Verdict::Changed));
        let file = work.args.file.file_name().unwrap_or_default().to_string_lossy();
        let file = visible(&file).into_owned();
        let told = Told::new(move |lang| {
            say!(lang, "nhập {file}: thêm {added}, sửa {edited}", "import {file}: {added} added, {edited} changed")
        });
        if wrote
            && !changed.is_empty()
            && let Some(message) = work.desk.message(&told, &self.unit)
        {
            text += &say!(lang, "lời ghi commit: {message}\n", "commit message: {message}\n");
        }
        text
    }
}

fn origin(origins: &BTreeMap<u32, Origin>, row: u32) -> Origin {
    origins.get(&row).copied().unwrap_or(Origin::Row(row))
}

/// On one line, and no longer than a column bears.
fn short(text: &str) -> String {
    visible(&crate::text::shorten(text, 48)).into_owned()
}

fn shorten_list(items: &[String], lang: Lang) -> String {
    const SHOWN: usize = 12;
    let more = items.len().saturating_sub(SHOWN);
    let shown = items.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if more == 0 { shown } else { say!(lang, "{shown} và {more} dòng nữa", "{shown} and {more} more") }
}
