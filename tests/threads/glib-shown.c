/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shows ThreadSanitizer what GLib orders. Preloaded by tests/run in the build with SANITIZE=thread alone.
 *
 * ThreadSanitizer sees pthread locks, atomic operations of code compiled for it, and reads and writes of one descriptor.
 * GLib's locks are futex system calls, its queues, counts of references and sources lie in a library that is not
 * compiled for it: each would be a false race. The functions below stand before GLib's, call them, and tell what they order:
 * locks as locks (so that taking two in two orders is reported too), everything else as "what was done before this call
 * in one thread is before that call in another".
 *
 * Why not pthread locks in their place: calls within libglib are bound there (-Bsymbolic-functions) and would
 * go on with a futex in the same word. Why not a file of suppressions alone: one that names GLib and hides these false races
 * hides the true ones beside them. That file (libraries.txt) only has the libraries' own memory not looked at: what is
 * read, written or freed by code of a library is not seen, so a race of ours of which one half lies in a library
 * (a GPtrArray filled while another thread reads it) is seen only by its other accesses. tests/run sets G_SLICE for the
 * same reason: a chunk that GLib hands from one thread to another would take its history along.
 *
 * What is ordered too widely: all who let go of one object, and all who free through one another's last reference. A
 * race between two of them is missed; none is invented.
 *
 * The symbols of the sanitizer are weak: a program compiled without it may be started by a test and is left alone.
 */
#include <dlfcn.h>
#include <glib-object.h>

#define WEAK __attribute__ ((weak))
#define SHOWN __attribute__ ((visibility ("default")))

/* ThreadSanitizer's own, as sanitizer/tsan_interface.h declares them. */
extern void __tsan_acquire (void *address) WEAK;
extern void __tsan_release (void *address) WEAK;
extern void __tsan_mutex_pre_lock (void *address, unsigned flags) WEAK;
extern void __tsan_mutex_post_lock (void *address, unsigned flags, int recursion) WEAK;
extern int __tsan_mutex_pre_unlock (void *address, unsigned flags) WEAK;
extern void __tsan_mutex_post_unlock (void *address, unsigned flags) WEAK;
extern void __tsan_mutex_destroy (void *address, unsigned flags) WEAK;

enum
{
  RECURSIVE = 1 << 1,
  READING = 1 << 3,
  TRYING = 1 << 4,
  TRYING_FAILED = 1 << 5
};

static void *
find_real (void **known, const char *name)
{
  void *real = __atomic_load_n (known, __ATOMIC_RELAXED);

  if (!real)
    {
      real = dlsym (RTLD_NEXT, name);
      __atomic_store_n (known, real, __ATOMIC_RELAXED);
    }
  return real;
}

/* The function this one stands before. */
#define REAL(name)                                                                                                       \
  ({                                                                                                                     \
    static void *known;                                                                                                  \
    (__typeof__ (&name)) find_real (&known, #name);                                                                      \
  })

static void
before (const volatile void *address)
{
  if (__tsan_release)
    __tsan_release ((void *) address);
}

static void
after (const volatile void *address)
{
  if (__tsan_acquire)
    __tsan_acquire ((void *) address);
}

/* Locks */

static void
will_lock (void *lock, unsigned flags)
{
  if (__tsan_mutex_pre_lock)
    __tsan_mutex_pre_lock (lock, flags);
}

static void
did_lock (void *lock, unsigned flags)
{
  if (__tsan_mutex_post_lock)
    __tsan_mutex_post_lock (lock, flags, 1);
}

static void
will_unlock (void *lock, unsigned flags)
{
  if (__tsan_mutex_pre_unlock)
    __tsan_mutex_pre_unlock (lock, flags);
}

static void
did_unlock (void *lock, unsigned flags)
{
  if (__tsan_mutex_post_unlock)
    __tsan_mutex_post_unlock (lock, flags);
}

static void
forget (void *lock)
{
  if (__tsan_mutex_destroy)
    __tsan_mutex_destroy (lock, 0);
}

#define LOCK(function, Type, flags)                                                                                      \
  SHOWN void function (Type *lock)                                                                                       \
  {                                                                                                                      \
    will_lock (lock, flags);                                                                                             \
    REAL (function) (lock);                                                                                              \
    did_lock (lock, flags);                                                                                              \
  }

#define TRYLOCK(function, Type, flags)                                                                                   \
  SHOWN gboolean function (Type *lock)                                                                                   \
  {                                                                                                                      \
    gboolean locked;                                                                                                     \
                                                                                                                         \
    will_lock (lock, TRYING | (flags));                                                                                  \
    locked = REAL (function) (lock);                                                                                     \
    did_lock (lock, TRYING | (locked ? 0 : TRYING_FAILED) | (flags));                                                    \
    return locked;                                                                                                       \
  }

#define UNLOCK(function, Type, flags)                                                                                    \
  SHOWN void function (Type *lock)                                                                                       \
  {                                                                                                                      \
    will_unlock (lock, flags);                                                                                           \
    REAL (function) (lock);                                                                                              \
    did_unlock (lock, flags);                                                                                            \
  }

#define CLEAR(function, Type)                                                                                            \
  SHOWN void function (Type *lock)                                                                                       \
  {                                                                                                                      \
    forget (lock);                                                                                                       \
    REAL (function) (lock);                                                                                              \
  }

LOCK (g_mutex_lock, GMutex, 0)
TRYLOCK (g_mutex_trylock, GMutex, 0)
UNLOCK (g_mutex_unlock, GMutex, 0)
CLEAR (g_mutex_clear, GMutex)
LOCK (g_rec_mutex_lock, GRecMutex, RECURSIVE)
TRYLOCK (g_rec_mutex_trylock, GRecMutex, RECURSIVE)
UNLOCK (g_rec_mutex_unlock, GRecMutex, RECURSIVE)
CLEAR (g_rec_mutex_clear, GRecMutex)
LOCK (g_rw_lock_writer_lock, GRWLock, 0)
TRYLOCK (g_rw_lock_writer_trylock, GRWLock, 0)
UNLOCK (g_rw_lock_writer_unlock, GRWLock, 0)
LOCK (g_rw_lock_reader_lock, GRWLock, READING)
TRYLOCK (g_rw_lock_reader_trylock, GRWLock, READING)
UNLOCK (g_rw_lock_reader_unlock, GRWLock, READING)
CLEAR (g_rw_lock_clear, GRWLock)

SHOWN void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  will_unlock (mutex, 0);
  did_unlock (mutex, 0);
  REAL (g_cond_wait) (cond, mutex);
  will_lock (mutex, 0);
  did_lock (mutex, 0);
}

