/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form.h"

/*
 * What a template becomes when it is read: the inner parts of a TuceForm, used only in this folder. All lengths are in
 * points. They do not change after tuce_form_load(), so threads may share a form.
 */

#define TUCE_POINTS_PER_MM (72.0 / 25.4)
#define TUCE_ANY_VALUE "*"      /* <check is="*"/>: ticked when the value is known */
#define TUCE_NO_LIST (-1)       /* a row that is not repeated */
#define TUCE_OVERFLOW_LIST (-2) /* a row of the continuation, repeated for each text that did not fit */

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
  TUCE_SOURCE_SCOPE,   /* where the records of a form that lists them were taken from */
  TUCE_SOURCE_COUNT,   /* how many rows the list has */
  TUCE_SOURCE_BOARD,   /* column: which figure of a site (tuce-site-figures.h); of the record, or of a row where list is
                          set */
  TUCE_SOURCE_VERDICT, /* column: index of the form's criteria */
  TUCE_SOURCE_OVERFLOW_ROW,
  TUCE_SOURCE_OVERFLOW_LABEL,
  TUCE_SOURCE_OVERFLOW_TEXT
} TuceSourceKind;

/**
 * TuceVerdictPart: which part of a verdict is printed: the figure it rests on, the limit it was compared with, or the
 * result, a code of the list "result".
 */
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
  const TuceField *field; /* RECORD, LIST, BOARD: the field whose way of writing is used; also for the RESULT of a
                             VERDICT */
  gboolean is_total;      /* LIST, BOARD: the sum over all rows */
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
  TUCE_STYLE_MONTH, /* a date without the day */
  TUCE_STYLE_EMPTY, /* choices, with a word for the case that none is set */
  TUCE_STYLE_WAN,   /* money in 10,000 yuan */
  TUCE_STYLE_MU,    /* an area in mu */
  TUCE_STYLE_TIME,  /* a text with a time: 2018-07-05 09:00:00 */
  TUCE_STYLE_DISTANCE, /* metres as people write them: 640 m, 1.2 km */
  TUCE_STYLE_MARK   /* yes or no as √ or ×; empty, to be filled in by hand, where it is not known */
} TuceFieldStyle;

/** TuceItem: one thing in the text of a cell. */
typedef struct
{
  TuceItemKind kind;
  char *text;        /* TEXT; for CHECK its label; for STYLE_EMPTY its word */
  gboolean has_source;
  TuceSource source; /* FIELD, KNOWN; CHECK when has_source */
  TuceFieldStyle style;
  GStrv is;          /* CHECK: the values, in plain notation, for which the box is ticked */
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
  char *label;   /* shown in the frame where there is no photo */
  char *missing; /* shown there where the photo's file is missing */
} TucePhotoCell;

/** TuceCell: one td. */
typedef struct
{
  guint line; /* line of the template */
  guint colspan, rowspan;
  TuceAlign align, valign;
  TuceBorders borders;
  double size;  /* size of the letters */
  double pitch; /* from one line of text to the next; 0: from the size of the letters */
  gboolean bold;
  gboolean is_static; /* whether it is the same for every record of a run */
  gboolean is_paged;  /* whether it shows the page number */
  char *label;        /* the name of an overflowing text on the continuation; NULL: the field's own label */
  char *seal;         /* the words in the circle of a seal, or NULL */
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
  int list;     /* the list it is repeated over, or one of the constants above */
  guint copies; /* how many of these rows the page has */
  GPtrArray *cells; /* TuceCell */
} TuceFormRow;

/** TuceFormTable: one table. A <p> is a table of one cell, a <space> one without rows. */
typedef struct
{
  guint line;
  double height; /* of a space */
  gboolean framed;
  GArray *columns; /* double */
  GPtrArray *rows; /* TuceFormRow */
} TuceFormTable;

/** TuceRectangle: a place on a page, given from the top left corner. */
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

/** TucePageLayout: all cells of one page at their places. */
typedef struct
{
  GArray *cells;  /* TucePlaced */
  GArray *frames; /* TuceRectangle */
} TucePageLayout;

