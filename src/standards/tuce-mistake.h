/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** TuceMistake: a mistake in the text of a pack, and its place. */
typedef struct
{
  gboolean doubt; /* it looks wrong but may be intended: the pack can be used all the same */
  char *item;     /* code of the item, "" for the pack's own head */
  guint line;     /* of the pack's text, from 1 */
  guint column;   /* in characters, from 1; 0 where only the line is known */
  char *sentence; /* translated, without the place */
} TuceMistake;

/** tuce_mistake_new: Gives a mistake, which the caller owns. @item: (nullable): code of the item */
TuceMistake *tuce_mistake_new (gboolean doubt, const char *item, guint line, guint column, const char *sentence);

/** tuce_mistake_free: Frees the mistake. */
void tuce_mistake_free (TuceMistake *mistake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceMistake, tuce_mistake_free)

/**
 * tuce_mistake_text:
 * Gives "pack, item Q17, line 12, column 8: sentence", without the parts that are not known. The caller owns the text.
 */
char *tuce_mistake_text (const TuceMistake *mistake, const char *origin);

/**
 * tuce_text_position:
 * Sets @line and @column, both from 1, of the byte @offset of @text, whose first line has the number @first_line.
 */
void tuce_text_position (const char *text, gsize offset, guint first_line, guint *line, guint *column);
