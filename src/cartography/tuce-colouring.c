/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-colouring.h"

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-text.h"

/* The colouring used where the table can't be read. */
static const TuceColouring usual = { .name = "status", .label_en = "", .label_zh = "", .path = "status" };

static GPtrArray *
load_colourings (void)
{
  g_autofree char *path = tuce_data_path ("cartography", "colourings.csv", NULL);
  GPtrArray *colourings = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, &error);

  if (!csv)
    g_warning ("%s", error->message);
  for (guint row = 0; csv && row < tuce_csv_n_rows (csv); row++)
    {
      TuceColouring *colouring = g_new0 (TuceColouring, 1);

      colouring->name = g_strdup (tuce_csv_cell (csv, row, "name"));
      colouring->label_en = g_strdup (tuce_csv_cell (csv, row, "label_en"));
      colouring->label_zh = g_strdup (tuce_csv_cell (csv, row, "label_zh"));
      colouring->path = g_strdup (tuce_csv_cell (csv, row, "path"));
      if (*tuce_csv_cell (csv, row, "none_mark"))
        {
          colouring->none_en = g_strdup (tuce_csv_cell (csv, row, "none_en"));
          colouring->none_zh = g_strdup (tuce_csv_cell (csv, row, "none_zh"));
          colouring->none_mark = g_strdup (tuce_csv_cell (csv, row, "none_mark"));
        }
      g_ptr_array_add (colourings, colouring);
    }
  if (colourings->len == 0)
    g_ptr_array_add (colourings, (gpointer) &usual);
  return colourings;
}

GPtrArray *
tuce_colourings (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_colourings ());
  return (GPtrArray *) loaded;
}

const TuceColouring *
tuce_colouring_find (const char *name)
{
  GPtrArray *colourings = tuce_colourings ();

  for (guint i = 0; i < colourings->len; i++)
    if (g_strcmp0 (((const TuceColouring *) colourings->pdata[i])->name, name) == 0)
      return colourings->pdata[i];
  return colourings->pdata[0];
}

const char *
tuce_colouring_label (const TuceColouring *colouring)
{
  return tuce_text_is_chinese () ? colouring->label_zh : colouring->label_en;
}
