/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of sites: who is to move there, from where, who moved in, houses old and new, red lines; by scope. And
   the lanes of the board: each stage belongs to one of them. */
#include "tuce-site-board.h"

#include <glib/gstdio.h>

#include "../register/small-county.h"
#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-parameters.h"
#include "tuce-position.h"
#include "tuce-site-lane.h"
#include "tuce-statement.h"
#include "tuce-transitions.h"

#define HOUSEHOLDS 12
#define SITE_VILLAGE "511725201204"
#define FIRST_VILLAGE "511725109201"

static const char pack_text[] = "-- pack: p\n"
                                "-- kind: standard\n"
                                "-- subject: relocation\n"
                                "-- years: 2018-\n"
                                "-- label: p\n"
                                "-- label_en: p\n"
                                "-- source: test\n"
                                "\n"
                                "-- item: X1\n"
                                "-- label: a\n"
                                "-- label_en: a\n"
                                "1\n"
                                "\n"
                                "-- item: X2\n"
                                "-- label: b\n"
                                "-- label_en: b\n"
                                "1\n";

typedef struct
{
  TuceCounty *county;
  char *path;
  TuceStandards *standards;
  gint64 site, empty; /* two sites: one in 渠北乡, and an empty one in 静边镇 */
} Fixture;

static TuceRecord *
fresh (Fixture *fixture, const char *entity)
{
  return tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), entity));
}

static gint64
insert_site (Fixture *fixture, TuceEdit *edit, const char *name, const char *village, gint64 plan_people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) site = fresh (fixture, "site");

  tuce_record_set_text (site, "name", name);
  tuce_record_set_text (site, "village_code", village);
  if (plan_people >= 0)
    tuce_record_set_integer (site, "plan_people", plan_people);
  tuce_record_set_real (site, "lon", 107.0);
  tuce_record_set_real (site, "lat", 30.8);
  tuce_edit_insert (edit, site, &error);
  g_assert_no_error (error);
  return site->id;
}

/* Household i is scattered if i % 4 == 3, but without a site if i % 8 == 7; the others go to the site. Every second one
   has moved in. It has i % 5 + 1 people. Its house has 25 m² for each person, with no area recorded where it has not
   moved in. */
static void
insert_move (Fixture *fixture, TuceEdit *edit, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) move = fresh (fixture, "relocation");
  g_autoptr (TuceRecord) household
      = tuce_county_load (fixture->county, "household", small_county_household (fixture->county, i), &error);
  gboolean moved = i % 2 == 0;

  g_assert_no_error (error);
  tuce_record_set_integer (move, "household_id", household->id);
  tuce_record_set_integer (move, "people", i % 5 + 1);
  if (i % 4 == 3)
    {
      tuce_record_set_text (household, "resettle_type", i % 8 == 7 ? "1" : "2");
      tuce_edit_update (edit, household, &error);
      g_assert_no_error (error);
    }
  else
    tuce_record_set_integer (move, "site_id", fixture->site);
  if (moved)
    {
      tuce_record_set_text (move, "moved_in_on", "2018-05-01");
      tuce_record_set_integer (move, "house_m2", 2500 * (i % 5 + 1));
      tuce_record_set_integer (move, "workers", i % 3 == 0 ? 1 : 0);
    }
  tuce_record_set_integer (move, "old_house_due", i != 0);
  if (i % 4 == 2)
    tuce_record_set_text (move, "demolished_on", "2018-06-01");
  if (i % 8 == 2)
    tuce_record_set_text (move, "reclaimed_on", "2018-06-20");
  tuce_edit_insert (edit, move, &error);
  g_assert_no_error (error);
}

