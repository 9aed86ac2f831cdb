/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-program.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-error.h"

/* A sentence, and the statement that gives its figures. */
typedef struct
{
  TuceTemplate *sentence;
  TuceStatement *statement; /* NULL for a sentence without figures */
} Figures;

static void
figures_free (gpointer data)
{
  Figures *figures = data;

  g_clear_pointer (&figures->sentence, tuce_template_free);
  g_clear_pointer (&figures->statement, tuce_statement_free);
  g_free (figures);
}

static void
value_free (gpointer data)
{
  tuce_value_clear (data);
  g_free (data);
}

static TuceValue *
add_parameter (TuceParameters *parameters, const char *name)
{
  TuceValue *value = g_new0 (TuceValue, 1);

  g_hash_table_replace (parameters, g_strconcat (":", name, NULL), value);
  return value;
}

/* In the file, parameters are numbers as people write them. Rules compare them with columns, so yuan and m² become
   hundredths (fen, 0.01 m²). */
static void
set_parameter (TuceValue *value, const TuceValue *written, const char *unit)
{
  double number = written->kind == TUCE_VALUE_REAL ? written->real : (double) written->integer;

  if (written->kind == TUCE_VALUE_NONE)
    return;
  if (g_str_has_prefix (unit, "元") || g_str_has_prefix (unit, "㎡"))
    tuce_value_set_integer (value, (gint64) (number * 100 + 0.5));
  else if (number == (double) (gint64) number)
    tuce_value_set_integer (value, (gint64) number);
  else
    tuce_value_set_real (value, number);
}

/*
 * The keys of parameters.csv, read once for each data folder, because parameters are read after every edit.
 * Returns: (transfer full) (element-type utf8); any thread
 */
static GPtrArray *
known_parameters (GError **error)
{
  static GMutex lock;
  static GPtrArray *keys;
  static char *read_from;
  g_autofree char *path = tuce_data_path ("standards", "parameters.csv", NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (g_strcmp0 (path, read_from) != 0)
    {
      g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);

      if (!csv)
        return NULL;
      g_clear_pointer (&keys, g_ptr_array_unref);
      keys = g_ptr_array_new_with_free_func (g_free);
      for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
        g_ptr_array_add (keys, g_strdup (tuce_csv_cell (csv, row, "key")));
      g_free (read_from);
      read_from = g_steal_pointer (&path);
    }
  return g_ptr_array_ref (keys);
}

/* A county file that is older than a parameter has no record of it. The parameter then exists, but has no value. */
static gboolean
add_unknown_parameters (TuceParameters *parameters, GError **error)
{
  g_autoptr (GPtrArray) keys = known_parameters (error);

  for (guint i = 0; keys && i < keys->len; i++)
    {
      g_autofree char *name = g_strconcat (":", keys->pdata[i], NULL);

      if (!g_hash_table_contains (parameters, name))
        add_parameter (parameters, keys->pdata[i]);
    }
  return keys != NULL;
}

TuceParameters *
tuce_parameters_read (TuceCounty *county, const char *day, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_statement_new (
      county,
      /* a parameter that has values for later years only exists, but has no value yet */
      "SELECT key, CASE WHEN year <= :year THEN value END, unit FROM parameter ORDER BY year > :year DESC, year",
      TUCE_STATEMENT_DERIVING, NULL, error);
  g_autoptr (GHashTable) parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);
  g_autofree char *last_day = NULL;
  g_autofree char *kept_day = tuce_county_get_setting (county, "day", NULL);
  int year = tuce_county_get_year (county);
  gboolean row;

  if (!statement)
    return NULL;
  tuce_statement_bind_integer (statement, ":year", year);
  do
    {
      if (!tuce_statement_step (statement, &row, error))
        return NULL;
      if (row)
        {
          TuceValue written = tuce_statement_value (statement, 1);

          set_parameter (add_parameter (parameters, tuce_statement_text (statement, 0)), &written,
                         tuce_statement_text (statement, 2));
        }
    }
  while (row);
  if (!add_unknown_parameters (parameters, error))
    return NULL;
  tuce_value_set_text (add_parameter (parameters, "today"), day);
  /* :day is at most the last day of the county's year, even when the file is opened later. */
  last_day = g_strdup_printf ("%04d-12-31", year);
  /* A county that stands still, such as the demo, has a day of its own. */
  if (kept_day && strcmp (kept_day, last_day) < 0)
    {
      g_free (last_day);
      last_day = g_steal_pointer (&kept_day);
    }
  tuce_value_set_text (add_parameter (parameters, "day"), strcmp (day, last_day) < 0 ? day : last_day);
  tuce_value_set_integer (add_parameter (parameters, "year"), year);
  tuce_value_set_integer (add_parameter (parameters, "last_year"), year - 1);
  tuce_value_set_text (add_parameter (parameters, "county"), tuce_county_get_code (county));
  return g_steal_pointer (&parameters);
}

