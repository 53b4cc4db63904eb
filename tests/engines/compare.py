#!/usr/bin/env python3
"""Runs the shipped SQL of an export in an analysis engine and compares it with `chibo report`, unit by unit.

    compare.py duckdb|spark CHIBO REGISTER...

CHIBO is the program. Each register is exported as it is and, when it is small, with its settings changed and some of its
records broken, so that what is left out is compared too. The exit code is 1 where a single number differs.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))

SMALL = 3000  # files


def run(chibo, *args):
    done = subprocess.run([chibo, "--lang", "en", "--no-cache", *map(str, args)], capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{' '.join(done.args)}: {done.stderr}")
    return done.stdout


def reported(chibo, register, options, year):
    """What the report says of every unit: (unit, target) -> (numerator, denominator)."""
    figures = {}
    for level in ["district", "commune", "cell", "village"]:
        report = json.loads(run(chibo, "-C", register, *options, "report", "--year", year, "--by", level, "-O", "json"))
        for unit in [report, *report["by"]]:
            for target in unit["targets"]:
                if target["denominator"]:
                    counts = (target["numerator"], target["denominator"])
                    figures[unit["unit"] or ".", target["id"]] = counts
    return figures


def compare(engine, chibo, register, options, what):
    """Compares one state of a register; gives how many numbers were compared and how many differ."""
    with tempfile.TemporaryDirectory() as place:
        out = pathlib.Path(place) / "export"
        run(chibo, "-C", register, *options, "export", out)
        tables = engine.load(out)
        years = [row[0] for row in tables.query("SELECT year FROM years ORDER BY year")]
        compared, wrong = 0, 0
        expected = {year: reported(chibo, register, options, year) for year in years}
        for file in sorted((out / "sql").glob("*.sql")):
            target = file.stem
            counted = {
                (unit, year): (numerator, denominator)
                for unit, year, numerator, denominator in tables.query(file.read_text())
                if denominator
            }
            told = {
                (unit, year): counts
                for year in years
                for (unit, of), counts in expected[year].items()
                if of == target
            }
            for key in sorted(counted.keys() | told.keys()):
                compared += 1
                if counted.get(key) != told.get(key):
                    wrong += 1
                    print(f"{what}: {target} of {key}: SQL {counted.get(key)}, report {told.get(key)}")
        print(f"{engine.NAME}: {what}: {compared} numbers, {wrong} differ")
        if not compared:
            sys.exit(f"{what}: nothing was compared")
        return wrong


def states(register):
    """The register as it is, and states of it in which much is left out: name, directory, options."""
    yield "as it is", register, []
    if sum(1 for path in register.rglob("*") if path.is_file()) > SMALL:
        return
    yield "as of 2018-07-20", register, ["--as-of", "2018-07-20"]
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / "register"
        shutil.copytree(register, copy)
        settings = copy / "chibo.toml"
        settings.write_text(settings.read_text() + "\n[counting]\nexcused_in_base = false\n")
        yield "the excused not in the base", copy, []
        for index, path in enumerate(sorted(copy.rglob("*.toml")) + sorted(copy.rglob("*.csv"))):
            text = path.read_bytes()
            if path == settings or index % 7:
                continue
            kinds = [text[: len(text) // 2], b"unheard_of = 1\n" + text, b"\xff\x00", text.replace(b"kind", b"knid")]
            path.write_bytes(kinds[index // 7 % len(kinds)])
        yield "with broken records", copy, []


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("duckdb", "spark"):
        sys.exit(__doc__)
    engine = __import__(f"engine_{sys.argv[1]}")
    chibo = str(pathlib.Path(sys.argv[2]).resolve())
    wrong = 0
    for register in map(pathlib.Path, sys.argv[3:]):
        for what, directory, options in states(register):
            wrong += compare(engine, chibo, directory, options, f"{register.name}, {what}")
    sys.exit(1 if wrong else 0)


main()
