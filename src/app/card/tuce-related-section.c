/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-related-section.h"

#include <glib/gi18n-lib.h>

#include "tuce-freshness.h"
#include "tuce-page-kind.h"

#define MOST_LISTED 200

struct _TuceRelatedSection
{
  GtkWidget parent_instance;

  GtkWidget *box;     /* an expander for each kind of record that refers to the selected one */
  GHashTable *lists;  /* entity → GtkListBox */
  GHashTable *opened; /* entities whose expander the user opened (1) or closed (0) */
  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  const char *entity; /* interned; of the record on the card, or NULL */
  gint64 id;
};

G_DEFINE_FINAL_TYPE (TuceRelatedSection, tuce_related_section, GTK_TYPE_WIDGET)

/* --- rows --- */

/* What is said of one record: its columns, but for those without a value. */
static char *
compose_line (TuceQuery *query, const TuceRows *rows, guint row, guint n_columns)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *text = tuce_field_format (tuce_query_column (query, i), tuce_rows_value (rows, row, i));

      if (*text)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* @id: of the record the row leads to */
static GtkWidget *
new_row (const char *line, gint64 id)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

/* Where a row of @entity leads: to the card of the record itself, or of the one it belongs to. */
static const char *
entity_led_to (const TuceEntity *entity)
{
  return entity->own_card || !entity->parent ? entity->name : entity->parent->target;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, TuceRelatedSection *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  if (id)
    tuce_workspace_select (self->workspace, g_object_get_data (G_OBJECT (list), "leads-to"), *id);
}

/* --- one kind of record --- */

static TuceQuery *
new_query (TuceCounty *county, const TuceListKind *kind, const TuceEntity *entity, const char *by, gint64 id, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity->name);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  for (guint i = 0; kind && i < kind->columns->len; i++)
    g_ptr_array_add (paths, ((const TuceListColumn *) kind->columns->pdata[i])->path);
  /* Behind what is said of a record stands the id of the one it belongs to. */
  if (entity->parent)
    g_ptr_array_add (paths, (gpointer) entity->parent->name);
  g_ptr_array_add (paths, NULL);
  if (!tuce_query_set_columns (query, (const char *const *) paths->pdata, error)
      || !tuce_query_add_condition (query, by, TUCE_IS, value, error)
      || (kind && kind->order && !tuce_query_set_order (query, kind->order, kind->descending, error)))
    return NULL;
  return g_steal_pointer (&query);
}

static void
fill_list (GtkListBox *list, TuceQuery *query, const TuceRows *rows, const TuceEntity *entity)
{
  guint n_columns = rows->n_columns - (entity->parent ? 1 : 0);
  gboolean leads_to_owner = !g_str_equal (entity_led_to (entity), entity->name);

  for (guint row = 0; row < rows->n_rows; row++)
    {
      g_autofree char *line = compose_line (query, rows, row, n_columns);

      gtk_list_box_append (list, new_row (line, leads_to_owner ? tuce_rows_value (rows, row, n_columns)->integer
                                                               : rows->ids[row]));
    }
}

static void
on_expanded (GtkExpander *expander, GParamSpec *spec, TuceRelatedSection *self)
{
  g_hash_table_insert (self->opened, g_strdup (g_object_get_data (G_OBJECT (expander), "entity")),
                       GINT_TO_POINTER (gtk_expander_get_expanded (expander)));
}

/* The first list is open until the user says otherwise: the others would push the record itself out of sight. */
static gboolean
is_open (TuceRelatedSection *self, const char *entity)
{
  gpointer opened;

  if (g_hash_table_lookup_extended (self->opened, entity, NULL, &opened))
    return GPOINTER_TO_INT (opened);
  return g_hash_table_size (self->lists) == 0;
}

static void
add_list (TuceRelatedSection *self, const TuceEntity *entity, guint n, GtkWidget *list)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  /* Translators: a kind of record (household, visit), then how many there are */
  g_autofree char *title = g_strdup_printf (_("%s (%u)"), tuce_entity_label (entity), n);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (list, "tuce-member-list");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), is_open (self, entity->name));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (expander), "entity", g_strdup (entity->name), g_free);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (on_expanded), self);
  gtk_box_append (GTK_BOX (self->box), expander);
  g_hash_table_insert (self->lists, g_strdup (entity->name), list);
}

