/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-cases.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tuce-data.h"
#include "tuce-edit.h"
#include "tuce-parameters.h"
#include "tuce-statement.h"

static void
rule_case_free (gpointer data)
{
  RuleCase *rule_case = data;

  g_free (rule_case->rule);
  g_free (rule_case->expected);
  g_free (rule_case->changes);
  g_free (rule_case);
}

GPtrArray *
rule_cases_read (const char *file)
{
  g_autofree char *path = g_build_filename (TUCE_TESTS_DIR, "standards", "cases", file, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *cases = g_ptr_array_new_with_free_func (rule_case_free);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) words = g_regex_split_simple ("\\s+", g_strstrip (lines[i]), 0, 0);
      RuleCase *rule_case;

      if (!*lines[i] || *lines[i] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (words), >=, 2);
      rule_case = g_new0 (RuleCase, 1);
      rule_case->rule = g_strdup (words[0]);
      rule_case->expected = g_strdup (words[1]);
      rule_case->changes = g_strjoinv (" ", words + 2);
      rule_case->line = i + 1;
      g_ptr_array_add (cases, rule_case);
    }
  return cases;
}

/* --- the county --- */

typedef struct
{
  const TuceEntity *entity;
  gint64 id;
} Named;

/* Sets one field. "@neighbour" stands for the id of that record. */
static void
set (RuleCounty *self, TuceRecord *record, const char *name, const char *text)
{
  const TuceField *field = tuce_entity_field (record->entity, name);
  g_auto (TuceValue) value = TUCE_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!field)
    g_error ("%s has no field %s", record->entity->name, name);
  if (*text == '@')
    tuce_value_set_integer (&value, rule_county_id (self, text + 1));
  else if (field->type == TUCE_FIELD_TEXT || field->type == TUCE_FIELD_IDENTITY || field->type == TUCE_FIELD_PHONE
      || field->type == TUCE_FIELD_CHOICES)
    {
      /* wrong values are set too, to be tried; "''" is the empty text, which is not the same as no value */
      if (g_str_equal (text, "''"))
        tuce_value_set_text (&value, "");
      else if (*text)
        tuce_value_set_text (&value, text);
    }
  else if (!tuce_field_parse (field, text, &value, &error))
    g_error ("%s.%s=%s: %s", record->entity->name, name, text, error->message);
  tuce_record_set_value (record, field, &value);
}

static void
set_all (RuleCounty *self, TuceRecord *record, char **words)
{
  for (guint i = 0; words[i]; i++)
    {
      char *equals = strchr (words[i], '=');

      if (!*words[i])
        continue;
      g_assert_nonnull (equals);
      *equals = '\0';
      set (self, record, words[i], equals + 1);
      *equals = '=';
    }
}

/* Sets what a new record is about, unless the line says otherwise: the household, or its village. */
static void
set_whereabouts (RuleCounty *self, TuceRecord *record)
{
  const TuceEntity *entity = record->entity;
  Named *household = g_hash_table_lookup (self->records, "household");

  if (household && tuce_entity_field (entity, "household_id"))
    tuce_record_set_integer (record, "household_id", household->id);
  if (entity->scope && g_str_equal (entity->scope->name, "place"))
    tuce_record_set_text (record, "place", "511725109201");
}

static void
add (RuleCounty *self, TuceEdit *edit, const char *name, const char *entity, const char *fields)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (self->county);
  g_auto (GStrv) words = g_strsplit (fields, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = NULL;
  Named *named = g_new0 (Named, 1);

  named->entity = tuce_dictionary_entity (dictionary, entity);
  if (!named->entity)
    g_error ("there is no entity %s", entity);
  record = tuce_record_new (named->entity);
  set_whereabouts (self, record);
  if (g_str_has_suffix (entity, "member") && g_str_has_prefix (name, "neighbour"))
    tuce_record_set_integer (record, "household_id", rule_county_id (self, "neighbour"));
  set_all (self, record, words);
  tuce_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  named->id = record->id;
  g_hash_table_replace (self->records, g_strdup (name), named);
}

