#!/usr/bin/env python3
"""The script that one would write in place of chibo: attendance and thematic quarters of each village cell and year, from
the same records, with Python's own tomllib and csv.

    script.py REGISTER [PROCESSES]

It takes every record to be right: a mistake ends it, or goes into the figures unseen. Prints a line a cell and year (path,
year, came, expected, quarters with a theme), then the sums of each year.
"""

import csv
import datetime
import multiprocessing
import pathlib
import sys
import tomllib

KEPT_AWAY = {"exempt", "exempt-temporarily", "away", "suspended", "special-duty"}
COUNT_ON_COMING = {"exempt", "exempt-temporarily", "away"}
FIRST, LAST = datetime.date(2016, 11, 1), datetime.date(2020, 12, 31)


def toml(path):
    with open(path, "rb") as file:
        return tomllib.load(file)


def rows(path):
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def day(text, otherwise):
    return datetime.date.fromisoformat(text) if text else otherwise


def covers(row, date):
    return day(row["from"], datetime.date.min) <= date <= day(row["until"], datetime.date.max)


def cell(directory):
    """Year by year: how many came, of how many expected, and the quarters in which a theme was held."""
    years = {}
    if toml(directory / "cell.toml")["kind"] != "village":
        return years
    members = rows(directory / "members.csv")
    statuses = rows(directory / "statuses.csv")
    for path in sorted(directory.glob("????/????-??-??-*.toml")):
        meeting = toml(path)
        date, kind = meeting["date"], meeting["kind"]
        if meeting.get("held") is False or not FIRST <= date <= LAST:
            continue
        year = years.setdefault(date.year, [0, 0, set()])
        if kind in ("thematic", "combined"):
            year[2].add((date.month - 1) // 3 + 1)
        if kind not in ("regular", "combined"):
            continue
        if not meeting.get("attendance"):
            counts = meeting["counts"]
            away = counts.get("exempt", 0) + counts.get("away", 0)
            year[0] += counts["present"]
            year[1] += counts.get("expected", counts.get("total", 0) - away)
            continue
        for member, mark in meeting["attendance"].items():
            if not mark or not any(row["id"] == member and covers(row, date) for row in members):
                continue
            held = {row["status"] for row in statuses if row["member"] == member and covers(row, date)}
            present = mark in ("x", "m")
            if held & KEPT_AWAY and not (present and held & COUNT_ON_COMING):
                continue
            year[0] += present
            year[1] += 1
    return years


def main():
    register = pathlib.Path(sys.argv[1])
    processes = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    cells = [path.parent for path in sorted(register.rglob("cell.toml"))]
    if processes > 1:
        with multiprocessing.Pool(processes) as pool:
            results = pool.map(cell, cells, chunksize=8)
    else:
        results = list(map(cell, cells))
    sums = {}
    for directory, years in zip(cells, results):
        for year, (came, expected, quarters) in years.items():
            print(directory.relative_to(register), year, came, expected, len(quarters))
            total = sums.setdefault(year, [0, 0, 0])
            sums[year] = [total[0] + came, total[1] + expected, total[2] + len(quarters)]
    for year, total in sorted(sums.items()):
        print("total", year, *total)


if __name__ == "__main__":
    main()
