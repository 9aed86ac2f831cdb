/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Races planted in a program of its own are reported, and what GLib orders is not. */
#include <gio/gio.h>

#define ROUNDS 1000

static int count;
static int n_idles; /* the main thread's alone */
static GMutex mutex;
static GCond reached;

static void
count_unlocked (void)
{
  for (int i = 0; i < ROUNDS; i++)
    count++;
}

static gpointer
race (gpointer data)
{
  count_unlocked ();
  return NULL;
}

static gpointer
lock (gpointer data)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

      count++;
    }
  return NULL;
}

static gpointer
wait_for_half (gpointer data)
{
  g_mutex_lock (&mutex);
  while (count < ROUNDS / 2)
    g_cond_wait (&reached, &mutex);
  count = 0;
  g_mutex_unlock (&mutex);
  return NULL;
}

static gpointer
go_to_half (gpointer data)
{
  g_mutex_lock (&mutex);
  count = ROUNDS / 2;
  g_cond_signal (&reached);
  g_mutex_unlock (&mutex);
  return NULL;
}

/* Frees what the other thread still reads. */
static gpointer
free_early (gpointer data)
{
  *(int *) data = 1;
  g_free (data);
  return NULL;
}

static gpointer
read_late (gpointer data)
{
  return GINT_TO_POINTER (*(volatile int *) data);
}

static void
in_two_threads (GThreadFunc first, GThreadFunc second, gpointer data)
{
  GThread *thread = g_thread_new ("first", first, data);

  second (data);
  g_thread_join (thread);
}

static void
add_in_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  int *given = data;
  int *result = g_new (int, 1);

  *result = ++*given;
  count++;
  g_task_return_pointer (task, result, g_free);
}

static void
take_result (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree int *sum = g_task_propagate_pointer (G_TASK (result), NULL);

  count += *sum;
  g_main_loop_quit (data);
}

static gboolean
count_in_loop (gpointer data)
{
  count++;
  n_idles++;
  return G_SOURCE_REMOVE;
}

static gpointer
ask_for_idles (gpointer data)
{
  count++;
  g_idle_add (count_in_loop, NULL);
  g_timeout_add (1, count_in_loop, NULL);
  return NULL;
}

/* All the ways in which a window gives work to a thread and takes it back. */
static void
hand_over (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  for (int i = 0; i < 20; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, take_result, loop);
      int *given = g_new0 (int, 1);

      count++;
      *given = i;
      g_task_set_task_data (task, given, g_free);
      g_task_run_in_thread (task, add_in_task);
      g_main_loop_run (loop);
    }
  for (int i = 0; i < 20; i++)
    {
      /* count is the thread's until its idles have run */
      n_idles = 0;
      g_thread_unref (g_thread_new ("idles", ask_for_idles, NULL));
      while (n_idles < 2)
        g_main_context_iteration (NULL, TRUE);
    }
}

static int
run_planted (const char *what)
{
  if (g_str_equal (what, "race"))
    in_two_threads (race, race, NULL);
  else if (g_str_equal (what, "half-locked"))
    in_two_threads (race, lock, NULL);
  else if (g_str_equal (what, "freed"))
    in_two_threads (free_early, read_late, g_new0 (int, 1));
  else if (g_str_equal (what, "locked"))
    in_two_threads (lock, lock, NULL);
  else if (g_str_equal (what, "waited-for"))
    in_two_threads (wait_for_half, go_to_half, NULL);
  else
    hand_over ();
  return 0;
}

/* Whether a program that does @what is reported, and by the name of @function. */
static void
assert_reported (const char *what, const char *function)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_auto (GStrv) kept = g_strsplit (g_getenv ("TSAN_OPTIONS"), "log_path=", 2);
  g_autofree char *options = g_strconcat (kept[0], "exitcode=66", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *report = NULL;

  /* what it reports is for this test alone */
  g_subprocess_launcher_setenv (launcher, "TSAN_OPTIONS", options, TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, "/proc/self/exe", "--planted", what, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (child, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  if (!function)
    {
      g_assert_cmpstr (report, ==, "");
      g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
      return;
    }
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 66);
  g_assert_nonnull (strstr (report, "WARNING: ThreadSanitizer"));
  g_assert_nonnull (strstr (report, function));
}

static void
test_found (void)
{
  assert_reported ("race", "count_unlocked");
  assert_reported ("half-locked", "count_unlocked");
  assert_reported ("freed", "read_late");
}

static void
test_ordered (void)
{
  assert_reported ("locked", NULL);
  assert_reported ("waited-for", NULL);
  assert_reported ("handed-over", NULL);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--planted"))
    return run_planted (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/threads/planted/found", test_found);
  g_test_add_func ("/threads/planted/ordered", test_ordered);
  return g_test_run ();
}
