"""The units of the example registers: cells with their rosters, villages with their heads, agreements, the district.

A roster's line is an id and the day of admission; official status is a year later, and the rest follows as `key=value`.
"""

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

PERIOD = (date(2016, 11, 1), date(2018, 12, 31))


def overlaps(first, last, start, end):
    return (start or date.min) <= last and first <= (end or date.max)


def a_year_later(partial):
    """The same day a year later; the month's last day where it has none; a partial date likewise."""
    year, *rest = partial.split("-")
    later = str(int(year) + 1)
    if len(rest) == 2:
        day = min(int(rest[1]), calendar.monthrange(int(later), int(rest[0]))[1])
        rest[1] = f"{day:02d}"
    return "-".join([later, *rest])


def lines(block):
    """The words of each line, split into the bare ones and the `key=value` ones."""
    for line in block.strip().splitlines():
        words = line.split()
        named = dict(word.split("=", 1) for word in words if "=" in word)
        yield [word for word in words if "=" not in word], named


def day_of(text):
    return date.fromisoformat(text) if text else None


@dataclass
class Member:
    id: str
    admitted: str
    official: str
    from_: date | None
    until: date | None
    leaving: str | None
    temporary: str | None

    def is_on(self, day):
        return overlaps(day, day, self.from_, self.until)


@dataclass
class Status:
    member: str
    status: str
    from_: date | None
    until: date | None
    reason: str


@dataclass
class Role:
    member: str
    role: str
    from_: date
    until: date | None
    how: str = "elected"


