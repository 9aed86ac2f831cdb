/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-parameter-view.h"

#include <glib/gi18n-lib.h>

#include "tuce-keyboard-focus.h"
#include "tuce-form-dialog.h"
#include "tuce-freshness.h"
#include "tuce-parameter-row.h"
#include "tuce-parameters.h"

struct _TuceParameterView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GListStore *rows; /* TuceParameterRow */
  GtkSingleSelection *selection;
  GtkWidget *table;
  GtkWidget *summary;
  GtkWidget *change;
  GtkWidget *renew;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
};

G_DEFINE_FINAL_TYPE (TuceParameterView, tuce_parameter_view, GTK_TYPE_WIDGET)

typedef struct
{
  const char *name;
  const char *heading; /* NULL: the label of the field of that name */
  gboolean expand;
  gboolean numeric;
  int width;
} Column;

static const Column columns[] = {
  { "label", N_("Parameter"), TRUE, FALSE, 200 },
  { "value", NULL, FALSE, TRUE, 80 },
  { "unit", NULL, FALSE, FALSE, 80 },
  { "year", N_("From"), FALSE, TRUE, 60 },
  { "confirmed", NULL, FALSE, FALSE, 124 },
  { "source", NULL, TRUE, FALSE, 200 },
};

static char *
text_of (TuceParameterRow *row, const char *column)
{
  const TuceRecord *record = tuce_parameter_row_get_record (row);

  if (g_str_equal (column, "label"))
    return g_strdup (tuce_parameter_label (record));
  if (g_str_equal (column, "value"))
    return tuce_parameter_row_value (row);
  if (g_str_equal (column, "confirmed"))
    return tuce_parameter_row_confirmation (row);
  if (g_str_equal (column, "year"))
    return g_strdup_printf ("%" G_GINT64_FORMAT, tuce_record_integer (record, "year"));
  return g_strdup (tuce_record_text (record, column));
}

/* --- cells --- */

static void
set_up_cell (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  if (column->numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_visible (image, g_str_equal (column->name, "confirmed"));
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

/* Confirmed or not is told by a sign and by words. */
static void
bind_cell (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  TuceParameterRow *row = gtk_list_item_get_item (item);
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_next_sibling (image);
  g_autofree char *text = text_of (row, column->name);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, column->expand && *text ? text : NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), tuce_parameter_row_is_confirmed (row)
                                                       ? "object-select-symbolic"
                                                       : "dialog-warning-symbolic");
}

static void
add_column (TuceParameterView *self, const Column *column, const TuceEntity *entity)
{
  const TuceField *field = tuce_entity_field (entity, column->name);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *shown
      = gtk_column_view_column_new (column->heading ? _(column->heading) : tuce_field_label (field), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), (gpointer) column);
  gtk_column_view_column_set_expand (shown, column->expand);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_fixed_width (shown, column->width);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->table), shown);
  g_object_unref (shown);
}

/* --- what is shown --- */

static TuceParameterRow *
selected_row (TuceParameterView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
on_selected (TuceParameterView *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceParameterRow *row = selected_row (self);
  gboolean may = row && county && tuce_county_is_writable (county);
  int year = county ? tuce_county_get_year (county) : 0;
  g_autofree char *label = g_strdup_printf (_("New Value From %d…"), year);

  gtk_widget_set_sensitive (self->change, may);
  gtk_button_set_label (GTK_BUTTON (self->renew), label);
  gtk_widget_set_visible (self->renew,
                          row && tuce_record_integer (tuce_parameter_row_get_record (row), "year") < year);
  gtk_widget_set_sensitive (self->renew, may);
}

static void
show_summary (TuceParameterView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), unconfirmed = 0;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TuceParameterRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      unconfirmed += !tuce_parameter_row_is_confirmed (row);
    }
  if (county)
    /* Translators: the year, how many parameters, how many of them nobody confirmed */
    sentence = g_strdup_printf (_("For %d: %u parameters, %u not confirmed"), tuce_county_get_year (county), n,
                                unconfirmed);
  gtk_label_set_text (GTK_LABEL (self->summary), sentence ? sentence : "");
}

static void
fill (TuceParameterView *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = county ? tuce_parameters_in_force (county, &error) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (error)
    tuce_workspace_report_error (self->workspace, error);
  for (guint i = 0; records && i < records->len; i++)
    g_ptr_array_add (rows, tuce_parameter_row_new (tuce_record_copy (records->pdata[i])));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  if (selected < rows->len)
    gtk_single_selection_set_selected (self->selection, selected);
  show_summary (self);
  on_selected (self);
}

