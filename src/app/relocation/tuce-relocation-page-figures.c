/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the page 搬迁, and whose they are. */
#include "tuce-relocation-page-private.h"

#include <glib/gi18n-lib.h>

static char *
households_and_people (gint64 households, gint64 people)
{
  g_autofree char *n = tuce_text_number (households);
  g_autofree char *of = tuce_text_number (people);

  /* Translators: households, then people, very short */
  return g_strdup_printf (_("%1$s hh, %2$s p."), n, of);
}

/* D11: by what sites are planned for; where no site is meant, by those who are to move. */
static void
add_moved_in (TuceRelocationPage *self, const TuceMoves *sum)
{
  const TuceSiteBoard *site = tuce_relocation_page_site (self);
  gboolean all = g_str_equal (tuce_choice_bar_get (self->whose), TUCE_WHOSE_ALL);
  gint64 part = all ? self->found->boards->inside.sum.in_people : sum->in_people;
  gint64 whole = site ? site->plan_people : all ? self->found->boards->plan_people : sum->people;
  g_autofree char *share = tuce_share_words (part, whole);
  g_autofree char *fraction = tuce_share_fraction (part, MAX (0, whole), _("people"));
  g_autofree char *told
      = site || all ? g_strdup_printf (_("Moved in ÷ planned for at the sites: %s"), fraction) : g_strdup (fraction);

  tuce_figure_strip_add (self->figures, _("Moved In"), share, told, FALSE);
}

static void
add_planned (TuceRelocationPage *self)
{
  const TuceSiteBoard *site = tuce_relocation_page_site (self);
  gint64 plan = site ? site->plan_people : self->found->boards->plan_people;
  g_autofree char *people = plan < 0 ? g_strdup ("—") : tuce_text_number (plan);
  g_autofree char *households = site && site->plan_households >= 0 ? tuce_text_number (site->plan_households) : NULL;
  g_autofree char *figure = site && households ? households_and_people (site->plan_households, MAX (0, plan)) : NULL;
  gboolean over = site && plan >= 0 && site->movers.sum.people > plan;

  if (!site && !g_str_equal (tuce_choice_bar_get (self->whose), TUCE_WHOSE_ALL))
    return;
  tuce_figure_strip_add (self->figures, _("Planned for"), figure && plan >= 0 ? figure : people,
                         over ? _("More people are to move here than it is planned for") : NULL, over);
}

static void
add_area (TuceRelocationPage *self, const TuceMoves *sum)
{
  double area = tuce_moves_area_per_head (sum);
  g_autofree char *figure = area < 0 ? g_strdup ("—") : g_strdup_printf ("%.2f ㎡", area);
  g_autofree char *people = tuce_text_number (sum->area_people);
  g_autofree char *metres = tuce_text_number (sum->area / 100);
  /* Translators: square metres, people who live in measured houses */
  g_autofree char *whole = g_strdup_printf (_("%s ㎡ ÷ %s people whose house is measured"), metres, people);

  tuce_figure_strip_add (self->figures, _("Area a Head"), figure, area < 0 ? NULL : whole, FALSE);
}

static void
add_share (TuceRelocationPage *self, const char *caption, gint64 part, gint64 whole, const char *unit)
{
  g_autofree char *share = tuce_share_words (part, whole);
  g_autofree char *fraction = tuce_share_fraction (part, whole, unit);

  tuce_figure_strip_add (self->figures, caption, share, fraction, FALSE);
}

void
tuce_relocation_page_show_figures (TuceRelocationPage *self)
{
  const TuceMovers *movers = tuce_relocation_page_movers (self);
  g_autofree char *both = movers ? households_and_people (movers->sum.households, movers->sum.people) : NULL;

  tuce_figure_strip_begin (self->figures);
  if (movers)
    {
      tuce_figure_strip_add (self->figures, _("To Move"), both, NULL, FALSE);
      add_planned (self);
      add_moved_in (self, &movers->sum);
      add_area (self, &movers->sum);
      add_share (self, _("Old Houses Down"), movers->sum.old_gone, movers->sum.old_due, _("houses"));
      add_share (self, _("Reclaimed"), movers->sum.reclaimed, movers->sum.old_due, _("houses"));
      add_share (self, _("At Work"), movers->sum.employed, movers->sum.able, _("households with labour"));
    }
  tuce_figure_strip_end (self->figures);
}

void
tuce_relocation_page_show_summary (TuceRelocationPage *self)
{
  const TuceSiteBoards *boards = self->found ? self->found->boards : NULL;
  g_autofree char *text = NULL;
  g_autofree char *people = NULL;
  guint late = 0;

  for (guint i = 0; boards && i < boards->sites->len; i++)
    {
      const TuceSiteBoard *site = boards->sites->pdata[i];
      const TuceSitePlan *plan = g_hash_table_lookup (self->found->plans, &site->id);

      late += site->in_scope && plan && plan->late > 0;
    }
  people = boards ? tuce_text_number (boards->plan_people) : NULL;
  if (boards)
    /* Translators: a place, how many sites lie there, for how many people, how many of the sites are late */
    text = g_strdup_printf (ngettext ("%1$s: %2$u site, planned for %3$s people, %4$u late",
                                      "%1$s: %2$u sites, planned for %3$s people, %4$u late", boards->n_inside),
                            tuce_workspace_describe_scope (self->workspace), boards->n_inside, people, late);
  gtk_label_set_text (self->summary, text ? text : "");
}

const char *
tuce_relocation_page_whose_word (const char *key)
{
  return g_str_equal (key, TUCE_WHOSE_SCATTERED)  ? _("Scattered")
         : g_str_equal (key, TUCE_WHOSE_UNPLACED) ? _("Without a Site")
                                                  : _("All");
}

void
tuce_relocation_page_fill_whose (TuceRelocationPage *self)
{
  const TuceSiteBoards *boards = self->found ? self->found->boards : NULL;
  const TuceSiteBoard *site = boards ? tuce_site_boards_find (boards, self->site) : NULL;
  const struct
  {
    const char *key, *tooltip;
    const TuceMovers *movers;
  } lines[] = { { TUCE_WHOSE_ALL, _("Everybody who moves from the place chosen in the tree"),
                  boards ? &boards->everybody : NULL },
                { TUCE_WHOSE_SCATTERED, _("Those who do not move to a site"),
                  boards ? &boards->scattered : NULL },
                { TUCE_WHOSE_UNPLACED, _("Those who are to move to a site, but not yet to which"),
                  boards ? &boards->unplaced : NULL } };

  tuce_choice_bar_begin (self->whose);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *number = lines[i].movers ? tuce_text_number (lines[i].movers->sum.households) : g_strdup ("");
      g_autofree char *label = g_strdup_printf ("%s %s", tuce_relocation_page_whose_word (lines[i].key), number);

      tuce_choice_bar_add (self->whose, lines[i].key, label, lines[i].tooltip);
    }
  if (site)
    {
      g_autofree char *whole = tuce_site_describe (site, g_hash_table_lookup (self->found->plans, &site->id),
                                                   tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace)));

      tuce_choice_bar_add (self->whose, TUCE_WHOSE_SITE, site->name, whole);
    }
  tuce_choice_bar_end (self->whose);
}
