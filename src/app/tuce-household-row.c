/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-household-row.h"

struct _TuceHouseholdRow
{
  GObject parent_instance;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (TuceHouseholdRow, tuce_household_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
tuce_household_row_class_init (TuceHouseholdRowClass *klass)
{
  changed_signal = g_signal_new ("changed", TUCE_TYPE_HOUSEHOLD_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
tuce_household_row_init (TuceHouseholdRow *self)
{
}

TuceHouseholdRow *
tuce_household_row_new (gint64 id)
{
  TuceHouseholdRow *self = g_object_new (TUCE_TYPE_HOUSEHOLD_ROW, NULL);

  self->id = id;
  return self;
}

gint64
tuce_household_row_get_id (TuceHouseholdRow *self)
{
  g_return_val_if_fail (TUCE_IS_HOUSEHOLD_ROW (self), 0);
  return self->id;
}

void
tuce_household_row_changed (TuceHouseholdRow *self)
{
  g_return_if_fail (TUCE_IS_HOUSEHOLD_ROW (self));
  g_signal_emit (self, changed_signal, 0);
}
