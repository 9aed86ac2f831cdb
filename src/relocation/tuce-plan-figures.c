/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a scenario, from what the file stores of it. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tuce-plan-private.h"
#include "tuce-scenario-private.h"

typedef struct
{
  TuceCounty *county;
  TucePlanFigures *figures;
  const TuceRecord *scenario;
  const TuceCodeList *kinds;
  const TuceCodeList *placements;
  GHashTable *sites; /* id → TuceSiteFigures */
  GHashTable *by_site_id;
  double per_person, most;
  TuceWishes *wishes;
  GArray *cost_per_person; /* gint64, for each site; -1 where not known */
  GArray *ids;
  TuceStand *stands;
} Reading;

static void
site_figures_free (gpointer data)
{
  TuceSiteFigures *site = data;

  g_free (site->name);
  g_clear_pointer (&site->room_houses, g_array_unref);
  g_clear_pointer (&site->houses, g_array_unref);
  g_free (site);
}

void
tuce_plan_figures_free (TucePlanFigures *self)
{
  g_free (self->name);
  g_free (self->planned_at);
  g_free (self->adopted_on);
  g_clear_pointer (&self->sites, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_array_unref);
  g_clear_pointer (&self->houses_used, g_array_unref);
  g_clear_pointer (&self->houses_room, g_array_unref);
  g_free (self);
}

static GArray *
new_counts (guint n, gint64 value)
{
  GArray *counts = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (counts, value);
  return counts;
}

static gboolean
read_site (Reading *self, gint64 id, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_county_load (self->county, TUCE_SCENARIO_SITE, id, error);
  guint n = self->kinds->codes->len;
  TuceScenarioRoom room;
  TuceSiteFigures *site;

  if (!record)
    return FALSE;
  room = tuce_scenario_room (record);
  site = g_new0 (TuceSiteFigures, 1);
  site->id = id;
  site->site_id = tuce_record_reference (record, TUCE_SITE);
  site->name = g_strdup (tuce_record_named (record));
  site->open = tuce_record_integer (record, "open") != 0;
  site->room_households = room.households;
  site->room_people = room.people;
  site->room_houses = new_counts (n, -1);
  site->houses = new_counts (n, 0);
  if (!tuce_scenario_houses (record, self->kinds, (gint64 *) (gpointer) site->room_houses->data))
    for (guint k = 0; k < n; k++)
      g_array_index (site->room_houses, gint64, k) = -1;
  g_ptr_array_add (self->figures->sites, site);
  g_array_append_val (self->cost_per_person, room.cost_per_person);
  g_array_append_val (self->ids, id);
  g_hash_table_insert (self->sites, &site->id, GUINT_TO_POINTER (self->figures->sites->len));
  if (site->site_id)
    g_hash_table_insert (self->by_site_id, &site->site_id, site);
  return TRUE;
}

static gboolean
read_sites (Reading *self, GError **error)
{
  g_autoptr (GArray) ids
      = tuce_scenario_ids (self->county, "SELECT id FROM scenario_site WHERE scenario_id = :id ORDER BY open DESC, name, id",
                           self->figures->id, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!read_site (self, g_array_index (ids, gint64, i), error))
      return FALSE;
  self->stands = g_new0 (TuceStand, self->ids->len + 1);
  return ids != NULL;
}

/* Counts the households that have a place and are not among those to be placed. */
static gboolean
read_staying (Reading *self, GError **error)
{
  g_autofree char *candidates = tuce_plan_candidates_sql (self->scenario, error);
  g_autofree char *sql
      = g_strdup_printf ("SELECT r.site_id, r.people, r.house_kind FROM relocation AS r JOIN household AS h"
                         " ON h.id = r.household_id WHERE r.site_id IS NOT NULL AND NOT ((%s) AND " TUCE_PLAN_INSIDE ")"
                         /* after adoption, the households it placed no longer count as to be placed */
                         " AND h.id NOT IN (SELECT household_id FROM scenario_move WHERE scenario_id = :id)",
                         candidates ? candidates : "");
  g_autoptr (TuceStatement) row = candidates ? tuce_scenario_ask (self->county, sql, self->figures->id, error) : NULL;
  gboolean more, good;

  if (!row)
    return FALSE;
  tuce_plan_bind_place (row, self->scenario);
  while ((good = tuce_statement_step (row, &more, error)) && more)
    {
      gint64 id = tuce_statement_integer (row, 0);
      TuceSiteFigures *site = g_hash_table_lookup (self->by_site_id, &id);
      guint people = (guint) MAX (0, tuce_statement_integer (row, 1));
      guint kind = tuce_scenario_house (self->kinds, people, self->per_person, self->most);

      for (guint k = 0; k < self->kinds->codes->len; k++)
        if (g_str_equal (((const TuceCode *) self->kinds->codes->pdata[k])->code, tuce_statement_text (row, 2)))
          kind = k;
      if (!site)
        continue;
      site->staying++;
      site->staying_people += people;
      g_array_index (site->houses, gint64, kind)++;
    }
  return good;
}

