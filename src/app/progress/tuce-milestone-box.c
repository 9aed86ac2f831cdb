/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-milestone-box.h"

#include <glib/gi18n-lib.h>

#include "tuce-date.h"

char *
tuce_milestone_days_words (int left)
{
  g_autofree char *days = tuce_text_number (ABS (left) + (left <= 0));

  if (left == 1)
    return g_strdup (_("the last day is today"));
  if (left > 1)
    return g_strdup_printf (ngettext ("%s day left", "%s days left", left), days);
  return g_strdup_printf (ngettext ("over for %s day", "over for %s days", 1 - left), days);
}

static GtkWidget *
add_line (GtkWidget *box, const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_widget_set_tooltip_text (label, text);
  if (css)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static char *
remaining_words (const TuceMilestone *milestone, gint64 remaining, int left)
{
  g_autofree char *number = tuce_text_number (remaining);
  g_autofree char *daily = tuce_text_number (tuce_milestone_daily (remaining, left));

  if (remaining == 0)
    return g_strdup (_("nothing remains to be done"));
  if (left < 1)
    /* Translators: a number, what it counts ("errors to correct") */
    return g_strdup_printf (_("%s %s"), number, tuce_milestone_what (milestone));
  /* Translators: a number, what it counts ("errors to correct"), how many of them each day */
  return g_strdup_printf (_("%s %s, %s a day"), number, tuce_milestone_what (milestone), daily);
}

GtkWidget *
tuce_milestone_box_new (const TuceMilestone *milestone, int year, const GDate *today, gint64 remaining)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int left = tuce_milestone_days_left (milestone, year, today);
  g_autofree char *days = tuce_milestone_days_words (left);
  g_autofree char *day = NULL;
  g_autofree char *when = NULL;
  g_autofree char *what = remaining < 0 ? g_strdup ("") : remaining_words (milestone, remaining, left);
  gboolean late = left < 1 && remaining > 0;
  GDate end;

  tuce_milestone_end (milestone, year, &end);
  day = tuce_date_format (&end);
  when = g_strdup_printf ("%s%s · %s", late ? "! " : "", days, day);
  gtk_widget_add_css_class (box, "milestone");
  gtk_widget_set_hexpand (box, TRUE);
  add_line (box, tuce_milestone_label (milestone), "heading");
  add_line (box, when, late ? "late" : NULL);
  add_line (box, what, "dim-label");
  return box;
}
