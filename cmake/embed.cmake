# lede_embed(TARGET FILE FUNCTION [NAMESPACE]): FILE's bytes in the program, as what FUNCTION() of
# the namespace gives, which is lede::serve if nothing else is said; the folder's embedded.h
# declares it.
function(lede_embed target file function)
  set(namespace lede::serve)
  if(ARGC GREATER 3)
    set(namespace ${ARGV3})
  endif()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${function}.cc)
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${CMAKE_CURRENT_SOURCE_DIR}/${file} -DOUTPUT=${source}
            -DFUNCTION=${function} -DNAMESPACE=${namespace} -P ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
    DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
    VERBATIM)
  set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)  # it is not there yet
  target_sources(${target} PRIVATE ${source})
endfunction()
