/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lower half of the page 搬迁: the households that move, by red line. The villages they come from: …-origins.c. */
#include "tuce-relocation-page-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-code-group.h"
#include "tuce-households-task.h"

#define HOUSEHOLD "household"
#define SUBJECT "relocation"

gboolean
tuce_relocation_page_shows_origins (TuceRelocationPage *self)
{
  return g_str_equal (tuce_choice_bar_get (self->views), TUCE_VIEW_ORIGINS);
}

TuceRecordTable *
tuce_relocation_page_get_table (TuceRelocationPage *self)
{
  g_return_val_if_fail (TUCE_IS_RELOCATION_PAGE (self), NULL);
  return tuce_relocation_page_shows_origins (self) ? self->origins : self->households;
}

static const TucePack *
standard_of (TuceRelocationPage *self)
{
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);

  return standards ? tuce_standards_standard (standards, SUBJECT) : NULL;
}

/* --- filters --- */

/* The sign beside the word: in a list each stands for the cell that is meant. */
static char *
filter_words (TuceRelocationPage *self, const char *key)
{
  const TucePack *pack = standard_of (self);
  const TuceRule *rule = pack ? tuce_pack_rule (pack, key) : NULL;

  if (rule)
    return g_strdup_printf ("✗ %s", tuce_rule_short (rule));
  return g_strdup (g_str_equal (key, TUCE_FILTER_WAITING) ? _("Not Moved In") : _("All"));
}

static void
add_filter (TuceRelocationPage *self, const char *key, gint64 n, const char *tooltip)
{
  g_autofree char *word = filter_words (self, key);
  g_autofree char *number = n < 0 ? g_strdup ("") : tuce_text_number (n);
  g_autofree char *label = g_strdup_printf ("%s %s", word, number);

  tuce_choice_bar_add (self->filters, key, label, tooltip);
}

/* All, what is not met of each red line, those who did not move in yet: each with how many there are. */
void
tuce_relocation_page_fill_filters (TuceRelocationPage *self)
{
  const TuceMovers *movers = tuce_relocation_page_movers (self);
  const TucePack *pack = standard_of (self);

  tuce_choice_bar_begin (self->filters);
  add_filter (self, TUCE_FILTER_ALL, movers ? movers->sum.households : -1, NULL);
  for (guint i = 0; pack && i < pack->rules->len; i++)
    {
      const TuceRule *rule = pack->rules->pdata[i];
      g_autofree char *tooltip = g_strdup_printf (_("Not met: %s %s"), rule->code, tuce_rule_label (rule));

      add_filter (self, rule->code, movers && i < movers->sum.n_redlines ? movers->sum.redlines[i].unmet : -1,
                  tooltip);
    }
  add_filter (self, TUCE_FILTER_WAITING, movers ? movers->sum.households - movers->sum.in_households : -1, NULL);
  tuce_choice_bar_end (self->filters);
}

static gboolean
is_filtered (TuceRelocationPage *self)
{
  return !g_str_equal (tuce_choice_bar_get (self->filters), TUCE_FILTER_ALL);
}

/* --- households --- */

static gboolean
add_whose (TuceRelocationPage *self, TuceQuery *query, GError **error)
{
  const char *whose = tuce_choice_bar_get (self->whose), *scattered;

  /* A move always has people: who has none has no move. */
  if (!tuce_query_add_condition (query, "relocation.people", TUCE_AT_LEAST, "0", error))
    return FALSE;
  if (g_str_equal (whose, TUCE_WHOSE_SITE))
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->site);

      return tuce_query_add_condition (query, "relocation.site_id", TUCE_IS, id, error);
    }
  tuce_query_set_scope (query, tuce_workspace_get_scope (self->workspace));
  if (g_str_equal (whose, TUCE_WHOSE_ALL))
    return TRUE;
  scattered = tuce_code_group_choice (TUCE_GROUP_SCATTERED, error);
  return scattered && tuce_query_add_condition (query, "relocation.site_id", TUCE_IS_EMPTY, NULL, error)
         && tuce_query_add_condition (query, "resettle_type",
                                      g_str_equal (whose, TUCE_WHOSE_SCATTERED) ? TUCE_IS : TUCE_IS_NOT, scattered, error);
}

