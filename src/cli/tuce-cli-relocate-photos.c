/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-output.h"
#include "tuce-photo-survey.h"
#include "tuce-relocate-commands.h"

static void
print_json (const TucePhotoSurvey *survey)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tuce_output_add_text (builder, "folder", survey->folder);
  tuce_output_add_integer (builder, "photos", survey->n_photos);
  tuce_output_add_integer (builder, "files", survey->n_files);
  tuce_output_add_integer (builder, "bytes", survey->bytes);
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < survey->missing->len; i++)
    {
      const TucePhotoMissing *missing = survey->missing->pdata[i];

      json_builder_begin_object (builder);
      tuce_output_add_integer (builder, "id", missing->photo);
      tuce_output_add_integer (builder, missing->site ? "site" : "household",
                               missing->site ? missing->site : missing->household);
      tuce_output_add_text (builder, "kind", missing->kind);
      tuce_output_add_text (builder, "name", missing->name);
      tuce_output_add_text (builder, "hash", missing->hash);
      json_builder_set_member_name (builder, "altered");
      json_builder_add_boolean_value (builder, missing->altered);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "unused");
  json_builder_begin_array (builder);
  for (guint i = 0; i < survey->unused->len; i++)
    json_builder_add_string_value (builder, survey->unused->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tuce_output_json (builder);
}

static void
print_survey (const TucePhotoSurvey *survey)
{
  g_autofree char *size = g_format_size ((guint64) survey->bytes);

  /* Translators: photos in the register, files in the folder, their size, the folder */
  tuce_output_print (_("%u photos in the register, %u files (%s) in %s\n"), survey->n_photos, survey->n_files, size,
                     survey->folder);
  for (guint i = 0; i < survey->missing->len; i++)
    {
      const TucePhotoMissing *missing = survey->missing->pdata[i];

      tuce_output_print (missing->altered ? _("Altered: %s · %s · %s · %s\n") : _("Missing: %s · %s · %s · %s\n"), missing->whose,
                         missing->kind, missing->name, missing->hash);
    }
  for (guint i = 0; i < survey->unused->len; i++)
    tuce_output_print (_("Unused: %s\n"), (const char *) survey->unused->pdata[i]);
}

gboolean
tuce_cli_relocate_photos (TuceInvocation *invocation, GError **error)
{
  gboolean quick = FALSE;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TucePhotoSurvey) survey = NULL;
  const GOptionEntry entries[] = { { "quick", 0, 0, G_OPTION_ARG_NONE, &quick,
                                     N_("Only whether the files are there, not whether they are unaltered"), NULL },
                                   { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 1, 1, error))
    return FALSE;
  county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error);
  survey = county ? tuce_photo_survey (county, !quick, tuce_invocation_progress, NULL, invocation->cancellable, error) : NULL;
  if (!survey)
    return FALSE;
  if (invocation->json)
    print_json (survey);
  else
    print_survey (survey);
  return TRUE;
}
