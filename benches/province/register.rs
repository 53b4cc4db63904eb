//! A made register of a province: the same bytes for the same numbers, in the form that `chibo fmt` writes, and sound
//! but for the shortfalls that a real province has.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

/// The plan's calendar years.
const YEARS: [i32; 5] = [2018, 2017, 2019, 2020, 2016];
pub(crate) const MOST_YEARS: usize = YEARS.len();

const DISTRICTS: usize = 10;
/// The province's communes; a smaller register has fewer.
const COMMUNES: usize = 161;
const CELLS_A_COMMUNE: usize = 12;

/// What was written.
#[derive(Default)]
pub(crate) struct Size {
    pub(crate) files: u64,
    pub(crate) bytes: u64,
}

/// Writes a register of so many village cells and calendar years.
pub(crate) fn write(root: &Path, cells: usize, years: usize) -> Result<Size> {
    let mut years: Vec<i32> = YEARS[..years].to_vec();
    years.sort_unstable();
    let mut writer = Writer { root: root.to_owned(), size: Size::default(), years, dice: Dice(2016) };
    let (first, last) = (writer.years[0], writer.years[writer.years.len() - 1]);
    writer.file(
        "chibo.toml",
        &format!(
            "format = 1\nlevel = \"province\"\nname = \"Tỉnh Hưng Yên\"\n\n[records]\nfrom = {first}-01-01\nuntil = {last}-12-31\n"
        ),
    )?;
    writer.file(
        "province.toml",
        "name = \"Hưng Yên\"\nagreement_template = { number = \"05-HD/BTCTU\", date = 2016-11-20 }\nagreement_review = 2018-05-18\n",
    )?;
    let communes = cells.div_ceil(CELLS_A_COMMUNE).max(COMMUNES.min(cells));
    let districts = DISTRICTS.min(communes);
    for district in 0..districts {
        writer.district(&format!("huyen-{}", district + 1))?;
    }
    for commune in 0..communes {
        let path = format!("huyen-{}/xa-{}", commune % districts + 1, commune / districts + 1);
        let cells = cells / communes + usize::from(commune < cells % communes);
        writer.commune(&path, cells)?;
    }
    Ok(writer.size)
}

struct Writer {
    root: PathBuf,
    size: Size,
    years: Vec<i32>,
    dice: Dice,
}

