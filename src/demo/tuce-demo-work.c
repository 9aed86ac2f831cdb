/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes helpers, visits, inspections, measures and the steps of an exit. */
#include "tuce-demo-work.h"

#include <string.h>

#define YUAN 100

static const char *
draw (TuceDemoWorld *world, const char *what)
{
  return tuce_demo_draw_share (world->tables, what, world->random);
}

static void
set_day (TuceRecord *record, const char *field, const TuceDemoWorld *world, int days_ago)
{
  char day[11];

  tuce_demo_day (world, days_ago, day);
  tuce_record_set_text (record, field, day);
}

/* Gives an empty record of @entity that belongs to @household of @village. */
static TuceRecord *
begin (TuceDemoWriter *writer, const char *entity, TuceDemoWorld *world, const TuceDemoVillage *village,
       const TuceDemoHousehold *household)
{
  TuceRecord *record = tuce_demo_record (writer, entity, world->next_id++);

  tuce_record_set_integer (record, "household_id", household->id);
  if (tuce_entity_field (record->entity, "place"))
    tuce_record_set_text (record, "place", village->division->code);
  return record;
}

static const char *
criterion_code (const TuceDemoWorld *world, guint criterion)
{
  return ((const TuceRule *) world->standard->rules->pdata[criterion])->code;
}

gboolean
tuce_demo_write_helper (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
                        const TuceDemoHelper *helper, guint at, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_demo_record (writer, "helper", helper->id);
  char phone[16];

  /* As in tuce-demo-lives.c: a phone number that nobody had. */
  g_snprintf (phone, sizeof phone, "154%08u", (guint) (helper->id * 7919 % 100000000));
  tuce_record_set_text (record, "place", village->division->code);
  tuce_record_set_text (record, "name", helper->name);
  tuce_record_set_text (record, "sex", helper->male ? "1" : "2");
  tuce_record_set_text (record, "unit", draw (world, "helper_unit"));
  tuce_record_set_text (record, "post", draw (world, "helper_post"));
  tuce_record_set_text (record, "phone", phone);
  tuce_record_set_integer (record, "first_secretary", village->poor && at == 0);
  tuce_record_set_integer (record, "team_leader", village->poor && at == 1);
  tuce_record_set_integer (record, "team_member", village->poor && at < 3);
  set_day (record, "from_date", world, tuce_demo_between (world, 200, 900));
  return tuce_edit_insert (edit, record, error);
}

static gboolean
write_help (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
            const TuceDemoHousehold *household, GError **error)
{
  if (household->helper_id)
    {
      g_autoptr (TuceRecord) helping = begin (writer, "helping", world, village, household);

      tuce_record_set_integer (helping, "helper_id", household->helper_id);
      set_day (helping, "from_date", world, tuce_demo_between (world, 200, 500));
      if (!tuce_edit_insert (edit, helping, error))
        return FALSE;
    }
  for (guint i = 0; i < household->n_visits; i++)
    {
      g_autoptr (TuceRecord) visit = begin (writer, "visit", world, village, household);

      set_day (visit, "visited_on", world, household->visits[i].days_ago);
      tuce_record_set_text (visit, "visitor", household->helper);
      if (household->helper_id)
        tuce_record_set_integer (visit, "helper_id", household->helper_id);
      tuce_record_set_text (visit, "purpose", draw (world, "visit_purpose"));
      tuce_record_set_integer (visit, "at_home", household->visits[i].at_home);
      if (household->visits[i].at_home)
        tuce_record_set_text (visit, "findings", draw (world, "visit_findings"));
      if (!tuce_edit_insert (edit, visit, error))
        return FALSE;
    }
  return TRUE;
}

/* Gives a record of a measure for @criterion with the fields that do not depend on its state. */
static TuceRecord *
begin_measure (TuceDemoWriter *writer, TuceDemoWorld *world, const TuceDemoVillage *village,
               const TuceDemoHousehold *household, guint criterion)
{
  TuceRecord *record = begin (writer, "measure", world, village, household);
  const GPtrArray *proposals = ((const TuceRule *) world->standard->rules->pdata[criterion])->proposals;
  const TuceProposal *proposal = proposals->pdata[tuce_demo_between (world, 0, (int) proposals->len - 1)];

  tuce_record_set_text (record, "criterion", criterion_code (world, criterion));
  tuce_record_set_text (record, "content", proposal->content);
  tuce_record_set_text (record, "department", proposal->department);
  tuce_record_set_text (record, "person", household->helper);
  tuce_record_set_integer (record, "cost", (gint64) tuce_demo_between (world, 2, 80) * 100 * YUAN);
  tuce_record_set_text (record, "cost_source", draw (world, "measure_money"));
  return record;
}