gboolean
tuce_parameters_bind (TuceParameters *parameters, TuceStatement *statement, GError **error)
{
  for (guint i = 1; i <= tuce_statement_n_parameters (statement); i++)
    {
      const char *name = tuce_statement_parameter (statement, i);
      const TuceValue *value = name ? g_hash_table_lookup (parameters, name) : NULL;

      /* bound later, for each subject */
      if (name && (g_str_equal (name, ":subject_id") || g_str_equal (name, ":household")))
        continue;
      if (!value)
        {
          g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("there is no parameter “%s”"), name ? name : "?");
          return FALSE;
        }
      tuce_statement_bind (statement, name, value);
    }
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

void
tuce_parameters_fingerprint (TuceParameters *parameters, GChecksum *sum)
{
  g_autofree char **names = (char **) g_hash_table_get_keys_as_array (parameters, NULL);
  guint n_names = g_hash_table_size (parameters);

  qsort (names, n_names, sizeof *names, compare_names);
  for (guint i = 0; i < n_names; i++)
    {
      const TuceValue *value = g_hash_table_lookup (parameters, names[i]);
      g_autofree char *text = value->kind == TUCE_VALUE_INTEGER
                                  ? g_strdup_printf ("%s=%" G_GINT64_FORMAT ";", names[i], value->integer)
                              : value->kind == TUCE_VALUE_REAL ? g_strdup_printf ("%s=%.15g;", names[i], value->real)
                              : value->kind == TUCE_VALUE_TEXT ? g_strdup_printf ("%s=%s;", names[i], value->text)
                                                               : g_strdup_printf ("%s;", names[i]);

      g_checksum_update (sum, (const guchar *) text, -1);
    }
}

void
tuce_rule_mistake (const TuceRule *rule, int offset, const char *mistake, GError **error)
{
  guint line = rule->line;
  guint column = 1;

  for (int i = 0; i < offset && rule->expression[i]; i++)
    if (rule->expression[i] == '\n')
      {
        line++;
        column = 1;
      }
    else if (((guchar) rule->expression[i] & 0xc0) != 0x80)
      column++;
  if (offset < 0)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s, item %s, line %u: %s"), rule->pack->origin, rule->code,
                 line, mistake);
  else
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s, item %s, line %u, column %u: %s"), rule->pack->origin,
                 rule->code, line, column, mistake);
}

static void
append_head (GString *sql, const TuceSubject *subject)
{
  g_string_append_printf (sql, "SELECT %s, %s, %s", subject->id, subject->household, subject->place);
}

