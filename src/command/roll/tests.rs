//! Keys against marks, and screens of every size.

use super::*;
use crate::{lang::Lang, records::status::Status};

fn line(id: &str, name: Option<&str>) -> Line {
    Line { id: id.to_owned(), name: name.map(str::to_owned), kept_away: None, mark: Mark::Blank }
}

fn roll() -> Roll {
    let exempt = Line { kept_away: Some(Status::Exempt.label()), ..line("dv04", Some("Bùi Văn An")) };
    Roll::of(vec![line("dv01", Some("Lê Thị Đào")), line("dv02", None), line("dv03", Some("Trần Văn Bá")), exempt])
}

fn pressed(roll: &mut Roll, keys: &[Key]) -> Option<Ended> {
    keys.iter().filter_map(|key| roll.press(*key)).last()
}

fn marks(roll: &Roll) -> Vec<(String, &'static str)> {
    roll.marks().into_iter().map(|(id, mark)| (id, mark.word())).collect()
}

fn text(roll: &Roll, width: usize, height: usize) -> String {
    let rows = view::screen(roll, "Điểm danh", Lang::Vi, width, height);
    rows.iter().map(|row| row.text.trim_end().to_owned() + "\n").collect()
}

#[test]
fn named_people_come_first_in_their_order_and_those_kept_away_last() {
    let ids: Vec<String> = roll().lines.into_iter().map(|line| line.id).collect();
    assert_eq!(ids, ["dv03", "dv01", "dv02", "dv04"]);
}

#[test]
fn a_key_marks_and_goes_on_and_the_rest_are_present_at_one() {
    let mut roll = roll();
    pressed(&mut roll, &[Key::Mark(Mark::Excused), Key::Rest]);
    // Nobody who need not come is marked with the rest.
    let all = [("dv01".to_owned(), "x"), ("dv02".to_owned(), "x"), ("dv03".to_owned(), "p")];
    assert_eq!(marks(&roll), all);
    // The same key takes back what it did, and only that.
    pressed(&mut roll, &[Key::Rest]);
    assert_eq!(marks(&roll), all[2..]);
    pressed(&mut roll, &[Key::Rest, Key::Move(1), Key::Rest]);
    assert_eq!(marks(&roll), all);
    // The last stays the last.
    pressed(&mut roll, &[Key::Last, Key::Mark(Mark::Present), Key::Mark(Mark::Late)]);
    assert_eq!(roll.marks()["dv04"], Mark::Late);
    pressed(&mut roll, &[Key::Clear, Key::First, Key::Other(1)]);
    assert_eq!(roll.marks().get("dv04"), None);
    assert_eq!(roll.marks()["dv03"], Mark::Absent);
    pressed(&mut roll, &[Key::Other(1), Key::Other(-1), Key::Other(-1)]);
    assert_eq!(roll.marks()["dv03"], Mark::Excused);
}

#[test]
fn who_has_no_mark_is_asked_for_once() {
    let mut roll = roll();
    assert_eq!(pressed(&mut roll, &[Key::Mark(Mark::Present), Key::Done]), None);
    assert_eq!((roll.at, roll.hint), (1, Some(Hint::Unmarked(2))));
    assert_eq!(pressed(&mut roll, &[Key::Mark(Mark::Present), Key::Done]), None);
    assert_eq!(pressed(&mut roll, &[Key::Done]), Some(Ended::Done));
    assert_eq!(pressed(&mut roll, &[Key::Rest, Key::Done]), Some(Ended::Done));
    assert_eq!(pressed(&mut roll, &[Key::Back]), Some(Ended::Back));
    assert_eq!(pressed(&mut roll, &[Key::Unknown]), None);
    assert!(text(&roll, 80, 24).contains("Phím này không dùng ở đây"));
}

#[test]
fn a_wide_screen_says_all() {
    let mut roll = roll();
    pressed(&mut roll, &[Key::Mark(Mark::Late)]);
    let expected = "\
Điểm danh
phải dự 3 · có mặt 1 (muộn 1) · có lý do 0 · không lý do 0 · chưa gọi 2
  [m] Trần Văn Bá (dv03)                đến muộn
> [ ] Lê Thị Đào (dv01)
  [ ] dv02
  [ ] Bùi Văn An (dv04)                 miễn công tác và sinh hoạt
";
    let shown = text(&roll, 80, 24);
    assert!(shown.starts_with(expected), "{shown}");
    assert!(text(&roll, 40, 24).contains("\n  [ ] Bùi Văn An (dv04) – miễn công tác…\n"));
    assert!(shown.contains("[Dấu cách] có mặt   [,] đến muộn   [;] vắng có lý do   [/] vắng không lý do\n"), "{shown}");
}

#[test]
fn no_screen_is_too_small_and_the_member_is_always_on_it() {
    let people = |count: usize| (0..count).map(|nth| line(&format!("dv{nth:02}"), Some("Nguyễn Thị Hồng Hạnh")));
    for count in [0, 1, 7, 40] {
        for (width, height) in [(80, 24), (40, 24), (40, 12), (20, 10), (12, 5), (5, 3), (1, 1), (200, 60)] {
            let mut roll = Roll::of(people(count).collect());
            for at in 0..count.max(1) {
                let rows = view::screen(&roll, "Điểm danh · Chi bộ thôn 1 · thường kỳ", Lang::Vi, width, height);
                assert_eq!(rows.len(), height, "{width}x{height}");
                assert!(
                    rows.iter().all(|row| crate::text::columns::columns(&row.text) <= width),
                    "{width}x{height} {rows:?}"
                );
                let here: Vec<_> = rows.iter().filter(|row| row.look == view::Look::Here).collect();
                assert_eq!(here.len(), count.min(1), "{at} of {count} on {width}x{height}");
                if width >= 40 && count > 0 {
                    assert!(here[0].text.contains(&format!("dv{at:02}")), "{here:?}");
                }
                roll.press(Key::Move(1));
            }
        }
    }
}
