/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-condition-popover.h"

#include <glib/gi18n-lib.h>

#include "tuce-page-kind.h"
#include "tuce-record-columns.h"

struct _TuceConditionPopover
{
  GtkPopover parent_instance;

  /* template children */
  GtkDropDown *field;
  GtkDropDown *comparison;
  GtkWidget *codes_window;
  GtkBox *codes;
  GtkEntry *value;
  GtkLabel *problem;
  GtkButton *add;

  /* owned */
  TuceWorkspace *workspace;
  TuceDictionary *dictionary;
  GPtrArray *columns;
};

G_DEFINE_FINAL_TYPE (TuceConditionPopover, tuce_condition_popover, GTK_TYPE_POPOVER)

static const struct
{
  TuceComparison comparison;
  const char *label;
} comparisons[] = {
  { TUCE_IS, N_("is") },
  { TUCE_IS_NOT, N_("is not") },
  { TUCE_IS_EMPTY, N_("is not filled in") },
  { TUCE_AT_LEAST, N_("is at least") },
  { TUCE_AT_MOST, N_("is at most") },
  { TUCE_CONTAINS, N_("contains") },
};

static const TuceRecordColumn *
chosen_column (TuceConditionPopover *self)
{
  guint position = gtk_drop_down_get_selected (self->field);

  return position < self->columns->len ? g_ptr_array_index (self->columns, position) : NULL;
}

static gboolean
is_listed (const TuceField *field)
{
  return field->type == TUCE_FIELD_CHOICE || field->type == TUCE_FIELD_BOOLEAN;
}

/* Which comparisons make sense for a type of field. */
static gboolean
suits (TuceComparison comparison, const TuceField *field)
{
  switch (comparison)
    {
    case TUCE_AT_LEAST:
    case TUCE_AT_MOST:
      return (tuce_field_is_numeric (field) || field->type == TUCE_FIELD_DATE
              || field->type == TUCE_FIELD_YEAR)
             && !is_listed (field);
    case TUCE_CONTAINS:
      return field->type == TUCE_FIELD_TEXT || field->type == TUCE_FIELD_PHONE
             || field->type == TUCE_FIELD_IDENTITY || field->type == TUCE_FIELD_CHOICES;
    default:
      return TRUE;
    }
}

static TuceComparison
chosen_comparison (TuceConditionPopover *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->comparison);

  for (guint i = 0; chosen && i < G_N_ELEMENTS (comparisons); i++)
    if (g_str_equal (_(comparisons[i].label), gtk_string_object_get_string (chosen)))
      return comparisons[i].comparison;
  return TUCE_IS;
}

static void
add_code (TuceConditionPopover *self, const char *code, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (check), "code", g_strdup (code), g_free);
  gtk_box_append (self->codes, check);
}

static void
fill_codes (TuceConditionPopover *self, const TuceField *field)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->codes))))
    gtk_box_remove (self->codes, child);
  if (field->type == TUCE_FIELD_BOOLEAN)
    {
      add_code (self, "1", _("yes"));
      add_code (self, "0", _("no"));
    }
  for (guint i = 0; field->type == TUCE_FIELD_CHOICE && i < field->codes->codes->len; i++)
    {
      const TuceCode *code = g_ptr_array_index (field->codes->codes, i);

      add_code (self, code->code, tuce_code_label (code));
    }
}

static void
on_comparison_chosen (TuceConditionPopover *self)
{
  const TuceRecordColumn *column = chosen_column (self);
  gboolean needs_value = chosen_comparison (self) != TUCE_IS_EMPTY;

  if (!column)
    return;
  gtk_widget_set_visible (self->codes_window, needs_value && is_listed (column->field));
  gtk_widget_set_visible (GTK_WIDGET (self->value), needs_value && !is_listed (column->field));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
on_field_chosen (TuceConditionPopover *self)
{
  const TuceRecordColumn *column = chosen_column (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint best = 0;

  if (!column)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (suits (comparisons[i].comparison, column->field))
      {
        /* Part of a name, a sum from or up to: the likely question first. */
        if (best == 0
            && (comparisons[i].comparison == TUCE_AT_LEAST || comparisons[i].comparison == TUCE_CONTAINS))
          best = g_list_model_get_n_items (G_LIST_MODEL (labels));
        gtk_string_list_append (labels, _(comparisons[i].label));
      }
  gtk_drop_down_set_model (self->comparison, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->comparison, best);
  gtk_editable_set_text (GTK_EDITABLE (self->value), "");
  fill_codes (self, column->field);
  on_comparison_chosen (self);
}

static char *
ticked_codes (TuceConditionPopover *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->codes)); check;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      {
        if (value->len > 0)
          g_string_append_c (value, '|');
        g_string_append (value, g_object_get_data (G_OBJECT (check), "code"));
      }
  return g_string_free (g_steal_pointer (&value), FALSE);
}