static void
add_columns (TuceParameterView *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table));

  if (!county || g_list_model_get_n_items (shown))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, &columns[i], tuce_dictionary_entity (tuce_county_get_dictionary (county), "parameter"));
}

static void
on_county_changed (TuceParameterView *self)
{
  add_columns (self);
  /* scope-changed follows: it is asked for. */
}

static void
add_reads (gpointer page, TuceReads *reads)
{
  tuce_reads_add_entity (reads, "parameter");
}

static const TuceFreshPart parts[] = { { add_reads, NULL, 0 } };

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  fill (page);
}

/* --- change --- */

static gboolean
save (TuceRecord *record, gpointer data, GError **error)
{
  TuceParameterView *self = data;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  return !county || tuce_parameter_save (county, record, error);
}

GtkWidget *
tuce_parameter_view_open (TuceParameterView *self, gboolean fresh)
{
  static const char *const asked[] = { "value", "unit", "source", "confirmed", "confirmed_by", "confirmed_on" };
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceParameterRow *row = selected_row (self);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (TuceRecord) record = row ? tuce_record_copy (tuce_parameter_row_get_record (row)) : NULL;
  g_autofree char *sentence = NULL;
  GtkWidget *dialog;

  if (!record || !county || !tuce_county_is_writable (county))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    g_ptr_array_add (fields, (gpointer) tuce_entity_field (record->entity, asked[i]));
  if (fresh)
    {
      record->id = 0;
      tuce_record_set_integer (record, "year", tuce_county_get_year (county));
      tuce_record_set_integer (record, "confirmed", 0);
      tuce_record_set_none (record, "confirmed_by");
      tuce_record_set_none (record, "confirmed_on");
    }
  sentence = g_strdup_printf (_("%s, from %d on. Everything that rests on it is checked again."),
                              tuce_parameter_label (record), (int) tuce_record_integer (record, "year"));
  dialog = tuce_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Parameter"), sentence,
                                 _("Save Parameter"), county, fields, record, save, G_OBJECT (self));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
on_change (TuceParameterView *self)
{
  tuce_parameter_view_open (self, FALSE);
}

static void
on_renew (TuceParameterView *self)
{
  tuce_parameter_view_open (self, TRUE);
}

/* --- object --- */

static void
tuce_parameter_view_dispose (GObject *object)
{
  TuceParameterView *self = TUCE_PARAMETER_VIEW (object);

  g_clear_object (&self->freshness);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_parameter_view_parent_class)->dispose (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TUCE_PARAMETER_VIEW (widget)->table);
}

static void
tuce_parameter_view_class_init (TuceParameterViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_parameter_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_bar (TuceParameterView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "page-bar");
  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->summary, TRUE);
  self->renew = gtk_button_new ();
  self->change = gtk_button_new_with_label (_("Change or Confirm…"));
  gtk_box_append (GTK_BOX (bar), self->summary);
  gtk_box_append (GTK_BOX (bar), self->renew);
  gtk_box_append (GTK_BOX (bar), self->change);
  gtk_box_append (GTK_BOX (self->box), bar);
}

static void
tuce_parameter_view_init (TuceParameterView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->rows = g_list_store_new (TUCE_TYPE_PARAMETER_ROW);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  self->table = gtk_column_view_new (GTK_SELECTION_MODEL (self->selection));
  gtk_widget_add_css_class (self->table, "records");
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->table), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Parameters"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->table);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_bar (self);
}

GtkWidget *
tuce_parameter_view_new (TuceWorkspace *workspace)
{
  TuceParameterView *self = g_object_new (TUCE_TYPE_PARAMETER_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (on_change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->change, "clicked", G_CALLBACK (on_change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->renew, "clicked", G_CALLBACK (on_renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  on_county_changed (self);
  return GTK_WIDGET (self);
}

/* --- for tests --- */

static TuceParameterRow *
find_row (TuceParameterView *self, const char *key, guint *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (TuceParameterRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      *position = i;
      if (g_str_equal (tuce_record_text (tuce_parameter_row_get_record (row), "key"), key))
        return row; /* the store keeps it */
    }
  return NULL;
}

guint
tuce_parameter_view_get_n_rows (TuceParameterView *self)
{
  g_return_val_if_fail (TUCE_IS_PARAMETER_VIEW (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

char *
tuce_parameter_view_get_text (TuceParameterView *self, const char *key, const char *column)
{
  guint position;
  TuceParameterRow *row = find_row (self, key, &position);

  return row ? text_of (row, column) : NULL;
}

gboolean
tuce_parameter_view_select (TuceParameterView *self, const char *key)
{
  guint position;
  gboolean found = find_row (self, key, &position) != NULL;

  if (found)
    gtk_single_selection_set_selected (self->selection, position);
  return found;
}
