/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-look.h"

gboolean
tuce_look_is_dark (GtkWidget *widget)
{
  GdkRGBA text;

  /* A theme may be dark whatever the settings say; its text colour tells. */
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  return 0.2126 * text.red + 0.7152 * text.green + 0.0722 * text.blue > 0.5;
}

void
tuce_look_set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}
