/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-list-page.h"

#include <glib/gi18n-lib.h>

#include "tuce-freshness.h"
#include "tuce-keyboard-focus.h"

/* Bits of the parts that are asked for. */
enum
{
  PART_LIST = 1 << 0,
  PART_ROWS = 1 << 1
};

typedef struct
{
  GtkWidget *box; /* bar, middle, and what stands below */
  GtkWidget *bar;
  GtkWidget *middle; /* what stands beside, and the list */
  TuceLooks *looks;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  TuceFreshPart parts[2];
  GCancellable *query; /* of the look on its way, or NULL */
  gboolean anew;
  gboolean entering; /* the keyboard goes into the list once it is there */
} TuceListPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TuceListPage, tuce_list_page, GTK_TYPE_WIDGET)

static guint activated_signal;

static TuceListPagePrivate *
private_of (TuceListPage *self)
{
  return tuce_list_page_get_instance_private (self);
}

/* --- looking --- */

static void
stop (TuceListPage *self)
{
  TuceListPagePrivate *own = private_of (self);

  if (own->query)
    g_cancellable_cancel (own->query);
  g_clear_object (&own->query);
}

static void
add_reads (gpointer page, TuceReads *reads)
{
  TUCE_LIST_PAGE_GET_CLASS (page)->add_reads (page, reads);
}

static void
add_row_reads (gpointer page, TuceReads *reads)
{
  if (TUCE_LIST_PAGE_GET_CLASS (page)->add_row_reads)
    TUCE_LIST_PAGE_GET_CLASS (page)->add_row_reads (page, reads);
}

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TuceListPage *self = page;
  TuceListPagePrivate *own = private_of (self);
  TuceListPageClass *klass = TUCE_LIST_PAGE_GET_CLASS (self);

  if (!tuce_workspace_get_county (own->workspace))
    return;
  own->anew |= (stale & TUCE_FRESH_ANEW) != 0;
  if (!own->anew && klass->refresh)
    klass->refresh (self, changes);
  if (!(stale & PART_LIST))
    return;
  stop (self);
  if (own->anew)
    tuce_looks_show_loading (own->looks, _(klass->looking));
  own->query = g_cancellable_new ();
  klass->look_up (self, own->anew ? NULL : changes, own->query);
}

gboolean
tuce_list_page_take (TuceListPage *self, GAsyncResult *result)
{
  TuceListPagePrivate *own = private_of (self);

  g_return_val_if_fail (TUCE_IS_LIST_PAGE (self), FALSE);
  /* A later look, or another county, took its place. */
  if (!own->query || g_task_get_cancellable (G_TASK (result)) != own->query)
    return FALSE;
  g_clear_object (&own->query);
  return TRUE;
}

void
tuce_list_page_show_rows (TuceListPage *self, guint n)
{
  TuceListPagePrivate *own = private_of (self);

  g_return_if_fail (TUCE_IS_LIST_PAGE (self));
  own->anew = FALSE;
  if (n == 0)
    TUCE_LIST_PAGE_GET_CLASS (self)->show_none (self);
  else
    tuce_looks_show_list (own->looks);
  if (own->entering && gtk_widget_get_focus_child (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  own->entering = FALSE;
  if (TUCE_LIST_PAGE_GET_CLASS (self)->shown)
    TUCE_LIST_PAGE_GET_CLASS (self)->shown (self);
}

void
tuce_list_page_show_failure (TuceListPage *self, const char *sentence)
{
  g_return_if_fail (TUCE_IS_LIST_PAGE (self));
  tuce_looks_show (private_of (self)->looks, "failed", sentence, _("Again"), "page.again");
}

void
tuce_list_page_find (TuceListPage *self, gboolean anew)
{
  g_return_if_fail (TUCE_IS_LIST_PAGE (self));
  tuce_freshness_want (private_of (self)->freshness, PART_LIST | (anew ? TUCE_FRESH_ANEW : 0));
}

static void
on_county_changed (TuceListPage *self)
{
  stop (self);
  private_of (self)->anew = TRUE;
  TUCE_LIST_PAGE_GET_CLASS (self)->county_changed (self);
  /* scope-changed follows: it is asked for. */
}

/* --- actions --- */

static void
again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_list_page_find (TUCE_LIST_PAGE (widget), TRUE);
}

static void
show_whole (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_workspace_set_scope (private_of (TUCE_LIST_PAGE (widget))->workspace, NULL);
}

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TUCE_LIST_PAGE_GET_CLASS (widget)->clear (TUCE_LIST_PAGE (widget));
}

/* --- object --- */

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceListPage *self = TUCE_LIST_PAGE (widget);
  TuceListPagePrivate *own = private_of (self);

  own->entering = own->query != NULL;
  if (g_str_equal (tuce_looks_get (own->looks), "list") && TUCE_LIST_PAGE_GET_CLASS (self)->focus_rows (self))
    return TRUE;
  return gtk_widget_child_focus (own->box, GTK_DIR_TAB_FORWARD);
}

