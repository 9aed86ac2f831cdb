/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-keyboard-focus.h"

gboolean
tuce_keyboard_focus_children (GtkWidget *widget, GtkDirectionType direction)
{
  static GtkWidgetClass *box;

  /* GtkBox has the very function, which GTK does not offer by itself. */
  if (!box)
    box = g_type_class_ref (GTK_TYPE_BOX);
  return box->focus (widget, direction);
}