static gboolean
add_filter_condition (TuceRelocationPage *self, TuceQuery *query, GError **error)
{
  const char *filter = tuce_choice_bar_get (self->filters);
  const TucePack *pack = standard_of (self);
  const TuceRule *rule = pack ? tuce_pack_rule (pack, filter) : NULL;
  g_autoptr (TuceCondition) condition = NULL;

  if (g_str_equal (filter, TUCE_FILTER_WAITING))
    return tuce_query_add_condition (query, "relocation.moved_in_on", TUCE_IS_EMPTY, NULL, error);
  if (!rule)
    return TRUE;
  condition = tuce_condition_for_criterion (tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace)), rule,
                                            TUCE_UNMET);
  return tuce_query_add_condition (query, condition->path, condition->comparison, condition->value, error);
}

static TuceQuery *
new_query (TuceRelocationPage *self)
{
  TuceQuery *query = tuce_query_new (tuce_workspace_get_county (self->workspace), HOUSEHOLD);
  gboolean descending;
  const char *order = tuce_record_table_get_order (self->households, &descending);
  g_autoptr (GError) error = NULL;

  /* All of it comes from the dictionary of this very county. */
  if (!add_whose (self, query, &error) || !add_filter_condition (self, query, &error)
      || !tuce_query_set_columns (query, tuce_record_table_get_paths (self->households), &error)
      || (order && !tuce_query_set_order (query, order, descending, &error)))
    tuce_workspace_report_error (self->workspace, error);
  return query;
}

/* Who is meant, for a sentence: a site, or the place chosen in the tree. */
static const char *
whose_name (TuceRelocationPage *self)
{
  const TuceSiteBoard *site = tuce_relocation_page_site (self);

  return site ? site->name : tuce_workspace_describe_scope (self->workspace);
}

static void
show_none (TuceRelocationPage *self)
{
  const TuceSiteBoard *site = tuce_relocation_page_site (self);
  gboolean whole = tuce_relocation_page_is_whole_county (self);
  gboolean filtered = is_filtered (self) && !tuce_relocation_page_shows_origins (self);
  g_autofree char *sentence = NULL;

  if (filtered || !(site || g_str_equal (tuce_choice_bar_get (self->whose), TUCE_WHOSE_ALL)))
    {
      const char *whose = tuce_choice_bar_get (self->whose);
      g_autofree char *words = filtered ? filter_words (self, tuce_choice_bar_get (self->filters))
                                        : g_strdup (tuce_relocation_page_whose_word (whose));

      /* Translators: a site or a place, then what was chosen */
      sentence = g_strdup_printf (_("%s: no household is left by “%s”."), whose_name (self), words);
      tuce_looks_show (self->looks, "nothing", sentence, _("Show All"), "relocation.clear");
    }
  else if (site)
    {
      sentence = g_strdup_printf (_("Nobody is to move to %s yet. The site of a household is on its card, under Relocation."),
                                  site->name);
      tuce_looks_show (self->looks, "empty", sentence, NULL, NULL);
    }
  else if (!whole)
    {
      sentence = g_strdup_printf (_("No household of %s moves."), whose_name (self));
      tuce_looks_show (self->looks, "empty", sentence, _("Show the Whole County"), "relocation.whole-county");
    }
  else
    tuce_looks_show (self->looks, "empty",
                     _("Here stand the households that move, with their four red lines. A move is entered on the card of the "
                       "household."),
                     _("Go to the Households"), "relocation.households");
}

static guint
n_rows (TuceRecordTable *table)
{
  TuceRecordList *list = tuce_record_table_get_list (table);

  return list ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
}

/* The rows of the table that is meant, or why there are none. */
void
tuce_relocation_page_show_look (TuceRelocationPage *self)
{
  if (n_rows (tuce_relocation_page_get_table (self)) > 0)
    tuce_looks_show_list (self->looks);
  else
    show_none (self);
}

void
tuce_relocation_page_show_selected (TuceRelocationPage *self, gboolean scroll)
{
  const char *entity = tuce_workspace_get_selected_entity (self->workspace);
  gint64 id = tuce_workspace_get_selected_id (self->workspace);

  tuce_record_table_select (self->households, g_strcmp0 (entity, HOUSEHOLD) == 0 ? id : 0, scroll);
  tuce_record_table_select (self->origins, g_strcmp0 (entity, "village") == 0 ? id : 0, scroll);
}

