/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages made from data alone: helpers and visits, and the beehives of a dictionary of this test's own. */
#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "a-window.h"
#include "tuce-card.h"
#include "tuce-data.h"
#include "tuce-filter-bar.h"
#include "tuce-journal.h"
#include "tuce-rail.h"
#include "tuce-record-page.h"
#include "tuce-related-section.h"

static const char beehive[]
    = "name,label_en,label_zh,type,target,unit_en,unit_zh,required,default,min,max,privacy,mask,index,section,national,"
      "national_code,formula,note\n"
      "village_code,Village,所在村,place,village,,,yes,,,,open,,yes,,,,,\n"
      "name,Name,名称,text,,,,yes,,,,open,,,economy,,,,\n"
      "kind,Kind,蜂种,choice,sex,,,,,,,open,,,economy,,,,\n"
      "colonies,Colonies,群数,integer,,,,,,0,,open,,,economy,,,,\n";
static const char entity_line[] = "beehive,Beehive,蜂场,name,,village_code,,name,,,\n";
static const char page_line[]
    = "beehives,Beehives,蜂场,go-home-symbolic,beehive,name kind colonies village.short_name,name kind colonies,colonies descending,,\n";
static const char card_line[] = "beehive,beehive,Add another,再加一处,Remove it,删除,,,Go on,继续,%s bees,%s 蜂场\n";

/* --- the data: the program's own, and one more entity --- */

static void
append_to_copy (const char *from, const char *to, const char *added)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) whole = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (from, &text, NULL, &error);
  g_assert_no_error (error);
  whole = g_string_new (text);
  g_string_append (whole, added);
  g_file_set_contents (to, whole->str, -1, &error);
  g_assert_no_error (error);
}

/* Links every file of the folder @from into @to, except @but. */
static void
link_all (const char *from, const char *to, const char *const *but)
{
  g_autoptr (GDir) folder = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *target = g_build_filename (from, name, NULL);
      g_autofree char *path = g_build_filename (to, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      if (!g_strv_contains (but, name))
        g_assert_true (g_file_make_symbolic_link (file, target, NULL, NULL));
    }
}

static void
make_data (void)
{
  static const char *const but[] = { "dictionary", "pages.csv", "cards.csv", NULL };
  static const char *const entities[] = { "entities.csv", NULL };
  g_autofree char *pages = tuce_data_path ("pages.csv", NULL), *cards = tuce_data_path ("cards.csv", NULL);
  g_autofree char *dictionary = tuce_data_path ("dictionary", NULL), *data = g_path_get_dirname (pages);
  g_autofree char *known = g_build_filename (dictionary, "entities.csv", NULL);
  g_autofree char *own = g_dir_make_tmp ("tuce-data-XXXXXX", NULL);
  g_autofree char *own_dictionary = g_build_filename (own, "dictionary", NULL);
  g_autofree char *own_entities = g_build_filename (own_dictionary, "entities.csv", NULL);
  g_autofree char *own_beehive = g_build_filename (own_dictionary, "beehive.csv", NULL);
  g_autofree char *own_pages = g_build_filename (own, "pages.csv", NULL), *own_cards = g_build_filename (own, "cards.csv", NULL);

  g_assert_cmpint (g_mkdir (own_dictionary, 0700), ==, 0);
  link_all (data, own, but);
  link_all (dictionary, own_dictionary, entities);
  append_to_copy (known, own_entities, entity_line);
  append_to_copy (pages, own_pages, page_line);
  append_to_copy (cards, own_cards, card_line);
  g_assert_true (g_file_set_contents (own_beehive, beehive, -1, NULL));
  tuce_data_set_directory (own);
}

/* --- the window --- */

static TuceRecordPage *
page_of (Fixture *fixture, const char *name)
{
  return TUCE_RECORD_PAGE (a_window_part (fixture, name));
}

static gboolean
are_looked_up (Fixture *fixture)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (gtk_widget_get_parent (a_window_part (fixture, "map"))));

  return !tuce_list_page_is_loading (TUCE_LIST_PAGE (page)) && !g_main_context_pending (NULL);
}

