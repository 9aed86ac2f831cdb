/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** TuceMistake: what is wrong in the text of a pack, and where. */
typedef struct
{
  gboolean doubt; /* looks wrong, but may be meant: does not keep the pack from being used */
  char *item;     /* code of the item, "" for the pack's own head */
  guint line;     /* of the pack's text, from 1 */
  guint column;   /* in characters, from 1; 0 where only the line is known */
  char *sentence; /* translated, without the place */
} TuceMistake;

/** tuce_mistake_new: @item may be %NULL. */
TuceMistake *tuce_mistake_new (gboolean doubt, const char *item, guint line, guint column, const char *sentence);
void tuce_mistake_free (TuceMistake *mistake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceMistake, tuce_mistake_free)

/** tuce_mistake_text: Gives "pack, item Q17, line 12, column 8: sentence" with as much of it as is known. */
char *tuce_mistake_text (const TuceMistake *mistake, const char *origin);

/** tuce_text_position: Sets line and column, both from 1, of the byte @offset of @text, whose first line is @first_line. */
void tuce_text_position (const char *text, gsize offset, guint first_line, guint *line, guint *column);
