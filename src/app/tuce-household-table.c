/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-household-table.h"

#include <glib/gi18n-lib.h>

#include "tuce-household-cell.h"
#include "tuce-household-table-private.h"

G_DEFINE_FINAL_TYPE (TuceHouseholdTable, tuce_household_table, GTK_TYPE_WIDGET)

enum
{
  COLUMNS_CHANGED,
  ORDER_CHANGED,
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Columns of the view, as GtkColumnViewColumn; each knows what it shows. */
static const TuceHouseholdColumn *
shown_at (TuceHouseholdTable *self, guint position)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), position);

  return column ? g_object_get_data (G_OBJECT (column), "tuce-column") : NULL;
}

GtkColumnViewColumn *
tuce_household_table_find_shown (TuceHouseholdTable *self, const char *path, guint *position)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    if (g_str_equal (shown_at (self, i)->path, path))
      {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

        if (position)
          *position = i;
        return column; /* the view keeps it */
      }
  return NULL;
}

static void
remember_columns (TuceHouseholdTable *self)
{
  g_auto (GStrv) shown = NULL;

  if (self->building)
    return;
  shown = tuce_household_table_get_shown (self);
  tuce_settings_set_strings (self->settings, "households", "columns", (const char *const *) shown);
}

/* What queries give follows what is shown, but not the order in which it stands. */
static void
columns_changed (TuceHouseholdTable *self)
{
  if (self->building)
    return;
  g_strfreev (self->paths);
  self->paths = tuce_household_table_get_shown (self);
  remember_columns (self);
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

int
tuce_household_table_path_index (TuceHouseholdTable *self, const char *path)
{
  for (int i = 0; self->paths && self->paths[i]; i++)
    if (g_str_equal (self->paths[i], path))
      return i;
  return -1;
}

static void
on_width_changed (GtkColumnViewColumn *column, GParamSpec *pspec, TuceHouseholdTable *self)
{
  const TuceHouseholdColumn *info = g_object_get_data (G_OBJECT (column), "tuce-column");

  if (!self->building)
    tuce_settings_set_integer (self->settings, "household-widths", info->path,
                               gtk_column_view_column_get_fixed_width (column));
}

static GMenuModel *
heading_menu (const TuceHouseholdColumn *info)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_("Sort Ascending"), "table.sort-ascending" }, { N_("Sort Descending"), "table.sort-descending" },
    { N_("Move Left"), "table.move-left" },           { N_("Move Right"), "table.move-right" },
    { N_("Hide"), "table.hide" },                     { N_("Choose Columns…"), "table.choose" },
  };
  GMenu *menu = g_menu_new ();
  GMenu *section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

      if (i % 2 == 0)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      g_menu_item_set_action_and_target (item, items[i].action, "s", info->path);
      g_menu_append_item (section, item);
    }
  g_clear_object (&section);
  return G_MENU_MODEL (menu);
}

/* GTK 4.8 can't say by which column a view is sorted; its sorter asks the sorters of that column first. */
static int
probe (gconstpointer a, gconstpointer b, gpointer column)
{
  const TuceHouseholdColumn *info = g_object_get_data (column, "tuce-column");
  TuceHouseholdTable *self = g_object_get_data (column, "tuce-table");

  if (!self->probed)
    self->probed = info;
  return GTK_ORDERING_SMALLER;
}

static void
read_order (TuceHouseholdTable *self)
{
  g_autoptr (TuceHouseholdRow) a = tuce_household_row_new (1);
  g_autoptr (TuceHouseholdRow) b = tuce_household_row_new (2);
  GtkOrdering ordering;

  self->probed = NULL;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), a, b);
  self->order = self->probed ? self->probed->path : NULL;
  self->descending = self->probed && ordering == GTK_ORDERING_LARGER;
}

static void
on_order_changed (GtkSorter *sorter, GtkSorterChange change, TuceHouseholdTable *self)
{
  const char *order = self->order;
  gboolean descending = self->descending;

  if (self->building)
    return;
  read_order (self);
  if (g_strcmp0 (order, self->order) == 0 && descending == self->descending)
    return;
  tuce_settings_set_string (self->settings, "households", "order", self->order);
  tuce_settings_set_boolean (self->settings, "households", "descending", self->descending);
  g_signal_emit (self, signals[ORDER_CHANGED], 0);
}

static void
insert_column (TuceHouseholdTable *self, guint position, const TuceHouseholdColumn *info)
{
  g_autoptr (GtkColumnViewColumn) column
      = gtk_column_view_column_new (info->title, tuce_household_cell_factory (self, info));
  g_autoptr (GtkSorter) sorter = NULL;
  g_autoptr (GMenuModel) menu = heading_menu (info);
  int width = tuce_settings_get_integer (self->settings, "household-widths", info->path, 0);

  g_object_set_data (G_OBJECT (column), "tuce-column", (gpointer) info);
  g_object_set_data (G_OBJECT (column), "tuce-table", self);
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe, column, NULL));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_header_menu (column, menu);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width > 0 ? width : tuce_household_column_width (info));
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (on_width_changed), self, 0);
  gtk_column_view_insert_column (self->view, position, column);
}

