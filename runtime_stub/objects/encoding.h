// SPDX-License-Identifier: MIT
// Encodings: utf-8, ascii and latin-1 under their usual names, with the error handlers strict,
// ignore, replace and backslashreplace.
#ifndef FLASHFREEZE_OBJECTS_ENCODING_H
#define FLASHFREEZE_OBJECTS_ENCODING_H

#include "../vm/vm.h"

// `encoding` and `errors` are str or FZ_NULL (utf-8, strict). LookupError, UnicodeError.
FzValue fz_encode(FzVm *vm, FzValue text, FzValue encoding, FzValue errors); // str to bytes
FzValue fz_decode(FzVm *vm, FzValue bytes, FzValue encoding,
                  FzValue errors); // bytes or bytearray to str

#endif
