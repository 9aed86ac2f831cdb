/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns stand in which order, how wide, and by which one it is sorted. */
#include <glib/gi18n-lib.h>

#include "tuce-record-table-private.h"

static const TuceRecordColumn *
shown_at (TuceRecordTable *self, guint position)
{
  return tuce_column_of (tuce_column_table_nth (TUCE_COLUMN_TABLE (self), position))->what;
}

static guint
n_shown (TuceRecordTable *self)
{
  return tuce_column_table_n_columns (TUCE_COLUMN_TABLE (self));
}

GtkColumnViewColumn *
tuce_record_table_find_shown (TuceRecordTable *self, const char *path, guint *position)
{
  for (guint i = 0; i < n_shown (self); i++)
    if (g_str_equal (shown_at (self, i)->path, path))
      {
        if (position)
          *position = i;
        return tuce_column_table_nth (TUCE_COLUMN_TABLE (self), i);
      }
  return NULL;
}

static void
remember_columns (TuceRecordTable *self)
{
  g_auto (GStrv) shown = NULL;

  if (self->building)
    return;
  shown = tuce_record_table_get_shown (self);
  tuce_settings_set_strings (self->settings, self->group, "columns", (const char *const *) shown);
}

/* The paths of what is shown that are asked of the file: figures are not. */
static char **
queried (TuceRecordTable *self)
{
  g_auto (GStrv) shown = tuce_record_table_get_shown (self);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; shown[i]; i++)
    if (tuce_record_columns_find (self->available, shown[i])->field)
      g_strv_builder_add (paths, shown[i]);
  return g_strv_builder_end (paths);
}

/* What queries give follows what is shown, but not the order in which it stands. */
static void
columns_changed (TuceRecordTable *self)
{
  if (self->building)
    return;
  g_strfreev (self->paths);
  self->paths = queried (self);
  remember_columns (self);
  g_signal_emit_by_name (self, "columns-changed");
}

int
tuce_record_table_path_index (TuceRecordTable *self, const char *path)
{
  for (int i = 0; self->paths && self->paths[i]; i++)
    if (g_str_equal (self->paths[i], path))
      return i;
  return -1;
}

void
tuce_record_table_remember_width (TuceColumnTable *table, const TuceColumn *column, int width)
{
  TuceRecordTable *self = TUCE_RECORD_TABLE (table);
  const TuceRecordColumn *info = column->what;

  if (!self->building)
    tuce_settings_set_integer (self->settings, self->widths, info->path, width);
}

static GMenuModel *
heading_menu (const TuceRecordColumn *info)
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
  const TuceRecordColumn *info = tuce_column_of (column)->what;
  TuceRecordTable *self = g_object_get_data (column, "tuce-table");

  if (!self->probed)
    self->probed = info;
  return GTK_ORDERING_SMALLER;
}

static void
read_order (TuceRecordTable *self)
{
  g_autoptr (TuceTableRow) a = tuce_table_row_new (1);
  g_autoptr (TuceTableRow) b = tuce_table_row_new (2);
  GtkOrdering ordering;

  self->probed = NULL;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), a, b);
  self->order = self->probed ? self->probed->path : NULL;
  self->descending = self->probed && ordering == GTK_ORDERING_LARGER;
}

static void
on_order_changed (GtkSorter *sorter, GtkSorterChange change, TuceRecordTable *self)
{
  const char *order = self->order;
  gboolean descending = self->descending;

  if (self->building)
    return;
  read_order (self);
  if (g_strcmp0 (order, self->order) == 0 && descending == self->descending)
    return;
  tuce_settings_set_string (self->settings, self->group, "order", self->order);
  tuce_settings_set_boolean (self->settings, self->group, "descending", self->descending);
  g_signal_emit_by_name (self, "order-changed");
}

static int
usual_width (TuceRecordTable *self, const TuceRecordColumn *info)
{
  for (guint i = 0; self->kind && i < self->kind->columns->len; i++)
    {
      const TuceListColumn *column = self->kind->columns->pdata[i];

      if (column->width > 0 && g_str_equal (column->path, info->path))
        return column->width;
    }
  return tuce_record_column_width (info);
}

