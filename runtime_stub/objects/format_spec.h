// SPDX-License-Identifier: MIT
// Format specs: what format(), f-strings, str.format and the % operator share.
#ifndef FLASHFREEZE_OBJECTS_FORMAT_SPEC_H
#define FLASHFREEZE_OBJECTS_FORMAT_SPEC_H

#include "str.h"

typedef struct {
    uint32_t fill;     // code point
    int32_t width;     // 0: as wide as needed
    int32_t precision; // -1: none
    uint32_t type;     // letter or 0
    uint8_t align;     // < > ^ = or 0
    uint8_t sign;      // + - blank or 0
    uint8_t grouping;  // , _ or 0
    bool alternate;
    bool no_minus_zero;
} FzFormatSpec;

// [[fill]align][sign][z][#][0][width][grouping][.precision][type]. `value` is for messages and for
// what a leading zero means. ValueError.
bool fz_format_spec_parse(FzVm *vm, FzValue text, FzValue value, FzFormatSpec *spec);
FzValue fz_format_int(FzVm *vm, FzValue value,
                      const FzFormatSpec *spec); // also as a float or character
FzValue fz_format_float(FzVm *vm, double number, const FzFormatSpec *spec);
FzValue fz_format_str(FzVm *vm, FzValue text, const FzFormatSpec *spec); // cut and padded
// format(value, spec) of an int, bool, float or str.
FzValue fz_format_plain(FzVm *vm, FzValue value, FzValue spec_text);
FzValue fz_format_bad_type(FzVm *vm, const FzFormatSpec *spec, FzValue value);

#endif
