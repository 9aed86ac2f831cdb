/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-site-board.h"

#include <string.h>

#include "tuce-site-groups.h"
#include "tuce-statement.h"
#include "tuce-verdict.h"

#define RELOCATION "relocation"

static void
moves_init (TuceMoves *moves, guint n_redlines)
{
  moves->n_redlines = n_redlines;
  moves->redlines = g_new0 (TuceTally, MAX (1, n_redlines));
}

static void
origin_free (gpointer data)
{
  TuceOriginMoves *origin = data;

  g_free (origin->village_code);
  g_free (origin->name);
  g_free (origin->moves.redlines);
  g_free (origin);
}

static void
movers_init (TuceMovers *movers, guint n_redlines)
{
  moves_init (&movers->sum, n_redlines);
  movers->origins = g_ptr_array_new_with_free_func (origin_free);
  movers->by_village = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
movers_clear (TuceMovers *movers)
{
  g_free (movers->sum.redlines);
  g_clear_pointer (&movers->by_village, g_hash_table_unref);
  g_clear_pointer (&movers->origins, g_ptr_array_unref);
}

static void
board_free (gpointer data)
{
  TuceSiteBoard *board = data;

  g_free (board->name);
  g_free (board->village_code);
  g_free (board->place);
  g_free (board->stage);
  g_free (board->note);
  movers_clear (&board->movers);
  g_free (board);
}

void
tuce_site_boards_free (TuceSiteBoards *boards)
{
  g_ptr_array_unref (boards->sites);
  movers_clear (&boards->everybody);
  movers_clear (&boards->scattered);
  movers_clear (&boards->unplaced);
  movers_clear (&boards->inside);
  g_free (boards);
}

double
tuce_moves_area_per_head (const TuceMoves *moves)
{
  return moves->area_people > 0 ? (double) moves->area / 100.0 / (double) moves->area_people : -1;
}

/* --- sites --- */

static gboolean
is_inside (const char *code, const char *scope)
{
  return !scope || !*scope || g_str_has_prefix (code, scope);
}

static gint64
integer_or (TuceStatement *row, guint column, gint64 fallback)
{
  return tuce_statement_kind (row, column) == TUCE_VALUE_NONE ? fallback : tuce_statement_integer (row, column);
}

/* Sets @position from @column (longitude) and the column after it. Returns: whether both have a value. */
static gboolean
read_position (TuceStatement *row, guint column, TucePosition *position)
{
  TuceValue lon = tuce_statement_value (row, column), lat = tuce_statement_value (row, column + 1);

  if (lon.kind == TUCE_VALUE_NONE || lat.kind == TUCE_VALUE_NONE)
    return FALSE;
  position->lon = lon.kind == TUCE_VALUE_REAL ? lon.real : (double) lon.integer;
  position->lat = lat.kind == TUCE_VALUE_REAL ? lat.real : (double) lat.integer;
  return TRUE;
}

static TuceSiteBoard *
read_board (TuceStatement *row, const char *scope, guint n_redlines)
{
  TuceSiteBoard *board = g_new0 (TuceSiteBoard, 1);

  board->id = tuce_statement_integer (row, 0);
  board->name = g_strdup (tuce_statement_text (row, 1));
  board->village_code = g_strdup (tuce_statement_text (row, 2));
  board->place = g_strdup (tuce_statement_text (row, 3));
  board->stage = g_strdup (tuce_statement_text (row, 4));
  board->by_hand = tuce_statement_integer (row, 5) != 0;
  board->note = g_strdup (tuce_statement_text (row, 6));
  board->plan_households = integer_or (row, 7, -1);
  board->plan_people = integer_or (row, 8, -1);
  board->located = read_position (row, 9, &board->position);
  board->in_scope = is_inside (board->village_code, scope);
  movers_init (&board->movers, n_redlines);
  return board;
}

/* Fills boards->sites with all sites, and @by_id. */
static gboolean
load_sites (TuceSiteBoards *boards, GHashTable *by_id, TuceCounty *county, const char *scope, guint n_redlines,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_statement_new (
      county,
      "SELECT site.id, site.name, site.village_code,"
      " coalesce (township.short_name, '') || ' ' || coalesce (village.short_name, ''), site.stage,"
      " site.stage_set IS NOT NULL, site.stage_note, site.plan_households, site.plan_people, site.lon, site.lat"
      " FROM site LEFT JOIN village ON village.code = site.village_code"
      " LEFT JOIN township ON township.code = village.township_code"
      " ORDER BY site.village_code, site.name, site.id",
      TUCE_STATEMENT_DERIVING, NULL, error);
  gboolean row = statement != NULL;

  if (!statement)
    return FALSE;
  tuce_statement_set_cancellable (statement, cancellable);
  while (row)
    {
      if (!tuce_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        {
          TuceSiteBoard *board = read_board (statement, scope, n_redlines);

          g_ptr_array_add (boards->sites, board);
          g_hash_table_insert (by_id, &board->id, board);
        }
    }
  return TRUE;
}

/* --- villages people come from --- */

typedef struct
{
  gint64 id;
  char *name;
  gboolean located;
  TucePosition position;
} Village;

static void
village_free (gpointer data)
{
  g_free (((Village *) data)->name);
  g_free (data);
}

static GHashTable *
load_villages (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_statement_new (
      county,
      "SELECT village.code, coalesce (township.short_name, '') || ' ' || coalesce (village.short_name, ''),"
      " village.lon, village.lat, village.id FROM village LEFT JOIN township ON township.code = village.township_code",
      TUCE_STATEMENT_DERIVING, NULL, error);
  g_autoptr (GHashTable) villages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, village_free);
  gboolean row = statement != NULL;

  if (!statement)
    return NULL;
  tuce_statement_set_cancellable (statement, cancellable);
  while (row)
    {
      if (!tuce_statement_step (statement, &row, error))
        return NULL;
      if (row)
        {
          Village *village = g_new0 (Village, 1);

          village->id = tuce_statement_integer (statement, 4);
          village->name = g_strdup (tuce_statement_text (statement, 1));
          village->located = read_position (statement, 2, &village->position);
          g_hash_table_insert (villages, g_strdup (tuce_statement_text (statement, 0)), village);
        }
    }
  return g_steal_pointer (&villages);
}

static TuceOriginMoves *
origin_of (TuceMovers *movers, GHashTable *villages, const char *code)
{
  TuceOriginMoves *origin = g_hash_table_lookup (movers->by_village, code);
  const Village *village = g_hash_table_lookup (villages, code);

  if (origin)
    return origin;
  origin = g_new0 (TuceOriginMoves, 1);
  origin->village_id = village ? village->id : 0;
  origin->village_code = g_strdup (code);
  origin->name = g_strdup (village ? village->name : code);
  moves_init (&origin->moves, movers->sum.n_redlines);
  g_ptr_array_add (movers->origins, origin);
  g_hash_table_insert (movers->by_village, origin->village_code, origin);
  return origin;
}

/* --- households --- */

static void
add_results (TuceMoves *moves, const char *results, gint64 n)
{
  guint n_results = (guint) strlen (results);

  for (guint i = 0; i < moves->n_redlines; i++)
    {
      TuceResult result = i < n_results ? tuce_result_from_character (results[i]) : TUCE_UNCHECKED;

      *(result == TUCE_MET ? &moves->redlines[i].met
        : result == TUCE_UNMET ? &moves->redlines[i].unmet
                               : &moves->redlines[i].unchecked)
          += n;
    }
}

static void
add_group (TuceMoves *moves, const TuceSiteGroup *group)
{
  moves->households += group->sum.households;
  moves->people += group->sum.people;
  moves->in_households += group->sum.in_households;
  moves->in_people += group->sum.in_people;
  moves->area += group->sum.area;
  moves->area_people += group->sum.area_people;
  moves->old_due += group->sum.old_due;
  moves->old_gone += group->sum.old_gone;
  moves->reclaimed += group->sum.reclaimed;
  moves->able += group->sum.able;
  moves->employed += group->sum.employed;
  add_results (moves, group->results, group->sum.households);
}

/* @board: (nullable): the site they move to. */
static void
add_to (TuceMovers *movers, GHashTable *villages, const TuceSiteBoard *board, const TuceSiteGroup *group)
{
  TuceOriginMoves *origin = origin_of (movers, villages, group->village);
  const Village *village = g_hash_table_lookup (villages, group->village);

  add_group (&movers->sum, group);
  add_group (&origin->moves, group);
  if (board && board->located && village && village->located)
    {
      double people = (double) group->sum.people;

      origin->way += people * tuce_position_distance (village->position, board->position);
      origin->way_people += people;
    }
}

static void
take_group (TuceSiteBoards *boards, GHashTable *by_id, GHashTable *villages, const TuceSiteGroup *group, const char *scope)
{
  TuceSiteBoard *board = g_hash_table_lookup (by_id, &group->site);

  if (board)
    add_to (&board->movers, villages, board, group);
  if (board && board->in_scope)
    add_to (&boards->inside, villages, board, group);
  if (!is_inside (group->village, scope))
    return;
  add_to (&boards->everybody, villages, board, group);
  if (!board)
    add_to (group->scattered > 0 ? &boards->scattered : &boards->unplaced, villages, NULL, group);
}

static gboolean
load_moves (TuceSiteBoards *boards, GHashTable *by_id, TuceCounty *county, const char *scope, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GHashTable) villages = load_villages (county, cancellable, error);
  g_autoptr (GPtrArray) groups = villages ? tuce_site_groups_load (county, cancellable, error) : NULL;

  for (guint i = 0; groups && i < groups->len; i++)
    take_group (boards, by_id, villages, groups->pdata[i], scope);
  return groups != NULL;
}

