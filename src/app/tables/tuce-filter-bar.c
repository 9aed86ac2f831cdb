/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "tuce-keyboard-focus.h"

#define TYPING_MS 300 /* an entry is asked for when the typing stops */
#define ENTRY_WIDTH 10

/* One control and what it narrows. */
typedef struct
{
  TuceFilterBar *bar;
  char *path;
  const TuceField *field;
  GtkWidget *control;
  GPtrArray *values; /* utf8: of a drop-down, plain notation; the first, "", is all */
} Filter;

struct _TuceFilterBar
{
  GtkWidget parent_instance;

  GPtrArray *filters; /* Filter */
  guint typing_source;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TuceFilterBar, tuce_filter_bar, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  gtk_widget_unparent (filter->control);
  g_clear_pointer (&filter->values, g_ptr_array_unref);
  g_free (filter->path);
  g_free (filter);
}

/* --- what is chosen --- */

static const char *
get_value (const Filter *filter)
{
  if (filter->values)
    return filter->values->pdata[gtk_drop_down_get_selected (GTK_DROP_DOWN (filter->control))];
  return gtk_editable_get_text (GTK_EDITABLE (filter->control));
}

static void
set_value (Filter *filter, const char *value)
{
  if (!filter->values)
    gtk_editable_set_text (GTK_EDITABLE (filter->control), value);
  for (guint i = 0; filter->values && i < filter->values->len; i++)
    if (g_str_equal (filter->values->pdata[i], value))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (filter->control), i);
}

static TuceComparison
comparison_of (const Filter *filter)
{
  if (filter->values)
    return TUCE_IS;
  return filter->field->type == TUCE_FIELD_DATE || tuce_field_is_numeric (filter->field) ? TUCE_AT_LEAST : TUCE_CONTAINS;
}

static void
emit_changed (TuceFilterBar *self)
{
  g_clear_handle_id (&self->typing_source, g_source_remove);
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

static gboolean
on_typing_stopped (gpointer data)
{
  TuceFilterBar *self = data;

  self->typing_source = 0;
  emit_changed (self);
  return G_SOURCE_REMOVE;
}

static void
on_typed (TuceFilterBar *self)
{
  g_clear_handle_id (&self->typing_source, g_source_remove);
  if (!self->filling)
    self->typing_source = g_timeout_add (TYPING_MS, on_typing_stopped, self);
}

/* --- controls --- */

static void
add_line (Filter *filter, GtkStringList *lines, const char *value, const char *label)
{
  g_ptr_array_add (filter->values, g_strdup (value));
  gtk_string_list_append (lines, label);
}

static GtkWidget *
new_drop_down (Filter *filter, const char *label)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  /* Translators: first line of a choice above a list: the label of a field, then that nothing is left out by it */
  g_autofree char *all = g_strdup_printf (_("%s: all"), label);

  filter->values = g_ptr_array_new_with_free_func (g_free);
  add_line (filter, lines, "", all);
  for (guint i = 0; filter->field->codes && i < filter->field->codes->codes->len; i++)
    {
      const TuceCode *code = filter->field->codes->codes->pdata[i];

      add_line (filter, lines, code->code, tuce_code_label (code));
    }
  if (!filter->field->codes)
    {
      /* Translators: a choice above a list: the label of a field, then yes or no */
      g_autofree char *yes = g_strdup_printf (_("%s: yes"), label);
      g_autofree char *no = g_strdup_printf (_("%s: no"), label);

      add_line (filter, lines, "1", yes);
      add_line (filter, lines, "0", no);
    }
  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&lines)), NULL);
}

static GtkWidget *
new_entry (Filter *filter, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *hint = comparison_of (filter) == TUCE_CONTAINS
                              ? g_strdup (label)
                              /* Translators: hint in an entry above a list: the label of a field, the least it may be */
                              : g_strdup_printf (_("%s from"), label);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ENTRY_WIDTH);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), ENTRY_WIDTH);
  g_object_set (entry, "secondary-icon-name", "edit-find-symbolic", "secondary-icon-activatable", FALSE, NULL);
  return entry;
}

