/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-site-lane.h"
#include "tuce-site-words.h"

/**
 * TuceStageBoard:
 *
 * Resettlement sites by the stage they stand at: a lane for stages that follow each other, with the sites as tiles, the
 * latest first. One of them may be chosen. Arrows go up and down a lane and to the lanes beside it.
 *
 * Signals:
 * ::chosen (gint64 id): the user chose a site
 * ::activated (gint64 id): Enter or a double click on one
 */
#define TUCE_TYPE_STAGE_BOARD (tuce_stage_board_get_type ())
G_DECLARE_FINAL_TYPE (TuceStageBoard, tuce_stage_board, TUCE, STAGE_BOARD, GtkWidget)

GtkWidget *tuce_stage_board_new (void);

/**
 * tuce_stage_board_set:
 * @boards: (nullable): borrowed until the next call; %NULL empties it
 * @plans: (nullable) (element-type gint64 TuceSitePlan): id of a site → when it has to be where; borrowed likewise
 */
void tuce_stage_board_set (TuceStageBoard *board, const TuceSiteBoards *boards, GHashTable *plans,
                           TuceDictionary *dictionary);

/** tuce_stage_board_choose: chooses the site with this id, where it is there, and brings it into view; else none. Tells nobody. */
void tuce_stage_board_choose (TuceStageBoard *board, gint64 id);
gint64 tuce_stage_board_get_chosen (TuceStageBoard *board); /* 0 for none */

/** tuce_stage_board_get_lane: Gives (element-type gint64) the sites in the lane at @position, from the top; for tests. */
GArray *tuce_stage_board_get_lane (TuceStageBoard *board, guint position);
