/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-gap-section.h"

#include <glib/gi18n-lib.h>

#include "tuce-due-list.h"
#include "tuce-form-dialog.h"
#include "tuce-freshness.h"
#include "tuce-measures.h"
#include "tuce-pending.h"

#define MEASURE "measure"
#define INDEX "tuce-index"
#define RECORD "tuce-record"

struct _TuceGapSection
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *title;
  GtkListBox *list;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  TuceStandards *standards; /* keeps the rules of the gaps */
  const TucePack *pack;     /* for what is selected, or NULL */
  gint64 subject;
  GPtrArray *gaps;          /* TuceGap, or NULL */
  guint n_measures;
};

G_DEFINE_FINAL_TYPE (TuceGapSection, tuce_gap_section, GTK_TYPE_WIDGET)

/* --- rows --- */

static GtkWidget *
add_row (TuceGapSection *self, const char *text, const char *button, GCallback clicked)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text), *press = gtk_button_new_with_label (button);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (press, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), press);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_can_focus (row, TRUE);
  gtk_list_box_append (self->list, row);
  g_signal_connect (press, "clicked", clicked, self);
  return press;
}

static void
on_take (GtkButton *button, TuceGapSection *self)
{
  tuce_gap_section_take (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), INDEX)));
}

static void
on_open (GtkButton *button, TuceGapSection *self)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), RECORD);

  tuce_workspace_select (self->workspace, MEASURE, id);
}

static const char *
short_of (TuceGapSection *self, const char *code)
{
  const TuceRule *rule = tuce_standards_rule (self->standards, code);

  return rule ? tuce_rule_short (rule) : code;
}

static void
add_measure (TuceGapSection *self, const TuceRecord *measure)
{
  const char *due = tuce_record_text (measure, "due_on");
  const char *criterion = tuce_record_text (measure, "criterion");
  g_autofree char *text = g_strdup_printf ("%s%s%s · %s%s%s", *criterion ? short_of (self, criterion) : "",
                                           *criterion ? "：" : "", tuce_record_text (measure, "content"),
                                           tuce_record_text (measure, "department"), *due ? " · " : "", due);
  GtkWidget *button = add_row (self, text, _("Show"), G_CALLBACK (on_open));

  g_object_set_data_full (G_OBJECT (button), RECORD, g_memdup2 (&measure->id, sizeof measure->id), g_free);
  self->n_measures++;
}

static void
add_gap (TuceGapSection *self, guint index, gboolean writable)
{
  const TuceGap *gap = self->gaps->pdata[index];
  g_autofree char *text
      = gap->proposal ? g_strdup_printf (_("✗ %s: %s (%s)"), tuce_rule_short (gap->rule), gap->proposal->content,
                                         gap->proposal->department)
                      : g_strdup_printf (_("✗ %s: nothing proposed"), tuce_rule_short (gap->rule));
  GtkWidget *button = add_row (self, text, _("Take Over…"), G_CALLBACK (on_take));

  gtk_widget_set_sensitive (button, writable);
  g_object_set_data (G_OBJECT (button), INDEX, GUINT_TO_POINTER (index));
}

static void
clear (TuceGapSection *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->standards, tuce_standards_unref);
  self->pack = NULL;
  self->n_measures = 0;
}

/* --- what is shown --- */

static TuceQuery *
measures_of (TuceCounty *county, const TuceRecord *subject, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, MEASURE);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, subject->id);
  const TuceEntity *entity = subject->entity;
  gboolean narrowed
      = entity->is_place
            ? tuce_query_add_condition (query, "level", TUCE_IS, entity->name, error)
                  && tuce_query_add_condition (query, "place", TUCE_IS,
                                               tuce_record_text (subject, entity->scope->name), error)
            : tuce_query_add_condition (query, "household_id", TUCE_IS, id, error);

  return narrowed && tuce_query_set_order (query, "due_on", FALSE, error) ? g_steal_pointer (&query) : NULL;
}

static void
add_measures (TuceGapSection *self, TuceCounty *county)
{
  g_autoptr (TuceRecord) subject = tuce_county_load (county, self->pack->subject, self->subject, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = subject ? measures_of (county, subject, &error) : NULL;
  g_autoptr (GArray) ids = query ? tuce_query_ids (query, county, NULL, &error) : NULL;

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autoptr (TuceRecord) measure = tuce_county_load (county, MEASURE, g_array_index (ids, gint64, i), NULL);

      if (measure && tuce_due_is_open (MEASURE, tuce_record_text (measure, "state")))
        add_measure (self, measure);
    }
}

static guint
count_criteria (TuceGapSection *self)
{
  const TuceRule *last = NULL;
  guint n = 0;

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const TuceGap *gap = self->gaps->pdata[i];

      n += gap->rule != last;
      last = gap->rule;
    }
  return n;
}

