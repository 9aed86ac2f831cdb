/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-plan-task.h"

#include <glib/gi18n-lib.h>

#include "tuce-date.h"
#include "tuce-statement.h"

typedef struct
{
  TuceScene *scene;
  gint64 shown, other;
  guint n;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->scene, tuce_scene_unref);
  g_free (job);
}

static void
ask (TuceCounty *county, const TuceReadKind *kind, const Job *asked, GCancellable *cancellable, GAsyncReadyCallback callback,
     gpointer data)
{
  Job *job = g_memdup2 (asked, sizeof *asked);

  if (job->scene)
    tuce_scene_ref (job->scene);
  tuce_read_async (county, kind, job, cancellable, callback, data);
}

/* --- what is shown --- */

static void
wish_free (gpointer data)
{
  TucePlanWish *wish = data;

  g_free (wish->whose);
  g_free (wish->site);
  g_free (wish->note);
  g_free (wish);
}

void
tuce_plan_found_free (TucePlanFound *found)
{
  g_clear_pointer (&found->scene, tuce_scene_unref);
  g_clear_pointer (&found->figures, g_ptr_array_unref);
  g_clear_pointer (&found->overlay, tuce_overlay_unref);
  g_clear_pointer (&found->unplaced, g_ptr_array_unref);
  g_clear_pointer (&found->wishes, g_ptr_array_unref);
  g_clear_pointer (&found->timetable, tuce_timetable_unref);
  g_clear_pointer (&found->schedule, g_ptr_array_unref);
  g_clear_pointer (&found->starts, g_ptr_array_unref);
  g_free (found);
}

static gboolean
read_figures (const Job *job, TuceCounty *reader, TucePlanFound *found, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceStatement) row
      = tuce_statement_new (reader, "SELECT id FROM scenario ORDER BY name, id", TUCE_STATEMENT_GUARDED, NULL, error);
  gboolean more, good;

  found->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_plan_figures_free);
  if (!row)
    return FALSE;
  while ((good = tuce_statement_step (row, &more, error)) && more)
    {
      TucePlanFigures *figures = tuce_plan_figures_load (reader, tuce_statement_integer (row, 0), cancellable, error);

      if (!figures)
        return FALSE;
      g_ptr_array_add (found->figures, figures);
      if (figures->id == job->shown)
        found->shown = figures;
      if (figures->id == job->other)
        found->other = figures;
    }
  if (!found->shown && found->figures->len)
    found->shown = found->figures->pdata[0];
  if (found->other == found->shown)
    found->other = NULL;
  return good;
}

static gboolean
read_wishes (TuceCounty *reader, TucePlanFound *found, GError **error)
{
  const TuceCodeList *kinds = tuce_dictionary_code_list (tuce_county_get_dictionary (reader), "wish_kind");
  g_autoptr (TuceStatement) row = tuce_statement_new (
      reader,
      "SELECT w.id, w.household_id, h.head_name, v.short_name, w.group_no, s.name, w.kind, w.note"
      " FROM scenario_wish AS w JOIN scenario_site AS s ON s.id = w.scenario_site_id"
      " LEFT JOIN household AS h ON h.id = w.household_id"
      " LEFT JOIN village AS v ON v.code = coalesce (h.village_code, w.village_code)"
      " WHERE w.scenario_id = :id ORDER BY v.code, w.group_no, w.id",
      TUCE_STATEMENT_GUARDED, NULL, error);
  gboolean more, good;

  if (!row)
    return FALSE;
  tuce_statement_bind_integer (row, ":id", found->shown->id);
  while ((good = tuce_statement_step (row, &more, error)) && more)
    {
      TucePlanWish *wish = g_new0 (TucePlanWish, 1);
      int group = (int) tuce_statement_integer (row, 4);

      wish->id = tuce_statement_integer (row, 0);
      wish->whose = tuce_statement_integer (row, 1)
                        ? g_strdup_printf ("%s %s", tuce_statement_text (row, 3), tuce_statement_text (row, 2))
                    : group ? g_strdup_printf (_("%s, group %d"), tuce_statement_text (row, 3), group)
                            : g_strdup (tuce_statement_text (row, 3));
      wish->site = g_strdup (tuce_statement_text (row, 5));
      wish->kind = tuce_code_list_find (kinds, tuce_statement_text (row, 6));
      wish->note = g_strdup (tuce_statement_text (row, 7));
      g_ptr_array_add (found->wishes, wish);
    }
  return good;
}

