use std::{collections::BTreeMap, ops::Range, sync::Arc};

use crate::{
    finding::{Place, Report},
    lang::say,
    records::name::NameRow,
    register::{Commune, Table},
    rules::{Check, Cites, rule},
    source::{At, Source},
    text::{fold, words},
};

rule! {
    /// vi: Trong văn bản của sổ, một người được ghi bằng mã, không bằng tên.
    /// en: In the register's texts a person goes by an id, not by a name.
    ///
    /// vi: Ai là đảng viên là dữ liệu cá nhân nhạy cảm, và tên đã vào lịch sử git thì không xóa đi được. Viết @dv07: biên bản in
    /// ra có tên, tệp thì không. Chỉ xét trên máy có names.csv; mọi chữ trong tệp đều xét, cả lời ghi chú. Tên phải có từ hai
    /// chữ trở lên, không phân biệt hoa thường và chỗ đặt dấu; tên hai chữ thì trong văn bản phải viết hoa.
    /// en: Who is a Party member is sensitive personal data, and a name in the history of git cannot be taken out. Write @dv07:
    /// printed minutes have the name, the file has not. Looked at only where names.csv is; every word of a file is looked at,
    /// comments too. A name has two words or more, in capitals or not, with the tone mark on either vowel; a name of two words
    /// must have its capitals in the text.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/names.csv
    /// id,name
    /// dv01,Nguyễn Văn Thuỷ
    /// dv02,Trần Hòa
    /// ```
    /// ```csv names.csv
    /// id,name
    /// tt02,Đỗ Thị Hoà Bình
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    /// # Trần Hoà về sớm
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "p"
    ///
    /// [content]
    /// discussion = "Đ/c NGUYỄN VĂN THỦY nêu việc thu quỹ; nguyễn văn thủy và đỗ thị hòa bình cùng làm."
    /// ```
    /// ```toml chi-bo-thon-2/2018/year.toml
    /// leadership_resolution = { number = "01-NQ/CB (Nguyễn Văn Thủy ký)", date = 2018-01-05 }
    /// ```
    /// ```csv 2018/villages.csv
    /// village,head_successors,deputy_successors,hot_spots,mass_complaints
    /// thon-1,2,1,0,0
    /// thon-2,1,1,0,0
    /// ```
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-05-05
    /// briefings = "monthly"
    /// reviews = [{ date = 2018-04-10, result = "Tốt; Đỗ Thị Hòa Bình dự" }]
    ///
    /// [approval]
    /// party_committee = { number = "21-QĐ/ĐU", date = 2017-04-20 }
    /// peoples_committee = { number = "35/QĐ-UBND", date = 2017-04-21 }
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:8:48: cảnh báo[name-in-text] tên của `tt02` nằm trong văn bản
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:3:3: cảnh báo[name-in-text] tên của `dv02` nằm trong văn bản
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:11:19: cảnh báo[name-in-text] tên của `dv01` nằm trong văn bản
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:11:72: cảnh báo[name-in-text] tên của `tt02` nằm trong văn bản
    /// chi-bo-thon-2/2018/year.toml:1:47: cảnh báo[name-in-text] tên của `dv01` nằm trong văn bản
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:8:48: warning[name-in-text] the name of `tt02` stands in the text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:3:3: warning[name-in-text] the name of `dv02` stands in the text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:11:19: warning[name-in-text] the name of `dv01` stands in the text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:11:72: warning[name-in-text] the name of `tt02` stands in the text
    /// chi-bo-thon-2/2018/year.toml:1:47: warning[name-in-text] the name of `dv01` stands in the text
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/names.csv
    /// id,name
    /// dv01,Nguyễn Văn Thuỷ
    /// dv02,Trần Hòa
    /// dv04,Hoa
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "p"
    ///
    /// [content]
    /// discussion = "@dv01 nêu việc; Nguyễn Văn Thúy và Nguyễn Văn, Thủy không phải đảng viên; trần hòa, Hoa, Trần Hòan."
    /// ```
    "name-in-text", Warning,
    Cites::regulation(
        "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26/6/2025",
        "the Personal Data Protection Law 91/2025/QH15 of 2025-06-26"
    ),
    Check::Commune(check)
}

/// A name in words, folded, and whose it is.
struct Name<'n> {
    words: Vec<String>,
    unit: &'n Arc<str>,
    id: &'n str,
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let mut names: BTreeMap<String, Vec<Name<'_>>> = BTreeMap::new();
    let tables = commune.cells.iter().map(|cell| (&cell.unit, &cell.names));
    for (unit, table) in tables.chain([(&commune.unit, &commune.names)]) {
        add(unit, table, &mut names);
    }
    if names.is_empty() {
        return;
    }
    for cell in &commune.cells {
        cell.texts.iter().for_each(|text| look(text, &cell.unit, &names, report));
    }
    commune.texts.iter().for_each(|text| look(text, &commune.unit, &names, report));
}

/// One word alone may be any word: Hoa, Bình, Thôn.
fn add<'n>(unit: &'n Arc<str>, table: &'n Table<'_, NameRow<'_>>, names: &mut BTreeMap<String, Vec<Name<'n>>>) {
    for row in &table.rows {
        let words: Vec<String> = words(&row.name).map(|(_, word)| fold(word)).collect();
        if let [first, _, ..] = &words[..] {
            names.entry(first.clone()).or_default().push(Name { words, unit, id: &row.id });
        }
    }
}

fn look(source: &Source, unit: &Arc<str>, names: &BTreeMap<String, Vec<Name<'_>>>, report: &mut Report<'_>) {
    let text = &source.text;
    let said: Vec<(Range<usize>, String)> = words(text).map(|(at, word)| (at, fold(word))).collect();
    let mut told: Vec<&Name<'_>> = Vec::new();
    for (index, (_, first)) in said.iter().enumerate() {
        for name in names.get(first).into_iter().flatten() {
            let Some(found) = said.get(index..index + name.words.len()) else { continue };
            if !found.iter().map(|(_, word)| word).eq(&name.words) || !is_one_phrase(text, found) {
                continue;
            }
            // A person is told once a file, under the first id of that name.
            if told.iter().any(|other| other.words == name.words) {
                continue;
            }
            told.push(name);
            let (lang, id) = (report.ctx.lang, name.id);
            let message = say!(lang, "tên của `{id}` nằm trong văn bản", "the name of `{id}` stands in the text");
            let remedy = if name.unit == unit {
                say!(lang, "viết @{id} thay cho tên", "write @{id} instead of the name")
            } else {
                say!(lang, "bỏ tên, ghi chức vụ hoặc mã", "leave the name out; write the post or the id")
            };
            let last = found.last().map_or(0, |(at, _)| at.end);
            let place = Place::in_source(source, At::bytes(said[index].0.start..last));
            report.add(&RULE, unit, place, message).remedy(remedy);
        }
    }
}

/// Whether only blanks stand between the words. Two words that are no name, such as “hòa bình”, have no capitals.
fn is_one_phrase(text: &str, found: &[(Range<usize>, String)]) -> bool {
    let is_close = found.windows(2).all(|pair| text[pair[0].0.end..pair[1].0.start].trim().is_empty());
    let has_capitals = found.iter().all(|(at, _)| text[at.clone()].starts_with(char::is_uppercase));
    is_close && (found.len() > 2 || has_capitals)
}