@dataclass
class Cell:
    """A cell: `holders_of` names secretary, deputy, then the committee, a line for each congress."""

    id: str
    name: str
    village: str | None
    place: str
    style: str  # full, short, mixed, bare: how much the minutes say
    usual_day: int
    attendance: dict
    congress: list
    holders_of: list
    roster_lines: str
    status_lines: str = ""
    grade_lines: dict = field(default_factory=dict)
    grades: dict = field(default_factory=dict)
    kind: str = "village"
    crop: str = "hoa"
    offset: int = 0
    founded: date | None = None
    themes: str = "thematic"  # thematic, combined, or both by turns
    theme_months: tuple = (3, 6, 9, 12)
    theme_2016: bool = False
    guest_months: tuple = (3, 9)
    district_guests: set = field(default_factory=set)
    special: list = field(default_factory=list)
    days: dict = field(default_factory=dict)
    votes: dict = field(default_factory=dict)
    extra: dict = field(default_factory=dict)
    not_covered: dict = field(default_factory=dict)
    thematic_only: set = field(default_factory=set)
    no_record: set = field(default_factory=set)
    not_held: set = field(default_factory=set)
    no_theme: set = field(default_factory=set)
    no_leadership: set = field(default_factory=set)
    no_task: set = field(default_factory=set)
    regulations: bool = True
    visits: dict = field(default_factory=dict)
    disciplines: dict = field(default_factory=dict)
    candidates: dict = field(default_factory=dict)
    briefings: bool = True
    late_briefings: dict = field(default_factory=dict)
    totals_only: bool = False
    assessment_counts: dict = field(default_factory=dict)
    assignment_counts: dict = field(default_factory=dict)
    village_name: str = ""
    path: str = ""
    directory: Path = Path()

    def __post_init__(self):
        self.members = [
            Member(
                bare[0],
                bare[1],
                named.get("official", a_year_later(bare[1])),
                day_of(named.get("from")),
                day_of(named.get("until")),
                named.get("leaving"),
                named.get("temporary"),
            )
            for bare, named in lines(self.roster_lines)
        ]
        self.statuses = [
            Status(bare[0], bare[1], day_of(named.get("from")), day_of(named.get("until")), named["reason"])
            for bare, named in lines(self.status_lines)
        ]
        self.roles = []
        for number, (congress, holders) in enumerate(zip(self.congress, self.holders_of)):
            following = self.congress[number + 1] if number + 1 < len(self.congress) else None
            until = following - timedelta(days=1) if following else None
            names = ["secretary", "deputy-secretary", *["committee"] * len(holders.split())]
            self.roles += [Role(one, role, congress, until) for one, role in zip(holders.split(), names)]

    def roster(self, day):
        return [one for one in self.members if one.is_on(day)]

    def status_of(self, member, day):
        for one in self.statuses:
            if one.member == member and overlaps(day, day, one.from_, one.until):
                return one.status
        return ""

    def expected(self, day):
        return [one.id for one in self.roster(day) if not self.status_of(one.id, day)]

    def visitors(self, day):
        """The exempt who come all the same."""
        coming = self.visits.get(f"{day.year}-{day.month:02d}", "").split()
        return [one.id for one in self.roster(day) if one.id in coming and self.status_of(one.id, day) == "exempt"]

    def is_official(self, member, day):
        return any(
            one.id == member and one.is_on(day) and not one.temporary and one.official[:10] <= str(day)
            for one in self.members
        )

    def strength_official(self, day):
        return sum(self.is_official(one.id, day) for one in self.roster(day))

    def holders(self, day):
        """Who holds a role: the secretary first, then the deputy."""
        order = ("secretary", "deputy-secretary", "committee")
        held = [one for one in self.roles if overlaps(day, day, one.from_, one.until)]
        return [one.member for one in sorted(held, key=lambda one: order.index(one.role))]

    def capable(self, year):
        """Who can be given a theme: official and here all year."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        free = [
            one.id
            for one in self.members
            if self.is_official(one.id, first)
            and (one.until or date.max) >= last
            and not any(s.member == one.id and overlaps(first, last, s.from_, s.until) for s in self.statuses)
        ]
        return free[:7]

    def monthly_resolution(self, month):
        if self.style == "mixed":
            return month % 2 == 1
        return self.style != "bare" or month % 3 == 1

    def grade_of(self, member, year):
        for part in self.grade_lines.get(year, "").split(";"):
            if member in part.split()[1:]:
                return part.split()[0]
        return "good"


@dataclass
class Village:
    id: str
    name: str
    rules: date | None = None


@dataclass
class Official:
    id: str
    village: str
    role: str
    from_: date
    until: date | None
    how: str
    party_since: str | None = None
    cell: str | None = None
    member: str | None = None
    mentor: str | None = None

    def is_member_of(self, cell, day):
        return self.cell == cell.id and any(one.id == self.member for one in cell.roster(day))


@dataclass
class Agreement:
    village: str
    cells: list
    signed: date
    secretaries: list
    head: str
    party_committee: tuple
    peoples_committee: tuple | None
    rolled_out: date | None
    reporting: bool = False
    ended: date | None = None


@dataclass
class CommuneYear:
    conference: date
    report: date
    training: list


@dataclass
class Commune:
    id: str
    name: str
    code: str
    resolution: tuple
    villages: list
    officials: list
    agreements: list
    years: dict
    cells: list
    extra: dict
    directory: Path = Path()
    path: str = ""


@dataclass
class District:
    name: str
    code: str
    plan: tuple
    rolled_out: date
    agreement_guidance: tuple
    conferences: dict


@dataclass
class Register:
    path: str
    level: str
    name: str
    records: tuple
    district: District | None = None
    communes: list = field(default_factory=list)
    cell: Cell | None = None

    def place(self, root):
        """Gives every unit its directory, its path and the name of its village."""
        for commune in self.communes:
            commune.path = f"{self.path}/{commune.id}"
            commune.directory = root / commune.path
            names = {one.id: one.name for one in commune.villages}
            for cell in commune.cells:
                cell.path = f"{commune.path}/{cell.id}"
                cell.directory = root / cell.path
                name = names.get(cell.village, "cơ quan")
                cell.village_name = name[0].lower() + name[1:]
                if cell.kind == "village":
                    cell.extra = {**commune.extra, **cell.extra}
        if self.cell:
            self.cell.path, self.cell.directory, self.cell.village_name = self.path, root / self.path, "thôn 1"

    def head_of(self, cell, day):
        """The head in post of the cell's village."""
        for commune in self.communes:
            for one in commune.officials if cell in commune.cells else []:
                if one.role == "head" and one.village == cell.village and overlaps(day, day, one.from_, one.until):
                    return one
        return None