static void
fill (RuleCounty *self, TuceEdit *edit)
{
  static const struct
  {
    const char *name, *entity, *fields;
  } rows[] = {
    { "city", "city", "code=5117 name=达州市 short_name=达州市" },
    { "county", "county", "code=511725 name=渠县 short_name=渠县 city_code=5117" },
    { "township", "township", "code=511725109 name=静边镇 short_name=静边镇 county_code=511725" },
    { "village", "village",
      "code=511725109201 name=甲村 short_name=甲村 township_code=511725109 is_poor_village=1 plan_exit_year=2018"
      " rural_pop_base=1000 lon=107.0 lat=30.8" },
    { "other_village", "village",
      "code=511725109202 name=乙村 short_name=乙村 township_code=511725109 rural_pop_base=1000 lon=107.1 lat=30.9" },
    { "household", "household",
      "hh_no=00000001 village_code=511725109201 head_name=张一 head_idno=999999198003151010 size=4 phone=13800000001"
      " status=0 poverty_attr=01 cause_main=07 first_ident=2014-05-01 plan_exit_year=2018 lon=107.01 lat=30.81"
      " relocated=1 resettle_type=1" },
    { "year", "household_year",
      "year=2018 wage=20000 business_gross=4000 business_cost=1000 property=0 t_famplan=0 t_dibao=0 t_wubao=0"
      " t_pension=1200 t_eco=0 t_other=0 transfer=1200 total=25200 net=24200 net_pc=6050 house_m2=100 house_grade=A"
      " water_safe=1 life_power=1 tv=1 food_ok=1 clothes_ok=1" },
    { "last_year", "household_year", "year=2017 net=20000 net_pc=5000 wage=15000 house_grade=B" },
    { "head", "member",
      "name=张一 relation=01 sex=1 idno=999999198003151010 birth=1980-03-15 education=03 school=01 labor=01 work_place=04"
      " work_months=6 med_ins=1 health='' pension_ins=1 dibao=0" },
    { "spouse", "member",
      "name=李二 relation=02 sex=2 idno=999999198205061021 birth=1982-05-06 education=03 school=01 labor=01 work_place=99"
      " work_months=0 med_ins=1 health='' pension_ins=1 dibao=0" },
    { "child", "member",
      "name=张三 relation=03 sex=1 idno=999999200605051017 birth=2006-05-05 education=02 school=03 labor=04 work_place=99"
      " work_months=0 med_ins=1 health='' dibao=0" },
    { "old", "member",
      "name=王四 relation=12 sex=2 idno=999999195001011029 birth=1950-01-01 education=01 school=01 labor=04 work_place=99"
      " work_months=0 med_ins=1 health='' pension_ins=1 dibao=0" },
    { "neighbour", "household",
      "hh_no=00000002 village_code=511725109201 head_name=赵五 head_idno=99999919700101101X size=1 phone=13800000002"
      " status=1 exit_year=2016 first_ident=2014-05-01 lon=107.02 lat=30.82" },
    { "neighbour_head", "member",
      "name=赵五 relation=01 sex=1 idno=99999919700101101X birth=1970-01-01 education=02 school=01 labor=01 med_ins=1"
      " health=''" },
    { "village_year", "village_year",
      "village_code=511725109201 year=2018 population=1200 collective_income=12000 road_to_township=1 road_width_m=4"
      " road_surface=3 clinics=1 clinic_m2=80 clinic_doctor=钱医生 doctors=1 culture_rooms=1 culture_m2=60 broadband=1"
      " mobile=1 registered_households=2 registered_people=5 poor_households=1 poor_people=4 incidence=0.4" },
    { "other_village_year", "village_year",
      "village_code=511725109202 year=2018 population=900 registered_households=0 registered_people=0 poor_households=0"
      " poor_people=0 incidence=0" },
    { "township_year", "township_year",
      "township_code=511725109 year=2018 school_conditions=1 school_certificate=渠教〔2018〕1号 hospital_equipment=1"
      " hospital_certificate=渠卫〔2018〕1号 center_m2=100 center_windows=4 center_staff=5 center_services=1"
      " center_hours_posted=1 registered_households=2 registered_people=5 poor_households=1 poor_people=4" },
    { "county_year", "county_year",
      "county_code=511725 year=2018 registered_households=2 registered_people=5 poor_households=1 poor_people=4" },
    { "wrong_exit", "survey", "kind=wrong_exit year=2018 sampled=500 found=2" },
    { "missed", "survey", "kind=missed year=2018 sampled=500 found=2" },
    { "approval", "survey", "kind=approval year=2018 sampled=1000 found=950" },
    { "helper", "helper", "name=孙六 unit=县教育局" },
    { "visit", "visit", "visited_on=2018-07-10 at_home=1" },
    { "constructor", "constructor", "name=甲建筑公司 grade=3" },
    { "site", "site",
      "code=A01 name=甲安置点 village_code=511725109201 site_type=1 plan_households=1 plan_people=4 sited_on=2016-09-01"
      " planned_on=2016-10-01 land_on=2016-12-01 tendered_on=2017-01-15 started_on=2017-02-01 topped_on=2017-07-01"
      " infra_on=2017-09-01 accepted_on=2017-10-01 allotted_on=2017-10-15 plan_no=渠发改〔2016〕1号"
      " land_no=渠国土〔2016〕1号 constructor_id=@constructor hazard_check=clear farmland_check=clear"
      " ecological_check=clear flood_check=clear invest_plan=600000 invest_arrived=500000 invest_paid=400000"
      " fund_central=300000 fund_special=0 fund_bond=0 fund_loan=200000 fund_self=100000 fund_merged=0"
      " special_account=1" },
    { "relocation", "relocation",
      "people=4 entitled=张一、李二、张三、王四 on_list=1 danger_aid=0 approved_on=2016-11-01 reason=1 site_id=@site"
      " house_m2=100 annex_m2=30 safety=1 approved_total=100000 paid_total=100000 paid_on=2017-03-01 receipts=1"
      " paid_in_cash=0 self_raised=10000 housing_debt=0 contracted_on=2016-12-20 started_on=2017-02-10"
      " topped_on=2017-07-01 completed_on=2017-09-01 accepted_on=2017-10-01 keys_on=2017-10-20 moved_in_on=2017-12-01"
      " demolished_on=2018-01-10 reclaimed_on=2018-04-01 followed_on=2018-05-01 workers=1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add (self, edit, rows[i].name, rows[i].entity, rows[i].fields);
}

static void
add_helping (RuleCounty *self, TuceEdit *edit)
{
  g_autofree char *fields = g_strdup_printf ("helper_id=%" G_GINT64_FORMAT, rule_county_id (self, "helper"));

  add (self, edit, "helping", "helping", fields);
}

static void
load_packs (RuleCounty *self)
{
  g_autofree char *folder = tuce_data_path ("standards", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      TucePack *pack;

      if (!g_str_has_suffix (name, ".sql"))
        continue;
      pack = tuce_pack_load (path, &error);
      g_assert_no_error (error);
      g_ptr_array_add (self->packs, pack);
    }
}

static void
make_assessor (RuleCounty *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->assessor, tuce_assessor_free);
  self->assessor = tuce_assessor_new (self->county, self->standards, RULE_DAY, &error);
  g_assert_no_error (error);
}

static TuceEdit *
begin (RuleCounty *self)
{
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (self->county, "改", &error);

  g_assert_no_error (error);
  return edit;
}

RuleCounty *
rule_county_new (void)
{
  RuleCounty *self = g_new0 (RuleCounty, 1);
  g_autofree char *folder = g_dir_make_tmp ("tuce-XXXXXX", NULL);
  g_autoptr (GPtrArray) mistakes = NULL;
  g_autoptr (GError) error = NULL;
  TuceEdit *edit;

  self->path = g_build_filename (folder, "rules.tuce", NULL);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_pack_unref);
  self->county = tuce_county_create (self->path, "511725", "渠县", 2018, &error);
  g_assert_no_error (error);
  edit = begin (self);
  tuce_parameters_install (self->county, edit, &error);
  g_assert_no_error (error);
  fill (self, edit);
  add_helping (self, edit);
  /* this pack is inactive by default; an office can activate it */
  add (self, edit, "pack", "pack", "name=monitoring text='' active=1");
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  self->standards = tuce_standards_load (self->county, &mistakes, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < mistakes->len; i++)
    g_error ("%s", (char *) mistakes->pdata[i]);
  load_packs (self);
  make_assessor (self);
  return self;
}