static gboolean
read_overlay (TuceCounty *reader, TucePlanFound *found, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceOverlay) one = tuce_overlay_load_scenario (reader, found->shown->id, 0, cancellable, error);
  g_autoptr (TuceOverlay) two = NULL;

  if (!one)
    return FALSE;
  if (!found->other)
    {
      found->overlay = g_steal_pointer (&one);
      return TRUE;
    }
  two = tuce_overlay_load_scenario (reader, found->other->id, 1, cancellable, error);
  found->overlay = two ? tuce_overlay_join (one, two) : NULL;
  return two != NULL;
}

static gboolean
read_schedule (TuceCounty *reader, TucePlanFound *found, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = tuce_county_day (reader);
  GDate day;

  found->timetable = tuce_timetable_load (reader, error);
  if (!found->timetable)
    return FALSE;
  if (!tuce_date_parse (text, &day))
    g_date_clear (&day, 1);
  found->schedule = tuce_schedule_load (reader, found->timetable, NULL, &day, cancellable, error);
  return found->schedule != NULL;
}

static void
start_free (gpointer data)
{
  TucePlanStart *begun = data;

  g_free (begun->name);
  g_free (begun);
}

/* Counted back from the day each candidate is to be finished by. */
static gboolean
read_starts (TuceCounty *reader, TucePlanFound *found, GError **error)
{
  guint n = tuce_timetable_n_stages (found->timetable);
  g_autofree TuceStagePlan *stages = g_new0 (TuceStagePlan, n + 1);
  g_autoptr (TuceStatement) row = tuce_statement_new (
      reader, "SELECT name, finished_on FROM scenario_site WHERE scenario_id = :id AND site_id IS NULL ORDER BY finished_on, name",
      TUCE_STATEMENT_GUARDED, NULL, error);
  gboolean more, good;

  if (!row)
    return FALSE;
  tuce_statement_bind_integer (row, ":id", found->shown->id);
  while ((good = tuce_statement_step (row, &more, error)) && more)
    {
      TucePlanStart *begun = g_new0 (TucePlanStart, 1);

      begun->name = g_strdup (tuce_statement_text (row, 0));
      if (tuce_date_parse (tuce_statement_text (row, 1), &begun->finished))
        {
          tuce_schedule_back (found->timetable, &begun->finished, stages);
          begun->due = stages[0].due;
        }
      else
        g_date_clear (&begun->finished, 1);
      g_ptr_array_add (found->starts, begun);
    }
  return good;
}

static gpointer
find (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Job *job = question;
  g_autoptr (TucePlanFound) found = g_new0 (TucePlanFound, 1);

  found->scene = job->scene ? tuce_scene_ref (job->scene) : tuce_scene_load (reader, cancellable, error);
  found->wishes = g_ptr_array_new_with_free_func (wish_free);
  found->starts = g_ptr_array_new_with_free_func (start_free);
  if (!found->scene || !read_figures (job, reader, found, cancellable, error)
      || !read_schedule (reader, found, cancellable, error))
    return NULL;
  if (!found->shown)
    return g_steal_pointer (&found);
  found->unplaced = tuce_plan_unplaced (reader, found->shown->id, error);
  if (!found->unplaced || !read_wishes (reader, found, error) || !read_starts (reader, found, error)
      || !read_overlay (reader, found, cancellable, error))
    return NULL;
  return g_steal_pointer (&found);
}

void
tuce_plan_find_async (TuceCounty *county, TuceScene *scene, gint64 shown, gint64 other, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { find, job_free, (GDestroyNotify) tuce_plan_found_free };

  ask (county, &kind, &(Job){ scene, shown, other, 0 }, cancellable, callback, data);
}

/* --- working out --- */

static gpointer
solve (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Job *job = question;
  g_autoptr (TucePlan) plan = tuce_plan_load (reader, job->shown, cancellable, error);

  return plan && tuce_plan_solve (plan, cancellable, error) ? g_steal_pointer (&plan) : NULL;
}

