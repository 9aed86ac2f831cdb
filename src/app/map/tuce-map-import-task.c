/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-import-task.h"

#include <glib/gi18n-lib.h>

#include "tuce-text.h"

/* How long the writing may keep the main loop at a time, in milliseconds. */
#define PORTION_MS 10

typedef struct
{
  char *path;
  TuceDatum datum;
} Loading;

static void
loading_free (gpointer data)
{
  g_free (((Loading *) data)->path);
  g_free (data);
}

static gpointer
load (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Loading *loading = question;

  return tuce_outline_source_load (loading->path, loading->datum, reader, error);
}

void
tuce_map_import_load_async (TuceCounty *county, const char *path, TuceDatum datum, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { load, loading_free, (GDestroyNotify) tuce_outline_source_free };
  Loading *loading = g_new (Loading, 1);

  *loading = (Loading){ g_strdup (path), datum };
  tuce_read_async (county, &kind, loading, cancellable, callback, data);
}

/* One of @outlines and @layer is made. */
typedef struct
{
  TuceCounty *county;
  TuceOutlineSource *source;
  char *as;
  char *key;
  gboolean add;
  char *attribution;
  TuceProgress progress;
  gpointer progress_data;

  TuceOutlineImport *outlines;
  TuceLayerImport *layer;
  TucePortions *write;
} Importing;

static void
importing_free (gpointer data)
{
  Importing *importing = data;

  g_clear_pointer (&importing->write, tuce_portions_free);
  g_clear_pointer (&importing->outlines, tuce_outline_import_free);
  g_clear_pointer (&importing->layer, tuce_layer_import_free);
  g_clear_pointer (&importing->source, tuce_outline_source_free);
  g_object_unref (importing->county);
  g_free (importing->as);
  g_free (importing->key);
  g_free (importing->attribution);
  g_free (importing);
}

gboolean
tuce_map_import_is_outline (const char *layer)
{
  return g_strv_contains (tuce_outline_levels (), layer);
}

/* Fills in what is to be written, in the task @question. Returns: it, with a reference. */
static gpointer
prepare (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  Importing *importing = g_task_get_task_data (question);

  if (tuce_map_import_is_outline (importing->as))
    importing->outlines = tuce_outline_import_new (importing->source, reader, importing->as, importing->key,
                                                   importing->attribution, cancellable, error);
  else
    importing->layer = tuce_layer_import_new (tuce_outline_source_geodata (importing->source), reader, importing->as,
                                              importing->key, importing->add, importing->attribution, cancellable, error);
  return importing->outlines || importing->layer ? g_object_ref (question) : NULL;
}

static void
fail (GTask *task, GError *error)
{
  Importing *importing = g_task_get_task_data (task);

  g_clear_pointer (&importing->write, tuce_portions_free);
  g_task_return_error (task, error);
}

static char *
describe_outlines (const TuceOutlineImport *outlines)
{
  guint taken = tuce_outline_import_n_taken (outlines), unmatched = tuce_outline_import_n_unmatched (outlines);
  guint redrawn = tuce_outline_import_n_redrawn (outlines), left = tuce_outline_import_n_left (outlines);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u outline taken", "%u outlines taken", taken), taken);
  if (unmatched)
    g_string_append_printf (text, ngettext ("; %u shape passed over", "; %u shapes passed over", unmatched), unmatched);
  if (redrawn)
    g_string_append_printf (text,
                            ngettext ("; %u schematic cell beneath drawn anew, still schematic",
                                      "; %u schematic cells beneath drawn anew, still schematic", redrawn),
                            redrawn);
  if (left)
    g_string_append_printf (text,
                            ngettext ("; %u schematic cell left as it was: the outline can't be divided",
                                      "; %u schematic cells left as they were: the outline can't be divided", left),
                            left);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_layer (const TuceLayerImport *layer)
{
  const TuceLayerMatch *match = tuce_layer_import_match (layer);
  guint replaced = tuce_layer_import_n_replaced (layer), passed = match->outside + match->wrong;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u feature taken", "%u features taken", match->taken), match->taken);
  if (replaced)
    g_string_append_printf (text, ngettext ("; %u that was there is gone", "; %u that were there are gone", replaced),
                            replaced);
  if (passed)
    g_string_append_printf (text, ngettext ("; %u shape passed over", "; %u shapes passed over", passed), passed);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
write_portion (gpointer data)
{
  GTask *task = data;
  Importing *importing = g_task_get_task_data (task);
  gboolean done = FALSE;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error)
      || !tuce_portions_continue (importing->write, PORTION_MS, &done, &error))
    {
      fail (task, error);
      return G_SOURCE_REMOVE;
    }
  if (importing->progress)
    importing->progress (tuce_portions_fraction (importing->write), importing->progress_data);
  if (!done)
    return G_SOURCE_CONTINUE;
  if (tuce_portions_finish (importing->write, &error))
    g_task_return_pointer (task, importing->outlines ? describe_outlines (importing->outlines)
                                                     : describe_layer (importing->layer), g_free);
  else
    g_task_return_error (task, error);
  return G_SOURCE_REMOVE;
}

