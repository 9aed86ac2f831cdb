/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stored verdicts and findings follow the records, whatever is done to those. */
#include "small-standards.h"
#include "tuce-error.h"
#include "tuce-parameters.h"
#include "tuce-review.h"
#include "tuce-rollup.h"
#include "tuce-statement.h"
#include "tuce-verdict.h"

#define HOUSEHOLDS 6

typedef struct
{
  TuceCounty *county;
  char *path;
  TuceStandards *standards;
} Fixture;

static TuceEdit *
begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (self->county, "改", &error);

  g_assert_no_error (error);
  return edit;
}

static void
commit (TuceEdit *edit)
{
  g_autoptr (GError) error = NULL;

  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) mistakes = NULL;
  g_autoptr (GError) error = NULL;
  TuceEdit *edit;

  self->county = small_county (&self->path, HOUSEHOLDS);
  edit = begin (self);
  tuce_parameters_install (self->county, edit, &error);
  g_assert_no_error (error);
  commit (edit);
  self->standards = tuce_standards_load (self->county, &mistakes, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < mistakes->len; i++)
    g_error ("%s", (char *) mistakes->pdata[i]);
  tuce_review_run (tuce_county_get_gate (self->county), self->standards, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  tuce_standards_unref (self->standards);
  small_county_remove (self->county, self->path);
}

/* The first column of the first row, as text; "none" without a row. */
static char *
ask (Fixture *self, const char *sql, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceStatement) statement = tuce_statement_new (self->county, sql, TUCE_STATEMENT_DERIVING, NULL, &error);
  gboolean row;
  char *text;

  g_assert_no_error (error);
  tuce_statement_bind_integer (statement, ":id", id);
  tuce_statement_step (statement, &row, &error);
  g_assert_no_error (error);
  text = g_strdup (row ? tuce_statement_text (statement, 0) : "none");
  tuce_statement_reset (statement);
  return text;
}

#define assert_says(self, sql, id, expected) \
  G_STMT_START \
  { \
    g_autofree char *said = ask (self, sql, id); \
    g_assert_cmpstr (said, ==, expected); \
  } \
  G_STMT_END

#define RESULTS "SELECT results FROM household_assessment WHERE household_id = :id"
#define CURRENT(rule) "SELECT count (*) FROM finding WHERE gone_on IS NULL AND rule = '" rule "' AND household_id = :id"
#define SENTENCE(rule) "SELECT figures FROM finding WHERE gone_on IS NULL AND rule = '" rule "' AND household_id = :id"

static void
set (Fixture *self, const char *entity, gint64 id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (self->county, entity, id, &error);
  TuceEdit *edit = begin (self);
  const TuceField *where;

  g_assert_no_error (error);
  where = tuce_entity_field (record->entity, field);
  tuce_field_parse (where, text, &record->values[where->index], &error);
  g_assert_no_error (error);
  tuce_edit_update (edit, record, &error);
  g_assert_no_error (error);
  commit (edit);
}

static void
set_year (Fixture *self, gint64 household, const char *field, const char *text)
{
  g_autoptr (TuceRecord) year = tuce_county_year_record (self->county, "household_year", household, 2018, NULL);

  set (self, "household_year", year->id, field, text);
}

static void
catch_up (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  tuce_review_catch_up (self->county, self->standards, &done, &error);
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
test_complete (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 0);

  g_assert_true (tuce_review_is_current (self->county, self->standards));
  assert_says (self, "SELECT count (*) FROM household_assessment", 0, "6");
  assert_says (self, RESULTS, household, "1-");
  assert_says (self, "SELECT state FROM household_assessment WHERE household_id = :id", household, "unchecked");
  assert_says (self, "SELECT count (*) FROM finding", 0, "0");
  /* of 甲村, 乙村 and 双桥村, each has one poor household of two, or none */
  assert_says (self, "SELECT results FROM village_assessment WHERE village_code = '511725109202'", 0, "1");
}

