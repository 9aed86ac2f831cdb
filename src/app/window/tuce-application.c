/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-application.h"

#include <glib/gi18n-lib.h>

#include "tuce-window.h"

/* Also the name of the icon and of the files in ui/desktop/. */
#define TUCE_APPLICATION_ID "org.tuce.Tuce"

struct _TuceApplication
{
  GtkApplication parent_instance;

  TuceSettings *settings;
  gboolean demo;
};

G_DEFINE_FINAL_TYPE (TuceApplication, tuce_application, GTK_TYPE_APPLICATION)

static void
show_look (TuceApplication *self, const char *look)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (g_str_equal (look, "system"))
    gtk_settings_reset_property (settings, "gtk-application-prefer-dark-theme");
  else
    g_object_set (settings, "gtk-application-prefer-dark-theme", g_str_equal (look, "dark"), NULL);
}

static void
on_look (GSimpleAction *action, GVariant *look, gpointer data)
{
  TuceApplication *self = data;

  show_look (self, g_variant_get_string (look, NULL));
  tuce_settings_set_string (self->settings, "window", "look", g_variant_get_string (look, NULL));
  g_simple_action_set_state (action, look);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_show_about_dialog (gtk_application_get_active_window (data), "program-name", _("Tuce"), "version",
                         TUCE_VERSION, "comments",
                         _("The atlas and the register of a county's poverty-alleviation office"),
                         "license-type", GTK_LICENSE_GPL_3_0, "logo-icon-name", TUCE_APPLICATION_ID,
                         NULL);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window;

  /* Closing, not quitting: a half-filled card is kept then. */
  while ((window = gtk_application_get_active_window (data)))
    {
      gtk_window_close (window);
      if (gtk_application_get_active_window (data) == window)
        break;
    }
}

static TuceWindow *
new_window (TuceApplication *self)
{
  TuceWindow *window = TUCE_WINDOW (tuce_window_new (GTK_APPLICATION (self), self->settings));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
tuce_application_activate (GApplication *application)
{
  TuceApplication *self = TUCE_APPLICATION (application);
  TuceWindow *window = new_window (self);
  g_auto (GStrv) recent = tuce_settings_get_recent (self->settings);

  if (self->demo)
    tuce_window_show_demo (window);
  else if (recent[0])
    tuce_window_open (window, recent[0]);
}

static void
tuce_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      TuceWindow *window = new_window (TUCE_APPLICATION (application));
      g_autofree char *path = g_file_get_path (files[i]);
      g_autofree char *name = g_file_get_parse_name (files[i]);

      tuce_window_open (window, path ? path : name);
    }
}

static int
tuce_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("tuce %s\n", TUCE_VERSION);
      return 0;
    }
  TUCE_APPLICATION (application)->demo = g_variant_dict_contains (options, "demo");
  return -1;
}

static void
add_look (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider, "/org/tuce/Tuce/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), "/org/tuce/Tuce/icons");
  gtk_window_set_default_icon_name (TUCE_APPLICATION_ID);
}

static void
tuce_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = on_about },
    { .name = "quit", .activate = on_quit },
    { .name = "look", .parameter_type = "s", .state = "'system'", .change_state = on_look },
  };
  static const char *const quit_keys[] = { "<Control>q", NULL };
  TuceApplication *self = TUCE_APPLICATION (application);
  g_autofree char *look = NULL;

  G_APPLICATION_CLASS (tuce_application_parent_class)->startup (application);
  self->settings = tuce_settings_new (NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
  add_look ();
  look = tuce_settings_get_string (self->settings, "window", "look", "system");
  g_action_group_change_action_state (G_ACTION_GROUP (self), "look", g_variant_new_string (look));
}

static void
tuce_application_shutdown (GApplication *application)
{
  g_clear_object (&TUCE_APPLICATION (application)->settings);
  G_APPLICATION_CLASS (tuce_application_parent_class)->shutdown (application);
}

static void
tuce_application_class_init (TuceApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = tuce_application_activate;
  application_class->open = tuce_application_open;
  application_class->startup = tuce_application_startup;
  application_class->shutdown = tuce_application_shutdown;
  application_class->handle_local_options = tuce_application_handle_local_options;
}

static void
tuce_application_init (TuceApplication *self)
{
  const GOptionEntry options[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the demo county; make it where there is none yet"), NULL },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Say which version this is"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), "[FILE]");
}

TuceApplication *
tuce_application_new (void)
{
  return g_object_new (TUCE_TYPE_APPLICATION, "application-id", TUCE_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE, "resource-base-path",
                       NULL, NULL);
}
