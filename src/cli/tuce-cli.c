/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "tuce-commands.h"
#include "tuce-data.h"

static const TuceCommand commands[] = {
  { "new", N_("FILE"), N_("Makes a county file with its townships and villages."),
    N_("For instance:\n  tuce-cli new --list\n  tuce-cli new q.tuce --county 511725 --year 2018"),
    tuce_cli_new },
  { "demo", N_("FILE"), N_("Makes the demo county: real places, invented people."),
    N_("The same seed makes the same county. The planted mistakes are listed in a file beside "
        "it."),
    tuce_cli_demo },
  { "info", N_("FILE"), N_("Says what a county file holds."), NULL, tuce_cli_info },
  { "list", N_("FILE ENTITY"), N_("Lists records: households, members, villages, …"),
    N_("For instance:\n  tuce-cli list q.tuce household --scope 511725109 --csv\n"
        "  tuce-cli list q.tuce household --where status=0 --where 'size>=5' --columns "
        "hh_no,head_name,village.name"),
    tuce_cli_list },
  { "show", N_("FILE ENTITY ID"), N_("Shows one record with what belongs to it."),
    N_("ID is the number people know it by (household no., division code) or the id that list "
        "gives."),
    tuce_cli_show },
  { "set", N_("FILE ENTITY ID FIELD=VALUE…"),
    N_("Corrects fields of one record, as one edit that can be undone."),
    N_("For instance:\n  tuce-cli set q.tuce household ID phone=13800000000\nNothing after = "
        "empties the field."),
    tuce_cli_set },
  { "history", N_("FILE [ENTITY ID]"),
    N_("Says who changed what, and when: of one record, or the last edits of all."), NULL,
    tuce_cli_history },
  { "undo", N_("FILE"), N_("Takes back the last edit."), NULL, tuce_cli_undo },
  { "redo", N_("FILE"), N_("Does again what was taken back last."), NULL, tuce_cli_redo },
  { "map", N_("FILE"), N_("Paints the map of a county, township or village to a PNG file."), NULL,
    tuce_cli_map },
  { "sheet", N_("FILE FORM"),
    N_("Prints sheets to a PDF file: one household, or all that were asked for."),
    N_("For instance:\n  tuce-cli sheet q.tuce F1 --scope 511725109 -o f1.pdf"), tuce_cli_sheet },
  { "verify", N_("FILE"),
    N_("Checks the file, its journal, and that the records are what the journal says."), NULL,
    tuce_cli_verify },
  { "check", N_("FILE"), N_("Looks for what is wrong or suspicious in the records."),
    N_("Without --csv or --json it counts findings by rule. Ends with 1 when a finding of "
        "severity E remains\nthat nobody found to be right, or a pack had to be left out.\n"
        "For instance:\n  tuce-cli check q.tuce --rule Q55 --scope 511725109 --csv"),
    tuce_cli_check },
  { "assess", N_("FILE"), N_("Tells who meets the standard, who does not, and what nobody checked."),
    N_("Without --csv or --json it counts by criterion. A standard that is not in force is worked "
        "out when --pack names it.\nFor instance:\n  tuce-cli assess q.tuce --level village\n"
        "  tuce-cli assess q.tuce --where status=0 --csv"),
    tuce_cli_assess },
  { "standards", N_("lint PACK"), N_("Looks for mistakes in a rule pack before it is used."),
    N_("PACK is the name of one that is there, or a file. Ends with 3 when the pack would be "
        "refused.\nFor instance:\n  tuce-cli standards lint sichuan-2018-household\n"
        "  tuce-cli standards lint our-checks.sql --county q.tuce"),
    tuce_cli_standards },
  { "import-map", N_("FILE DATA"),
    N_("Brings outlines of places, or a layer of the map, in from a file of geodata."),
    N_("For instance:\n  tuce-cli import-map q.tuce townships.geojson --as township --key code\n"
        "  tuce-cli import-map q.tuce hazards.shp --as layer --kind hazard --datum gcj02"),
    tuce_cli_import_map },
  { "relocate", N_("COMMAND FILE"), N_("Relocation: sites and who moves to which."), NULL,
    tuce_cli_relocate },
};

static int
print_help (FILE *to)
{
  fprintf (to, _("Usage: tuce-cli COMMAND FILE …\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (to, "  %-12s%s\n", commands[i].name, gettext (commands[i].summary));
  fprintf (to, _("\nMore about one: tuce-cli COMMAND --help\n"
                  "Exit: 0 done, 1 done but something is wrong, 2 usage, 3 input refused, 4 the "
                  "file or disk failed.\n"));
  return to == stdout ? TUCE_EXIT_DONE : TUCE_EXIT_USAGE;
}

/* Waits for Ctrl+C on a thread of its own, because a signal handler must not take locks. The command then rolls
   back. */
static gpointer
wait_for_interruption (gpointer data)
{
  GCancellable *cancellable = data;
  sigset_t signals;
  int number;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  sigwait (&signals, &number);
  g_cancellable_cancel (cancellable);
  sigwait (&signals, &number);
  _exit (TUCE_EXIT_INTERRUPTED);
}

static void
watch_for_interruption (GCancellable *cancellable)
{
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("interruption", wait_for_interruption, cancellable));
}

static int
run_command (const TuceCommand *command, char **argv)
{
  /* Static, because the thread that waits for signals still uses it after this function has returned. */
  static GCancellable *cancellable;
  TuceInvocation invocation = { .command = command, .argv = g_strdupv (argv) };
  g_autoptr (GError) error = NULL;
  TuceExit status;

  cancellable = g_cancellable_new ();
  invocation.cancellable = cancellable;
  watch_for_interruption (cancellable);
  if (command->run (&invocation, &error))
    status = invocation.verdict;
  else
    {
      status = tuce_invocation_exit (error);
      fprintf (stderr, "tuce-cli %s: %s\n", command->name, error->message);
      if (status == TUCE_EXIT_USAGE)
        fprintf (stderr, _("How it is used: tuce-cli %s --help\n"), command->name);
    }
  g_strfreev (invocation.argv);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      fprintf (stderr, _("tuce-cli %s: the output could not be written\n"), command->name);
      status = TUCE_EXIT_FAILED;
    }
  return status;
}

int
main (int argc, char **argv)
{
  tuce_data_bind_language ();
  /* Names are Chinese in any locale. Without UTF-8 they could be neither given nor printed. */
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");

  if (argc < 2)
    return print_help (stderr);
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")
      || g_str_equal (argv[1], "help"))
    return print_help (stdout);
  if (g_str_equal (argv[1], "--version"))
    {
      puts ("tuce-cli " TUCE_VERSION);
      return TUCE_EXIT_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return run_command (&commands[i], argv + 2);
  fprintf (stderr, _("tuce-cli: there is no command “%s”\n\n"), argv[1]);
  return print_help (stderr);
}