/* Compiles one rule by itself: only this shows its mistake and the place of it. */
static TuceStatement *
compile_alone (TuceCounty *county, const TuceSubject *subject, const TuceRule *rule, TuceParameters *parameters,
               GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT (\n");
  g_autoptr (TuceStatement) statement = NULL;
  g_autoptr (GError) mistake = NULL;
  gsize before = sql->len;
  int offset = -1;

  g_string_append_printf (sql, "%s\n) %s", rule->expression, subject->from);
  statement = tuce_statement_new (county, sql->str, TUCE_STATEMENT_GUARDED, &offset, &mistake);
  if (!statement)
    offset = offset >= (int) before && offset <= (int) (before + strlen (rule->expression)) ? offset - (int) before : -1;
  else if (tuce_statement_n_columns (statement) != 1)
    g_set_error (&mistake, TUCE_ERROR, TUCE_ERROR_REFUSED, _("it is more than one expression"));
  else if (tuce_parameters_bind (parameters, statement, &mistake))
    return g_steal_pointer (&statement);
  tuce_rule_mistake (rule, statement ? -1 : offset, mistake->message, error);
  return NULL;
}

/*
 * Whether the rule was compiled by itself before, in this run of the program; remembers it if @learn. A rule that
 * compiled once need not be tried again by itself; parameters are checked again when all rules are compiled together.
 * Any thread.
 */
static gboolean
is_known (const TuceSubject *subject, const TuceRule *rule, gboolean learn)
{
  static GMutex lock;
  static GHashTable *known;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autofree char *text = g_strconcat (rule->expression, "\n", subject->from, NULL);
  char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  gboolean is;

  if (!known)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  is = g_hash_table_contains (known, sum);
  if (learn)
    g_hash_table_add (known, sum);
  else
    g_free (sum);
  return is;
}

static gboolean
check_alone (TuceCounty *county, const TuceSubject *subject, const TuceRule *rule, TuceParameters *parameters,
             GError **error)
{
  g_autoptr (TuceStatement) statement = compile_alone (county, subject, rule, parameters, error);

  if (statement)
    is_known (subject, rule, TRUE);
  return statement != NULL;
}

/* Sets @error for the first rule that does not compile by itself; FALSE when there is none. */
static gboolean
find_mistake (TuceProgram *self, TuceCounty *county, TuceParameters *parameters, GError **error)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (!check_alone (county, self->subject, self->rules->pdata[i], parameters, error))
      return TRUE;
  return FALSE;
}

void
tuce_program_blame (TuceProgram *self, TuceCounty *county, TuceParameters *parameters, GError **error)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const TuceRule *rule = self->rules->pdata[i];
      g_autoptr (GError) mistake = NULL;
      g_autoptr (TuceStatement) statement = compile_alone (county, self->subject, rule, parameters, NULL);

      if (!statement || tuce_statement_execute (statement, &mistake))
        continue;
      g_clear_error (error);
      tuce_rule_mistake (rule, -1, mistake->message, error);
      return;
    }
}

TuceProgram *
tuce_program_new (TuceCounty *county, const TuceSubject *subject, GPtrArray *rules, TuceParameters *parameters,
                  GError **error)
{
  g_autoptr (TuceProgram) self = g_new0 (TuceProgram, 1);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GError) mistake = NULL;

  self->subject = subject;
  self->rules = g_ptr_array_ref (rules);
  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, figures_free);
  append_head (sql, subject);
  for (guint i = 0; i < rules->len; i++)
    {
      const TuceRule *rule = rules->pdata[i];

      if (!is_known (subject, rule, FALSE) && !check_alone (county, subject, rule, parameters, error))
        return NULL;
      /* In a CASE, SQLite stops at the first part of a condition that decides it. This serves for checks, for which
         only true matters. */
      g_string_append_printf (sql, rule->pack->kind == TUCE_PACK_CHECKS ? ", CASE WHEN (\n%s\n) THEN 1 END" : ", (\n%s\n)",
                              rule->expression);
    }
  g_string_append_printf (sql, " %s", subject->from);
  self->statement = tuce_statement_new (county, sql->str, TUCE_STATEMENT_GUARDED, NULL, &mistake);
  if (!self->statement || !tuce_parameters_bind (parameters, self->statement, &mistake))
    {
      if (!find_mistake (self, county, parameters, error))
        g_propagate_prefixed_error (error, g_steal_pointer (&mistake), "%s: ", subject->name);
      return NULL;
    }
  /* Guards against a text that absorbs the rules after it, by an open comment for example: each rule must be a
     column. */
  if (tuce_statement_n_columns (self->statement) != TUCE_PROGRAM_FIRST_RULE + rules->len)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s: the rules can't be read apart"), subject->name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
tuce_program_free (TuceProgram *self)
{
  g_clear_pointer (&self->statement, tuce_statement_free);
  g_ptr_array_unref (self->rules);
  g_hash_table_unref (self->figures);
  g_free (self);
}

/* Whether the clause has a WHERE of its own, outside of the queries inside it. */
static gboolean
has_where (const char *from)
{
  int depth = 0;

  for (const char *at = from; *at; at++)
    {
      depth += (*at == '(') - (*at == ')');
      if (depth == 0 && g_ascii_strncasecmp (at, "WHERE", 5) == 0)
        return TRUE;
    }
  return FALSE;
}

