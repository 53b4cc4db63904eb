//! The canonical form of a CSV record: comma, LF, ISO dates, normal form C, columns in the record's order, rows in that
//! of their ids and days, quotes where they are needed. It is written of files in which nothing was found wrong.

use crate::{
    date::Month,
    parse::{
        CellForm, FieldDoc, Problems,
        csv_dates::Dates,
        csv_reader::{delimiter, raw_rows},
        csv_rows::RawRow,
    },
    text::nfc,
};

/// The columns by which rows are ordered first, whichever of them a record has; then those that break a tie.
pub(crate) const OWNERS: [&str; 3] = ["id", "member", "village"];
pub(crate) const DAYS: [&str; 2] = ["from", "date"];

/// Writes a file anew; `fields` are those of its record.
pub(crate) fn canonical(problems: &Problems<'_>, fields: &'static [FieldDoc]) -> String {
    let text = &*problems.source.text;
    let delimiter = delimiter(text);
    let raw = raw_rows(text, delimiter);
    let mut rows = raw.iter();
    let Some(header) = rows.next() else { return String::new() };
    let dates = Dates::of(rows.clone(), delimiter, problems);
    let place = |field: &FieldDoc| header.cells.iter().position(|name| name == field.key);
    let columns: Vec<(&FieldDoc, usize)> =
        fields.iter().filter_map(|field| place(field).map(|place| (field, place))).collect();
    let key = |names: &[&str]| names.iter().find_map(|name| columns.iter().position(|(field, _)| field.key == *name));
    let (owner, day) = (key(&OWNERS), key(&DAYS));

    let row = |row: RawRow<'_, '_>| -> Vec<String> {
        let cells =
            columns.iter().map(|(field, place)| cell(row.cells.get(*place).map_or("", |cell| cell), field, &dates));
        cells.collect()
    };
    let mut written: Vec<Vec<String>> = rows.map(row).collect();
    let at = |row: &Vec<String>, column: Option<usize>| column.map(|column| row[column].clone());
    written.sort_by_cached_key(|row| (at(row, owner), at(row, day)));

    let header: Vec<String> = columns.iter().map(|(field, _)| field.key.to_owned()).collect();
    std::iter::once(header).chain(written).map(|cells| line(&cells, b',') + "\n").collect()
}

fn cell(text: &str, field: &FieldDoc, dates: &Dates) -> String {
    let month = || Month::parse(text).map(Month::iso);
    let told = match field.cell {
        CellForm::AsWritten => None,
        CellForm::Date => dates.iso(text).ok().flatten(),
        CellForm::PartialDate => dates.iso(text).ok().flatten().or_else(month),
        CellForm::Month => month(),
        CellForm::Number => crate::date::digits(text).map(|number| number.to_string()),
    };
    told.unwrap_or_else(|| nfc(text).replace("\r\n", "\n"))
}

/// A row without its line's end.
pub(crate) fn line(cells: &[String], delimiter: u8) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| quoted(cell, delimiter)).collect();
    cells.join(char::from(delimiter).encode_utf8(&mut [0; 4]))
}

/// A cell, in quotes where it could be taken for something else without them.
pub(crate) fn quoted(cell: &str, delimiter: u8) -> String {
    let needs = cell.bytes().any(|byte| byte == delimiter || matches!(byte, b'"' | b'\n' | b'\r'));
    if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        lang::Lang,
        parse::Described,
        records::{briefing::BriefingRow, member::MemberRow, name::NameRow, village_year::VillageYearRow},
        source::Source,
    };

    fn form<T: Described>(text: &str) -> String {
        let source = Source::new("a.csv", text.to_owned());
        canonical(&Problems::new(Lang::En, &source), T::FIELDS)
    }

    #[test]
    fn columns_rows_and_dates_have_one_order_and_form() {
        let excel =
            "from;id;official;admitted\r\n01/07/2018;dv02;;T3/2018\r\n;;;\r\n;dv02;2/1990;1989\r\n;dv01;;3/5/1989\r\n";
        // Without a proof of its order no reader believes 3/5/1989; nobody writes such a file anew.
        let proven = excel.replace("3/5/1989", "13/5/1989");
        assert_eq!(
            form::<MemberRow<'_>>(&proven),
            "id,admitted,official,from\ndv01,1989-05-13,,\ndv02,1989,1990-02,\ndv02,2018-03,,2018-07-01\n"
        );
    }

    #[test]
    fn a_text_that_looks_like_a_date_stays() {
        let text = "date,month,topics\n5/12/2018,T1/2019,\"13/12/2018\r\nhọp, \"\"bàn\"\"\"\n26/11/2018,, e\u{302} ;\n";
        assert_eq!(
            form::<BriefingRow<'_>>(text),
            "date,month,topics\n2018-11-26,,ê ;\n2018-12-05,2019-01,\"13/12/2018\nhọp, \"\"bàn\"\"\"\n"
        );
    }

    #[test]
    fn numbers_have_no_leading_zeros_and_names_no_needless_quotes() {
        assert_eq!(form::<VillageYearRow<'_>>("village\thot_spots\nthon-1\t02\n"), "village,hot_spots\nthon-1,2\n");
        assert_eq!(form::<NameRow<'_>>("\"name\",\"id\"\n\" Lê Văn B \",\"dv01\""), "id,name\ndv01,Lê Văn B\n");
        assert_eq!(form::<NameRow<'_>>("\n\n"), "");
    }
}