def two_terms(again, id, village, role, from_, **known):
    """The same person before and after the village's election."""
    how = "elected" if role == "head" else "recognised"
    before = Official(id, village, role, from_, again - timedelta(days=1), how, **known)
    return [before, Official(id, village, role, again, None, how, **known)]


# --- Xuân Quan -------------------------------------------------------------------------------------------------------

THON_1 = Cell(
    id="chi-bo-thon-1",
    name="Chi bộ thôn 1",
    village="thon-1",
    place="Nhà văn hóa thôn 1",
    style="full",
    usual_day=5,
    offset=0,
    attendance={2016: 0.94, 2017: 0.94, 2018: 0.95},
    congress=[date(2015, 1, 18), date(2017, 7, 9)],
    holders_of=["dv01 dv04 dv05", "dv04 dv06 dv13"],  # a new secretary in 2017
    roster_lines="""
        dv01 1978-09-02
        dv02 1968
        dv03 1984-05-19
        dv04 1996-02-03
        dv05 1989-12-22
        dv06 2003-05-19
        dv07 2001-09-02
        dv08 1972-06
        dv09 2008-11-07 until=2018-03-31 leaving=transferred
        dv10 2010-06-26
        dv11 2012-03-26
        dv12 2006-05-19 from=2017-09-15
        dv13 2014-09-02
        dv14 1999-02-03
    """,
    status_lines="""
        dv02 exempt from=2012-03-01 reason=age
        dv08 exempt-temporarily from=2018-01-10 until=2018-06-30 reason=illness
        dv11 away from=2018-03-01 reason=work-away
    """,
    grade_lines={2017: "excellent dv04; completed dv09 dv11", 2018: "excellent dv04 dv13; completed dv08"},
    grades={2016: "tsvm", 2017: "tsvm", 2018: "excellent"},
    themes="combined",
    theme_months=(2, 5, 8, 11),
    guest_months=(3, 6, 10),
    district_guests={"2018-08"},
    special=[
        (date(2017, 7, 9), "congress"),
        (date(2018, 1, 2), "committee"),
        (date(2018, 2, 2), "committee"),
        (date(2018, 3, 3), "committee"),
        (date(2018, 12, 16), "review"),
    ],
    visits={"2017-02": "dv02", "2018-02": "dv02", "2018-07": "dv02"},
    candidates={2017: 0, 2018: 0},
)

THON_2 = Cell(
    id="chi-bo-thon-2",
    name="Chi bộ thôn 2",
    village="thon-2",
    place="Nhà văn hóa thôn 2",
    style="short",
    usual_day=27,
    offset=1,
    attendance={2016: 0.9, 2017: 0.9, 2018: 0.91},
    congress=[date(2015, 2, 1), date(2017, 7, 16)],
    holders_of=["dv01 dv02 dv04", "dv01 dv02 dv04"],
    roster_lines="""
        dv01 1986-02-03
        dv02 1991-05-19
        dv03 1965 until=2017-11-20 leaving=died
        dv04 1999-09-02
        dv05 2002-12-22
        dv06 2007-05-19
        dv07 1980-05-19
        dv08 2011-02-03
        dv09 2013-11-07
        dv10 2017-05-19 from=2017-05-19
        dv11 1994-05-19
        dv12 2009-09-02
        dv13 2015-05-19 from=2018-04-01 until=2018-12-20 temporary=yes
    """,
    status_lines="""
        dv03 exempt from=2013-01-01 until=2017-11-20 reason=age
        dv07 exempt from=2016-03-01 reason=age
        dv12 away from=2017-09-05 until=2018-06-30 reason=study
    """,
    grade_lines={2017: "excellent dv01; completed dv06; not-completed dv09", 2018: "excellent dv05; completed dv09"},
    grades={2016: "good", 2017: "good", 2018: "good"},
    disciplines={(2017, "dv09"): "reprimand"},
    days={"2018-03": date(2018, 4, 2)},
    no_theme={(2018, 3)},
    votes={
        "2017-03": [("admission", "Đề nghị kết nạp một quần chúng là chi hội trưởng Chi hội Nông dân")],
        "2018-05": [("official-status", "Đề nghị công nhận @dv10 là đảng viên chính thức")],
    },
    visits={"2018-01": "dv07", "2018-12": "dv07"},
    candidates={2017: 1, 2018: 1},
    late_briefings={"2018-04": date(2018, 5, 2)},
)

