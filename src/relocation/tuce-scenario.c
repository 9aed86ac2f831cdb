/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-scenario.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-plan-private.h"
#include "tuce-scenario-private.h"

const TuceEntity *
tuce_scenario_entity (TuceCounty *county, const char *name)
{
  return tuce_dictionary_entity (tuce_county_get_dictionary (county), name);
}

TuceStatement *
tuce_scenario_ask (TuceCounty *county, const char *sql, gint64 id, GError **error)
{
  TuceStatement *statement = tuce_statement_new (county, sql, TUCE_STATEMENT_GUARDED, NULL, error);

  if (statement)
    tuce_statement_bind_integer (statement, ":id", id);
  return statement;
}

GArray *
tuce_scenario_ids (TuceCounty *county, const char *sql, gint64 id, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_scenario_ask (county, sql, id, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row, good;

  if (!statement)
    return NULL;
  while ((good = tuce_statement_step (statement, &row, error)) && row)
    {
      gint64 found = tuce_statement_integer (statement, 0);

      g_array_append_val (ids, found);
    }
  return good ? g_steal_pointer (&ids) : NULL;
}

guint
tuce_scenario_house (const TuceCodeList *kinds, guint people, double per_person, double most)
{
  double limit = MIN (per_person * people, most);
  guint found = 0;

  for (guint i = 0; i < kinds->codes->len; i++)
    {
      const TuceCode *kind = kinds->codes->pdata[i];

      if (g_ascii_strtod (kind->code, NULL) <= limit)
        found = i;
    }
  return found;
}

/* --- names --- */

/* The id of the other record (not :own) of the scenario :id that is called @name; 0 where there is none; -1 with
   @error. */
static gint64
find_named (TuceCounty *county, const char *sql, gint64 scenario, gint64 own, const char *name, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_scenario_ask (county, sql, scenario, error);
  gboolean row;

  if (!statement)
    return -1;
  tuce_statement_bind_integer (statement, ":own", own);
  tuce_statement_bind_text (statement, ":name", name);
  if (!tuce_statement_step (statement, &row, error))
    return -1;
  return row ? tuce_statement_integer (statement, 0) : 0;
}

/* Removes spaces around the name; one that is not allowed is refused with the register's own sentence. */
static gboolean
take_name (TuceRecord *record, GError **error)
{
  const TuceField *field = record->entity->title;
  g_autofree char *name = g_strstrip (g_strdup (tuce_record_named (record)));
  g_autofree char *fault = NULL;
  g_autofree char *sentence = NULL;

  tuce_record_set_named (record, name);
  fault = tuce_field_fault (field, &record->values[field->index]);
  sentence = fault ? tuce_field_sentence (field, fault) : NULL;
  if (sentence)
    g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, sentence);
  return !sentence;
}

static gboolean
name_scenario (TuceCounty *county, TuceRecord *scenario, GError **error)
{
  const char *name;
  gint64 other;

  if (!take_name (scenario, error))
    return FALSE;
  name = tuce_record_named (scenario);
  other = find_named (county, "SELECT id FROM scenario WHERE name = :name AND id <> :own", 0, scenario->id, name, error);
  if (other > 0)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("There is a scenario “%s” already: choose another name"), name);
  return other == 0;
}

char *
tuce_scenario_free_name (TuceCounty *county, const char *name)
{
  char *found = g_strdup (name);

  for (guint i = 2; find_named (county, "SELECT id FROM scenario WHERE name = :name", 0, 0, found, NULL) > 0; i++)
    {
      g_free (found);
      found = g_strdup_printf ("%s %u", name, i);
    }
  return found;
}

TuceRecord *
tuce_scenario_find (TuceCounty *county, const char *name, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_scenario_ask (county, "SELECT id, name FROM scenario ORDER BY name", 0, error);
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean row, good;

  if (!statement)
    return NULL;
  while ((good = tuce_statement_step (statement, &row, error)) && row)
    {
      if (g_str_equal (tuce_statement_text (statement, 1), name))
        return tuce_county_load (county, TUCE_SCENARIO, tuce_statement_integer (statement, 0), error);
      g_string_append_printf (names, "%s%s", names->len ? ", " : "", tuce_statement_text (statement, 1));
    }
  if (!good)
    return NULL;
  if (names->len)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("There is no scenario “%s”; there are: %s"), name, names->str);
  else
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("There is no scenario “%s”: none was made yet"), name);
  return NULL;
}

/* --- making --- */

