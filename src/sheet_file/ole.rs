//! The container of xls, walked as far as its stream of records, to see how much room the file will ask for before the
//! reader is let at it: that one makes room for whatever the file claims. [MS-CFB], [MS-XLS].

use super::{Fault, MAX_AREA};

const END_OF_CHAIN: u32 = 0xFFFF_FFFA;
/// A directory entry has this many bytes.
const ENTRY: usize = 128;

/// Whether the sheets of the workbook fit.
pub(super) fn fits(bytes: &[u8]) -> Result<bool, Fault> {
    let stream = stream(bytes).ok_or_else(|| Fault::Broken("OLE".to_owned()))?;
    Ok(area(&stream).is_some_and(|area| area <= MAX_AREA))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

struct Container<'b> {
    bytes: &'b [u8],
    sector: usize,
    fat: Vec<u32>,
}

impl Container<'_> {
    fn sector(&self, number: u32) -> Option<&[u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last sector may be cut short.
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The bytes of a chain of sectors; a chain that goes in circles is cut where the file would have ended.
    fn chain(&self, first: u32) -> Vec<u8> {
        let (mut all, mut next) = (Vec::new(), first);
        while next < END_OF_CHAIN && all.len() < self.bytes.len() {
            let Some(sector) = self.sector(next) else { break };
            all.extend_from_slice(sector);
            next = self.fat.get(next as usize).copied().unwrap_or(END_OF_CHAIN);
        }
        all
    }
}

/// The records of the workbook.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let shift = u16_at(bytes, 30)?;
    let mut container =
        Container { bytes, sector: 1 << (if (7..=16).contains(&shift) { shift } else { 9 }), fat: Vec::new() };
    let numbers = |sector: &[u8]| -> Vec<u32> {
        sector.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number)).collect()
    };
    let mut fat_sectors: Vec<u32> = numbers(bytes.get(76..512)?);
    let mut next = u32_at(bytes, 68)?;
    while next < END_OF_CHAIN && fat_sectors.len() * container.sector <= bytes.len() + container.sector * 109 {
        let Some(sector) = container.sector(next) else { break };
        let mut more = numbers(sector);
        next = more.pop().unwrap_or(END_OF_CHAIN);
        fat_sectors.extend(more);
    }
    for number in fat_sectors.into_iter().filter(|number| *number < END_OF_CHAIN) {
        let entries = numbers(container.sector(number)?);
        container.fat.extend(entries);
    }
    let directory = container.chain(u32_at(bytes, 48)?);
    let entries: Vec<&[u8]> = directory.chunks_exact(ENTRY).collect();
    let name = |entry: &[u8]| {
        let length = usize::from(u16_at(entry, 64).unwrap_or(0)).min(64).saturating_sub(2);
        let units: Vec<u16> = entry[..length].as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
        String::from_utf16_lossy(&units)
    };
    let book = entries.iter().find(|entry| matches!(name(entry).to_ascii_lowercase().as_str(), "workbook" | "book"))?;
    let (first, size) = (u32_at(book, 116)?, u32_at(book, 120)? as usize);
    if size >= u32_at(bytes, 56)? as usize {
        let mut stream = container.chain(first);
        stream.truncate(size);
        return Some(stream);
    }
    // A short stream lies in sectors of 64 bytes inside the root's own.
    let small = Container {
        bytes: &[&[0; 64][..], &container.chain(u32_at(entries.first()?, 116)?)].concat(),
        sector: 64,
        fat: numbers(&container.chain(u32_at(bytes, 60)?)),
    };
    let mut stream = small.chain(first);
    stream.truncate(size);
    Some(stream)
}

/// The cells of all sheets together, as their records and their claims have them; nothing where a claim is impossible.
fn area(stream: &[u8]) -> Option<u64> {
    let mut total = 0u64;
    let (mut at, mut rows, mut columns) = (0, None::<(u64, u64)>, None::<(u64, u64)>);
    let widen = |ends: &mut Option<(u64, u64)>, value: u16| {
        let value = u64::from(value);
        *ends = Some(ends.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
    };
    while let (Some(kind), Some(length)) = (u16_at(stream, at), u16_at(stream, at + 2)) {
        let Some(data) = stream.get(at + 4..at + 4 + usize::from(length)) else { break };
        match kind {
            // A sheet's end: what it held is added up.
            0x000A => {
                let extent = |ends: Option<(u64, u64)>| ends.map_or(0, |(low, high)| high - low + 1);
                total = total.saturating_add(extent(rows) * extent(columns));
                (rows, columns) = (None, None);
            }
            // Where a sheet says that it begins and ends, its last row and column not among it.
            0x0200 => {
                let (from, until, left, right) = if length >= 14 {
                    (u32_at(data, 0)?, u32_at(data, 4)?, u16_at(data, 8)?, u16_at(data, 10)?)
                } else {
                    let row = |at| u16_at(data, at).map(u32::from);
                    (row(0)?, row(2)?, u16_at(data, 4)?, u16_at(data, 6)?)
                };
                let claimed = u64::from(until.saturating_sub(from)) * u64::from(right.saturating_sub(left));
                if from > until || left > right || claimed > MAX_AREA {
                    return None;
                }
                total = total.saturating_add(claimed);
            }
            0x0203 | 0x0204 | 0x0205 | 0x00D6 | 0x027E | 0x00FD | 0x00BD | 0x0006 => {
                let (row, column) = (u16_at(data, 0)?, u16_at(data, 2)?);
                widen(&mut rows, row);
                widen(&mut columns, column);
                if kind == 0x00BD {
                    widen(&mut columns, u16_at(data, data.len().checked_sub(2)?)?);
                }
            }
            _ => {}
        }
        at += 4 + usize::from(length);
    }
    // The claim and the content of a sheet are the same cells.
    Some(total / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    #[test]
    fn a_claim_of_more_cells_than_there_can_be_is_refused() {
        let claim = |until: u32, right: u16| {
            let ends = [0u32.to_le_bytes(), until.to_le_bytes()].concat();
            record(0x0200, &[&ends[..], &0u16.to_le_bytes(), &right.to_le_bytes(), &[0, 0]].concat())
        };
        assert_eq!(area(&claim(100, 10)), Some(500));
        assert_eq!(area(&claim(u32::MAX, 256)), None);
        let cell =
            |row: u16, column: u16| record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat());
        let far = [cell(0, 0), cell(65535, 255), record(0x000A, &[])].concat();
        assert_eq!(area(&far), Some(65536 * 256 / 2));
    }
}
