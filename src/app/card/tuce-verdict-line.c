/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-verdict-line.h"

#include <glib/gi18n-lib.h>

#include "tuce-condition.h"
#include "tuce-mark-cell.h"

static GtkWidget *
add_text (GtkWidget *box, const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* What can be done about a criterion. */
static GMenuModel *
new_menu (const TuceRule *rule, GPtrArray *gaps, gboolean writable)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) measures = g_menu_new ();

  if (writable)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_("Record an Inspection…"), NULL);

      g_menu_item_set_action_and_target (item, "verdict.inspect", "s", rule->code);
      g_menu_append_item (first, item);
    }
  if (*rule->field)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_("Go to the Field"), NULL);

      g_menu_item_set_action_and_target (item, "verdict.field", "s", rule->code);
      g_menu_append_item (first, item);
    }
  for (guint i = 0; writable && i < gaps->len; i++)
    {
      const TuceGap *gap = g_ptr_array_index (gaps, i);
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (gap->rule != rule)
        continue;
      label = gap->proposal ? g_strdup_printf ("%s…", gap->proposal->content) : g_strdup (_("Another Measure…"));
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "verdict.measure", "u", i);
      g_menu_append_item (measures, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (g_menu_model_get_n_items (G_MENU_MODEL (measures)) > 0)
    /* Translators: heading of a menu: what fills the gap */
    g_menu_append_section (menu, _("Make a measure"), G_MENU_MODEL (measures));
  return G_MENU_MODEL (menu);
}

static void
add_head (GtkWidget *box, TuceDictionary *dictionary, const TuceVerdict *verdict, GPtrArray *gaps, gboolean writable)
{
  const TuceRule *rule = verdict->rule;
  const TuceCodeList *list = tuce_dictionary_code_list (dictionary, "result");
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *mark = tuce_mark_cell_new ();
  GtkWidget *menu = gtk_menu_button_new ();
  g_autofree char *title = g_strdup_printf ("%s %s", rule->code, tuce_rule_short (rule));
  g_autofree char *spoken = g_strdup_printf (_("What to do about %s"), title);
  g_autofree char *tooltip = *rule->evidence ? g_strdup_printf (_("%s\nEvidence: %s\nDepartment: %s"), tuce_rule_label (rule),
                                                                rule->evidence, rule->department)
                                             : g_strdup (tuce_rule_label (rule));
  g_autoptr (GMenuModel) model = new_menu (rule, gaps, writable);
  GtkWidget *name, *word;

  tuce_mark_cell_set_code (TUCE_MARK_CELL (mark), tuce_code_list_find (list, tuce_result_code (verdict->result)));
  gtk_box_append (GTK_BOX (head), mark);
  name = add_text (head, title, FALSE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (name, tooltip);
  word = add_text (head, tuce_result_label (dictionary, verdict->result), FALSE);
  gtk_label_set_wrap (GTK_LABEL (word), FALSE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (menu), FALSE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_widget_set_tooltip_text (menu, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (head), menu);
  gtk_box_append (GTK_BOX (box), head);
}

static void
add_figures (GtkWidget *box, const TuceVerdict *verdict)
{
  g_autofree char *text = NULL;

  if (*verdict->value && *verdict->threshold)
    /* Translators: the figure that is there, and the threshold it is compared with */
    text = g_strdup_printf (_("is %s, threshold %s"), verdict->value, verdict->threshold);
  else if (*verdict->value)
    text = g_strdup_printf (_("is %s"), verdict->value);
  else if (*verdict->threshold)
    text = g_strdup_printf (_("threshold %s"), verdict->threshold);
  if (text)
    add_text (box, text, TRUE);
}

static char *
describe_inspection (TuceDictionary *dictionary, const TuceRecord *inspection)
{
  static const char *const fields[] = { "inspector", "sheet", "value", "note" };
  GString *text = g_string_new (tuce_record_text (inspection, "inspected_on"));
  TuceResult result = tuce_result_from_code (tuce_record_text (inspection, "result"));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (*tuce_record_text (inspection, fields[i]))
      g_string_append_printf (text, " %s", tuce_record_text (inspection, fields[i]));
  /* Translators: what an inspection was (day, who, sheet), then its result */
  {
    g_autofree char *all = g_strdup_printf (_("%s: %s"), text->str, tuce_result_label (dictionary, result));

    g_string_assign (text, all);
  }
  return g_string_free (text, FALSE);
}

static void
add_source (GtkWidget *box, TuceDictionary *dictionary, const TuceVerdictsFound *found, const TuceVerdict *verdict)
{
  for (guint i = 0; i < found->inspections->len; i++)
    {
      const TuceRecord *inspection = g_ptr_array_index (found->inspections, i);
      gboolean counts = inspection->id == verdict->inspection;
      g_autofree char *what = NULL;
      g_autofree char *text = NULL;

      if (!g_str_equal (tuce_record_text (inspection, "criterion"), verdict->rule->code))
        continue;
      what = describe_inspection (dictionary, inspection);
      text = counts ? g_strdup_printf (_("By inspection %s"), what) : g_strdup_printf (_("Earlier %s"), what);
      add_text (box, text, TRUE);
    }
  if (!verdict->inspection)
    add_text (box, verdict->computed == TUCE_UNCHECKED ? _("The data don't say") : _("By the data"), TRUE);
  else if (verdict->computed != verdict->result)
    {
      g_autofree char *text
          = g_strdup_printf (_("The data say: %s"), tuce_result_label (dictionary, verdict->computed));

      add_text (box, text, TRUE);
    }
}

GtkWidget *
tuce_verdict_line_new (TuceDictionary *dictionary, const TuceVerdictsFound *found, const TuceVerdict *verdict,
                       GPtrArray *gaps, gboolean writable)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_head (box, dictionary, verdict, gaps, writable);
  gtk_widget_set_margin_start (details, 24);
  add_figures (details, verdict);
  add_source (details, dictionary, found, verdict);
  gtk_box_append (GTK_BOX (box), details);
  return box;
}
