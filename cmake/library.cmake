# lede_library(NAME SOURCES … HEADERS … LINK …): a static library of one folder, whose headers are
# each checked to compile alone (target all_verify_interface_header_sets).
function(lede_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ARG_HEADERS})
  target_link_libraries(${name} PUBLIC lede_compile_options ${ARG_LINK})
  lede_precompile(${name})
endfunction()