THON_3A = Cell(
    id="chi-bo-thon-3a",
    name="Chi bộ thôn 3A",
    village="thon-3",
    place="Nhà văn hóa thôn 3",
    style="full",
    usual_day=8,
    offset=2,
    founded=date(2013, 6, 15),
    attendance={2016: 0.96, 2017: 0.96, 2018: 0.965},
    congress=[date(2015, 1, 25), date(2017, 7, 22)],
    holders_of=["dv01 dv02 dv03", "dv01 dv02 dv03"],
    roster_lines="""
        dv01 1988-05-19
        dv02 1995-02-03
        dv03 2000-09-02
        dv04 1970-05
        dv05 2005-05-19
        dv06 2008-12-22
        dv07 2011-05-19
        dv08 2012-11-07
        dv09 1983-09-02
        dv10 2015-02-03 from=2015-02-03
    """,
    status_lines="""
        dv04 exempt from=2015-06-01 reason=age
        dv10 exempt-temporarily from=2017-10-01 until=2018-03-31 reason=maternity
    """,
    grade_lines={2017: "excellent dv05; completed dv07", 2018: "excellent dv01"},
    grades={2016: "tsvm", 2017: "tsvm", 2018: "good"},
    themes="both",
    thematic_only={"2017-06"},
    theme_2016=True,
    guest_months=(4, 12),
    special=[(date(2017, 12, 24), "review")],
    visits={"2017-09": "dv04"},
)

THON_3B = Cell(
    id="chi-bo-thon-3b",
    name="Chi bộ thôn 3B",
    village="thon-3",
    place="Nhà sinh hoạt xóm Đình, thôn 3",
    style="mixed",
    usual_day=11,
    offset=3,
    founded=date(2013, 6, 15),
    attendance={2016: 0.87, 2017: 0.875, 2018: 0.82},
    congress=[date(2015, 1, 25), date(2017, 7, 23)],
    holders_of=["dv01 dv02 dv03", "dv01 dv02 dv03"],
    roster_lines="""
        dv01 1985-05-19
        dv02 1998-05-19
        dv03 2003-09-02
        dv04 2006-02-03
        dv05 2009-05-19
        dv06 1974-12-22
        dv07 2013-05-19
        dv08 2010-09-02 until=2017-06-30 leaving=transferred
        dv09 2014-05-19 from=2018-01-15
        dv10 1967
    """,
    status_lines="""
        dv07 away from=2017-03-01 until=2018-08-31 reason=work-away
        dv10 exempt from=2016-12-20 reason=age
    """,
    grade_lines={2017: "excellent dv02; completed dv05 dv06", 2018: "excellent dv03"},
    grades={2016: "completed", 2017: "good", 2018: "good"},
    votes={"2016-12": [("other", "Đồng ý cho @dv10 miễn công tác và sinh hoạt đảng do tuổi cao")]},
    guest_months=(5, 11),
)

CO_QUAN = Cell(
    id="chi-bo-co-quan",
    name="Chi bộ cơ quan xã",
    kind="office",
    village=None,
    place="Phòng họp Ủy ban nhân dân xã",
    style="bare",
    usual_day=4,
    offset=4,
    attendance={2016: 0.96, 2017: 0.97, 2018: 0.965},
    congress=[date(2015, 1, 30), date(2017, 6, 30)],
    holders_of=["dv01 dv02 dv03", "dv01 dv02 dv05"],
    roster_lines="""
        dv01 1994-05-19
        dv02 1998-09-02
        dv03 2001-02-03 until=2018-06-30 leaving=transferred
        dv04 2004-05-19
        dv05 2005-12-22
        dv06 2008-05-19
        dv07 2010-02-03
        dv08 2011-11-07
        dv09 2013-05-19
        dv10 2014-09-02
        dv11 2009-02-03 from=2018-07-02
    """,
    grade_lines={2017: "excellent dv01; completed dv09", 2018: "excellent dv04; completed dv10"},
    grades={2016: "tsvm", 2017: "tsvm", 2018: "good"},
    guest_months=(),
    briefings=False,
)


