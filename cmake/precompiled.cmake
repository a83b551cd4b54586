# Headers that most sources include, compiled once. Builds are a good deal quicker with them, but a source that
# forgets to include one of these compiles all the same; so this is for the preset that continuous
# integration builds, where scripts/lint compiles each unit without.
option(LEDE_PRECOMPILED_HEADERS "Compile the most used headers of other libraries once" OFF)

# Two, because libraries and tests are compiled with different options.
if(LEDE_PRECOMPILED_HEADERS)
  file(WRITE ${PROJECT_BINARY_DIR}/precompiled.cc "int main() { return 0; }\n")
  # What some libraries want for themselves: GCC takes precompiled headers only where all of it is alike.
  add_compile_options(-pthread)
  add_compile_definitions(_LARGEFILE64_SOURCE)
  find_package(GTest REQUIRED)
  add_library(lede_precompiled STATIC ${PROJECT_BINARY_DIR}/precompiled.cc)
  add_executable(lede_precompiled_tests ${PROJECT_BINARY_DIR}/precompiled.cc)
  target_link_libraries(lede_precompiled_tests PRIVATE GTest::gmock)
  foreach(name lede_precompiled lede_precompiled_tests)
    target_link_libraries(${name} PRIVATE lede_compile_options)
    target_precompile_headers(${name} PRIVATE
      <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set>
      <span> <string> <string_view> <unordered_map> <utility> <vector> <tl/expected.hpp> <xapian.h>)
  endforeach()
  target_precompile_headers(lede_precompiled_tests PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
endif()

# lede_precompile(TARGET): TARGET's sources begin with the precompiled headers; a test's with those
# of tests.
function(lede_precompile target)
  if(LEDE_PRECOMPILED_HEADERS)
    get_target_property(type ${target} TYPE)
    if(type STREQUAL EXECUTABLE)
      target_precompile_headers(${target} REUSE_FROM lede_precompiled_tests)
    else()
      target_precompile_headers(${target} REUSE_FROM lede_precompiled)
    endif()
  endif()
endfunction()
