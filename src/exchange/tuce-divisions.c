/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-divisions.h"

#include <string.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-levels.h"

/* The kind that data/divisions/ gives to rows that have a county's code but are no county. */
#define STATISTICAL_UNIT "统计单位"

struct _TuceDivisions
{
  GPtrArray *all;      /* TuceDivision, by code */
  GHashTable *by_code; /* code → TuceDivision */
};

static void
free_division (gpointer data)
{
  TuceDivision *division = data;

  g_free (division->code);
  g_free (division->name);
  g_free (division->short_name);
  g_free (division->level);
  g_free (division->parent_code);
  g_free (division->kind);
  g_free (division);
}

/* The digits that count at @level, of a code that is padded with zeros to twelve. @level: (nullable) */
static char *
trim_code (const char *code, const TuceEntity *level)
{
  return level ? g_strndup (code, tuce_level_digits (level)) : g_strdup (code);
}

/*
 * Gives the everyday name of a place from the official name of its committee: 双桥村民委员会 is 双桥村, 渠光社区居民委员会 is
 * 渠光社区, 赵岩农村社区村民委员会 is 赵岩农村社区, 东城街道办事处 is 东城街道.
 */
static char *
shorten_name (const char *name)
{
  static const struct
  {
    const char *ending;
    const char *becomes;
  } endings[] = {
    { "社区村民委员会", "社区" }, { "村村民委员会", "村" },     { "村民委员会", "村" },
    { "社区居民委员会", "社区" }, { "社区居委会", "社区" }, { "居民委员会", "社区" },
    { "街道办事处", "街道" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i].ending))
      {
        g_autofree char *head = g_strndup (name, strlen (name) - strlen (endings[i].ending));

        return g_strconcat (head, endings[i].becomes, NULL);
      }
  return g_strdup (name);
}

/* The columns of data/codes/place_kind.csv. */
enum
{
  KIND_CODE,
  KIND_LEVEL,
  KIND_DIGITS
};

static const char *const kind_columns[] = { [KIND_CODE] = "code", [KIND_LEVEL] = "level", [KIND_DIGITS] = "digits", NULL };

/* What kinds of divisions there are, and how their codes begin after that of the division around. */
static TuceCsv *
load_kinds (GError **error)
{
  g_autofree char *path = tuce_data_path ("codes", "place_kind.csv", NULL);
  g_autoptr (TuceCsv) kinds = tuce_csv_load (path, error);

  return kinds && tuce_csv_require (kinds, kind_columns, error) ? g_steal_pointer (&kinds) : NULL;
}

/* The kind is in the code. A kind without digits is that of all codes that no line before it has taken. */
static const char *
kind_of_code (TuceCsv *kinds, const char *code, const TuceEntity *level)
{
  const TuceEntity *above = level ? tuce_level_above (level) : NULL;

  for (guint row = 0; above && row < tuce_csv_n_rows (kinds); row++)
    {
      const char *digits = tuce_csv_cell (kinds, row, kind_columns[KIND_DIGITS]);

      if (g_str_equal (tuce_csv_cell (kinds, row, kind_columns[KIND_LEVEL]), level->name)
          && (!*digits || strchr (digits, code[tuce_level_digits (above)])))
        return tuce_csv_cell (kinds, row, kind_columns[KIND_CODE]);
    }
  return NULL;
}

/* The columns of an edition of the divisions. */
enum
{
  CODE,
  NAME,
  LEVEL,
  PARENT_CODE,
  KIND
};

static const char *const columns[]
    = { [CODE] = "code", [NAME] = "name", [LEVEL] = "level", [PARENT_CODE] = "parent_code", [KIND] = "kind", NULL };

static TuceDivision *
read_division (TuceCsv *csv, guint row, TuceCsv *kinds, TuceDictionary *dictionary)
{
  const char *name = tuce_csv_cell (csv, row, columns[LEVEL]);
  const TuceEntity *level = tuce_level_named (dictionary, name);
  TuceDivision *division = g_new0 (TuceDivision, 1);

  division->code = trim_code (tuce_csv_cell (csv, row, columns[CODE]), level);
  division->name = g_strdup (tuce_csv_cell (csv, row, columns[NAME]));
  division->short_name = shorten_name (division->name);
  division->level = g_strdup (name);
  division->parent_code = trim_code (tuce_csv_cell (csv, row, columns[PARENT_CODE]), level ? tuce_level_above (level) : NULL);
  division->kind = g_strdup (kind_of_code (kinds, division->code, level));
  return division;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const TuceDivision *first = *(const TuceDivision *const *) a;
  const TuceDivision *second = *(const TuceDivision *const *) b;

  return strcmp (first->code, second->code);
}

TuceDivisions *
tuce_divisions_load (GError **error)
{
  g_autofree char *path = tuce_data_path ("divisions", "dazhou-2018.csv", NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);
  g_autoptr (TuceCsv) kinds = csv ? load_kinds (error) : NULL;
  g_autoptr (TuceDictionary) dictionary = kinds ? tuce_dictionary_load (error) : NULL;
  g_autoptr (TuceDivisions) divisions = NULL;

  if (!csv || !tuce_csv_require (csv, columns, error) || !kinds || !dictionary)
    return NULL;
  divisions = g_new0 (TuceDivisions, 1);
  divisions->all = g_ptr_array_new_with_free_func (free_division);
  divisions->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      TuceDivision *division;

      if (g_str_equal (tuce_csv_cell (csv, row, columns[KIND]), STATISTICAL_UNIT))
        continue;
      division = read_division (csv, row, kinds, dictionary);
      g_ptr_array_add (divisions->all, division);
      g_hash_table_insert (divisions->by_code, division->code, division);
    }
  g_ptr_array_sort (divisions->all, compare_codes);
  return g_steal_pointer (&divisions);
}

void
tuce_divisions_free (TuceDivisions *divisions)
{
  g_clear_pointer (&divisions->by_code, g_hash_table_unref);
  g_clear_pointer (&divisions->all, g_ptr_array_unref);
  g_free (divisions);
}

GPtrArray *
tuce_divisions_list (TuceDivisions *divisions, const char *level, const char *parent_code)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < divisions->all->len; i++)
    {
      TuceDivision *division = divisions->all->pdata[i];

      if (g_str_equal (division->level, level)
          && (!parent_code || g_str_has_prefix (division->parent_code, parent_code)))
        g_ptr_array_add (list, division);
    }
  return list;
}

const TuceDivision *
tuce_divisions_find (TuceDivisions *divisions, const char *code)
{
  return g_hash_table_lookup (divisions->by_code, code);
}
