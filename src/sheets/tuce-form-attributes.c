/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-form-attributes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tuce-form-source.h"

const char *
tuce_attributes_text (const TuceAttributes *attributes, const char *name)
{
  for (guint i = 0; attributes->names[i]; i++)
    if (g_str_equal (attributes->names[i], name))
      return attributes->values[i];
  return NULL;
}

gboolean
tuce_attributes_check (const TuceAttributes *attributes, const char *known, GError **error)
{
  g_auto (GStrv) names = g_strsplit (known, " ", -1);

  for (guint i = 0; names[i]; i++)
    if (g_str_has_suffix (names[i], "*"))
      {
        names[i][strlen (names[i]) - 1] = '\0';
        if (!tuce_attributes_text (attributes, names[i]))
          return tuce_form_fail (attributes->form, attributes->line, error, _("<%s> needs the attribute “%s”"),
                                 attributes->element, names[i]);
      }
  for (guint i = 0; attributes->names[i]; i++)
    if (!g_strv_contains ((const char *const *) names, attributes->names[i]))
      return tuce_form_fail (attributes->form, attributes->line, error, _("<%s> has no attribute “%s”"),
                             attributes->element, attributes->names[i]);
  return TRUE;
}

static gboolean
parse_number (const TuceAttributes *attributes, const char *name, const char *text, double least, double most,
              double *number, GError **error)
{
  char *end = NULL;
  double read = g_ascii_strtod (text, &end);

  if (!*text || *end || !isfinite (read))
    return tuce_form_fail (attributes->form, attributes->line, error, _("%s=\"%s\" of <%s>: “%s” is not a number"), name,
                           tuce_attributes_text (attributes, name), attributes->element, text);
  if (read < least || read > most)
    return tuce_form_fail (attributes->form, attributes->line, error, _("%s=\"%s\" of <%s>: %s must lie between %g and %g"),
                           name, tuce_attributes_text (attributes, name), attributes->element, text, least, most);
  *number = read;
  return TRUE;
}

gboolean
tuce_attributes_number (const TuceAttributes *attributes, const char *name, double least, double most, double *number,
                        GError **error)
{
  const char *text = tuce_attributes_text (attributes, name);

  return !text || parse_number (attributes, name, text, least, most, number, error);
}

gboolean
tuce_attributes_length (const TuceAttributes *attributes, const char *name, double least, double most, double *points,
                        GError **error)
{
  double millimetres = *points / TUCE_POINTS_PER_MM;

  if (!tuce_attributes_number (attributes, name, least, most, &millimetres, error))
    return FALSE;
  *points = millimetres * TUCE_POINTS_PER_MM;
  return TRUE;
}

gboolean
tuce_attributes_count (const TuceAttributes *attributes, const char *name, guint least, guint most, guint *count,
                       GError **error)
{
  double number = *count;

  if (!tuce_attributes_number (attributes, name, least, most, &number, error))
    return FALSE;
  if (number != floor (number))
    return tuce_form_fail (attributes->form, attributes->line, error, _("%s=\"%s\" of <%s> is not a whole number"), name,
                           tuce_attributes_text (attributes, name), attributes->element);
  *count = (guint) number;
  return TRUE;
}

gboolean
tuce_attributes_word (const TuceAttributes *attributes, const char *name, const char *const *words, guint *index,
                      GError **error)
{
  const char *text = tuce_attributes_text (attributes, name);
  g_autofree char *choice = NULL;

  if (!text)
    return TRUE;
  for (guint i = 0; words[i]; i++)
    if (g_str_equal (words[i], text))
      {
        *index = i;
        return TRUE;
      }
  choice = g_strjoinv (", ", (char **) words);
  return tuce_form_fail (attributes->form, attributes->line, error, _("%s=\"%s\" of <%s>: must be one of: %s"), name, text,
                         attributes->element, choice);
}

gboolean
tuce_attributes_lengths (const TuceAttributes *attributes, const char *name, GArray *points, GError **error)
{
  const char *text = tuce_attributes_text (attributes, name);
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i]; i++)
    {
      double length;

      if (!*parts[i])
        continue;
      if (!parse_number (attributes, name, parts[i], 0, 1000, &length, error))
        return FALSE;
      length *= TUCE_POINTS_PER_MM;
      g_array_append_val (points, length);
    }
  return TRUE;
}
