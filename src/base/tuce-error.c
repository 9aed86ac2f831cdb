/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-error.h"

G_DEFINE_QUARK (tuce-error-quark, tuce_error)
