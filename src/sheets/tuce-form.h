/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"
#include "tuce-reads.h"

/**
 * TuceForm:
 * A form template of data/forms/ (its words are described in data/forms/README.md), read once, immutable, counted.
 */
typedef struct _TuceForm TuceForm;

/** tuce_form_load: @number: "F1". A mistake in the template names file, line and what is wrong. */
TuceForm *tuce_form_load (TuceDictionary *dictionary, const char *number, GError **error);
/** tuce_form_load_file: the same for a template that lies anywhere. */
TuceForm *tuce_form_load_file (TuceDictionary *dictionary, const char *path, GError **error);
/** tuce_form_list: Returns: (element-type utf8): the numbers of all forms the program ships. */
GPtrArray *tuce_form_list (void);
TuceForm *tuce_form_ref (TuceForm *form);
void tuce_form_unref (TuceForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceForm, tuce_form_unref)

const char *tuce_form_number (const TuceForm *form);
const char *tuce_form_title (const TuceForm *form); /* 贫困户脱贫验收表 */
const TuceEntity *tuce_form_entity (const TuceForm *form);
/** tuce_form_page_size: Sets @width and @height of the form's paper in points. */
void tuce_form_page_size (const TuceForm *form, double *width, double *height);
/** tuce_form_n_pages: Returns: how many pages a sheet has before any continuation. */
guint tuce_form_n_pages (const TuceForm *form);
/** tuce_form_lists_all: Returns: whether one sheet lists all records of a run, instead of a sheet for each. */
gboolean tuce_form_lists_all (const TuceForm *form);
/** tuce_form_restrict: Adds to @query, over the form's entity, that only records the form is meant for are asked for. */
gboolean tuce_form_restrict (const TuceForm *form, TuceQuery *query, GError **error);
/** tuce_form_add_reads: Adds what tuce_form_restrict() asks for, and what says where the form's records lie. */
void tuce_form_add_reads (const TuceForm *form, TuceReads *reads);
/** tuce_form_is_meant_for: Returns: whether the record @id of the form's entity is one the form is meant for. */
gboolean tuce_form_is_meant_for (const TuceForm *form, TuceCounty *county, gint64 id, GError **error);
/** tuce_form_adds_up: Returns: whether it prints verdicts that add up those of other records, as kept (tuce-review.h): a site's of its households. */
gboolean tuce_form_adds_up (const TuceForm *form);
