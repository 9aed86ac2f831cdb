/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/**
 * TuceCardKind: what can be done with the cards of an entity, and in which words: a line of data/cards.csv.
 * @entity: whose records are added and removed on the card; of what a record has one of, only removed
 * @beside: entities on whose cards one more can be begun, in the same place
 * @add: "" where none can be begun
 * @keep: "" where the record is removed at once, not with the next save
 * @unfinished: what leads back to a new record that was not saved
 * @title: of the card, with %s for the name of the record; "" for the name alone
 */
typedef struct
{
  char *entity;
  char **beside;
  char *add;
  char *remove;
  char *keep;
  char *unfinished;
  char *title;
} TuceCardKind;

/** tuce_card_kinds_load: Gives (transfer none) (element-type TuceCardKind) the kinds of cards, in the program's language, kept as long as it runs. %NULL with @error for an entity the dictionary lacks. Main thread. */
GPtrArray *tuce_card_kinds_load (GError **error);

/** tuce_card_kind_for: Returns: (nullable): the kind of the cards of @entity. */
const TuceCardKind *tuce_card_kind_for (const TuceEntity *entity);

/** tuce_card_kind_title: Gives the title of the card of the record called @name. @kind: (nullable) */
char *tuce_card_kind_title (const TuceCardKind *kind, const char *name);

/** tuce_card_kind_is_beside: Returns: whether a record of @kind can be begun on a card of @entity. */
gboolean tuce_card_kind_is_beside (const TuceCardKind *kind, const TuceEntity *entity);
