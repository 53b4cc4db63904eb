use crate::rules::{Check, Cites, rule};

rule! {
    /// vi: Tệp TOML đúng cú pháp TOML 1.0.
    /// en: A TOML file is valid TOML 1.0.
    "toml-syntax", Error, Cites::FORM, Check::Reading
}
