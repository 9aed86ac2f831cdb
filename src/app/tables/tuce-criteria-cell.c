/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-criteria-cell.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tuce-condition.h"
#include "tuce-look.h"
#include "tuce-marks.h"

#define CELL_WIDTH 13.0
#define SIGN_SIZE 8.0
#define STROKE 1.8

struct _TuceCriteriaCell
{
  GtkWidget parent_instance;

  TuceDictionary *dictionary;
  TucePack *pack;
  char *results;
};

G_DEFINE_FINAL_TYPE (TuceCriteriaCell, tuce_criteria_cell, GTK_TYPE_WIDGET)

static TuceResult
result_at (const char *results, guint index)
{
  return index < strlen (results) ? tuce_result_from_character (results[index]) : TUCE_UNCHECKED;
}

void
tuce_result_paint (cairo_t *cairo, TuceResult result, double x, double y, double size)
{
  double half = size / 2;

  cairo_new_path (cairo);
  cairo_set_line_width (cairo, STROKE);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  switch (result)
    {
    case TUCE_MET:
      cairo_move_to (cairo, x - half, y);
      cairo_line_to (cairo, x - half / 4, y + half * 0.8);
      cairo_line_to (cairo, x + half, y - half * 0.8);
      cairo_stroke (cairo);
      break;
    case TUCE_UNMET:
      cairo_move_to (cairo, x - half * 0.8, y - half * 0.8);
      cairo_line_to (cairo, x + half * 0.8, y + half * 0.8);
      cairo_move_to (cairo, x + half * 0.8, y - half * 0.8);
      cairo_line_to (cairo, x - half * 0.8, y + half * 0.8);
      cairo_stroke (cairo);
      break;
    case TUCE_UNCHECKED:
      cairo_arc (cairo, x, y, 1.5, 0, 2 * G_PI);
      cairo_fill (cairo);
      break;
    }
}

static void
tuce_criteria_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TuceCriteriaCell *self = TUCE_CRITERIA_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guint n = self->pack ? self->pack->rules->len : 0;
  double step = n ? MIN (CELL_WIDTH, (double) width / n) : 0;
  TuceLook look = tuce_look_is_dark (widget) ? TUCE_LOOK_DARK : TUCE_LOOK_LIGHT;
  cairo_t *cairo;

  if (n == 0 || !*self->results || width <= 0 || height <= 0)
    return;
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint i = 0; i < n; i++)
    {
      TuceResult result = result_at (self->results, i);
      const double *colour = tuce_mark_colour (tuce_mark_find (tuce_result_mark (result)), look);

      cairo_set_source_rgb (cairo, colour[0], colour[1], colour[2]);
      tuce_result_paint (cairo, result, (i + 0.5) * step, height / 2.0, MIN (SIGN_SIZE, step - 3));
    }
  cairo_destroy (cairo);
}

static void
tuce_criteria_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  TuceCriteriaCell *self = TUCE_CRITERIA_CELL (widget);
  guint n = self->pack ? self->pack->rules->len : 1;

  *minimum = 16;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*minimum, (int) ceil (n * CELL_WIDTH)) : 16;
}

char *
tuce_criteria_cell_describe (TuceDictionary *dictionary, const TucePack *pack, const char *results)
{
  GString *text = g_string_new (NULL);

  if (!*results)
    g_string_append (text, _("not assessed yet"));
  for (guint i = 0; *results && pack && i < pack->rules->len; i++)
    {
      const TuceRule *rule = g_ptr_array_index (pack->rules, i);

      g_string_append (text, i ? "\n" : "");
      g_string_append_printf (text, _("%s %s: %s"), rule->code, tuce_rule_short (rule),
                              tuce_result_label (dictionary, result_at (results, i)));
    }
  return g_string_free (text, FALSE);
}

/* Made when it is asked for: setting one for every cell asks the display each time where the pointer is. */
static gboolean
tuce_criteria_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TuceCriteriaCell *self = TUCE_CRITERIA_CELL (widget);
  g_autofree char *text = NULL;

  if (!self->pack)
    return FALSE;
  text = tuce_criteria_cell_describe (self->dictionary, self->pack, self->results);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
tuce_criteria_cell_finalize (GObject *object)
{
  TuceCriteriaCell *self = TUCE_CRITERIA_CELL (object);

  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  g_clear_pointer (&self->pack, tuce_pack_unref);
  g_free (self->results);
  G_OBJECT_CLASS (tuce_criteria_cell_parent_class)->finalize (object);
}

static void
tuce_criteria_cell_class_init (TuceCriteriaCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tuce_criteria_cell_finalize;
  widget_class->snapshot = tuce_criteria_cell_snapshot;
  widget_class->measure = tuce_criteria_cell_measure;
  widget_class->query_tooltip = tuce_criteria_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "criteriacell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tuce_criteria_cell_init (TuceCriteriaCell *self)
{
  self->results = g_strdup ("");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tuce_criteria_cell_new (void)
{
  return g_object_new (TUCE_TYPE_CRITERIA_CELL, NULL);
}

void
tuce_criteria_cell_set (TuceCriteriaCell *self, TuceDictionary *dictionary, const TucePack *pack, const char *results)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (TUCE_IS_CRITERIA_CELL (self));
  if (pack != self->pack)
    {
      g_clear_pointer (&self->pack, tuce_pack_unref);
      self->pack = pack ? tuce_pack_ref ((TucePack *) pack) : NULL;
    }
  if (dictionary != self->dictionary)
    {
      g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
      self->dictionary = tuce_dictionary_ref (dictionary);
    }
  g_free (self->results);
  self->results = g_strdup (results);
  spoken = tuce_criteria_cell_describe (dictionary, pack, results);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