/* Where a title that is too long for one line begins its second: before the last bracket, else at a space or in the middle. */
static glong
second_line (const char *title, glong length)
{
  glong at = length / 2;

  for (glong i = length - 1; i > 0; i--)
    if (g_utf8_get_char (g_utf8_offset_to_pointer (title, i)) == 0xff08
        || *g_utf8_offset_to_pointer (title, i) == '(')
      return i;
  while (at > 0 && g_ascii_isalpha (*g_utf8_offset_to_pointer (title, at)))
    at--;
  return at > 0 ? at : length;
}

/* The column's heading, on two lines where its width asks for it: GTK would cut it. */
static char *
heading (TuceRecordTable *self, const TuceRecordColumn *info, int width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", info->title);
  glong length = g_utf8_strlen (info->title, -1), at;
  g_autofree char *first = NULL;
  const int margins = 14;
  int needed;

  pango_layout_set_markup (layout, markup, -1);
  pango_layout_get_pixel_size (layout, &needed, NULL);
  if (needed + margins <= width)
    return g_strdup (info->title);
  at = second_line (info->title, length);
  if (at >= length)
    return g_strdup (info->title);
  first = g_strchomp (g_utf8_substring (info->title, 0, at));
  return g_strdup_printf ("%s\n%s", first, g_utf8_offset_to_pointer (info->title, at));
}

static TuceColumnLook
look_of (const TuceRecordColumn *info)
{
  TuceColumnLook look = tuce_record_column_has_marks (info) ? TUCE_COLUMN_MARK : TUCE_COLUMN_PLAIN;

  if (!info->field || tuce_field_is_numeric (info->field))
    look |= TUCE_COLUMN_RIGHT | TUCE_COLUMN_DIGITS;
  else if (info->field->privacy != TUCE_PRIVACY_OPEN || info->field->type == TUCE_FIELD_DATE)
    look |= TUCE_COLUMN_DIGITS;
  return look;
}

static void
insert_column (TuceRecordTable *self, guint position, const TuceRecordColumn *info)
{
  int kept = tuce_settings_get_integer (self->settings, self->widths, info->path, 0);
  int width = kept > 0 ? kept : usual_width (self, info);
  g_autofree char *title = heading (self, info, width);
  TuceColumn column = { title, width, look_of (info) | (kept > 0 ? TUCE_COLUMN_DRAWN : 0), 0, info };
  GtkColumnViewColumn *shown = tuce_column_table_insert (TUCE_COLUMN_TABLE (self), position, &column);
  g_autoptr (GtkSorter) sorter = NULL;
  g_autoptr (GMenuModel) menu = heading_menu (info);

  g_object_set_data (G_OBJECT (shown), "tuce-table", self);
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe, shown, NULL));
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_header_menu (shown, menu);
}

static void
build (TuceRecordTable *self, const char *const *paths)
{
  g_autofree char *order
      = tuce_settings_get_string (self->settings, self->group, "order", self->kind && self->kind->order ? self->kind->order : "");
  GtkColumnViewColumn *sorted;
  guint n = 0;

  self->building = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  tuce_column_table_clear (TUCE_COLUMN_TABLE (self));
  for (guint i = 0; paths[i]; i++)
    {
      const TuceRecordColumn *info = tuce_record_columns_find (self->available, paths[i]);

      if (info && !tuce_record_table_find_shown (self, info->path, NULL))
        insert_column (self, n++, info);
    }
  sorted = tuce_record_table_find_shown (self, order, NULL);
  if (sorted)
    gtk_column_view_sort_by_column (
        self->view, sorted,
        tuce_settings_get_boolean (self->settings, self->group, "descending", self->kind && self->kind->descending) ? GTK_SORT_DESCENDING
                                                                                      : GTK_SORT_ASCENDING);
  read_order (self);
  self->building = FALSE;
  g_strfreev (self->paths);
  self->paths = queried (self);
}

static void
build_default (TuceRecordTable *self)
{
  const TuceEntity *entity = tuce_dictionary_entity (self->dictionary, self->entity);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 0; self->kind && i < self->kind->columns->len; i++)
    g_ptr_array_add (paths, ((const TuceListColumn *) self->kind->columns->pdata[i])->path);
  if (paths->len == 0 && entity->title)
    g_ptr_array_add (paths, (gpointer) entity->title->name);
  g_ptr_array_add (paths, NULL);
  build (self, (const char *const *) paths->pdata);
}

static void
on_columns_items_changed (GListModel *columns, guint position, guint removed, guint added,
                          TuceRecordTable *self)
{
  remember_columns (self); /* a heading was dragged */
}

