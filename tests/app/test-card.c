/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card: what is typed is checked, saved, undone, kept as a draft, and made from the dictionary alone. */
#include <gtk/gtk.h>

#include <glib/gstdio.h>

#include "../register/small-county.h"
#include "tuce-card-form.h"
#include "tuce-card.h"
#include "tuce-data.h"
#include "tuce-draft.h"
#include "tuce-error.h"
#include "tuce-field-control.h"
#include "tuce-field-entry.h"
#include "tuce-member-table.h"
#include "tuce-parameters.h"
#include "tuce-verdict-section.h"

typedef struct
{
  char *path;
  TuceCounty *county;
  TuceWorkspace *workspace;
  GtkWidget *window;
  TuceCard *card;
  char *report;
  gboolean is_error;
} Fixture;

static void
on_reported (TuceWorkspace *workspace, const char *sentence, gboolean is_error, Fixture *fixture)
{
  g_free (fixture->report);
  fixture->report = g_strdup (sentence);
  fixture->is_error = is_error;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
select_household (Fixture *fixture, guint number)
{
  tuce_workspace_select (fixture->workspace, "household", small_county_household (fixture->county, number));
  settle ();
}

static void
open_window (Fixture *fixture)
{
  fixture->workspace = tuce_workspace_new ();
  g_signal_connect (fixture->workspace, "reported", G_CALLBACK (on_reported), fixture);
  fixture->card = TUCE_CARD (tuce_card_new (fixture->workspace));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->card));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tuce_workspace_set_county (fixture->workspace, fixture->county);
  settle ();
}

static void
close_window (Fixture *fixture)
{
  gpointer gone = fixture->workspace;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_object_add_weak_pointer (gone, &gone);
  g_clear_object (&fixture->workspace);
  /* Readers under way hold on to what asked for them until they are done; nobody else does. */
  while (gone)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->county = small_county (&fixture->path, 4);
  open_window (fixture);
  select_household (fixture, 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  small_county_remove (fixture->county, fixture->path);
  g_free (fixture->report);
}

static const TuceField *
find_field (Fixture *fixture, const char *entity, const char *name)
{
  const TuceEntity *found = tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), entity);

  return tuce_entity_field (found, name);
}

static TuceFieldEntry *
find_entry (Fixture *fixture, const char *entity, const char *name)
{
  GtkWidget *entry = tuce_card_form_find (TUCE_CARD_FORM (tuce_card_get_form (fixture->card)),
                                          find_field (fixture, entity, name));

  g_assert_nonnull (entry);
  return TUCE_FIELD_ENTRY (entry);
}

static void
type (Fixture *fixture, const char *entity, const char *name, const char *text)
{
  TuceFieldEntry *entry = find_entry (fixture, entity, name);
  GtkWidget *target;

  tuce_field_entry_reveal (entry);
  target = tuce_field_control_get_target (TUCE_FIELD_CONTROL (tuce_field_entry_get_control (entry)));
  g_assert_true (GTK_IS_ENTRY (target));
  gtk_editable_set_text (GTK_EDITABLE (target), text);
}

static char *
shown (Fixture *fixture, const char *entity, const char *name)
{
  TuceFieldEntry *entry = find_entry (fixture, entity, name);
  GtkWidget *target;

  tuce_field_entry_reveal (entry);
  target = tuce_field_control_get_target (TUCE_FIELD_CONTROL (tuce_field_entry_get_control (entry)));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (target)));
}

static char *
stored (Fixture *fixture, guint number, const char *name)
{
  g_autoptr (TuceRecord) record
      = tuce_county_load (fixture->county, "household", small_county_household (fixture->county, number), NULL);

  return tuce_field_format_plain (tuce_entity_field (record->entity, name), tuce_record_value (record, name));
}

#define assert_shown(fixture, name, text)                                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *shown_text = shown (fixture, "household", name);                                                  \
    g_assert_cmpstr (shown_text, ==, text);                                                                            \
  }                                                                                                                    \
  G_STMT_END

#define assert_stored(fixture, number, name, text)                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *stored_text = stored (fixture, number, name);                                                     \
    g_assert_cmpstr (stored_text, ==, text);                                                                           \
  }                                                                                                                    \
  G_STMT_END