/* --- all --- */

static int
compare_origins (gconstpointer a, gconstpointer b)
{
  const TuceOriginMoves *one = *(TuceOriginMoves *const *) a, *other = *(TuceOriginMoves *const *) b;

  if (one->moves.people != other->moves.people)
    return one->moves.people > other->moves.people ? -1 : 1;
  return strcmp (one->village_code, other->village_code);
}

static void
finish_movers (TuceMovers *movers)
{
  for (guint i = 0; i < movers->origins->len; i++)
    {
      TuceOriginMoves *origin = movers->origins->pdata[i];

      origin->distance = origin->way_people > 0 ? origin->way / origin->way_people : -1;
    }
  g_ptr_array_sort (movers->origins, compare_origins);
}

static gboolean
takes_from (const TuceSiteBoard *board, const char *scope)
{
  for (guint i = 0; i < board->movers.origins->len; i++)
    if (is_inside (((const TuceOriginMoves *) board->movers.origins->pdata[i])->village_code, scope))
      return TRUE;
  return FALSE;
}

static void
finish (TuceSiteBoards *boards, const char *scope)
{
  for (guint i = boards->sites->len; i > 0; i--)
    {
      TuceSiteBoard *board = boards->sites->pdata[i - 1];

      if (!board->in_scope && !takes_from (board, scope))
        {
          g_ptr_array_remove_index (boards->sites, i - 1);
          continue;
        }
      finish_movers (&board->movers);
      if (!board->in_scope)
        continue;
      boards->n_inside++;
      boards->plan_people += MAX (0, board->plan_people);
    }
  finish_movers (&boards->everybody);
  finish_movers (&boards->scattered);
  finish_movers (&boards->unplaced);
  finish_movers (&boards->inside);
}

