#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every public function has a doc block of its own, directly above it, and no text cites what is not in the repository.

As a program: documented.py ROOT [FOLDER …] prints what lacks one, and a count for each folder."""

import re
import sys
from collections import Counter
from pathlib import Path

# A declaration at the start of a line: type, name, arguments, semicolon.
DECLARED = re.compile(r"^(?!typedef|static|#|return|G_DEFINE|G_DECLARE|TUCE_DECLARE)[A-Za-z_][\w \*]*?[ \*](tuce_\w+)\s*\([^;{]*?\)[^;{]*;",
                      re.MULTILINE)
# Documents that the team reads but the repository does not hold.
ELSEWHERE = re.compile(r"\b(?:domain|screens|design)\.md\b")


def undocumented(header):
    """The names of the functions of @header that have no comment that ends on the line above them."""
    text = header.read_text("utf-8")
    names = []
    for found in DECLARED.finditer(text):
        if found[1].endswith("_get_type"):
            continue
        above = text[:found.start()].rstrip(" ")
        if not above.endswith("*/\n"):
            names.append(found[1])
    return names


def public_headers(root):
    return sorted(path for path in (root / "src").rglob("*.h") if not path.name.endswith("-private.h"))


def cites_elsewhere(root):
    """Lines of the project that cite such a document."""
    places = [path for folder in ("src", "data", "tests", "ui", "po") for path in sorted((root / folder).rglob("*"))
              if path.is_file() and path.suffix in (".c", ".h", ".md", ".csv", ".sql", ".xml", ".ui", ".py", ".build")
              and path != Path(__file__).resolve()]
    return [f"{path.relative_to(root)}:{number} cites {found[0]}"
            for path in places for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
            if (found := ELSEWHERE.search(line))]


if __name__ == "__main__":
    ROOT = Path(sys.argv[1]).resolve()
    COUNT = Counter()
    for path in public_headers(ROOT):
        if len(sys.argv) > 2 and path.relative_to(ROOT / "src").parts[0] not in sys.argv[2:]:
            continue
        for name in undocumented(path):
            COUNT[path.relative_to(ROOT / "src").parts[0]] += 1
            if len(sys.argv) > 2:
                print(f"{path.relative_to(ROOT)}: {name}")
    print(dict(COUNT), sum(COUNT.values()))