static guint
n_rows (TuceRecordPage *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tuce_record_table_get_list (tuce_record_page_get_table (page))));
}

static gint64
count_of (Fixture *fixture, const char *entity)
{
  g_autoptr (TuceQuery) query = tuce_query_new (a_window_county (fixture), entity);
  g_autoptr (GError) error = NULL;
  gint64 n;

  tuce_query_set_scope (query, tuce_workspace_get_scope (fixture->workspace));
  tuce_query_count (query, a_window_county (fixture), NULL, &n, NULL, &error);
  g_assert_no_error (error);
  return n;
}

static char *
cell_of (TuceRecordPage *page, guint row, const char *path)
{
  return tuce_record_table_get_text (tuce_record_page_get_table (page), row, path);
}

static TuceRecordPage *
show (Fixture *fixture, const char *name)
{
  tuce_window_show_page (fixture->window, name);
  a_window_wait (are_looked_up, fixture);
  return page_of (fixture, name);
}

static void
narrow (Fixture *fixture, TuceRecordPage *page, const char *path, const char *value)
{
  tuce_filter_bar_choose (TUCE_FILTER_BAR (tuce_record_page_get_filters (page)), path, value);
  g_signal_emit_by_name (tuce_record_page_get_filters (page), "changed"); /* what is typed is asked for a moment later */
  a_window_wait (are_looked_up, fixture);
}

static GtkWidget *
find_related (GtkWidget *widget)
{
  GtkWidget *found = TUCE_IS_RELATED_SECTION (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_related (child);
  return found;
}

static gint64
n_related (Fixture *fixture, const char *entity)
{
  GtkWidget *list = tuce_related_section_get_list (TUCE_RELATED_SECTION (find_related (a_window_part (fixture, "card"))), entity);
  gint64 n = 0;

  g_assert_nonnull (list);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

/* --- tests --- */

static gint64
count_by (Fixture *fixture, const char *entity, gint64 helper)
{
  g_autoptr (TuceQuery) query = tuce_query_new (a_window_county (fixture), entity);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, helper);
  g_autoptr (GError) error = NULL;
  gint64 n;

  tuce_query_add_condition (query, "helper_id", TUCE_IS, id, &error);
  g_assert_no_error (error);
  tuce_query_count (query, a_window_county (fixture), NULL, &n, NULL, &error);
  g_assert_no_error (error);
  return n;
}

/* The table, what narrows it, the card with those somebody helps and the visits, and the way from there to a household. */
static void
test_helpers (Fixture *fixture, gconstpointer data)
{
  TuceRecordPage *page = show (fixture, "helpers");
  gint64 all = count_of (fixture, "helper"), id, visits;
  g_autofree char *name = NULL;
  GtkWidget *list;

  g_assert_cmpint (all, >, 1);
  g_assert_cmpint (n_rows (page), ==, all);
  g_assert_cmpint (g_ascii_strtoll (tuce_record_page_get_count (page), NULL, 10), ==, all);
  narrow (fixture, page, "first_secretary", "1");
  g_assert_cmpint (n_rows (page), <, all);
  narrow (fixture, page, "first_secretary", "");
  name = cell_of (page, 0, "name");
  narrow (fixture, page, "name", name);
  g_assert_cmpint (n_rows (page), >=, 1);
  narrow (fixture, page, "name", "nobody of this name");
  g_assert_cmpstr (tuce_list_page_get_look (TUCE_LIST_PAGE (page)), ==, "nothing");
  gtk_widget_activate_action (GTK_WIDGET (page), "page.clear", NULL);
  a_window_wait (are_looked_up, fixture);
  g_assert_cmpint (n_rows (page), ==, all);

  id = tuce_record_list_get_id (tuce_record_table_get_list (tuce_record_page_get_table (page)), 0);
  g_signal_emit_by_name (tuce_record_page_get_table (page), "selected", id);
  a_window_settle (fixture);
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "helper");
  g_assert_cmpint (n_related (fixture, "helping"), ==, count_by (fixture, "helping", id));
  visits = count_by (fixture, "visit", id);
  g_assert_cmpint (visits, >, 0);
  g_assert_cmpint (n_related (fixture, "visit"), ==, visits);
  list = tuce_related_section_get_list (TUCE_RELATED_SECTION (find_related (a_window_part (fixture, "card"))), "helping");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "household");
}

