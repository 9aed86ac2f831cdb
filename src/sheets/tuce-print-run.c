/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-press.h"
#include "tuce-sheet-layout.h"
#include "tuce-sheet.h"

struct _TucePrintRun
{
  TuceForm *form;
  TuceCounty *county;
  TuceBinding *binding;
  TucePress *press;
};

TucePrintRun *
tuce_print_run_new (TuceForm *form, TuceCounty *county, GArray *ids, GError **error)
{
  TuceBinding *binding = tuce_binding_new (form, county, ids, error);
  TucePrintRun *run;

  if (!binding)
    return NULL;
  run = g_new0 (TucePrintRun, 1);
  run->form = tuce_form_ref (form);
  run->county = g_object_ref (county);
  run->binding = binding;
  run->press = tuce_press_new (form);
  tuce_press_record (run->press, binding);
  return run;
}

void
tuce_print_run_free (TucePrintRun *run)
{
  tuce_press_unref (run->press);
  tuce_binding_free (run->binding);
  g_object_unref (run->county);
  tuce_form_unref (run->form);
  g_free (run);
}

guint
tuce_print_run_n_records (const TucePrintRun *run)
{
  return tuce_binding_n_records (run->binding);
}

void
tuce_print_run_set_scene (TucePrintRun *run, TuceScene *scene)
{
  tuce_press_set_map (run->press, tuce_sheet_map_new (scene, run->county));
}

void
tuce_print_run_set_stock (TucePrintRun *run, TuceSheetStock *stock)
{
  TuceSheetMap *map = tuce_sheet_map_new (tuce_sheet_stock_scene (stock), run->county);

  if (tuce_sheet_stock_sites (stock))
    tuce_sheet_map_set_sites (map, tuce_sheet_stock_sites (stock));
  tuce_press_set_map (run->press, map);
  if (tuce_sheet_stock_figures (stock))
    tuce_binding_set_figures (run->binding, tuce_sheet_stock_figures (stock));
}

void
tuce_print_run_set_scope (TucePrintRun *run, const char *scope)
{
  tuce_binding_set_scope (run->binding, scope);
  tuce_press_record (run->press, run->binding);
}

TuceSheet *
tuce_print_run_lay_out (TucePrintRun *run, guint record, GError **error)
{
  TuceBound bound;

  if (run->form->has_map && !tuce_press_has_map (run->press))
    {
      g_autoptr (TuceScene) scene = tuce_scene_load (run->county, NULL, error);

      if (!scene)
        return NULL;
      tuce_print_run_set_scene (run, scene);
    }
  if (!tuce_binding_get (run->binding, record, &bound, error)
      || (run->form->has_overlay && !tuce_press_prepare_map (run->press, bound.id, error)))
    return NULL;
  return tuce_sheet_new (run->press, run->binding, &bound);
}

const char *
tuce_print_run_title (const TucePrintRun *run)
{
  return run->form->title;
}

void
tuce_print_run_page_size (const TucePrintRun *run, double *width, double *height)
{
  tuce_form_page_size (run->form, width, height);
}
