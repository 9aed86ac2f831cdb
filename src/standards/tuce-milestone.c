/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-milestone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-date.h"
#include "tuce-error.h"

/* A leap year, so that 02-29 counts as a day. */
#define ANY_YEAR 2000

static gboolean
read_day (const char *text, int year, GDate *date)
{
  g_autofree char *whole = g_strdup_printf ("%04d-%s", year, text);

  return strlen (text) == 5 && tuce_date_parse (whole, date);
}

/* The columns of data/standards/milestones.csv. */
enum
{
  NAME,
  LABEL_EN,
  LABEL_ZH,
  FROM,
  TO,
  REMAINING,
  REMAINING_EN,
  REMAINING_ZH
};

static const char *const columns[]
    = { [NAME] = "name", [LABEL_EN] = "label_en", [LABEL_ZH] = "label_zh", [FROM] = "from",
        [TO] = "to", [REMAINING] = "remaining", [REMAINING_EN] = "remaining_en", [REMAINING_ZH] = "remaining_zh", NULL };

static gboolean
check (TuceCsv *csv, guint row, GError **error)
{
  const char *from = tuce_csv_cell (csv, row, columns[FROM]), *to = tuce_csv_cell (csv, row, columns[TO]);
  GDate date;

  if (read_day (to, ANY_YEAR, &date) && (!*from || read_day (from, ANY_YEAR, &date)))
    return TRUE;
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s, line %u: a day is written as 08-31"), tuce_csv_path (csv),
               tuce_csv_line (csv, row));
  return FALSE;
}

static GPtrArray *
read_all (TuceCsv *csv, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (!tuce_csv_require (csv, columns, error))
    return NULL;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      TuceMilestone *milestone = g_new0 (TuceMilestone, 1);

      g_ptr_array_add (found, milestone);
      if (!check (csv, row, error))
        return NULL;
      *milestone = (TuceMilestone){ g_intern_string (tuce_csv_cell (csv, row, columns[NAME])),
                                    g_intern_string (tuce_csv_cell (csv, row, columns[LABEL_EN])),
                                    g_intern_string (tuce_csv_cell (csv, row, columns[LABEL_ZH])),
                                    g_intern_string (tuce_csv_cell (csv, row, columns[FROM])),
                                    g_intern_string (tuce_csv_cell (csv, row, columns[TO])),
                                    g_intern_string (tuce_csv_cell (csv, row, columns[REMAINING])),
                                    g_intern_string (tuce_csv_cell (csv, row, columns[REMAINING_EN])),
                                    g_intern_string (tuce_csv_cell (csv, row, columns[REMAINING_ZH])) };
    }
  return g_steal_pointer (&found);
}

GPtrArray *
tuce_milestones (GError **error)
{
  static GHashTable *loaded; /* path → milestones */
  static GMutex mutex;
  g_autofree char *path = tuce_data_path ("standards", "milestones.csv", NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (TuceCsv) csv = NULL;
  GPtrArray *known;

  if (!loaded)
    loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  known = g_hash_table_lookup (loaded, path);
  if (known)
    return known;
  csv = tuce_csv_load (path, error);
  known = csv ? read_all (csv, error) : NULL;
  if (known)
    g_hash_table_insert (loaded, g_steal_pointer (&path), known);
  return known;
}

const char *
tuce_milestone_label (const TuceMilestone *milestone)
{
  return tuce_text_is_chinese () ? milestone->label_zh : milestone->label_en;
}

const char *
tuce_milestone_what (const TuceMilestone *milestone)
{
  return tuce_text_is_chinese () ? milestone->what_zh : milestone->what_en;
}

void
tuce_milestone_end (const TuceMilestone *milestone, int year, GDate *date)
{
  if (!read_day (milestone->to, year, date))
    g_date_set_dmy (date, 28, G_DATE_FEBRUARY, (GDateYear) year); /* 02-29 in a year that has no such day */
}

int
tuce_milestone_days_left (const TuceMilestone *milestone, int year, const GDate *today)
{
  GDate end;

  tuce_milestone_end (milestone, year, &end);
  return g_date_days_between (today, &end) + 1;
}

static gboolean
add_condition (TuceQuery *query, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  gsize length = strlen (parts[0]);
  gboolean not = length > 0 && parts[0][length - 1] == '!';

  if (!parts[0] || !parts[1])
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("milestones.csv: “%s” is no condition: write PATH=VALUE"), text);
      return FALSE;
    }
  if (not)
    parts[0][length - 1] = '\0';
  if (!*parts[1])
    return tuce_query_add_condition (query, parts[0], TUCE_IS_EMPTY, NULL, error);
  return tuce_query_add_condition (query, parts[0], not ? TUCE_IS_NOT : TUCE_IS, parts[1], error);
}

TuceQuery *
tuce_milestone_query (const TuceMilestone *milestone, TuceCounty *county, const char *scope, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (milestone->remaining, " ", -1);
  g_autoptr (TuceQuery) query = NULL;

  if (!parts[0] || !*parts[0])
    return NULL;
  if (!tuce_dictionary_entity (tuce_county_get_dictionary (county), parts[0]))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("milestones.csv: “%s” is no kind of record"), parts[0]);
      return NULL;
    }
  query = tuce_query_new (county, parts[0]);
  tuce_query_set_scope (query, scope);
  for (guint i = 1; parts[i]; i++)
    if (*parts[i] && !add_condition (query, parts[i], error))
      return NULL;
  return g_steal_pointer (&query);
}

void
tuce_milestone_add_reads (const TuceMilestone *milestone, TuceReads *reads)
{
  g_auto (GStrv) parts = g_strsplit (milestone->remaining, " ", -1);

  if (!parts[0] || !*parts[0])
    return;
  tuce_reads_add_scope (reads, parts[0]);
  for (guint i = 1; parts[i]; i++)
    {
      g_autofree char *path = g_strndup (parts[i], strcspn (parts[i], "!="));

      tuce_reads_add_path (reads, parts[0], path);
    }
}

gint64
tuce_milestone_daily (gint64 remaining, int days_left)
{
  return days_left > 1 ? (remaining + days_left - 1) / days_left : remaining;
}
