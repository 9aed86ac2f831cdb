/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every writing transaction begins and ends here, after entering the gate. */
#include "tuce-writing.h"

#include <glib/gi18n-lib.h>

#include "tuce-county-private.h"
#include "tuce-error.h"

/* Runs @sql with a statement that is kept compiled. */
static gboolean
run_kept (TuceCounty *county, const char *sql, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (county, sql, error);

  return statement && tuce_county_step_done (county, statement, error);
}

/* Begins the transaction; the gate has been entered. Leaves it on failure. */
static gboolean
begin (TuceCounty *county, GError **error)
{
  if (!run_kept (county, "BEGIN IMMEDIATE", error))
    {
      tuce_gate_leave (county->gate);
      return FALSE;
    }
  county->writing = TRUE;
  county->n_written++;
  return TRUE;
}

gboolean
tuce_county_begin_writing (TuceCounty *county, const char *what, GError **error)
{
  if (!county->writable)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY, "%s",
                   county->read_only_reason ? county->read_only_reason : _("The county file is closed"));
      return FALSE;
    }
  return tuce_gate_enter (county->gate, what, error) && begin (county, error);
}

gboolean
tuce_county_end_writing (TuceCounty *county, gboolean commit, GError **error)
{
  gboolean ended;

  /* After a failed commit the transaction has ended already; a caller that then asks for a rollback gets TRUE. */
  if (!county->writing)
    return !commit;
  ended = commit && run_kept (county, "COMMIT", error);
  if (!ended && county->db && !sqlite3_get_autocommit (county->db))
    run_kept (county, "ROLLBACK", NULL);
  county->writing = FALSE;
  tuce_gate_leave (county->gate);
  return ended || !commit;
}

/* Sets how safe commits are. Does nothing on a worker's connection, for which tuce_county_open_deriving() has set it. */
static gboolean
set_synchronous (TuceCounty *county, const char *pragma, GError **error)
{
  return county->deriving || tuce_county_run (county, pragma, error);
}

gboolean
tuce_deriving_begin (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  if (!county->deriving && !county->writable)
    return tuce_county_begin_writing (county, NULL, error);
  if (county->deriving ? !tuce_gate_enter_worker (county->gate, cancellable, error)
                       : !tuce_gate_enter (county->gate, NULL, error))
    return FALSE;
  if (!set_synchronous (county, "PRAGMA synchronous = NORMAL", error))
    {
      tuce_gate_leave (county->gate);
      return FALSE;
    }
  if (begin (county, error))
    return TRUE;
  /* Edits on the same connection have to be safe against a power cut. */
  set_synchronous (county, "PRAGMA synchronous = FULL", NULL);
  return FALSE;
}

gboolean
tuce_deriving_is_over (TuceCounty *county)
{
  return tuce_gate_is_over (county->gate);
}

static gboolean
end_deriving (TuceCounty *county, gboolean commit, GError **error)
{
  gboolean ended = tuce_county_end_writing (county, commit, error);

  return set_synchronous (county, "PRAGMA synchronous = FULL", ended ? error : NULL) && ended;
}

gboolean
tuce_deriving_commit (TuceCounty *county, GError **error)
{
  return end_deriving (county, TRUE, error);
}

void
tuce_deriving_rollback (TuceCounty *county)
{
  end_deriving (county, FALSE, NULL);
}

gboolean
tuce_reading_begin (TuceCounty *county, GError **error)
{
  /* The moment that the transaction sees is fixed by its first read, not by BEGIN. */
  if (!run_kept (county, "BEGIN", error))
    return FALSE;
  if (run_kept (county, "SELECT count (*) FROM main.meta", error))
    return TRUE;
  tuce_reading_end (county);
  return FALSE;
}

void
tuce_reading_end (TuceCounty *county)
{
  /* COMMIT keeps what was written to temporary tables; nothing else was written. */
  if (!run_kept (county, "COMMIT", NULL))
    run_kept (county, "ROLLBACK", NULL);
}

void
tuce_county_checkpoint (TuceCounty *county)
{
  /* What can't be copied into the file now is copied by the next checkpoint. */
  if (county->db)
    sqlite3_wal_checkpoint_v2 (county->db, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}
