# Sources of one folder as one unit: what they all include is then read, and what they all use
# instantiated, once. It halves what a build from nothing costs, but a change to one source compiles
# its neighbours too, so this is for presets that continuous integration builds.
option(LEDE_UNITY "Compile the sources of a folder together" OFF)
if(LEDE_UNITY)
  # GCC takes what a unit includes for headers, whose anonymous namespaces it warns of.
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

# lede_unite(FOLDER): the targets of FOLDER and all below it. What lies in a unit does not change with
# sources of other folders; names in its anonymous namespaces have to be different.
function(lede_unite folder)
  get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target ${targets})
    get_target_property(sources ${target} SOURCES)
    if(sources)
      set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
      foreach(source ${sources})
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${folder} NORMALIZE)
        cmake_path(GET source PARENT_PATH path)
        cmake_path(RELATIVE_PATH path BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
        string(MAKE_C_IDENTIFIER "${path}" group)
        set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${group})
      endforeach()
    endif()
  endforeach()
  get_property(below DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
  foreach(subfolder ${below})
    lede_unite(${subfolder})
  endforeach()
endfunction()
