/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * TuceGate:
 *
 * Who may write to one county file now, in this program: one gate for each file open for writing, shared by all its connections.
 * SQLite lets one connection write at a time and makes the others wait for its lock; here they wait at the gate instead, where it
 * is known who is inside and who waits:
 *
 * - The window's side (edits, drafts, settings, catching up: the thread that opened the county) goes first. It waits at
 *   most TUCE_GATE_PATIENCE for a worker that is inside, and is then refused. While it is inside itself, a second entry is
 *   refused at once, by the name of what is being written.
 * - A worker (verdicts and findings) waits for as long as it takes, or until it is cancelled. Inside it writes for a slice of
 *   TUCE_GATE_SLICE at most, or until the window's side wants in, whichever comes first: tuce_gate_is_over().
 * - Nobody who is inside enters again, on the same thread or another.
 * - The gate is taken before SQLite's lock and left after it. What lies behind the gate takes no other lock of ours.
 *
 * Another program that holds SQLite's lock is not waited for: see tuce_county_sql_error().
 *
 * May be called from any thread.
 */
typedef struct _TuceGate TuceGate;

#define TUCE_GATE_PATIENCE 30 /* milliseconds */
#define TUCE_GATE_SLICE 20    /* milliseconds */

/** tuce_gate_new: @path: the county file, absolute */
TuceGate *tuce_gate_new (const char *path);
TuceGate *tuce_gate_ref (TuceGate *gate);
void tuce_gate_unref (TuceGate *gate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceGate, tuce_gate_unref)

/** tuce_gate_get_path: Returns: the county file that is written to. */
const char *tuce_gate_get_path (TuceGate *gate);

/**
 * tuce_gate_enter:
 * @what: (nullable): how people call what will be written, "Import outlines from …"; %NULL for what takes no time
 *
 * Enters for the window's side, waiting as said above. Refused with TUCE_ERROR_HELD and a sentence that says what is being
 * written.
 */
gboolean tuce_gate_enter (TuceGate *gate, const char *what, GError **error);

/** tuce_gate_enter_worker: Enters for a worker, waiting as said above. Fails when cancelled, or when its own thread is inside. */
gboolean tuce_gate_enter_worker (TuceGate *gate, GCancellable *cancellable, GError **error);

/** tuce_gate_is_over: Whether the worker that is inside should commit and leave now; it may enter again at once. */
gboolean tuce_gate_is_over (TuceGate *gate);

/** tuce_gate_leave: Leaves, from the thread that entered, and lets the next one in. */
void tuce_gate_leave (TuceGate *gate);
