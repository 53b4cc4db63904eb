//! chibo.toml: what a register says of itself, and every setting with its default, waiting to be changed.

use super::wish::Wish;
use crate::{
    lang::{Lang, say},
    parse::{Described, Vocabulary},
    records::settings::SettingsFile,
    settings::{Setting, defaults},
    text::toml_string,
};

/// Ends with a line break.
pub(super) fn text(wish: &Wish, lang: Lang) -> String {
    let (level, name) = (wish.level().word(), toml_string(wish.name()));
    let code = match lang {
        Lang::Vi => "vi",
        Lang::En => "en",
    };
    let mut text = say!(
        lang,
        "# Thiết lập của sổ dữ liệu. Dòng có dấu # ở đầu là giá trị mặc định: muốn khác thì xóa dấu # rồi sửa.\n",
        "# The settings of the register. A line that begins with # is the default: to change it, delete the # and mend it.\n"
    );
    text += &format!("\nformat = 1\nlevel = \"{level}\"\nname = {name}\n");
    text += &format!("# {}: vi, en\nlanguage = \"{code}\"\n", doc(&["language"], lang));
    let settings = defaults(wish.from, lang);
    for table in settings.chunk_by(|setting, next| setting.table == next.table) {
        let Some(first) = table.first() else { continue };
        text += &format!("\n# {}\n[{}]\n", doc(&[first.table], lang), first.table);
        if first.table == "records" {
            text += &format!("# {}\nfrom = {}\n", doc(&["records", "from"], lang), wish.from);
        }
        table.iter().for_each(|setting| text += &line(setting, lang));
    }
    text
}

/// A setting with what it means.
fn line(setting: &Setting, lang: Lang) -> String {
    let Setting { table, key, value, title } = setting;
    if title.is_empty() {
        format!("# {}\n#{key} = {value}\n", doc(&[table, key], lang))
    } else {
        format!("#{key} = {value}  # {title}\n")
    }
}

/// What the record says of a key.
fn doc(path: &[&str], lang: Lang) -> String {
    let [table, keys @ ..] = path else { return String::new() };
    let Some(field) = SettingsFile::FIELDS.iter().find(|field| field.key == *table) else { return String::new() };
    match keys {
        [] => field.doc.of(lang).to_owned(),
        [key, ..] => {
            let schema = (field.schema)(lang);
            schema["properties"][*key]["description"].as_str().unwrap_or_default().to_owned()
        }
    }
}

#[cfg(test)]
mod tests;
