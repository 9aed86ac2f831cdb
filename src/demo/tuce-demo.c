/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-demo.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tuce-demo-county.h"
#include "tuce-demo-mistakes.h"
#include "tuce-demo-site-writer.h"
#include "tuce-demo-work.h"
#include "tuce-date.h"
#include "tuce-error.h"
#include "tuce-new-county.h"

/* 渠县: registered households and people of 2014 and people moved by September 2019 from the county's website (quxian.gov.cn); the day is
 * that of 达州市贫困县摘帽现场推进会. */
#define DEMO_COUNTY "511725"
#define DEMO_YEAR 2018
#define DEMO_DAY "2018-07-05"
#define DEMO_MOMENT DEMO_DAY "T09:00:00+08:00"
#define DEMO_HOUSEHOLDS 47065
#define DEMO_PEOPLE 143802
#define DEMO_RELOCATED 35295
/* The demo's ids begin here: the same every time, and far from those that tuce_county_new_id() gives. */
#define FIRST_ID (G_GINT64_CONSTANT (1) << 40)
#define FIRST_DEMO_ID (FIRST_ID + 100000)
/* How many households one helper looks after. */
#define HOUSEHOLDS_A_HELPER 4
/* Among so many townships one reports a wrong sum. */
#define TOWNSHIPS_A_WRONG_SUM 24

typedef struct
{
  TuceCounty *county;
  TuceDemoWorld world;
  TuceDemoTables *tables;
  TuceDemoWriter *writer;
  TuceDemoMistakes *mistakes; /* NULL: none wanted */
  TuceDivisions *divisions;
  TuceStandards *standards;
  GPtrArray *townships;
  GPtrArray *outlines, *rivers; /* TuceShape: of the county, which has one, and in it */
  guint8 *sizes; /* of each household, in the order they are made; 0 for one without people */
  TuceDemoMoves *moves;
  guint n_households, n_made;
  GArray *village; /* TuceDemoHousehold: those of the village being made */
  GArray *helpers; /* TuceDemoHelper: likewise */
  TuceDemoReport township, whole; /* sums of what was reported */
} Demo;

static void
demo_clear (Demo *demo)
{
  tuce_demo_world_clear (&demo->world);
  g_clear_pointer (&demo->village, g_array_unref);
  g_clear_pointer (&demo->helpers, g_array_unref);
  g_clear_pointer (&demo->standards, tuce_standards_unref);
  g_clear_pointer (&demo->sizes, g_free);
  g_clear_pointer (&demo->moves, tuce_demo_moves_free);
  g_clear_pointer (&demo->mistakes, tuce_demo_mistakes_free);
  g_clear_pointer (&demo->townships, g_ptr_array_unref);
  g_clear_pointer (&demo->outlines, g_ptr_array_unref);
  g_clear_pointer (&demo->rivers, g_ptr_array_unref);
  g_clear_pointer (&demo->divisions, tuce_divisions_free);
  g_clear_pointer (&demo->writer, tuce_demo_writer_free);
  g_clear_pointer (&demo->tables, tuce_demo_tables_free);
  g_clear_object (&demo->county);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Demo, demo_clear)

static TuceEdit *
begin_edit (Demo *demo, const char *label, GError **error)
{
  TuceEdit *edit = tuce_edit_begin (demo->county, label, error);

  if (edit)
    {
      tuce_edit_set_author (edit, _("Demo county"), DEMO_MOMENT);
      tuce_edit_set_founding (edit);
    }
  return edit;
}

static gboolean
fill_county (Demo *demo, GCancellable *cancellable, GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_("Create %s with its townships and villages"), tuce_county_get_name (demo->county));
  g_autoptr (TuceEdit) edit = begin_edit (demo, label, error);

  if (!edit)
    return FALSE;
  tuce_edit_set_first_id (edit, FIRST_ID);
  return tuce_new_county_fill (demo->county, edit, cancellable, error)
         && tuce_demo_invent_parameters (demo->county, edit, DEMO_YEAR, error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}

