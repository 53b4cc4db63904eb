"""Writes the example registers beside itself: `van-giang`, a district of two communes with the shortfalls of real
life, and `clean`, one cell of which a checker has nothing to say.

    python3 make_examples.py

The same bytes every time: no clock, and every choice comes from a generator seeded with the name of what is chosen.
The texts are in `make_examples_texts.py`; the cells, villages and agreements are in `make_examples_units.py`.
"""

import calendar
import csv
import io
import random
import shutil
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path

sys.dont_write_bytecode = True

import make_examples_texts as texts
import make_examples_units as units
from make_examples_units import Commune, Register

SEED = "chibo-1"
HERE = Path(__file__).resolve().parent
TET = ((date(2017, 1, 25), date(2017, 2, 2)), (date(2018, 2, 12), date(2018, 2, 21)))
ATTENDING = ("regular", "combined")
SOON_AFTER = timedelta(days=70)  # a congress's working regulations follow within this


def dice(*names):
    """A generator of its own for each thing that is chosen, so that one change does not shift the rest."""
    return random.Random("/".join([SEED, *map(str, names)]))


# --- Writing ---------------------------------------------------------------------------------------------------------


@dataclass
class Inline:
    """A table written in one line."""

    entries: dict


def toml_value(value):
    match value:
        case bool():
            return "true" if value else "false"
        case int() | date():
            return str(value)
        case time():
            return value.strftime("%H:%M:%S")
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case Inline():
            inside = ", ".join(f"{key} = {toml_value(item)}" for key, item in value.entries.items())
            return "{ " + inside + " }"
        case list() if value and isinstance(value[0], Inline):
            return "[\n" + "".join(f"  {toml_value(item)},\n" for item in value) + "]"
        case list():
            return "[" + ", ".join(map(toml_value, value)) + "]"
    raise TypeError(value)


def toml_text(scalars, *tables):
    """The keys of the file, then its tables: pairs of a header, `[x]` or `[[x]]`, and its keys. `None` is left out."""
    blocks = [("", scalars), *((f"{header}\n", keys) for header, keys in tables)]
    lines = [
        header + "".join(f"{key} = {toml_value(value)}\n" for key, value in keys.items() if value is not None)
        for header, keys in blocks
        if keys
    ]
    return "\n".join(lines)


