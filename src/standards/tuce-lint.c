/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-date.h"
#include "tuce-pack-private.h"
#include "tuce-parameters.h"
#include "tuce-procedure.h"
#include "tuce-query.h"
#include "tuce-rule-text.h"
#include "tuce-sample-county.h"

/* The state while one pack is checked. */
typedef struct
{
  TuceLint *lint;
  const TucePack *pack;
  GPtrArray *mistakes;
  char **lines; /* of the pack's text */
} Going;

static gboolean
copy_parameters (TuceLint *self, TuceCounty *from, TuceEdit *edit, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (from, "parameter");
  g_autoptr (GArray) ids = tuce_query_ids (query, from, NULL, error);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autoptr (TuceRecord) record = tuce_county_load (from, "parameter", g_array_index (ids, gint64, i), error);

      if (!record || !tuce_edit_insert (edit, record, error))
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
keep_unit (gint64 id, const TuceValue *values, gpointer data)
{
  TuceLint *self = data;

  if (values[0].kind == TUCE_VALUE_TEXT && values[1].kind == TUCE_VALUE_TEXT)
    g_hash_table_insert (self->units, g_strconcat (":", values[0].text, NULL), g_strdup (values[1].text));
  return TRUE;
}

static gboolean
read_parameters (TuceLint *self, TuceCounty *from, GError **error)
{
  static const char *const columns[] = { "key", "unit", NULL };
  g_autoptr (TuceEdit) edit = tuce_edit_begin (self->county, "", error);
  g_autoptr (TuceQuery) query = tuce_query_new (self->county, "parameter");

  if (edit)
    tuce_edit_set_bulk (edit); /* a county in memory, for trying rules only: copy what the county has, whether right or
                                  wrong */
  if (!edit
      || !(from ? copy_parameters (self, from, edit, error) : tuce_parameters_install (self->county, edit, error)))
    return FALSE;
  return tuce_edit_commit (g_steal_pointer (&edit), error) && tuce_query_set_columns (query, columns, error)
         && tuce_query_each (query, self->county, keep_unit, self, NULL, error);
}

/* Fills the tables of verdicts that rules read with those of the sample county: invented ones, some of each result. */
static gboolean
fill_verdicts (TuceLint *self, const TuceSubject *subject, GError **error)
{
  g_autofree char *assessment = g_strconcat (subject->name, "_assessment", NULL);
  const TuceEntity *entity = tuce_dictionary_entity (tuce_county_get_dictionary (self->county), assessment);
  g_autofree char *sql = NULL;

  if (!entity)
    return TRUE;
  sql = g_strdup_printf ("INSERT OR IGNORE INTO temp.%s_standard (id, pack, results, state, met, unmet, unchecked)"
                         " SELECT id, pack, results, state, met, unmet, unchecked FROM %s",
                         subject->name, assessment);
  return tuce_statement_run (self->county, sql, error);
}

static gboolean
fill_tables (TuceLint *self, GError **error)
{
  static const TuceAssessorSink nobody = { 0 };
  g_autoptr (TuceQuery) query = tuce_query_new (self->county, "household");
  g_autoptr (GArray) ids = tuce_query_ids (query, self->county, NULL, error);

  if (!ids || !tuce_assessor_households (self->assessor, &g_array_index (ids, gint64, 0), ids->len, &nobody, error))
    return FALSE;
  for (guint i = 0; i < tuce_subjects ()->len; i++)
    {
      const TuceSubject *subject = tuce_subjects ()->pdata[i];

      if (!subject->by_household && !tuce_assessor_places (self->assessor, subject->name, &nobody, error))
        return FALSE;
      if (!fill_verdicts (self, subject, error))
        return FALSE;
    }
  return TRUE;
}

TuceLint *
tuce_lint_new (TuceCounty *county, GError **error)
{
  g_autoptr (TuceLint) self = g_new0 (TuceLint, 1);
  g_autoptr (TuceStandards) none = tuce_standards_new_for (NULL);
  g_autofree char *day = NULL;
  GDate today;

  g_date_clear (&today, 1);
  tuce_date_today (&today);
  day = tuce_date_format (&today);
  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->county = tuce_sample_county_new (county ? tuce_county_get_year (county) : g_date_get_year (&today), error);
  if (!self->county || !read_parameters (self, county, error))
    return NULL;
  self->assessor = tuce_assessor_new (self->county, none, day, error);
  if (!self->assessor || !fill_tables (self, error))
    return NULL;
  self->parameters = tuce_parameters_read (self->county, day, error);
  return self->parameters ? g_steal_pointer (&self) : NULL;
}

void
tuce_lint_free (TuceLint *self)
{
  g_clear_pointer (&self->parameters, g_hash_table_unref);
  g_clear_pointer (&self->assessor, tuce_assessor_free);
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_clear_object (&self->county);
  g_free (self);
}

static TuceLintPiece
make_piece (Going *self, const TuceRule *rule, const char *sql, guint line, guint column)
{
  return (TuceLintPiece){ self->lint, rule, tuce_subject_find (rule->subject), sql, line, column, self->mistakes };
}

static guint
key_line (const TuceRule *rule, const char *key)
{
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (rule->lines, key));

  return line ? line : GPOINTER_TO_UINT (g_hash_table_lookup (rule->lines, "item"));
}

