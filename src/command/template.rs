//! Filling the commented forms of data-templates. A form is a text of blocks, each under a line `#: name`; `<value>` in
//! it stands for what is known when it is filled. A line that is nothing but a value goes where the value is empty.

use crate::lang::Lang;

const MARK: &str = "#: ";

/// The values of a block, by name.
pub(super) type Values<'v> = [(&'v str, &'v str)];

/// A form in one language.
#[derive(Clone, Copy)]
pub(super) struct Form(&'static str);

/// A form in both languages, which differ in their words only.
pub(super) struct Forms {
    vi: &'static str,
    en: &'static str,
}

/// A form of data-templates by its name.
macro_rules! forms {
    ($name:literal, $extension:literal) => {
        $crate::command::template::Forms::new(
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data-templates/", $name, ".vi.", $extension)),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data-templates/", $name, ".en.", $extension)),
        )
    };
}
pub(super) use forms;

pub(super) static MEETING: Forms = forms!("meeting", "toml");

impl Forms {
    pub(super) const fn new(vi: &'static str, en: &'static str) -> Self {
        Self { vi, en }
    }

    pub(super) const fn of(&self, lang: Lang) -> Form {
        match lang {
            Lang::Vi => Form(self.vi),
            Lang::En => Form(self.en),
        }
    }
}

impl Form {
    /// A filled block, without a line break at its end.
    pub(super) fn fill(self, block: &str, values: &Values<'_>) -> String {
        let lines = self.block(block).filter_map(|line| match name(line) {
            None => Some(fill_line(line, values)),
            Some(name) => value(name, values).filter(|value| !value.is_empty()).map(str::to_owned),
        });
        lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
    }

    fn block(self, name: &str) -> impl Iterator<Item = &'static str> {
        let mut lines = self.0.lines();
        lines.by_ref().find(|line| line.strip_prefix(MARK) == Some(name));
        lines.take_while(|line| !line.starts_with(MARK))
    }
}

/// The value that a line consists of.
fn name(line: &str) -> Option<&str> {
    line.strip_prefix('<')?.strip_suffix('>').filter(|name| !name.contains('<'))
}

/// One pass, so that a value that looks like a name stays as it is.
fn fill_line(line: &str, values: &Values<'_>) -> String {
    let mut filled = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, (name, after))) =
        rest.split_once('<').and_then(|(before, after)| Some((before, after.split_once('>')?)))
    {
        filled.push_str(before);
        filled.push_str(value(name, values).unwrap_or_default());
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn value<'v>(name: &str, values: &Values<'v>) -> Option<&'v str> {
    values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests;