static void
count_reason (Reading *self, const char *placement, guint people)
{
  const TuceCode *code = tuce_code_list_find (self->placements, placement);
  GArray *reasons = self->figures->reasons;

  for (guint i = 0; i < reasons->len; i++)
    if (g_array_index (reasons, TuceReasonFigures, i).placement == code)
      {
        g_array_index (reasons, TuceReasonFigures, i).households++;
        g_array_index (reasons, TuceReasonFigures, i).people += people;
        return;
      }
  if (code)
    {
      TuceReasonFigures reason = { code, 1, people };

      g_array_append_val (reasons, reason);
    }
}

enum
{
  HOUSEHOLD,
  SITE,
  PLACEMENT,
  DISTANCE,
  PEOPLE,
  VILLAGE,
  GROUP
};

static void
count_wish (Reading *self, TuceStatement *row, guint site)
{
  gint64 fixed;

  if (!tuce_wishes_ask (self->wishes, tuce_statement_integer (row, HOUSEHOLD), tuce_statement_text (row, VILLAGE),
                        (int) tuce_statement_integer (row, GROUP), (const gint64 *) (gpointer) self->ids->data,
                        self->ids->len, self->stands, &fixed)
      || fixed)
    return;
  self->figures->wishes++;
  self->figures->wishes_kept += site > 0 && self->stands[site - 1] == TUCE_STAND_WISHED;
}

static void
count_move (Reading *self, TuceStatement *row)
{
  TucePlanFigures *figures = self->figures;
  gint64 id = tuce_statement_integer (row, SITE), cost;
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->sites, &id));
  guint people = (guint) MAX (0, tuce_statement_integer (row, PEOPLE));
  TuceSiteFigures *site = at ? figures->sites->pdata[at - 1] : NULL;
  TuceValue distance = tuce_statement_value (row, DISTANCE);

  figures->households++;
  figures->people += people;
  count_wish (self, row, at);
  if (!site)
    {
      count_reason (self, tuce_statement_text (row, PLACEMENT), people);
      return;
    }
  figures->placed_households++;
  figures->placed_people += people;
  site->households++;
  site->people += people;
  g_array_index (site->houses, gint64, tuce_scenario_house (self->kinds, people, self->per_person, self->most))++;
  cost = g_array_index (self->cost_per_person, gint64, at - 1);
  figures->cost = cost < 0 || figures->cost < 0 ? -1 : figures->cost + (double) cost * people;
  if (distance.kind != TUCE_VALUE_REAL)
    return;
  figures->way_people += people;
  figures->metres += distance.real * people;
  figures->longest = MAX (figures->longest, distance.real);
  site->metres += distance.real * people;
  site->longest = MAX (site->longest, distance.real);
}

static gboolean
read_moves (Reading *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceStatement) row = tuce_scenario_ask (
      self->county,
      "SELECT m.household_id, m.scenario_site_id, m.placement, m.distance, r.people, h.village_code, h.group_no"
      " FROM scenario_move AS m JOIN household AS h ON h.id = m.household_id"
      " LEFT JOIN relocation AS r ON r.household_id = m.household_id WHERE m.scenario_id = :id",
      self->figures->id, error);
  gboolean more, good;

  if (!row)
    return FALSE;
  tuce_statement_set_cancellable (row, cancellable);
  while ((good = tuce_statement_step (row, &more, error)) && more)
    count_move (self, row);
  return good;
}

/* Counts households that are to be placed but have no move, and those that have a move but are no longer to be
   placed. */
static gboolean
count_stale (Reading *self, GError **error)
{
  g_autofree char *candidates = tuce_plan_candidates_sql (self->scenario, error);
  g_autofree char *sql = g_strdup_printf (
      "WITH now (id) AS (SELECT h.id FROM relocation AS r JOIN household AS h ON h.id = r.household_id WHERE (%s) AND "
      TUCE_PLAN_INSIDE "), then_ (id) AS (SELECT household_id FROM scenario_move WHERE scenario_id = :id)"
      " SELECT (SELECT count (*) FROM now WHERE id NOT IN then_) + (SELECT count (*) FROM then_ WHERE id NOT IN now)",
      candidates ? candidates : "");
  g_autoptr (TuceStatement) row = candidates ? tuce_scenario_ask (self->county, sql, self->figures->id, error) : NULL;
  gboolean more;

  if (!row)
    return FALSE;
  tuce_plan_bind_place (row, self->scenario);
  if (!tuce_statement_step (row, &more, error))
    return FALSE;
  /* after adoption its households are no longer to be placed: that does not make the result out of date */
  self->figures->stale = more && !*self->figures->adopted_on ? (guint) tuce_statement_integer (row, 0) : 0;
  return TRUE;
}

static void
sum_houses (TucePlanFigures *figures)
{
  for (guint i = 0; i < figures->sites->len; i++)
    {
      const TuceSiteFigures *site = figures->sites->pdata[i];

      for (guint k = 0; site->open && k < figures->houses_used->len; k++)
        {
          gint64 *room = &g_array_index (figures->houses_room, gint64, k);
          gint64 here = g_array_index (site->room_houses, gint64, k);

          g_array_index (figures->houses_used, gint64, k) += g_array_index (site->houses, gint64, k);
          *room = *room < 0 || here < 0 ? -1 : *room + here;
        }
    }
}

