/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the window: pages, parts, stepping out, finding a place, undo, and that the list of keys tells the truth. */
#include <gtk/gtk.h>

#include <string.h>

#include "a-window.h"
#include "tuce-application.h"
#include "tuce-card-form.h"
#include "tuce-card.h"
#include "tuce-field-control.h"
#include "tuce-field-entry.h"
#include "tuce-journal.h"
#include "tuce-reading.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->application = GTK_APPLICATION (tuce_application_new ());
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  a_window_set_up (fixture, data);
}

static const char *
page_of (Fixture *fixture)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "page");

  return g_intern_string (g_variant_get_string (state, NULL));
}

static TuceCard *
card_of (Fixture *fixture)
{
  return TUCE_CARD (a_window_part (fixture, "card"));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "map", "households", "villages", "findings" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = g_strdup_printf ("<Control>%u", i + 1);

      g_assert_true (a_window_press (fixture, key));
      g_assert_cmpstr (page_of (fixture), ==, names[i]);
      g_assert_true (gtk_widget_get_mapped (a_window_part (fixture, names[i])));
      g_assert_true (a_window_has_focus (fixture, a_window_part (fixture, names[i])));
    }
  tuce_window_show_page (fixture->window, "no such page");
  g_assert_cmpstr (page_of (fixture), ==, "findings");
}

/* The first ten pages of the rail have a key, the tenth Ctrl+0. */
static void
test_page_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = gtk_widget_get_first_child (a_window_part (fixture, "rail"));

  for (guint number = 1; number <= 10; number++, button = gtk_widget_get_next_sibling (button))
    {
      g_autofree char *key = g_strdup_printf ("<Control>%u", number % 10);

      g_assert_true (a_window_press (fixture, key));
      a_window_settle (fixture);
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
    }
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = a_window_part (fixture, "search");

  g_assert_true (a_window_press (fixture, "<Control>1"));
  g_assert_true (a_window_press (fixture, "<Control>k"));
  g_assert_true (a_window_has_focus (fixture, search));
  gtk_editable_set_text (GTK_EDITABLE (search), "王");
  g_signal_emit_by_name (search, "activate");
  a_window_settle (fixture);
  g_assert_cmpstr (page_of (fixture), ==, "households");
  g_assert_cmpuint (a_window_n_rows (fixture), <, HOUSEHOLDS);
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (fixture->table)));
}

/* Who is meant is on the card at once when there is only one. */
static void
test_search_finds_one (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = a_window_part (fixture, "search");
  gint64 id = a_window_id_at (fixture, 7);
  g_autoptr (GPtrArray) members = tuce_county_children (a_window_county (fixture), "member", id, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search),
                         tuce_record_text (g_ptr_array_index (members, 0), "idno"));
  g_signal_emit_by_name (search, "activate");
  a_window_settle (fixture);
  g_assert_cmpuint (a_window_n_rows (fixture), ==, 1);
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, id);
  g_assert_nonnull (tuce_card_get_pending (card_of (fixture)));
}