/* Finds the column of a figure in the line of its key. A figure in a continuation line is not found there: then no
   column is given. */
static TuceLintPiece
figure_piece (Going *self, const TuceRule *rule, const char *key, const char *sql)
{
  guint line = key_line (rule, key), column = 0, same;
  const char *text = self->lines[line - 1];
  const char *found = strstr (text, sql);

  if (found)
    tuce_text_position (text, (gsize) (found - text), line, &same, &column);
  return make_piece (self, rule, sql, line, column);
}

static void
check_figure (Going *self, const TuceRule *rule, const char *key, const char *sql, const char *format)
{
  TuceLintPiece piece = figure_piece (self, rule, key, sql);
  g_autoptr (TuceStatement) statement = tuce_lint_compile (&piece);

  if (!statement)
    return;
  if (!tuce_figure_format_is_known (format, tuce_county_get_dictionary (self->lint->county)))
    tuce_lint_tell (&piece, FALSE, 0, _("there is no format “%s”"), format);
  tuce_lint_try (&piece, statement, FALSE);
  tuce_lint_compare (&piece);
}

static void
check_sentence (Going *self, const TuceRule *rule, const char *key, const char *sentence)
{
  g_autoptr (TuceTemplate) figures = tuce_template_parse (sentence, NULL);

  for (guint i = 0; figures && i < tuce_template_n_figures (figures); i++)
    check_figure (self, rule, key, tuce_template_sql (figures, i), tuce_template_format (figures, i));
}

/* "value" and "threshold" are one figure each, or a sentence. */
static void
check_single (Going *self, const TuceRule *rule, const char *key)
{
  g_autofree char *sentence = tuce_rule_text_sentence (tuce_rule_key (rule, key));

  check_sentence (self, rule, key, sentence);
}

static void
check_expression (Going *self, const TuceRule *rule)
{
  TuceLintPiece piece = make_piece (self, rule, rule->expression, rule->line, 1);
  g_autoptr (TuceStatement) statement = tuce_lint_compile (&piece);

  if (!statement)
    return;
  tuce_lint_try (&piece, statement, TRUE);
  tuce_lint_compare (&piece);
}

/* A field of a record that belongs to the subject's record: "member.school" for a household. */
static gboolean
is_field_of_child (const TuceEntity *entity, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", 2);
  const TuceEntity *child = parts[1] ? tuce_dictionary_entity (entity->dictionary, parts[0]) : NULL;

  return child && child->parent && child->parent->target_entity == entity && tuce_entity_field (child, parts[1]);
}

static void
check_field (Going *self, const TuceRule *rule)
{
  const TuceEntity *entity
      = tuce_dictionary_entity (tuce_county_get_dictionary (self->lint->county), rule->subject);
  TuceLintPiece piece = figure_piece (self, rule, "field", rule->field);
  g_autoptr (GError) error = NULL;

  if (*rule->field && entity && !is_field_of_child (entity, rule->field)
      && !tuce_query_resolve (entity, rule->field, &error))
    tuce_lint_tell (&piece, FALSE, 0, "%s", error->message);
}