static void
on_fetch_failed (TuceRecordList *list, const char *sentence, TuceRelocationPage *self)
{
  tuce_looks_show (self->looks, "failed", sentence, _("Again"), "relocation.again");
}

static gboolean
update_list (TuceRelocationPage *self, GArray *ids)
{
  TuceRecordList *list = tuce_record_table_get_list (self->households);
  gboolean updated;

  if (!list || self->fresh)
    return FALSE;
  tuce_record_table_hold (self->households, TRUE);
  updated = tuce_record_list_follow (list, ids);
  tuce_record_table_hold (self->households, FALSE);
  return updated;
}

static void
set_list (TuceRelocationPage *self, GArray *ids)
{
  g_autoptr (TuceRecordList) list
      = tuce_record_list_new (tuce_workspace_get_county (self->workspace), new_query (self), g_array_ref (ids));

  g_signal_connect_object (list, "failed", G_CALLBACK (on_fetch_failed), self, 0);
  tuce_record_table_set_list (self->households, list);
}

/* Where the household on the card stands in the list, or GTK_INVALID_LIST_POSITION. */
static guint
selected_position (TuceRelocationPage *self)
{
  TuceRecordList *list = tuce_record_table_get_list (self->households);
  guint position;

  if (!list || g_strcmp0 (tuce_workspace_get_selected_entity (self->workspace), HOUSEHOLD) != 0
      || !tuce_record_list_find (list, tuce_workspace_get_selected_id (self->workspace), &position))
    return GTK_INVALID_LIST_POSITION;
  return position;
}

/* What was put right is gone: the next one takes its place, so that a list is worked down; where its card was open, the
 * keyboard comes back here. */
static void
select_next (TuceRelocationPage *self, guint before)
{
  TuceRecordList *list = tuce_record_table_get_list (self->households);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  gboolean was_opened = self->opened && self->opened == tuce_workspace_get_selected_id (self->workspace);

  if (before == GTK_INVALID_LIST_POSITION || !is_filtered (self)
      || selected_position (self) != GTK_INVALID_LIST_POSITION)
    return;
  self->opened = 0;
  if (n > 0)
    tuce_workspace_select (self->workspace, HOUSEHOLD, tuce_record_list_get_id (list, MIN (before, n - 1)));
  if (was_opened && n > 0 && !tuce_relocation_page_shows_origins (self))
    tuce_record_table_focus (self->households);
}

static void
show_found (TuceRelocationPage *self, TuceHouseholdsFound *found)
{
  guint before = self->fresh ? GTK_INVALID_LIST_POSITION : selected_position (self);

  if (!update_list (self, found->ids))
    set_list (self, found->ids);
  self->fresh = FALSE;
  tuce_relocation_page_show_look (self);
  select_next (self, before);
  tuce_relocation_page_show_selected (self, before != GTK_INVALID_LIST_POSITION);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceRelocationPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceHouseholdsFound) found = tuce_read_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->query)
    return;
  g_clear_object (&self->query);
  if (found)
    show_found (self, found);
  else
    on_fetch_failed (NULL, error->message, self);
}

void
tuce_relocation_page_stop_households (TuceRelocationPage *self)
{
  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
}

void
tuce_relocation_page_find_households (TuceRelocationPage *self)
{
  tuce_freshness_want (self->freshness, TUCE_RELOCATION_LIST);
}

void
tuce_relocation_page_add_list_reads (TuceRelocationPage *self, TuceReads *reads)
{
  static const char *const narrowing[] = { "relocation.people", "relocation.site_id", "relocation.moved_in_on",
                                           "resettle_type", "relocation_assessment.results", "size", NULL };
  gboolean descending;
  const char *order = tuce_record_table_get_order (self->households, &descending);

  tuce_reads_add_scope (reads, HOUSEHOLD);
  tuce_reads_add_paths (reads, HOUSEHOLD, narrowing);
  tuce_reads_add_paths (reads, HOUSEHOLD, tuce_record_table_get_paths (self->households));
  tuce_reads_add_paths (reads, "village", tuce_record_table_get_paths (self->origins));
  if (order)
    tuce_reads_add_path (reads, HOUSEHOLD, order);
}

void
tuce_relocation_page_ask_households (TuceRelocationPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  tuce_relocation_page_stop_households (self);
  if (!county)
    return;
  if (self->fresh)
    tuce_looks_show_loading (self->looks, _("Looking up households…"));
  self->query = g_cancellable_new ();
  tuce_read_async (county, &tuce_households_finding, new_query (self), self->query, on_found, g_object_ref (self));
}

