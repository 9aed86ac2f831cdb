/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-demo-writer.h"

#include <string.h>

/* Indices of the fields that are written; the tables of their names below have the same order. */
enum
{
  HH_NO, HH_VILLAGE, HH_GROUP, HH_HAMLET, HH_HEAD, HH_HEAD_IDNO, HH_SIZE, HH_PHONE, HH_BANK, HH_ACCOUNT, HH_HELPER,
  HH_MIL, HH_ONE_CHILD, HH_TWO_DAUGHTERS, HH_STATUS, HH_ATTR, HH_STANDARD, HH_FIRST, HH_CAUSE, HH_CAUSES, HH_PLAN,
  HH_EXIT, HH_RETURN, HH_RETURN_CAUSE, HH_RELOCATED, HH_WILLING, HH_MODE, HH_RESETTLE, HH_RESETTLE_PLACE, HH_LON,
  HH_LAT, HH_ORIGIN, HH_COORD, N_HH
};

static const char *const household_fields[N_HH] = {
  "hh_no", "village_code", "group_no", "hamlet", "head_name", "head_idno", "size", "phone", "bank", "account",
  "helper_name", "mil_family", "one_child", "two_daughters", "status", "poverty_attr", "ident_standard",
  "first_ident", "cause_main", "cause_other", "plan_exit_year", "exit_year", "return_year", "return_cause",
  "relocated", "move_willing", "move_mode", "resettle_type", "resettle_place", "lon", "lat", "position_origin",
  "coord_src"
};

enum
{
  M_HOUSEHOLD, M_NO, M_NAME, M_RELATION, M_SEX, M_IDNO, M_BIRTH, M_ETHNIC, M_PARTY, M_SOLDIER, M_EDUCATION, M_SCHOOL,
  M_DROPOUT, M_HEALTH, M_DISEASE, M_DISAB, M_MED, M_SERIOUS, M_PENSION, M_DIBAO, M_WUBAO, M_LABOR, M_PLACE, M_MONTHS,
  M_FIRST, M_GONE, M_GONE_ON, N_M
};

static const char *const member_fields[N_M] = {
  "household_id", "person_no", "name", "relation", "sex", "idno", "birth", "ethnic", "party", "soldier", "education",
  "school", "dropout_reason", "health", "disease", "disab_no", "med_ins", "serious_ins", "pension_ins", "dibao",
  "wubao", "labor", "work_place", "work_months", "first_ident", "del_reason", "del_date"
};

enum
{
  Y_HOUSEHOLD, Y_YEAR, Y_WAGE, Y_GROSS, Y_PROPERTY, Y_TRANSFER, Y_TOTAL, Y_COST, Y_NET, Y_NET_PC, Y_FAMPLAN, Y_DIBAO,
  Y_WUBAO, Y_PENSION, Y_ECO, Y_OTHER, Y_HOUSE, Y_STRUCT, Y_GRADE, Y_DANGEROUS, Y_DANGER, Y_WATER, Y_SAFE, Y_HARD,
  Y_POWER, Y_TV, Y_TOILET, Y_FUEL, Y_ROAD, Y_ROAD_KM, Y_ARABLE, Y_IRRIGATED, Y_FOREST, Y_CONVERSION, Y_ORCHARD,
  Y_PASTURE, Y_WATER_MU, Y_COOP, Y_PROD_POWER, Y_FOOD, Y_CLOTHES, Y_AIDED, Y_ACCEPTED, Y_LITRES, Y_QUALITY,
  Y_MINUTES, Y_METRES, Y_RISE, Y_SHORT, N_Y
};

static const char *const year_fields[N_Y] = {
  "household_id", "year", "wage", "business_gross", "property", "transfer", "total", "business_cost", "net", "net_pc",
  "t_famplan", "t_dibao", "t_wubao", "t_pension", "t_eco", "t_other", "house_m2", "house_struct", "house_grade",
  "dangerous", "danger_grade", "water_src", "water_safe", "water_hard", "life_power", "tv", "toilet", "fuel",
  "entry_road", "road_km", "arable_mu", "irrigated_mu", "forest_mu", "conversion_mu", "orchard_mu", "pasture_mu",
  "water_mu", "coop_member", "prod_power", "food_ok", "clothes_ok", "illness_aided", "house_accepted",
  "water_litres", "water_quality", "water_minutes", "water_metres", "water_rise", "water_short_days"
};

#define MOST_FIELDS 60
/* The day on which the people left whose leaving is a planted mistake. */
#define GONE_ON "2018-04-16"

