//! What one row of a list of village heads and deputies says.

use crate::{
    command::import::{
        compare::arrow,
        members::{is_blank, within},
    },
    date::{self, Date, PartialDate},
    import::{
        column::{Column, key},
        reshape::things,
        table::{Row, Table},
    },
    lang::{Lang, say},
    parse::Vocabulary,
    records::official::{Post, PostHow},
    register::Commune,
    text::{fold, plain},
};

#[derive(Debug)]
pub(super) struct Read {
    pub(super) village: String,
    pub(super) post: Post,
    pub(super) from: Date,
    pub(super) until: Option<Date>,
    pub(super) how: PostHow,
    /// Whether the source says how; a deputy is recognised without its saying so.
    pub(super) says_how: bool,
    pub(super) party_since: Option<PartialDate>,
}

impl Read {
    pub(super) fn of(found: &Table<'_>, row: Row, commune: &Commune<'_>, lang: Lang) -> Result<Self, String> {
        let things = found.cell(row, Column::Name).map_or(1, things);
        if things > 1 {
            return Err(say!(
                lang,
                "ô họ tên có {things} phần; ghi mỗi người một dòng, ngày sinh và chức vụ ở cột khác (tên khai sinh thì để trong ngoặc)",
                "the cell of the name holds {things} things; give each person a row, and days of birth and posts a column (a name of birth goes in brackets)"
            ));
        }
        let village = village(&found.text(row, Column::Village), commune, lang)?;
        let post = post(&found.text(row, Column::Post), lang)?;
        let day = |column| {
            let cell = found.cell(row, column).filter(|cell| !is_blank(cell));
            cell.map(|cell| within(found.dates, cell, lang)).transpose()
        };
        let (elected, recognised) = (day(Column::Elected)?, day(Column::Recognised)?);
        let from = day(Column::From)?.or(elected).or(recognised).ok_or_else(|| {
            say!(
                lang,
                "thiếu ngày giữ chức: từ ngày, ngày bầu hoặc ngày công nhận",
                "the day of taking the post is missing"
            )
        })?;
        let said = found.text(row, Column::How);
        let said_how = match key(&said).as_str() {
            "" if elected.is_some() => Some(PostHow::Elected),
            "" if recognised.is_some() => Some(PostHow::Recognised),
            "" => None,
            _ => Some(how(&said, lang)?),
        };
        let how = said_how.or((post == Post::Deputy).then_some(PostHow::Recognised)).ok_or_else(|| {
            say!(
                lang,
                "chưa rõ bầu, công nhận hay lâm thời; thêm cột Hình thức",
                "elected, recognised or interim is not said; add a column Hình thức"
            )
        })?;
        let party_since = party_since(found, row, lang)?;
        Ok(Self { village, post, from, until: day(Column::Until)?, how, says_how: said_how.is_some(), party_since })
    }

    pub(super) fn say(&self, lang: Lang) -> String {
        let (post, how, from) = (self.post.label().of(lang), self.how.label().of(lang), date::show(self.from, lang));
        let village = &self.village;
        let since = self.party_since.map(|since| since.show(lang));
        let since = since.map(|since| format!("; {}", arrow("party_since", None, &since, lang))).unwrap_or_default();
        say!(lang, "{post} {village} từ {from} ({how}){since}", "{post} of {village} from {from} ({how}){since}")
    }
}

/// A village by its id or name.
fn village(said: &str, commune: &Commune<'_>, lang: Lang) -> Result<String, String> {
    if said.is_empty() {
        return Err(say!(lang, "không ghi thôn nào", "it names no village"));
    }
    // A number alone is the number of a village.
    let names = [said.to_owned(), format!("Thôn {said}"), format!("Khu phố {said}")];
    let rows = || commune.villages.rows.iter();
    let ids = |is_it: &dyn Fn(&str, &str) -> bool| -> Vec<String> {
        let mut ids: Vec<String> =
            rows().filter(|row| is_it(&row.id, &row.name)).map(|row| row.id.to_string()).collect();
        ids.dedup();
        ids
    };
    let by_id = ids(&|id, _| id == said);
    let by_name = ids(&|_, name| names.iter().any(|said| fold(said) == fold(name)));
    let by_letters = ids(&|id, name| names.iter().any(|said| plain(said) == plain(name) || plain(said) == id));
    for found in [by_id, by_name, by_letters] {
        match found.as_slice() {
            [] => {}
            [id] => return Ok(id.clone()),
            several => {
                let ids = several.join(", ");
                return Err(say!(
                    lang,
                    "nhiều thôn tên này: {ids}; ghi mã thôn",
                    "several villages: {ids}; write the id"
                ));
            }
        }
    }
    Err(say!(lang, "không có thôn `{said}` trong villages.csv", "there is no village `{said}` in villages.csv"))
}

fn post(said: &str, lang: Lang) -> Result<Post, String> {
    // Others are heads too, of the Front's committee for one.
    const HEADS: [&str; 7] = [
        "truong thon",
        "truong khu pho",
        "truong xom",
        "truong",
        "to truong",
        "to truong dan pho",
        "to truong to dan pho",
    ];
    let key = key(said);
    let deputy = key.strip_prefix("pho").map(str::trim_start);
    match Post::from_word(said) {
        Some(post) => Ok(post),
        None if HEADS.contains(&key.as_str()) => Ok(Post::Head),
        None if deputy.is_some_and(|of| HEADS.contains(&of) || matches!(of, "" | "thon" | "khu pho")) => {
            Ok(Post::Deputy)
        }
        None => Err(say!(
            lang,
            "chức danh `{said}`: cần trưởng thôn hoặc phó trưởng thôn",
            "the post `{said}`: give trưởng thôn or phó trưởng thôn"
        )),
    }
}

fn how(said: &str, lang: Lang) -> Result<PostHow, String> {
    let key = key(said);
    match PostHow::from_word(said) {
        Some(how) => Ok(how),
        None if key.contains("lam thoi") => Ok(PostHow::Interim),
        None if key.contains("bau") => Ok(PostHow::Elected),
        None if key.contains("cong nhan") => Ok(PostHow::Recognised),
        None => Err(say!(
            lang,
            "hình thức `{said}`: cần bầu, công nhận hoặc lâm thời",
            "`{said}`: give elected, recognised or interim"
        )),
    }
}

fn party_since(found: &Table<'_>, row: Row, lang: Lang) -> Result<Option<PartialDate>, String> {
    let Some(cell) = found.cell(row, Column::PartySince).filter(|cell| !is_blank(cell)) else { return Ok(None) };
    let said = key(&cell.show(lang));
    if matches!(said.as_str(), "chua" | "khong" | "k" | "0" | "chua vao" | "khong phai" | "no") {
        return Ok(None);
    }
    found.dates.partial(cell).map(Some).map_err(|why| match said.as_str() {
        "x" | "co" | "dang vien" | "yes" | "1" => {
            say!(lang, "là đảng viên thì cần ngày (hoặc năm) vào Đảng", "a member needs the day (or year) of admission")
        }
        _ => why.explain(&cell.show(lang), lang),
    })
}
