//! What a form that came back would change, in words.

use super::back::Wish;
use crate::{
    command::change::{bars, lines},
    date,
    finding::Finding,
    form::{
        filled::Filled,
        kind::said,
        plan::{Bad, Change, Plan, Prevails},
        section::MARK,
    },
    lang::{Lang, plural, say},
    number::group,
    render::Paths,
};

pub(super) struct Told<'t> {
    pub(super) filled: &'t Filled,
    /// The cell's name.
    pub(super) cell: &'t str,
    pub(super) shown: &'t str,
    pub(super) plan: &'t Plan,
    pub(super) bad: &'t [Bad],
    pub(super) wish: Wish<'t>,
    /// Something stands in the way of writing.
    pub(super) refused: bool,
    pub(super) written: bool,
    pub(super) paths: &'t Paths,
}

/// Boxes that were emptied are named up to so many.
const NAMED: usize = 6;

impl Told<'_> {
    /// For standard output. `register` is the language of whoever reads the commit.
    pub(super) fn changes(&self, register: Lang, lang: Lang) -> String {
        let (made, shown, cell) = (&self.filled.made, self.shown, self.cell);
        let (year, day) = (made.year, date::show(made.on, lang));
        let mut text = say!(
            lang,
            "{shown}: biểu năm {year} của {cell}, lập ngày {day}\n",
            "{shown}: the form of {cell} for {year}, made on {day}\n"
        );
        let mut path = "";
        let mut changes = self.plan.changes.iter().peekable();
        while let Some(change) = changes.next() {
            if change.home.path != path {
                path = &change.home.path;
                let is_new = self.plan.changes.iter().filter(|other| other.home.path == path).all(|other| other.is_new);
                let is_new =
                    is_new && !self.paths.root.join(path).exists() || self.written && is_new && is_new_file(change);
                let new = if is_new { say!(lang, " (mới)", " (new)") } else { String::new() };
                text += &format!("\n{}{new}\n", self.paths.show(path));
            }
            let mut marks = Vec::new();
            if is_first_mark(change) {
                marks.push(change);
                while let Some(next) = changes.next_if(|next| next.home == change.home && is_first_mark(next)) {
                    marks.push(next);
                }
            }
            text += &if marks.len() > 1 { marked(&marks, lang) } else { line(change, lang) };
        }
        text += "\n";
        text += &self.sum(lang);
        if self.written && !self.plan.changes.is_empty() {
            let prefix = if made.cell.is_empty() { String::new() } else { format!("{}: ", made.cell) };
            let said = say!(register, "nhập biểu Excel năm {year}", "the workbook of {year}");
            text += &say!(lang, "lời ghi commit: {prefix}{said}\n", "commit message: {prefix}{said}\n");
        }
        text
    }

    fn sum(&self, lang: Lang) -> String {
        let count = self.plan.changes.len() as u64;
        let mut files: Vec<&str> = self.plan.changes.iter().map(|change| change.home.path.as_str()).collect();
        files.dedup();
        let (values, in_files) = (group(count, lang), group(files.len() as u64, lang));
        let (value, file) = (plural(count, "value", "values"), plural(files.len() as u64, "file", "files"));
        match (count, self.written) {
            (0, _) => say!(lang, "không có gì để đổi\n", "nothing to change\n"),
            (_, true) => {
                say!(
                    lang,
                    "đã ghi {values} giá trị vào {in_files} tệp\n",
                    "{values} {value} written to {in_files} {file}\n"
                )
            }
            (_, false) => say!(
                lang,
                "sẽ ghi {values} giá trị vào {in_files} tệp\n",
                "{values} {value} would be written to {in_files} {file}\n"
            ),
        }
    }

    /// For standard error: what stands in the way, then what is worth knowing.
    pub(super) fn notes(&self, since: bool, findings: &[Finding], lang: Lang) -> String {
        let mut text = String::new();
        let bad = self.bad;
        if !bad.is_empty() {
            let (number, boxes) = (group(bad.len() as u64, lang), plural(bad.len() as u64, "box", "boxes"));
            text += &say!(lang, "lỗi: {number} ô chưa nhận được\n", "error: {number} {boxes} cannot be taken\n");
            for bad in bad {
                let said =
                    if bad.said.is_empty() { say!(lang, "(trống)", "(empty)") } else { format!("`{}`", bad.said) };
                text += &format!("  {}: {said}: {}\n", bad.at.show(), bad.why);
            }
        }
        let conflicts = &self.plan.conflicts;
        if !conflicts.is_empty() {
            let (number, values) =
                (group(conflicts.len() as u64, lang), plural(conflicts.len() as u64, "value", "values"));
            text += &say!(
                lang,
                "lỗi: xung đột, {number} giá trị đã đổi ở cả sổ dữ liệu lẫn tệp từ khi lập biểu\n",
                "error: in conflict, {number} {values} changed both in the register and in the file since it was made\n"
            );
            for change in conflicts {
                let (at, key, now, will) = parts(change, lang);
                let path = self.paths.show(&change.home.path);
                text += &say!(
                    lang,
                    "  {at}: {key}: sổ dữ liệu ghi {now}, tệp ghi {will} ({path})\n",
                    "  {at}: {key}: the register has {now}, the file {will} ({path})\n"
                );
            }
            text += &say!(
                lang,
                "  gợi ý: --mine giữ điều sổ dữ liệu ghi, --theirs lấy điều tệp ghi\n",
                "  hint: --mine keeps what the register has, --theirs takes what the file has\n"
            );
        }
        if findings.iter().any(bars) {
            text += &say!(lang, "lỗi: ghi vào thì sổ dữ liệu sẽ sai\n", "error: the register would be wrong\n");
        }
        if !findings.is_empty() {
            text += &lines(findings, self.paths, lang);
            text += "\n";
        }
        let label = say!(lang, "lưu ý", "note");
        text + &self.remarks(since, lang).iter().map(|note| format!("{label}: {note}\n")).collect::<String>()
    }

    fn remarks(&self, since: bool, lang: Lang) -> Vec<String> {
        let mut notes = Vec::new();
        let emptied = &self.plan.emptied;
        if !emptied.is_empty() {
            let named: Vec<String> = emptied.iter().take(NAMED).map(|at| at.show()).collect();
            let (named, number) = (named.join(", "), group(emptied.len() as u64, lang));
            let boxes = plural(emptied.len() as u64, "box that was filled is", "boxes that were filled are");
            let more = if emptied.len() > NAMED { "…" } else { "" };
            notes.push(say!(
                lang,
                "{number} ô đã ghi nay để trống; sổ dữ liệu giữ như cũ: {named}{more}",
                "{number} {boxes} empty now; the register keeps what it has: {named}{more}"
            ));
        }
        let missing = self.filled.missing_sheets();
        if missing > 0 {
            notes.push(say!(
                lang,
                "{missing} trang của biểu không còn, hoặc dòng, cột đầu đã bị xóa; điều ghi ở đó không đọc được",
                "{missing} of the form's sheets are gone, or their first row or column is; what stands there is not read"
            ));
        }
        let nothing = self.plan.changes.is_empty();
        if since && self.wish.prevails.is_none() && !self.written && !nothing {
            notes.push(say!(
                lang,
                "sổ dữ liệu đã đổi từ khi lập biểu này; điều chỉ đổi ở sổ dữ liệu thì giữ nguyên",
                "the register has changed since this form was made; what changed there alone stays"
            ));
        }
        if self.wish.prevails == Some(Prevails::Theirs) && !self.written {
            notes.push(say!(lang, "chỗ xung đột lấy theo tệp", "conflicts are settled by the file"));
        }
        if !self.written && !nothing {
            notes.push(if self.refused {
                say!(
                    lang,
                    "chưa ghi gì; sửa trong tệp rồi chạy lại",
                    "nothing was written; mend the file and run again"
                )
            } else {
                say!(lang, "chưa ghi gì; thêm --write để ghi", "nothing was written; --write writes it")
            });
        }
        notes
    }
}

