/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-verdict-section-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-criteria-cell.h"
#include "tuce-verdict-line.h"

#define HOUSEHOLD "household"

G_DEFINE_FINAL_TYPE (TuceVerdictSection, tuce_verdict_section, GTK_TYPE_WIDGET)

TuceCounty *
tuce_verdict_section_get_county (TuceVerdictSection *self)
{
  return tuce_workspace_get_county (self->workspace);
}

/* The kind of what is judged. */
static const char *
get_subject (TuceVerdictSection *self)
{
  return self->part ? self->part : self->record->entity->name;
}

TucePendingRecord *
tuce_verdict_section_find_subject (TuceVerdictSection *self)
{
  const TuceEntity *entity
      = self->record ? tuce_dictionary_entity ((TuceDictionary *) self->record->entity->dictionary, get_subject (self)) : NULL;
  TucePendingRecord *record = NULL;

  if (entity && (entity == self->record->entity || tuce_pending_entity_is_single (entity, self->record->entity)))
    record = tuce_pending_find (self->pending, entity);
  return record && tuce_pending_record_is_there (record) && !tuce_pending_record_is_removed (record) ? record : NULL;
}

const TucePack *
tuce_verdict_section_get_pack (TuceVerdictSection *self)
{
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);

  return standards && tuce_verdict_section_find_subject (self) ? tuce_standards_standard (standards, get_subject (self)) : NULL;
}

static gboolean
may_record (TuceVerdictSection *self)
{
  return self->record->id != 0 && tuce_record_may_be_inspected (self->record->entity)
         && tuce_county_is_writable (tuce_verdict_section_get_county (self));
}

/* --- what is shown --- */

static void
clear_lines (TuceVerdictSection *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->lines)))
    gtk_box_remove (GTK_BOX (self->lines), line);
}

static char *
results_of (const TuceVerdictsFound *found)
{
  GString *results = g_string_new (NULL);

  for (guint i = 0; i < found->verdicts->len; i++)
    g_string_append_c (results,
                       tuce_result_character (((const TuceVerdict *) g_ptr_array_index (found->verdicts, i))->result));
  return g_string_free (results, FALSE);
}

/* What may be done about what is unmet; of a record that is not in the file yet, nothing. */
static void
find_gaps (TuceVerdictSection *self, const char *results)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  if (may_record (self))
    self->gaps = tuce_measures_gaps (tuce_verdict_section_get_county (self), tuce_verdict_section_get_pack (self), self->record->id, results, &error);
  if (error)
    tuce_workspace_report_error (self->workspace, error);
  if (!self->gaps)
    self->gaps = g_ptr_array_new ();
}

static void
add_note (TuceVerdictSection *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (self->lines), label);
}

static void
show_found (TuceVerdictSection *self, TuceVerdictsFound *found)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_verdict_section_get_county (self));
  g_autofree char *results = results_of (found);

  g_clear_pointer (&self->found, tuce_verdicts_found_free);
  self->found = found;
  tuce_criteria_cell_set (TUCE_CRITERIA_CELL (self->cells), dictionary, tuce_verdict_section_get_pack (self), results);
  clear_lines (self);
  if (!gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;
  find_gaps (self, results);
  if (self->live)
    add_note (self, _("By what is typed, not saved yet:"));
  for (guint i = 0; i < found->verdicts->len; i++)
    gtk_box_append (GTK_BOX (self->lines),
                    tuce_verdict_line_new (dictionary, found, g_ptr_array_index (found->verdicts, i), self->gaps,
                                           may_record (self)));
}

static void
show_failure (TuceVerdictSection *self, const GError *error)
{
  clear_lines (self);
  add_note (self, error->message);
}

static void
show_kept (TuceVerdictSection *self)
{
  TuceCounty *county = tuce_verdict_section_get_county (self);
  g_autofree char *entity = g_strconcat (get_subject (self), "_assessment", NULL);
  g_autoptr (TuceRecord) kept
      = tuce_county_year_record (county, entity, self->record->id, tuce_county_get_year (county), NULL);

  tuce_criteria_cell_set (TUCE_CRITERIA_CELL (self->cells), tuce_county_get_dictionary (county), tuce_verdict_section_get_pack (self),
                          kept ? tuce_record_text (kept, "results") : "");
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceVerdictSection) self = data;
  g_autoptr (GError) error = NULL;
  TuceVerdictsFound *found = tuce_read_finish (result, &error);

  /* A later look, or another record, took its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->query)
    {
      g_clear_pointer (&found, tuce_verdicts_found_free);
      return;
    }
  g_clear_object (&self->query);
  if (found)
    show_found (self, found);
  else
    show_failure (self, error);
}

/* A household's verdicts are worked out at once; those that rest on what many records say, by a worker. */
static void
look (TuceVerdictSection *self)
{
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  g_autoptr (GError) error = NULL;
  TuceVerdictsFound *found;

  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  if (!tuce_verdict_section_get_pack (self) || self->record->id == 0 || !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;
  if (!g_str_equal (self->record->entity->name, HOUSEHOLD))
    {
      self->query = g_cancellable_new ();
      tuce_verdicts_find_async (tuce_verdict_section_get_county (self), standards, get_subject (self), self->record, self->query, on_found,
                                g_object_ref (self));
      return;
    }
  found = tuce_verdicts_find (tuce_verdict_section_get_county (self), standards, get_subject (self), self->record, &error);
  if (found)
    show_found (self, found);
  else
    show_failure (self, error);
}

/* What was typed is judged by the check of the pending records. */
static gboolean
show_live (TuceVerdictSection *self)
{
  GPtrArray *verdicts = tuce_verdict_section_get_pack (self) ? tuce_pending_get_verdicts (self->pending, get_subject (self)) : NULL;
  TuceVerdictsFound *found = NULL;

  if (verdicts)
    found = tuce_verdicts_found_new (tuce_verdict_section_get_county (self), tuce_pending_get_standards (self->pending), verdicts, self->record,
                                     NULL);
  if (!found)
    return FALSE;
  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  self->live = TRUE;
  show_found (self, found);
  return TRUE;
}

static void
on_expanded (TuceVerdictSection *self)
{
  if (!self->record || !tuce_verdict_section_get_pack (self) || !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;
  if (!self->live || !show_live (self))
    look (self);
}

static void
show (TuceVerdictSection *self)
{
  const TucePack *pack = tuce_verdict_section_get_pack (self);

  clear_lines (self);
  g_clear_pointer (&self->found, tuce_verdicts_found_free);
  self->live = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), pack != NULL);
  if (!pack)
    return;
  gtk_label_set_label (GTK_LABEL (self->word),
                       tuce_record_may_be_inspected (self->record->entity) && !self->part ? _("Criteria") : _("Red lines"));
  if (show_live (self))
    return;
  show_kept (self);
  look (self);
}