/* --- what the user does --- */

static void
on_view_chosen (TuceRelocationPage *self)
{
  gboolean origins = tuce_relocation_page_shows_origins (self);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (tuce_relocation_page_get_table (self)));
  gtk_widget_set_visible (self->columns[0], !origins);
  gtk_widget_set_visible (self->columns[1], origins);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filters), !origins);
  if (self->found && !self->query)
    tuce_relocation_page_show_look (self);
}

static void
on_filter_chosen (TuceRelocationPage *self)
{
  self->fresh = TRUE;
  tuce_relocation_page_find_households (self);
}

static void
on_selected (TuceRecordTable *table, gint64 id, TuceRelocationPage *self)
{
  if (id)
    tuce_workspace_select (self->workspace, table == self->origins ? "village" : HOUSEHOLD, id);
  tuce_relocation_page_update_actions (self);
}

/* Where what the filter is about is put right, or NULL. */
static const TuceField *
field_to_mend (TuceRelocationPage *self, const TuceEntity *move)
{
  const char *filter = tuce_choice_bar_get (self->filters);
  const TucePack *pack = standard_of (self);
  const TuceRule *rule = pack ? tuce_pack_rule (pack, filter) : NULL;

  if (g_str_equal (filter, TUCE_FILTER_WAITING))
    return tuce_entity_field (move, "moved_in_on");
  return rule && *rule->field ? tuce_query_resolve (move, rule->field, NULL) : NULL;
}

/* To the card, and there to the field in question where it is one of the move. */
static void
open_household (TuceRelocationPage *self, gint64 id)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  const TuceEntity *move = tuce_dictionary_entity (tuce_county_get_dictionary (county), SUBJECT);
  const TuceField *field = field_to_mend (self, move);
  g_autoptr (GPtrArray) moves = tuce_county_children (county, SUBJECT, id, NULL);

  self->opened = id;
  if (field && field->entity == move && moves && moves->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.card-field", "(sxs)", SUBJECT,
                                ((TuceRecord *) moves->pdata[0])->id, field->name);
  else
    g_signal_emit_by_name (self, "activated");
}

static void
on_activated (TuceRecordTable *table, gint64 id, TuceRelocationPage *self)
{
  on_selected (table, id, self);
  if (table == self->households)
    open_household (self, id);
  else
    g_signal_emit_by_name (self, "activated");
}

static void
on_columns_changed (TuceRecordTable *table, TuceRelocationPage *self)
{
  TuceRecordList *list = tuce_record_table_get_list (table);

  if (list)
    tuce_record_list_set_query (list, table == self->origins ? tuce_relocation_page_origins_query (self) : new_query (self));
}

void
tuce_relocation_page_connect_list (TuceRelocationPage *self)
{
  TuceRecordTable *tables[] = { self->households, self->origins };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_signal_connect_object (tables[i], "selected", G_CALLBACK (on_selected), self, 0);
      g_signal_connect_object (tables[i], "activated", G_CALLBACK (on_activated), self, 0);
      g_signal_connect_object (tables[i], "columns-changed", G_CALLBACK (on_columns_changed), self, 0);
    }
  g_signal_connect_object (self->households, "order-changed", G_CALLBACK (on_filter_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->origins, "order-changed", G_CALLBACK (tuce_relocation_page_show_origins), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "chosen", G_CALLBACK (on_filter_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "chosen", G_CALLBACK (on_view_chosen), self, G_CONNECT_SWAPPED);
  on_view_chosen (self);
}

TuceChoiceBar *
tuce_relocation_page_get_filters (TuceRelocationPage *self)
{
  g_return_val_if_fail (TUCE_IS_RELOCATION_PAGE (self), NULL);
  return self->filters;
}

TuceChoiceBar *
tuce_relocation_page_get_views (TuceRelocationPage *self)
{
  g_return_val_if_fail (TUCE_IS_RELOCATION_PAGE (self), NULL);
  return self->views;
}

const char *
tuce_relocation_page_get_look (TuceRelocationPage *self)
{
  g_return_val_if_fail (TUCE_IS_RELOCATION_PAGE (self), NULL);
  return tuce_looks_get (self->looks);
}