/** TuceFormPage: a page that every sheet has. */
typedef struct
{
  guint line;
  GPtrArray *tables; /* TuceFormTable */
  TucePageLayout layout;
} TuceFormPage;

/**
 * TuceFormList: records that a row is repeated over: those that belong to the form's record; or, where one sheet lists
 * all records, those.
 */
typedef struct
{
  guint line;
  const TuceEntity *entity;
  const TuceField *by;   /* the field that names the form's record; NULL: the list has the records of the run */
  const char *order;     /* path they are sorted by, or NULL */
  GPtrArray *columns; /* char *: paths from @entity, first that of @by */
  gboolean has_where;
  guint where; /* the column that must have one of @is */
  GStrv is;
  guint on_page; /* how many rows the pages have */
  gboolean continued; /* whether the continuation has rows for the others */
} TuceFormList;

/** TuceFormParameter: a parameter or criterion that the form prints. */
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
  gboolean lists_all; /* whether one sheet lists all records of a run, instead of a sheet for each */
  char *needs;        /* path that must have a value, or the record gets no sheet; NULL for none */
  char *standard;     /* level of the standard whose verdicts are printed, or NULL */
  char *incomplete;   /* printed after a total when some rows lack the figure, or NULL */
  char *font;        /* font families, best first, separated by commas */
  double size;       /* size of the letters, where a cell has no other */
  double width, height;
  double margins[4]; /* top, right, bottom, left */
  char *unconfirmed; /* printed after a parameter that nobody confirmed */
  char *continued;   /* printed where a text is cut, because it goes on on the continuation */

  GPtrArray *columns;    /* char *: paths from @entity */
  GPtrArray *lists;      /* TuceFormList */
  GPtrArray *parameters; /* TuceFormParameter */
  GPtrArray *criteria;   /* TuceFormParameter: of the standard, by their codes */
  GPtrArray *header;     /* TuceFormTable, at the head of each page */
  GPtrArray *footer;     /* TuceFormTable, at the foot of each page */
  GPtrArray *pages;      /* TuceFormPage */
  GPtrArray *continuation; /* TuceFormTable, or NULL */
  guint continuation_line;
  gboolean has_map;
  gboolean has_overlay; /* whether it has a map that shows sites */
  gboolean has_board;   /* whether it prints figures of sites */
  gboolean has_photo;
};

/** tuce_form_allocate: Gives an empty form with one reference, which the caller owns. @path: of its template */
TuceForm *tuce_form_allocate (TuceDictionary *dictionary, const char *path);

/** tuce_item_new: Gives an item, which the caller owns. */
TuceItem *tuce_item_new (TuceItemKind kind);

/** tuce_items_new: Gives an empty array that owns its items. */
GPtrArray *tuce_items_new (void);

/** tuce_cell_new: Gives an empty cell with the form's size of letters, which the caller owns. @line: of the template */
TuceCell *tuce_cell_new (const TuceForm *form, guint line);

/**
 * tuce_form_row_new:
 * Gives an empty row that is not repeated; the caller owns it. @line: of the template; @height: in points
 */
TuceFormRow *tuce_form_row_new (guint line, double height);

/** tuce_form_table_new: Gives a table without columns or rows, which the caller owns. @line: of the template */
TuceFormTable *tuce_form_table_new (guint line);

/** tuce_form_page_new: Gives an empty page, which the caller owns. @line: of the template */
TuceFormPage *tuce_form_page_new (guint line);

/** tuce_form_tables_new: Gives an empty array that owns its tables. */
GPtrArray *tuce_form_tables_new (void);

/** tuce_form_list_free: Frees one list. */
void tuce_form_list_free (TuceFormList *list);

/** tuce_form_parameter_free: Frees one parameter or criterion. */
void tuce_form_parameter_free (TuceFormParameter *parameter);

/** tuce_page_layout_init: Makes @layout empty; release it with tuce_page_layout_clear(). */
void tuce_page_layout_init (TucePageLayout *layout);

/** tuce_page_layout_clear: Frees what @layout holds, not @layout itself. Cells belong to the form and stay. */
void tuce_page_layout_clear (TucePageLayout *layout);