static void
on_checked (TuceVerdictSection *self)
{
  gboolean seen = gtk_widget_get_visible (GTK_WIDGET (self));

  if (!show_live (self) && (self->live || seen != (tuce_verdict_section_get_pack (self) != NULL)))
    show (self);
  else if (self->live)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
take_record (TuceVerdictSection *self)
{
  g_clear_pointer (&self->record, tuce_record_free);
  self->record = tuce_record_copy (tuce_pending_record_saved (tuce_pending_get_main (self->pending)));
}

/* Read again from the file, or taken back. */
static void
on_records_changed (TuceVerdictSection *self)
{
  take_record (self);
  tuce_freshness_want (self->freshness, TUCE_FRESH_ALL);
}

static void
let_go (TuceVerdictSection *self)
{
  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  if (self->pending)
    g_signal_handlers_disconnect_by_data (self->pending, self);
  g_clear_object (&self->pending);
  g_clear_pointer (&self->found, tuce_verdicts_found_free);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->record, tuce_record_free);
}

void
tuce_verdict_section_set_pending (TuceVerdictSection *self, TucePending *pending)
{
  g_return_if_fail (TUCE_IS_VERDICT_SECTION (self));
  let_go (self);
  if (!pending)
    {
      show (self);
      return;
    }
  self->pending = g_object_ref (pending);
  g_signal_connect_swapped (pending, "checked", G_CALLBACK (on_checked), self);
  g_signal_connect_swapped (pending, "records-changed", G_CALLBACK (on_records_changed), self);
  take_record (self);
  show (self);
}

/* --- freshness --- */

static void
add_reads (gpointer page, TuceReads *reads)
{
  TuceVerdictSection *self = page;
  g_autofree char *kept = self->record ? g_strconcat (get_subject (self), "_assessment", NULL) : NULL;

  if (self->record && tuce_verdict_section_get_pack (self))
    tuce_reads_add_entity (reads, kept);
}

/* By the standards also where nothing was in force before. */
static const TuceFreshPart parts[] = { { add_reads, NULL, TUCE_FRESH_BY_STANDARDS | TUCE_FRESH_BY_DAY } };

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  show (page);
}

/* --- object --- */

static void
tuce_verdict_section_dispose (GObject *object)
{
  TuceVerdictSection *self = TUCE_VERDICT_SECTION (object);

  let_go (self);
  g_clear_object (&self->freshness);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_verdict_section_parent_class)->dispose (object);
}

static void
tuce_verdict_section_class_init (TuceVerdictSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_verdict_section_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tuce-verdicts");
  tuce_verdict_section_install_actions (widget_class);
}

static void
tuce_verdict_section_init (TuceVerdictSection *self)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->word = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->word, "heading");
  self->cells = tuce_criteria_cell_new ();
  gtk_box_append (GTK_BOX (title), self->word);
  gtk_box_append (GTK_BOX (title), self->cells);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->lines, "tuce-section");
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), title);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->lines);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->word,
                                  self->cells, NULL, -1);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (on_expanded), self);
}

GtkWidget *
tuce_verdict_section_new (TuceWorkspace *workspace, const char *part)
{
  TuceVerdictSection *self = g_object_new (TUCE_TYPE_VERDICT_SECTION, NULL);

  self->workspace = g_object_ref (workspace);
  self->part = g_intern_string (part);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  show (self);
  return GTK_WIDGET (self);
}

gboolean
tuce_verdict_section_is_live (TuceVerdictSection *self)
{
  g_return_val_if_fail (TUCE_IS_VERDICT_SECTION (self), FALSE);
  return self->live;
}

void
tuce_verdict_section_set_open (TuceVerdictSection *self, gboolean open)
{
  g_return_if_fail (TUCE_IS_VERDICT_SECTION (self));
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), open);
}

const TuceVerdictsFound *
tuce_verdict_section_get_found (TuceVerdictSection *self)
{
  g_return_val_if_fail (TUCE_IS_VERDICT_SECTION (self), NULL);
  return self->found;
}
