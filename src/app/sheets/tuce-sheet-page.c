/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sheet-page-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-sheet-task.h"

/* Bits of the parts below. */
enum
{
  PART_FOUND = 1 << 0,
  PART_STOCK = 1 << 1
};

#define ZOOM_STEP 1.25
#define LEAST_SCALE 0.4
#define MOST_SCALE 6.0

G_DEFINE_FINAL_TYPE (TuceSheetPage, tuce_sheet_page, GTK_TYPE_BOX)

static void
say (TuceSheetPage *self, const char *sentence)
{
  tuce_sheet_preview_set_sheet (self->preview, NULL);
  gtk_label_set_text (self->sentence, sentence);
  gtk_stack_set_visible_child_name (self->views, "sentence");
}

static void
show_position (TuceSheetPage *self)
{
  guint pages = tuce_sheet_preview_get_n_pages (self->preview);
  guint page = tuce_sheet_preview_get_page (self->preview);
  guint n = self->run ? tuce_print_run_n_records (self->run) : 0;
  g_autofree char *text = NULL;

  if (pages > 0)
    {
      g_autofree char *sheet = tuce_text_number (self->record + 1);
      g_autofree char *of = tuce_text_number (n);

      /* Translators: which sheet of how many, then which page of it of how many */
      text = g_strdup_printf (_("Sheet %s of %s · page %u of %u"), sheet, of, page + 1, pages);
    }
  gtk_label_set_text (self->position, text ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheets.previous-page", pages > 0 && (page > 0 || self->record > 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheets.next-page",
                                 pages > 0 && (page + 1 < pages || self->record + 1 < n));
}

static void
show_record (TuceSheetPage *self, guint record, gboolean at_end)
{
  g_autoptr (GError) error = NULL;
  TuceSheet *sheet = tuce_print_run_lay_out (self->run, record, &error);

  if (!sheet)
    {
      say (self, error->message);
      show_position (self);
      return;
    }
  self->record = record;
  tuce_sheet_preview_set_sheet (self->preview, sheet);
  if (at_end)
    tuce_sheet_preview_set_page (self->preview, tuce_sheet_preview_get_n_pages (self->preview) - 1);
  gtk_stack_set_visible_child_name (self->views, "preview");
  show_position (self);
}

void
tuce_sheet_page_equip (TuceSheetPage *self, TucePrintRun *run)
{
  if (self->stock)
    tuce_print_run_set_stock (run, self->stock);
  tuce_print_run_set_scope (run, tuce_workspace_describe_scope (self->workspace));
}

void
tuce_sheet_page_show_chosen (TuceSheetPage *self)
{
  guint n = tuce_sheet_page_n_sheets (self);
  g_autofree char *number = tuce_text_number (n);
  g_autofree char *label = g_strdup_printf (ngettext ("Print %s Sheet…", "Print %s Sheets…", n), number);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->run, tuce_print_run_free);
  gtk_button_set_label (self->print, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheets.print", n > 0 && self->form);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheets.save", n > 0 && self->form);
  if (self->pending > 0)
    say (self, _("Getting the sheets ready…"));
  else if (!self->form)
    say (self, _("No form is chosen."));
  else if (n == 0)
    say (self, tuce_sheet_page_nothing (self));
  else if ((self->run = tuce_print_run_new (self->form, tuce_workspace_get_county (self->workspace), self->chosen, &error)))
    {
      tuce_sheet_page_equip (self, self->run);
      show_record (self, 0, FALSE);
      return;
    }
  else
    say (self, error->message);
  show_position (self);
}

static gboolean
is_late (TuceSheetPage *self, GAsyncResult *result)
{
  return !self->asking || g_task_get_cancellable (G_TASK (result)) != self->asking;
}

static void
answered (TuceSheetPage *self, const GError *error)
{
  self->pending--;
  if (error)
    tuce_workspace_report_error (self->workspace, error);
  if (self->pending > 0)
    return;
  g_clear_object (&self->asking);
  tuce_sheet_page_show_counts (self);
  tuce_sheet_page_show_form (self);
  tuce_sheet_page_choose (self);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceSheetPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tuce_read_finish (result, &error);

  if (is_late (self, result))
    return;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&found);
  answered (self, error);
}

static void
on_stock (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceSheetPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceSheetStock) stock = tuce_read_finish (result, &error);

  if (is_late (self, result))
    return;
  g_clear_pointer (&self->stock, tuce_sheet_stock_unref);
  self->stock = g_steal_pointer (&stock);
  answered (self, error);
}