/* "peers" is a query of its own; its parameter is the household, :household. */
static void
check_peers (Going *self, const TuceRule *rule)
{
  TuceLintPiece piece = figure_piece (self, rule, "peers", rule->peers);
  g_autoptr (TuceStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  int offset = -1;

  if (!*rule->peers)
    return;
  statement = tuce_statement_new (self->lint->county, rule->peers, TUCE_STATEMENT_GUARDED, &offset, &error);
  if (!statement)
    {
      g_autofree char *words = tuce_lint_words (error->message);

      tuce_lint_tell (&piece, FALSE, MAX (offset, 0), "%s", words);
    }
  else if (tuce_statement_n_columns (statement) != 1)
    tuce_lint_tell (&piece, FALSE, 0, _("it has to give one value: the ids of households"));
}

/* A procedure reads other tables than rules about a subject do. check_whole() compiles it; here only its comparisons
   are checked. */
static void
check_step (Going *self, const TuceRule *rule)
{
  TuceLintPiece piece = { self->lint, rule, NULL, rule->expression, rule->line, 1, self->mistakes };

  tuce_lint_compare (&piece);
}

static void
check_rule (Going *self, const TuceRule *rule)
{
  if (!tuce_subject_find (rule->subject))
    {
      TuceLintPiece piece = figure_piece (self, rule, "subject", rule->subject);

      tuce_lint_tell (&piece, FALSE, 0, _("there is no subject “%s” (data/standards/subjects/)"), rule->subject);
      return;
    }
  check_expression (self, rule);
  check_single (self, rule, "value");
  check_single (self, rule, "value_en");
  check_single (self, rule, "threshold");
  check_single (self, rule, "threshold_en");
  check_single (self, rule, "excess");
  check_sentence (self, rule, "says", tuce_rule_key (rule, "says"));
  check_sentence (self, rule, "says_en", tuce_rule_key (rule, "says_en"));
  check_field (self, rule);
  check_peers (self, rule);
}

/* The error names the pack and the item: find the item's line by its code. */
static void
tell_whole (Going *self, const char *sentence)
{
  guint line = 0;

  for (guint i = 0; i < self->pack->rules->len && !line; i++)
    {
      const TuceRule *rule = self->pack->rules->pdata[i];
      g_autofree char *word = g_strdup_printf ("\\b%s\\b(?!-)", rule->code);

      if (g_regex_match_simple (word, sentence, 0, 0))
        line = rule->line;
    }
  g_ptr_array_add (self->mistakes, tuce_mistake_new (FALSE, NULL, MAX (line, 1), 0, sentence));
}

/* Expressions that compile one by one must also compile together. */
static void
check_whole (Going *self)
{
  g_autoptr (TuceStandards) alone = tuce_standards_new_for (self->pack);
  g_autoptr (TuceAssessor) assessor = NULL;
  g_autoptr (GError) error = NULL;
  const TuceValue *day = g_hash_table_lookup (self->lint->parameters, ":today");

  if (self->pack->kind == TUCE_PACK_PROCEDURE)
    tuce_procedure_check (self->lint->county, self->pack, &error);
  else
    assessor = tuce_assessor_new (self->lint->county, alone, day->text, &error);
  if (error)
    tell_whole (self, error->message);
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const TuceMistake *const *first = a, *const *second = b;

  return (*first)->line != (*second)->line ? ((*first)->line > (*second)->line) - ((*first)->line < (*second)->line)
                                           : ((*first)->column > (*second)->column)
                                                 - ((*first)->column < (*second)->column);
}

GPtrArray *
tuce_lint_text (TuceLint *self, const char *text)
{
  g_autoptr (GPtrArray) mistakes = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_mistake_free);
  g_auto (GStrv) lines = NULL;
  TuceMistake *mistake = NULL;
  TucePack *pack = tuce_pack_read (text, "", &mistake);
  Going going = { self, pack, mistakes, NULL };

  if (!pack)
    {
      g_ptr_array_add (mistakes, mistake);
      return g_steal_pointer (&mistakes);
    }
  lines = g_strsplit (text, "\n", -1);
  going.lines = lines;
  for (guint i = 0; i < pack->rules->len; i++)
    if (pack->kind == TUCE_PACK_PROCEDURE)
      check_step (&going, pack->rules->pdata[i]);
    else
      check_rule (&going, pack->rules->pdata[i]);
  if (!tuce_lint_refuses (mistakes))
    check_whole (&going);
  g_ptr_array_sort (mistakes, by_place);
  tuce_pack_unref (pack);
  return g_steal_pointer (&mistakes);
}

gboolean
tuce_lint_refuses (GPtrArray *mistakes)
{
  for (guint i = 0; i < mistakes->len; i++)
    if (!((TuceMistake *) mistakes->pdata[i])->doubt)
      return TRUE;
  return FALSE;
}