/* The newest first; the scope of the window holds; the card of a visit does not stand on its household's. */
static void
test_visits (Fixture *fixture, gconstpointer data)
{
  TuceRecordPage *page = show (fixture, "visits");
  TuceDictionary *dictionary = tuce_county_get_dictionary (a_window_county (fixture));
  g_autofree char *first = cell_of (page, 0, "visited_on"), *second = cell_of (page, 1, "visited_on");
  g_autofree char *family = cell_of (page, 0, "household.head_name");
  gint64 all = count_of (fixture, "visit"), here;

  g_assert_cmpint (n_rows (page), ==, all);
  g_assert_cmpstr (first, >=, second);
  g_assert_true (*family);
  narrow (fixture, page, "visited_on", first);
  g_assert_cmpint (n_rows (page), <, all);
  narrow (fixture, page, "visited_on", "");
  tuce_workspace_set_scope (fixture->workspace, "511725100");
  a_window_wait (are_looked_up, fixture);
  here = count_of (fixture, "visit");
  g_assert_cmpint (here, <, all);
  if (here > 0)
    g_assert_cmpint (n_rows (page), ==, here);
  g_assert_false (tuce_pending_entity_is_part (tuce_dictionary_entity (dictionary, "visit"),
                                               tuce_dictionary_entity (dictionary, "household")));
}

static void
type (Fixture *fixture, const char *field, const char *text)
{
  TucePending *pending = tuce_card_get_pending (TUCE_CARD (a_window_part (fixture, "card")));
  TucePendingRecord *record = tuce_pending_get_main (pending);

  tuce_pending_type (pending, record, tuce_entity_field (tuce_pending_record_entity (record), field), text);
}

/* A visit is recorded from the card of its household, and stands first in the list. */
static void
test_record_visit (Fixture *fixture, gconstpointer data)
{
  TuceRecordPage *page = show (fixture, "visits");
  TuceCard *card = TUCE_CARD (a_window_part (fixture, "card"));
  gint64 all = count_of (fixture, "visit"), household;
  g_autofree char *day = tuce_county_day (a_window_county (fixture)), *first = NULL;
  g_autoptr (TuceRecord) visit = NULL;

  tuce_window_show_page (fixture->window, "households");
  a_window_settle (fixture);
  household = a_window_id_at (fixture, 5);
  tuce_workspace_select (fixture->workspace, "household", household);
  tuce_card_add (card, "visit", NULL);
  type (fixture, "visited_on", day);
  type (fixture, "visitor", "王走访");
  tuce_card_save (card);
  g_assert_false (tuce_card_is_changed (card));
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "visit");
  visit = tuce_county_load (a_window_county (fixture), "visit", tuce_workspace_get_selected_id (fixture->workspace), NULL);
  g_assert_cmpint (tuce_record_integer (visit, "household_id"), ==, household);
  page = show (fixture, "visits");
  g_assert_cmpint (n_rows (page), ==, all + 1);
  first = cell_of (page, 0, "visited_on");
  g_assert_cmpstr (first, ==, day);
}

static void
add_beehive (Fixture *fixture, const char *name, const char *kind, const char *colonies)
{
  TuceCard *card = TUCE_CARD (a_window_part (fixture, "card"));

  gtk_widget_activate_action (a_window_part (fixture, "beehives"), "page.add", NULL);
  g_assert_nonnull (tuce_card_get_pending (card));
  g_assert_cmpstr (tuce_pending_get_entity (tuce_card_get_pending (card))->name, ==, "beehive");
  type (fixture, "village_code", "511725201204");
  type (fixture, "name", name);
  type (fixture, "kind", kind);
  type (fixture, "colonies", colonies);
  tuce_card_save (card);
  g_assert_false (tuce_card_is_changed (card));
  a_window_wait (are_looked_up, fixture);
}

