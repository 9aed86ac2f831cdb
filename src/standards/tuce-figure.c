/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tuce-error.h"

/* Separate the figures of a sentence, and a figure from its format. No value contains these characters, and they can be
   stored in a table. */
#define BETWEEN_FIGURES "␟"
#define BEFORE_FORMAT "␞"

typedef struct
{
  char *sql;    /* NULL for words between figures */
  char *format;
  char *words;
} Piece;

struct _TuceTemplate
{
  GPtrArray *pieces;
  GPtrArray *figures; /* of the pieces, those with SQL */
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_free (piece->sql);
  g_free (piece->format);
  g_free (piece->words);
  g_free (piece);
}

static void
add_words (TuceTemplate *self, const char *from, const char *to)
{
  Piece *piece;

  if (from == to)
    return;
  piece = g_new0 (Piece, 1);
  piece->words = g_strndup (from, (gsize) (to - from));
  g_ptr_array_add (self->pieces, piece);
}

/* "year.net_pc|money": SQL uses "||" but never a single bar, so the last single bar begins the format. */
static void
add_figure (TuceTemplate *self, const char *from, const char *to)
{
  Piece *piece = g_new0 (Piece, 1);
  char *bar;

  piece->sql = g_strndup (from, (gsize) (to - from));
  bar = strrchr (piece->sql, '|');
  if (bar && bar > piece->sql && bar[-1] != '|')
    {
      piece->format = g_strdup (g_strstrip (bar + 1));
      *bar = '\0';
    }
  else
    piece->format = g_strdup ("");
  g_strstrip (piece->sql);
  g_ptr_array_add (self->pieces, piece);
  g_ptr_array_add (self->figures, piece);
}

TuceTemplate *
tuce_template_parse (const char *text, GError **error)
{
  g_autoptr (TuceTemplate) self = g_new0 (TuceTemplate, 1);

  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->figures = g_ptr_array_new ();
  for (const char *at = text; *at;)
    {
      const char *open = strchrnul (at, '{');
      const char *close = strchrnul (open, '}');

      if (memchr (at, '}', (gsize) (open - at)))
        {
          g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("a “}” has no “{” before it"));
          return NULL;
        }
      add_words (self, at, open);
      if (!*open)
        break;
      if (!*close || close == open + 1)
        {
          g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                       *close ? _("“{}” names no figure") : _("a “{” is not closed by a “}”"));
          return NULL;
        }
      add_figure (self, open + 1, close);
      at = close + 1;
    }
  return g_steal_pointer (&self);
}

void
tuce_template_free (TuceTemplate *self)
{
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->figures);
  g_free (self);
}

guint
tuce_template_n_figures (const TuceTemplate *self)
{
  return self->figures->len;
}

const char *
tuce_template_sql (const TuceTemplate *self, guint figure)
{
  return ((const Piece *) self->figures->pdata[figure])->sql;
}

const char *
tuce_template_format (const TuceTemplate *self, guint figure)
{
  return ((const Piece *) self->figures->pdata[figure])->format;
}

const char *
tuce_field_figure_format (const TuceField *field)
{
  switch (field->type)
    {
    case TUCE_FIELD_MONEY:
      return "money";
    case TUCE_FIELD_AREA:
      return "area";
    case TUCE_FIELD_INTEGER:
      return "integer";
    case TUCE_FIELD_DECIMAL:
      return "decimal";
    case TUCE_FIELD_BOOLEAN:
      return "yesno";
    case TUCE_FIELD_CHOICE:
    case TUCE_FIELD_CHOICES:
      return field->target;
    default:
      return "";
    }
}

/* Money and areas that were calculated may have fractions of a fen or of a hundredth m²: round half away from zero. */
static void
to_integer (TuceValue *value)
{
  if (value->kind == TUCE_VALUE_REAL)
    tuce_value_set_integer (value, (gint64) (value->real < 0 ? value->real - 0.5 : value->real + 0.5));
}

static char *
words_by_type (const TuceValue *value, TuceFieldType type, const TuceCodeList *codes)
{
  TuceField field = { .name = "", .label_en = "", .label_zh = "", .type = type, .target = "", .codes = codes };

  return tuce_field_format (&field, value);
}

