/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-tables.h"
#include "tuce-position.h"
#include "tuce-standards.h"

/*
 * The people of the demo county before they are written. Everything is made so that it agrees: every household passes the checks
 * of data/standards/ until tuce-demo-mistakes.h plants a mistake in it.
 */

typedef enum
{
  TUCE_DEMO_HEAD,
  TUCE_DEMO_SPOUSE,
  TUCE_DEMO_CHILD,
  TUCE_DEMO_HEIR, /* a grown child who lives in the household with a family of their own */
  TUCE_DEMO_HEIR_SPOUSE,
  TUCE_DEMO_GRANDCHILD,
  TUCE_DEMO_FATHER,
  TUCE_DEMO_MOTHER
} TuceDemoRole;

/** TuceDemoPerson: @age is the demo's year minus the year of birth. Codes are those of data/codes/. */
typedef struct
{
  gint64 id;
  TuceDemoRole role;
  gboolean male;
  int age;
  const char *surname;
  const char *relation, *ethnic, *party, *education, *school, *dropout_reason, *disease, *labor, *work_place;
  int work_months;
  gboolean chronic, serious, disabled, soldier, med_ins, pension_ins, dibao, wubao;
  gboolean no_birth;    /* planted: the date of birth is not written */
  const char *gone;     /* planted: why they left, though they still count as present */
  char person_no[16];
  char name[20];
  char birth[12];
  char idno[20];
  char disab_no[24];
} TuceDemoPerson;

/** TuceDemoSite: a resettlement site; see tuce-demo-sites.h. */
typedef struct _TuceDemoSite TuceDemoSite;

/**
 * TuceDemoLimits: what a household that moves is entitled to, and how fast it is paid: parameters of the county.
 * Areas in 0.01 m², money in fen, shares in percent.
 */
typedef struct
{
  gint64 area_person, area_household, annex, raise_person, raise_household, subsidy_rural, subsidy_urban;
  int share_started, share_topped, share_accepted, share_moved_in;
  int demolish_days;
  int stage_days[9]; /* how many days each stage of a site (TuceDemoGate) takes after the one before, by the parameters */
} TuceDemoLimits;

/**
 * TuceDemoMove: how a household moves. Dates are days before the demo's day, 0 for what has not happened.
 * @site: (nullable): the concentrated site it moves to
 * @scatter: (nullable): for other households: how they move, a code of scatter_type
 * @people: how many people are entitled at approval
 */
typedef struct
{
  gint64 id;
  const TuceDemoSite *site;
  const char *scatter, *reason;
  int year; /* of the plan it belongs to */
  int people;
  int approved, contracted, started, topped, completed, accepted, keys, moved_in, demolished, reclaimed, followed, paid_on;
  gboolean old_house_due, synchronous, danger_aid, in_cash, not_listed, no_site, without_receipts;
  gboolean unsafe, name_left_out, idle; /* planted, as are those before but @old_house_due and @synchronous */
  gint64 house_m2, annex_m2, old_house_m2, reclaimed_m2;
  gint64 approved_total, paid_total, self_raised, housing_debt;
  char address[64];
  TucePosition position;
} TuceDemoMove;

/** The value of what has not been checked yet. */
#define TUCE_DEMO_UNKNOWN -1

/**
 * TuceDemoYear: one yearly record: money in fen, floor area in 0.01 m², land in tenths of a mu.
 * @food_ok…@house_accepted: 1, 0 or %TUCE_DEMO_UNKNOWN
 * @water_quality: %NULL where the indicators of water were not measured
 */
typedef struct
{
  gint64 id;
  int food_ok, clothes_ok, illness_aided, house_accepted;
  const char *water_quality;
  int water_litres, water_minutes, water_metres, water_rise, water_short_days;
  gint64 wage, gross, property, famplan, dibao, wubao, pension, eco, other, transfer, total, cost, net, net_pc;
  gint64 house_m2;
  const char *house_struct, *house_grade, *danger_grade, *water_src, *entry_road, *fuel;
  gboolean dangerous, water_safe, water_hard, life_power, tv, toilet, prod_power, coop_member;
  int road_100m;
  int arable, irrigated, forest, conversion, orchard, water;
} TuceDemoYear;

