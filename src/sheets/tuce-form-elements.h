/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-attributes.h"

/** TuceFormReader: where the reading of a template stands. */
typedef struct
{
  TuceForm *form;
  GMarkupParseContext *context;
  GPtrArray *tables; /* where the next table goes */
  TuceFormTable *table;
  TuceFormRow *row;
  TuceCell *cell;
  GPtrArray *items; /* where the next words go */
  gboolean in_page;
  gboolean in_continuation;
  gboolean has_overflow;
} TuceFormReader;

/** tuce_form_text_width: Gives the points between the margins. */
double tuce_form_text_width (const TuceForm *form);

/** tuce_form_add_table: Adds a table without columns or rows where the reader stands. */
TuceFormTable *tuce_form_add_table (TuceFormReader *reader, const TuceAttributes *attributes);

/* What each element does when it begins; its attributes are known to be allowed there. */
gboolean tuce_form_start_form (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_list (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_header (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_footer (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_page (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_continuation (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_table (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_tr (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_td (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_p (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_space (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_br (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_check (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_blank (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_sign (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_when (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_seal (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_photo (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
gboolean tuce_form_start_map (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
