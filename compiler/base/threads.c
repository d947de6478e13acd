// SPDX-License-Identifier: MIT
// Threads that take tasks one by one.
#define _POSIX_C_SOURCE 200809L
#include "threads.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

enum { MOST_THREADS = 64 };

typedef struct {
    void (*task)(void *context, uint32_t index);
    void *context;
    uint32_t count;
    atomic_uint next;
} Tasks;

static void *work(void *argument)
{
    Tasks *tasks = argument;
    for (;;) {
        uint32_t index = atomic_fetch_add(&tasks->next, 1);
        if (index >= tasks->count)
            return NULL;
        tasks->task(tasks->context, index);
    }
}

void run_tasks(uint32_t threads, uint32_t count, void (*task)(void *context, uint32_t index),
               void *context)
{
    Tasks tasks = {.task = task, .context = context, .count = count};
    pthread_t ids[MOST_THREADS];
    uint32_t started = 0;
    while (started + 1 < threads && started + 1 < count && started < MOST_THREADS)
        if (pthread_create(&ids[started], NULL, work, &tasks) == 0)
            started++;
        else
            break; // this thread does the rest
    work(&tasks);
    for (uint32_t i = 0; i < started; i++)
        pthread_join(ids[i], NULL);
}

uint32_t thread_count(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > MOST_THREADS ? MOST_THREADS : (uint32_t)count;
}
