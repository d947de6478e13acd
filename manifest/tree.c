// SPDX-License-Identifier: MIT
// Builds the tree from libyaml's events with a stack of open collections, so deep input costs no C
// stack. The text is checked before libyaml sees it: UTF-8, control characters, size. libyaml tells
// places as counts of characters; a table of checkpoints turns them into byte offsets.
#include "tree.h"

#include "../compiler/base/names.h"
#include "values.h"

#include <unistr.h>
#include <yaml.h>

enum { CHECKPOINT_EVERY = 64, FEW_PAIRS = 16 };

typedef struct {
    TreeNode *node;
    const TreeNode *key; // of the pair whose value comes next, NULL: a key comes next
    bool is_flow;
    VEC(const TreeNode *) items;
    VEC(TreePair) pairs;
} OpenNode;

typedef struct {
    Arena *arena;
    Diagnostics *diags;
    const Source *source;
    uint32_t text_start;       // 3 behind a byte order mark, else 0
    VEC(uint32_t) checkpoints; // byte offset of every 64th character
    OpenNode open[TREE_MAX_DEPTH];
    uint32_t depth;
    bool has_alias; // one was reported: the others are not
    const TreeNode *root;
} Reader;

// Reports at the bytes from `start` on.
#define REPORT_AT(reader, start, end, ...)                                                         \
    diag_report((reader)->diags, (reader)->source, (Span){(start), (end)}, __VA_ARGS__)

static bool is_allowed(ucs4_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return c < 0x7f || c == 0x85 || (c >= 0xa0 && c != 0xfffe && c != 0xffff);
}

// Checks every character and notes the checkpoints.
static bool check_text(Reader *reader)
{
    const uint8_t *text = (const uint8_t *)reader->source->text;
    uint32_t size = reader->source->size;
    uint32_t character = 0; // as libyaml counts them, so without the byte order mark
    if (size > TREE_MAX_SIZE) {
        REPORT_AT(reader, 0, 0, DIAG_YAML_TOO_LARGE, size);
        return false;
    }
    for (uint32_t at = reader->text_start; at < size; character++) {
        if (character % CHECKPOINT_EVERY == 0)
            VEC_PUSH(reader->arena, &reader->checkpoints, at);
        ucs4_t c = text[at];
        int width = c < 0x80 ? 1 : u8_mbtoucr(&c, text + at, size - at);
        if (width < 0) {
            REPORT_AT(reader, at, at + 1, DIAG_YAML_NOT_UTF8, (unsigned)text[at]);
            return false;
        }
        if (!is_allowed(c)) {
            REPORT_AT(reader, at, at + (uint32_t)width, DIAG_YAML_CONTROL, (unsigned)c);
            return false;
        }
        at += (uint32_t)width;
    }
    return true;
}

// Byte offset of a mark, whose index counts characters from the start.
static uint32_t mark_offset(const Reader *reader, yaml_mark_t mark)
{
    const Source *source = reader->source;
    if (mark.index / CHECKPOINT_EVERY >= reader->checkpoints.count)
        return source->size;
    uint32_t at = reader->checkpoints.items[mark.index / CHECKPOINT_EVERY];
    for (size_t left = mark.index % CHECKPOINT_EVERY; left > 0 && at < source->size; left--) {
        at++;
        while (at < source->size && ((unsigned char)source->text[at] & 0xc0) == 0x80)
            at++;
    }
    return at;
}

static Span event_span(const Reader *reader, const yaml_event_t *event)
{
    return (Span){mark_offset(reader, event->start_mark), mark_offset(reader, event->end_mark)};
}

static TreeNode *new_node(Reader *reader, TreeKind kind, Span span)
{
    TreeNode *node = ARENA_NEW(reader->arena, TreeNode);
    node->kind = kind;
    node->source = reader->source;
    node->span = span;
    node->text = "";
    return node;
}

static bool same_text(const TreeNode *a, const TreeNode *b)
{
    return a->count == b->count && memcmp(a->text, b->text, a->count) == 0;
}

static void report_duplicate(Reader *reader, const TreeNode *first, const TreeNode *again)
{
    REPORT_AT(reader, again->span.start, again->span.end, DIAG_YAML_DUPLICATE,
              tree_quote(reader->arena, again),
              source_position(reader->source, first->span.start).line);
}

// Keeps the first pair of each key. Large mappings use a table of names, to stay linear; the
// search for the first key of a duplicate happens at most TREE_MAX_ERRORS times.
static uint32_t drop_duplicates(Reader *reader, TreePair *pairs, uint32_t count)
{
    Names seen = {.arena = reader->arena};
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        const TreeNode *key = pairs[i].key;
        bool look = true;
        if (count > FEW_PAIRS) {
            uint32_t before = seen.count;
            names_intern(&seen, key->text, key->count);
            look = seen.count == before;
        }
        uint32_t first = look ? 0 : kept;
        while (first < kept && !same_text(pairs[first].key, key))
            first++;
        if (first == kept)
            pairs[kept++] = pairs[i];
        else if (reader->diags->error_count < TREE_MAX_ERRORS)
            report_duplicate(reader, pairs[first].key, key);
    }
    return kept;
}

