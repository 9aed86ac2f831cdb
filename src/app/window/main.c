/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-application.h"
#include "tuce-data.h"

int
main (int argc, char **argv)
{
  g_autoptr (TuceApplication) application = NULL;

  tuce_data_bind_language ();
  g_set_prgname ("tuce");
  application = tuce_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
