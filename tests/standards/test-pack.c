/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pack.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-text.h"

#define HEAD "-- pack: small\n-- kind: checks\n-- subject: household\n-- label: 小包\n"
#define ITEM "\n-- item: Q1\n-- severity: W\n-- label: 甲\n"

static const char whole[]
    = "-- pack: sichuan-2018-household\r\n"
      "-- kind: standard\n"
      "-- subject: household\n"
      "-- years: 2016-2019\n"
      "-- label: 四川 2018 贫困户脱贫标准\n"
      "-- label_en: Sichuan 2018\n"
      "-- source: 川委厅〔2016〕66号，\n"
      "--   附件 1\n"
      "--- a remark\n"
      "\n"
      "-- item: H1\n"
      "-- label: 年人均纯收入稳定超过国家扶贫标准\n"
      "-- label_en: Income above the line\n"
      "-- short: 收入\n"
      "-- value: year.net_pc\n"
      "-- threshold: :income_line|money\n"
      "-- field: household_year.net_pc\n"
      "-- department: 扶贫移民局\n"
      "-- evidence: 收入台账\n"
      "-- measure: 务工介绍、公益性岗位 @ 人社局\n"
      "-- measure: 产业奖补\n"
      "\n"
      "year.net_pc\n"
      "  > :income_line\n"
      "\n"
      "-- item: H2\n"
      "-- subject: member\n"
      "-- label: 乙\n"
      "coalesce (member.name, ';--(''') = '|'";

static TucePack *
parsed (const char *text)
{
  g_autoptr (GError) error = NULL;
  TucePack *pack = tuce_pack_parse (text, "small.sql", &error);

  g_assert_no_error (error);
  g_assert_nonnull (pack);
  return pack;
}

static void
test_whole (void)
{
  g_autoptr (TucePack) pack = parsed (whole);
  const TuceRule *rule = tuce_pack_rule (pack, "H1");
  const TuceProposal *proposal;

  g_assert_cmpstr (pack->name, ==, "sichuan-2018-household");
  g_assert_cmpint (pack->kind, ==, TUCE_PACK_STANDARD);
  g_assert_cmpint (pack->from_year, ==, 2016);
  g_assert_cmpint (pack->to_year, ==, 2019);
  g_assert_true (pack->active);
  g_assert_cmpstr (pack->source, ==, "川委厅〔2016〕66号，附件 1");
  g_assert_cmpstr (pack->label_en, ==, "Sichuan 2018");
  g_assert_cmpuint (pack->rules->len, ==, 2);

  g_assert_true (rule == pack->rules->pdata[0]);
  g_assert_cmpstr (rule->expression, ==, "year.net_pc\n  > :income_line");
  g_assert_cmpuint (rule->line, ==, 23);
  g_assert_cmpstr (rule->short_zh, ==, "收入");
  g_assert_cmpstr (rule->short_en, ==, "Income above the line");
  g_assert_cmpstr (rule->subject, ==, "household");
  g_assert_cmpstr (rule->threshold, ==, ":income_line|money");
  g_assert_cmpstr (rule->peers, ==, "");
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (rule->lines, "value")), ==, 15);
  g_assert_cmpstr (tuce_rule_key (rule, "evidence"), ==, "收入台账");
  g_assert_cmpstr (tuce_rule_key (rule, "none"), ==, "");

  g_assert_cmpuint (rule->proposals->len, ==, 2);
  proposal = rule->proposals->pdata[0];
  g_assert_cmpstr (proposal->content, ==, "务工介绍、公益性岗位");
  g_assert_cmpstr (proposal->department, ==, "人社局");
  proposal = rule->proposals->pdata[1];
  g_assert_cmpstr (proposal->content, ==, "产业奖补");
  g_assert_cmpstr (proposal->department, ==, "扶贫移民局");

  rule = pack->rules->pdata[1];
  g_assert_cmpuint (rule->index, ==, 1);
  g_assert_cmpstr (rule->subject, ==, "member");
  g_assert_cmpstr (rule->label_en, ==, "乙");
  g_assert_cmpstr (rule->says_zh, ==, "乙");
  g_assert_true (rule->pack == pack);
}