static void
remove_all (TuceHouseholdTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
build (TuceHouseholdTable *self, const char *const *paths)
{
  g_autofree char *order = tuce_settings_get_string (self->settings, "households", "order", "");
  GtkColumnViewColumn *sorted;
  guint n = 0;

  self->building = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  remove_all (self);
  for (guint i = 0; paths[i]; i++)
    {
      const TuceHouseholdColumn *info = tuce_household_columns_find (self->available, paths[i]);

      if (info && !tuce_household_table_find_shown (self, info->path, NULL))
        insert_column (self, n++, info);
    }
  sorted = tuce_household_table_find_shown (self, order, NULL);
  if (sorted)
    gtk_column_view_sort_by_column (
        self->view, sorted,
        tuce_settings_get_boolean (self->settings, "households", "descending", FALSE) ? GTK_SORT_DESCENDING
                                                                                      : GTK_SORT_ASCENDING);
  read_order (self);
  self->building = FALSE;
  g_strfreev (self->paths);
  self->paths = tuce_household_table_get_shown (self);
}

static void
on_columns_items_changed (GListModel *columns, guint position, guint removed, guint added,
                          TuceHouseholdTable *self)
{
  remember_columns (self); /* a heading was dragged */
}

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, TuceHouseholdTable *self)
{
  guint position = gtk_single_selection_get_selected (selection);

  if (self->holds > 0 || !self->list)
    return;
  g_signal_emit (self, signals[SELECTED], 0,
                 position == GTK_INVALID_LIST_POSITION ? (gint64) 0
                                                       : tuce_household_list_get_id (self->list, position));
}

static void
on_activate (GtkColumnView *view, guint position, TuceHouseholdTable *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, tuce_household_list_get_id (self->list, position));
}

static void
tuce_household_table_dispose (GObject *object)
{
  TuceHouseholdTable *self = TUCE_HOUSEHOLD_TABLE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  tuce_household_table_set_list (self, NULL);
  self->building = TRUE;
  if (child)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->view), self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      remove_all (self);
      gtk_widget_unparent (child);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (tuce_household_table_parent_class)->dispose (object);
}

static void
tuce_household_table_finalize (GObject *object)
{
  TuceHouseholdTable *self = TUCE_HOUSEHOLD_TABLE (object);

  g_clear_pointer (&self->available, g_ptr_array_unref);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  g_strfreev (self->paths);
  G_OBJECT_CLASS (tuce_household_table_parent_class)->finalize (object);
}

static void
tuce_household_table_class_init (TuceHouseholdTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tuce_household_table_dispose;
  object_class->finalize = tuce_household_table_finalize;

  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", TUCE_TYPE_HOUSEHOLD_TABLE,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ORDER_CHANGED] = g_signal_new ("order-changed", TUCE_TYPE_HOUSEHOLD_TABLE,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", TUCE_TYPE_HOUSEHOLD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTIVATED] = g_signal_new ("activated", TUCE_TYPE_HOUSEHOLD_TABLE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  tuce_household_table_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "householdtable");
}

static void
tuce_household_table_init (TuceHouseholdTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (on_selected), self);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "households");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Households"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_order_changed),
                    self);
  g_signal_connect (gtk_column_view_get_columns (self->view), "items-changed",
                    G_CALLBACK (on_columns_items_changed), self);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

GtkWidget *
tuce_household_table_new (TuceSettings *settings)
{
  TuceHouseholdTable *self = g_object_new (TUCE_TYPE_HOUSEHOLD_TABLE, NULL);

  self->settings = g_object_ref (settings);
  return GTK_WIDGET (self);
}

void
tuce_household_table_set_dictionary (TuceHouseholdTable *self, TuceDictionary *dictionary)
{
  g_auto (GStrv) kept = NULL;

  g_return_if_fail (TUCE_IS_HOUSEHOLD_TABLE (self));
  tuce_household_table_set_list (self, NULL);
  self->building = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  remove_all (self);
  self->building = FALSE;
  self->order = NULL;
  g_clear_pointer (&self->available, g_ptr_array_unref);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  if (!dictionary)
    return;

  self->dictionary = tuce_dictionary_ref (dictionary);
  self->available = tuce_household_columns_new (dictionary);
  kept = tuce_settings_get_strings (self->settings, "households", "columns");
  build (self, kept && *kept ? (const char *const *) kept : tuce_household_columns_default ());
  if (!*self->paths) /* nothing of what was kept exists any more */
    build (self, tuce_household_columns_default ());
}