static void
on_prepared (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Importing *importing = g_task_get_task_data (task);
  g_autofree char *name = g_path_get_basename (tuce_geodata_path (tuce_outline_source_geodata (importing->source)));
  g_autofree char *label = NULL;
  GError *error = NULL;
  g_autoptr (GTask) prepared = tuce_read_finish (result, &error);

  if (prepared)
    {
      label = g_strdup_printf (_("Import outlines from %s"), name);
      importing->write = importing->layer
                             ? tuce_layer_import_write (importing->layer, importing->county, &error)
                             : tuce_outline_import_write (importing->outlines, importing->county, label, &error);
    }
  if (importing->write)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, write_portion, g_object_ref (task), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
tuce_map_import_async (TuceCounty *county, TuceOutlineSource *source, const TuceMapImportChoice *choice,
                       TuceProgress progress, gpointer progress_data, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { prepare, g_object_unref, g_object_unref };
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Importing *importing = g_new0 (Importing, 1);

  importing->county = g_object_ref (county);
  importing->source = source;
  importing->as = g_strdup (choice->layer);
  importing->key = g_strdup (choice->key);
  importing->add = choice->add;
  importing->attribution = g_strdup (choice->attribution);
  importing->progress = progress;
  importing->progress_data = progress_data;
  g_task_set_source_tag (task, tuce_map_import_async);
  g_task_set_task_data (task, importing, importing_free);
  /* What was written in time is said to be so. */
  g_task_set_check_cancellable (task, FALSE);
  tuce_read_async (county, &kind, g_object_ref (task), cancellable, on_prepared, task);
}

char *
tuce_map_import_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static char *
found_outlines (TuceOutlineSource *source, const TuceDictionary *dictionary, const TuceMapImportChoice *choice,
                gboolean *any)
{
  TuceOutlineMatch match = { 0 };
  g_autofree char *matched = NULL, *places = NULL, *passed = NULL;

  if (choice->key)
    tuce_outline_source_match (source, choice->layer, choice->key, &match);
  *any = match.matched > 0;
  matched = tuce_text_number (match.matched);
  places = tuce_text_number (match.places);
  passed = match.unmatched ? g_strdup_printf (ngettext ("%u shape in the file belongs to none of them and is passed over.",
                                                        "%u shapes in the file belong to none of them and are passed over.",
                                                        match.unmatched),
                                              match.unmatched)
                           : g_strdup (_("Every shape in the file belongs to one of them."));
  /* Translators: found, of how many, what they are (township, village); then a sentence about the rest */
  return g_strdup_printf (_("Found: %s of %s (%s). %s"), matched, places,
                          tuce_entity_label (tuce_dictionary_entity (dictionary, choice->layer)), passed);
}

static char *
found_features (TuceGeodata *geodata, const TuceMapImportChoice *choice, const TuceBox *reach, gboolean *any)
{
  TuceLayerMatch match;
  g_autofree char *taken = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  tuce_layer_match (geodata, choice->layer, reach, &match);
  *any = match.taken > 0;
  taken = tuce_text_number (match.taken);
  g_string_append_printf (text, ngettext ("Found: %s feature.", "Found: %s features.", match.taken), taken);
  if (match.outside)
    g_string_append_printf (text, ngettext (" %u lies outside the county and is passed over.",
                                            " %u lie outside the county and are passed over.", match.outside),
                            match.outside);
  if (match.wrong)
    g_string_append_printf (text, ngettext (" %u is passed over: the layer is not drawn as that.",
                                            " %u are passed over: the layer is not drawn as those.", match.wrong),
                            match.wrong);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tuce_map_import_found (TuceOutlineSource *source, const TuceDictionary *dictionary, const TuceMapImportChoice *choice,
                       const TuceBox *reach, gboolean *any)
{
  return tuce_map_import_is_outline (choice->layer)
             ? found_outlines (source, dictionary, choice, any)
             : found_features (tuce_outline_source_geodata (source), choice, reach, any);
}