static void
test_save_undo_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_false (tuce_card_is_changed (fixture->card));
  type (fixture, "household", "phone", "13911112222");
  g_assert_true (tuce_card_is_changed (fixture->card));
  tuce_card_save (fixture->card);
  g_assert_false (tuce_card_is_changed (fixture->card));
  assert_stored (fixture, 1, "phone", "13911112222");
  label = tuce_journal_undo_label (fixture->county);
  g_assert_cmpstr (label, ==, "Correct Phone of 1 Household");
  g_assert_false (fixture->is_error);
  g_assert_null (fixture->report); /* the status line has it from the journal, with the undo */

  tuce_journal_undo (fixture->county, &error);
  g_assert_no_error (error);
  settle ();
  assert_shown (fixture, "phone", "13800000000");
  tuce_journal_redo (fixture->county, &error);
  g_assert_no_error (error);
  settle ();
  assert_shown (fixture, "phone", "13911112222");
}

/* The same amount in another notation is no change; taking typing back leaves nothing to save. */
static void
test_nothing_changed (Fixture *fixture, gconstpointer data)
{
  type (fixture, "household", "phone", "13911112222");
  type (fixture, "household", "phone", "13800000000");
  g_assert_false (tuce_card_is_changed (fixture->card));
  type (fixture, "household_year", "net", "10001");
  g_assert_false (tuce_card_is_changed (fixture->card));
  type (fixture, "household_year", "net", "10001.01");
  g_assert_true (tuce_card_is_changed (fixture->card));
  tuce_card_revert (fixture->card);
  g_assert_false (tuce_card_is_changed (fixture->card));
}

static void
test_wrong_is_refused (Fixture *fixture, gconstpointer data)
{
  const TucePendingProblem *problem;
  g_autofree char *sentence = NULL;
  GtkWidget *focus;

  type (fixture, "household", "head_idno", "999999198001010124");
  tuce_pending_check (tuce_card_get_pending (fixture->card));
  problem = tuce_pending_first_error (tuce_card_get_pending (fixture->card));
  g_assert_nonnull (problem);
  g_assert_cmpstr (problem->field->name, ==, "head_idno");
  sentence = g_strdup (problem->sentence);
  g_assert_nonnull (strstr (sentence, "ID number"));

  tuce_card_save (fixture->card);
  g_assert_true (fixture->is_error);
  g_assert_nonnull (strstr (fixture->report, sentence));
  g_assert_true (tuce_card_is_changed (fixture->card));
  assert_stored (fixture, 1, "head_idno", "999999198001010118");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (find_entry (fixture, "household", "head_idno"))));
  tuce_card_revert (fixture->card);
}

/* Figures that disagree may be saved, and the card offers the one that agrees. */
static void
test_warning_may_be_saved (Fixture *fixture, gconstpointer data)
{
  GPtrArray *problems;

  type (fixture, "household", "size", "3");
  tuce_pending_check (tuce_card_get_pending (fixture->card));
  problems = tuce_pending_get_problems (tuce_card_get_pending (fixture->card));
  g_assert_cmpuint (problems->len, >=, 1);
  g_assert_cmpstr (((TucePendingProblem *) problems->pdata[0])->field->name, ==, "size");
  g_assert_cmpstr (((TucePendingProblem *) problems->pdata[0])->expected, ==, "2");
  tuce_card_save (fixture->card);
  assert_stored (fixture, 1, "size", "3");
}

