/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county-private.h"

/* A record the edit wrote, or was asked to watch, and which of its fields it wrote. */
typedef struct
{
  const TuceEntity *entity;
  gint64 id;
  guint8 written[]; /* by field index */
} TuceWatched;

/* tuce-edit-watch.c: the records an edit wrote since it was last judged. Finding one takes the same time however many there are. */
typedef struct _TuceWatchList TuceWatchList;

/* Gives (transfer full) an empty list. */
TuceWatchList *tuce_watch_list_new (void);

/* Frees @list with its TuceWatched. */
void tuce_watch_list_free (TuceWatchList *list);

/* Returns: (transfer none): the entry of the record, added with no field written where there was none. */
TuceWatched *tuce_watch_list_add (TuceWatchList *list, const TuceEntity *entity, gint64 id);

/* Returns: (transfer none) (nullable): the entry of the record. */
const TuceWatched *tuce_watch_list_find (const TuceWatchList *list, const TuceEntity *entity, gint64 id);

/* Returns: (transfer none) (element-type TuceWatched): all entries, in the order in which they were added. */
GPtrArray *tuce_watch_list_all (const TuceWatchList *list);

/* Removes all entries. */
void tuce_watch_list_clear (TuceWatchList *list);

struct _TuceEdit
{
  TuceCounty *county;
  gboolean over;         /* the county was closed: the edit can only be aborted */
  TuceEdit *outer;       /* of a trial made while an edit in portions is under way: that edit; else NULL */
  char *label;
  char *user;
  char *at;
  const char *kind;      /* "edit", or "founding" */
  gint64 next_id;        /* the id of the next record; 0: tuce_county_new_id() decides */
  sqlite3_session *session;
  TuceWatchList *watched;
  gboolean unchecked;    /* founding or bulk: what it writes is neither noted nor checked */
  gboolean several;      /* it wrote more than one record, so that a refusal has to name the record */
  GHashTable *inserts; /* entity → statement, borrowed from the county */
  char *dropped;     /* entity of the draft that this edit saves and so deletes, or NULL */
  gint64 dropped_id; /* the record of that draft */
  GHashTable *unsettled; /* entity → set of ids whose kept fields may be out of date */
};

/* tuce-edit-kept.c: notes that the kept fields of @record and of the records it refers to may be out of date. */
void tuce_edit_unsettle (TuceEdit *edit, const TuceRecord *record);

/* tuce-edit-kept.c: writes the kept fields of all records noted so far. FALSE with @error where that failed. */
gboolean tuce_edit_settle (TuceEdit *edit, GError **error);
