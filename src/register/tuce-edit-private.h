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

TuceWatchList *tuce_watch_list_new (void);
void tuce_watch_list_free (TuceWatchList *list);
TuceWatched *tuce_watch_list_add (TuceWatchList *list, const TuceEntity *entity, gint64 id); /* or the one that is there */
const TuceWatched *tuce_watch_list_find (const TuceWatchList *list, const TuceEntity *entity, gint64 id);
GPtrArray *tuce_watch_list_all (const TuceWatchList *list); /* (transfer none), in the order they came */
void tuce_watch_list_clear (TuceWatchList *list);

struct _TuceEdit
{
  TuceCounty *county;
  gboolean over;         /* the county closed: only to be freed */
  TuceEdit *outer;       /* of a trial made while an edit in portions is under way */
  char *label;
  char *user;
  char *at;
  const char *kind;      /* "edit", or "founding" */
  gint64 next_id;        /* 0: by chance */
  sqlite3_session *session;
  TuceWatchList *watched;
  gboolean unchecked;    /* founding or bulk: what it writes is not noted, nor judged */
  gboolean several;      /* it wrote more than one record: a refusal has to say which */
  GHashTable *inserts; /* entity → statement, borrowed from the county */
  char *dropped;     /* entity of the draft it makes true, or NULL */
  gint64 dropped_id; /* its record */
  GHashTable *unsettled; /* entity → set of ids whose kept fields may be out of date */
};

/* tuce-edit-kept.c: notes that @record, and what it refers to, may have kept fields out of date. */
void tuce_edit_unsettle (TuceEdit *edit, const TuceRecord *record);

/* tuce-edit-kept.c: writes the kept fields that are out of date by now. */
gboolean tuce_edit_settle (TuceEdit *edit, GError **error);