static void
test_typing_survives_edits_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = NULL;
  TuceEdit *edit;

  type (fixture, "household", "hamlet", "李家湾");
  record = tuce_county_load (fixture->county, "household", small_county_household (fixture->county, 1), &error);
  tuce_record_set_text (record, "phone", "13722223333");
  edit = tuce_edit_begin (fixture->county, "elsewhere", &error);
  tuce_edit_update (edit, record, &error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  settle ();
  assert_shown (fixture, "hamlet", "李家湾");
  assert_shown (fixture, "phone", "13722223333");
  tuce_card_save (fixture->card);
  assert_stored (fixture, 1, "hamlet", "李家湾");
  assert_stored (fixture, 1, "phone", "13722223333");
}

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = NULL;

  type (fixture, "household", "hamlet", "李家湾");
  type (fixture, "household_year", "wage", "half");
  select_household (fixture, 2);
  assert_shown (fixture, "hamlet", "");
  g_assert_null (tuce_pending_get_draft_since (tuce_card_get_pending (fixture->card)));
  select_household (fixture, 1);
  assert_shown (fixture, "hamlet", "李家湾");
  g_assert_nonnull (tuce_pending_get_draft_since (tuce_card_get_pending (fixture->card)));

  type (fixture, "household", "helper_name", "王");
  close_window (fixture);
  tuce_county_close (fixture->county);
  g_object_unref (fixture->county);
  fixture->county = tuce_county_open (fixture->path, TUCE_OPEN_WRITE, &error);
  g_assert_no_error (error);
  open_window (fixture);
  select_household (fixture, 1);
  assert_shown (fixture, "hamlet", "李家湾");
  assert_shown (fixture, "helper_name", "王");
  assert_stored (fixture, 1, "hamlet", "");

  type (fixture, "household_year", "wage", "1200");
  tuce_card_save (fixture->card);
  assert_stored (fixture, 1, "hamlet", "李家湾");
  draft = tuce_draft_find (fixture->county, "household", small_county_household (fixture->county, 1), NULL);
  g_assert_null (draft);
}

static void
test_kinds_round_trip (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *field, *text, *stored;
  } cases[] = { { "mil_family", "1", "1" },     { "one_child", "0", "0" },    { "cause_main", "02", "02" },
                { "cause_other", "03,01", "01,03" }, { "move_difficulty", ",", "" }, { "village_code", "511725201204", "511725201204" } };
  TucePending *pending = tuce_card_get_pending (fixture->card);
  TucePendingRecord *main = tuce_pending_get_main (pending);
  g_autoptr (TuceRecord) record = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TuceFieldEntry *entry = find_entry (fixture, "household", cases[i].field);
      TuceFieldControl *control = TUCE_FIELD_CONTROL (tuce_field_entry_get_control (entry));

      tuce_field_control_show_text (control, cases[i].text);
      tuce_field_control_emit_typed (control, cases[i].text);
    }
  tuce_card_save (fixture->card);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_stored (fixture, 1, cases[i].field, cases[i].stored);
  record = tuce_county_load (fixture->county, "household", small_county_household (fixture->county, 1), NULL);
  g_assert_true (tuce_record_has (record, "move_difficulty"));
  g_assert_false (tuce_record_has (record, "two_daughters"));

  tuce_pending_type (pending, main, find_field (fixture, "household", "mil_family"), "");
  tuce_card_save (fixture->card);
  assert_stored (fixture, 1, "mil_family", "");
}

/* A person clicks "yes": what the three buttons say is what is stored. */
static void
test_boolean_buttons (Fixture *fixture, gconstpointer data)
{
  TuceFieldEntry *entry = find_entry (fixture, "household", "mil_family");
  GtkWidget *box = gtk_widget_get_first_child (tuce_field_entry_get_control (entry));
  GtkWidget *yes = gtk_widget_get_first_child (box), *unknown = gtk_widget_get_last_child (box);

  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (unknown)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (yes), TRUE);
  tuce_card_save (fixture->card);
  assert_stored (fixture, 1, "mil_family", "1");
  select_household (fixture, 2);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (unknown)));
  select_household (fixture, 1);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (yes)));
}

