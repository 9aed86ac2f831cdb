/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who lives together. */
#include "tuce-demo-world.h"

#include <stdio.h>
#include <string.h>

/* Parents in the demo are at least so many years older than their children. */
#define GENERATION 19

static int
between (TuceDemoWorld *world, int from, int to)
{
  return g_rand_int_range (world->random, from, MAX (from, to) + 1);
}

/* Functions and not MAX() or MIN(), which would draw a random number twice. */
static int
at_least (int least, int value)
{
  return value < least ? least : value;
}

static int
at_most (int most, int value)
{
  return value > most ? most : value;
}

guint8 *
tuce_demo_sizes (TuceDemoWorld *world, guint households, guint people)
{
  const TuceDemoTable *table = g_hash_table_lookup (world->tables->shares, "household_size");
  g_autofree guint8 *sizes = g_new0 (guint8, MAX (households, 1));
  gint64 missing = people;
  guint filled = 0;

  for (guint i = 0; i < table->texts->len && filled < households; i++)
    {
      guint size = (guint) g_ascii_strtoull (table->texts->pdata[i], NULL, 10);
      guint n = (guint) (tuce_demo_weight (table, table->texts->pdata[i]) * households);

      for (; n > 0 && filled < households; n--)
        sizes[filled++] = (guint8) MIN (size, TUCE_DEMO_MOST_PEOPLE);
    }
  while (filled < households)
    sizes[filled++] = 3;
  for (guint i = 0; i < households; i++)
    missing -= sizes[i];
  for (guint i = households; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (world->random, 0, (gint32) i);
      guint8 kept = sizes[i - 1];

      sizes[i - 1] = sizes[other];
      sizes[other] = kept;
    }
  /* What is missing or too much after rounding is corrected by one person at a time, among households of the common sizes. */
  for (guint i = 0; missing != 0 && households; i = (i + 1) % households)
    {
      if (missing > 0 && sizes[i] < TUCE_DEMO_MOST_PEOPLE - 5)
        sizes[i]++, missing--;
      else if (missing < 0 && sizes[i] > 1 && sizes[i] < 6)
        sizes[i]--, missing++;
    }
  return g_steal_pointer (&sizes);
}

