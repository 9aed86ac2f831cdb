/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-code-group.h"

#include <glib/gi18n-lib.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-dictionary.h"
#include "tuce-error.h"

/* The columns of the file. */
enum
{
  GROUP,
  LIST,
  CODES
};

static const char *const columns[] = { [GROUP] = "group", [LIST] = "list", [CODES] = "codes", NULL };

typedef struct
{
  char *sql;
  char *choice;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->sql);
  g_free (group->choice);
  g_free (group);
}

static gboolean
read_group (TuceCsv *csv, guint row, const TuceDictionary *dictionary, GHashTable *groups, GError **error)
{
  const TuceCodeList *list = tuce_dictionary_code_list (dictionary, tuce_csv_cell (csv, row, columns[LIST]));
  g_auto (GStrv) codes = g_strsplit (tuce_csv_cell (csv, row, columns[CODES]), " ", -1);
  g_autofree char *quoted = g_strjoinv ("', '", codes);
  Group *group;

  for (guint i = 0; codes[i] || i == 0; i++)
    if (!list || !codes[i] || !tuce_code_list_find (list, codes[i]))
      {
        g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s, line %u: “%s” can't be used as %s"), tuce_csv_path (csv),
                     tuce_csv_line (csv, row), codes[i] ? codes[i] : "", columns[CODES]);
        return FALSE;
      }
  group = g_new0 (Group, 1);
  group->sql = g_strdup_printf ("'%s'", quoted);
  group->choice = g_strjoinv ("|", codes);
  g_hash_table_replace (groups, g_strdup (tuce_csv_cell (csv, row, columns[GROUP])), group);
  return TRUE;
}

static GHashTable *
read_groups (const char *path, GError **error)
{
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);
  g_autoptr (TuceDictionary) dictionary = csv ? tuce_dictionary_load (error) : NULL;
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free);

  if (!dictionary || !tuce_csv_require (csv, columns, error))
    return NULL;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    if (!read_group (csv, row, dictionary, groups, error))
      return NULL;
  return g_steal_pointer (&groups);
}

static const Group *
find_group (const char *name, GError **error)
{
  static GMutex mutex;
  static GHashTable *known; /* path → GHashTable of groups; kept while the program runs */
  g_autofree char *path = tuce_data_path ("relocation", "groups.csv", NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GHashTable *groups;
  const Group *group;

  if (!known)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  groups = g_hash_table_lookup (known, path);
  if (!groups)
    {
      groups = read_groups (path, error);
      if (!groups)
        return NULL;
      g_hash_table_insert (known, g_strdup (path), groups);
    }
  group = g_hash_table_lookup (groups, name);
  if (!group)
    /* Translators: a file, then the name of a group of codes that should stand in it */
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s has no group “%s”"), path, name);
  return group;
}

const char *
tuce_code_group_sql (const char *name, GError **error)
{
  const Group *group = find_group (name, error);

  return group ? group->sql : NULL;
}

const char *
tuce_code_group_choice (const char *name, GError **error)
{
  const Group *group = find_group (name, error);

  return group ? group->choice : NULL;
}