static gboolean
write_measure (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
               const TuceDemoHousehold *household, guint criterion, GError **error)
{
  g_autoptr (TuceRecord) record = begin_measure (writer, world, village, household, criterion);
  const char *state = draw (world, "measure_state");

  set_day (record, "starts_on", world, tuce_demo_between (world, 15, 120));
  set_day (record, "due_on", world, tuce_demo_between (world, -100, 12));
  tuce_record_set_text (record, "state", state);
  if (!g_str_equal (state, "planned"))
    tuce_record_set_text (record, "progress", draw (world, "measure_progress"));
  return tuce_edit_insert (edit, record, error);
}

static gboolean
write_finished (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
                const TuceDemoHousehold *household, GError **error)
{
  g_autoptr (TuceRecord) record = begin_measure (writer, world, village, household, TUCE_DEMO_INCOME);
  int days_ago = tuce_demo_between (world, 8, 90);

  set_day (record, "starts_on", world, days_ago + tuce_demo_between (world, 30, 200));
  set_day (record, "due_on", world, days_ago - tuce_demo_between (world, -10, 30));
  set_day (record, "done_on", world, days_ago);
  tuce_record_set_text (record, "state", "done");
  tuce_record_set_text (record, "result", draw (world, "measure_result"));
  return tuce_edit_insert (edit, record, error);
}

static gboolean
write_inspection (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
                  const TuceDemoHousehold *household, guint criterion, gboolean met, int days_ago, GError **error)
{
  g_autoptr (TuceRecord) record = begin (writer, "inspection", world, village, household);
  g_autofree char *sheet = g_strconcat ("F1 ", household->hh_no, NULL);

  tuce_record_set_text (record, "criterion", criterion_code (world, criterion));
  tuce_record_set_text (record, "result", met ? "met" : "unmet");
  tuce_record_set_text (record, "sheet", sheet);
  set_day (record, "inspected_on", world, days_ago);
  tuce_record_set_text (record, "inspector", household->helper);
  return tuce_edit_insert (edit, record, error);
}

/* Writes inspections: of households being verified, of some criteria that others do not meet, and of food where the register
 * says nothing. */
static gboolean
write_inspections (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
                   const TuceDemoHousehold *household, GError **error)
{
  static const TuceDemoCriterion seen[] = { TUCE_DEMO_HOUSING, TUCE_DEMO_WATER, TUCE_DEMO_FOOD };
  guint gaps = tuce_demo_gaps (world, household);
  int days_ago = household->n_visits ? household->visits[0].days_ago : 0;

  if (household->status[0] == '2' && household->n_steps > 1)
    for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
      if (!write_inspection (writer, edit, world, village, household, seen[i], TRUE, household->steps[1].done, error))
        return FALSE;
  if (tuce_demo_is_exited (household) || !days_ago)
    return TRUE;
  for (guint i = 0; i < TUCE_DEMO_N_CRITERIA; i++)
    if ((gaps & tuce_demo_gap (i)) && tuce_demo_chance (world->random, 0.15)
        && !write_inspection (writer, edit, world, village, household, i, FALSE, days_ago, error))
      return FALSE;
  return household->year.food_ok != TUCE_DEMO_UNKNOWN || !tuce_demo_chance (world->random, 0.3)
         || write_inspection (writer, edit, world, village, household, TUCE_DEMO_FOOD, TRUE, days_ago, error);
}

/* Fills in the field @name, one that the procedure asks for, of the record of a step. */
static void
fill_step (TuceDemoWorld *world, TuceRecord *record, const char *name, const TuceDemoVillage *village,
           const TuceDemoHousehold *household, const TuceDemoStep *step)
{
  const char *place = village->division->short_name;
  g_autofree char *text = NULL;

  if (g_str_equal (name, "done_on"))
    set_day (record, name, world, step->done);
  else if (g_str_equal (name, "ended_on"))
    set_day (record, name, world, step->ended);
  else if (g_str_equal (name, "venue"))
    text = g_strconcat (place, "村民委员会", NULL);
  else if (g_str_equal (name, "document"))
    text = g_strdup_printf ("%s〔%d〕%d号", place, world->year, tuce_demo_between (world, 1, 40));
  else if (g_str_equal (name, "present"))
    tuce_record_set_integer (record, name, tuce_demo_between (world, 24, 60));
  else if (g_str_equal (name, "votes_for"))
    tuce_record_set_integer (record, name, tuce_record_integer (record, "present") - 4);
  else if (g_str_equal (name, "votes_against") || g_str_equal (name, "votes_abstain"))
    tuce_record_set_integer (record, name, tuce_demo_between (world, 0, 2));
  else if (g_str_equal (name, "verifier_1"))
    text = g_strdup (household->helper);
  else if (g_str_equal (name, "verifier_2") || g_str_equal (name, "operator"))
    text = g_strdup (village->officials[1]);
  else if (g_str_equal (name, "signed"))
    tuce_record_set_integer (record, name, TRUE);
  else if (g_str_equal (name, "objections"))
    tuce_record_set_integer (record, name, 0);
  if (text)
    tuce_record_set_text (record, name, text);
}

