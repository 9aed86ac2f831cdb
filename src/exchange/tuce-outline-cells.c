/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws schematic cells again where the place around them has got a real outline. */
#include "tuce-outline-private.h"

#include "tuce-voronoi.h"

/* Gives the outline of @place where it is a schematic one, else NULL. */
static const TuceOldOutline *
schematic_cell (TuceOutlineImport *outlines, const TuceOutlinePlace *place)
{
  GPtrArray *old = tuce_outline_import_old (outlines, place->level, place->code);
  const TuceOldOutline *cell = old && old->len == 1 ? old->pdata[0] : NULL;

  return cell && cell->schematic && cell->shape ? cell : NULL;
}

static GPtrArray *
children_of (TuceOutlineImport *outlines, const char *code)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < outlines->places->len; i++)
    {
      TuceOutlinePlace *place = outlines->places->pdata[i];

      if (g_str_equal (place->parent, code))
        g_ptr_array_add (children, place);
    }
  return children;
}

static gboolean
any_schematic (TuceOutlineImport *outlines, GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    if (schematic_cell (outlines, places->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Sets @position to where the place was until now: its own position, or a point well inside its outline. FALSE where it has
 * neither. */
static gboolean
old_position (TuceOutlineImport *outlines, const TuceOutlinePlace *place, TucePosition *position)
{
  GPtrArray *old = tuce_outline_import_old (outlines, place->level, place->code);

  if (place->has_position)
    *position = place->position;
  else if (old && ((const TuceOldOutline *) old->pdata[0])->shape)
    *position = tuce_shape_label_position (((const TuceOldOutline *) old->pdata[0])->shape);
  else
    return FALSE;
  return TRUE;
}

static void
extend_by_old (TuceOutlineImport *outlines, const TuceOutlinePlace *place, TuceBox *box)
{
  GPtrArray *old = tuce_outline_import_old (outlines, place->level, place->code);

  if (place->has_position)
    tuce_box_extend (box, place->position);
  for (guint i = 0; old && i < old->len; i++)
    if (((const TuceOldOutline *) old->pdata[i])->shape)
      tuce_box_join (box, &((const TuceOldOutline *) old->pdata[i])->shape->box);
}

/* Gives the position that is, in the box @to, where @position is in the box @from. Neighbours stay neighbours. */
static TucePosition
carry_over (TucePosition position, const TuceBox *from, const TuceBox *to)
{
  double across = from->east > from->west ? (position.lon - from->west) / (from->east - from->west) : 0.5;
  double up = from->north > from->south ? (position.lat - from->south) / (from->north - from->south) : 0.5;

  return (TucePosition){ to->west + across * (to->east - to->west), to->south + up * (to->north - to->south) };
}

/* Gives a seed inside @shape for each of @places: the position of the place where that is inside; else its position carried
 * over into the new outline; else a random one. The same input gives the same seeds. */
static TucePosition *
choose_seeds (TuceOutlineImport *outlines, GPtrArray *places, const TuceShape *shape)
{
  g_autofree TucePosition *seeds = g_new (TucePosition, places->len);
  g_autofree TucePosition *spare = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (((TuceOutlinePlace *) places->pdata[0])->code));
  TuceBox around = TUCE_BOX_EMPTY;

  for (guint i = 0; i < places->len; i++)
    extend_by_old (outlines, places->pdata[i], &around);
  for (guint i = 0; i < places->len; i++)
    {
      gboolean known = old_position (outlines, places->pdata[i], &seeds[i]);

      if (known && !tuce_shape_contains (shape, seeds[i]))
        seeds[i] = carry_over (seeds[i], &around, &shape->box);
      if (known && tuce_shape_contains (shape, seeds[i]))
        continue;
      if (!spare)
        spare = tuce_voronoi_seeds (shape, places->len, random, NULL);
      if (!spare)
        return NULL;
      seeds[i] = spare[i];
    }
  return g_steal_pointer (&seeds);
}

void
tuce_outline_import_redraw (TuceOutlineImport *outlines, const char *code, const TuceShape *shape)
{
  g_autoptr (GPtrArray) places = children_of (outlines, code);
  g_autofree TucePosition *seeds = NULL;
  g_autoptr (GPtrArray) cells = NULL;

  if (!any_schematic (outlines, places))
    return;
  seeds = choose_seeds (outlines, places, shape);
  if (seeds)
    cells = tuce_voronoi_cells (shape, seeds, places->len, NULL);
  for (guint i = 0; i < places->len; i++)
    {
      const TuceOutlinePlace *place = places->pdata[i];

      if (!schematic_cell (outlines, place))
        continue;
      if (!cells)
        {
          outlines->n_left++;
          continue;
        }
      tuce_outline_import_replace (outlines, place, cells->pdata[i], "schematic", NULL, NULL);
      tuce_outline_import_redraw (outlines, place->code, cells->pdata[i]);
      outlines->n_redrawn++;
    }
}
