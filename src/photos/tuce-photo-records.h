/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/** TucePhotoFile: a photo that tuce_photo_keep() has stored, and the name its file had. */
typedef struct
{
  char *hash;
  char *name;
} TucePhotoFile;

/** tuce_photo_file_free: Frees one photo file. */
void tuce_photo_file_free (TucePhotoFile *file);

/**
 * tuce_photos_owner_field:
 * Gives the field of "photo" that names its owner, an @entity ("household" or "site"); %NULL for other entities. Owned
 * by the dictionary.
 */
const TuceField *tuce_photos_owner_field (TuceDictionary *dictionary, const char *entity);

/**
 * tuce_photos_of:
 * Gives the photos of the record @id of @entity ("household" or "site"), in the order of the code list of kinds; within
 * one kind the latest first.
 * Returns: (transfer full) (element-type TuceRecord): %NULL with @error
 */
GPtrArray *tuce_photos_of (TuceCounty *county, const char *entity, gint64 id, GError **error);

/**
 * tuce_photos_best:
 * Returns: (nullable) (transfer none): the photo of @kind to be printed: the first one in @photos, which must be in the
 * order of tuce_photos_of().
 */
const TuceRecord *tuce_photos_best (GPtrArray *photos, const char *kind);

/**
 * tuce_photos_add:
 * @files: (element-type TucePhotoFile): already stored with tuce_photo_keep()
 * @kind: a code of photo_kind
 * @n_added: (out) (optional)
 *
 * Adds their records as one edit. A photo that the record already has with that kind is skipped.
 */
gboolean tuce_photos_add (TuceCounty *county, const char *entity, gint64 id, const char *kind, GPtrArray *files, guint *n_added,
                          GError **error);

/** tuce_photos_set_kind: Sets what the photo shows, as one edit. */
gboolean tuce_photos_set_kind (TuceCounty *county, gint64 photo, const char *kind, GError **error);

/** tuce_photos_remove: Deletes the record of the photo, as one edit. Its file stays, so that the edit can be undone. */
gboolean tuce_photos_remove (TuceCounty *county, gint64 photo, GError **error);
