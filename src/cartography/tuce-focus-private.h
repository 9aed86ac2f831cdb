/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-focus.h"
#include "tuce-scene-private.h"

struct _TuceFocus
{
  gatomicrefcount count;
  TuceScene *scene;
  guint8 *stands_out;              /* by index of the point */
  guint (*counts)[TUCE_MOST_MARKS]; /* by index of the place: how many that stand out, by mark */
};
