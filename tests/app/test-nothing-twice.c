/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A save sets nothing in motion that shows nothing of it; what is not in view is asked for when it is, once. */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <string.h>

#include "a-window.h"
#include "tuce-card.h"
#include "tuce-map-page.h"
#include "tuce-measure-page.h"
#include "tuce-own-packs.h"
#include "tuce-progress-page.h"
#include "tuce-review.h"
#include "tuce-sheet-page-private.h"

/* --- how many tasks are begun --- */

static int running;  /* tasks */
static int begun;    /* since count_from_now(); the review's own apart, which look at what was edited */
static GPtrArray *which; /* what they run, in words, for a test that fails */

static void
on_completed (void)
{
  running--;
}

/* In the place of GLib's, for all of the program: every query of a page is such a task. */
void
g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  void (*really) (GTask *, GTaskThreadFunc) = (void (*) (GTask *, GTaskThreadFunc)) dlsym (RTLD_NEXT, "g_task_run_in_thread");
  gpointer source = g_task_get_source_object (task);

  running++;
  if (!source || !TUCE_IS_REVIEW (source))
    {
      gpointer tag = g_task_get_source_tag (task);
      gpointer what = tag ? tag : (gpointer) func; /* of tuce_read_async(): which kind of question */
      Dl_info info;

      begun++;
      if (which)
        g_ptr_array_add (which, g_strdup_printf ("%p", dladdr (what, &info) ? (gpointer) ((char *) what - (char *) info.dli_fbase) : what));
    }
  g_signal_connect_swapped (task, "notify::completed", G_CALLBACK (on_completed), NULL);
  really (task, func);
}

static void
count_from_now (void)
{
  begun = 0;
  if (!which)
    which = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (which, 0);
}

static void
assert_begun (int n)
{
  if (begun != n)
    for (guint i = 0; i < which->len; i++)
      g_test_message ("task begun at %s", (char *) which->pdata[i]);
  g_assert_cmpint (begun, ==, n);
}

/* --- the window --- */

static const char *const pages[] = { "map", "villages", "findings", "measures", "progress", "relocation", "plan", "sheets",
                                     "standards", "households" };

static gboolean
is_quiet (Fixture *fixture)
{
  TuceReview *review = tuce_workspace_get_review (fixture->workspace);

  return running == 0 && !g_main_context_pending (NULL) && !tuce_review_get_running (review)
         && tuce_review_is_current (a_window_county (fixture), tuce_review_get_standards (review));
}

static void
quiet (Fixture *fixture)
{
  a_window_wait (is_quiet, fixture);
}

static void
show (Fixture *fixture, const char *page)
{
  tuce_window_show_page (fixture->window, page);
  g_assert_true (gtk_widget_get_mapped (a_window_part (fixture, page)));
}

/* All pages have been seen, those of the households last: from now on everything is there. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  a_window_set_up (fixture, data);
  quiet (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show (fixture, pages[i]);
      quiet (fixture);
    }
  tuce_workspace_select (fixture->workspace, "household", a_window_id_at (fixture, 3));
  quiet (fixture);
}

static TuceScene *
scene_of (Fixture *fixture)
{
  return tuce_map_view_get_scene (tuce_map_page_get_view (TUCE_MAP_PAGE (a_window_part (fixture, "map"))));
}

static TuceSheetPage *
sheets_of (Fixture *fixture)
{
  return TUCE_SHEET_PAGE (a_window_part (fixture, "sheets"));
}

static TuceProgressPage *
progress_of (Fixture *fixture)
{
  return TUCE_PROGRESS_PAGE (a_window_part (fixture, "progress"));
}

/* Types @text into the card of the selected household, and saves. */
static void
save (Fixture *fixture, const char *entity, const char *field, const char *text)
{
  TucePending *pending = tuce_card_get_pending (TUCE_CARD (a_window_part (fixture, "card")));
  const TuceEntity *of = tuce_dictionary_entity (tuce_county_get_dictionary (a_window_county (fixture)), entity);
  TucePendingRecord *record = tuce_pending_find (pending, of);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  g_assert_nonnull (record);
  tuce_pending_type (pending, record, tuce_entity_field (of, field), text);
  count_from_now ();
  saved = tuce_pending_save (pending, &error);
  g_assert_no_error (error);
  g_assert_true (saved);
}

static void
edit_household (Fixture *fixture, gint64 id, const char *field, double value)
{
  TuceCounty *county = a_window_county (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", id, &error);
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, "test", &error);
  gboolean written;

  g_assert_no_error (error);
  tuce_record_set_real (record, field, value);
  written = tuce_edit_update (edit, record, &error) && tuce_edit_commit (g_steal_pointer (&edit), &error);
  g_assert_no_error (error);
  g_assert_true (written);
}

/* --- tests --- */

static void
count_up (int *count)
{
  ++*count;
}

