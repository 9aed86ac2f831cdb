/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page 规划 says of the scenarios it read. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-plan-page-private.h"
#include "tuce-text.h"

static char *
count_text (gint64 n)
{
  return n < 0 ? g_strdup (_("no limit")) : tuce_text_number (n);
}

static char *
date_text (const GDate *date)
{
  char text[11];

  if (!g_date_valid (date))
    return g_strdup ("—");
  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  return g_strdup (text);
}

/* A row of cells that are all handed over. */
static GStrv
cells_of (guint n, ...)
{
  GStrv cells = g_new0 (char *, n + 1);
  va_list list;

  va_start (list, n);
  for (guint i = 0; i < n; i++)
    cells[i] = va_arg (list, char *);
  va_end (list);
  return cells;
}

/* --- scenarios --- */

static char *
state_text (const TucePlanFigures *figures)
{
  if (*figures->adopted_on)
    return g_strdup_printf (_("Adopted on %s"), figures->adopted_on);
  if (!figures->planned)
    return g_strdup (_("Not worked out yet"));
  if (!figures->current)
    return g_strdup (_("! Changed since"));
  return g_strdup_printf (_("%u of %u placed"), figures->placed_households, figures->households);
}

static void
on_beside (GtkCheckButton *check, TucePlanPage *self)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (check), "tuce-id");

  if (!self->filling)
    tuce_plan_page_choose (self, self->shown, gtk_check_button_get_active (check) ? id : 0);
}

static GtkWidget *
new_scenario_row (TucePlanPage *self, const TucePlanFigures *figures)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *name = gtk_label_new (figures->name);
  GtkWidget *beside = gtk_check_button_new (), *line;
  g_autofree char *state = state_text (figures);
  g_autofree char *tooltip = g_strdup_printf (_("Show “%s” beside the one chosen"), figures->name);

  line = gtk_label_new (state);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (line, "rule-line");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), name);
  gtk_box_append (GTK_BOX (text), line);
  gtk_box_append (GTK_BOX (box), text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (beside), figures == self->found->other);
  gtk_widget_set_visible (beside, figures != self->found->shown);
  gtk_widget_set_tooltip_text (beside, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (beside), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (beside), "tuce-id", g_memdup2 (&figures->id, sizeof figures->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "tuce-id", g_memdup2 (&figures->id, sizeof figures->id), g_free);
  g_signal_connect_object (beside, "toggled", G_CALLBACK (on_beside), self, 0);
  gtk_box_append (GTK_BOX (box), beside);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, state);
  return row;
}

static void
show_scenarios (TucePlanPage *self)
{
  GtkWidget *row;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->scenarios)) != NULL;

  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->scenarios))))
    gtk_list_box_remove (self->scenarios, row);
  for (guint i = 0; i < self->found->figures->len; i++)
    {
      const TucePlanFigures *figures = self->found->figures->pdata[i];

      row = new_scenario_row (self, figures);
      gtk_list_box_append (self->scenarios, row);
      if (figures != self->found->shown)
        continue;
      gtk_list_box_select_row (self->scenarios, GTK_LIST_BOX_ROW (row));
      if (had_focus)
        gtk_widget_grab_focus (row);
    }
  self->filling = FALSE;
}

/* --- result --- */

static void
add_figure (TucePlanPage *self, int line, const char *caption, char *figure, gboolean is_problem)
{
  GtkWidget *label = gtk_label_new (caption), *value = gtk_label_new (figure);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (value, is_problem ? "problem" : "numeric");
  gtk_grid_attach (self->result, label, 0, line, 1, 1);
  gtk_grid_attach (self->result, value, 1, line, 1, 1);
  g_free (figure);
}

static void
add_sentence (TucePlanPage *self, int line, char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_grid_attach (self->result, label, 0, line, 2, 1);
  g_free (sentence);
}

static char *
share_text (guint part, guint whole)
{
  g_autofree char *a = tuce_text_number (part);
  g_autofree char *b = tuce_text_number (whole);

  return g_strdup_printf ("%s / %s", a, b);
}