/* A record, and the index in it of each of the fields above, so that names are looked up once and not for every row. */
typedef struct
{
  TuceRecord *record;
  TuceValue *at[MOST_FIELDS];
} Slot;

struct _TuceDemoWriter
{
  TuceCounty *county;
  Slot household, member, year;
};

static void
slot_init (Slot *slot, TuceCounty *county, const char *entity_name, const char *const *fields, guint n_fields)
{
  const TuceEntity *entity = tuce_dictionary_entity (tuce_county_get_dictionary (county), entity_name);

  g_assert (n_fields <= MOST_FIELDS);
  slot->record = tuce_record_new (entity);
  for (guint i = 0; i < n_fields; i++)
    {
      const TuceField *field = tuce_entity_field (entity, fields[i]);

      if (!field)
        g_error ("The demo writes %s.%s, which the dictionary does not have", entity_name, fields[i]);
      slot->at[i] = &slot->record->values[field->index];
    }
}

TuceDemoWriter *
tuce_demo_writer_new (TuceCounty *county)
{
  TuceDemoWriter *writer = g_new0 (TuceDemoWriter, 1);

  writer->county = g_object_ref (county);
  slot_init (&writer->household, county, "household", household_fields, N_HH);
  slot_init (&writer->member, county, "member", member_fields, N_M);
  slot_init (&writer->year, county, "household_year", year_fields, N_Y);
  return writer;
}

void
tuce_demo_writer_free (TuceDemoWriter *writer)
{
  tuce_record_free (writer->household.record);
  tuce_record_free (writer->member.record);
  tuce_record_free (writer->year.record);
  g_object_unref (writer->county);
  g_free (writer);
}

TuceRecord *
tuce_demo_record (TuceDemoWriter *writer, const char *entity, gint64 id)
{
  TuceRecord *record = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (writer->county), entity));

  record->id = id;
  return record;
}

TuceCounty *
tuce_demo_writer_county (TuceDemoWriter *writer)
{
  return writer->county;
}

static void
put_text (Slot *slot, guint field, const char *text)
{
  TuceValue *value = slot->at[field];

  if (!text || !*text)
    tuce_value_clear (value);
  else if (value->kind != TUCE_VALUE_TEXT || strcmp (value->text, text) != 0)
    tuce_value_set_text (value, text);
}

static void
put_integer (Slot *slot, guint field, gint64 integer)
{
  tuce_value_set_integer (slot->at[field], integer);
}

/* Sets a year, or nothing for 0. */
static void
put_year (Slot *slot, guint field, int year)
{
  if (year)
    put_integer (slot, field, year);
  else
    tuce_value_clear (slot->at[field]);
}

/* Sets yes or no, or nothing where it was not checked (TUCE_DEMO_UNKNOWN). */
static void
put_known (Slot *slot, guint field, int value)
{
  if (value != TUCE_DEMO_UNKNOWN)
    put_integer (slot, field, value);
  else
    tuce_value_clear (slot->at[field]);
}

static void
put_real (Slot *slot, guint field, double real)
{
  TuceValue *value = slot->at[field];

  tuce_value_clear (value);
  value->kind = TUCE_VALUE_REAL;
  value->real = real;
}

static gboolean
write_slot (Slot *slot, TuceEdit *edit, gint64 id, GError **error)
{
  slot->record->id = id;
  return tuce_edit_insert (edit, slot->record, error);
}

