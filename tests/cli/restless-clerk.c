/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "restless-clerk.h"

#include <stdio.h>

#include "tuce-draft.h"
#include "tuce-edit.h"
#include "tuce-error.h"
#include "tuce-journal.h"
#include "tuce-portions.h"
#include "tuce-query.h"
#include "tuce-review.h"

/* Households in one long edit. */
#define MANY 20

typedef struct
{
  TuceCounty *county;
  TuceStandards *standards;
  GArray *households;
  GPtrArray *undo; /* for each edit made here: the report to print when it is undone */
  guint n_drafts;
  GThread *settling;
  gboolean complete; /* what the thread does: a complete run, or places only */
  int settled;       /* atomic: whether it has ended */
} Clerk;

static gint64
any_household (Clerk *self)
{
  return g_array_index (self->households, gint64, g_random_int_range (0, (int) self->households->len));
}

static char *
any_phone (void)
{
  return g_strdup_printf ("138%08d", g_random_int_range (0, 100000000));
}

/* Whether it was done. If not, the only allowed reason is that somebody else was writing, with a sentence. */
static gboolean
done_or_held (gboolean done, GError **error)
{
  if (done)
    g_assert_no_error (*error);
  else
    {
      g_assert_error (*error, TUCE_ERROR, TUCE_ERROR_HELD);
      g_assert_cmpstr ((*error)->message, !=, "");
      g_clear_error (error);
      g_print ("note refused\n");
    }
  return done;
}

static TuceEdit *
begin (Clerk *self, const char *label)
{
  g_autoptr (GError) error = NULL;
  TuceEdit *edit;

  do
    edit = tuce_edit_begin (self->county, label, &error);
  while (!done_or_held (edit != NULL, &error));
  return edit;
}

static void
commit (TuceEdit *edit)
{
  g_autoptr (GError) error = NULL;

  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* Gives @id a new phone in @edit, and adds the old one to the report for its undo. */
static void
change_phone (Clerk *self, TuceEdit *edit, gint64 id, const char *phone, GString *back)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) household = tuce_county_load (self->county, "household", id, &error);

  g_assert_no_error (error);
  g_string_append_printf (back, " p%" G_GINT64_FORMAT " %s", id, tuce_record_text (household, "phone"));
  tuce_record_set_text (household, "phone", phone);
  tuce_edit_update (edit, household, &error);
  g_assert_no_error (error);
}

static void
add_member (Clerk *self, TuceEdit *edit, gint64 household, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) member
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (self->county), "member"));

  tuce_record_set_integer (member, "household_id", household);
  tuce_record_set_text (member, "name", name);
  tuce_edit_insert (edit, member, &error);
  g_assert_no_error (error);
}

/* Changes a phone, and half the time adds a member in the same edit. */
static void
make_edit (Clerk *self)
{
  gint64 id = any_household (self);
  g_autofree char *phone = any_phone ();
  g_autoptr (GString) back = g_string_new (NULL);
  TuceEdit *edit;

  g_print ("try p%" G_GINT64_FORMAT " %s\n", id, phone);
  edit = begin (self, "Correct a phone");
  change_phone (self, edit, id, phone, back);
  if (g_random_boolean ())
    add_member (self, edit, id, "王五");
  commit (edit);
  g_print ("saved p%" G_GINT64_FORMAT " %s\n", id, phone);
  g_ptr_array_add (self->undo, g_string_free (g_steal_pointer (&back), FALSE));
}

static void
make_draft (Clerk *self, gint64 id, char **said)
{
  g_autofree char *text = g_strdup_printf ("draft%u-%u", self->n_drafts++, g_random_int ());
  gboolean drop = g_random_int_range (0, 4) == 0;
  g_autoptr (GError) error = NULL;
  gboolean kept;

  *said = g_strdup_printf ("d%" G_GINT64_FORMAT " %s", id, drop ? "-" : text);
  g_print ("try %s\n", *said);
  do
    kept = drop ? tuce_draft_drop (self->county, "household", id, &error)
                : tuce_draft_keep (self->county, "household", id, text, &error);
  while (!done_or_held (kept, &error));
}

/* One piece of a long edit. */
typedef struct
{
  Clerk *clerk;
  guint first;
  const char *phone;
  GString *back;
} Long;

static gboolean
write_piece (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error)
{
  Long *self = data;

  change_phone (self->clerk, edit, g_array_index (self->clerk->households, gint64, self->first + index), self->phone,
                self->back);
  return TRUE;
}

