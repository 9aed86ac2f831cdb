/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-own-packs.h"

#include <glib/gi18n-lib.h>

#include "tuce-edit.h"
#include "tuce-error.h"

TuceRecord *
tuce_own_pack_find (TuceCounty *county, const char *name)
{
  return tuce_county_find (county, "pack", "name", name, NULL);
}

gboolean
tuce_own_pack_has_text (TuceCounty *county, const char *name)
{
  g_autoptr (TuceRecord) record = tuce_own_pack_find (county, name);

  return record && *tuce_record_text (record, "text");
}

static TuceRecord *
find_or_new (TuceCounty *county, const char *name)
{
  TuceRecord *record = tuce_own_pack_find (county, name);

  if (record)
    return record;
  record = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "pack"));
  tuce_record_set_text (record, "name", name);
  return record;
}

static gboolean
write_record (TuceCounty *county, const char *label, TuceRecord *record, GError **error)
{
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, label, error);

  tuce_record_set_text (record, "changed_by", g_get_user_name ());
  if (!edit || !(record->id ? tuce_edit_update (edit, record, error) : tuce_edit_insert (edit, record, error)))
    return FALSE;
  return tuce_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
refuse_clash (TuceStandards *standards, const TucePack *pack, GError **error)
{
  g_autofree char *clash
      = tuce_standards_holds (standards, pack) ? tuce_standards_find_clash (standards, pack) : NULL;

  if (clash)
    g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, clash);
  return clash != NULL;
}

gboolean
tuce_own_pack_activate (TuceCounty *county, TuceStandards *standards, const TucePack *pack, gboolean active,
                        GError **error)
{
  g_autoptr (TuceRecord) record = find_or_new (county, pack->name);
  g_autofree char *label
      = g_strdup_printf (active ? _("Put the pack %s in force") : _("Take the pack %s out of force"), pack->name);

  if (active && refuse_clash (standards, pack, error))
    return FALSE;
  tuce_record_set_integer (record, "active", active);
  return write_record (county, label, record, error);
}

gboolean
tuce_own_pack_copy (TuceCounty *county, TuceStandards *standards, const TucePack *pack, GError **error)
{
  g_autoptr (TuceRecord) record = find_or_new (county, pack->name);
  g_autofree char *label = g_strdup_printf (_("Copy the pack %s to change it"), pack->name);

  if (*tuce_record_text (record, "text"))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” is the county's own already"), pack->name);
      return FALSE;
    }
  tuce_record_set_text (record, "text", pack->text);
  tuce_record_set_text (record, "based_on", pack->name);
  tuce_record_set_integer (record, "active", tuce_standards_is_wanted (standards, pack));
  return write_record (county, label, record, error);
}

static gboolean
is_taken (TuceStandards *standards, TuceCounty *county, const char *name)
{
  g_autoptr (TuceRecord) record = tuce_own_pack_find (county, name);

  return record || tuce_standards_pack (standards, name);
}

gboolean
tuce_own_pack_save (TuceCounty *county, TuceStandards *standards, const char *name, const char *text, GError **error)
{
  g_autoptr (TucePack) pack = tuce_pack_parse (text, name, error);
  g_autoptr (TuceRecord) record = tuce_county_find (county, "pack", "name", name, pack ? error : NULL);
  g_autofree char *label = g_strdup_printf (_("Change the pack %s"), name);

  if (!pack || !record)
    return FALSE;
  if (!g_str_equal (pack->name, name) && is_taken (standards, county, pack->name))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("There is a pack “%s” already: choose another name"),
                   pack->name);
      return FALSE;
    }
  if (tuce_record_integer (record, "active") && refuse_clash (standards, pack, error))
    return FALSE;
  tuce_record_set_text (record, "name", pack->name);
  tuce_record_set_text (record, "text", text);
  return write_record (county, label, record, error);
}

gboolean
tuce_own_pack_delete (TuceCounty *county, const char *name, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_county_find (county, "pack", "name", name, error);
  g_autofree char *label = g_strdup_printf (_("Delete the county's own pack %s"), name);
  g_autoptr (TuceEdit) edit = record ? tuce_edit_begin (county, label, error) : NULL;

  return edit && tuce_edit_delete (edit, "pack", record->id, error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}