static void
set_results (Fixture *fixture, guint household, const char *results)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO relocation_assessment (household_id, year, results) VALUES (%" G_GINT64_FORMAT ", 2018, '%s')",
      small_county_household (fixture->county, household), results);

  g_assert_true (tuce_deriving_begin (fixture->county, NULL, &error));
  g_assert_true (tuce_statement_run (fixture->county, sql, &error));
  g_assert_true (tuce_deriving_commit (fixture->county, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TucePack) pack = tuce_pack_parse (pack_text, "p", &error);
  g_autoptr (TuceRecord) village = NULL;
  TuceEdit *edit;

  g_assert_no_error (error);
  fixture->standards = tuce_standards_new_for (pack);
  fixture->county = small_county (&fixture->path, HOUSEHOLDS);
  g_assert_true (tuce_county_set_setting (fixture->county, "day", "2018-07-05", NULL));
  edit = tuce_edit_begin (fixture->county, "sites", &error);
  g_assert_no_error (error);
  fixture->site = insert_site (fixture, edit, "双桥安置点", SITE_VILLAGE, 40);
  fixture->empty = insert_site (fixture, edit, "甲村安置点", FIRST_VILLAGE, -1);
  village = tuce_county_find (fixture->county, "village", "code", FIRST_VILLAGE, &error);
  tuce_record_set_real (village, "lon", 107.0);
  tuce_record_set_real (village, "lat", 30.81);
  g_assert_true (tuce_edit_update (edit, village, &error));
  g_assert_true (tuce_parameters_install (fixture->county, edit, &error));
  for (guint i = 0; i < HOUSEHOLDS; i++)
    insert_move (fixture, edit, i);
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tuce_standards_unref (fixture->standards);
  small_county_remove (fixture->county, fixture->path);
}

static TuceSiteBoards *
load (Fixture *fixture, const char *scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (fixture->county, &error);
  TuceSiteBoards *boards = reader ? tuce_site_boards_load (reader, fixture->standards, scope, NULL, &error) : NULL;

  g_assert_no_error (error);
  return boards;
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceSiteBoards) boards = load (fixture, NULL);
  const TuceSiteBoard *site = tuce_site_boards_find (boards, fixture->site);
  const TuceSiteBoard *empty = tuce_site_boards_find (boards, fixture->empty);

  g_assert_cmpuint (boards->sites->len, ==, 2);
  g_assert_cmpstr (site->name, ==, "双桥安置点");
  g_assert_cmpstr (site->place, ==, "渠北乡 双桥村");
  g_assert_cmpstr (site->stage, ==, "SITING");
  g_assert_false (site->by_hand);
  g_assert_cmpint (site->plan_people, ==, 40);
  g_assert_cmpint (site->plan_households, ==, -1);
  /* 0 1 2 4 5 6 8 9 10 go there: of 1 2 3 5 1 2 4 5 1 people; the even ones moved in */
  g_assert_cmpint (site->movers.sum.households, ==, 9);
  g_assert_cmpint (site->movers.sum.people, ==, 24);
  g_assert_cmpint (site->movers.sum.in_households, ==, 6);
  g_assert_cmpint (site->movers.sum.in_people, ==, 16);
  g_assert_cmpint (site->movers.sum.area, ==, 16 * 2500);
  g_assert_cmpint (site->movers.sum.area_people, ==, 16);
  g_assert_cmpfloat_with_epsilon (tuce_moves_area_per_head (&site->movers.sum), 25.0, 1e-9);
  /* the old house of 0 may stay; 2 6 10 are down, 2 and 10 reclaimed */
  g_assert_cmpint (site->movers.sum.old_due, ==, 8);
  g_assert_cmpint (site->movers.sum.old_gone, ==, 3);
  g_assert_cmpint (site->movers.sum.reclaimed, ==, 2);
  g_assert_cmpint (empty->movers.sum.households, ==, 0);
  g_assert_cmpfloat (tuce_moves_area_per_head (&empty->movers.sum), <, 0);
  g_assert_cmpint (empty->plan_people, ==, -1);
  g_assert_cmpint (boards->everybody.sum.households, ==, HOUSEHOLDS);
  g_assert_cmpint (boards->scattered.sum.households, ==, 2); /* households 3 and 11 */
  g_assert_cmpint (boards->unplaced.sum.households, ==, 1);  /* household 7 */
  g_assert_cmpuint (boards->n_inside, ==, 2);
  g_assert_cmpint (boards->plan_people, ==, 40);
  g_assert_cmpint (boards->inside.sum.in_people, ==, 16);
}

