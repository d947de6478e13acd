// SPDX-License-Identifier: MIT
// Identifiers, keywords and the prefixes of strings. Identifiers beyond ASCII must consist of the
// code points that Unicode lets begin and continue a name, in the form that NFKC gives them; the
// parser does the normalisation when it makes a Name.
#include "lex_internal.h"

#include "../base/names.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

// The keyword of this spelling and of `size` bytes, a constant in each call, else TOK_NAME.
static inline TokenKind keyword_of_size(const char *text, size_t size)
{
#define KEYWORD(kind, spelling, starts)                                                            \
    if (sizeof spelling - 1 == size && memcmp(text, spelling, sizeof spelling - 1) == 0)           \
        return TOK_##kind;
#include "token.def"
#undef KEYWORD
    return TOK_NAME;
}

static TokenKind name_kind(const char *text, size_t size)
{
    switch (size) {
    case 2:
        return keyword_of_size(text, 2);
    case 3:
        return keyword_of_size(text, 3);
    case 4:
        return keyword_of_size(text, 4);
    case 5:
        return keyword_of_size(text, 5);
    case 6:
        return keyword_of_size(text, 6);
    case 7:
        return keyword_of_size(text, 7);
    case 8:
        return keyword_of_size(text, 8);
    default:
        return TOK_NAME;
    }
}

// Reads the letters before a quote; false when they are no prefix of a string.
static bool read_prefix(const char *text, uint32_t size, StringPrefix *out)
{
    bool unicode = false;
    uint32_t kinds = 0; // of b, f, t and u at most one, and u stands alone
    if (size > 2)
        return false;
    for (uint32_t i = 0; i < size; i++) {
        switch (text[i] | 32) {
        case 'r':
            if (out->raw)
                return false;
            out->raw = true;
            continue;
        case 'b':
            out->bytes = true;
            break;
        case 'f':
            out->interpolated = true;
            break;
        case 't':
            out->interpolated = true;
            out->is_template = true;
            break;
        case 'u':
            unicode = true;
            break;
        default:
            return false;
        }
        kinds++;
    }
    return kinds <= 1 && !(unicode && size > 1);
}

// What to type instead of a character that word processors and web pages put in its place, or NULL.
static const char *plain_form(ucs4_t point)
{
    switch (point) {
    case 0x2018:
    case 0x2019:
        return "'";
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
        return "\"";
    case 0xa0:
    case 0x2003:
    case 0x2009:
    case 0x3000:
        return "a plain space";
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return "-";
    case 0xd7:
        return "*";
    case 0xf7:
        return "/";
    case 0x2260:
        return "!=";
    case 0x2264:
        return "<=";
    case 0x2265:
        return ">=";
    case 0x2026:
        return "...";
    case 0xff08:
        return "(";
    case 0xff09:
        return ")";
    case 0xff0c:
        return ",";
    case 0xff1a:
        return ":";
    default:
        return NULL;
    }
}

// Checks a name with bytes beyond ASCII; reports its first code point that may not be there.
static bool check_unicode(Lexer *lexer, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end;) {
        ucs4_t point = 0;
        int size = u8_mbtouc(&point, (const uint8_t *)lexer->text + i, end - i);
        if (size <= 0)
            size = 1;
        bool fits = i == start ? uc_is_property_xid_start(point) || point == '_'
                               : uc_is_property_xid_continue(point);
        if (!fits) {
            uint32_t stop = i + (uint32_t)size;
            LEX_REPORT(lexer, i, stop, DIAG_STRAY_CHARACTER, size, lexer->text + i, point);
            if (lex_may_report(lexer) && plain_form(point))
                diag_hint(lexer->diags, "write %s", plain_form(point));
            lexer->at = stop;
            return false;
        }
        i += (uint32_t)size;
    }
    return true;
}

Token lex_name_or_string(Lexer *lexer)
{
    const char *text = lexer->text;
    uint32_t start = lexer->at;
    uint32_t at = start;
    unsigned char seen = 0;
    uint32_t hash = NAMES_HASH_START;
    for (; lex_is_name_part((unsigned char)text[at]); at++) {
        seen |= (unsigned char)text[at];
        hash = names_hash_step(hash, text[at]);
    }
    lexer->at = at;
    if (text[at] == '"' || text[at] == '\'') {
        StringPrefix prefix = {0};
        if (read_prefix(text + start, at - start, &prefix))
            return lex_string(lexer, start, prefix);
    }
    if (seen >= 0x80)
        return lex_token(check_unicode(lexer, start, at) ? TOK_NAME : TOK_ERROR, start, lexer->at);
    return (Token){name_kind(text + start, at - start), start, at, hash};
}
