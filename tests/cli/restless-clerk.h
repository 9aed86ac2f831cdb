/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * restless_clerk_work:
 * Opens the county at @path and does without end what a window lets a clerk do: edits, also long ones, takes edits back, keeps and drops
 * drafts, has verdicts settled in a thread meanwhile. @first: what it begins with: "complete", a complete run in a thread;
 * "places", an edit and then the places of it in a thread; anything else, nothing special. Never returns: the process is to be
 * killed.
 *
 * Standard output tells, a line each: "try KEY VALUE KEY VALUE …" before something is made, "saved …", with the same words,
 * once that was reported as saved, and "note WORD" when WORD was done. What stands in one line is made all or not at all. KEY is
 * "p" and the id of a household, for its phone, or "d" and its id, for its draft; VALUE "-" is no draft.
 */
void restless_clerk_work (const char *path, const char *first) G_GNUC_NORETURN;
