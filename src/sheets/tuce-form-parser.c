/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the XML of a template: which element may stand where, and which function reads it. */
#include "tuce-form-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-form-elements.h"
#include "tuce-form-source.h"

typedef gboolean (*StartFunc) (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/* GMarkup reports the position after the element. A line break (character 1) counts as part of the next line: take that
   back. */
static guint
current_line (TuceFormReader *reader)
{
  int line, character;

  g_markup_parse_context_get_position (reader->context, &line, &character);
  return (guint) line - (character == 1 && line > 1);
}

/* Every element of a template: where it may stand, which attributes it has (those with * are required), and whether it
   contains text. */
static const struct
{
  const char *name;
  const char *parents;
  const char *attributes;
  gboolean holds_text;
  StartFunc start;
} elements[] = {
  { "form", "", "number* title* entity* font* margins* size* continued* paper orientation unconfirmed sheet needs standard incomplete", FALSE, tuce_form_start_form },
  { "list", "form", "name* where is by order", FALSE, tuce_form_start_list },
  { "header", "form", "", FALSE, tuce_form_start_header },
  { "footer", "form", "", FALSE, tuce_form_start_footer },
  { "page", "form", "", FALSE, tuce_form_start_page },
  { "continuation", "form", "", FALSE, tuce_form_start_continuation },
  { "table", "header footer page continuation", "columns* frame", FALSE, tuce_form_start_table },
  { "p", "header footer page continuation", "height* align valign size bold border pitch label", TRUE, tuce_form_start_p },
  { "space", "header footer page continuation", "height*", FALSE, tuce_form_start_space },
  { "tr", "table", "height* repeat rows", FALSE, tuce_form_start_tr },
  { "td", "tr", "colspan rowspan align valign size bold border pitch label", TRUE, tuce_form_start_td },
  { "br", "td p when", "", FALSE, tuce_form_start_br },
  { "check", "td p when", "label* when is", FALSE, tuce_form_start_check },
  { "blank", "td p when", "width*", FALSE, tuce_form_start_blank },
  { "sign", "td p when", "label* width*", FALSE, tuce_form_start_sign },
  { "when", "td p", "known more", TRUE, tuce_form_start_when },
  { "seal", "td", "label*", FALSE, tuce_form_start_seal },
  { "map", "td", "part* place", FALSE, tuce_form_start_map },
  { "photo", "td", "kind* label* missing*", FALSE, tuce_form_start_photo },
};

static int
find_element (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (elements[i].name, name))
      return (int) i;
  return -1;
}

static const char *
parent_name (GMarkupParseContext *context)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  return stack->next ? stack->next->data : "";
}

static void
element_started (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data,
                 GError **error)
{
  TuceFormReader *reader = data;
  TuceAttributes attributes = { reader->form, current_line (reader), name, names, values };
  const char *parent = parent_name (context);
  int index = find_element (name);
  g_auto (GStrv) parents = NULL;

  if (index < 0)
    {
      tuce_form_fail (reader->form, attributes.line, error, _("there is no element <%s>"), name);
      return;
    }
  parents = g_strsplit (elements[index].parents, " ", -1);
  if (*parent ? !g_strv_contains ((const char *const *) parents, parent) : *elements[index].parents != '\0')
    {
      tuce_form_fail (reader->form, attributes.line, error, _("<%s> can't stand in <%s>"), name, parent);
      return;
    }
  if (tuce_attributes_check (&attributes, elements[index].attributes, error))
    elements[index].start (reader, &attributes, error);
}

