/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-step-line.h"

#include <glib/gi18n-lib.h>

#include "tuce-mark-cell.h"

struct _TuceStepLine
{
  GtkWidget parent_instance;

  GtkWidget *flow;
  GString *words;
};

G_DEFINE_FINAL_TYPE (TuceStepLine, tuce_step_line, GTK_TYPE_WIDGET)

static void
tuce_step_line_dispose (GObject *object)
{
  g_clear_pointer (&TUCE_STEP_LINE (object)->flow, gtk_widget_unparent);
  G_OBJECT_CLASS (tuce_step_line_parent_class)->dispose (object);
}

static void
tuce_step_line_finalize (GObject *object)
{
  g_string_free (TUCE_STEP_LINE (object)->words, TRUE);
  G_OBJECT_CLASS (tuce_step_line_parent_class)->finalize (object);
}

static void
tuce_step_line_class_init (TuceStepLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_step_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_step_line_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tuce-steps");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tuce_step_line_init (TuceStepLine *self)
{
  self->words = g_string_new (NULL);
  self->flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->flow), TRUE);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

GtkWidget *
tuce_step_line_new (void)
{
  return g_object_new (TUCE_TYPE_STEP_LINE, NULL);
}

/* The year stands in the tooltip: 10-15 is what tells one day of a case from another. */
static const char *
short_day (const char *day)
{
  return g_utf8_strlen (day, -1) == 10 ? day + 5 : day;
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_step (TuceStepLine *self, const TuceStepState *state, guint index, guint n_done)
{
  const char *day = state->record ? tuce_record_text (state->record, "done_on") : "";
  gboolean done = index < n_done, next = index == n_done;
  const char *word = done ? _("done") : next ? _("next") : _("to come");
  /* a mark is chosen through a code, as everywhere */
  const char *look = done ? "met" : next ? "planned" : "unknown";
  const TuceCode code = { .code = "", .label_en = word, .label_zh = word, .mark = look };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *mark = tuce_mark_cell_new ();
  g_autofree char *tooltip = g_strdup_printf ("%s · %s%s%s", tuce_rule_label (state->rule), word, *day ? " " : "", day);

  tuce_mark_cell_set_code (TUCE_MARK_CELL (mark), &code);
  gtk_widget_set_size_request (mark, -1, 20);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), new_label (tuce_rule_short (state->rule), next ? "heading" : NULL));
  gtk_box_append (GTK_BOX (box), new_label (*day ? short_day (day) : " ", "step-day"));
  gtk_widget_set_tooltip_text (box, tooltip);
  gtk_box_append (GTK_BOX (self->flow), box);
  g_string_append_printf (self->words, "%s%s", self->words->len ? "; " : "", tooltip);
}

void
tuce_step_line_show (TuceStepLine *self, const TuceCase *file)
{
  GtkWidget *child;

  g_return_if_fail (TUCE_IS_STEP_LINE (self));
  while ((child = gtk_widget_get_first_child (self->flow)))
    gtk_box_remove (GTK_BOX (self->flow), child);
  g_string_truncate (self->words, 0);
  for (guint i = 0; file && i < file->steps->len; i++)
    add_step (self, file->steps->pdata[i], i, file->n_done);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words->str, -1);
}

char *
tuce_step_line_describe (TuceStepLine *self)
{
  g_return_val_if_fail (TUCE_IS_STEP_LINE (self), NULL);
  return g_strdup (self->words->str);
}