static void
test_members_in_one_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const TuceEntity *entity = find_field (fixture, "member", "name")->entity;
  gint64 id = small_county_household (fixture->county, 1);
  TucePending *pending = tuce_card_get_pending (fixture->card);
  g_autoptr (GPtrArray) before = tuce_pending_list (pending, entity);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  GtkWidget *table
      = tuce_card_form_get_members (TUCE_CARD_FORM (tuce_card_get_form (fixture->card)), entity);
  TucePendingRecord *added;

  g_assert_cmpuint (before->len, ==, 2);
  tuce_pending_set_removed (pending, before->pdata[1], TRUE);
  added = tuce_pending_add (pending, entity);
  tuce_member_table_edit (TUCE_MEMBER_TABLE (table), added);
  g_assert_true (tuce_member_table_get_edited (TUCE_MEMBER_TABLE (table)) == added);
  tuce_pending_type (pending, before->pdata[0], tuce_entity_field (entity, "ethnic"), "汉族");
  tuce_card_save (fixture->card);
  g_assert_true (fixture->is_error); /* nobody without a name */
  tuce_pending_type (pending, added, tuce_entity_field (entity, "name"), "张新");
  tuce_card_save (fixture->card);
  g_assert_false (tuce_card_is_changed (fixture->card));

  after = tuce_county_children (fixture->county, "member", id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 2);
  tuce_journal_undo (fixture->county, &error);
  g_assert_no_error (error);
  undone = tuce_county_children (fixture->county, "member", id, &error);
  g_assert_cmpuint (undone->len, ==, 2);
  g_assert_cmpstr (tuce_record_text (undone->pdata[0], "ethnic"), ==, "");
  g_assert_cmpstr (tuce_record_text (undone->pdata[1], "name"), ==, "李1");
}

static void
test_add_and_remove_household (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) village
      = tuce_county_find (fixture->county, "village", "code", "511725109201", &error);
  g_autoptr (TuceRecord) found = NULL;
  gint64 id;

  tuce_workspace_select (fixture->workspace, "village", village->id);
  tuce_card_add (fixture->card, "household", NULL);
  tuce_card_save (fixture->card);
  g_assert_true (fixture->is_error);
  type (fixture, "household", "head_name", "新户");
  tuce_card_save (fixture->card);
  g_assert_false (tuce_card_is_changed (fixture->card));
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "household");
  id = tuce_workspace_get_selected_id (fixture->workspace);
  found = tuce_county_load (fixture->county, "household", id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tuce_record_text (found, "village_code"), ==, "511725109201");

  select_household (fixture, 1);
  id = small_county_household (fixture->county, 1);
  tuce_card_remove (fixture->card, "household");
  g_assert_null (tuce_card_get_pending (fixture->card));
  g_assert_null (tuce_county_load (fixture->county, "household", id, NULL));
  tuce_journal_undo (fixture->county, &error);
  g_assert_no_error (error);
  select_household (fixture, 1);
  assert_shown (fixture, "head_name", "张1");
}

/* The half-filled new household waits too. */
static void
test_draft_of_new_household (Fixture *fixture, gconstpointer data)
{
  tuce_card_add (fixture->card, "household", NULL);
  type (fixture, "household", "head_name", "半户");
  select_household (fixture, 2);
  assert_shown (fixture, "head_name", "张2");
  tuce_card_add (fixture->card, "household", NULL);
  assert_shown (fixture, "head_name", "半户");
  tuce_card_revert (fixture->card);
  assert_shown (fixture, "head_name", "张2");
  tuce_card_add (fixture->card, "household", NULL);
  assert_shown (fixture, "head_name", "");
}

static void
test_concealed (Fixture *fixture, gconstpointer data)
{
  TuceFieldEntry *entry = find_entry (fixture, "household", "head_idno");

  g_assert_null (tuce_field_entry_get_control (entry));
  tuce_field_entry_reveal (entry);
  g_assert_nonnull (tuce_field_entry_get_control (entry));
  select_household (fixture, 2);
  g_assert_null (tuce_field_entry_get_control (entry));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *target;

  close_window (fixture);
  tuce_county_close (fixture->county);
  g_object_unref (fixture->county);
  fixture->county = tuce_county_open (fixture->path, TUCE_OPEN_READ, &error);
  g_assert_no_error (error);
  open_window (fixture);
  select_household (fixture, 1);
  target = tuce_field_control_get_target (
      TUCE_FIELD_CONTROL (tuce_field_entry_get_control (find_entry (fixture, "household", "head_name"))));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (target)));
  tuce_card_save (fixture->card);
  g_assert_cmpstr (fixture->report, ==, NULL);
}

static guint
count_records (Fixture *fixture, const char *entity)
{
  g_autoptr (TuceQuery) query = tuce_query_new (fixture->county, entity);
  gint64 found = -1;

  g_assert_true (tuce_query_count (query, fixture->county, NULL, &found, NULL, NULL));
  return (guint) found;
}