static void
tuce_list_page_dispose (GObject *object)
{
  TuceListPagePrivate *own = private_of (TUCE_LIST_PAGE (object));

  stop (TUCE_LIST_PAGE (object));
  g_clear_object (&own->freshness);
  g_clear_pointer (&own->box, gtk_widget_unparent);
  g_clear_object (&own->workspace);
  G_OBJECT_CLASS (tuce_list_page_parent_class)->dispose (object);
}

static void
tuce_list_page_class_init (TuceListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_list_page_dispose;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "page.again", NULL, again);
  gtk_widget_class_install_action (widget_class, "page.whole-county", NULL, show_whole);
  gtk_widget_class_install_action (widget_class, "page.clear", NULL, clear);
  activated_signal
      = g_signal_new ("activated", TUCE_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tuce_list_page_init (TuceListPage *self)
{
  TuceListPagePrivate *own = private_of (self);
  GtkWidget *scrolled = gtk_scrolled_window_new (); /* a narrow window scrolls the bar, and is not kept from being narrow */

  own->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  own->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  own->middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (own->bar, "page-bar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), own->bar);
  gtk_box_append (GTK_BOX (own->box), scrolled);
  gtk_box_append (GTK_BOX (own->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (own->box), own->middle);
  gtk_widget_set_parent (own->box, GTK_WIDGET (self));
}

void
tuce_list_page_begin (TuceListPage *self, TuceWorkspace *workspace, GtkWidget *list)
{
  TuceListPagePrivate *own = private_of (self);

  g_return_if_fail (TUCE_IS_LIST_PAGE (self));
  own->workspace = g_object_ref (workspace);
  own->looks = TUCE_LOOKS (tuce_looks_new (list));
  gtk_box_append (GTK_BOX (own->middle), GTK_WIDGET (own->looks));
  own->parts[0] = (TuceFreshPart){ add_reads, NULL, TUCE_LIST_PAGE_GET_CLASS (self)->fresh_by };
  own->parts[1] = (TuceFreshPart){ add_row_reads, NULL, 0 };
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  own->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), own->parts, G_N_ELEMENTS (own->parts), ask);
  on_county_changed (self);
}

TuceWorkspace *
tuce_list_page_get_workspace (TuceListPage *self)
{
  g_return_val_if_fail (TUCE_IS_LIST_PAGE (self), NULL);
  return private_of (self)->workspace;
}

GtkBox *
tuce_list_page_get_bar (TuceListPage *self)
{
  g_return_val_if_fail (TUCE_IS_LIST_PAGE (self), NULL);
  return GTK_BOX (private_of (self)->bar);
}

void
tuce_list_page_add_beside (TuceListPage *self, GtkWidget *widget)
{
  TuceListPagePrivate *own = private_of (self);

  g_return_if_fail (TUCE_IS_LIST_PAGE (self));
  gtk_box_prepend (GTK_BOX (own->middle), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_prepend (GTK_BOX (own->middle), widget);
}

void
tuce_list_page_add_below (TuceListPage *self, GtkWidget *widget)
{
  TuceListPagePrivate *own = private_of (self);

  g_return_if_fail (TUCE_IS_LIST_PAGE (self));
  gtk_box_append (GTK_BOX (own->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (own->box), widget);
}

gboolean
tuce_list_page_is_anew (TuceListPage *self)
{
  g_return_val_if_fail (TUCE_IS_LIST_PAGE (self), FALSE);
  return private_of (self)->anew;
}

TuceLooks *
tuce_list_page_get_looks (TuceListPage *self)
{
  g_return_val_if_fail (TUCE_IS_LIST_PAGE (self), NULL);
  return private_of (self)->looks;
}

const char *
tuce_list_page_get_look (TuceListPage *self)
{
  g_return_val_if_fail (TUCE_IS_LIST_PAGE (self), NULL);
  return tuce_looks_get (private_of (self)->looks);
}

gboolean
tuce_list_page_is_whole (TuceListPage *self)
{
  TuceWorkspace *workspace = tuce_list_page_get_workspace (self);

  return g_str_equal (tuce_workspace_get_scope (workspace), tuce_county_get_code (tuce_workspace_get_county (workspace)));
}

gboolean
tuce_list_page_is_loading (TuceListPage *self)
{
  g_return_val_if_fail (TUCE_IS_LIST_PAGE (self), FALSE);
  return private_of (self)->query != NULL;
}

void
tuce_list_page_activate (TuceListPage *self)
{
  g_return_if_fail (TUCE_IS_LIST_PAGE (self));
  g_signal_emit (self, activated_signal, 0);
}
