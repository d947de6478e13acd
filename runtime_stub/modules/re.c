// SPDX-License-Identifier: MIT
// The module _re: runs compiled regular expressions (re_ops.def) by backtracking. Registers and the
// stack of choices lie in a buffer of the heap that grows; C does not recurse. Places are offsets
// in bytes.
#include "buffer.h"
#include "flashfreeze/natives.h"

#include <string.h>

enum {
#define OP(name, bytes) RE_##name,
#include "re_ops.def"
#undef OP
    RE_COUNT
};

// Classes of characters; odd ones are the negation of the one before. From RE_CLASS_ASCII on the
// same for ASCII alone.
enum { RE_CLASS_DIGIT = 0, RE_CLASS_SPACE = 2, RE_CLASS_WORD = 4, RE_CLASS_ASCII = 8 };

enum { MODE_SEARCH = 1, MODE_FULL = 2, MODE_ADVANCE = 4 }; // the last: not an empty match at the start

#define UNSET 0xffffffffu

enum { NO_LIMIT = 0xffff, HEADER = 4 };

// Entries of the stack have three words. Choices: kind << 24 | target, place, a second place or
// count. Old values: kind << 24 | register, value.
enum { CHOICE_JUMP, CHOICE_FEWER, CHOICE_MORE, OLD_VALUE, ENTRY = 3 };

typedef struct {
    FzVm *vm;
    FzValue *slots; // program, text, buffer: on the VM stack
    const uint8_t *code;
    const uint8_t *text;
    uint32_t *words;  // registers, then the stack
    uint32_t room;    // words of the buffer
    uint32_t height;  // words in use
    uint32_t registers;
    uint32_t end;     // of the text
    uint32_t origin;  // where the match may not be empty, or UNSET
    uint32_t mode;
    bool wide;        // characters may have several bytes
} Matcher;

static uint32_t two(const uint8_t *at) { return at[0] | (uint32_t)at[1] << 8; }
static uint32_t three(const uint8_t *at) { return two(at) | (uint32_t)at[2] << 16; }

static void refresh(Matcher *m)
{
    FzText text;
    FzText code;
    fz_text_view(m->vm, m->slots[0], &code);
    fz_text_view(m->vm, m->slots[1], &text);
    m->code = code.bytes;
    m->text = text.bytes;
    m->words = FZ_WORDS(m->vm, m->slots[2]) + 1;
}

static bool grow(Matcher *m)
{
    uint32_t room = m->room + m->room / 2 + 16 * ENTRY;
    if (room > FZ_COUNT_MAX / 4) {
        fz_raise_memory(m->vm);
        return false;
    }
    if (!fz_grow_in_place(m->vm, m->slots[2], room * 4)) {
        FzValue bigger = fz_new(m->vm, FZ_KIND_BUFFER, 0, room * 4);
        if (bigger == FZ_NULL)
            return false;
        memcpy(FZ_WORDS(m->vm, bigger) + 1, FZ_WORDS(m->vm, m->slots[2]) + 1, m->height * 4);
        m->slots[2] = bigger;
    }
    m->room = room;
    refresh(m);
    return true;
}

static bool push(Matcher *m, uint32_t kind, uint32_t target, uint32_t a, uint32_t b)
{
    if (m->height + ENTRY > m->room && !grow(m))
        return false;
    uint32_t *entry = m->words + m->height;
    entry[0] = kind << 24 | target;
    entry[1] = a;
    entry[2] = b;
    m->height += ENTRY;
    return true;
}

static bool set_register(Matcher *m, uint32_t index, uint32_t value)
{
    if (!push(m, OLD_VALUE, index, m->words[index], 0))
        return false;
    m->words[index] = value;
    return true;
}

// ---- characters

static uint32_t char_at(const Matcher *m, uint32_t place, uint32_t *next)
{
    uint32_t size = 1;
    uint32_t c = m->wide ? fz_utf8_decode(m->text + place, &size) : m->text[place];
    *next = place + size;
    return c;
}

static uint32_t before(const Matcher *m, uint32_t place)
{
    place--;
    while (m->wide && place > 0 && (m->text[place] & 0xc0) == 0x80)
        place--;
    return place;
}

static uint32_t in_case(uint32_t c, FzCase to)
{
    uint32_t out[3];
    return fz_char_case(c, to, out) == 1 ? out[0] : c;
}

static bool in_class(uint32_t c, uint32_t number)
{
    bool ascii = number >= RE_CLASS_ASCII;
    bool negated = number & 1;
    bool found = false;
    if (!ascii || c < 0x80) {
        switch (number & 6) {
        case RE_CLASS_DIGIT:
            found = fz_char_decimal(c) < 10;
            break;
        case RE_CLASS_SPACE:
            found = ascii ? c == ' ' || (c >= '\t' && c <= '\r') : fz_char_space(c);
            break;
        default:
            found = c == '_' || fz_char_alnum(c);
        }
    }
    return found != negated;
}

