/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-identity.h"

/* Examples from the standard of identity numbers (GB 11643-1999) and our own. Those that are not
 * from the standard's text begin with 999999, a region that does not exist, or were made for the
 * test. */
static const struct
{
  const char *typed;
  TuceIdentityResult result;
} numbers[] = {
  { "11010519491231002X", TUCE_IDENTITY_VALID },
  { "440524188001010014", TUCE_IDENTITY_DATE }, /* the standard's own example; born in 1880 */
  { "511725199001010022", TUCE_IDENTITY_VALID },
  { "511725198502300015", TUCE_IDENTITY_DATE }, /* check digit right, 30 February */
  { "11010519491231002x", TUCE_IDENTITY_VALID },
  { "110105 19491231 002X", TUCE_IDENTITY_VALID },
  { "１１０１０５１９４９１２３１００２Ｘ", TUCE_IDENTITY_VALID },
  { "110105194912310021", TUCE_IDENTITY_CHECKSUM },
  { "110105194912310X21", TUCE_IDENTITY_CHARACTERS },
  { "11010519491231002Y", TUCE_IDENTITY_CHARACTERS },
  { "1101051949123100", TUCE_IDENTITY_LENGTH },
  { "1101051949123100211", TUCE_IDENTITY_LENGTH },
  { "110105491231002", TUCE_IDENTITY_OLD },
  { "11010549123100X", TUCE_IDENTITY_LENGTH },
  { "110105205001010017", TUCE_IDENTITY_DATE }, /* not born yet */
  { "110105194900310029", TUCE_IDENTITY_DATE },
  { "", TUCE_IDENTITY_EMPTY },
  { "   ", TUCE_IDENTITY_EMPTY },
};

static void
test_check (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 23, 7, 2018);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *number = tuce_identity_normalize (numbers[i].typed);

      g_test_message ("“%s” → “%s”", numbers[i].typed, number);
      g_assert_cmpint (tuce_identity_check (number, &today), ==, numbers[i].result);
    }
  g_assert_cmpint (tuce_identity_check (NULL, &today), ==, TUCE_IDENTITY_EMPTY);
}

static void
test_birth_day_itself (void)
{
  char number[19] = "999999201807230010";
  GDate today;

  number[17] = tuce_identity_check_digit (number);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 23, 7, 2018);
  g_assert_cmpint (tuce_identity_check (number, &today), ==, TUCE_IDENTITY_VALID);
  g_date_subtract_days (&today, 1);
  g_assert_cmpint (tuce_identity_check (number, &today), ==, TUCE_IDENTITY_DATE);
  g_assert_cmpint (tuce_identity_check (number, NULL), ==, TUCE_IDENTITY_VALID);
}

static void
test_check_digit (void)
{
  g_assert_cmpint (tuce_identity_check_digit ("11010519491231002"), ==, 'X');
  g_assert_cmpint (tuce_identity_check_digit ("44052418800101001"), ==, '4');
  g_assert_cmpint (tuce_identity_check_digit ("51172519900101002"), ==, '2');
}

/* One wrong digit is always noticed: that is what the check digit is for. */
static void
test_one_wrong_digit (void)
{
  const char *right = "511725199001010022";

  for (guint place = 0; place < 18; place++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        g_autofree char *wrong = g_strdup (right);

        if (right[place] == digit)
          continue;
        wrong[place] = digit;
        g_assert_cmpint (tuce_identity_check (wrong, NULL), !=, TUCE_IDENTITY_VALID);
      }
}

static void
test_what_it_tells (void)
{
  GDate birth;

  g_assert_true (tuce_identity_birth ("11010519491231002X", &birth));
  g_assert_cmpint (g_date_get_year (&birth), ==, 1949);
  g_assert_cmpint (g_date_get_month (&birth), ==, 12);
  g_assert_cmpint (g_date_get_day (&birth), ==, 31);
  g_assert_false (tuce_identity_birth ("511725198502300015", &birth));
  g_assert_false (tuce_identity_birth ("5117251985", &birth));
  g_assert_false (tuce_identity_birth ("5117251985O2280015", &birth));

  g_assert_false (tuce_identity_is_male ("511725199001010022"));
  g_assert_true (tuce_identity_is_male ("440524188001010014"));
}

static void
test_messages (void)
{
  for (int result = TUCE_IDENTITY_EMPTY; result <= TUCE_IDENTITY_CHECKSUM; result++)
    g_assert_nonnull (tuce_identity_message (result));
  g_assert_null (tuce_identity_message (TUCE_IDENTITY_VALID));
}

static void
test_phone (void)
{
  static const char *good[] = { "13800000000",  "19912345678", "08187212345", "0818-7212345",
                                "028-62345678", "02862345678", "7212345",     "87212345" };
  static const char *bad[]
      = { "",           "1380000000", "138000000000", "12000000000",  "1380000000a", "0818-721234",
          "81-7212345", "1234567",    "0234567",      "138-00000000", "721 2345" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_true (tuce_phone_check (good[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (tuce_phone_check (bad[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/check", test_check);
  g_test_add_func ("/identity/birth-day-itself", test_birth_day_itself);
  g_test_add_func ("/identity/check-digit", test_check_digit);
  g_test_add_func ("/identity/one-wrong-digit", test_one_wrong_digit);
  g_test_add_func ("/identity/what-it-tells", test_what_it_tells);
  g_test_add_func ("/identity/messages", test_messages);
  g_test_add_func ("/identity/phone", test_phone);
  return g_test_run ();
}
