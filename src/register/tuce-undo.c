/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo are entries of the journal like any other; the stacks are computed from the journal. */
#include "tuce-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-county-private.h"
#include "tuce-error.h"

/* Updates the stacks for one entry of kind @kind: @sequence is the edit that was made, undone or redone. */
static void
move_stacks (TuceCounty *county, const char *kind, gint64 sequence)
{
  if (g_str_equal (kind, "edit"))
    {
      g_array_append_val (county->undo, sequence);
      g_array_set_size (county->redo, 0);
    }
  else if (g_str_equal (kind, "undo") && county->undo->len)
    {
      g_array_set_size (county->undo, county->undo->len - 1);
      g_array_append_val (county->redo, sequence);
    }
  else if (g_str_equal (kind, "redo") && county->redo->len)
    {
      g_array_set_size (county->redo, county->redo->len - 1);
      g_array_append_val (county->undo, sequence);
    }
}

static void
forget_stacks (TuceCounty *county)
{
  g_clear_pointer (&county->undo, g_array_unref);
  g_clear_pointer (&county->redo, g_array_unref);
}

static gboolean
read_stacks (TuceCounty *county, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  if (county->undo)
    return TRUE;
  statement = tuce_county_prepare (county, "SELECT sequence, kind, subject FROM journal ORDER BY sequence", error);
  if (!statement)
    return FALSE;
  county->undo = g_array_new (FALSE, FALSE, sizeof (gint64));
  county->redo = g_array_new (FALSE, FALSE, sizeof (gint64));
  do
    {
      const char *kind;

      if (!tuce_county_step (county, statement, &row, error))
        {
          forget_stacks (county); /* with an incomplete stack the wrong edit would be undone */
          return FALSE;
        }
      if (!row)
        break;
      kind = (const char *) sqlite3_column_text (statement, 1);
      /* the founding entry is on no stack, so it can't be undone */
      move_stacks (county, kind, sqlite3_column_int64 (statement, g_str_equal (kind, "edit") ? 0 : 2));
    }
  while (row);
  return TRUE;
}

void
tuce_journal_committed (TuceCounty *county, const char *kind, gint64 sequence, TuceChangeSet *touched)
{
  if (county->undo)
    move_stacks (county, kind, sequence);
  if (tuce_change_set_touches (touched, "feature"))
    g_clear_pointer (&county->outlines, g_hash_table_unref);
  g_signal_emit_by_name (county, "changed", touched);
}

static char *
label_of (TuceCounty *county, gint64 sequence, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (county, "SELECT label FROM journal WHERE sequence = ?", error);
  char *label = NULL;
  gboolean row;

  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, sequence);
  if (!tuce_county_step (county, statement, &row, error))
    return NULL;
  label = g_strdup (row ? (const char *) sqlite3_column_text (statement, 0) : "");
  sqlite3_reset (statement);
  return label;
}

static gint64
top (GArray *stack)
{
  return stack->len ? g_array_index (stack, gint64, stack->len - 1) : 0;
}

char *
tuce_journal_undo_label (TuceCounty *county)
{
  return read_stacks (county, NULL) && county->undo->len ? label_of (county, top (county->undo), NULL) : NULL;
}

char *
tuce_journal_redo_label (TuceCounty *county)
{
  return read_stacks (county, NULL) && county->redo->len ? label_of (county, top (county->redo), NULL) : NULL;
}

static int
refuse_conflict (void *data, int kind, sqlite3_changeset_iter *row)
{
  return SQLITE_CHANGESET_ABORT;
}

/* Applies @changes and writes the entry, in one transaction. */
static gboolean
apply (TuceCounty *county, const char *kind, gint64 subject, const void *changes, int n_bytes, TuceChangeSet *touched,
       GError **error)
{
  g_autofree char *label = label_of (county, subject, error);
  gboolean applied = FALSE;
  gint64 sequence;
  int result;

  if (!label || !tuce_county_begin_writing (county, label, error))
    return FALSE;
  result = sqlite3changeset_apply (county->db, n_bytes, (void *) changes, NULL, refuse_conflict, NULL);
  if (result == SQLITE_ABORT)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                 _("“%s” can't be taken back or made again: the records it touched were altered outside the program"),
                 label);
  else if (result != SQLITE_OK)
    tuce_county_sql_error (county, error);
  else
    applied = tuce_journal_append (county, kind, subject, label, NULL, NULL, changes, n_bytes, touched, &sequence, error);
  return tuce_county_end_writing (county, applied, error) && applied;
}

gboolean
tuce_journal_undo (TuceCounty *county, GError **error)
{
  g_autoptr (TuceChangeSet) touched = tuce_change_set_new ();
  g_autoptr (GBytes) changes = NULL;
  void *inverse = NULL;
  int n_inverse = 0;
  gboolean undone;
  gint64 subject;

  if (!read_stacks (county, error))
    return FALSE;
  subject = top (county->undo);
  if (!subject)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("There is nothing to undo"));
      return FALSE;
    }
  changes = tuce_journal_changes (county, subject, error);
  if (!changes)
    return FALSE;
  if (sqlite3changeset_invert ((int) g_bytes_get_size (changes), g_bytes_get_data (changes, NULL), &n_inverse,
                               &inverse)
      != SQLITE_OK)
    return tuce_county_sql_error (county, error);
  undone = apply (county, "undo", subject, inverse, n_inverse, touched, error);
  sqlite3_free (inverse);
  if (undone)
    tuce_journal_committed (county, "undo", subject, touched);
  return undone;
}

gboolean
tuce_journal_redo (TuceCounty *county, GError **error)
{
  g_autoptr (TuceChangeSet) touched = tuce_change_set_new ();
  g_autoptr (GBytes) changes = NULL;
  gint64 subject;

  if (!read_stacks (county, error))
    return FALSE;
  subject = top (county->redo);
  if (!subject)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("There is nothing to redo"));
      return FALSE;
    }
  changes = tuce_journal_changes (county, subject, error);
  if (!changes
      || !apply (county, "redo", subject, g_bytes_get_data (changes, NULL), (int) g_bytes_get_size (changes), touched,
                 error))
    return FALSE;
  tuce_journal_committed (county, "redo", subject, touched);
  return TRUE;
}
