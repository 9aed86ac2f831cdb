/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-mistake.h"

#include <glib/gi18n-lib.h>

TuceMistake *
tuce_mistake_new (gboolean doubt, const char *item, guint line, guint column, const char *sentence)
{
  TuceMistake *self = g_new0 (TuceMistake, 1);

  self->doubt = doubt;
  self->item = g_strdup (item ? item : "");
  self->line = line;
  self->column = column;
  self->sentence = g_strdup (sentence);
  return self;
}

void
tuce_mistake_free (TuceMistake *self)
{
  g_free (self->item);
  g_free (self->sentence);
  g_free (self);
}

char *
tuce_mistake_text (const TuceMistake *self, const char *origin)
{
  if (*self->item && self->column)
    return g_strdup_printf (_("%s, item %s, line %u, column %u: %s"), origin, self->item, self->line, self->column,
                            self->sentence);
  if (*self->item)
    return g_strdup_printf (_("%s, item %s, line %u: %s"), origin, self->item, self->line, self->sentence);
  return g_strdup_printf (_("%s, line %u: %s"), origin, self->line, self->sentence);
}

void
tuce_text_position (const char *text, gsize offset, guint first_line, guint *line, guint *column)
{
  *line = first_line;
  *column = 1;
  for (gsize i = 0; i < offset && text[i]; i++)
    if (text[i] == '\n')
      {
        (*line)++;
        *column = 1;
      }
    else if (((guchar) text[i] & 0xc0) != 0x80)
      (*column)++;
}
