/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-moving-households.h"

#include <glib/gi18n-lib.h>

#include "tuce-code-group.h"
#include "tuce-error.h"
#include "tuce-facts-columns.h"
#include "tuce-journal.h"
#include "tuce-parameters.h"
#include "tuce-statement.h"

#define MEMBERS "members" /* figures counted for each household: data/standards/facts/ */
#define ABLE "able"
#define MOST_READ_ANEW 200 /* beyond it, going through all is cheaper */

/* The columns of the moves. */
enum
{
  HOUSEHOLD,
  SITE,
  VILLAGE,
  SCATTERED,
  PEOPLE,
  MOVED_IN,
  HOUSE_M2,
  OLD_DUE,
  OLD_GONE,
  RECLAIMED,
  HAS_WORK
};

#define MOVES \
  "SELECT r.household_id, r.site_id, h.village_code, h.resettle_type IN (%s), r.people, r.moved_in_on IS NOT NULL," \
  " r.house_m2, r.old_house_due IS NOT 0, r.demolished_on IS NOT NULL, r.reclaimed_on IS NOT NULL, r.workers > 0"

/* %s: the codes of TUCE_GROUP_SCATTERED. Of all, in the order of the moves, which is that of the file; of one. */
static const char all_moves[] = MOVES " FROM relocation AS r NOT INDEXED CROSS JOIN household AS h ON h.id = r.household_id";
static const char one_move[]
    = MOVES " FROM relocation AS r JOIN household AS h ON h.id = r.household_id WHERE r.household_id = :chosen";

static const char all_chosen[] = "SELECT household_id AS id FROM relocation";
static const char one_chosen[] = "SELECT :chosen AS id";

/* What is asked: of all that move, or of the one called :chosen. */
typedef struct
{
  TuceStatement *moves;
  TuceStatement *able;
  GString *question; /* the text asked, with what was bound to it */
} Asking;

/* What was found last, and in what: one file is open at a time. */
typedef struct
{
  char *question;
  char *mark; /* of the journal then */
  TuceMovingHouseholds *found;
} Memory;

static GMutex lock;
static Memory memory;

static TuceMovingHouseholds *
households_new (GArray *all)
{
  TuceMovingHouseholds *self = g_new (TuceMovingHouseholds, 1);

  g_atomic_ref_count_init (&self->references);
  self->all = g_array_ref (all);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (self->by_id, &g_array_index (all, TuceMovingHousehold, i).id, GUINT_TO_POINTER (i + 1));
  return self;
}

static TuceMovingHouseholds *
households_ref (TuceMovingHouseholds *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
tuce_moving_households_unref (TuceMovingHouseholds *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->by_id);
  g_array_unref (self->all);
  g_free (self);
}

/* --- asking --- */

static const TuceFacts *
find_facts (GError **error)
{
  GPtrArray *all;

  if (!tuce_subjects_load (error))
    return NULL;
  all = tuce_facts ();
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((const TuceFacts *) all->pdata[i])->name, MEMBERS))
      return all->pdata[i];
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("data/standards/facts has no “%s”"), MEMBERS);
  return NULL;
}

