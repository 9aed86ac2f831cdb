/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-keeping-private.h"

#include <string.h>

#include "tuce-statement.h"

/* Rows the file has: what may stay, what has to change. */
typedef struct
{
  gint64 row;
  char *text;        /* results, or figures */
  char *pack;        /* of verdicts */
  char *disposition; /* of findings: as kept, to see whether it still holds */
  gboolean gone;
  gboolean seen;
} Kept;

typedef struct
{
  TuceCounty *county;
  TuceStandards *standards;
  const TuceHarvestField *field;
  const char *day;
  GHashTable *disposals; /* key of a finding → Disposal, the latest */
} Keeping;

typedef struct
{
  char *disposition;
  char *figures;
  char *by;
  char *on;
  char *note;
} Disposal;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->text);
  g_free (kept->pack);
  g_free (kept->disposition);
  g_free (kept);
}

static void
disposal_free (gpointer data)
{
  Disposal *disposal = data;

  g_free (disposal->disposition);
  g_free (disposal->figures);
  g_free (disposal->by);
  g_free (disposal->on);
  g_free (disposal->note);
  g_free (disposal);
}

static TuceStatement *
compile (TuceCounty *county, const char *sql, GError **error)
{
  return tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, error);
}

typedef void (*ReadRow) (TuceStatement *statement, GHashTable *into);