#define assert_selected(fixture, entity)                                                                               \
  g_assert_cmpstr (tuce_workspace_get_selected_entity ((fixture)->workspace), ==, entity)

/* The one record of a move is sections of the card: the first to begin with, the others with the first key. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  TuceFieldEntry *people = find_entry (fixture, "relocation", "people");
  TuceFieldEntry *stage = find_entry (fixture, "relocation", "stage");
  GtkWidget *control = tuce_field_control_get_target (TUCE_FIELD_CONTROL (tuce_field_entry_get_control (stage)));

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (people)));
  g_assert_false (gtk_widget_is_sensitive (control)); /* the register's own */
  type (fixture, "relocation", "people", "2");
  type (fixture, "relocation", "approved_on", "2017-01-10");
  tuce_card_save (fixture->card);
  assert_selected (fixture, "household");
  g_assert_cmpuint (count_records (fixture, "relocation"), ==, 1);

  tuce_card_remove (fixture->card, "relocation");
  g_assert_true (tuce_card_is_changed (fixture->card));
  tuce_card_revert (fixture->card);
  g_assert_cmpuint (count_records (fixture, "relocation"), ==, 1);
  tuce_card_remove (fixture->card, "relocation");
  tuce_card_save (fixture->card);
  g_assert_cmpuint (count_records (fixture, "relocation"), ==, 0);
}

static void
test_site (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  tuce_card_add (fixture->card, "site", "511725201204");
  type (fixture, "site", "name", "双桥村安置点");
  tuce_card_save (fixture->card);
  assert_selected (fixture, "site");
  id = tuce_workspace_get_selected_id (fixture->workspace);
  select_household (fixture, 1);
  g_assert_cmpstr (tuce_pending_get_entity (tuce_card_get_pending (fixture->card))->name, ==, "household");
  tuce_workspace_select (fixture->workspace, "site", id);
  settle ();
  g_assert_cmpstr (tuce_pending_get_entity (tuce_card_get_pending (fixture->card))->name, ==, "site");
  g_assert_nonnull (tuce_card_form_get_members (TUCE_CARD_FORM (tuce_card_get_form (fixture->card)),
                                                find_field (fixture, "site_visit", "visited_on")->entity));
  tuce_card_remove (fixture->card, "site");
  g_assert_null (tuce_card_get_pending (fixture->card));
  g_assert_cmpuint (count_records (fixture, "site"), ==, 0);
  g_assert_true (tuce_journal_undo (fixture->county, NULL));
  g_assert_cmpuint (count_records (fixture, "site"), ==, 1);
}

/* A site is chosen by its name and can be taken back. */
static void
test_site_is_chosen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  TuceFieldControl *control;
  GtkWidget *label;

  tuce_card_add (fixture->card, "site", "511725201204");
  type (fixture, "site", "name", "新桥安置点");
  tuce_card_save (fixture->card);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, tuce_workspace_get_selected_id (fixture->workspace));
  select_household (fixture, 1);
  control = TUCE_FIELD_CONTROL (tuce_field_entry_get_control (find_entry (fixture, "relocation", "site_id")));
  tuce_field_control_show_text (control, text);
  label = gtk_menu_button_get_child (GTK_MENU_BUTTON (tuce_field_control_get_target (control)));
  g_assert_true (g_str_has_suffix (gtk_label_get_label (GTK_LABEL (label)), " 新桥安置点"));
}

