"""Opens the report's pages in a real browser: nothing is asked of the network or told on the console, tables sort and
filter, every link leads somewhere, the page prints, fits a phone, is read without script, and axe-core finds nothing.

    look.py CHIBO REGISTER...
"""

import pathlib
import subprocess
import sys
import tempfile

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]


def expect(truth, what):
    if not truth:
        sys.exit(f"look.py: {what}")


def pages(chibo, register, directory):
    """One page of the whole in each language, and a directory of pages."""
    made = []
    for lang in ["vi", "en"]:
        page = directory / f"page.{lang}.html"
        run(chibo, "--lang", lang, "-C", register, "report", "--year", "2018", "--all", "-o", page)
        made.append(page)
    run(chibo, "-C", register, "report", "--year", "2018", "-o", f"{directory}/pages/")
    made.extend(sorted((directory / "pages").glob("*.html")))
    expect(len(made) > 3, f"{register}: the directory of pages holds no page of a unit below")
    return made


def run(chibo, *words):
    done = subprocess.run([chibo, *map(str, words)], capture_output=True, text=True)
    expect(done.returncode in (0, 1), f"{words}: exit {done.returncode}: {done.stderr}")


def look(browser, page_file):
    address = page_file.resolve().as_uri()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)

    links(page, page_file)
    sorts(page)
    filtered = filters(page)
    evidence(page)
    keyboard(page)
    # The pages of a directory are made as the one page is.
    for scheme in ["light", "dark"] if page_file.name == "page.vi.html" else []:
        page.emulate_media(color_scheme=scheme)
        accessible(page, f"{page_file.name} ({scheme})")
    page.emulate_media(color_scheme="light", media="print")
    # Chromium prints a button once: on the next page the head of a long table would be empty.
    boxes = page.eval_on_selector_all("th button", "all => all.filter(b => getComputedStyle(b).display !== 'contents').length")
    expect(boxes == 0, f"{page_file.name}: {boxes} heads of columns do not stand on a second page")
    expect(page.pdf(format="A4").startswith(b"%PDF"), f"{page_file.name}: does not print")
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 360, "height": 740})
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    expect(wider <= 0, f"{page_file.name}: {wider} px wider than a phone")
    expect(not said, f"{page_file.name}: on the console: {said}")
    others = [url for url in asked if not url.startswith(("file:", "data:", "about:"))]
    expect(not others, f"{page_file.name}: asked for {others}")
    context.close()

    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    for section in ["overview", "years", "evidence"]:
        expect(page.locator(f"#{section}").is_visible(), f"{page_file.name}: without script there is no {section}")
    if page_file.name.startswith("page."):
        expect(page.locator("details summary").count() > 0, f"{page_file.name}: no evidence without script")
    context.close()
    return filtered


def links(page, page_file):
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    expect(len(hrefs) > 5, f"{page_file.name}: only {len(hrefs)} links")
    ids = set(page.eval_on_selector_all("[id]", "all => all.map(e => e.id)"))
    count = page.evaluate("document.querySelectorAll('[id]').length")
    expect(len(ids) == count, f"{page_file.name}: an id stands twice")
    for href in hrefs:
        file, _, place = href.partition("#")
        if file:
            text = (page_file.parent / file).read_text()
            expect(not place or f'id="{place}"' in text, f"{page_file.name}: {href} leads nowhere")
        else:
            expect(place in ids, f"{page_file.name}: #{place} leads nowhere")


def sorts(page):
    for table in page.query_selector_all("table.heat.sorts, table.months.sorts"):
        head = table.query_selector("thead th:nth-child(2) button")
        head.click()
        values = [cell.get_attribute("data-v") or cell.inner_text() for cell in table.query_selector_all("tbody td:nth-child(2)")]
        numbers = [float(value) for value in values if value.lstrip("-").isdigit()]
        expect(numbers == sorted(numbers), f"not sorted: {values}")
        expect(table.query_selector("th[aria-sort=ascending]"), "a sorted column does not say so")
        head.click()
        expect(table.query_selector("th[aria-sort=descending]"), "a second click does not turn the order")
        page.wait_for_timeout(0)


def filters(page):
    """Whether there was a table long enough for a filter."""
    box = next((box for box in page.query_selector_all(".filter input") if box.is_visible()), None)
    if not box:
        return False
    table = box.evaluate_handle("box => (box.closest('label').nextElementSibling.querySelector('table') || box.closest('label').nextElementSibling)")
    name = table.evaluate("table => table.tBodies[0].rows[1].cells[0].textContent.trim()")
    box.fill(name)
    shown = table.evaluate("table => [...table.tBodies[0].rows].filter(row => !row.hidden).map(row => row.textContent)")
    expect(shown and all(name in row for row in shown), f"the filter for {name} shows {shown}")
    box.fill("không có đơn vị nào như thế")
    shown = table.evaluate("table => [...table.tBodies[0].rows].filter(row => !row.hidden).length")
    expect(shown == 0, "the filter shows what was not asked for")
    box.fill("")
    return True


def evidence(page):
    """A figure leads to its evidence, opened."""
    link = page.query_selector("table.heat td a[href^='#']")
    if not link:
        return
    place = link.get_attribute("href")[1:]
    link.click()
    page.wait_for_function("id => { const e = document.getElementById(id); const r = e.getBoundingClientRect(); return r.top >= -5 && r.top < innerHeight }", arg=place)
    closed = page.evaluate("id => { for (let e = document.getElementById(id); e; e = e.parentElement) if (e.tagName === 'DETAILS' && !e.open) return true; return false }", place)
    expect(not closed, f"#{place} stays closed")


def keyboard(page):
    # A page just opened: what was clicked before decides where the keyboard goes on.
    address = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.evaluate("document.activeElement.className") == "skip", "the first key does not offer the content")
    button = page.query_selector("table.sorts thead button")
    if button:
        button.focus()
        page.keyboard.press("Enter")
        expect(button.evaluate("b => b.closest('th').getAttribute('aria-sort')") is not None, "no sorting by keyboard")


def accessible(page, name):
    found = Axe().run(page)["violations"]
    told = [(each["id"], each["nodes"][0]["html"][:200], each["nodes"][0].get("failureSummary", "")) for each in found]
    expect(not told, f"{name}: axe-core: {told}")


def main():
    chibo, *registers = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        looked, filtered = 0, 0
        for register in registers:
            with tempfile.TemporaryDirectory() as directory:
                for page in pages(chibo, register, pathlib.Path(directory)):
                    filtered += look(browser, page)
                    looked += 1
        browser.close()
    expect(filtered, "no page had a table long enough for a filter: nothing was filtered")
    print(f"{looked} pages looked at in Chromium")


main()
