/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-card-form.h"
#include "tuce-card.h"

/* What the files of TuceCard share: what is shown (tuce-card.c), what is done with it (…-actions.c). */
struct _TuceCard
{
  GtkWidget parent_instance;

  /* children of the template */
  GtkWidget *pages;
  GtkWidget *empty_text;
  GtkWidget *unfinished; /* what leads back to new records left half-filled */
  GtkWidget *header;
  GtkWidget *draft_bar;
  GtkWidget *draft_text;
  GtkWidget *sections; /* the form, and what follows the workspace by itself */
  GtkWidget *forms;
  GtkWidget *buttons;
  GtkWidget *related;
  GtkWidget *verdicts[2]; /* of the record, and of the move it has one of */

  /* owned */
  TuceWorkspace *workspace;
  TucePending *pending;
  GSimpleActionGroup *actions;
};

/* tuce-card.c */
TuceCardForm *tuce_card_current_form (TuceCard *card);
void tuce_card_update (TuceCard *card);
void tuce_card_show (TuceCard *card, const char *entity, gint64 id, const char *place);
void tuce_card_show_selection (TuceCard *card);

/* tuce-card-actions.c */
void tuce_card_add_actions (TuceCard *card);
void tuce_card_connect_actions (TuceCard *card);
void tuce_card_update_actions (TuceCard *card);