/** The criteria of the household standard, in its order: the numbers of the bits that say what is unmet, or has a measure. */
typedef enum
{
  TUCE_DEMO_INCOME,
  TUCE_DEMO_EDUCATION,
  TUCE_DEMO_MEDICAL,
  TUCE_DEMO_HOUSING,
  TUCE_DEMO_WATER,
  TUCE_DEMO_POWER,
  TUCE_DEMO_TELEVISION,
  TUCE_DEMO_FOOD,
  TUCE_DEMO_CLOTHES,
  TUCE_DEMO_N_CRITERIA
} TuceDemoCriterion;

#define TUCE_DEMO_MOST_VISITS 4
#define TUCE_DEMO_MOST_STEPS 12

/** Days are counted back from the demo's day: 5 is five days before it, 0 is never. */
typedef struct
{
  int days_ago;
  gboolean at_home;
} TuceDemoVisit;

/** @ended is the last day of a notice, 0 for a step that is done in one. */
typedef struct
{
  int done, ended;
} TuceDemoStep;

/** Whether the acceptance sheet was printed, and whether the record was changed after that. */
typedef enum
{
  TUCE_DEMO_NOT_PRINTED,
  TUCE_DEMO_PRINTED,
  TUCE_DEMO_PRINTED_BEFORE /* planted: the record was changed after printing */
} TuceDemoPrinting;

typedef struct
{
  gint64 id;
  gboolean spoilt;      /* holds a planted mistake */
  gboolean empty;       /* planted: its people are not written */
  guint n_people;
  int size;
  int group_no;
  const char *status, *attr, *ident_standard, *first_ident, *cause_main, *return_cause, *bank;
  int exit_year, plan_exit_year, return_year; /* 0 for none */
  gboolean mil_family, one_child, two_daughters, relocated;
  const char *move_mode, *resettle_type, *resettle_place;
  TuceDemoMove move; /* where @relocated */
  gboolean placed;
  TucePosition position;
  TuceDemoYear year;
  gboolean has_last_year;
  gint64 last_year_id;
  gint64 last_net;      /* planted: another net income last year; 0 for the same */
  gint64 helper_id;     /* 0: nobody helps */
  guint n_visits;
  TuceDemoVisit visits[TUCE_DEMO_MOST_VISITS]; /* the last one first */
  guint n_steps;
  TuceDemoStep steps[TUCE_DEMO_MOST_STEPS];    /* the steps of the exit procedure, except those that have no record */
  guint measured;       /* bits of the criteria that have a measure */
  gboolean finished;    /* a measure that raised its income is done */
  TuceDemoPrinting printing;
  const char *listed;   /* planted: the outside list on which @listed_person stands */
  guint listed_person;
  char hh_no[16];
  char hamlet[40];
  char head_name[20];
  char head_idno[20];
  char phone[16];
  char account[24];
  char helper[20];
  char cause_other[16];
  TuceDemoPerson people[TUCE_DEMO_MOST_PEOPLE];
} TuceDemoHousehold;

/** TuceDemoWorld: everything that is needed to make people. */
typedef struct
{
  TuceDemoTables *tables;
  GRand *random;
  int year;
  GDate day;           /* the demo's today */
  int days_of_year;    /* days between 1 January and @day */
  gint64 income_line;  /* fen a head and year */
  TuceDemoLimits limits;
  int notice_days, visit_days;
  int notice_step;     /* the index in @steps of the public notice */
  GPtrArray *steps;    /* TuceRule: the steps of the exit procedure that are recorded */
  const TucePack *standard, *procedure; /* of households */
  gint64 next_id;
  guint64 n_households, n_people;
  guint16 *born;       /* how many identity numbers were made for each day and sex */
  GHashTable *known;   /* name and birth of everybody in the township */
} TuceDemoWorld;

/**
 * tuce_demo_world_init: Sets up @world: the same @seed draws the same people. @income_line: fen a head and year. Limits, steps
 * and standards are left empty; @tables must outlive it.
 */
void tuce_demo_world_init (TuceDemoWorld *world, TuceDemoTables *tables, guint32 seed, int year, gint64 income_line);

/** tuce_demo_world_clear: Frees what @world owns, its @steps included; not the tables, the standards, or @world itself. */
void tuce_demo_world_clear (TuceDemoWorld *world);

/**
 * tuce_demo_sizes: Gives (transfer full) how many people each of @households households has, @people together, in a random
 * order.
 */
