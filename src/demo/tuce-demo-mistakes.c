/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-demo-mistakes.h"

#include <glib/gi18n-lib.h>

#include "tuce-csv.h"
#include "tuce-demo-kinds.h"
#include "tuce-demo-sites.h"

/* How often each kind is planted in a county of at least MANY households; in a smaller one it is planted once. Among MOST_OF_FEW households
 * at most one has a mistake, so that in a small county not all kinds are planted. */
#define EACH_OF_MANY 4
#define MANY 20000
#define MOST_OF_FEW 50 /* one in so many */
/* A county with fewer households has none without people; a village with fewer gets no equal incomes. */
#define FEWEST_FOR_EMPTY 200
#define FEWEST_FOR_EQUAL 12
/* When this share of the county is made, all mistakes are due, so that the last ones can still find a suitable household. */
#define DUE_BY 0.9
/* Among so many villages one gets a mistake. */
#define VILLAGES_BETWEEN 17
/* Among so many sites at most one gets a mistake. */
#define SITES_A_MISTAKE 3

struct _TuceDemoMistakes
{
  TuceDemoWorld *world;
  guint households, seen;
  guint n_empty;
  guint n_equal, equal_done;
  GPtrArray *due;     /* TuceDemoKind, in the order they fall due */
  guint n_due;        /* how many of them have fallen due */
  GPtrArray *pending; /* TuceDemoKind: due, and not planted yet */
  GPtrArray *village_due; /* TuceDemoVillageKind: not planted yet */
  guint villages_seen;
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
  mistakes->village_due = g_ptr_array_new ();
  for (const TuceDemoVillageKind *kind = tuce_demo_village_kinds; kind->rule; kind++)
    for (guint i = 0; i < MIN (each, 2); i++)
      g_ptr_array_add (mistakes->village_due, (gpointer) kind);
  mistakes->list = g_string_new ("rule,entity,id,household_no,place,field,what\n");
  add_kinds (mistakes->due, tuce_demo_person_kinds, each);
  add_kinds (mistakes->due, tuce_demo_household_kinds, each);
  add_kinds (mistakes->due, tuce_demo_income_kinds, each);
  add_kinds (mistakes->due, tuce_demo_work_kinds, each);
  add_kinds (mistakes->due, tuce_demo_move_kinds, each);
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
  g_ptr_array_unref (mistakes->village_due);
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

TuceDemoPerson *
tuce_demo_find_person (TuceDemoHousehold *household, gboolean (*fits) (const TuceDemoPerson *person))
{
  for (guint i = 1; i < household->n_people; i++)
    if (fits (&household->people[i]))
      return &household->people[i];
  return NULL;
}

gboolean
tuce_demo_take_following (const TuceDemoSpot *spot, guint n)
{
  if (spot->at + n > spot->n)
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (spot->households[spot->at + i].spoilt)
      return FALSE;
  for (guint i = 1; i < n; i++)
    spot->households[spot->at + i].spoilt = TRUE;
  return TRUE;
}

/* Adds a line to the list. @what is translatable. */
static void
write_down (TuceDemoMistakes *mistakes, const char *rule, const char *entity, gint64 id, const char *household_no,
            const char *place, const char *field, const char *what)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char *cells[] = { rule, entity, number, household_no, place, field, _(what) };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    tuce_csv_append_cell (mistakes->list, cells[i]);
  g_string_append_c (mistakes->list, '\n');
}

static gint64
listed_id (const TuceDemoKind *kind, const TuceDemoHousehold *household, const TuceDemoPerson *person)
{
  if (g_str_equal (kind->entity, "member"))
    return person->id;
  if (g_str_equal (kind->entity, "household_year"))
    return household->year.id;
  if (g_str_equal (kind->entity, "relocation"))
    return household->move.id;
  return g_str_equal (kind->entity, "helper") ? household->helper_id : household->id;
}

