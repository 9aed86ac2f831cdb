/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planted mistakes in what is written of a person. */
#include "tuce-demo-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef gboolean (*Suits) (const TuceDemoPerson *person);

/* The first person but the head whom @suits fits. */
static TuceDemoPerson *
find (TuceDemoHousehold *household, Suits suits)
{
  for (guint i = 1; i < household->n_people; i++)
    if (suits (&household->people[i]))
      return &household->people[i];
  return NULL;
}

static gboolean
note_person (TuceDemoNote *note, const TuceDemoPerson *person, const char *field, const char *what)
{
  return tuce_demo_note (note, "member", person->id, field, what);
}

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
id_missing (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_plain);

  if (!person)
    return FALSE;
  person->idno[0] = '\0';
  return note_person (note, person, "idno", _("ID number left out"));
}

static gboolean
id_short (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_plain);

  if (!person)
    return FALSE;
  person->idno[17] = '\0';
  return note_person (note, person, "idno", _("last character of the ID number left out"));
}

static gboolean
id_check_digit (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_plain);

  if (!person)
    return FALSE;
  person->idno[17] = person->idno[17] == '3' ? '8' : '3';
  return note_person (note, person, "idno", _("check digit of the ID number changed"));
}

static gboolean
id_impossible_day (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_plain);

  if (!person)
    return FALSE;
  memcpy (person->idno + 10, "0230", 4);
  tuce_demo_seal (person->idno);
  person->no_birth = TRUE;
  return note_person (note, person, "idno", _("ID number with 30 February as day of birth"));
}

static gboolean
is_very_old (const TuceDemoPerson *person)
{
  return person->age >= 78 && !person->disabled && (person->birth[0] == '1' && person->birth[1] == '9')
         && (person->role == TUCE_DEMO_FATHER || person->role == TUCE_DEMO_MOTHER || person->role == TUCE_DEMO_SPOUSE);
}

static gboolean
id_before_1900 (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_very_old);

  if (!person)
    return FALSE;
  person->birth[1] = '8';
  person->idno[7] = '8';
  tuce_demo_seal (person->idno);
  return note_person (note, person, "idno", _("born a century too early, in ID number and date of birth"));
}

static gboolean
other_birth (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_plain);

  if (!person)
    return FALSE;
  person->birth[9] = person->birth[9] == '1' ? '2' : '1';
  if (person->birth[8] == '3' || (person->birth[8] == '0' && person->birth[9] == '0'))
    person->birth[8] = '1';
  return note_person (note, person, "birth", _("another day than in the ID number"));
}

static gboolean
other_sex (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_school_child);

  if (!person)
    return FALSE;
  person->male = !person->male;
  return note_person (note, person, "sex", _("another sex than in the ID number"));
}

/* Takes over who somebody is, but for name and number in the register. */
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
same_id_at_home (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *first = find (household, is_school_child);

  for (TuceDemoPerson *person = first ? first + 1 : NULL;
       person && person < household->people + household->n_people; person++)
    if (is_school_child (person) && person->male == first->male && person->role == first->role)
      {
        copy_identity (person, first);
        return note_person (note, person, "idno", _("the ID number of a brother or sister"));
      }
  return FALSE;
}

/* A school child of another household of the village, of the same sex and in the same school. */
static TuceDemoPerson *
find_double (const TuceDemoSpot *spot, const TuceDemoPerson *child)
{
  for (guint i = 0; i < spot->at; i++)
    {
      TuceDemoHousehold *other = &spot->households[i];
      TuceDemoPerson *twin = other->spoilt ? NULL : find (other, is_school_child);

      if (twin && twin->male == child->male && twin->age == child->age)
        {
          other->spoilt = TRUE;
          return twin;
        }
    }
  return NULL;
}

static gboolean
same_id_elsewhere (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_school_child);
  const TuceDemoPerson *twin = person ? find_double (spot, person) : NULL;

  if (!twin)
    return FALSE;
  copy_identity (person, twin);
  memcpy (person->name, twin->name, sizeof person->name);
  return note_person (note, person, "idno", _("registered in another household of the village too"));
}

static gboolean
same_name_and_birth (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_school_child);
  const TuceDemoPerson *twin = person ? find_double (spot, person) : NULL;

  if (!twin)
    return FALSE;
  copy_identity (person, twin);
  memcpy (person->name, twin->name, sizeof person->name);
  tuce_demo_number (spot->world, person);
  return note_person (note, person, "idno", _("name and birth of somebody else in the village, another ID number"));
}

static gboolean
spouse_of_same_sex (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_spouse);

  if (!person)
    return FALSE;
  person->male = !person->male;
  tuce_demo_number (spot->world, person);
  return note_person (note, person, "relation", _("spouse of the head's own sex"));
}

static gboolean
parent_too_young (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_grown_child);
  int age = household->people[0].age - 8;

  if (!person || tuce_demo_is_pupil (person) || age < 32 || age > 59)
    return FALSE;
  person->age = age;
  tuce_demo_born (spot->world, person);
  return note_person (note, person, "birth", _("born when the head was eight"));
}

