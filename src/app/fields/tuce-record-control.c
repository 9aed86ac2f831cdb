/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-field-control.h"

#include <glib/gi18n-lib.h>

#include "tuce-query.h"
#include "tuce-record-name.h"

/* A place or another record: a button with its name, and behind it a search among those it may be. */
#define MOST_SHOWN 60
#define LIST_HEIGHT 280
#define LIST_WIDTH 260

struct _TuceRecordControl
{
  TuceFieldControl parent_instance;
  GtkWidget *button;
  GtkWidget *name;
  GtkWidget *search; /* these three are made when the button is first pressed */
  GtkWidget *list;
  GtkWidget *empty;
  char *text;
};

#define TUCE_TYPE_RECORD_CONTROL (tuce_record_control_get_type ())
G_DECLARE_FINAL_TYPE (TuceRecordControl, tuce_record_control, TUCE, RECORD_CONTROL, TuceFieldControl)
G_DEFINE_FINAL_TYPE (TuceRecordControl, tuce_record_control, TUCE_TYPE_FIELD_CONTROL)

#define TEXT_KEY "tuce-text"

static const TuceField *
field_of (TuceRecordControl *self)
{
  return tuce_field_control_get_field (TUCE_FIELD_CONTROL (self));
}

static TuceCounty *
county_of (TuceRecordControl *self)
{
  return tuce_field_control_get_county (TUCE_FIELD_CONTROL (self));
}

/* The columns a line of the list is made of: title, key, and the name of the place around it: of a site, its township. */
enum
{
  COLUMN_TITLE,
  COLUMN_KEY,
  COLUMN_AROUND
};

/* Of a place, the one around it; of what lies in a place, the one around that; %NULL where there is none. */
static char *
path_around (const TuceEntity *target)
{
  const TuceField *scope = target->scope && target->scope->type == TUCE_FIELD_PLACE ? target->scope : NULL;
  const TuceEntity *inner = target->is_place || !scope ? target : scope->target_entity;
  const TuceField *outer = tuce_record_outer_place (inner);

  if (!outer || !outer->target_entity->title)
    return NULL;
  return g_strdup_printf ("%s%s%s.%s", inner == target ? "" : inner->name, inner == target ? "" : ".",
                          outer->target_entity->name, outer->target_entity->title->name);
}

static TuceQuery *
make_query (TuceRecordControl *self, const char *text)
{
  const TuceEntity *target = field_of (self)->target_entity;
  g_autoptr (TuceQuery) query = tuce_query_new (county_of (self), target->name);
  g_autofree char *around = path_around (target);
  const char *columns[4] = { target->title->name, target->title->name, NULL, NULL };

  if (target->scope)
    columns[COLUMN_KEY] = target->scope->name;
  columns[COLUMN_AROUND] = around;
  if (!tuce_query_set_columns (query, columns, NULL))
    return NULL;
  if (target->scope && *text)
    tuce_query_set_search (query, text);
  else if (*text && !tuce_query_add_condition (query, target->title->name, TUCE_CONTAINS, text, NULL))
    return NULL;
  return g_steal_pointer (&query);
}

static char *
compose_line (TuceQuery *query, const TuceRows *rows, guint row)
{
  g_autofree char *title = tuce_field_format (tuce_query_column (query, COLUMN_TITLE),
                                              tuce_rows_value (rows, row, COLUMN_TITLE));
  g_autofree char *around = NULL;

  if (rows->n_columns > COLUMN_AROUND)
    around = tuce_field_format (tuce_query_column (query, COLUMN_AROUND),
                                tuce_rows_value (rows, row, COLUMN_AROUND));
  return around && *around ? g_strdup_printf ("%s %s", around, title) : g_steal_pointer (&title);
}

/* A record is named like its line in the list. */
static char *
compose_name (TuceRecordControl *self)
{
  const TuceField *field = field_of (self);
  gint64 id = g_ascii_strtoll (self->text, NULL, 10);
  g_autoptr (TuceQuery) query = NULL;
  g_autoptr (TuceRows) rows = NULL;

  if (field->type != TUCE_FIELD_REFERENCE || !*self->text)
    return tuce_record_name (county_of (self), field, self->text);
  query = make_query (self, "");
  rows = query ? tuce_query_fetch (query, county_of (self), &id, 1, NULL) : NULL;
  return rows && rows->ids[0] == id ? compose_line (query, rows, 0) : g_strdup (self->text);
}

static void
show_name (TuceRecordControl *self)
{
  g_autofree char *name = compose_name (self);

  gtk_label_set_label (GTK_LABEL (self->name), *name ? name : "—");
  gtk_widget_set_tooltip_text (self->button, *name ? name : NULL);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, TuceRecordControl *self)
{
  g_free (self->text);
  self->text = g_strdup (g_object_get_data (G_OBJECT (row), TEXT_KEY));
  show_name (self);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  tuce_field_control_emit_typed (TUCE_FIELD_CONTROL (self), self->text);
}

