"""Makes the source files of tests/import, as offices keep them. Every person in them is invented.

    python3 -m venv venv && venv/bin/pip install openpyxl xlwt odfpy
    venv/bin/python tests/import/make.py        # LibreOffice (soffice) must be there for one of them

The files are kept in the repository: the tests read them, nobody needs to make them again.
"""

import datetime
import pathlib
import shutil
import subprocess
import tempfile
import zipfile

import odf.opendocument
import odf.table
import odf.text
import openpyxl
import xlwt
from openpyxl.styles import Alignment, Font

HERE = pathlib.Path(__file__).parent
DAY = datetime.date


def settled(book, name):
    """Saves a workbook without the moment of its making, so that the same script gives the same file."""
    book.properties.created = book.properties.modified = datetime.datetime(2018, 12, 31)
    path = HERE / name
    book.save(path)
    with zipfile.ZipFile(path) as old:
        entries = [(item.filename, old.read(item.filename)) for item in old.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry, data in entries:
            if entry == "docProps/core.xml":
                import re
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2018-12-31T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(entry, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def roster_with_titles():
    """xlsx: titles, a heading of two lines with merged cells, column numbers, dates as dates and as texts, signatures."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh sách"
    sheet["A1"] = "ĐẢNG ỦY XÃ TÂN HƯNG"
    sheet["F1"] = "ĐẢNG CỘNG SẢN VIỆT NAM"
    sheet["A2"] = "CHI BỘ THÔN 9"
    sheet["A4"] = "DANH SÁCH ĐẢNG VIÊN NĂM 2018"
    sheet.merge_cells("A4:I4")
    sheet["A6"], sheet["B6"], sheet["C6"] = "Số\nTT", "Họ và tên", "Năm sinh"
    sheet["E6"], sheet["F6"], sheet["H6"], sheet["I6"] = "Dân tộc", "Ngày vào Đảng", "Số CCCD", "Ghi chú"
    sheet["C7"], sheet["D7"], sheet["F7"], sheet["G7"] = "Nam", "Nữ", "Dự bị", "Chính\nthức"
    for area in ("A6:A7", "B6:B7", "C6:D6", "E6:E7", "F6:G6", "H6:H7", "I6:I7"):
        sheet.merge_cells(area)
    for column in range(1, 10):
        sheet.cell(8, column, f"({column})")
    rows = [
        ("Nguyễn Văn Bách", 1950, None, "Kinh", DAY(1978, 9, 2), DAY(1979, 9, 2), "033050000001", None),
        ("Trần Thị Hoà", None, 1955, "Kinh", 1980, 1981, "033155000002", "Miễn sinh hoạt"),
        ("Lê Quang Duy", "1962", None, "Kinh", "19/5/1985", "19/05/1986", "033062000003", None),
        ("Phạm Thị Thuỷ", None, 1970, "Kinh", "3/2/1996", "03-02-1997", None, None),
        ("Đỗ Mạnh Hùng", 1972, None, "Kinh", 32864, 33229, None, "số ngày của Excel"),
        ("Vũ Thị Ngát", None, 1990, "Kinh", "tháng 6 năm 2017", None, None, "dự bị"),
        ("Hoàng Văn Tám", 1949, None, "Kinh", None, None, None, "chưa rõ ngày"),
        ("Bùi Đức Long", 1980, None, "Kinh", "31/6/2005", "30/6/2006", None, None),
    ]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate((number, *row), 1):
            cell = sheet.cell(8 + number, column, value)
            if isinstance(value, DAY):
                cell.number_format = "dd/mm/yyyy"
    sheet["A18"] = "Tổng số: 8 đảng viên"
    sheet["F19"] = "Tân Hưng, ngày 15 tháng 01 năm 2018"
    sheet["F20"] = "T/M CHI BỘ"
    sheet["F23"] = "Nguyễn Văn Bách"
    sheet["B23"] = "Lê Quang Duy"
    for cell in sheet[6] + sheet[7]:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, horizontal="center")
    settled(book, "danh-sach-hai-dong-tieu-de.xlsx")


TCVN3 = dict(zip(
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    bytes([
        0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBB,
        0xBC, 0xBD, 0xBE, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7,
        0xD8, 0xDC, 0xDD, 0xDE, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF,
        0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE,
    ]).decode("latin-1"),
))


def tcvn3(text):
    """As a font of ABC has it: capitals with a tone are small letters in another font."""
    return "".join(TCVN3.get(letter, TCVN3.get(letter.lower(), letter)) for letter in text)


def roster_in_tcvn3():
    """xls of the nineties: Mẫu 7-HSĐV, both days in one cell, letters of .VnTime."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Mau 7")
    style = xlwt.easyxf("font: name .VnTime, height 240; align: wrap on")
    heading = ["Số TT", "Họ và tên; họ tên khai sinh", "Nam, nữ; dân tộc; tôn giáo", "Quê quán",
               "Ngày vào Đảng; ngày chính thức", "Số thẻ đảng viên", "Ngày chuyển đi, đến ĐBCS nào", "Ghi chú"]
    sheet.write_merge(0, 0, 0, 7, tcvn3("Sổ danh sách đảng viên (Mẫu 7-HSĐV)"), style)
    for column, text in enumerate(heading):
        sheet.write(2, column, tcvn3(text), style)
    people = [
        ("Nguyễn Văn Ái", "Nam; Kinh", "Tân Hưng", "02/9/1978\n02/9/1979", "23001234", "", ""),
        ("Trần Thị Ánh Tuyết", "Nữ; Kinh", "Tân Hưng", "19/5/1991\n19/5/1992", "23001235", "", ""),
        ("Đặng Quốc Oai", "Nam; Kinh", "Phù Cừ", "03/02/2001\n03/02/2002", "23001236", "30/6/2018, Đảng bộ xã Mễ Sở", ""),
        ("Lương Thị Ước", "Nữ; Kinh", "Tiên Lữ", "22/12/2017", "", "", "dự bị"),
    ]
    for row, person in enumerate(people):
        sheet.write(3 + row, 0, row + 1, style)
        for column, text in enumerate(person, 1):
            sheet.write(3 + row, column, tcvn3(text), style)
    book.save(str(HERE / "mau-7-tcvn3.xls"))


def roster_with_ids():
    """ods: ids, and no merged cells that a reader could see; numbers kept as texts."""
    book = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="Chi bộ 9")

    def line(cells):
        row = odf.table.TableRow()
        for value in cells:
            if isinstance(value, DAY):
                cell = odf.table.TableCell(valuetype="date", datevalue=value.isoformat())
                cell.addElement(odf.text.P(text=value.strftime("%d/%m/%Y")))
            elif isinstance(value, int):
                cell = odf.table.TableCell(valuetype="float", value=str(value))
                cell.addElement(odf.text.P(text=str(value)))
            elif value:
                cell = odf.table.TableCell(valuetype="string")
                cell.addElement(odf.text.P(text=value))
            else:
                cell = odf.table.TableCell()
            row.addElement(cell)
        table.addElement(row)

    line(["Chi bộ thôn 9"])
    line(["STT", "Mã đảng viên", "Họ tên", "Điện thoại", "Ngày", "", "Ngày chuyển đến"])
    line(["", "", "", "", "vào Đảng", "chính thức", ""])
    line([1, "dv01", "Nguyễn Văn Bách", "0912000001", DAY(1978, 9, 2), DAY(1979, 9, 2), ""])
    line([2, "dv02", "Trần Thị Hòa", "", 1980, "'1981", ""])
    line([3, "dv20", "Ngô Văn Sửu", "0912000002", "15/08/2003", "15/08/2004", DAY(2018, 2, 1)])
    line([4, "20", "Mai Thị Xuân", "", "15/08/2003", "15/08/2004", ""])
    book.spreadsheet.addElement(table)
    book.save(str(HERE / "co-ma.ods"))


