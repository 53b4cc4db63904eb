//! Attendance sheets, minutes and agreements: what every format says, what a Word file is made of, and when nothing is
//! printed. Whole texts are in `tests/cases`; other programs open the files in `tests/office`.

mod support;

use std::fs;

use support::{
    paper::{Place, WORD, attribute, paragraphs, parts, shown},
    today,
};

const CELL: &str = "chi-bo-thon-1";
const MINUTES: &str = "so/chi-bo-thon-1/2018/2018-11-05-regular.toml";

#[test]
fn a_word_file_is_sound_and_the_same_bytes_each_time() {
    let place = Place::new();
    let parts = place.word(&format!("minutes {MINUTES}"));
    let first = fs::read(place.path("giay.docx")).expect("the file is there");
    place.word(&format!("minutes {MINUTES}"));
    assert_eq!(fs::read(place.path("giay.docx")).expect("the file is there"), first);

    for (name, text) in &parts {
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let types = roxmltree::Document::parse(&parts["[Content_Types].xml"]).expect("it is XML");
    for part in types.descendants().filter_map(|node| node.attribute("PartName")) {
        assert!(parts.contains_key(&part[1..]), "{part}");
    }
    for (base, relations) in [("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels")] {
        let relations = roxmltree::Document::parse(&parts[relations]).expect("it is XML");
        for target in relations.descendants().filter_map(|node| node.attribute("Target")) {
            assert!(parts.contains_key(&format!("{base}{target}")), "{target}");
        }
    }
    let styles = roxmltree::Document::parse(&parts["word/styles.xml"]).expect("it is XML");
    let known: Vec<&str> = styles.descendants().filter_map(|node| node.attribute((WORD, "styleId"))).collect();
    let page = roxmltree::Document::parse(&parts["word/document.xml"]).expect("it is XML");
    let is_style = |node: &roxmltree::Node<'_, '_>| ["pStyle", "tblStyle"].contains(&node.tag_name().name());
    for style in page.descendants().filter(is_style).filter_map(|node| node.attribute((WORD, "val"))) {
        assert!(known.contains(&style), "{style} is no style");
    }
}

#[test]
fn every_format_says_what_word_says() {
    let place = Place::new();
    for line in [
        format!("minutes {MINUTES}"),
        format!("sign-in -C so {CELL} --date 2018-11-05"),
        "agreement so/agreements/thon-1-2017-04-10.toml".to_owned(),
    ] {
        let page = shown(&place.text(&format!("{line} -O html")));
        // Columns of a text stand in each other's lines, so only its words can be looked for.
        let text = place.text(&line);
        let words: Vec<&str> = text.split_whitespace().collect();
        let markdown = place.text(&format!("{line} -O markdown")).replace(['*', '\\'], "");
        for paragraph in paragraphs(&place.word(&line)) {
            assert!(page.contains(paragraph.trim_start_matches("- ")), "{line}: {paragraph}\n{page}");
            if paragraph != "*" {
                assert!(markdown.contains(&paragraph), "{line}: {paragraph}\n{markdown}");
            }
            for word in paragraph.split_whitespace() {
                assert!(words.contains(&word) || text.contains(word), "{line}: {word}\n{text}");
            }
        }
    }
}

#[test]
fn the_layout_is_that_of_the_day() {
    let place = Place::new();
    let agreement = place.word("agreement so/agreements/thon-1-2017-04-10.toml");
    assert_eq!(attribute(&agreement, "pgMar", "left"), "1984");
    assert!(agreement["docProps/core.xml"].contains("Hướng dẫn 11-HD/VPTW ngày 28/5/2004"));
    let minutes = place.word(&format!("minutes {MINUTES}"));
    assert_eq!(attribute(&minutes, "pgMar", "left"), "1701");
    assert_eq!(attribute(&minutes, "pgSz", "w"), "11906");
    assert!(minutes["docProps/core.xml"].contains("Hướng dẫn 36-HD/VPTW ngày 03/4/2018"));
    let said = paragraphs(&minutes);
    let head = ["ĐẢNG BỘ XÃ XUÂN QUAN", "CHI BỘ THÔN 1", "*", "Số ………-BB/CB", "(Dự thảo)", "ĐẢNG CỘNG SẢN VIỆT NAM"];
    assert_eq!(said[..6], head);
    assert_eq!(
        said[6..9],
        ["Xuân Quan, ngày 05 tháng 11 năm 2018", "BIÊN BẢN", "Sinh hoạt chi bộ thường kỳ tháng 11 năm 2018"]
    );
}

#[test]
fn names_stand_where_they_are_known_and_in_their_order() {
    let place = Place::new();
    place.write("so/chi-bo-thon-1/names.csv", "id,name\ndv01,Trần Thị Ước\ndv02,Nguyễn Văn Đức\ndv04,Lê Thị Ánh\n");
    let sheet = place.text(&format!("sign-in -C so {CELL} --date 2018-11-05"));
    let order = ["Lê Thị Ánh", "Nguyễn Văn Đức", "Trần Thị Ước"].map(|name| sheet.find(name).expect("a name"));
    assert!(order.is_sorted(), "{sheet}");
    assert!(!sheet.contains("dv0"), "{sheet}");
    place.write(
        MINUTES,
        "date = 2018-11-05\nkind = \"regular\"\nchair = \"dv01\"\n[attendance]\ndv01 = \"x\"\ndv02 = \"m\"\ndv03 = \"x\"\ndv04 = \"p\"\n\
         [content]\nconclusion = \"Giao @dv02, @dv03 và @tt02; thư a@dv01.vn, @dv99 để nguyên.\"\n",
    );
    let minutes = place.text(&format!("minutes {MINUTES}"));
    let sentence = "Giao Nguyễn Văn Đức, dv03 và tt02; thư a@dv01.vn, @dv99 để nguyên.";
    assert!(minutes.contains(sentence), "{minutes}");
    // One who is exempt and comes counts among those who came, and among those expected.
    assert!(minutes.contains("- Phải dự: 3 đồng chí.\n- Có mặt: 3 đồng chí, đạt 3/4 = 75,00%."), "{minutes}");
    assert!(minutes.contains("- Trong đó không phải dự mà đến: 1 đồng chí: ……………………………… (dv03)."), "{minutes}");
    assert!(minutes.contains("- Trong đó đến muộn: 1 đồng chí: Nguyễn Văn Đức."), "{minutes}");
    assert!(minutes.contains("- Vắng có lý do: 1 đồng chí: Lê Thị Ánh (lý do: ……………………)."), "{minutes}");
}

#[test]
fn a_file_with_names_in_the_register_is_told_of() {
    let place = Place::new();
    place.write("so/chi-bo-thon-1/names.csv", "id,name\ndv01,Trần Thị Ước\n");
    let inside = place.run(&format!("minutes {MINUTES} -o so/chi-bo-thon-1/bien-ban.docx"));
    assert!(inside.err.contains("so/chi-bo-thon-1/bien-ban.docx có họ tên và nằm trong sổ dữ liệu"), "{}", inside.err);
    assert_eq!(inside.code, 0);
    assert_eq!(place.run(&format!("minutes {MINUTES} -o bien-ban.docx")).err, "");
    let again = place.run(&format!("minutes {MINUTES} -o bien-ban.docx"));
    assert!(again.err.ends_with("bien-ban.docx đã có; thêm --force để ghi đè\n") && again.code == 2, "{}", again.err);
}

#[test]
fn nothing_that_a_record_says_is_markup_or_steers_a_terminal() {
    let place = Place::new();
    place.write(
        MINUTES,
        "date = 2018-11-05\nkind = \"regular\"\nplace = \"<b>&\\\"']]>\\u001b[31m\\u202e|*x*\\uFFFF\"\n[attendance]\ndv01 = \"x\"\ndv02 = \"x\"\ndv04 = \"x\"\n\
         [content]\nnews = \"# a\\r\\n- <script>b</script>\\n\\n1. c\"\n",
    );
    let line = format!("minutes {MINUTES}");
    let said = paragraphs(&place.word(&line));
    assert!(said.contains(&"Địa điểm: <b>&\"']]>[31m|*x*.".to_owned()), "{said:?}");
    assert!(said.contains(&"- <script>b</script>".to_owned()), "{said:?}");
    let page = place.text(&format!("{line} -O html"));
    assert!(!page.contains("<script") && !page.contains("<b>&"), "{page}");
    let markdown = place.text(&format!("{line} -O markdown"));
    assert!(
        markdown.contains("\\<b\\>\\&") && markdown.contains("\n\\# a\n") && markdown.contains("\n1\\. c\n"),
        "{markdown}"
    );
    for text in [page, markdown, place.text(&line)] {
        let is_stray = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202E}' | '\u{FFFF}');
        assert!(!text.contains(is_stray), "{text}");
    }
}

