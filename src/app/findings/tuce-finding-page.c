/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-keyboard-focus.h"

#include "tuce-finding-page-private.h"

#define RULES_WIDTH 190

G_DEFINE_FINAL_TYPE (TuceFindingPage, tuce_finding_page, GTK_TYPE_WIDGET)

static const char *const state_words[TUCE_N_FINDING_STATES] = {
  /* Translators: findings by where they stand */
  [TUCE_FINDING_OPEN] = N_("To Be Settled"),
  [TUCE_FINDING_DISPOSED] = N_("Settled"),
  [TUCE_FINDING_GONE] = N_("No Longer Found"),
};

/* --- what is shown --- */

static void
show_counts (TuceFindingPage *self, const gint64 *counts)
{
  for (TuceFindingState state = 0; state < TUCE_N_FINDING_STATES; state++)
    {
      g_autofree char *number = counts ? tuce_text_number (counts[state]) : NULL;
      g_autofree char *label
          = number ? g_strdup_printf ("%s %s", _(state_words[state]), number) : g_strdup (_(state_words[state]));

      gtk_button_set_label (GTK_BUTTON (self->states[state]), label);
    }
}

static void
show_running (TuceFindingPage *self)
{
  TuceReview *review = tuce_workspace_get_review (self->workspace);
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  gboolean running = review && tuce_review_get_running (review);

  gtk_button_set_label (GTK_BUTTON (self->rerun), running ? _("Stop Checking") : _("Check All Again"));
  gtk_widget_set_sensitive (self->rerun, county && tuce_county_is_writable (county));
}

static void
show_none (TuceFindingPage *self)
{
  const char *scope = tuce_workspace_describe_scope (self->workspace);
  const char *rule = tuce_count_list_get_chosen (self->rules);
  TuceReview *review = tuce_workspace_get_review (self->workspace);
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  gboolean whole = g_str_equal (tuce_workspace_get_scope (self->workspace), tuce_county_get_code (county));
  g_autofree char *sentence = NULL;

  if (review && tuce_review_get_failure (review))
    tuce_looks_show (self->looks, "failed", tuce_review_get_failure (review), _("Again"), "findings.rerun");
  else if (rule)
    {
      /* Translators: a place, the code of a rule */
      sentence = g_strdup_printf (_("%s: no finding of rule %s here."), scope, rule);
      tuce_looks_show (self->looks, "nothing", sentence, _("Show All Rules"), "findings.all-rules");
    }
  else
    {
      sentence = g_strdup_printf (self->state == TUCE_FINDING_OPEN
                                      ? _("No finding is open in %s. Mistakes and doubtful figures stand here as soon as "
                                          "they are found.")
                                      : _("There is none in %s."),
                                  scope);
      tuce_looks_show (self->looks, "empty", sentence, whole ? _("Check All Again") : _("Show the Whole County"),
                       whole ? "findings.rerun" : "findings.whole-county");
    }
}

static void
on_selection_changed (TuceFindingPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GtkBitset) selected = tuce_column_table_get_selection (TUCE_COLUMN_TABLE (self->table));
  guint n = (guint) gtk_bitset_get_size (selected), position;
  gint64 household;

  tuce_disposal_bar_set_selected (self->bar, n, county && tuce_county_is_writable (county));
  if (n != 1 || !county)
    return;
  position = gtk_bitset_get_minimum (selected);
  household = tuce_list_table_integer (self->table, position, TUCE_FINDING_HOUSEHOLD);
  if (household)
    tuce_workspace_select (self->workspace, "household", household);
  else
    {
      g_autofree char *subject = g_strdup (tuce_list_table_text (self->table, position, TUCE_FINDING_SUBJECT));

      tuce_workspace_select (self->workspace, subject,
                             tuce_list_table_integer (self->table, position, TUCE_FINDING_SUBJECT_ID));
    }
}

static void
on_fetch_failed (TuceRecordList *list, const char *sentence, TuceFindingPage *self)
{
  tuce_looks_show (self->looks, "failed", sentence, _("Again"), "findings.again");
}

static void
set_list (TuceFindingPage *self, GArray *ids)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (TuceRecordList) list
      = tuce_record_list_new (county, tuce_list_table_new_query (self->table, county), g_array_ref (ids));

  g_signal_connect_object (list, "failed", G_CALLBACK (on_fetch_failed), self, 0);
  tuce_list_table_set_list (self->table, list);
}

/* What was selected may be gone: the next one takes its place; where its record was open, the keyboard comes back here. */
static void
select_after (TuceFindingPage *self, gint64 id, guint position)
{
  TuceRecordList *list = tuce_list_table_get_list (self->table);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list)), where;
  gboolean was_opened = id == self->opened && id != 0;

  if (position == GTK_INVALID_LIST_POSITION || n == 0)
    {
      on_selection_changed (self);
      return;
    }
  if (tuce_record_list_find (list, id, &where))
    {
      tuce_column_table_select (TUCE_COLUMN_TABLE (self->table), where, TUCE_BRING_ROW);
      return;
    }
  self->opened = 0;
  tuce_column_table_select (TUCE_COLUMN_TABLE (self->table), MIN (position, n - 1),
                            was_opened ? TUCE_BRING_FOCUS : TUCE_BRING_ROW);
  on_selection_changed (self);
}

