// SPDX-License-Identifier: MIT
// match statements.
#include "unit.h"

void gen_match(Gen *gen, const Stmt *stmt)
{
    gen_unsupported(gen, stmt->span, "match is");
}