static int
add_houses (TucePlanPage *self, const TucePlanFigures *figures, int line)
{
  const TuceCodeList *kinds = tuce_dictionary_code_list (
      tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace)), "house_kind");

  for (guint k = 0; k < figures->houses_used->len; k++)
    {
      gint64 used = g_array_index (figures->houses_used, gint64, k);
      gint64 room = g_array_index (figures->houses_room, gint64, k);
      g_autofree char *n = tuce_text_number (used);
      g_autofree char *of = count_text (room);

      if (used > 0 || room > 0)
        add_figure (self, line++, tuce_code_label (kinds->codes->pdata[k]),
                    room < 0 ? g_strdup (n) : g_strdup_printf ("%s / %s", n, of), room >= 0 && used > room);
    }
  return line;
}

static void
show_figures (TucePlanPage *self, const TucePlanFigures *figures)
{
  int line = 0;

  add_figure (self, line++, _("Households"), share_text (figures->placed_households, figures->households),
              FALSE);
  add_figure (self, line++, _("People"), share_text (figures->placed_people, figures->people), FALSE);
  for (guint i = 0; i < figures->reasons->len; i++)
    {
      const TuceReasonFigures *reason = &g_array_index (figures->reasons, TuceReasonFigures, i);

      add_figure (self, line++, tuce_code_label (reason->placement),
                  g_strdup_printf (ngettext ("! %u household", "! %u households", reason->households),
                                   reason->households),
                  TRUE);
    }
  add_figure (self, line++, _("Mean straight distance"), tuce_text_distance (figures->mean), FALSE);
  add_figure (self, line++, _("Longest"), tuce_text_distance (figures->longest), FALSE);
  add_figure (self, line++, _("Total, person-km"), tuce_text_number ((gint64) round (figures->metres / 1000)), FALSE);
  if (figures->cost >= 0)
    add_figure (self, line++, _("Cost, 10,000 yuan"), tuce_text_number ((gint64) round (figures->cost / 1e6)), FALSE);
  if (figures->wishes)
    add_figure (self, line++, _("Wishes kept"), share_text (figures->wishes_kept, figures->wishes),
                figures->wishes_kept < figures->wishes);
  add_sentence (self, line++, tuce_plan_proof (figures));
  add_sentence (self, line++, g_strdup (_("Houses used, of those planned")));
  add_houses (self, figures, line);
}

static char *
notice_text (const TucePlanFigures *figures)
{
  if (figures->planned && !figures->current)
    return g_strdup (_("! Changed since it was worked out: work it out again"));
  if (figures->planned && figures->stale > 0)
    return g_strdup_printf (ngettext ("! %u household came or went since it was worked out",
                                      "! %u households came or went since it was worked out", figures->stale),
                            figures->stale);
  if (*figures->adopted_on)
    return g_strdup_printf (_("Adopted on %s"), figures->adopted_on);
  return g_strdup (figures->planned ? "" : _("Not worked out yet"));
}

static void
show_result (TucePlanPage *self)
{
  const TucePlanFigures *figures = self->found->shown;
  g_autofree char *notice = notice_text (figures);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->result))))
    gtk_grid_remove (self->result, child);
  gtk_label_set_text (self->title, figures->name);
  gtk_label_set_text (self->notice, notice);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), *notice != '\0');
  if (*notice == '!')
    gtk_widget_add_css_class (GTK_WIDGET (self->notice), "problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->notice), "problem");
  if (figures->planned)
    show_figures (self, figures);
}

/* --- tables --- */

