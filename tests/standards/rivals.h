/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-standards.h"

/* Other writers of a county file, at the same time as a window. */

/** A thread that brings verdicts up to date again and again, as TuceReview does in the background. */
typedef struct _Worker Worker;

/** worker_start: Starts the thread. @complete: whether it does complete runs, or only places */
Worker *worker_start (TuceCounty *county, TuceStandards *standards, gboolean complete);

/** worker_cancel: Asks it to stop, without waiting. */
void worker_cancel (Worker *worker);

/** worker_stop: Waits until it has ended and frees it. Returns: how many runs it completed */
guint worker_stop (Worker *worker);

/**
 * Another program that takes SQLite's lock on the file. It is the test program itself, started once more: see
 * rival_program_main().
 */
typedef struct _RivalProgram RivalProgram;

RivalProgram *rival_program_start (const char *path);

/** rival_program_hold: Makes it take the lock; returns when it has. rival_program_let_go() does the opposite. */
void rival_program_hold (RivalProgram *program);
void rival_program_let_go (RivalProgram *program);

/**
 * rival_program_flicker: Makes it take and release the lock again and again, for some milliseconds each time, until it
 * is stopped.
 */
void rival_program_flicker (RivalProgram *program);
void rival_program_stop (RivalProgram *program);

/**
 * rival_program_main: Does the work of the other program, if the arguments of main() say so. Returns: -1 if they don't
 */
int rival_program_main (int argc, char **argv);