static bool in_items(uint32_t c, const uint8_t *at, const uint8_t *end)
{
    while (at < end) {
        if (at[0] == 0) {
            if (in_class(c, at[1]))
                return true;
            at += 2;
        } else {
            if (c >= three(at + 1) && c <= three(at + 4))
                return true;
            at += 7;
        }
    }
    return false;
}

static bool in_set(uint32_t c, const uint8_t *set, uint32_t size, bool any_case)
{
    bool found = in_items(c, set + 1, set + size);
    if (any_case && !found)
        found = in_items(in_case(c, FZ_CASE_LOWER), set + 1, set + size) ||
                in_items(in_case(c, FZ_CASE_UPPER), set + 1, set + size);
    return found != (set[0] & 1);
}

// Whether the instruction for one character at `at` takes the one at the place; moves the place.
static bool take(const Matcher *m, uint32_t at, uint32_t *place)
{
    if (*place >= m->end)
        return false;
    const uint8_t *op = m->code + at;
    uint32_t next;
    uint32_t c = char_at(m, *place, &next);
    bool good;
    switch (op[0]) {
    case RE_CHAR:
        good = c == three(op + 1);
        break;
    case RE_CHAR_I:
        good = c == three(op + 1) || in_case(c, FZ_CASE_LOWER) == three(op + 1);
        break;
    case RE_ANY:
        good = c != '\n';
        break;
    case RE_ANY_ALL:
        good = true;
        break;
    case RE_CLASS:
        good = in_class(c, op[1]);
        break;
    default:
        good = in_set(c, op + 3, two(op + 1), op[0] == RE_SET_I);
    }
    if (good)
        *place = next;
    return good;
}

static uint32_t size_of_op(const uint8_t *op)
{
    static const uint8_t sizes[] = {
#define OP(name, bytes) bytes + 1,
#include "re_ops.def"
#undef OP
    };
    bool is_set = op[0] == RE_SET || op[0] == RE_SET_I;
    return sizes[op[0]] + (is_set ? two(op + 1) : 0);
}

// ---- assertions

static bool is_boundary(const Matcher *m, uint32_t place, uint32_t word)
{
    uint32_t next;
    bool left = place > 0 && in_class(char_at(m, before(m, place), &next), word);
    bool right = place < m->end && in_class(char_at(m, place, &next), word);
    return left != right;
}

static bool holds(const Matcher *m, const uint8_t *op, uint32_t place)
{
    switch (op[0]) {
    case RE_START:
        return place == 0;
    case RE_START_LINE:
        return place == 0 || m->text[place - 1] == '\n';
    case RE_END:
        return place == m->end || (place + 1 == m->end && m->text[place] == '\n');
    case RE_END_LINE:
        return place == m->end || m->text[place] == '\n';
    case RE_END_TEXT:
        return place == m->end;
    case RE_BOUNDARY:
        return is_boundary(m, place, op[1]);
    default:
        return !is_boundary(m, place, op[1]);
    }
}

// The text of a group at the place.
static bool take_group(const Matcher *m, uint32_t group, bool any_case, uint32_t *place)
{
    uint32_t from = m->words[2 * group];
    uint32_t to = m->words[2 * group + 1];
    uint32_t at = *place;
    if (from == UNSET || to == UNSET)
        return false;
    while (from < to) {
        if (at >= m->end)
            return false;
        uint32_t a = char_at(m, from, &from);
        uint32_t b = char_at(m, at, &at);
        if (a != b && (!any_case || in_case(a, FZ_CASE_LOWER) != in_case(b, FZ_CASE_LOWER)))
            return false;
    }
    *place = at;
    return true;
}

// ---- backtracking

// Drops what is above a height: choices go; old values stay when the match goes on (`keep`), else
// they come back.
static void cut(Matcher *m, uint32_t height, bool keep)
{
    uint32_t kept = height;
    if (!keep)
        while (m->height > height) {
            m->height -= ENTRY;
            const uint32_t *entry = m->words + m->height;
            if (entry[0] >> 24 == OLD_VALUE)
                m->words[entry[0] & 0xffffff] = entry[1];
        }
    for (uint32_t at = height; at < m->height; at += ENTRY)
        if (m->words[at] >> 24 == OLD_VALUE) {
            memmove(m->words + kept, m->words + at, ENTRY * 4);
            kept += ENTRY;
        }
    m->height = kept;
}