static void
test_phone (Fixture *fixture, gconstpointer data)
{
  TuceScene *scene = scene_of (fixture);
  TuceSheetStock *stock = sheets_of (fixture)->stock;
  TuceRecordList *list = tuce_record_table_get_list (fixture->table);
  g_autofree char *shown = g_strdup (tuce_status_line_get_shown (TUCE_STATUS_LINE (a_window_part (fixture, "status"))));

  g_assert_nonnull (scene);
  g_assert_nonnull (stock);
  save (fixture, "household", "phone", "13900001234");
  quiet (fixture);
  assert_begun (0);
  g_assert_true (tuce_record_table_get_list (fixture->table) == list);
  g_assert_cmpstr (tuce_status_line_get_shown (TUCE_STATUS_LINE (a_window_part (fixture, "status"))), ==, shown);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i]);
      count_from_now ();
      show (fixture, pages[i]);
      /* What the review works out may have changed for all we know: only what shows none of it stays as it is. */
      if (g_str_equal (pages[i], "map") || g_str_equal (pages[i], "plan") || g_str_equal (pages[i], "sheets")
          || g_str_equal (pages[i], "measures"))
        assert_begun (0);
      quiet (fixture);
    }
  g_assert_true (scene_of (fixture) == scene);
  g_assert_true (sheets_of (fixture)->stock == stock);
}

/* The row in view shows what was saved, and no other row was fetched for it. */
static void
test_row (Fixture *fixture, gconstpointer data)
{
  TuceRecordList *list = tuce_record_table_get_list (fixture->table);
  const char *const *paths = tuce_record_table_get_paths (fixture->table);
  guint column = 0, before;

  while (paths[column] && !g_str_equal (paths[column], "head_name"))
    column++;
  g_assert_nonnull (paths[column]);
  before = tuce_record_list_n_fetched (list);
  edit_household (fixture, a_window_id_at (fixture, 3), "lon", 107.01);
  g_assert_cmpuint (tuce_record_list_n_fetched (list) - before, <=, 1);
  quiet (fixture);
  g_assert_true (tuce_record_table_get_list (fixture->table) == list);
  save (fixture, "household", "head_name", "赵新名");
  quiet (fixture);
  g_assert_true (tuce_record_table_get_list (fixture->table) == list);
  g_assert_cmpstr (tuce_record_list_value (list, 3, column)->text, ==, "赵新名");
}

/* Two positions are changed while the map is not seen: it is read when it is, once; what the table shows is not asked for. */
static void
test_position (Fixture *fixture, gconstpointer data)
{
  TuceScene *scene = scene_of (fixture);
  TucePosition position = { 0, 0 };
  gint64 id = a_window_id_at (fixture, 3);

  count_from_now ();
  edit_household (fixture, id, "lon", 107.02);
  edit_household (fixture, id, "lon", 107.03);
  quiet (fixture);
  assert_begun (0);
  g_assert_true (scene_of (fixture) == scene);
  show (fixture, "map");
  assert_begun (1);
  quiet (fixture);
  assert_begun (1);
  g_assert_true (scene_of (fixture) != scene);
  g_assert_true (tuce_scene_household_position (scene_of (fixture), id, &position));
  g_assert_cmpfloat_with_epsilon (position.lon, 107.03, 1e-9);
  show (fixture, "sheets");
  g_assert_null (sheets_of (fixture)->stock);
  quiet (fixture);
  g_assert_nonnull (sheets_of (fixture)->stock);
}

/* An income changes what is counted, not the map by status. */
static void
test_income (Fixture *fixture, gconstpointer data)
{
  TuceScene *scene = scene_of (fixture);
  const TuceProgressFound *found = tuce_progress_page_get_found (progress_of (fixture));

  save (fixture, "household_year", "wage", "1");
  quiet (fixture);
  assert_begun (0);
  g_assert_true (tuce_progress_page_get_found (progress_of (fixture)) == found);
  count_from_now ();
  show (fixture, "progress");
  assert_begun (1);
  quiet (fixture);
  g_assert_true (tuce_progress_page_get_found (progress_of (fixture)) != found);
  show (fixture, "map");
  quiet (fixture);
  g_assert_true (scene_of (fixture) == scene);
}

/* Scope, search and conditions are replaced in one step, and the page that is left does not count once more. */
static void
test_bar (Fixture *fixture, gconstpointer data)
{
  int scopes = 0;
  const TuceRollup *rollup;
  g_autoptr (GError) error = NULL;

  tuce_workspace_set_search (fixture->workspace, "王");
  g_assert_true (tuce_workspace_add_condition (fixture->workspace, "size", TUCE_AT_LEAST, "2", &error));
  show (fixture, "progress");
  quiet (fixture);
  rollup = tuce_progress_page_get_found (progress_of (fixture))->rollups->pdata[1];
  count_from_now ();
  g_signal_connect_swapped (fixture->workspace, "scope-changed", G_CALLBACK (count_up), &scopes);
  tuce_progress_page_open (progress_of (fixture), 1, 0, TUCE_UNMET);
  g_assert_cmpint (scopes, ==, 1);
  quiet (fixture);
  g_assert_cmpint (scopes, ==, 1);
  assert_begun (1); /* the page of households, which also says how many there are */
  g_assert_cmpint (a_window_n_rows (fixture), ==, rollup->criteria[0].unmet);
  g_assert_cmpint (tuce_workspace_get_shown_households (fixture->workspace), ==, a_window_n_rows (fixture));
  g_assert_cmpuint (tuce_workspace_get_conditions (fixture->workspace)->len, ==, 1);
  g_assert_cmpstr (tuce_workspace_get_search (fixture->workspace), ==, "");
}

