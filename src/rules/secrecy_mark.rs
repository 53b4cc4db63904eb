use std::{ops::Range, sync::Arc};

use crate::{
    finding::{Place, Report},
    lang::say,
    rules::{Check, Cites, rule},
    source::{At, Source},
    text::{fold, words},
};

rule! {
    /// vi: Không bản ghi nào mang dấu độ mật.
    /// en: No record bears a mark of secrecy.
    ///
    /// vi: Tài liệu Mật, Tối mật, Tuyệt mật không được đưa vào sổ; ai chép sổ đều đọc được. Dấu độ mật là: chữ MẬT viết hoa,
    /// không nằm giữa những chữ viết hoa khác (BÍ MẬT, MẬT ONG là từ thường); TỐI MẬT, TUYỆT MẬT viết hoa; mức ghi sau “Độ mật”; hoặc
    /// Mật, Tối mật, Tuyệt mật đứng một mình trong ngoặc, trong một giá trị, một ô hay một dòng ghi chú. Mỗi tệp báo một lần.
    /// en: A document that is Mật, Tối mật or Tuyệt mật must not come into a register, which everybody reads who copies it. A mark
    /// is MẬT in capitals, not beside other words in capitals (BÍ MẬT, MẬT ONG are ordinary words); TỐI MẬT, TUYỆT MẬT in capitals;
    /// the degree after “Độ mật”; or Mật, Tối mật, Tuyệt mật alone in brackets, in a value, a CSV cell or a comment. Reported once
    /// a file.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "good"
    /// leadership_resolution = { number = "01-NQ/CB (Mật)", date = 2018-01-05 }
    /// ```
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head,topics
    /// 2018-11-26,,yes,yes,Phổ biến công văn MẬT số 05
    /// 2018-12-26,,yes,yes,TUYỆT MẬT
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Tối mật,good
    /// dv02,Trưởng thôn,good
    /// dv04,Chi đoàn,completed
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// # Mật
    /// date = 2018-11-06
    /// kind = "regular"
    /// counts = { expected = 3, present = 2 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    /// counts = { expected = 3, present = 2 }
    ///
    /// [content]
    /// news = "Nghe văn bản (độ mật: tối mật)"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-27-extraordinary.toml
    /// date = 2018-12-27
    /// kind = "extraordinary"
    /// place = "Tuyệt Mật"
    /// counts = { expected = 3, present = 2 }
    /// ```
    /// ```toml commune.toml
    /// name = "Xuân Quan"
    /// kind = "xã"
    /// resolution = { number = "BẢN SAO TỐI MẬT", date = 2016-12-20 }
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:2:6: lỗi[secrecy-mark] bản ghi mang dấu độ mật “Tối mật”
    /// chi-bo-thon-1/2018/briefings.csv:2:39: lỗi[secrecy-mark] bản ghi mang dấu độ mật “MẬT”
    /// chi-bo-thon-1/2018/year.toml:2:47: lỗi[secrecy-mark] bản ghi mang dấu độ mật “Mật”
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:1:3: lỗi[secrecy-mark] bản ghi mang dấu độ mật “Mật”
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:6:31: lỗi[secrecy-mark] bản ghi mang dấu độ mật “tối mật”
    /// chi-bo-thon-2/2018/2018-12-27-extraordinary.toml:3:10: lỗi[secrecy-mark] bản ghi mang dấu độ mật “Tuyệt Mật”
    /// commune.toml:3:34: lỗi[secrecy-mark] bản ghi mang dấu độ mật “TỐI MẬT”
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:2:6: error[secrecy-mark] the record bears the mark of secrecy “Tối mật”
    /// chi-bo-thon-1/2018/briefings.csv:2:39: error[secrecy-mark] the record bears the mark of secrecy “MẬT”
    /// chi-bo-thon-1/2018/year.toml:2:47: error[secrecy-mark] the record bears the mark of secrecy “Mật”
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:1:3: error[secrecy-mark] the record bears the mark of secrecy “Mật”
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:6:31: error[secrecy-mark] the record bears the mark of secrecy “tối mật”
    /// chi-bo-thon-2/2018/2018-12-27-extraordinary.toml:3:10: error[secrecy-mark] the record bears the mark of secrecy “Tuyệt Mật”
    /// commune.toml:3:34: error[secrecy-mark] the record bears the mark of secrecy “TỐI MẬT”
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// # Giữ bí mật; mật độ dân cư; nuôi ong lấy mật
    /// date = 2018-12-06
    /// kind = "regular"
    /// place = "Thôn Mật Sơn"
    /// counts = { expected = 3, present = 2 }
    ///
    /// [content]
    /// news = "BẢO VỆ BÍ MẬT NHÀ NƯỚC; tài liệu tối mật là gì. Độ mật: không."
    /// study = "MẬT ONG, BÍ MẬT, mật, (mật ong), (mật). Mật, sáp ong."
    /// next_month = "Mật ong"
    /// ```
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head,topics
    /// 2018-11-26,,yes,yes,"Nuôi ong, Mật, sáp"
    /// 2018-12-26,,yes,yes,Mật mía
    /// ```
    "secrecy-mark", Error,
    Cites::regulation(
        "Luật Bảo vệ bí mật nhà nước số 29/2018/QH14 ngày 15/11/2018",
        "the Law on the Protection of State Secrets 29/2018/QH14 of 2018-11-15"
    ),
    Check::Reading
}

