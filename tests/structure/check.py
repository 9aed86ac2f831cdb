#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What src/README.md promises about the structure, checked against the files. Speaks TAP."""

import csv
import re
import subprocess
import sys
import xml.etree.ElementTree
from pathlib import Path

ROOT = Path(sys.argv[1]).resolve()
SRC = ROOT / "src"
SOURCES = sorted(SRC.rglob("*.[ch]"))
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
SHOWN = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|Q_)\s*\(')


def place(path):
    """The floor or room a source file lies in: "register", "app/card"."""
    return str(path.parent.relative_to(SRC))


def floors():
    """The tables of src/README.md: floor or room → all floors and rooms it may include."""
    direct = {}
    for line in (SRC / "README.md").read_text("utf-8").splitlines():
        row = re.match(r"\| `(\w+(?:/\w+)?)` \|[^|]*\|([^|]*)\|[^|]*\|$", line)
        if row:
            direct[row[1]] = [name.strip() for name in row[2].split(",") if name.strip()]

    def beneath(floor):
        return {floor}.union(*(beneath(below) for below in direct[floor]))

    return {floor: beneath(floor) for floor in direct}


def includes(path):
    return INCLUDE.findall(path.read_text("utf-8"))


def every_floor_is_drawn(allowed):
    """Each folder with sources has its line, each line its folder: a file outside floors and rooms has none."""
    folders = {place(path) for path in SOURCES}
    return [f"src/{name} is not both a folder with sources and a line in a table of src/README.md"
            for name in sorted(folders ^ set(allowed))]


def includes_point_downwards(allowed):
    home = {path.name: place(path) for path in SOURCES}
    return [f"{path.relative_to(ROOT)} includes {header} of {home[header]}/"
            for path in SOURCES for header in includes(path)
            if header in home and home[header] not in allowed.get(place(path), ())]


def no_class_includes_back(allowed):
    """No two headers include each other, and no two .c files of different classes each other's headers."""
    reached = {path.name: {Path(header).stem for header in includes(path)} - {path.stem} for path in SOURCES}
    return [f"{one.relative_to(ROOT)} and {other.relative_to(ROOT)} include each other"
            for one in SOURCES for other in SOURCES
            if one.name < other.name and one.suffix == other.suffix
            and other.stem in reached[one.name] and one.stem in reached[other.name]]


def no_room_is_a_hall(allowed):
    """No floor or room holds more than 15 % of the code."""
    lines = {}
    for path in SOURCES:
        lines[place(path)] = lines.get(place(path), 0) + len(path.read_text("utf-8").splitlines())
    whole = sum(lines.values())
    return [f"src/{name} holds {100 * count / whole:.1f} % of the code" for name, count in lines.items() if count > 0.15 * whole]


ASKED = re.compile(r'tuce_(?:record_(?:text|integer|real|has|value|set_text|set_integer|set_real|set_none|set_bytes)'
                   r'|entity_field|county_find)\s*\((?:[^()"]|\([^()]*\))*?"([a-z_0-9]+)"')


def fields_asked_for_by_name_are_needed(allowed):
    """The demo writes what it invents, and names every field of the dictionary: its writer checks them itself."""
    with open(ROOT / "data/dictionary/needed.csv", encoding="utf-8", newline="") as table:
        needed = {name for row in csv.DictReader(table) for name in [row["entity"], *row["fields"].split()]}
    return [f"{path.relative_to(ROOT)} asks for the field “{name}”, which data/dictionary/needed.csv lacks"
            for path in SOURCES if path.suffix == ".c" and place(path) != "demo"
            for name in ASKED.findall(path.read_text("utf-8")) if name not in needed]


def header_names_are_unique(allowed):
    seen, faults = {}, []
    for path in SOURCES:
        if path.suffix == ".h":
            if path.name in seen:
                faults.append(f"{path.name} is in {seen[path.name]}/ and in {place(path)}/")
            seen[path.name] = place(path)
            if not path.name.startswith("tuce-"):
                faults.append(f"{path.relative_to(ROOT)} does not begin with tuce-")
    return faults


def no_gtk_beneath_map(allowed):
    return [f"{path.relative_to(ROOT)} includes {header}"
            for path in SOURCES if place(path).split("/")[0] not in ("map", "app")
            for header in includes(path) if re.match(r"(gtk|gdk|gsk|shumate)/", header)]


def sqlite_in_register_only(allowed):
    return [f"{path.relative_to(ROOT)} includes {header}"
            for path in SOURCES if place(path) != "register"
            for header in includes(path) if header == "sqlite3.h"]


def files_say_their_licence(allowed):
    return [f"{path.relative_to(ROOT)} has no SPDX line"
            for path in SOURCES + sorted((ROOT / "tests").glob("*/*.c"))
            if "SPDX-License-Identifier: GPL-3.0-or-later" not in path.read_text("utf-8")[:200]]


def ui_files_are_whole(allowed):
    faults = []
    for path in sorted((ROOT / "ui").glob("*.ui")):
        try:
            xml.etree.ElementTree.parse(path)
        except xml.etree.ElementTree.ParseError as error:
            faults.append(f"{path.relative_to(ROOT)}: {error}")
    return faults


def every_text_is_listed(allowed):
    listed = {line for line in (ROOT / "po/POTFILES").read_text("utf-8").splitlines() if line and line[0] != "#"}
    shown = {str(path.relative_to(ROOT)) for path in SOURCES if SHOWN.search(path.read_text("utf-8"))}
    shown |= {str(path.relative_to(ROOT)) for path in (ROOT / "ui").glob("*.ui")
              if 'translatable="yes"' in path.read_text("utf-8")}
    return ([f"po/POTFILES lacks {path}" for path in sorted(shown - listed)]
            + [f"po/POTFILES lists {path}, where nothing is to be translated" for path in sorted(listed - shown)])


def messages(catalogue):
    """Every message of a catalogue, as msgattrib prints them, without the header and what is no longer used."""
    output = subprocess.run(["msgattrib", "--no-obsolete", "--no-wrap", "--no-location", catalogue],
                            check=True, capture_output=True, text=True).stdout
    return set(re.findall(r'^msgid (?:""\n)?((?:".*"\n?)+)', output, re.MULTILINE))


def chinese_is_complete(allowed):
    faults = []
    catalogue = ROOT / "po/zh_CN.po"
    count = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", catalogue],
                           capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    if count.returncode or "untranslated" in count.stderr or "fuzzy" in count.stderr:
        faults.append(f"po/zh_CN.po: {count.stderr.strip()}")
    extract = subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES", "--keyword=_", "--keyword=N_",
         "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "-o", "-"],
        cwd=ROOT, capture_output=True, text=True)
    if extract.returncode:
        return faults + extract.stderr.splitlines()
    wanted = subprocess.run(["msgattrib", "--no-wrap", "--no-location", "-"], input=extract.stdout,
                            check=True, capture_output=True, text=True).stdout
    wanted = set(re.findall(r'^msgid (?:""\n)?((?:".*"\n?)+)', wanted, re.MULTILINE))
    return faults + [f"po/zh_CN.po lacks {text.strip()}" for text in sorted(wanted - messages(catalogue))]


CHECKS = [every_floor_is_drawn, includes_point_downwards, no_class_includes_back, no_room_is_a_hall,
          fields_asked_for_by_name_are_needed, header_names_are_unique, no_gtk_beneath_map, sqlite_in_register_only, files_say_their_licence, ui_files_are_whole, every_text_is_listed, chinese_is_complete]

print(f"1..{len(CHECKS)}")
for path in SOURCES:  # told, not judged
    if (lines := len(path.read_text("utf-8").splitlines())) > 500:
        print(f"# {path.relative_to(ROOT)} is long: {lines} lines")
table = floors()
for number, check in enumerate(CHECKS, 1):
    faults = check(table)
    for fault in faults:
        print(f"# {fault}")
    print(f"{'not ok' if faults else 'ok'} {number} structure/{check.__name__}")
