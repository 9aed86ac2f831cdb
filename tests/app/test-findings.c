/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of findings: a list worked down with Enter and a save, what is said of many at once, and its looks. */
#include <gtk/gtk.h>

#include <string.h>

#include "a-window.h"
#include "tuce-card.h"
#include "tuce-error.h"
#include "tuce-field-entry.h"
#include "tuce-finding-page.h"
#include "tuce-journal.h"

#define PHONE_RULE "Q14"
#define SUM_RULE "Q33"   /* sums of the income of the year */
#define DIGIT_RULE "Q07" /* of members: an identity number whose check digit is wrong */

static TuceFindingPage *
page_of (Fixture *fixture)
{
  return TUCE_FINDING_PAGE (a_window_part (fixture, "findings"));
}

static TuceListTable *
table_of (Fixture *fixture)
{
  return tuce_finding_page_get_table (page_of (fixture));
}

static TuceCard *
card_of (Fixture *fixture)
{
  return TUCE_CARD (a_window_part (fixture, "card"));
}

static gboolean
is_reviewed (Fixture *fixture)
{
  TuceReview *review = tuce_workspace_get_review (fixture->workspace);

  return !tuce_review_get_running (review)
         && tuce_review_is_current (a_window_county (fixture), tuce_review_get_standards (review))
         && !tuce_finding_page_is_loading (page_of (fixture)) && a_window_is_settled (fixture);
}

static guint
n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tuce_list_table_get_list (table_of (fixture))));
}

static gint64
id_at (Fixture *fixture, guint position)
{
  return tuce_record_list_get_id (tuce_list_table_get_list (table_of (fixture)), position);
}

static void
spoil (Fixture *fixture, TuceEdit *edit, const char *entity, const char *field, guint n, const char *text)
{
  g_autoptr (TuceQuery) query = tuce_query_new (a_window_county (fixture), entity);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = tuce_query_ids (query, a_window_county (fixture), NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TuceRecord) record
          = tuce_county_load (a_window_county (fixture), entity, g_array_index (ids, gint64, i * 7), &error);

      g_assert_no_error (error);
      tuce_record_set_text (record, field, text);
      g_assert_true (tuce_edit_update (edit, record, &error));
    }
}

static void
spoil_year (Fixture *fixture, TuceEdit *edit)
{
  TuceCounty *county = a_window_county (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) year = tuce_county_year_record (county, "household_year", a_window_id_at (fixture, 20),
                                                         tuce_county_get_year (county), &error);

  g_assert_no_error (error);
  tuce_record_set_integer (year, "net", tuce_record_integer (year, "net") + 100000);
  g_assert_true (tuce_edit_update (edit, year, &error));
}

/* Three households with a telephone that is none, one person with a wrong check digit, one wrong sum. */
static void
plant (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TuceEdit *edit;

  /* On a busy disk the review that has just begun may be longer at a commit than the window waits for. */
  while (!(edit = tuce_edit_begin (a_window_county (fixture), "plant", &error)))
    {
      g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
      g_clear_error (&error);
      g_usleep (10000);
    }
  tuce_edit_set_bulk (edit); /* as an old file may have it */
  g_assert_no_error (error);
  spoil (fixture, edit, "household", "phone", 3, "12345");
  spoil (fixture, edit, "member", "idno", 1, "999999198001010010");
  spoil_year (fixture, edit);
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  a_window_set_up (fixture, data);
  plant (fixture);
  tuce_window_show_page (fixture->window, "findings");
  a_window_wait (is_reviewed, fixture);
}

static void
show (Fixture *fixture, TuceFindingState state, const char *rule)
{
  tuce_finding_page_show (page_of (fixture), state, rule);
  a_window_wait (is_reviewed, fixture);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  TuceCountList *rules = tuce_finding_page_get_rules (page_of (fixture));
  gint64 all = tuce_count_list_get_count (rules, NULL);

  g_assert_cmpint (all, >, 0);
  g_assert_cmpint (n_rows (fixture), ==, all);
  g_assert_cmpstr (tuce_finding_page_get_look (page_of (fixture)), ==, "list");
  show (fixture, TUCE_FINDING_OPEN, PHONE_RULE);
  g_assert_cmpint (n_rows (fixture), ==, tuce_count_list_get_count (rules, PHONE_RULE));
  for (guint i = 0; i < n_rows (fixture); i++)
    g_assert_cmpstr (tuce_list_table_text (table_of (fixture), i, TUCE_FINDING_RULE), ==, PHONE_RULE);
}

