/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes townships and the county as a whole. */
#include "tuce-demo-writer.h"

/* How many villages were surveyed, and how many people or households in each. */
#define SURVEYED 24
/* How many of 100 townships have a problem on the list. */
#define PROBLEMS 60

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

/* Sets @field to a number drawn from the table @what; nothing where it is empty. Returns: whether it is more than 0. */
static gboolean
set_drawn (TuceRecord *record, const char *field, TuceDemoWorld *world, const char *what)
{
  const char *text = draw (world, what);

  if (*text)
    tuce_record_set_integer (record, field, g_ascii_strtoll (text, NULL, 10));
  return *text && *text != '0';
}

static void
set_sums (TuceRecord *record, const TuceDemoReport *report)
{
  tuce_record_set_integer (record, "registered_households", report->registered_households);
  tuce_record_set_integer (record, "registered_people", report->registered_people);
  tuce_record_set_integer (record, "poor_households", report->poor_households);
  tuce_record_set_integer (record, "poor_people", report->poor_people);
}

static void
set_school (TuceRecord *record, TuceDemoWorld *world, const char *place)
{
  g_autofree char *name = g_strconcat (place, "中心小学", NULL);
  g_autofree char *certificate = g_strdup_printf ("渠教〔%d〕%d号", world->year, tuce_demo_between (world, 10, 90));
  int classes = tuce_demo_between (world, 6, 24);

  tuce_record_set_text (record, "school_name", name);
  tuce_record_set_integer (record, "school_classes", classes);
  tuce_record_set_integer (record, "school_pupils", classes * tuce_demo_between (world, 24, 48));
  tuce_record_set_integer (record, "school_teachers", classes * 2 + tuce_demo_between (world, 0, 9));
  tuce_record_set_integer (record, "school_site_m2", tuce_demo_between (world, 6000, 26000) * 100);
  tuce_record_set_integer (record, "school_building_m2", tuce_demo_between (world, 2000, 9000) * 100);
  if (!set_drawn (record, "school_conditions", world, "school_conditions"))
    return;
  tuce_record_set_text (record, "school_certificate", certificate);
  set_day (record, "school_certified_on", world, tuce_demo_between (world, 20, 170));
}

static void
set_hospital (TuceRecord *record, TuceDemoWorld *world, const char *place)
{
  g_autofree char *name = g_strconcat (place, "卫生院", NULL);
  g_autofree char *certificate = g_strdup_printf ("渠卫计〔%d〕%d号", world->year, tuce_demo_between (world, 10, 90));
  int staff = tuce_demo_between (world, 8, 60);

  tuce_record_set_text (record, "hospital_name", name);
  tuce_record_set_integer (record, "hospital_m2", tuce_demo_between (world, 600, 5200) * 100);
  tuce_record_set_integer (record, "hospital_beds", staff + tuce_demo_between (world, 0, 20));
  tuce_record_set_integer (record, "hospital_staff", staff);
  tuce_record_set_integer (record, "hospital_doctors", staff / 3 + 1);
  if (!set_drawn (record, "hospital_equipment", world, "hospital_equipment"))
    return;
  tuce_record_set_text (record, "hospital_certificate", certificate);
  set_day (record, "hospital_certified_on", world, tuce_demo_between (world, 20, 170));
}

static void
set_center (TuceRecord *record, TuceDemoWorld *world, const char *place)
{
  g_autofree char *address = g_strconcat (place, "人民政府一楼", NULL);

  tuce_record_set_text (record, "center_address", address);
  tuce_record_set_integer (record, "center_m2", tuce_demo_between (world, 60, 320) * 100);
  tuce_record_set_integer (record, "center_staff", tuce_demo_between (world, 3, 9));
  tuce_record_set_integer (record, "center_services", TRUE);
  tuce_record_set_integer (record, "center_hours_posted", TRUE);
  set_drawn (record, "center_windows", world, "center_windows");
}

