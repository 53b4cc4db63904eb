//! As much of XML Schema as `junit.xsd` uses: elements with a sequence of others, attributes with simple types.

use roxmltree::{Document, Node};

/// What keeps a document from its schema.
pub(crate) fn mistakes(schema: &str, document: &str) -> Vec<String> {
    let schema = Document::parse(schema).expect("the schema is XML");
    let mut found = Vec::new();
    match Document::parse(document) {
        Ok(document) => check(schema.root_element(), document.root_element(), &mut found),
        Err(error) => found.push(error.to_string()),
    }
    found
}

fn elements<'a>(of: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    of.children().filter(move |child| child.tag_name().name() == name)
}

fn check(schema: Node<'_, '_>, element: Node<'_, '_>, found: &mut Vec<String>) {
    let name = element.tag_name().name();
    let Some(own) = schema.children().find(|child| child.attribute("name") == Some(name)) else {
        found.push(format!("<{name}> is not known"));
        return;
    };
    let kind = own.children().find(|child| child.tag_name().name() == "complexType");
    let sequence = kind.and_then(|kind| kind.children().find(|child| child.tag_name().name() == "sequence"));
    attributes(kind, element, found);

    let mut inside = element.children().filter(Node::is_element).peekable();
    let particles = sequence.map(|sequence| sequence.children().filter(Node::is_element).collect::<Vec<_>>());
    for particle in particles.into_iter().flatten() {
        let of = particle.attribute("ref").expect("a sequence refers to elements");
        let mut count = 0;
        while let Some(child) = inside.next_if(|child| child.tag_name().name() == of) {
            check(schema, child, found);
            count += 1;
        }
        let limit = |name: &str| particle.attribute(name).and_then(|limit| limit.parse::<usize>().ok());
        let most = if particle.attribute("maxOccurs") == Some("unbounded") {
            usize::MAX
        } else {
            limit("maxOccurs").unwrap_or(1)
        };
        if count < limit("minOccurs").unwrap_or(1) || count > most {
            found.push(format!("<{name}> has {count} <{of}>"));
        }
    }
    found.extend(inside.map(|child| format!("<{}> has no place in <{name}>", child.tag_name().name())));
    let text = kind.is_none_or(|kind| kind.attribute("mixed") == Some("true"));
    if !text
        && element.children().any(|child| child.text().is_some_and(|text| !text.trim().is_empty()) && child.is_text())
    {
        found.push(format!("<{name}> has text"));
    }
}

fn attributes(kind: Option<Node<'_, '_>>, element: Node<'_, '_>, found: &mut Vec<String>) {
    let known: Vec<_> = kind.into_iter().flat_map(|kind| elements(kind, "attribute").collect::<Vec<_>>()).collect();
    let name = element.tag_name().name();
    for own in &known {
        let of = own.attribute("name").expect("an attribute has a name");
        match element.attribute(of) {
            None if own.attribute("use") == Some("required") => found.push(format!("<{name}> lacks {of}")),
            Some(value) if !is(own.attribute("type").expect("an attribute has a type"), value) => {
                found.push(format!("<{name} {of}=\"{value}\">"));
            }
            _ => {}
        }
    }
    let unknown =
        element.attributes().filter(|given| !known.iter().any(|own| own.attribute("name") == Some(given.name())));
    found.extend(unknown.map(|given| format!("<{name}> has {}", given.name())));
}

fn is(kind: &str, value: &str) -> bool {
    match kind {
        "xs:string" => true,
        "xs:nonNegativeInteger" => !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()),
        "xs:decimal" => value.parse::<f64>().is_ok(),
        other => panic!("the type {other} is not known here"),
    }
}

#[test]
fn what_a_schema_refuses_is_refused() {
    let schema = include_str!("../schemas/junit.xsd");
    let suite =
        |inside: &str| format!("<testsuites><testsuite name=\"a\" tests=\"1\">{inside}</testsuite></testsuites>");
    assert_eq!(mistakes(schema, &suite("<testcase name=\"b\" classname=\"a\"/><system-out>c</system-out>")), [""; 0]);
    for wrong in [
        "<testcase name=\"b\"/>",
        "<testcase name=\"b\" classname=\"a\" line=\"x\"/>",
        "<testcase name=\"b\" classname=\"a\" colour=\"x\"/>",
        "<system-out/><testcase name=\"b\" classname=\"a\"/>",
        "<system-out/><system-out/>",
        "<skipped/>",
        "text",
        "<",
    ] {
        assert!(!mistakes(schema, &suite(wrong)).is_empty(), "{wrong}");
    }
}
