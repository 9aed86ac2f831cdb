/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-journal.h"

/** TucePhotoMissing: a photo of the register whose file is not there, or is no longer what it was. */
typedef struct
{
  gint64 photo;
  gint64 household; /* 0 where it is a site's */
  gint64 site;
  char *whose;      /* head of the household with its number, or the site: name, township, village */
  char *kind;       /* what it shows, in the program's language */
  char *name;       /* what its file was called */
  char *hash;
  gboolean altered; /* the file is there, but holds something else */
} TucePhotoMissing;

/**
 * TucePhotoSurvey:
 * @n_photos: records
 * @n_files, @bytes: files in the folder
 * @missing: (element-type TucePhotoMissing)
 * @unused: (element-type filename): files no record names: of photos that were removed, which an undo may bring back
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
 * Compares the photos of the register with the files beside it. On the county's thread; seconds when files are read.
 */
TucePhotoSurvey *tuce_photo_survey (TuceCounty *county, gboolean contents, TuceProgress progress, gpointer data,
                                    GCancellable *cancellable, GError **error);
void tuce_photo_survey_free (TucePhotoSurvey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePhotoSurvey, tuce_photo_survey_free)
