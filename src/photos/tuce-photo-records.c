/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-photo-records.h"

#include <glib/gi18n-lib.h>

#include "tuce-edit.h"
#include "tuce-error.h"
#include "tuce-query.h"

void
tuce_photo_file_free (TucePhotoFile *file)
{
  g_free (file->hash);
  g_free (file->name);
  g_free (file);
}

const TuceField *
tuce_photos_owner_field (TuceDictionary *dictionary, const char *entity)
{
  const TuceEntity *photo = tuce_dictionary_entity (dictionary, "photo");

  for (guint i = 0; i < photo->fields->len; i++)
    {
      const TuceField *field = photo->fields->pdata[i];

      if (field->type == TUCE_FIELD_REFERENCE && g_str_equal (field->target, entity))
        return field;
    }
  return NULL;
}

static const char *
kind_of (const TuceRecord *photo)
{
  return tuce_record_text (photo, "kind");
}

static guint
kind_rank (const TuceRecord *photo)
{
  const TuceField *kind = tuce_entity_field (photo->entity, "kind");
  const TuceCode *code = tuce_code_list_find (kind->codes, kind_of (photo));
  guint rank = kind->codes->codes->len;

  if (code)
    g_ptr_array_find (kind->codes->codes, code, &rank);
  return rank;
}

static const char *
taken_on (const TuceRecord *photo)
{
  return tuce_record_text (photo, "taken_on");
}

static int
compare_photos (gconstpointer a, gconstpointer b)
{
  const TuceRecord *one = *(TuceRecord *const *) a, *other = *(TuceRecord *const *) b;
  guint rank = kind_rank (one), other_rank = kind_rank (other);
  int by_day;

  if (rank != other_rank)
    return rank < other_rank ? -1 : 1;
  by_day = g_strcmp0 (taken_on (other), taken_on (one));
  if (by_day != 0)
    return by_day;
  return one->id > other->id ? -1 : one->id < other->id;
}

GPtrArray *
tuce_photos_of (TuceCounty *county, const char *entity, gint64 id, GError **error)
{
  const TuceField *owner = tuce_photos_owner_field (tuce_county_get_dictionary (county), entity);
  g_autoptr (GPtrArray) photos = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
  g_autoptr (TuceQuery) query = tuce_query_new (county, "photo");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (owner, NULL);
  if (!tuce_query_add_condition (query, owner->name, TUCE_IS, number, error)
      || !(ids = tuce_query_ids (query, county, NULL, error)))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      TuceRecord *photo = tuce_county_load (county, "photo", g_array_index (ids, gint64, i), error);

      if (!photo)
        return NULL;
      g_ptr_array_add (photos, photo);
    }
  g_ptr_array_sort (photos, compare_photos);
  return g_steal_pointer (&photos);
}

const TuceRecord *
tuce_photos_best (GPtrArray *photos, const char *kind)
{
  for (guint i = 0; i < photos->len; i++)
    if (g_str_equal (kind_of (photos->pdata[i]), kind))
      return photos->pdata[i];
  return NULL;
}

static gboolean
has_photo (GPtrArray *photos, const char *hash, const char *kind)
{
  for (guint i = 0; i < photos->len; i++)
    if (g_str_equal (tuce_record_text (photos->pdata[i], "hash"), hash)
        && g_str_equal (kind_of (photos->pdata[i]), kind))
      return TRUE;
  return FALSE;
}

static gboolean
insert_all (TuceEdit *edit, TuceCounty *county, const TuceField *owner, gint64 id, const char *kind, GPtrArray *files,
            GPtrArray *photos, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      const TucePhotoFile *file = files->pdata[i];
      TuceRecord *photo;

      if (has_photo (photos, file->hash, kind))
        continue;
      photo = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "photo"));
      g_ptr_array_add (photos, photo);
      tuce_record_set_integer (photo, owner->name, id);
      tuce_record_set_text (photo, "kind", kind);
      tuce_record_set_text (photo, "hash", file->hash);
      tuce_record_set_text (photo, "name", file->name);
      if (!tuce_edit_insert (edit, photo, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tuce_photos_add (TuceCounty *county, const char *entity, gint64 id, const char *kind, GPtrArray *files, guint *n_added,
                 GError **error)
{
  const TuceField *owner = tuce_photos_owner_field (tuce_county_get_dictionary (county), entity);
  g_autoptr (GPtrArray) photos = tuce_photos_of (county, entity, id, error);
  g_autoptr (TuceEdit) edit = photos ? tuce_edit_begin (county, "", error) : NULL;
  guint before = photos ? photos->len : 0, n;
  g_autofree char *label = NULL;

  if (!edit || !insert_all (edit, county, owner, id, kind, files, photos, error))
    return FALSE;
  n = photos->len - before;
  label = g_strdup_printf (ngettext ("Add %u photo", "Add %u photos", n), n);
  tuce_edit_set_label (edit, label);
  if (n_added)
    *n_added = n;
  return tuce_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
tuce_photos_set_kind (TuceCounty *county, gint64 photo, const char *kind, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_county_load (county, "photo", photo, error);
  g_autoptr (TuceEdit) edit = record ? tuce_edit_begin (county, _("Say what a photo shows"), error) : NULL;

  if (!edit)
    return FALSE;
  tuce_record_set_text (record, "kind", kind);
  return tuce_edit_update (edit, record, error) && tuce_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
tuce_photos_remove (TuceCounty *county, gint64 photo, GError **error)
{
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, _("Remove 1 photo"), error);

  return edit && tuce_edit_delete (edit, "photo", photo, error) && tuce_edit_commit (g_steal_pointer (&edit), error);
}
