/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-standards.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-query.h"

typedef struct
{
  TucePack *pack;
  gboolean wanted; /* whether its head or the county says that it is to be in force */
  gboolean active; /* whether it is also valid for the year and clashes with no other */
} Held;

struct _TuceStandards
{
  gatomicrefcount references;
  int year;
  GPtrArray *packs;      /* TucePack, by name */
  GHashTable *by_name;   /* name → Held */
  GHashTable *by_code;   /* code → TuceRule of an active pack */
  char *fingerprint;
};

/* The state while the packs of a county are gathered. */
typedef struct
{
  TuceStandards *standards;
  GPtrArray *mistakes; /* utf8 */
} Gathering;

static void
held_free (gpointer data)
{
  Held *held = data;

  tuce_pack_unref (held->pack);
  g_free (held);
}

static void
tell (Gathering *self, GError *error)
{
  g_ptr_array_add (self->mistakes, g_strdup (error->message));
  g_error_free (error);
}

static void
hold (TuceStandards *self, TucePack *pack, gboolean wanted)
{
  Held *held = g_new0 (Held, 1);

  held->pack = pack;
  held->wanted = wanted;
  g_hash_table_replace (self->by_name, (char *) pack->name, held);
}

/* The pack's name according to its file name; NULL where the file is no pack. */
static char *
name_of_file (const char *file)
{
  return g_str_has_suffix (file, ".sql") ? g_strndup (file, strlen (file) - strlen (".sql")) : NULL;
}

static void
gather_file (Gathering *self, const char *file)
{
  g_autofree char *name = name_of_file (file);
  g_autofree char *path = tuce_data_path ("standards", file, NULL);
  GError *error = NULL;
  TucePack *pack;

  if (!name)
    return;
  pack = tuce_pack_load (path, &error);
  if (pack && !g_str_equal (pack->name, name))
    {
      g_set_error (&error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s calls itself “%s”: file and pack have one name"), file,
                   pack->name);
      g_clear_pointer (&pack, tuce_pack_unref);
    }
  if (pack)
    hold (self->standards, pack, pack->active);
  else
    tell (self, error);
}

static gboolean
gather_bundled (Gathering *self, GError **error)
{
  g_autofree char *path = tuce_data_path ("standards", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  const char *file;

  if (!folder)
    return FALSE;
  while ((file = g_dir_read_name (folder)))
    gather_file (self, file);
  return TRUE;
}

/* Takes one record of "pack": either a text of the office's own, or, without a text, only whether the bundled pack of
   that name is in force. */
static gboolean
gather_own (gint64 id, const TuceValue *values, gpointer data)
{
  Gathering *self = data;
  const char *name = values[0].kind == TUCE_VALUE_TEXT ? values[0].text : "";
  const char *text = values[1].kind == TUCE_VALUE_TEXT ? values[1].text : "";
  gboolean active = values[2].kind == TUCE_VALUE_INTEGER && values[2].integer;
  Held *bundled = g_hash_table_lookup (self->standards->by_name, name);
  GError *error = NULL;
  TucePack *pack;

  if (!*text)
    {
      if (bundled)
        bundled->wanted = active;
      return TRUE;
    }
  pack = tuce_pack_parse (text, name, &error);
  if (pack && g_str_equal (pack->name, name))
    {
      hold (self->standards, pack, active);
      return TRUE;
    }
  if (pack)
    g_set_error (&error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("The pack “%s” calls itself “%s”"), name, pack->name);
  g_clear_pointer (&pack, tuce_pack_unref);
  tell (self, error);
  return TRUE;
}

static gboolean
gather_county (Gathering *self, TuceCounty *county, GError **error)
{
  static const char *const columns[] = { "name", "text", "active", NULL };
  g_autoptr (TuceQuery) query = NULL;

  if (!tuce_dictionary_entity (tuce_county_get_dictionary (county), TUCE_OWN_PACK))
    return TRUE;
  query = tuce_query_new (county, TUCE_OWN_PACK);
  return tuce_query_set_columns (query, columns, error)
         && tuce_query_each (query, county, gather_own, self, NULL, error);
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  const TucePack *const *first = a, *const *second = b;

  return g_strcmp0 ((*first)->name, (*second)->name);
}

gboolean
tuce_standards_holds (const TuceStandards *self, const TucePack *pack)
{
  return (!pack->from_year || self->year >= pack->from_year) && (!pack->to_year || self->year <= pack->to_year);
}

char *
tuce_standards_find_clash (const TuceStandards *self, const TucePack *pack)
{
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const TuceRule *rule = pack->rules->pdata[i];
      const TuceRule *other = g_hash_table_lookup (self->by_code, rule->code);

      if (other && !g_str_equal (other->pack->name, pack->name))
        return g_strdup_printf (_("%s: the code %s is in use in “%s”; one of the two packs has to be inactive"),
                                pack->origin, rule->code, other->pack->name);
    }
  for (guint i = 0; pack->kind != TUCE_PACK_CHECKS && i < self->packs->len; i++)
    {
      const TucePack *other = self->packs->pdata[i];

      if (other->kind == pack->kind && g_str_equal (other->subject, pack->subject)
          && !g_str_equal (other->name, pack->name) && tuce_standards_is_active (self, other))
        return g_strdup_printf (_("%s: “%s” is in force for the same year; one of the two packs has to be inactive"),
                                pack->origin, other->name);
    }
  return NULL;
}