static GtkWidget *
find_verdicts (GtkWidget *widget, guint *skip)
{
  GtkWidget *found = NULL;

  if (TUCE_IS_VERDICT_SECTION (widget) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_verdicts (child, skip);
  return found;
}

/* What is typed is judged before it is saved, and what is taken back no more. */
static void
test_red_lines_live (Fixture *fixture, gconstpointer data)
{
  guint second = 1;
  TuceVerdictSection *section = TUCE_VERDICT_SECTION (find_verdicts (GTK_WIDGET (fixture->card), &second));
  TucePending *pending = tuce_card_get_pending (fixture->card);
  TuceEdit *edit = tuce_edit_begin (fixture->county, "parameters", NULL);
  const TuceVerdictsFound *found;

  tuce_parameters_install (fixture->county, edit, NULL);
  g_assert_true (tuce_edit_commit (edit, NULL));
  while (!tuce_workspace_get_standards (fixture->workspace))
    g_main_context_iteration (NULL, TRUE);
  settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (section)));
  tuce_verdict_section_set_open (section, TRUE);
  type (fixture, "relocation", "people", "2");
  type (fixture, "relocation", "annex_m2", "0");
  type (fixture, "relocation", "house_m2", "50.01");
  tuce_pending_check (pending);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (section)));
  g_assert_true (tuce_verdict_section_is_live (section));
  found = tuce_verdict_section_get_found (section);
  g_assert_cmpint (((const TuceVerdict *) found->verdicts->pdata[1])->result, ==, TUCE_UNMET);
  type (fixture, "relocation", "house_m2", "50");
  tuce_pending_check (pending);
  found = tuce_verdict_section_get_found (section);
  g_assert_cmpint (((const TuceVerdict *) found->verdicts->pdata[1])->result, ==, TUCE_MET);
  tuce_card_save (fixture->card);
  tuce_pending_check (pending);
  g_assert_false (tuce_verdict_section_is_live (section));
  found = tuce_verdict_section_get_found (section);
  g_assert_cmpint (((const TuceVerdict *) found->verdicts->pdata[1])->result, ==, TUCE_MET);
}

static void
copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) folder = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir_with_parents (to, 0755), ==, 0);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          copy_folder (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &content, &length, NULL));
      g_assert_true (g_file_set_contents (target, content, (gssize) length, NULL));
    }
}

static char *
data_with_one_field_more (void)
{
  static const char *const folders[] = { "dictionary", "codes", "cartography", "standards" };
  char *data = g_dir_make_tmp ("tuce-data-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (data, "dictionary", "household.csv", NULL);
  FILE *file;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *from = tuce_data_path (folders[i], NULL);
      g_autofree char *to = g_build_filename (data, folders[i], NULL);

      copy_folder (from, to);
    }
  file = g_fopen (path, "a");
  fputs ("bee_hives,Bee hives,蜂箱,integer,,,,,,0,,open,,,basic,,,,\n", file);
  fclose (file);
  return data;
}

/* One line of data: the field is in the file, on the card and in the table. */
static void
test_added_field (void)
{
  static const char *const columns[] = { "bee_hives", NULL };
  g_autofree char *data = data_with_one_field_more ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = NULL;
  g_autoptr (TuceRows) rows = NULL;
  Fixture fixture = { 0 };
  gint64 id;

  tuce_data_set_directory (data);
  set_up (&fixture, NULL);
  type (&fixture, "household", "bee_hives", "12");
  tuce_card_save (fixture.card);
  assert_stored (&fixture, 1, "bee_hives", "12");
  query = tuce_query_new (fixture.county, "household");
  tuce_query_set_columns (query, columns, &error);
  g_assert_no_error (error);
  id = small_county_household (fixture.county, 1);
  rows = tuce_query_fetch (query, fixture.county, &id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tuce_rows_value (rows, 0, 0)->integer, ==, 12);
  tear_down (&fixture, NULL);
  tuce_data_set_directory (NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define add(path, test) g_test_add ("/card/" path, Fixture, NULL, set_up, test, tear_down)
  add ("save-undo-redo", test_save_undo_redo);
  add ("nothing-changed", test_nothing_changed);
  add ("wrong-is-refused", test_wrong_is_refused);
  add ("warning-may-be-saved", test_warning_may_be_saved);
  add ("typing-survives-edits-elsewhere", test_typing_survives_edits_elsewhere);
  add ("draft", test_draft);
  add ("draft-of-new-household", test_draft_of_new_household);
  add ("kinds-round-trip", test_kinds_round_trip);
  add ("boolean-buttons", test_boolean_buttons);
  add ("members-in-one-edit", test_members_in_one_edit);
  add ("add-and-remove-household", test_add_and_remove_household);
  add ("concealed", test_concealed);
  add ("read-only", test_read_only);
  add ("move", test_move);
  add ("site", test_site);
  add ("site-is-chosen", test_site_is_chosen);
  add ("red-lines-live", test_red_lines_live);
#undef add
  g_test_add_func ("/card/added-field", test_added_field);
  return g_test_run ();
}
