/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-origin-figures.h"

#include <glib/gi18n-lib.h>

#include "tuce-site-words.h"

typedef struct
{
  const char *path, *title;
  char *(*words) (gint64 id, gboolean whole, gpointer data);
} Figure;

static const TuceOriginMoves *
origin_of (gint64 id, gpointer data)
{
  GHashTable *origins = *(GHashTable **) data;

  return origins ? g_hash_table_lookup (origins, &id) : NULL;
}

static char *
households_words (gint64 id, gboolean whole, gpointer data)
{
  const TuceOriginMoves *origin = origin_of (id, data);

  return origin && !whole ? tuce_text_number (origin->moves.households) : NULL;
}

static char *
people_words (gint64 id, gboolean whole, gpointer data)
{
  const TuceOriginMoves *origin = origin_of (id, data);

  return origin && !whole ? tuce_text_number (origin->moves.people) : NULL;
}

static char *
moved_in_words (gint64 id, gboolean whole, gpointer data)
{
  const TuceOriginMoves *origin = origin_of (id, data);

  if (!origin)
    return NULL;
  return whole ? tuce_share_fraction (origin->moves.in_people, origin->moves.people, _("people"))
               : tuce_text_number (origin->moves.in_people);
}

static char *
distance_words (gint64 id, gboolean whole, gpointer data)
{
  const TuceOriginMoves *origin = origin_of (id, data);

  if (!origin)
    return NULL;
  if (whole)
    return g_strdup (origin->distance < 0
                         ? _("Where the village or the site lies is not filled in")
                         : _("Straight distance from the village to the site; where people go to several, their mean"));
  return origin->distance < 0 ? g_strdup ("—") : tuce_text_distance (origin->distance);
}

static const Figure figures[] = {
  { "@households", N_("Households Moving"), households_words },
  { "@people", N_("People Moving"), people_words },
  { "@moved-in", N_("Moved In, People"), moved_in_words },
  { "@distance", N_("Straight Distance"), distance_words },
};

void
tuce_origin_figures_add (GPtrArray *columns, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    tuce_record_columns_add_figure (columns, figures[i].path, _(figures[i].title), _("Relocation"), figures[i].words, data);
}

double
tuce_origin_figure (const TuceOriginMoves *origin, const char *path)
{
  if (g_str_equal (path, "@distance"))
    return origin->distance;
  return (double) (g_str_equal (path, "@households") ? origin->moves.households
                   : g_str_equal (path, "@moved-in") ? origin->moves.in_people
                                                     : origin->moves.people);
}