// Puts a finished node or one just opened where it belongs.
static void add_node(Reader *reader, const TreeNode *node)
{
    if (reader->depth == 0) {
        reader->root = node;
        return;
    }
    OpenNode *open = &reader->open[reader->depth - 1];
    if (open->node->kind == TREE_LIST) {
        VEC_PUSH(reader->arena, &open->items, node);
    } else if (!open->key) {
        open->key = node;
    } else {
        if (open->key->kind == TREE_PLAIN || open->key->kind == TREE_QUOTED)
            VEC_PUSH(reader->arena, &open->pairs, (TreePair){open->key, node});
        open->key = NULL;
    }
}

// Reports a list or mapping in the place of a key.
static void check_key_place(Reader *reader, const TreeNode *node)
{
    if (reader->depth == 0)
        return;
    const OpenNode *open = &reader->open[reader->depth - 1];
    if (open->node->kind == TREE_MAPPING && !open->key)
        REPORT_AT(reader, node->span.start, node->span.end, DIAG_YAML_KEY,
                  tree_describe(reader->arena, node));
}

static bool open_node(Reader *reader, const yaml_event_t *event, TreeKind kind, bool is_flow)
{
    Span span = event_span(reader, event);
    if (reader->depth == TREE_MAX_DEPTH) {
        REPORT_AT(reader, span.start, span.end, DIAG_YAML_TOO_DEEP, (unsigned)TREE_MAX_DEPTH);
        return false;
    }
    TreeNode *node = new_node(reader, kind, span);
    check_key_place(reader, node);
    add_node(reader, node);
    reader->open[reader->depth++] = (OpenNode){.node = node, .is_flow = is_flow};
    return true;
}

// The span of a block collection ends with its last part: libyaml's end mark is where the next
// token starts, comments and empty lines later.
static void close_node(Reader *reader, const yaml_event_t *event)
{
    OpenNode *open = &reader->open[--reader->depth];
    TreeNode *node = open->node;
    const TreeNode *last = NULL;
    if (node->kind == TREE_LIST) {
        node->items = open->items.items;
        node->count = open->items.count;
        last = node->count ? VEC_LAST(&open->items) : NULL;
    } else {
        last = open->pairs.count ? VEC_LAST(&open->pairs).value : NULL;
        node->pairs = open->pairs.items;
        node->count = drop_duplicates(reader, open->pairs.items, open->pairs.count);
    }
    if (open->is_flow)
        node->span.end = mark_offset(reader, event->end_mark);
    else if (last)
        node->span.end = last->span.end;
}

static void add_scalar(Reader *reader, const yaml_event_t *event)
{
    bool is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    Span span = event_span(reader, event);
    const OpenNode *open = reader->depth ? &reader->open[reader->depth - 1] : NULL;
    if (span.start == span.end && open && open->key)
        span = open->key->span; // no value: libyaml's place may be in the next line
    TreeNode *node = new_node(reader, is_plain ? TREE_PLAIN : TREE_QUOTED, span);
    node->text = arena_copy(reader->arena, (const char *)event->data.scalar.value,
                            event->data.scalar.length);
    node->count = (uint32_t)event->data.scalar.length;
    add_node(reader, node);
}

static void refuse(Reader *reader, const yaml_event_t *event, const void *anchor, const void *tag)
{
    Span span = event_span(reader, event);
    if (anchor && !reader->has_alias)
        REPORT_AT(reader, span.start, span.end, DIAG_YAML_ALIAS);
    reader->has_alias |= anchor != NULL;
    if (tag)
        REPORT_AT(reader, span.start, span.end, DIAG_YAML_TAG);
}

static void add_alias(Reader *reader, const yaml_event_t *event)
{
    refuse(reader, event, event->data.alias.anchor, NULL);
    add_node(reader, new_node(reader, TREE_BROKEN, event_span(reader, event)));
}

