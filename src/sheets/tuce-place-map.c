/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-place-map.h"

#include <glib/gi18n-lib.h>

#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-levels.h"

TuceForm *
tuce_place_map_form (TuceCounty *county, const char *code, gint64 *id, GError **error)
{
  g_autoptr (TuceRecord) place = tuce_level_find (county, code, NULL);
  g_autofree char *file = place ? g_strconcat (place->entity->name, ".xml", NULL) : NULL;
  g_autofree char *path = file ? tuce_data_path ("forms", "maps", file, NULL) : NULL;

  if (!path || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("There is no map of “%s”: choose a village, a township or the county."),
                   code);
      return NULL;
    }
  *id = place->id;
  return tuce_form_load_file (tuce_county_get_dictionary (county), path, error);
}

TucePrintRun *
tuce_place_map_run (TuceCounty *county, const char *code, TuceScene *scene, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;
  g_autoptr (TuceForm) form = tuce_place_map_form (county, code, &id, error);
  TucePrintRun *run;

  if (!form)
    return NULL;
  g_array_append_val (ids, id);
  run = tuce_print_run_new (form, county, ids, error);
  if (run && scene)
    tuce_print_run_set_scene (run, scene);
  return run;
}