def roster_in_windows_1258():
    """csv of Excel in Vietnam: semicolons, and tones behind their letters."""
    rows = [
        "STT;Họ đệm;Tên;Ngày sinh;Vào Đảng;Chính thức",
        "1;Nguyễn Thị;Hường;05/03/1960;19/05/1985;19/05/1986",
        "2;Đỗ Văn;Quyết;01/02/1971;22/12/1999;22/12/2000",
        "3;Trần Đức;Thuận;;3/5/2010;3/5/2011",
        "4;Nguyễn Thị;Hường;07/08/1982;26/03/2008;26/03/2009",
    ]
    tones = {"\u0300": 0xCC, "\u0309": 0xD2, "\u0303": 0xDE, "\u0301": 0xEC, "\u0323": 0xF2}
    letters = {"Ă": 0xC3, "ă": 0xE3, "Đ": 0xD0, "đ": 0xF0, "Ơ": 0xD5, "ơ": 0xF5, "Ư": 0xDD, "ư": 0xFD}
    import unicodedata
    data = bytearray()
    for letter in "\r\n".join(rows) + "\r\n":
        parts = unicodedata.normalize("NFD", letter)
        tone = [part for part in parts if part in tones]
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        data += bytes([letters[base]]) if base in letters else base.encode("latin-1")
        data += bytes(tones[part] for part in tone)
    (HERE / "excel-viet-nam.csv").write_bytes(bytes(data))