static void
test_catch_up (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 1);
  g_autoptr (GError) error = NULL;

  set (self, "household", household, "size", "3");
  g_assert_false (tuce_review_is_current (self->county, self->standards));
  catch_up (self);
  assert_says (self, CURRENT ("Q02"), household, "1");
  tuce_journal_undo (self->county, &error);
  g_assert_no_error (error);
  catch_up (self);
  assert_says (self, CURRENT ("Q02"), household, "0");
  /* a finding that is gone stays in the history */
  assert_says (self, "SELECT count (*) FROM finding WHERE gone_on IS NOT NULL AND household_id = :id", household, "1");
  tuce_journal_redo (self->county, &error);
  catch_up (self);
  assert_says (self, CURRENT ("Q02"), household, "1");
  assert_says (self, "SELECT count (*) FROM finding WHERE household_id = :id", household, "1");
}

static void
test_year_record (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 2);

  set_year (self, household, "net_pc", "3535.00");
  set_year (self, household, "house_grade", "B");
  catch_up (self);
  /* the limit must be exceeded, be it by one fen */
  assert_says (self, RESULTS, household, "01");
  assert_says (self, CURRENT ("Q69"), household, "1");
  set_year (self, household, "net_pc", "3535.01");
  catch_up (self);
  assert_says (self, RESULTS, household, "11");
  assert_says (self, "SELECT state FROM household_assessment WHERE household_id = :id", household, "met");
  assert_says (self, CURRENT ("Q69"), household, "0");
}

static gint64
member_of (Fixture *self, gint64 household)
{
  g_autoptr (GPtrArray) members = tuce_county_children (self->county, "member", household, NULL);

  return ((TuceRecord *) members->pdata[0])->id;
}

static void
test_peers (Fixture *self, gconstpointer data)
{
  gint64 first = small_county_household (self->county, 3), second = small_county_household (self->county, 4);
  g_autoptr (TuceRecord) other = tuce_county_load (self->county, "member", member_of (self, second), NULL);
  g_autoptr (TuceRecord) own = tuce_county_load (self->county, "member", member_of (self, first), NULL);
  g_autofree char *before = g_strdup (tuce_record_text (own, "idno"));

  set (self, "member", own->id, "idno", tuce_record_text (other, "idno"));
  catch_up (self);
  assert_says (self, CURRENT ("Q12"), first, "1");
  assert_says (self, CURRENT ("Q12"), second, "1");
  /* the other household was not changed, but its finding is gone too */
  set (self, "member", own->id, "idno", before);
  catch_up (self);
  assert_says (self, CURRENT ("Q12"), first, "0");
  assert_says (self, CURRENT ("Q12"), second, "0");
}

static gint64
insert (Fixture *self, const char *entity, const char *const *fields)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (self->county), entity));
  TuceEdit *edit = begin (self);

  for (guint i = 0; fields[i]; i += 2)
    {
      const TuceField *field = tuce_entity_field (record->entity, fields[i]);

      tuce_field_parse (field, fields[i + 1], &record->values[field->index], &error);
      g_assert_no_error (error);
    }
  tuce_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  commit (edit);
  return record->id;
}

static void
inspect (Fixture *self, gint64 household, const char *result, const char *day)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, household);

  insert (self, "inspection",
          (const char *const[]){ "level", "household", "household_id", id, "criterion", "H4", "result", result,
                                 "inspected_on", day, NULL });
}

static void
test_inspection (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 0);
  g_autoptr (GPtrArray) verdicts = NULL;
  g_autoptr (GError) error = NULL;
  const TuceVerdict *verdict;

  set_year (self, household, "house_grade", "D");
  catch_up (self);
  assert_says (self, RESULTS, household, "10");
  /* the later inspection counts, in whatever order they were entered */
  inspect (self, household, "met", "2018-07-20");
  inspect (self, household, "unmet", "2018-07-10");
  catch_up (self);
  assert_says (self, RESULTS, household, "11");
  verdicts = tuce_verdicts (self->county, self->standards, tuce_standards_standard (self->standards, "household"),
                            household, &error);
  g_assert_no_error (error);
  verdict = verdicts->pdata[1];
  g_assert_cmpint (verdict->result, ==, TUCE_MET);
  g_assert_cmpint (verdict->computed, ==, TUCE_UNMET);
  g_assert_cmpint (verdict->inspection, !=, 0);
  verdict = verdicts->pdata[0];
  g_assert_cmpstr (verdict->value, ==, "5,000.00");
  g_assert_cmpstr (verdict->threshold, ==, "3,535.00");
}