/* Makes a site of the scenario from a real site. */
static TuceRecord *
take_site (TuceCounty *county, const TuceRecord *site, gint64 scenario, gboolean open)
{
  TuceRecord *record = tuce_record_new (tuce_scenario_entity (county, TUCE_SCENARIO_SITE));
  const TuceField *of_site, *of_scenario;
  gint64 invested, people;

  tuce_record_set_reference (record, TUCE_SCENARIO, scenario);
  tuce_record_set_reference (record, TUCE_SITE, site->id);
  tuce_record_set_integer (record, "open", open);
  tuce_scenario_copy_place (site, record);
  for (guint i = 0; tuce_scenario_capacity (site->entity->dictionary, i, &of_site, &of_scenario); i++)
    tuce_record_set_value (record, of_scenario, tuce_record_value (site, of_site->name));
  invested = tuce_record_integer (site, "invest_plan");
  people = tuce_record_integer (site, "plan_people");
  if (invested > 0 && people > 0)
    tuce_record_set_integer (record, "cost_per_person", invested / people);
  return record;
}

/* Takes all real sites into the scenario. Those that can still take somebody take part (are "open"), the user may let
   others. Where all households are placed again, every site with planned households takes part. */
static gboolean
take_sites (TuceCounty *county, TuceEdit *edit, const TuceRecord *scenario, GError **error)
{
  gboolean anew = g_str_equal (tuce_record_text (scenario, "candidates"), "all");
  const char *moved_in = tuce_code_group_sql (TUCE_GROUP_MOVED_IN, error);
  g_autofree char *sql = g_strdup_printf (
      "SELECT site.id, (coalesce (site.stage NOT IN (%s), 1)"
      " OR coalesce (site.plan_households > (SELECT count (*) FROM relocation WHERE site_id = site.id), 0))"
      " AND site.plan_households IS NOT 0, site.plan_households IS NOT 0 FROM site ORDER BY site.village_code, site.name, site.id",
      moved_in ? moved_in : "");
  g_autoptr (TuceStatement) statement = moved_in ? tuce_scenario_ask (county, sql, 0, error) : NULL;
  gboolean row, good;

  if (!statement)
    return FALSE;
  while ((good = tuce_statement_step (statement, &row, error)) && row)
    {
      g_autoptr (TuceRecord) site = tuce_county_load (county, "site", tuce_statement_integer (statement, 0), error);
      g_autoptr (TuceRecord) taken
          = site ? take_site (county, site, scenario->id, tuce_statement_integer (statement, anew ? 2 : 1) != 0) : NULL;

      if (!taken || !tuce_edit_insert (edit, taken, error))
        return FALSE;
    }
  return good;
}

TuceRecord *
tuce_scenario_draft (TuceCounty *county)
{
  TuceRecord *scenario = tuce_record_new (tuce_scenario_entity (county, TUCE_SCENARIO));
  g_autofree char *candidates = tuce_plan_candidates_sql (scenario, NULL);
  g_autofree char *sql = g_strdup_printf (
      "SELECT r.id FROM relocation AS r JOIN household AS h ON h.id = r.household_id WHERE %s LIMIT 1",
      candidates ? candidates : "1");
  g_autoptr (GArray) waiting = tuce_scenario_ids (county, sql, 0, NULL);
  g_autofree char *name = tuce_scenario_free_name (county, tuce_entity_label (scenario->entity));

  tuce_record_set_named (scenario, name);
  if (waiting && waiting->len == 0)
    tuce_record_set_text (scenario, "candidates", "unmoved");
  return scenario;
}

static void
date_scenario (TuceCounty *county, TuceRecord *scenario)
{
  g_autofree char *day = tuce_county_day (county);

  tuce_record_set_text (scenario, "created_on", day);
}

