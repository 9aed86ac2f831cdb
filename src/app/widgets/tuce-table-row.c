/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-table-row.h"

struct _TuceTableRow
{
  GObject parent_instance;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (TuceTableRow, tuce_table_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
tuce_table_row_class_init (TuceTableRowClass *klass)
{
  changed_signal = g_signal_new ("changed", TUCE_TYPE_TABLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
tuce_table_row_init (TuceTableRow *self)
{
}

TuceTableRow *
tuce_table_row_new (gint64 id)
{
  TuceTableRow *self = g_object_new (TUCE_TYPE_TABLE_ROW, NULL);

  self->id = id;
  return self;
}

gint64
tuce_table_row_get_id (TuceTableRow *self)
{
  g_return_val_if_fail (TUCE_IS_TABLE_ROW (self), 0);
  return self->id;
}

void
tuce_table_row_changed (TuceTableRow *self)
{
  g_return_if_fail (TUCE_IS_TABLE_ROW (self));
  g_signal_emit (self, changed_signal, 0);
}