def xuan_quan():
    election = date(2017, 11, 12)
    recognised = date(2017, 11, 26)
    began, deputies_began = date(2015, 4, 26), date(2015, 5, 10)
    return Commune(
        id="xuan-quan",
        name="Xuân Quan",
        code="12022",
        resolution=("07-NQ/ĐU", date(2016, 11, 25)),
        villages=[Village("thon-1", "Thôn 1"), Village("thon-2", "Thôn 2"), Village("thon-3", "Thôn 3", date(2017, 2, 20))],
        officials=[
            *two_terms(election, "tt01", "thon-1", "head", began, party_since="2003-05-19", cell="chi-bo-thon-1", member="dv06"),
            *two_terms(election, "tt02", "thon-2", "head", began, mentor="chi-bo-thon-2/dv05"),
            *two_terms(election, "tt03", "thon-3", "head", began, party_since="2005-05-19", cell="chi-bo-thon-3a", member="dv05"),
            *two_terms(recognised, "pt01", "thon-1", "deputy", deputies_began, party_since="2010-06-26", cell="chi-bo-thon-1", member="dv10"),
            *two_terms(recognised, "pt02", "thon-2", "deputy", deputies_began, mentor="chi-bo-thon-2/dv02"),
            *two_terms(recognised, "pt03", "thon-3", "deputy", deputies_began, party_since="2006-02-03", cell="chi-bo-thon-3b", member="dv04"),
        ],
        agreements=[
            Agreement(
                "thon-1", ["chi-bo-thon-1"], date(2016, 12, 10), ["chi-bo-thon-1/dv01"], "tt01",
                ("31-QĐ/ĐU", date(2016, 12, 19)), ("118/QĐ-UBND", date(2016, 12, 20)), date(2016, 12, 24),
                ended=date(2017, 7, 8),
            ),
            Agreement(
                "thon-1", ["chi-bo-thon-1"], date(2017, 7, 25), ["chi-bo-thon-1/dv04"], "tt01",
                ("52-QĐ/ĐU", date(2017, 8, 1)), ("87/QĐ-UBND", date(2017, 8, 3)), date(2017, 8, 10),
            ),
            Agreement(
                "thon-2", ["chi-bo-thon-2"], date(2016, 12, 12), ["chi-bo-thon-2/dv01"], "tt02",
                ("32-QĐ/ĐU", date(2016, 12, 19)), ("119/QĐ-UBND", date(2016, 12, 20)), date(2016, 12, 26),
                reporting=True,
            ),
            Agreement(
                "thon-3", ["chi-bo-thon-3a", "chi-bo-thon-3b"], date(2016, 12, 14),
                ["chi-bo-thon-3a/dv01", "chi-bo-thon-3b/dv01"], "tt03",
                ("33-QĐ/ĐU", date(2016, 12, 19)), ("120/QĐ-UBND", date(2016, 12, 20)), date(2016, 12, 27),
            ),
        ],
        years={
            2017: CommuneYear(date(2017, 12, 15), date(2017, 12, 20), [(date(2017, 9, 21), ("committee", "head", "deputy"))]),
            2018: CommuneYear(date(2018, 12, 14), date(2018, 12, 19), [(date(2018, 9, 20), ("committee", "head", "deputy"))]),
        },
        cells=[THON_1, THON_2, THON_3A, THON_3B, CO_QUAN],
        extra={"2017-10": "Lãnh đạo bầu trưởng thôn ngày 12/11: giới thiệu nhân sự, phân công đảng viên vận động cử tri đi bầu."},
    )


# --- Mễ Sở -----------------------------------------------------------------------------------------------------------

