"""The media types of office files."""

from __future__ import annotations

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
RTF = "application/rtf"
HTML = "text/html"
CSV = "text/csv"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
PPT = "application/vnd.ms-powerpoint"

# what only another program can open
OLD = frozenset({DOC, XLS, PPT})
# what is printed without any other program
PRINTED = frozenset({DOCX, XLSX, ODT, ODS, RTF, HTML, CSV})
OFFICE = PRINTED | OLD

# as a file is called where a program goes by its name
SUFFIXES = {
    DOCX: ".docx",
    XLSX: ".xlsx",
    ODT: ".odt",
    ODS: ".ods",
    RTF: ".rtf",
    HTML: ".html",
    CSV: ".csv",
    DOC: ".doc",
    XLS: ".xls",
    PPT: ".ppt",
}
