/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"
#include "tuce-reads.h"

/**
 * TuceForm:
 * A form template of data/forms/ (see data/forms/README.md). Read once; does not change; reference counted; any thread.
 */
typedef struct _TuceForm TuceForm;

/**
 * tuce_form_load:
 * Reads the bundled form @number, such as "F1". The caller owns it; %NULL with @error, which names file, line and
 * mistake.
 */
TuceForm *tuce_form_load (TuceDictionary *dictionary, const char *number, GError **error);

/** tuce_form_load_file: Reads a template at any path, as tuce_form_load() does. */
TuceForm *tuce_form_load_file (TuceDictionary *dictionary, const char *path, GError **error);

/** tuce_form_list: Returns: (transfer full) (element-type utf8): the numbers of all bundled forms. */
GPtrArray *tuce_form_list (void);

/** tuce_form_ref: Adds a reference and gives @form. Any thread. */
TuceForm *tuce_form_ref (TuceForm *form);

/** tuce_form_unref: Drops a reference; the last one frees it. Any thread. */
void tuce_form_unref (TuceForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceForm, tuce_form_unref)

/** tuce_form_number: Gives its number, such as "F1". Owned by the form. */
const char *tuce_form_number (const TuceForm *form);

/** tuce_form_title: Gives its title, such as 贫困户脱贫验收表. Owned by the form. */
const char *tuce_form_title (const TuceForm *form);

/** tuce_form_entity: Gives the entity that its records belong to. Owned by the dictionary. */
const TuceEntity *tuce_form_entity (const TuceForm *form);

/** tuce_form_page_size: Sets @width and @height of the form's paper in points. */
void tuce_form_page_size (const TuceForm *form, double *width, double *height);

/** tuce_form_n_pages: Gives how many pages a sheet has without the continuation. */
guint tuce_form_n_pages (const TuceForm *form);

/** tuce_form_lists_all: Whether one sheet lists all records of a run, instead of a sheet for each. */
gboolean tuce_form_lists_all (const TuceForm *form);

/**
 * tuce_form_restrict:
 * Adds to @query, a query for the form's entity, the condition that the form is meant for the record. %FALSE with
 * @error where the condition is wrong.
 */
gboolean tuce_form_restrict (const TuceForm *form, TuceQuery *query, GError **error);

/**
 * tuce_form_add_reads:
 * Adds to @reads what tuce_form_restrict() reads, and the fields that say where the form's records lie.
 */
void tuce_form_add_reads (const TuceForm *form, TuceReads *reads);

/**
 * tuce_form_is_meant_for:
 * Whether the form is meant for the record @id of its entity. %FALSE with @error when the file can't be read.
 */
gboolean tuce_form_is_meant_for (const TuceForm *form, TuceCounty *county, gint64 id, GError **error);

/**
 * tuce_form_adds_up:
 * Whether it prints verdicts that add up stored ones of other records (tuce-review.h), as those of a site add up its
 * households: then these must be up to date.
 */
gboolean tuce_form_adds_up (const TuceForm *form);
