/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * A disk that fails when told to: stands between SQLite and the system's files, counts whatever is meant to change one
 * (a write, a sync, a file cut to length, a log or its shared memory made or let grow, a file removed), and lets the n-th fail.
 */
typedef enum
{
  DISK_WORKS,
  DISK_FAILS_ONCE,  /* an error of input and output, and then all is well */
  DISK_FAILS,       /* every one from then on */
  DISK_IS_FULL_ONCE,
  DISK_IS_FULL
} DiskFault;

/** failing_vfs_install: Every file SQLite opens from here on lies on this disk. */
void failing_vfs_install (void);

/** failing_vfs_set: From now on the @nth change (1: the next) meets @fault; DISK_WORKS heals it. */
void failing_vfs_set (DiskFault fault, guint nth);

/** failing_vfs_n_failed: how many changes failed since it was set. */
guint failing_vfs_n_failed (void);

/**
 * failing_vfs_n_busy: how often, since this was asked last, a connection that wanted to write found that another one was writing. Within
 * one program this never happens: who waits, waits at the gate.
 */
guint failing_vfs_n_busy (void);

/** failing_vfs_first: what failed first, for people: "write small.tuce-wal"; or %NULL. */
const char *failing_vfs_first (void);
