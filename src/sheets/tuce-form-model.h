/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form.h"

/*
 * What a template becomes when it is read: the inner parts of a TuceForm, for sheets/ alone. All lengths are in
 * points. Immutable after tuce_form_load(), so a form may be shared between threads.
 */

#define TUCE_POINTS_PER_MM (72.0 / 25.4)
#define TUCE_NO_LIST (-1)       /* a row that stands once */
#define TUCE_OVERFLOW_LIST (-2) /* a row of the continuation for each text that found no room */

typedef enum
{
  TUCE_SOURCE_RECORD,    /* column of the form's query */
  TUCE_SOURCE_LIST,      /* column of a list's query */
  TUCE_SOURCE_PARAMETER, /* index of the form's parameters */
  TUCE_SOURCE_ROW,       /* number of the row within its repeat, from 1 */
  TUCE_SOURCE_PAGE,
  TUCE_SOURCE_PAGES,
  TUCE_SOURCE_PRINTED, /* when the run was started */
  TUCE_SOURCE_AS_OF,   /* when the register was last changed */
  TUCE_SOURCE_ENTRY,   /* the journal's last sequence number */
  TUCE_SOURCE_YEAR,    /* the county's year */
  TUCE_SOURCE_COUNTY,  /* the county's name */
  TUCE_SOURCE_OVERFLOW_ROW,
  TUCE_SOURCE_OVERFLOW_LABEL,
  TUCE_SOURCE_OVERFLOW_TEXT
} TuceSourceKind;

/** TuceSource: where the text of a {path} comes from. */
typedef struct
{
  TuceSourceKind kind;
  int list;
  guint column;
  const TuceField *field; /* RECORD and LIST */
} TuceSource;

typedef enum
{
  TUCE_ITEM_TEXT,
  TUCE_ITEM_FIELD,
  TUCE_ITEM_CHECK,
  TUCE_ITEM_BLANK,
  TUCE_ITEM_BREAK,
  TUCE_ITEM_KNOWN, /* its items are printed when the source holds a value */
  TUCE_ITEM_MORE   /* its items are printed when a list has more rows than the page */
} TuceItemKind;

typedef enum
{
  TUCE_STYLE_PLAIN,
  TUCE_STYLE_MASK,
  TUCE_STYLE_MONTH, /* a date without its day */
  TUCE_STYLE_EMPTY  /* choices; the empty set has a word of its own */
} TuceFieldStyle;

/** TuceItem: one thing in the text of a cell. */
typedef struct
{
  TuceItemKind kind;
  char *text;        /* TEXT; the label of a CHECK; the word of STYLE_EMPTY */
  gboolean has_source;
  TuceSource source; /* FIELD, KNOWN; CHECK when has_source */
  TuceFieldStyle style;
  GStrv is;          /* CHECK: values, in plain notation, that tick the box */
  double width;      /* BLANK */
  int list;          /* MORE */
  GPtrArray *items;  /* KNOWN and MORE: TuceItem */
} TuceItem;

typedef enum
{
  TUCE_BORDER_TOP = 1 << 0,
  TUCE_BORDER_RIGHT = 1 << 1,
  TUCE_BORDER_BOTTOM = 1 << 2,
  TUCE_BORDER_LEFT = 1 << 3,
  TUCE_BORDER_ALL = 0xf
} TuceBorders;

typedef enum
{
  TUCE_ALIGN_START, /* left, top */
  TUCE_ALIGN_MIDDLE,
  TUCE_ALIGN_END
} TuceAlign;

typedef enum
{
  TUCE_MAP_NONE,
  TUCE_MAP_LOCATOR, /* the county with the place marked */
  TUCE_MAP_DETAIL,  /* the place with the record ringed */
  TUCE_MAP_PLACE    /* the place with all its households and their legend */
} TuceMapPart;

