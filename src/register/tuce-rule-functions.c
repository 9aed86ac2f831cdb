/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions that rules may call besides SQLite's own. Each computes its result from its arguments and gives NULL for NULL. Two of
   them also read the file: for the outline of a township, and for whether the journal has a change of a record. */
#include "tuce-rule-functions.h"

#include <string.h>

#include "tuce-county-private.h"
#include "tuce-date.h"
#include "tuce-identity.h"
#include "tuce-shape.h"

/* Reads a date as it is stored, YYYY-MM-DD; no other notation has to be understood here. */
static gboolean
read_date (sqlite3_value *value, int *year, int *month, int *day)
{
  const char *text = (const char *) sqlite3_value_text (value);

  if (!text || sqlite3_value_bytes (value) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  *year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  *month = (text[5] - '0') * 10 + (text[6] - '0');
  *day = (text[8] - '0') * 10 + (text[9] - '0');
  return TRUE;
}

static void
age_on (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  int birth[3], day[3];

  if (!read_date (arguments[0], &birth[0], &birth[1], &birth[2]) || !read_date (arguments[1], &day[0], &day[1], &day[2]))
    return;
  sqlite3_result_int (context, day[0] - birth[0]
                                   - (day[1] < birth[1] || (day[1] == birth[1] && day[2] < birth[2])));
}

static gboolean
read_julian (sqlite3_value *value, gint64 *julian)
{
  int year, month, day;
  GDate date;

  if (!read_date (value, &year, &month, &day) || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);
  *julian = g_date_get_julian (&date);
  return TRUE;
}

static void
days_between (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  gint64 from, to;

  if (read_julian (arguments[0], &from) && read_julian (arguments[1], &to))
    sqlite3_result_int64 (context, to - from);
}

static const char *
identity_argument (sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);

  return text && sqlite3_value_bytes (value) == 18 ? text : NULL;
}

static void
id_valid (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);

  if (text)
    sqlite3_result_int (context, tuce_identity_check (text, NULL) == TUCE_IDENTITY_VALID);
}

static void
id_check_digit (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  const char *text = identity_argument (arguments[0]);
  char digit[2] = { 0 };

  if (!text || strspn (text, "0123456789") < 17)
    return;
  digit[0] = tuce_identity_check_digit (text);
  sqlite3_result_text (context, digit, 1, SQLITE_TRANSIENT);
}

static void
id_birth (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  const char *text = identity_argument (arguments[0]);
  char date[10];
  GDate birth;

  if (!text || !tuce_identity_birth (text, &birth))
    return;
  memcpy (date, text + 6, 4);
  date[4] = date[7] = '-';
  memcpy (date + 5, text + 10, 2);
  memcpy (date + 8, text + 12, 2);
  sqlite3_result_text (context, date, sizeof date, SQLITE_TRANSIENT);
}

static void
id_sex (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  const char *text = identity_argument (arguments[0]);

  if (text && g_ascii_isdigit (text[16]))
    sqlite3_result_text (context, tuce_identity_is_male (text) ? "1" : "2", 1, SQLITE_STATIC);
}

static void
phone_valid (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);

  if (text)
    sqlite3_result_int (context, tuce_phone_check (text));
}

/* has (codes, code): whether the list of codes joined by commas has this one. */
static void
has (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  const char *codes = (const char *) sqlite3_value_text (arguments[0]);
  const char *code = (const char *) sqlite3_value_text (arguments[1]);
  gsize length = code ? strlen (code) : 0;

  if (!codes || !length)
    return;
  for (const char *at = codes; (at = strstr (at, code)); at++)
    if ((at == codes || at[-1] == ',') && (at[length] == ',' || !at[length]))
      {
        sqlite3_result_int (context, 1);
        return;
      }
  sqlite3_result_int (context, 0);
}

static void
count_choices (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  const char *codes = (const char *) sqlite3_value_text (arguments[0]);
  int count = codes && *codes;

  if (!codes)
    return;
  for (const char *at = codes; *at; at++)
    count += *at == ',';
  sqlite3_result_int (context, count);
}

/* Compiles @sql into @statement where that was not done yet. tuce_county_prepare() is not used, because it might give the statement
   that is being stepped and calls this function. Returns: an SQLite result. */
static int
compile_once (TuceCounty *county, const char *sql, sqlite3_stmt **statement)
{
  return *statement ? SQLITE_OK
                    : sqlite3_prepare_v3 (county->db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);
}

/* Sets @shape to the outline of a township that was imported or surveyed; %NULL where it is only schematic, because that does not
   say where the border is. Returns: SQLITE_ROW or SQLITE_DONE, or the SQLite error. */
