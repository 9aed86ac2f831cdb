/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The grammar of a pack's text, line by line:
 *   -- key: value      a line of a head; the first "-- item:" ends the head of the pack itself
 *   --   value         continues the value above
 *   --- anything       a remark
 *   anything else      belongs to the expression of the item above
 */
#include "tuce-pack-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-figure.h"
#include "tuce-rule-text.h"

typedef struct
{
  TucePackKept *kept;
  TuceRule *rule; /* the item being read; NULL in the pack's own head */
  GHashTable *head;       /* of the pack: key → text */
  GHashTable *head_lines; /* key → line */
  guint line;
  const char *key;        /* the key that a continuation line belongs to; NULL where no continuation may follow */
  GString *value;
  guint value_line;
  GString *expression;    /* of the item above */
  TuceMistake *mistake;   /* reading stops at the first mistake */
} Parser;

static const char *const pack_keys[]
    = { "pack", "kind", "subject", "years", "label", "label_en", "source", "active", "note", NULL };

static const char *const kinds[] = { "standard", "checks", "procedure", NULL };

static gboolean
refuse (Parser *self, guint line, guint column, const char *sentence)
{
  if (!self->mistake)
    self->mistake = tuce_mistake_new (FALSE, self->rule ? self->rule->code : NULL, line, column, sentence);
  return FALSE;
}

static gboolean mistake_at (Parser *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
mistake_at (Parser *self, guint line, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return refuse (self, line, 0, sentence);
}

static const char *
keep (Parser *self, const char *text)
{
  return g_string_chunk_insert_const (self->kept->strings, text);
}

/* The value of a key in the head being read, or "". */
static const char *
head_text (Parser *self, const char *key)
{
  const char *text = g_hash_table_lookup (self->rule ? self->rule->keys : self->head, key);

  return text ? text : "";
}

static guint
head_line (Parser *self, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->rule ? self->rule->lines : self->head_lines, key));
}

static gboolean
is_name (const char *text)
{
  for (const char *p = text; *p; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;
  return *text != '\0';
}

static gboolean
put_key (Parser *self, const char *key, const char *text, guint line)
{
  GHashTable *keys = self->rule ? self->rule->keys : self->head;
  GHashTable *lines = self->rule ? self->rule->lines : self->head_lines;
  const char *before = g_hash_table_lookup (keys, key);
  g_autofree char *joined = NULL;

  if (before && !g_str_equal (key, "measure"))
    return mistake_at (self, line, _("“%s” stands there twice"), key);
  if (!*text)
    return mistake_at (self, line, _("“%s” is empty"), key);
  joined = before ? g_strconcat (before, "\n", text, NULL) : g_strdup (text);
  g_hash_table_insert (keys, (char *) key, (char *) keep (self, joined));
  if (!before)
    g_hash_table_insert (lines, (char *) key, GUINT_TO_POINTER (line));
  return TRUE;
}

/* Ends the value read so far: no continuation line follows. */
static gboolean
end_value (Parser *self)
{
  const char *key = self->key;

  if (!key)
    return TRUE;
  self->key = NULL;
  g_strchomp (self->value->str);
  return put_key (self, key, self->value->str, self->value_line);
}

static gboolean
set_years (Parser *self)
{
  const char *text = head_text (self, "years");
  TucePack *pack = &self->kept->pack;
  g_autoptr (GRegex) regex = g_regex_new ("^(\\d{4})?(-)?(\\d{4})?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *from = NULL, *dash = NULL, *to = NULL;

  if (!*text)
    return TRUE;
  g_regex_match (regex, text, 0, &match);
  from = g_match_info_fetch (match, 1);
  dash = g_match_info_fetch (match, 2);
  to = g_match_info_fetch (match, 3);
  pack->from_year = from && *from ? atoi (from) : 0;
  pack->to_year = to && *to ? atoi (to) : dash && *dash ? 0 : pack->from_year;
  if (!g_match_info_matches (match) || (!pack->from_year && !pack->to_year)
      || (pack->to_year && pack->to_year < pack->from_year) || (to && *to && !(dash && *dash)))
    return mistake_at (self, head_line (self, "years"), _("“%s” are no years: write 2016-2019, 2016- or -2019"), text);
  return TRUE;
}

static gboolean
set_kind (Parser *self)
{
  for (guint i = 0; kinds[i]; i++)
    if (g_str_equal (kinds[i], head_text (self, "kind")))
      {
        self->kept->pack.kind = (TucePackKind) i;
        return TRUE;
      }
  return mistake_at (self, head_line (self, "kind"), _("“%s” is no kind of pack: standard, checks or procedure"),
                     head_text (self, "kind"));
}

static gboolean
set_active (Parser *self)
{
  const char *text = head_text (self, "active");

  self->kept->pack.active = !g_str_equal (text, "no");
  return !*text || g_str_equal (text, "yes") || g_str_equal (text, "no")
         || mistake_at (self, head_line (self, "active"), _("“active” is either yes or no"));
}

/* Ends the pack's own head, when its first item begins. */
static gboolean
end_head (Parser *self)
{
  static const char *const required[] = { "pack", "kind", "label" };
  TucePack *pack = &self->kept->pack;

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (!*head_text (self, required[i]))
      return mistake_at (self, self->line, _("the pack's “%s” is missing"), required[i]);
  pack->name = head_text (self, "pack");
  if (!is_name (pack->name))
    return mistake_at (self, head_line (self, "pack"),
                       _("“%s” can't be a pack's name: Latin letters, digits, - and _"), pack->name);
  if (!*pack->origin)
    pack->origin = pack->name;
  pack->subject = head_text (self, "subject");
  pack->label_zh = head_text (self, "label");
  pack->label_en = *head_text (self, "label_en") ? head_text (self, "label_en") : pack->label_zh;
  pack->source = head_text (self, "source");
  return set_kind (self) && set_years (self) && set_active (self);
}

static gboolean
check_sentence (Parser *self, const char *key, const char *sentence)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TuceTemplate) parsed = tuce_template_parse (sentence, &failure);

  for (guint i = 0; parsed && i < tuce_template_n_figures (parsed); i++)
    if (!tuce_rule_text_check (tuce_template_sql (parsed, i), NULL, &failure))
      break;
  return !failure || mistake_at (self, head_line (self, key), "%s", failure->message);
}

