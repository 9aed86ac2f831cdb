/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adopting a scenario: what it would change is worked out and shown first, then written as one edit. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-plan-private.h"
#include "tuce-scenario-private.h"

typedef struct
{
  gint64 relocation_id;
  guint site; /* index in sites */
  const TuceCode *house; /* NULL where the size of house does not change */
} Place;

struct _TuceAdoption
{
  gint64 scenario_id;
  char *name;
  GPtrArray *sites;        /* TuceRecord: sites with their new values; a new site has id 0 */
  GArray *scenario_sites;  /* gint64: the scenario_site of each of them */
  GPtrArray *site_changes; /* utf8 */
  GArray *places;          /* Place: the households whose place changes */
  guint first, other, same, houses, unplaced, passed_over, stale;
};

void
tuce_adoption_free (TuceAdoption *self)
{
  g_free (self->name);
  g_clear_pointer (&self->sites, g_ptr_array_unref);
  g_clear_pointer (&self->scenario_sites, g_array_unref);
  g_clear_pointer (&self->site_changes, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}

/* --- what would change --- */

static void
take_value (TuceAdoption *self, const TuceValue *value, TuceRecord *site, const TuceField *field)
{
  g_autofree char *before = tuce_field_format (field, tuce_record_value (site, field->name));
  g_autofree char *after = tuce_field_format (field, value);

  if (value->kind == TUCE_VALUE_NONE || tuce_value_equal (value, tuce_record_value (site, field->name)))
    return;
  tuce_record_set_value (site, field, value);
  if (site->id)
    g_ptr_array_add (self->site_changes,
                     /* Translators: site, field, value before, value after */
                     g_strdup_printf (_("%s: %s %s → %s"), tuce_record_named (site), tuce_field_label (field),
                                      *before ? before : "—", after));
}

static TuceRecord *
site_of_candidate (TuceCounty *county, const TuceRecord *from, GError **error)
{
  g_autoptr (TuceRecord) site = tuce_record_new (tuce_scenario_entity (county, TUCE_SITE));
  TucePosition position;

  tuce_scenario_copy_place (from, site);
  if (!*tuce_record_place (site))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("“%s” can't become a site yet: say in which village it lies"), tuce_record_named (site));
      return NULL;
    }
  if (tuce_record_position (site, &position))
    tuce_record_set_text (site, "position_origin", "schematic");
  return g_steal_pointer (&site);
}

static gboolean
take_site (TuceCounty *county, TuceAdoption *self, gint64 id, GError **error)
{
  g_autoptr (TuceRecord) from = tuce_county_load (county, TUCE_SCENARIO_SITE, id, error);
  gint64 site_id = from ? tuce_record_reference (from, TUCE_SITE) : 0;
  TuceRecord *site = !from     ? NULL
                     : site_id ? tuce_county_load (county, "site", site_id, error)
                               : site_of_candidate (county, from, error);

  const TuceField *of_site, *of_scenario;

  if (!site)
    return FALSE;
  for (guint i = 0; tuce_scenario_capacity (site->entity->dictionary, i, &of_site, &of_scenario); i++)
    take_value (self, tuce_record_value (from, of_scenario->name), site, of_site);
  if (!site_id)
    g_ptr_array_insert (self->site_changes, 0,
                        g_strdup_printf (_("New site: %s"), tuce_record_named (site)));
  g_ptr_array_add (self->sites, site);
  g_array_append_val (self->scenario_sites, id);
  return TRUE;
}

