/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-attributes.h"

/** TuceFormReader: the state while a template is read. */
typedef struct
{
  TuceForm *form;
  GMarkupParseContext *context;
  GPtrArray *tables; /* the next table is added here */
  TuceFormTable *table;
  TuceFormRow *row;
  TuceCell *cell;
  GPtrArray *items; /* the next words are added here */
  gboolean in_page;
  gboolean in_continuation;
  gboolean has_overflow;
} TuceFormReader;

/** tuce_form_text_width: Gives the width between the margins, in points. */
double tuce_form_text_width (const TuceForm *form);

/** tuce_form_add_table: Adds a table without columns or rows at the present place, and gives it. Owned by the form. */
TuceFormTable *tuce_form_add_table (TuceFormReader *reader, const TuceAttributes *attributes);

/* The functions below are called when an element of that name begins. The parser has checked before that the element
   may stand there and has the right attributes. All give %FALSE with @error, which names the line, where the values are
   wrong. data/forms/README.md describes the elements. */

/** tuce_form_start_form: Reads <form>: number, title, entity, paper, margins and fonts of the form. */
gboolean tuce_form_start_form (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/**
 * tuce_form_start_list:
 * Reads <list>: a list of records that belong to the form's record. Wrong where there is no such entity or the list is
 * there twice.
 */
gboolean tuce_form_start_list (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_header: Reads <header>: the next tables are printed at the head of each page. */
gboolean tuce_form_start_header (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_footer: Reads <footer>: the next tables are printed at the foot of each page. */
gboolean tuce_form_start_footer (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_page: Reads <page>: adds a page that every sheet has; the next tables go there. */
gboolean tuce_form_start_page (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/**
 * tuce_form_start_continuation:
 * Reads <continuation>: the next tables go to the continuation. Wrong the second time.
 */
gboolean tuce_form_start_continuation (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/**
 * tuce_form_start_table:
 * Reads <table>: its columns, in total no wider than the space between the margins, and its frame.
 */
gboolean tuce_form_start_table (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_tr: Reads <tr>: adds a row to the table; with "repeat", one that is repeated over a list. */
gboolean tuce_form_start_tr (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_td: Reads <td>: adds a cell to the row. */
gboolean tuce_form_start_td (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_p: Reads <p>: adds a table of one cell, as wide as the space between the margins. */
gboolean tuce_form_start_p (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_space: Reads <space>: adds an empty height. */
gboolean tuce_form_start_space (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_br: Reads <br>: a line break in the cell. */
gboolean tuce_form_start_br (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/**
 * tuce_form_start_check:
 * Reads <check>: a box to tick with its label; with "when" and "is", ticked where the field has one of the values.
 */
gboolean tuce_form_start_check (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_blank: Reads <blank>: a ruled blank for writing by hand. */
gboolean tuce_form_start_blank (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_sign: Reads <sign>: a label with a ruled blank after it, for a signature. */
gboolean tuce_form_start_sign (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/**
 * tuce_form_start_when:
 * Reads <when>: its contents are printed only where a value is known, or where a list has more rows than the page.
 */
gboolean tuce_form_start_when (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_seal: Reads <seal>: a circle for a seal in the cell; wrong where the cell has one already. */
gboolean tuce_form_start_seal (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/**
 * tuce_form_start_photo:
 * Reads <photo>: the cell shows a photo of the form's record; wrong where such records have no photos or the cell has
 * one already.
 */
gboolean tuce_form_start_photo (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);

/** tuce_form_start_map: Reads <map>: the cell shows a map. */
gboolean tuce_form_start_map (TuceFormReader *reader, const TuceAttributes *attributes, GError **error);
