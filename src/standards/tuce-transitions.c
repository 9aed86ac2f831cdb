/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-transitions.h"

#include <glib/gi18n-lib.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-error.h"

#define BY_PROCEDURE "procedure"
#define ANY "*"

/* The file, read once for each data folder and kept while the program runs. */
static TuceCsv *
load_table (GError **error)
{
  static const char *const columns[] = { "entity", "field", "from", "to", "how", "needs", NULL };
  static GHashTable *loaded; /* path → TuceCsv */
  static GMutex mutex;
  g_autofree char *path = tuce_data_path ("standards", "transitions.csv", NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (TuceCsv) fresh = NULL;
  TuceCsv *known;

  if (!loaded)
    loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tuce_csv_free);
  known = g_hash_table_lookup (loaded, path);
  if (known)
    return known;
  fresh = tuce_csv_load (path, error);
  if (!fresh || !tuce_csv_require (fresh, columns, error))
    return NULL;
  known = g_steal_pointer (&fresh);
  g_hash_table_insert (loaded, g_steal_pointer (&path), known);
  return known;
}

static gboolean
is_about (TuceCsv *table, guint row, const TuceField *field)
{
  return g_str_equal (tuce_csv_cell (table, row, "entity"), field->entity->name)
         && g_str_equal (tuce_csv_cell (table, row, "field"), field->name);
}

static const char *
label_of (const TuceField *field, const char *code)
{
  const TuceCode *found = tuce_code_list_find (field->codes, code);

  return found ? tuce_code_label (found) : code;
}

/* "planned to exit this year, removed from the register" */
static char *
followers (TuceCsv *table, const TuceField *field, const char *from)
{
  GString *list = g_string_new (NULL);

  for (guint row = 0; row < tuce_csv_n_rows (table); row++)
    if (is_about (table, row, field) && g_str_equal (tuce_csv_cell (table, row, "from"), from))
      g_string_append_printf (list, "%s%s", list->len ? _(", ") : "",
                              label_of (field, tuce_csv_cell (table, row, "to")));
  return g_string_free (list, FALSE);
}

static gboolean
refuse_by_hand (const TuceField *field, const char *from, const char *to, GError **error)
{
  /* Translators: a field's label, then two of its codes */
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
               _("%s goes from “%s” to “%s” only when the steps of the exit procedure are complete: record the steps"),
               tuce_field_label (field), label_of (field, from), label_of (field, to));
  return FALSE;
}

static gboolean
refuse (TuceCsv *table, const TuceField *field, const char *from, const char *to, GError **error)
{
  g_autofree char *may = followers (table, field, from);

  if (*may)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s can't go from “%s” to “%s”; after it may come: %s"),
                 tuce_field_label (field), label_of (field, from), label_of (field, to), may);
  else
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s “%s” is final: it can't become “%s”"),
                 tuce_field_label (field), label_of (field, from), label_of (field, to));
  return FALSE;
}

static gboolean
is_from (TuceCsv *table, guint row, const char *from)
{
  const char *cell = tuce_csv_cell (table, row, "from");

  return g_str_equal (cell, ANY) || g_str_equal (cell, from);
}

/* "*" stands for any code, but not for an empty field. */
static gboolean
is_to (TuceCsv *table, guint row, const char *to)
{
  const char *cell = tuce_csv_cell (table, row, "to");

  return (g_str_equal (cell, ANY) && *to) || g_str_equal (cell, to);
}

/* Checks the fields that a state needs: a closed problem needs the day and who accepted it. */
static gboolean
check_needs (TuceCsv *table, guint row, const TuceRecord *record, const TuceField **where, GError **error)
{
  const TuceField *state = tuce_entity_field (record->entity, tuce_csv_cell (table, row, "field"));
  g_auto (GStrv) needs = g_strsplit (tuce_csv_cell (table, row, "needs"), " ", -1);

  for (guint i = 0; needs[i]; i++)
    {
      const TuceField *field = *needs[i] ? tuce_entity_field (record->entity, needs[i]) : NULL;

      if (!field || (tuce_record_has (record, field->name) && !g_str_equal (tuce_record_text (record, field->name), "")))
        continue;
      if (where)
        *where = field;
      /* Translators: a field's label, one of its codes, another field's label */
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%1$s “%2$s” needs: %3$s"), tuce_field_label (state),
                   label_of (state, tuce_record_text (record, state->name)), tuce_field_label (field));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_field (TuceCsv *table, const TuceField *field, const char *from, const TuceRecord *after, TuceTransitionBy by,
             const TuceField **where, GError **error)
{
  const char *to = tuce_record_text (after, field->name);
  gboolean ruled = FALSE;

  for (guint row = 0; row < tuce_csv_n_rows (table); row++)
    {
      if (!is_about (table, row, field))
        continue;
      ruled = TRUE;
      if (!is_from (table, row, from) || !is_to (table, row, to))
        continue;
      if (by == TUCE_BY_HAND && g_str_equal (tuce_csv_cell (table, row, "how"), BY_PROCEDURE))
        return refuse_by_hand (field, from, to, error);
      return check_needs (table, row, after, where, error);
    }
  /* A field that was empty, or does not change, is allowed. */
  return !ruled || !*from || g_str_equal (from, to) || refuse (table, field, from, to, error);
}

gboolean
tuce_transitions_check (const TuceRecord *before, const TuceRecord *after, TuceTransitionBy by,
                        const TuceField **where, GError **error)
{
  TuceCsv *table = load_table (error);

  if (!table)
    return FALSE;
  for (guint i = 0; i < after->entity->fields->len; i++)
    {
      const TuceField *field = after->entity->fields->pdata[i];

      if (field->type != TUCE_FIELD_CHOICE)
        continue;
      if (where)
        *where = field;
      if (!check_field (table, field, before ? tuce_record_text (before, field->name) : "", after, by, where, error))
        return FALSE;
    }
  return TRUE;
}
