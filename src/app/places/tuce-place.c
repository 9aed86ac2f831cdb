/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-place.h"

#include <string.h>

struct _TucePlace
{
  GObject parent_instance;

  const char *entity; /* interned */
  gint64 id;
  char *code;
  char *name;
  char *initials; /* sqc */
  char *spelt;    /* shuangqiaocun */
  gboolean is_poor;
  gint64 households;
  GListStore *children;

  TucePlace *parent; /* borrowed: it holds us */
};

G_DEFINE_FINAL_TYPE (TucePlace, tuce_place, G_TYPE_OBJECT)

enum
{
  PROP_HOUSEHOLDS = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
tuce_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_HOUSEHOLDS)
    g_value_set_int64 (value, TUCE_PLACE (object)->households);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tuce_place_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_HOUSEHOLDS)
    tuce_place_set_households (TUCE_PLACE (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tuce_place_finalize (GObject *object)
{
  TucePlace *self = TUCE_PLACE (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->initials);
  g_free (self->spelt);
  g_object_unref (self->children);
  G_OBJECT_CLASS (tuce_place_parent_class)->finalize (object);
}

static void
tuce_place_class_init (TucePlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tuce_place_get_property;
  object_class->set_property = tuce_place_set_property;
  object_class->finalize = tuce_place_finalize;
  properties[PROP_HOUSEHOLDS]
      = g_param_spec_int64 ("households", NULL, NULL, -1, G_MAXINT64, -1,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
tuce_place_init (TucePlace *self)
{
  self->households = -1;
  self->children = g_list_store_new (TUCE_TYPE_PLACE);
}

TucePlace *
tuce_place_new (const char *entity, gint64 id, const char *code, const char *name, gboolean is_poor,
                TucePlace *parent)
{
  TucePlace *self = g_object_new (TUCE_TYPE_PLACE, NULL);

  self->entity = g_intern_string (entity);
  self->id = id;
  self->code = g_strdup (code);
  self->name = g_strdup (name);
  self->is_poor = is_poor;
  self->parent = parent;
  if (parent)
    g_list_store_append (parent->children, self);
  return self;
}

const char *
tuce_place_get_entity (TucePlace *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE (self), NULL);
  return self->entity;
}

gint64
tuce_place_get_id (TucePlace *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE (self), 0);
  return self->id;
}

const char *
tuce_place_get_code (TucePlace *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE (self), NULL);
  return self->code;
}

const char *
tuce_place_get_name (TucePlace *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE (self), NULL);
  return self->name;
}

gboolean
tuce_place_is_poor (TucePlace *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE (self), FALSE);
  return self->is_poor;
}

GListModel *
tuce_place_get_children (TucePlace *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE (self), NULL);
  return G_LIST_MODEL (self->children);
}

TucePlace *
tuce_place_get_parent (TucePlace *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE (self), NULL);
  return self->parent;
}

gint64
tuce_place_get_households (TucePlace *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE (self), -1);
  return self->households;
}

void
tuce_place_set_households (TucePlace *self, gint64 households)
{
  g_return_if_fail (TUCE_IS_PLACE (self));
  if (self->households == households)
    return;
  self->households = households;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOUSEHOLDS]);
}

void
tuce_place_set_reading (TucePlace *self, const char *reading)
{
  g_auto (GStrv) syllables = g_strsplit (reading, " ", -1);
  g_autoptr (GString) initials = g_string_new (NULL);

  g_return_if_fail (TUCE_IS_PLACE (self));
  for (guint i = 0; syllables[i]; i++)
    if (*syllables[i])
      g_string_append_c (initials, *syllables[i]);
  g_free (self->initials);
  g_free (self->spelt);
  self->initials = g_strdup (initials->str);
  self->spelt = g_strjoinv ("", syllables);
}

gboolean
tuce_place_matches (TucePlace *self, const char *text)
{
  g_return_val_if_fail (TUCE_IS_PLACE (self), FALSE);
  return strstr (self->name, text) || (self->initials && g_str_has_prefix (self->initials, text))
         || (self->spelt && g_str_has_prefix (self->spelt, text))
         || (strlen (text) > 6 && g_str_has_prefix (self->code, text));
}