static void
asking_clear (Asking *self)
{
  g_clear_pointer (&self->moves, tuce_statement_free);
  g_clear_pointer (&self->able, tuce_statement_free);
  g_string_free (self->question, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asking, asking_clear)

static void
note (GString *question, const char *name, const TuceValue *value)
{
  g_string_append_printf (question, ";%s=", name);
  if (value->kind == TUCE_VALUE_REAL)
    g_string_append_printf (question, "%.17g", value->real);
  else if (value->kind == TUCE_VALUE_TEXT)
    g_string_append (question, value->text);
  else if (value->kind == TUCE_VALUE_INTEGER)
    g_string_append_printf (question, "%" G_GINT64_FORMAT, value->integer);
}

static void
bind_parameter (TuceStatement *statement, TuceCounty *county, const char *name, GString *question)
{
  const char *key = name + 1;
  g_autoptr (TuceRecord) record = tuce_parameter_find (county, key, tuce_county_get_year (county));

  if (!record)
    return;
  tuce_statement_bind (statement, name, tuce_record_value (record, "value"));
  note (question, name, tuce_record_value (record, "value"));
}

/* What the statement names: the year, the day, and the office's parameters. Adds them to @question. */
static void
bind_all (TuceStatement *statement, TuceCounty *county, GString *question)
{
  g_autofree char *day = tuce_county_day (county);

  g_string_append_printf (question, ";%s;%d;%s", tuce_county_get_uuid (county), tuce_county_get_year (county), day);
  for (guint i = 1; i <= tuce_statement_n_parameters (statement); i++)
    {
      const char *name = tuce_statement_parameter (statement, i);

      if (g_str_equal (name, ":year"))
        tuce_statement_bind_integer (statement, name, tuce_county_get_year (county));
      else if (g_str_equal (name, ":day"))
        tuce_statement_bind_text (statement, name, day);
      else if (!g_str_equal (name, ":chosen"))
        bind_parameter (statement, county, name, question);
    }
}

/* Gives the question for the moves with the codes that count as scattered. */
static char *
complete_moves (const char *moves, GError **error)
{
  const char *scattered = tuce_code_group_sql (TUCE_GROUP_SCATTERED, error);
  g_auto (GStrv) around = g_strsplit (moves, "%s", 2);

  return scattered ? g_strjoinv (scattered, around) : NULL;
}

static gboolean
compile (Asking *self, TuceCounty *county, gboolean one, GCancellable *cancellable, GError **error)
{
  static const char *const columns[] = { ABLE, NULL };
  const TuceFacts *members = find_facts (error);
  g_autofree char *select = members ? tuce_facts_columns (members, columns, error) : NULL;
  g_autofree char *sql = select ? g_strdup_printf ("WITH chosen AS (%s) %s", one ? one_chosen : all_chosen, select) : NULL;
  g_autofree char *moves = sql ? complete_moves (one ? one_move : all_moves, error) : NULL;

  self->question = g_string_new (sql);
  self->moves = moves ? tuce_statement_new (county, moves, TUCE_STATEMENT_DERIVING, NULL, error) : NULL;
  self->able = self->moves ? tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, error) : NULL;
  if (!self->able)
    return FALSE;
  bind_all (self->able, county, self->question);
  tuce_statement_set_cancellable (self->moves, cancellable);
  tuce_statement_set_cancellable (self->able, cancellable);
  return TRUE;
}

static TuceMovingHousehold
read_household (TuceStatement *row, GHashTable *able)
{
  gboolean said = tuce_statement_kind (row, SCATTERED) != TUCE_VALUE_NONE;
  gint64 id = tuce_statement_integer (row, HOUSEHOLD);

  return (TuceMovingHousehold){ .id = id,
                                .site = tuce_statement_integer (row, SITE),
                                .village = g_intern_string (tuce_statement_text (row, VILLAGE)),
                                .scattered = said ? (int) tuce_statement_integer (row, SCATTERED) : -1,
                                .people = tuce_statement_integer (row, PEOPLE),
                                .area = tuce_statement_integer (row, HOUSE_M2),
                                .measured = tuce_statement_kind (row, HOUSE_M2) != TUCE_VALUE_NONE,
                                .moved_in = tuce_statement_integer (row, MOVED_IN) != 0,
                                .old_due = tuce_statement_integer (row, OLD_DUE) != 0,
                                .old_gone = tuce_statement_integer (row, OLD_GONE) != 0,
                                .reclaimed = tuce_statement_integer (row, RECLAIMED) != 0,
                                .able = g_hash_table_contains (able, &id),
                                .has_work = tuce_statement_integer (row, HAS_WORK) != 0 };
}

/* Adds to @able (gint64, a set) those in which somebody is able to work. */
static gboolean
read_able (const Asking *self, GHashTable *able, GError **error)
{
  gboolean row = TRUE;

  while (row)
    {
      if (!tuce_statement_step (self->able, &row, error))
        return FALSE;
      if (row && tuce_statement_integer (self->able, 1) > 0)
        {
          gint64 id = tuce_statement_integer (self->able, 0);

          g_hash_table_add (able, g_memdup2 (&id, sizeof id));
        }
    }
  return TRUE;
}

/* Appends to @all what is asked for. */
static gboolean
read_all (const Asking *self, GArray *all, GError **error)
{
  g_autoptr (GHashTable) able = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean row = TRUE;

  if (!read_able (self, able, error))
    return FALSE;
  while (row)
    {
      if (!tuce_statement_step (self->moves, &row, error))
        return FALSE;
      if (row)
        {
          TuceMovingHousehold household = read_household (self->moves, able);

          g_array_append_val (all, household);
        }
    }
  return TRUE;
}

/* --- remembering --- */

/* Whether what changed belonged to one record before, and belongs to another now: that one is not told of. */
static gboolean
has_other_parent (const TuceChangeSet *changes, const TuceChangedRow *row)
{
  for (guint i = row->first_field; i < row->first_field + row->n_fields; i++)
    if (changes->fields->pdata[i] == row->entity->parent)
      return TRUE;
  return FALSE;
}