/* The sentence carries its figures, and no brace of the pack is left in any. */
static void
test_sentences (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < n_rows (fixture); i++)
    {
      g_autofree char *sentence = tuce_finding_table_sentence (table_of (fixture), i);

      g_assert_cmpstr (sentence, !=, "");
      g_assert_null (strchr (sentence, '{'));
    }
}

/* What has to be put right stands before what has to be looked at. */
static void
test_errors_first (Fixture *fixture, gconstpointer data)
{
  gboolean others = FALSE;

  g_assert_cmpstr (tuce_list_table_text (table_of (fixture), 0, TUCE_FINDING_SEVERITY), ==, "E");
  for (guint i = 0; i < n_rows (fixture); i++)
    {
      gboolean error
          = g_str_equal (tuce_list_table_text (table_of (fixture), i, TUCE_FINDING_SEVERITY), "E");

      g_assert_false (error && others);
      others = others || !error;
    }
  g_assert_true (others);
}

static void
type_phone (Fixture *fixture, const char *phone)
{
  TucePending *pending = tuce_card_get_pending (card_of (fixture));
  TucePendingRecord *main = tuce_pending_get_main (pending);

  tuce_pending_type (pending, main, tuce_entity_field (tuce_pending_record_entity (main), "phone"), phone);
  tuce_card_save (card_of (fixture));
  a_window_wait (is_reviewed, fixture);
}

/* Enter, correct, save, and the next one is there: to the end of the list, without the mouse. */
static void
test_worked_down (Fixture *fixture, gconstpointer data)
{
  guint n, before;

  show (fixture, TUCE_FINDING_OPEN, PHONE_RULE);
  n = before = n_rows (fixture);
  g_assert_cmpuint (n, >=, 2);
  for (guint i = 0; i < before; i++)
    {
      g_autofree char *phone = g_strdup_printf ("138%08u", 77000000 + i);
      gint64 household = tuce_list_table_integer (table_of (fixture), 0, TUCE_FINDING_HOUSEHOLD);
      gint64 next = n > 1 ? id_at (fixture, 1) : 0;

      tuce_finding_page_open (page_of (fixture), 0);
      a_window_settle (fixture);
      g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "household");
      g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, household);
      g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (card_of (fixture))));
      type_phone (fixture, phone);
      n--;
      g_assert_cmpuint (n_rows (fixture), ==, n);
      if (n == 0)
        continue;
      g_assert_cmpint (id_at (fixture, 0), ==, next);
      {
        g_autoptr (GtkBitset) selected = tuce_column_table_get_selection (TUCE_COLUMN_TABLE (table_of (fixture)));

        g_assert_true (gtk_bitset_contains (selected, 0));
        g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
      }
      g_assert_false (a_window_has_focus (fixture, GTK_WIDGET (card_of (fixture))));
    }
  g_assert_cmpstr (tuce_finding_page_get_look (page_of (fixture)), ==, "nothing");
  show (fixture, TUCE_FINDING_GONE, PHONE_RULE);
  g_assert_cmpuint (n_rows (fixture), ==, before);
}

/* A finding about a person opens that person in the table of members. */
static void
test_member (Fixture *fixture, gconstpointer data)
{
  show (fixture, TUCE_FINDING_OPEN, DIGIT_RULE);
  g_assert_cmpuint (n_rows (fixture), >=, 1);
  g_assert_cmpstr (tuce_list_table_text (table_of (fixture), 0, TUCE_FINDING_SUBJECT), ==, "member");
  tuce_finding_page_open (page_of (fixture), 0);
  a_window_settle (fixture);
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==,
                   tuce_list_table_integer (table_of (fixture), 0, TUCE_FINDING_HOUSEHOLD));
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (card_of (fixture))));
}

