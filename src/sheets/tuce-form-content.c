/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads cells and their contents. */
#include "tuce-form-elements.h"

#include <glib/gi18n-lib.h>

#include "tuce-form-source.h"
#include "tuce-photo-records.h"

/* Reads border="all", "none", or names of sides: "left right". */
static gboolean
read_borders (const TuceAttributes *attributes, TuceBorders *borders, GError **error)
{
  static const char *const sides[] = { "top", "right", "bottom", "left", NULL };
  const char *text = tuce_attributes_text (attributes, "border");
  g_auto (GStrv) parts = NULL;

  if (!text || g_str_equal (text, "none") || g_str_equal (text, "all"))
    {
      if (text)
        *borders = g_str_equal (text, "all") ? TUCE_BORDER_ALL : 0;
      return TRUE;
    }
  *borders = 0;
  parts = g_strsplit (text, " ", -1);
  for (guint i = 0; parts[i]; i++)
    {
      guint side = 0;

      while (sides[side] && !g_str_equal (sides[side], parts[i]))
        side++;
      if (!sides[side])
        return tuce_form_fail (attributes->form, attributes->line, error,
                               _("border=\"%s\": all, none, or sides out of top, right, bottom, left"), text);
      *borders |= 1u << side;
    }
  return TRUE;
}

static gboolean
read_cell (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  static const char *const aligns[] = { "left", "center", "right", NULL };
  static const char *const valigns[] = { "top", "middle", "bottom", NULL };
  static const char *const weights[] = { "no", "yes", NULL };
  TuceCell *cell = reader->cell;
  guint align = cell->align, valign = cell->valign, bold = 0;

  if (!tuce_attributes_word (attributes, "align", aligns, &align, error)
      || !tuce_attributes_word (attributes, "valign", valigns, &valign, error)
      || !tuce_attributes_word (attributes, "bold", weights, &bold, error)
      || !tuce_attributes_number (attributes, "size", 5, 40, &cell->size, error)
      || !tuce_attributes_length (attributes, "pitch", 2, 50, &cell->pitch, error)
      || !read_borders (attributes, &cell->borders, error))
    return FALSE;
  cell->align = align;
  cell->valign = valign;
  cell->bold = bold;
  cell->label = g_strdup (tuce_attributes_text (attributes, "label"));
  reader->items = cell->items;
  return TRUE;
}

gboolean
tuce_form_start_td (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  reader->cell = tuce_cell_new (reader->form, attributes->line);
  reader->cell->borders = reader->table->framed ? TUCE_BORDER_ALL : 0;
  g_ptr_array_add (reader->row->cells, reader->cell);
  return read_cell (reader, attributes, error)
         && tuce_attributes_count (attributes, "colspan", 1, 100, &reader->cell->colspan, error)
         && tuce_attributes_count (attributes, "rowspan", 1, 300, &reader->cell->rowspan, error);
}

gboolean
tuce_form_start_p (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  TuceFormTable *table = tuce_form_add_table (reader, attributes);
  double width = tuce_form_text_width (reader->form);

  g_array_append_val (table->columns, width);
  reader->table = table;
  reader->row = tuce_form_row_new (attributes->line, 0);
  g_ptr_array_add (table->rows, reader->row);
  reader->cell = tuce_cell_new (reader->form, attributes->line);
  g_ptr_array_add (reader->row->cells, reader->cell);
  return tuce_attributes_length (attributes, "height", 1, 300, &reader->row->height, error)
         && read_cell (reader, attributes, error);
}

gboolean
tuce_form_start_space (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  return tuce_attributes_length (attributes, "height", 0, 300, &tuce_form_add_table (reader, attributes)->height, error);
}

static TuceItem *
add_item (TuceFormReader *reader, TuceItemKind kind)
{
  TuceItem *item = tuce_item_new (kind);

  g_ptr_array_add (reader->items, item);
  return item;
}

gboolean
tuce_form_start_br (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  add_item (reader, TUCE_ITEM_BREAK);
  return TRUE;
}

gboolean
tuce_form_start_check (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  const char *when = tuce_attributes_text (attributes, "when");
  const char *is = tuce_attributes_text (attributes, "is");
  TuceItem *item = add_item (reader, TUCE_ITEM_CHECK);

  item->text = g_strdup (tuce_attributes_text (attributes, "label"));
  if (!when != !is)
    return tuce_form_fail (reader->form, attributes->line, error, _("“when” and “is” stand together"));
  if (!when)
    return TRUE;
  item->has_source = TRUE;
  if (!tuce_form_find_source (reader->form, when, reader->row->list, attributes->line, &item->source, error))
    return FALSE;
  if (!item->source.field)
    return tuce_form_fail (reader->form, attributes->line, error, _("when=\"%s\" is no field of the register"), when);
  if (g_str_equal (is, TUCE_ANY_VALUE))
    item->is = g_strsplit (is, "|", -1);
  else
    item->is = tuce_form_parse_values (reader->form, item->source.field, is, attributes->line, error);
  return item->is != NULL;
}

