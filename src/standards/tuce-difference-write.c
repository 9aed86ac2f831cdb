/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the rows that differ. */
#include "tuce-difference-private.h"

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
compile_all (Writers *writers, TuceCounty *county, const char *insert, const char *update, const char *remove, GError **error)
{
  writers_clear (writers);
  writers->insert = tuce_statement_new (county, insert, TUCE_STATEMENT_DERIVING, NULL, error);
  writers->update = writers->insert ? tuce_statement_new (county, update, TUCE_STATEMENT_DERIVING, NULL, error) : NULL;
  writers->remove = writers->update ? tuce_statement_new (county, remove, TUCE_STATEMENT_DERIVING, NULL, error) : NULL;
  return writers->remove != NULL;
}

static gboolean
verdict_writers (TuceCounty *county, const TuceSubject *subject, Writers *writers, GError **error)
{
  const TuceEntity *entity = tuce_assessment_entity (county, subject);
  g_autofree char *insert = g_strdup_printf (
      "INSERT OR REPLACE INTO %s (%s, year, pack, results, state, met, unmet, unchecked)"
      " SELECT %s, %d, :pack, :results, :state, :met, :unmet, :unchecked FROM %s WHERE id = :id",
      entity->name, entity->parent->name, tuce_assessed_by (county, subject, entity), tuce_county_get_year (county),
      subject->name);
  g_autofree char *update = g_strdup_printf ("UPDATE %s SET pack = :pack, results = :results, state = :state, met = :met,"
                                             " unmet = :unmet, unchecked = :unchecked WHERE id = :row",
                                             entity->name);
  g_autofree char *remove = g_strdup_printf ("DELETE FROM %s WHERE id = :row", entity->name);

  return compile_all (writers, county, insert, update, remove, error);
}

static gboolean
finding_writers (TuceCounty *county, Writers *writers, GError **error)
{
  return compile_all (writers, county,
                      "INSERT INTO finding (household_id, rule, severity, subject, subject_id, place, figures,"
                      " first_seen, last_seen, disposition, disposed_on, disposed_by, note)"
                      " VALUES (:household, :rule, :severity, :subject, :id, :place, :figures,"
                      " :day, :day, :disposition, :on, :by, :note)",
                      "UPDATE finding SET place = :place, severity = :severity,"
                      " figures = :figures, last_seen = :day, gone_on = NULL,"
                      " disposition = :disposition, disposed_on = :on, disposed_by = :by,"
                      " note = :note WHERE id = :row",
                      "UPDATE finding SET gone_on = :day WHERE id = :row", error);
}

static void
bind_verdict (TuceStatement *statement, const char *pack, const Told *told)
{
  TuceTotal total = tuce_results_total (told->results);

  tuce_statement_bind_integer (statement, ":id", told->id);
  tuce_statement_bind_text (statement, ":pack", pack);
  tuce_statement_bind_text (statement, ":results", told->results);
  tuce_statement_bind_text (statement, ":state", tuce_result_code (total.whole));
  tuce_statement_bind_integer (statement, ":met", total.met);
  tuce_statement_bind_integer (statement, ":unmet", total.unmet);
  tuce_statement_bind_integer (statement, ":unchecked", total.unchecked);
}

static void
bind_finding (TuceStatement *statement, const Found *found, const Disposal *disposal)
{
  const TuceValue none = TUCE_VALUE_INIT;

  if (found->household)
    tuce_statement_bind_integer (statement, ":household", found->household);
  else
    tuce_statement_bind (statement, ":household", &none);
  tuce_statement_bind_text (statement, ":rule", found->rule->code);
  tuce_statement_bind_text (statement, ":severity", tuce_severity_code (found->rule->severity));
  tuce_statement_bind_text (statement, ":subject", found->rule->subject);
  tuce_statement_bind_integer (statement, ":id", found->key.id);
  tuce_statement_bind_text (statement, ":place", found->place);
  tuce_statement_bind_text (statement, ":figures", found->figures);
  tuce_statement_bind_text (statement, ":disposition", disposal ? disposal->disposition : NULL);
  tuce_statement_bind_text (statement, ":on", disposal && *disposal->on ? disposal->on : NULL);
  tuce_statement_bind_text (statement, ":by", disposal ? disposal->by : NULL);
  tuce_statement_bind_text (statement, ":note", disposal ? disposal->note : NULL);
}

static gboolean
write_row (TuceDifference *self, const Row *row, Writers *writers, GError **error)
{
  gboolean stays = row->told || row->found;
  TuceStatement *statement = !stays ? writers->remove : row->row ? writers->update : writers->insert;

  tuce_statement_bind_integer (statement, ":row", row->row);
  if (!row->subject)
    tuce_statement_bind_text (statement, ":day", self->day);
  if (row->told)
    bind_verdict (statement, tuce_standards_standard (self->standards, row->subject->name)->name, row->told);
  if (row->found)
    bind_finding (statement, row->found, row->disposal);
  return tuce_statement_execute (statement, error);
}

gboolean
tuce_difference_write (TuceDifference *self, TuceCounty *county, gboolean in_slices, GError **error)
{
  g_auto (Writers) writers = { NULL, NULL, NULL };
  const TuceSubject *subject = NULL;

  while (!tuce_difference_is_written (self))
    {
      const Row *row = &g_array_index (self->rows, Row, self->n_written);

      if ((!writers.insert || row->subject != subject)
          && !(row->subject ? verdict_writers (county, row->subject, &writers, error)
                            : finding_writers (county, &writers, error)))
        return FALSE;
      subject = row->subject;
      if (!write_row (self, row, &writers, error))
        return FALSE;
      self->n_written++;
      if (in_slices && tuce_deriving_is_over (county))
        break;
    }
  return TRUE;
}
