// SPDX-License-Identifier: MIT
// What the user may have meant: hints for a token that does not fit, from the words around it.
#include "parse.h"

#include "../../manifest/keys.h"

#include <string.h>

// The words around the token that does not fit.
typedef struct {
    const Parser *p;
    const char *text;
    uint32_t line;       // offset of the first token of its line
    uint32_t first_size; // bytes of the word there, 0 when there is none
    bool is_first;       // it is the first token of its line
    bool is_second;      // just that word stands before it
} Surroundings;

typedef struct {
    const char *word;
    const char *hint;
} WordHint;

// First words of statements of other languages.
static const WordHint first_words[] = {
    {"function", "a function begins with 'def'"},
    {"func", "a function begins with 'def'"},
    {"fn", "a function begins with 'def'"},
    {"sub", "a function begins with 'def'"},
    {"elseif", "write 'elif'"},
    {"elsif", "write 'elif'"},
    {"foreach", "write 'for'"},
    {"switch", "write 'match'"},
    {"struct", "write 'class'"},
    {"var", "a variable needs no declaration"},
    {"let", "a variable needs no declaration"},
    {"const", "a variable needs no declaration"},
    {"int", "a variable needs no declaration"},
    {"float", "a variable needs no declaration"},
    {"str", "a variable needs no declaration"},
    {"bool", "a variable needs no declaration"},
    {"include", "write 'import'"},
    {"using", "write 'import'"},
    {"throw", "write 'raise'"},
    {"catch", "write 'except'"},
};

static bool word_at_is(const Surroundings *around, uint32_t at, uint32_t size, const char *word)
{
    return strlen(word) == size && memcmp(around->text + at, word, size) == 0;
}

static bool first_is(const Surroundings *around, const char *word)
{
    return word_at_is(around, around->line, around->first_size, word);
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static Surroundings look_around(const Parser *p)
{
    Surroundings around = {.p = p, .text = p->source->text, .line = p->token.start};
    const char *text = around.text;
    if (around.line > 0 && (text[around.line] == 0 || text[around.line] == '\n'))
        around.line = p->last_end;
    while (around.line > 0 && text[around.line - 1] != '\n' && text[around.line - 1] != '\r')
        around.line--;
    while (text[around.line] == ' ' || text[around.line] == '\t')
        around.line++;
    while (is_word_byte(text[around.line + around.first_size]))
        around.first_size++;
    around.is_first = around.line == p->token.start;
    around.is_second = around.first_size > 0 && p->last_end == around.line + around.first_size;
    return around;
}

// The first word is no keyword, but one may have been meant.
static const char *hint_of_first_word(const Surroundings *around)
{
    static const char *const keywords[] = {
#define TOKEN(kind, text)
#define OPERATOR(kind, text)
#define KEYWORD(kind, text, starts) text,
#include "token.def"
#undef TOKEN
#undef OPERATOR
#undef KEYWORD
    };
    for (size_t i = 0; i < sizeof first_words / sizeof first_words[0]; i++)
        if (first_is(around, first_words[i].word))
            return first_words[i].hint;
    const char *words[sizeof keywords / sizeof keywords[0]];
    size_t count = 0;
    for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++) {
        const char *word = keywords[i];
        if (word[0] == '\'')
            word = arena_copy(around->p->arena, word + 1, strlen(word) - 2);
        if (first_is(around, word))
            return NULL;
        words[count++] = word;
    }
    const char *near =
        nearest_word(words, count, around->text + around->line, around->first_size);
    return near ? arena_format(around->p->arena, "did you mean '%s'?", near) : NULL;
}

static const char *hint_of_operator(const Surroundings *around)
{
    uint32_t start = around->p->token.start;
    char c = around->text[start];
    char before = start > 0 ? around->text[start - 1] : ' ';
    if (c == before && c == '&')
        return "write 'and'";
    if (c == before && c == '|')
        return "write 'or'";
    if (c == '!')
        return "write 'not'";
    if (c == '>' && before == '<')
        return "write '!='";
    if (c == '{' && around->first_size > 0 && !around->is_second)
        return "a block begins with ':' and is indented";
    bool is_test = first_is(around, "if") || first_is(around, "elif") ||
                   first_is(around, "while") || first_is(around, "assert");
    if (c == '=' && is_test)
        return "write '==' to compare, or ':=' in brackets to assign";
    if (c == ',' && first_is(around, "raise"))
        return "an exception is made by a call: raise Class(message)";
    return NULL;
}

// x++ and x--, where the end of the line is what does not fit.
static const char *hint_of_line_end(const Surroundings *around)
{
    uint32_t end = around->p->last_end;
    const char *text = around->text;
    if (end < 2 || text[end - 1] != text[end - 2])
        return NULL;
    if (text[end - 1] == '+')
        return "write '+= 1'";
    return text[end - 1] == '-' ? "write '-= 1'" : NULL;
}

static const char *hint_of_word(const Surroundings *around)
{
    const Token *token = &around->p->token;
    uint32_t size = token->end - token->start;
    const char *text = around->text;
    if (around->is_second && first_is(around, "else") && word_at_is(around, token->start, size, "if"))
        return "write 'elif'";
    if (word_at_is(around, token->start, size, "from") && first_is(around, "import"))
        return "write 'from module import name'";
    if (word_at_is(around, token->start, size, "then"))
        return "a block begins with ':'";
    uint32_t end = around->p->last_end;
    if (end >= 3 && memcmp(text + end - 3, "new", 3) == 0 && (end == 3 || !is_word_byte(text[end - 4])))
        return "an instance is made by calling the class, without 'new'";
    if (around->is_first)
        return arena_format(around->p->arena,
                            "no statement of this indentation stands before that '%.*s' could belong to",
                            (int)size, text + token->start);
    return NULL;
}

static const char *find_hint(const Surroundings *around)
{
    TokenKind kind = around->p->token.kind;
    if (kind == TOK_NEWLINE || kind == TOK_EOF)
        return hint_of_line_end(around);
    if (around->is_second && around->first_size >= 2) {
        const char *hint = hint_of_first_word(around);
        if (hint)
            return hint;
    }
    bool is_keyword = kind != TOK_NAME && is_word_byte(around->text[around->p->token.start]) &&
                      token_text(kind)[0] == '\'';
    if (is_keyword || kind == TOK_NAME)
        return kind == TOK_NAME && around->is_first ? NULL : hint_of_word(around);
    return hint_of_operator(around);
}

void parse_hint(Parser *p)
{
    Surroundings around = look_around(p);
    const char *hint = find_hint(&around);
    const Lexer *lexer = &p->lexer;
    if (hint)
        diag_hint(p->diags, "%s", hint);
    if (lexer->bracket_count == 0)
        return;
    const Bracket *bracket = &lexer->brackets[lexer->bracket_count - 1];
    uint32_t line = source_position(p->source, p->token.start).line;
    if (bracket->start >= p->token.start || source_position(p->source, bracket->start).line == line)
        return;
    if (!hint && source_position(p->source, p->last_end).line < line)
        diag_hint(p->diags, "is a comma missing at the end of the line before?");
    diag_note(p->diags, p->source, (Span){bracket->start, bracket->start + 1},
              "the bracket was opened here");
}