static void
test_disposal (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 5);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, household);
  g_autofree char *figures = NULL;
  g_autofree char *sentence = NULL;

  set (self, "household", household, "size", "4");
  catch_up (self);
  figures = ask (self, SENTENCE ("Q02"), household);
  sentence = tuce_rule_sentence (tuce_standards_rule (self->standards, "Q02"),
                                 tuce_county_get_dictionary (self->county), figures);
  g_assert_cmpstr (sentence, ==, "2 members, size 4");
  insert (self, "disposal",
          (const char *const[]){ "rule", "Q02", "subject", "household", "subject_id", id, "household_id", id,
                                 "disposition", "verified", "figures", figures, "disposed_on", "2018-07-23", NULL });
  catch_up (self);
  assert_says (self, "SELECT disposition FROM finding WHERE household_id = :id", household, "verified");
  /* the decision was about other figures, so it is no longer valid */
  set (self, "household", household, "size", "5");
  catch_up (self);
  assert_says (self, "SELECT coalesce (disposition, 'open') FROM finding WHERE household_id = :id", household, "open");
}

static void
test_deleted (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 1);
  g_autoptr (GError) error = NULL;
  TuceEdit *edit;

  set (self, "household", household, "size", "9");
  catch_up (self);
  edit = begin (self);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) children
          = tuce_county_children (self->county, i ? "household_year" : "member", household, NULL);

      for (guint c = 0; c < children->len; c++)
        {
          TuceRecord *child = children->pdata[c];

          tuce_edit_delete (edit, child->entity->name, child->id, &error);
          g_assert_no_error (error);
        }
    }
  tuce_edit_delete (edit, "household", household, &error);
  g_assert_no_error (error);
  commit (edit);
  catch_up (self);
  assert_says (self, RESULTS, household, "none");
  assert_says (self, CURRENT ("Q02"), household, "0");
}

static void
test_places (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 3);
  g_autoptr (GError) error = NULL;

#define VILLAGE "SELECT results FROM village_assessment WHERE village_code = '511725109201'"
  assert_says (self, VILLAGE, 0, "1");
  set (self, "household", household, "size", "4");
  set (self, "household", small_county_household (self->county, 0), "status", "0");
  catch_up (self);
  tuce_review_run_places (tuce_county_get_gate (self->county), self->standards, NULL, &error);
  g_assert_no_error (error);
  assert_says (self, VILLAGE, 0, "0");
  assert_says (self, "SELECT count (*) FROM finding WHERE rule = 'Q66' AND household_id IS NULL", 0, "1");
  g_assert_true (tuce_review_is_current (self->county, self->standards));
}

static void
test_parameter (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 0);
  g_autoptr (TuceRecord) line = tuce_parameter_find (self->county, "income_line", 2018);
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  set (self, "parameter", line->id, "value", "6000");
  tuce_review_catch_up (self->county, self->standards, &done, &error);
  g_assert_no_error (error);
  g_assert_false (done);
  tuce_review_bring_up_to_date (self->county, self->standards, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_says (self, RESULTS, household, "0-");
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  set_year (self, household, "net_pc", "1.00");
  g_cancellable_cancel (cancellable);
  tuce_review_run (tuce_county_get_gate (self->county), self->standards, NULL, NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_says (self, RESULTS, household, "1-");
  g_assert_false (tuce_review_is_current (self->county, self->standards));
}

/* What interrupts a run, once, between two slices. */
typedef struct
{
  Fixture *fixture;
  void (*interrupt) (Fixture *self, GCancellable *cancellable);
  GCancellable *cancellable;
  double after; /* at this progress of the run */
  guint n_times;
} Interruption;

static void
interrupt (double fraction, gpointer data)
{
  Interruption *self = data;

  if (fraction < self->after || self->n_times++)
    return;
  self->interrupt (self->fixture, self->cancellable);
}

#define BEFORE_KEEPING 0.8
#define AFTER_KEEPING 0.9

/* Runs completely with an interruption; gives the run's error. */
static GError *
run_interrupted (Fixture *self, double after, void (*what) (Fixture *self, GCancellable *cancellable))
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Interruption interruption = { self, what, cancellable, after, 0 };
  GError *error = NULL;

  tuce_review_run (tuce_county_get_gate (self->county), self->standards, interrupt, &interruption, cancellable, &error);
  g_assert_cmpuint (interruption.n_times, >, 0);
  return error;
}

static void
edit_meanwhile (Fixture *self, GCancellable *cancellable)
{
  set_year (self, small_county_household (self->county, 0), "net_pc", "1.00");
}