static gboolean
check_figures (Parser *self)
{
  static const char *const figures[] = { "value", "value_en", "threshold", "threshold_en", "excess" };
  static const char *const sentences[] = { "says", "says_en" };
  const char *peers = head_text (self, "peers");
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *sentence = tuce_rule_text_sentence (head_text (self, figures[i]));

      if (!check_sentence (self, figures[i], sentence))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (!check_sentence (self, sentences[i], head_text (self, sentences[i])))
      return FALSE;
  return !*peers || tuce_rule_text_check (peers, NULL, &failure)
         || mistake_at (self, head_line (self, "peers"), "%s", failure->message);
}

static void
set_proposals (Parser *self)
{
  g_auto (GStrv) lines = g_strsplit (head_text (self, "measure"), "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      char *at = g_strrstr (lines[i], " @ ");
      TuceProposal *proposal = g_new0 (TuceProposal, 1);

      proposal->department = at ? keep (self, g_strstrip (at + 3)) : self->rule->department;
      if (at)
        *at = '\0';
      proposal->content = keep (self, g_strstrip (lines[i]));
      g_ptr_array_add (self->rule->proposals, proposal);
    }
}

static gboolean
set_severity (Parser *self)
{
  const char *text = head_text (self, "severity");

  self->rule->severity = TUCE_SEVERITY_INFORMATION;
  if (!*text && self->kept->pack.kind != TUCE_PACK_CHECKS)
    return TRUE;
  if (!*text)
    return mistake_at (self, head_line (self, "item"), _("the severity is missing: E, W, S or I"));
  for (guint i = TUCE_SEVERITY_ERROR; i <= TUCE_SEVERITY_INFORMATION; i++)
    if (g_str_equal (tuce_severity_code (i), text))
      {
        self->rule->severity = (TuceSeverity) i;
        return TRUE;
      }
  return mistake_at (self, head_line (self, "severity"), _("“%s” is no severity: E, W, S or I"), text);
}

static gboolean
set_texts (Parser *self)
{
  TuceRule *rule = self->rule;

  tuce_pack_item_take (rule);
  if (!*rule->label_zh)
    return mistake_at (self, head_line (self, "item"), _("the label is missing"));
  if (!*rule->subject)
    rule->subject = self->kept->pack.subject;
  return *rule->subject || mistake_at (self, head_line (self, "item"), _("the subject is missing"));
}

static gboolean
end_item (Parser *self)
{
  g_autoptr (GError) failure = NULL;
  const char *expression = g_strchomp (self->expression->str);
  gsize offset;
  guint line, column;

  if (!self->rule->line)
    self->rule->line = self->line;
  if (!*expression)
    return mistake_at (self, head_line (self, "item"), _("the expression is missing"));
  if (!tuce_rule_text_check (expression, &offset, &failure))
    {
      tuce_text_position (expression, offset, self->rule->line, &line, &column);
      return refuse (self, line, column, failure->message);
    }
  self->rule->expression = keep (self, expression);
  g_string_truncate (self->expression, 0);
  if (!set_texts (self) || !set_severity (self) || !check_figures (self))
    return FALSE;
  if (*head_text (self, "measure"))
    set_proposals (self);
  return TRUE;
}

static gboolean
begin_item (Parser *self, const char *code)
{
  if (self->rule ? !end_item (self) : !end_head (self))
    return FALSE;
  self->rule = NULL;
  if (!is_name (code))
    return mistake_at (self, self->line, _("“%s” can't be an item's code: Latin letters, digits, - and _"), code);
  if (g_hash_table_contains (self->kept->by_code, code))
    return mistake_at (self, self->line, _("the code %s stands there twice"), code);
  self->rule = tuce_pack_add_rule (self->kept);
  self->rule->code = keep (self, code);
  g_hash_table_insert (self->kept->by_code, (char *) self->rule->code, self->rule);
  g_string_truncate (self->expression, 0);
  return put_key (self, "item", code, self->line);
}