static void
show_related (TuceRelatedSection *self, const char *related, gint64 id)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_auto (GStrv) parts = g_strsplit (related, ".", 2);
  const TuceEntity *entity = tuce_dictionary_entity (tuce_county_get_dictionary (county), parts[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = new_query (county, tuce_list_kind_for (parts[0]), entity, parts[1], id, &error);
  g_autoptr (GArray) ids = query ? tuce_query_ids (query, county, NULL, &error) : NULL;
  g_autoptr (TuceRows) rows = ids ? tuce_query_fetch (query, county, (const gint64 *) (gpointer) ids->data,
                                                      MIN (ids->len, MOST_LISTED), &error)
                                  : NULL;
  GtkWidget *list;

  if (!rows)
    {
      tuce_workspace_report_error (self->workspace, error);
      return;
    }
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  g_object_set_data (G_OBJECT (list), "leads-to", (gpointer) entity_led_to (entity));
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), self);
  fill_list (GTK_LIST_BOX (list), query, rows, entity);
  add_list (self, entity, ids->len, list);
}

/* --- all of them --- */

static const TuceListKind *
kind_of (TuceRelatedSection *self)
{
  gboolean any = self->id != 0 && tuce_workspace_get_county (self->workspace);
  const TuceListKind *kind = any ? tuce_list_kind_for (self->entity) : NULL;

  return kind && kind->related[0] ? kind : NULL;
}

static void
add_reads (gpointer section, TuceReads *reads)
{
  const TuceListKind *kind = kind_of (section);

  for (guint i = 0; kind && kind->related[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (kind->related[i], ".", 2);
      const TuceListKind *listed = tuce_list_kind_for (parts[0]);

      tuce_reads_add_entity (reads, parts[0]);
      for (guint j = 0; listed && j < listed->columns->len; j++)
        tuce_reads_add_path (reads, parts[0], ((const TuceListColumn *) listed->columns->pdata[j])->path);
    }
}

static const TuceFreshPart parts[] = { { add_reads, NULL, 0 } };

static void
ask (gpointer section, guint stale, const TuceChangeSet *changes)
{
  TuceRelatedSection *self = section;
  const TuceListKind *kind = kind_of (self);
  GtkWidget *child;

  g_hash_table_remove_all (self->lists);
  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; kind && kind->related[i]; i++)
    show_related (self, kind->related[i], self->id);
  gtk_widget_set_visible (GTK_WIDGET (self), kind != NULL);
}

/* --- object --- */

static void
tuce_related_section_dispose (GObject *object)
{
  TuceRelatedSection *self = TUCE_RELATED_SECTION (object);

  g_clear_object (&self->freshness);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_related_section_parent_class)->dispose (object);
}

static void
tuce_related_section_finalize (GObject *object)
{
  g_hash_table_unref (TUCE_RELATED_SECTION (object)->lists);
  g_hash_table_unref (TUCE_RELATED_SECTION (object)->opened);
  G_OBJECT_CLASS (tuce_related_section_parent_class)->finalize (object);
}

static void
tuce_related_section_class_init (TuceRelatedSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_related_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_related_section_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tuce-form");
}

static void
tuce_related_section_init (TuceRelatedSection *self)
{
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
tuce_related_section_new (TuceWorkspace *workspace)
{
  TuceRelatedSection *self = g_object_new (TUCE_TYPE_RELATED_SECTION, "visible", FALSE, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), "tuce-card-form");
  self->workspace = g_object_ref (workspace);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  return GTK_WIDGET (self);
}

void
tuce_related_section_show (TuceRelatedSection *self, const char *entity, gint64 id)
{
  g_return_if_fail (TUCE_IS_RELATED_SECTION (self));
  self->entity = g_intern_string (entity);
  self->id = entity ? id : 0;
  /* What is hidden is never in view, and so would not be asked. */
  gtk_widget_set_visible (GTK_WIDGET (self), kind_of (self) != NULL);
  tuce_freshness_want (self->freshness, TUCE_FRESH_ALL);
}

GtkWidget *
tuce_related_section_get_list (TuceRelatedSection *self, const char *entity)
{
  g_return_val_if_fail (TUCE_IS_RELATED_SECTION (self), NULL);
  return g_hash_table_lookup (self->lists, entity);
}
