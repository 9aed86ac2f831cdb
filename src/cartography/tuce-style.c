/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-style.h"

#include <stdio.h>

#include "tuce-csv.h"
#include "tuce-data.h"

static const char *const names[TUCE_N_STYLES] = {
  "outside", "land", "river", "neighbour", "county", "township", "village", "place_highlight",
  "household_highlight", "points", "village_shares", "township_shares", "dimmed", "county_name", "township_name",
  "village_name", "river_name", "neighbour_name", "halo", "panel", "panel_edge", "panel_text", "panel_note",
  "schematic", "site", "site_vacant", "site_name", "flow", "flow_other", "flow_note", "feature_name",
};

static const char *const look_columns[TUCE_N_LOOKS] = { "light", "dark", "paper" };

static TuceStyle styles[TUCE_N_STYLES];

gboolean
tuce_style_parse_colour (const char *text, double colour[3])
{
  unsigned red, green, blue;
  char end;

  if (sscanf (text, "#%2x%2x%2x%c", &red, &green, &blue, &end) != 3)
    return FALSE;
  colour[0] = red / 255.0;
  colour[1] = green / 255.0;
  colour[2] = blue / 255.0;
  return TRUE;
}

static gboolean
read_style (TuceCsv *csv, guint row, TuceStyle *style)
{
  g_auto (GStrv) dash = g_strsplit (tuce_csv_cell (csv, row, "dash"), " ", 2);

  for (guint look = 0; look < TUCE_N_LOOKS; look++)
    if (!tuce_style_parse_colour (tuce_csv_cell (csv, row, look_columns[look]), style->colour[look]))
      return FALSE;
  style->width = g_ascii_strtod (tuce_csv_cell (csv, row, "width"), NULL);
  style->size = g_ascii_strtod (tuce_csv_cell (csv, row, "size"), NULL);
  style->from_zoom = g_ascii_strtod (tuce_csv_cell (csv, row, "from_zoom"), NULL);
  style->bold = g_str_equal (tuce_csv_cell (csv, row, "bold"), "yes");
  for (guint i = 0; i < 2 && dash[0] && dash[1]; i++)
    style->dash[i] = g_ascii_strtod (dash[i], NULL);
  return TRUE;
}

/* A missing table is a mistake of packaging: it is reported with g_warning(). The built-in values then stay, so that
   the map can be read. */
static void
load_styles (void)
{
  g_autofree char *path = tuce_data_path ("cartography", "style.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, &error);

  if (!csv)
    {
      g_warning ("%s", error->message);
      return;
    }
  for (guint item = 0; item < TUCE_N_STYLES; item++)
    {
      gboolean found = FALSE;

      for (guint row = 0; row < tuce_csv_n_rows (csv) && !found; row++)
        if (g_str_equal (tuce_csv_cell (csv, row, "name"), names[item]))
          found = read_style (csv, row, &styles[item]);
      if (!found)
        g_warning ("%s: no usable line “%s”", path, names[item]);
    }
}

const TuceStyle *
tuce_style_get (TuceStyleItem item)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    {
      load_styles ();
      g_once_init_leave (&loaded, 1);
    }
  return &styles[item];
}

void
tuce_style_set_colour (cairo_t *cairo, TuceStyleItem item, TuceLook look, double alpha)
{
  const double *colour = tuce_style_get (item)->colour[look];

  cairo_set_source_rgba (cairo, colour[0], colour[1], colour[2], alpha);
}
