/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * TuceSettings:
 *
 * What the program remembers about its user between two starts: window, columns, recent files. A key file, written
 * half a second after the last change and when the last reference goes. It holds nothing about people. A file that
 * can't be read counts as empty: nobody is kept from work by it.
 */
#define TUCE_TYPE_SETTINGS (tuce_settings_get_type ())
G_DECLARE_FINAL_TYPE (TuceSettings, tuce_settings, TUCE, SETTINGS, GObject)

/** tuce_settings_new: @path: (nullable): the file; %NULL for the one in the user's configuration folder. */
TuceSettings *tuce_settings_new (const char *path);

gboolean tuce_settings_get_boolean (TuceSettings *settings, const char *group, const char *key, gboolean fallback);
int tuce_settings_get_integer (TuceSettings *settings, const char *group, const char *key, int fallback);
char *tuce_settings_get_string (TuceSettings *settings, const char *group, const char *key, const char *fallback);
/** tuce_settings_get_strings: Returns: (transfer full) (nullable): the list, or %NULL where none was kept. */
char **tuce_settings_get_strings (TuceSettings *settings, const char *group, const char *key);

void tuce_settings_set_boolean (TuceSettings *settings, const char *group, const char *key, gboolean value);
void tuce_settings_set_integer (TuceSettings *settings, const char *group, const char *key, int value);
void tuce_settings_set_string (TuceSettings *settings, const char *group, const char *key, const char *value);
void tuce_settings_set_strings (TuceSettings *settings, const char *group, const char *key, const char *const *values);

/** tuce_settings_get_recent: Returns: (transfer full): paths of the counties opened last, newest first; never %NULL. */
char **tuce_settings_get_recent (TuceSettings *settings);
void tuce_settings_add_recent (TuceSettings *settings, const char *path);
void tuce_settings_remove_recent (TuceSettings *settings, const char *path);

/** tuce_settings_save: Writes what changed now. Returns: %FALSE with @error where the disk refuses. */
gboolean tuce_settings_save (TuceSettings *settings, GError **error);