/** TuceCell: one td. */
typedef struct
{
  guint line; /* of the template */
  guint colspan, rowspan;
  TuceAlign align, valign;
  TuceBorders borders;
  double size;  /* of the type */
  double pitch; /* from one line of text to the next; 0: by the type's size */
  gboolean bold;
  gboolean is_static; /* the same for every record of a run */
  gboolean is_paged;  /* tells the number of the page */
  char *label;        /* what an overflowing text is called on the continuation; NULL: the field's own label */
  char *seal;         /* the words in a seal's circle, or NULL */
  TuceMapPart map;
  TuceSource map_place;
  GPtrArray *items; /* TuceItem */
} TuceCell;

/** TuceFormRow: one tr. */
typedef struct
{
  guint line;
  double height;
  int list;     /* repeated over this list, or one of the constants above */
  guint copies; /* how many rows a page has of it */
  GPtrArray *cells; /* TuceCell */
} TuceFormRow;

/** TuceFormTable: one table; a p is a table of one cell, a space one without rows. */
typedef struct
{
  guint line;
  double height; /* of a space */
  gboolean framed;
  GArray *columns; /* double */
  GPtrArray *rows; /* TuceFormRow */
} TuceFormTable;

/** TuceRectangle: a place on a page, from its top left corner. */
typedef struct
{
  double x, y, width, height;
} TuceRectangle;

/** TucePlaced: a cell at its place on a page. */
typedef struct
{
  const TuceCell *cell;
  TuceRectangle at;
  guint item; /* which row of its list */
} TucePlaced;

/** TucePageLayout: what stands where on one page. */
typedef struct
{
  GArray *cells;  /* TucePlaced */
  GArray *frames; /* TuceRectangle */
} TucePageLayout;

/** TuceFormPage: one page every sheet has. */
typedef struct
{
  guint line;
  GPtrArray *tables; /* TuceFormTable */
  TucePageLayout layout;
} TuceFormPage;

/** TuceFormList: records that belong to the form's record and are repeated over. */
typedef struct
{
  guint line;
  const TuceEntity *entity;
  GPtrArray *columns; /* char *: paths from @entity, the parent first, then the order if there is one */
  gboolean has_where;
  guint where; /* column that has to hold one of @is */
  GStrv is;
  guint on_page; /* rows the pages have room for */
  gboolean continued; /* whether the continuation has rows for the rest */
} TuceFormList;

/** TuceFormParameter: a parameter the form prints. */
typedef struct
{
  char *key;
  guint line;
} TuceFormParameter;

struct _TuceForm
{
  gatomicrefcount references;
  char *path;
  char *number;
  char *title;
  TuceDictionary *dictionary;
  const TuceEntity *entity;
  char *font;        /* families, best first, by commas */
  double size;       /* of the type, where a cell says nothing else */
  double width, height;
  double margins[4]; /* top, right, bottom, left */
  char *unconfirmed; /* printed behind a parameter nobody confirmed */
  char *continued;   /* printed where a text breaks off, to go on on the continuation */

  GPtrArray *columns;    /* char *: paths from @entity */
  GPtrArray *lists;      /* TuceFormList */
  GPtrArray *parameters; /* TuceFormParameter */
  GPtrArray *header;     /* TuceFormTable, at the head of each page */
  GPtrArray *footer;     /* likewise at its foot */
  GPtrArray *pages;      /* TuceFormPage */
  GPtrArray *continuation; /* TuceFormTable, or NULL */
  guint continuation_line;
  gboolean has_map;
};

TuceForm *tuce_form_allocate (TuceDictionary *dictionary, const char *path);
TuceItem *tuce_item_new (TuceItemKind kind);
GPtrArray *tuce_items_new (void);
TuceCell *tuce_cell_new (const TuceForm *form, guint line);
TuceFormRow *tuce_form_row_new (guint line, double height);
TuceFormTable *tuce_form_table_new (guint line);
TuceFormPage *tuce_form_page_new (guint line);
GPtrArray *tuce_form_tables_new (void);
void tuce_form_list_free (TuceFormList *list);
void tuce_form_parameter_free (TuceFormParameter *parameter);

void tuce_page_layout_init (TucePageLayout *layout);
void tuce_page_layout_clear (TucePageLayout *layout);