SHOWN gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  gboolean signalled;

  will_unlock (mutex, 0);
  did_unlock (mutex, 0);
  signalled = REAL (g_cond_wait_until) (cond, mutex, end_time);
  will_lock (mutex, 0);
  did_lock (mutex, 0);
  return signalled;
}

/* What is done once. The reading of the word is compiled into our own code, as an atomic operation. */

SHOWN gboolean (g_once_init_enter) (volatile void *location)
{
  gboolean first = REAL (g_once_init_enter) (location);

  after (location);
  return first;
}

SHOWN void (g_once_init_leave) (volatile void *location, gsize result)
{
  before (location);
  REAL (g_once_init_leave) (location, result);
}

typedef struct
{
  GOnce *once;
  GThreadFunc function;
  gpointer data;
} Once;

static gpointer
do_once (gpointer data)
{
  Once *once = data;
  gpointer result = once->function (once->data);

  before (&once->once->status);
  return result;
}

SHOWN gpointer
g_once_impl (GOnce *once, GThreadFunc function, gpointer data)
{
  Once shown = { once, function, data };
  gpointer result = REAL (g_once_impl) (once, do_once, &shown);

  after (&once->status);
  return result;
}

/* References that are counted: whoever lets go of the last one frees what the others wrote. */

#define LET_GO(function, Type)                                                                                           \
  SHOWN void function (Type *object)                                                                                     \
  {                                                                                                                      \
    before (object);                                                                                                     \
    after (object);                                                                                                      \
    REAL (function) (object);                                                                                            \
  }

LET_GO (g_object_unref, void)
LET_GO (g_bytes_unref, GBytes)
LET_GO (g_hash_table_unref, GHashTable)
LET_GO (g_ptr_array_unref, GPtrArray)
LET_GO (g_array_unref, GArray)
LET_GO (g_byte_array_unref, GByteArray)
LET_GO (g_variant_unref, GVariant)
LET_GO (g_date_time_unref, GDateTime)

SHOWN gboolean (g_atomic_ref_count_dec) (gatomicrefcount *count)
{
  gboolean last;

  before (count);
  last = REAL (g_atomic_ref_count_dec) (count);
  after (count);
  return last;
}

SHOWN void
g_atomic_rc_box_release (gpointer box)
{
  before (box);
  after (box);
  REAL (g_atomic_rc_box_release) (box);
}

SHOWN void
g_atomic_rc_box_release_full (gpointer box, GDestroyNotify clear)
{
  before (box);
  after (box);
  REAL (g_atomic_rc_box_release_full) (box, clear);
}

/* Queues and pools: what is pushed is before what is done with it. GTask is made of these. */

SHOWN void
g_async_queue_push (GAsyncQueue *queue, gpointer data)
{
  before (queue);
  REAL (g_async_queue_push) (queue, data);
}