static gboolean
write_steps (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
             const TuceDemoHousehold *household, GError **error)
{
  for (guint i = 0; i < household->n_steps; i++)
    {
      const TuceRule *rule = world->steps->pdata[i];
      g_autoptr (TuceRecord) record = NULL;
      g_auto (GStrv) fields = NULL;

      if (!household->steps[i].done)
        continue;
      record = begin (writer, "step", world, village, household);
      fields = g_strsplit (tuce_rule_key (rule, "fields"), ",", -1);
      tuce_record_set_text (record, "procedure", world->procedure->name);
      tuce_record_set_text (record, "step", rule->code);
      for (guint f = 0; fields[f]; f++)
        fill_step (world, record, g_strstrip (fields[f]), village, household, &household->steps[i]);
      if (!tuce_edit_insert (edit, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_printed (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
               const TuceDemoHousehold *household, gint64 sequence, GError **error)
{
  g_autoptr (TuceRecord) record = NULL;
  g_autofree char *at = NULL;
  char day[11];

  if (household->printing == TUCE_DEMO_NOT_PRINTED)
    return TRUE;
  record = begin (writer, "printed", world, village, household);
  tuce_demo_day (world, household->n_steps > 1 ? household->steps[1].done : 1, day);
  at = g_strconcat (day, "T08:30:00", NULL);
  tuce_record_set_text (record, "sheet", "F1");
  tuce_record_set_text (record, "printed_on", at);
  tuce_record_set_integer (record, "sequence",
                           household->printing == TUCE_DEMO_PRINTED_BEFORE ? sequence - 1 : sequence);
  return tuce_edit_insert (edit, record, error);
}

gboolean
tuce_demo_write_listed (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const char *list,
                        const char *name, const char *idno, const char *head_idno, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_demo_record (writer, "outside_person", world->next_id++);
  g_autofree char *source = g_strconcat ("list_source_", list, NULL);
  g_autofree char *detail = g_strconcat ("listing_", list, NULL);

  tuce_record_set_text (record, "list", list);
  tuce_record_set_text (record, "source", draw (world, source));
  set_day (record, "listed_on", world, 20);
  tuce_record_set_text (record, "name", name);
  tuce_record_set_text (record, "idno", idno);
  tuce_record_set_text (record, "head_idno", head_idno);
  tuce_record_set_text (record, "detail", draw (world, detail));
  return tuce_edit_insert (edit, record, error);
}

/* Writes that somebody of the household is on a list of another office; on the list of the police it is a child that the
 * register does not have. */
static gboolean
write_listing (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoHousehold *household,
               GError **error)
{
  const TuceDemoPerson *person = &household->people[household->listed_person];
  TuceDemoPerson child = { .age = 1, .male = TRUE };

  if (!household->listed)
    return TRUE;
  if (!g_str_equal (household->listed, "police"))
    return tuce_demo_write_listed (writer, edit, world, household->listed, person->name, person->idno, NULL, error);
  child.surname = household->people[0].surname;
  tuce_demo_born (world, &child);
  tuce_demo_name (world, &child);
  return tuce_demo_write_listed (writer, edit, world, household->listed, child.name, child.idno, household->head_idno,
                                 error);
}

gboolean
tuce_demo_write_work (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
                      const TuceDemoHousehold *household, gint64 sequence, GError **error)
{
  if (!write_help (writer, edit, world, village, household, error)
      || !write_inspections (writer, edit, world, village, household, error))
    return FALSE;
  for (guint i = 0; i < TUCE_DEMO_N_CRITERIA; i++)
    if ((household->measured & tuce_demo_gap (i))
        && !write_measure (writer, edit, world, village, household, i, error))
      return FALSE;
  return (!household->finished || write_finished (writer, edit, world, village, household, error))
         && write_steps (writer, edit, world, village, household, error)
         && write_printed (writer, edit, world, village, household, sequence, error)
         && write_listing (writer, edit, world, household, error);
}
