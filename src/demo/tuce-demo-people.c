/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names, birthdays and identity numbers. */
#include "tuce-demo-world.h"

#include <string.h>

#include "tuce-identity.h"

/* A region that does not exist, so that no number made here is that of a real person. */
#define REGION "999999"
#define FIRST_YEAR 1900
#define DAYS_KEPT (125 * 372)
#define NUMBERS_A_DAY 500
/* People born before this year have names of the older fashion. */
#define YOUNG_SINCE 1975

void
tuce_demo_world_init (TuceDemoWorld *world, TuceDemoTables *tables, guint32 seed, int year, gint64 income_line)
{
  memset (world, 0, sizeof *world);
  world->tables = tables;
  world->random = g_rand_new_with_seed (seed);
  world->year = year;
  world->income_line = income_line;
  world->born = g_new0 (guint16, 2 * DAYS_KEPT);
  world->known = g_hash_table_new (NULL, NULL);
}

void
tuce_demo_world_clear (TuceDemoWorld *world)
{
  g_clear_pointer (&world->random, g_rand_free);
  g_clear_pointer (&world->born, g_free);
  g_clear_pointer (&world->known, g_hash_table_unref);
  g_clear_pointer (&world->steps, g_ptr_array_unref);
}

int
tuce_demo_between (TuceDemoWorld *world, int from, int to)
{
  return g_rand_int_range (world->random, from, MAX (from, to) + 1);
}

void
tuce_demo_day (const TuceDemoWorld *world, int days_ago, char text[11])
{
  GDate day = world->day;

  if (days_ago >= 0)
    g_date_subtract_days (&day, (guint) days_ago);
  else
    g_date_add_days (&day, (guint) -days_ago);
  g_date_strftime (text, 11, "%Y-%m-%d", &day);
}

void
tuce_demo_seal (char *number)
{
  number[17] = tuce_identity_check_digit (number);
  number[18] = '\0';
}

static void
put_digits (char *to, guint digits, guint value)
{
  while (digits)
    {
      to[--digits] = (char) ('0' + value % 10);
      value /= 10;
    }
}

static guint
get_digits (const char *from, guint digits)
{
  guint value = 0;

  while (digits--)
    value = value * 10 + (guint) (*from++ - '0');
  return value;
}

/* Gives the counter of identity numbers made so far for the day @birth and that sex. */
static guint16 *
numbers_given (TuceDemoWorld *world, const char *birth, gboolean male)
{
  guint day = ((get_digits (birth, 4) - FIRST_YEAR) * 12 + get_digits (birth + 5, 2) - 1) * 31
              + get_digits (birth + 8, 2) - 1;

  g_assert (day < DAYS_KEPT);
  return &world->born[2 * day + (male ? 1 : 0)];
}

void
tuce_demo_number (TuceDemoWorld *world, TuceDemoPerson *person)
{
  guint16 *given = numbers_given (world, person->birth, person->male);
  /* The factor and 500 have no common divisor, so an order number is only repeated after all others. */
  guint order = (*given * 37u + get_digits (person->birth + 8, 2) * 11u) % NUMBERS_A_DAY;

  (*given)++;
  memcpy (person->idno, REGION, 6);
  memcpy (person->idno + 6, person->birth, 4);
  memcpy (person->idno + 10, person->birth + 5, 2);
  memcpy (person->idno + 12, person->birth + 8, 2);
  put_digits (person->idno + 14, 3, 2 * order + (person->male ? 1 : 0));
  tuce_demo_seal (person->idno);
}

/*
 * Whether a rule begins or stops to apply at @age. People who reach such an age in the demo's year have their birthday in its
 * first half, so that what the register says of them is true throughout the second half.
 */
static gboolean
is_turning_age (int age)
{
  return age == 0 || age == 3 || age == 6 || age == 16 || age == 30 || age == 31 || age == 60 || age == 61;
}

void
tuce_demo_born (TuceDemoWorld *world, TuceDemoPerson *person)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  guint months = is_turning_age (person->age) ? 6 : 12;

  memcpy (person->birth, "0000-00-00", 11);
  put_digits (person->birth, 4, (guint) (world->year - person->age));
  do
    {
      guint month = (guint) g_rand_int_range (world->random, 0, (gint32) months);

      put_digits (person->birth + 5, 2, month + 1);
      put_digits (person->birth + 8, 2, (guint) g_rand_int_range (world->random, 1, days[month] + 1));
    }
  while (*numbers_given (world, person->birth, person->male) >= NUMBERS_A_DAY);
  tuce_demo_number (world, person);
}

/* Gives a number for a name and a birthday. Two people may get the same by chance; that does no harm. */
static gpointer
fingerprint (const TuceDemoPerson *person)
{
  return GSIZE_TO_POINTER (((gsize) g_str_hash (person->name) << 20) ^ g_str_hash (person->birth) ^ 1);
}

void
tuce_demo_name (TuceDemoWorld *world, TuceDemoPerson *person)
{
  gboolean young = world->year - person->age >= YOUNG_SINCE;
  const TuceDemoTable *given = world->tables->given[person->male ? 0 : 1][young ? 1 : 0];
  guint characters = tuce_demo_chance (world->random, young ? 0.72 : 0.8) ? 2 : 1;

  do
    {
      g_strlcpy (person->name, person->surname, sizeof person->name);
      for (guint i = 0; i < characters; i++)
        g_strlcat (person->name, tuce_demo_draw (given, world->random), sizeof person->name);
    }
  while (!g_hash_table_add (world->known, fingerprint (person)));
}

void
tuce_demo_person_name (TuceDemoWorld *world, char name[20])
{
  TuceDemoPerson person = { .age = 40 };

  person.surname = tuce_demo_draw (world->tables->surnames, world->random);
  person.male = tuce_demo_chance (world->random, 0.6);
  tuce_demo_name (world, &person);
  memcpy (name, person.name, sizeof person.name);
}