void
rule_county_free (RuleCounty *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  tuce_assessor_free (self->assessor);
  tuce_standards_unref (self->standards);
  g_ptr_array_unref (self->packs);
  g_hash_table_unref (self->records);
  tuce_county_close (self->county);
  g_object_unref (self->county);
  tuce_county_discard (self->path);
  g_rmdir (folder);
  g_free (self->path);
  g_free (self);
}

gint64
rule_county_id (RuleCounty *self, const char *name)
{
  Named *named = g_hash_table_lookup (self->records, name);

  if (!named)
    g_error ("there is no record called %s", name);
  return named->id;
}

const TuceRule *
rule_county_rule (RuleCounty *self, const char *code)
{
  for (guint i = 0; i < self->packs->len; i++)
    {
      const TuceRule *rule = tuce_pack_rule (self->packs->pdata[i], code);

      if (rule)
        return rule;
    }
  g_error ("there is no rule %s", code);
}

/* --- changes --- */

static void
change_field (RuleCounty *self, TuceEdit *edit, const char *change)
{
  g_auto (GStrv) parts = g_strsplit (change, "=", 2);
  g_auto (GStrv) path = g_strsplit (parts[0], ".", 2);
  Named *named = g_hash_table_lookup (self->records, path[0]);
  g_autoptr (TuceRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!parts[0] || !parts[1] || !path[1] || !named)
    g_error ("“%s” is no change", change);
  record = tuce_county_load (self->county, named->entity->name, named->id, &error);
  g_assert_no_error (error);
  set (self, record, path[1], parts[1]);
  tuce_edit_update (edit, record, &error);
  if (error)
    g_error ("%s: %s", change, error->message);
}

