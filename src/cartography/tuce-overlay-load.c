/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes an overlay from the register: the sites and who moves to them, as they are or as a scenario has them. */
#include "tuce-overlay.h"

#include "tuce-levels.h"
#include "tuce-query.h"
#include "tuce-record-roles.h"

#define SCENARIO "scenario"

typedef struct
{
  char *code;
  char *name;
  gboolean placed;
  TucePosition position;
} Village;

/* Counts of those of one village who move to one site. */
typedef struct
{
  TuceOverlayFlow *flow;
  double metres;      /* sum of metres × people */
  gint64 measured;    /* people whose distance is known */
  double lon, lat;    /* sums over the households whose position is known */
  guint n_positions;
} Counted;

typedef struct
{
  const TuceCodeList *stages;
  GHashTable *villages; /* code → Village */
  GPtrArray *sites;     /* TuceOverlaySite */
  GHashTable *site_by_id; /* gint64 → index + 1 */
  GHashTable *counted;  /* "site village" → Counted */
  GPtrArray *flows;     /* TuceOverlayFlow */
  guint series;
} Loading;

static void
village_free (Village *village)
{
  g_free (village->code);
  g_free (village->name);
  g_free (village);
}

static const char *
text_of (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

static gint64
integer_of (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_INTEGER ? value->integer : 0;
}

static gboolean
read_village (const TuceLevelPlace *place, gpointer data)
{
  Loading *loading = data;
  Village *village = g_new0 (Village, 1);

  village->code = g_strdup (place->code);
  village->name = g_strdup (place->name);
  village->placed = place->is_placed;
  village->position = place->position;
  g_hash_table_insert (loading->villages, village->code, village);
  return TRUE;
}

static TuceOverlaySite *
add_site (Loading *loading, gint64 id, const char *name)
{
  TuceOverlaySite *site = g_new0 (TuceOverlaySite, 1);

  site->id = id;
  site->name = g_strdup (name);
  site->mark = tuce_mark_find ("");
  site->series = loading->series;
  site->used = TRUE;
  site->occupancy = -1;
  g_ptr_array_add (loading->sites, site);
  g_hash_table_insert (loading->site_by_id, &site->id, GUINT_TO_POINTER (loading->sites->len));
  return site;
}

static void
set_stage (Loading *loading, TuceOverlaySite *site, const char *code)
{
  for (guint i = 0; i < loading->stages->codes->len; i++)
    {
      const TuceCode *stage = loading->stages->codes->pdata[i];

      if (!g_str_equal (stage->code, code))
        continue;
      site->state = g_strdup (tuce_code_label (stage));
      site->state_zh = g_strdup (stage->label_zh);
      site->mark = tuce_mark_find (stage->mark);
      site->rank = i;
      return;
    }
  site->state = g_strdup ("");
  site->state_zh = g_strdup ("");
}

static gboolean
read_site (gint64 id, const TuceValue *values, gpointer data)
{
  Loading *loading = data;
  TuceOverlaySite *site = add_site (loading, id, text_of (&values[0]));

  set_stage (loading, site, text_of (&values[1]));
  site->households = integer_of (&values[2]);
  site->people = integer_of (&values[3]);
  site->placed = tuce_values_position (&values[4], &site->position);
  return TRUE;
}

/* A site of a scenario that stands for one of the register gets its stage and, unless the scenario sets another, its
   position. */
static gboolean
read_scenario_site (gint64 id, const TuceValue *values, gpointer data)
{
  Loading *loading = data;
  TuceOverlaySite *site = add_site (loading, id, text_of (&values[0]));

  site->candidate = integer_of (&values[1]) == 0;
  set_stage (loading, site, text_of (&values[2]));
  site->used = values[3].kind != TUCE_VALUE_INTEGER || values[3].integer != 0;
  site->households = integer_of (&values[4]);
  site->people = integer_of (&values[5]);
  site->placed = tuce_values_position (&values[6], &site->position)
                 || tuce_values_position (&values[8], &site->position);
  return TRUE;
}

static Counted *
counted_for (Loading *loading, guint site, const char *village_code)
{
  g_autofree char *key = g_strdup_printf ("%u %s", site, village_code);
  Counted *counted = g_hash_table_lookup (loading->counted, key);
  const Village *village = g_hash_table_lookup (loading->villages, village_code);

  if (counted)
    return counted;
  counted = g_new0 (Counted, 1);
  counted->flow = g_new0 (TuceOverlayFlow, 1);
  counted->flow->site = site;
  g_strlcpy (counted->flow->village, village_code, sizeof counted->flow->village);
  counted->flow->village_name = g_strdup (village ? village->name : village_code);
  g_ptr_array_add (loading->flows, counted->flow);
  g_hash_table_insert (loading->counted, g_steal_pointer (&key), counted);
  return counted;
}

/* Counts one household that moves. @home: (nullable): where it lives; @metres: the stored distance, or -1 */
static void
count (Loading *loading, gint64 site_id, const char *village_code, gint64 people, const TucePosition *home, double metres,
       gboolean moved)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (loading->site_by_id, &site_id));
  TuceOverlaySite *site = index ? loading->sites->pdata[index - 1] : NULL;
  const Village *village = g_hash_table_lookup (loading->villages, village_code);
  const TucePosition *from = home ? home : village && village->placed ? &village->position : NULL;
  Counted *counted;

  if (!site)
    return;
  site->taken_households++;
  site->taken_people += people;
  site->moved_households += moved;
  site->moved_people += moved ? people : 0;
  counted = counted_for (loading, index - 1, village_code);
  counted->flow->households++;
  counted->flow->people += people;
  if (from && metres < 0 && site->placed)
    metres = tuce_position_distance (*from, site->position);
  if (metres >= 0)
    {
      counted->metres += metres * (double) MAX (people, 1);
      counted->measured += MAX (people, 1);
    }
  if (home)
    {
      counted->lon += home->lon;
      counted->lat += home->lat;
      counted->n_positions++;
    }
}