TuceSiteBoards *
tuce_site_boards_load (TuceCounty *county, TuceStandards *standards, const char *scope, GCancellable *cancellable,
                       GError **error)
{
  const TucePack *pack = standards ? tuce_standards_standard (standards, RELOCATION) : NULL;
  guint n_redlines = pack ? pack->rules->len : 0;
  g_autoptr (TuceSiteBoards) boards = g_new0 (TuceSiteBoards, 1);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean loaded;

  boards->sites = g_ptr_array_new_with_free_func (board_free);
  movers_init (&boards->everybody, n_redlines);
  movers_init (&boards->scattered, n_redlines);
  movers_init (&boards->unplaced, n_redlines);
  movers_init (&boards->inside, n_redlines);
  /* One read snapshot, so that sites and households belong to the same state of the file. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !tuce_reading_begin (county, error))
    return NULL;
  loaded = load_sites (boards, by_id, county, scope, n_redlines, cancellable, error)
           && load_moves (boards, by_id, county, scope, cancellable, error);
  tuce_reading_end (county);
  if (!loaded)
    return NULL;
  finish (boards, scope);
  return g_steal_pointer (&boards);
}

const TuceSiteBoard *
tuce_site_boards_find (const TuceSiteBoards *boards, gint64 id)
{
  for (guint i = 0; i < boards->sites->len; i++)
    if (((const TuceSiteBoard *) boards->sites->pdata[i])->id == id)
      return boards->sites->pdata[i];
  return NULL;
}
