/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-own-packs.h"

#include <glib/gi18n-lib.h>

#include "tuce-edit.h"
#include "tuce-error.h"
#include "tuce-record-roles.h"

static TuceRecord *
find_pack (TuceCounty *county, const char *name, GError **error)
{
  const TuceEntity *entity = tuce_dictionary_entity (tuce_county_get_dictionary (county), TUCE_OWN_PACK);

  return tuce_county_find (county, entity->name, entity->title->name, name, error);
}

TuceRecord *
tuce_own_pack_find (TuceCounty *county, const char *name)
{
  return find_pack (county, name, NULL);
}

static const char *
text_of (const TuceRecord *record)
{
  return tuce_record_text (record, "text");
}

/* Sets the rules that the record itself holds. */
static void
set_text (TuceRecord *record, const char *text)
{
  tuce_record_set_text (record, "text", text);
}

static void
set_active (TuceRecord *record, gboolean active)
{
  tuce_record_set_integer (record, "active", active);
}

gboolean
tuce_own_pack_has_text (TuceCounty *county, const char *name)
{
  g_autoptr (TuceRecord) record = tuce_own_pack_find (county, name);

  return record && *text_of (record);
}

static TuceRecord *
find_or_new (TuceCounty *county, const char *name)
{
  TuceRecord *record = tuce_own_pack_find (county, name);

  if (record)
    return record;
  record = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), TUCE_OWN_PACK));
  tuce_record_set_named (record, name);
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
  set_active (record, active);
  return write_record (county, label, record, error);
}

gboolean
tuce_own_pack_copy (TuceCounty *county, TuceStandards *standards, const TucePack *pack, GError **error)
{
  g_autoptr (TuceRecord) record = find_or_new (county, pack->name);
  g_autofree char *label = g_strdup_printf (_("Copy the pack %s to change it"), pack->name);

  if (*text_of (record))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” is the county's own already"), pack->name);
      return FALSE;
    }
  set_text (record, pack->text);
  tuce_record_set_text (record, "based_on", pack->name);
  set_active (record, tuce_standards_is_wanted (standards, pack));
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
  g_autoptr (TuceRecord) record = find_pack (county, name, pack ? error : NULL);
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
  tuce_record_set_named (record, pack->name);
  set_text (record, text);
  return write_record (county, label, record, error);
}

gboolean
tuce_own_pack_delete (TuceCounty *county, const char *name, GError **error)
{
  g_autoptr (TuceRecord) record = find_pack (county, name, error);
  g_autofree char *label = g_strdup_printf (_("Delete the county's own pack %s"), name);
  g_autoptr (TuceEdit) edit = record ? tuce_edit_begin (county, label, error) : NULL;

  return edit && tuce_edit_delete (edit, TUCE_OWN_PACK, record->id, error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}