static gboolean
read_relocation (gint64 id, const TuceValue *values, gpointer data)
{
  TucePosition home;

  if (values[0].kind != TUCE_VALUE_INTEGER)
    return TRUE; /* scattered */
  count (data, values[0].integer, text_of (&values[1]), integer_of (&values[2]),
         tuce_values_position (&values[3], &home) ? &home : NULL, -1, values[5].kind == TUCE_VALUE_TEXT);
  return TRUE;
}

static gboolean
read_move (gint64 id, const TuceValue *values, gpointer data)
{
  gint64 people = values[2].kind == TUCE_VALUE_INTEGER ? values[2].integer : integer_of (&values[6]);
  TucePosition home;

  if (values[0].kind != TUCE_VALUE_INTEGER)
    return TRUE; /* no place found */
  count (data, values[0].integer, text_of (&values[1]), people, tuce_values_position (&values[3], &home) ? &home : NULL,
         values[5].kind == TUCE_VALUE_REAL ? values[5].real : -1, FALSE);
  return TRUE;
}

/* @target, @id: (nullable): the entity and the record that what is read has to refer to */
static gboolean
read_all (Loading *loading, TuceCounty *county, const char *entity, const char *const *columns, const char *target,
          const char *id, TuceRowFunc func, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity);

  return (!target
          || tuce_query_add_condition (query, tuce_entity_reference (tuce_query_entity (query), target)->name, TUCE_IS, id,
                                       error))
         && tuce_query_set_columns (query, columns, error)
         && tuce_query_each (query, county, func, loading, cancellable, error);
}

/* The columns that overlays read. */
static const char *const site_columns[] = { "name", "stage", "plan_households", "plan_people", "lon", "lat", NULL };
static const char *const relocation_columns[]
    = { "site_id", "household.village_code", "people", "household.lon", "household.lat", "moved_in_on", NULL };
static const char *const scenario_site_columns[] = { "name", "site_id", "site.stage", "open", "households", "people", "lon",
                                                     "lat", "site.lon", "site.lat", NULL };
static const char *const scenario_move_columns[]
    = { "scenario_site_id", "household.village_code", "household.relocation.people", "household.lon", "household.lat",
        "distance", "household.size", NULL };

