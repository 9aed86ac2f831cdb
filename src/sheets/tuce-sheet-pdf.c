/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a run as a PDF file. It is written under another name beside the old file, and replaces it only when it is
   complete. */
#include "tuce-sheet.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "tuce-error.h"

typedef struct
{
  int descriptor;
  int failure; /* errno of the first write that failed */
} Output;

static cairo_status_t
write_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  Output *output = closure;

  while (length > 0)
    {
      gssize written = write (output->descriptor, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          output->failure = errno;
          return CAIRO_STATUS_WRITE_ERROR;
        }
      bytes += written;
      length -= (unsigned int) written;
    }
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
storage_failed (const char *path, int failure, GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE, _("The PDF could not be written to %s: %s. The file there is as it was."),
               path, g_strerror (failure));
  return FALSE;
}

static gboolean
write_sheets (TucePrintRun *run, cairo_t *cairo, const Output *output, TuceProgress progress, gpointer data,
              GCancellable *cancellable, guint *n_pages, GError **error)
{
  guint n = tuce_print_run_n_records (run);

  for (guint record = 0; record < n; record++)
    {
      g_autoptr (TuceSheet) sheet = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sheet = tuce_print_run_lay_out (run, record, error);
      if (!sheet)
        return FALSE;
      for (guint page = 0; page < tuce_sheet_n_pages (sheet); page++)
        {
          tuce_sheet_draw (sheet, page, cairo);
          cairo_show_page (cairo);
          ++*n_pages;
        }
      if (progress)
        progress ((record + 1.0) / n, data);
      if (output->failure)
        return TRUE; /* the caller reports the error */
    }
  return TRUE;
}

static gboolean
write_document (TucePrintRun *run, Output *output, const char *path, TuceProgress progress, gpointer data,
                GCancellable *cancellable, guint *n_pages, GError **error)
{
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  gboolean written;
  cairo_t *cairo;

  tuce_print_run_page_size (run, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, output, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, tuce_print_run_title (run));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Tuce " TUCE_VERSION);
  cairo = cairo_create (surface);
  written = write_sheets (run, cairo, output, progress, data, cancellable, n_pages, error);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!written)
    return FALSE;
  if (!output->failure && fsync (output->descriptor) != 0 && errno != EINVAL)
    output->failure = errno;
  if (output->failure)
    return storage_failed (path, output->failure, error);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE, _("The PDF could not be drawn: %s"), cairo_status_to_string (status));
      return FALSE;
    }
  return TRUE;
}

/* Refuses what rename() would replace without asking: a directory or a file that may not be written. */
static gboolean
may_replace (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return storage_failed (path, EISDIR, error);
  if (g_access (path, F_OK) == 0 && g_access (path, W_OK) != 0)
    return storage_failed (path, errno, error);
  return TRUE;
}

gboolean
tuce_print_run_write_pdf (TucePrintRun *run, const char *path, TuceProgress progress, gpointer data,
                          GCancellable *cancellable, guint *n_pages, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  Output output = { 0, 0 };
  gboolean written;
  guint pages = 0;

  if (!may_replace (path, error))
    return FALSE;
  output.descriptor = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0666);
  if (output.descriptor < 0)
    return storage_failed (path, errno, error);
  written = write_document (run, &output, path, progress, data, cancellable, &pages, error);
  if (close (output.descriptor) != 0 && written)
    written = storage_failed (path, errno, error);
  if (written && g_rename (beside, path) != 0)
    written = storage_failed (path, errno, error);
  if (!written)
    g_unlink (beside);
  if (n_pages)
    *n_pages = written ? pages : 0;
  return written;
}
