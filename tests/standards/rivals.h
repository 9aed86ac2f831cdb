/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-standards.h"

/* Those who want to write to a county file at the same time as a window. */

/** A thread that settles verdicts again and again, as TuceReview does in the background. */
typedef struct _Worker Worker;

/** worker_start: @complete: whole runs, not places alone */
Worker *worker_start (TuceCounty *county, TuceStandards *standards, gboolean complete);
/** worker_cancel: Asks it to give up, and does not wait. */
void worker_cancel (Worker *worker);
/** worker_stop: Waits until it has ended and frees it. Returns: how many runs it brought to their end. */
guint worker_stop (Worker *worker);

/** Another program that takes SQLite's lock on the file. The test program itself, started anew: see rival_program_main(). */
typedef struct _RivalProgram RivalProgram;

RivalProgram *rival_program_start (const char *path);
/** rival_program_hold / let_go: returns once it has. */
void rival_program_hold (RivalProgram *program);
void rival_program_let_go (RivalProgram *program);
/** rival_program_flicker: It takes and lets go again and again, some milliseconds each, until it is stopped. */
void rival_program_flicker (RivalProgram *program);
void rival_program_stop (RivalProgram *program);

/** rival_program_main: Does what the other program does, if the arguments of main() say so. Returns: -1 where they do not. */
int rival_program_main (int argc, char **argv);