static void
plant_pending (TuceDemoMistakes *mistakes, const TuceDemoSpot *spot)
{
  TuceDemoHousehold *household = &spot->households[spot->at];

  for (guint i = 0; i < mistakes->pending->len && !household->spoilt; i++)
    {
      const TuceDemoKind *kind = mistakes->pending->pdata[i];
      TuceDemoPerson *person
          = kind->fits ? tuce_demo_find_person (household, kind->fits) : &household->people[0];

      if (!person || !kind->change (spot, household, person))
        continue;
      household->spoilt = TRUE;
      write_down (mistakes, kind->rule, kind->entity, listed_id (kind, household, person), household->hh_no,
                  spot->village->division->code, kind->field, kind->what);
      g_ptr_array_remove_index (mistakes->pending, i);
    }
}

static void
empty (TuceDemoMistakes *mistakes, const TuceDemoVillage *village, TuceDemoHousehold *household)
{
  TuceDemoYear *year = &household->year;

  /* A household without people has no income and no support. */
  household->size = 0;
  household->attr = tuce_demo_is_exited (household) ? "05" : "01";
  household->cause_main = NULL;
  household->cause_other[0] = '\0';
  year->wage = year->gross = year->property = year->cost = 0;
  year->famplan = year->dibao = year->wubao = year->pension = year->eco = year->other = 0;
  tuce_demo_add_up (year, 0);
  household->spoilt = TRUE;
  write_down (mistakes, "Q01", "household", household->id, household->hh_no, village->division->code, "size",
              N_("a household without people"));
}

static void
equalize (TuceDemoMistakes *mistakes, const TuceDemoVillage *village, TuceDemoHousehold *households, guint n)
{
  if (mistakes->equal_done >= mistakes->n_equal || n < FEWEST_FOR_EQUAL
      || mistakes->seen < (guint64) mistakes->households * (mistakes->equal_done * 2 + 1) / (mistakes->n_equal * 2 + 1))
    return;
  if (tuce_demo_equal_incomes (mistakes->world, households, n) == 0)
    return;
  mistakes->equal_done++;
  write_down (mistakes, "Q38", "household", households[0].id, households[0].hh_no, village->division->code,
              "household_year.net_pc", N_("the same net income per head in many households of this one's village"));
}

void
tuce_demo_mistakes_plant (TuceDemoMistakes *mistakes, const TuceDemoVillage *village, TuceDemoHousehold *households,
                          guint n)
{
  for (guint i = 0; i < n; i++)
    if (households[i].empty)
      empty (mistakes, village, &households[i]);
  equalize (mistakes, village, households, n);
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

void
tuce_demo_mistakes_plant_village (TuceDemoMistakes *mistakes, TuceDemoVillage *village, TuceDemoReport *report)
{
  /* A village that does not suit any kind leaves its turn to the next village. */
  if (++mistakes->villages_seen < VILLAGES_BETWEEN)
    return;
  for (guint i = 0; i < mistakes->village_due->len; i++)
    {
      const TuceDemoVillageKind *kind = mistakes->village_due->pdata[i];

      if (!kind->change (mistakes->world, village, report))
        continue;
      write_down (mistakes, kind->rule, kind->entity, mistakes->world->next_id, "", village->division->code,
                  kind->field, kind->what);
      g_ptr_array_remove_index (mistakes->village_due, i);
      mistakes->villages_seen = 0;
      return;
    }
}

void
tuce_demo_mistakes_plant_sites (TuceDemoMistakes *mistakes, GArray *sites)
{
  guint spoilt = 0;

  for (const TuceDemoSiteKind *kind = tuce_demo_site_kinds; kind->rule; kind++)
    for (guint i = 0; i < sites->len && (spoilt + 1) * SITES_A_MISTAKE <= sites->len; i++)
      {
        /* spread over the sites rather than the first ones only */
        TuceDemoSite *site = &g_array_index (sites, TuceDemoSite, (i + 3 + spoilt * SITES_A_MISTAKE) % sites->len);

        if (site->mistake || !kind->change (site))
          continue;
        write_down (mistakes, kind->rule, "site", site->id, "", site->village->division->code, kind->field, kind->what);
        spoilt++;
        break;
      }
}

void
tuce_demo_mistakes_plant_sum (TuceDemoMistakes *mistakes, const char *rule, const char *entity, const char *place,
                              TuceDemoReport *report)
{
  report->poor_people += 7;
  write_down (mistakes, rule, entity, mistakes->world->next_id, "", place, "poor_people",
              N_("reports seven poor people more than the places beneath it"));
}
