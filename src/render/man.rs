//! Manual pages in roff, one for the program and one a command.

use clap::Command;
use clap_mangen::Man;

use crate::lang::{Lang, Words};

/// The headings that clap gives its sections. `EXTRA` is what stands after the arguments.
const HEADINGS: [(&str, Words); 7] = [
    ("NAME", Words::new("TÊN", "NAME")),
    ("SYNOPSIS", Words::new("CÁCH DÙNG", "SYNOPSIS")),
    ("DESCRIPTION", Words::new("MÔ TẢ", "DESCRIPTION")),
    ("Lệnh", Words::new("LỆNH", "COMMANDS")),
    ("Commands", Words::new("LỆNH", "COMMANDS")),
    ("EXTRA", Words::new("GHI CHÚ", "NOTES")),
    ("VERSION", Words::new("PHIÊN BẢN", "VERSION")),
];

/// A line of the notes that is a heading of its own.
const EXAMPLES: Words = Words::new("Ví dụ:", "Examples:");
const EXAMPLES_HEADING: Words = Words::new(".SH \"VÍ DỤ\"", ".SH EXAMPLES");

/// Each page with the name of its file; the program's is the first.
pub(crate) fn render(lang: Lang, mut program: Command) -> Vec<(String, String)> {
    program.build();
    let version = program.get_version().unwrap_or_default().to_owned();
    let page = |command: &Command| {
        let man = Man::new(command.clone()).source(format!("chibo {version}")).manual("chibo");
        let mut page = Vec::new();
        // Writing to memory cannot fail.
        let _ = man.render(&mut page);
        (man.get_filename(), finish(lang, &String::from_utf8_lossy(&page)))
    };
    std::iter::once(&program).chain(program.get_subcommands()).map(page).collect()
}

fn finish(lang: Lang, page: &str) -> String {
    let mut lines: Vec<String> = page.lines().map(|line| finish_line(lang, line)).collect();
    // A heading with nothing under it.
    lines.dedup_by(|next, heading| {
        let empty = heading.starts_with(".SH ") && next.starts_with(".SH ");
        if empty {
            heading.clone_from(next);
        }
        empty
    });
    let mut page = String::new();
    let mut is_set = false;
    for line in lines {
        // What is set in columns stays as it is.
        if line.starts_with("  ") != is_set {
            is_set = !is_set;
            page.push_str(if is_set { ".nf\n" } else { ".fi\n" });
        }
        page.push_str(&line);
        page.push('\n');
    }
    if is_set {
        page.push_str(".fi\n");
    }
    page
}

fn finish_line(lang: Lang, line: &str) -> String {
    if let Some(rest) = line.strip_prefix(".TH ") {
        // clap leaves an empty date out, and every part after it would move up.
        return format!(".TH {}", rest.replacen("  ", " \"\" ", 1));
    }
    if line == EXAMPLES.of(lang) {
        return EXAMPLES_HEADING.of(lang).to_owned();
    }
    let heading = line.strip_prefix(".SH ").and_then(|name| HEADINGS.iter().find(|(clap, _)| *clap == name));
    heading.map_or_else(|| line.to_owned(), |(_, words)| format!(".SH \"{}\"", words.of(lang)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::program;

    #[test]
    fn no_page_in_vietnamese_has_a_heading_of_clap_s() {
        let pages = render(Lang::Vi, program(Lang::Vi));
        assert_eq!(pages[0].0, "chibo.1");
        for (file, page) in pages {
            assert!(page.starts_with(".ie"), "{file}: {page}");
            assert!(page.contains("\n.SH \"TÊN\"\n") && page.contains("\n.SH \"VÍ DỤ\"\n"), "{file}: {page}");
            for line in page.lines().filter_map(|line| line.strip_prefix(".SH ")) {
                let english =
                    HEADINGS.iter().any(|(clap, words)| line.trim_matches('"') == *clap || line.contains(words.en));
                assert!(!english, "{file}: {line}");
            }
        }
    }

    #[test]
    fn what_stands_in_columns_is_not_filled() {
        for (file, page) in render(Lang::Vi, program(Lang::Vi)) {
            assert_eq!(page.matches("\n.nf\n").count(), page.matches("\n.fi\n").count(), "{file}");
            assert!(page.contains("\n.SH \"VÍ DỤ\"\n.nf\n  chibo "), "{file}: {page}");
        }
    }

    #[test]
    fn the_head_of_a_page_keeps_its_parts_apart() {
        let (_, page) = render(Lang::En, program(Lang::En)).swap_remove(1);
        let head = concat!(".TH chibo-check 1 \"\" \"chibo ", env!("CARGO_PKG_VERSION"), "\" chibo");
        assert_eq!(page.lines().find(|line| line.starts_with(".TH")), Some(head));
    }
}
