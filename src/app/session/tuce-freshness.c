/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-freshness.h"

struct _TuceFreshness
{
  GObject parent_instance;

  TuceWorkspace *workspace;
  GtkWidget *page;   /* weak */
  GtkWidget *around; /* weak: what the page stands in */
  const TuceFreshPart *parts;
  guint n_parts;
  TuceFreshAsk ask;
  TuceStandards *standards; /* in force when it was last looked */
  guint stale;
};

G_DEFINE_FINAL_TYPE (TuceFreshness, tuce_freshness, G_TYPE_OBJECT)

static gboolean
is_in_view (TuceFreshness *self)
{
  return self->page
         && (gtk_widget_get_mapped (self->page)
             || (!gtk_widget_get_visible (self->page) && self->around && gtk_widget_get_mapped (self->around)));
}

/* Before the page is asked it is fresh: it may want something while it is asked. */
static void
ask_if_in_view (TuceFreshness *self, const TuceChangeSet *changes)
{
  guint stale = self->stale;

  if (!stale || !is_in_view (self))
    return;
  self->stale = 0;
  self->ask (self->page, stale, changes);
}

static void
on_map (TuceFreshness *self)
{
  ask_if_in_view (self, NULL);
}

/* --- what makes stale --- */

static void
make_stale_by (TuceFreshness *self, TuceFreshBy by, guint also)
{
  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].by & by)
      self->stale |= 1u << i | also;
  ask_if_in_view (self, NULL);
}

static TuceReads *
reads_of (TuceFreshness *self, guint part)
{
  TuceReads *reads = tuce_reads_new (tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace)));

  if (self->parts[part].add_reads)
    self->parts[part].add_reads (self->page, reads);
  return reads;
}

static gboolean
is_touched (TuceFreshness *self, guint part, const TuceChangeSet *changes)
{
  g_autoptr (TuceReads) reads = reads_of (self, part);

  return tuce_reads_touched (reads, changes)
         || (self->parts[part].is_touched && self->parts[part].is_touched (self->page, changes));
}

/* Whether rows of @entity may be among what the review wrote: verdicts of households, of places, or findings of both. */
static gboolean
is_written (const TuceEntity *entity, TuceReviewChange change)
{
  const TuceField *parent = entity->parent;

  if (!entity->derived)
    return FALSE;
  if (parent && !parent->required)
    return change & (TUCE_REVIEW_HOUSEHOLDS | TUCE_REVIEW_PLACES);
  return change & (parent && g_str_equal (parent->target, "household") ? TUCE_REVIEW_HOUSEHOLDS : TUCE_REVIEW_PLACES);
}

static gboolean
is_reviewed (TuceFreshness *self, guint part)
{
  g_autoptr (TuceReads) reads = reads_of (self, part);
  TuceReviewChange change = tuce_review_get_change (tuce_workspace_get_review (self->workspace));
  GPtrArray *entities
      = tuce_dictionary_entities (tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace)));

  for (guint i = 0; i < entities->len; i++)
    if (is_written (entities->pdata[i], change) && tuce_reads_has_records (reads, entities->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
on_records_changed (TuceFreshness *self, TuceChangeSet *changes)
{
  gboolean alone = self->stale == 0;

  for (guint i = 0; self->page && i < self->n_parts; i++)
    if (!(self->stale & 1u << i) && is_touched (self, i, changes))
      self->stale |= 1u << i;
  ask_if_in_view (self, alone ? changes : NULL);
}

/* Whether other packs are in force than when it was last asked. */
static gboolean
take_standards (TuceFreshness *self)
{
  TuceStandards *standards = self->workspace ? tuce_workspace_get_standards (self->workspace) : NULL;

  if (standards == self->standards)
    return FALSE;
  g_clear_pointer (&self->standards, tuce_standards_unref);
  self->standards = standards ? tuce_standards_ref (standards) : NULL;
  return TRUE;
}

static void
on_reviewed (TuceFreshness *self)
{
  gboolean other = take_standards (self);

  for (guint i = 0; self->page && i < self->n_parts; i++)
    if (!(self->stale & 1u << i) && ((other && self->parts[i].by & TUCE_FRESH_BY_STANDARDS) || is_reviewed (self, i)))
      self->stale |= 1u << i;
  ask_if_in_view (self, NULL);
}

/* What belongs to the county before is stale; scope-changed follows, and then it is asked for. */
static void
on_county_changed (TuceFreshness *self)
{
  take_standards (self);
  self->stale = TUCE_FRESH_ALL | TUCE_FRESH_ANEW;
}

static void
on_scope_changed (TuceFreshness *self)
{
  make_stale_by (self, TUCE_FRESH_BY_SCOPE, TUCE_FRESH_ANEW);
}

static void
on_selection_changed (TuceFreshness *self)
{
  make_stale_by (self, TUCE_FRESH_BY_SELECTION, 0);
}

static void
on_day_changed (TuceFreshness *self)
{
  make_stale_by (self, TUCE_FRESH_BY_DAY, 0);
}

/* --- object --- */

static void
on_parent_changed (TuceFreshness *self)
{
  GtkWidget *around = self->page ? gtk_widget_get_parent (self->page) : NULL;

  if (around == self->around)
    return;
  if (self->around)
    g_signal_handlers_disconnect_by_data (self->around, self);
  g_set_weak_pointer (&self->around, around);
  if (around)
    g_signal_connect_object (around, "map", G_CALLBACK (on_map), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
tuce_freshness_dispose (GObject *object)
{
  TuceFreshness *self = TUCE_FRESHNESS (object);

  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->around);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->standards, tuce_standards_unref);
  G_OBJECT_CLASS (tuce_freshness_parent_class)->dispose (object);
}

static void
tuce_freshness_class_init (TuceFreshnessClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_freshness_dispose;
}

static void
tuce_freshness_init (TuceFreshness *self)
{
  self->stale = TUCE_FRESH_ALL | TUCE_FRESH_ANEW;
}

static void
listen (TuceFreshness *self, TuceWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  take_standards (self);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "scope-changed", G_CALLBACK (on_scope_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "records-changed", G_CALLBACK (on_records_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "day-changed", G_CALLBACK (on_day_changed), self, G_CONNECT_SWAPPED);
}

TuceFreshness *
tuce_freshness_new (TuceWorkspace *workspace, GtkWidget *page, const TuceFreshPart *parts, guint n_parts,
                    TuceFreshAsk ask)
{
  TuceFreshness *self = g_object_new (TUCE_TYPE_FRESHNESS, NULL);

  g_set_weak_pointer (&self->page, page);
  self->parts = parts;
  self->n_parts = n_parts;
  self->ask = ask;
  g_signal_connect_object (page, "map", G_CALLBACK (on_map), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (page, "notify::parent", G_CALLBACK (on_parent_changed), self, G_CONNECT_SWAPPED);
  on_parent_changed (self);
  if (workspace)
    listen (self, workspace);
  return self;
}
void
tuce_freshness_want (TuceFreshness *self, guint stale)
{
  g_return_if_fail (TUCE_IS_FRESHNESS (self));
  self->stale |= stale;
  ask_if_in_view (self, NULL);
}

guint
tuce_freshness_get_stale (TuceFreshness *self)
{
  g_return_val_if_fail (TUCE_IS_FRESHNESS (self), 0);
  return self->stale & TUCE_FRESH_ALL;
}