static TuceStatement *
figures_statement (TuceProgram *self, TuceCounty *county, const TuceTemplate *sentence, TuceParameters *parameters,
                   GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (TuceStatement) statement = NULL;

  for (guint i = 0; i < tuce_template_n_figures (sentence); i++)
    g_string_append_printf (sql, "%s%s", i ? ", " : "", tuce_template_sql (sentence, i));
  g_string_append_printf (sql, " %s%s %s = :subject_id", self->subject->from,
                          has_where (self->subject->from) ? " AND" : " WHERE", self->subject->id);
  if (self->subject->by_household)
    g_string_append (sql, " AND chosen.id = :household");
  statement = tuce_statement_new (county, sql->str, TUCE_STATEMENT_GUARDED, NULL, error);
  if (!statement || !tuce_parameters_bind (parameters, statement, error))
    return NULL;
  if (tuce_statement_n_columns (statement) != tuce_template_n_figures (sentence))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("the figures can't be read apart"));
      return NULL;
    }
  return g_steal_pointer (&statement);
}

static Figures *
find_figures (TuceProgram *self, TuceCounty *county, TuceParameters *parameters, const TuceRule *rule,
              const char *text, GError **error)
{
  Figures *figures = g_hash_table_lookup (self->figures, text);
  g_autoptr (GError) mistake = NULL;

  if (figures)
    return figures;
  figures = g_new0 (Figures, 1);
  figures->sentence = tuce_template_parse (text, &mistake);
  if (figures->sentence && tuce_template_n_figures (figures->sentence))
    figures->statement = figures_statement (self, county, figures->sentence, parameters, &mistake);
  if (!mistake)
    {
      g_hash_table_insert (self->figures, (gpointer) text, figures);
      return figures;
    }
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s, item %s, figures of “%s”: %s"), rule->pack->origin,
               rule->code, text, mistake->message);
  if (figures->sentence)
    figures_free (figures);
  else
    g_free (figures);
  return NULL;
}

char *
tuce_program_figures (TuceProgram *self, TuceCounty *county, TuceParameters *parameters, const TuceRule *rule,
                      const char *text, gint64 id, gint64 household, GError **error)
{
  Figures *figures = find_figures (self, county, parameters, rule, text, error);
  char *kept;
  gboolean row;

  if (!figures)
    return NULL;
  if (!figures->statement)
    return g_strdup ("");
  tuce_statement_bind_integer (figures->statement, ":subject_id", id);
  tuce_statement_bind_integer (figures->statement, ":household", household);
  if (!tuce_statement_step (figures->statement, &row, error))
    return NULL;
  kept = row ? tuce_figures_read (figures->sentence, figures->statement, 0) : g_strdup ("");
  tuce_statement_reset (figures->statement);
  return kept;
}

static void
add_figures_reads (TuceProgram *self, TuceCounty *county, TuceParameters *parameters, const TuceRule *rule, TuceReads *reads)
{
  Figures *figures = find_figures (self, county, parameters, rule, rule->says_zh, NULL);

  if (figures && figures->statement)
    tuce_reads_add_all (reads, tuce_statement_reads (figures->statement));
  if (!figures)
    tuce_reads_add_everything (reads);
}

void
tuce_program_add_reads (TuceProgram *self, TuceCounty *county, TuceParameters *parameters, TuceReads *reads)
{
  tuce_reads_add_all (reads, tuce_statement_reads (self->statement));
  for (guint i = 0; i < self->rules->len; i++)
    if (((const TuceRule *) self->rules->pdata[i])->pack->kind == TUCE_PACK_CHECKS)
      add_figures_reads (self, county, parameters, self->rules->pdata[i], reads);
}

void
tuce_program_add_rule_reads (TuceProgram *self, TuceCounty *county, TuceParameters *parameters, const TuceRule *rule,
                             TuceReads *reads)
{
  g_autoptr (TuceStatement) statement = compile_alone (county, self->subject, rule, parameters, NULL);

  if (statement)
    tuce_reads_add_all (reads, tuce_statement_reads (statement));
  else
    tuce_reads_add_everything (reads);
  add_figures_reads (self, county, parameters, rule, reads);
}