static void
test_years (void)
{
  static const struct
  {
    const char *text;
    int from, to;
  } cases[] = { { "2018", 2018, 2018 }, { "2016-", 2016, 0 }, { "-2019", 0, 2019 }, { "2016-2016", 2016, 2016 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("-- years: ", cases[i].text, "\n-- active: no\n", HEAD, ITEM, "1", NULL);
      g_autoptr (TucePack) pack = parsed (text);

      g_assert_cmpint (pack->from_year, ==, cases[i].from);
      g_assert_cmpint (pack->to_year, ==, cases[i].to);
      g_assert_false (pack->active);
    }
}

/* Each is refused as a whole, and the sentence says where and why. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *says[4];
  } cases[] = {
    { "", { "“pack” is missing" } },
    { HEAD, { "no items" } },
    { "-- pack: a b\n-- kind: checks\n-- label: x\n" ITEM "1", { "line 1", "a b" } },
    { "-- pack: a\n-- kind: chekcs\n-- label: x\n" ITEM "1", { "line 2", "chekcs" } },
    { "-- pack: a\n-- kind: checks\n" ITEM "1", { "“label”" } },
    { "-- pack: a\n-- kind: checks\n-- label: x\n" ITEM "1", { "item Q1", "subject is missing" } },
    { HEAD "-- years: 16-19\n" ITEM "1", { "line 5", "16-19" } },
    { HEAD "-- years: 2019-2016\n" ITEM "1", { "line 5", "2019-2016" } },
    { HEAD "-- years: 20162019\n" ITEM "1", { "line 5", "20162019" } },
    { HEAD "-- active: perhaps\n" ITEM "1", { "line 5", "active" } },
    { HEAD "-- pack: again\n" ITEM "1", { "line 5", "“pack” stands there twice" } },
    { HEAD "-- colour: red\n" ITEM "1", { "line 5", "“colour” is not known" } },
    { HEAD "-- severity: W\n" ITEM "1", { "line 5", "“severity” is not known" } },
    { HEAD "1 = 1\n" ITEM "1", { "line 5", "before the first item" } },
    { HEAD ITEM, { "item Q1", "line 6", "expression is missing" } },
    { HEAD ITEM "\n-- item: Q2\n-- severity: W\n-- label: x\n1", { "item Q1", "expression is missing" } },
    { HEAD "\n-- item: Q1\n-- severity: W\n1", { "item Q1", "line 6", "label is missing" } },
    { HEAD "\n-- item: Q1\n-- label: x\n1", { "item Q1", "line 6", "severity is missing" } },
    { HEAD "\n-- item: Q1\n-- severity: X\n-- label: x\n1", { "item Q1", "line 7", "“X”" } },
    { HEAD "\n-- item: Q 1\n-- severity: W\n-- label: x\n1", { "line 6", "“Q 1”" } },
    { HEAD ITEM "1" ITEM "2", { "line 10", "Q1", "twice" } },
    { HEAD ITEM "-- field:\n1", { "item Q1", "line 9", "“field” is empty" } },
    { HEAD ITEM "-- lable: x\n1", { "item Q1", "line 9", "“lable”" } },
    { HEAD ITEM "-- no key\n1", { "item Q1", "line 9", "key: text" } },
    { HEAD ITEM "1\n-- field: x", { "item Q1", "line 10", "before the expression" } },
    { HEAD ITEM "1\n--   more", { "item Q1", "line 10", "goes on with nothing" } },
    { HEAD ITEM "(1 = 1\n AND (2 = 2)", { "item Q1", "line 9", "“(” is not closed" } },
    { HEAD ITEM "1 = 1\n)", { "item Q1", "line 10", "“)” closes nothing" } },
    { HEAD ITEM "1) OR (1", { "item Q1", "line 9", "“)” closes nothing" } },
    { HEAD ITEM "a = 'x\ny", { "item Q1", "line 9", "quotation mark" } },
    { HEAD ITEM "a = \"x", { "item Q1", "line 9", "quotation mark" } },
    { HEAD ITEM "[a", { "item Q1", "line 9", "quotation mark" } },
    { HEAD ITEM "1; DROP TABLE household", { "item Q1", "line 9", "“;”" } },
    { HEAD ITEM "1 = 1 --x", { "item Q1", "line 9", "comment" } },
    { HEAD ITEM "1 = 1\n/* x */", { "item Q1", "line 10", "comment" } },
    { HEAD ITEM "1 = 1\a", { "item Q1", "line 9", "control character" } },
    { HEAD ITEM "-- value: (year.net_pc|money\n1", { "item Q1", "line 9", "“(”" } },
    { HEAD ITEM "-- threshold: 1;2\n1", { "item Q1", "line 9", "“;”" } },
    { HEAD ITEM "-- peers: SELECT 'x\n1", { "item Q1", "line 9", "quotation mark" } },
    { HEAD ITEM "-- says: 户主{head.name\n1", { "item Q1", "line 9", "“{”" } },
    { HEAD ITEM "-- says_en: {(a} x\n1", { "item Q1", "line 9", "“(”" } },
    { HEAD ITEM "-- says: {a}}\n1", { "item Q1", "line 9", "“}”" } },
    { HEAD ITEM "'\xff' = 1", { "UTF-8" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TucePack *pack = tuce_pack_parse (cases[i].text, "small.sql", &error);

      g_test_message ("%s", error ? error->message : cases[i].text);
      g_assert_null (pack);
      g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, "small.sql"));
      for (guint k = 0; k < G_N_ELEMENTS (cases[i].says) && cases[i].says[k]; k++)
        g_assert_nonnull (strstr (error->message, cases[i].says[k]));
    }
}