def document(number, day):
    return Inline({"number": number, "date": day})


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_csv(path, header, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows([["" if value is None else value for value in row] for row in rows])
    write(path, out.getvalue())


# --- The meetings of a cell ------------------------------------------------------------------------------------------


@dataclass
class Meeting:
    day: date
    kind: str
    month: tuple
    theme: Inline | None = None
    chair: str = ""
    minutes_by: str = ""
    committee_met: date | None = None
    announced: date | None = None
    marks: dict = field(default_factory=dict)
    expected: int = 0
    resolutions: list = field(default_factory=list)
    official_present: int = 0

    @property
    def present(self):
        return sum(mark in ("x", "m") for mark in self.marks.values())

    def missing(self, mark):
        return sum(one == mark for one in self.marks.values())


def months(register):
    first, last = register.records
    return [
        (year, month)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if (first.year, first.month) <= (year, month) <= (last.year, last.month)
    ]


def key(month):
    return f"{month[0]}-{month[1]:02d}"


def quarter(month):
    return (month - 1) // 3 + 1


def regular_day(cell, month):
    """The cell's usual day of the month, a day or two off, and not in Tết."""
    if chosen := cell.days.get(key(month)):
        return chosen
    day = cell.usual_day + dice(cell.path, key(month), "day").randint(-1, 2)
    chosen = date(*month, max(5, min(day, calendar.monthrange(*month)[1])))
    for first, last in TET:
        if first <= chosen <= last:
            chosen = last + timedelta(days=2)
    return chosen


def topics(cell, year):
    """The thematic plan of a year: a theme a quarter."""
    if year == 2016:
        area, title = texts.THEME_2016
        return {4: Inline({"area": area, "title": title, "author": cell.holders(date(2016, 12, 1))[0]})}
    pool = texts.THEMES[year]
    able = cell.capable(year)
    plan = {}
    for turn in range(1, 5):
        area, title = pool[(cell.offset * 2 + turn * 2) % len(pool)]
        author = able[(cell.offset + turn) % len(able)]
        plan[turn] = Inline({"area": area, "title": title, "author": author})
    return plan


def planned(cell, register):
    """Which meetings the cell holds, without what happens in them."""
    found = []
    for number, month in enumerate(months(register)):
        year, turn = month[0], quarter(month[1])
        has_theme = month[1] in cell.theme_months and (year, turn) not in cell.no_theme
        if year == 2016 and not cell.theme_2016:
            has_theme = False
        combined = cell.themes == "combined" or cell.themes == "both" and number % 2 == 0
        topic = topics(cell, year).get(turn) if has_theme else None
        if key(month) in cell.no_record | cell.not_held:
            continue
        day = regular_day(cell, month)
        if key(month) in cell.thematic_only:
            found.append(Meeting(day, "thematic", month, topic))
            continue
        found.append(Meeting(day, "combined" if topic and combined else "regular", month, topic if combined else None))
        if topic and not combined:
            apart = day + timedelta(days=dice(cell.path, key(month), "theme").randint(10, 14))
            if apart.month != month[1]:
                apart = day - timedelta(days=12)
            found.append(Meeting(apart, "thematic", month, topic))
    for day, kind in cell.special:
        found.append(Meeting(day, kind, (day.year, day.month)))
    return sorted(found, key=lambda meeting: (meeting.day, meeting.kind))


def prepare(cell, meeting):
    """The committee meets, then tells the members."""
    chance = dice(cell.path, meeting.day, meeting.kind, "prepare")
    if meeting.kind == "committee":
        meeting.announced = meeting.day - timedelta(days=1)
        return
    meeting.announced = meeting.day - timedelta(days=chance.choice((1, 2, 2, 3)))
    meeting.committee_met = meeting.announced - timedelta(days=chance.choice((0, 0, 1)))
    for day, kind in cell.special:
        if kind == "committee" and 0 < (meeting.day - day).days < 7:
            meeting.committee_met = day
            meeting.announced = max(meeting.announced, day)


def leaders(cell, meeting):
    """Who leads a meeting: at a congress still those whom it replaces."""
    return cell.holders(meeting.day - timedelta(days=1) if meeting.kind == "congress" else meeting.day)


class RollCall:
    """Who comes. Nobody is excused more than twice in a row, nor absent without reason more than once a year."""

    def __init__(self, cell):
        self.cell = cell
        self.streak = Counter()
        self.unexcused = Counter()
        self.expected = Counter()
        self.absent = Counter()
        chance = dice(cell.path, "habits")
        self.habit = {member.id: chance.uniform(0.6, 2.2) for member in cell.members}

    def wanted(self, meeting, size, chance):
        """How many stay away, so that the year comes near the cell's usual attendance."""
        share = 1 - self.cell.attendance[meeting.day.year]
        if meeting.kind not in ATTENDING:
            return min(1, round(size * share))
        self.expected[meeting.day.year] += size
        owed = self.expected[meeting.day.year] * share - self.absent[meeting.day.year]
        return max(0, round(owed + chance.choice((-0.6, -0.2, 0, 0.3, 0.6))))

    def call(self, meeting):
        cell, day = self.cell, meeting.day
        chance = dice(cell.path, day, meeting.kind, "roll")
        holders = leaders(cell, meeting)
        expected = cell.expected(day)
        if meeting.kind == "committee":
            expected = [one for one in expected if one in holders]
        official = [one for one in expected if cell.is_official(one, day)]
        deputy_chairs = meeting.kind in ATTENDING and len(holders) > 2 and chance.random() < 0.06
        meeting.chair = holders[1] if deputy_chairs else holders[0]
        able = [one for one in [*holders[2:], *official] if one not in holders[:2]] or holders[1:]
        meeting.minutes_by = able[0] if chance.random() < 0.85 else able[chance.randrange(len(able))]
        needed = {meeting.chair, meeting.minutes_by, *([meeting.theme.entries["author"]] if meeting.theme else [])}

        away = self.wanted(meeting, len(expected), chance)
        important = key(meeting.month) in cell.votes and meeting.kind in ATTENDING
        spare = len(official) - cell.strength_official(day) * (2 if important else 1) // (3 if important else 2) - 1
        away = min(away, max(0, spare))
        marks = {one: "m" if chance.random() < 0.02 else "x" for one in expected}
        tired = sorted(expected, key=lambda one: (chance.random() / self.habit[one], one))
        if deputy_chairs and away and self.streak[holders[0]] < 2:
            tired.insert(0, holders[0])
        for one in dict.fromkeys(tired):
            if away == 0:
                break
            if one in needed or self.streak[one] >= 2:
                continue
            free = self.unexcused[one, day.year] == 0 and one not in holders
            marks[one] = "k" if free and chance.random() < 0.12 else "p"
            self.unexcused[one, day.year] += marks[one] == "k"
            away -= 1
        for one in expected:
            self.streak[one] = self.streak[one] + 1 if marks[one] == "p" else 0
        if meeting.kind in ATTENDING:
            self.absent[day.year] += sum(mark in "pk" for mark in marks.values())
        for one in cell.visitors(day) if meeting.kind in ATTENDING and not cell.totals_only else []:
            marks[one] = "x"
        meeting.marks = dict(sorted(marks.items()))
        meeting.expected = len(marks)
        meeting.official_present = sum(
            mark in ("x", "m") and cell.is_official(one, day) for one, mark in marks.items()
        )


def ballot(cell, meeting, kind, title, number):
    """A resolution that carries: more than half of the official members, two thirds where the Charter asks."""
    chance = dice(cell.path, meeting.day, kind, "ballot")
    present = meeting.official_present
    blank = 1 if kind == "monthly" and chance.random() < 0.12 else 0
    strength = cell.strength_official(meeting.day)
    if (present - blank) * 2 <= strength:
        blank = 0
    assert present * 2 > strength, (cell.path, meeting.day)
    if kind in ("admission", "official-status", "strike-off"):
        assert present * 3 >= strength * 2, (cell.path, meeting.day)
    votes = Inline({"for": present - blank, "against": 0, "blank": blank})
    return {
        "number": f"{number:02d}-NQ/CB",
        "kind": kind,
        "title": title,
        "votes": None if cell.style == "bare" else votes,
        "carried": True,
    }


def resolve(cell, meetings):
    """The year's, the term's and the month's resolutions, numbered through the year."""
    numbers = Counter()
    regulated = False
    for meeting in meetings:
        year, month = meeting.month
        if meeting.kind not in (*ATTENDING, "thematic"):
            continue
        wanted = []
        if meeting.kind in ATTENDING:
            wanted += cell.votes.get(key(meeting.month), [])
            if month == 1:
                if year not in cell.no_leadership:
                    wanted.append(("annual", f"Lãnh đạo thực hiện nhiệm vụ năm {year}"))
                wanted.append(("thematic-plan", f"Kế hoạch sinh hoạt chuyên đề năm {year}"))
            since = meeting.day - cell.congress[-1]
            if not regulated and timedelta(days=0) < since < SOON_AFTER:
                regulated = True
                if cell.regulations:
                    wanted.append(("regulations", "Quy chế làm việc của chi ủy, chi bộ nhiệm kỳ 2017 - 2020"))
        if cell.monthly_resolution(month) or meeting.kind == "thematic":
            titles = texts.MONTHLY_TITLES
            title = titles[(cell.offset + month) % len(titles)].format(month=f"{month:02d}/{year}")
            thematic = meeting.kind == "thematic"
            wanted.append(("other", meeting.theme.entries["title"]) if thematic else ("monthly", title))
        for kind, title in wanted:
            numbers[meeting.day.year] += 1
            meeting.resolutions.append(ballot(cell, meeting, kind, title, numbers[meeting.day.year]))


# --- What a meeting's record says ------------------------------------------------------------------------------------


def opening(cell, meeting, chance):
    there = f"có mặt {meeting.present}/{meeting.expected} đảng viên"
    gone = [
        f"vắng {count:02d} {reason}"
        for count, reason in ((meeting.missing("p"), "có lý do"), (meeting.missing("k"), "không lý do"))
        if count
    ]
    roll = ", ".join([there, *gone])
    if meeting.kind == "committee":
        return f"Có mặt {meeting.present}/{meeting.expected} chi ủy viên; bí thư nêu nội dung, chi ủy nhất trí."
    if cell.style == "short":
        return f"Điểm danh {roll}."
    ways = (
        f"Điểm danh: {roll}. Thông qua nội dung, chương trình; cử @{meeting.minutes_by} làm thư ký.",
        f"Chào cờ, tuyên bố lý do; {roll}. Chi bộ nhất trí chương trình, thư ký là @{meeting.minutes_by}.",
        f"Thu đảng phí, điểm danh {roll}; chi ủy báo cáo dự kiến nội dung, chi bộ nhất trí.",
    )
    return ways[chance.randrange(len(ways))]


def around(cell, month):
    """The month that is looked back on and the one ahead: a cell that meets at a month's end speaks of the next one."""
    year, number = month
    before = (year - 1, 12) if number == 1 else (year, number - 1)
    after = (year + 1, 1) if number == 12 else (year, number + 1)
    return (month, after) if cell.usual_day > 20 else (before, month)


def content(cell, meeting, number):
    """Part by part; `number` counts the months, so that no two months in a row say the same."""
    chance = dice(cell.path, meeting.day, meeting.kind, "content")
    present = [
        one
        for one, mark in meeting.marks.items()
        if mark in ("x", "m") and cell.is_official(one, meeting.day) and one not in (meeting.chair, meeting.minutes_by)
    ]
    author = meeting.theme.entries["author"] if meeting.theme else None

    def fill(text, member=None):
        return text.format(
            thon=cell.village_name,
            x=chance.randint(5, 7),
            y=chance.randint(8, 36),
            ha=chance.randint(6, 42),
            n=f"{chance.randint(3, min(8, max(3, len(present)))):02d}",
            m=member or chance.choice(present),
        )

    def turn(pool, stride):
        return fill(pool[(number + cell.offset * stride) % len(pool)])

    if meeting.kind in ("congress", "review", "extraordinary", "committee"):
        said = texts.SPECIAL[meeting.kind]
        return {"opening": opening(cell, meeting, chance), **{part: fill(text) for part, text in said.items()}}
    if meeting.theme:
        discussion = fill(texts.THEME_DISCUSSION[(number + cell.offset) % len(texts.THEME_DISCUSSION)], author)
        conclusion = fill(texts.THEME_CONCLUSIONS[(number + cell.offset) % len(texts.THEME_CONCLUSIONS)], author)
    else:
        discussion, conclusion = turn(texts.DISCUSSION, 7), turn(texts.CONCLUSIONS, 5)
    if meeting.kind == "thematic":
        return {"opening": opening(cell, meeting, chance), "discussion": discussion, "conclusion": conclusion}

    past, coming = around(cell, meeting.month)
    long_news, short_news = texts.NEWS[key(coming)]
    crop = fill(texts.FIELDS[cell.crop][past[1]][past[0] % 2])
    done, study = turn(texts.DONE, 6), turn(texts.STUDY, 4)
    task, local = texts.TASKS_OF_MONTH[coming[1]][(coming[0] + cell.offset) % 2], turn(texts.NEXT, 9)
    if cell.kind == "office":
        task = turn(texts.OFFICE, 2)
        conclusion = conclusion if meeting.theme else turn(texts.OFFICE_CONCLUSIONS, 1)
    extra = cell.extra.get(key(meeting.month))
    parts = {
        "full": {
            "opening": opening(cell, meeting, chance),
            "news": long_news,
            "last_month": f"{crop} {done}",
            "study": study,
            "next_month": f"{task} {local}",
            "discussion": discussion,
            "conclusion": conclusion,
        },
        "short": {
            "opening": opening(cell, meeting, chance),
            "news": short_news,
            "last_month": crop,
            "study": study,
            "next_month": local,
            "discussion": discussion,
            "conclusion": conclusion,
        },
        "mixed": {
            "opening": True,
            "news": short_news,
            "last_month": done,
            "study": True if number % 3 else study,
            "next_month": task,
            "discussion": discussion if number % 2 or meeting.theme else True,
            "conclusion": conclusion,
        },
        "bare": {
            "opening": True,
            "news": True,
            "last_month": True,
            "study": True,
            "next_month": task,
            "discussion": True,
            "conclusion": conclusion if number % 2 else True,
        },
    }[cell.style]
    if extra:
        parts["next_month"] = f"{extra} {parts['next_month']}"
    for part in cell.not_covered.get(key(meeting.month), []):
        parts[part] = False
    return parts


def hours(cell, meeting):
    chance = dice(cell.path, meeting.day, meeting.kind, "hours")
    if cell.kind == "office" or meeting.kind in ("congress", "review"):
        start = time(7, 30) if meeting.day.month in range(5, 10) else time(8, 0)
    elif meeting.kind == "committee":
        start = time(19, 30)
    else:
        start = chance.choice((time(19, 30), time(19, 30), time(19, 45), time(20, 0)))
    least = {"combined": 125, "congress": 195, "review": 150, "committee": 60}.get(meeting.kind, 95)
    minutes = start.hour * 60 + start.minute + least + 5 * chance.randrange(8 if least > 60 else 4)
    return start, time(minutes // 60, minutes % 60)


def guests(cell, register, meeting):
    """A committee member of the commune some months, the village head when he is no member of the cell."""
    found = []
    if meeting.kind in ATTENDING and meeting.day.month in cell.guest_months:
        found.append({"from": "commune"})
    if meeting.kind in ATTENDING and key(meeting.month) in cell.district_guests:
        found.append({"from": "district"})
    if meeting.kind == "congress":
        found.append({"from": "commune"})
    head = register.head_of(cell, meeting.day)
    if head and meeting.kind in ATTENDING and not head.is_member_of(cell, meeting.day):
        if dice(cell.path, meeting.day, "head").random() < 0.7:
            found.append({"from": "village-head", "official": head.id})
    return found


def meeting_text(cell, register, meeting, number):
    start, end = hours(cell, meeting)
    theme = None
    if meeting.theme:
        theme = {**meeting.theme.entries, "draft_sent": meeting.announced}
    natural = (meeting.day.year, meeting.day.month) == meeting.month
    scalars = {
        "date": meeting.day,
        "kind": meeting.kind,
        "month": None if natural else key(meeting.month),
        "start": start,
        "end": end,
        "place": cell.place,
        "announced": meeting.announced,
        "prepared_by": leaders(cell, meeting)[0],
        "committee_met": meeting.committee_met,
        "chair": meeting.chair,
        "minutes_by": meeting.minutes_by,
    }
    if cell.totals_only:
        roll = ("[counts]", counts(cell, meeting))
    else:
        roll = ("[attendance]", meeting.marks)
    return toml_text(
        scalars,
        roll,
        ("[content]", content(cell, meeting, number)),
        ("[theme]", theme),
        *(("[[resolutions]]", one) for one in meeting.resolutions),
        *(("[[guests]]", one) for one in guests(cell, register, meeting)),
    )


def counts(cell, meeting):
    """Numbers alone: mostly who was expected, a quarter's end the whole sum from the roster down."""
    members = cell.roster(meeting.day)
    exempt = [one for one in members if cell.status_of(one.id, meeting.day).startswith("exempt")]
    away = [one for one in members if cell.status_of(one.id, meeting.day) == "away"]
    tail = {"present": meeting.present, "excused": meeting.missing("p"), "unexcused": meeting.missing("k")}
    if meeting.day.month % 3 == 0 and meeting.kind != "committee":
        return {"total": len(members), "exempt": len(exempt), "away": len(away), **tail}
    return {"expected": meeting.expected, **tail}


# --- A cell ----------------------------------------------------------------------------------------------------------


def write_cell(cell, register):
    meetings = planned(cell, register)
    roll = RollCall(cell)
    for meeting in meetings:
        prepare(cell, meeting)
        roll.call(meeting)
    resolve(cell, meetings)
    place = months(register)
    for meeting in meetings:
        name = f"{meeting.day}-{meeting.kind}.toml"
        text = meeting_text(cell, register, meeting, place.index(meeting.month))
        write(cell.directory / str(meeting.day.year) / name, text)
    for month in sorted(cell.not_held):
        day = date.fromisoformat(f"{month}-{cell.usual_day:02d}")
        scalars = {"date": day, "kind": "regular", "held": False, "reason": texts.NO_MEETING}
        write(cell.directory / str(day.year) / f"{day}-regular.toml", toml_text(scalars))

    write_roster(cell)
    first_after = min((one.day for one in meetings if one.day > cell.congress[-1] and one.kind in ATTENDING))
    write_cell_file(cell, first_after)
    for year in sorted({one.day.year for one in meetings}):
        write_cell_year(cell, year, [one for one in meetings if one.day.year == year])
        if year > 2016 and not cell.totals_only:
            write_assessments(cell, register, year)
        if cell.briefings:
            write_briefings(cell, register, year)


def write_roster(cell):
    rows = [
        (one.id, one.admitted, one.official, one.from_, one.until, one.leaving, one.temporary)
        for one in sorted(cell.members, key=lambda one: (one.id, one.from_ or date.min))
    ]
    write_csv(cell.directory / "members.csv", "id,admitted,official,from,until,leaving,temporary", rows)
    rows = sorted((one.member, one.status, one.from_, one.until, one.reason) for one in cell.statuses)
    if rows:
        write_csv(cell.directory / "statuses.csv", "member,status,from,until,reason", rows)
    rows = sorted((one.member, one.from_, one.role, one.until, one.how) for one in cell.roles)
    rows = [(member, role, start, end, how) for member, start, role, end, how in rows]
    write_csv(cell.directory / "roles.csv", "member,role,from,until,how", rows)


def write_cell_file(cell, first_after):
    """The terms; the running one's regulations and programme date from the first meeting after its congress."""
    terms = []
    for congress in cell.congress:
        last = congress == cell.congress[-1]
        day = first_after if last and first_after - congress < SOON_AFTER else congress + timedelta(days=28)
        terms.append(
            {
                "congress": congress,
                "resolution": document("01-NQ/ĐH", congress),
                "working_regulations": day if cell.regulations or not last else None,
                "inspection_programme": day,
            }
        )
    scalars = {
        "name": cell.name,
        "kind": cell.kind,
        "villages": [cell.village] if cell.village else None,
        "founded": cell.founded,
    }
    write(cell.directory / "cell.toml", toml_text(scalars, *(("[[terms]]", one) for one in terms)))


def write_cell_year(cell, year, meetings):
    path = cell.directory / str(year) / "year.toml"
    if year == 2016:
        write(path, toml_text({"grade": cell.grades[year]}))
        return
    regular = [one for one in meetings if one.kind in ATTENDING]
    january, february = regular[0].day, regular[1].day
    annual = [one for meeting in meetings for one in meeting.resolutions if one["kind"] == "annual"]
    chance = dice(cell.path, year, "inspections")
    subjects = []
    for month in (5, 10):
        subject = texts.INSPECTIONS[(cell.offset + year + month) % len(texts.INSPECTIONS)]
        subjects.append(Inline({"date": date(year, month, chance.randint(18, 27)), "subject": subject}))
    plan = [Inline({"quarter": turn, **topic.entries}) for turn, topic in topics(cell, year).items()]
    write(
        path,
        toml_text(
            {"grade": cell.grades[year], "candidates": cell.candidates.get(year)},
            ("[leadership_resolution]", {"number": annual[0]["number"], "date": january} if annual else None),
            ("[thematic_plan]", {"adopted": january, "topics": plan}),
            ("[inspection]", {"programme": january, "inspections": subjects}),
            ("[emulation]", {"registered": february}),
            ("[assessment_counts]", cell.assessment_counts.get(year)),
            ("[assignment_counts]", cell.assignment_counts.get(year)),
        ),
    )


def write_assessments(cell, register, year):
    """A row for each member on strength at the year's end whom the exemption does not spare."""
    end = date(year, 12, 31)
    holders = cell.holders(end)
    head = register.head_of(cell, end)
    pool = texts.OFFICE_ASSIGNMENTS if cell.kind == "office" else texts.ASSIGNMENTS
    rows = []
    for number, one in enumerate(cell.roster(end)):
        status = cell.status_of(one.id, end)
        if one.temporary or status.startswith("exempt"):
            continue
        task = pool[(number + cell.offset * 3 + year) % len(pool)]
        if one.id in holders:
            task = texts.HOLDERS[holders.index(one.id)]
        if status == "away":
            task = "Giữ liên hệ với chi bộ, vận động gia đình gương mẫu"
        if head and head.is_member_of(cell, end) and head.member == one.id:
            task = f"{task}; trưởng thôn" if one.id in holders else "Trưởng thôn"
        if (year, one.id) in cell.no_task:
            task = ""
        rows.append((one.id, task, cell.grade_of(one.id, year), cell.disciplines.get((year, one.id))))
    write_csv(cell.directory / str(year) / "assessments.csv", "member,task,grade,discipline", rows)


def write_briefings(cell, register, year):
    rows = []
    for number, (of, month) in enumerate(months(register)):
        if of != year:
            continue
        chance = dice(cell.path, year, month, "briefing")
        day, counted = date(year, month, chance.randint(22, 28)), None
        if (first := cell.late_briefings.get(f"{year}-{month:02d}")) is not None:
            day, counted = first, f"{year}-{month:02d}"
        deputy = "yes" if chance.random() < 0.85 else "no"
        topic = texts.BRIEFINGS[(number + cell.offset * 5) % len(texts.BRIEFINGS)]
        rows.append((day, counted, "yes", "yes", deputy, topic))
    write_csv(cell.directory / str(year) / "briefings.csv", "date,month,secretary,head,deputy,topics", sorted(rows))


# --- A commune, a district -------------------------------------------------------------------------------------------


def write_commune(commune: Commune, register: Register):
    scalars = {"name": commune.name, "kind": "xã", "code": commune.code, "resolution": document(*commune.resolution)}
    write(commune.directory / "commune.toml", toml_text(scalars))
    write_csv(
        commune.directory / "villages.csv",
        "id,name,kind,from,until,successor,section,rules_among_cells",
        [(one.id, one.name, "thon", None, None, None, None, one.rules) for one in commune.villages],
    )
    write_csv(
        commune.directory / "officials.csv",
        "id,village,role,from,until,how,party_since,cell,member,mentor",
        [
            (one.id, one.village, one.role, one.from_, one.until, one.how, one.party_since, one.cell, one.member, one.mentor)
            for one in sorted(commune.officials, key=lambda one: (one.id, one.from_))
        ],
    )
    for number, one in enumerate(commune.agreements):
        write_agreement(commune, one, number)
    for year, facts in commune.years.items():
        trainings = (("[[training]]", {"date": day, "audience": list(audience)}) for day, audience in facts.training)
        scalars = {"conference": facts.conference, "report": facts.report}
        write(commune.directory / str(year) / "year.toml", toml_text(scalars, *trainings))
        chance = dice(commune.path, year, "successors")
        write_csv(
            commune.directory / str(year) / "villages.csv",
            "village,head_successors,deputy_successors,hot_spots,mass_complaints",
            [(one.id, chance.randint(1, 3), chance.randint(1, 2), 0, 0) for one in commune.villages],
        )
    for cell in commune.cells:
        write_cell(cell, register)


def write_agreement(commune, agreement, number):
    ended = agreement.ended or date.max
    reviews = [
        {"date": facts.conference, "result": texts.REVIEWS[year][number % len(texts.REVIEWS[year])]}
        for year, facts in commune.years.items()
        if agreement.rolled_out and agreement.rolled_out <= facts.conference <= ended
    ]
    approval = {"party_committee": document(*agreement.party_committee)}
    if agreement.peoples_committee:
        approval["peoples_committee"] = document(*agreement.peoples_committee)
    reporting = {"every": "Hằng tháng, trước kỳ họp chi bộ", "invites_head": True}
    text = toml_text(
        {
            "village": agreement.village,
            "cells": agreement.cells,
            "signed": agreement.signed,
            "secretaries": agreement.secretaries,
            "head": agreement.head,
            "rolled_out": agreement.rolled_out,
            "briefings": "monthly",
            "ended": agreement.ended,
        },
        ("[approval]", approval),
        ("[reporting]", reporting if agreement.reporting else None),
        *(("[[reviews]]", one) for one in reviews),
    )
    write(commune.directory / "agreements" / f"{agreement.village}-{agreement.signed}.toml", text)


def write_register(register: Register):
    shutil.rmtree(HERE / register.path, ignore_errors=True)
    register.place(HERE)
    first, last = register.records
    scalars = {"format": 1, "level": register.level, "name": register.name}
    write(HERE / register.path / "chibo.toml", toml_text(scalars, ("[records]", {"from": first, "until": last})))
    if register.district:
        district = register.district
        scalars = {
            "name": district.name,
            "kind": "huyện",
            "code": district.code,
            "plan": document(*district.plan),
            "rolled_out": district.rolled_out,
            "agreement_guidance": document(*district.agreement_guidance),
        }
        write(HERE / register.path / "district.toml", toml_text(scalars))
        for year, conference in district.conferences.items():
            write(HERE / register.path / str(year) / "year.toml", toml_text({"conference": conference}))
    for commune in register.communes:
        write_commune(commune, register)
    if register.cell:
        write_cell(register.cell, register)


if __name__ == "__main__":
    for register in (units.van_giang(), units.clean()):
        write_register(register)