static void
test_step_out (Fixture *fixture, gconstpointer data)
{
  tuce_workspace_set_search (fixture->workspace, "王");
  a_window_settle (fixture);
  tuce_workspace_select (fixture->workspace, "household", a_window_id_at (fixture, 0));
  a_window_settle (fixture);
  tuce_card_focus_field (card_of (fixture), "phone");
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (card_of (fixture))));

  /* Field, list, search, selection: one step a press. */
  g_assert_true (a_window_press (fixture, "Escape"));
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (fixture->table)));
  g_assert_cmpstr (tuce_workspace_get_search (fixture->workspace), ==, "王");
  g_assert_true (a_window_press (fixture, "Escape"));
  g_assert_cmpstr (tuce_workspace_get_search (fixture->workspace), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (a_window_part (fixture, "search"))), ==, "");
  g_assert_nonnull (tuce_workspace_get_selected_entity (fixture->workspace));
  g_assert_true (a_window_press (fixture, "Escape"));
  g_assert_null (tuce_workspace_get_selected_entity (fixture->workspace));
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tree = a_window_part (fixture, "tree");
  GtkWidget *rail = a_window_part (fixture, "rail");
  GtkWidget *parts[] = { GTK_WIDGET (fixture->page), GTK_WIDGET (card_of (fixture)), rail, tree };

  tuce_workspace_select (fixture->workspace, "household", a_window_id_at (fixture, 0));
  a_window_settle (fixture);
  a_window_press (fixture, "<Control>2");
  for (guint i = 0; i <= G_N_ELEMENTS (parts); i++)
    {
      g_assert_true (a_window_has_focus (fixture, parts[i % G_N_ELEMENTS (parts)]));
      g_assert_true (a_window_press (fixture, "F6"));
    }
  g_assert_true (a_window_press (fixture, "<Shift>F6"));
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (fixture->page)));
  /* What is folded away is passed over. */
  g_assert_true (a_window_press (fixture, "F9"));
  g_assert_false (gtk_widget_is_visible (tree));
  g_assert_true (a_window_press (fixture, "<Shift>F6"));
  g_assert_true (a_window_has_focus (fixture, rail));
  /* Whoever stands in the card when it folds away stands in the page. */
  tuce_card_focus_field (card_of (fixture), "phone");
  g_assert_true (a_window_press (fixture, "F10"));
  g_assert_false (gtk_widget_is_visible (GTK_WIDGET (card_of (fixture))));
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (fixture->page)));
  g_assert_true (a_window_press (fixture, "F9"));
  g_assert_true (gtk_widget_is_visible (tree));
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_search (child);
  return found;
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  TucePlaceTree *tree = TUCE_PLACE_TREE (a_window_part (fixture, "tree"));
  GtkWidget *search = find_search (GTK_WIDGET (tree));

  tuce_place_tree_find (tree, "qubeixiang");
  gtk_widget_grab_focus (search);
  g_signal_emit_by_name (search, "activate");
  a_window_settle (fixture);
  g_assert_cmpstr (tuce_workspace_describe_scope (fixture->workspace), ==, "渠北乡");
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "township");
  g_assert_cmpuint (a_window_n_rows (fixture), <, HOUSEHOLDS);
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (tree)));
  /* Out of the search, then out of the tree; the scope stays. */
  g_assert_true (a_window_press (fixture, "Escape"));
  g_assert_false (tuce_place_tree_is_searching (tree));
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (tree)));
  g_assert_true (a_window_press (fixture, "Escape"));
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (fixture->page)));
  g_assert_cmpstr (tuce_workspace_describe_scope (fixture->workspace), ==, "渠北乡");
}

