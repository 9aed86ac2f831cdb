/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-subject.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-data.h"
#include "tuce-error.h"

/* The contents of the two folders. Never freed, because statements of any thread may point into it. */
typedef struct
{
  char *folder;
  GPtrArray *subjects;
  GPtrArray *facts;
  char *fingerprint;
} Reading;

static Reading *current;
static GMutex reading_lock;

/* Reads the head, the "-- key: text" lines at the beginning; sets @body to what follows. */
static GHashTable *
read_head (const char *text, const char **body)
{
  GHashTable *head = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  while (g_str_has_prefix (text, "--"))
    {
      const char *end = strchrnul (text, '\n');
      g_autofree char *line = g_strstrip (g_strndup (text + 2, (gsize) (end - text) - 2));
      char *colon = strchr (line, ':');

      if (colon)
        {
          *colon = '\0';
          g_hash_table_insert (head, g_strdup (g_strchomp (line)), g_strdup (g_strstrip (colon + 1)));
        }
      text = *end ? end + 1 : end;
    }
  *body = text;
  return head;
}

static const char *
head_text (GHashTable *head, const char *key, const char *fallback)
{
  const char *text = g_hash_table_lookup (head, key);

  return text ? text : fallback;
}

static gboolean
add_subject (Reading *reading, const char *file, const char *text, GError **error)
{
  const char *body;
  g_autoptr (GHashTable) head = read_head (text, &body);
  const char *name = head_text (head, "subject", "");
  TuceSubject *subject;

  if (!*name || !strstr (body, "FROM"))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s: a subject needs its name and a FROM clause"), file);
      return FALSE;
    }
  subject = g_new0 (TuceSubject, 1);
  subject->name = g_strdup (name);
  subject->label_en = g_strdup (head_text (head, "label_en", name));
  subject->label_zh = g_strdup (head_text (head, "label", name));
  subject->from = g_strstrip (g_strdup (body));
  subject->by_household = strstr (body, "chosen") != NULL;
  subject->id = g_hash_table_contains (head, "id") ? g_strdup (g_hash_table_lookup (head, "id"))
                                                   : g_strconcat (name, ".id", NULL);
  subject->household = g_strdup (head_text (head, "household", subject->by_household ? "household.id" : "NULL"));
  subject->place = g_hash_table_contains (head, "place") ? g_strdup (g_hash_table_lookup (head, "place"))
                   : subject->by_household               ? g_strdup ("household.village_code")
                                                         : g_strconcat (name, ".code", NULL);
  g_ptr_array_add (reading->subjects, subject);
  return TRUE;
}

/* How those facts begin that are counted from the members of the chosen households. */
#define FROM_CHOSEN_MEMBERS "FROM chosen\nCROSS JOIN member ON member.household_id = chosen.id AND member.alive = '1'"

/* @select, counted from @from instead of the members of the chosen households: it gives every household that has
     something to count. */
static char *
complete_select (const char *select, const char *from)
{
  const char *chosen = from ? strstr (select, FROM_CHOSEN_MEMBERS) : NULL;
  g_autofree char *head = chosen ? g_strndup (select, (gsize) (chosen - select)) : NULL;

  return chosen ? g_strconcat (head, from, chosen + strlen (FROM_CHOSEN_MEMBERS), NULL) : NULL;
}

static gboolean
add_facts (Reading *reading, const char *file, const char *text, GError **error)
{
  const char *body;
  g_autoptr (GHashTable) head = read_head (text, &body);
  TuceFacts *facts;

  if (!g_hash_table_contains (head, "facts") || !g_hash_table_contains (head, "of") || !strstr (body, "SELECT"))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s: facts need their name, of whom they are, and a SELECT"),
                   file);
      return FALSE;
    }
  facts = g_new0 (TuceFacts, 1);
  facts->name = g_strdup (g_hash_table_lookup (head, "facts"));
  facts->of = g_strdup (g_hash_table_lookup (head, "of"));
  facts->select = g_strstrip (g_strdup (body));
  facts->complete = complete_select (facts->select, g_hash_table_lookup (head, "complete"));
  if (g_hash_table_contains (head, "complete") && !facts->complete)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s: facts need their name, of whom they are, and a SELECT"), file);
      return FALSE;
    }
  g_ptr_array_add (reading->facts, facts);
  return TRUE;
}

typedef gboolean (*AddFile) (Reading *reading, const char *file, const char *text, GError **error);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_files (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (!dir)
    return NULL;
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".sql"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static gboolean
read_folder (Reading *reading, const char *name, AddFile add, GChecksum *sum, GError **error)
{
  g_autofree char *folder = tuce_data_path ("standards", name, NULL);
  g_autoptr (GPtrArray) files = list_files (folder, error);

  if (!files)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = files->pdata[i];
      g_autofree char *text = NULL;
      gsize length;

      if (!g_file_get_contents (file, &text, &length, error) || !add (reading, file, text, error))
        return FALSE;
      g_checksum_update (sum, (const guchar *) text, (gssize) length);
    }
  return TRUE;
}

gboolean
tuce_subjects_load (GError **error)
{
  g_autofree char *folder = tuce_data_path ("standards", NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&reading_lock);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  Reading *reading;

  if (current && g_str_equal (current->folder, folder))
    return TRUE;
  reading = g_new0 (Reading, 1);
  reading->folder = g_strdup (folder);
  reading->subjects = g_ptr_array_new ();
  reading->facts = g_ptr_array_new ();
  if (!read_folder (reading, "subjects", add_subject, sum, error)
      || !read_folder (reading, "facts", add_facts, sum, error))
    return FALSE;
  reading->fingerprint = g_strdup (g_checksum_get_string (sum));
  current = reading;
  return TRUE;
}

/* What was loaded last, or NULL. It is never freed, so that what it gives can be used without the lock; another thread may be
   loading the data of another folder meanwhile. */
static const Reading *
get_current (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&reading_lock);

  return current;
}

GPtrArray *
tuce_subjects (void)
{
  return get_current ()->subjects;
}

const TuceSubject *
tuce_subject_find (const char *name)
{
  const Reading *reading = get_current ();

  for (guint i = 0; reading && i < reading->subjects->len; i++)
    {
      const TuceSubject *subject = reading->subjects->pdata[i];

      if (g_str_equal (subject->name, name))
        return subject;
    }
  return NULL;
}

GPtrArray *
tuce_facts (void)
{
  return get_current ()->facts;
}

const char *
tuce_subjects_fingerprint (void)
{
  return get_current ()->fingerprint;
}