static void
show_sites (TucePlanPage *self)
{
  GPtrArray *sites = self->found->shown->sites;

  tuce_text_table_begin (self->sites);
  for (guint i = 0; i < sites->len; i++)
    {
      const TuceSiteFigures *site = sites->pdata[i];
      gint64 all = (gint64) site->households + site->staying;
      gboolean full = site->open && site->room_households >= 0 && all >= site->room_households;
      g_autofree char *limit = count_text (site->room_households);
      char *name = !site->open      ? g_strdup_printf (_("%s (takes no part)"), site->name)
                   : !site->site_id ? g_strdup_printf (_("%s (candidate)"), site->name)
                                    : g_strdup (site->name);

      tuce_text_table_add (self->sites, site->id,
                           cells_of (7, name, tuce_text_number (site->households), tuce_text_number (site->people),
                                     tuce_text_number (site->staying),
                                     /* Translators: how many a site takes, of one that is full */
                                     full ? g_strdup_printf (_("%s full"), limit) : g_strdup (limit),
                                     site->people ? tuce_text_distance (site->metres / site->people) : g_strdup ("—"),
                                     site->people ? tuce_text_distance (site->longest) : g_strdup ("—")),
                           site->open ? TUCE_TEXT_PLAIN : TUCE_TEXT_DIM);
    }
  tuce_text_table_end (self->sites);
}

static void
show_wishes (TucePlanPage *self)
{
  tuce_text_table_begin (self->wishes);
  for (guint i = 0; i < self->found->wishes->len; i++)
    {
      const TucePlanWish *wish = self->found->wishes->pdata[i];

      tuce_text_table_add (self->wishes, wish->id,
                           cells_of (4, g_strdup (wish->whose), g_strdup (wish->kind ? tuce_code_label (wish->kind) : ""),
                                     g_strdup (wish->site), g_strdup (wish->note)),
                           TUCE_TEXT_PLAIN);
    }
  tuce_text_table_end (self->wishes);
}

static void
show_unplaced (TucePlanPage *self)
{
  tuce_text_table_begin (self->unplaced);
  for (guint i = 0; self->found->unplaced && i < self->found->unplaced->len; i++)
    {
      const TuceUnplaced *unplaced = self->found->unplaced->pdata[i];

      tuce_text_table_add (self->unplaced, unplaced->household_id,
                           cells_of (4, g_strdup (unplaced->head_name), g_strdup (unplaced->village_name),
                                     tuce_text_number (unplaced->people),
                                     g_strdup (unplaced->placement ? tuce_code_label (unplaced->placement) : "")),
                           TUCE_TEXT_PLAIN);
    }
  tuce_text_table_end (self->unplaced);
}

static char *
gap_text (const TucePlanFigures *figures)
{
  if (figures->exact)
    return g_strdup (_("proven best"));
  /* rounded up: what is said to be proven must hold */
  return figures->bound > 0 ? g_strdup_printf ("≤ %.1f %%", ceil (figures->gap * 1000) / 10) : g_strdup (_("not proven"));
}

static void
show_comparison (TucePlanPage *self)
{
  tuce_text_table_begin (self->comparison);
  for (guint i = 0; i < self->found->figures->len; i++)
    {
      const TucePlanFigures *figures = self->found->figures->pdata[i];
      gboolean on_map = figures == self->found->shown || figures == self->found->other;
      TuceTextLook look = (self->found->other && on_map ? TUCE_TEXT_STRONG : TUCE_TEXT_PLAIN)
                          | (figures->current ? 0 : TUCE_TEXT_DIM);
      char *name = figures->current || !figures->planned ? g_strdup (figures->name)
                                                         : g_strdup_printf (_("%s (changed since)"), figures->name);

      tuce_text_table_add (
          self->comparison, figures->id,
          figures->planned
              ? cells_of (9, name, tuce_text_number (figures->placed_households),
                          tuce_text_number (figures->households - figures->placed_households),
                          tuce_text_number (figures->placed_people),
                          tuce_text_number ((gint64) round (figures->metres / 1000)), tuce_text_distance (figures->mean),
                          tuce_text_distance (figures->longest),
                          figures->cost < 0 ? g_strdup ("—") : tuce_text_number ((gint64) round (figures->cost / 1e6)),
                          gap_text (figures))
              : cells_of (9, name, g_strdup (_("not yet")), g_strdup (""), g_strdup (""), g_strdup (""), g_strdup (""),
                          g_strdup (""), g_strdup (""), g_strdup ("")),
          look);
    }
  tuce_text_table_end (self->comparison);
}

