/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of an item of a pack: its keys, and the fields of a rule that hold their texts. */
#include <stddef.h>

#include "tuce-pack-private.h"

#define NOT_COPIED (-1)

/* The keys that an item of standards and checks may have, and where in the rule their text goes as it stands. */
static const struct
{
  const char *key;
  gssize at;
} item_keys[] = {
  { "item", NOT_COPIED },
  { "label", offsetof (TuceRule, label_zh) },
  { "label_en", offsetof (TuceRule, label_en) },
  { "short", offsetof (TuceRule, short_zh) },
  { "short_en", offsetof (TuceRule, short_en) },
  { "subject", offsetof (TuceRule, subject) },
  { "severity", NOT_COPIED },
  { "says", offsetof (TuceRule, says_zh) },
  { "says_en", offsetof (TuceRule, says_en) },
  { "value", offsetof (TuceRule, value) },
  { "value_en", offsetof (TuceRule, value_en) },
  { "threshold", offsetof (TuceRule, threshold) },
  { "threshold_en", offsetof (TuceRule, threshold_en) },
  { "excess", offsetof (TuceRule, excess) },
  { "field", offsetof (TuceRule, field) },
  { "peers", offsetof (TuceRule, peers) },
  { "department", offsetof (TuceRule, department) },
  { "evidence", offsetof (TuceRule, evidence) },
  { "measure", NOT_COPIED },
  { "note", NOT_COPIED },
};

gboolean
tuce_pack_item_has (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (item_keys); i++)
    if (g_str_equal (item_keys[i].key, key))
      return TRUE;
  return FALSE;
}

/* Gives a text that stands for a missing one: @text is filled from @other where it is empty. */
static void
fill (const char **text, const char *other)
{
  if (!**text)
    *text = other;
}

void
tuce_pack_item_take (TuceRule *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (item_keys); i++)
    if (item_keys[i].at != NOT_COPIED)
      {
        const char *text = g_hash_table_lookup (rule->keys, item_keys[i].key);

        G_STRUCT_MEMBER (const char *, rule, item_keys[i].at) = text ? text : "";
      }
  /* In English, what is written in English for something longer goes before Chinese for the same. */
  fill (&rule->short_en, rule->label_en);
  fill (&rule->says_en, rule->says_zh);
  fill (&rule->label_en, rule->label_zh);
  fill (&rule->short_zh, rule->label_zh);
  fill (&rule->short_en, rule->short_zh);
  fill (&rule->says_zh, rule->label_zh);
  fill (&rule->says_en, rule->label_en);
  fill (&rule->value_en, rule->value);
  fill (&rule->threshold_en, rule->threshold);
}
