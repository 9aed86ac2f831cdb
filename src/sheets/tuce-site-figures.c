/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-site-figures.h"

#include <string.h>

#include "tuce-query.h"
#include "tuce-standards.h"

struct _TuceSiteFigures
{
  gatomicrefcount references;
  TuceSiteBoards *boards;
  GHashTable *more;      /* id of a site (gint64) → More */
  guint area, debt;      /* index of the criteria about area and debt in the standard in force; G_MAXUINT for none */
};

/* Figures that the boards (tuce-site-board.h) do not have. */
typedef struct
{
  gint64 id;
  gint64 reclaimed;  /* 0.01 m² */
  char first_in[11]; /* the day the first household moved in, "" where none has */
} More;

typedef enum
{
  FIGURE_HOUSEHOLDS,
  FIGURE_PEOPLE,
  FIGURE_IN_HOUSEHOLDS,
  FIGURE_IN_PEOPLE,
  FIGURE_AREA_PER_HEAD,
  FIGURE_OLD_DUE,
  FIGURE_OLD_GONE,
  FIGURE_RECLAIMED,
  FIGURE_RECLAIMED_M2,
  FIGURE_OVER_AREA,
  FIGURE_OVER_DEBT,
  FIGURE_ABLE,
  FIGURE_EMPLOYED,
  FIGURE_FIRST_IN
} Figure;

#define FIELD(type_) { .name = "", .label_en = "", .label_zh = "", .type = type_, .target = "", .unit_en = "", .unit_zh = "" }

static const struct
{
  const char *name;
  TuceField field;
} kinds[] = {
  [FIGURE_HOUSEHOLDS] = { "households", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_PEOPLE] = { "people", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_IN_HOUSEHOLDS] = { "in_households", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_IN_PEOPLE] = { "in_people", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_AREA_PER_HEAD] = { "area_per_head", FIELD (TUCE_FIELD_AREA) },
  [FIGURE_OLD_DUE] = { "old_due", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_OLD_GONE] = { "old_gone", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_RECLAIMED] = { "reclaimed", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_RECLAIMED_M2] = { "reclaimed_m2", FIELD (TUCE_FIELD_AREA) },
  [FIGURE_OVER_AREA] = { "over_area", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_OVER_DEBT] = { "over_debt", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_ABLE] = { "able", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_EMPLOYED] = { "employed", FIELD (TUCE_FIELD_INTEGER) },
  [FIGURE_FIRST_IN] = { "first_in", FIELD (TUCE_FIELD_DATE) },
};

static gboolean
add_relocation (gint64 id, const TuceValue *values, gpointer data)
{
  GHashTable *more = data;
  More *of;

  if (values[0].kind != TUCE_VALUE_INTEGER)
    return TRUE;
  of = g_hash_table_lookup (more, &values[0].integer);
  if (!of)
    {
      of = g_new0 (More, 1);
      of->id = values[0].integer;
      g_hash_table_insert (more, &of->id, of);
    }
  if (values[1].kind == TUCE_VALUE_INTEGER)
    of->reclaimed += values[1].integer;
  if (values[2].kind == TUCE_VALUE_TEXT && (!*of->first_in || strcmp (values[2].text, of->first_in) < 0))
    g_strlcpy (of->first_in, values[2].text, sizeof of->first_in);
  return TRUE;
}

static const char *const columns[] = { "site_id", "reclaimed_m2", "moved_in_on", NULL };

void
tuce_site_figures_add_reads (TuceReads *reads)
{
  tuce_reads_add_entity (reads, TUCE_OWN_PACK);
  tuce_reads_add_paths (reads, "relocation", columns);
  tuce_site_boards_add_reads (reads);
}

static GHashTable *
add_up (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, "relocation");
  g_autoptr (GHashTable) more = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  if (!tuce_query_set_columns (query, columns, error)
      || !tuce_query_each (query, county, add_relocation, more, cancellable, error))
    return NULL;
  return g_steal_pointer (&more);
}

