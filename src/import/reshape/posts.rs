//! The posts of a village in the words of a heading.

use crate::import::column::key;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Post {
    Head,
    Deputy,
}

pub(super) const POSTS: [(Post, &str); 2] = [(Post::Head, "Trưởng thôn"), (Post::Deputy, "Phó trưởng thôn")];

/// The words for posts, before those that they end with.
const WORDS: [(Post, &[&str]); 13] = [
    (Post::Deputy, &["pho", "truong", "khu", "pho"]),
    (Post::Deputy, &["pho", "to", "truong"]),
    (Post::Deputy, &["pho", "truong", "thon"]),
    (Post::Deputy, &["pho", "truong", "xom"]),
    (Post::Deputy, &["pho", "khu", "pho"]),
    (Post::Deputy, &["pho", "thon"]),
    (Post::Deputy, &["cap", "pho"]),
    (Post::Deputy, &["pho", "truong"]),
    (Post::Head, &["truong", "khu", "pho"]),
    (Post::Head, &["truong", "thon"]),
    (Post::Head, &["truong", "xom"]),
    (Post::Head, &["to", "truong"]),
    (Post::Head, &["cap", "truong"]),
];

/// The posts that a text names, each once, heads first; and the text without them.
pub(super) fn without_posts(text: &str) -> (Vec<Post>, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
    let (mut said, mut rest, mut at) = (Vec::new(), Vec::new(), 0);
    while at < words.len() {
        let here = WORDS.iter().find(|(_, phrase)| {
            let own = keys[at..].iter().map(String::as_str);
            own.take(phrase.len()).eq(phrase.iter().copied())
        });
        match here {
            Some((post, phrase)) => {
                said.push(*post);
                at += phrase.len();
            }
            None => {
                rest.push(words[at]);
                at += 1;
            }
        }
    }
    said.sort_by_key(|post| *post == Post::Deputy);
    said.dedup();
    (said, rest.join(" "))
}
