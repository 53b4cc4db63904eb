//! What is still missing in the year, one line a shortfall, where a reader can take it in.

use super::tables::full_name;
use crate::{
    board::{Board, Gap, ToldGap},
    lang::{Lang, say},
    number::group,
};

pub(super) struct Missing {
    pub(super) rows: Vec<Row>,
    /// What is said instead of too many rows; empty where they stand.
    pub(super) too_many: String,
}

pub(super) struct Row {
    pub(super) unit: String,
    pub(super) period: String,
    pub(super) iso: String,
    pub(super) title: &'static str,
    pub(super) message: String,
    pub(super) explained: String,
}

/// More rows than this nobody reads on a page.
const MOST: usize = 400;

/// Nothing where nothing is missing, or where that is not told.
pub(super) fn of(lang: Lang, board: &Board) -> Option<Missing> {
    if board.missing.is_empty() {
        return None;
    }
    if board.missing.len() > MOST {
        let count = group(board.missing.iter().map(|gap| gap.count).sum(), lang);
        let too_many = say!(
            lang,
            "Có {count} việc còn thiếu, quá nhiều để nêu ở đây: xem ở trang của từng đơn vị (-o THƯ-MỤC/), ở tệp xlsx, hoặc bằng chibo check.",
            "{count} shortfalls are too many to be listed here: see the page of each unit (-o DIR/), the xlsx file, or chibo check."
        );
        return Some(Missing { rows: Vec::new(), too_many });
    }
    let row = |gap: &Gap| {
        let ToldGap { period, title, message, explained } = gap.told(lang);
        let unit = full_name(board, &gap.unit, board.names.get(&gap.unit).map_or(&*gap.unit, String::as_str));
        Row { unit, period, iso: gap.period.clone().unwrap_or_default(), title, message, explained }
    };
    Some(Missing { rows: board.missing_in_order().into_iter().map(row).collect(), too_many: String::new() })
}