impl Writer {
    fn file(&mut self, path: &str, text: &str) -> Result<()> {
        let path = self.root.join(path);
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory)?;
        }
        fs::write(path, text)?;
        self.size.files += 1;
        self.size.bytes += text.len() as u64;
        Ok(())
    }

    fn district(&mut self, path: &str) -> Result<()> {
        self.file(
            &format!("{path}/district.toml"),
            &format!("name = \"Huyện {path}\"\nkind = \"huyện\"\nplan = {{ number = \"35-KH/HU\", date = 2016-11-15 }}\nrolled_out = 2016-12-20\n"),
        )?;
        for year in self.years.clone() {
            self.file(&format!("{path}/{year}/year.toml"), &format!("conference = {year}-12-20\n"))?;
        }
        Ok(())
    }

    fn commune(&mut self, path: &str, cells: usize) -> Result<()> {
        self.file(
            &format!("{path}/commune.toml"),
            &format!(
                "name = \"Xã {path}\"\nkind = \"xã\"\nresolution = {{ number = \"09-NQ/ĐU\", date = 2016-11-30 }}\n"
            ),
        )?;
        let mut villages = "id,name,kind,from,until,successor,section,rules_among_cells\n".to_owned();
        let mut heads = String::new();
        let mut deputies = String::new();
        for n in 1..=cells {
            writeln!(villages, "thon-{n},Thôn {n},thon,,,,,")?;
            // Every other head is a member of the cell; no head is its secretary.
            let (party, cell, member, mentor) = match n % 2 {
                0 => ("2004-05-19", format!("chi-bo-thon-{n}"), "dv07", String::new()),
                _ => ("", String::new(), "", format!("chi-bo-thon-{n}/dv05")),
            };
            writeln!(heads, "tt{n:02},thon-{n},head,2015-10-18,,elected,{party},{cell},{member},{mentor}")?;
            writeln!(deputies, "pt{n:02},thon-{n},deputy,2015-11-01,,recognised,,,,chi-bo-thon-{n}/dv06")?;
        }
        self.file(&format!("{path}/villages.csv"), &villages)?;
        let columns = "id,village,role,from,until,how,party_since,cell,member,mentor\n";
        self.file(&format!("{path}/officials.csv"), &format!("{columns}{deputies}{heads}"))?;
        for year in self.years.clone() {
            self.commune_year(path, cells, year)?;
        }
        for n in 1..=cells {
            self.agreement(path, n)?;
            self.cell(&format!("{path}/chi-bo-thon-{n}"), n)?;
        }
        Ok(())
    }

    fn commune_year(&mut self, path: &str, cells: usize, year: i32) -> Result<()> {
        self.file(
            &format!("{path}/{year}/year.toml"),
            &format!("conference = {year}-12-18\nreport = {year}-12-21\n\n[[training]]\ndate = {year}-06-14\naudience = [\"committee\", \"head\", \"deputy\"]\n"),
        )?;
        let mut villages = "village,head_successors,deputy_successors,hot_spots,mass_complaints\n".to_owned();
        for n in 1..=cells {
            writeln!(villages, "thon-{n},{},1,0,0", self.dice.below(3))?;
        }
        self.file(&format!("{path}/{year}/villages.csv"), &villages)
    }

    fn agreement(&mut self, path: &str, n: usize) -> Result<()> {
        self.file(
            &format!("{path}/agreements/thon-{n}-2016-12-08.toml"),
            &format!("village = \"thon-{n}\"\ncells = [\"chi-bo-thon-{n}\"]\nsigned = 2016-12-08\nsecretaries = [\"chi-bo-thon-{n}/dv01\"]\nhead = \"tt{n:02}\"\nrolled_out = 2016-12-23\nbriefings = \"monthly\"\n\n[approval]\nparty_committee = {{ number = \"28-QĐ/ĐU\", date = 2016-12-15 }}\npeoples_committee = {{ number = \"96/QĐ-UBND\", date = 2016-12-16 }}\n\n[reporting]\nevery = \"monthly\"\ninvites_head = true\n"),
        )
    }

    fn cell(&mut self, path: &str, n: usize) -> Result<()> {
        let members = 25 + self.dice.below(5);
        self.file(
            &format!("{path}/cell.toml"),
            &format!("name = \"Chi bộ thôn {n}\"\nkind = \"village\"\nvillages = [\"thon-{n}\"]\n\n[[terms]]\ncongress = 2015-01-18\nresolution = {{ number = \"01-NQ/ĐH\", date = 2015-01-18 }}\nworking_regulations = 2015-02-15\ninspection_programme = 2015-02-15\n\n[[terms]]\ncongress = 2017-07-08\nresolution = {{ number = \"01-NQ/ĐH\", date = 2017-07-08 }}\nworking_regulations = 2017-08-05\ninspection_programme = 2017-08-05\n"),
        )?;
        let mut roster = "id,admitted,official,from,until,leaving,temporary\n".to_owned();
        for member in 1..=members {
            // The seventh is a village's head as well, whose row says that he is a member since 2004.
            let year = if member == 7 { 2004 } else { 1975 + self.dice.below(36) };
            writeln!(roster, "dv{member:02},{year}-05-19,{}-05-19,,,,", year + 1)?;
        }
        self.file(&format!("{path}/members.csv"), &roster)?;
        self.file(
            &format!("{path}/statuses.csv"),
            "member,status,from,until,reason\ndv02,exempt,2014-01-01,,age\ndv12,away,2015-02-01,2015-08-01,work-away\n",
        )?;
        self.file(
            &format!("{path}/roles.csv"),
            "member,role,from,until,how\ndv01,secretary,2015-01-18,2017-07-07,elected\ndv01,secretary,2017-07-08,,elected\ndv03,deputy-secretary,2015-01-18,2017-07-07,elected\ndv03,deputy-secretary,2017-07-08,,elected\ndv04,committee,2015-01-18,2017-07-07,elected\ndv04,committee,2017-07-08,,elected\n",
        )?;
        for year in self.years.clone() {
            self.cell_year(path, members, year)?;
        }
        Ok(())
    }

    fn cell_year(&mut self, path: &str, members: usize, year: i32) -> Result<()> {
        let mut topics = String::new();
        for quarter in 1..=4 {
            let title = self.dice.one_of(THEMES);
            writeln!(topics, "  {{ quarter = {quarter}, area = \"other\", title = \"{title}\", author = \"dv05\" }},")?;
        }
        self.file(
            &format!("{path}/{year}/year.toml"),
            &format!("grade = \"good\"\n\n[leadership_resolution]\nnumber = \"01-NQ/CB\"\ndate = {year}-01-06\n\n[thematic_plan]\nadopted = {year}-01-06\ntopics = [\n{topics}]\n\n[inspection]\nprogramme = {year}-01-06\n\n[emulation]\nregistered = {year}-02-06\n"),
        )?;
        let mut assessments = "member,task,grade,discipline\n".to_owned();
        for member in (1..=members).filter(|member| *member != 2) {
            let task = self.dice.one_of(TASKS);
            let grade = if self.dice.below(8) == 0 { "excellent" } else { "good" };
            writeln!(assessments, "dv{member:02},{task},{grade},")?;
        }
        self.file(&format!("{path}/{year}/assessments.csv"), &assessments)?;
        let mut briefings = "date,month,secretary,head,deputy,topics\n".to_owned();
        for month in 1..=12 {
            writeln!(briefings, "{year}-{month:02}-26,,yes,yes,no,{}", self.dice.one_of(TASKS))?;
        }
        self.file(&format!("{path}/{year}/briefings.csv"), &briefings)?;
        for month in 1..=12 {
            let day = 3 + self.dice.below(5);
            self.meeting(path, members, (year, month, day), "regular")?;
            if month % 3 == 0 {
                self.meeting(path, members, (year, month, 20), "thematic")?;
            }
        }
        Ok(())
    }

    fn meeting(&mut self, path: &str, members: usize, day: (i32, usize, usize), kind: &str) -> Result<()> {
        let (year, month, day) = day;
        let before = day - 2;
        let mut text = format!(
            "date = {year}-{month:02}-{day:02}\nkind = \"{kind}\"\nstart = 19:30:00\nend = 21:15:00\nplace = \"Nhà văn hóa thôn\"\nannounced = {year}-{month:02}-{before:02}\nprepared_by = \"dv01\"\ncommittee_met = {year}-{month:02}-{before:02}\nchair = \"dv01\"\nminutes_by = \"dv04\"\n\n[attendance]\n"
        );
        for member in (1..=members).filter(|member| *member != 2) {
            // Nine in ten come.
            let mark = ["x", "x", "x", "x", "x", "x", "x", "x", "m", "p"][self.dice.below(10)];
            writeln!(text, "dv{member:02} = \"{mark}\"")?;
        }
        text.push_str("\n[content]\n");
        let parts: &[&str] = match kind {
            "regular" => &["opening", "news", "last_month", "study", "next_month", "discussion", "conclusion"],
            _ => &["opening", "discussion", "conclusion"],
        };
        for part in parts {
            writeln!(text, "{part} = \"{}\"", self.dice.one_of(SENTENCES))?;
        }
        if kind == "thematic" {
            let title = self.dice.one_of(THEMES);
            writeln!(text, "\n[theme]\narea = \"other\"\ntitle = \"{title}\"\nauthor = \"dv05\"")?;
        }
        let kind_of_resolution = if kind == "regular" { "monthly" } else { "other" };
        let title = self.dice.one_of(THEMES);
        write!(
            text,
            "\n[[resolutions]]\nnumber = \"{month:02}-NQ/CB\"\nkind = \"{kind_of_resolution}\"\ntitle = \"{title}\"\ncarried = true\n"
        )?;
        self.file(&format!("{path}/{year}/{year}-{month:02}-{day:02}-{kind}.toml"), &text)
    }
}

