/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scrolling and jumping in the table of 100,000 households, against the same column view over the same number of rows
 * whose cells are labels with the number of their row: what the register adds to GTK's own work.
 */
#include <gtk/gtk.h>

#include <time.h>

#include "tuce-demo.h"
#include "tuce-record-table.h"

#define HOUSEHOLDS 100000
#define STEPS 150
#define JUMPS 60

static void
settle (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (window);
  while (gdk_frame_clock_get_frame_counter (clock) < frame + 1)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *found = find_adjustment (child);

      if (found)
        return found;
    }
  return NULL;
}

/* CPU time: what waits for the next frame is no work. */
static double
cpu_ms (void)
{
  return (double) clock () / CLOCKS_PER_SEC * 1000;
}

static void
measure (GtkWidget *content, double *scroll, double *jump)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GtkAdjustment *adjustment;
  double from, range;

  gtk_window_set_child (GTK_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  settle (window);
  adjustment = find_adjustment (content);
  range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  from = cpu_ms ();
  for (guint i = 0; i < STEPS; i++)
    {
      gtk_adjustment_set_value (adjustment, i * 90.0);
      settle (window);
    }
  *scroll = (cpu_ms () - from) / STEPS;
  from = cpu_ms ();
  for (guint i = 0; i < JUMPS; i++)
    {
      gtk_adjustment_set_value (adjustment, g_rand_double_range (random, 0, range));
      settle (window);
    }
  *jump = (cpu_ms () - from) / JUMPS;
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
setup_bare (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_bare (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *text = g_strdup_printf ("渠江镇 %u", gtk_list_item_get_position (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkWidget *
new_bare_table (GListModel *rows, guint n_columns)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (rows));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));

  for (guint i = 0; i < n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_bare), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_bare), NULL);
      column = gtk_column_view_column_new ("x", factory);
      gtk_column_view_column_set_fixed_width (column, 100);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}

int
main (int argc, char **argv)
{
  TuceDemoOptions options = { .seed = 1, .households = HOUSEHOLDS };
  g_autofree char *folder = g_dir_make_tmp ("tuce-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "c.tuce", NULL);
  g_autofree char *settings_path = g_build_filename (folder, "settings.ini", NULL);
  g_autoptr (TuceSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceRecordList) list = NULL;
  TuceRecordTable *table;
  TuceQuery *query;
  double scroll, jump, bare_scroll, bare_jump;

  gtk_init ();
  county = tuce_demo_create (path, &options, NULL, NULL, NULL, &error);
  if (!county)
    g_error ("%s", error->message);
  settings = tuce_settings_new (settings_path);
  table = TUCE_RECORD_TABLE (tuce_record_table_new ("household", settings));
  tuce_record_table_set_dictionary (table, tuce_county_get_dictionary (county));
  query = tuce_query_new (county, "household");
  tuce_query_set_columns (query, tuce_record_table_get_paths (table), NULL);
  list = tuce_record_list_new (county, query, tuce_query_ids (query, county, NULL, NULL));
  tuce_record_table_set_list (table, list);

  measure (new_bare_table (G_LIST_MODEL (list), 8), &bare_scroll, &bare_jump);
  measure (GTK_WIDGET (table), &scroll, &jump);
  g_print ("scroll by three rows: bare cells %.2f ms, households %.2f ms (%.2f x)\n", bare_scroll, scroll,
           scroll / bare_scroll);
  g_print ("jump anywhere: bare cells %.2f ms, households %.2f ms (%.2f x); fetched %u of %d\n", bare_jump, jump,
           jump / bare_jump, tuce_record_list_n_fetched (list), HOUSEHOLDS);
  return 0;
}
