//! The sound registers from which the examples begin: a commune, or the unit above it that a target speaks of.

use std::{fs, path::Path};

use crate::{register::discover::UnitDir, targets::Count, unit::UnitLevel};

/// A commune with one village and its cell, whose year 2018 leaves nothing to wish for.
const COMMUNE: [(&str, &str); 14] = [
    (
        "chibo.toml",
        "format = 1\nlevel = \"commune\"\nname = \"Xuân Quan\"\n\n[records]\nfrom = 2018-01-01\nuntil = 2018-12-31\n",
    ),
    (
        "commune.toml",
        "name = \"Xuân Quan\"\nkind = \"xã\"\nresolution = { number = \"07-NQ/ĐU\", date = 2016-11-25 }\n",
    ),
    (
        "2018/year.toml",
        "conference = 2018-12-14\nreport = 2018-12-19\n\n[[training]]\ndate = 2018-09-20\n\
         audience = [\"committee\", \"head\", \"deputy\"]\n",
    ),
    ("2018/villages.csv", "village,head_successors,deputy_successors,hot_spots,mass_complaints\nthon-1,1,1,0,0\n"),
    ("villages.csv", "id,name,kind\nthon-1,Thôn 1,thon\n"),
    (
        "officials.csv",
        "id,village,role,from,until,how,party_since\n\
         tt01,thon-1,head,2017-01-01,,elected,2005-06-01\n\
         pt01,thon-1,deputy,2017-01-01,,recognised,2010-06-01\n",
    ),
    (
        "agreements/thon-1-2017-02-10.toml",
        "village = \"thon-1\"\ncells = [\"chi-bo-thon-1\"]\nsigned = 2017-02-10\n\
         secretaries = [\"chi-bo-thon-1/dv01\"]\nhead = \"tt01\"\nrolled_out = 2017-03-10\n\n[approval]\n\
         party_committee = { number = \"01-QĐ/ĐU\", date = 2017-02-20 }\n\
         peoples_committee = { number = \"05/QĐ-UBND\", date = 2017-02-21 }\n",
    ),
    (
        "chi-bo-thon-1/cell.toml",
        "name = \"Chi bộ thôn 1\"\nkind = \"village\"\nvillages = [\"thon-1\"]\n\n[[terms]]\ncongress = 2017-06-10\n\
         resolution = { number = \"01-NQ/CB\", date = 2017-06-10 }\nworking_regulations = 2017-07-01\n\
         inspection_programme = 2017-07-01\n",
    ),
    (
        "chi-bo-thon-1/members.csv",
        "id,admitted,official\ndv01,2001-01-01,2002-01-01\ndv02,2005-01-01,2006-01-01\n\
         dv03,2009-01-01,2010-01-01\ndv04,2015-01-01,2016-01-01\ndv05,2017-06-01,2018-06-01\n",
    ),
    ("chi-bo-thon-1/roles.csv", "member,role,from\ndv01,secretary,2017-06-10\n"),
    ("chi-bo-thon-1/statuses.csv", "member,status,from,until\n"),
    (
        "chi-bo-thon-1/2018/year.toml",
        "grade = \"good\"\ncandidates = 1\nleadership_resolution = { number = \"02-NQ/CB\", date = 2018-01-20 }\n\n\
         [thematic_plan]\nadopted = 2018-01-20\n\n[inspection]\nprogramme = 2018-01-20\n\n\
         [emulation]\nregistered = 2018-02-05\n",
    ),
    (
        "chi-bo-thon-1/2018/assessments.csv",
        "member,task,grade\ndv01,Bí thư,good\ndv02,Tổ hội,good\ndv03,Hòa giải,good\n\
         dv04,Đoàn thể,good\ndv05,Khuyến học,completed\n",
    ),
    (
        "chi-bo-thon-1/2018/briefings.csv",
        "date,secretary,head\n2018-01-25,yes,yes\n2018-02-25,yes,yes\n2018-03-25,yes,yes\n2018-04-25,yes,yes\n\
         2018-05-25,yes,yes\n2018-06-25,yes,yes\n2018-07-25,yes,yes\n2018-08-25,yes,yes\n2018-09-25,yes,yes\n\
         2018-10-25,yes,yes\n2018-11-25,yes,yes\n2018-12-25,yes,yes\n",
    ),
];

/// A district of which only its own records are asked.
const DISTRICT: [(&str, &str); 3] = [
    (
        "chibo.toml",
        "format = 1\nlevel = \"district\"\nname = \"Huyện Văn Giang\"\n\n\
         [records]\nfrom = 2018-01-01\nuntil = 2018-12-31\n",
    ),
    (
        "district.toml",
        "name = \"Văn Giang\"\nkind = \"huyện\"\nplan = { number = \"05-KH/HU\", date = 2016-11-20 }\n\
         rolled_out = 2016-12-25\nagreement_guidance = { number = \"02-HD/HU\", date = 2016-12-01 }\n",
    ),
    ("2018/year.toml", "conference = 2018-03-20\n"),
];

/// A province of which only its own record is asked.
const PROVINCE: [(&str, &str); 2] = [
    (
        "chibo.toml",
        "format = 1\nlevel = \"province\"\nname = \"Hưng Yên\"\n\n[records]\nfrom = 2018-01-01\nuntil = 2018-12-31\n",
    ),
    (
        "province.toml",
        "name = \"Hưng Yên\"\nagreement_template = { number = \"03-HD/BTCTU\", date = 2016-11-15 }\n\
         agreement_review = 2018-05-30\n",
    ),
];

pub(super) fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// The sound register of the level at which a target is counted, and its root.
pub(super) fn base(root: &Path, count: Count) -> UnitDir {
    let (files, level) = match count {
        Count::District(_) => (&DISTRICT[..], UnitLevel::District),
        Count::Province(_) => (&PROVINCE[..], UnitLevel::Province),
        Count::Cell(_) | Count::CellFromCommuneUp(_) | Count::Village(_) | Count::Commune(_) => {
            meetings(root);
            (&COMMUNE[..], UnitLevel::Commune)
        }
    };
    files.iter().for_each(|(path, text)| write(root, path, text));
    UnitDir { id: "".into(), level }
}

/// A meeting each month, with a theme in the last of each quarter, and a guest in June.
fn meetings(root: &Path) {
    for month in 1..=12 {
        let kind = if month % 3 == 0 { "combined" } else { "regular" };
        let theme = if month % 3 == 0 { "\n[theme]\narea = \"capacity\"\nauthor = \"dv02\"\n" } else { "" };
        let guest = if month == 6 { "\n[[guests]]\nfrom = \"commune\"\n" } else { "" };
        let text = format!(
            "date = 2018-{month:02}-05\nkind = \"{kind}\"\nannounced = 2018-{month:02}-02\nchair = \"dv01\"\n\
             minutes_by = \"dv04\"\n\n[attendance]\n\
             dv01 = \"x\"\ndv02 = \"x\"\ndv03 = \"x\"\ndv04 = \"x\"\ndv05 = \"x\"\n\n[content]\nopening = true\n\
             news = true\nlast_month = true\nstudy = true\nnext_month = true\ndiscussion = true\nconclusion = true\n\
             {theme}{guest}"
        );
        write(root, &format!("chi-bo-thon-1/2018/2018-{month:02}-05-{kind}.toml"), &text);
    }
}
