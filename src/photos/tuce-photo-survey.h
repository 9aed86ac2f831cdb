/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-journal.h"

/** TucePhotoMissing: a photo of the register whose file is missing or was altered. */
typedef struct
{
  gint64 photo;
  gint64 household; /* 0 where the photo belongs to a site */
  gint64 site;
  char *whose;      /* head of the household with its number, or the site: its name, township, village */
  char *kind;       /* what it shows, in the program's language */
  char *name;       /* the name its file had */
  char *hash;
  gboolean altered; /* whether the file is there but its contents do not match its name */
} TucePhotoMissing;

/**
 * TucePhotoSurvey:
 * @n_photos: how many records
 * @n_files, @bytes: how many files in the folder, and their size
 * @missing: (element-type TucePhotoMissing)
 * @unused: (element-type filename): files that no record names: their photos were removed, which an undo may take back
 */
typedef struct
{
  char *folder;
  guint n_photos;
  guint n_files;
  gint64 bytes;
  GPtrArray *missing;
  GPtrArray *unused;
} TucePhotoSurvey;

/**
 * tuce_photo_survey:
 * @contents: whether to read every file and compare it with its name
 *
 * Compares the photos of the register with the files in the folder. The caller owns the result; %NULL with @error. On
 * the thread of @county; takes seconds when files are read.
 */
TucePhotoSurvey *tuce_photo_survey (TuceCounty *county, gboolean contents, TuceProgress progress, gpointer data,
                                    GCancellable *cancellable, GError **error);

/** tuce_photo_survey_free: Frees the survey. */
void tuce_photo_survey_free (TucePhotoSurvey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePhotoSurvey, tuce_photo_survey_free)