// Goes back to the last choice: where to go on. False when there is none.
static bool backtrack(Matcher *m, uint32_t *at, uint32_t *place)
{
    while (m->height > m->registers) {
        uint32_t *entry = m->words + m->height - ENTRY;
        uint32_t target = entry[0] & 0xffffff;
        switch (entry[0] >> 24) {
        case OLD_VALUE:
            m->words[target] = entry[1];
            m->height -= ENTRY;
            break;
        case CHOICE_JUMP:
            m->height -= ENTRY;
            *at = target;
            *place = entry[1];
            return true;
        case CHOICE_FEWER: // entry[1] least place, entry[2] the place tried last
            entry[2] = before(m, entry[2]);
            if (entry[2] <= entry[1])
                m->height -= ENTRY;
            *at = target;
            *place = entry[2];
            return true;
        default: // CHOICE_MORE: entry[1] place, entry[2] characters that may follow
            if (!take(m, target, &entry[1]) || entry[2] == 0) {
                m->height -= ENTRY;
                break;
            }
            *at = target + size_of_op(m->code + target);
            *place = entry[1];
            if (entry[2] != UNSET && --entry[2] == 0)
                m->height -= ENTRY;
            return true;
        }
    }
    return false;
}

// The repetition of one character at `at`. 1 goes on, 0 fails, -1 raised.
static int repeat(Matcher *m, uint32_t *at, uint32_t *place)
{
    const uint8_t *op = m->code + *at;
    uint32_t least = two(op + 1), most = two(op + 3), kind = op[0];
    uint32_t item = *at + size_of_op(op);
    uint32_t behind = item + size_of_op(m->code + item);
    uint32_t count = 0;
    while (count < least && take(m, item, place))
        count++;
    if (count < least)
        return 0;
    *at = behind;
    if (kind == RE_REPEAT_LAZY) {
        uint32_t left = most == NO_LIMIT ? UNSET : most - least;
        return left == 0 || push(m, CHOICE_MORE, item, *place, left) ? 1 : -1;
    }
    uint32_t fewest = *place;
    while ((most == NO_LIMIT || count < most) && take(m, item, place))
        count++;
    if (kind == RE_REPEAT && *place > fewest && !push(m, CHOICE_FEWER, behind, fewest, *place))
        return -1;
    return 1;
}

static bool is_accepted(const Matcher *m, uint32_t place)
{
    return (!(m->mode & MODE_FULL) || place == m->end) && place != m->origin;
}

// One instruction other than MATCH: 1 goes on, 0 fails, -1 raised.
static int step(Matcher *m, uint32_t *at, uint32_t *place)
{
    const uint8_t *op = m->code + *at;
    uint32_t a = two(op + 1); // where the instruction has operands
    uint32_t b = two(op + 3);
    uint32_t behind = *at + size_of_op(op);
    uint32_t old;
    bool done = true;
    switch (op[0]) {
    case RE_CHAR:
    case RE_CHAR_I:
    case RE_ANY:
    case RE_ANY_ALL:
    case RE_CLASS:
    case RE_SET:
    case RE_SET_I:
        if (!take(m, *at, place))
            return 0;
        break;
    case RE_START:
    case RE_START_LINE:
    case RE_END:
    case RE_END_LINE:
    case RE_END_TEXT:
    case RE_BOUNDARY:
    case RE_NOT_BOUNDARY:
        if (!holds(m, op, *place))
            return 0;
        break;
    case RE_OPEN:
    case RE_MARK:
        done = set_register(m, a, *place);
        break;
    case RE_CLOSE:
        // The place where the group began waits in a register of its own, so that a group that is
        // begun again and not closed keeps what it had.
        done = set_register(m, 2 * a, m->words[b]) && set_register(m, 2 * a + 1, *place) &&
               set_register(m, 2 * (two(m->code + 2) + 1), a);
        break;
    case RE_SPLIT:
        done = push(m, CHOICE_JUMP, a, *place, 0);
        break;
    case RE_SPLIT_LAZY:
        done = push(m, CHOICE_JUMP, behind, *place, 0);
        behind = a;
        break;
    case RE_JUMP:
        behind = a;
        break;
    case RE_GROUP:
    case RE_GROUP_I:
        if (!take_group(m, a, op[0] == RE_GROUP_I, place))
            return 0;
        break;
    case RE_REPEAT:
    case RE_REPEAT_LAZY:
    case RE_REPEAT_ALL:
        return repeat(m, at, place);
    case RE_AGAIN:
        if (*place != m->words[a])
            behind = b;
        break;
    case RE_LOOK:
        old = m->height;
        done = set_register(m, a, old) && set_register(m, a + 1, *place);
        break;
    case RE_LOOK_END:
        *place = m->words[a + 1];
        cut(m, m->words[a], true);
        break;
    case RE_ATOMIC_END:
        cut(m, m->words[a], true);
        break;
    case RE_NOT:
        old = m->height;
        done = set_register(m, a, old) && push(m, CHOICE_JUMP, b, *place, 0);
        break;
    case RE_NOT_END:
        cut(m, m->words[a], false);
        return 0;
    case RE_BACK:
        for (; a > 0; a--) {
            if (*place == 0)
                return 0;
            *place = before(m, *place);
        }
        break;
    case RE_IF_GROUP:
        if (m->words[2 * a + 1] == UNSET)
            behind = b;
        break;
    default:
        return 0;
    }
    *at = behind;
    return done ? 1 : -1;
}

