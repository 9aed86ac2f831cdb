/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long edits in portions, and the longest of them that needs no plan: the removal of a scenario. */
#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-scenario-private.h"

/* How many milliseconds are written between two looks at the cancellable. */
#define PORTION 20

struct _TuceScenarioWrite
{
  TuceCounty *county;
  TuceEdit *edit;
  TuceWriteStep step;
  guint n_steps;
  guint position;
  gpointer data;
  GDestroyNotify destroy;
};

TuceScenarioWrite *
tuce_scenario_write_new (TuceCounty *county, const char *label, TuceWriteStep step, guint n_steps, gpointer data,
                         GDestroyNotify destroy, GError **error)
{
  TuceEdit *edit = tuce_edit_begin (county, label, error);
  TuceScenarioWrite *self;

  if (!edit)
    {
      destroy (data);
      return NULL;
    }
  self = g_new0 (TuceScenarioWrite, 1);
  self->county = g_object_ref (county);
  self->edit = edit;
  self->step = step;
  self->n_steps = n_steps;
  self->data = data;
  self->destroy = destroy;
  return self;
}

/* A county that was closed meanwhile has rolled back and freed its edit. */
static gboolean
is_closed (TuceScenarioWrite *self, GError **error)
{
  if (tuce_county_is_writable (self->county))
    return FALSE;
  self->edit = NULL;
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY, "%s", _("The county file is closed"));
  return TRUE;
}

gboolean
tuce_scenario_write_continue (TuceScenarioWrite *self, guint milliseconds, gboolean *done, GError **error)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  if (is_closed (self, error))
    return FALSE;
  while (self->position < self->n_steps && g_get_monotonic_time () < end)
    if (!self->step (self->county, self->edit, self->data, self->position++, error))
      return FALSE;
  *done = self->position == self->n_steps;
  return TRUE;
}

double
tuce_scenario_write_fraction (const TuceScenarioWrite *self)
{
  return self->n_steps ? (double) self->position / self->n_steps : 1;
}

gboolean
tuce_scenario_write_finish (TuceScenarioWrite *self, GError **error)
{
  return !is_closed (self, error) && tuce_edit_commit (g_steal_pointer (&self->edit), error);
}

void
tuce_scenario_write_free (TuceScenarioWrite *self)
{
  if (!is_closed (self, NULL))
    g_clear_pointer (&self->edit, tuce_edit_abort);
  self->destroy (self->data);
  g_object_unref (self->county);
  g_free (self);
}

gboolean
tuce_scenario_write_all (TuceScenarioWrite *write, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceScenarioWrite) self = write;
  gboolean done = FALSE;

  while (!done)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !tuce_scenario_write_continue (self, PORTION, &done, error))
      return FALSE;
  return tuce_scenario_write_finish (self, error);
}

/* --- removal --- */

typedef struct
{
  const char *entity;
  gint64 id;
} Doomed;

static gboolean
remove_one (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error)
{
  const Doomed *doomed = &g_array_index ((GArray *) data, Doomed, index);

  return tuce_edit_delete (edit, doomed->entity, doomed->id, error);
}

static gboolean
doom (TuceCounty *county, GArray *all, const char *entity, const char *sql, gint64 scenario, GError **error)
{
  g_autoptr (GArray) ids = tuce_scenario_ids (county, sql, scenario, error);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      Doomed one = { entity, g_array_index (ids, gint64, i) };

      g_array_append_val (all, one);
    }
  return ids != NULL;
}

TuceScenarioWrite *
tuce_scenario_remove (TuceCounty *county, gint64 id, GError **error)
{
  g_autoptr (TuceRecord) scenario = tuce_county_load (county, TUCE_SCENARIO, id, error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Doomed));
  g_autofree char *label = NULL;
  guint n;

  if (!scenario
      || !doom (county, all, TUCE_SCENARIO_MOVE, "SELECT id FROM scenario_move WHERE scenario_id = :id", id, error)
      || !doom (county, all, TUCE_SCENARIO_WISH, "SELECT id FROM scenario_wish WHERE scenario_id = :id", id, error)
      || !doom (county, all, TUCE_SCENARIO_SITE, "SELECT id FROM scenario_site WHERE scenario_id = :id", id, error)
      || !doom (county, all, TUCE_SCENARIO, "SELECT id FROM scenario WHERE id = :id", id, error))
    return NULL;
  /* Translators: an edit of the journal */
  label = g_strdup_printf (_("Remove scenario “%s”"), tuce_record_text (scenario, "name"));
  n = all->len;
  return tuce_scenario_write_new (county, label, remove_one, n, g_steal_pointer (&all), (GDestroyNotify) g_array_unref,
                                  error);
}
