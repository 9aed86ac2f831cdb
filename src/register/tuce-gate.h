/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * TuceGate:
 *
 * Decides who may write to one county file now, within this program: one gate for each file open for writing, shared by all its
 * connections. SQLite lets one connection write at a time and makes the others wait for its lock. Here they wait at the gate
 * instead, because the gate knows who is inside and who is waiting:
 *
 * - The window's side (edits, drafts, settings, catching up, all on the thread that opened the county) goes first. It waits at
 *   most TUCE_GATE_PATIENCE for a worker that is inside, and is then refused. While the window's side is inside, another entry
 *   by it is refused at once, with the name of what is being written.
 * - A worker (verdicts and findings) waits without limit, or until it is cancelled. Inside, it writes for TUCE_GATE_SLICE at
 *   most, or until the window's side wants to enter, whichever comes first: tuce_gate_is_over().
 * - The gate can't be entered again by somebody who is inside, on the same thread or another.
 * - Lock order: the gate is entered before SQLite's lock is taken and left after it is released. Whoever is inside takes no
 *   other lock of this program.
 *
 * For another program that holds SQLite's lock there is no such wait: see tuce_county_sql_error().
 *
 * May be called from any thread.
 */
typedef struct _TuceGate TuceGate;

#define TUCE_GATE_PATIENCE 30 /* milliseconds */
#define TUCE_GATE_SLICE 20    /* milliseconds */

/** tuce_gate_new: Gives (transfer full) a gate for the county file @path (absolute). */
TuceGate *tuce_gate_new (const char *path);

/** tuce_gate_ref: Adds a reference. Returns: (transfer full): @gate. */
TuceGate *tuce_gate_ref (TuceGate *gate);

/** tuce_gate_unref: Drops a reference; the last one frees @gate. */
void tuce_gate_unref (TuceGate *gate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceGate, tuce_gate_unref)

/** tuce_gate_get_path: Returns: (transfer none): the path of the county file. */
const char *tuce_gate_get_path (TuceGate *gate);

/**
 * tuce_gate_enter:
 * @what: (nullable): the name of what will be written, "Import outlines from …"; %NULL for what is written in one moment
 *
 * Enters for the window's side, waiting as described above. Returns: %FALSE with TUCE_ERROR_HELD and a sentence that says what
 * is being written.
 */
gboolean tuce_gate_enter (TuceGate *gate, const char *what, GError **error);

/**
 * tuce_gate_enter_worker: Enters for a worker, waiting as described above. Fails when cancelled, or when its own thread is
 * inside already.
 */
gboolean tuce_gate_enter_worker (TuceGate *gate, GCancellable *cancellable, GError **error);

/** tuce_gate_is_over: Returns: whether the worker that is inside should commit and leave now; it may enter again at once. */
gboolean tuce_gate_is_over (TuceGate *gate);

/** tuce_gate_leave: Leaves the gate, so that the next one may enter. To be called on the thread that entered. */
void tuce_gate_leave (TuceGate *gate);