#[test]
fn a_planned_meeting_is_a_form_to_fill_in() {
    let place = Place::new();
    fs::create_dir(place.path("so/chi-bo-thon-1/2019")).expect("a directory can be made");
    place.write("so/chi-bo-thon-1/2019/2019-03-05-regular.toml", "date = 2019-03-05\nkind = \"regular\"\n");
    let minutes = place.text("minutes so/chi-bo-thon-1/2019/2019-03-05-regular.toml");
    for line in [
        "Thời gian bắt đầu: …… giờ …… phút, ngày 05 tháng 3 năm 2019.",
        "- Phải dự: 3 đồng chí.",
        "- Có mặt: ………… đồng chí.",
        "- Vắng không lý do: ………… đồng chí.",
        "Cuộc họp kết thúc lúc …… giờ …… phút cùng ngày.",
    ] {
        assert!(minutes.contains(line), "{line}\n{minutes}");
    }
}

#[test]
fn what_a_total_says_is_not_taken_from_the_roster() {
    let place = Place::new();
    place.write(
        MINUTES,
        "date = 2018-11-05\nkind = \"regular\"\n[counts]\ntotal = 20\nexempt = 3\naway = 1\npresent = 14\nexcused = 2\n",
    );
    let run = place.run(&format!("minutes {MINUTES}"));
    for line in [
        "- Tổng số đảng viên: 20 đồng chí.",
        "- Được miễn công tác và sinh hoạt: 3 đồng chí.",
        "- Phải dự: 16 đồng chí.",
        "- Có mặt: 14 đồng chí, đạt 14/16 = 87,50%.",
        "- Vắng có lý do: 2 đồng chí.",
        "- Vắng không lý do: ………… đồng chí.",
    ] {
        assert!(run.out.contains(line), "{line}\n{}", run.out);
    }
}