static void
change_parameter (RuleCounty *self, TuceEdit *edit, const char *change)
{
  g_auto (GStrv) parts = g_strsplit (change, "=", 2);
  g_autoptr (TuceRecord) record = tuce_parameter_find (self->county, parts[0], 2018);
  g_autoptr (GError) error = NULL;

  if (!record)
    g_error ("there is no parameter %s", parts[0]);
  set (self, record, "value", parts[1]);
  tuce_edit_update (edit, record, &error);
  g_assert_no_error (error);
}

static void
change_one (RuleCounty *self, TuceEdit *edit, const char *change)
{
  g_autoptr (GError) error = NULL;

  if (*change == '+')
    {
      g_auto (GStrv) words = g_strsplit (change + 1, " ", 2);

      add (self, edit, "added", words[0], words[1] ? words[1] : "");
    }
  else if (*change == '-')
    {
      Named *named = g_hash_table_lookup (self->records, change + 1);

      if (!named)
        g_error ("there is no record called %s", change + 1);
      tuce_edit_delete (edit, named->entity->name, named->id, &error);
      if (error)
        g_error ("%s: %s", change, error->message);
    }
  else if (*change == '!')
    {
      tuce_statement_run (self->county, change + 1, &error);
      if (error)
        g_error ("%s: %s", change, error->message);
    }
  else if (g_str_has_prefix (change, ":"))
    change_parameter (self, edit, change + 1);
  else
    change_field (self, edit, change);
}

TuceEdit *
rule_county_change (RuleCounty *self, const RuleCase *rule_case)
{
  g_auto (GStrv) changes = g_strsplit (rule_case->changes, ";", -1);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gboolean parameters = FALSE;
  static gboolean as_they_come = TRUE;
  TuceEdit *edit = begin (self);

  for (guint i = 0; changes[i]; i++)
    {
      const char *change = g_strstrip (changes[i]);

      parameters = parameters || *change == ':';
      if (*change)
        change_one (self, edit, change);
    }
  /* the check also writes those fields that the register works out itself */
  problems = tuce_edit_check (edit, &error);
  g_assert_no_error (error);
  /* rules are compiled with their parameters: compile again where these have changed */
  if (parameters || !as_they_come)
    make_assessor (self);
  as_they_come = !parameters;
  return edit;
}

gint64
rule_county_record_for (RuleCounty *self, const char *subject)
{
  const TuceSubject *kind = tuce_subject_find (subject);

  return rule_county_id (self, kind->by_household ? "household" : subject);
}

void
rule_county_covered (RuleCounty *self, GPtrArray *cases, TucePackKind kind, const char *const *expected)
{
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < cases->len; i++)
    {
      const RuleCase *rule_case = cases->pdata[i];

      g_hash_table_add (there, g_strdup_printf ("%s %s", rule_case->rule, rule_case->expected));
    }
  for (guint p = 0; p < self->packs->len; p++)
    {
      const TucePack *pack = self->packs->pdata[p];

      for (guint i = 0; pack->kind == kind && i < pack->rules->len; i++)
        for (guint e = 0; expected[e]; e++)
          {
            const TuceRule *rule = pack->rules->pdata[i];
            g_auto (GStrv) words = g_strsplit (expected[e], "|", -1);
            gboolean found = FALSE;

            for (guint w = 0; words[w]; w++)
              {
                g_autofree char *key = g_strdup_printf ("%s %s", rule->code, words[w]);

                found = found || g_hash_table_contains (there, key);
              }
            if (!found)
              g_string_append_printf (missing, " %s %s;", rule->code, expected[e]);
          }
    }
  g_assert_cmpstr (missing->str, ==, "");
}
