/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tuce-text.h"
#include "tuce-value.h"

/*
 * The dictionary: what the register records, read from data/dictionary/ and data/codes/ (see data/README.md for the
 * columns of those files). Tables, forms, lists, checks, exports and sheets are made from it. Immutable once loaded,
 * so it may be read from any thread; the structs are for reading only.
 */

typedef struct _TuceDictionary TuceDictionary;
typedef struct _TuceEntity TuceEntity;
typedef struct _TuceField TuceField;
typedef struct _TuceCodeList TuceCodeList;
typedef struct _TuceCode TuceCode;
typedef struct _TuceSection TuceSection;

typedef enum
{
  TUCE_FIELD_TEXT,
  TUCE_FIELD_INTEGER,
  TUCE_FIELD_DECIMAL,   /* REAL */
  TUCE_FIELD_MONEY,     /* INTEGER fen; typed and shown in yuan */
  TUCE_FIELD_AREA,      /* INTEGER 0.01 m²; typed and shown in m² */
  TUCE_FIELD_YEAR,      /* INTEGER, shown without separators */
  TUCE_FIELD_DATE,      /* TEXT YYYY-MM-DD */
  TUCE_FIELD_BOOLEAN,   /* INTEGER 0 or 1 */
  TUCE_FIELD_CHOICE,    /* TEXT, a code of the list in target */
  TUCE_FIELD_CHOICES,   /* TEXT, codes of that list joined by commas, in the list's order; none is the empty text */
  TUCE_FIELD_REFERENCE, /* INTEGER, the id of a record of the entity in target */
  TUCE_FIELD_PLACE,     /* TEXT, the code of a place of the level in target (city, county, township, village) */
  TUCE_FIELD_IDENTITY,  /* TEXT, an identity number; only checked as one when its idtype says resident ID */
  TUCE_FIELD_PHONE,     /* TEXT */
  TUCE_FIELD_SHAPE      /* BLOB, well-known binary in WGS 84 */
} TuceFieldType;

struct _TuceCode
{
  const char *code;
  const char *label_en;
  const char *label_zh;
  const char *mark;    /* which look of data/cartography/marks.csv stands for it, or "" */
  int from_year;       /* first and last year the code holds for; 0 where open */
  int to_year;
};

struct _TuceCodeList
{
  const char *name;
  GPtrArray *codes;    /* TuceCode, in the file's order */
  GHashTable *by_code; /* code → TuceCode */
};

struct _TuceField
{
  const TuceEntity *entity;
  guint index;          /* position in entity->fields and in a TuceRecord */
  const char *name;     /* and the table's column */
  const char *label_en;
  const char *label_zh;
  TuceFieldType type;
  const char *target;   /* code list, entity or level, for the types that have one; else "" */
  const TuceCodeList *codes;        /* for choice and choices */
  const TuceEntity *target_entity;  /* for reference and place */
  const char *unit_en;  /* "" where there is none */
  const char *unit_zh;
  gboolean required;
  const char *fallback; /* default in the notation of the file (code, number), or NULL */
  gboolean has_min, has_max;
  double min, max;      /* as people write it: yuan, m² */
  const TuceField *not_before; /* of dates: the field whose date may not be later than this one, nor any in its own not_before; or NULL */
  const TuceField *not_above;  /* of numbers: the field whose number may not be less than this one; or NULL */
  gboolean is_note;     /* of texts: may have several lines */
  gboolean is_division; /* of texts: the code of a division, of any level unless longest says which */
  guint longest;        /* of texts: how many characters it may have at most; 0 for no limit */
  guint keep_head, keep_tail;       /* how many characters a mask leaves readable; see privacy */
  TucePrivacy privacy;
  gboolean indexed;
  const char *indexed_with; /* a second field of the index, or "" */
  gboolean unique;
  const char *section;  /* name of the section of the form; "" keeps the field off the form */
  const char *national; /* column heading in the national system's export, or "" */
  const char *national_code; /* its field code there (aac001 …), or "" */
  const char *formula;  /* SQL over this record's columns that the value must equal, or "" */
  gboolean kept;        /* the register writes the formula's value itself; it can't be typed */
  const char *note;     /* where the definition comes from */
};

struct _TuceSection
{
  const char *name;
  const char *label_en;
  const char *label_zh;
};

struct _TuceEntity
{
  const TuceDictionary *dictionary;
  const char *name;      /* and the table */
  const char *label_en;
  const char *label_zh;
  GPtrArray *fields;     /* TuceField, in the file's order */
  GHashTable *by_name;   /* name → TuceField */
  GPtrArray *sections;   /* TuceSection, in order of first use */
  const TuceField *title;  /* what names a record to people: head_name, name */
  const TuceField *parent; /* the reference to the record it belongs to (member → household), or NULL */
  const TuceField *scope;  /* the field that holds a division code (own code or village_code), or NULL: the parent's */
  const TuceField *year;   /* for records that exist once a year for their parent, else NULL */
  const TuceField *order;  /* the field by which the records of one parent are ordered, or NULL */
  gboolean single;         /* a parent has at most one such record: the index on the parent field is unique */
  gboolean has_kept;       /* whether any field is kept */
  gboolean is_place;       /* a level of the administrative divisions: keyed by its code */
  gboolean own_card;       /* has a card of its own and does not stand on its parent's: what lies in a place of its own, too */
  gboolean derived;        /* worked out by the program from the other records: neither edited nor journalled */
  const TuceField *lon, *lat; /* where a record lies; NULL where its entity has no position */
};

