/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-output.h"
#include "tuce-relocate-commands.h"

/* The words that may follow "relocate", and what they do. Each is a command of its own for the words after it. */
static const struct
{
  const char *word;
  TuceCommand command;
} subcommands[] = {
  { "photos",
    { "relocate photos", N_("FILE"),
      N_("Compares the photos of the register with their files: which are missing, altered, or no longer used."),
      N_("Files no record names belong to photos that were removed: an undo may bring them back.\n"
         "For instance:\n  tuce-cli relocate photos q.tuce --json"),
      tuce_cli_relocate_photos } },
  { "assign",
    { "relocate assign", N_("FILE"),
      N_("Works a scenario out: who would move to which site, and why somebody finds no place."),
      N_("The result is kept in the scenario; households and sites are not touched unless --adopt is given.\n"
         "For instance:\n  tuce-cli relocate assign q.tuce --scenario A --make\n"
         "  tuce-cli relocate assign q.tuce --scenario A --json"),
      tuce_cli_relocate_assign } },
  { "redlines",
    { "relocate redlines", N_("FILE"),
      N_("Shows for every relocated household whether the four red lines hold, and by which figures."),
      N_("Without --csv or --json only those are listed that cross one. For instance:\n"
         "  tuce-cli relocate redlines q.tuce --csv > redlines.csv\n"
         "  tuce-cli relocate redlines q.tuce --where relocation.stage=MOVEIN --json"),
      tuce_cli_relocate_redlines } },
  { "sites",
    { "relocate sites", N_("FILE"),
      N_("Lists the resettlement sites, the latest first: stage, places, how many moved in, ground, what is near."),
      N_("Distances are straight ones. For instance:\n  tuce-cli relocate sites q.tuce --scope 511725201 --json"),
      tuce_cli_relocate_sites } },
};

static void
print_subcommands (void)
{
  tuce_output_print (_("Usage: tuce-cli relocate COMMAND FILE …\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    tuce_output_print ("  %-12s%s\n", subcommands[i].word, gettext (subcommands[i].command.summary));
  tuce_output_print (_("\nMore about one: tuce-cli relocate COMMAND --help\n"));
}

gboolean
tuce_cli_relocate (TuceInvocation *invocation, GError **error)
{
  const char *word = invocation->argv[0];

  if (!word)
    return tuce_invocation_refuse_usage (error, _("something is missing: %s"),
                                         gettext (invocation->command->parameters));
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
    {
      print_subcommands ();
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (g_str_equal (subcommands[i].word, word))
      {
        char **rest = g_strdupv (invocation->argv + 1);

        g_strfreev (invocation->argv);
        invocation->argv = rest;
        invocation->command = &subcommands[i].command;
        return subcommands[i].command.run (invocation, error);
      }
  return tuce_invocation_refuse_usage (error, _("“relocate” can't do “%s”: see tuce-cli relocate --help"), word);
}