static void
show_found (TuceFindingPage *self, TuceFindingsFound *found)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceRecordList *old = tuce_list_table_get_list (self->table);
  guint selected = tuce_column_table_get_selected (TUCE_COLUMN_TABLE (self->table));
  guint position = self->fresh ? GTK_INVALID_LIST_POSITION : selected;
  gint64 id = position == GTK_INVALID_LIST_POSITION ? 0 : tuce_record_list_get_id (old, position);

  show_counts (self, found->counts);
  if (tuce_workspace_get_standards (self->workspace))
    tuce_rule_list_fill (self->rules, tuce_workspace_get_standards (self->workspace),
                         tuce_county_get_dictionary (county), found->rules);
  if (self->fresh || !tuce_list_table_follow (self->table, found->ids))
    set_list (self, found->ids);
  self->fresh = FALSE;
  select_after (self, id, position);
  if (found->ids->len == 0)
    show_none (self);
  else
    tuce_looks_show_list (self->looks);
  if (self->entering && gtk_widget_get_focus_child (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->entering = FALSE;
}

/* --- looking --- */

static void
stop (TuceFindingPage *self)
{
  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceFindingPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceFindingsFound) found = tuce_read_finish (result, &error);

  /* A later look, or another county, took its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->query)
    return;
  g_clear_object (&self->query);
  if (found)
    show_found (self, found);
  else
    on_fetch_failed (NULL, error->message, self);
}

static void
add_reads (gpointer page, TuceReads *reads)
{
  tuce_reads_add_entity (reads, "finding");
  tuce_list_table_add_reads (TUCE_FINDING_PAGE (page)->table, reads);
}

static const TuceFreshPart parts[] = { { add_reads, NULL, TUCE_FRESH_BY_SCOPE | TUCE_FRESH_BY_STANDARDS } };

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TuceFindingPage *self = page;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  guint order = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order));
  TuceFindingsWanted wanted = { self->state, (TuceFindingOrder) order,
                                (char *) tuce_workspace_get_scope (self->workspace),
                                (char *) tuce_count_list_get_chosen (self->rules) };

  stop (self);
  self->fresh |= (stale & TUCE_FRESH_ANEW) != 0;
  if (!county)
    return;
  if (self->fresh)
    tuce_looks_show_loading (self->looks, _("Looking up findings…"));
  self->query = g_cancellable_new ();
  tuce_findings_find_async (county, &wanted, self->query, on_found, g_object_ref (self));
}

void
tuce_finding_page_find (TuceFindingPage *self, gboolean fresh)
{
  tuce_freshness_want (self->freshness, TUCE_FRESH_ALL | (fresh ? TUCE_FRESH_ANEW : 0));
}

static void
on_fresh (TuceFindingPage *self)
{
  tuce_finding_page_find (self, TRUE);
}

/* That the review fails, or no longer does, is said where no finding stands. */
static void
on_failure (TuceFindingPage *self)
{
  show_running (self);
  tuce_finding_page_find (self, FALSE);
}

static void
on_state_toggled (GtkToggleButton *button, TuceFindingPage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (TuceFindingState state = 0; state < TUCE_N_FINDING_STATES; state++)
    if (self->states[state] == GTK_WIDGET (button))
      self->state = state;
  tuce_finding_table_set_state (self->table, self->state);
  tuce_finding_page_find (self, TRUE);
}

static void
on_county_changed (TuceFindingPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceReview *review = tuce_workspace_get_review (self->workspace);

  stop (self);
  self->opened = 0;
  tuce_list_table_set_list (self->table, NULL);
  tuce_disposal_bar_set_dictionary (self->bar, county ? tuce_county_get_dictionary (county) : NULL);
  if (review)
    {
      g_signal_connect_object (review, "notify::running", G_CALLBACK (show_running), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (review, "notify::failure", G_CALLBACK (on_failure), self, G_CONNECT_SWAPPED);
    }
  show_counts (self, NULL);
  show_running (self);
  /* scope-changed follows: it is asked for. */
}

static void
on_dispose (TuceDisposalBar *bar, const char *disposition, const char *handed_to, const char *note,
            TuceFindingPage *self)
{
  tuce_finding_page_dispose_of (self, disposition, handed_to, note);
}

static void
on_activated (TuceFindingPage *self, gint64 id)
{
  guint position;

  if (tuce_record_list_find (tuce_list_table_get_list (self->table), id, &position))
    tuce_finding_page_open (self, position);
}

/* --- object --- */

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceFindingPage *self = TUCE_FINDING_PAGE (widget);
  guint position;

  self->entering = self->query != NULL;
  if (!tuce_list_table_get_list (self->table) || !g_str_equal (tuce_looks_get (self->looks), "list"))
    return gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
  position = tuce_column_table_get_selected (TUCE_COLUMN_TABLE (self->table));
  tuce_column_table_select (TUCE_COLUMN_TABLE (self->table), position == GTK_INVALID_LIST_POSITION ? 0 : position,
                            TUCE_BRING_FOCUS);
  on_selection_changed (self);
  return TRUE;
}

static void
tuce_finding_page_dispose (GObject *object)
{
  TuceFindingPage *self = TUCE_FINDING_PAGE (object);

  stop (self);
  g_clear_object (&self->freshness);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_finding_page_parent_class)->dispose (object);
}