/// A mark where none was: of these a meeting has many.
fn is_first_mark(change: &Change) -> bool {
    change.key.starts_with(MARK) && change.now.is_empty()
}

/// Whether the change made its file: a list's element or a row does not.
fn is_new_file(change: &Change) -> bool {
    change.home.section.list().is_none() && !change.home.section.is_csv()
}

fn marked(marks: &[&Change], lang: Lang) -> String {
    let places: Vec<String> = marks.iter().filter_map(|mark| mark.at.as_ref()).map(|at| at.show()).collect();
    let (first, last) = (places.first().cloned().unwrap_or_default(), places.last().cloned().unwrap_or_default());
    let last = last.rsplit('!').next().unwrap_or_default().to_owned();
    let said: Vec<String> =
        marks.iter().map(|mark| format!("{} {}", mark.key.strip_prefix(MARK).unwrap_or_default(), mark.will)).collect();
    let (label, said) = (say!(lang, "điểm danh", "roll call"), said.join(", "));
    format!("  {first}:{last}  {label}: {said}\n")
}

fn line(change: &Change, lang: Lang) -> String {
    let (at, key, now, will) = parts(change, lang);
    if change.now.is_empty() {
        format!("  {at}  {key}: {will}\n")
    } else {
        format!("  {at}  {key}: {now} → {will}\n")
    }
}

fn parts(change: &Change, lang: Lang) -> (String, String, String, String) {
    let at = change.at.as_ref().map(|at| at.show()).unwrap_or_default();
    let key = match change.key.strip_prefix(MARK) {
        Some(id) => id.to_owned(),
        // A colon stands behind it.
        None => change.home.section.label(&change.key).of(lang).replace(": ", ", "),
    };
    let number = change.home.nth + 1;
    let key = match change.home.section.element() {
        Some(element) => format!("{} {number}, {key}", element.of(lang)),
        None => key,
    };
    (at, key, said(change.kind, &change.now, lang), said(change.kind, &change.will, lang))
}