char *
tuce_figure_words (const TuceValue *value, const char *format, TuceDictionary *dictionary)
{
  const TuceCodeList *codes;
  g_auto (TuceValue) own = TUCE_VALUE_INIT;

  if (value->kind == TUCE_VALUE_NONE || value->kind == TUCE_VALUE_BYTES)
    return g_strdup ("—");
  tuce_value_copy (value, &own);
  if (g_str_equal (format, "money") || g_str_equal (format, "area") || g_str_equal (format, "integer"))
    {
      to_integer (&own);
      return words_by_type (&own,
                            *format == 'm'   ? TUCE_FIELD_MONEY
                            : *format == 'a' ? TUCE_FIELD_AREA
                                             : TUCE_FIELD_INTEGER,
                            NULL);
    }
  if (g_str_equal (format, "percent"))
    {
      /* one decimal, half up: a convention of this program, no official rule is known */
      double percent = value->kind == TUCE_VALUE_REAL ? value->real : (double) value->integer;

      return g_strdup_printf ("%.1f", floor (percent * 10 + 0.5 + 1e-9) / 10);
    }
  if (g_str_equal (format, "yesno"))
    return words_by_type (&own, TUCE_FIELD_BOOLEAN, NULL);
  codes = *format ? tuce_dictionary_code_list (dictionary, format) : NULL;
  if (codes)
    return words_by_type (&own, TUCE_FIELD_CHOICES, codes);
  if (value->kind == TUCE_VALUE_TEXT)
    return g_strdup (value->text);
  return words_by_type (&own, value->kind == TUCE_VALUE_REAL ? TUCE_FIELD_DECIMAL : TUCE_FIELD_YEAR, NULL);
}

gboolean
tuce_figure_format_is_known (const char *format, TuceDictionary *dictionary)
{
  static const char *const formats[]
      = { "", "money", "area", "percent", "integer", "decimal", "date", "yesno", NULL };

  return g_strv_contains (formats, format) || tuce_dictionary_code_list (dictionary, format);
}

static void
append_value (GString *figures, TuceStatement *statement, guint column)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  TuceValue value = tuce_statement_value (statement, column);

  if (value.kind == TUCE_VALUE_INTEGER)
    g_string_append_printf (figures, "i%" G_GINT64_FORMAT, value.integer);
  else if (value.kind == TUCE_VALUE_REAL)
    g_string_append_printf (figures, "r%s", g_ascii_formatd (number, sizeof number, "%.15g", value.real));
  else if (value.kind == TUCE_VALUE_TEXT)
    g_string_append_printf (figures, "t%s", value.text);
}

char *
tuce_figures_read (const TuceTemplate *self, TuceStatement *statement, guint first)
{
  GString *figures = g_string_new (NULL);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const Piece *piece = self->figures->pdata[i];
      const TuceField *field = *piece->format ? NULL : tuce_statement_column_field (statement, first + i);
      const char *format = field ? tuce_field_figure_format (field) : piece->format;

      if (i)
        g_string_append (figures, BETWEEN_FIGURES);
      append_value (figures, statement, first + i);
      if (*format)
        g_string_append_printf (figures, BEFORE_FORMAT "%s", format);
    }
  return g_string_free (figures, FALSE);
}

static char *
kept_words (const char *kept, TuceDictionary *dictionary)
{
  g_auto (GStrv) parts = g_strsplit (kept, BEFORE_FORMAT, 2);
  g_auto (TuceValue) value = TUCE_VALUE_INIT;

  if (!parts[0] || !*parts[0])
    return g_strdup ("—");
  if (*parts[0] == 'i')
    tuce_value_set_integer (&value, g_ascii_strtoll (parts[0] + 1, NULL, 10));
  else if (*parts[0] == 'r')
    tuce_value_set_real (&value, g_ascii_strtod (parts[0] + 1, NULL));
  else
    tuce_value_set_text (&value, parts[0] + 1);
  return tuce_figure_words (&value, parts[1] ? parts[1] : "", dictionary);
}

static const char *
find_kept (const TuceTemplate *original, char **kept, const char *sql)
{
  guint n_kept = g_strv_length (kept);

  for (guint i = 0; i < original->figures->len && i < n_kept; i++)
    if (g_str_equal (((const Piece *) original->figures->pdata[i])->sql, sql))
      return kept[i];
  return "";
}

char *
tuce_template_fill (const TuceTemplate *self, const TuceTemplate *original, TuceDictionary *dictionary,
                    const char *figures)
{
  g_auto (GStrv) kept = g_strsplit (figures ? figures : "", BETWEEN_FIGURES, -1);
  GString *sentence = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = self->pieces->pdata[i];
      g_autofree char *words = piece->sql ? kept_words (find_kept (original, kept, piece->sql), dictionary) : NULL;

      g_string_append (sentence, piece->sql ? words : piece->words);
    }
  return g_string_free (sentence, FALSE);
}
