//! How a form looks on the screen and on paper: white boxes are to be filled in, grey ones are closed.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern, ProtectionOptions, Worksheet};

use crate::{
    form::kind::Kind,
    lang::{Lang, say},
};

const FONT: &str = "Times New Roman";
const HEAD: Color = Color::RGB(0xDDE6F0);
const CLOSED: Color = Color::RGB(0xEDEDED);
const AWAY: Color = Color::RGB(0xD0D0D0);
const LINE: Color = Color::RGB(0x9A9A9A);
const A4: u8 = 9;

/// Whether a box is to be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Open,
    Closed,
    /// Open, but nobody is expected there.
    KeptAway,
    /// Closed: this person is no member then.
    NotAMember,
}

/// The looks that do not depend on what a box takes.
pub(super) struct Look {
    pub(super) title: Format,
    pub(super) hint: Format,
    pub(super) head: Format,
    /// A cell that only tells: a name, a number.
    pub(super) lead: Format,
    /// The same with a day in it.
    pub(super) lead_day: Format,
    pub(super) plain: Format,
}

fn font() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11)
}

fn framed() -> Format {
    font().set_border(FormatBorder::Thin).set_border_color(LINE)
}

impl Look {
    pub(super) fn new() -> Self {
        let lead = framed().set_background_color(CLOSED).set_align(FormatAlign::VerticalCenter).set_text_wrap();
        Self {
            title: font().set_bold().set_font_size(14),
            hint: font().set_italic().set_font_color(Color::RGB(0x404040)),
            head: framed()
                .set_bold()
                .set_background_color(HEAD)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap(),
            lead_day: lead.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
            lead,
            plain: font().set_align(FormatAlign::Top).set_text_wrap(),
        }
    }

    pub(super) fn of_box(kind: Kind, state: State) -> Format {
        let format = framed().set_num_format(match kind {
            Kind::Date => "dd/mm/yyyy",
            Kind::Time => "hh:mm",
            Kind::Count | Kind::Quarter | Kind::Meeting => "0",
            // Nothing that is typed is made into a day or a number.
            _ => "@",
        });
        let format = match kind {
            Kind::Part => format.set_align(FormatAlign::Top).set_text_wrap(),
            Kind::Text | Kind::Member | Kind::Official => format.set_align(FormatAlign::VerticalCenter).set_text_wrap(),
            Kind::Word(list) if !list.bare => format.set_align(FormatAlign::VerticalCenter).set_text_wrap(),
            _ => format.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter),
        };
        match state {
            State::Open => format.set_unlocked(),
            State::Closed => format.set_background_color(CLOSED),
            State::KeptAway => format.set_unlocked().set_background_color(AWAY),
            State::NotAMember => {
                // A pattern is seen on paper too.
                format.set_pattern(FormatPattern::LightUp).set_foreground_color(LINE).set_background_color(CLOSED)
            }
        }
    }
}

/// Paper, header and footer, protection.
pub(super) fn page(sheet: &mut Worksheet, cell_name: &str, lang: Lang) {
    sheet.set_paper_size(A4).set_landscape().set_margins(0.5, 0.4, 0.6, 0.6, 0.3, 0.3);
    // What follows an ampersand is a command there.
    let cell = cell_name.replace('&', "&&");
    let page = say!(lang, "Trang &P/&N", "Page &P/&N");
    sheet.set_header(format!("&L{cell}&R&A")).set_footer(format!("&C{page}"));
    sheet.set_formula_result_default("");
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    });
}

/// The greatest height of a row, and that of one line, in points.
const TALLEST: u32 = 405;
const LINE_HEIGHT: u32 = 15;

/// How high a row must be for texts in columns of some width to be seen whole; programs that do not measure it
/// themselves show one line.
pub(super) fn height<T: AsRef<str>>(texts: impl Iterator<Item = (T, u8)>) -> u32 {
    let lines = |(text, width): (T, u8)| {
        // Letters of the font are narrower than the digit by which widths are counted, but words do not break.
        let width = (usize::from(width) * 11 / 10).max(1);
        text.as_ref().split('\n').map(|line| line.chars().count().div_ceil(width).max(1)).sum::<usize>()
    };
    let lines = u32::try_from(texts.map(lines).max().unwrap_or(1)).unwrap_or(TALLEST);
    lines.saturating_mul(LINE_HEIGHT).clamp(LINE_HEIGHT + 3, TALLEST)
}

/// The pages beside each other that so many characters of width need, at a size that can be read.
pub(super) fn pages_wide(width: u32) -> u16 {
    const ON_A_PAGE: u32 = 190;
    u16::try_from(width.div_ceil(ON_A_PAGE).max(1)).unwrap_or(1)
}
