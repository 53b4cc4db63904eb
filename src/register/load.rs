//! The texts of listed files, read unit by unit.

use std::{cell::OnceCell, ops::Range};

use crate::{
    context::Context,
    files::{Files, ROOM, fetch_ahead},
    finding::Report,
    register::{
        Lookup,
        discover::{Listing, RecordFile},
        read::{text, without_text},
    },
    source::{self, NoText, Source, decode},
};

/// Listed files and their texts, where they have one.
pub(crate) type Loaded<'l> = Vec<(&'l RecordFile, Lookup<Source<'l>>)>;

/// Reads the texts of all files of a listing.
pub(crate) fn load<'l>(listing: &'l Listing, report: &mut Report<'_>) -> Loaded<'l> {
    let (ctx, mut files) = (report.ctx, Files::below(&report.ctx.root));
    let mut loaded = Vec::with_capacity(listing.files.len());
    let units: Vec<_> = listing.files.chunk_by(|file, next| file.unit == next.unit).collect();
    fetch_ahead(
        &units,
        |unit| fetch(unit, ctx),
        |unit| {
            let bytes = UnitBytes::of(unit, &mut files);
            let texts = bytes.texts(unit, report).into_iter().map(|(_, text)| text.map(Source::into_owned));
            loaded.extend(unit.iter().zip(texts));
        },
    );
    loaded
}

/// Brings files into the memory of the system.
pub(super) fn fetch(unit: &[RecordFile], ctx: &Context) {
    let (mut files, mut bytes) = (Files::below(&ctx.root), Vec::new());
    for file in unit.iter().filter(|file| !file.closed) {
        bytes.clear();
        // Who reads it for its text says what is wrong with it.
        drop(source::read(&mut files, &file.path, &mut bytes));
    }
}

/// Holds half a cell's files, and is small enough to be had without asking the system for it.
const PIECE: usize = 64 * 1024;

/// The bytes of a unit's files, one behind the other in a few pieces: to make room for each of a cell's hundred files, and to
/// let it go again, takes longer than to read it as a record.
struct UnitBytes {
    pieces: Vec<Vec<u8>>,
    files: Vec<Result<InPieces, NoText>>,
}

/// Where the bytes of a file are: in which piece, and where in it.
type InPieces = (usize, Range<usize>);

impl UnitBytes {
    fn of(unit: &[RecordFile], files: &mut Files<'_>) -> Self {
        let mut this = Self { pieces: Vec::new(), files: Vec::with_capacity(unit.len()) };
        for file in unit {
            let read = if file.closed { Ok((0, 0..0)) } else { this.read(&file.path, files) };
            this.files.push(read);
        }
        this.close();
        this
    }

    fn read(&mut self, path: &str, files: &mut Files<'_>) -> Result<InPieces, NoText> {
        if self.pieces.last().is_none_or(|piece| piece.capacity() - piece.len() < ROOM) {
            self.close();
            self.pieces.push(Vec::with_capacity(PIECE));
        }
        let last = self.pieces.len() - 1;
        let piece = &mut self.pieces[last];
        let before = piece.len();
        source::read(files, path, piece).map(|()| (last, before..piece.len()))
    }

    /// Gives back what the last piece has too much.
    fn close(&mut self) {
        self.pieces.last_mut().into_iter().for_each(Vec::shrink_to_fit);
    }

    fn texts<'l>(&'l self, unit: &'l [RecordFile], report: &mut Report<'_>) -> Loaded<'l> {
        let bytes = |(piece, range): &InPieces| self.pieces.get(*piece)?.get(range.clone());
        let mut text_of = |file: &'l RecordFile, read: &Result<InPieces, NoText>| match read {
            _ if file.closed => Lookup::Unread,
            Ok(place) => text(file, decode(&*file.path, bytes(place).unwrap_or_default()), report),
            Err(no_text) => without_text(file, no_text, report),
        };
        unit.iter().zip(&self.files).map(|(file, read)| (file, text_of(file, read))).collect()
    }
}

/// Where the bytes of a listing's units are put, each when its turn comes.
pub(crate) struct Bytes(Vec<OnceCell<UnitBytes>>);

impl Bytes {
    pub(crate) fn room_for(listing: &Listing) -> Self {
        Self(listing.units.iter().map(|_| OnceCell::new()).collect())
    }
}

/// The texts in them.
pub(crate) struct Shelf<'l> {
    bytes: &'l Bytes,
    texts: Vec<OnceCell<Loaded<'l>>>,
}

impl<'l> Shelf<'l> {
    pub(crate) fn over(bytes: &'l Bytes) -> Self {
        Self { bytes, texts: bytes.0.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The texts of the unit that has this place in the listing; read when they are first asked for.
    pub(super) fn unit(
        &self,
        place: usize,
        unit: &'l [RecordFile],
        files: &mut Files<'_>,
        report: &mut Report<'_>,
    ) -> &[(&'l RecordFile, Lookup<Source<'l>>)] {
        let places = self.bytes.0.get(place).zip(self.texts.get(place));
        places.map_or(&[], |(bytes, texts)| {
            let bytes = bytes.get_or_init(|| UnitBytes::of(unit, files));
            texts.get_or_init(|| bytes.texts(unit, report))
        })
    }

    /// What has been read.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(&'l RecordFile, Lookup<Source<'l>>)> {
        self.texts.iter().filter_map(OnceCell::get).flatten()
    }
}

/// How many texts there are, and their bytes.
pub(crate) fn size<'s, 'l: 's>(
    loaded: impl IntoIterator<Item = &'s (&'l RecordFile, Lookup<Source<'l>>)>,
) -> (u64, u64) {
    let texts = loaded.into_iter().filter_map(|(_, text)| text.get());
    texts.fold((0, 0), |(files, bytes), source| (files + 1, bytes + source.text.len() as u64))
}
