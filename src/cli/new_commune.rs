//! `chibo new-commune`: what it takes, and what its help says.

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, option, positional},
        values,
    },
    lang::{Lang, Words, say},
    records::commune::CommuneKind,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewCommuneArgs {
    pub(crate) name: String,
    /// Its path, or the district's name. Absent: the one that the command stands in, or that the list gives.
    pub(crate) district: Option<String>,
    /// Of a commune that the list lacks; a kind of its own is no error for one that it has.
    pub(crate) kind: Option<CommuneKind>,
    /// The name of its directory. Absent: the list's, or made of the name.
    pub(crate) id: Option<String>,
    /// Names of villages, a row each.
    pub(crate) villages: Vec<String>,
    pub(crate) dry_run: bool,
}

const KINDS: &[Choice<CommuneKind>] = &[
    Choice::new("xa", CommuneKind::Xa, Words::new("xã", "xã (rural)")),
    Choice::new("phuong", CommuneKind::Phuong, Words::new("phường", "phường (ward)")),
    Choice::new("thi-tran", CommuneKind::ThiTran, Words::new("thị trấn", "thị trấn (township)")),
];

const PAGE: Page = Page {
    name: "new-commune",
    about: Words::new(
        "Thêm một xã, phường, thị trấn theo tên, lấy loại và mã trong danh sách của tỉnh",
        "Add a commune by its name, with its kind and code from the list of the province",
    ),
    usage: Words::new("[TÙY CHỌN] <TÊN>", "[OPTIONS] <NAME>"),
    notes: Words::new(
        "Danh sách: 161 xã, phường, thị trấn của tỉnh cuối năm 2016. Tên ghi có dấu hay không dấu đều được.\n\
         Xã lập sau đó, không có trong danh sách: thêm --kind.\n\n\
         Mã thoát:\n  0  đã ghi, hoặc đã in (--dry-run)\n  2  không ghi\n  3  không có sổ dữ liệu hoặc huyện",
        "The list: the 161 communes of the province at the end of 2016, found without marks too.\n\
         For a commune that came later and is not in the list add --kind.\n\n\
         Exit codes:\n  0  written, or shown (--dry-run)\n  2  not written\n  3  no register, or no district",
    ),
    examples: &[
        Example {
            line: "chibo new-commune \"xuan quan\"",
            what: Words::new("xã Xuân Quan, huyện Văn Giang", "Xuân Quan, in Văn Giang"),
        },
        Example {
            line: "chibo new-commune \"Mễ Sở\" --villages \"Thôn Mễ Sở,Thôn Phú Thị\"",
            what: Words::new("kèm các thôn", "with its villages"),
        },
        Example {
            line: "chibo new-commune \"Tân Lập Mới\" --in yen-my --kind xa",
            what: Words::new("xã không có trong danh sách", "a commune that the list lacks"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::NewCommune(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const NAME: Words = Words::new("tên xã, phường, thị trấn", "the commune's name");
    const IN: Words = Words::new(
        "huyện: đường dẫn hoặc tên; cần khi hai huyện có xã trùng tên",
        "the district, by path or name; needed where two have the name",
    );
    const KIND: Words = Words::new("loại:", "kind:");
    const ID: Words =
        Words::new("tên thư mục; không có thì lấy theo tên xã", "name of its directory; else made of the name");
    const VILLAGES: Words = Words::new("tên các thôn, khu phố", "names of its villages");
    PAGE.command(lang)
        .arg(values::said(positional("name", Words::new("TÊN", "NAME"), NAME, lang), lang).required(true))
        .arg(values::said(option("in", Words::new("HUYỆN", "DISTRICT"), IN, lang), lang))
        .arg(limited(option("kind", Words::new("LOẠI", "KIND"), KIND, lang), KINDS, lang))
        .arg(
            option("id", Words::new("MÃ", "ID"), ID, lang).value_parser(move |v: &str| values::directory_name(v, lang)),
        )
        .arg(values::list(option("villages", Words::new("TÊN,...", "NAME,..."), VILLAGES, lang), lang))
        .arg(values::dry_run(lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<NewCommuneArgs, String> {
    let text = |id: &str| matches.get_one::<String>(id).cloned();
    Ok(NewCommuneArgs {
        name: text("name").ok_or_else(|| say!(lang, "thiếu TÊN", "NAME is missing"))?,
        district: text("in"),
        kind: chosen(matches, "kind", KINDS),
        id: text("id"),
        villages: values::many(matches, "villages"),
        dry_run: matches.get_flag("dry-run"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::run;

    #[test]
    fn a_commune_has_a_name_and_what_is_told_of_it() {
        let line = "new-commune \"Tân Lập\" --in yen-my --kind thi-tran --id tan-lap-moi --villages \"Thôn 1,Thôn 2\" --dry-run";
        let expected = NewCommuneArgs {
            name: "Tân Lập".to_owned(),
            district: Some("yen-my".to_owned()),
            kind: Some(CommuneKind::ThiTran),
            id: Some("tan-lap-moi".to_owned()),
            villages: vec!["Thôn 1".to_owned(), "Thôn 2".to_owned()],
            dry_run: true,
        };
        assert_eq!(run(line), Cli::NewCommune(expected));
    }
}