gboolean
tuce_scenario_make (TuceCounty *county, TuceRecord *scenario, GError **error)
{
  g_autoptr (TuceEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (!name_scenario (county, scenario, error))
    return FALSE;
  date_scenario (county, scenario);
  /* Translators: an edit of the journal */
  label = g_strdup_printf (_("Add scenario “%s”"), tuce_record_named (scenario));
  edit = tuce_edit_begin (county, label, error);
  return edit && tuce_edit_insert (edit, scenario, error) && take_sites (county, edit, scenario, error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}

static TuceRecord *
copy_record (TuceCounty *county, const char *entity, gint64 id, gint64 scenario, GError **error)
{
  TuceRecord *record = tuce_county_load (county, entity, id, error);

  if (record)
    {
      record->id = 0;
      tuce_record_set_reference (record, TUCE_SCENARIO, scenario);
    }
  return record;
}

/* Copies sites and wishes of the scenario @from; the copied wishes name the copied sites. */
static gboolean
copy_parts (TuceCounty *county, TuceEdit *edit, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GArray) sites
      = tuce_scenario_ids (county, "SELECT id FROM scenario_site WHERE scenario_id = :id ORDER BY id", from, error);
  g_autoptr (GArray) wishes
      = tuce_scenario_ids (county, "SELECT id FROM scenario_wish WHERE scenario_id = :id ORDER BY id", from, error);
  g_autoptr (GHashTable) copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; sites && i < sites->len; i++)
    {
      gint64 *id = &g_array_index (sites, gint64, i);
      g_autoptr (TuceRecord) site = copy_record (county, TUCE_SCENARIO_SITE, *id, to, error);

      if (!site || !tuce_edit_insert (edit, site, error))
        return FALSE;
      g_hash_table_insert (copies, id, g_memdup2 (&site->id, sizeof site->id));
    }
  for (guint i = 0; wishes && i < wishes->len; i++)
    {
      g_autoptr (TuceRecord) wish
          = copy_record (county, TUCE_SCENARIO_WISH, g_array_index (wishes, gint64, i), to, error);
      gint64 site = wish ? tuce_record_reference (wish, TUCE_SCENARIO_SITE) : 0;
      const gint64 *copy = wish ? g_hash_table_lookup (copies, &site) : NULL;

      if (!wish)
        return FALSE;
      if (!copy)
        continue;
      tuce_record_set_reference (wish, TUCE_SCENARIO_SITE, *copy);
      if (!tuce_edit_insert (edit, wish, error))
        return FALSE;
    }
  return sites && wishes;
}

/* What nobody enters, and so stands in no section of the form, is what the program worked out or noted. */
static void
clear_results (TuceRecord *scenario)
{
  GPtrArray *fields = scenario->entity->fields;

  for (guint i = 0; i < fields->len; i++)
    if (!*((const TuceField *) fields->pdata[i])->section)
      tuce_value_clear (&scenario->values[i]);
}

