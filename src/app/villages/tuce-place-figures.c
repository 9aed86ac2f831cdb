/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-place-figures.h"

#include <glib/gi18n-lib.h>

#include "tuce-incidence.h"
#include "tuce-record-columns.h"

typedef char *(*Words) (gint64 id, gboolean whole, gpointer data);

static const TuceIncidence *
find (gpointer data, gint64 id)
{
  GHashTable *incidences = *(GHashTable **) data;

  return incidences ? g_hash_table_lookup (incidences, &id) : NULL;
}

static char *
households_and_people (gint64 households, gint64 people, gboolean whole)
{
  g_autofree char *n = tuce_text_number (households);
  g_autofree char *of = tuce_text_number (people);

  return whole ? g_strdup_printf (_("%s households, %s people"), n, of) : g_steal_pointer (&n);
}

static char *
registered_words (gint64 id, gboolean whole, gpointer data)
{
  const TuceIncidence *figures = find (data, id);

  return figures ? households_and_people (figures->registered_households, figures->registered_people, whole)
                 : g_strdup ("");
}

static char *
poor_words (gint64 id, gboolean whole, gpointer data)
{
  const TuceIncidence *figures = find (data, id);

  return figures ? households_and_people (figures->poor_households, figures->poor_people, whole) : g_strdup ("");
}

static char *
incidence_words (gint64 id, gboolean whole, gpointer data)
{
  const TuceIncidence *figures = find (data, id);

  return whole ? tuce_incidence_fraction (figures) : tuce_incidence_rate (figures);
}

void
tuce_place_figures_add (GPtrArray *columns, gpointer incidences)
{
  const struct
  {
    const char *path;
    const char *title;
    Words words;
  } figures[] = { { "@registered", _("Registered"), registered_words },
                  { "@poor", _("Still Poor"), poor_words },
                  { "@incidence", _("Incidence"), incidence_words } };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    tuce_record_columns_add_figure (columns, figures[i].path, figures[i].title, _("Figures"), figures[i].words,
                                    incidences);
}
