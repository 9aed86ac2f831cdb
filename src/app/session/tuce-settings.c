/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-settings.h"

#define SAVE_DELAY_MS 500
#define MOST_RECENT 10

struct _TuceSettings
{
  GObject parent_instance;

  char *path;
  GKeyFile *keys;
  gboolean dirty;
  guint save_source;
};

G_DEFINE_FINAL_TYPE (TuceSettings, tuce_settings, G_TYPE_OBJECT)

static gboolean
save_later (gpointer data)
{
  TuceSettings *self = data;
  g_autoptr (GError) error = NULL;

  self->save_source = 0;
  if (!tuce_settings_save (self, &error))
    g_warning ("%s: %s", self->path, error->message);
  return G_SOURCE_REMOVE;
}

static void
changed (TuceSettings *self)
{
  self->dirty = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_later, self);
}

static void
tuce_settings_dispose (GObject *object)
{
  TuceSettings *self = TUCE_SETTINGS (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->keys)
    save_later (self);
  G_OBJECT_CLASS (tuce_settings_parent_class)->dispose (object);
}

static void
tuce_settings_finalize (GObject *object)
{
  TuceSettings *self = TUCE_SETTINGS (object);

  g_key_file_unref (self->keys);
  g_free (self->path);
  G_OBJECT_CLASS (tuce_settings_parent_class)->finalize (object);
}

static void
tuce_settings_class_init (TuceSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_settings_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_settings_finalize;
}

static void
tuce_settings_init (TuceSettings *self)
{
  self->keys = g_key_file_new ();
}

TuceSettings *
tuce_settings_new (const char *path)
{
  TuceSettings *self = g_object_new (TUCE_TYPE_SETTINGS, NULL);

  self->path = path ? g_strdup (path)
                    : g_build_filename (g_get_user_config_dir (), "tuce", "settings.ini", NULL);
  g_key_file_load_from_file (self->keys, self->path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  return self;
}

gboolean
tuce_settings_save (TuceSettings *self, GError **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (TUCE_IS_SETTINGS (self), FALSE);
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->dirty)
    return TRUE;
  folder = g_path_get_dirname (self->path);
  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (self->keys, self->path, error))
    return FALSE;
  self->dirty = FALSE;
  return TRUE;
}

gboolean
tuce_settings_get_boolean (TuceSettings *self, const char *group, const char *key, gboolean fallback)
{
  g_autoptr (GError) error = NULL;
  gboolean value = g_key_file_get_boolean (self->keys, group, key, &error);

  return error ? fallback : value;
}

int
tuce_settings_get_integer (TuceSettings *self, const char *group, const char *key, int fallback)
{
  g_autoptr (GError) error = NULL;
  int value = g_key_file_get_integer (self->keys, group, key, &error);

  return error ? fallback : value;
}

char *
tuce_settings_get_string (TuceSettings *self, const char *group, const char *key, const char *fallback)
{
  char *value = g_key_file_get_string (self->keys, group, key, NULL);

  return value ? value : g_strdup (fallback);
}

char **
tuce_settings_get_strings (TuceSettings *self, const char *group, const char *key)
{
  return g_key_file_get_string_list (self->keys, group, key, NULL, NULL);
}

void
tuce_settings_set_boolean (TuceSettings *self, const char *group, const char *key, gboolean value)
{
  g_key_file_set_boolean (self->keys, group, key, value);
  changed (self);
}

void
tuce_settings_set_integer (TuceSettings *self, const char *group, const char *key, int value)
{
  g_key_file_set_integer (self->keys, group, key, value);
  changed (self);
}

void
tuce_settings_set_string (TuceSettings *self, const char *group, const char *key, const char *value)
{
  g_key_file_set_string (self->keys, group, key, value ? value : "");
  changed (self);
}

void
tuce_settings_set_strings (TuceSettings *self, const char *group, const char *key,
                           const char *const *values)
{
  g_key_file_set_string_list (self->keys, group, key, values, g_strv_length ((char **) values));
  changed (self);
}

char **
tuce_settings_get_recent (TuceSettings *self)
{
  char **paths = tuce_settings_get_strings (self, "recent", "files");

  return paths ? paths : g_new0 (char *, 1);
}

static void
set_recent (TuceSettings *self, const char *first, const char *left_out)
{
  g_auto (GStrv) old = tuce_settings_get_recent (self);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  if (first)
    g_ptr_array_add (paths, (char *) first);
  for (guint i = 0; old[i] && paths->len < MOST_RECENT; i++)
    if (!g_str_equal (old[i], left_out))
      g_ptr_array_add (paths, old[i]);
  g_ptr_array_add (paths, NULL);
  tuce_settings_set_strings (self, "recent", "files", (const char *const *) paths->pdata);
}

void
tuce_settings_add_recent (TuceSettings *self, const char *path)
{
  set_recent (self, path, path);
}

void
tuce_settings_remove_recent (TuceSettings *self, const char *path)
{
  set_recent (self, NULL, path);
}