ME_SO = Cell(
    id="chi-bo-me-so",
    name="Chi bộ thôn Mễ Sở",
    village="me-so",
    place="Nhà văn hóa thôn Mễ Sở",
    style="bare",
    crop="cam",
    usual_day=6,
    offset=5,
    attendance={2016: 0.91, 2017: 0.92, 2018: 0.92},
    congress=[date(2015, 2, 8), date(2017, 6, 25)],
    holders_of=["dv01 dv02 dv03", "dv01 dv02 dv03"],
    roster_lines="""
        dv01 1983-05-19
        dv02 1990-09-02
        dv03 1997-05-19
        dv04 1964
        dv05 1971-05
        dv06 2000-02-03
        dv07 2004-05-19
        dv08 2007-12-22
        dv09 2009-05-19
        dv10 2010-11-07
        dv11 2012-05-19
        dv12 2013-09-02
        dv13 2014-05-19
        dv14 2005-09-02
        dv15 1987-02-03 until=2018-08-31 leaving=transferred
        dv16 2011-05-19 from=2017-05-01
    """,
    status_lines="""
        dv04 exempt from=2010-01-01 reason=age
        dv05 exempt from=2017-04-01 reason=age
        dv12 away from=2017-08-01 reason=work-away
    """,
    grades={2016: "good", 2017: "tsvm", 2018: "excellent"},
    themes="combined",
    theme_months=(2, 5, 8, 11),
    guest_months=(6, 12),
    totals_only=True,
    assessment_counts={
        2017: {"excellent": 1, "good": 11, "completed": 2, "not_completed": 0, "unworthy": 0},
        2018: {"excellent": 1, "good": 11, "completed": 1, "not_completed": 0},
    },
    assignment_counts={2017: {"expected": 14, "assigned": 14}, 2018: {"expected": 13, "assigned": 13}},
)

PHU_THI = Cell(
    id="chi-bo-phu-thi",
    name="Chi bộ thôn Phú Thị",
    village="phu-thi",
    place="Nhà văn hóa thôn Phú Thị",
    style="short",
    crop="cam",
    usual_day=28,
    offset=6,
    attendance={2016: 0.9, 2017: 0.89, 2018: 0.92},
    congress=[date(2015, 2, 1), date(2017, 7, 9)],
    holders_of=["dv01 dv02 dv03", "dv01 dv02 dv03"],
    roster_lines="""
        dv01 1999-05-19
        dv02 1993-02-03
        dv03 2002-09-02
        dv04 1969
        dv05 2006-05-19
        dv06 2008-05-19
        dv07 1981-12-22
        dv08 2010-02-03
        dv09 2011-09-02
        dv10 2012-12-22
        dv11 2014-02-03
        dv12 1986-05-19
        dv13 2015-05-19 from=2015-05-19
    """,
    status_lines="""
        dv04 exempt from=2014-05-01 reason=age
        dv12 exempt-temporarily from=2018-09-01 until=2019-02-28 reason=illness
    """,
    grade_lines={
        2017: "excellent dv01; completed dv08 dv10; not-completed dv11",
        2018: "excellent dv01 dv03; completed dv11",
    },
    grades={2016: "tsvm", 2017: "tsvm", 2018: "good"},
    days={"2017-06": date(2017, 7, 2)},
    special=[(date(2018, 7, 20), "extraordinary")],
    no_leadership={2018},
    not_covered={"2017-09": ["news"]},
    visits={"2017-01": "dv04"},
    briefings=False,
)

NHAN_THAP = Cell(
    id="chi-bo-nhan-thap",
    name="Chi bộ thôn Nhạn Tháp",
    village="nhan-thap",
    place="Nhà văn hóa thôn Nhạn Tháp",
    style="full",
    crop="cam",
    usual_day=9,
    offset=7,
    attendance={2016: 0.89, 2017: 0.89, 2018: 0.9},
    congress=[date(2015, 2, 8), date(2017, 7, 15)],
    holders_of=["dv01 dv02 dv03", "dv01 dv02 dv03"],
    roster_lines="""
        dv01 1989-05-19
        dv02 1996-09-02
        dv03 2001-05-19
        dv04 1973-02
        dv05 2003-05-19
        dv06 2005-12-22
        dv07 2009-02-03
        dv08 2010-05-19
        dv09 2012-09-02
        dv10 2016-05-19 from=2016-05-19
        dv11 1992-05-19
        dv12 2014-12-22 from=2018-06-01
        dv13 2018-02-03 from=2018-02-03
    """,
    status_lines="dv04 exempt from=2017-01-05 reason=age",
    grade_lines={2017: "excellent dv01; completed dv09 dv10", 2018: "excellent dv05; completed dv07 dv09"},
    grades={2016: "good", 2017: "good", 2018: "good"},
    themes="both",
    not_held={"2017-10"},
    regulations=False,
    theme_2016=True,
    special=[(date(2017, 7, 15), "congress")],
    votes={
        "2016-12": [("other", "Đồng ý cho @dv04 miễn công tác và sinh hoạt đảng do tuổi cao")],
        "2017-06": [("official-status", "Đề nghị công nhận @dv10 là đảng viên chính thức")],
        "2017-11": [("admission", "Đề nghị kết nạp một quần chúng là trưởng thôn Nhạn Tháp")],
    },
    candidates={2017: 1, 2018: 1},
    guest_months=(4, 11),
    visits={"2018-03": "dv04"},
)