static void
show_schedule (TucePlanPage *self)
{
  const TuceTimetable *timetable = self->found->timetable;
  guint n = tuce_timetable_n_stages (timetable);

  tuce_text_table_begin (self->schedule);
  for (guint i = 0; i < self->found->schedule->len; i++)
    {
      const TuceSitePlan *plan = self->found->schedule->pdata[i];
      gboolean next = plan->next < n;

      tuce_text_table_add (
          self->schedule, plan->site_id,
          cells_of (6, g_strdup (plan->name), g_strdup (tuce_code_label (tuce_timetable_stage (timetable, plan->stage))),
                    g_strdup (next ? tuce_code_label (tuce_timetable_stage (timetable, plan->next)) : "—"),
                    next ? date_text (&plan->stages[plan->next].due) : g_strdup ("—"),
                    plan->late > 0 ? g_strdup_printf (ngettext ("! %d day", "! %d days", plan->late), plan->late)
                                   : g_strdup (""),
                    date_text (&plan->finished)),
          plan->late > 0 ? TUCE_TEXT_STRONG : TUCE_TEXT_PLAIN);
    }
  for (guint i = 0; i < self->found->starts->len; i++)
    {
      const TucePlanStart *begun = self->found->starts->pdata[i];

      tuce_text_table_add (self->schedule, 0,
                           cells_of (6, g_strdup_printf (_("%s (candidate)"), begun->name), g_strdup ("—"),
                                     g_strdup (tuce_code_label (tuce_timetable_stage (timetable, begun->stage))),
                                     date_text (&begun->due), g_strdup (""), date_text (&begun->finished)),
                           TUCE_TEXT_PLAIN);
    }
  tuce_text_table_end (self->schedule);
}

/* --- map --- */

void
tuce_plan_page_show_hint (TucePlanPage *self, const char *text)
{
  g_autofree char *series = NULL;

  if (!text && self->found && self->found->other)
    /* Translators: which of two scenarios on the map is which */
    text = series = g_strdup_printf (_("“%s” solid, “%s” broken lines"), self->found->shown->name,
                                     self->found->other->name);
  gtk_label_set_text (self->hint, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

void
tuce_plan_page_show_overlay (TucePlanPage *self)
{
  gint64 site = tuce_text_table_get_selected (self->sites);
  TuceOverlayOptions options = { .parts = TUCE_OVERLAY_USUAL | (site ? 0 : TUCE_OVERLAY_ALL_FLOWS), .selected = site };

  tuce_map_view_set_overlay (self->map, self->found ? self->found->overlay : NULL,
                             self->found && self->found->overlay ? &options : NULL);
}

void
tuce_plan_page_show_scale (TucePlanPage *self)
{
  TuceView view = tuce_map_view_get_view (self->map);

  tuce_map_scale_show (self->scale, tuce_map_view_get_scene (self->map), &view);
}

void
tuce_plan_page_show (TucePlanPage *self)
{
  gboolean first = !tuce_map_view_get_scene (self->map);

  tuce_map_view_set_scene (self->map, self->found->scene);
  if (first)
    tuce_map_view_show_all (self->map);
  tuce_plan_page_show_scale (self);
  show_scenarios (self);
  if (!self->found->shown)
    {
      tuce_looks_show (self->looks, "empty",
                       _("No scenario was made yet. A scenario tries out who could move to which site, beside the "
                         "records: nothing of them changes before you adopt it."),
                       _("New Scenario…"), "plan.new");
      return;
    }
  tuce_looks_show_list (self->looks);
  show_result (self);
  show_sites (self);
  show_wishes (self);
  show_unplaced (self);
  show_comparison (self);
  show_schedule (self);
  tuce_plan_page_show_overlay (self);
  tuce_plan_page_show_hint (self, NULL);
}
