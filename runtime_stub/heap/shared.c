// SPDX-License-Identifier: MIT
// The one copy of the functions in headers, for files that are compiled for size (FZ_SHARED).
#define FZ_SHARED extern inline
#include "../objects/bytes.h"
#include "../objects/float.h"
#include "../objects/int.h"
#include "../objects/protocol.h"
#include "../objects/str.h"
#include "../objects/text.h"
#include "../vm/frame.h"
#include "visit.h"
