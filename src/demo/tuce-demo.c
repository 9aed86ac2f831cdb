/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-demo.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tuce-demo-mistakes.h"
#include "tuce-demo-writer.h"
#include "tuce-error.h"
#include "tuce-new-county.h"
#include "tuce-parameters.h"
#include "tuce-query.h"

/* 渠县 as it was registered in 2014 (domain.md §1.4), in the July the program was asked for. */
#define DEMO_COUNTY "511725"
#define DEMO_YEAR 2018
#define DEMO_MOMENT "2018-07-05T09:00:00"
#define DEMO_HOUSEHOLDS 47065
#define DEMO_PEOPLE 143802
/* Far from the ids that chance hands out first, and the same every time. */
#define FIRST_ID (G_GINT64_CONSTANT (1) << 40)
#define FIRST_DEMO_ID (FIRST_ID + 100000)
/* How many households one helper looks after. */
#define HOUSEHOLDS_A_HELPER 4

typedef struct
{
  TuceCounty *county;
  TuceDemoWorld world;
  TuceDemoTables *tables;
  TuceDemoWriter *writer;
  TuceDemoMistakes *mistakes; /* NULL: none wanted */
  TuceDivisions *divisions;
  GPtrArray *townships;
  guint8 *sizes; /* of each household, in the order they are made; 0 for one without people */
  guint n_households, n_made;
  GArray *village; /* TuceDemoHousehold: those of the village being made */
} Demo;

static void
demo_clear (Demo *demo)
{
  tuce_demo_world_clear (&demo->world);
  g_clear_pointer (&demo->village, g_array_unref);
  g_clear_pointer (&demo->sizes, g_free);
  g_clear_pointer (&demo->mistakes, tuce_demo_mistakes_free);
  g_clear_pointer (&demo->townships, g_ptr_array_unref);
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
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}

/* The county's own outline, as tuce_new_county_fill() put it there. */
static TuceShape *
load_outline (Demo *demo, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (demo->county, "feature");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (TuceRecord) feature = NULL;
  GBytes *shape;

  if (!tuce_query_add_condition (query, "layer", TUCE_IS, "county", error))
    return NULL;
  ids = tuce_query_ids (query, demo->county, NULL, error);
  if (!ids)
    return NULL;
  if (ids->len == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("There is no outline of the demo county."));
      return NULL;
    }
  feature = tuce_county_load (demo->county, "feature", g_array_index (ids, gint64, 0), error);
  if (!feature)
    return NULL;
  shape = tuce_record_value (feature, "shape")->bytes;
  return tuce_shape_from_wkb (g_bytes_get_data (shape, NULL), g_bytes_get_size (shape), error);
}

static gint64
income_line (Demo *demo)
{
  g_autoptr (TuceRecord) line = tuce_parameter_find (demo->county, "income_line", DEMO_YEAR);

  return line ? (gint64) (tuce_record_real (line, "value") * 100 + 0.5) : 0;
}

/* Sizes of all households; the empty ones, which are a planted mistake, count nobody. */
static void
draw_sizes (Demo *demo, guint people)
{
  guint n_empty = demo->mistakes ? tuce_demo_mistakes_n_empty (demo->mistakes) : 0;
  guint inhabited = demo->n_households - n_empty;
  g_autofree guint8 *sizes = tuce_demo_sizes (&demo->world, inhabited, people);

  demo->sizes = g_new0 (guint8, MAX (demo->n_households, 1));
  /* Spread evenly: the last household of each of n_empty stretches. */
  for (guint i = 0, next = 0, empty = 0; i < demo->n_households; i++)
    if (empty < n_empty && i + 1 >= (guint64) (empty + 1) * demo->n_households / (n_empty + 1))
      empty++;
    else if (next < inhabited)
      demo->sizes[i] = sizes[next++];
}