/* What stands in the record of the year opens its section, and is seen there. */
static void
test_year (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus, *entry, *scrolled;
  graphene_rect_t bounds;
  guint position = 0;

  show (fixture, TUCE_FINDING_OPEN, SUM_RULE);
  while (position + 1 < n_rows (fixture)
         && tuce_list_table_integer (table_of (fixture), position, TUCE_FINDING_HOUSEHOLD)
                != a_window_id_at (fixture, 20))
    position++;
  tuce_finding_page_open (page_of (fixture), position);
  for (guint i = 0; i < 40; i++)
    {
      a_window_settle (fixture);
      g_usleep (20000);
    }
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  entry = gtk_widget_get_ancestor (focus, TUCE_TYPE_FIELD_ENTRY);
  g_assert_nonnull (entry);
  g_assert_cmpstr (tuce_field_entry_get_field (TUCE_FIELD_ENTRY (entry))->name, ==, "net");
  scrolled = gtk_widget_get_ancestor (entry, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (focus, scrolled, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scrolled));
}

static void
test_disposed (Fixture *fixture, gconstpointer data)
{
  TuceCountList *rules = tuce_finding_page_get_rules (page_of (fixture));
  g_autoptr (GError) error = NULL;
  gint64 n;

  show (fixture, TUCE_FINDING_OPEN, PHONE_RULE);
  n = n_rows (fixture);
  g_assert_cmpint (n, >=, 2);
  tuce_column_table_select_all (TUCE_COLUMN_TABLE (table_of (fixture)));
  g_signal_emit_by_name (tuce_finding_page_get_bar (page_of (fixture)), "dispose", "verified", "", "seen on the spot");
  a_window_wait (is_reviewed, fixture);
  g_assert_cmpint (tuce_count_list_get_count (rules, PHONE_RULE), ==, 0);
  show (fixture, TUCE_FINDING_DISPOSED, PHONE_RULE);
  g_assert_cmpint (n_rows (fixture), ==, n);
  g_assert_cmpstr (tuce_list_table_text (table_of (fixture), 0, TUCE_FINDING_DISPOSITION), ==, "verified");
  g_assert_cmpstr (tuce_list_table_text (table_of (fixture), 0, TUCE_FINDING_NOTE), ==, "seen on the spot");

  g_assert_true (tuce_journal_undo (a_window_county (fixture), &error));
  g_assert_no_error (error);
  a_window_wait (is_reviewed, fixture);
  show (fixture, TUCE_FINDING_OPEN, PHONE_RULE);
  g_assert_cmpint (n_rows (fixture), ==, n);
}

static void
test_looks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) villages = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (a_window_county (fixture), "finding");
  guint all = n_rows (fixture), here;

  villages = tuce_query_group (query, a_window_county (fixture), "place", NULL, NULL);
  g_assert_cmpuint (villages->len, >, 1);
  tuce_workspace_set_scope (fixture->workspace, ((TuceGroup *) g_ptr_array_index (villages, 1))->key);
  a_window_wait (is_reviewed, fixture);
  here = n_rows (fixture);
  g_assert_cmpuint (here, >, 0);
  g_assert_cmpuint (here, <, all);
  show (fixture, TUCE_FINDING_GONE, NULL);
  g_assert_cmpstr (tuce_finding_page_get_look (page_of (fixture)), ==, "empty");
  gtk_widget_activate_action (GTK_WIDGET (page_of (fixture)), "findings.whole-county", NULL);
  show (fixture, TUCE_FINDING_OPEN, NULL);
  g_assert_cmpuint (n_rows (fixture), ==, all);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  a_window_make_county ();

#define add(path, test) g_test_add ("/findings/" path, Fixture, NULL, set_up, test, a_window_tear_down)
  add ("counts", test_counts);
  add ("sentences", test_sentences);
  add ("errors-first", test_errors_first);
  add ("worked-down", test_worked_down);
  add ("member", test_member);
  add ("year", test_year);
  add ("disposed", test_disposed);
  add ("looks", test_looks);
#undef add
  return g_test_run ();
}