/* The households (gint64, a set) that are to be read anew after @touched; NULL where all are. */
static GHashTable *
find_concerned (const TuceTouched *touched)
{
  const TuceChangeSet *changes = touched->changes;
  gboolean any = FALSE;

  if (changes->everything)
    return NULL;
  for (guint i = 0; i < changes->rows->len; i++)
    {
      const TuceChangedRow *row = &g_array_index (changes->rows, TuceChangedRow, i);
      const char *entity = row->entity->name;

      if (!g_str_equal (entity, "household") && !g_str_equal (entity, "member") && !g_str_equal (entity, "relocation"))
        continue;
      if (row->entity->parent && has_other_parent (changes, row) && !g_str_equal (entity, "household"))
        return NULL;
      any = TRUE;
    }
  if (!any)
    return g_hash_table_new (NULL, NULL);
  return g_hash_table_size (touched->roots) <= MOST_READ_ANEW ? g_hash_table_ref (touched->roots) : NULL;
}

/* @before, but what is said of those @concerned, which is read. */
static TuceMovingHouseholds *
read_anew (TuceMovingHouseholds *before, GHashTable *concerned, TuceCounty *county, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (TuceMovingHousehold), before->all->len);
  g_auto (Asking) asking = { NULL };
  GHashTableIter iter;
  gpointer id;

  if (!compile (&asking, county, TRUE, cancellable, error))
    return NULL;
  for (guint i = 0; i < before->all->len; i++)
    {
      const TuceMovingHousehold *household = &g_array_index (before->all, TuceMovingHousehold, i);

      if (!g_hash_table_contains (concerned, &household->id))
        g_array_append_vals (all, household, 1);
    }
  g_hash_table_iter_init (&iter, concerned);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      tuce_statement_bind_integer (asking.moves, ":chosen", *(gint64 *) id);
      tuce_statement_bind_integer (asking.able, ":chosen", *(gint64 *) id);
      if (!read_all (&asking, all, error))
        return NULL;
    }
  return households_new (all);
}

/* What is true now, where @before was at @since, a mark of the journal; NULL without @error where all have to be read. */
static TuceMovingHouseholds *
catch_up (TuceMovingHouseholds *before, const char *since, TuceCounty *county, GCancellable *cancellable, GError **error)
{
  gint64 sequence = tuce_journal_find_mark (county, since);
  g_autoptr (TuceTouched) touched = sequence ? tuce_journal_touched_since (county, sequence, NULL) : NULL;
  g_autoptr (GHashTable) concerned = touched ? find_concerned (touched) : NULL;

  if (!concerned)
    return NULL;
  return g_hash_table_size (concerned) ? read_anew (before, concerned, county, cancellable, error) : households_ref (before);
}

/* What is remembered, made true. @question, @mark: of now */
static TuceMovingHouseholds *
recall (TuceCounty *county, const char *question, const char *mark, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceMovingHouseholds) found = NULL;
  g_autofree char *since = NULL;

  g_mutex_lock (&lock);
  if (g_strcmp0 (memory.question, question) == 0)
    {
      found = households_ref (memory.found);
      since = g_strdup (memory.mark);
    }
  g_mutex_unlock (&lock);
  if (!found || g_str_equal (since, mark))
    return g_steal_pointer (&found);
  return catch_up (found, since, county, cancellable, error);
}

static void
remember (const char *question, const char *mark, TuceMovingHouseholds *found)
{
  Memory former;

  g_mutex_lock (&lock);
  former = memory;
  memory = (Memory){ g_strdup (question), g_strdup (mark), households_ref (found) };
  g_mutex_unlock (&lock);
  g_free (former.question);
  g_free (former.mark);
  g_clear_pointer (&former.found, tuce_moving_households_unref);
}

TuceMovingHouseholds *
tuce_moving_households_load (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  g_auto (Asking) asking = { NULL };
  g_autoptr (TuceMovingHouseholds) found = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GError) failed = NULL;
  /* Who may write may have written what the journal does not tell yet. */
  g_autofree char *mark = tuce_county_is_writable (county) ? NULL : tuce_journal_mark (county);

  if (!compile (&asking, county, FALSE, cancellable, error))
    return NULL;
  if (mark)
    found = recall (county, asking.question->str, mark, cancellable, &failed);
  if (failed)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  if (!found)
    {
      all = g_array_new (FALSE, FALSE, sizeof (TuceMovingHousehold));
      if (!read_all (&asking, all, error))
        return NULL;
      found = households_new (all);
    }
  if (mark)
    remember (asking.question->str, mark, found);
  return g_steal_pointer (&found);
}

void
tuce_moving_households_add_reads (TuceReads *reads)
{
  tuce_reads_add_sql (reads, all_moves);
}