/* The colon after the key of a head line, or NULL for a line without one. */
static const char *
key_end (const char *line)
{
  const char *p = line;

  while (g_ascii_isalnum (*p) || *p == '_' || *p == '-')
    p++;
  return p > line && *p == ':' ? p : NULL;
}

static gboolean
is_known_key (Parser *self, const char *key)
{
  if (!self->rule)
    return g_strv_contains (pack_keys, key);
  return self->kept->pack.kind == TUCE_PACK_PROCEDURE || tuce_pack_item_has (key);
}

static gboolean
read_key (Parser *self, const char *line)
{
  const char *end = key_end (line);
  g_autofree char *key = end ? g_strndup (line, (gsize) (end - line)) : NULL;
  g_autofree char *value = end ? g_strstrip (g_strdup (end + 1)) : NULL;

  if (!end_value (self))
    return FALSE;
  if (!key)
    return mistake_at (self, self->line, _("a line of the head has to read “-- key: text”"));
  if (g_str_equal (key, "item"))
    return begin_item (self, value);
  if (self->rule && self->expression->len)
    return mistake_at (self, self->line, _("the head stands before the expression, not inside or behind it"));
  if (!is_known_key (self, key))
    return mistake_at (self, self->line, _("“%s” is not known here"), key);
  self->key = keep (self, key);
  self->value_line = self->line;
  g_string_assign (self->value, value);
  return TRUE;
}

static gboolean
read_continuation (Parser *self, const char *line)
{
  const char *text = line + strspn (line, " \t");
  gboolean ascii;

  if (!self->key)
    return mistake_at (self, self->line, _("this line goes on with nothing"));
  ascii = !(*text & 0x80) || !self->value->len || !(self->value->str[self->value->len - 1] & 0x80);
  if (ascii && self->value->len)
    g_string_append_c (self->value, ' ');
  g_string_append (self->value, text);
  return TRUE;
}

static gboolean
read_expression (Parser *self, const char *line)
{
  gboolean blank = !line[strspn (line, " \t")];

  if (!end_value (self))
    return FALSE;
  if (!self->rule)
    return blank || mistake_at (self, self->line, _("an expression stands here before the first item"));
  if (self->expression->len)
    g_string_append_c (self->expression, '\n');
  else if (!blank)
    self->rule->line = self->line;
  if (self->expression->len || !blank)
    g_string_append (self->expression, line);
  return TRUE;
}

static gboolean
read_line (Parser *self, const char *line)
{
  if (g_str_has_prefix (line, "---"))
    /* Inside an expression a remark counts as an empty line, so that line numbers stay right. */
    return self->key ? end_value (self) : !self->rule || !self->expression->len || read_expression (self, "");
  if (g_str_has_prefix (line, "--   "))
    return read_continuation (self, line + 2);
  if (g_str_has_prefix (line, "-- ") || g_str_equal (line, "--"))
    return g_str_equal (line, "--") ? end_value (self) : read_key (self, line + 3);
  return read_expression (self, line);
}

static gboolean
read_all (Parser *self)
{
  const char *text = self->kept->pack.text;

  if (!g_utf8_validate (text, -1, NULL))
    return mistake_at (self, 1, _("the text is not UTF-8"));
  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    text += 3;
  while (*text)
    {
      gsize length = strcspn (text, "\n");
      g_autofree char *line = g_strndup (text, length);

      self->line++;
      if (length && line[length - 1] == '\r')
        line[length - 1] = '\0';
      if (!read_line (self, line))
        return FALSE;
      text += length + (text[length] == '\n');
    }
  if (!end_value (self) || (self->rule ? !end_item (self) : !end_head (self)))
    return FALSE;
  self->rule = NULL;
  return self->kept->pack.rules->len > 0 || mistake_at (self, self->line, _("the pack has no items"));
}

TucePack *
tuce_pack_read (const char *text, const char *origin, TuceMistake **mistake)
{
  Parser parser = { .kept = tuce_pack_new (text, origin) };
  gboolean read;

  parser.head = g_hash_table_new (g_str_hash, g_str_equal);
  parser.head_lines = g_hash_table_new (g_str_hash, g_str_equal);
  parser.value = g_string_new (NULL);
  parser.expression = g_string_new (NULL);
  read = read_all (&parser);
  g_hash_table_unref (parser.head);
  g_hash_table_unref (parser.head_lines);
  g_string_free (parser.value, TRUE);
  g_string_free (parser.expression, TRUE);
  *mistake = parser.mistake;
  if (read)
    return &parser.kept->pack;
  tuce_pack_unref (&parser.kept->pack);
  return NULL;
}

TucePack *
tuce_pack_parse (const char *text, const char *origin, GError **error)
{
  g_autoptr (TuceMistake) mistake = NULL;
  TucePack *pack = tuce_pack_read (text, origin, &mistake);
  g_autofree char *sentence = mistake ? tuce_mistake_text (mistake, origin) : NULL;

  if (!pack)
    g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, sentence);
  return pack;
}
