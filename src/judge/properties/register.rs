//! Random registers: a small district, some of its records broken on purpose.

use std::fmt::Write;

use super::choices::Choices;
use crate::date::{Date, ymd};

/// The files of a register: path and bytes.
pub(super) type Files = Vec<(String, Vec<u8>)>;

/// A register, and the day as of which it is looked at.
pub(super) fn register(choices: &mut Choices<'_>) -> (Files, Date) {
    let mut files = Files::new();
    let as_of = choices.of(&[ymd(2019, 12, 31), ymd(2018, 12, 31), ymd(2018, 4, 10), ymd(2018, 7, 9), ymd(2021, 2, 1)]);
    files.push(("chibo.toml".to_owned(), settings(choices).into_bytes()));
    let mut text = "name = \"Văn Giang\"\nkind = \"huyện\"\n".to_owned();
    text += choices.of(&["plan = { number = \"1\" }\n", "", "plan = { date = 2019-01-01 }\n"]);
    text += &choices.line("rolled_out");
    add(&mut files, choices, "district.toml", text);
    let text = choices.line("conference");
    add(&mut files, choices, "2018/year.toml", text);
    for commune in 0..=choices.below(2) {
        self::commune(&mut files, choices, &format!("xa-{commune}"));
    }
    (files, as_of)
}

/// Adds a record, one in some thirty of them broken.
fn add(files: &mut Files, choices: &mut Choices<'_>, path: &str, text: String) {
    let bytes = match choices.below(128) {
        124 => b"=\n".to_vec(),
        125 => text.as_bytes()[..text.len() / 2].to_vec(),
        126 => format!("unheard_of = 1\n{text}").into_bytes(),
        127 => b"\xFF\x00\xC0".to_vec(),
        _ => text.into_bytes(),
    };
    files.push((path.to_owned(), bytes));
}

fn settings(choices: &mut Choices<'_>) -> String {
    let mut text = "format = 1\nlevel = \"district\"\nname = \"Văn Giang\"\n".to_owned();
    let from = choices.of(&["2017-01-01", "2018-01-01", "2018-01-02"]);
    let until = choices.of(&["2020-12-31", "2018-12-31", "2018-06-30"]);
    let _ = write!(text, "[records]\nfrom = {from}\nuntil = {until}\ngrace_days = {}\n", choices.of(&[10, 0, 40]));
    if choices.one_in(3) {
        text.push_str("[plan]\nfrom = 2017-01-01\nuntil = 2018-12-31\n");
    }
    if choices.one_in(3) {
        text.push_str(choices.of(&[
            "[goals]\nattendance = 50\n",
            "[goals]\nmonthly-meeting = 40\n\"task-assignment\" = 60\n",
            "[goals]\nagreement-in-force-village = 0\nexcellent-cap = 0\ngood-members = 100\n",
        ]));
    }
    if choices.one_in(3) {
        text.push_str("[deadlines]\nleadership-resolution = \"03-31\"\n");
    }
    if choices.one_in(3) {
        text.push_str(
            "[levels]\nworking-regulations = \"off\"\nattendance-by-cell = \"error\"\nexcellent-cap = \"off\"\n",
        );
    }
    if choices.one_in(3) {
        text.push_str("[counting]\nexcused_in_base = false\nexcellent_base = \"good-or-better\"\ndual_post_villages = \"count\"\n");
    }
    text
}

fn commune(files: &mut Files, choices: &mut Choices<'_>, id: &str) {
    let resolution = choices.of(&["resolution = { number = \"1\" }\n", ""]);
    add(files, choices, &format!("{id}/commune.toml"), format!("name = \"{id}\"\nkind = \"xã\"\n{resolution}"));
    for year in 2017..2019 {
        commune_year(files, choices, &format!("{id}/{year}"));
    }
    let mut villages = "id,name,kind,from,until,section,rules_among_cells\n".to_owned();
    let mut officials = "id,village,role,from,until,how,party_since,cell,member,mentor\n".to_owned();
    for village in 0..=choices.below(3) {
        let kind = choices.mostly(&["thon"], "xóm");
        let (from, until, rules) = (choices.cell_day(), choices.cell_day(), choices.cell_day());
        let section = choices.of(&["", "", "bp-1"]);
        let _ = writeln!(villages, "thon-{village},Thôn {village},{kind},{from},{until},{section},{rules}");
        for official in 0..choices.below(4) {
            let role = choices.mostly(&["head", "head", "deputy"], "trưởng");
            let since = choices.mostly(&["2001", "", "2018-12", "2019-01-01"], "?");
            let link = choices.of(&["cell-0,m0", ",", "cell-1,m1", "cell-1,m0"]);
            let (from, until) = (choices.day(), choices.cell_day());
            let how = choices.of(&["elected", "elected", "interim"]);
            let mentor = choices.mostly(&["", "cell-0/m0", "cell-1/m1"], "m0");
            let _ = writeln!(
                officials,
                "o{village}{official},thon-{village},{role},{from},{until},{how},{since},{link},{mentor}"
            );
        }
    }
    add(files, choices, &format!("{id}/villages.csv"), villages);
    add(files, choices, &format!("{id}/officials.csv"), officials);
    for _ in 0..choices.below(4) {
        agreement(files, choices, id);
    }
    for cell in 0..=choices.below(3) {
        self::cell(files, choices, &format!("{id}/cell-{cell}"));
    }
}