/**
 * tuce_dictionary_load:
 * Gives (transfer full) the dictionary in the program's data, read once for a folder and kept as long as the program runs, so
 * that records may point into it. %NULL with @error, which names file, line and column of the mistake. Any thread.
 */
TuceDictionary *tuce_dictionary_load (GError **error);

/** tuce_dictionary_ref: Adds a reference. Any thread. Returns: (transfer full): @dictionary. */
TuceDictionary *tuce_dictionary_ref (TuceDictionary *dictionary);

/** tuce_dictionary_unref: Drops a reference; the last one frees the dictionary with all its entities and fields. Any thread. */
void tuce_dictionary_unref (TuceDictionary *dictionary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDictionary, tuce_dictionary_unref)

/** tuce_dictionary_entities: Returns: (transfer none) (element-type TuceEntity): all entities, each after those it refers to. */
GPtrArray *tuce_dictionary_entities (const TuceDictionary *dictionary);

/** tuce_dictionary_entity: Returns: (transfer none) (nullable): the entity called @name. */
const TuceEntity *tuce_dictionary_entity (const TuceDictionary *dictionary, const char *name);

/** tuce_dictionary_code_list: Returns: (transfer none) (nullable): the code list called @name. */
const TuceCodeList *tuce_dictionary_code_list (const TuceDictionary *dictionary, const char *name);

/** tuce_entity_field: Returns: (transfer none) (nullable): the field of @entity called @name. */
const TuceField *tuce_entity_field (const TuceEntity *entity, const char *name);

/** tuce_entity_label: Returns: (transfer none): the label of @entity in the language of this thread (tuce_text_is_chinese()). */
const char *tuce_entity_label (const TuceEntity *entity);

/** tuce_field_label: Returns: (transfer none): the label of @field in the language of this thread. */
const char *tuce_field_label (const TuceField *field);

/** tuce_field_unit: Returns: (transfer none): the unit of @field in the language of this thread; "" where it has none. */
const char *tuce_field_unit (const TuceField *field);

/** tuce_section_label: Returns: (transfer none): the label of @section in the language of this thread. */
const char *tuce_section_label (const TuceSection *section);

/** tuce_code_label: Returns: (transfer none): the label of @code in the language of this thread. */
const char *tuce_code_label (const TuceCode *code);

/** tuce_code_list_find: Returns: (transfer none) (nullable): the entry of @list whose code is @code. */
const TuceCode *tuce_code_list_find (const TuceCodeList *list, const char *code);

/** tuce_code_list_find_label: Returns: (transfer none) (nullable): the entry of @list whose label in either language is @label. */
const TuceCode *tuce_code_list_find_label (const TuceCodeList *list, const char *label);

/** tuce_field_is_numeric: Returns: whether the values of @field are numbers, which a table aligns to the right. */
gboolean tuce_field_is_numeric (const TuceField *field);

/**
 * tuce_field_format:
 * Gives (transfer full) @value as people read it: labels for codes, yes and no, 1,234.50, 93.75; "" for none. Without unit
 * and mask. For a reference or place it gives the id or code; to get its name use a path of a query.
 */
char *tuce_field_format (const TuceField *field, const TuceValue *value);

/** tuce_field_format_zh: Gives (transfer full) what tuce_field_format() gives, always in Chinese: for forms. */
char *tuce_field_format_zh (const TuceField *field, const TuceValue *value);

/**
 * tuce_field_format_plain: Gives (transfer full) @value in plain notation, for files and entries: codes, 1234.50, no
 * separators. tuce_field_parse() reads it back.
 */
char *tuce_field_format_plain (const TuceField *field, const TuceValue *value);

/** tuce_field_mask: Gives (transfer full) @formatted with the characters that the field's privacy class hides replaced by stars. */
char *tuce_field_mask (const TuceField *field, const char *formatted);

/**
 * tuce_field_read:
 * Sets @value from @text: a code or a label, an amount with or without separators, a date in any usual notation. Empty
 * text is none. It is not checked whether the field may hold that value: conditions of a query must also find wrong values,
 * and it is compared with what the file holds. Text that can't be read is refused (TUCE_ERROR_REFUSED) with a sentence that
 * names the field.
 */
gboolean tuce_field_read (const TuceField *field, const char *text, TuceValue *value, GError **error);

/**
 * tuce_field_parse:
 * Sets @value from what a person typed, as tuce_field_read() reads it, and refuses values that the field may not hold
 * (TUCE_ERROR_REFUSED) with the same sentence as an edit: see tuce_field_fault(). Whether an identity number is right
 * depends on the record, so only the edit checks it.
 */
gboolean tuce_field_parse (const TuceField *field, const char *text, TuceValue *value, GError **error);

/**
 * tuce_field_fault:
 *
 * The one definition of what a value of @field may be, by the dictionary alone: kind, range, length, characters, codes,
 * the form of dates, phones and division codes; a required field without a value. What depends on other fields of the
 * record is judged by the edit (tuce-edit-check.c). Any thread.
 *
 * Returns: (transfer full) (nullable): what is wrong with @value, translated, to be read after the field's label ("should
 * be a number"); %NULL where nothing is.
 */
char *tuce_field_fault (const TuceField *field, const TuceValue *value);

/**
 * tuce_field_sentence: Gives (transfer full) @fault as a sentence with the label of @field before it: "Wage should be a
 * number".
 */
char *tuce_field_sentence (const TuceField *field, const char *fault);

/** tuce_entity_key: Returns: the column by which records of @entity are referred to: of a level of the divisions its code, else "id". */
const char *tuce_entity_key (const TuceEntity *entity);
