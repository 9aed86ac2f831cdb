/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-page.h"

G_DEFINE_INTERFACE (TucePage, tuce_page, GTK_TYPE_WIDGET)

static void
tuce_page_default_init (TucePageInterface *iface)
{
}

void
tuce_page_show (TucePage *self, GVariant *what)
{
  g_return_if_fail (TUCE_IS_PAGE (self));
  TUCE_PAGE_GET_IFACE (self)->show (self, what);
}