static void
take_scenario (TucePlanFigures *figures, const TuceRecord *scenario)
{
  figures->name = g_strdup (tuce_record_named (scenario));
  figures->planned_at = g_strdup (tuce_record_text (scenario, "planned_at"));
  figures->adopted_on = g_strdup (tuce_record_text (scenario, "adopted_on"));
  figures->planned = tuce_record_has (scenario, "cost");
  figures->current = *figures->planned_at != '\0';
  figures->by_cost = tuce_plan_is_by_cost (scenario);
  figures->exact = tuce_record_integer (scenario, "exact") != 0;
  figures->total = tuce_record_real (scenario, "cost");
  figures->bound = tuce_record_real (scenario, "bound");
  figures->gap = figures->bound > 0 ? (figures->total - figures->bound) / figures->bound : 0;
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->sites, g_hash_table_unref);
  g_clear_pointer (&self->by_site_id, g_hash_table_unref);
  g_clear_pointer (&self->wishes, tuce_wishes_free);
  g_clear_pointer (&self->cost_per_person, g_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->stands, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

TucePlanFigures *
tuce_plan_figures_load (TuceCounty *county, gint64 id, GCancellable *cancellable, GError **error)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (county);
  g_autoptr (TuceRecord) scenario = tuce_county_load (county, TUCE_SCENARIO, id, error);
  g_autoptr (TucePlanFigures) figures = g_new0 (TucePlanFigures, 1);
  g_auto (Reading) self = { .county = county, .figures = figures, .scenario = scenario };

  if (!scenario || !tuce_plan_limits (county, &self.per_person, &self.most, error))
    return NULL;
  self.kinds = tuce_dictionary_code_list (dictionary, "house_kind");
  self.placements = tuce_dictionary_code_list (dictionary, "placement");
  self.sites = g_hash_table_new (g_int64_hash, g_int64_equal);
  self.by_site_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self.cost_per_person = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  figures->id = id;
  figures->sites = g_ptr_array_new_with_free_func (site_figures_free);
  figures->reasons = g_array_new (FALSE, FALSE, sizeof (TuceReasonFigures));
  figures->houses_used = new_counts (self.kinds->codes->len, 0);
  figures->houses_room = new_counts (self.kinds->codes->len, 0);
  take_scenario (figures, scenario);
  self.wishes = tuce_wishes_load (county, id, error);
  if (!self.wishes || !read_sites (&self, error) || !read_staying (&self, error)
      || !read_moves (&self, cancellable, error) || !count_stale (&self, error))
    return NULL;
  sum_houses (figures);
  figures->mean = figures->way_people ? figures->metres / figures->way_people : 0;
  return g_steal_pointer (&figures);
}

char *
tuce_plan_proof (const TucePlanFigures *self)
{
  if (!self->planned)
    return g_strdup (_("Not worked out yet"));
  if (self->exact)
    return g_strdup (_("Proven best: no other distribution that places as many is better"));
  if (self->bound <= 0)
    return g_strdup (_("Best found; how far it is from the best possible could not be proven"));
  /* rounded up, because the sentence says that it is proven */
  return g_strdup_printf (_("Best found: at most %.1f %% above the least possible, as a proof shows"),
                          ceil (self->gap * 1000) / 10);
}

static void
unplaced_free (gpointer data)
{
  TuceUnplaced *unplaced = data;

  g_free (unplaced->head_name);
  g_free (unplaced->village_name);
  g_free (unplaced);
}

GPtrArray *
tuce_plan_unplaced (TuceCounty *county, gint64 scenario, GError **error)
{
  const TuceCodeList *placements = tuce_dictionary_code_list (tuce_county_get_dictionary (county), "placement");
  g_autoptr (TuceStatement) row = tuce_scenario_ask (
      county,
      "SELECT h.id, h.head_name, v.short_name, coalesce (r.people, 0), m.placement FROM scenario_move AS m"
      " JOIN household AS h ON h.id = m.household_id LEFT JOIN village AS v ON v.code = h.village_code"
      " LEFT JOIN relocation AS r ON r.household_id = h.id"
      " WHERE m.scenario_id = :id AND m.scenario_site_id IS NULL ORDER BY m.placement, h.village_code, h.id",
      scenario, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (unplaced_free);
  gboolean more, good;

  if (!row)
    return NULL;
  while ((good = tuce_statement_step (row, &more, error)) && more)
    {
      TuceUnplaced *unplaced = g_new0 (TuceUnplaced, 1);

      unplaced->household_id = tuce_statement_integer (row, 0);
      unplaced->head_name = g_strdup (tuce_statement_text (row, 1));
      unplaced->village_name = g_strdup (tuce_statement_text (row, 2));
      unplaced->people = (guint) tuce_statement_integer (row, 3);
      unplaced->placement = tuce_code_list_find (placements, tuce_statement_text (row, 4));
      g_ptr_array_add (all, unplaced);
    }
  return good ? g_steal_pointer (&all) : NULL;
}
