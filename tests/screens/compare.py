#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of two builds of the program, pixel beside pixel.

compare.py BEFORE AFTER COUNTY FOLDER: runs each program (…/src/app/tuce) on a copy of COUNTY in Chinese at 1366×768 and
1920×1080, leaves before-SIZE-N.png, after-SIZE-N.png and, where they differ, diff-SIZE-N.png in FOLDER, and says how many
pixels differ and where. Needs Xvfb, xdotool and xwd; not part of the tests."""

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

SIZES = ["1366x768", "1920x1080"]
KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]


def shoot(display):
    """The screen as (width, height, RGB bytes)."""
    data = subprocess.run(["xwd", "-root", "-silent", "-display", display], check=True, capture_output=True).stdout
    head = struct.unpack(">25I", data[:100])
    size, width, height, bits, line, colours = head[0], head[4], head[5], head[11], head[12], head[19]
    start, step = size + colours * 12, bits // 8
    rows = bytearray()
    for y in range(height):
        row = data[start + y * line:start + y * line + width * step]
        pixels = bytearray(width * 3)
        pixels[0::3], pixels[1::3], pixels[2::3] = row[2::step], row[1::step], row[0::step]
        rows += pixels
    return width, height, bytes(rows)


def write(path, picture):
    width, height, rgb = picture

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    lines = b"".join(b"\0" + rgb[y * width * 3:(y + 1) * width * 3] for y in range(height))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(lines, 1)) + chunk(b"IEND", b""))


def settled(display):
    """The picture, once it is the same twice in a row."""
    last = None
    for _ in range(40):
        picture = shoot(display)
        if picture == last:
            return picture
        last = picture
        time.sleep(0.7)
    return last


def pages(program, county, size):
    with tempfile.TemporaryDirectory() as home:
        copy = Path(home) / "county.tuce"
        shutil.copy(county, copy)
        display = f":{90 + SIZES.index(size)}"
        server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
                                  stderr=subprocess.DEVNULL)
        environment = dict(os.environ, DISPLAY=display, HOME=home, LANG="zh_CN.UTF-8", LC_ALL="zh_CN.UTF-8",
                           LANGUAGE="zh_CN", GSK_RENDERER="cairo", XDG_CONFIG_HOME=home, GTK_A11Y="none")
        time.sleep(1)
        window = subprocess.Popen([program, str(copy)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "tuce"], env=environment,
                           stdout=subprocess.DEVNULL, timeout=60)
            width, height = size.split("x")
            time.sleep(6)
            for command in (["search", "--onlyvisible", "--class", "tuce", "windowmove", "0", "0", "windowsize", width, height],
                            ["search", "--onlyvisible", "--class", "tuce", "windowfocus"]):
                subprocess.run(["xdotool", *command], env=environment, stdout=subprocess.DEVNULL)
            time.sleep(8)
            for key in KEYS:
                subprocess.run(["xdotool", "mousemove", width, height, "key", f"ctrl+{key}"], env=environment)
                time.sleep(2.5)
                yield key, settled(display)
        finally:
            window.kill()
            window.wait()
            server.kill()
            server.wait()


def difference(one, other):
    """How many pixels differ, the box they lie in, and a picture of them."""
    width, height, a = one
    b = other[2]
    if one[:2] != other[:2]:
        return width * height, (0, 0, width, height), one
    marked, boxes, count = bytearray(b"\xff" * len(a)), [], 0
    for y in range(height):
        line_a, line_b = a[y * width * 3:(y + 1) * width * 3], b[y * width * 3:(y + 1) * width * 3]
        if line_a == line_b:
            continue
        for x in range(width):
            if line_a[x * 3:x * 3 + 3] != line_b[x * 3:x * 3 + 3]:
                count += 1
                boxes.append((x, y))
                marked[(y * width + x) * 3:(y * width + x) * 3 + 3] = b"\xd0\x00\x00"
    xs, ys = [x for x, _ in boxes] or [0], [y for _, y in boxes] or [0]
    return count, (min(xs), min(ys), max(xs), max(ys)), (width, height, bytes(marked))


if __name__ == "__main__":
    before, after, county, folder = sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        seen = dict(pages(before, county, size))
        for key, picture in pages(after, county, size):
            write(folder / f"before-{size}-{key}.png", seen[key])
            write(folder / f"after-{size}-{key}.png", picture)
            count, box, marked = difference(seen[key], picture)
            if count:
                write(folder / f"diff-{size}-{key}.png", marked)
            print(f"{size} page {key}: {count} pixels differ" + (f", within {box}" if count else ""), flush=True)
