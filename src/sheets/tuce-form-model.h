/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form.h"

/*
 * What a template becomes when it is read: the inner parts of a TuceForm, for sheets/ alone. All lengths are in
 * points. Immutable after tuce_form_load(), so a form may be shared between threads.
 */

#define TUCE_POINTS_PER_MM (72.0 / 25.4)
#define TUCE_ANY_VALUE "*"      /* <check is="*"/>: ticked when the value is known */
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
  TUCE_SOURCE_SCOPE,   /* what the records of a list form were taken from */
  TUCE_SOURCE_COUNT,   /* how many rows the list has */
  TUCE_SOURCE_BOARD,   /* column: which figure of a site (tuce-site-figures.h): the record, or of a row where list is one */
  TUCE_SOURCE_VERDICT, /* column: index of the form's criteria */
  TUCE_SOURCE_OVERFLOW_ROW,
  TUCE_SOURCE_OVERFLOW_LABEL,
  TUCE_SOURCE_OVERFLOW_TEXT
} TuceSourceKind;

/** Of a verdict: the figure it rests on, what that was compared with, or the result, a code of the list "result". */
typedef enum
{
  TUCE_VERDICT_VALUE,
  TUCE_VERDICT_THRESHOLD,
  TUCE_VERDICT_RESULT,
  TUCE_VERDICT_LABEL
} TuceVerdictPart;

/** TuceSource: where the text of a {path} comes from. */
typedef struct
{
  TuceSourceKind kind;
  int list;
  guint column;
  const TuceField *field; /* RECORD, LIST, BOARD: how its values are written; RESULT of a VERDICT */
  gboolean is_total;      /* LIST, BOARD: all rows added up */
  TuceVerdictPart part;   /* VERDICT */
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
  TUCE_STYLE_EMPTY, /* choices; the empty set has a word of its own */
  TUCE_STYLE_WAN,   /* money in 10,000 yuan */
  TUCE_STYLE_MU,    /* an area in mu */
  TUCE_STYLE_TIME,  /* a text with a time: 2018-07-05 09:00:00 */
  TUCE_STYLE_DISTANCE, /* metres as people say them: 640 m, 1.2 km */
  TUCE_STYLE_MARK   /* yes or no as √ or ×; room for the pen where it is not known */
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
  TUCE_MAP_PLACE,   /* the place with all its households and their legend */
  TUCE_MAP_SITE,    /* a site with what is around it and those who move there */
  TUCE_MAP_SCENARIO /* the county with the sites and moves of a scenario */
} TuceMapPart;

/** TucePhotoCell: a cell that shows a photo of the record. */
typedef struct
{
  char *kind;    /* a code of photo_kind */
  char *label;   /* stands in the frame where there is none */
  char *missing; /* stands there when its file is gone */
} TucePhotoCell;

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
  TucePhotoCell *photo; /* or NULL */
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

/**
 * TuceFormList: records that are repeated over: those that belong to the form's record, or, on a form of which one
 * sheet lists all records, these.
 */
typedef struct
{
  guint line;
  const TuceEntity *entity;
  const TuceField *by;   /* names the form's record; NULL: the run's own records */
  const char *order;     /* path they are sorted by, or NULL */
  GPtrArray *columns; /* char *: paths from @entity, that of @by first */
  gboolean has_where;
  guint where; /* column that has to hold one of @is */
  GStrv is;
  guint on_page; /* rows the pages have room for */
  gboolean continued; /* whether the continuation has rows for the rest */
} TuceFormList;

/** TuceFormParameter: a parameter or criterion the form prints. */
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
  gboolean lists_all; /* one sheet lists all records of a run, instead of a sheet for each */
  char *needs;        /* path that has to hold a value for a record to have a sheet, or NULL */
  char *standard;     /* level of the standard whose verdicts are printed, or NULL */
  char *incomplete;   /* printed behind a total when some rows lack the figure, or NULL */
  char *font;        /* families, best first, by commas */
  double size;       /* of the type, where a cell says nothing else */
  double width, height;
  double margins[4]; /* top, right, bottom, left */
  char *unconfirmed; /* printed behind a parameter nobody confirmed */
  char *continued;   /* printed where a text breaks off, to go on on the continuation */

  GPtrArray *columns;    /* char *: paths from @entity */
  GPtrArray *lists;      /* TuceFormList */
  GPtrArray *parameters; /* TuceFormParameter */
  GPtrArray *criteria;   /* TuceFormParameter: of the standard, by their codes */
  GPtrArray *header;     /* TuceFormTable, at the head of each page */
  GPtrArray *footer;     /* likewise at its foot */
  GPtrArray *pages;      /* TuceFormPage */
  GPtrArray *continuation; /* TuceFormTable, or NULL */
  guint continuation_line;
  gboolean has_map;
  gboolean has_overlay; /* a map that shows sites */
  gboolean has_board;   /* figures of sites */
  gboolean has_photo;
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