def attendance_matrix():
    """xlsx: months above days, the year in the title, every mark that offices use, a column of sums."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Điểm danh"
    sheet["A1"] = "SỔ ĐIỂM DANH CHI BỘ THÔN 9 NĂM 2018"
    sheet["A3"], sheet["B3"], sheet["C3"], sheet["D3"], sheet["F3"], sheet["G3"] = (
        "STT", "Họ và tên", "Tháng 1", "Tháng 2", "Tháng 3", "Tổng số vắng")
    sheet["C4"], sheet["D4"], sheet["E4"], sheet["F4"] = 5, "05", "Chuyên đề\n20", "ngày 5"
    for area in ("A3:A4", "B3:B4", "D3:E3", "G3:G4"):
        sheet.merge_cells(area)
    rows = [
        ("Nguyễn Văn Bách", "x", "X", "+", "✓", 0),
        ("TRẦN THỊ HÒA", None, None, "x", None, 0),
        ("Lê Quang Duy", "p", "có phép", "x", "Vắng có lý do", 3),
        ("Phạm Thị Thủy", "v", "kp", "không phép", "x", 3),
        ("Đỗ Mạnh Hùng", "muộn", "x", "?", "x", 0),
        ("Vũ Thị Ngát", "x", "x", "x", "m", 0),
        ("Người Lạ", "x", "x", "x", "x", 0),
    ]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate((number, *row), 1):
            sheet.cell(4 + number, column, value)
    sheet["B12"], sheet["C12"], sheet["D12"] = "Tổng số có mặt", 4, 5
    sheet["F14"] = "BÍ THƯ"
    settled(book, "so-diem-danh-2018.xlsx")


def attendance_by_days():
    """xlsx: a meeting a row and a member a column, ids below the names, the month beside the first of its days, sums."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Năm 2018"
    sheet["A1"] = "THEO DÕI SINH HOẠT CHI BỘ THÔN 9"
    rows = [
        ("Tháng", "Ngày", "Loại họp", "Đảng viên", None, None, "Vắng"),
        (None, None, None, "Nguyễn Văn Bách", "Lê Quang Duy", "Trần Thị Hoà", None),
        (None, None, None, "dv01", "dv03", "dv02", None),
        (4, 5, "Thường kỳ", "x", "p", "x", 1),
        (None, 20, "Chuyên đề", "x", "x", "không phép", 1),
        (5, 5, "Thường kỳ", "x", "?", "x", 0),
        ("Cộng", None, None, 3, 1, 2, None),
    ]
    for number, row in enumerate(rows, 3):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    sheet.merge_cells("D3:F3")
    settled(book, "theo-doi-theo-ngay.xlsx")


