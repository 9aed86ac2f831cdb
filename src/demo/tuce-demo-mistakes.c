/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-demo-mistakes.h"

#include <glib/gi18n-lib.h>

#include "tuce-csv.h"
#include "tuce-demo-kinds.h"

/* How often each kind comes in a county of many households, and the most there may be among few. */
#define EACH_OF_MANY 4
#define MANY 20000
#define MOST_OF_FEW 50 /* one in so many */
/* With fewer than this no household is without people, and a village is too small to have equal incomes. */
#define FEWEST_FOR_EMPTY 200
#define FEWEST_FOR_EQUAL 12
/* By this share of the county all are due, so that the last still find a household that suits. */
#define DUE_BY 0.9

struct _TuceDemoMistakes
{
  TuceDemoWorld *world;
  guint households, seen;
  guint n_empty;
  guint n_equal, equal_done;
  GPtrArray *due;     /* TuceDemoKind, in the order they fall due */
  guint n_due;        /* how many of them have fallen due */
  GPtrArray *pending; /* TuceDemoKind: due, and not planted yet */
  GString *list;
};

static void
add_kinds (GPtrArray *due, const TuceDemoKind *kinds, guint each)
{
  for (; kinds->rule; kinds++)
    for (guint i = 0; i < each; i++)
      g_ptr_array_add (due, (gpointer) kinds);
}

static void
shuffle (GPtrArray *array, GRand *random)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer kept = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[other];
      array->pdata[other] = kept;
    }
}

TuceDemoMistakes *
tuce_demo_mistakes_new (TuceDemoWorld *world, guint households)
{
  TuceDemoMistakes *mistakes = g_new0 (TuceDemoMistakes, 1);
  guint each = households >= MANY ? EACH_OF_MANY : 1;

  mistakes->world = world;
  mistakes->households = households;
  mistakes->n_empty = households >= FEWEST_FOR_EMPTY ? each : 0;
  mistakes->n_equal = each;
  mistakes->due = g_ptr_array_new ();
  mistakes->pending = g_ptr_array_new ();
  mistakes->list = g_string_new ("rule,entity,id,household_no,field,what\n");
  add_kinds (mistakes->due, tuce_demo_person_kinds, each);
  add_kinds (mistakes->due, tuce_demo_household_kinds, each);
  add_kinds (mistakes->due, tuce_demo_income_kinds, each);
  shuffle (mistakes->due, world->random);
  if (mistakes->due->len > households / MOST_OF_FEW)
    g_ptr_array_set_size (mistakes->due, (gint) (households / MOST_OF_FEW));
  return mistakes;
}

void
tuce_demo_mistakes_free (TuceDemoMistakes *mistakes)
{
  g_ptr_array_unref (mistakes->due);
  g_ptr_array_unref (mistakes->pending);
  g_string_free (mistakes->list, TRUE);
  g_free (mistakes);
}

guint
tuce_demo_mistakes_n_empty (TuceDemoMistakes *mistakes)
{
  return mistakes->n_empty;
}

const char *
tuce_demo_mistakes_list (TuceDemoMistakes *mistakes)
{
  return mistakes->list->str;
}

gboolean
tuce_demo_note (TuceDemoNote *note, const char *entity, gint64 id, const char *field, const char *what)
{
  note->entity = entity;
  note->id = id;
  note->field = field;
  note->what = what;
  return TRUE;
}

static void
write_down (TuceDemoMistakes *mistakes, const char *rule, const TuceDemoNote *note, const char *household_no)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, note->id);
  const char *cells[] = { rule, note->entity, id, household_no, note->field, note->what };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    tuce_csv_append_cell (mistakes->list, cells[i]);
  g_string_append_c (mistakes->list, '\n');
}

static void
plant_pending (TuceDemoMistakes *mistakes, const TuceDemoSpot *spot)
{
  TuceDemoHousehold *household = &spot->households[spot->at];

  for (guint i = 0; i < mistakes->pending->len && !household->spoilt; i++)
    {
      const TuceDemoKind *kind = mistakes->pending->pdata[i];
      TuceDemoNote note;

      if (!kind->plant (spot, household, &note))
        continue;
      household->spoilt = TRUE;
      write_down (mistakes, kind->rule, &note, household->hh_no);
      g_ptr_array_remove_index (mistakes->pending, i);
    }
}

static void
empty (TuceDemoMistakes *mistakes, TuceDemoHousehold *household)
{
  TuceDemoNote note;

  household->size = 0;
  household->year.net_pc = 0;
  household->spoilt = TRUE;
  tuce_demo_note (&note, "household", household->id, "size", _("a household without people"));
  write_down (mistakes, "Q01", &note, household->hh_no);
}

static void
equalize (TuceDemoMistakes *mistakes, TuceDemoHousehold *households, guint n)
{
  TuceDemoNote note;

  if (mistakes->equal_done >= mistakes->n_equal || n < FEWEST_FOR_EQUAL
      || mistakes->seen < (guint64) mistakes->households * (mistakes->equal_done * 2 + 1) / (mistakes->n_equal * 2 + 1))
    return;
  if (tuce_demo_equal_incomes (mistakes->world, households, n) == 0)
    return;
  mistakes->equal_done++;
  tuce_demo_note (&note, "household", households[0].id, "household_year.net_pc",
                  _("the same net income per head in many households of this one's village"));
  write_down (mistakes, "Q38", &note, households[0].hh_no);
}

void
tuce_demo_mistakes_plant (TuceDemoMistakes *mistakes, const TuceDemoVillage *village, TuceDemoHousehold *households,
                          guint n)
{
  for (guint i = 0; i < n; i++)
    if (households[i].empty)
      empty (mistakes, &households[i]);
  equalize (mistakes, households, n);
  for (guint i = 0; i < n; i++)
    {
      TuceDemoSpot spot = { mistakes->world, village, households, n, i };

      mistakes->seen++;
      while (mistakes->n_due < mistakes->due->len
             && mistakes->seen >= (mistakes->n_due + 0.5) * mistakes->households * DUE_BY / mistakes->due->len)
        g_ptr_array_add (mistakes->pending, mistakes->due->pdata[mistakes->n_due++]);
      if (!households[i].spoilt && mistakes->pending->len)
        plant_pending (mistakes, &spot);
    }
}
