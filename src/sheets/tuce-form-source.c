/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words between braces: what they mean, and what must be fetched for them. */
#include "tuce-form-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-query.h"
#include "tuce-site-figures.h"

static const struct
{
  const char *word;
  TuceSourceKind kind;
} words[] = {
  { "row", TUCE_SOURCE_ROW },
  { "page", TUCE_SOURCE_PAGE },
  { "pages", TUCE_SOURCE_PAGES },
  { "printed", TUCE_SOURCE_PRINTED },
  { "as_of", TUCE_SOURCE_AS_OF },
  { "entry", TUCE_SOURCE_ENTRY },
  { "year", TUCE_SOURCE_YEAR },
  { "county", TUCE_SOURCE_COUNTY },
  { "scope", TUCE_SOURCE_SCOPE },
  { "overflow.row", TUCE_SOURCE_OVERFLOW_ROW },
  { "overflow.label", TUCE_SOURCE_OVERFLOW_LABEL },
  { "overflow.text", TUCE_SOURCE_OVERFLOW_TEXT },
};

gboolean
tuce_form_fail (const TuceForm *form, guint line, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s, line %u: %s"), form->path, line, what);
  return FALSE;
}

gboolean
tuce_source_is_constant (const TuceSource *source)
{
  switch (source->kind)
    {
    case TUCE_SOURCE_PARAMETER:
    case TUCE_SOURCE_ROW:
    case TUCE_SOURCE_PRINTED:
    case TUCE_SOURCE_AS_OF:
    case TUCE_SOURCE_ENTRY:
    case TUCE_SOURCE_YEAR:
    case TUCE_SOURCE_COUNTY:
    case TUCE_SOURCE_SCOPE:
      return TRUE;
    default:
      return FALSE;
    }
}

static guint
add_column (GPtrArray *columns, const char *path)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (columns->pdata[i], path))
      return i;
  g_ptr_array_add (columns, g_strdup (path));
  return columns->len - 1;
}

guint
tuce_form_list_column (TuceFormList *list, const char *path)
{
  return add_column (list->columns, path);
}

int
tuce_form_find_list (const TuceForm *form, const char *name)
{
  for (guint i = 0; i < form->lists->len; i++)
    {
      const TuceFormList *list = form->lists->pdata[i];

      if (g_str_equal (list->entity->name, name))
        return (int) i;
    }
  return -1;
}

/* Finds a parameter. It must be one that data/standards/ has, or a misspelt key would print a blank without any
   message. */
static gboolean
parameter_is_known (const char *key)
{
  g_autofree char *path = tuce_data_path ("standards", "parameters.csv", NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, NULL);

  for (guint row = 0; csv && row < tuce_csv_n_rows (csv); row++)
    if (g_str_equal (tuce_csv_cell (csv, row, "key"), key))
      return TRUE;
  return FALSE;
}

static gboolean
find_parameter (TuceForm *form, const char *key, guint line, TuceSource *source, GError **error)
{
  TuceFormParameter *parameter;

  source->kind = TUCE_SOURCE_PARAMETER;
  for (source->column = 0; source->column < form->parameters->len; source->column++)
    {
      parameter = form->parameters->pdata[source->column];
      if (g_str_equal (parameter->key, key))
        return TRUE;
    }
  if (!form->unconfirmed)
    return tuce_form_fail (form, line, error,
                           _("a form that prints parameters must say in <form unconfirmed=\"…\"> how it marks those nobody confirmed"));
  if (!parameter_is_known (key))
    return tuce_form_fail (form, line, error, _("there is no parameter “%s” in standards/parameters.csv"), key);
  parameter = g_new0 (TuceFormParameter, 1);
  parameter->key = g_strdup (key);
  parameter->line = line;
  g_ptr_array_add (form->parameters, parameter);
  return TRUE;
}