#define POP(function)                                                                                                    \
  SHOWN gpointer function (GAsyncQueue *queue)                                                                           \
  {                                                                                                                      \
    gpointer data = REAL (function) (queue);                                                                             \
                                                                                                                         \
    after (queue);                                                                                                       \
    return data;                                                                                                         \
  }

POP (g_async_queue_pop)
POP (g_async_queue_try_pop)

SHOWN gpointer
g_async_queue_timeout_pop (GAsyncQueue *queue, guint64 timeout)
{
  gpointer data = REAL (g_async_queue_timeout_pop) (queue, timeout);

  after (queue);
  return data;
}

typedef struct
{
  GFunc function;
  gpointer data;
  GDestroyNotify free_item;
} Pool;

static void
do_pooled (gpointer item, gpointer data)
{
  Pool *pool = data;

  after (pool);
  pool->function (item, pool->data);
  before (pool);
}

static Pool *
show_pool (GFunc function, gpointer data)
{
  Pool *pool = g_new0 (Pool, 1); /* never freed: a pool may outlive everything */

  pool->function = function;
  pool->data = data;
  return pool;
}

SHOWN GThreadPool *
g_thread_pool_new (GFunc function, gpointer data, int most, gboolean exclusive, GError **error)
{
  return REAL (g_thread_pool_new) (do_pooled, show_pool (function, data), most, exclusive, error);
}

SHOWN GThreadPool *
g_thread_pool_new_full (GFunc function, gpointer data, GDestroyNotify free_item, int most, gboolean exclusive,
                        GError **error)
{
  return REAL (g_thread_pool_new_full) (do_pooled, show_pool (function, data), free_item, most, exclusive, error);
}

SHOWN gboolean
g_thread_pool_push (GThreadPool *pool, gpointer item, GError **error)
{
  before (pool->user_data);
  return REAL (g_thread_pool_push) (pool, item, error);
}

SHOWN void
g_thread_pool_free (GThreadPool *pool, gboolean immediate, gboolean wait)
{
  Pool *shown = pool->user_data;

  REAL (g_thread_pool_free) (pool, immediate, wait);
  if (wait)
    after (shown);
}

/* Sources: what was done before one was made ready is before what it does in the thread of the loop. */

typedef struct
{
  GSourceFunc function;
  gpointer data;
  GDestroyNotify free_data;
} Callback;

static gboolean
call_back (gpointer data)
{
  Callback *callback = data;

  after (callback);
  return callback->function (callback->data);
}

static void
free_callback (gpointer data)
{
  Callback *callback = data;

  after (callback);
  if (callback->free_data)
    callback->free_data (callback->data);
  g_free (callback);
}

/* The callback of any other source has parameters that only the source knows. Those wait for a descriptor, which is seen. */
static gboolean
is_plain (GSource *source)
{
  return source->source_funcs == &g_idle_funcs || source->source_funcs == &g_timeout_funcs;
}

SHOWN void
g_source_set_callback (GSource *source, GSourceFunc function, gpointer data, GDestroyNotify free_data)
{
  Callback *callback;

  if (!is_plain (source) || !function)
    {
      REAL (g_source_set_callback) (source, function, data, free_data);
      return;
    }
  callback = g_new0 (Callback, 1);
  *callback = (Callback){ function, data, free_data };
  before (callback);
  REAL (g_source_set_callback) (source, call_back, callback, free_callback);
}

/* GLib's own of these call the one above within the library. */
static guint
attach (GSource *source, int priority, GSourceFunc function, gpointer data, GDestroyNotify free_data)
{
  guint id;

  g_source_set_priority (source, priority);
  g_source_set_callback (source, function, data, free_data);
  id = g_source_attach (source, NULL);
  g_source_unref (source);
  return id;
}

SHOWN guint
g_idle_add_full (int priority, GSourceFunc function, gpointer data, GDestroyNotify free_data)
{
  return attach (g_idle_source_new (), priority, function, data, free_data);
}

SHOWN guint (g_idle_add) (GSourceFunc function, gpointer data)
{
  return attach (g_idle_source_new (), G_PRIORITY_DEFAULT_IDLE, function, data, NULL);
}

SHOWN guint
g_timeout_add_full (int priority, guint interval, GSourceFunc function, gpointer data, GDestroyNotify free_data)
{
  return attach (g_timeout_source_new (interval), priority, function, data, free_data);
}

SHOWN guint (g_timeout_add) (guint interval, GSourceFunc function, gpointer data)
{
  return attach (g_timeout_source_new (interval), G_PRIORITY_DEFAULT, function, data, NULL);
}

SHOWN guint (g_timeout_add_seconds) (guint interval, GSourceFunc function, gpointer data)
{
  return attach (g_timeout_source_new_seconds (interval), G_PRIORITY_DEFAULT, function, data, NULL);
}
