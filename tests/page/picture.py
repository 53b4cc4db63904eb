"""Makes the picture of the page that README.md shows.

    picture.py CHIBO REGISTER PICTURE
"""

import pathlib
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright


def main():
    chibo, register, picture = sys.argv[1:]
    with tempfile.TemporaryDirectory() as directory, sync_playwright() as playwright:
        page_file = pathlib.Path(directory) / "page.html"
        report = ["--lang", "vi", "--as-of", "2019-01-31", "report", "--year", "2018", "-o", page_file]
        subprocess.run([chibo, "-C", register, *report], check=True)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        page = browser.new_page(viewport={"width": 1000, "height": 900})
        page.goto(page_file.as_uri())
        page.screenshot(path=picture)
        browser.close()
    if pathlib.Path(picture).stat().st_size < 20_000:
        sys.exit("picture.py: the picture is empty")


main()
