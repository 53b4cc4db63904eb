//! Which language chibo speaks: the nearest wish that names one, and Vietnamese where none does.

use crate::{
    cli::{Env, scan::Scan},
    lang::Lang,
};

/// Who chose the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpeaksBy {
    CommandLine,
    /// `CHIBO_LANG`.
    Variable,
    /// chibo.toml.
    Register,
    /// An English locale.
    Locale,
    /// Vietnamese is what chibo speaks.
    Nobody,
}

/// What names no language counts as not said: a wrong `--lang` is refused later, in the language found here.
pub(super) fn choose(scan: &Scan, env: &Env) -> (Lang, SpeaksBy) {
    let register = || {
        let dir = scan.dir.as_ref().map(|dir| env.working_dir.join(dir));
        (env.register_language)(dir.as_deref())
    };
    scan.lang
        .as_deref()
        .and_then(Lang::from_code)
        .map(|lang| (lang, SpeaksBy::CommandLine))
        .or_else(|| Some((Lang::from_code(env.chibo_lang.as_deref()?.trim())?, SpeaksBy::Variable)))
        .or_else(|| Some((register()?, SpeaksBy::Register)))
        .unwrap_or_else(|| of_locale(env.locale.as_deref()))
}

/// Only an English locale speaks: many a Vietnamese clerk's machine is set to `C`, or to nothing.
fn of_locale(locale: Option<&str>) -> (Lang, SpeaksBy) {
    match locale {
        Some(locale) if locale.starts_with("en") => (Lang::En, SpeaksBy::Locale),
        _ => (Lang::Vi, SpeaksBy::Nobody),
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;

    fn chosen(
        lang: Option<&str>,
        chibo_lang: Option<&str>,
        register: Option<Lang>,
        locale: Option<&str>,
    ) -> (Lang, SpeaksBy) {
        let env = Env {
            chibo_lang: chibo_lang.map(str::to_owned),
            locale: locale.map(str::to_owned),
            no_color: false,
            working_dir: PathBuf::new(),
            register_language: Box::new(move |_| register),
        };
        choose(&Scan { lang: lang.map(str::to_owned), ..Scan::default() }, &env)
    }

    #[test]
    fn each_wish_goes_before_the_next() {
        use Lang::{En, Vi};
        use SpeaksBy::{CommandLine, Locale, Nobody, Register, Variable};
        assert_eq!(chosen(Some("en"), Some("vi"), Some(Vi), Some("vi_VN")), (En, CommandLine));
        assert_eq!(chosen(None, Some("en"), Some(Vi), Some("vi_VN")), (En, Variable));
        assert_eq!(chosen(None, None, Some(En), Some("vi_VN")), (En, Register));
        assert_eq!(chosen(None, None, Some(Vi), Some("en_GB.UTF-8")), (Vi, Register));
        assert_eq!(chosen(None, None, None, Some("en_GB.UTF-8")), (En, Locale));
        assert_eq!(chosen(None, None, None, Some("C.UTF-8")), (Vi, Nobody));
        assert_eq!(chosen(None, None, None, None), (Vi, Nobody));
    }

    #[test]
    fn what_names_no_language_counts_as_not_said() {
        assert_eq!(chosen(Some("fr"), None, Some(Lang::En), None).0, Lang::En);
        assert_eq!(chosen(None, Some(""), Some(Lang::En), None).0, Lang::En);
    }

    #[test]
    fn the_register_is_asked_where_the_directory_option_points() {
        let mut env = crate::cli::tests::env();
        env.working_dir = PathBuf::from("/tinh");
        env.register_language = Box::new(|dir| (dir == Some(Path::new("/tinh/so"))).then_some(Lang::En));
        assert_eq!(choose(&Scan { dir: Some(PathBuf::from("so")), ..Scan::default() }, &env).0, Lang::En);
        assert_eq!(choose(&Scan::default(), &env).0, Lang::Vi);
    }
}