GPtrArray *
tuce_household_table_get_available (TuceHouseholdTable *self)
{
  g_return_val_if_fail (TUCE_IS_HOUSEHOLD_TABLE (self), NULL);
  return self->available;
}

char **
tuce_household_table_get_shown (TuceHouseholdTable *self)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  GListModel *columns;

  g_return_val_if_fail (TUCE_IS_HOUSEHOLD_TABLE (self), NULL);
  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    g_strv_builder_add (paths, shown_at (self, i)->path);
  return g_strv_builder_end (paths);
}

void
tuce_household_table_show_column (TuceHouseholdTable *self, const char *path, gboolean shown)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkColumnViewColumn *column = tuce_household_table_find_shown (self, path, NULL);
  const TuceHouseholdColumn *info = tuce_household_columns_find (self->available, path);

  g_return_if_fail (info);
  if (!!column == !!shown || (!shown && g_list_model_get_n_items (columns) == 1))
    return;
  if (!shown)
    {
      if (g_strcmp0 (self->order, path) == 0)
        tuce_household_table_sort (self, NULL, FALSE);
      gtk_column_view_remove_column (self->view, column);
    }
  else
    insert_column (self, g_list_model_get_n_items (columns), info);
  columns_changed (self);
}

void
tuce_household_table_move_column (TuceHouseholdTable *self, const char *path, int by)
{
  guint position, n = g_list_model_get_n_items (gtk_column_view_get_columns (self->view));
  GtkColumnViewColumn *column = tuce_household_table_find_shown (self, path, &position);

  if (column)
    gtk_column_view_insert_column (self->view, (guint) CLAMP ((int) position + by, 0, (int) n - 1), column);
}

void
tuce_household_table_reset_columns (TuceHouseholdTable *self)
{
  gboolean was_sorted = self->order != NULL;

  for (guint i = 0; i < self->available->len; i++)
    {
      const TuceHouseholdColumn *info = g_ptr_array_index (self->available, i);

      tuce_settings_set_integer (self->settings, "household-widths", info->path, 0);
    }
  tuce_settings_set_string (self->settings, "households", "order", "");
  build (self, tuce_household_columns_default ());
  columns_changed (self);
  if (was_sorted)
    g_signal_emit (self, signals[ORDER_CHANGED], 0);
}

void
tuce_household_table_sort (TuceHouseholdTable *self, const char *path, gboolean descending)
{
  GtkColumnViewColumn *column = path ? tuce_household_table_find_shown (self, path, NULL) : NULL;

  gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

const char *
tuce_household_table_get_order (TuceHouseholdTable *self, gboolean *descending)
{
  g_return_val_if_fail (TUCE_IS_HOUSEHOLD_TABLE (self), NULL);
  *descending = self->descending;
  return self->order;
}

const char *const *
tuce_household_table_get_paths (TuceHouseholdTable *self)
{
  g_return_val_if_fail (TUCE_IS_HOUSEHOLD_TABLE (self), NULL);
  return (const char *const *) self->paths;
}

/* The view lets go of its model first: a selection that is told of 100,000 new rows asks for each of them. */
void
tuce_household_table_set_list (TuceHouseholdTable *self, TuceHouseholdList *list)
{
  g_return_if_fail (TUCE_IS_HOUSEHOLD_TABLE (self));
  if (self->list == list)
    return;
  self->holds++;
  gtk_column_view_set_model (self->view, NULL);
  gtk_single_selection_set_model (self->selection, NULL);
  g_set_object (&self->list, list);
  if (list)
    {
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (list));
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
    }
  self->holds--;
}

TuceHouseholdList *
tuce_household_table_get_list (TuceHouseholdTable *self)
{
  g_return_val_if_fail (TUCE_IS_HOUSEHOLD_TABLE (self), NULL);
  return self->list;
}

void
tuce_household_table_hold (TuceHouseholdTable *self, gboolean hold)
{
  g_return_if_fail (TUCE_IS_HOUSEHOLD_TABLE (self));
  self->holds += hold ? 1 : -1;
}

/* gtk_column_view_scroll_to() came with 4.12; the action of the list view inside is as old as GTK 4. */
static void
scroll_to (TuceHouseholdTable *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

void
tuce_household_table_select (TuceHouseholdTable *self, gint64 id, gboolean scroll)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (TUCE_IS_HOUSEHOLD_TABLE (self));
  if (!self->list)
    return;
  if (id == 0 || !tuce_household_list_find (self->list, id, &position))
    position = GTK_INVALID_LIST_POSITION;
  self->holds++;
  gtk_single_selection_set_selected (self->selection, position);
  if (scroll && position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
  self->holds--;
}
