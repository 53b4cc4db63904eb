"""Fills in a form as people do, for the tests: run where the form of examples/clean is, then convert with LibreOffice.

    chibo -C examples/clean --as-of 2018-12-31 form --year 2018 -o so.xlsx
    python3 tests/forms/fill.py so.xlsx tests/forms            (needs openpyxl)
    cd tests/forms
    soffice --headless --convert-to xlsx:"Calc MS Excel 2007 XML" --outdir libreoffice openpyxl.xlsx
    soffice --headless --convert-to ods openpyxl.xlsx
    soffice --headless --convert-to csv:"Text - txt - csv (StarCalc)":44,34,76,1,,0,false,true,false,false,false,2 openpyxl.xlsx
"""

import datetime
import sys

from openpyxl import load_workbook

source, target = sys.argv[1:]


def column_of(sheet, number):
    return next(cell.column for cell in sheet[4] if cell.value == number)


def fill(book):
    roll = book["Điểm danh"]
    first_empty = next(cell.column for cell in roll[5][3:] if cell.value is None)
    number = roll.cell(4, first_empty).value
    # One who came late; the place of a meeting that has moved.
    roll["D11"] = "M"
    roll["E8"] = "Đình làng"
    # A meeting more.
    roll.cell(5, first_empty).value = datetime.datetime(2018, 12, 20)
    roll.cell(6, first_empty).value = "Bất thường"
    roll.cell(9, first_empty).value = datetime.time(19, 30)
    for row in range(11, 25):
        if roll.cell(row, first_empty - 1).value:
            roll.cell(row, first_empty).value = "x"
    content = book["Nội dung"]
    content.cell(4 + number, 5).value = "Một dòng\nhai dòng"
    content.cell(4 + number, 11).value = "có, xem sổ giấy"
    resolutions = book["Nghị quyết"]
    row = next(row for row in range(5, 60) if resolutions.cell(row, 2).value is None)
    for column, value in zip(range(4, 11), ["15-NQ/CB", "khác", "Về việc “hiến đất”", 11, 0, 0, "có"]):
        resolutions.cell(row, column).value = value
    resolutions.cell(row, 2).value = number
    guests = book["Khách dự"]
    row = next(row for row in range(5, 60) if guests.cell(row, 2).value is None)
    guests.cell(row, 2).value = number
    guests.cell(row, 4).value = "xã"
    year = book["Văn bản năm"]
    year["C4"] = "hoàn thành xuất sắc nhiệm vụ"
    year["C10"] = 2
    # What was filled is emptied.
    year["C8"] = None
    book["Chuyên đề"]["D6"] = "khác"
    inspections = book["Kiểm tra"]
    inspections["C7"] = "15/12/2018"
    inspections["D7"] = "Kiểm tra thu nộp đảng phí"
    assessments = book["Đánh giá"]
    assessments["D6"] = "Phụ trách xóm Đông"
    briefings = book["Giao ban"]
    row = next(row for row in range(5, 60) if briefings.cell(row, 3).value is None)
    for column, value in zip(range(3, 9), [datetime.datetime(2018, 12, 28), "T12/2018", "có", "có", "không", "Tết; vệ sinh, an ninh"]):
        briefings.cell(row, column).value = value
    book["Nhiệm kỳ"]["E5"] = datetime.datetime(2015, 1, 19)


def spoil(book):
    roll = book["Điểm danh"]
    first_empty = next(cell.column for cell in roll[5][3:] if cell.value is None)
    roll["D7"] = "tháng chạp"
    roll["E11"] = "v"
    roll["F5"] = datetime.datetime(2018, 3, 9)
    roll.cell(11, first_empty).value = "x"
    roll.cell(5, first_empty + 1).value = datetime.datetime(2019, 1, 5)
    roll.cell(6, first_empty + 1).value = "thường kỳ"
    roll.cell(5, first_empty + 2).value = "31/02/2018"
    roll.cell(6, first_empty + 2).value = "thường kỳ"
    roll.cell(5, first_empty + 3).value = datetime.datetime(2018, 1, 6)
    roll.cell(6, first_empty + 3).value = "thường kỳ"
    resolutions = book["Nghị quyết"]
    row = next(row for row in range(5, 60) if resolutions.cell(row, 2).value is None)
    resolutions.cell(row, 4).value = "16-NQ/CB"
    resolutions.cell(row + 1, 2).value = 24
    resolutions.cell(row + 1, 4).value = "17-NQ/CB"
    meetings = book["Cuộc họp"]
    meetings["H5"] = "dv99"
    meetings["I6"] = 30
    book["Văn bản năm"]["C10"] = -1
    book["Giao ban"]["E5"] = "=1/0"
    book["Đánh giá"]["E5"] = "khá"


book = load_workbook(source)
fill(book)
book.save(f"{target}/openpyxl.xlsx")
book = load_workbook(source)
spoil(book)
book.save(f"{target}/bad.xlsx")
