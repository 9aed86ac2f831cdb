/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects what an assessor reports until it can be stored. */
#include "tuce-difference-private.h"

TuceHarvest *
tuce_harvest_new (void)
{
  TuceHarvest *self = g_new0 (TuceHarvest, 1);

  self->told = g_array_new (FALSE, FALSE, sizeof (Told));
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
  self->texts = g_string_chunk_new (1 << 13);
  return self;
}

void
tuce_harvest_free (TuceHarvest *self)
{
  g_array_unref (self->told);
  g_array_unref (self->found);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
add_told (const TuceSubject *subject, gint64 id, const char *results, gpointer data)
{
  TuceHarvest *self = data;
  /* few different texts occur, so each is stored once */
  Told told = { subject, id, g_string_chunk_insert_const (self->texts, results), FALSE };

  g_array_append_val (self->told, told);
}

static void
add_found (const TuceRule *rule, gint64 id, gint64 household, const char *place, const char *figures, gpointer data)
{
  TuceHarvest *self = data;
  Found found = { { rule->code, id }, rule, household, g_string_chunk_insert_const (self->texts, place),
                  g_string_chunk_insert_const (self->texts, figures), FALSE };

  g_array_append_val (self->found, found);
}

TuceAssessorSink
tuce_harvest_sink (TuceHarvest *self)
{
  return (TuceAssessorSink){ add_told, add_found, self };
}
