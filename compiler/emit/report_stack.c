// SPDX-License-Identifier: MIT
// The part of reports about the Python stack: the bound, the way that takes it, and what has no bound.
#include "report.h"

#include <inttypes.h>

static void print_steps(const StackSteps *steps, FILE *out)
{
    for (uint32_t i = 0; i < steps->count; i++) {
        const StackStep *step = &steps->items[i];
        fprintf(out, "  %7" PRIu32 "  %s", step->bytes, step->function);
        if (step->line)
            fprintf(out, ", line %" PRIu32, step->line);
        fputc('\n', out);
    }
}

void emit_stack_text(const Report *report, FILE *out)
{
    const StackBound *stack = report->stack;
    if (stack->is_lost) {
        fputs("Python stack: no bound, there are too many ways through the program to follow\n", out);
        return;
    }
    fprintf(out, "Python stack: at most %" PRIu32 " of %" PRIu32 " bytes%s, %" PRIu32 " of them for frames\n",
            stack->bytes, report->sizes.stack, stack->cycles.count > 0 ? " without recursion" : "", stack->frames);
    print_steps(&stack->way, out);
    if (stack->nested)
        fprintf(out, "  %7" PRIu32 "  more for each level of containers in containers that are compared, hashed or shown\n",
                stack->nested);
    for (uint32_t i = 0; i < stack->cycles.count; i++) {
        fprintf(out, "no bound, %" PRIu32 " bytes each time round:\n", stack->cycles.items[i].bytes);
        print_steps(&stack->cycles.items[i].steps, out);
    }
}

static void put_steps(FILE *out, const StackSteps *steps)
{
    fputs("[", out);
    for (uint32_t i = 0; i < steps->count; i++) {
        fputs(i ? ", {\"function\": " : "{\"function\": ", out);
        json_put_text(out, steps->items[i].function, JSON_FOR_PAGE);
        fputs(", \"module\": ", out);
        json_put_text(out, steps->items[i].module, JSON_FOR_PAGE);
        fprintf(out, ", \"line\": %" PRIu32 ", \"bytes\": %" PRIu32 "}", steps->items[i].line, steps->items[i].bytes);
    }
    fputs("]", out);
}

void emit_stack_json(const Report *report, FILE *out)
{
    const StackBound *stack = report->stack;
    fprintf(out, "  \"stack\": {\"bounded\": %s, \"bound\": %" PRIu32 ", \"frames\": %" PRIu32 ", \"nested\": %" PRIu32 ",\n    \"way\": ",
            stack_is_bounded(stack) ? "true" : "false", stack->bytes, stack->frames, stack->nested);
    put_steps(out, &stack->way);
    fputs(",\n    \"cycles\": [", out);
    for (uint32_t i = 0; i < stack->cycles.count; i++) {
        fprintf(out, "%s{\"bytes\": %" PRIu32 ", \"steps\": ", i ? ",\n      " : "", stack->cycles.items[i].bytes);
        put_steps(out, &stack->cycles.items[i].steps);
        fputs("}", out);
    }
    fputs("]},\n", out);
}