guint8 *tuce_demo_sizes (TuceDemoWorld *world, guint households, guint people);

/** tuce_demo_make_family: Sets who the @size people of @household are: relation, sex, age, names and numbers. */
void tuce_demo_make_family (TuceDemoWorld *world, TuceDemoHousehold *household, guint size);

/** tuce_demo_make_lives: Sets health, schooling and work of the people of @household, and its state. */
void tuce_demo_make_lives (TuceDemoWorld *world, TuceDemoHousehold *household, gboolean village_exited);

/** tuce_demo_make_income: Sets income and land of @household so that they agree with its state, people and work. */
void tuce_demo_make_income (TuceDemoWorld *world, TuceDemoHousehold *household);

/** tuce_demo_make_living: Sets house, water and road of @household. */
void tuce_demo_make_living (TuceDemoWorld *world, TuceDemoHousehold *household);

/** tuce_demo_make_work: Sets who visited @household, what is done for it, and how far its exit procedure has come. */
void tuce_demo_make_work (TuceDemoWorld *world, TuceDemoHousehold *household);

/** tuce_demo_gaps: Gives the criteria @household does not meet, as bits of #TuceDemoCriterion. */
guint tuce_demo_gaps (const TuceDemoWorld *world, const TuceDemoHousehold *household);

/** tuce_demo_gap: Gives the bit of @criterion. */
#define tuce_demo_gap(criterion) (1u << (criterion))

/** tuce_demo_day: Writes the day that is @days_ago days before the demo's into @text: "2018-07-05" with its terminating zero. */
void tuce_demo_day (const TuceDemoWorld *world, int days_ago, char text[11]);

/** tuce_demo_person_name: Writes a name for somebody who is in no household. */
void tuce_demo_person_name (TuceDemoWorld *world, char name[20]);

/** tuce_demo_between: Gives a whole number from @from to @to by chance. */
int tuce_demo_between (TuceDemoWorld *world, int from, int to);

/** tuce_demo_born: Gives @person a birthday that agrees with their age, and an identity number for it. */
void tuce_demo_born (TuceDemoWorld *world, TuceDemoPerson *person);

/** tuce_demo_number: Gives @person an unused identity number for their birthday and sex. */
void tuce_demo_number (TuceDemoWorld *world, TuceDemoPerson *person);

/** tuce_demo_seal: Writes the check digit (GB 11643-1999) as the 18th character of @number. */
void tuce_demo_seal (char *number);

/** tuce_demo_name: Gives @person a name from their surname, sex and age. */
void tuce_demo_name (TuceDemoWorld *world, TuceDemoPerson *person);

/** tuce_demo_school: Sets school and education of @person by their age. */
void tuce_demo_school (TuceDemoWorld *world, TuceDemoPerson *person);

/** tuce_demo_add_up: Computes transfer, total, net and net_pc of @year for @size people. */
void tuce_demo_add_up (TuceDemoYear *year, int size);

/** tuce_demo_press: Lowers the income of @household to @target fen a head. */
void tuce_demo_press (TuceDemoHousehold *household, gint64 target);

/**
 * tuce_demo_is_settled: Returns: whether a relocated household has its new house, as criterion H4 counts it: has the keys
 * where it moves to a site, has moved in elsewhere.
 */
gboolean tuce_demo_is_settled (const TuceDemoHousehold *household);

/** tuce_demo_is_exited: Returns: whether the household has left the list of the poor (status 1 or 4). */
gboolean tuce_demo_is_exited (const TuceDemoHousehold *household);

/** tuce_demo_is_pupil: Returns: whether the person is at school, primary school or above (school 03 and above). */
gboolean tuce_demo_is_pupil (const TuceDemoPerson *person);

/** tuce_demo_is_labourer: Returns: whether the person can work fully (labor 01 or 02). */
gboolean tuce_demo_is_labourer (const TuceDemoPerson *person);

/** tuce_demo_is_healthy: Returns: whether the person has no chronic or serious illness and no disability. */
gboolean tuce_demo_is_healthy (const TuceDemoPerson *person);

/** tuce_demo_count: Gives the number of people of @household for whom @is is true. */
guint tuce_demo_count (const TuceDemoHousehold *household, gboolean (*is) (const TuceDemoPerson *person));