// Handles one event; false when reading on makes no sense.
static bool take_event(Reader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (!reader->root)
            return true;
        Span span = event_span(reader, event);
        REPORT_AT(reader, span.start, span.end, DIAG_YAML_DOCUMENTS);
        return false;
    case YAML_ALIAS_EVENT:
        add_alias(reader, event);
        return true;
    case YAML_SCALAR_EVENT:
        refuse(reader, event, event->data.scalar.anchor, event->data.scalar.tag);
        add_scalar(reader, event);
        return true;
    case YAML_SEQUENCE_START_EVENT:
        refuse(reader, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
        return open_node(reader, event, TREE_LIST,
                         event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
    case YAML_MAPPING_START_EVENT:
        refuse(reader, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
        return open_node(reader, event, TREE_MAPPING,
                         event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_node(reader, event);
        return true;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        return true;
    }
    return true;
}

// Whether the place is in white space at the start of a line that has a tab before it ends.
static bool is_tab_indent(const Source *source, uint32_t at)
{
    uint32_t start = at;
    while (start > 0 && source->text[start - 1] != '\n' && source->text[start - 1] != '\r')
        start--;
    bool has_tab = false;
    for (; source->text[start] == ' ' || source->text[start] == '\t'; start++)
        has_tab |= source->text[start] == '\t';
    return has_tab && at <= start;
}

// An unfinished text or list is reported where it starts: where the file ends says nothing.
static void report_syntax(Reader *reader, const yaml_parser_t *parser)
{
    const Source *source = reader->source;
    const char *problem = parser->problem ? parser->problem : "cannot be read";
    uint32_t at = mark_offset(reader, parser->problem_mark);
    if (parser->error == YAML_READER_ERROR)
        at = reader->text_start + (uint32_t)parser->problem_offset;
    if (at > source->size)
        at = source->size;
    if (is_tab_indent(source, at)) {
        REPORT_AT(reader, at, at + 1, DIAG_YAML_TAB);
        return;
    }
    if (parser->context) {
        uint32_t start = mark_offset(reader, parser->context_mark);
        bool is_at_end = at + strspn(source->text + at, " \r\n") >= source->size;
        uint32_t line = source_position(source, start).line;
        problem = arena_format(reader->arena, "%s %s", parser->context, problem);
        if (is_at_end)
            at = start;
        else if (line != source_position(source, at).line)
            problem = arena_format(reader->arena, "%s, it starts in line %u", problem, line);
    }
    REPORT_AT(reader, at, at + 1, DIAG_YAML_SYNTAX, problem);
}

// Feeds all events to the tree; false when it is no good.
static bool take_events(Reader *reader, yaml_parser_t *parser)
{
    bool is_good = true;
    bool at_end = false;
    while (is_good && !at_end) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            report_syntax(reader, parser);
            return false;
        }
        at_end = event.type == YAML_STREAM_END_EVENT;
        is_good = take_event(reader, &event);
        yaml_event_delete(&event);
        if (is_good && reader->diags->error_count >= TREE_MAX_ERRORS) {
            REPORT_AT(reader, reader->source->size, reader->source->size, DIAG_TOO_MANY_ERRORS);
            return false;
        }
    }
    return is_good;
}

const TreeNode *tree_read(Arena *arena, Diagnostics *diags, const Source *source)
{
    Reader reader = {.arena = arena, .diags = diags, .source = source};
    if (strncmp(source->text, "\xef\xbb\xbf", 3) == 0)
        reader.text_start = 3;
    if (!check_text(&reader))
        return NULL;
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        REPORT_AT(&reader, 0, 0, DIAG_YAML_SYNTAX, "out of memory");
        return NULL;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)source->text + reader.text_start,
                                 source->size - reader.text_start);
    bool is_good = take_events(&reader, &parser);
    yaml_parser_delete(&parser);
    if (!is_good)
        return NULL;
    bool is_null = reader.root && reader.root->kind == TREE_PLAIN && reader.root->count == 0;
    if (!reader.root || is_null) {
        REPORT_AT(&reader, 0, 0, DIAG_YAML_EMPTY);
        return NULL;
    }
    return reader.root;
}

const TreeNode *tree_get(const TreeNode *node, const char *key)
{
    for (uint32_t i = 0; node->kind == TREE_MAPPING && i < node->count; i++)
        if (tree_text_is(node->pairs[i].key, key))
            return node->pairs[i].value;
    return NULL;
}

bool tree_text_is(const TreeNode *node, const char *text)
{
    return (node->kind == TREE_PLAIN || node->kind == TREE_QUOTED) && node->count == strlen(text) &&
           memcmp(node->text, text, node->count) == 0;
}

const char *tree_quote(Arena *arena, const TreeNode *node)
{
    enum { LONGEST = 60 };
    bool is_cut = node->count > LONGEST;
    uint32_t size = is_cut ? LONGEST : node->count;
    while (is_cut && size > 0 && ((unsigned char)node->text[size] & 0xc0) == 0x80)
        size--;
    char *quoted = arena_alloc(arena, (size_t)size * 4 + sizeof "...");
    char *to = quoted;
    for (uint32_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)node->text[i];
        if (c < 0x20 || c == 0x7f)
            to += snprintf(to, 5, "\\x%02x", (unsigned)c);
        else
            *to++ = (char)c;
    }
    if (is_cut)
        memcpy(to, "...", sizeof "...");
    return quoted;
}

const char *tree_describe(Arena *arena, const TreeNode *node)
{
    switch (node->kind) {
    case TREE_LIST:
        return "a list";
    case TREE_MAPPING:
        return "a mapping";
    case TREE_BROKEN:
        return "an alias";
    case TREE_PLAIN:
        if (node->count == 0)
            return "nothing";
        if (value_is_null(node) || value_bool(node) >= 0)
            return tree_quote(arena, node);
        if (value_looks_numeric(node))
            return arena_format(arena, "the number %s", tree_quote(arena, node));
        break;
    case TREE_QUOTED:
        break;
    }
    return arena_format(arena, "the text '%s'", tree_quote(arena, node));
}