/* @text: what the field holds when the row is chosen; taken. */
static void
append_row (TuceRecordControl *self, const char *line, char *text)
{
  GtkWidget *label = gtk_label_new (line), *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), TEXT_KEY, text, g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_row (TuceRecordControl *self, TuceQuery *query, TuceRows *rows, guint row)
{
  g_autofree char *line = compose_line (query, rows, row);

  if (field_of (self)->type == TUCE_FIELD_REFERENCE)
    append_row (self, line, g_strdup_printf ("%" G_GINT64_FORMAT, rows->ids[row]));
  else
    append_row (self, line, tuce_field_format_plain (tuce_query_column (query, COLUMN_KEY),
                                                     tuce_rows_value (rows, row, COLUMN_KEY)));
}

/* What was looked for, else what the field holds: Return on an unread list leaves the field as it is. */
static void
select_row (TuceRecordControl *self)
{
  const gboolean looked = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)); i++)
    if (looked || g_strcmp0 (g_object_get_data (G_OBJECT (row), TEXT_KEY), self->text) == 0)
      break;
  gtk_list_box_select_row (list, row);
}

static void
find_records (TuceRecordControl *self)
{
  g_autoptr (TuceQuery) query = make_query (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autoptr (GArray) ids = query ? tuce_query_ids (query, county_of (self), NULL, NULL) : NULL;
  g_autoptr (TuceRows) rows = NULL;
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  /* What may be left open can be emptied again. */
  if (!field_of (self)->required && *self->text && !*gtk_editable_get_text (GTK_EDITABLE (self->search)))
    /* Translators: in a list of sites, builders … to choose from: none of them */
    append_row (self, _("(none)"), g_strdup (""));
  if (ids && ids->len > 0)
    rows = tuce_query_fetch (query, county_of (self), (const gint64 *) ids->data, MIN (ids->len, MOST_SHOWN), NULL);
  for (guint i = 0; rows && i < rows->n_rows; i++)
    add_row (self, query, rows, i);
  select_row (self);
}

static void
on_search_activate (GtkSearchEntry *search, TuceRecordControl *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row)
    on_row_activated (GTK_LIST_BOX (self->list), row, self);
  else
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
on_popover_shown (GtkWidget *popover, TuceRecordControl *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  find_records (self);
  gtk_widget_grab_focus (self->search);
}

static void
make_popover (GtkMenuButton *button, gpointer data)
{
  TuceRecordControl *self = data;
  GtkWidget *popover, *box, *scrolled;

  if (gtk_menu_button_get_popover (button))
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find"), -1);
  self->list = gtk_list_box_new ();
  self->empty = gtk_label_new (_("Nothing found"));
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_show (self->empty);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), self->empty);
  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "min-content-height",
                           LIST_HEIGHT, "child", self->list, "width-request", LIST_WIDTH, NULL);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (find_records), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (on_search_activate), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), popover);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (popover, "show", G_CALLBACK (on_popover_shown), self);
}

static void
tuce_record_control_build (TuceFieldControl *control)
{
  TuceRecordControl *self = TUCE_RECORD_CONTROL (control);

  self->name = gtk_label_new ("—");
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_START);
  gtk_widget_set_hexpand (self->name, TRUE);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->name);
  /* A menu button centres what it holds; a value begins where those of other fields do. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->name), GTK_ALIGN_FILL);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popover, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
tuce_record_control_show_text (TuceFieldControl *control, const char *text)
{
  TuceRecordControl *self = TUCE_RECORD_CONTROL (control);

  g_free (self->text);
  self->text = g_strdup (text);
  show_name (self);
}

static void
tuce_record_control_set_editable (TuceFieldControl *control, gboolean editable)
{
  gtk_widget_set_sensitive (TUCE_RECORD_CONTROL (control)->button, editable);
}

static GtkWidget *
tuce_record_control_get_target (TuceFieldControl *control)
{
  return TUCE_RECORD_CONTROL (control)->button;
}

static void
tuce_record_control_finalize (GObject *object)
{
  g_free (TUCE_RECORD_CONTROL (object)->text);
  G_OBJECT_CLASS (tuce_record_control_parent_class)->finalize (object);
}

static void
tuce_record_control_class_init (TuceRecordControlClass *klass)
{
  TuceFieldControlClass *control_class = TUCE_FIELD_CONTROL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tuce_record_control_finalize;
  control_class->build = tuce_record_control_build;
  control_class->show_text = tuce_record_control_show_text;
  control_class->set_editable = tuce_record_control_set_editable;
  control_class->get_target = tuce_record_control_get_target;
}

static void
tuce_record_control_init (TuceRecordControl *self)
{
  self->text = g_strdup ("");
}
