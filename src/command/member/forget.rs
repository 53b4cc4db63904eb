//! Taking a name out of names.csv, and saying where it still is.

use super::Job;
use crate::{
    command::{
        Failure, commit,
        event::{Book, Desk, Told},
    },
    lang::{plural, say},
    number::group,
    rules::name_in_text,
    unit::join,
};

impl<'j> Job<'j, '_> {
    pub(super) fn forget(self, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        let (lang, id, path) = (self.place.ctx.lang, &self.who.id, join(&self.cell.unit, "names.csv"));
        // A file whose rows cannot be read is refused before anyone is said not to stand in it.
        let sheet = if self.cell.names.is_absent() {
            None
        } else {
            Some(desk.sheet(&self.who.unit, Book::Names, &self.cell.names)?)
        };
        let rows = self.cell.names.rows.iter().enumerate().filter(|(_, row)| **row.id == **id);
        let rows: Vec<usize> = rows.map(|(nth, _)| nth).collect();
        let Some(sheet) = sheet.filter(|_| !rows.is_empty()) else {
            let ids: Vec<&str> = self.cell.names.rows.iter().map(|row| &**row.id).collect();
            return Err(self.who.unknown(self.place, &ids, &path));
        };
        rows.iter().rev().for_each(|row| sheet.remove(*row));
        let mut notes = vec![match commit::of_file(&self.place.ctx.root, &path) {
            Some(0) => say!(lang, "lịch sử git ở đây chưa từng có {path}", "the history of git here never held {path}"),
            None => say!(lang, "không thấy git ở đây", "there is no git here"),
            Some(commits) => {
                let (commits, word) = (group(commits, lang), plural(commits, "commit", "commits"));
                say!(
                    lang,
                    "lịch sử git còn giữ {path} ở {commits} lần commit, ai có bản sao đều đọc được tên; muốn bỏ hẳn phải viết lại lịch sử: git filter-repo --invert-paths --path {path}",
                    "the history of git still holds {path}, in {commits} {word}, and whoever has a copy can read the name; to take it out write the history anew: git filter-repo --invert-paths --path {path}"
                )
            }
        }];
        notes.push(say!(
            lang,
            "bản sao lưu, tệp đã gửi và giấy tờ đã in vẫn còn tên",
            "backups, files that were sent and papers that were printed still have the name"
        ));
        notes.extend(self.in_texts());
        Ok(Told { notes, ..Told::new(move |lang| say!(lang, "xóa tên của {id}", "the name of {id} taken out")) })
    }

    /// Where the name stands in tracked texts: once it is forgotten nobody can look for it.
    fn in_texts(self) -> Option<String> {
        let (lang, quoted) = (self.place.ctx.lang, format!("`{}`", self.who.id));
        let is_it = |message: &str| message.contains(&quoted);
        let places: Vec<String> = self
            .findings
            .iter()
            .filter(|finding| finding.id == name_in_text::RULE.id && is_it(&finding.message))
            .map(|finding| format!("{}:{}", finding.path, finding.lines.line))
            .collect();
        let list = places.join(", ");
        (!places.is_empty()).then(|| {
            say!(
                lang,
                "tên còn trong văn bản, thay bằng @mã ngay, sau này chibo không tìm ra nữa: {list}",
                "the name still stands in texts; put @id there now, for chibo cannot look for it later: {list}"
            )
        })
    }
}
