/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-site-words.h"

#include <glib/gi18n-lib.h>

#include "tuce-date.h"

char *
tuce_share_words (gint64 part, gint64 whole)
{
  gint64 tenths;

  if (whole <= 0)
    return g_strdup ("—");
  tenths = (2000 * part + whole) / (2 * whole);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%d %%", tenths / 10, (int) (tenths % 10));
}

char *
tuce_share_fraction (gint64 part, gint64 whole, const char *unit)
{
  g_autofree char *share = tuce_share_words (part, whole);
  g_autofree char *n = tuce_text_number (part);
  g_autofree char *of = tuce_text_number (whole);

  /* Translators: a number, what is counted, another number of the same, their share */
  return g_strdup_printf (_("%1$s %2$s ÷ %3$s %2$s = %4$s"), n, unit, of, share);
}

const char *
tuce_site_stage_label (TuceDictionary *dictionary, const char *stage)
{
  const TuceCode *code = tuce_code_list_find (tuce_dictionary_code_list (dictionary, "site_stage"), stage);

  return code ? tuce_code_label (code) : stage;
}

char *
tuce_site_late_words (const TuceSitePlan *plan)
{
  if (!plan || plan->late <= 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) plan->late), plan->late);
}

static void
add_line (GString *text, char *line)
{
  g_string_append_printf (text, "%s%s", text->len ? "\n" : "", line);
  g_free (line);
}

static void
add_stage (GString *text, const TuceSiteBoard *board, TuceDictionary *dictionary)
{
  const char *stage = tuce_site_stage_label (dictionary, board->stage);

  if (board->by_hand)
    /* Translators: the stage of a site, why somebody set it */
    add_line (text, g_strdup_printf (_("%s, set by hand: %s"), stage, *board->note ? board->note : "—"));
  else if (*stage)
    add_line (text, g_strdup (stage));
}

static void
add_capacity (GString *text, const TuceSiteBoard *board)
{
  g_autofree char *households = tuce_text_number (board->movers.sum.households);
  g_autofree char *people = tuce_text_number (board->movers.sum.people);
  g_autofree char *planned = tuce_text_number (board->plan_people);
  g_autofree char *moved = tuce_share_fraction (board->movers.sum.in_people, board->plan_people, _("people"));

  if (board->plan_people < 0)
    add_line (text, g_strdup_printf (_("%s households, %s people are to move here; how many it takes is not filled in"),
                                     households, people));
  else
    {
      add_line (text, g_strdup_printf (_("%s households, %s people are to move here; planned for %s people"), households,
                                       people, planned));
      add_line (text, g_strdup_printf (_("Moved in: %s"), moved));
    }
  if (board->plan_people >= 0 && board->movers.sum.people > board->plan_people)
    {
      g_autofree char *over = tuce_text_number (board->movers.sum.people - board->plan_people);

      add_line (text, g_strdup_printf (_("%s people more than it is planned for"), over));
    }
}

static void
add_next (GString *text, const TuceSitePlan *plan, TuceDictionary *dictionary, guint n_stages)
{
  g_autofree char *late = tuce_site_late_words (plan);
  g_autofree char *due = NULL;

  if (!plan || plan->next >= n_stages || !g_date_valid (&plan->stages[plan->next].due))
    return;
  due = tuce_date_format (&plan->stages[plan->next].due);
  /* Translators: the next stage of a site, the day by which it has to be reached */
  add_line (text, g_strdup_printf (_("Next: %s by %s"),
                                   tuce_code_label (tuce_dictionary_code_list (dictionary, "site_stage")
                                                        ->codes->pdata[plan->next]),
                                   due));
  if (*late)
    add_line (text, g_steal_pointer (&late));
}

char *
tuce_site_describe (const TuceSiteBoard *board, const TuceSitePlan *plan, TuceDictionary *dictionary)
{
  GString *text = g_string_new (NULL);

  add_line (text, g_strdup_printf ("%s · %s", board->name, board->place));
  add_stage (text, board, dictionary);
  add_capacity (text, board);
  add_next (text, plan, dictionary, tuce_dictionary_code_list (dictionary, "site_stage")->codes->len);
  return g_string_free (text, FALSE);
}
