//! The sheet of lists, from which boxes let choose. Nobody sees it.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::{
    date::{Month, ymd},
    form::{
        kind::{HELD, Kind, NO, NOT_HELD, Shown, YES},
        list::LISTS,
        model::{Form, Named},
    },
};

pub(super) const SHEET: &str = "chibo-lists";

pub(super) struct Lists {
    columns: Vec<(&'static str, Vec<Shown>)>,
}

impl Lists {
    pub(super) fn of(form: &Form) -> Self {
        let (lang, year) = (form.lang, form.made.year);
        let text = |text: &str| Shown::Text(text.to_owned());
        let mut columns: Vec<(&'static str, Vec<Shown>)> = LISTS
            .iter()
            .map(|list| {
                let words = (list.of_year)(year).into_iter();
                (list.id, words.map(|(word, label)| text(if list.bare { word } else { label.of(lang) })).collect())
            })
            .collect();
        columns.push(("yes-no", vec![text(YES.of(lang)), text(NO.of(lang))]));
        columns.push(("parts", vec![text(HELD.of(lang)), text(NOT_HELD.of(lang))]));
        let months = std::iter::once(ymd(year - 1, 12, 1))
            .chain((1..=12).map(|month| ymd(year, month, 1)))
            .chain([ymd(year + 1, 1, 1)]);
        let months = months.map(|day| Kind::Month.shown(&Month::of(day).iso(), lang, |_| None));
        columns.push(("months", months.collect()));
        let person = |who: &Named| Kind::Member.shown(&who.id, lang, |_| who.name.as_deref());
        columns.push(("members", form.members.iter().map(|member| person(&member.who)).collect()));
        columns.push(("officials", form.officials.iter().map(person).collect()));
        let number = |number: usize| Shown::Number(u32::try_from(number).unwrap_or(u32::MAX));
        columns.push(("meetings", (1..=form.meetings.len()).map(number).collect()));
        columns.push(("quarters", (1..=4).map(number).collect()));
        Self { columns }
    }

    /// The cells of a list, as a formula; `None` where the box of a kind has none, or nothing stands in it.
    pub(super) fn range(&self, kind: Kind) -> Option<String> {
        let id = match kind {
            Kind::Word(list) => list.id,
            Kind::Bool | Kind::YesNo => "yes-no",
            Kind::Part => "parts",
            Kind::Month => "months",
            Kind::Member => "members",
            Kind::Official => "officials",
            Kind::Meeting => "meetings",
            Kind::Quarter => "quarters",
            Kind::Text | Kind::Date | Kind::Time | Kind::Count => return None,
        };
        let (column, (_, words)) = self.columns.iter().enumerate().find(|(_, (known, _))| *known == id)?;
        let letter = char::from(b'A' + u8::try_from(column).ok()?);
        (!words.is_empty()).then(|| format!("='{SHEET}'!${letter}$1:${letter}${}", words.len()))
    }

    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(SHEET)?.set_very_hidden(true);
        for ((_, words), column) in self.columns.iter().zip(0..) {
            for (word, row) in words.iter().zip(0..) {
                match word {
                    Shown::Number(number) => sheet.write_number(row, column, *number)?,
                    Shown::Text(text) => sheet.write_string(row, column, text)?,
                    Shown::Nothing | Shown::Day(_) | Shown::Time(_) => continue,
                };
            }
        }
        Ok(())
    }
}
