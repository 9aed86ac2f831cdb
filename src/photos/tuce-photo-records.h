/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/** TucePhotoFile: a photo that tuce_photo_keep() took, and what its file was called. */
typedef struct
{
  char *hash;
  char *name;
} TucePhotoFile;

void tuce_photo_file_free (TucePhotoFile *file);

/** tuce_photos_owner_field: Returns: the field of photo that names its owner, an @entity ("household" or "site"); %NULL for others. */
const TuceField *tuce_photos_owner_field (TuceDictionary *dictionary, const char *entity);

/**
 * tuce_photos_of:
 * Gives the photos of the record @id of @entity ("household" or "site"): in the order of the code list of kinds, of one
 * kind the latest first.
 * Returns: (transfer full) (element-type TuceRecord)
 */
GPtrArray *tuce_photos_of (TuceCounty *county, const char *entity, gint64 id, GError **error);

/** tuce_photos_best: Returns: (nullable) (transfer none): of @photos, in the order tuce_photos_of() gives, the one of @kind to be printed. */
const TuceRecord *tuce_photos_best (GPtrArray *photos, const char *kind);

/**
 * tuce_photos_add:
 * @files: (element-type TucePhotoFile): already kept (tuce_photo_keep())
 * @kind: a code of photo_kind
 *
 * Writes their records as one edit; a photo the record has already with that kind is passed over.
 * @n_added: (out) (optional)
 */
gboolean tuce_photos_add (TuceCounty *county, const char *entity, gint64 id, const char *kind, GPtrArray *files, guint *n_added,
                          GError **error);

/** tuce_photos_set_kind: Says what the photo shows, as one edit. */
gboolean tuce_photos_set_kind (TuceCounty *county, gint64 photo, const char *kind, GError **error);

/** tuce_photos_remove: Removes the record of the photo, as one edit. Its file stays, so that it can be undone. */
gboolean tuce_photos_remove (TuceCounty *county, gint64 photo, GError **error);