static gboolean
take_sites (TuceCounty *county, TuceAdoption *self, GError **error)
{
  g_autoptr (GArray) ids = tuce_scenario_ids (
      county,
      "SELECT id FROM scenario_site WHERE scenario_id = :id AND open = 1"
      /* no new site for a candidate to which nobody moves */
      " AND (site_id IS NOT NULL OR id IN (SELECT scenario_site_id FROM scenario_move WHERE scenario_id = :id))"
      " ORDER BY name, id",
      self->scenario_id, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!take_site (county, self, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}

enum
{
  SITE,
  RELOCATION,
  SITE_NOW,
  HOUSE_NOW,
  PEOPLE,
  MAY_MOVE
};

static const TuceCode *
house_for (const TuceCodeList *kinds, TuceStatement *row, gboolean count_houses, double per_person, double most)
{
  guint people = (guint) MAX (0, tuce_statement_integer (row, PEOPLE));
  const TuceCode *house = kinds->codes->pdata[tuce_scenario_house (kinds, people, per_person, most)];
  const char *now = tuce_statement_text (row, HOUSE_NOW);

  /* a size of house that was decided before stays, unless the scenario counted houses by size */
  return people == 0 || g_str_equal (now, house->code) || (*now && !count_houses) ? NULL : house;
}

static void
take_place (TuceAdoption *self, TuceStatement *row, const TuceCode *house)
{
  gint64 to = tuce_statement_integer (row, SITE), now = tuce_statement_integer (row, SITE_NOW);
  Place place = { tuce_statement_integer (row, RELOCATION), 0, NULL };

  if (!to)
    self->unplaced++;
  else if (!tuce_statement_integer (row, MAY_MOVE))
    self->passed_over++;
  else
    {
      const TuceRecord *site;

      while (place.site < self->sites->len && g_array_index (self->scenario_sites, gint64, place.site) != to)
        place.site++;
      if (place.site == self->sites->len)
        {
          self->passed_over++;
          return;
        }
      site = self->sites->pdata[place.site];
      place.house = house;
      self->houses += house != NULL;
      if (!now)
        self->first++;
      else if (now == site->id)
        self->same++;
      else
        self->other++;
      if (now != site->id || !now || house)
        g_array_append_val (self->places, place);
    }
}

static gboolean
take_places (TuceCounty *county, TuceAdoption *self, const TuceRecord *scenario, GCancellable *cancellable,
             GError **error)
{
  const TuceCodeList *kinds = tuce_dictionary_code_list (tuce_county_get_dictionary (county), "house_kind");
  g_autofree char *candidates = tuce_plan_candidates_sql (scenario, error);
  gboolean count_houses = tuce_record_integer (scenario, "count_houses") != 0;
  g_autofree char *sql = g_strdup_printf (
      "SELECT m.scenario_site_id, r.id, r.site_id, r.house_kind, r.people, coalesce (%s, 0) FROM scenario_move AS m"
      " JOIN household AS h ON h.id = m.household_id LEFT JOIN relocation AS r ON r.household_id = h.id"
      " WHERE m.scenario_id = :id ORDER BY m.id",
      candidates ? candidates : "");
  g_autoptr (TuceStatement) row = !candidates ? NULL : tuce_scenario_ask (county, sql, self->scenario_id, error);
  double per_person, most;
  gboolean more, good;

  if (!row || !tuce_plan_limits (county, &per_person, &most, error))
    return FALSE;
  tuce_statement_set_cancellable (row, cancellable);
  while ((good = tuce_statement_step (row, &more, error)) && more)
    take_place (self, row, house_for (kinds, row, count_houses, per_person, most));
  return good;
}

TuceAdoption *
tuce_adoption_load (TuceCounty *county, gint64 id, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceRecord) scenario = tuce_county_load (county, TUCE_SCENARIO, id, error);
  g_autoptr (TuceAdoption) self = g_new0 (TuceAdoption, 1);
  g_autoptr (TucePlanFigures) figures = NULL;

  self->scenario_id = id;
  self->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
  self->scenario_sites = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->site_changes = g_ptr_array_new_with_free_func (g_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  figures = scenario ? tuce_plan_figures_load (county, id, cancellable, error) : NULL;
  if (!figures)
    return NULL;
  self->name = g_strdup (figures->name);
  self->stale = figures->stale;
  if (!figures->current)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   figures->planned ? _("Scenario “%s” was changed after it was worked out: work it out again first")
                                    : _("Scenario “%s” was not worked out yet: do that first"),
                   self->name);
      return NULL;
    }
  return take_sites (county, self, error) && take_places (county, self, scenario, cancellable, error)
             ? g_steal_pointer (&self)
             : NULL;
}