static void
test_remarks (void)
{
  g_autoptr (TucePack) pack = parsed ("--- one\n" HEAD "\n--- two\n" ITEM "--- three\n1 = 1\n--- four\nAND 2 = 2\n--- five\n");

  g_assert_cmpstr (((TuceRule *) pack->rules->pdata[0])->expression, ==, "1 = 1\n\nAND 2 = 2");
  g_assert_cmpuint (((TuceRule *) pack->rules->pdata[0])->line, ==, 13);
}

static void
test_procedure_keys (void)
{
  g_autoptr (TucePack) pack = parsed ("-- pack: p\n-- kind: procedure\n-- subject: household\n-- label: 程序\n"
                                      "-- item: APPRAISE\n-- label: 民主评议\n-- gate: step.votes_for > 0\n1");

  g_assert_cmpstr (tuce_rule_key (pack->rules->pdata[0], "gate"), ==, "step.votes_for > 0");
}

/* Any input is either read or refused: a good pack cut off after every byte, and with random bytes changed. */
static void
test_junk (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (4);
  gsize length = strlen (whole);

  for (gsize cut = 0; cut < length; cut++)
    {
      g_autofree char *text = g_strndup (whole, cut);
      g_autoptr (GError) error = NULL;
      TucePack *pack = tuce_pack_parse (text, "cut", &error);

      g_assert_true ((pack != NULL) == (error == NULL));
      g_clear_pointer (&pack, tuce_pack_unref);
    }
  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *text = g_strdup (whole);
      g_autoptr (GError) error = NULL;
      TucePack *pack;

      for (guint i = 0; i < 1 + round % 40; i++)
        text[g_rand_int_range (chance, 0, (gint32) length)] = (char) g_rand_int_range (chance, 1, 256);
      pack = tuce_pack_parse (text, "changed", &error);
      g_assert_true ((pack != NULL) == (error == NULL));
      g_clear_pointer (&pack, tuce_pack_unref);
    }
  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *text = g_malloc0 (500);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 499; i++)
        text[i] = (char) g_rand_int_range (chance, 1, 256);
      g_assert_null (tuce_pack_parse (text, "random", &error));
      g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
    }
}

static void
test_large (void)
{
  static const char *const lines[] = { "(", "-- label: ", "--   ", "x", "'" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GString) text = g_string_new (HEAD ITEM);
      g_autoptr (GError) error = NULL;

      g_string_append (text, lines[i]);
      for (guint k = 0; k < 10 * 1024 * 1024; k++)
        g_string_append_c (text, i ? 'x' : '(');
      g_assert_null (tuce_pack_parse (text->str, "large", &error));
      g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
      g_assert_cmpuint (strlen (error->message), <, 1000);
    }
}

static void
test_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("packs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sichuan-2018-household.sql", NULL);
  g_autoptr (GString) large = g_string_new (whole);
  TucePack *pack;

  g_assert_true (g_file_set_contents (path, whole, -1, NULL));
  pack = tuce_pack_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pack->origin, ==, "sichuan-2018-household.sql");
  tuce_pack_unref (pack);

  g_assert_true (g_file_set_contents (path, "-- pack: x\0y", 12, NULL));
  g_assert_null (tuce_pack_load (path, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);

  for (guint i = 0; i < 5 * 1024 * 1024; i++)
    g_string_append_c (large, '\n');
  g_assert_true (g_file_set_contents (path, large->str, (gssize) large->len, NULL));
  g_assert_null (tuce_pack_load (path, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_null (tuce_pack_load (folder, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_unlink (path);
  g_assert_null (tuce_pack_load (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  tuce_text_set_language (FALSE);
  g_test_add_func ("/pack/whole", test_whole);
  g_test_add_func ("/pack/years", test_years);
  g_test_add_func ("/pack/refused", test_refused);
  g_test_add_func ("/pack/remarks", test_remarks);
  g_test_add_func ("/pack/procedure-keys", test_procedure_keys);
  g_test_add_func ("/pack/junk", test_junk);
  g_test_add_func ("/pack/large", test_large);
  g_test_add_func ("/pack/load", test_load);
  return g_test_run ();
}