static void
tuce_finding_page_class_init (TuceFindingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_finding_page_dispose;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  tuce_finding_page_install_actions (widget_class);
}

static GtkWidget *
new_top (TuceFindingPage *self)
{
  const char *const orders[] = { _("Errors first"), _("By place"), _("Oldest first"), _("By rule"), NULL };
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *scrolled;

  gtk_widget_add_css_class (top, "page-bar");
  gtk_widget_add_css_class (group, "linked");
  for (TuceFindingState state = 0; state < TUCE_N_FINDING_STATES; state++)
    {
      self->states[state] = gtk_toggle_button_new ();
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->states[state]),
                                   state ? GTK_TOGGLE_BUTTON (self->states[0]) : NULL);
      gtk_box_append (GTK_BOX (group), self->states[state]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->states[TUCE_FINDING_OPEN]), TRUE);
  gtk_widget_set_hexpand (group, TRUE);
  self->order = gtk_drop_down_new_from_strings (orders);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Order"), -1);
  self->rerun = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->rerun), "findings.rerun");
  gtk_box_append (GTK_BOX (top), group);
  gtk_box_append (GTK_BOX (top), self->order);
  gtk_box_append (GTK_BOX (top), self->rerun);
  scrolled = gtk_scrolled_window_new (); /* no narrower window is kept from anybody */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), top);
  return scrolled;
}

static void
tuce_finding_page_init (TuceFindingPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
build (TuceFindingPage *self)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->rules = TUCE_COUNT_LIST (tuce_rule_list_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->rules), RULES_WIDTH, -1);
  self->table = TUCE_LIST_TABLE (tuce_finding_table_new (self->workspace));
  self->looks = TUCE_LOOKS (tuce_looks_new (GTK_WIDGET (self->table)));
  self->bar = TUCE_DISPOSAL_BAR (tuce_disposal_bar_new ());
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->rules));
  gtk_box_append (GTK_BOX (middle), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->looks));
  gtk_box_append (GTK_BOX (self->box), new_top (self));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), middle);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->bar));
}

static void
connect (TuceFindingPage *self)
{
  for (TuceFindingState state = 0; state < TUCE_N_FINDING_STATES; state++)
    g_signal_connect_object (self->states[state], "toggled", G_CALLBACK (on_state_toggled), self, 0);
  g_signal_connect_object (self->order, "notify::selected", G_CALLBACK (on_fresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rules, "chosen", G_CALLBACK (on_fresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "dispose", G_CALLBACK (on_dispose), self, 0);
  g_signal_connect_object (self->workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "reviewed", G_CALLBACK (show_running), self, G_CONNECT_SWAPPED);
  self->freshness = tuce_freshness_new (self->workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
}

GtkWidget *
tuce_finding_page_new (TuceWorkspace *workspace)
{
  TuceFindingPage *self = g_object_new (TUCE_TYPE_FINDING_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  build (self);
  connect (self);
  on_county_changed (self);
  on_selection_changed (self);
  return GTK_WIDGET (self);
}

void
tuce_finding_page_show (TuceFindingPage *self, TuceFindingState state, const char *rule)
{
  g_return_if_fail (TUCE_IS_FINDING_PAGE (self));
  tuce_count_list_choose (self->rules, rule);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->states[state]), TRUE);
}

TuceListTable *
tuce_finding_page_get_table (TuceFindingPage *self)
{
  g_return_val_if_fail (TUCE_IS_FINDING_PAGE (self), NULL);
  return self->table;
}

TuceCountList *
tuce_finding_page_get_rules (TuceFindingPage *self)
{
  g_return_val_if_fail (TUCE_IS_FINDING_PAGE (self), NULL);
  return self->rules;
}

TuceDisposalBar *
tuce_finding_page_get_bar (TuceFindingPage *self)
{
  g_return_val_if_fail (TUCE_IS_FINDING_PAGE (self), NULL);
  return self->bar;
}

const char *
tuce_finding_page_get_look (TuceFindingPage *self)
{
  g_return_val_if_fail (TUCE_IS_FINDING_PAGE (self), NULL);
  return tuce_looks_get (self->looks);
}

gboolean
tuce_finding_page_is_loading (TuceFindingPage *self)
{
  g_return_val_if_fail (TUCE_IS_FINDING_PAGE (self), FALSE);
  return self->query != NULL;
}
