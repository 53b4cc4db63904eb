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
    add(&mut files, choices, "district.toml", "name = \"Văn Giang\"\nkind = \"huyện\"\n".to_owned());
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
    add(files, choices, &format!("{id}/commune.toml"), format!("name = \"{id}\"\nkind = \"xã\"\n"));
    let mut villages = "id,name,kind,from,until\n".to_owned();
    let mut officials = "id,village,role,from,until,how,party_since,cell,member\n".to_owned();
    for village in 0..=choices.below(3) {
        let kind = choices.mostly(&["thon"], "xóm");
        let _ =
            writeln!(villages, "thon-{village},Thôn {village},{kind},{},{}", choices.cell_day(), choices.cell_day());
        for official in 0..choices.below(4) {
            let role = choices.mostly(&["head", "head", "deputy"], "trưởng");
            let since = choices.mostly(&["2001", "", "2018-12", "2019-01-01"], "?");
            let link = choices.of(&["cell-0,m0", ",", "cell-1,m1", "cell-1,m0"]);
            let (from, until) = (choices.day(), choices.cell_day());
            let _ =
                writeln!(officials, "o{village}{official},thon-{village},{role},{from},{until},elected,{since},{link}");
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
    add(files, choices, &path, text);
}

fn cell(files: &mut Files, choices: &mut Choices<'_>, id: &str) {
    let kind = choices.of(&["village", "village", "village", "school"]);
    let mut text = format!("name = \"{id}\"\nkind = \"{kind}\"\nvillages = [\"thon-{}\"]\n", choices.of(&[0, 0, 1, 2]));
    text += &choices.line("founded");
    text += &choices.line("dissolved");
    for _ in 0..choices.below(3) {
        let _ = write!(text, "[[terms]]\ncongress = {}\n", choices.day());
        text += choices.of(&[
            "resolution = { number = \"1\" }\n",
            "resolution = { number = \"1\" }\n",
            "",
            "resolution = { date = 2019-01-01 }\n",
        ]);
        text += &choices.line("working_regulations");
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
        text += "[thematic_plan]\n";
        text += &choices.line("adopted");
        add(files, choices, &format!("{cell}/{year}/year.toml"), text);
    }
    if !choices.one_in(3) {
        let mut text = "member,task,grade\n".to_owned();
        for member in 0..choices.below(members + 2) {
            let grade = choices.mostly(&["good", "good", "", "excellent", "completed"], "tốt");
            let _ = writeln!(text, "m{member},{},{grade}", choices.of(&["Tổ hội", ""]));
        }
        add(files, choices, &format!("{cell}/{year}/assessments.csv"), text);
    }
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
    match choices.below(40) {
        37 => text += "held = false\nreason = \"bão\"\n",
        38 => {}
        39 => text += "[content]\nopening = true\n",
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
    add(files, choices, &format!("{cell}/{year}/{year}-{month:02}-{day:02}-{kind}.toml"), text);
}