void
tuce_plan_solve_async (TuceCounty *county, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  static const TuceReadKind kind = { solve, job_free, (GDestroyNotify) tuce_plan_free };

  ask (county, &kind, &(Job){ .shown = id }, cancellable, callback, data);
}

static gpointer
find_adoption (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  return tuce_adoption_load (reader, ((const Job *) question)->shown, cancellable, error);
}

void
tuce_adoption_find_async (TuceCounty *county, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  static const TuceReadKind kind = { find_adoption, job_free, (GDestroyNotify) tuce_adoption_free };

  ask (county, &kind, &(Job){ .shown = id }, cancellable, callback, data);
}

/* --- candidates --- */

static gboolean
fix_sites (TuceCounty *reader, TuceSiting *siting, gint64 scenario, GError **error)
{
  g_autoptr (TuceStatement) row = tuce_statement_new (
      reader,
      "SELECT coalesce (s.lon, v.lon), coalesce (s.lat, v.lat) FROM scenario_site AS s"
      " LEFT JOIN village AS v ON v.code = s.village_code WHERE s.scenario_id = :id AND s.open = 1",
      TUCE_STATEMENT_GUARDED, NULL, error);
  gboolean more, good;

  if (!row)
    return FALSE;
  tuce_statement_bind_integer (row, ":id", scenario);
  while ((good = tuce_statement_step (row, &more, error)) && more)
    {
      TuceValue lon = tuce_statement_value (row, 0), lat = tuce_statement_value (row, 1);

      if (lon.kind == TUCE_VALUE_REAL && lat.kind == TUCE_VALUE_REAL)
        tuce_siting_fix (siting, (TucePosition){ lon.real, lat.real });
    }
  return good;
}

static void
proposal_free (gpointer data)
{
  TucePlanProposal *proposal = data;

  g_free (proposal->name);
  g_free (proposal->village_code);
  g_free (proposal->reasons);
  g_free (proposal);
}

/* In words, since a candidate points into surroundings that stay with the worker. */
static GPtrArray *
describe (GPtrArray *candidates, const TuceDictionary *dictionary)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func (proposal_free);

  for (guint i = 0; i < candidates->len; i++)
    {
      const TuceCandidate *candidate = candidates->pdata[i];
      g_autoptr (GPtrArray) reasons = tuce_candidate_reasons (candidate, dictionary);
      TucePlanProposal *proposal = g_new0 (TucePlanProposal, 1);

      g_ptr_array_add (reasons, NULL);
      proposal->name = g_strdup (candidate->name);
      proposal->village_code = g_strdup (candidate->village_code);
      proposal->position = candidate->position;
      proposal->households = candidate->households;
      proposal->people = candidate->people;
      proposal->reasons = g_strjoinv ("\n", (char **) reasons->pdata);
      g_ptr_array_add (proposals, proposal);
    }
  return proposals;
}

static gpointer
propose (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Job *job = question;
  g_autoptr (TuceRecord) scenario = tuce_county_load (reader, TUCE_SCENARIO, job->shown, error);
  g_autoptr (TuceSurroundings) surroundings = scenario ? tuce_surroundings_load (reader, cancellable, error) : NULL;
  const char *place = scenario ? tuce_record_text (scenario, "place") : "";
  TuceOrigins *origins = surroundings
                             ? tuce_origins_load (reader, tuce_record_text (scenario, "candidates"),
                                                  *place ? place : NULL, cancellable, error)
                             : NULL;
  g_autoptr (TuceSiting) siting
      = origins ? tuce_siting_new (reader, surroundings, origins, cancellable, error) : NULL;

  g_autoptr (GPtrArray) candidates = siting && fix_sites (reader, siting, job->shown, error)
                                         ? tuce_siting_propose (siting, job->n, cancellable, error)
                                         : NULL;

  return candidates ? describe (candidates, tuce_county_get_dictionary (reader)) : NULL;
}

void
tuce_candidates_find_async (TuceCounty *county, gint64 id, guint n, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { propose, job_free, (GDestroyNotify) g_ptr_array_unref };

  ask (county, &kind, &(Job){ .shown = id, .n = n }, cancellable, callback, data);
}