static void
test_origins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceSiteBoards) boards = load (fixture, NULL);
  const TuceSiteBoard *site = tuce_site_boards_find (boards, fixture->site);
  gint64 households = 0, in_people = 0, before = G_MAXINT64;

  g_assert_cmpuint (site->movers.origins->len, ==, 3);
  for (guint i = 0; i < site->movers.origins->len; i++)
    {
      const TuceOriginMoves *origin = site->movers.origins->pdata[i];

      g_assert_cmpint (origin->moves.people, <=, before); /* most people first */
      before = origin->moves.people;
      households += origin->moves.households;
      in_people += origin->moves.in_people;
      if (g_str_equal (origin->village_code, FIRST_VILLAGE))
        {
          g_assert_cmpstr (origin->name, ==, "静边镇 甲村");
          g_assert_cmpint (origin->village_id, >, 0);
          /* a hundredth of a degree of latitude */
          g_assert_cmpfloat_with_epsilon (origin->distance, 6371008.8 * 0.01 * G_PI / 180, 0.5);
        }
      else
        g_assert_cmpfloat (origin->distance, ==, -1); /* the village has no position */
    }
  g_assert_cmpuint (boards->everybody.origins->len, ==, 3);
  g_assert_cmpuint (boards->unplaced.origins->len, ==, 1);
  g_assert_cmpfloat (((TuceOriginMoves *) boards->unplaced.origins->pdata[0])->distance, ==, -1);
  g_assert_cmpint (households, ==, site->movers.sum.households);
  g_assert_cmpint (in_people, ==, site->movers.sum.in_people);
}

/* Only the village of households 0 3 6 9: its own site, and the one these households move to. */
static void
test_scope (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceSiteBoards) boards = load (fixture, FIRST_VILLAGE);
  g_autoptr (TuceSiteBoards) township = load (fixture, "511725201");
  const TuceSiteBoard *site = tuce_site_boards_find (boards, fixture->site);

  g_assert_cmpuint (boards->sites->len, ==, 2);
  g_assert_false (site->in_scope);
  g_assert_true (tuce_site_boards_find (boards, fixture->empty)->in_scope);
  g_assert_cmpint (site->movers.sum.households, ==, 9); /* the figures of a site are always complete */
  g_assert_cmpint (boards->everybody.sum.households, ==, 4);
  g_assert_cmpint (boards->scattered.sum.households, ==, 1);
  g_assert_cmpint (boards->unplaced.sum.households, ==, 0);
  g_assert_cmpuint (boards->n_inside, ==, 1);
  g_assert_cmpint (boards->plan_people, ==, 0);
  g_assert_cmpint (boards->inside.sum.households, ==, 0);
  /* nobody from 渠北乡 moves to 甲村 */
  g_assert_cmpuint (township->sites->len, ==, 1);
  g_assert_cmpint (township->everybody.sum.households, ==, 4);
}

static void
test_redlines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceSiteBoards) boards = NULL;
  const TuceSiteBoard *site;

  set_results (fixture, 0, "10");
  set_results (fixture, 1, "1-");
  set_results (fixture, 2, "00");
  set_results (fixture, 3, "10"); /* scattered: does not count for the site */
  boards = load (fixture, NULL);
  site = tuce_site_boards_find (boards, fixture->site);
  g_assert_cmpuint (site->movers.sum.n_redlines, ==, 2);
  g_assert_cmpint (site->movers.sum.redlines[0].met, ==, 2);
  g_assert_cmpint (site->movers.sum.redlines[0].unmet, ==, 1);
  g_assert_cmpint (site->movers.sum.redlines[0].unchecked, ==, 6); /* never assessed */
  g_assert_cmpint (site->movers.sum.redlines[1].met, ==, 0);
  g_assert_cmpint (site->movers.sum.redlines[1].unmet, ==, 2);
  g_assert_cmpint (boards->everybody.sum.redlines[1].unmet, ==, 3);
  g_assert_cmpint (boards->scattered.sum.redlines[1].unmet, ==, 1);
  tuce_site_boards_free (g_steal_pointer (&boards));
  g_clear_pointer (&fixture->standards, tuce_standards_unref);
  fixture->standards = tuce_standards_new_for (NULL);
  boards = load (fixture, NULL);
  g_assert_cmpuint (boards->everybody.sum.n_redlines, ==, 0);
}

