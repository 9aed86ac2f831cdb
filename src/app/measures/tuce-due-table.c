/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-due-table.h"

#include <glib/gi18n-lib.h>

#include "tuce-assessor.h"
#include "tuce-date.h"
#include "tuce-due-list.h"

/* What a row is made from, as columns of its query. */
typedef enum
{
  STATE,
  DUE,
  WHAT,
  OF, /* criterion of a measure, source of a problem */
  DEPARTMENT,
  PERSON,
  TOWNSHIP,
  VILLAGE,
  HEAD,
  PLACE,
  HOUSEHOLD,
  N_VALUES
} Value;

static const char *const measure_paths[N_VALUES + 1]
    = { "state",    "due_on", "content", "criterion", "department", "person", "household.village.township.short_name",
        "household.village.short_name", "household.head_name", "place", "household_id", NULL };
static const char *const problem_paths[N_VALUES + 1]
    = { "state",    "due_on", "description", "source", "department", "person", "household.village.township.short_name",
        "household.village.short_name", "household.head_name", "place", "household_id", NULL };

static const TuceField *
field_named (TuceListTable *table, const char *name)
{
  const char *entity = tuce_list_table_get_kind (table)->entity;

  return tuce_entity_field (tuce_dictionary_entity (tuce_list_table_get_dictionary (table), entity), name);
}

/* --- what the cells say --- */

static char *
where_words (TuceListTable *table, guint position)
{
  if (tuce_list_table_integer (table, position, HOUSEHOLD))
    return g_strdup_printf ("%s %s\n%s", tuce_list_table_text (table, position, TOWNSHIP),
                            tuce_list_table_text (table, position, VILLAGE),
                            tuce_list_table_text (table, position, HEAD));
  return g_strdup (tuce_list_table_place (table, tuce_list_table_text (table, position, PLACE)));
}

static char *
due_words (TuceListTable *table, guint position)
{
  const char *due = tuce_list_table_text (table, position, DUE);
  g_autofree char *now = tuce_county_day (tuce_workspace_get_county (tuce_list_table_get_workspace (table)));
  GDate day, today;
  int late;

  if (!tuce_date_parse (due, &day) || !tuce_date_parse (now, &today))
    return g_strdup (due);
  late = g_date_days_between (&day, &today);
  if (late <= 0
      || !tuce_due_is_open (tuce_list_table_get_kind (table)->entity, tuce_list_table_text (table, position, STATE)))
    return g_strdup (due);
  /* Translators: how late something is; %1$s is the day it was due */
  return g_strdup_printf (ngettext ("%1$s\n! %2$d day late", "%1$s\n! %2$d days late", late), due, late);
}

static char *
of_words (TuceListTable *table, guint position)
{
  const char *code = tuce_list_table_text (table, position, OF);
  TuceStandards *standards = tuce_workspace_get_standards (tuce_list_table_get_workspace (table));
  const TuceRule *rule = standards ? tuce_standards_rule (standards, code) : NULL;
  const TuceField *field = field_named (table, "source");
  const TuceCode *source = field ? tuce_code_list_find (field->codes, code) : NULL;

  return g_strdup (rule ? tuce_rule_short (rule) : source ? tuce_code_label (source) : code);
}

static char *
what_words (TuceListTable *table, guint position)
{
  return g_strdup (tuce_list_table_text (table, position, WHAT));
}

static char *
whose_words (TuceListTable *table, guint position)
{
  const char *person = tuce_list_table_text (table, position, PERSON);

  return g_strdup_printf ("%s%s%s", tuce_list_table_text (table, position, DEPARTMENT), *person ? "\n" : "", person);
}

static char *
state_words (TuceListTable *table, guint position)
{
  return g_strdup (tuce_list_table_text (table, position, STATE));
}

static const TuceCode *
code (TuceListTable *table, guint position)
{
  return tuce_code_list_find (field_named (table, "state")->codes, tuce_list_table_text (table, position, STATE));
}

static const char *const names[] = { "state", "due_on", "of", "what", "where", "whose" };
static const TuceListWords words[] = { state_words, due_words, of_words, what_words, where_words, whose_words };
static const TuceListTableKind measure_kind = { "measure", measure_paths, words, code };
static const TuceListTableKind problem_kind = { "problem", problem_paths, words, code };

GtkWidget *
tuce_due_table_new (TuceWorkspace *workspace, const char *entity)
{
  gboolean measures = g_str_equal (entity, "measure");
  GtkWidget *table = tuce_list_table_new (workspace, measures ? &measure_kind : &problem_kind,
                                          measures ? _("Measures") : _("Ledger of Problems"));
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);
  const struct
  {
    const char *field; /* whose label is the title; NULL: the place */
    int width;
    TuceColumnLook look;
  } shown[] = { { "state", 44, TUCE_COLUMN_MARK },
                { "due_on", 108, TUCE_COLUMN_DIGITS | TUCE_COLUMN_WARNS },
                { measures ? "criterion" : "source", 66, TUCE_COLUMN_DIGITS },
                { measures ? "content" : "description", 0, TUCE_COLUMN_DIGITS | TUCE_COLUMN_WRAPS },
                { NULL, 128, TUCE_COLUMN_DIGITS },
                { "department", 88, TUCE_COLUMN_DIGITS } };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const TuceField *field
          = shown[i].field ? tuce_entity_field (tuce_dictionary_entity (dictionary, entity), shown[i].field) : NULL;
      TuceColumn column = { field ? tuce_field_label (field) : _("Place"), shown[i].width, shown[i].look, 2,
                            GUINT_TO_POINTER (i) };

      tuce_column_table_insert (TUCE_COLUMN_TABLE (table), i, &column);
    }
  return table;
}

gint64
tuce_due_table_household (TuceListTable *table, guint position)
{
  return tuce_list_table_integer (table, position, HOUSEHOLD);
}

char *
tuce_due_table_words (TuceListTable *table, guint position, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return words[i](table, position);
  return NULL;
}
