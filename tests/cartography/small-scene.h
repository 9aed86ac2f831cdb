/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-scene-private.h"

/* A square county with four townships of four villages each, and @households spread over it. Ids begin at 1. */
TuceScene *small_scene_new (guint households, gboolean schematic);

/* The same, but household @id has @mark. */
TuceScene *small_scene_new_with (guint households, gboolean schematic, gint64 id, const char *mark);