gboolean
tuce_form_start_blank (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  return tuce_attributes_length (attributes, "width", 2, 300, &add_item (reader, TUCE_ITEM_BLANK)->width, error);
}

gboolean
tuce_form_start_sign (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  add_item (reader, TUCE_ITEM_TEXT)->text = g_strdup (tuce_attributes_text (attributes, "label"));
  return tuce_form_start_blank (reader, attributes, error);
}

gboolean
tuce_form_start_when (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  const char *known = tuce_attributes_text (attributes, "known");
  const char *more = tuce_attributes_text (attributes, "more");
  TuceItem *item = add_item (reader, known ? TUCE_ITEM_KNOWN : TUCE_ITEM_MORE);

  if (!known == !more)
    return tuce_form_fail (reader->form, attributes->line, error, _("<when> has either “known” or “more”"));
  item->items = tuce_items_new ();
  reader->items = item->items;
  if (known)
    {
      item->has_source = TRUE;
      return tuce_form_find_source (reader->form, known, reader->row->list, attributes->line, &item->source, error);
    }
  item->list = tuce_form_find_list (reader->form, more);
  return item->list >= 0
         || tuce_form_fail (reader->form, attributes->line, error, _("there is no <list name=\"%s\"> at the head of the form"), more);
}

gboolean
tuce_form_start_seal (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  if (reader->cell->seal)
    return tuce_form_fail (reader->form, attributes->line, error, _("a cell has room for one seal"));
  reader->cell->seal = g_strdup (tuce_attributes_text (attributes, "label"));
  return TRUE;
}

/* Whether the path leads to a place: a field that refers to one, or the code of the place that the form is about. */
static gboolean
names_place (const TuceForm *form, const TuceField *field)
{
  return field->type == TUCE_FIELD_PLACE
         || (form->entity->is_place && field == form->entity->scope);
}

/* Finds the place of a map. Maps of sites and scenarios show the form's own record, the others the place that a field
   refers to. */
static gboolean
find_map_place (TuceFormReader *reader, const TuceAttributes *attributes, TuceCell *cell, GError **error)
{
  TuceForm *form = reader->form;
  const char *place = tuce_attributes_text (attributes, "place");
  const char *of = cell->map == TUCE_MAP_SITE ? "site" : cell->map == TUCE_MAP_SCENARIO ? "scenario" : NULL;

  if (of)
    {
      form->has_overlay = TRUE;
      if (place || form->lists_all || !g_str_equal (form->entity->name, of))
        return tuce_form_fail (form, attributes->line, error, _("this map is of the %s a sheet is about, and names no place"), of);
      return TRUE;
    }
  if (!place)
    return tuce_form_fail (form, attributes->line, error, _("<%s> needs the attribute “%s”"), "map", "place");
  if (!tuce_form_find_source (form, place, TUCE_NO_LIST, attributes->line, &cell->map_place, error))
    return FALSE;
  if (!cell->map_place.field || !names_place (form, cell->map_place.field))
    return tuce_form_fail (form, attributes->line, error, _("place=\"%s\" does not lead to a place"), place);
  return TRUE;
}

gboolean
tuce_form_start_map (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  static const char *const parts[] = { "", "locator", "detail", "place", "site", "scenario", NULL };
  TuceCell *cell = reader->cell;
  guint part = TUCE_MAP_NONE;

  if (!tuce_attributes_word (attributes, "part", parts + 1, &part, error))
    return FALSE;
  cell->map = part + 1;
  reader->form->has_map = TRUE;
  return find_map_place (reader, attributes, cell, error);
}

gboolean
tuce_form_start_photo (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  TuceForm *form = reader->form;
  TuceCell *cell = reader->cell;
  const TuceField *kind = tuce_entity_field (tuce_dictionary_entity (form->dictionary, "photo"), "kind");
  const char *code = tuce_attributes_text (attributes, "kind");

  if (form->lists_all || !tuce_photos_owner_field (form->dictionary, form->entity->name))
    return tuce_form_fail (form, attributes->line, error, _("there are no photos of a %s"), form->entity->name);
  if (!tuce_code_list_find (kind->codes, code))
    return tuce_form_fail (form, attributes->line, error, _("kind=\"%s\" is not in the list %s"), code, kind->target);
  if (cell->photo)
    return tuce_form_fail (form, attributes->line, error, _("a cell has room for one photo"));
  cell->photo = g_new0 (TucePhotoCell, 1);
  cell->photo->kind = g_strdup (code);
  cell->photo->label = g_strdup (tuce_attributes_text (attributes, "label"));
  cell->photo->missing = g_strdup (tuce_attributes_text (attributes, "missing"));
  form->has_photo = TRUE;
  return TRUE;
}
