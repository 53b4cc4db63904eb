//! The closed lists of a form: what a reader chooses from, and the words that records write for it.

use crate::{
    lang::{Lang, Words},
    parse::Vocabulary,
    records::{
        assessment::{Discipline, MemberGrade},
        cell_year::CellGrade,
        meeting::{Area, GuestFrom, Kind, Mark, ResolutionKind},
    },
    regulations::GradeRules,
    text::fold,
};

/// A word of a record, and what a reader calls it.
pub(crate) type Entry = (&'static str, Words);

/// A closed list.
#[derive(Debug)]
pub(crate) struct List {
    /// Its column on the sheet of lists.
    pub(crate) id: &'static str,
    /// Those that a year offers.
    pub(crate) of_year: fn(i32) -> Vec<Entry>,
    /// Every word that a record may hold.
    pub(super) all: fn() -> Vec<Entry>,
    /// The words stand in the boxes themselves: a roll call has no room for more.
    pub(crate) bare: bool,
}

impl List {
    const fn of<V: Vocabulary>(id: &'static str) -> Self {
        Self { id, of_year: |_| entries(V::ALL), all: || entries(V::ALL), bare: false }
    }

    /// What a box shows for a word.
    pub(super) fn shown(&self, word: &str, lang: Lang) -> Option<&'static str> {
        let (word, label) = (self.all)().into_iter().find(|(known, _)| *known == word)?;
        Some(if self.bare { word } else { label.of(lang) })
    }

    /// The word that is meant, written in either language or as records have it.
    pub(super) fn meant(&self, text: &str) -> Option<&'static str> {
        let text = fold(text.trim());
        let is_it = |(word, label): &Entry| text == *word || text == fold(label.vi) || text == fold(label.en);
        (self.all)().into_iter().find(is_it).map(|(word, _)| word)
    }
}

fn entries<V: Vocabulary>(words: &[V]) -> Vec<Entry> {
    words.iter().map(|word| (word.word(), word.label())).filter(|(word, _)| !word.is_empty()).collect()
}

pub(crate) static MEETING_KINDS: List = List::of::<Kind>("kinds");
pub(crate) static MARKS: List = List { bare: true, ..List::of::<Mark>("marks") };
pub(crate) static AREAS: List = List::of::<Area>("areas");
pub(crate) static RESOLUTION_KINDS: List = List::of::<ResolutionKind>("resolutions");
pub(crate) static GUESTS: List = List::of::<GuestFrom>("guests");
pub(crate) static DISCIPLINES: List = List::of::<Discipline>("disciplines");
pub(crate) static CELL_GRADES: List =
    List { of_year: |year| entries(GradeRules::of(year).cells), ..List::of::<CellGrade>("cell-grades") };
pub(crate) static MEMBER_GRADES: List =
    List { of_year: |year| entries(GradeRules::of(year).members), ..List::of::<MemberGrade>("member-grades") };

/// Every list of words, as the columns of their sheet.
pub(crate) static LISTS: [&List; 8] =
    [&MEETING_KINDS, &MARKS, &AREAS, &RESOLUTION_KINDS, &GUESTS, &DISCIPLINES, &CELL_GRADES, &MEMBER_GRADES];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_leads_back_to_its_word() {
        for list in LISTS {
            for (word, label) in (list.all)() {
                for written in [word, label.vi, label.en, &label.vi.to_uppercase()] {
                    assert_eq!(list.meant(written), Some(word), "{}: {written}", list.id);
                }
            }
        }
        assert_eq!(MEETING_KINDS.meant("họp chợ"), None);
    }

    #[test]
    fn a_year_offers_its_own_grades() {
        let words = |list: &List, year| (list.of_year)(year).iter().map(|(word, _)| *word).collect::<Vec<_>>();
        assert_eq!(words(&CELL_GRADES, 2017), ["tsvm", "good", "completed", "weak"]);
        assert_eq!(words(&CELL_GRADES, 2018), ["excellent", "good", "completed", "not-completed"]);
    }
}