pub(crate) fn look(source: &Source, unit: &Arc<str>, report: &mut Report<'_>) {
    let text = &source.text;
    if !has_letters_of_a_mark(text) || !may_bear(text) {
        return;
    }
    let is_csv = source.path.ends_with(".csv");
    let mut start = 0;
    let marked = text.split_inclusive('\n').find_map(|line| {
        let begins = start;
        start += line.len();
        if !may_bear(line) {
            return None;
        }
        let at = Line { text: line.trim_end(), is_csv }.mark()?;
        Some(begins + at.start..begins + at.end)
    });
    let Some(at) = marked else { return };
    let lang = report.ctx.lang;
    let mark = text[at.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
    let message = say!(lang, "bản ghi mang dấu độ mật “{mark}”", "the record bears the mark of secrecy “{mark}”");
    let remedy = say!(
        lang,
        "đưa tài liệu ấy ra khỏi sổ và báo người phụ trách bảo mật: lịch sử git còn giữ bản cũ",
        "take the document out of the register and tell whoever is in charge of secrets: git keeps the old copy"
    );
    report.add(&RULE, unit, Place::in_source(source, At::bytes(at)), message).remedy(remedy);
}

/// Whether the first two letters of the word, or a mark as a letter of its own, may stand in a text. Every text of the
/// register is asked, hardly one says yes, and without a way out on the way many bytes are looked at together.
fn has_letters_of_a_mark(text: &str) -> bool {
    let bytes = text.as_bytes();
    // `mậ`, `Mậ` or `MẬ`: ậ is E1 BA AD, and Ậ is E1 BA AC; the dot is CC A3. These bytes of them tell enough.
    let is_word = |m: u8, last: u8| (m | 0x20 == b'm') & (last & 0xFE == 0xAC);
    let is_dot = |byte: u8| byte == 0xCC;
    let (firsts, tail) = bytes.split_at(bytes.len().saturating_sub(3));
    let ends = bytes.get(3..).unwrap_or_default();
    firsts.iter().zip(ends).fold(false, |any, (first, last)| any | is_word(*first, *last) | is_dot(*first))
        | tail.iter().any(|byte| is_dot(*byte))
}

/// Most texts and lines have no such syllable, and to take words apart is slow; a dot below that stands apart from its
/// letter may make one.
fn may_bear(text: &str) -> bool {
    ["mật", "Mật", "MẬT"].iter().any(|syllable| text.contains(syllable)) || text.contains('\u{323}')
}

struct Line<'l> {
    text: &'l str,
    is_csv: bool,
}

impl Line<'_> {
    /// The first mark of secrecy in the line.
    fn mark(&self) -> Option<Range<usize>> {
        let said: Vec<(Range<usize>, String)> = words(self.text).map(|(at, word)| (at, fold(word))).collect();
        let is = |index: Option<usize>, word: &str| index.is_some_and(|index| said[index].1 == fold(word));
        (0..said.len()).filter(|&index| is(Some(index), "mật")).find_map(|last| {
            let before = last.checked_sub(1).filter(|&before| self.joins(&said, before));
            let has_degree = is(before, "tối") || is(before, "tuyệt");
            let first = if has_degree { last - 1 } else { last };
            let at = said[first].0.start..said[last].0.end;
            let is_mark = self.is_capital(&at) && (has_degree || !self.is_among_capitals(&said, last))
                || self.follows_its_label(&said, first)
                || self.text[at.clone()].starts_with(char::is_uppercase) && self.is_alone(&at);
            is_mark.then_some(at)
        })
    }

    /// Whether only blanks stand between a word and the next.
    fn joins(&self, said: &[(Range<usize>, String)], index: usize) -> bool {
        said.get(index + 1).is_some_and(|next| self.text[said[index].0.end..next.0.start].trim().is_empty())
    }

    fn is_capital(&self, at: &Range<usize>) -> bool {
        !self.text[at.clone()].contains(char::is_lowercase)
    }

    fn is_among_capitals(&self, said: &[(Range<usize>, String)], index: usize) -> bool {
        let before = index.checked_sub(1).filter(|&before| self.joins(said, before));
        let after = self.joins(said, index).then_some(index + 1);
        [before, after].into_iter().flatten().any(|beside| self.is_capital(&said[beside].0))
    }

    /// “Độ mật: Mật”.
    fn follows_its_label(&self, said: &[(Range<usize>, String)], first: usize) -> bool {
        let [.., (_, degree), (label, secret)] = &said[..first] else { return false };
        let between = self.text[label.end..said[first].0.start].trim();
        *degree == fold("độ") && *secret == fold("mật") && between == ":"
    }

    /// Whether nothing else stands in its brackets, its value, its cell or its comment.
    fn is_alone(&self, at: &Range<usize>) -> bool {
        let (before, after) = (self.text[..at.start].trim_end(), self.text[at.end..].trim_start());
        let enclosed = |open: char, close: char| before.ends_with(open) && after.starts_with(close);
        let in_cell = (before.is_empty() || before.ends_with([',', ';', '\t']) && before.len() == at.start)
            && (after.is_empty() || after.starts_with([',', ';', '\t']));
        enclosed('(', ')')
            || enclosed('[', ']')
            || enclosed('"', '"')
            || enclosed('\'', '\'')
            || before.trim_start_matches('#').is_empty() && before.starts_with('#') && after.is_empty()
            || self.is_csv && in_cell
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_that_may_bear_a_mark_has_its_letters(text in "[mMậẬtT\u{323} aâ]{0,12}") {
            prop_assert!(!may_bear(&text) || has_letters_of_a_mark(&text));
        }
    }
}