static void
stop (TuceSheetPage *self)
{
  if (self->asking)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->pending = 0;
}

static void
add_found_reads (gpointer page, TuceReads *reads)
{
  TuceSheetPage *self = page;

  tuce_workspace_add_reads (self->workspace, reads);
  for (guint i = 0; i < self->loaded->len; i++)
    tuce_form_add_reads (self->loaded->pdata[i], reads);
}

static void
add_stock_reads (gpointer page, TuceReads *reads)
{
  tuce_sheet_stock_add_reads (reads);
}

/* A sheet may print anything there is: one that is shown must not show what was. */
static gboolean
is_printed (gpointer page, const TuceChangeSet *changes)
{
  return TRUE;
}

static const TuceFreshPart parts[] = {
  { add_found_reads, NULL, TUCE_FRESH_BY_SCOPE },    /* PART_FOUND */
  { add_stock_reads, NULL, TUCE_FRESH_BY_STANDARDS }, /* PART_STOCK */
  { NULL, is_printed, TUCE_FRESH_BY_STANDARDS | TUCE_FRESH_BY_DAY },
};

/* Asks for what is not known, or no longer; what is known is laid out anew. */
static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TuceSheetPage *self = page;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  stop (self);
  if (stale & PART_FOUND)
    g_clear_pointer (&self->found, g_ptr_array_unref);
  if (stale & PART_STOCK)
    g_clear_pointer (&self->stock, tuce_sheet_stock_unref);
  if (!county)
    return;
  if (self->found && self->stock)
    {
      tuce_sheet_page_show_form (self);
      tuce_sheet_page_choose (self);
      return;
    }
  self->asking = g_cancellable_new ();
  if (!self->found)
    {
      self->pending++;
      tuce_sheet_find_async (county, self->loaded, tuce_workspace_households (self->workspace),
                             tuce_workspace_get_scope (self->workspace), self->asking, on_found, g_object_ref (self));
    }
  if (!self->stock)
    {
      self->pending++;
      tuce_read_async (county, &tuce_sheet_stocking, NULL, self->asking, on_stock, g_object_ref (self));
    }
  tuce_sheet_page_show_counts (self);
  tuce_sheet_page_show_form (self);
  tuce_sheet_page_choose (self);
}

static void
on_selection_changed (TuceSheetPage *self)
{
  tuce_sheet_page_show_whom (self);
  if (gtk_check_button_get_active (self->for_one) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tuce_sheet_page_choose (self);
}

static void
load_forms (TuceSheetPage *self, TuceDictionary *dictionary)
{
  g_autoptr (GPtrArray) numbers = tuce_form_list ();
  GtkWidget *row;

  g_clear_pointer (&self->form, tuce_form_unref);
  g_ptr_array_set_size (self->loaded, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->forms))))
    gtk_list_box_remove (self->forms, row);
  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr (GError) error = NULL;
      TuceForm *form = tuce_form_load (dictionary, numbers->pdata[i], &error);
      GtkWidget *label;

      if (!form)
        {
          tuce_workspace_report_error (self->workspace, error);
          continue;
        }
      label = gtk_label_new (tuce_form_title (form));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      g_ptr_array_add (self->loaded, form);
      gtk_list_box_append (self->forms, label);
    }
  gtk_list_box_select_row (self->forms, gtk_list_box_get_row_at_index (self->forms, 0));
}

static void
on_county_changed (TuceSheetPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  stop (self);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->stock, tuce_sheet_stock_unref);
  g_clear_pointer (&self->run, tuce_print_run_free);
  g_clear_pointer (&self->chosen, g_array_unref);
  tuce_sheet_preview_set_sheet (self->preview, NULL);
  if (county)
    load_forms (self, tuce_county_get_dictionary (county));
  gtk_stack_set_visible_child_name (self->looks, county ? "sheets" : "empty");
  /* scope-changed follows: it is asked for. */
}

static void
show_paper (TuceSheetPage *self)
{
  g_autofree char *text = NULL;
  double width, height;
  guint pages = tuce_form_n_pages (self->form);

  tuce_form_page_size (self->form, &width, &height);
  text = g_strdup_printf (ngettext ("Paper: %.0f × %.0f mm, %u page", "Paper: %.0f × %.0f mm, %u pages (both sides)", pages),
                          width / 72 * 25.4, height / 72 * 25.4, pages);
  gtk_label_set_text (self->paper, text);
}