static gboolean
head_is_child (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *elder = &household->people[0], *child = &household->people[1];
  gboolean through_son;

  if (household->n_people != 2 || child->role != TUCE_DEMO_GRANDCHILD || child->age < 8)
    return FALSE;
  through_son = child->relation[1] == '7' || child->relation[1] == '8';
  elder->relation = through_son ? (elder->male ? "17" : "18") : (elder->male ? "19" : "20");
  child->relation = "01";
  g_strlcpy (household->head_name, child->name, sizeof household->head_name);
  g_strlcpy (household->head_idno, child->idno, sizeof household->head_idno);
  return note_person (note, child, "relation", _("a child as head of the household"));
}

static gboolean
preschool_too_long (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_school_child);

  if (!person)
    return FALSE;
  person->education = "06";
  return note_person (note, person, "education", _("pre-school child although of school age"));
}

static gboolean
learned_too_early (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_small_child);

  if (!person)
    return FALSE;
  person->education = "03";
  return note_person (note, person, "education", _("junior middle school before the age of six"));
}

static gboolean
out_of_school (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_school_child);

  if (!person || g_str_equal (household->cause_main, "03"))
    return FALSE;
  person->school = "01";
  person->dropout_reason = tuce_demo_chance (spot->world->random, 0.5) ? "3" : NULL;
  return note_person (note, person, "school", _("of school age and not at school"));
}

static gboolean
old_pupil (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_idle_adult);

  if (!person)
    return FALSE;
  person->school = "08";
  return note_person (note, person, "school", _("at senior middle school although over 30"));
}

static gboolean
child_labour (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_school_child);

  if (!person || g_str_equal (household->cause_main, "08"))
    return FALSE;
  person->labor = "01";
  return note_person (note, person, "labor", _("ordinary labour although a child"));
}

static gboolean
healthy_without_labour (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_idle_adult);

  if (!person || g_str_equal (household->cause_main, "07"))
    return FALSE;
  person->labor = "03";
  return note_person (note, person, "labor", _("lost labour capacity although healthy and of working age"));
}

static gboolean
works_without_labour (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, lost_labour);

  if (!person || household->year.wage == 0)
    return FALSE;
  person->work_months = 6;
  person->work_place = "03";
  return note_person (note, person, "work_months", _("six months at work although labour capacity is lost"));
}

static gboolean
work_nowhere (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_worker);

  if (!person)
    return FALSE;
  person->work_place = NULL;
  return note_person (note, person, "work_place", _("months at work, but not where"));
}

static gboolean
work_never (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_idle_adult);

  if (!person)
    return FALSE;
  person->work_place = "04";
  return note_person (note, person, "work_place", _("at work outside the province for no month"));
}

static gboolean
pupil_at_work (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_senior_pupil);

  if (!person || household->year.wage == 0 || !tuce_demo_is_labourer (person))
    return FALSE;
  person->work_months = 8;
  person->work_place = "02";
  return note_person (note, person, "work_months", _("eight months at work although at school"));
}

static gboolean
is_disabled (const TuceDemoPerson *person)
{
  return person->disabled;
}

static gboolean
certificate_missing (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_disabled);

  if (!person)
    return FALSE;
  person->disab_no[0] = '\0';
  return note_person (note, person, "disab_no", _("disabled, but no certificate"));
}

static gboolean
certificate_of_healthy (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_idle_adult);

  if (!person)
    return FALSE;
  g_snprintf (person->disab_no, sizeof person->disab_no, "%s44", person->idno);
  return note_person (note, person, "disab_no", _("certificate of somebody not disabled"));
}

static gboolean
certificate_category (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_disabled);

  if (!person)
    return FALSE;
  person->disab_no[18] = '8';
  return note_person (note, person, "disab_no", _("a category that does not exist"));
}

static gboolean
certificate_of_other (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoPerson *person = find (household, is_disabled);

  if (!person)
    return FALSE;
  person->disab_no[15] = person->disab_no[15] == '1' ? '2' : '1';
  return note_person (note, person, "disab_no", _("does not begin with the person's ID number"));
}

const TuceDemoKind tuce_demo_person_kinds[] = {
  { "Q06", id_missing },          { "Q06", id_short },
  { "Q07", id_check_digit },      { "Q08", id_impossible_day },
  { "Q08", id_before_1900 },      { "Q09", other_birth },
  { "Q10", other_sex },           { "Q11", same_id_at_home },
  { "Q12", same_id_elsewhere },   { "Q13", same_name_and_birth },
  { "Q16", spouse_of_same_sex },  { "Q16", parent_too_young },
  { "Q17", head_is_child },       { "Q18", preschool_too_long },
  { "Q19", learned_too_early },   { "Q20", out_of_school },
  { "Q21", old_pupil },           { "Q22", child_labour },
  { "Q22", healthy_without_labour }, { "Q23", works_without_labour },
  { "Q24", work_nowhere },        { "Q24", work_never },
  { "Q25", pupil_at_work },       { "Q26", certificate_missing },
  { "Q26", certificate_of_healthy }, { "Q27", certificate_category },
  { "Q27", certificate_of_other }, { NULL, NULL }
};
