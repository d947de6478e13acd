# SPDX-License-Identifier: MIT
# Freezing in CMake (3.20 or later):
#
#     include(runtime_stub/flashfreeze.cmake)
#     flashfreeze_program(frozen MANIFEST flashfreeze.yaml)
#     target_link_libraries(firmware PRIVATE frozen)
#
# makes the static library `frozen`: the image, and of the runtime what the program uses. Whatever
# links it can include app.h. OPTIONS are those of `flashfreeze build`, such as --variant release;
# SPEED, flags of the files that programs spend their time in (hot.txt), such as -O2 where all else has -Os.
# The tool is found on PATH, or is FLASHFREEZE. The manifest leaves the names of the outputs as
# they are by default.
cmake_minimum_required(VERSION 3.20)
set(FLASHFREEZE_RUNTIME ${CMAKE_CURRENT_LIST_DIR})
find_program(FLASHFREEZE flashfreeze HINTS ${CMAKE_CURRENT_LIST_DIR}/../../../bin REQUIRED)

function(flashfreeze_program name)
  cmake_parse_arguments(PARSE_ARGV 1 program "" "MANIFEST" "OPTIONS;SPEED")
  get_filename_component(manifest "${program_MANIFEST}" ABSOLUTE)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${name}.frozen)
  add_custom_command(
    OUTPUT ${out}/app.h ${out}/app.c ${out}/app_needs.h # the first is the depfile's first
    BYPRODUCTS ${out}/app.fzi
    COMMAND ${FLASHFREEZE} build ${program_OPTIONS} -o ${out} --depfile ${out}/app.d ${manifest}
    DEPENDS ${manifest} ${FLASHFREEZE}
    DEPFILE ${out}/app.d
    COMMENT "Freezing ${program_MANIFEST}"
    VERBATIM)
  set(folders loader heap vm objects builtins modules)
  list(TRANSFORM folders REPLACE "(.+)" "${FLASHFREEZE_RUNTIME}/\\1/*.c" OUTPUT_VARIABLE patterns)
  file(GLOB sources ${patterns})
  add_library(${name} STATIC ${out}/app.c ${out}/app.h ${out}/app_needs.h ${sources})
  target_include_directories(${name} PUBLIC ${out} ${FLASHFREEZE_RUNTIME}/include
                                     PRIVATE ${FLASHFREEZE_RUNTIME})
  target_compile_definitions(${name} PRIVATE "FZ_NEEDS=\"app_needs.h\"")
  target_compile_options(${name} PRIVATE -ffunction-sections -fdata-sections)
  file(STRINGS ${FLASHFREEZE_RUNTIME}/hot.txt hot)
  list(TRANSFORM hot PREPEND "${FLASHFREEZE_RUNTIME}/")
  set_property(SOURCE ${hot} APPEND PROPERTY COMPILE_OPTIONS ${program_SPEED})
  set_target_properties(${name} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON)
  target_link_options(${name} INTERFACE -Wl,--gc-sections)
endfunction()
