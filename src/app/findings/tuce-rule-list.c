/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-rule-list.h"

#include <glib/gi18n-lib.h>

#include "tuce-keyboard-focus.h"
#include "tuce-mark-cell.h"
#include "tuce-query.h"

#define CODE "tuce-code"

struct _TuceRuleList
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkListBox *list;
  GHashTable *counts; /* rule code → gint64 */
  gint64 total;
  char *chosen;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TuceRuleList, tuce_rule_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, TuceRuleList *self)
{
  const char *code = row ? g_object_get_data (G_OBJECT (row), CODE) : NULL;

  if (self->filling || !row || g_strcmp0 (code, self->chosen) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (code);
  g_signal_emit (self, chosen_signal, 0);
}

static void
tuce_rule_list_dispose (GObject *object)
{
  TuceRuleList *self = TUCE_RULE_LIST (object);

  self->filling = TRUE;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (tuce_rule_list_parent_class)->dispose (object);
}

static void
tuce_rule_list_finalize (GObject *object)
{
  TuceRuleList *self = TUCE_RULE_LIST (object);

  g_hash_table_unref (self->counts);
  g_free (self->chosen);
  G_OBJECT_CLASS (tuce_rule_list_parent_class)->finalize (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceRuleList *self = TUCE_RULE_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return gtk_widget_grab_focus (row ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

static void
tuce_rule_list_class_init (TuceRuleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_rule_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_rule_list_finalize;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", TUCE_TYPE_RULE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tuce_rule_list_init (TuceRuleList *self)
{
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rules");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rules"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
tuce_rule_list_new (void)
{
  return g_object_new (TUCE_TYPE_RULE_LIST, NULL);
}

/* A group's heading: what its findings weigh, with its mark. */
static void
add_heading (TuceRuleList *self, const TuceCode *severity)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *mark = tuce_mark_cell_new ();
  GtkWidget *label = gtk_label_new (tuce_code_label (severity));

  tuce_mark_cell_set_code (TUCE_MARK_CELL (mark), severity);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_can_focus (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
add_row (TuceRuleList *self, const char *code, const char *title, gint64 count)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *number = tuce_text_number (count);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", title, number);
  g_autofree char *tooltip = code ? g_strdup_printf ("%s %s", code, title) : g_strdup (title);
  GtkWidget *figure = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (figure, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), CODE, g_strdup (code), g_free);
  gtk_list_box_append (self->list, row);
  if (g_strcmp0 (code, self->chosen) == 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static gint64
count_of (TuceRuleList *self, const char *rule)
{
  const gint64 *count = g_hash_table_lookup (self->counts, rule);

  return count ? *count : 0;
}

static void
take_counts (TuceRuleList *self, GPtrArray *groups)
{
  g_hash_table_remove_all (self->counts);
  self->total = 0;
  for (guint i = 0; i < groups->len; i++)
    {
      const TuceGroup *group = g_ptr_array_index (groups, i);

      g_hash_table_replace (self->counts, g_strdup (group->key), g_memdup2 (&group->count, sizeof group->count));
      self->total += group->count;
    }
}

static void
add_group (TuceRuleList *self, GPtrArray *checks, const TuceCode *severity)
{
  gboolean any = FALSE;

  for (guint i = 0; i < checks->len; i++)
    {
      const TuceRule *rule = g_ptr_array_index (checks, i);
      gint64 count = count_of (self, rule->code);

      if (!g_str_equal (tuce_severity_code (rule->severity), severity->code)
          || (count == 0 && g_strcmp0 (rule->code, self->chosen) != 0))
        continue;
      if (!any)
        add_heading (self, severity);
      any = TRUE;
      add_row (self, rule->code, tuce_rule_label (rule), count);
    }
}

/* Findings of rules that no active pack has any more: seen as what they are. */
static void
add_strangers (TuceRuleList *self, TuceStandards *standards, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const TuceGroup *group = g_ptr_array_index (groups, i);

      if (!tuce_standards_rule (standards, group->key))
        add_row (self, group->key, group->key, group->count);
    }
}

void
tuce_rule_list_set_counts (TuceRuleList *self, TuceStandards *standards, TuceDictionary *dictionary, GPtrArray *groups)
{
  g_autoptr (GPtrArray) checks = tuce_standards_checks (standards);
  const TuceCodeList *severities = tuce_dictionary_code_list (dictionary, "severity");
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  gboolean had_focus = focus != NULL;
  GtkWidget *row;

  g_return_if_fail (TUCE_IS_RULE_LIST (self));
  self->filling = TRUE;
  take_counts (self, groups);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
  add_row (self, NULL, _("All rules"), self->total);
  for (guint i = 0; i < severities->codes->len; i++)
    add_group (self, checks, g_ptr_array_index (severities->codes, i));
  add_strangers (self, standards, groups);
  self->filling = FALSE;
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

const char *
tuce_rule_list_get_chosen (TuceRuleList *self)
{
  g_return_val_if_fail (TUCE_IS_RULE_LIST (self), NULL);
  return self->chosen;
}

void
tuce_rule_list_choose (TuceRuleList *self, const char *rule)
{
  g_return_if_fail (TUCE_IS_RULE_LIST (self));
  if (g_strcmp0 (rule, self->chosen) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (rule);
  self->filling = TRUE;
  gtk_list_box_unselect_all (self->list); /* a rule without findings gets its row with the next counts */
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (row))
        && g_strcmp0 (g_object_get_data (G_OBJECT (row), CODE), rule) == 0)
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->filling = FALSE;
  g_signal_emit (self, chosen_signal, 0);
}

gint64
tuce_rule_list_get_count (TuceRuleList *self, const char *rule)
{
  g_return_val_if_fail (TUCE_IS_RULE_LIST (self), 0);
  return rule ? count_of (self, rule) : self->total;
}
