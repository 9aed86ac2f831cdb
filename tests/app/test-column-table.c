/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The column view of all tables: who takes the width that is to spare, what stays as the user drew it, the order of columns. */
#include "tuce-text-table.h"

#define NARROW 60
#define WIDE 900
#define LONG "a place with a name that is too long for its column"

typedef struct
{
  GtkWidget *window;
  TuceTextTable *table;
  TuceColumnTable *columns;
} Fixture;

static void
fill (Fixture *fixture, const char *name)
{
  tuce_text_table_begin (fixture->table);
  tuce_text_table_add (fixture->table, 1, g_strsplit ("a|1|z", "|", -1), TUCE_TEXT_PLAIN);
  tuce_text_table_add (fixture->table, 2, g_strdupv ((char *[]){ (char *) name, "2", "z", NULL }), TUCE_TEXT_STRONG);
  tuce_text_table_end (fixture->table);
}

/* @last: width of the third column, 0 for what is left */
static void
set_up (Fixture *fixture, int width, int last, const char *name)
{
  const TuceTextColumn columns[] = { { "N", NARROW, FALSE }, { "C", NARROW, TRUE }, { "R", last, FALSE } };

  fixture->table = TUCE_TEXT_TABLE (tuce_text_table_new ("table", columns, G_N_ELEMENTS (columns)));
  fixture->columns = TUCE_COLUMN_TABLE (fixture->table);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fill (fixture, name);
}

/* Longer than what a table waits for before it looks whether rows still come. */
static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static int
width_of (Fixture *fixture, guint column)
{
  return gtk_column_view_column_get_fixed_width (tuce_column_table_nth (fixture->columns, column));
}

static gboolean
fills (Fixture *fixture)
{
  GListModel *all = gtk_column_view_get_columns (tuce_column_table_get_view (fixture->columns));
  g_autoptr (GtkColumnViewColumn) filler = g_list_model_get_item (all, tuce_column_table_n_columns (fixture->columns));

  return gtk_column_view_column_get_expand (filler);
}

/* A column whose text is cut takes what it needs and no more; what nobody needs goes to the filler. */
static void
test_spare (void)
{
  Fixture fixture;

  set_up (&fixture, WIDE, NARROW, LONG);
  settle ();
  g_assert_cmpint (width_of (&fixture, 0), >, 2 * NARROW);
  g_assert_cmpint (width_of (&fixture, 0), <, WIDE - 2 * NARROW);
  g_assert_cmpint (width_of (&fixture, 1), ==, NARROW);
  g_assert_cmpint (width_of (&fixture, 2), ==, NARROW);
  g_assert_true (fills (&fixture));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

static void
test_nothing_to_spare (void)
{
  Fixture fixture;

  set_up (&fixture, 3 * NARROW, NARROW, LONG);
  settle ();
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (width_of (&fixture, i), ==, NARROW);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

/* A column that takes what is left leaves it to those that need it. */
static void
test_left (void)
{
  Fixture fixture;

  set_up (&fixture, WIDE, 0, LONG);
  settle ();
  g_assert_cmpint (width_of (&fixture, 0), >, 2 * NARROW);
  g_assert_false (fills (&fixture));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

/* What the user drew stays, however much is cut; a column that took what is left leaves it to the filler then. */
static void
test_drawn (void)
{
  Fixture fixture;

  set_up (&fixture, WIDE, 0, LONG);
  gtk_column_view_column_set_fixed_width (tuce_column_table_nth (fixture.columns, 0), NARROW + 7);
  gtk_column_view_column_set_fixed_width (tuce_column_table_nth (fixture.columns, 2), NARROW + 9);
  settle ();
  fill (&fixture, LONG LONG);
  settle ();
  g_assert_cmpint (width_of (&fixture, 0), ==, NARROW + 7);
  g_assert_cmpint (width_of (&fixture, 2), ==, NARROW + 9);
  g_assert_true (fills (&fixture));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

/* A heading that was dragged to the end comes to stand there, before the filler. */
static void
test_order (void)
{
  Fixture fixture;
  GtkColumnViewColumn *first;

  set_up (&fixture, WIDE, NARROW, "b");
  first = tuce_column_table_nth (fixture.columns, 0);
  gtk_column_view_insert_column (tuce_column_table_get_view (fixture.columns), 3, first);
  settle ();
  g_assert_cmpuint (tuce_column_table_n_columns (fixture.columns), ==, 3);
  g_assert_true (tuce_column_table_nth (fixture.columns, 2) == first);
  g_assert_true (fills (&fixture));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

static void
count (guint *told)
{
  (*told)++;
}

/* The row that is selected stays so over a refill, and nobody is told. */
static void
test_selected (void)
{
  Fixture fixture;
  guint told = 0;

  set_up (&fixture, WIDE, NARROW, "b");
  g_signal_connect_swapped (fixture.table, "selection-changed", G_CALLBACK (count), &told);
  tuce_text_table_select (fixture.table, 2);
  fill (&fixture, "c");
  settle ();
  g_assert_cmpint (tuce_text_table_get_selected (fixture.table), ==, 2);
  g_assert_cmpuint (told, ==, 0);
  tuce_text_table_select (fixture.table, 3);
  g_assert_cmpint (tuce_text_table_get_selected (fixture.table), ==, 0);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-table/spare", test_spare);
  g_test_add_func ("/column-table/nothing-to-spare", test_nothing_to_spare);
  g_test_add_func ("/column-table/left", test_left);
  g_test_add_func ("/column-table/drawn", test_drawn);
  g_test_add_func ("/column-table/order", test_order);
  g_test_add_func ("/column-table/selected", test_selected);
  return g_test_run ();
}