static void
form_selected (GtkListBox *list, GtkListBoxRow *row, TuceSheetPage *self)
{
  g_clear_pointer (&self->form, tuce_form_unref);
  if (row)
    {
      self->form = tuce_form_ref (self->loaded->pdata[gtk_list_box_row_get_index (row)]);
      show_paper (self);
      tuce_sheet_page_show_form (self);
    }
  if (self->workspace && tuce_workspace_get_county (self->workspace))
    tuce_sheet_page_choose (self);
}

static void
choice_toggled (TuceSheetPage *self)
{
  if (self->workspace && tuce_workspace_get_county (self->workspace))
    tuce_sheet_page_choose (self);
}

static void
which_selected (TuceSheetPage *self)
{
  /* Also called while the list is filled anew: only a choice of the user's changes what is shown. */
  if (self->workspace && tuce_workspace_get_county (self->workspace) && self->pending == 0
      && gtk_check_button_get_active (self->for_one))
    tuce_sheet_page_choose (self);
}

static void
previous_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceSheetPage *self = TUCE_SHEET_PAGE (widget);
  guint page = tuce_sheet_preview_get_page (self->preview);

  if (page > 0)
    tuce_sheet_preview_set_page (self->preview, page - 1);
  else if (self->run && self->record > 0)
    show_record (self, self->record - 1, TRUE);
  show_position (self);
}

static void
next_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceSheetPage *self = TUCE_SHEET_PAGE (widget);
  guint page = tuce_sheet_preview_get_page (self->preview);

  if (page + 1 < tuce_sheet_preview_get_n_pages (self->preview))
    tuce_sheet_preview_set_page (self->preview, page + 1);
  else if (self->run && self->record + 1 < tuce_print_run_n_records (self->run))
    show_record (self, self->record + 1, FALSE);
  show_position (self);
}

static void
zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceSheetPage *self = TUCE_SHEET_PAGE (widget);
  double scale = tuce_sheet_preview_get_scale (self->preview);

  if (g_str_equal (action, "sheets.zoom-fit"))
    scale = 0;
  else if (g_str_equal (action, "sheets.zoom-in"))
    scale = MIN (scale * ZOOM_STEP, MOST_SCALE);
  else
    scale = MAX (scale / ZOOM_STEP, LEAST_SCALE);
  tuce_sheet_preview_set_scale (self->preview, scale);
}

static void
tuce_sheet_page_dispose (GObject *object)
{
  TuceSheetPage *self = TUCE_SHEET_PAGE (object);

  stop (self);
  g_clear_object (&self->freshness);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->run, tuce_print_run_free);
  g_clear_pointer (&self->stock, tuce_sheet_stock_unref);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_clear_pointer (&self->form, tuce_form_unref);
  g_clear_pointer (&self->loaded, g_ptr_array_unref);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_sheet_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, 0, "sheets.previous-page", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, 0, "sheets.next-page", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, GDK_CONTROL_MASK, "sheets.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_equal, GDK_CONTROL_MASK, "sheets.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_minus, GDK_CONTROL_MASK, "sheets.zoom-out", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, GDK_CONTROL_MASK, "sheets.zoom-fit", NULL);
}

static void
tuce_sheet_page_class_init (TuceSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_sheet_page_dispose;
  g_type_ensure (TUCE_TYPE_SHEET_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-sheet-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, looks);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, forms);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, for_one);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, for_all);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, for_blank);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, whom_one);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, whom_all);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, which);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, paper);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, print);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, position);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, views);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, preview);
  gtk_widget_class_bind_template_child (widget_class, TuceSheetPage, sentence);
  gtk_widget_class_bind_template_callback (widget_class, form_selected);
  gtk_widget_class_bind_template_callback (widget_class, choice_toggled);
  gtk_widget_class_bind_template_callback (widget_class, which_selected);
  gtk_widget_class_install_action (widget_class, "sheets.print", NULL, tuce_sheet_page_print);
  gtk_widget_class_install_action (widget_class, "sheets.save", NULL, tuce_sheet_page_save);
  gtk_widget_class_install_action (widget_class, "sheets.previous-page", NULL, previous_page);
  gtk_widget_class_install_action (widget_class, "sheets.next-page", NULL, next_page);
  gtk_widget_class_install_action (widget_class, "sheets.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "sheets.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "sheets.zoom-fit", NULL, zoom);
  add_keys (widget_class);
}

static void
tuce_sheet_page_init (TuceSheetPage *self)
{
  self->loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_form_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tuce_sheet_page_new (TuceWorkspace *workspace)
{
  TuceSheetPage *self = g_object_new (TUCE_TYPE_SHEET_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  on_county_changed (self);
  return GTK_WIDGET (self);
}
