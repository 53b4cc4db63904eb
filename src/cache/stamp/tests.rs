//! Both ways to take a stamp give the same.

use std::{fs, os::unix::fs::symlink};

use proptest::prelude::*;

use super::{linux, portable};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn a_tree_has_one_stamp(paths in prop::collection::btree_map("[a-cộ]{1,2}(/[a-c]{1,2}){0,3}", 0..3, 0..12)) {
        let root = tempfile::tempdir().unwrap();
        for (path, kind) in paths {
            let path = root.path().join(path);
            // A file may stand where another path goes through.
            let _ = match kind {
                0 => fs::create_dir_all(&path),
                1 => fs::create_dir_all(path.parent().unwrap()).and_then(|()| fs::write(&path, "a")),
                _ => fs::create_dir_all(path.parent().unwrap()).and_then(|()| symlink("nowhere", &path)),
            };
        }
        let stamp = linux::of(root.path());
        prop_assert!(stamp.is_some());
        prop_assert_eq!(stamp, portable::of(root.path()));
        fs::write(root.path().join("new"), "").unwrap();
        prop_assert_ne!(stamp, linux::of(root.path()));
    }
}

#[test]
fn what_is_not_there_has_none() {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(linux::of(&root.path().join("a")), None);
    assert_eq!(portable::of(&root.path().join("a")), None);
}
