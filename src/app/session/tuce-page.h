/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * TucePage:
 *
 * A page of the window that other parts of it may ask to show something. They do not know the page: they activate the
 * window's action "win.show" ("(sv)": the name of the page, what it is to show), and the window passes it on and goes there.
 */
#define TUCE_TYPE_PAGE (tuce_page_get_type ())
G_DECLARE_INTERFACE (TucePage, tuce_page, TUCE, PAGE, GtkWidget)

struct _TucePageInterface
{
  GTypeInterface parent_interface;

  void (*show) (TucePage *page, GVariant *what);
};

/** tuce_page_show: Shows @what on @page, which may not be in view; the header of the page's class says which types it takes. */
void tuce_page_show (TucePage *page, GVariant *what);