void
tuce_record_table_watch_columns (TuceRecordTable *self)
{
  g_signal_connect (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_order_changed), self);
  g_signal_connect (gtk_column_view_get_columns (self->view), "items-changed",
                    G_CALLBACK (on_columns_items_changed), self);
}

void
tuce_record_table_set_dictionary (TuceRecordTable *self, TuceDictionary *dictionary)
{
  const TuceEntity *entity = dictionary ? tuce_dictionary_entity (dictionary, self->entity) : NULL;
  g_auto (GStrv) kept = NULL;

  g_return_if_fail (TUCE_IS_RECORD_TABLE (self));
  tuce_record_table_set_list (self, NULL);
  self->building = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  tuce_column_table_clear (TUCE_COLUMN_TABLE (self));
  self->building = FALSE;
  self->order = NULL;
  g_clear_pointer (&self->available, g_ptr_array_unref);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  if (!dictionary)
    return;

  self->dictionary = tuce_dictionary_ref (dictionary);
  tuce_column_table_set_label (TUCE_COLUMN_TABLE (self), tuce_entity_label (entity));
  self->available = tuce_record_columns_new (entity);
  if (self->add_figures)
    self->add_figures (self->available, self->figures_data);
  kept = tuce_settings_get_strings (self->settings, self->group, "columns");
  if (kept && *kept)
    build (self, (const char *const *) kept);
  if (n_shown (self) == 0) /* none kept, or all of them gone */
    build_default (self);
}

GPtrArray *
tuce_record_table_get_available (TuceRecordTable *self)
{
  g_return_val_if_fail (TUCE_IS_RECORD_TABLE (self), NULL);
  return self->available;
}

char **
tuce_record_table_get_shown (TuceRecordTable *self)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  g_return_val_if_fail (TUCE_IS_RECORD_TABLE (self), NULL);
  for (guint i = 0; i < n_shown (self); i++)
    g_strv_builder_add (paths, shown_at (self, i)->path);
  return g_strv_builder_end (paths);
}

void
tuce_record_table_show_column (TuceRecordTable *self, const char *path, gboolean shown)
{
  GtkColumnViewColumn *column = tuce_record_table_find_shown (self, path, NULL);
  const TuceRecordColumn *info = tuce_record_columns_find (self->available, path);

  g_return_if_fail (info);
  if (!!column == !!shown || (!shown && n_shown (self) == 1))
    return;
  if (!shown)
    {
      if (g_strcmp0 (self->order, path) == 0)
        tuce_record_table_sort (self, NULL, FALSE);
      gtk_column_view_remove_column (self->view, column);
    }
  else
    insert_column (self, n_shown (self), info);
  columns_changed (self);
}

void
tuce_record_table_move_column (TuceRecordTable *self, const char *path, int by)
{
  guint position, n = n_shown (self);
  GtkColumnViewColumn *column = tuce_record_table_find_shown (self, path, &position);

  if (column)
    gtk_column_view_insert_column (self->view, (guint) CLAMP ((int) position + by, 0, (int) n - 1), column);
}

void
tuce_record_table_reset_columns (TuceRecordTable *self)
{
  gboolean was_sorted = self->order != NULL;

  for (guint i = 0; i < self->available->len; i++)
    {
      const TuceRecordColumn *info = g_ptr_array_index (self->available, i);

      tuce_settings_set_integer (self->settings, self->widths, info->path, 0);
    }
  tuce_settings_set_string (self->settings, self->group, "order", "");
  build_default (self);
  columns_changed (self);
  if (was_sorted)
    g_signal_emit_by_name (self, "order-changed");
}

void
tuce_record_table_sort (TuceRecordTable *self, const char *path, gboolean descending)
{
  GtkColumnViewColumn *column = path ? tuce_record_table_find_shown (self, path, NULL) : NULL;

  gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

const char *
tuce_record_table_get_order (TuceRecordTable *self, gboolean *descending)
{
  g_return_val_if_fail (TUCE_IS_RECORD_TABLE (self), NULL);
  *descending = self->descending;
  return self->order;
}

const char *const *
tuce_record_table_get_paths (TuceRecordTable *self)
{
  g_return_val_if_fail (TUCE_IS_RECORD_TABLE (self), NULL);
  return (const char *const *) self->paths;
}