/* An edit over several turns, with a draft stored between two of them: the draft is written together with the edit. */
static void
make_long_edit (Clerk *self)
{
  g_autoptr (GString) back = g_string_new (NULL);
  g_autoptr (GString) made = g_string_new (NULL);
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *phone = any_phone ();
  guint first = (guint) g_random_int_range (0, (int) self->households->len - MANY);
  Long all = { self, first, phone, back };
  TucePortions *portions;
  gboolean done = FALSE;

  for (guint i = first; i < first + MANY; i++)
    g_string_append_printf (made, " p%" G_GINT64_FORMAT " %s", g_array_index (self->households, gint64, i), phone);
  g_print ("try%s\n", made->str);
  do
    portions = tuce_portions_new (self->county, "Correct many phones", write_piece, MANY, &all, NULL, &error);
  while (!done_or_held (portions != NULL, &error));
  for (guint i = 0; !done; i++)
    {
      tuce_portions_continue (portions, 0, &done, &error);
      g_assert_no_error (error);
      if (i == MANY / 2)
        make_draft (self, any_household (self), &draft);
      g_usleep (50);
    }
  tuce_portions_finish (portions, &error);
  g_assert_no_error (error);
  tuce_portions_free (portions);
  g_print ("saved%s\nsaved %s\nnote long\n", made->str, draft);
  g_ptr_array_add (self->undo, g_string_free (g_steal_pointer (&back), FALSE));
}

static void
take_back (Clerk *self)
{
  g_autofree char *back = NULL;
  g_autoptr (GError) error = NULL;

  if (!self->undo->len)
    return;
  back = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  g_print ("try%s\n", back);
  while (!done_or_held (tuce_journal_undo (self->county, &error), &error))
    ;
  g_print ("saved%s\nnote undo\n", back);
}

static gpointer
settle (gpointer data)
{
  Clerk *self = data;
  g_autoptr (GError) error = NULL;
  TuceGate *gate = tuce_county_get_gate (self->county);

  if (self->complete)
    tuce_review_run (gate, self->standards, NULL, NULL, NULL, &error);
  else
    tuce_review_run_places (gate, self->standards, NULL, &error);
  g_assert_no_error (error);
  g_atomic_int_set (&self->settled, TRUE);
  return NULL;
}

static void
start_settling (Clerk *self, gboolean complete)
{
  self->complete = complete;
  g_atomic_int_set (&self->settled, FALSE);
  self->settling = g_thread_new ("settling", settle, self);
}

/* Catches up, as the window does after an edit. */
static void
settle_verdicts (Clerk *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->settling && !g_atomic_int_get (&self->settled))
    return;
  if (self->settling)
    {
      g_thread_join (g_steal_pointer (&self->settling));
      g_print ("note %s\n", self->complete ? "complete" : "places");
    }
  if (done_or_held (tuce_review_catch_up (self->county, self->standards, &done, &error), &error))
    start_settling (self, !done);
}

static void
do_something (Clerk *self)
{
  int chance = g_random_int_range (0, 20);
  g_autofree char *draft = NULL;

  if (chance < 9)
    make_edit (self);
  else if (chance < 11)
    make_long_edit (self);
  else if (chance < 14)
    take_back (self);
  else if (chance < 17)
    {
      make_draft (self, any_household (self), &draft);
      g_print ("saved %s\nnote draft\n", draft);
    }
  else
    settle_verdicts (self);
}

void
restless_clerk_work (const char *path, const char *first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = NULL;
  Clerk self = { tuce_county_open (path, TUCE_OPEN_WRITE, &error), NULL, NULL, g_ptr_array_new_with_free_func (g_free) };

  /* Reports must come out at once, not stay in a buffer. */
  setvbuf (stdout, NULL, _IONBF, 0);
  g_assert_no_error (error);
  self.standards = tuce_standards_load (self.county, NULL, &error);
  g_assert_no_error (error);
  query = tuce_query_new (self.county, "household");
  self.households = tuce_query_ids (query, self.county, NULL, &error);
  g_assert_no_error (error);
  if (g_str_equal (first, "complete"))
    start_settling (&self, TRUE);
  else if (g_str_equal (first, "places"))
    {
      make_edit (&self);
      settle_verdicts (&self);
    }
  for (;;)
    do_something (&self);
}
