/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-parameter-row.h"

#include <glib/gi18n-lib.h>

struct _TuceParameterRow
{
  GObject parent_instance;

  TuceRecord *record;
};

G_DEFINE_FINAL_TYPE (TuceParameterRow, tuce_parameter_row, G_TYPE_OBJECT)

static void
tuce_parameter_row_finalize (GObject *object)
{
  g_clear_pointer (&TUCE_PARAMETER_ROW (object)->record, tuce_record_free);
  G_OBJECT_CLASS (tuce_parameter_row_parent_class)->finalize (object);
}

static void
tuce_parameter_row_class_init (TuceParameterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tuce_parameter_row_finalize;
}

static void
tuce_parameter_row_init (TuceParameterRow *self)
{
}

TuceParameterRow *
tuce_parameter_row_new (TuceRecord *record)
{
  TuceParameterRow *self = g_object_new (TUCE_TYPE_PARAMETER_ROW, NULL);

  self->record = record;
  return self;
}

const TuceRecord *
tuce_parameter_row_get_record (TuceParameterRow *self)
{
  return self->record;
}

char *
tuce_parameter_row_value (TuceParameterRow *self)
{
  const TuceField *field = tuce_entity_field (self->record->entity, "value");

  return tuce_record_has (self->record, "value")
             ? tuce_field_format_plain (field, tuce_record_value (self->record, "value"))
             : g_strdup ("—");
}

gboolean
tuce_parameter_row_is_confirmed (TuceParameterRow *self)
{
  return tuce_record_integer (self->record, "confirmed") != 0;
}

char *
tuce_parameter_row_confirmation (TuceParameterRow *self)
{
  if (!tuce_parameter_row_is_confirmed (self))
    return g_strdup (_("Not confirmed"));
  if (!tuce_record_has (self->record, "confirmed_by"))
    return g_strdup (_("Confirmed"));
  /* Translators: the day, then who */
  return g_strdup_printf (_("Confirmed %s, %s"), tuce_record_text (self->record, "confirmed_on"),
                          tuce_record_text (self->record, "confirmed_by"));
}