// Tries to match at one place. 1 matched, 0 not, -1 raised.
static int match_at(Matcher *m, uint32_t place)
{
    uint32_t at = HEADER;
    uint32_t start = place;
    m->height = m->registers;
    for (uint32_t i = 0; i < m->registers; i++)
        m->words[i] = UNSET;
    for (;;) {
        int result;
        if (m->code[at] == RE_MATCH) {
            result = is_accepted(m, place);
            if (result) {
                m->words[0] = start;
                m->words[1] = place;
                return 1;
            }
        } else {
            result = step(m, &at, &place);
        }
        if (result < 0)
            return -1;
        if (result == 0 && !backtrack(m, &at, &place))
            return 0;
    }
}

static int search(Matcher *m, uint32_t place)
{
    if (m->mode & MODE_ADVANCE)
        m->origin = place;
    if (!(m->mode & MODE_SEARCH))
        return match_at(m, place);
    for (;;) {
        const uint8_t *op = m->code + HEADER;
        if (op[0] == RE_CHAR && op[3] == 0 && op[2] == 0 && op[1] < 0x80) { // a text to look for
            const uint8_t *found = m->text + place;
            while (found < m->text + m->end && *found != op[1])
                found++;
            place = (uint32_t)(found - m->text);
        }
        int result = match_at(m, place);
        if (result != 0 || place >= m->end)
            return result;
        char_at(m, place, &place);
    }
}

// The registers of the groups as a tuple of indices, -1 for those not set, and the group closed
// last.
static FzValue result_of(Matcher *m, uint32_t groups)
{
    uint32_t count = 2 * (groups + 1);
    FzValue made = fz_tuple_new(m->vm, NULL, count + 1);
    if (made == FZ_NULL)
        return FZ_NULL;
    refresh(m);
    for (uint32_t i = 0; i <= count; i++) {
        uint32_t value = m->words[i];
        if (value != UNSET && m->wide && i < count)
            value = fz_utf8_length(m->text, value);
        FZ_TUPLE(m->vm, made)->items[i] = fz_from_int((int32_t)value);
    }
    return made;
}

static uint32_t place_of(const FzVm *vm, FzValue text, int32_t index, bool wide)
{
    FzText view;
    fz_text_view(vm, text, &view);
    uint32_t length = wide ? fz_str_length(vm, text) : view.size;
    uint32_t within = index < 0 ? 0 : (uint32_t)index < length ? (uint32_t)index : length;
    return wide ? fz_str_offset(vm, text, within) : within;
}

// match(program, text, start, end, mode): a tuple of indices, or None.
FzValue fz_re_match(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t start, end, mode;
    FzText program;
    FzText text;
    if (!fz_as_index(vm, argv[2], &start) || !fz_as_index(vm, argv[3], &end) || !fz_as_index(vm, argv[4], &mode))
        return FZ_NULL;
    argv[1] = fz_unwrap(vm, argv[1]);
    if (!fz_text_view(vm, argv[1], &text))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "expected string or bytes-like object, got '%t'", argv[1]);
    fz_text_view(vm, argv[0], &program);
    uint32_t registers = two(program.bytes);
    uint32_t groups = two(program.bytes + 2);
    Matcher m = {.vm = vm, .slots = argv, .registers = registers, .origin = UNSET, .mode = (uint32_t)mode};
    m.wide = fz_text_is_wide(vm, argv[1]);
    m.end = place_of(vm, argv[1], end, m.wide);
    uint32_t place = place_of(vm, argv[1], start, m.wide);
    if (start > end || place > m.end)
        return FZ_NONE;
    m.room = registers + 8 * ENTRY;
    argv[2] = fz_new(vm, FZ_KIND_BUFFER, 0, m.room * 4);
    if (argv[2] == FZ_NULL)
        return FZ_NULL;
    refresh(&m);
    int found = search(&m, place);
    return found < 0 ? FZ_NULL : found == 0 ? FZ_NONE : result_of(&m, groups);
}

// lower(c): a character in lower case as patterns compare it.
FzValue fz_re_lower(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t c;
    if (!fz_as_index(vm, argv[0], &c))
        return FZ_NULL;
    return fz_from_int((int32_t)in_case((uint32_t)c, FZ_CASE_LOWER));
}
