/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For any mistake in a template, the error says what is wrong and in which line. */
#include <glib/gstdio.h>

#include "sheet-county.h"
#include "tuce-error.h"

#define HEAD "<form number=\"T\" title=\"T\" entity=\"household\" font=\"serif\" margins=\"10 15 10 15\" size=\"10\" continued=\"…\">\n"
#define ALL "<form number=\"T\" title=\"T\" entity=\"site\" sheet=\"all\" font=\"serif\" margins=\"10 15 10 15\" size=\"10\" continued=\"…\">\n"
#define LIST "<list name=\"member\" where=\"alive\" is=\"1\"/>\n"
#define PAGE(x) "<page><table columns=\"90 90\">\n" x "\n</table></page>\n"
#define REST "<continuation><table columns=\"180\"><tr height=\"9\" repeat=\"overflow\"><td>{overflow.text}</td></tr></table></continuation>\n"
#define TAIL "</form>\n"
#define ROW(x) "<tr height=\"8\">" x "</tr>"

typedef struct
{
  const char *name;
  const char *xml;
  guint line;       /* 0 where nothing is wrong */
  const char *says; /* a part of the sentence */
} Mistake;

static const Mistake mistakes[] = {
  { "none", HEAD PAGE (ROW ("<td>{head_name}</td><td/>")) REST TAIL, 0, NULL },
  { "element", HEAD PAGE (ROW ("<th/><td/>")) REST TAIL, 3, "<th>" },
  { "place", HEAD "<tr height=\"8\"/>\n" TAIL, 2, "<tr> can't stand in <form>" },
  { "attribute", HEAD PAGE (ROW ("<td color=\"red\"/><td/>")) REST TAIL, 3, "“color”" },
  { "missing", HEAD PAGE ("<tr><td/><td/></tr>") REST TAIL, 3, "“height”" },
  { "number", HEAD PAGE ("<tr height=\"8mm\"><td/><td/></tr>") REST TAIL, 3, "not a number" },
  { "range", HEAD PAGE ("<tr height=\"8000\"><td/><td/></tr>") REST TAIL, 3, "between" },
  { "whole", HEAD PAGE (ROW ("<td colspan=\"1.5\"/>")) REST TAIL, 3, "whole number" },
  { "word", HEAD PAGE (ROW ("<td align=\"middle\"/><td/>")) REST TAIL, 3, "left, center, right" },
  { "border", HEAD PAGE (ROW ("<td border=\"under\"/><td/>")) REST TAIL, 3, "border" },
  { "path", HEAD PAGE (ROW ("<td>{head_nam}</td><td/>")) REST TAIL, 3, "{head_nam}" },
  { "path line", HEAD PAGE (ROW ("<td>\n\n{head_nam}</td><td/>")) REST TAIL, 5, "{head_nam}" },
  { "reference", HEAD PAGE (ROW ("<td>{village_code}</td><td/>")) REST TAIL, 3, "another record" },
  { "style", HEAD PAGE (ROW ("<td>{head_name|month}</td><td/>")) REST TAIL, 3, "|month" },
  { "brace", HEAD PAGE (ROW ("<td>{head_name</td><td/>")) REST TAIL, 3, "brace" },
  { "nothing", HEAD PAGE (ROW ("<td>{}</td><td/>")) REST TAIL, 3, "nothing stands" },
  { "row word", HEAD PAGE (ROW ("<td>{row}</td><td/>")) REST TAIL, 3, "{row}" },
  { "parameter", HEAD PAGE (ROW ("<td>{parameter.income_line}</td><td/>")) REST TAIL, 3, "unconfirmed" },
  { "value", HEAD PAGE (ROW ("<td><check label=\"x\" when=\"relocated\" is=\"maybe\"/></td><td/>")) REST TAIL, 3, "maybe" },
  { "half a check", HEAD PAGE (ROW ("<td><check label=\"x\" when=\"relocated\"/></td><td/>")) REST TAIL, 3, "stand together" },
  { "text", HEAD PAGE ("stray" ROW ("<td/><td/>")) REST TAIL, 3, "stray" },
  { "few cells", HEAD PAGE (ROW ("<td/>")) REST TAIL, 3, "fills 1 of" },
  { "many cells", HEAD PAGE (ROW ("<td/><td/><td/>")) REST TAIL, 3, "more cells" },
  { "rowspan", HEAD PAGE (ROW ("<td rowspan=\"2\"/><td/>")) REST TAIL, 3, "spans 2 rows" },
  { "wide", HEAD "<page><table columns=\"90 91\">\n</table></page>" REST TAIL, 2, "181.0 mm" },
  { "high", HEAD PAGE ("<tr height=\"290\"><td/><td/></tr>") REST TAIL, 2, "too high" },
  { "map", HEAD PAGE (ROW ("<td><map part=\"detail\" place=\"head_name\"/></td><td/>")) REST TAIL, 3, "place" },
  { "list", HEAD PAGE ("<tr height=\"8\" repeat=\"member\" rows=\"8\"><td/><td/></tr>") REST TAIL, 3, "no <list" },
  { "lost", HEAD LIST PAGE ("<tr height=\"8\" repeat=\"member\" rows=\"8\"><td>{member.name}</td><td/></tr>") REST TAIL, 2,
    "beyond 8" },
  { "cut off", HEAD PAGE (ROW ("<td>{head_name}</td><td/>")) TAIL, 6, "cut off" },
  { "twice", HEAD LIST LIST PAGE (ROW ("<td/><td/>")) REST TAIL, 3, "twice" },
  { "needs", "<form number=\"T\" title=\"T\" entity=\"household\" needs=\"relocation.stag\" font=\"x\" margins=\"1 1 1 1\" size=\"10\" continued=\"…\"/>", 1,
    "needs" },
  { "by", HEAD "<list name=\"scenario_move\" by=\"scenario_id\"/>\n" PAGE (ROW ("<td/><td/>")) REST TAIL, 2, "belong to" },
  { "order", HEAD "<list name=\"member\" order=\"nam\"/>\n" PAGE (ROW ("<td/><td/>")) REST TAIL, 2, "order" },
  { "own record", ALL PAGE (ROW ("<td>{name}</td><td/>")) REST TAIL, 3, "none of its own" },
  { "total of text", ALL PAGE (ROW ("<td>{total.site.name}</td><td/>")) REST TAIL, 3, "added up" },
  { "total of nothing", HEAD PAGE (ROW ("<td>{total.member.age}</td><td/>")) REST TAIL, 3, "no list" },
  { "unmarked total", ALL PAGE (ROW ("<td>{total.site.plan_people}</td><td/>")) REST TAIL, 3, "incomplete" },
  { "count", HEAD PAGE (ROW ("<td>{count.member}</td><td/>")) REST TAIL, 3, "no list" },
  { "board", HEAD PAGE (ROW ("<td>{board.people}</td><td/>")) REST TAIL, 3, "site is meant" },
  { "figure", ALL PAGE (ROW ("<td>{board.dogs}</td><td/>")) REST TAIL, 3, "dogs" },
  { "verdict", HEAD PAGE (ROW ("<td>{verdict.R1.value}</td><td/>")) REST TAIL, 3, "standard" },
  { "verdict part", HEAD PAGE (ROW ("<td>{verdict.R1}</td><td/>")) REST TAIL, 3, "CODE" },
  { "photo", ALL PAGE (ROW ("<td><photo kind=\"before\" label=\"x\" missing=\"y\"/></td><td/>")) REST TAIL, 3, "no photos" },
  { "photo kind", HEAD PAGE (ROW ("<td><photo kind=\"befor\" label=\"x\" missing=\"y\"/></td><td/>")) REST TAIL, 3, "befor" },
  { "photo and words", HEAD PAGE (ROW ("<td><photo kind=\"before\" label=\"x\" missing=\"y\"/>z</td><td/>")) REST TAIL, 3, "nothing else" },
  { "map of a site", HEAD PAGE (ROW ("<td><map part=\"site\"/></td><td/>")) REST TAIL, 3, "site" },
  { "no page", HEAD REST TAIL, 4, "<page>" },
  { "entity", "<form number=\"T\" title=\"T\" entity=\"cat\" font=\"x\" margins=\"1 1 1 1\" size=\"10\" continued=\"…\"/>", 1, "cat" },
  { "margins", "<form number=\"T\" title=\"T\" entity=\"household\" font=\"x\" margins=\"1 1 1\" size=\"10\" continued=\"…\"/>", 1,
    "four lengths" },
  { "markup", HEAD "<page>\n</form>", 3, "page" },
};

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceForm) form = NULL;
  g_autofree char *path = NULL;
  g_autofree char *place = g_strdup_printf ("line %u:", mistake->line);
  int file = g_file_open_tmp ("form-XXXXXX.xml", &path, NULL);

  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, mistake->xml, -1, NULL));
  form = tuce_form_load_file (dictionary, path, &error);
  g_unlink (path);
  if (mistake->line == 0)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_DATA);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, place));
  g_assert_nonnull (strstr (error->message, mistake->says));
}

static void
test_shipped (void)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);
  g_autoptr (GPtrArray) numbers = tuce_form_list ();

  g_assert_cmpuint (numbers->len, >, 0);
  for (guint i = 0; i < numbers->len; i++)
    {
      GError *error = NULL;
      g_autoptr (TuceForm) form = tuce_form_load (dictionary, numbers->pdata[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (tuce_form_number (form), ==, numbers->pdata[i]);
    }
}

static void
test_unknown (void)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (tuce_form_load (dictionary, "../F1", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheets/form/mistake/%s", mistakes[i].name);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }
  g_test_add_func ("/sheets/form/shipped", test_shipped);
  g_test_add_func ("/sheets/form/unknown", test_unknown);
  return g_test_run ();
}