/* Who is able to work: by age and labour capacity, as the rules count. */
static void
test_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (fixture->county, "member");
  g_autoptr (GArray) ids = tuce_query_ids (query, fixture->county, NULL, &error);
  g_autoptr (TuceSiteBoards) boards = load (fixture, NULL);
  TuceEdit *edit;

  g_assert_cmpint (boards->everybody.sum.able, ==, 0); /* no labour capacity is known */
  edit = tuce_edit_begin (fixture->county, "labour", &error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TuceRecord) member = tuce_county_load (fixture->county, "member", g_array_index (ids, gint64, i), &error);

      tuce_record_set_text (member, "labor", "01");
      g_assert_true (tuce_edit_update (edit, member, &error));
    }
  g_assert_true (tuce_edit_commit (edit, &error));
  tuce_site_boards_free (boards);
  boards = load (fixture, NULL);
  g_assert_cmpint (boards->everybody.sum.able, ==, HOUSEHOLDS);
  g_assert_cmpint (boards->everybody.sum.employed, ==, 2); /* households 0 and 6 */
}

static void
set_labour (TuceCounty *county, gint64 only_household, const char *labour)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (county, "member");
  g_autoptr (GArray) ids = tuce_query_ids (query, county, NULL, &error);
  TuceEdit *edit = tuce_edit_begin (county, "labour", &error);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TuceRecord) member = tuce_county_load (county, "member", g_array_index (ids, gint64, i), &error);

      if (only_household && tuce_record_integer (member, "household_id") != only_household)
        continue;
      tuce_record_set_text (member, "labor", labour);
      g_assert_true (tuce_edit_update (edit, member, &error));
    }
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
assert_able (Fixture *fixture, gint64 able)
{
  g_autoptr (TuceSiteBoards) boards = load (fixture, NULL);

  g_assert_cmpint (boards->everybody.sum.able, ==, able);
}

static void
set_phone (TuceCounty *county, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) household = tuce_county_load (county, "household", id, &error);
  TuceEdit *edit = tuce_edit_begin (county, "phone", &error);

  tuce_record_set_text (household, "phone", "13911111111");
  g_assert_true (tuce_edit_update (edit, household, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
}

static TuceRecord *
relocation_of (TuceCounty *county, gint64 household)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) relocations = tuce_county_children (county, "relocation", household, &error);

  g_assert_cmpuint (relocations->len, ==, 1);
  return tuce_record_copy (relocations->pdata[0]);
}

/* Who is able to work is remembered from one reader to the next; but every change of it is noticed. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = small_county_household (fixture->county, 0), other = small_county_household (fixture->county, 1);
  g_autoptr (TuceRecord) relocation = relocation_of (fixture->county, first);
  TuceEdit *edit;

  edit = tuce_edit_begin (fixture->county, "stays", &error);
  g_assert_true (tuce_edit_delete (edit, "relocation", relocation->id, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  set_labour (fixture->county, 0, "01");
  assert_able (fixture, HOUSEHOLDS - 1);
  set_phone (fixture->county, other);
  assert_able (fixture, HOUSEHOLDS - 1);
  edit = tuce_edit_begin (fixture->county, "moves after all", &error);
  g_assert_true (tuce_edit_insert (edit, relocation, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  assert_able (fixture, HOUSEHOLDS);
  set_labour (fixture->county, other, "04");
  assert_able (fixture, HOUSEHOLDS - 1);
  g_assert_true (tuce_journal_undo (fixture->county, &error));
  assert_able (fixture, HOUSEHOLDS);
}

static void
describe (GString *text, const TuceMovers *movers)
{
  const TuceMoves *sum = &movers->sum;

  g_string_append_printf (text, "%ld %ld %ld %ld %ld %ld %ld %ld %ld %ld %ld:", (long) sum->households, (long) sum->people,
                          (long) sum->in_households, (long) sum->in_people, (long) sum->area, (long) sum->area_people,
                          (long) sum->old_due, (long) sum->old_gone, (long) sum->reclaimed, (long) sum->able,
                          (long) sum->employed);
  for (guint i = 0; i < movers->origins->len; i++)
    {
      const TuceOriginMoves *origin = movers->origins->pdata[i];

      g_string_append_printf (text, " %s %ld %ld", origin->village_code, (long) origin->moves.people, (long) origin->moves.able);
    }
  g_string_append_c (text, '\n');
}

static char *
describe_all (const TuceSiteBoards *boards)
{
  GString *text = g_string_new (NULL);

  describe (text, &boards->everybody);
  describe (text, &boards->scattered);
  describe (text, &boards->unplaced);
  describe (text, &boards->inside);
  for (guint i = 0; i < boards->sites->len; i++)
    describe (text, &((const TuceSiteBoard *) boards->sites->pdata[i])->movers);
  return g_string_free (text, FALSE);
}

/* What a reader is told, who is told what is remembered, is what the county's own connection finds, for which nothing is. */
static char *
assert_true_now (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceSiteBoards) remembered = load (fixture, NULL);
  g_autoptr (TuceSiteBoards) read = tuce_site_boards_load (fixture->county, fixture->standards, NULL, NULL, &error);
  g_autofree char *found = describe_all (read);
  char *told = describe_all (remembered);

  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, found);
  return told;
}

