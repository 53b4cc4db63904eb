//! The official layout of Party documents, by the day of the document, as data: paper A4 and Times New Roman in each.

use crate::date::{Date, ymd};

/// A guidance of the Party's central office on the form of documents.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    valid_from: (i32, u32, u32),
    /// Number and date, as it is cited.
    pub(crate) title: &'static str,
    pub(crate) margins: Margins,
    pub(crate) sizes: Sizes,
}

/// In millimetres.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Margins {
    pub(crate) top: u32,
    pub(crate) bottom: u32,
    pub(crate) left: u32,
    pub(crate) right: u32,
}

/// In points.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sizes {
    /// ĐẢNG CỘNG SẢN VIỆT NAM.
    pub(crate) motto: u32,
    /// Superior, issuer, number, place and date.
    pub(crate) head: u32,
    /// BIÊN BẢN.
    pub(crate) kind: u32,
    pub(crate) subject: u32,
    /// Text, headings, signatures.
    pub(crate) body: u32,
    /// Tables, and the list of recipients.
    pub(crate) small: u32,
}

/// A4, in millimetres.
pub(crate) const PAGE: (u32, u32) = (210, 297);
/// The page's number, centred, from page 2 on: millimetres from the top edge.
pub(crate) const PAGE_NUMBER_FROM_TOP: u32 = 10;
pub(crate) const FONT: &str = "Times New Roman";

/// Hướng dẫn 36-HD/VPTW, Phụ lục 3. The text of its predecessor gives margins; its sizes are taken to be these too.
const SIZES: Sizes = Sizes { motto: 15, head: 14, kind: 16, subject: 14, body: 14, small: 12 };

static LAYOUTS: [Layout; 2] = [
    Layout {
        valid_from: (2004, 5, 28),
        title: "Hướng dẫn 11-HD/VPTW ngày 28/5/2004",
        margins: Margins { top: 25, bottom: 25, left: 35, right: 15 },
        sizes: SIZES,
    },
    Layout {
        valid_from: (2018, 4, 3),
        title: "Hướng dẫn 36-HD/VPTW ngày 03/4/2018",
        margins: Margins { top: 20, bottom: 20, left: 30, right: 15 },
        sizes: SIZES,
    },
];

impl Layout {
    /// The one in force on a day; before the first, the first.
    pub(crate) fn on(day: Date) -> &'static Self {
        let in_force = |layout: &&Self| {
            let (year, month, date) = layout.valid_from;
            ymd(year, month, date) <= day
        };
        LAYOUTS.iter().rev().find(in_force).unwrap_or(&LAYOUTS[0])
    }

    /// Between the margins, in millimetres.
    pub(crate) fn text_width(&self) -> u32 {
        PAGE.0 - self.margins.left - self.margins.right
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_changes_on_3_april_2018() {
        let [before, after] = [ymd(2018, 4, 2), ymd(2018, 4, 3)].map(Layout::on);
        assert_eq!((before.title, before.margins.left), ("Hướng dẫn 11-HD/VPTW ngày 28/5/2004", 35));
        assert_eq!((after.title, after.margins.left), ("Hướng dẫn 36-HD/VPTW ngày 03/4/2018", 30));
        assert_eq!((before.text_width(), after.text_width()), (160, 165));
        assert_eq!(Layout::on(ymd(1999, 1, 1)).title, before.title);
    }
}
