/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-county.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "tuce-identity.h"

static void
insert (TuceEdit *edit, TuceRecord *record)
{
  g_autoptr (GError) error = NULL;

  tuce_edit_insert (edit, record, &error);
  g_assert_no_error (error);
}

static TuceRecord *
fresh (TuceCounty *county, const char *entity)
{
  return tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), entity));
}

static void
insert_place (TuceCounty *county, TuceEdit *edit, const char *level, const char *code, const char *name,
              const char *parent_field, const char *parent)
{
  g_autoptr (TuceRecord) place = fresh (county, level);

  tuce_record_set_text (place, "code", code);
  tuce_record_set_text (place, "name", name);
  tuce_record_set_text (place, "short_name", name);
  if (parent)
    tuce_record_set_text (place, parent_field, parent);
  insert (edit, place);
}

/* An invented number of the region that does not exist. */
static char *
idno (guint number, gboolean male)
{
  g_autofree char *digits = g_strdup_printf ("99999919800101%02u%u", number % 100, male ? 1 : 2);

  return g_strdup_printf ("%s%c", digits, tuce_identity_check_digit (digits));
}

static void
insert_member (TuceCounty *county, TuceEdit *edit, gint64 household, guint number, gboolean head)
{
  g_autoptr (TuceRecord) member = fresh (county, "member");
  g_autofree char *name = g_strdup_printf ("%s%u", head ? "张" : "李", number);
  g_autofree char *id = idno (number, head);

  tuce_record_set_integer (member, "household_id", household);
  tuce_record_set_text (member, "name", name);
  tuce_record_set_text (member, "idno", id);
  tuce_record_set_text (member, "idtype", "01");
  tuce_record_set_text (member, "sex", head ? "1" : "2");
  tuce_record_set_text (member, "birth", "1980-01-01");
  tuce_record_set_text (member, "relation", head ? "01" : "02");
  tuce_record_set_text (member, "alive", "1");
  insert (edit, member);
}

static void
insert_household (TuceCounty *county, TuceEdit *edit, guint number)
{
  static const char *const villages[] = { "511725109201", "511725109202", "511725201204" };
  g_autoptr (TuceRecord) household = fresh (county, "household");
  g_autoptr (TuceRecord) year = fresh (county, "household_year");
  g_autofree char *hh_no = g_strdup_printf ("%08u", number);
  g_autofree char *name = g_strdup_printf ("张%u", number);
  g_autofree char *id = idno (number, TRUE);

  tuce_record_set_text (household, "hh_no", hh_no);
  tuce_record_set_text (household, "village_code", villages[number % 3]);
  tuce_record_set_text (household, "head_name", name);
  tuce_record_set_text (household, "head_idno", id);
  tuce_record_set_text (household, "phone", "13800000000");
  tuce_record_set_integer (household, "size", 2);
  tuce_record_set_text (household, "status", number % 2 ? "0" : "1");
  insert (edit, household);
  insert_member (county, edit, household->id, number, TRUE);
  insert_member (county, edit, household->id, number, FALSE);
  tuce_record_set_integer (year, "household_id", household->id);
  tuce_record_set_integer (year, "year", 2018);
  tuce_record_set_integer (year, "net", 1000000 + 100 * (gint64) number);
  tuce_record_set_integer (year, "net_pc", 500000 + 50 * (gint64) number);
  insert (edit, year);
}

TuceCounty *
small_county (char **path, guint households)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tuce-XXXXXX", NULL);
  TuceCounty *county;
  TuceEdit *edit;

  *path = g_build_filename (folder, "small.tuce", NULL);
  county = tuce_county_create (*path, "511725", "渠县", 2018, &error);
  g_assert_no_error (error);
  edit = tuce_edit_begin (county, "建立", &error);
  g_assert_no_error (error);
  insert_place (county, edit, "city", "5117", "达州市", NULL, NULL);
  insert_place (county, edit, "county", "511725", "渠县", "city_code", "5117");
  insert_place (county, edit, "township", "511725109", "静边镇", "county_code", "511725");
  insert_place (county, edit, "township", "511725201", "渠北乡", "county_code", "511725");
  insert_place (county, edit, "village", "511725109201", "甲村", "township_code", "511725109");
  insert_place (county, edit, "village", "511725109202", "乙村", "township_code", "511725109");
  insert_place (county, edit, "village", "511725201204", "双桥村", "township_code", "511725201");
  for (guint i = 0; i < households; i++)
    insert_household (county, edit, i);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  return county;
}

void
small_county_remove (TuceCounty *county, char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  tuce_county_close (county);
  g_object_unref (county);
  tuce_county_discard (path);
  g_rmdir (folder);
  g_free (path);
}

gint64
small_county_household (TuceCounty *county, guint number)
{
  g_autofree char *hh_no = g_strdup_printf ("%08u", number);
  g_autoptr (TuceRecord) record = tuce_county_find (county, "household", "hh_no", hh_no, NULL);

  g_assert_nonnull (record);
  return record->id;
}
