#!/usr/bin/env python3
"""Opens the Word files that chibo prints with python-docx and looks at what an office sees in them.

    paper.py CHIBO REGISTER

The first meeting of each kind in each cell and year, every agreement and an attendance sheet of every cell of the register
are printed and read, and the yearly report in the official form of the register and each commune. The exit code is 1 where
a file cannot be opened, or does not say what the plain text of the same paper, or the JSON of the same report, says.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

HD_36 = (2018, 4, 3)


def run(chibo, *args):
    done = subprocess.run([chibo, *map(str, args)], capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{' '.join(map(str, done.args))}: {done.stderr}")
    return done.stdout


def lines(document):
    """The text of a document: of its tables too, in the order of the file."""
    for element in document.iter_inner_content():
        if isinstance(element, docx.table.Table):
            for row in element.rows:
                for cell in row.cells:
                    yield from (paragraph.text for paragraph in cell.paragraphs)
        else:
            yield element.text


def form(document, day, kind):
    """What is wrong with the form of a document, given its day and what it is."""
    section = document.sections[0]
    left = Mm(30) if day >= HD_36 else Mm(35)
    if abs(section.left_margin - left) > Mm(0.1) or abs(section.page_width - Mm(210)) > Mm(0.1):
        yield f"margins {section.left_margin.mm:.1f} on a page {section.page_width.mm:.1f} wide"
    if not section.different_first_page_header_footer or section.header.paragraphs[0].text == "":
        yield "the page's number is not in the header from page 2 on"
    fonts = document.styles.element.xpath("w:docDefaults//w:rFonts/@w:ascii")
    if fonts != ["Times New Roman"]:
        yield f"fonts {fonts}"
    head = document.tables[0]
    if [len(head.rows), len(head.columns)] != [1, 2]:
        yield "the head is not two columns"
    if head.cell(0, 1).paragraphs[0].text != "ĐẢNG CỘNG SẢN VIỆT NAM":
        yield f"the right of the head begins with {head.cell(0, 1).text!r}"
    if head.cell(0, 0).paragraphs[-1].text != "(Dự thảo)":
        yield "it is not marked as a draft"
    titles = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Title"]
    if [title.text for title in titles] != [kind]:
        yield f"titles {[title.text for title in titles]}"
    if titles and titles[0].style.paragraph_format.alignment != WD_ALIGN_PARAGRAPH.CENTER:
        yield "the title is not centred"
    if not document.core_properties.title.startswith(kind):
        yield f"the title in its properties is {document.core_properties.title!r}"


def look(path, text, day, kind):
    """What is wrong with a file, given its plain text, its day and what it is."""
    document = docx.Document(path)
    yield from form(document, day, kind)
    words = set(text.split())
    missing = [word for line in lines(document) for word in line.split() if word not in words and word not in text]
    if missing:
        yield f"words that the plain text has not: {missing[:5]}"
    if len([word for line in lines(document) for word in line.split()]) < len(words) / 2:
        yield "most of the plain text is missing"


PARTS = ["I- KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", "II- HẠN CHẾ", "III- NGUYÊN NHÂN", "IV- PHƯƠNG HƯỚNG VÀ ĐỀ XUẤT"]


def look_at_report(path, report, day):
    """What is wrong with the official report, given the JSON of the same one."""
    document = docx.Document(path)
    yield from form(document, day, "BÁO CÁO")
    parts = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    if parts != PARTS:
        yield f"parts {parts}"
    rows = [[cell.text for cell in row.cells] for table in document.tables[1:-1] for row in table.rows]
    foremost = [target for target in report["targets"] if target["clauses"][0].startswith("2.I.")]
    for number, target in enumerate(foremost, 1):
        count = f"{target['numerator']}/{target['denominator']}" if target["denominator"] else "—"
        row = next((row for row in rows if row[0] == str(number)), [])
        if row[3:4] != [count]:
            yield f"{target['id']} is {count}, and the table says {row}"
    headings = [table.rows[0]._tr.xpath("w:trPr/w:tblHeader") for table in document.tables[1:-1]]
    if not headings or not all(headings):
        yield "the heading of a table is not repeated on the next page"
    captions = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Caption"]
    if len(captions) != len(headings):
        yield f"{len(captions)} captions of {len(headings)} tables"
    ending = document.tables[-1]
    if not ending.cell(0, 0).text.startswith("Nơi nhận:") or not ending.cell(0, 1).text.startswith("T/M "):
        yield "it does not end with recipients and signature"


def reports(register):
    """The units of which there is a report in the official form, each with a day on which it is written."""
    for year, day in [(2017, (2018, 1, 31)), (2018, (2019, 1, 31))]:
        for unit in [[], *([path.parent.name] for path in sorted(register.glob("*/commune.toml")))]:
            as_of = "-".join(f"{part:02}" for part in day)
            yield ["-C", register, "--as-of", as_of, "report", *unit, "--year", year], day


def papers(register):
    """The arguments that print each paper, its day and its title."""
    seen = set()
    for path in sorted(register.rglob("*.toml")):
        day = path.name[:10].split("-")
        if path.parent.name == "agreements":
            signed = tomllib.loads(path.read_text())["signed"]
            yield ["agreement", path], (signed.year, signed.month, signed.day), "QUY CHẾ"
        elif len(day) == 3 and all(part.isdigit() for part in day):
            of_kind = path.parent, path.name[10:]
            if of_kind not in seen and tomllib.loads(path.read_text()).get("held") is not False:
                seen.add(of_kind)
                yield ["minutes", path], tuple(map(int, day)), "BIÊN BẢN"
        elif path.name == "cell.toml":
            cell = path.parent.relative_to(register)
            yield ["sign-in", "-C", register, cell, "--date", "2018-12-05"], (2018, 12, 5), "DANH SÁCH"


def main():
    chibo, register = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    read, broken = 0, 0
    with tempfile.TemporaryDirectory() as place:
        file = pathlib.Path(place) / "giay.docx"
        for args, day in reports(register):
            run(chibo, *args, "-o", file, "--force")
            for wrong in look_at_report(file, json.loads(run(chibo, *args, "-O", "json")), day):
                print(f"{' '.join(map(str, args))}: {wrong}")
                broken += 1
            read += 1
        for args, day, kind in papers(register):
            run(chibo, *args, "-o", file, "--force")
            for wrong in look(file, run(chibo, *args), day, kind):
                print(f"{' '.join(map(str, args))}: {wrong}")
                broken += 1
            read += 1
    print(f"{read} papers read, {broken} mistakes")
    sys.exit(broken > 0 or read < 10)


main()