static void
test_reading (void)
{
  static const char *const names[][2] = { { "双桥村", "shuang qiao cun" }, { "长乐村", "chang le cun" },
                                          { "曾家沟社区", "zeng jia gou she qu" }, { "渠北乡", "qu bei xiang" },
                                          { "A3村", "a3cun" }, { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *reading = tuce_reading (names[i][0]);
      g_auto (GStrv) got = g_strsplit_set (reading, " ", -1);
      g_auto (GStrv) wanted = g_strsplit_set (names[i][1], " ", -1);
      g_autofree char *plain = g_strjoinv ("", got);
      g_autofree char *plain_wanted = g_strjoinv ("", wanted);

      g_assert_cmpstr (plain, ==, plain_wanted);
    }
}

static gboolean
is_offered (GtkWidget *widget, const char *label)
{
  gboolean found = GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
                   && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = is_offered (child, label);
  return found;
}

static GtkWidget *
phone_field (Fixture *fixture)
{
  TucePending *pending = tuce_card_get_pending (card_of (fixture));

  return tuce_card_form_find (TUCE_CARD_FORM (tuce_card_get_form (card_of (fixture))),
                              tuce_entity_field (tuce_pending_get_entity (pending), "phone"));
}

static GtkWidget *
phone_entry (Fixture *fixture)
{
  GtkWidget *entry = phone_field (fixture);

  tuce_field_entry_reveal (TUCE_FIELD_ENTRY (entry));
  return tuce_field_control_get_target (
      TUCE_FIELD_CONTROL (tuce_field_entry_get_control (TUCE_FIELD_ENTRY (entry))));
}

/* Ctrl+Z takes back typing that is not saved; what is saved is taken back as an edit. */
static void
test_save_and_undo (Fixture *fixture, gconstpointer data)
{
  gint64 id = a_window_id_at (fixture, 3);
  g_autofree char *before = tuce_record_table_get_text (fixture->table, 3, "phone");
  g_autofree char *label = NULL;
  g_autofree char *after = NULL;
  GtkWidget *entry, *status;

  tuce_workspace_select (fixture->workspace, "household", id);
  a_window_settle (fixture);
  entry = phone_entry (fixture);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  gtk_editable_delete_text (GTK_EDITABLE (entry), 0, -1);
  gtk_editable_insert_text (GTK_EDITABLE (entry), "13811112222", -1, &(int){ 0 });
  /* Nobody undoes an edit by undoing the typing over it. */
  g_assert_true (tuce_card_is_changed (card_of (fixture)));
  label = tuce_journal_undo_label (a_window_county (fixture));
  g_assert_true (a_window_press (fixture, "<Control>z"));
  after = tuce_journal_undo_label (a_window_county (fixture));
  g_assert_cmpstr (label, ==, after);
  gtk_editable_set_text (GTK_EDITABLE (entry), "13811112222");
  g_assert_true (a_window_press (fixture, "<Control>s"));
  g_assert_null (tuce_window_get_bar (fixture->window, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (phone_entry (fixture))), ==, "13811112222");
  g_free (label);
  label = tuce_journal_undo_label (a_window_county (fixture));
  g_assert_nonnull (label);
  /* The status line says it, and offers to take it back. */
  status = a_window_part (fixture, "status");
  g_assert_nonnull (strstr (tuce_status_line_get_done (TUCE_STATUS_LINE (status)), label));
  g_assert_true (is_offered (status, "Undo"));

  gtk_widget_grab_focus (phone_entry (fixture));
  g_assert_true (a_window_press (fixture, "<Control>z"));
  g_free (label);
  label = tuce_record_table_get_text (fixture->table, 3, "phone");
  g_assert_cmpstr (label, ==, before);
  g_assert_false (tuce_card_is_changed (card_of (fixture)));

  g_assert_true (a_window_press (fixture, "<Control><Shift>z"));
  g_free (label);
  label = tuce_record_table_get_text (fixture->table, 3, "phone");
  g_assert_cmpstr (label, ==, "138****2222");
  g_assert_false (tuce_card_is_changed (card_of (fixture)));
}

/* Return on the list of villages, opened and not looked through, leaves the household in its village. */
static void
test_unread_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *field, *search;

  tuce_workspace_select (fixture->workspace, "household", a_window_id_at (fixture, HOUSEHOLDS - 1));
  a_window_settle (fixture);
  field = tuce_card_form_find (
      TUCE_CARD_FORM (tuce_card_get_form (card_of (fixture))),
      tuce_entity_field (tuce_pending_get_entity (tuce_card_get_pending (card_of (fixture))), "village_code"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (tuce_field_control_get_target (
      TUCE_FIELD_CONTROL (tuce_field_entry_get_control (TUCE_FIELD_ENTRY (field))))));
  search = find_search (field);
  g_assert_nonnull (search);
  g_signal_emit_by_name (search, "activate");
  g_assert_false (tuce_card_is_changed (card_of (fixture)));
}

/* Shift+Tab goes from field to field towards the beginning. */
static void
test_backward (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window), *before = NULL;

  tuce_workspace_select (fixture->workspace, "household", a_window_id_at (fixture, 3));
  a_window_settle (fixture);
  gtk_widget_grab_focus (phone_entry (fixture));
  g_assert_true (a_window_has_focus (fixture, phone_field (fixture)));
  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *now = gtk_window_get_focus (GTK_WINDOW (window));

      g_assert_true (now != before);
      before = now;
      g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
    }
  g_assert_false (a_window_has_focus (fixture, phone_field (fixture)));
}

