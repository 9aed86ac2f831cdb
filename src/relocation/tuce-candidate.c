/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-siting-private.h"

#include <glib/gi18n-lib.h>

void
tuce_candidate_free (TuceCandidate *candidate)
{
  g_free (candidate->name);
  g_free (candidate->village_code);
  g_clear_pointer (&candidate->grounds, g_array_unref);
  g_clear_pointer (&candidate->services, g_array_unref);
  g_clear_pointer (&candidate->surroundings, tuce_surroundings_unref);
  g_free (candidate);
}

TuceCandidate *
tuce_candidate_new (const TuceSurroundings *surroundings, TucePosition position, char *name, const char *village_code)
{
  TuceCandidate *candidate = g_new0 (TuceCandidate, 1);
  guint n;
  const TuceSurroundingLayer *layers = tuce_surrounding_layers (&n, NULL);

  candidate->position = position;
  candidate->name = name;
  candidate->village_code = g_strdup (village_code);
  candidate->allowed = tuce_surroundings_allow (surroundings, position);
  candidate->grounds = g_array_new (FALSE, FALSE, sizeof (TuceGround));
  candidate->services = g_array_new (FALSE, FALSE, sizeof (TuceNear));
  candidate->surroundings = tuce_surroundings_ref ((TuceSurroundings *) surroundings);
  for (guint i = 0; i < n; i++)
    {
      TuceGround ground;

      tuce_surroundings_test (surroundings, position, layers[i].code, &ground);
      if (layers[i].is_constraint)
        g_array_append_val (candidate->grounds, ground);
      else
        g_array_append_val (candidate->services, ground.near);
    }
  return candidate;
}

static void
add_people (const TuceCandidate *candidate, GPtrArray *reasons)
{
  if (candidate->households == 0)
    {
      g_ptr_array_add (reasons, g_strdup (_("Nobody has a shorter way to it than to another site")));
      return;
    }
  g_ptr_array_add (reasons,
                   g_strdup_printf (ngettext ("%u household (%u people) nearest to it",
                                              "%u households (%u people) nearest to it", candidate->households),
                                    candidate->households, candidate->people));
  g_ptr_array_add (reasons, g_strdup_printf (_("Straight way on average %.1f km, at most %.1f km"),
                                             candidate->mean / 1000, candidate->farthest / 1000));
}

static void
add_services (const TuceCandidate *candidate, const TuceDictionary *dictionary, GPtrArray *reasons)
{
  const TuceCodeList *codes = tuce_dictionary_code_list (dictionary, "feature_layer");
  guint n, service = 0;
  const TuceSurroundingLayer *layers = tuce_surrounding_layers (&n, NULL);

  for (guint i = 0; i < n; i++)
    {
      const TuceCode *code = tuce_code_list_find (codes, layers[i].code);
      const TuceNear *near;
      g_autofree char *there = NULL;

      if (layers[i].is_constraint)
        continue;
      near = &g_array_index (candidate->services, TuceNear, service++);
      there = tuce_near_describe (near);
      if (near->found)
        /* Translators: a kind of place (School), then the nearest one and how far it is */
        g_ptr_array_add (reasons, g_strdup_printf (_("%s: %s"), tuce_code_label (code), there));
    }
}

GPtrArray *
tuce_candidate_reasons (const TuceCandidate *candidate, const TuceDictionary *dictionary)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);

  add_people (candidate, reasons);
  for (guint i = 0; i < candidate->grounds->len; i++)
    g_ptr_array_add (reasons, tuce_ground_describe (&g_array_index (candidate->grounds, TuceGround, i), dictionary));
  add_services (candidate, dictionary, reasons);
  if (candidate->moved > 0)
    g_ptr_array_add (reasons, g_strdup_printf (_("Moved %.0f m from the village's seat, which is concerned"),
                                               candidate->moved));
  return reasons;
}