/* Puts the active packs in force one by one; a pack that clashes with those before it is left out. */
static void
put_in_force (Gathering *self)
{
  TuceStandards *standards = self->standards;

  for (guint i = 0; i < standards->packs->len; i++)
    {
      const TucePack *pack = standards->packs->pdata[i];
      Held *held = g_hash_table_lookup (standards->by_name, pack->name);
      char *clash = held->wanted && tuce_standards_holds (standards, pack)
                        ? tuce_standards_find_clash (standards, pack)
                        : NULL;

      held->active = held->wanted && tuce_standards_holds (standards, pack) && !clash;
      if (clash)
        g_ptr_array_add (self->mistakes, clash);
      for (guint k = 0; held->active && k < pack->rules->len; k++)
        {
          TuceRule *rule = pack->rules->pdata[k];

          g_hash_table_insert (standards->by_code, (char *) rule->code, rule);
        }
    }
}

static void
take_fingerprint (TuceStandards *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->packs->len; i++)
    {
      const TucePack *pack = self->packs->pdata[i];

      /* the zero byte at the end is added too: it separates one text from the next */
      if (tuce_standards_is_active (self, pack))
        g_checksum_update (sum, (const guchar *) pack->text, (gssize) strlen (pack->text) + 1);
    }
  self->fingerprint = g_strdup (g_checksum_get_string (sum));
}

static void
line_up (TuceStandards *self)
{
  GHashTableIter iter;
  gpointer held;

  g_hash_table_iter_init (&iter, self->by_name);
  while (g_hash_table_iter_next (&iter, NULL, &held))
    g_ptr_array_add (self->packs, ((Held *) held)->pack);
  g_ptr_array_sort (self->packs, by_name);
}

static TuceStandards *
make_standards (void)
{
  TuceStandards *self = g_new0 (TuceStandards, 1);

  g_atomic_ref_count_init (&self->references);
  self->packs = g_ptr_array_new ();
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, held_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

TuceStandards *
tuce_standards_load (TuceCounty *county, GPtrArray **mistakes, GError **error)
{
  g_autoptr (TuceStandards) self = make_standards ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  Gathering gathering = { self, found };

  self->year = tuce_county_get_year (county);
  if (!gather_bundled (&gathering, error) || !gather_county (&gathering, county, error))
    return NULL;
  line_up (self);
  put_in_force (&gathering);
  take_fingerprint (self);
  if (mistakes)
    *mistakes = g_steal_pointer (&found);
  return g_steal_pointer (&self);
}

TuceStandards *
tuce_standards_new_for (const TucePack *pack)
{
  TuceStandards *self = make_standards ();

  if (!pack)
    return self;
  hold (self, tuce_pack_ref ((TucePack *) pack), TRUE);
  ((Held *) g_hash_table_lookup (self->by_name, pack->name))->active = TRUE;
  line_up (self);
  for (guint i = 0; i < pack->rules->len; i++)
    g_hash_table_insert (self->by_code, (char *) ((TuceRule *) pack->rules->pdata[i])->code, pack->rules->pdata[i]);
  return self;
}

TuceStandards *
tuce_standards_ref (TuceStandards *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
tuce_standards_unref (TuceStandards *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->packs);
  g_hash_table_unref (self->by_name);
  g_free (self->fingerprint);
  g_free (self);
}

const char *
tuce_standards_fingerprint (const TuceStandards *self)
{
  return self->fingerprint;
}

GPtrArray *
tuce_standards_packs (const TuceStandards *self)
{
  return self->packs;
}

const TucePack *
tuce_standards_pack (const TuceStandards *self, const char *name)
{
  Held *held = g_hash_table_lookup (self->by_name, name);

  return held ? held->pack : NULL;
}

gboolean
tuce_standards_is_active (const TuceStandards *self, const TucePack *pack)
{
  Held *held = g_hash_table_lookup (self->by_name, pack->name);

  return held && held->pack == pack && held->active;
}

gboolean
tuce_standards_is_wanted (const TuceStandards *self, const TucePack *pack)
{
  Held *held = g_hash_table_lookup (self->by_name, pack->name);

  return held && held->wanted;
}

static const TucePack *
find_in_force (const TuceStandards *self, TucePackKind kind, const char *level)
{
  for (guint i = 0; i < self->packs->len; i++)
    {
      const TucePack *pack = self->packs->pdata[i];

      if (pack->kind == kind && g_str_equal (pack->subject, level) && tuce_standards_is_active (self, pack))
        return pack;
    }
  return NULL;
}

const TucePack *
tuce_standards_standard (const TuceStandards *self, const char *level)
{
  return find_in_force (self, TUCE_PACK_STANDARD, level);
}

const TucePack *
tuce_standards_procedure (const TuceStandards *self, const char *level)
{
  return find_in_force (self, TUCE_PACK_PROCEDURE, level);
}

const TuceRule *
tuce_standards_rule (const TuceStandards *self, const char *code)
{
  return g_hash_table_lookup (self->by_code, code);
}

GPtrArray *
tuce_standards_checks (const TuceStandards *self)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();

  for (guint i = 0; i < self->packs->len; i++)
    {
      const TucePack *pack = self->packs->pdata[i];

      for (guint k = 0; pack->kind == TUCE_PACK_CHECKS && k < pack->rules->len && tuce_standards_is_active (self, pack);
           k++)
        g_ptr_array_add (checks, pack->rules->pdata[k]);
    }
  return g_steal_pointer (&checks);
}
