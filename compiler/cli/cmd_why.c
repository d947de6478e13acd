// SPDX-License-Identifier: MIT
// flashfreeze why: the chain of references that keeps something in the image.
#include "../emit/report.h"
#include "command.h"

#include <getopt.h>
#include <string.h>

// The whole name, or what follows a point in it.
static bool is_called(const Item *item, const char *name)
{
    size_t size = strlen(item->name);
    size_t wanted = strlen(name);
    if (size < wanted || strcmp(item->name + size - wanted, name) != 0)
        return false;
    return size == wanted || item->name[size - wanted - 1] == '.';
}

static bool explain(const Inventory *inventory, const char *name)
{
    bool found = false;
    for (uint32_t i = 0; i < inventory->items.count; i++) {
        const Item *item = &inventory->items.items[i];
        bool has_name = !strstr(item->name, " in ") || item->name[0] == '\'';
        if (!has_name || !is_called(item, name) || strcmp(item->kind, "code") == 0)
            continue;
        if (found)
            putchar('\n');
        report_why(inventory, i, stdout);
        found = true;
    }
    return found;
}

int cmd_why(int argc, char **argv)
{
    static const struct option options[] = {
        COMMON_OPTIONS,
        {NULL, 0, NULL, 0},
    };
    Arena arena = {0};
    Input input = {.path = DEFAULT_MANIFEST, .threads = 1};
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, COMMON_LETTERS, options, NULL)) != -1)
        if (!take_common_option(&arena, &input, option))
            return EXIT_USAGE;
    if (optind >= argc || optind + 2 < argc)
        return usage_error("why", "a name, and one manifest at most");
    if (optind + 1 < argc)
        input.path = argv[optind + 1];
    Session session = {.wants_inventory = true};
    bool found = true;
    if (session_open(&session, &input) && session_link(&session) && session_image(&session))
        found = explain(&session.inventory, argv[optind]);
    if (!found)
        printf("nothing called '%s' is in the image\n", argv[optind]);
    int code = session_close(&session);
    arena_free(&arena);
    return code == EXIT_DONE && !found ? EXIT_INPUT : code;
}