void
tuce_overlay_add_site_reads (TuceReads *reads)
{
  tuce_level_add_reads (reads, tuce_level_narrowest (tuce_reads_dictionary (reads)));
  tuce_reads_add_paths (reads, "site", site_columns);
  tuce_reads_add_paths (reads, "relocation", relocation_columns);
}

void
tuce_overlay_add_scenario_reads (TuceReads *reads)
{
  tuce_level_add_reads (reads, tuce_level_narrowest (tuce_reads_dictionary (reads)));
  tuce_reads_add_paths (reads, "scenario_site", scenario_site_columns);
  tuce_reads_add_paths (reads, "scenario_move", scenario_move_columns);
}

static gboolean
begin (Loading *loading, TuceCounty *county, GCancellable *cancellable, GError **error)
{
  loading->stages = tuce_dictionary_code_list (tuce_county_get_dictionary (county), "site_stage");
  loading->villages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) village_free);
  loading->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_overlay_site_free);
  loading->flows = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_overlay_flow_free);
  loading->site_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  loading->counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return tuce_level_each (county, tuce_level_narrowest (tuce_county_get_dictionary (county)), read_village, loading, cancellable, error);
}

static void
finish_flows (Loading *loading)
{
  GHashTableIter iter;
  Counted *counted;

  g_hash_table_iter_init (&iter, loading->counted);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &counted))
    {
      TuceOverlayFlow *flow = counted->flow;
      const Village *village = g_hash_table_lookup (loading->villages, flow->village);

      flow->metres = counted->measured > 0 ? counted->metres / (double) counted->measured : -1;
      flow->placed = counted->n_positions > 0 || (village && village->placed);
      if (village && village->placed)
        flow->from = village->position;
      else if (counted->n_positions > 0)
        flow->from = (TucePosition){ counted->lon / counted->n_positions, counted->lat / counted->n_positions };
    }
}

static void
finish_sites (Loading *loading, gboolean scenario)
{
  for (guint i = 0; i < loading->sites->len; i++)
    {
      TuceOverlaySite *site = loading->sites->pdata[i];
      /* Occupancy is people moved in ÷ people planned (入住率: how county offices are understood to count it,
         unconfirmed). In a scenario it is households, as its limits are. */
      gint64 filled = scenario ? site->taken_households : site->moved_people;
      gint64 of = scenario ? site->households : site->people;

      if (of > 0)
        site->occupancy = MIN ((double) filled / (double) of, 1);
      /* Where nobody wrote down for how many it is planned, the people who are to come give its size. */
      if (site->people == 0)
        site->people = site->taken_people;
    }
}

/* Gives the overlay if @done, else NULL; frees what loading needed. */
static TuceOverlay *
end (Loading *loading, gboolean done, gboolean scenario)
{
  TuceOverlay *overlay = NULL;

  if (done)
    {
      finish_flows (loading);
      finish_sites (loading, scenario);
      overlay = tuce_overlay_new (g_ptr_array_ref (loading->sites), g_ptr_array_ref (loading->flows));
    }
  g_hash_table_unref (loading->site_by_id);
  g_hash_table_unref (loading->counted);
  g_hash_table_unref (loading->villages);
  g_ptr_array_unref (loading->sites);
  g_ptr_array_unref (loading->flows);
  return overlay;
}

TuceOverlay *
tuce_overlay_load_sites (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  Loading loading = { 0 };
  gboolean done = begin (&loading, county, cancellable, error)
                  && read_all (&loading, county, "site", site_columns, NULL, NULL, read_site, cancellable, error)
                  && read_all (&loading, county, "relocation", relocation_columns, NULL, NULL, read_relocation, cancellable, error);

  return end (&loading, done, FALSE);
}

TuceOverlay *
tuce_overlay_load_scenario (TuceCounty *county, gint64 scenario, guint series, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, scenario);
  Loading loading = { .series = MIN (series, TUCE_OVERLAY_SERIES - 1) };
  gboolean done
      = begin (&loading, county, cancellable, error)
        && read_all (&loading, county, "scenario_site", scenario_site_columns, SCENARIO, id, read_scenario_site, cancellable, error)
        && read_all (&loading, county, "scenario_move", scenario_move_columns, SCENARIO, id, read_move, cancellable, error);

  return end (&loading, done, TRUE);
}