static gboolean
resolve (const TuceForm *form, const TuceEntity *entity, const char *path, guint line, TuceSource *source, GError **error)
{
  g_autoptr (GError) reason = NULL;

  source->field = tuce_query_resolve (entity, path, &reason);
  if (!source->field)
    return tuce_form_fail (form, line, error, "{%s}: %s", path, reason->message);
  return TRUE;
}

/* Finds a figure of a site: in a list of sites of the row's site, else of the form's own. */
static gboolean
find_board (TuceForm *form, const char *name, int list, guint line, TuceSource *source, GError **error)
{
  const TuceEntity *entity = list >= 0 ? ((TuceFormList *) form->lists->pdata[list])->entity : form->entity;
  int figure = tuce_site_figure_find (name);

  if (figure < 0)
    return tuce_form_fail (form, line, error, _("there is no figure “%s” of a site"), name);
  if (!g_str_equal (entity->name, "site") || (list < 0 && form->lists_all))
    return tuce_form_fail (form, line, error, _("{board.%s} stands only where a site is meant"), name);
  source->kind = TUCE_SOURCE_BOARD;
  source->list = list;
  source->column = (guint) figure;
  source->field = tuce_site_figure_field ((guint) figure);
  form->has_board = TRUE;
  return TRUE;
}

static gboolean
find_list_field (TuceForm *form, const char *path, int list, guint line, TuceSource *source, gboolean *found, GError **error)
{
  TuceFormList *repeated = form->lists->pdata[list];
  g_autofree char *prefix = g_strconcat (repeated->entity->name, ".", NULL);

  *found = g_str_has_prefix (path, prefix);
  if (!*found)
    return TRUE;
  source->kind = TUCE_SOURCE_LIST;
  source->list = list;
  source->column = add_column (repeated->columns, path + strlen (prefix));
  return resolve (form, repeated->entity, path + strlen (prefix), line, source, error);
}

/* {total.LIST.path}, {total.board.figure}: the sum over all rows of the list, printed anywhere. */
static gboolean
find_total (TuceForm *form, const char *path, guint line, TuceSource *source, GError **error)
{
  gboolean found = FALSE;

  source->is_total = TRUE;
  for (guint i = 0; i < form->lists->len && !found; i++)
    {
      const TuceFormList *list = form->lists->pdata[i];

      if (g_str_has_prefix (path, "board.") && g_str_equal (list->entity->name, "site"))
        found = find_board (form, path + strlen ("board."), (int) i, line, source, error);
      else if (!find_list_field (form, path, (int) i, line, source, &found, error))
        return FALSE;
    }
  if (!found)
    return tuce_form_fail (form, line, error, _("{total.%s} names no list of the form"), path);
  if (!tuce_field_is_numeric (source->field))
    return tuce_form_fail (form, line, error, _("{total.%s}: this is nothing that can be added up"), path);
  if (!form->incomplete)
    return tuce_form_fail (form, line, error,
                           _("a form with totals must say in <form incomplete=\"…\"> how it marks those of which some figures are missing"));
  return TRUE;
}

static gboolean
find_count (TuceForm *form, const char *name, guint line, TuceSource *source, GError **error)
{
  source->kind = TUCE_SOURCE_COUNT;
  source->list = tuce_form_find_list (form, name);
  return source->list >= 0 || tuce_form_fail (form, line, error, _("{count.%s} names no list of the form"), name);
}