static gboolean
read_rows (TuceStatement *statement, ReadRow read, GHashTable *into, GError **error)
{
  gboolean row;

  do
    {
      if (!tuce_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        read (statement, into);
    }
  while (row);
  return TRUE;
}

/* Runs @sql for the households of the field one by one, with :household, or once where they are all. */
static gboolean
read_field (Keeping *self, const char *all, const char *one, ReadRow read, GHashTable *into, GError **error)
{
  g_autoptr (TuceStatement) statement = compile (self->county, self->field->households ? one : all, error);

  if (!statement)
    return FALSE;
  if (!self->field->households)
    return read_rows (statement, read, into, error);
  for (guint i = 0; i < self->field->n_households; i++)
    {
      tuce_statement_bind_integer (statement, ":household", self->field->households[i]);
      if (!read_rows (statement, read, into, error))
        return FALSE;
    }
  return TRUE;
}

/* Verdicts ------------------------------------------------------------------------------------------------------- */

static void
read_verdict (TuceStatement *statement, GHashTable *into)
{
  gint64 id = tuce_statement_integer (statement, 0);
  Kept *kept = g_new0 (Kept, 1);

  kept->row = tuce_statement_integer (statement, 1);
  kept->text = g_strdup (tuce_statement_text (statement, 2));
  kept->pack = g_strdup (tuce_statement_text (statement, 3));
  g_hash_table_replace (into, g_memdup2 (&id, sizeof id), kept);
}

/* The entity in which the verdicts of a kind of subject are kept, or NULL. */
static const TuceEntity *
assessment_entity (TuceCounty *county, const TuceSubject *subject)
{
  g_autofree char *name = g_strconcat (subject->name, "_assessment", NULL);

  return tuce_dictionary_entity (tuce_county_get_dictionary (county), name);
}

/*
 * The field of the subject by which its assessments are found: its own code where they belong to a place, the field of
 * the same name where both belong to another record (relocation.household_id), else its id.
 */
static const char *
assessed_by (TuceCounty *county, const TuceSubject *subject, const TuceEntity *assessment)
{
  const TuceEntity *entity = tuce_dictionary_entity (tuce_county_get_dictionary (county), subject->name);

  if (entity && entity->parent && g_str_equal (entity->parent->name, assessment->parent->name))
    return entity->parent->name;
  return assessment->parent->type == TUCE_FIELD_PLACE ? "code" : "id";
}

/* By the subject's id; what belongs to none that is there, by its own, which is nobody else's. */
static gboolean
read_verdicts (Keeping *self, const TuceSubject *subject, const TuceEntity *entity, GHashTable *kept, GError **error)
{
  const char *parent = entity->parent->name;
  g_autofree char *all
      = g_strdup_printf ("SELECT coalesce (p.id, -a.id), a.id, a.results, a.pack FROM %s AS a"
                         " LEFT JOIN %s AS p ON p.%s = a.%s WHERE a.year = %d",
                         entity->name, subject->name, assessed_by (self->county, subject, entity), parent,
                         tuce_county_get_year (self->county));
  g_autofree char *one = g_strdup_printf ("%s AND a.%s = :household", all, parent);

  return read_field (self, all, one, read_verdict, kept, error);
}

static void
bind_verdict (TuceStatement *statement, const char *pack, const char *results)
{
  TuceTotal total = tuce_results_total (results);

  tuce_statement_bind_text (statement, ":pack", pack);
  tuce_statement_bind_text (statement, ":results", results);
  tuce_statement_bind_text (statement, ":state", tuce_result_code (total.whole));
  tuce_statement_bind_integer (statement, ":met", total.met);
  tuce_statement_bind_integer (statement, ":unmet", total.unmet);
  tuce_statement_bind_integer (statement, ":unchecked", total.unchecked);
}

typedef struct
{
  TuceStatement *insert, *update, *remove;
} Writers;

static void
writers_clear (Writers *writers)
{
  g_clear_pointer (&writers->insert, tuce_statement_free);
  g_clear_pointer (&writers->update, tuce_statement_free);
  g_clear_pointer (&writers->remove, tuce_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writers, writers_clear)

static gboolean
verdict_writers (Keeping *self, const TuceSubject *subject, const TuceEntity *entity, Writers *writers, GError **error)
{
  g_autofree char *insert = g_strdup_printf (
      "INSERT INTO %s (%s, year, pack, results, state, met, unmet, unchecked)"
      " SELECT %s, %d, :pack, :results, :state, :met, :unmet, :unchecked FROM %s WHERE id = :id",
      entity->name, entity->parent->name, assessed_by (self->county, subject, entity),
      tuce_county_get_year (self->county), subject->name);
  g_autofree char *update = g_strdup_printf ("UPDATE %s SET pack = :pack, results = :results, state = :state, met = :met,"
                                             " unmet = :unmet, unchecked = :unchecked WHERE id = :row",
                                             entity->name);
  g_autofree char *remove = g_strdup_printf ("DELETE FROM %s WHERE id = :row", entity->name);

  writers->insert = compile (self->county, insert, error);
  writers->update = writers->insert ? compile (self->county, update, error) : NULL;
  writers->remove = writers->update ? compile (self->county, remove, error) : NULL;
  return writers->remove != NULL;
}

static gboolean
keep_verdict (const Told *told, const char *pack, Kept *kept, Writers *writers, GError **error)
{
  TuceStatement *statement = kept ? writers->update : writers->insert;

  if (kept)
    {
      kept->seen = TRUE;
      if (g_str_equal (kept->text, told->results) && g_str_equal (kept->pack, pack))
        return TRUE;
      tuce_statement_bind_integer (statement, ":row", kept->row);
    }
  else
    tuce_statement_bind_integer (statement, ":id", told->id);
  bind_verdict (statement, pack, told->results);
  return tuce_statement_execute (statement, error);
}

static gboolean
remove_unseen (GHashTable *kept, TuceStatement *remove, GError **error)
{
  GHashTableIter iter;
  Kept *row;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    {
      if (row->seen)
        continue;
      tuce_statement_bind_integer (remove, ":row", row->row);
      if (!tuce_statement_execute (remove, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_verdicts (Keeping *self, const TuceSubject *subject, TuceHarvest *const *harvests, guint n_harvests,
               GError **error)
{
  const TuceEntity *entity = assessment_entity (self->county, subject);
  const TucePack *pack = tuce_standards_standard (self->standards, subject->name);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, kept_free);
  g_auto (Writers) writers = { NULL, NULL, NULL };

  if (!entity)
    return TRUE;
  if (!read_verdicts (self, subject, entity, kept, error) || !verdict_writers (self, subject, entity, &writers, error))
    return FALSE;
  for (guint h = 0; h < n_harvests; h++)
    for (guint i = 0; i < harvests[h]->told->len; i++)
      {
        const Told *told = &g_array_index (harvests[h]->told, Told, i);

        if (told->subject == subject
            && !keep_verdict (told, pack->name, g_hash_table_lookup (kept, &told->id), &writers, error))
          return FALSE;
      }
  return remove_unseen (kept, writers.remove, error);
}

/* Findings ------------------------------------------------------------------------------------------------------- */

static char *
finding_key (const char *rule, gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, rule, id);
}

static void
read_finding (TuceStatement *statement, GHashTable *into)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->row = tuce_statement_integer (statement, 0);
  kept->text = g_strdup (tuce_statement_text (statement, 3));
  kept->gone = tuce_statement_kind (statement, 4) != TUCE_VALUE_NONE;
  kept->disposition = g_strdup (tuce_statement_text (statement, 5));
  g_hash_table_replace (
      into, finding_key (tuce_statement_text (statement, 1), tuce_statement_integer (statement, 2)), kept);
}

static gboolean
read_findings (Keeping *self, GHashTable *kept, GError **error)
{
#define FINDING "SELECT id, rule, subject_id, figures, gone_on, disposition FROM finding WHERE "
  g_autofree char *places = NULL;

  if (!self->field->subject)
    return read_field (self, FINDING "household_id IS NOT NULL", FINDING "household_id = :household", read_finding, kept,
                       error);
  places = g_strdup_printf (FINDING "household_id IS NULL AND subject = '%s'", self->field->subject->name);
  return read_field (self, places, places, read_finding, kept, error);
#undef FINDING
}

static void
read_disposal (TuceStatement *statement, GHashTable *into)
{
  Disposal *disposal = g_new0 (Disposal, 1);

  disposal->disposition = g_strdup (tuce_statement_text (statement, 2));
  disposal->figures = g_strdup (tuce_statement_text (statement, 3));
  disposal->by = g_strdup (tuce_statement_text (statement, 4));
  disposal->on = g_strdup (tuce_statement_text (statement, 5));
  disposal->note = g_strdup (tuce_statement_text (statement, 6));
  g_hash_table_replace (
      into, finding_key (tuce_statement_text (statement, 0), tuce_statement_integer (statement, 1)), disposal);
}

static gboolean
read_disposals (Keeping *self, GError **error)
{
#define DISPOSAL "SELECT rule, subject_id, disposition, figures, disposed_by, disposed_on, note FROM disposal "
  return read_field (self, DISPOSAL "ORDER BY disposed_on, id",
                     DISPOSAL "WHERE household_id = :household ORDER BY disposed_on, id", read_disposal, self->disposals,
                     error);
#undef DISPOSAL
}

static gboolean
finding_writers (Keeping *self, Writers *writers, GError **error)
{
  writers->insert = compile (self->county,
                             "INSERT INTO finding (household_id, rule, severity, subject, subject_id, place, figures,"
                             " first_seen, last_seen, disposition, disposed_on, disposed_by, note)"
                             " VALUES (:household, :rule, :severity, :subject, :id, :place, :figures,"
                             " :day, :day, :disposition, :on, :by, :note)",
                             error);
  writers->update = writers->insert ? compile (self->county,
                                               "UPDATE finding SET place = :place, severity = :severity,"
                                               " figures = :figures, last_seen = :day, gone_on = NULL,"
                                               " disposition = :disposition, disposed_on = :on, disposed_by = :by,"
                                               " note = :note WHERE id = :row",
                                               error)
                                    : NULL;
  writers->remove = writers->update ? compile (self->county, "UPDATE finding SET gone_on = :day WHERE id = :row", error)
                                    : NULL;
  return writers->remove != NULL;
}

/* A disposition holds for the figures it was made for: when they change, the finding is open again. */
static const Disposal *
valid_disposal (Keeping *self, const Found *found, const char *key)
{
  const Disposal *disposal = g_hash_table_lookup (self->disposals, key);

  return disposal && g_str_equal (disposal->figures, found->figures) ? disposal : NULL;
}

static void
bind_finding (Keeping *self, TuceStatement *statement, const Found *found, const Disposal *disposal)
{
  const TuceValue none = TUCE_VALUE_INIT;

  if (found->household)
    tuce_statement_bind_integer (statement, ":household", found->household);
  else
    tuce_statement_bind (statement, ":household", &none);
  tuce_statement_bind_text (statement, ":rule", found->rule->code);
  tuce_statement_bind_text (statement, ":severity", tuce_severity_code (found->rule->severity));
  tuce_statement_bind_text (statement, ":subject", found->rule->subject);
  tuce_statement_bind_integer (statement, ":id", found->id);
  tuce_statement_bind_text (statement, ":place", found->place);
  tuce_statement_bind_text (statement, ":figures", found->figures);
  tuce_statement_bind_text (statement, ":day", self->day);
  tuce_statement_bind_text (statement, ":disposition", disposal ? disposal->disposition : NULL);
  tuce_statement_bind_text (statement, ":on", disposal && *disposal->on ? disposal->on : NULL);
  tuce_statement_bind_text (statement, ":by", disposal ? disposal->by : NULL);
  tuce_statement_bind_text (statement, ":note", disposal ? disposal->note : NULL);
}

static gboolean
keep_finding (Keeping *self, const Found *found, GHashTable *findings, Writers *writers, GError **error)
{
  g_autofree char *key = finding_key (found->rule->code, found->id);
  Kept *kept = g_hash_table_lookup (findings, key);
  const Disposal *disposal = valid_disposal (self, found, key);
  TuceStatement *statement = kept ? writers->update : writers->insert;

  if (kept)
    {
      kept->seen = TRUE;
      if (!kept->gone && g_str_equal (kept->text, found->figures)
          && g_str_equal (kept->disposition, disposal ? disposal->disposition : ""))
        return TRUE;
      tuce_statement_bind_integer (statement, ":row", kept->row);
    }
  bind_finding (self, statement, found, disposal);
  return tuce_statement_execute (statement, error);
}

static gboolean
let_go (Keeping *self, GHashTable *findings, TuceStatement *remove, GError **error)
{
  GHashTableIter iter;
  Kept *kept;

  g_hash_table_iter_init (&iter, findings);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &kept))
    kept->seen = kept->seen || kept->gone;
  tuce_statement_bind_text (remove, ":day", self->day);
  return remove_unseen (findings, remove, error);
}

static gboolean
keep_findings (Keeping *self, TuceHarvest *const *harvests, guint n_harvests, GError **error)
{
  g_autoptr (GHashTable) findings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
  g_auto (Writers) writers = { NULL, NULL, NULL };

  if (!read_findings (self, findings, error) || !read_disposals (self, error)
      || !finding_writers (self, &writers, error))
    return FALSE;
  for (guint h = 0; h < n_harvests; h++)
    for (guint i = 0; i < harvests[h]->found->len; i++)
      if (!keep_finding (self, &g_array_index (harvests[h]->found, Found, i), findings, &writers, error))
        return FALSE;
  return let_go (self, findings, writers.remove, error);
}

gboolean
tuce_keep (TuceCounty *county, TuceStandards *standards, const TuceHarvestField *field, TuceHarvest *const *harvests,
           guint n_harvests, const char *day, GError **error)
{
  g_autoptr (GHashTable) disposals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, disposal_free);
  Keeping self = { county, standards, field, day, disposals };

  for (guint i = 0; i < tuce_subjects ()->len; i++)
    {
      const TuceSubject *subject = tuce_subjects ()->pdata[i];

      if ((field->subject ? subject == field->subject : subject->by_household)
          && tuce_standards_standard (standards, subject->name)
          && !keep_verdicts (&self, subject, harvests, n_harvests, error))
        return FALSE;
    }
  return keep_findings (&self, harvests, n_harvests, error);
}
