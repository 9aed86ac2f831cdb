/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * restless_clerk_work:
 * Opens the county at @path and does, without end, what a clerk can do in a window: makes edits, long ones too, undoes
 * edits, stores and drops drafts, while verdicts are brought up to date in a thread. @first: what it begins with:
 * "complete", a complete run in a thread; "places", an edit and then the places in a thread; anything else, nothing
 * special. Never returns: the process is to be killed.
 *
 * It reports on standard output, one line each: "try KEY VALUE KEY VALUE …" before a change is made; "saved …", with
 * the same words, when the change was reported as saved; and "note WORD" when WORD was done. The changes in one line
 * are made together or not at all. KEY is "p" and the id of a household, for its phone, or "d" and the id, for its
 * draft; the VALUE "-" means no draft.
 */
void restless_clerk_work (const char *path, const char *first) G_GNUC_NORETURN;