HOANG_TRACH = Cell(
    id="chi-bo-hoang-trach",
    name="Chi bộ thôn Hoàng Trạch",
    village="hoang-trach",
    place="Nhà văn hóa thôn Hoàng Trạch",
    style="mixed",
    crop="cam",
    usual_day=13,
    offset=8,
    attendance={2016: 0.88, 2017: 0.88, 2018: 0.885},
    congress=[date(2015, 2, 15), date(2017, 7, 30)],
    holders_of=["dv01 dv02 dv03", "dv01 dv02 dv03"],
    roster_lines="""
        dv01 1987-09-02
        dv02 1994-05-19
        dv03 1999-12-22
        dv04 1966
        dv05 2004-09-02
        dv06 2007-02-03
        dv07 2009-09-02
        dv08 1997-02-03
        dv09 2011-05-19
        dv10 2013-02-03
        dv11 2014-05-19
        dv12 2015-09-02 from=2015-09-02
    """,
    status_lines="""
        dv04 exempt from=2013-09-01 reason=age
        dv11 away from=2018-01-02 reason=work-away
    """,
    grade_lines={2017: "excellent dv03; completed dv09 dv12", 2018: "excellent dv01; completed dv11 dv12"},
    grades={2016: "completed", 2017: "good", 2018: "completed"},
    no_record={"2018-07"},
    no_task={(2018, "dv12")},
    not_covered={"2018-05": ["study"]},
    candidates={2017: 0, 2018: 0},
    guest_months=(2, 10),
)


