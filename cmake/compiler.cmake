# How every target is compiled: warnings, sanitizers, a faster linker where there is one.
add_library(lede_compile_options INTERFACE)
target_compile_options(lede_compile_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast
  # GCC 12 sees overlapping copies in `"a" + string` where there are none (GCC bug 105651);
  # clang-tidy, which reads the same command line, does not know that warning.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-unknown-warning-option> $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${LEDE_WERROR}>:-Werror>)
target_include_directories(lede_compile_options INTERFACE ${PROJECT_SOURCE_DIR})

if(LEDE_SANITIZE)
  target_compile_options(lede_compile_options INTERFACE
    -fsanitize=${LEDE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(lede_compile_options INTERFACE -fsanitize=${LEDE_SANITIZE})
endif()
if(LEDE_FUZZ)
  target_compile_options(lede_compile_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(LEDE_CCACHE ccache)
if(LEDE_CCACHE)
  # It has to be told that precompiled headers may be trusted.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${LEDE_CCACHE})
endif()
find_program(LEDE_MOLD mold)
if(LEDE_MOLD)
  target_link_options(lede_compile_options INTERFACE -fuse-ld=mold)
endif()
