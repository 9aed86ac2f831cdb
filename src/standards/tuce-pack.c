/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pack-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-dictionary.h"
#include "tuce-error.h"

/* A larger file is certainly no pack and is not read. In bytes. */
#define LARGEST (4 * 1024 * 1024)

static const char *const severity_codes[] = { "E", "W", "S", "I" };

static void
free_rule (gpointer data)
{
  TuceRule *rule = data;

  g_ptr_array_unref (rule->proposals);
  g_hash_table_unref (rule->keys);
  g_hash_table_unref (rule->lines);
  g_free (rule);
}

TucePackKept *
tuce_pack_new (const char *text, const char *origin)
{
  TucePackKept *kept = g_new0 (TucePackKept, 1);

  g_atomic_ref_count_init (&kept->references);
  kept->strings = g_string_chunk_new (4096);
  kept->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  kept->pack.rules = g_ptr_array_new_with_free_func (free_rule);
  kept->pack.text = g_string_chunk_insert (kept->strings, text);
  kept->pack.origin = g_string_chunk_insert (kept->strings, origin);
  return kept;
}

TuceRule *
tuce_pack_add_rule (TucePackKept *kept)
{
  TuceRule *rule = g_new0 (TuceRule, 1);

  rule->pack = &kept->pack;
  rule->index = kept->pack.rules->len;
  rule->proposals = g_ptr_array_new_with_free_func (g_free);
  rule->keys = g_hash_table_new (g_str_hash, g_str_equal);
  rule->lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (kept->pack.rules, rule);
  return rule;
}

char *
tuce_pack_read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, 0, NULL, error);
  g_autofree char *text = NULL;
  gsize length;

  if (!info)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > LARGEST)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s is not a rule pack"), path);
      return NULL;
    }
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (memchr (text, 0, length))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s is not a rule pack: it is no text"), path);
      return NULL;
    }
  return g_steal_pointer (&text);
}

TucePack *
tuce_pack_load (const char *path, GError **error)
{
  g_autofree char *origin = g_path_get_basename (path);
  g_autofree char *text = tuce_pack_read_file (path, error);

  return text ? tuce_pack_parse (text, origin, error) : NULL;
}

TucePack *
tuce_pack_ref (TucePack *pack)
{
  g_atomic_ref_count_inc (&((TucePackKept *) pack)->references);
  return pack;
}

void
tuce_pack_unref (TucePack *pack)
{
  TucePackKept *kept = (TucePackKept *) pack;

  if (!g_atomic_ref_count_dec (&kept->references))
    return;
  g_ptr_array_unref (kept->pack.rules);
  g_hash_table_unref (kept->by_code);
  g_string_chunk_free (kept->strings);
  g_free (kept);
}

const TuceRule *
tuce_pack_rule (const TucePack *pack, const char *code)
{
  return g_hash_table_lookup (((const TucePackKept *) pack)->by_code, code);
}

static const char *
in_language (const char *english, const char *chinese)
{
  return tuce_text_is_chinese () ? chinese : english;
}

const char *
tuce_pack_label (const TucePack *pack)
{
  return in_language (pack->label_en, pack->label_zh);
}

const char *
tuce_rule_label (const TuceRule *rule)
{
  return in_language (rule->label_en, rule->label_zh);
}

const char *
tuce_rule_short (const TuceRule *rule)
{
  return in_language (rule->short_en, rule->short_zh);
}

const char *
tuce_rule_key (const TuceRule *rule, const char *key)
{
  const char *text = g_hash_table_lookup (rule->keys, key);

  return text ? text : "";
}

const char *
tuce_severity_code (TuceSeverity severity)
{
  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (severity_codes), "");
  return severity_codes[severity];
}

const char *
tuce_severity_label (TuceSeverity severity)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);
  const TuceCodeList *list = dictionary ? tuce_dictionary_code_list (dictionary, "severity") : NULL;
  const TuceCode *code = list ? tuce_code_list_find (list, tuce_severity_code (severity)) : NULL;

  /* The dictionary is never freed, so the label stays valid after our reference is gone. */
  return code ? tuce_code_label (code) : tuce_severity_code (severity);
}