gint64
tuce_scenario_copy (TuceCounty *county, gint64 id, const char *name, GError **error)
{
  g_autoptr (TuceRecord) scenario = tuce_county_load (county, TUCE_SCENARIO, id, error);
  g_autoptr (TuceEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (!scenario)
    return 0;
  scenario->id = 0;
  tuce_record_set_named (scenario, name);
  clear_results (scenario);
  date_scenario (county, scenario);
  if (!name_scenario (county, scenario, error))
    return 0;
  /* Translators: an edit of the journal */
  label = g_strdup_printf (_("Add scenario “%s”"), tuce_record_named (scenario));
  edit = tuce_edit_begin (county, label, error);
  if (!edit || !tuce_edit_insert (edit, scenario, error) || !copy_parts (county, edit, id, scenario->id, error)
      || !tuce_edit_commit (g_steal_pointer (&edit), error))
    return 0;
  return scenario->id;
}

/* --- changing --- */

static void
forget_planning (TuceRecord *scenario)
{
  tuce_record_set_none (scenario, "planned_at");
}

gboolean
tuce_scenario_outdate (TuceCounty *county, TuceEdit *edit, gint64 id, GError **error)
{
  g_autoptr (TuceRecord) scenario = tuce_county_load (county, TUCE_SCENARIO, id, error);

  if (!scenario)
    return FALSE;
  forget_planning (scenario);
  return tuce_edit_update (edit, scenario, error);
}

/* Whether two versions of a scenario could have different results: all that is entered matters but name and remark. */
static gboolean
asks_otherwise (const TuceRecord *a, const TuceRecord *b)
{
  GPtrArray *fields = a->entity->fields;

  for (guint i = 0; i < fields->len; i++)
    {
      const TuceField *field = fields->pdata[i];

      if (*field->section && field != a->entity->title && !field->is_note
          && !tuce_value_equal (&a->values[i], &b->values[i]))
        return TRUE;
    }
  return FALSE;
}

gboolean
tuce_scenario_save (TuceCounty *county, const TuceRecord *scenario, GError **error)
{
  g_autoptr (TuceRecord) before = tuce_county_load (county, TUCE_SCENARIO, scenario->id, error);
  g_autoptr (TuceRecord) after = tuce_record_copy (scenario);
  g_autoptr (TuceEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (!before || !name_scenario (county, after, error))
    return FALSE;
  if (asks_otherwise (before, after))
    forget_planning (after);
  /* Translators: an edit of the journal */
  label = g_strdup_printf (_("Change scenario “%s”"), tuce_record_named (after));
  edit = tuce_edit_begin (county, label, error);
  return edit && tuce_edit_update (edit, after, error) && tuce_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
name_site (TuceCounty *county, TuceRecord *site, GError **error)
{
  const char *name;
  gint64 other;

  if (!take_name (site, error))
    return FALSE;
  name = tuce_record_named (site);
  other = find_named (county, "SELECT id FROM scenario_site WHERE scenario_id = :id AND name = :name AND id <> :own",
                      tuce_record_reference (site, TUCE_SCENARIO), site->id, name, error);
  if (other > 0)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                 _("The scenario has a site “%s” already: choose another name"), name);
  return other == 0;
}

gboolean
tuce_scenario_save_site (TuceCounty *county, TuceRecord *site, GError **error)
{
  g_autoptr (TuceEdit) edit = NULL;
  g_autofree char *label = NULL;
  TucePosition position;

  if (!name_site (county, site, error))
    return FALSE;
  if (!*tuce_record_place (site) && tuce_record_position (site, &position))
    {
      g_autofree char *village = tuce_scenario_nearest_village (county, position.lon, position.lat, NULL);

      tuce_record_set_place (site, village);
    }
  /* Translators: an edit of the journal */
  label = g_strdup_printf (site->id ? _("Change “%s” of a scenario") : _("Add “%s” to a scenario"),
                           tuce_record_named (site));
  edit = tuce_edit_begin (county, label, error);
  return edit && (site->id ? tuce_edit_update (edit, site, error) : tuce_edit_insert (edit, site, error))
         && tuce_scenario_outdate (county, edit, tuce_record_reference (site, TUCE_SCENARIO), error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}

/* Gives "Shuangqiao 2" where "Shuangqiao" is taken. */
static void
find_free_site_name (TuceCounty *county, TuceRecord *site)
{
  g_autofree char *name = g_strdup (tuce_record_named (site));
  g_autofree char *found = g_strdup (name);

  for (guint i = 2; find_named (county, "SELECT id FROM scenario_site WHERE scenario_id = :id AND name = :name",
                                tuce_record_reference (site, TUCE_SCENARIO), 0, found, NULL)
                    > 0;
       i++)
    {
      g_free (found);
      found = g_strdup_printf ("%s %u", name, i);
    }
  tuce_record_set_named (site, found);
}

gboolean
tuce_scenario_add_sites (TuceCounty *county, GPtrArray *sites, GError **error)
{
  g_autoptr (TuceEdit) edit = NULL;
  /* Translators: an edit of the journal */
  g_autofree char *label = g_strdup_printf (
      ngettext ("Add %u candidate to a scenario", "Add %u candidates to a scenario", sites->len), sites->len);

  g_return_val_if_fail (sites->len > 0, FALSE);
  edit = tuce_edit_begin (county, label, error);
  for (guint i = 0; edit && i < sites->len; i++)
    {
      find_free_site_name (county, sites->pdata[i]);
      if (!name_site (county, sites->pdata[i], error) || !tuce_edit_insert (edit, sites->pdata[i], error))
        return FALSE;
    }
  return edit && tuce_scenario_outdate (county, edit, tuce_record_reference (sites->pdata[0], TUCE_SCENARIO), error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
delete_all (TuceCounty *county, TuceEdit *edit, const char *entity, const char *sql, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = tuce_scenario_ids (county, sql, id, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!tuce_edit_delete (edit, entity, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}

gboolean
tuce_scenario_remove_site (TuceCounty *county, gint64 id, GError **error)
{
  g_autoptr (TuceRecord) site = tuce_county_load (county, TUCE_SCENARIO_SITE, id, error);
  g_autoptr (TuceEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (!site)
    return FALSE;
  /* Translators: an edit of the journal */
  label = g_strdup_printf (_("Take “%s” out of a scenario"), tuce_record_named (site));
  edit = tuce_edit_begin (county, label, error);
  return edit
         && delete_all (county, edit, TUCE_SCENARIO_WISH, "SELECT id FROM scenario_wish WHERE scenario_site_id = :id", id,
                        error)
         && delete_all (county, edit, TUCE_SCENARIO_MOVE, "SELECT id FROM scenario_move WHERE scenario_site_id = :id", id,
                        error)
         && tuce_edit_delete (edit, TUCE_SCENARIO_SITE, id, error)
         && tuce_scenario_outdate (county, edit, tuce_record_reference (site, TUCE_SCENARIO), error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}