static TuceDemoRole
parse_role (const char *word)
{
  static const char *const words[]
      = { "head", "spouse", "child", "heir", "heir_spouse", "grandchild", "father", "mother" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return (TuceDemoRole) i;
  g_return_val_if_reached (TUCE_DEMO_CHILD);
}

static TuceDemoPerson *
find_role (TuceDemoHousehold *household, TuceDemoRole role)
{
  for (guint i = 0; i < household->n_people; i++)
    if (household->people[i].role == role)
      return &household->people[i];
  return NULL;
}

static int
younger (const TuceDemoPerson *one, const TuceDemoPerson *other)
{
  return other ? MIN (one->age, other->age) : one->age;
}

static void
set_ages (TuceDemoWorld *world, TuceDemoHousehold *household, const TuceDemoFamily *family)
{
  TuceDemoPerson *head = &household->people[0];
  TuceDemoPerson *spouse = find_role (household, TUCE_DEMO_SPOUSE);
  TuceDemoPerson *heir = find_role (household, TUCE_DEMO_HEIR);
  TuceDemoPerson *heir_spouse = find_role (household, TUCE_DEMO_HEIR_SPOUSE);
  TuceDemoPerson *mother = find_role (household, TUCE_DEMO_MOTHER);
  TuceDemoPerson *father = find_role (household, TUCE_DEMO_FATHER);
  int next_child, next_grandchild;

  head->age = between (world, family->head_from, family->head_to);
  if (spouse)
    spouse->age = at_least (22, head->age + between (world, -6, head->male ? 2 : 6));
  next_child = at_least (0, younger (head, spouse) - between (world, GENERATION + 1, 29));
  if (heir)
    {
      heir->age = CLAMP (next_child, 21, younger (head, spouse) - GENERATION);
      next_child = at_least (0, heir->age - between (world, 2, 5));
    }
  if (heir && heir_spouse)
    heir_spouse->age = at_least (20, heir->age + between (world, -4, 3));
  /* Where a grandchild's parents do not live in the household, it is a child of school age whom the grandparents bring up. */
  next_grandchild = heir ? at_least (0, younger (heir, heir_spouse) - between (world, GENERATION + 1, 27))
                         : at_least (2, at_most (15, younger (head, spouse) - between (world, 48, 60)));
  for (guint i = 1; i < household->n_people; i++)
    {
      TuceDemoPerson *person = &household->people[i];
      int *next = person->role == TUCE_DEMO_CHILD ? &next_child
                  : person->role == TUCE_DEMO_GRANDCHILD ? &next_grandchild : NULL;

      if (next)
        {
          person->age = *next;
          *next = at_least (0, *next - between (world, 1, 5));
        }
    }
  if (mother)
    mother->age = at_most (96, head->age + between (world, GENERATION + 1, 30));
  if (father)
    father->age = at_most (97, mother ? mother->age + between (world, 0, 5) : head->age + between (world, 21, 32));
}

static void
set_sexes (TuceDemoWorld *world, TuceDemoHousehold *household, const TuceDemoFamily *family)
{
  gboolean heir_male = tuce_demo_chance (world->random, 0.86);

  for (guint i = 0; i < household->n_people; i++)
    {
      TuceDemoPerson *person = &household->people[i];

      switch (person->role)
        {
        case TUCE_DEMO_HEAD:
          person->male = tuce_demo_chance (world->random, family->male);
          break;
        case TUCE_DEMO_SPOUSE:
          person->male = !household->people[0].male;
          break;
        case TUCE_DEMO_HEIR:
          person->male = heir_male;
          break;
        case TUCE_DEMO_HEIR_SPOUSE:
          person->male = !heir_male;
          break;
        case TUCE_DEMO_FATHER:
        case TUCE_DEMO_MOTHER:
          person->male = person->role == TUCE_DEMO_FATHER;
          break;
        default:
          person->male = tuce_demo_chance (world->random, 0.53);
        }
    }
}

static const char *
relation_of (const TuceDemoPerson *person, const TuceDemoPerson *head, gboolean through_son)
{
  switch (person->role)
    {
    case TUCE_DEMO_HEAD:
      return "01";
    case TUCE_DEMO_SPOUSE:
      return "02";
    case TUCE_DEMO_CHILD:
    case TUCE_DEMO_HEIR:
      return person->male ? "03" : "04";
    case TUCE_DEMO_HEIR_SPOUSE:
      return person->male ? "06" : "05";
    case TUCE_DEMO_GRANDCHILD:
      if (through_son)
        return person->male ? "07" : "08";
      return person->male ? "09" : "10";
    case TUCE_DEMO_FATHER:
      return head->male ? "11" : "15";
    case TUCE_DEMO_MOTHER:
      return head->male ? "12" : "16";
    }
  g_return_val_if_reached ("99");
}

static void
set_names (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  TuceDemoPerson *head = &household->people[0];
  TuceDemoPerson *spouse = find_role (household, TUCE_DEMO_SPOUSE);
  TuceDemoPerson *heir = find_role (household, TUCE_DEMO_HEIR);
  gboolean through_son = heir ? heir->male : tuce_demo_chance (world->random, 0.8);
  const char *own = tuce_demo_draw (world->tables->surnames, world->random);
  const char *family = own; /* the surname of the children */
  const char *ethnic = tuce_demo_draw_share (world->tables, "ethnic", world->random);

  if (spouse && !head->male)
    family = tuce_demo_draw (world->tables->surnames, world->random);
  for (guint i = 0; i < household->n_people; i++)
    {
      TuceDemoPerson *person = &household->people[i];
      gboolean blood = person->role == TUCE_DEMO_CHILD || person->role == TUCE_DEMO_HEIR
                       || (person->role == TUCE_DEMO_GRANDCHILD && through_son)
                       || (person->role == TUCE_DEMO_SPOUSE && person->male);

      if (person->role == TUCE_DEMO_HEAD || (person->role == TUCE_DEMO_FATHER && head->male))
        person->surname = own;
      else if (blood)
        person->surname = family;
      else
        person->surname = tuce_demo_draw (world->tables->surnames, world->random);
      person->relation = relation_of (person, head, through_son);
      person->ethnic = ethnic;
      tuce_demo_born (world, person);
      tuce_demo_name (world, person);
    }
}

void
tuce_demo_make_family (TuceDemoWorld *world, TuceDemoHousehold *household, guint size)
{
  const TuceDemoFamily *family
      = (const TuceDemoFamily *) (gconstpointer) tuce_demo_draw (world->tables->of_size[size], world->random);

  memset (household, 0, sizeof *household);
  household->id = world->next_id++;
  household->n_people = size;
  household->size = (int) size;
  for (guint i = 0; i < size; i++)
    {
      household->people[i].id = world->next_id++;
      household->people[i].role = parse_role (family->members[i]);
      g_snprintf (household->people[i].person_no, sizeof household->people[i].person_no, "99%09" G_GUINT64_FORMAT,
                  ++world->n_people);
    }
  household->year.id = world->next_id++;
  household->last_year_id = world->next_id++;
  g_snprintf (household->hh_no, sizeof household->hh_no, "99%08" G_GUINT64_FORMAT, ++world->n_households);
  set_sexes (world, household, family);
  set_ages (world, household, family);
  set_names (world, household);
  g_strlcpy (household->head_name, household->people[0].name, sizeof household->head_name);
  g_strlcpy (household->head_idno, household->people[0].idno, sizeof household->head_idno);
}