/* The notation of a condition is the plain one; people type labels, separators, dates of any kind. */
static char *
typed_value (TuceConditionPopover *self, const TuceField *field, TuceComparison comparison, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));
  TuceValue value = TUCE_VALUE_INIT;
  char *plain;

  if (comparison == TUCE_CONTAINS)
    return tuce_text_normalize (text);
  if (!tuce_field_read (field, text, &value, error))
    return NULL;
  plain = tuce_field_format_plain (field, &value);
  tuce_value_clear (&value);
  return plain;
}

static void
show_problem (TuceConditionPopover *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
on_add (TuceConditionPopover *self)
{
  const TuceRecordColumn *column = chosen_column (self);
  TuceComparison comparison = chosen_comparison (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  if (!column)
    return;
  if (comparison == TUCE_IS_EMPTY)
    value = g_strdup ("");
  else if (is_listed (column->field))
    value = ticked_codes (self);
  else
    value = typed_value (self, column->field, comparison, &error);

  if (value && !*value && comparison != TUCE_IS_EMPTY)
    show_problem (self, _("Say first which value to look for."));
  else if (!value || !tuce_workspace_add_condition (self->workspace, column->path, comparison, value, &error))
    show_problem (self, error->message);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
tuce_condition_popover_map (GtkWidget *widget)
{
  /* A fresh question each time. */
  on_field_chosen (TUCE_CONDITION_POPOVER (widget));
  GTK_WIDGET_CLASS (tuce_condition_popover_parent_class)->map (widget);
}

static void
tuce_condition_popover_dispose (GObject *object)
{
  TuceConditionPopover *self = TUCE_CONDITION_POPOVER (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_condition_popover_parent_class)->dispose (object);
}

static void
tuce_condition_popover_finalize (GObject *object)
{
  TuceConditionPopover *self = TUCE_CONDITION_POPOVER (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  G_OBJECT_CLASS (tuce_condition_popover_parent_class)->finalize (object);
}

static void
tuce_condition_popover_class_init (TuceConditionPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tuce_condition_popover_dispose;
  object_class->finalize = tuce_condition_popover_finalize;
  widget_class->map = tuce_condition_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tuce/Tuce/tuce-condition-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceConditionPopover, field);
  gtk_widget_class_bind_template_child (widget_class, TuceConditionPopover, comparison);
  gtk_widget_class_bind_template_child (widget_class, TuceConditionPopover, codes_window);
  gtk_widget_class_bind_template_child (widget_class, TuceConditionPopover, codes);
  gtk_widget_class_bind_template_child (widget_class, TuceConditionPopover, value);
  gtk_widget_class_bind_template_child (widget_class, TuceConditionPopover, problem);
  gtk_widget_class_bind_template_child (widget_class, TuceConditionPopover, add);
  gtk_widget_class_bind_template_callback (widget_class, on_field_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_comparison_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
tuce_condition_popover_init (TuceConditionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_popover_set_default_widget (GTK_POPOVER (self), GTK_WIDGET (self->add));
}

GtkWidget *
tuce_condition_popover_new (TuceWorkspace *workspace)
{
  TuceConditionPopover *self = g_object_new (TUCE_TYPE_CONDITION_POPOVER, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  const TuceEntity *household;
  const TuceListKind *kind;
  const char *first;
  guint status = 0;

  self->workspace = g_object_ref (workspace);
  self->dictionary
      = tuce_dictionary_ref (tuce_county_get_dictionary (tuce_workspace_get_county (workspace)));
  household = tuce_dictionary_entity (self->dictionary, "household");
  kind = tuce_list_kind_for (household->name);
  first = kind && kind->columns->len > 0 ? ((const TuceListColumn *) kind->columns->pdata[0])->path : NULL;
  self->columns = tuce_record_columns_new (household);
  for (guint i = self->columns->len; i-- > 0;)
    if (tuce_record_column_has_criteria (g_ptr_array_index (self->columns, i)))
      g_ptr_array_remove_index (self->columns, i); /* the bar has a menu for these */
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TuceRecordColumn *column = g_ptr_array_index (self->columns, i);

      if (first && g_str_equal (column->path, first))
        status = i;
      gtk_string_list_append (titles, column->title);
    }
  gtk_drop_down_set_expression (self->field, text);
  gtk_expression_unref (text);
  gtk_drop_down_set_model (self->field, G_LIST_MODEL (titles));
  gtk_drop_down_set_enable_search (self->field, TRUE);
  gtk_drop_down_set_selected (self->field, status);
  return GTK_WIDGET (self);
}