/* Gives the steps that have a record for each household; steps that follow from the household's state have none. */
static GPtrArray *
list_steps (const TucePack *procedure)
{
  GPtrArray *steps = g_ptr_array_new ();

  for (guint i = 0; i < procedure->rules->len; i++)
    {
      const TuceRule *rule = procedure->rules->pdata[i];

      if (!*tuce_rule_key (rule, "gate-of") && !*tuce_rule_key (rule, "implied"))
        g_ptr_array_add (steps, (gpointer) rule);
    }
  return steps;
}

static gboolean
learn_standards (Demo *demo, GError **error)
{
  TuceDemoWorld *world = &demo->world;

  demo->standards = tuce_standards_load (demo->county, NULL, error);
  if (!demo->standards)
    return FALSE;
  world->standard = tuce_standards_standard (demo->standards, "household");
  world->procedure = tuce_standards_procedure (demo->standards, "household");
  if (!world->standard || world->standard->rules->len != TUCE_DEMO_N_CRITERIA || !world->procedure)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA,
                   _("The demo county needs the standard and the exit procedure of households in data/standards/."));
      return FALSE;
    }
  world->steps = list_steps (world->procedure);
  world->notice_step = -1;
  for (guint i = 0; i < world->steps->len; i++)
    if (strstr (tuce_rule_key (world->steps->pdata[i], "fields"), "ended_on"))
      world->notice_step = (int) i;
  world->notice_days = MAX (1, (int) tuce_demo_parameter (demo->county, "notice_days", DEMO_YEAR));
  world->visit_days = MAX (2, (int) tuce_demo_parameter (demo->county, "visit_days", DEMO_YEAR));
  tuce_demo_learn_limits (&world->limits, demo->county, DEMO_YEAR);
  if (!tuce_date_parse (DEMO_DAY, &world->day))
    return FALSE;
  world->days_of_year = (int) g_date_get_day_of_year (&world->day) - 1;
  return TRUE;
}

/* Draws the sizes of all households; the empty ones, which are a planted mistake, have 0 people. */
static void
draw_sizes (Demo *demo, guint people)
{
  guint n_empty = demo->mistakes ? tuce_demo_mistakes_n_empty (demo->mistakes) : 0;
  guint inhabited = demo->n_households - n_empty;
  g_autofree guint8 *sizes = tuce_demo_sizes (&demo->world, inhabited, people);

  demo->sizes = g_new0 (guint8, MAX (demo->n_households, 1));
  /* The empty households are spread evenly: the last one of each of n_empty stretches of households. */
  for (guint i = 0, next = 0, empty = 0; i < demo->n_households; i++)
    if (empty < n_empty && i + 1 >= (guint64) (empty + 1) * demo->n_households / (n_empty + 1))
      empty++;
    else if (next < inhabited)
      demo->sizes[i] = sizes[next++];
}

/* Gives the proportion of @people, a number for the whole county, that belongs to @n households. */
static guint
share_of (guint n, guint people)
{
  return (guint) (((guint64) n * people + DEMO_HOUSEHOLDS / 2) / DEMO_HOUSEHOLDS);
}