/* {verdict.R2.value}: of criterion R2 of the standard in force. */
static gboolean
find_verdict (TuceForm *form, const char *path, guint line, TuceSource *source, GError **error)
{
  static const char *const parts[] = { "value", "threshold", "result", "label", NULL };
  g_auto (GStrv) words_of = g_strsplit (path, ".", 2);
  TuceFormParameter *criterion;
  guint part = 0;

  while (words_of[0] && words_of[1] && parts[part] && !g_str_equal (parts[part], words_of[1]))
    part++;
  if (!words_of[0] || !words_of[1] || !parts[part])
    return tuce_form_fail (form, line, error, _("{verdict.%s}: write {verdict.CODE.value}, threshold, result or label"), path);
  if (!form->standard || form->lists_all)
    return tuce_form_fail (form, line, error, _("a form that prints verdicts must say in <form standard=\"…\"> whose"));
  source->kind = TUCE_SOURCE_VERDICT;
  source->part = part;
  if (part == TUCE_VERDICT_RESULT)
    source->field = tuce_entity_field (tuce_dictionary_entity (form->dictionary, "inspection"), "result");
  for (source->column = 0; source->column < form->criteria->len; source->column++)
    if (g_str_equal (((TuceFormParameter *) form->criteria->pdata[source->column])->key, words_of[0]))
      return TRUE;
  criterion = g_new0 (TuceFormParameter, 1);
  criterion->key = g_strdup (words_of[0]);
  criterion->line = line;
  g_ptr_array_add (form->criteria, criterion);
  return TRUE;
}

static gboolean
find_word (TuceForm *form, const char *path, int list, guint line, TuceSource *source, gboolean *found, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, path))
      {
        *found = TRUE;
        source->kind = words[i].kind;
        if (source->kind >= TUCE_SOURCE_OVERFLOW_ROW && list != TUCE_OVERFLOW_LIST)
          return tuce_form_fail (form, line, error, _("{%s} stands only in a row that repeats “overflow”"), path);
        if (source->kind == TUCE_SOURCE_ROW && list == TUCE_NO_LIST)
          return tuce_form_fail (form, line, error, _("{row} stands only in a row that repeats"));
        return TRUE;
      }
  *found = FALSE;
  return TRUE;
}

static const struct
{
  const char *prefix;
  gboolean (*find) (TuceForm *form, const char *rest, guint line, TuceSource *source, GError **error);
} prefixes[] = {
  { "parameter.", find_parameter },
  { "verdict.", find_verdict },
  { "count.", find_count },
  { "total.", find_total },
};

gboolean
tuce_form_find_source (TuceForm *form, const char *path, int list, guint line, TuceSource *source, GError **error)
{
  gboolean found;

  memset (source, 0, sizeof *source);
  source->list = list;
  if (!find_word (form, path, list, line, source, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (path, prefixes[i].prefix))
      return prefixes[i].find (form, path + strlen (prefixes[i].prefix), line, source, error);
  if (g_str_has_prefix (path, "board."))
    return find_board (form, path + strlen ("board."), list, line, source, error);
  if (list >= 0)
    {
      if (!find_list_field (form, path, list, line, source, &found, error))
        return FALSE;
      if (found)
        return TRUE;
    }
  if (form->lists_all)
    return tuce_form_fail (form, line, error, _("{%s}: a sheet that lists all records has none of its own; name it in a row that repeats"),
                           path);
  source->list = TUCE_NO_LIST;
  source->kind = TUCE_SOURCE_RECORD;
  source->column = add_column (form->columns, path);
  return resolve (form, form->entity, path, line, source, error);
}

GStrv
tuce_form_parse_values (const TuceForm *form, const TuceField *field, const char *text, guint line, GError **error)
{
  g_auto (GStrv) written = g_strsplit (text, "|", -1);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; written[i]; i++)
    {
      g_autoptr (GError) reason = NULL;
      TuceValue value = TUCE_VALUE_INIT;

      if (!*written[i] || !tuce_field_parse (field, written[i], &value, &reason))
        {
          tuce_form_fail (form, line, error, "is=\"%s\": %s", text, reason ? reason->message : _("a value is missing"));
          return NULL;
        }
      g_ptr_array_add (values, tuce_field_format_plain (field, &value));
      tuce_value_clear (&value);
    }
  g_ptr_array_add (values, NULL);
  return g_strdupv ((char **) values->pdata);
}

/* Whether the value means something on paper. A reference or place would be printed as a number, and a shape not at
   all. */
static gboolean
is_printable (const TuceSource *source)
{
  return !source->field || !source->field->entity
         || (source->field->type != TUCE_FIELD_REFERENCE && source->field->type != TUCE_FIELD_SHAPE
             && (source->field->type != TUCE_FIELD_PLACE || source->field->entity->is_place));
}