/* Changes @field of @record, and takes it back: both times the figures are others, and true. */
static void
change (Fixture *fixture, TuceRecord *record, const char *field, const char *text, gint64 integer)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = assert_true_now (fixture), *after = NULL, *again = NULL;
  TuceEdit *edit = tuce_edit_begin (fixture->county, field, &error);

  if (text)
    tuce_record_set_text (record, field, text);
  else if (integer)
    tuce_record_set_integer (record, field, integer);
  else
    tuce_record_set_none (record, field);
  tuce_edit_set_bulk (edit);
  g_assert_true (tuce_edit_update (edit, record, &error) && tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
  after = assert_true_now (fixture);
  g_test_message ("%s", field);
  g_assert_cmpstr (after, !=, before);
  g_assert_true (tuce_journal_undo (fixture->county, &error));
  again = assert_true_now (fixture);
  g_assert_cmpstr (again, ==, before);
  g_assert_true (tuce_journal_redo (fixture->county, &error));
}

/* Only the households concerned are read anew: among them are all that are concerned. */
static void
test_remembered_of_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = small_county_household (fixture->county, 0), other = small_county_household (fixture->county, 4);
  g_autoptr (TuceRecord) household = tuce_county_load (fixture->county, "household", first, &error);
  g_autoptr (TuceRecord) relocation = relocation_of (fixture->county, first);
  g_autoptr (GPtrArray) members = tuce_county_children (fixture->county, "member", first, &error);
  TuceEdit *edit;

  change (fixture, household, "village_code", "511725109202", 0);
  change (fixture, relocation, "site_id", NULL, 0);
  change (fixture, household, "resettle_type", "2", 0);
  change (fixture, relocation, "people", NULL, 9);
  change (fixture, relocation, "house_m2", NULL, 12300);
  change (fixture, relocation, "moved_in_on", NULL, 0);
  change (fixture, relocation, "old_house_due", NULL, 1);
  change (fixture, relocation, "demolished_on", "2018-06-02", 0);
  change (fixture, relocation, "reclaimed_on", "2018-06-03", 0);
  change (fixture, members->pdata[0], "labor", "01", 0);
  /* of the household it leaves, nothing else changed */
  change (fixture, members->pdata[0], "household_id", NULL, other);
  edit = tuce_edit_begin (fixture->county, "stays", &error);
  g_assert_true (tuce_edit_delete (edit, "relocation", relocation->id, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  g_free (assert_true_now (fixture));
  g_clear_pointer (&relocation, tuce_record_free);
  relocation = relocation_of (fixture->county, other);
  change (fixture, relocation, "household_id", NULL, first);
}

/* A copy of the file is changed differently, by as many entries: the journals' marks tell the two apart. */
static void
test_remembered_of_another_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 other = small_county_household (fixture->county, 1);
  g_autofree char *copy = g_strconcat (fixture->path, "-copy", NULL);
  g_autofree char *content = NULL;
  gsize length;

  set_labour (fixture->county, 0, "01");
  tuce_county_close (fixture->county);
  g_clear_object (&fixture->county);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, &error));
  g_assert_true (g_file_set_contents (copy, content, (gssize) length, &error));
  fixture->county = tuce_county_open (copy, TUCE_OPEN_WRITE, &error);
  g_assert_no_error (error);
  set_labour (fixture->county, other, "04");
  assert_able (fixture, HOUSEHOLDS - 1);
  tuce_county_close (fixture->county);
  g_clear_object (&fixture->county);
  fixture->county = tuce_county_open (fixture->path, TUCE_OPEN_WRITE, &error);
  set_phone (fixture->county, other);
  assert_able (fixture, HOUSEHOLDS);
  tuce_county_discard (copy);
}

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) site = tuce_county_load (fixture->county, "site", fixture->site, &error);
  TuceEdit *edit = tuce_edit_begin (fixture->county, "stage", &error);
  g_autoptr (TuceSiteBoards) boards = NULL;

  tuce_record_set_text (site, "stage_set", "ALLOT");
  tuce_record_set_text (site, "stage_note", "分房已公示");
  g_assert_true (tuce_edit_update (edit, site, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  boards = load (fixture, NULL);
  g_assert_cmpstr (tuce_site_boards_find (boards, fixture->site)->stage, ==, "ALLOT");
  g_assert_true (tuce_site_boards_find (boards, fixture->site)->by_hand);
  g_assert_cmpstr (tuce_site_boards_find (boards, fixture->site)->note, ==, "分房已公示");
}

/* A stage that is set by hand needs a reason; one that follows from the dates does not. */
static void
test_reason (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceRecord) before = tuce_county_load (fixture->county, "site", fixture->site, NULL);
  g_autoptr (TuceRecord) after = tuce_record_copy (before);
  const TuceField *field = NULL;

  g_assert_true (tuce_transitions_check (before, after, TUCE_BY_HAND, NULL, NULL));
  tuce_record_set_text (after, "stage_set", "ALLOT");
  g_assert_false (tuce_transitions_check (before, after, TUCE_BY_HAND, &field, NULL));
  g_assert_cmpstr (field->name, ==, "stage_note");
  tuce_record_set_text (after, "stage_note", "分房已公示");
  g_assert_true (tuce_transitions_check (before, after, TUCE_BY_HAND, NULL, NULL));
  tuce_record_set_text (before, "stage_set", "TOPPED"); /* any stage may follow any other */
  g_assert_true (tuce_transitions_check (before, after, TUCE_BY_HAND, NULL, NULL));
  tuce_record_set_none (after, "stage_set");
  tuce_record_set_none (after, "stage_note");
  g_assert_true (tuce_transitions_check (before, after, TUCE_BY_HAND, NULL, NULL));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (fixture->county, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (tuce_site_boards_load (reader, fixture->standards, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_lanes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (&error);
  const TuceCodeList *codes = tuce_dictionary_code_list (dictionary, "site_stage");
  guint n, before = 0;
  const TuceSiteLane *lanes = tuce_site_lanes (dictionary, &n, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 7);
  for (guint i = 0; i < codes->codes->len; i++)
    {
      guint lane = tuce_site_lane_find (lanes, n, ((const TuceCode *) codes->codes->pdata[i])->code);

      g_assert_cmpuint (lane, >=, before); /* lanes have the order of the stages */
      g_assert_cmpuint (lane, <=, before + 1);
      before = lane;
    }
  g_assert_cmpuint (before, ==, n - 1);
  g_assert_cmpuint (tuce_site_lane_find (lanes, n, ""), ==, 0);
}

/* Checks that a file with these @stages is refused. */
static void
refuse_lanes (const char *folder, const char *lanes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);
  g_autofree char *path = g_build_filename (folder, "relocation", "lanes.csv", NULL);
  guint n;

  g_assert_true (g_file_set_contents (path, lanes, -1, NULL));
  tuce_data_set_directory (folder);
  g_assert_null (tuce_site_lanes (dictionary, &n, &error));
  tuce_data_set_directory (NULL);
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_DATA);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_wrong_lanes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tuce-XXXXXX", NULL);
  g_autofree char *inside = g_build_filename (folder, "relocation", NULL);

  g_assert_cmpint (g_mkdir (inside, 0700), ==, 0);
  refuse_lanes (folder, "lane,label_en,label_zh,stages\na,a,a,SITING NOSUCH\n");
  refuse_lanes (folder, "lane,label_en,label_zh,stages\na,a,a,SITING PLAN\nb,b,b,PLAN\n");
  refuse_lanes (folder, "lane,label_en,label_zh,stages\na,a,a,SITING\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/site-board/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("figures", test_figures);
  ADD ("origins", test_origins);
  ADD ("scope", test_scope);
  ADD ("redlines", test_redlines);
  ADD ("work", test_work);
  ADD ("remembered", test_remembered);
  ADD ("one-household", test_remembered_of_one);
  ADD ("another-file", test_remembered_of_another_file);
  ADD ("by-hand", test_by_hand);
  ADD ("reason", test_reason);
  ADD ("cancelled", test_cancelled);
  g_test_add_func ("/site-lane/all", test_lanes);
  g_test_add_func ("/site-lane/wrong", test_wrong_lanes);
  return g_test_run ();
}