/* The criterion that is corrected at @field: so the standard's own text decides which one it is. */
static guint
find_criterion (TuceStandards *standards, const char *field)
{
  const TucePack *pack = tuce_standards_standard (standards, "relocation");

  for (guint i = 0; pack && i < pack->rules->len; i++)
    {
      const TuceRule *rule = pack->rules->pdata[i];

      if (g_str_equal (rule->field, field))
        return rule->index;
    }
  return G_MAXUINT;
}

TuceSiteFigures *
tuce_site_figures_load (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceStandards) standards = tuce_standards_load (county, NULL, error);
  g_autoptr (GHashTable) more = standards ? add_up (county, cancellable, error) : NULL;
  g_autoptr (TuceSiteBoards) boards
      = more ? tuce_site_boards_load (county, standards, NULL, cancellable, error) : NULL;
  TuceSiteFigures *figures;

  if (!boards)
    return NULL;
  figures = g_new0 (TuceSiteFigures, 1);
  g_atomic_ref_count_init (&figures->references);
  figures->boards = g_steal_pointer (&boards);
  figures->more = g_steal_pointer (&more);
  figures->area = find_criterion (standards, "house_m2");
  figures->debt = find_criterion (standards, "self_raised");
  return figures;
}

TuceSiteFigures *
tuce_site_figures_ref (TuceSiteFigures *figures)
{
  g_atomic_ref_count_inc (&figures->references);
  return figures;
}

void
tuce_site_figures_unref (TuceSiteFigures *figures)
{
  if (!g_atomic_ref_count_dec (&figures->references))
    return;
  tuce_site_boards_free (figures->boards);
  g_hash_table_unref (figures->more);
  g_free (figures);
}

int
tuce_site_figure_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return (int) i;
  return -1;
}

const TuceField *
tuce_site_figure_field (guint figure)
{
  return &kinds[figure].field;
}

static gint64
unmet (const TuceMoves *moves, guint criterion)
{
  return criterion < moves->n_redlines ? moves->redlines[criterion].unmet : -1;
}

gboolean
tuce_site_figure_value (const TuceSiteFigures *figures, gint64 id, guint figure, TuceValue *value)
{
  const TuceSiteBoard *board = tuce_site_boards_find (figures->boards, id);
  const TuceMoves *moves = board ? &board->movers.sum : NULL;
  const More *more = g_hash_table_lookup (figures->more, &id);
  double per_head = moves ? tuce_moves_area_per_head (moves) : -1;
  gint64 number;

  if (!moves)
    return FALSE;
  switch ((Figure) figure)
    {
    case FIGURE_HOUSEHOLDS: number = moves->households; break;
    case FIGURE_PEOPLE: number = moves->people; break;
    case FIGURE_IN_HOUSEHOLDS: number = moves->in_households; break;
    case FIGURE_IN_PEOPLE: number = moves->in_people; break;
    case FIGURE_AREA_PER_HEAD: number = per_head < 0 ? -1 : (gint64) (per_head * 100 + 0.5); break;
    case FIGURE_OLD_DUE: number = moves->old_due; break;
    case FIGURE_OLD_GONE: number = moves->old_gone; break;
    case FIGURE_RECLAIMED: number = moves->reclaimed; break;
    case FIGURE_RECLAIMED_M2: number = more ? more->reclaimed : 0; break;
    case FIGURE_OVER_AREA: number = unmet (moves, figures->area); break;
    case FIGURE_OVER_DEBT: number = unmet (moves, figures->debt); break;
    case FIGURE_ABLE: number = moves->able; break;
    case FIGURE_EMPLOYED: number = moves->employed; break;
    case FIGURE_FIRST_IN:
      if (more && *more->first_in)
        tuce_value_set_text (value, more->first_in);
      return value->kind == TUCE_VALUE_TEXT;
    default: g_return_val_if_reached (FALSE);
    }
  tuce_value_set_integer (value, number);
  return number >= 0;
}