fn commune_year(files: &mut Files, choices: &mut Choices<'_>, id: &str) {
    let mut text = choices.line("conference") + &choices.line("report");
    for _ in 0..choices.below(3) {
        let audience = choices.mostly(&["\"committee\", \"head\", \"deputy\"", "\"head\""], "1");
        let _ = write!(text, "[[training]]\ndate = {}\naudience = [{audience}]\n", choices.day());
    }
    add(files, choices, &format!("{id}/year.toml"), text);
    let mut rows = "village,head_successors,deputy_successors,hot_spots,mass_complaints\n".to_owned();
    for village in 0..choices.below(4) {
        let _ = write!(rows, "thon-{village}");
        for often in ["1", "1", "0", "0"] {
            let _ = write!(rows, ",{}", choices.mostly(&[often, often, often, "", "0", "1"], "?"));
        }
        rows.push('\n');
    }
    add(files, choices, &format!("{id}/villages.csv"), rows);
}

fn agreement(files: &mut Files, choices: &mut Choices<'_>, commune: &str) {
    let (village, signed) = (choices.below(3), choices.day());
    let path = format!("{commune}/agreements/thon-{village}-{signed}.toml");
    if files.iter().any(|(other, _)| *other == path) {
        return;
    }
    let cells = choices.mostly(&["\"cell-0\"", "\"cell-1\"", "\"cell-0\", \"cell-1\""], "\"cell-9\", 1");
    let mut text = format!(
        "village = \"thon-{village}\"\ncells = [{cells}]\nsigned = {signed}\nsecretaries = []\nhead = \"o00\"\n"
    );
    text += &choices.line("rolled_out");
    text += &choices.line("ended");
    text += "[approval]\n";
    for body in ["party_committee", "peoples_committee"] {
        if !choices.one_in(5) {
            let _ = writeln!(text, "{body} = {{ date = {} }}", choices.day());
        }
    }
    text += choices.of(&["", "[reporting]\nevery = \"tháng\"\n", "[reporting]\n"]);
    add(files, choices, &path, text);
}

fn cell(files: &mut Files, choices: &mut Choices<'_>, id: &str) {
    let kind = choices.of(&["village", "village", "village", "school"]);
    let mut text = format!("name = \"{id}\"\nkind = \"{kind}\"\nvillages = [\"thon-{}\"]\n", choices.of(&[0, 0, 1, 2]));
    text += &choices.line("founded");
    text += &choices.line("dissolved");
    text += choices.of(&["", "section = \"bp-1\"\n"]);
    for _ in 0..choices.below(3) {
        let _ = write!(text, "[[terms]]\ncongress = {}\n", choices.day());
        text += choices.of(&[
            "resolution = { number = \"1\" }\n",
            "resolution = { number = \"1\" }\n",
            "",
            "resolution = { date = 2019-01-01 }\n",
        ]);
        text += &choices.line("working_regulations");
        text += &choices.line("inspection_programme");
    }
    add(files, choices, &format!("{id}/cell.toml"), text);
    let members = 1 + choices.below(4);
    let (mut roster, mut statuses) =
        ("id,admitted,official,from,until,temporary\n".to_owned(), "member,status,from,until\n".to_owned());
    for member in 0..members {
        let admitted = choices.of(&["2001-01-01", "2018", "2018-06-30", "2018-07"]);
        let temporary = if choices.one_in(5) { "yes" } else { "" };
        let _ = writeln!(roster, "m{member},{admitted},,{},{},{temporary}", choices.cell_day(), choices.cell_day());
        if choices.one_in(2) {
            let status = choices.of(&["exempt", "away", "suspended", "special-duty", "exempt-temporarily"]);
            let _ = writeln!(statuses, "m{member},{status},{},{}", choices.cell_day(), choices.cell_day());
        }
    }
    add(files, choices, &format!("{id}/members.csv"), roster);
    add(files, choices, &format!("{id}/statuses.csv"), statuses);
    let roles = format!(
        "member,role,from,until\nm{},secretary,{},{}\n",
        choices.of(&[0, 0, 1]),
        choices.cell_day(),
        choices.cell_day()
    );
    add(files, choices, &format!("{id}/roles.csv"), roles);
    for year in 2017..2019 {
        self::year(files, choices, id, year, members);
    }
}