static void
show (TuceGapSection *self, TuceCounty *county)
{
  g_autofree char *title = NULL;
  guint n;

  add_measures (self, county);
  for (guint i = 0; i < self->gaps->len; i++)
    add_gap (self, i, tuce_county_is_writable (county));
  n = count_criteria (self);
  /* Translators: on the card of a household; how many criteria are unmet without a measure, how many measures are open */
  title = g_strdup_printf (_("Gaps and measures: %u without a measure, %u open"), n, self->n_measures);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_visible (GTK_WIDGET (self), self->gaps->len > 0 || self->n_measures > 0);
}

/* Of what is selected, and of what it has one of: a household's move has red lines of its own. */
static GPtrArray *
find_gaps (TuceGapSection *self, TuceCounty *county)
{
  GPtrArray *entities = tuce_dictionary_entities (tuce_county_get_dictionary (county));
  const TuceEntity *main = tuce_dictionary_entity (tuce_county_get_dictionary (county), self->pack->subject);
  g_autoptr (GPtrArray) gaps = tuce_measures_gaps (county, self->pack, self->subject, NULL, NULL);

  for (guint i = 0; gaps && i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];
      const TucePack *pack = tuce_pending_entity_is_single (entity, main)
                                 ? tuce_standards_standard (self->standards, entity->name)
                                 : NULL;
      GPtrArray *more = pack ? tuce_measures_gaps (county, pack, self->subject, NULL, NULL) : NULL;

      if (more)
        g_ptr_array_extend_and_steal (gaps, more);
    }
  return g_steal_pointer (&gaps);
}

static void
update (TuceGapSection *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  const char *entity = tuce_workspace_get_selected_entity (self->workspace);

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (!county || !standards || !entity)
    return;
  self->pack = tuce_standards_standard (standards, entity);
  if (!self->pack)
    return;
  self->standards = tuce_standards_ref (standards);
  self->subject = tuce_workspace_get_selected_id (self->workspace);
  self->gaps = find_gaps (self, county);
  if (self->gaps)
    show (self, county);
}

/* What is unmet is kept of each subject; what is done about it are measures. */
static void
add_reads (gpointer page, TuceReads *reads)
{
  TuceGapSection *self = page;
  GPtrArray *entities = tuce_dictionary_entities (tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace)));

  tuce_reads_add_entity (reads, MEASURE);
  for (guint i = 0; self->pack && i < entities->len; i++)
    if (((const TuceEntity *) entities->pdata[i])->derived)
      tuce_reads_add_records (reads, ((const TuceEntity *) entities->pdata[i])->name);
}

static const TuceFreshPart parts[] = { { add_reads, NULL, TUCE_FRESH_BY_SELECTION | TUCE_FRESH_BY_STANDARDS } };

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  update (page);
}

/* --- taken over --- */

static gboolean
add (TuceRecord *measure, gpointer data, GError **error)
{
  TuceGapSection *self = data;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();

  g_ptr_array_add (measures, measure);
  return !county || tuce_measures_add (county, measures, error);
}

GtkWidget *
tuce_gap_section_take (TuceGapSection *self, guint index)
{
  static const char *const asked[]
      = { "content", "department", "person", "starts_on", "due_on", "cost", "cost_source", NULL };
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (TuceRecord) measure = NULL;
  const TuceGap *gap;
  GtkWidget *dialog;

  g_return_val_if_fail (TUCE_IS_GAP_SECTION (self), NULL);
  g_return_val_if_fail (self->gaps && index < self->gaps->len, NULL);
  gap = self->gaps->pdata[index];
  measure = tuce_measures_new (county, gap->rule->pack, gap, self->subject, NULL);
  if (!measure)
    return NULL;
  for (guint i = 0; asked[i]; i++)
    g_ptr_array_add (fields, (gpointer) tuce_entity_field (measure->entity, asked[i]));
  dialog = tuce_form_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Add Measures"),
                                 tuce_rule_label (gap->rule), _("Add the Measure"), county, fields, measure, add,
                                 G_OBJECT (self));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* --- object --- */

static void
tuce_gap_section_dispose (GObject *object)
{
  TuceGapSection *self = TUCE_GAP_SECTION (object);

  g_clear_object (&self->freshness);
  if (self->expander)
    clear (self);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_gap_section_parent_class)->dispose (object);
}

static void
tuce_gap_section_class_init (TuceGapSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_gap_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tuce-procedure");
}

static void
tuce_gap_section_init (TuceGapSection *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "tuce-member-list");
  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "heading");
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), self->title);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title,
                                  NULL, -1);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tuce_gap_section_new (TuceWorkspace *workspace)
{
  TuceGapSection *self = g_object_new (TUCE_TYPE_GAP_SECTION, NULL);

  self->workspace = g_object_ref (workspace);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

guint
tuce_gap_section_get_n_gaps (TuceGapSection *self)
{
  g_return_val_if_fail (TUCE_IS_GAP_SECTION (self), 0);
  return self->gaps ? self->gaps->len : 0;
}

guint
tuce_gap_section_get_n_measures (TuceGapSection *self)
{
  g_return_val_if_fail (TUCE_IS_GAP_SECTION (self), 0);
  return self->n_measures;
}
