/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planted mistakes in the record of a person. */
#include "tuce-demo-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_plain (const TuceDemoPerson *person)
{
  return !person->disabled;
}

static gboolean
is_school_child (const TuceDemoPerson *person)
{
  return person->age >= 7 && person->age <= 14 && tuce_demo_is_healthy (person)
         && (person->role == TUCE_DEMO_CHILD || person->role == TUCE_DEMO_GRANDCHILD);
}

static gboolean
is_grandchild (const TuceDemoPerson *person)
{
  return person->role == TUCE_DEMO_GRANDCHILD;
}

static gboolean
is_small_child (const TuceDemoPerson *person)
{
  return person->age >= 1 && person->age <= 5 && person->age != 3;
}

static gboolean
is_idle_adult (const TuceDemoPerson *person)
{
  return person->age >= 34 && person->age <= 58 && tuce_demo_is_healthy (person) && person->work_months == 0;
}

static gboolean
is_worker (const TuceDemoPerson *person)
{
  return person->work_months > 0;
}

static gboolean
lost_labour (const TuceDemoPerson *person)
{
  return person->labor[1] == '3';
}

static gboolean
is_senior_pupil (const TuceDemoPerson *person)
{
  return person->age >= 17 && tuce_demo_is_pupil (person);
}

static gboolean
is_spouse (const TuceDemoPerson *person)
{
  return person->role == TUCE_DEMO_SPOUSE && !person->disabled;
}

static gboolean
is_grown_child (const TuceDemoPerson *person)
{
  return person->role == TUCE_DEMO_CHILD && person->age >= 22 && person->age <= 29 && !person->disabled;
}

static gboolean
id_missing (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->idno[0] = '\0';
  return TRUE;
}

static gboolean
id_short (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->idno[17] = '\0';
  return TRUE;
}

static gboolean
id_check_digit (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->idno[17] = person->idno[17] == '3' ? '8' : '3';
  return TRUE;
}

static gboolean
id_impossible_day (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  memcpy (person->idno + 10, "0230", 4);
  tuce_demo_seal (person->idno);
  person->no_birth = TRUE;
  return TRUE;
}

static gboolean
is_very_old (const TuceDemoPerson *person)
{
  return person->age >= 78 && !person->disabled && (person->birth[0] == '1' && person->birth[1] == '9')
         && (person->role == TUCE_DEMO_FATHER || person->role == TUCE_DEMO_MOTHER || person->role == TUCE_DEMO_SPOUSE);
}

static gboolean
id_before_1900 (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->birth[1] = '8';
  person->idno[7] = '8';
  tuce_demo_seal (person->idno);
  return TRUE;
}

static gboolean
other_birth (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->birth[9] = person->birth[9] == '1' ? '2' : '1';
  if (person->birth[8] == '3' || (person->birth[8] == '0' && person->birth[9] == '0'))
    person->birth[8] = '1';
  return TRUE;
}

static gboolean
other_sex (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->male = !person->male;
  return TRUE;
}

/* Makes @to the same person as @from, except for the id and number in the register. */
static void
copy_identity (TuceDemoPerson *to, const TuceDemoPerson *from)
{
  to->male = from->male;
  to->age = from->age;
  to->education = from->education;
  to->school = from->school;
  to->labor = from->labor;
  to->pension_ins = from->pension_ins;
  memcpy (to->birth, from->birth, sizeof to->birth);
  memcpy (to->idno, from->idno, sizeof to->idno);
}

static gboolean
same_id_at_home (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  for (TuceDemoPerson *other = person + 1; other < household->people + household->n_people; other++)
    if (is_school_child (other) && other->male == person->male && other->role == person->role)
      {
        copy_identity (person, other);
        return TRUE;
      }
  return FALSE;
}

/* Gives a school child of another household of the village, of the same sex and age, and marks that household as having a
 * mistake; NULL for none. */
static TuceDemoPerson *
find_double (const TuceDemoSpot *spot, const TuceDemoPerson *child)
{
  for (guint i = 0; i < spot->at; i++)
    {
      TuceDemoHousehold *other = &spot->households[i];
      TuceDemoPerson *twin = other->spoilt ? NULL : tuce_demo_find_person (other, is_school_child);

      if (twin && twin->male == child->male && twin->age == child->age)
        {
          other->spoilt = TRUE;
          return twin;
        }
    }
  return NULL;
}

static gboolean
same_id_elsewhere (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  const TuceDemoPerson *twin = find_double (spot, person);

  if (!twin)
    return FALSE;
  copy_identity (person, twin);
  memcpy (person->name, twin->name, sizeof person->name);
  return TRUE;
}

static gboolean
same_name_and_birth (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  const TuceDemoPerson *twin = find_double (spot, person);

  if (!twin)
    return FALSE;
  copy_identity (person, twin);
  memcpy (person->name, twin->name, sizeof person->name);
  tuce_demo_number (spot->world, person);
  return TRUE;
}

static gboolean
spouse_of_same_sex (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->male = !person->male;
  tuce_demo_number (spot->world, person);
  return TRUE;
}

static gboolean
parent_too_young (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  int age = household->people[0].age - 8;

  if (tuce_demo_is_pupil (person) || age < 32 || age > 59)
    return FALSE;
  person->age = age;
  tuce_demo_born (spot->world, person);
  return TRUE;
}