static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_assert_true (a_window_press (fixture, "<Control>p"));
  g_assert_cmpstr (page_of (fixture), ==, "sheets");
}

static void
test_activated (Fixture *fixture, gconstpointer data)
{
  gint64 id = a_window_id_at (fixture, 4);

  a_window_press (fixture, "F10");
  g_signal_emit_by_name (fixture->table, "activated", id);
  a_window_settle (fixture);
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, id);
  g_assert_true (gtk_widget_is_visible (GTK_WIDGET (card_of (fixture))));
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (card_of (fixture))));
}

/* A page that lists what is wrong leads to the very field. */
static void
test_card_field (Fixture *fixture, gconstpointer data)
{
  gint64 id = a_window_id_at (fixture, 5);
  g_autoptr (GPtrArray) members = tuce_county_children (a_window_county (fixture), "member", id, NULL);
  const TuceRecord *last = g_ptr_array_index (members, members->len - 1);

  tuce_workspace_select (fixture->workspace, "household", id);
  a_window_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.card-field", "(sxs)", "household", id, "phone");
  a_window_settle (fixture);
  g_assert_true (a_window_has_focus (fixture, phone_field (fixture)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.card-field", "(sxs)", "member", last->id, "name");
  a_window_settle (fixture);
  g_assert_true (a_window_has_focus (fixture, GTK_WIDGET (card_of (fixture))));
  g_assert_false (a_window_has_focus (fixture, phone_field (fixture)));
}

static void
check_keys (Fixture *fixture, GtkWidget *widget, guint *n)
{
  if (G_OBJECT_TYPE (widget) == GTK_TYPE_SHORTCUTS_SHORTCUT)
    {
      g_autofree char *keys = NULL;
      g_auto (GStrv) each = NULL;

      g_object_get (widget, "accelerator", &keys, NULL);
      each = g_strsplit (keys, " ", -1);
      for (guint i = 0; each[i]; i++)
        {
          g_autofree char *first = g_strndup (each[i], strcspn (each[i], "."));
          GdkModifierType modifiers;
          guint key;

          g_assert_true (gtk_accelerator_parse (first, &key, &modifiers));
          g_assert_cmpuint (key, !=, 0);
          (*n)++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    check_keys (fixture, child, n);
}

static void
test_list_of_keys (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (fixture->application);
  GtkShortcutsWindow *keys = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (fixture->window));
  guint n = 0;

  g_assert_true (a_window_press (fixture, "<Control>question"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (keys)));
  check_keys (fixture, GTK_WIDGET (keys), &n);
  g_assert_cmpuint (n, >, 20);
  gtk_window_close (GTK_WINDOW (keys));
  /* No key for an action that is not there. */
  for (guint i = 0; actions[i]; i++)
    {
      g_autoptr (GVariant) target = NULL;
      g_autofree char *name = NULL;

      g_assert_true (g_action_parse_detailed_name (actions[i], &name, &target, NULL));
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), name + strlen ("win.")));
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  a_window_make_county ();

  g_test_add_func ("/keys/reading", test_reading);
#define add(path, test) g_test_add ("/keys/" path, Fixture, NULL, set_up, test, a_window_tear_down)
  add ("pages", test_pages);
  add ("page-keys", test_page_keys);
  add ("search", test_search);
  add ("search-finds-one", test_search_finds_one);
  add ("step-out", test_step_out);
  add ("parts", test_parts);
  add ("place", test_place);
  add ("save-and-undo", test_save_and_undo);
  add ("unread-list", test_unread_list);
  add ("backward", test_backward);
  add ("print", test_print);
  add ("activated", test_activated);
  add ("card-field", test_card_field);
  add ("list-of-keys", test_list_of_keys);
#undef add
  return g_test_run ();
}
