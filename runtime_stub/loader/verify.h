// SPDX-License-Identifier: MIT
// Checks everything about an image that the VM takes for granted, so that the VM need not: object
// forms and references, then for every function the operands, jump targets, regions and what lies
// on the operand stack on every path. The compiler runs it on all it emits; firmware that takes
// images from elsewhere can link it too. docs/image-format.md lists the rules.
#ifndef FLASHFREEZE_VERIFY_H
#define FLASHFREEZE_VERIFY_H

#include "flashfreeze/flashfreeze.h"

// What was found wrong, for a message.
typedef struct {
    const char *problem;  // NULL when all is well
    uint32_t object;      // offset of the object in the image
    uint32_t instruction; // offset in its bytecode; 0 outside of code
} FzVerifyError;

// Verifies the image of `app`. `scratch` is working memory of `scratch_size` bytes, at least
// fz_verify_scratch(app); it is not needed afterwards. FZ_NO_MEMORY when it is too small.
FZ_MUST_CHECK FzStatus fz_verify(const FzApp *app, uint8_t *scratch, uint32_t scratch_size,
                                 FzVerifyError *error);

// Bytes of working memory that fz_verify needs for this image: one bit for each word of the objects
// and what the function that takes most needs (some ten bytes for each byte of its code); 0 when
// the header is bad.
uint32_t fz_verify_scratch(const FzApp *app);

#endif