static gboolean
head_is_child (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoPerson *elder = &household->people[0];
  gboolean through_son = person->relation[1] == '7' || person->relation[1] == '8';

  if (household->n_people != 2 || person->age < 8)
    return FALSE;
  elder->relation = through_son ? (elder->male ? "17" : "18") : (elder->male ? "19" : "20");
  person->relation = "01";
  g_strlcpy (household->head_name, person->name, sizeof household->head_name);
  g_strlcpy (household->head_idno, person->idno, sizeof household->head_idno);
  return TRUE;
}

static gboolean
preschool_too_long (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->education = "06";
  return TRUE;
}

static gboolean
learned_too_early (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->education = "03";
  return TRUE;
}

static gboolean
out_of_school (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (g_str_equal (household->cause_main, "03") || tuce_demo_is_exited (household))
    return FALSE;
  household->measured |= tuce_demo_gap (TUCE_DEMO_EDUCATION);
  person->school = "01";
  person->dropout_reason = tuce_demo_chance (spot->world->random, 0.5) ? "3" : NULL;
  return TRUE;
}

static gboolean
old_pupil (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->school = "08";
  return TRUE;
}

static gboolean
child_labour (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (g_str_equal (household->cause_main, "08"))
    return FALSE;
  person->labor = "01";
  return TRUE;
}

static gboolean
healthy_without_labour (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (g_str_equal (household->cause_main, "07"))
    return FALSE;
  person->labor = "03";
  return TRUE;
}

static gboolean
works_without_labour (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->year.wage == 0)
    return FALSE;
  person->work_months = 6;
  person->work_place = "03";
  return TRUE;
}

static gboolean
work_nowhere (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->work_place = NULL;
  return TRUE;
}

static gboolean
work_never (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->work_place = "04";
  return TRUE;
}

static gboolean
pupil_at_work (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->year.wage == 0 || !tuce_demo_is_labourer (person))
    return FALSE;
  person->work_months = 8;
  person->work_place = "02";
  return TRUE;
}

static gboolean
is_disabled (const TuceDemoPerson *person)
{
  return person->disabled;
}

static gboolean
certificate_missing (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->disab_no[0] = '\0';
  return TRUE;
}

static gboolean
certificate_of_healthy (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  g_snprintf (person->disab_no, sizeof person->disab_no, "%s44", person->idno);
  return TRUE;
}

static gboolean
certificate_category (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->disab_no[18] = '8';
  return TRUE;
}

static gboolean
certificate_of_other (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->disab_no[15] = person->disab_no[15] == '1' ? '2' : '1';
  return TRUE;
}

const TuceDemoKind tuce_demo_person_kinds[] = {
  { "Q06", "member", "idno", N_("ID number left out"), is_plain, id_missing },
  { "Q06", "member", "idno", N_("last character of the ID number left out"), is_plain, id_short },
  { "Q07", "member", "idno", N_("check digit of the ID number changed"), is_plain, id_check_digit },
  { "Q08", "member", "idno", N_("ID number with 30 February as day of birth"), is_plain, id_impossible_day },
  { "Q08", "member", "idno", N_("born a century too early, in ID number and date of birth"),
    is_very_old, id_before_1900 },
  { "Q09", "member", "birth", N_("another day than in the ID number"), is_plain, other_birth },
  { "Q10", "member", "sex", N_("another sex than in the ID number"), is_school_child, other_sex },
  { "Q11", "member", "idno", N_("the ID number of a brother or sister"), is_school_child, same_id_at_home },
  { "Q12", "member", "idno", N_("registered in another household of the village too"),
    is_school_child, same_id_elsewhere },
  { "Q13", "member", "idno", N_("name and birth of somebody else in the village, another ID number"),
    is_school_child, same_name_and_birth },
  { "Q16", "member", "relation", N_("spouse of the head's own sex"), is_spouse, spouse_of_same_sex },
  { "Q16", "member", "birth", N_("born when the head was eight"), is_grown_child, parent_too_young },
  { "Q17", "member", "relation", N_("a child as head of the household"), is_grandchild, head_is_child },
  { "Q18", "member", "education", N_("pre-school child although of school age"),
    is_school_child, preschool_too_long },
  { "Q19", "member", "education", N_("junior middle school before the age of six"),
    is_small_child, learned_too_early },
  { "Q20", "member", "school", N_("of school age and not at school"), is_school_child, out_of_school },
  { "Q21", "member", "school", N_("at senior middle school although over 30"), is_idle_adult, old_pupil },
  { "Q22", "member", "labor", N_("ordinary labour although a child"), is_school_child, child_labour },
  { "Q22", "member", "labor", N_("lost labour capacity although healthy and of working age"),
    is_idle_adult, healthy_without_labour },
  { "Q23", "member", "work_months", N_("six months at work although labour capacity is lost"),
    lost_labour, works_without_labour },
  { "Q24", "member", "work_place", N_("months at work, but not where"), is_worker, work_nowhere },
  { "Q24", "member", "work_place", N_("at work outside the province for no month"), is_idle_adult, work_never },
  { "Q25", "member", "work_months", N_("eight months at work although at school"), is_senior_pupil, pupil_at_work },
  { "Q26", "member", "disab_no", N_("disabled, but no certificate"), is_disabled, certificate_missing },
  { "Q26", "member", "disab_no", N_("certificate of somebody not disabled"), is_idle_adult, certificate_of_healthy },
  { "Q27", "member", "disab_no", N_("a category that does not exist"), is_disabled, certificate_category },
  { "Q27", "member", "disab_no", N_("does not begin with the person's ID number"),
    is_disabled, certificate_of_other },
  { NULL }
};