static void
put_household (Slot *slot, const char *village, const TuceDemoHousehold *household)
{
  put_text (slot, HH_NO, household->hh_no);
  put_text (slot, HH_VILLAGE, village);
  put_integer (slot, HH_GROUP, household->group_no);
  put_text (slot, HH_HAMLET, household->hamlet);
  put_text (slot, HH_HEAD, household->head_name);
  put_text (slot, HH_HEAD_IDNO, household->head_idno);
  put_integer (slot, HH_SIZE, household->size);
  put_text (slot, HH_PHONE, household->phone);
  put_text (slot, HH_BANK, household->bank);
  put_text (slot, HH_ACCOUNT, household->account);
  put_text (slot, HH_HELPER, household->helper);
  put_integer (slot, HH_MIL, household->mil_family);
  put_integer (slot, HH_ONE_CHILD, household->one_child);
  put_integer (slot, HH_TWO_DAUGHTERS, household->two_daughters);
  put_text (slot, HH_STATUS, household->status);
  put_text (slot, HH_ATTR, household->attr);
  put_text (slot, HH_STANDARD, household->ident_standard);
  put_text (slot, HH_FIRST, household->first_ident);
  put_text (slot, HH_CAUSE, household->cause_main);
  tuce_value_set_text (slot->at[HH_CAUSES], household->cause_other);
  put_year (slot, HH_PLAN, household->plan_exit_year);
  put_year (slot, HH_EXIT, household->exit_year);
  put_year (slot, HH_RETURN, household->return_year);
  put_text (slot, HH_RETURN_CAUSE, household->return_cause);
  put_integer (slot, HH_RELOCATED, household->relocated);
  put_integer (slot, HH_WILLING, household->relocated);
  put_text (slot, HH_MODE, household->move_mode);
  put_text (slot, HH_RESETTLE, household->resettle_type);
  put_text (slot, HH_RESETTLE_PLACE, household->resettle_place);
  if (household->placed)
    {
      put_real (slot, HH_LON, household->position.lon);
      put_real (slot, HH_LAT, household->position.lat);
    }
  else
    {
      tuce_value_clear (slot->at[HH_LON]);
      tuce_value_clear (slot->at[HH_LAT]);
    }
  put_text (slot, HH_ORIGIN, household->placed ? "schematic" : NULL);
  put_text (slot, HH_COORD, household->placed ? "wgs84" : NULL);
}

/* Gives the codes in the order of the list. "" means healthy, which is different from no value. */
static const char *
health_codes (const TuceDemoPerson *person)
{
  static const char *const codes[8] = { "", "02", "03", "02,03", "04", "02,04", "03,04", "02,03,04" };

  return codes[(person->chronic ? 1 : 0) + (person->serious ? 2 : 0) + (person->disabled ? 4 : 0)];
}

static void
put_member (Slot *slot, const TuceDemoHousehold *household, const TuceDemoPerson *person)
{
  put_integer (slot, M_HOUSEHOLD, household->id);
  put_text (slot, M_NO, person->person_no);
  put_text (slot, M_NAME, person->name);
  put_text (slot, M_RELATION, person->relation);
  put_text (slot, M_SEX, person->male ? "1" : "2");
  put_text (slot, M_IDNO, person->idno);
  put_text (slot, M_BIRTH, person->no_birth ? NULL : person->birth);
  put_text (slot, M_ETHNIC, person->ethnic);
  put_text (slot, M_PARTY, person->party);
  put_integer (slot, M_SOLDIER, person->soldier);
  put_text (slot, M_EDUCATION, person->education);
  put_text (slot, M_SCHOOL, person->school);
  put_text (slot, M_DROPOUT, person->dropout_reason);
  tuce_value_set_text (slot->at[M_HEALTH], health_codes (person));
  put_text (slot, M_DISEASE, person->disease);
  put_text (slot, M_DISAB, person->disab_no);
  put_integer (slot, M_MED, person->med_ins);
  put_integer (slot, M_SERIOUS, person->med_ins);
  put_integer (slot, M_PENSION, person->pension_ins);
  put_integer (slot, M_DIBAO, person->dibao);
  put_integer (slot, M_WUBAO, person->wubao);
  put_text (slot, M_LABOR, person->labor);
  put_text (slot, M_PLACE, person->work_place);
  put_integer (slot, M_MONTHS, person->work_months);
  put_text (slot, M_FIRST, household->first_ident);
  put_text (slot, M_GONE, person->gone);
  put_text (slot, M_GONE_ON, person->gone ? GONE_ON : NULL);
}

static void
put_income (Slot *slot, const TuceDemoYear *year)
{
  put_integer (slot, Y_WAGE, year->wage);
  put_integer (slot, Y_GROSS, year->gross);
  put_integer (slot, Y_PROPERTY, year->property);
  put_integer (slot, Y_TRANSFER, year->transfer);
  put_integer (slot, Y_TOTAL, year->total);
  put_integer (slot, Y_COST, year->cost);
  put_integer (slot, Y_NET, year->net);
  put_integer (slot, Y_NET_PC, year->net_pc);
  put_integer (slot, Y_FAMPLAN, year->famplan);
  put_integer (slot, Y_DIBAO, year->dibao);
  put_integer (slot, Y_WUBAO, year->wubao);
  put_integer (slot, Y_PENSION, year->pension);
  put_integer (slot, Y_ECO, year->eco);
  put_integer (slot, Y_OTHER, year->other);
}

