//! Markdown for the summary page of a CI run, or for a comment: a line that counts, then a table a level, the worst
//! first, each finding with a link to its line.

use std::fmt::Write;

use super::{Checked, Paths, markdown::escape, paths::percent, said, summary};
use crate::{
    finding::{Finding, Level},
    lang::{Lang, Words, say},
    number::group,
};

/// A summary page has a size; more rows than these nobody reads there.
const SHOWN: usize = 200;

/// Where a link leads.
pub(crate) struct Site {
    /// The address of the files' directory; empty where a link is a path.
    pub(crate) base: String,
    /// From that directory.
    pub(crate) paths: Paths,
}

impl Site {
    fn link(&self, path: &str, line: u32) -> String {
        let path = percent(&self.paths.show(path));
        // Outside of what the site shows, a path is all there is to say.
        let base = if path.starts_with("../") || path.starts_with('/') { "" } else { &self.base };
        format!("{base}{path}#L{line}")
    }
}

pub(crate) fn render(lang: Lang, checked: &Checked, paths: &Paths, site: &Site) -> String {
    let mut text = String::from("## chibo check\n");
    for line in summary::lines(lang, checked).lines() {
        let _ = write!(text, "\n{}\n", escape(line));
    }
    let mut room = SHOWN;
    for level in Level::ALL {
        let findings: Vec<&Finding> = checked.findings.iter().filter(|finding| finding.level == level).collect();
        if !findings.is_empty() {
            table(&mut text, lang, level, &findings, room, paths, site);
            room = room.saturating_sub(findings.len());
        }
    }
    text
}

fn table(text: &mut String, lang: Lang, level: Level, findings: &[&Finding], room: usize, paths: &Paths, site: &Site) {
    let (title, count) = (heading(level).of(lang), group(findings.len() as u64, lang));
    // Writing to a string cannot fail.
    let _ = writeln!(text, "\n### {title} ({count})\n");
    let shown = &findings[..findings.len().min(room)];
    if !shown.is_empty() {
        text.push_str(HEADER.of(lang));
        text.push_str("| --- | --- | --- |\n");
    }
    for finding in shown {
        let place = escape(&format!("{}:{}", paths.show(&finding.path), finding.lines.line));
        let link = site.link(&finding.path, finding.lines.line);
        let explained = finding.explained.as_ref().map_or_else(String::new, |accepted| {
            let said = escape(&accepted.said(lang));
            say!(lang, " (đã giải trình: {said})", " (explained: {said})")
        });
        let _ = writeln!(text, "| [{place}]({link}) | `{}` | {}{explained} |", finding.id, escape(&said(finding)));
    }
    let more = findings.len() - shown.len();
    if more > 0 {
        let more = group(more as u64, lang);
        let note =
            say!(lang, "Còn {more} phát hiện nữa; xem bằng chibo check.", "{more} more; see them with chibo check.");
        let _ = writeln!(text, "{}{note}", if shown.is_empty() { "" } else { "\n" });
    }
}

const HEADER: Words = Words::new("| Chỗ | Quy tắc | Phát hiện |\n", "| Place | Rule | Finding |\n");

fn heading(level: Level) -> Words {
    match level {
        Level::Error => Words::new("Lỗi", "Errors"),
        Level::Shortfall => Words::new("Chưa đạt", "Shortfalls"),
        Level::Warning => Words::new("Cảnh báo", "Warnings"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_link_leads_to_the_commit_where_the_site_has_the_file() {
        let site = |checkout: &str| Site {
            base: "https://example.org/so/blob/1a2b/".to_owned(),
            paths: Paths::new(Path::new("/w/so"), Path::new(checkout)),
        };
        assert_eq!(site("/w").link("xã/a.toml", 3), "https://example.org/so/blob/1a2b/so/x%C3%A3/a.toml#L3");
        assert_eq!(site("/w/khac").link("a.toml", 3), "../so/a.toml#L3");
    }
}