/// The same throws in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        // Knuth's linear congruential generator; its high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn one_of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }
}

const THEMES: &[&str] = &[
    "Thi đua bảo vệ môi trường, phân loại rác tại hộ gia đình",
    "Giữ mối liên hệ giữa chi bộ với đảng viên đi làm ăn xa",
    "Rà soát đảng viên miễn, tạm miễn sinh hoạt và chế độ thăm hỏi",
    "Bồi dưỡng, kết nạp trưởng thôn và cán bộ đoàn thể vào Đảng",
];

const TASKS: &[&str] = &[
    "Phụ trách Chi hội Phụ nữ",
    "\"Phụ trách xóm 3, nắm tình hình các hộ\"",
    "Vận động các hộ đóng góp làm đường thôn",
    "\"Hòa giải, giữ gìn an ninh trật tự\"",
];

const SENTENCES: &[&str] = &[
    "Điểm danh, thu đảng phí; chi ủy báo cáo dự kiến nội dung, chi bộ nhất trí.",
    "Lúa xuân sinh trưởng tốt, nhân dân yên tâm sản xuất; không có vụ việc phức tạp.",
    "Đã hòa giải xong một vụ tranh chấp ranh giới đất, hai gia đình đã thống nhất.",
    "Nghe giới thiệu gương một cựu chiến binh làm vườn, giúp vốn cho năm hộ nghèo.",
    "Giao @dv03 rà soát hồ sơ quần chúng ưu tú gửi học lớp nhận thức về Đảng.",
    "Có 03 đồng chí đề nghị công khai thu chi quỹ nhà văn hóa từng quý.",
    "Thư ký thông qua biên bản; chi bộ biểu quyết thông qua kết luận của chủ trì.",
];