def attendance_of_one_meeting():
    """xlsx: the list of one meeting, its day in a title, a column for each way of being there or not, ticked."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Tháng 6"
    sheet["A1"] = "ĐẢNG BỘ XÃ TÂN HƯNG"
    sheet["A2"] = "DANH SÁCH ĐẢNG VIÊN DỰ SINH HOẠT CHI BỘ THƯỜNG KỲ"
    sheet["A3"] = "Ngày 05 tháng 6 năm 2018, tại nhà văn hóa thôn"
    rows = [
        ("TT", "Họ và tên", "Có mặt", "Vắng mặt", None, "Ghi chú"),
        (None, None, None, "Có phép", "Không phép", None),
        (1, 2, 3, 4, 5, 6),
        (1, "Nguyễn Văn Bách", "x", None, None, None),
        (2, "Trần Thị Hoà", None, "x", None, "ốm"),
        (3, "Lê Quang Duy", None, None, "v", None),
        (4, "Phạm Thị Thuỷ", "x", "x", None, None),
        (5, "Đỗ Mạnh Hùng", "✓", None, None, None),
        (6, "Vũ Thị Ngát", "X", None, None, None),
        (None, "Cộng", 4, 2, 1, None),
    ]
    for number, row in enumerate(rows, 5):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    for area in ("D5:E5", "A5:A6", "B5:B6", "C5:C6", "F5:F6"):
        sheet.merge_cells(area)
    settled(book, "diem-danh-thang-6.xlsx")


def officials_side_by_side():
    """ods: the head and the deputy of a village in one row, a second deputy below the first."""
    book = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="Trưởng, phó thôn")
    rows = [
        ["DANH SÁCH TRƯỞNG THÔN, PHÓ TRƯỞNG THÔN"],
        ["TT", "Thôn", "Trưởng thôn", "", "", "Phó trưởng thôn", ""],
        ["", "", "Họ và tên", "Ngày bầu", "Vào Đảng", "Họ và tên", "Ngày công nhận"],
        ["1", "Thôn 9", "Ngô Văn Sửu", "12/11/2017", "15/08/2003", "Lý Thị Mận", "26/11/2017"],
        ["", "", "", "", "", "Hà Văn Tây", "26/11/2017"],
        ["2", "Khu phố 2", "Tạ Văn Đông", "", "", "", ""],
    ]
    for cells in rows:
        row = odf.table.TableRow()
        for value in cells:
            cell = odf.table.TableCell(valuetype="string") if value else odf.table.TableCell()
            if value:
                cell.addElement(odf.text.P(text=value))
            row.addElement(cell)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    book.save(str(HERE / "truong-pho-thon.ods"))


def officials():
    """xlsx: village heads and deputies of a commune; the village by number, a head of whom it is not said how."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Cán bộ thôn"
    sheet["A1"] = "DANH SÁCH TRƯỞNG THÔN, PHÓ TRƯỞNG THÔN XÃ TÂN HƯNG"
    for column, text in enumerate(
        ["TT", "Thôn", "Họ và tên", "Chức danh", "Ngày bầu", "Ngày công nhận", "Ngày vào Đảng", "Số điện thoại"], 1):
        sheet.cell(3, column, text)
    rows = [
        ("Thôn 9", "Ngô Văn Sửu", "Trưởng thôn", DAY(2017, 11, 12), None, "15/08/2003", "0912000002"),
        ("9", "Lý Thị Mận", "Phó trưởng thôn", None, DAY(2017, 11, 26), "chưa", None),
        ("Khu phố 2", "Tạ Văn Đông", "Trưởng khu phố", "12/11/2017", None, None, None),
        ("Thôn 10", "Hà Văn Tây", "Trưởng thôn", "12/11/2017", None, "x", None),
        ("Thôn 9", "Cao Thị Nam", "Trưởng ban", "12/11/2017", None, None, None),
    ]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate((number, *row), 1):
            sheet.cell(3 + number, column, value)
    settled(book, "can-bo-thon.xlsx")


def made_by_libreoffice():
    """xlsx as LibreOffice writes it, from a sheet typed by hand: the register's own columns under Vietnamese words."""
    text = (
        "Chi bộ thôn 9;;;;\n;;;;\nMã số;Họ tên đảng viên;Ngày kết nạp;Ngày công nhận chính thức;Quê quán\n"
        "dv01;Nguyễn Văn Bách;1978-09-02;1979-09-02;Tân Hưng\n"
        "dv07;Hoàng Văn Tám;1970-05-19;1971-05-19;Tiên Lữ\n"
        ";;;;\nLập bảng: văn phòng Đảng ủy;;;;\n"
    )
    with tempfile.TemporaryDirectory() as place:
        source = pathlib.Path(place, "libreoffice.csv")
        source.write_text(text, encoding="utf-8")
        subprocess.run(
            ["soffice", "--headless", "--infilter=CSV:59,34,76,1", "--convert-to", "xlsx", "--outdir", place, source],
            check=True, stdout=subprocess.DEVNULL)
        shutil.copy(pathlib.Path(place, "libreoffice.xlsx"), HERE / "libreoffice.xlsx")


def summary():
    """csv of a commune: totals of each cell's meetings, by names of cells."""
    rows = [
        "TỔNG HỢP SINH HOẠT CHI BỘ QUÝ I NĂM 2018;;;;;;;;",
        ";;;;;;;;",
        "TT;Chi bộ;Ngày họp;Loại;Tổng số đảng viên;Miễn sinh hoạt;Có mặt;Vắng có lý do;Vắng không lý do",
        "1;Chi bộ thôn 9;05/01/2018;Thường kỳ;8;1;6;1;0",
        "2;Chi bộ thôn 9;20/02/2018;Chuyên đề;8;1;7;0;0",
        "3;Thôn 10;05/01/2018;;12;0;11;1;0",
        "4;Thôn 10;05/02/2018;;12;0;11;2;0",
        "5;Thôn 11;05/01/2018;;9;0;9;0;0",
        "6;Thôn 10;31/03/2018;họp nhanh;12;0;12;0;0",
        "Cộng;;;;61;;;;",
    ]
    (HERE / "tong-hop-quy-1.csv").write_text("\ufeff" + "\r\n".join(rows) + "\r\n", encoding="utf-8", newline="")


if __name__ == "__main__":
    roster_with_titles()
    roster_in_tcvn3()
    roster_with_ids()
    roster_in_windows_1258()
    attendance_matrix()
    attendance_by_days()
    attendance_of_one_meeting()
    officials()
    officials_side_by_side()
    made_by_libreoffice()
    summary()