static void
add_filter (TuceFilterBar *self, const TuceEntity *entity, const char *path)
{
  Filter *filter = g_new0 (Filter, 1);
  const char *label;

  filter->bar = self;
  filter->path = g_strdup (path);
  filter->field = tuce_query_resolve (entity, path, NULL);
  if (!filter->field)
    {
      g_free (filter->path);
      g_free (filter);
      return;
    }
  label = tuce_field_label (filter->field);
  if (filter->field->type == TUCE_FIELD_CHOICE || filter->field->type == TUCE_FIELD_BOOLEAN)
    {
      filter->control = new_drop_down (filter, label);
      g_signal_connect_swapped (filter->control, "notify::selected", G_CALLBACK (emit_changed), self);
    }
  else
    {
      filter->control = new_entry (filter, label);
      g_signal_connect_swapped (filter->control, "changed", G_CALLBACK (on_typed), self);
      g_signal_connect_swapped (filter->control, "activate", G_CALLBACK (emit_changed), self);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (filter->control), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_parent (filter->control, GTK_WIDGET (self));
  g_ptr_array_add (self->filters, filter);
}

/* --- object --- */

static void
tuce_filter_bar_dispose (GObject *object)
{
  TuceFilterBar *self = TUCE_FILTER_BAR (object);

  g_clear_handle_id (&self->typing_source, g_source_remove);
  g_ptr_array_set_size (self->filters, 0);
  G_OBJECT_CLASS (tuce_filter_bar_parent_class)->dispose (object);
}

static void
tuce_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (TUCE_FILTER_BAR (object)->filters);
  G_OBJECT_CLASS (tuce_filter_bar_parent_class)->finalize (object);
}

static void
tuce_filter_bar_class_init (TuceFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_filter_bar_finalize;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  changed_signal
      = g_signal_new ("changed", TUCE_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tuce_filter_bar_init (TuceFilterBar *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->filters = g_ptr_array_new_with_free_func (filter_free);
}

GtkWidget *
tuce_filter_bar_new (void)
{
  return g_object_new (TUCE_TYPE_FILTER_BAR, NULL);
}

void
tuce_filter_bar_set (TuceFilterBar *self, const TuceEntity *entity, const char *const *paths)
{
  g_return_if_fail (TUCE_IS_FILTER_BAR (self));
  g_clear_handle_id (&self->typing_source, g_source_remove);
  g_ptr_array_set_size (self->filters, 0);
  for (guint i = 0; paths && paths[i]; i++)
    add_filter (self, entity, paths[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), self->filters->len > 0);
}

gboolean
tuce_filter_bar_apply (TuceFilterBar *self, TuceQuery *query, GError **error)
{
  g_return_val_if_fail (TUCE_IS_FILTER_BAR (self), FALSE);
  for (guint i = 0; i < self->filters->len; i++)
    {
      const Filter *filter = self->filters->pdata[i];
      const char *value = get_value (filter);

      if (*value && !tuce_query_add_condition (query, filter->path, comparison_of (filter), value, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tuce_filter_bar_is_set (TuceFilterBar *self)
{
  g_return_val_if_fail (TUCE_IS_FILTER_BAR (self), FALSE);
  for (guint i = 0; i < self->filters->len; i++)
    if (*get_value (self->filters->pdata[i]))
      return TRUE;
  return FALSE;
}

void
tuce_filter_bar_choose (TuceFilterBar *self, const char *path, const char *value)
{
  g_return_if_fail (TUCE_IS_FILTER_BAR (self));
  for (guint i = 0; i < self->filters->len; i++)
    if (g_str_equal (((const Filter *) self->filters->pdata[i])->path, path))
      set_value (self->filters->pdata[i], value);
}

void
tuce_filter_bar_clear (TuceFilterBar *self)
{
  g_return_if_fail (TUCE_IS_FILTER_BAR (self));
  if (!tuce_filter_bar_is_set (self))
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->filters->len; i++)
    set_value (self->filters->pdata[i], "");
  self->filling = FALSE;
  emit_changed (self);
}