static gboolean
items_are_constant (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const TuceItem *item = items->pdata[i];

      if (item->kind == TUCE_ITEM_MORE || (item->has_source && !tuce_source_is_constant (&item->source))
          || (item->items && !items_are_constant (item->items)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
items_are_paged (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const TuceItem *item = items->pdata[i];

      if ((item->has_source && (item->source.kind == TUCE_SOURCE_PAGE || item->source.kind == TUCE_SOURCE_PAGES))
          || (item->items && items_are_paged (item->items)))
        return TRUE;
    }
  return FALSE;
}

static void
element_ended (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  TuceFormReader *reader = data;

  if (g_str_equal (name, "td") || g_str_equal (name, "p"))
    {
      reader->cell->is_static = reader->cell->map == TUCE_MAP_NONE && !reader->cell->photo && items_are_constant (reader->cell->items);
      reader->cell->is_paged = items_are_paged (reader->cell->items);
      if ((reader->cell->map != TUCE_MAP_NONE || reader->cell->photo) && reader->cell->items->len)
        tuce_form_fail (reader->form, reader->cell->line, error, _("a cell with a map or a photo holds nothing else"));
    }
  else if (g_str_equal (name, "when"))
    reader->items = reader->cell->items;
  else if (g_str_equal (name, "page") || g_str_equal (name, "continuation"))
    reader->in_page = reader->in_continuation = FALSE;
}

static void
text_read (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  TuceFormReader *reader = data;
  const char *element = g_markup_parse_context_get_element (context);
  int index = element ? find_element (element) : -1;
  g_autofree char *words = g_strndup (text, length);
  guint line = current_line (reader);

  /* GMarkup reports the position after the text: count lines back to where its words begin. */
  for (const char *p = words + strspn (words, " \t\r\n"); *p; p++)
    line -= *p == '\n';
  if (index >= 0 && elements[index].holds_text)
    tuce_form_parse_text (reader->form, words, reader->row->list, line, reader->items, error);
  else if (*g_strstrip (words))
    tuce_form_fail (reader->form, line, error, _("text can't stand in <%s>: “%s”"),
                    element ? element : "", words);
}

/* Checks what can be judged only at the end: that there is a place for everything that may not fit. */
static gboolean
check_whole (TuceFormReader *reader, GError **error)
{
  TuceForm *form = reader->form;

  if (!form->entity)
    return tuce_form_fail (form, 1, error, _("the file holds no <form>"));
  if (form->pages->len == 0)
    return tuce_form_fail (form, current_line (reader), error, _("the form has no <page>"));
  for (guint i = 0; i < form->lists->len; i++)
    {
      TuceFormList *list = form->lists->pdata[i];

      if (list->on_page == 0)
        return tuce_form_fail (form, list->line, error, _("no row of a page repeats “%s”"), list->entity->name);
      if (!list->continued)
        return tuce_form_fail (form, list->line, error,
                               _("the <continuation> has no row that repeats “%s”: those beyond %u would be lost"),
                               list->entity->name, list->on_page);
    }
  if (!reader->has_overflow && (form->columns->len || form->lists->len))
    return tuce_form_fail (form, form->continuation ? form->continuation_line : current_line (reader), error,
                           _("the <continuation> needs a row that repeats “overflow”, or a long text would be cut off"));
  return TRUE;
}

static gboolean
read_markup (TuceFormReader *reader, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) mistake = NULL;

  if (g_markup_parse_context_parse (reader->context, text, (gssize) length, &mistake)
      && g_markup_parse_context_end_parse (reader->context, &mistake))
    return check_whole (reader, error);
  if (mistake->domain == TUCE_ERROR)
    g_propagate_error (error, g_steal_pointer (&mistake));
  else
    tuce_form_fail (reader->form, current_line (reader), error, "%s", mistake->message);
  return FALSE;
}

gboolean
tuce_form_parse (TuceForm *form, GError **error)
{
  static const GMarkupParser callbacks = { element_started, element_ended, text_read, NULL, NULL };
  TuceFormReader reader = { .form = form };
  g_autofree char *text = NULL;
  gsize length;
  gboolean read;

  if (!g_file_get_contents (form->path, &text, &length, error))
    return FALSE;
  reader.context = g_markup_parse_context_new (&callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  read = read_markup (&reader, text, length, error);
  g_markup_parse_context_free (reader.context);
  return read;
}