fn year(files: &mut Files, choices: &mut Choices<'_>, cell: &str, year: i32, members: u8) {
    if !choices.one_in(4) {
        let mut text = String::new();
        text += choices.of(&[
            "leadership_resolution = { number = \"1\" }\n",
            "",
            "leadership_resolution = { date = 2018-12-31 }\n",
        ]);
        text += choices.of(&[
            "",
            "assignment_counts = { expected = 3, assigned = 2 }\n",
            "assignment_counts = { expected = 1, assigned = 2 }\n",
        ]);
        text += choices.of(&["", "assessment_counts = { excellent = 1, good = 6, completed = 1 }\n"]);
        text += choices
            .mostly(&["", "grade = \"good\"\n", "grade = \"tsvm\"\n", "grade = \"not-completed\"\n"], "grade = 1\n");
        text += choices.of(&["", "candidates = 0\n", "candidates = 2\n"]);
        for (table, key) in [("thematic_plan", "adopted"), ("inspection", "programme"), ("emulation", "registered")] {
            let _ = write!(text, "[{table}]\n{}", choices.line(key));
        }
        add(files, choices, &format!("{cell}/{year}/year.toml"), text);
    }
    if !choices.one_in(3) {
        let mut text = "member,task,grade,discipline\n".to_owned();
        for member in 0..choices.below(members + 2) {
            let grade = choices.mostly(&["good", "good", "", "excellent", "completed"], "tốt");
            let discipline = choices.of(&["", "", "", "", "warning"]);
            let _ = writeln!(text, "m{member},{},{grade},{discipline}", choices.of(&["Tổ hội", ""]));
        }
        add(files, choices, &format!("{cell}/{year}/assessments.csv"), text);
    }
    let mut briefings = "date,month,secretary,head\n".to_owned();
    for month in 1..=12 {
        let came = choices.mostly(&["yes,yes", "yes,yes", "yes,yes", "yes,", "no,yes"], "yes,?");
        let _ = writeln!(briefings, "{year}-{month:02}-20,,{came}");
    }
    add(files, choices, &format!("{cell}/{year}/briefings.csv"), briefings);
    let often = choices.below(3);
    for month in 1..=12 {
        if often == 0 && choices.one_in(4) || often == 1 || often == 2 && !choices.one_in(12) {
            meeting(files, choices, cell, year, month, members);
        }
    }
}

fn meeting(files: &mut Files, choices: &mut Choices<'_>, cell: &str, year: i32, month: u32, members: u8) {
    let other = choices.of(&["regular", "regular", "regular", "regular", "thematic", "committee"]);
    let kind = if month.is_multiple_of(3) { "combined" } else { other };
    let day = choices.of(&[5, 1, 6, 28]);
    let mut text = format!("date = {year}-{month:02}-{day:02}\nkind = \"{kind}\"\n");
    if choices.one_in(30) {
        let _ = writeln!(text, "month = \"{year}-{:02}\"", choices.below(12) + 1);
    }
    text += choices.of(&["", "chair = \"m0\"\nminutes_by = \"m1\"\n", "chair = \"m0\"\nminutes_by = \"m1\"\n"]);
    let told = choices.mostly(&["01", ""], "99");
    if !told.is_empty() {
        let _ = writeln!(text, "announced = {year}-{month:02}-{told}");
    }
    match choices.below(40) {
        37 => text += "held = false\nreason = \"bão\"\n",
        38 => {}
        39 => return add(files, choices, &path(cell, year, month, day, kind), text + "[content]\nopening = true\n"),
        0..25 => {
            let (expected, absent) = (3 + choices.below(8), choices.of(&[0, 0, 0, 1, 3]));
            let _ = writeln!(text, "[counts]\nexpected = {expected}\npresent = {}", expected - absent);
        }
        _ => {
            text += "[attendance]\n";
            for member in 0..members {
                let mark = choices.mostly(&["x", "x", "x", "x", "m", "p", "k"], "q");
                let _ = writeln!(text, "m{member} = \"{mark}\"");
            }
        }
    }
    if choices.below(40) < 37 {
        let parts = ["opening", "news", "last_month", "study", "next_month", "discussion", "conclusion"];
        text += "[content]\n";
        for part in parts {
            let held = choices.mostly(&["true", "true", "\"1\""], "false");
            if !choices.one_in(200) {
                let _ = writeln!(text, "{part} = {held}");
            }
        }
    }
    text += choices.of(&["", "[theme]\narea = \"capacity\"\nauthor = \"m0\"\n", "[theme]\ntitle = \"1\"\n"]);
    text += choices.of(&["", "", "", "[[guests]]\nfrom = \"commune\"\n", "[[guests]]\nfrom = \"province\"\n"]);
    text += choices.of(&["", "[[resolutions]]\ncarried = true\n", "[[resolutions]]\ncarried = false\n"]);
    add(files, choices, &path(cell, year, month, day, kind), text);
}

fn path(cell: &str, year: i32, month: u32, day: u32, kind: &str) -> String {
    format!("{cell}/{year}/{year}-{month:02}-{day:02}-{kind}.toml")
}
