//! A reader of another hand, called so that a file it did not foresee cannot end the program with a crash.

use std::{
    cell::Cell,
    panic::{self, AssertUnwindSafe},
    sync::Once,
};

use super::Fault;

thread_local! {
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

/// What a reader gives, or `Broken` where it gives up in the middle.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !IS_READING.get() {
                usual(info);
            } else if cfg!(panic = "abort") {
                // Nothing has been written yet, and nothing will be unwound: what is left is to say it, as usage is said.
                abandon();
            }
        }));
    });
    IS_READING.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(read));
    IS_READING.set(false);
    result.unwrap_or_else(|_| Err(Fault::Broken("…".to_owned())))
}

#[expect(clippy::print_stderr, reason = "the process ends here, and no stream of the run can be reached")]
fn abandon() -> ! {
    eprintln!(
        "lỗi: tệp bảng tính hỏng, không đọc được; mở trong Excel hoặc LibreOffice, lưu lại rồi chạy lại\n\
         error: the workbook is broken; open it in Excel or LibreOffice, save it again, run again"
    );
    std::process::exit(2);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_gives_up_is_a_broken_file() {
        let result: Result<(), Fault> = guarded(|| panic!("not foreseen"));
        assert_eq!(result, Err(Fault::Broken("…".to_owned())));
        assert_eq!(guarded(|| Ok(1)), Ok(1));
        assert!(!IS_READING.get());
    }
}