static void
say_households (const TuceAdoption *self, GPtrArray *sentences)
{
  if (self->first)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u household gets a site", "%u households get a site",
                                                           self->first),
                                                 self->first));
  if (self->other)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u household gets another site than it has",
                                                           "%u households get another site than they have",
                                                           self->other),
                                                 self->other));
  if (self->same)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u household keeps its site",
                                                           "%u households keep their site", self->same),
                                                 self->same));
  if (self->houses)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u household gets a size of house",
                                                           "%u households get a size of house", self->houses),
                                                 self->houses));
}

static void
say_left_out (const TuceAdoption *self, GPtrArray *sentences)
{
  if (self->unplaced)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u household found no place: nothing changes for it",
                                                "%u households found no place: nothing changes for them",
                                                self->unplaced),
                                      self->unplaced));
  if (self->passed_over)
    g_ptr_array_add (
        sentences,
        g_strdup_printf (
            ngettext ("%u household moved in or was resettled another way meanwhile: nothing changes for it",
                      "%u households moved in or were resettled another way meanwhile: nothing changes for them",
                      self->passed_over),
            self->passed_over));
  if (self->stale)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u household came or went since: work it out again to count it in",
                                                "%u households came or went since: work it out again to count them in",
                                                self->stale),
                                      self->stale));
}

GPtrArray *
tuce_adoption_sentences (const TuceAdoption *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  if (self->site_changes->len == 0 && self->places->len == 0)
    return sentences;
  say_households (self, sentences);
  say_left_out (self, sentences);
  for (guint i = 0; i < self->site_changes->len; i++)
    g_ptr_array_add (sentences, g_strdup (self->site_changes->pdata[i]));
  return sentences;
}

/* --- writing --- */

static gboolean
write_site (TuceCounty *county, TuceEdit *edit, TuceAdoption *self, guint index, GError **error)
{
  TuceRecord *site = self->sites->pdata[index];
  g_autoptr (TuceRecord) from = NULL;

  if (site->id)
    return tuce_edit_update (edit, site, error);
  if (!tuce_edit_insert (edit, site, error))
    return FALSE;
  from = tuce_county_load (county, TUCE_SCENARIO_SITE, g_array_index (self->scenario_sites, gint64, index), error);
  if (from)
    tuce_record_set_reference (from, TUCE_SITE, site->id);
  return from && tuce_edit_update (edit, from, error);
}

static gboolean
write_place (TuceCounty *county, TuceEdit *edit, const TuceAdoption *self, const Place *place, GError **error)
{
  g_autoptr (TuceRecord) relocation = tuce_county_load (county, "relocation", place->relocation_id, error);
  const TuceRecord *site = self->sites->pdata[place->site];

  if (!relocation)
    return FALSE;
  tuce_record_set_reference (relocation, TUCE_SITE, site->id);
  if (place->house)
    tuce_record_set_text (relocation, "house_kind", place->house->code);
  return tuce_edit_update (edit, relocation, error);
}

static gboolean
write_step (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error)
{
  TuceAdoption *self = data;
  g_autoptr (TuceRecord) scenario = NULL;
  g_autofree char *day = NULL;

  if (index < self->sites->len)
    return write_site (county, edit, self, index, error);
  index -= self->sites->len;
  if (index < self->places->len)
    return write_place (county, edit, self, &g_array_index (self->places, Place, index), error)
;
  scenario = tuce_county_load (county, TUCE_SCENARIO, self->scenario_id, error);
  day = tuce_county_day (county);
  if (scenario)
    tuce_record_set_text (scenario, "adopted_on", day);
  return scenario && tuce_edit_update (edit, scenario, error);
}

TucePortions *
tuce_adoption_write (TuceCounty *county, TuceAdoption *adoption, GError **error)
{
  g_autofree char *label = NULL;
  guint n = adoption->sites->len + adoption->places->len + 1;

  /* Translators: an edit of the journal; name of a scenario, then how many households */
  label = g_strdup_printf (ngettext ("Adopt scenario “%s” (%u household)", "Adopt scenario “%s” (%u households)",
                                     adoption->places->len),
                           adoption->name, adoption->places->len);
  return tuce_portions_new (county, label, write_step, n, adoption, (GDestroyNotify) tuce_adoption_free, error);
}
