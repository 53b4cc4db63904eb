//! How the boxes of the workbook look.

use rust_xlsxwriter::{Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, FormatBorder};

use super::number;
use crate::{lang::Lang, targets::Status};

/// Lines of a row; Excel takes no row higher than 409 points.
const MOST_LINES: u32 = 27;

pub(super) struct Look {
    pub(super) title: Format,
    pub(super) plain: Format,
    pub(super) head: Format,
    pub(super) text: Format,
    pub(super) count: Format,
    pub(super) share: Format,
    pub(super) points: Format,
    pub(super) date: Format,
    pub(super) sum: Format,
    pub(super) sum_share: Format,
    pub(super) sum_text: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let font = || Format::new().set_font_name("Times New Roman").set_font_size(11);
        let boxed = || font().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let sum = || boxed().set_bold().set_background_color(Color::RGB(0x00F2_F2F2));
        Self {
            title: font().set_bold().set_font_size(14),
            plain: font(),
            head: boxed()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00DD_E6F0)),
            text: boxed().set_text_wrap(),
            // Excel writes the separators of the reader's own country.
            count: boxed().set_num_format("#,##0"),
            share: boxed().set_num_format("0.00%"),
            points: boxed().set_num_format("+0.00;-0.00;0.00"),
            date: boxed().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left),
            sum: sum().set_num_format("#,##0"),
            sum_share: sum().set_num_format("0.00%"),
            sum_text: sum().set_text_wrap(),
        }
    }

    /// How high a row is whose boxes hold these texts at these widths: a program that opens the file does not always
    /// look how often a text breaks.
    pub(super) fn height(texts: &[(&str, f64)]) -> f64 {
        let lines = texts.iter().map(|(text, width)| {
            // Letters of this font are narrower than the digits by which a width is told.
            let a_line = width * 1.3;
            (0..MOST_LINES).find(|lines| number(text.chars().count() as u64) <= a_line * f64::from(*lines))
        });
        15.0 * f64::from(lines.map(|lines| lines.unwrap_or(MOST_LINES)).max().unwrap_or(1).max(1))
    }

    /// A box that says how a target stands is coloured by what it says.
    pub(super) fn standings(lang: Lang) -> Vec<ConditionalFormatCell> {
        let colours = [
            (Status::Met, 0x00C6_E9D6, 0x000D_4A31),
            (Status::Missed, 0x00F6_CFB0, 0x004D_1A02),
            (Status::Progress, 0x00E0_DAF5, 0x0035_2268),
            (Status::NoData, 0x00E6_E6E8, 0x004A_4C52),
        ];
        let of = |(status, back, ink): (Status, u32, u32)| {
            let format = Format::new().set_background_color(Color::RGB(back)).set_font_color(Color::RGB(ink));
            ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::EqualTo(status.label().of(lang)))
                .set_format(format)
        };
        colours.into_iter().map(of).collect()
    }
}
