/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-schedule-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-parameters.h"

struct _TuceTimetable
{
  TuceDictionary *dictionary;
  GArray *stages; /* Stage */
  guint completion;
};

typedef struct
{
  const TuceCode *code;
  const char *date; /* field of a site, or "" */
  int days;         /* from the stage before to this one; -1 where not set */
} Stage;

/* The columns of data/relocation/stages.csv. */
enum
{
  STAGE,
  DATE,
  DAYS,
  COMPLETION
};

static const char *const columns[]
    = { [STAGE] = "stage", [DATE] = "date", [DAYS] = "days", [COMPLETION] = "completion", NULL };

static int
days_of (TuceCounty *county, const char *parameter)
{
  g_autoptr (TuceRecord) record
      = *parameter ? tuce_parameter_find (county, parameter, tuce_county_get_year (county)) : NULL;

  double days;

  return tuce_parameter_value (record, &days) ? (int) days : -1;
}

static gboolean
read_stage (TuceTimetable *timetable, TuceCounty *county, TuceCsv *csv, guint row, GError **error)
{
  const TuceCodeList *codes = tuce_dictionary_code_list (timetable->dictionary, "site_stage");
  const TuceEntity *site = tuce_dictionary_entity (timetable->dictionary, "site");
  const char *date = tuce_csv_cell (csv, row, columns[DATE]);
  Stage stage = { .code = tuce_code_list_find (codes, tuce_csv_cell (csv, row, columns[STAGE])),
                  .date = g_intern_string (date),
                  .days = days_of (county, tuce_csv_cell (csv, row, columns[DAYS])) };

  if (!stage.code || (*date && !tuce_entity_field (site, date)))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s:%u: no such stage or date of a site."),
                   tuce_csv_path (csv), tuce_csv_line (csv, row));
      return FALSE;
    }
  if (*tuce_csv_cell (csv, row, columns[COMPLETION]))
    timetable->completion = timetable->stages->len;
  g_array_append_val (timetable->stages, stage);
  return TRUE;
}

TuceTimetable *
tuce_timetable_load (TuceCounty *county, GError **error)
{
  g_autofree char *path = tuce_data_path ("relocation", "stages.csv", NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);
  g_autoptr (TuceTimetable) timetable = NULL;

  if (!csv || !tuce_csv_require (csv, columns, error))
    return NULL;
  timetable = g_atomic_rc_box_new0 (TuceTimetable);
  timetable->dictionary = tuce_dictionary_ref (tuce_county_get_dictionary (county));
  timetable->stages = g_array_new (FALSE, FALSE, sizeof (Stage));
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    if (!read_stage (timetable, county, csv, row, error))
      return NULL;
  return g_steal_pointer (&timetable);
}

TuceTimetable *
tuce_timetable_ref (TuceTimetable *timetable)
{
  return g_atomic_rc_box_acquire (timetable);
}

static void
clear (gpointer data)
{
  TuceTimetable *timetable = data;

  g_clear_pointer (&timetable->stages, g_array_unref);
  g_clear_pointer (&timetable->dictionary, tuce_dictionary_unref);
}

void
tuce_timetable_unref (TuceTimetable *timetable)
{
  g_atomic_rc_box_release_full (timetable, clear);
}

static const Stage *
stage_at (const TuceTimetable *timetable, guint stage)
{
  return &g_array_index (timetable->stages, Stage, stage);
}

guint
tuce_timetable_n_stages (const TuceTimetable *timetable)
{
  return timetable->stages->len;
}

const TuceCode *
tuce_timetable_stage (const TuceTimetable *timetable, guint stage)
{
  g_return_val_if_fail (stage < timetable->stages->len, NULL);
  return stage_at (timetable, stage)->code;
}

const char *
tuce_timetable_date (const TuceTimetable *timetable, guint stage)
{
  return stage_at (timetable, stage)->date;
}

int
tuce_timetable_find (const TuceTimetable *timetable, const char *code)
{
  for (guint i = 0; i < timetable->stages->len; i++)
    if (g_strcmp0 (stage_at (timetable, i)->code->code, code) == 0)
      return (int) i;
  return -1;
}

guint
tuce_timetable_completion (const TuceTimetable *timetable)
{
  return timetable->completion;
}

gboolean
tuce_timetable_due (const TuceTimetable *timetable, const GDate *finished, guint stage, GDate *due)
{
  guint from = MIN (stage, timetable->completion), to = MAX (stage, timetable->completion);
  guint days = 0;

  g_date_clear (due, 1);
  g_return_val_if_fail (stage < timetable->stages->len, FALSE);
  if (!g_date_valid (finished))
    return FALSE;
  for (guint i = from + 1; i <= to; i++)
    {
      int part = stage_at (timetable, i)->days;

      if (part < 0)
        return FALSE;
      days += (guint) part;
    }
  /* The calendar of GDate begins in the year 1: there is no earlier day. */
  if (stage < timetable->completion && days >= g_date_get_julian (finished))
    return FALSE;
  *due = *finished;
  if (stage < timetable->completion)
    g_date_subtract_days (due, days);
  else
    g_date_add_days (due, days);
  return TRUE;
}