static int
load_outline (TuceCounty *county, const char *code, TuceShape **shape)
{
  int result = compile_once (
      county, "SELECT shape FROM main.feature WHERE layer = 'township' AND code = ? AND origin <> 'schematic'",
      &county->outline_of);
  sqlite3_stmt *statement = county->outline_of;

  *shape = NULL;
  if (result != SQLITE_OK)
    return result;
  sqlite3_bind_text (statement, 1, code, -1, SQLITE_TRANSIENT);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    *shape = tuce_shape_from_wkb (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0), NULL);
  sqlite3_reset (statement);
  return result;
}

static void
unref_outline (gpointer shape)
{
  if (shape)
    tuce_shape_unref (shape);
}

static int
find_outline (TuceCounty *county, const char *code, TuceShape **shape)
{
  gpointer known = NULL;
  int result = SQLITE_DONE;

  if (!county->outlines)
    county->outlines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_outline);
  if (g_hash_table_lookup_extended (county->outlines, code, NULL, &known))
    *shape = known;
  else
    {
      result = load_outline (county, code, shape);
      if (result == SQLITE_ROW || result == SQLITE_DONE)
        g_hash_table_insert (county->outlines, g_strdup (code), *shape);
    }
  return result;
}

static void
in_township (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  const char *code = (const char *) sqlite3_value_text (arguments[2]);
  TucePosition position = { sqlite3_value_double (arguments[0]), sqlite3_value_double (arguments[1]) };
  TuceShape *shape;
  int result;

  if (!code || sqlite3_value_type (arguments[0]) == SQLITE_NULL || sqlite3_value_type (arguments[1]) == SQLITE_NULL)
    return;
  result = find_outline (sqlite3_user_data (context), code, &shape);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    sqlite3_result_error_code (context, result);
  else if (shape)
    sqlite3_result_int (context, tuce_shape_contains (shape, position));
}

/* edited_since (): whether an entry of the journal after the given one changed the record or one that belongs to it. */
static void
edited_since (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  TuceCounty *county = sqlite3_user_data (context);
  sqlite3_stmt *statement;
  int result;

  if (sqlite3_value_type (arguments[0]) == SQLITE_NULL || sqlite3_value_type (arguments[1]) == SQLITE_NULL)
    return;
  result = compile_once (county, "SELECT EXISTS (SELECT 1 FROM main.journal_touch WHERE record = ? AND sequence > ?)",
                         &county->edits_of);
  statement = county->edits_of;
  if (result == SQLITE_OK)
    {
      sqlite3_bind_int64 (statement, 1, sqlite3_value_int64 (arguments[0]));
      sqlite3_bind_int64 (statement, 2, sqlite3_value_int64 (arguments[1]));
      result = sqlite3_step (statement);
    }
  if (result == SQLITE_ROW)
    sqlite3_result_int (context, sqlite3_column_int (statement, 0));
  else
    sqlite3_result_error_code (context, result);
  sqlite3_reset (statement);
}

static const struct
{
  const char *name;
  int n_arguments;
  void (*function) (sqlite3_context *, int, sqlite3_value **);
} ours[] = {
  { "age_on", 2, age_on },
  { "days_between", 2, days_between },
  { "id_valid", 1, id_valid },
  { "id_check_digit", 1, id_check_digit },
  { "id_birth", 1, id_birth },
  { "id_sex", 1, id_sex },
  { "phone_valid", 1, phone_valid },
  { "has", 2, has },
  { "count_choices", 1, count_choices },
  { "in_township", 3, in_township },
  { "edited_since", 2, edited_since },
};

/* Functions of SQLite that rules may call: they only compute from their arguments. */
static const char *const known[]
    = { "abs", "avg", "cast", "ceil", "coalesce", "count", "date", "floor", "glob", "group_concat", "ifnull", "iif", "instr",
        "julianday", "length", "like", "lower", "ltrim", "max", "min", "nullif", "printf", "format", "replace", "round",
        "rtrim", "sign", "strftime", "substr", "substring", "sum", "total", "trim", "typeof", "unicode", "upper" };

gboolean
tuce_rule_functions_install (TuceCounty *county, sqlite3 *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (sqlite3_create_function_v2 (db, ours[i].name, ours[i].n_arguments,
                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, county, ours[i].function, NULL,
                                    NULL, NULL)
        != SQLITE_OK)
      return FALSE;
  return TRUE;
}

gboolean
tuce_rule_function_is_known (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (g_ascii_strcasecmp (ours[i].name, name) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (known[i], name) == 0)
      return TRUE;
  return FALSE;
}
