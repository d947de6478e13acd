// SPDX-License-Identifier: MIT
// The checks of an image's header and tables that every start makes: magic, version, ABI, bounds,
// checksum, and that the application's natives are those the image counts on.
#ifndef FLASHFREEZE_LOAD_H
#define FLASHFREEZE_LOAD_H

#include "flashfreeze/flashfreeze.h"
#include "flashfreeze/image.h"

FZ_MUST_CHECK FzStatus fz_check_image(const FzApp *app);

#ifdef FZ_NEEDS
// The checksum of the only image that this runtime takes: it stands in the generated C.
extern const uint32_t fz_frozen_crc;
#endif

#endif