static gboolean
write_problem (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDivision *division,
               GError **error)
{
  TuceCsv *problems = world->tables->problems;
  guint row = GPOINTER_TO_UINT (tuce_demo_draw (world->tables->problem, world->random)) - 1;
  g_autoptr (TuceRecord) record = tuce_demo_record (writer, "problem", world->next_id++);
  static const char *const texts[] = { "source", "severity", "department", "description", "remedy" };
  const char *state = draw (world, "problem_state");
  char name[20];

  tuce_demo_person_name (world, name);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tuce_record_set_text (record, texts[i], tuce_csv_cell (problems, row, texts[i]));
  tuce_record_set_text (record, "place", division->code);
  tuce_record_set_text (record, "person", name);
  set_day (record, "due_on", world, tuce_demo_between (world, -70, 15));
  tuce_record_set_text (record, "state", state);
  if (g_str_equal (state, "closed"))
    {
      set_day (record, "closed_on", world, tuce_demo_between (world, 1, 30));
      tuce_record_set_text (record, "closed_by", name);
    }
  if (!g_str_equal (state, "open"))
    tuce_record_set_text (record, "progress", draw (world, "measure_progress"));
  return tuce_edit_insert (edit, record, error);
}

gboolean
tuce_demo_write_township (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDivision *division,
                          const TuceDemoReport *report, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_demo_record (writer, "township_year", world->next_id++);

  tuce_record_set_text (record, "township_code", division->code);
  tuce_record_set_integer (record, "year", world->year);
  set_school (record, world, division->short_name);
  set_hospital (record, world, division->short_name);
  set_center (record, world, division->short_name);
  set_sums (record, report);
  if (!tuce_edit_insert (edit, record, error))
    return FALSE;
  return tuce_demo_between (world, 1, 100) > PROBLEMS || write_problem (writer, edit, world, division, error);
}

static gboolean
write_survey (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
              const char *kind, int sampled, int found, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_demo_record (writer, "survey", world->next_id++);

  tuce_record_set_text (record, "kind", kind);
  tuce_record_set_integer (record, "year", world->year);
  tuce_record_set_text (record, "place", village->division->code);
  tuce_record_set_integer (record, "sampled", sampled);
  tuce_record_set_integer (record, "found", found);
  tuce_record_set_text (record, "source", "县级自查抽样");
  set_day (record, "surveyed_on", world, tuce_demo_between (world, 5, 40));
  return tuce_edit_insert (edit, record, error);
}

/* Writes the county's own sample surveys in some villages: few wrong exits, hardly anybody missed, most people content. */
static gboolean
write_surveys (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, GPtrArray *townships, GError **error)
{
  for (guint i = 0; i < SURVEYED && townships->len; i++)
    {
      const TuceDemoTownship *township = townships->pdata[i * 5 % townships->len];
      int asked = tuce_demo_between (world, 40, 70), rural = tuce_demo_between (world, 150, 300);
      const TuceDemoVillage *village;

      if (township->villages->len == 0)
        continue;
      village = &g_array_index (township->villages, TuceDemoVillage, i % township->villages->len);
      if (!write_survey (writer, edit, world, village, "wrong_exit", tuce_demo_between (world, 50, 90), i % 4 == 0, error)
          || !write_survey (writer, edit, world, village, "missed", rural, i % 6 == 0, error)
          || !write_survey (writer, edit, world, village, "approval", asked,
                            asked - tuce_demo_between (world, 0, 4), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tuce_demo_write_county (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const char *code,
                        GPtrArray *townships, const TuceDemoReport *report, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_demo_record (writer, "county_year", world->next_id++);

  tuce_record_set_text (record, "county_code", code);
  tuce_record_set_integer (record, "year", world->year);
  set_sums (record, report);
  return tuce_edit_insert (edit, record, error) && write_surveys (writer, edit, world, townships, error);
}