/* An edit made while a run writes is not lost, and does not count as assessed. */
static void
test_edit_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_year (self, small_county_household (self->county, 2), "net_pc", "1.00");
  error = run_interrupted (self, BEFORE_KEEPING, edit_meanwhile);
  g_assert_no_error (error);
  assert_says (self, RESULTS, small_county_household (self->county, 2), "0-");
  g_assert_false (tuce_review_is_current (self->county, self->standards));
  catch_up (self);
  assert_says (self, RESULTS, small_county_household (self->county, 0), "0-");
  tuce_review_bring_up_to_date (self->county, self->standards, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tuce_review_is_current (self->county, self->standards));
}

static void
catch_up_meanwhile (Fixture *self, GCancellable *cancellable)
{
  edit_meanwhile (self, cancellable);
  catch_up (self);
}

/* Somebody catches up while the run writes older results: the run begins again. */
static void
test_overtaken (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = run_interrupted (self, AFTER_KEEPING, catch_up_meanwhile);

  g_assert_no_error (error);
  assert_says (self, RESULTS, small_county_household (self->county, 0), "0-");
  g_assert_true (tuce_review_is_current (self->county, self->standards));
}

static void
cancel (Fixture *self, GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* A cancelled run does not change the notes of what is valid; the next one puts everything right. */
static void
test_broken_off (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 0);
  g_autofree char *before = tuce_county_get_setting (self->county, "review.sequence", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  set_year (self, household, "net_pc", "1.00");
  error = run_interrupted (self, AFTER_KEEPING, cancel);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  after = tuce_county_get_setting (self->county, "review.sequence", NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (tuce_review_is_current (self->county, self->standards));
  tuce_review_bring_up_to_date (self->county, self->standards, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_says (self, RESULTS, household, "0-");
  g_assert_true (tuce_review_is_current (self->county, self->standards));
}

/* Households whose results come from other rules than the notes name are never put right by catching up alone. */
static void
test_broken_off_with_other_rules (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 0);
  g_autoptr (TuceRecord) line = tuce_parameter_find (self->county, "income_line", 2018);
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  set (self, "parameter", line->id, "value", "6000");
  error = run_interrupted (self, AFTER_KEEPING, cancel);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_says (self, RESULTS, household, "0-");
  /* the rules are again those named in the notes */
  tuce_journal_undo (self->county, &error);
  g_assert_no_error (error);
  tuce_review_catch_up (self->county, self->standards, &done, &error);
  g_assert_no_error (error);
  g_assert_false (done);
  tuce_review_bring_up_to_date (self->county, self->standards, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_says (self, RESULTS, household, "1-");
}

/* A change that no rule about places reads does not make places be assessed again. */
static void
test_places_not_touched (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 0);

  set (self, "household", household, "phone", "13900000000");
  catch_up (self);
  g_assert_true (tuce_review_is_current (self->county, self->standards));
  /* rules about households read it as well, but their results do not change */
  set (self, "household", household, "status", "0");
  catch_up (self);
  g_assert_false (tuce_review_is_current (self->county, self->standards));
}

static void
test_while_editing (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 1);
  g_autoptr (GError) error = NULL;
  TuceEdit *edit;
  gboolean done = TRUE;

  set (self, "household", household, "size", "3");
  edit = begin (self);
  g_assert_false (tuce_review_catch_up (self->county, self->standards, &done, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_assert_false (done);
  tuce_edit_abort (edit);
  catch_up (self);
  assert_says (self, CURRENT ("Q02"), household, "1");
}

/* A window's review -------------------------------------------------------------------------------------------------- */

static void
count_one (TuceReview *review, guint *count)
{
  ++*count;
}

static gboolean
is_at_rest (Fixture *self, TuceReview *review)
{
  return !tuce_review_get_running (review) && tuce_review_is_current (self->county, tuce_review_get_standards (review));
}

static void
wait_until_at_rest (Fixture *self, TuceReview *review)
{
  while (!is_at_rest (self, review))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_window (Fixture *self, gconstpointer data)
{
  gint64 household = small_county_household (self->county, 1);
  g_autoptr (TuceReview) review = tuce_review_new (self->county);
  g_autoptr (GError) error = NULL;
  guint n_updated = 0, n_days = 0;
  TuceEdit *edit;

  g_signal_connect (review, "updated", G_CALLBACK (count_one), &n_updated);
  g_signal_connect (review, "day-changed", G_CALLBACK (count_one), &n_days);
  wait_until_at_rest (self, review);
  /* no rule reads it: nothing is scheduled, no signal is emitted */
  set (self, "household", household, "phone", "13900000000");
  g_assert_true (is_at_rest (self, review));
  g_assert_cmpuint (n_updated, ==, 0);
  set (self, "household", household, "size", "3");
  g_assert_cmpuint (n_updated, ==, 1);
  assert_says (self, CURRENT ("Q02"), household, "1");
  g_assert_false (is_at_rest (self, review));
  wait_until_at_rest (self, review);
  g_assert_cmpuint (n_days, ==, 0);
  /* on another day everything is assessed again, without a restart */
  g_assert_true (tuce_county_set_setting (self->county, "day", "2018-08-01", &error));
  set (self, "household", household, "phone", "13900000001");
  g_assert_cmpuint (n_days, ==, 1);
  g_assert_true (tuce_review_get_running (review));
  wait_until_at_rest (self, review);
  g_assert_null (tuce_review_get_failure (review));
  /* opened during an edit: the first review is postponed, which is no failure */
  tuce_review_close (review);
  g_clear_object (&review);
  set (self, "household", household, "size", "4");
  review = tuce_review_new (self->county);
  edit = begin (self);
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tuce_review_get_failure (review));
  tuce_edit_abort (edit);
  wait_until_at_rest (self, review);
  g_assert_null (tuce_review_get_failure (review));
  tuce_review_close (review);
}

/* Derived records are no edits: they are not in the journal, tuce-cli verify does not miss them there, and no edit may
   write them. */
static void
test_not_journalled (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (TuceRecord) record
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (self->county), "finding"));
  TuceEdit *edit;
  gint64 last = tuce_journal_last (self->county, NULL);

  set (self, "household", small_county_household (self->county, 0), "size", "7");
  catch_up (self);
  g_assert_cmpint (tuce_journal_last (self->county, NULL), ==, last + 1);
  faults = tuce_verify (self->county, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  edit = begin (self);
  g_assert_false (tuce_edit_insert (edit, record, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  tuce_edit_abort (edit);
}

static void
test_rollup (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rollups = NULL;
  const TuceRollup *rollup;

  set_year (self, small_county_household (self->county, 0), "net_pc", "1.00");
  catch_up (self);
  rollups = tuce_rollups (self->county, self->standards, "household", "township", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rollups->len, ==, 2);
  rollup = rollups->pdata[0];
  g_assert_cmpstr (rollup->code, ==, "511725109");
  g_assert_cmpint (rollup->whole.met, ==, 0);
  g_assert_cmpint (rollup->whole.unmet, ==, 1);
  g_assert_cmpint (rollup->whole.unchecked, ==, 3);
  g_assert_cmpint (rollup->criteria[0].met, ==, 3);
  g_assert_cmpint (rollup->criteria[1].unchecked, ==, 4);
  g_clear_pointer (&rollups, g_ptr_array_unref);
  /* only households of one status, inside one village */
  rollups = tuce_rollups (self->county, self->standards, "household", "village", "511725109201", "1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rollups->len, ==, 1);
  rollup = rollups->pdata[0];
  g_assert_cmpint (rollup->whole.unmet + rollup->whole.unchecked, ==, 1);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  small_standards_use ();
#define ADD(name, function) g_test_add ("/standards/review/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("complete", test_complete);
  ADD ("catch-up", test_catch_up);
  ADD ("year-record", test_year_record);
  ADD ("peers", test_peers);
  ADD ("inspection", test_inspection);
  ADD ("disposal", test_disposal);
  ADD ("deleted", test_deleted);
  ADD ("places", test_places);
  ADD ("parameter", test_parameter);
  ADD ("cancelled", test_cancelled);
  ADD ("edit-meanwhile", test_edit_meanwhile);
  ADD ("overtaken", test_overtaken);
  ADD ("broken-off", test_broken_off);
  ADD ("broken-off-with-other-rules", test_broken_off_with_other_rules);
  ADD ("places-not-touched", test_places_not_touched);
  ADD ("while-editing", test_while_editing);
  ADD ("window", test_window);
  ADD ("not-journalled", test_not_journalled);
  ADD ("rollup", test_rollup);
  status = g_test_run ();
  small_standards_remove ();
  return status;
}
