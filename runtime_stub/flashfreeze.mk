# SPDX-License-Identifier: MIT
# Freezing in a Makefile. Set FZ_MANIFEST, include this file behind the default goal, let what
# includes app.h wait for $(FZ_HEADER), compile it with $(FZ_INCLUDES), and link $(FZ_LIBRARY):
# the runtime with only what the program uses, and the image.
#
#     all: firmware.elf
#     FZ_MANIFEST = flashfreeze.yaml
#     include runtime_stub/flashfreeze.mk
#     main.o: main.c $(FZ_HEADER)
#     	$(CC) $(CFLAGS) $(FZ_INCLUDES) -c -o $@ main.c
#     firmware.elf: main.o $(FZ_LIBRARY)
#     	$(CC) $(CFLAGS) -Wl,--gc-sections -o $@ $^
#
# Further variables, with their defaults below: FLASHFREEZE, the tool; FZ_OUT, a directory for all
# that is made; FZ_FLAGS, options of `flashfreeze build`; FZ_SPEED, flags of the files that programs
# spend their time in (hot.txt), such as -O2 where all else has -Os. CC, AR, CPPFLAGS and CFLAGS are the
# firmware's own. The manifest leaves the names of the outputs as they are by default.
FLASHFREEZE ?= flashfreeze
FZ_OUT ?= frozen
FZ_FLAGS ?=
FZ_SPEED ?=

FZ_ROOT := $(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))
FZ_HEADER := $(FZ_OUT)/app.h
FZ_LIBRARY := $(FZ_OUT)/libfrozen.a
FZ_INCLUDES := -I$(FZ_OUT) -I$(FZ_ROOT)/include

FZ_FOLDERS := loader heap vm objects builtins modules
FZ_SOURCES := $(foreach folder,$(FZ_FOLDERS),$(wildcard $(FZ_ROOT)/$(folder)/*.c))
FZ_OBJECTS := $(FZ_OUT)/app.o $(patsubst $(FZ_ROOT)/%.c,$(FZ_OUT)/%.o,$(FZ_SOURCES))
FZ_CFLAGS := $(FZ_INCLUDES) -I$(FZ_ROOT) -std=c11 -ffunction-sections -fdata-sections -MMD \
    '-DFZ_NEEDS="app_needs.h"'

$(shell mkdir -p $(addprefix $(FZ_OUT)/,$(FZ_FOLDERS)))

# The tool leaves outputs alone that would not change, so that the runtime is compiled again only
# when the program needs other parts of it; the stamp says when the tool has last run.
$(FZ_OUT)/stamp: $(FZ_MANIFEST)
	$(FLASHFREEZE) build $(FZ_FLAGS) -o $(FZ_OUT) --depfile $(FZ_OUT)/app.d $(FZ_MANIFEST)
	@sed '1s|^[^:]*:|$@:|' $(FZ_OUT)/app.d > $@.d
	@touch $@

$(FZ_OUT)/app.c $(FZ_OUT)/app.h $(FZ_OUT)/app_needs.h: $(FZ_OUT)/stamp
	@:

$(FZ_OUT)/app.o: $(FZ_OUT)/app.c $(FZ_OUT)/app_needs.h
	$(CC) $(CPPFLAGS) $(CFLAGS) $(FZ_CFLAGS) -c -o $@ $<

$(patsubst %.c,$(FZ_OUT)/%.o,$(shell cat $(FZ_ROOT)/hot.txt)): FZ_HOT := $(FZ_SPEED)

$(FZ_OUT)/%.o: $(FZ_ROOT)/%.c $(FZ_OUT)/app_needs.h
	$(CC) $(CPPFLAGS) $(CFLAGS) $(FZ_CFLAGS) $(FZ_HOT) -c -o $@ $<

$(FZ_LIBRARY): $(FZ_OBJECTS)
	$(AR) rcs $@ $^

-include $(FZ_OUT)/stamp.d $(FZ_OBJECTS:.o=.d)