def me_so():
    election = date(2018, 4, 22)
    recognised = date(2018, 5, 6)
    began, deputies_began = date(2015, 10, 18), date(2015, 11, 1)
    return Commune(
        id="me-so",
        name="Mễ Sở",
        code="12049",
        resolution=("09-NQ/ĐU", date(2016, 11, 30)),
        villages=[
            Village("hoang-trach", "Thôn Hoàng Trạch"),
            Village("me-so", "Thôn Mễ Sở"),
            Village("nhan-thap", "Thôn Nhạn Tháp"),
            Village("phu-thi", "Thôn Phú Thị"),
        ],
        officials=[
            *two_terms(election, "tt01", "me-so", "head", began, party_since="2004-05-19", cell="chi-bo-me-so", member="dv07"),
            *two_terms(election, "tt02", "phu-thi", "head", began, party_since="1999-05-19", cell="chi-bo-phu-thi", member="dv01"),
            *two_terms(
                election, "tt03", "nhan-thap", "head", began,
                party_since="2018-02-03", cell="chi-bo-nhan-thap", member="dv13", mentor="chi-bo-nhan-thap/dv05",
            ),
            Official("tt04", "hoang-trach", "head", began, date(2018, 4, 21), "elected", "1997-02-03", "chi-bo-hoang-trach", "dv08"),
            Official("tt05", "hoang-trach", "head", election, None, "elected", "2004-09-02", "chi-bo-hoang-trach", "dv05"),
            *two_terms(recognised, "pt01", "me-so", "deputy", deputies_began, party_since="2007-12-22", cell="chi-bo-me-so", member="dv08"),
            *two_terms(recognised, "pt02", "phu-thi", "deputy", deputies_began, mentor="chi-bo-phu-thi/dv05"),
            *two_terms(recognised, "pt03", "nhan-thap", "deputy", deputies_began, party_since="2005-12-22", cell="chi-bo-nhan-thap", member="dv06"),
            *two_terms(recognised, "pt04", "hoang-trach", "deputy", deputies_began, party_since="2013-02-03", cell="chi-bo-hoang-trach", member="dv10"),
        ],
        agreements=[
            Agreement(
                "me-so", ["chi-bo-me-so"], date(2016, 12, 8), ["chi-bo-me-so/dv01"], "tt01",
                ("28-QĐ/ĐU", date(2016, 12, 15)), ("96/QĐ-UBND", date(2016, 12, 16)), date(2016, 12, 23),
            ),
            Agreement(
                "nhan-thap", ["chi-bo-nhan-thap"], date(2016, 12, 11), ["chi-bo-nhan-thap/dv01"], "tt03",
                ("29-QĐ/ĐU", date(2016, 12, 15)), ("97/QĐ-UBND", date(2016, 12, 16)), date(2016, 12, 25),
                reporting=True,
            ),
            Agreement(
                "hoang-trach", ["chi-bo-hoang-trach"], date(2017, 1, 8), ["chi-bo-hoang-trach/dv01"], "tt04",
                ("02-QĐ/ĐU", date(2017, 1, 16)), ("11/QĐ-UBND", date(2017, 1, 17)), date(2017, 2, 12),
                ended=date(2018, 4, 21),
            ),
            # Signed with the new head, and still waiting for the People's Committee.
            Agreement(
                "hoang-trach", ["chi-bo-hoang-trach"], date(2018, 10, 16), ["chi-bo-hoang-trach/dv01"], "tt05",
                ("64-QĐ/ĐU", date(2018, 11, 2)), None, None,
            ),
        ],
        years={
            2017: CommuneYear(date(2017, 12, 19), date(2017, 12, 22), [(date(2017, 8, 24), ("committee",)), (date(2017, 10, 26), ("head", "deputy"))]),
            2018: CommuneYear(date(2018, 12, 18), date(2018, 12, 21), [(date(2018, 6, 14), ("head", "deputy")), (date(2018, 8, 30), ("committee",))]),
        },
        cells=[ME_SO, PHU_THI, NHAN_THAP, HOANG_TRACH],
        extra={"2018-04": "Lãnh đạo bầu trưởng thôn ngày 22/4, phấn đấu trên 95% cử tri đại diện hộ đi bầu."},
    )


def van_giang():
    return Register(
        path="van-giang",
        level="district",
        name="Huyện Văn Giang",
        records=PERIOD,
        district=District(
            name="Văn Giang",
            code="326",
            plan=("35-KH/HU", date(2016, 11, 15)),
            rolled_out=date(2016, 12, 28),
            agreement_guidance=("08-HD/HU", date(2016, 11, 22)),
            conferences={2017: date(2017, 12, 28), 2018: date(2018, 12, 27)},
        ),
        communes=[xuan_quan(), me_so()],
    )


# --- The clean cell --------------------------------------------------------------------------------------------------

CLEAN = Cell(
    id="clean",
    name="Chi bộ thôn 1",
    village="thon-1",
    place="Nhà văn hóa thôn 1",
    style="full",
    usual_day=6,
    offset=9,
    attendance={2018: 0.955},
    congress=[date(2015, 1, 18), date(2017, 7, 8)],
    holders_of=["dv01 dv03 dv04 dv05 dv06", "dv01 dv03 dv04 dv05 dv06"],
    roster_lines="""
        dv01 1992-05-19
        dv02 1971-05
        dv03 1998-09-02
        dv04 2003-02-03
        dv05 2006-05-19
        dv06 2009-12-22
        dv07 1985-09-02
        dv08 1995-05-19
        dv09 2001-11-07
        dv10 2007-02-03
        dv11 2011-05-19
        dv12 2013-09-02
        dv13 2014-12-22
        dv14 2015-05-19
    """,
    status_lines="dv02 exempt from=2014-01-01 reason=age",
    grade_lines={2018: "excellent dv04; completed dv13"},
    grades={2018: "good"},
    themes="combined",
    theme_months=(2, 5, 8, 11),
    guest_months=(3, 6, 9),
)


def clean():
    return Register(path="clean", level="cell", name="Chi bộ thôn 1", records=(date(2018, 1, 1), date(2018, 12, 31)), cell=CLEAN)