static void
put_living (Slot *slot, const TuceDemoHousehold *household)
{
  const TuceDemoYear *year = &household->year;

  put_integer (slot, Y_HOUSE, year->house_m2);
  put_text (slot, Y_STRUCT, year->house_struct);
  put_text (slot, Y_GRADE, year->house_grade);
  put_integer (slot, Y_DANGEROUS, year->dangerous);
  put_text (slot, Y_DANGER, year->danger_grade);
  put_text (slot, Y_WATER, year->water_src);
  put_integer (slot, Y_SAFE, year->water_safe);
  put_integer (slot, Y_HARD, year->water_hard);
  put_integer (slot, Y_POWER, year->life_power);
  put_integer (slot, Y_TV, year->tv);
  put_integer (slot, Y_TOILET, year->toilet);
  put_text (slot, Y_FUEL, year->fuel);
  put_text (slot, Y_ROAD, year->entry_road);
  put_real (slot, Y_ROAD_KM, year->road_100m / 10.0);
  put_real (slot, Y_ARABLE, year->arable / 10.0);
  put_real (slot, Y_IRRIGATED, year->irrigated / 10.0);
  put_real (slot, Y_FOREST, year->forest / 10.0);
  put_real (slot, Y_CONVERSION, year->conversion / 10.0);
  put_real (slot, Y_ORCHARD, year->orchard / 10.0);
  put_real (slot, Y_PASTURE, 0);
  put_real (slot, Y_WATER_MU, year->water / 10.0);
  put_integer (slot, Y_COOP, year->coop_member);
  put_integer (slot, Y_PROD_POWER, year->prod_power);
  put_known (slot, Y_FOOD, year->food_ok);
  put_known (slot, Y_CLOTHES, year->clothes_ok);
  put_known (slot, Y_AIDED, year->illness_aided);
  put_known (slot, Y_ACCEPTED, year->house_accepted);
}

static void
put_water (Slot *slot, const TuceDemoYear *year)
{
  gboolean measured = year->water_quality != NULL;

  put_text (slot, Y_QUALITY, year->water_quality);
  put_known (slot, Y_LITRES, measured ? year->water_litres : TUCE_DEMO_UNKNOWN);
  put_known (slot, Y_MINUTES, measured ? year->water_minutes : TUCE_DEMO_UNKNOWN);
  put_known (slot, Y_METRES, measured ? year->water_metres : TUCE_DEMO_UNKNOWN);
  put_known (slot, Y_RISE, measured ? year->water_rise : TUCE_DEMO_UNKNOWN);
  put_known (slot, Y_SHORT, measured ? year->water_short_days : TUCE_DEMO_UNKNOWN);
}

static gboolean
write_year (TuceDemoWriter *writer, TuceEdit *edit, const TuceDemoHousehold *household, gint64 id, int year,
            GError **error)
{
  Slot *slot = &writer->year;

  put_integer (slot, Y_HOUSEHOLD, household->id);
  put_integer (slot, Y_YEAR, year);
  put_income (slot, &household->year);
  if (household->size == 0)
    tuce_value_clear (slot->at[Y_NET_PC]);
  put_living (slot, household);
  put_water (slot, &household->year);
  return write_slot (slot, edit, id, error);
}

static gboolean
write_last_year (TuceDemoWriter *writer, TuceEdit *edit, const TuceDemoHousehold *household, int year, GError **error)
{
  TuceDemoHousehold *last = g_memdup2 (household, sizeof *household);
  gboolean written;

  if (household->last_net)
    {
      last->year.wage -= household->year.net - household->last_net;
      tuce_demo_add_up (&last->year, household->size);
    }
  written = write_year (writer, edit, last, household->last_year_id, year, error);
  g_free (last);
  return written;
}

gboolean
tuce_demo_write_household (TuceDemoWriter *writer, TuceEdit *edit, const char *village,
                           const TuceDemoHousehold *household, int year, GError **error)
{
  put_household (&writer->household, village, household);
  if (!write_slot (&writer->household, edit, household->id, error))
    return FALSE;
  for (guint i = 0; i < household->n_people && !household->empty; i++)
    {
      put_member (&writer->member, household, &household->people[i]);
      if (!write_slot (&writer->member, edit, household->people[i].id, error))
        return FALSE;
    }
  /* A record of the year before is written only for planted mistakes: it is the same, or only its income differs. */
  if (household->has_last_year && !write_last_year (writer, edit, household, year - 1, error))
    return FALSE;
  return write_year (writer, edit, household, household->year.id, year, error);
}
