/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The left of the page of sheets: for which records the chosen form is printed. */
#include "tuce-sheet-page-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-shown.h"

/* What a form is about, in the words of the page; households and sites are selected elsewhere, scenarios here. */
static const struct
{
  const char *entity;
  const char *one;
  const char *all;
  const char *select;
  const char *none;
} kinds[] = {
  { "household", N_("The Selected Household"), N_("All Shown Households"), N_("Select a household in the table or on the map."),
    N_("No household is shown: widen the scope or clear the filter.") },
  { "site", N_("The Selected Site"), N_("All Sites of the Scope"), N_("Select a site on the map or on the page of relocation."),
    N_("There is no resettlement site in this scope.") },
  { "scenario", N_("The Chosen Scenario"), N_("All Scenarios"), N_("Choose a scenario."),
    N_("There is no scenario yet: make one on the page of planning.") },
};

static guint
kind_of (TuceSheetPage *self)
{
  const char *entity = self->form ? tuce_form_entity (self->form)->name : "household";

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].entity, entity))
      return i;
  return 0;
}

static gboolean
is_chosen_here (TuceSheetPage *self)
{
  return g_str_equal (kinds[kind_of (self)].entity, "scenario");
}

/* The ids of the chosen form, or NULL while they are not known. */
static GArray *
found_ids (TuceSheetPage *self)
{
  guint index;

  if (!self->found || !self->form || !g_ptr_array_find (self->loaded, self->form, &index))
    return NULL;
  return self->found->pdata[index];
}

/* The record that “the selected one” means now, or 0. */
static gint64
selected_record (TuceSheetPage *self)
{
  GArray *ids = found_ids (self);
  guint which = gtk_drop_down_get_selected (self->which);

  if (is_chosen_here (self))
    return ids && which < ids->len ? g_array_index (ids, gint64, which) : 0;
  if (g_strcmp0 (tuce_workspace_get_selected_entity (self->workspace), kinds[kind_of (self)].entity) != 0)
    return 0;
  return tuce_workspace_get_selected_id (self->workspace);
}

/* A form may be meant for some households only: F4 for those that move. */
static gboolean
is_meant_for (TuceSheetPage *self, gint64 id)
{
  g_autoptr (GError) error = NULL;

  return tuce_form_is_meant_for (self->form, tuce_workspace_get_county (self->workspace), id, &error);
}

const char *
tuce_sheet_page_nothing (TuceSheetPage *self)
{
  guint kind = kind_of (self);

  if (!gtk_check_button_get_active (self->for_one))
    return _(kinds[kind].none);
  return selected_record (self) ? _("This form is not for the selected household: it does not move.") : _(kinds[kind].select);
}

void
tuce_sheet_page_show_whom (TuceSheetPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  guint kind = kind_of (self);
  gint64 id = county ? selected_record (self) : 0;
  g_autoptr (TuceRecord) record = id ? tuce_county_load (county, kinds[kind].entity, id, NULL) : NULL;
  g_autofree char *one = record ? tuce_record_title (record) : NULL;
  g_autofree char *all = NULL;

  if (county && kind == 0)
    all = tuce_shown_describe (self->workspace);
  else if (county && !is_chosen_here (self))
    all = g_strdup (tuce_workspace_describe_scope (self->workspace));
  gtk_label_set_text (self->whom_one, one ? one : _("none selected"));
  gtk_label_set_text (self->whom_all, all ? all : "");
  gtk_widget_set_visible (GTK_WIDGET (self->whom_one), !is_chosen_here (self));
  gtk_widget_set_visible (GTK_WIDGET (self->whom_all), all && *all);
}

/* Lists the scenarios to choose from. */
static void
fill_which (TuceSheetPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  GArray *ids = is_chosen_here (self) ? found_ids (self) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint which = gtk_drop_down_get_selected (self->which);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autoptr (TuceRecord) record
          = tuce_county_load (county, tuce_form_entity (self->form)->name, g_array_index (ids, gint64, i), NULL);
      g_autofree char *title = record ? tuce_record_title (record) : g_strdup ("");

      gtk_string_list_append (names, title);
    }
  gtk_drop_down_set_model (self->which, G_LIST_MODEL (names));
  if (ids && which < ids->len)
    gtk_drop_down_set_selected (self->which, which);
  gtk_widget_set_visible (GTK_WIDGET (self->which), is_chosen_here (self));
}

void
tuce_sheet_page_show_form (TuceSheetPage *self)
{
  guint kind = kind_of (self);
  gboolean lists_all = self->form && tuce_form_lists_all (self->form);

  gtk_check_button_set_label (self->for_one, _(kinds[kind].one));
  gtk_check_button_set_label (self->for_all, _(kinds[kind].all));
  gtk_widget_set_sensitive (GTK_WIDGET (self->for_one), !lists_all);
  if (lists_all && gtk_check_button_get_active (self->for_one))
    gtk_check_button_set_active (self->for_all, TRUE);
  fill_which (self);
  tuce_sheet_page_show_whom (self);
}

void
tuce_sheet_page_choose (TuceSheetPage *self)
{
  gboolean for_one = gtk_check_button_get_active (self->for_one);
  gint64 one = for_one ? selected_record (self) : 0;
  GArray *ids = found_ids (self);

  g_clear_pointer (&self->chosen, g_array_unref);
  if (gtk_check_button_get_active (self->for_all))
    self->chosen = ids ? g_array_ref (ids) : NULL;
  else if ((one && self->form && is_meant_for (self, one)) || gtk_check_button_get_active (self->for_blank))
    {
      self->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (self->chosen, one);
    }
  tuce_sheet_page_show_chosen (self);
}

guint
tuce_sheet_page_n_sheets (TuceSheetPage *self)
{
  guint n = self->chosen ? self->chosen->len : 0;

  return self->form && tuce_form_lists_all (self->form) ? MIN (n, 1) : n;
}

void
tuce_sheet_page_show_counts (TuceSheetPage *self)
{
  for (int i = 0; i < (int) self->loaded->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->forms, i);
      TuceForm *form = self->loaded->pdata[i];
      g_autofree char *n = self->found ? tuce_text_number (((GArray *) self->found->pdata[i])->len) : g_strdup ("…");
      g_autofree char *text = NULL;

      /* Translators: number and title of a form, then how many records it would print for */
      text = g_strdup_printf (_("%s %s\n%s records"), tuce_form_number (form), tuce_form_title (form), n);
      gtk_label_set_text (GTK_LABEL (gtk_list_box_row_get_child (row)), text);
    }
}