/* How many are shown is said in the status line, also where no page of households is in view to say it. */
static void
test_shown (Fixture *fixture, gconstpointer data)
{
  TucePlace *county = tuce_place_tree_get_county (TUCE_PLACE_TREE (a_window_part (fixture, "tree")));
  g_autoptr (TucePlace) township = g_list_model_get_item (tuce_place_get_children (county), 0);

  show (fixture, "standards");
  quiet (fixture);
  count_from_now ();
  tuce_workspace_set_scope (fixture->workspace, tuce_place_get_code (township));
  quiet (fixture);
  assert_begun (1);
  g_assert_cmpint (tuce_workspace_get_shown_households (fixture->workspace), ==, tuce_place_get_households (township));
}

/* The household pack in force becomes the county's own, without its criterion H1. */
static void
drop_first_criterion (Fixture *fixture)
{
  TuceCounty *county = a_window_county (fixture);
  TuceStandards *standards = tuce_workspace_get_standards (fixture->workspace);
  const TucePack *pack = tuce_standards_standard (standards, "household");
  const char *first = strstr (pack->text, "-- item: H1\n"), *second = strstr (pack->text, "-- item: H2\n");
  g_autofree char *head = g_strndup (pack->text, (gsize) (first - pack->text));
  g_autofree char *text = g_strconcat (head, second, NULL), *name = g_strdup (pack->name);
  g_autoptr (GError) error = NULL;

  g_assert_true (tuce_own_pack_copy (county, standards, pack, &error));
  g_assert_no_error (error);
  g_assert_true (tuce_own_pack_save (county, tuce_workspace_get_standards (fixture->workspace), name, text, &error));
  g_assert_no_error (error);
}

/* A bar that was counted by one pack is opened when another is in force: it stands for its criterion, not for a number. */
static void
test_former_pack (Fixture *fixture, gconstpointer data)
{
  TuceProgressPage *page = progress_of (fixture);
  const TuceCondition *condition;

  show (fixture, "progress");
  quiet (fixture);
  drop_first_criterion (fixture);
  tuce_progress_page_open (page, 0, 1, TUCE_UNMET); /* the second column: H2 */
  g_assert_cmpuint (tuce_workspace_get_conditions (fixture->workspace)->len, ==, 1);
  condition = tuce_workspace_get_conditions (fixture->workspace)->pdata[0];
  g_assert_true (g_str_has_prefix (condition->words, "H2 "));
  g_assert_cmpstr (condition->value, ==, "[0]*"); /* the first now */
  quiet (fixture);

  /* One that is not in force any more has no list behind it. */
  tuce_workspace_clear_conditions (fixture->workspace);
  g_assert_true (tuce_own_pack_delete (a_window_county (fixture), "sichuan-2018-household", NULL));
  show (fixture, "progress");
  quiet (fixture);
  drop_first_criterion (fixture);
  tuce_progress_page_open (page, 0, 0, TUCE_UNMET);
  g_assert_cmpuint (tuce_workspace_get_conditions (fixture->workspace)->len, ==, 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page)));
  quiet (fixture);
}

/* What shows the county's day is asked for when it is another. */
static void
test_day (Fixture *fixture, gconstpointer data)
{
  TuceMeasurePage *measures = TUCE_MEASURE_PAGE (a_window_part (fixture, "measures"));
  int days = 0;
  g_autoptr (GError) error = NULL;

  show (fixture, "measures");
  quiet (fixture);
  g_signal_connect_swapped (fixture->workspace, "day-changed", G_CALLBACK (count_up), &days);
  edit_household (fixture, a_window_id_at (fixture, 3), "lon", 107.04);
  quiet (fixture);
  g_assert_cmpint (days, ==, 0);
  g_assert_true (tuce_county_set_setting (a_window_county (fixture), "day", "2019-03-01", &error));
  count_from_now ();
  edit_household (fixture, a_window_id_at (fixture, 3), "lon", 107.05);
  g_assert_cmpint (days, ==, 1);
  assert_begun (1); /* the measures in view */
  g_assert_true (tuce_measure_page_is_loading (measures));
  quiet (fixture);
  show (fixture, "progress");
  g_assert_true (tuce_progress_page_is_loading (progress_of (fixture)));
  quiet (fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  a_window_make_county ();

#define add(path, test) g_test_add ("/nothing-twice/" path, Fixture, NULL, set_up, test, a_window_tear_down)
  add ("phone", test_phone);
  add ("row", test_row);
  add ("position", test_position);
  add ("income", test_income);
  add ("bar", test_bar);
  add ("shown", test_shown);
  add ("former-pack", test_former_pack);
  add ("day", test_day);
#undef add
  return g_test_run ();
}
