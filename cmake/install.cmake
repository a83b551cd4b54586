# What `cmake --install` puts below a prefix, so that all of it can be moved elsewhere together.
include(CMakePackageConfigHelpers)

install(TARGETS lede-indexer lede-searcher RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS lede-pdf-text RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/lede)

# The library, for find_package(lede) and pkg-config.
set(lede_package ${CMAKE_INSTALL_LIBDIR}/cmake/lede)
install(TARGETS lede EXPORT ledeTargets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT ledeTargets NAMESPACE lede:: DESTINATION ${lede_package} FILE ledeTargets.cmake)
install(FILES cmake/ledeConfig.cmake DESTINATION ${lede_package})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ledeConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ledeConfigVersion.cmake DESTINATION ${lede_package})
file(RELATIVE_PATH lede_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" lede_prefix "${lede_prefix}")
configure_file(cmake/lede.pc.in lede.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/lede.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# What people and programs read.
install(FILES searcher/serve/openapi.json DESTINATION ${CMAKE_INSTALL_DATADIR}/lede)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
