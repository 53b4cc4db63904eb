//! What the writer of a record is told: where it is, what to do next, what to look at; or why nothing was written.

use super::wish::{Roll, Wish};
use crate::{
    cli::Globals,
    command::{Failure, Workplace, check_command, typed},
    finding::{Finding, Level},
    io::Io,
    lang::{Lang, say},
    register::discover::UnitDir,
    render::Paths,
    unit::join,
    write::Over,
};

/// What is said once the record is written.
#[derive(Debug)]
pub(super) struct Told {
    /// One line each, in the order in which they are said.
    pub(super) notes: Vec<String>,
    pub(super) next: Next,
}

/// What is still to be done in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    MarksAndContent,
    Content,
    Nothing,
}

impl Next {
    pub(super) fn of(wish: &Wish<'_>) -> Self {
        match wish.roll {
            Ok(Roll::Blank) => Self::MarksAndContent,
            Ok(_) if wish.said.is_some_and(|said| said.has_all_content(wish.date, wish.kind)) => Self::Nothing,
            Ok(_) => Self::Content,
            Err(_) => Self::Nothing,
        }
    }
}

impl Told {
    /// The path goes to standard output on a line of its own; what to look at goes to standard error.
    pub(super) fn tell(
        &self,
        globals: &Globals,
        place: &Workplace,
        unit: &UnitDir,
        path: &str,
        over: Over,
        io: &mut Io<'_>,
    ) -> Result<(), Failure> {
        let lang = place.ctx.lang;
        let next = match self.next {
            Next::MarksAndContent => {
                let roll_call = typed(globals, place, io).command("roll-call", path);
                say!(
                    lang,
                    "việc tiếp: họp xong thì điểm danh\n  {roll_call}\nghi các mục ở [content] trong tệp đó; rồi chạy:",
                    "next: after the meeting call the roll\n  {roll_call}\nfill the parts in [content] of that file; then run:"
                )
            }
            Next::Content => say!(
                lang,
                "việc tiếp: mở tệp, ghi các mục ở [content]; rồi chạy:",
                "next: open it and fill the parts in [content]; then run:"
            ),
            Next::Nothing => say!(lang, "việc tiếp: chạy", "next: run"),
        };
        let shown = Paths::new(&place.ctx.root, &io.working_dir).show(path);
        let command = check_command(globals, place, unit, io)?;
        io.print(&format!("{shown}\n{next}\n  {command}\n")).map_err(Failure::Output)?;
        let written_over = (over == Over::Existing)
            .then(|| say!(lang, "đã ghi đè, bản cũ không còn", "written over; what stood there is gone"));
        let label = say!(lang, "lưu ý", "note");
        let notes = written_over.iter().chain(&self.notes).map(|note| format!("{label}: {note}\n"));
        io.complain(&notes.collect::<String>());
        Ok(())
    }
}

/// Refuses to guess from files that cannot be read: their findings follow, one a line.
pub(super) fn broken(place: &Workplace, io: &Io<'_>, unit: &str, files: &[&str], findings: &[Finding]) -> Failure {
    let (lang, paths) = (place.ctx.lang, Paths::new(&place.ctx.root, &io.working_dir));
    let files: Vec<String> = files.iter().map(|file| join(unit, file)).collect();
    let mut lines = vec![say!(
        lang,
        "hồ sơ của chi bộ còn lỗi nên chưa biết ai phải dự, chưa ghi gì; sửa rồi chạy lại",
        "the cell's records are at fault, so who is expected is not known and nothing was written; mend them first"
    )];
    for finding in findings.iter().filter(|finding| finding.level == Level::Error) {
        if files.iter().any(|file| **file == *finding.path) {
            let (path, at, level) = (paths.show(&finding.path), finding.lines, Level::Error.label().of(lang));
            lines.push(format!("{path}:{}:{}: {level}[{}] {}", at.line, at.column, finding.id, finding.message));
        }
    }
    Failure::Usage(lines.join("\n"))
}

/// What was asked for contradicts itself or the register.
pub(super) fn would_be_wrong(lang: Lang, errors: &[Finding]) -> Failure {
    let messages = errors.iter().map(|finding| match &finding.remedy {
        Some(remedy) => format!("{} ({remedy})", finding.message),
        None => finding.message.clone(),
    });
    let messages = messages.collect::<Vec<_>>().join("; ");
    Failure::Usage(say!(
        lang,
        "chưa ghi gì, vì bản ghi sẽ sai: {messages}",
        "nothing was written, for the record would be wrong: {messages}"
    ))
}