#[test]
fn a_record_that_cannot_be_read_is_not_printed_and_one_with_an_error_says_so() {
    let place = Place::new();
    place.write(
        MINUTES,
        "date = 2018-11-05\nkind = \"regular\"\n[attendance]\ndv01 = \"x\"\ndv02 = \"x\"\ndv09 = \"x\"\n",
    );
    let run = place.run(&format!("minutes {MINUTES}"));
    assert_eq!(run.code, 1);
    assert!(run.out.contains("- Chưa điểm danh: 1 đồng chí: ……………………………… (dv04)."), "{}", run.out);
    assert!(run.err.contains("2018-11-05-regular.toml:6:1: lỗi[unknown-member]"), "{}", run.err);

    place.write(MINUTES, "date = 2018-11-05\nkind = \"thường kỳ\"\n");
    let run = place.run(&format!("minutes {MINUTES}"));
    assert_eq!((run.out.as_str(), run.code), ("", 2));
    assert!(run.err.contains("bản ghi còn lỗi nên chưa in được") && run.err.contains(":2:8: lỗi["), "{}", run.err);

    let agreement = "so/agreements/thon-1-2017-04-10.toml";
    place.write(agreement, "village = \"thon-1\"\n");
    let run = place.run(&format!("agreement {agreement}"));
    assert!(run.code == 2 && run.err.contains(":1:1: lỗi[missing-key]"), "{}", run.err);
    let run = place.run(&format!("minutes {agreement}"));
    assert!(run.code == 2 && run.err.contains("không phải bản ghi một cuộc họp"), "{}", run.err);

    place.write("so/chi-bo-thon-1/members.csv", "id,admitted,official,from,until,leaving,temporary\ndv01,x,,,,,\n");
    let run = place.run(&format!("sign-in -C so {CELL} --date 2018-11-05"));
    assert_eq!((run.out.as_str(), run.code), ("", 2));
    assert!(run.err.contains("members.csv:2:6: lỗi["), "{}", run.err);
}

#[test]
fn nobody_signs_for_a_day_on_which_nobody_is_expected() {
    let place = Place::new();
    let run = place.run(&format!("sign-in -C so {CELL} --kind committee --date 2016-12-01"));
    assert_eq!((run.out.as_str(), run.code), ("", 2));
    assert!(run.err.contains("ngày 01/12/2016 không ai phải dự"), "{}", run.err);
    let sheet = place.text(&format!("sign-in -C so {CELL} --kind committee --date 2018-12-01"));
    assert!(sheet.contains("chi ủy viên dự họp chi ủy") && sheet.contains("Phải dự: 2 đồng chí."), "{sheet}");
}

#[test]
fn the_paper_is_vietnamese_unless_english_is_asked_for() {
    let place = Place::new();
    let run = |args: &[&str], var: fn(&str) -> Option<String>, width| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut io = chibo::Io {
            out: &mut out,
            err: &mut err,
            working_dir: place.0.path().to_path_buf(),
            var,
            today: today(),
            out_takes_colour: false,
            can_ask: false,
            width,
            watch: chibo::Watch::default(),
        };
        let args: Vec<_> = args.iter().map(Into::into).collect();
        let code = chibo::run(&args, &mut io);
        (out, String::from_utf8(err).expect("chibo writes UTF-8"), code)
    };
    let english: fn(&str) -> Option<String> = |name| (name == "CHIBO_LANG").then(|| "en".to_owned());
    let (out, _, code) = run(&["minutes", MINUTES], english, None);
    assert_eq!((String::from_utf8(out).expect("it is text").contains("BIÊN BẢN"), code), (true, 0));
    let (out, _, _) = run(&["--lang", "en", "minutes", MINUTES], |_| None, None);
    assert!(String::from_utf8(out).expect("it is text").contains("MINUTES (BIÊN BẢN)"));

    // A Word file goes to a pipe, and not to a screen.
    let (out, err, code) = run(&["minutes", MINUTES, "-O", "docx"], english, Some(80));
    assert_eq!((out.len(), code), (0, 2));
    assert_eq!(err, "error: a Word file cannot be shown on a terminal; add -o FILE.docx\n");
    let (out, _, code) = run(&["minutes", MINUTES, "-O", "docx"], english, None);
    assert_eq!((paragraphs(&parts(&out)).is_empty(), code), (false, 0));
}