/* Makes and writes the sites and the layers around them. */
static gboolean
make_sites (Demo *demo, GError **error)
{
  TuceDemoWorld *world = &demo->world;
  GArray *sites = demo->moves->sites;
  g_autofree char *label
      = g_strdup_printf (ngettext ("Set up %u resettlement site", "Set up %u resettlement sites", sites->len), sites->len);
  g_autoptr (TuceEdit) edit = begin_edit (demo, label, error);
  g_autoptr (GPtrArray) layers = NULL;

  if (!edit)
    return FALSE;
  if (demo->mistakes)
    tuce_demo_mistakes_plant_sites (demo->mistakes, sites);
  layers = tuce_demo_layers_new (world, demo->townships, sites, demo->rivers, demo->outlines->pdata[0]);
  return tuce_demo_write_layers (demo->writer, edit, world, layers, error)
         && tuce_demo_write_sites (demo->writer, edit, world, sites, layers, error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
prepare (Demo *demo, const TuceDemoOptions *options, GError **error)
{
  guint n = options->households ? options->households : DEMO_HOUSEHOLDS;

  demo->outlines = tuce_demo_load_shapes (demo->county, "county", error);
  demo->rivers = demo->outlines ? tuce_demo_load_shapes (demo->county, "river", error) : NULL;
  if (!demo->rivers)
    return FALSE;
  if (demo->outlines->len == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("There is no outline of the demo county."));
      return FALSE;
    }
  demo->tables = tuce_demo_tables_load (error);
  demo->divisions = demo->tables ? tuce_divisions_load (error) : NULL;
  if (!demo->divisions)
    return FALSE;
  tuce_demo_world_init (&demo->world, demo->tables, options->seed, DEMO_YEAR,
                        tuce_demo_money (demo->county, "income_line", DEMO_YEAR));
  if (!learn_standards (demo, error))
    return FALSE;
  demo->world.next_id = FIRST_DEMO_ID;
  demo->n_households = n;
  demo->writer = tuce_demo_writer_new (demo->county);
  demo->village = g_array_new (FALSE, FALSE, sizeof (TuceDemoHousehold));
  demo->helpers = g_array_new (FALSE, FALSE, sizeof (TuceDemoHelper));
  demo->townships
      = tuce_demo_places_new (&demo->world, demo->divisions, DEMO_COUNTY, demo->outlines->pdata[0], n, error);
  if (!demo->townships)
    return FALSE;
  if (!options->without_mistakes)
    demo->mistakes = tuce_demo_mistakes_new (&demo->world, n);
  draw_sizes (demo, share_of (n, DEMO_PEOPLE));
  demo->moves = tuce_demo_moves_new (&demo->world, demo->townships, demo->sizes, n, share_of (n, DEMO_RELOCATED),
                                     demo->rivers);
  return TRUE;
}

static void
make_household (Demo *demo, const TuceDemoVillage *village, const TucePosition *groups, TuceDemoHousehold *household)
{
  TuceDemoWorld *world = &demo->world;
  guint size = demo->sizes[demo->n_made];
  int to = demo->moves->site_of[demo->n_made++];

  tuce_demo_make_family (world, household, MAX (size, 1));
  household->empty = size == 0;
  if (to != TUCE_DEMO_STAYS)
    tuce_demo_make_move (world, household, village,
                         to >= 0 ? &g_array_index (demo->moves->sites, TuceDemoSite, to) : NULL);
  household->group_no = tuce_demo_group (world, household, village);
  tuce_demo_make_lives (world, household, village->exit_year != 0);
  tuce_demo_make_income (world, household);
  tuce_demo_make_living (world, household);
  tuce_demo_make_work (world, household);
  household->placed = TRUE;
  household->position
      = tuce_demo_position (world, village->cell, groups[household->group_no - 1], village->seat);
}

static TuceDemoHelper
make_helper (TuceDemoWorld *world)
{
  TuceDemoHelper helper = { .id = world->next_id++, .male = tuce_demo_chance (world->random, 0.6) };
  TuceDemoPerson person = { .age = 40, .male = helper.male };

  person.surname = tuce_demo_draw (world->tables->surnames, world->random);
  tuce_demo_name (world, &person);
  g_strlcpy (helper.name, person.name, sizeof helper.name);
  return helper;
}

/* Names hamlets after a family of the village, and gives helpers and officials names of their own. */
static void
name_around (Demo *demo, TuceDemoVillage *village)
{
  GRand *random = demo->world.random;
  char hamlets[16][40];

  for (int i = 0; i < village->groups; i++)
    g_snprintf (hamlets[i], sizeof hamlets[i], "%s%s", tuce_demo_draw (demo->tables->surnames, random),
                tuce_demo_draw_share (demo->tables, "hamlet", random));
  for (guint i = 0; i < G_N_ELEMENTS (village->officials); i++)
    tuce_demo_person_name (&demo->world, village->officials[i]);
  g_array_set_size (demo->helpers, 0);
  for (guint i = 0; i < demo->village->len; i++)
    {
      TuceDemoHousehold *household = &g_array_index (demo->village, TuceDemoHousehold, i);
      TuceDemoHelper helper;

      if (i % HOUSEHOLDS_A_HELPER == 0)
        {
          helper = make_helper (&demo->world);
          g_array_append_val (demo->helpers, helper);
        }
      helper = g_array_index (demo->helpers, TuceDemoHelper, demo->helpers->len - 1);
      household->helper_id = helper.id;
      g_strlcpy (household->helper, helper.name, sizeof household->helper);
      g_strlcpy (household->hamlet, hamlets[household->group_no - 1], sizeof household->hamlet);
    }
}

static void
add_report (TuceDemoReport *sum, const TuceDemoReport *report)
{
  sum->registered_households += report->registered_households;
  sum->registered_people += report->registered_people;
  sum->poor_households += report->poor_households;
  sum->poor_people += report->poor_people;
}

static gboolean
write_village (Demo *demo, TuceEdit *edit, TuceDemoVillage *village, GError **error)
{
  const TuceDemoHousehold *households = (const TuceDemoHousehold *) (gpointer) demo->village->data;
  gint64 sequence = tuce_journal_last (demo->county, error) + 1;
  TuceDemoReport report;

  if (sequence == 0)
    return FALSE;
  for (guint i = 0; i < demo->helpers->len; i++)
    if (!tuce_demo_write_helper (demo->writer, edit, &demo->world, village,
                                 &g_array_index (demo->helpers, TuceDemoHelper, i), i, error))
      return FALSE;
  for (guint i = 0; i < village->households; i++)
    if (!tuce_demo_write_household (demo->writer, edit, village->division->code, &households[i], DEMO_YEAR, error)
        || !tuce_demo_write_move (demo->writer, edit, &demo->world, village, &households[i], error)
        || !tuce_demo_write_work (demo->writer, edit, &demo->world, village, &households[i], sequence, error))
      return FALSE;
  tuce_demo_report (&report, village, households, village->households);
  tuce_demo_settle_village (village, &report);
  if (demo->mistakes)
    tuce_demo_mistakes_plant_village (demo->mistakes, village, &report);
  add_report (&demo->township, &report);
  return tuce_demo_write_village (demo->writer, edit, &demo->world, village, &report, error);
}

static gboolean
make_village (Demo *demo, TuceEdit *edit, TuceDemoVillage *village, GError **error)
{
  g_autofree TucePosition *groups = tuce_demo_groups (&demo->world, village);
  TuceDemoHousehold *households;

  g_array_set_size (demo->village, village->households);
  households = (TuceDemoHousehold *) (gpointer) demo->village->data;
  for (guint i = 0; i < village->households; i++)
    make_household (demo, village, groups, &households[i]);
  name_around (demo, village);
  if (demo->mistakes)
    tuce_demo_mistakes_plant (demo->mistakes, village, households, village->households);
  return write_village (demo, edit, village, error);
}

/* Writes people whom the register does not have to the lists of other offices, where most people are such. */
static gboolean
write_strangers (Demo *demo, TuceEdit *edit, GError **error)
{
  static const char *const lists[] = { "vehicle", "property", "payroll", "business", "death" };
  TuceDemoWorld *world = &demo->world;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      TuceDemoPerson person = { .age = tuce_demo_between (world, 25, 58), .male = i % 2 == 0 };

      person.surname = tuce_demo_draw (world->tables->surnames, world->random);
      tuce_demo_born (world, &person);
      tuce_demo_name (world, &person);
      if (!tuce_demo_write_listed (demo->writer, edit, world, lists[i], person.name, person.idno, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_township (Demo *demo, guint at, GCancellable *cancellable, GError **error)
{
  TuceDemoTownship *township = demo->townships->pdata[at];
  g_autofree char *label = g_strdup_printf (_("Set up %s with %u villages"),
                                            township->division->short_name, township->villages->len);
  g_autoptr (TuceEdit) edit = begin_edit (demo, label, error);

  if (!edit || !tuce_demo_write_cell (demo->writer, edit, &demo->world, township->division, township->cell, error))
    return FALSE;
  g_hash_table_remove_all (demo->world.known);
  memset (&demo->township, 0, sizeof demo->township);
  for (guint i = 0; i < township->villages->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !make_village (demo, edit, &g_array_index (township->villages, TuceDemoVillage, i), error))
      return FALSE;
  if (!write_strangers (demo, edit, error))
    return FALSE;
  if (demo->mistakes && at % TOWNSHIPS_A_WRONG_SUM == TOWNSHIPS_A_WRONG_SUM / 2)
    tuce_demo_mistakes_plant_sum (demo->mistakes, "Q64", "township_year", township->division->code, &demo->township);
  add_report (&demo->whole, &demo->township);
  return tuce_demo_write_township (demo->writer, edit, &demo->world, township->division, &demo->township, error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
make_county (Demo *demo, GError **error)
{
  g_autofree char *label = g_strdup_printf (_("Report the figures of %s"), tuce_county_get_name (demo->county));
  g_autoptr (TuceEdit) edit = begin_edit (demo, label, error);

  if (!edit)
    return FALSE;
  if (demo->mistakes)
    tuce_demo_mistakes_plant_sum (demo->mistakes, "Q64C", "county_year", DEMO_COUNTY, &demo->whole);
  return tuce_demo_write_county (demo->writer, edit, &demo->world, DEMO_COUNTY, demo->townships, &demo->whole, error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}

static char *
mistakes_path (const char *path)
{
  gsize length = strlen (path) - (g_str_has_suffix (path, ".tuce") ? strlen (".tuce") : 0);
  g_autofree char *stem = g_strndup (path, length);

  return g_strconcat (stem, "-mistakes.csv", NULL);
}

static gboolean
write_mistakes (Demo *demo, const char *beside, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (!demo->mistakes || g_file_set_contents (beside, tuce_demo_mistakes_list (demo->mistakes), -1, &reason))
    return TRUE;
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE, _("The list of planted mistakes could not be written: %s"),
               reason->message);
  return FALSE;
}

static gboolean
keep_settings (Demo *demo, const TuceDemoOptions *options, GError **error)
{
  g_autofree char *seed = g_strdup_printf ("%u", options->seed);

  /* With the setting "day" the county always takes the demo's day for today. */
  return tuce_county_set_setting (demo->county, "demo.seed", seed, error)
         && tuce_county_set_setting (demo->county, "day", DEMO_DAY, error);
}

static gboolean
make (Demo *demo, const TuceDemoOptions *options, TuceProgress progress, gpointer data, GCancellable *cancellable,
      GError **error)
{
  if (!fill_county (demo, cancellable, error) || !prepare (demo, options, error) || !make_sites (demo, error))
    return FALSE;
  for (guint i = 0; i < demo->townships->len; i++)
    {
      if (progress)
        progress ((i + 1.0) / (demo->townships->len + 2), data);
      if (!make_township (demo, i, cancellable, error))
        return FALSE;
    }
  return make_county (demo, error) && keep_settings (demo, options, error);
}

/* Writes the list before the county gets its name, so that the county is never there without its list. */
static gboolean
finish (Demo *demo, const char *path, GError **error)
{
  g_autofree char *beside = mistakes_path (path);

  if (!write_mistakes (demo, beside, error))
    return FALSE;
  if (tuce_county_finish (demo->county, error))
    return TRUE;
  if (demo->mistakes)
    g_unlink (beside);
  return FALSE;
}

TuceCounty *
tuce_demo_create (const char *path, const TuceDemoOptions *options, TuceProgress progress, gpointer data,
                  GCancellable *cancellable, GError **error)
{
  g_auto (Demo) demo = { NULL };
  g_autoptr (TuceDivisions) divisions = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  divisions = tuce_divisions_load (error);
  if (!divisions)
    return NULL;
  demo.county
      = tuce_county_begin (path, DEMO_COUNTY, tuce_divisions_find (divisions, DEMO_COUNTY)->name, DEMO_YEAR, error);
  if (!demo.county || !make (&demo, options, progress, data, cancellable, error) || !finish (&demo, path, error))
    return NULL;
  if (progress)
    progress (1, data);
  return g_steal_pointer (&demo.county);
}
