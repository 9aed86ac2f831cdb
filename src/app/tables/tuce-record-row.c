/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record-row.h"

struct _TuceRecordRow
{
  GObject parent_instance;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (TuceRecordRow, tuce_record_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
tuce_record_row_class_init (TuceRecordRowClass *klass)
{
  changed_signal = g_signal_new ("changed", TUCE_TYPE_RECORD_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
tuce_record_row_init (TuceRecordRow *self)
{
}

TuceRecordRow *
tuce_record_row_new (gint64 id)
{
  TuceRecordRow *self = g_object_new (TUCE_TYPE_RECORD_ROW, NULL);

  self->id = id;
  return self;
}

gint64
tuce_record_row_get_id (TuceRecordRow *self)
{
  g_return_val_if_fail (TUCE_IS_RECORD_ROW (self), 0);
  return self->id;
}

void
tuce_record_row_changed (TuceRecordRow *self)
{
  g_return_if_fail (TUCE_IS_RECORD_ROW (self));
  g_signal_emit (self, changed_signal, 0);
}