static gboolean
parse_style (TuceForm *form, const char *word, guint line, TuceItem *item, GError **error)
{
  const TuceField *field = item->source.field;

  if (g_str_equal (word, "mask") && field)
    item->style = TUCE_STYLE_MASK;
  else if (g_str_has_prefix (word, "empty:") && field && field->type == TUCE_FIELD_CHOICES)
    {
      item->style = TUCE_STYLE_EMPTY;
      item->text = g_strdup (word + strlen ("empty:"));
    }
  else if (g_str_equal (word, "month") && field && field->type == TUCE_FIELD_DATE)
    item->style = TUCE_STYLE_MONTH;
  else if (g_str_equal (word, "wan") && field && field->type == TUCE_FIELD_MONEY)
    item->style = TUCE_STYLE_WAN;
  else if (g_str_equal (word, "mu") && field && field->type == TUCE_FIELD_AREA)
    item->style = TUCE_STYLE_MU;
  else if (g_str_equal (word, "time") && field && field->type == TUCE_FIELD_TEXT)
    item->style = TUCE_STYLE_TIME;
  else if (g_str_equal (word, "distance") && field && field->type == TUCE_FIELD_DECIMAL)
    item->style = TUCE_STYLE_DISTANCE;
  else if (g_str_equal (word, "mark") && field && field->type == TUCE_FIELD_BOOLEAN)
    item->style = TUCE_STYLE_MARK;
  else
    return tuce_form_fail (form, line, error,
                           _("“|%s” is not a way to print this value (mask; month for a date; empty:WORD for choices; wan for "
                             "money; mu for an area; time for a text; distance for metres; mark for yes or no)"),
                           word);
  return TRUE;
}

static gboolean
parse_field (TuceForm *form, const char *words_between, int list, guint line, GPtrArray *items, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (words_between, "|", 2);
  TuceItem *item = tuce_item_new (TUCE_ITEM_FIELD);

  g_ptr_array_add (items, item);
  item->has_source = TRUE;
  if (!parts[0] || !*parts[0])
    return tuce_form_fail (form, line, error, _("nothing stands between { and }"));
  if (!tuce_form_find_source (form, parts[0], list, line, &item->source, error))
    return FALSE;
  if (!is_printable (&item->source))
    return tuce_form_fail (form, line, error, _("{%s} leads to another record; name a field of it"), parts[0]);
  return !parts[1] || parse_style (form, parts[1], line, item, error);
}

/* White space with a line break is only the layout of the template and is removed; any other white space becomes one
   space. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  while (*text)
    {
      gsize space = strspn (text, " \t\r\n");

      if (space == 0)
        g_string_append_c (out, *text++);
      else if (strcspn (text, "\n") >= space)
        g_string_append_c (out, ' ');
      text += space;
    }
  return g_string_free (out, FALSE);
}

static void
add_text (GPtrArray *items, const char *text, gsize length)
{
  TuceItem *item;

  if (length == 0)
    return;
  item = tuce_item_new (TUCE_ITEM_TEXT);
  item->text = g_strndup (text, length);
  g_ptr_array_add (items, item);
}

gboolean
tuce_form_parse_text (TuceForm *form, const char *text, int list, guint line, GPtrArray *items, GError **error)
{
  g_autofree char *squeezed = squeeze (text);
  const char *rest = squeezed;

  while (*rest)
    {
      gsize plain = strcspn (rest, "{}");
      gsize inner;

      add_text (items, rest, plain);
      rest += plain;
      if (!*rest)
        break;
      inner = strcspn (rest + 1, "{}");
      if (*rest == '}' || rest[1 + inner] != '}')
        return tuce_form_fail (form, line, error, _("a brace { or } has no partner"));
      g_autofree char *between = g_strndup (rest + 1, inner);
      if (!parse_field (form, between, list, line, items, error))
        return FALSE;
      rest += inner + 2;
    }
  return TRUE;
}
