# find_package(lede) gives the target lede::lede, which needs nothing else to compile or link.
include("${CMAKE_CURRENT_LIST_DIR}/ledeTargets.cmake")
