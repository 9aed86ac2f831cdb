/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-wishes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-scenario-private.h"

typedef enum
{
  FORBIDDEN,
  WISHED,
  FIXED
} Kind;

typedef struct
{
  gint64 site;
  char *site_name;
  Kind kind;
} Wish;

struct _TuceWishes
{
  GHashTable *by_target; /* "household 12", "group 511725109201 3", "village 511725109201" → GPtrArray of Wish */
};

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->site_name);
  g_free (wish);
}

static char *
household_key (gint64 id)
{
  return g_strdup_printf ("household %" G_GINT64_FORMAT, id);
}

static char *
group_key (const char *village, int group)
{
  return g_strdup_printf ("group %s %d", village, group);
}

static char *
village_key (const char *village)
{
  return g_strdup_printf ("village %s", village);
}

/* Whether two wishes of the same people contradict each other. */
static gboolean
contradict (const Wish *a, const Wish *b)
{
  if (a->site == b->site)
    return (a->kind == FORBIDDEN) != (b->kind == FORBIDDEN);
  return (a->kind == FIXED && b->kind != FORBIDDEN) || (b->kind == FIXED && a->kind != FORBIDDEN);
}

static gboolean
add (GPtrArray *wishes, Wish *wish, const char *whose, GError **error)
{
  g_ptr_array_add (wishes, wish);
  for (guint i = 0; i + 1 < wishes->len; i++)
    {
      const Wish *other = wishes->pdata[i];

      if (!contradict (other, wish))
        continue;
      if (other->site == wish->site)
        g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                     _("The wishes for %s contradict each other: %s is both wanted and ruled out"), whose,
                     wish->site_name);
      else
        g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                     _("The wishes for %s contradict each other: “nowhere else” is said for %s, and %s is wanted too"),
                     whose, wish->kind == FIXED ? wish->site_name : other->site_name,
                     wish->kind == FIXED ? other->site_name : wish->site_name);
      return FALSE;
    }
  return TRUE;
}

static Kind
kind_of (const char *code)
{
  return g_str_equal (code, "fixed") ? FIXED : g_str_equal (code, "wished") ? WISHED : FORBIDDEN;
}

enum
{
  HOUSEHOLD,
  VILLAGE,
  GROUP,
  SITE,
  KIND,
  SITE_NAME,
  HEAD_NAME,
  VILLAGE_NAME
};

/* Whose wish the row is, as text for people. */
static char *
describe_target (TuceStatement *row)
{
  if (tuce_statement_integer (row, HOUSEHOLD))
    return g_strdup (tuce_statement_text (row, HEAD_NAME));
  if (tuce_statement_integer (row, GROUP))
    /* Translators: a villager group: village, number */
    return g_strdup_printf (_("%s, group %d"), tuce_statement_text (row, VILLAGE_NAME),
                            (int) tuce_statement_integer (row, GROUP));
  return g_strdup (tuce_statement_text (row, VILLAGE_NAME));
}

static gboolean
take_row (TuceWishes *self, TuceStatement *row, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *whose = describe_target (row);
  Wish *wish = g_new0 (Wish, 1);
  GPtrArray *wishes;

  key = tuce_statement_integer (row, HOUSEHOLD) ? household_key (tuce_statement_integer (row, HOUSEHOLD))
        : tuce_statement_integer (row, GROUP)
            ? group_key (tuce_statement_text (row, VILLAGE), (int) tuce_statement_integer (row, GROUP))
            : village_key (tuce_statement_text (row, VILLAGE));
  wish->site = tuce_statement_integer (row, SITE);
  wish->site_name = g_strdup (tuce_statement_text (row, SITE_NAME));
  wish->kind = kind_of (tuce_statement_text (row, KIND));
  wishes = g_hash_table_lookup (self->by_target, key);
  if (!wishes)
    {
      wishes = g_ptr_array_new_with_free_func (wish_free);
      g_hash_table_insert (self->by_target, g_steal_pointer (&key), wishes);
    }
  return add (wishes, wish, whose, error);
}

TuceWishes *
tuce_wishes_load (TuceCounty *county, gint64 scenario, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_scenario_ask (
      county,
      "SELECT w.household_id, w.village_code, w.group_no, w.scenario_site_id, w.kind, s.name, h.head_name, v.short_name"
      " FROM scenario_wish AS w JOIN scenario_site AS s ON s.id = w.scenario_site_id"
      " LEFT JOIN household AS h ON h.id = w.household_id LEFT JOIN village AS v ON v.code = w.village_code"
      " WHERE w.scenario_id = :id ORDER BY w.id",
      scenario, error);
  g_autoptr (TuceWishes) self = g_new0 (TuceWishes, 1);
  gboolean row, good;

  self->by_target = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (!statement)
    return NULL;
  while ((good = tuce_statement_step (statement, &row, error)) && row)
    if (!take_row (self, statement, error))
      return NULL;
  return good ? g_steal_pointer (&self) : NULL;
}

void
tuce_wishes_free (TuceWishes *self)
{
  g_hash_table_unref (self->by_target);
  g_free (self);
}

/* Applies the wishes of one target, as far as a smaller one has said nothing about a site. Where a smaller one wished
   for a site, a larger one can't fix another. */
static gboolean
apply (const GPtrArray *wishes, gboolean narrower_wished, const gint64 *sites, guint n_sites, TuceStand *stands,
       gboolean *said, gint64 *fixed)
{
  gboolean wished = FALSE;

  for (guint i = 0; wishes && i < wishes->len; i++)
    {
      const Wish *wish = wishes->pdata[i];
      guint at = 0;

      while (at < n_sites && sites[at] != wish->site)
        at++;
      if (wish->kind == WISHED)
        wished = TRUE;
      if (wish->kind == FIXED && !narrower_wished && !*fixed
          && !(at < n_sites && said[at] && stands[at] == TUCE_STAND_FORBIDDEN))
        *fixed = wish->site;
      if (at < n_sites && !said[at] && wish->kind != FIXED)
        stands[at] = wish->kind == WISHED ? TUCE_STAND_WISHED : TUCE_STAND_FORBIDDEN;
    }
  /* only now: the wishes of one target must not hide each other */
  for (guint i = 0; wishes && i < wishes->len; i++)
    for (guint at = 0; at < n_sites; at++)
      said[at] |= sites[at] == ((const Wish *) wishes->pdata[i])->site;
  return wished;
}

gboolean
tuce_wishes_ask (const TuceWishes *self, gint64 household, const char *village, int group, const gint64 *sites,
                 guint n_sites, TuceStand *stands, gint64 *fixed)
{
  g_autofree char *of_household = household_key (household);
  g_autofree char *of_group = group_key (village, group);
  g_autofree char *of_village = village_key (village);
  const char *const keys[] = { of_household, of_group, of_village };
  g_autofree gboolean *said = g_new0 (gboolean, n_sites + 1);
  gboolean wished = FALSE;

  *fixed = 0;
  memset (stands, 0, n_sites * sizeof *stands);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!*fixed)
      wished |= apply (g_hash_table_lookup (self->by_target, keys[i]), wished, sites, n_sites, stands, said, fixed);
  for (guint at = 0; *fixed && at < n_sites; at++)
    stands[at] = sites[at] == *fixed ? TUCE_STAND_OPEN : TUCE_STAND_FORBIDDEN;
  return wished;
}