static gboolean
prepare (Demo *demo, const TuceDemoOptions *options, GError **error)
{
  guint n = options->households ? options->households : DEMO_HOUSEHOLDS;
  g_autoptr (TuceShape) outline = load_outline (demo, error);
  guint people;

  if (!outline)
    return FALSE;
  demo->tables = tuce_demo_tables_load (error);
  demo->divisions = demo->tables ? tuce_divisions_load (error) : NULL;
  if (!demo->divisions)
    return FALSE;
  tuce_demo_world_init (&demo->world, demo->tables, options->seed, DEMO_YEAR, income_line (demo));
  demo->world.next_id = FIRST_DEMO_ID;
  demo->n_households = n;
  demo->writer = tuce_demo_writer_new (demo->county);
  demo->village = g_array_new (FALSE, FALSE, sizeof (TuceDemoHousehold));
  demo->townships
      = tuce_demo_places_new (&demo->world, demo->divisions, DEMO_COUNTY, outline, n, error);
  if (!demo->townships)
    return FALSE;
  if (!options->without_mistakes)
    demo->mistakes = tuce_demo_mistakes_new (&demo->world, n);
  people = (guint) (((guint64) n * DEMO_PEOPLE + DEMO_HOUSEHOLDS / 2) / DEMO_HOUSEHOLDS);
  draw_sizes (demo, people);
  return TRUE;
}

static void
make_household (Demo *demo, const TuceDemoVillage *village, const TucePosition *groups, TuceDemoHousehold *household)
{
  TuceDemoWorld *world = &demo->world;
  guint size = demo->sizes[demo->n_made++];

  tuce_demo_make_family (world, household, MAX (size, 1));
  household->empty = size == 0;
  household->group_no = g_rand_int_range (world->random, 1, village->groups + 1);
  tuce_demo_make_lives (world, household, village->exit_year != 0);
  tuce_demo_make_income (world, household);
  tuce_demo_make_living (world, household);
  household->placed = TRUE;
  household->position
      = tuce_demo_position (world, village->cell, groups[household->group_no - 1], village->seat);
}

/* Hamlets are called after a family; helpers after nobody. */
static void
name_around (Demo *demo, const TuceDemoVillage *village)
{
  GRand *random = demo->world.random;
  char hamlets[16][40];
  TuceDemoPerson helper = { .age = 40 };

  for (int i = 0; i < village->groups; i++)
    g_snprintf (hamlets[i], sizeof hamlets[i], "%s%s", tuce_demo_draw (demo->tables->surnames, random),
                tuce_demo_draw_share (demo->tables, "hamlet", random));
  for (guint i = 0; i < demo->village->len; i++)
    {
      TuceDemoHousehold *household = &g_array_index (demo->village, TuceDemoHousehold, i);

      if (i % HOUSEHOLDS_A_HELPER == 0)
        {
          helper.surname = tuce_demo_draw (demo->tables->surnames, random);
          helper.male = tuce_demo_chance (random, 0.6);
          tuce_demo_name (&demo->world, &helper);
        }
      g_strlcpy (household->helper, helper.name, sizeof household->helper);
      g_strlcpy (household->hamlet, hamlets[household->group_no - 1], sizeof household->hamlet);
    }
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
  for (guint i = 0; i < village->households; i++)
    if (!tuce_demo_write_household (demo->writer, edit, village->division->code, &households[i], DEMO_YEAR, error))
      return FALSE;
  return tuce_demo_write_village (demo->writer, edit, &demo->world, village, households, village->households, error);
}

static gboolean
make_township (Demo *demo, TuceDemoTownship *township, GCancellable *cancellable, GError **error)
{
  g_autofree char *label = g_strdup_printf (_("Set up %s with %u villages"),
                                            township->division->short_name, township->villages->len);
  g_autoptr (TuceEdit) edit = begin_edit (demo, label, error);

  if (!edit || !tuce_demo_write_cell (demo->writer, edit, &demo->world, township->division, township->cell, error))
    return FALSE;
  g_hash_table_remove_all (demo->world.known);
  for (guint i = 0; i < township->villages->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !make_village (demo, edit, &g_array_index (township->villages, TuceDemoVillage, i), error))
      return FALSE;
  return tuce_edit_commit (g_steal_pointer (&edit), error);
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

  return tuce_county_set_setting (demo->county, "demo.seed", seed, error);
}

static gboolean
make (Demo *demo, const TuceDemoOptions *options, TuceProgress progress, gpointer data, GCancellable *cancellable,
      GError **error)
{
  if (!fill_county (demo, cancellable, error) || !prepare (demo, options, error))
    return FALSE;
  for (guint i = 0; i < demo->townships->len; i++)
    {
      if (progress)
        progress ((i + 1.0) / (demo->townships->len + 2), data);
      if (!make_township (demo, demo->townships->pdata[i], cancellable, error))
        return FALSE;
    }
  return keep_settings (demo, options, error);
}

/* The list first: with the county there, it must be there too. */
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
