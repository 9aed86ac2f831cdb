/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-schedule-private.h"

#include "tuce-date.h"
#include "tuce-query.h"

/* The columns before the dates of the stages. */
enum
{
  NAME,
  VILLAGE,
  STAGE,
  DUE,
  N_OWN
};

typedef struct
{
  TuceTimetable *timetable;
  const GDate *day;
  GPtrArray *plans;
  int *columns; /* for each stage: the column of its date, or -1 */
} Reading;

static void
site_plan_free (gpointer data)
{
  TuceSitePlan *plan = data;

  g_free (plan->name);
  g_free (plan->village_code);
  g_free (plan->stages);
  g_free (plan);
}

static const char *
text_of (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

static void
read_date (const TuceValue *value, GDate *date)
{
  if (!tuce_date_parse (text_of (value), date))
    g_date_clear (date, 1);
}

/* Days from @due to @day; 0 where that is not later. */
static int
days_late (const GDate *due, const GDate *day)
{
  return g_date_valid (due) && g_date_valid (day) ? MAX (0, g_date_days_between (due, day)) : 0;
}

static void
judge (TuceSitePlan *plan, const TuceTimetable *timetable, const GDate *day)
{
  guint n = tuce_timetable_n_stages (timetable);

  for (guint i = 0; i < n; i++)
    {
      TuceStagePlan *stage = &plan->stages[i];

      stage->reached = i <= plan->stage;
      /* A stage that was reached, but on an unknown day, does not count as late. */
      stage->late = days_late (&stage->due, stage->reached ? &stage->done : day);
    }
  plan->next = MIN (plan->stage + 1, n);
  plan->late = plan->next < n ? plan->stages[plan->next].late : 0;
}

static gboolean
keep_site (gint64 id, const TuceValue *values, gpointer data)
{
  const Reading *reading = data;
  guint n = tuce_timetable_n_stages (reading->timetable);
  TuceSitePlan *plan = g_new0 (TuceSitePlan, 1);
  int stage = tuce_timetable_find (reading->timetable, text_of (&values[STAGE]));

  plan->site_id = id;
  plan->name = g_strdup (text_of (&values[NAME]));
  plan->village_code = g_strdup (text_of (&values[VILLAGE]));
  plan->stage = (guint) MAX (stage, 0);
  read_date (&values[DUE], &plan->finished);
  plan->stages = g_new0 (TuceStagePlan, n);
  tuce_schedule_back (reading->timetable, &plan->finished, plan->stages);
  for (guint i = 0; i < n; i++)
    if (reading->columns[i] >= 0)
      read_date (&values[reading->columns[i]], &plan->stages[i].done);
  judge (plan, reading->timetable, reading->day);
  g_ptr_array_add (reading->plans, plan);
  return TRUE;
}

/* Sites without a day to be finished by come last. */
static int
compare_finished (const GDate *a, const GDate *b)
{
  gboolean has_a = g_date_valid (a), has_b = g_date_valid (b);

  return has_a && has_b ? g_date_compare (a, b) : has_b - has_a;
}

static int
compare_plans (gconstpointer a, gconstpointer b)
{
  const TuceSitePlan *first = *(const TuceSitePlan *const *) a, *second = *(const TuceSitePlan *const *) b;
  int order = second->late - first->late;

  if (order == 0)
    order = compare_finished (&first->finished, &second->finished);
  if (order == 0)
    order = g_strcmp0 (first->village_code, second->village_code);
  if (order == 0)
    order = g_strcmp0 (first->name, second->name);
  return order;
}

GPtrArray *
tuce_schedule_load (TuceCounty *county, TuceTimetable *timetable, const char *scope, const GDate *day,
                    GCancellable *cancellable, GError **error)
{
  guint n = tuce_timetable_n_stages (timetable);
  g_autoptr (TuceQuery) query = tuce_query_new (county, "site");
  const TuceEntity *site = tuce_query_entity (query);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (site_plan_free);
  g_autofree int *columns = g_new (int, n);
  Reading reading = { timetable, day, plans, columns };

  g_ptr_array_add (paths, (gpointer) site->title->name);
  g_ptr_array_add (paths, (gpointer) site->scope->name);
  g_ptr_array_add (paths, (gpointer) "stage");
  g_ptr_array_add (paths, (gpointer) "due_on");
  g_assert (paths->len == N_OWN);
  for (guint i = 0; i < n; i++)
    {
      const char *date = tuce_timetable_date (timetable, i);

      columns[i] = *date ? (int) paths->len : -1;
      if (*date)
        g_ptr_array_add (paths, (gpointer) date);
    }
  g_ptr_array_add (paths, NULL);

  if (scope)
    tuce_query_set_scope (query, scope);
  if (!tuce_query_set_columns (query, (const char *const *) paths->pdata, error)
      || !tuce_query_each (query, county, keep_site, &reading, cancellable, error))
    return NULL;
  g_ptr_array_sort (plans, compare_plans);
  return g_steal_pointer (&plans);
}

void
tuce_schedule_back (const TuceTimetable *timetable, const GDate *finished, TuceStagePlan *stages)
{
  for (guint i = 0; i < tuce_timetable_n_stages (timetable); i++)
    {
      stages[i] = (TuceStagePlan){ 0 };
      g_date_clear (&stages[i].done, 1);
      tuce_timetable_due (timetable, finished, i, &stages[i].due);
    }
}