/* Nothing in the program knows of beehives. */
static void
test_invented (Fixture *fixture, gconstpointer data)
{
  TuceRecordPage *page = show (fixture, "beehives");
  TuceCard *card = TUCE_CARD (a_window_part (fixture, "card"));
  g_autofree char *most = NULL, *place = NULL, *after = NULL;

  g_assert_cmpstr (tuce_list_page_get_look (TUCE_LIST_PAGE (page)), ==, "empty");
  add_beehive (fixture, "Oak", "1", "3");
  add_beehive (fixture, "Lime", "2", "12");
  add_beehive (fixture, "Rape", "1", "7");
  g_assert_cmpint (n_rows (page), ==, 3);
  g_assert_cmpstr (tuce_record_page_get_count (page), ==, "3");
  most = cell_of (page, 0, "name");
  g_assert_cmpstr (most, ==, "Lime");
  place = cell_of (page, 0, "village.short_name");
  g_assert_true (*place);
  narrow (fixture, page, "kind", "1");
  g_assert_cmpint (n_rows (page), ==, 2);
  narrow (fixture, page, "colonies", "5");
  g_assert_cmpint (n_rows (page), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.clear", NULL);
  a_window_wait (are_looked_up, fixture);

  g_signal_emit_by_name (tuce_record_page_get_table (page), "selected",
                         tuce_record_list_get_id (tuce_record_table_get_list (tuce_record_page_get_table (page)), 0));
  tuce_card_remove (card, "beehive");
  a_window_wait (are_looked_up, fixture);
  g_assert_cmpint (n_rows (page), ==, 2);
  g_assert_true (tuce_journal_undo (a_window_county (fixture), NULL));
  a_window_wait (are_looked_up, fixture);
  g_assert_cmpint (n_rows (page), ==, 3);
  /* It is sorted anew by what an edit changes. */
  g_signal_emit_by_name (tuce_record_page_get_table (page), "selected",
                         tuce_record_list_get_id (tuce_record_table_get_list (tuce_record_page_get_table (page)), 2));
  type (fixture, "colonies", "40");
  tuce_card_save (card);
  a_window_wait (are_looked_up, fixture);
  after = cell_of (page, 0, "name");
  g_assert_cmpstr (after, ==, "Oak");
}

/* Whoever goes to a page stands in its rows as soon as they are there. */
static void
test_entered (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "villages", "helpers", "households" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", names[i]);
      a_window_wait (are_looked_up, fixture);
      g_test_message ("%s", names[i]);
      g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (tuce_record_page_get_table (page_of (fixture, names[i])))));
    }
}

/* What a low window has no room for stands in the menu. */
static void
test_rail (Fixture *fixture, gconstpointer data)
{
  GtkWidget *rail = a_window_part (fixture, "rail");
  int minimum, natural;

  gtk_widget_measure (rail, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <, natural / 2);
  gtk_widget_size_allocate (rail, &(GtkAllocation){ 0, 0, 80, natural }, -1);
  g_assert_cmpuint (tuce_rail_n_hidden (TUCE_RAIL (rail)), ==, 0);
  gtk_widget_size_allocate (rail, &(GtkAllocation){ 0, 0, 80, natural - 10 }, -1);
  g_assert_cmpuint (tuce_rail_n_hidden (TUCE_RAIL (rail)), >=, 2);
  gtk_widget_size_allocate (rail, &(GtkAllocation){ 0, 0, 80, minimum }, -1);
  g_assert_cmpuint (tuce_rail_n_hidden (TUCE_RAIL (rail)), ==, 10);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  make_data ();
  a_window_make_county ();
#define add(name, func) g_test_add ("/app/pages/" name, Fixture, NULL, a_window_set_up, func, a_window_tear_down)
  add ("helpers", test_helpers);
  add ("visits", test_visits);
  add ("record-visit", test_record_visit);
  add ("invented", test_invented);
  add ("entered", test_entered);
  add ("rail", test_rail);
#undef add
  return g_test_run ();
}
