# The libraries Lede stands on; scripts/install-packages names their Debian packages.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc>=72 icu-i18n>=72)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(uchardet REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(deflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(archive REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(gmime REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(poppler REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(magic REQUIRED IMPORTED_TARGET libmagic)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(prometheus REQUIRED IMPORTED_TARGET prometheus-cpp-core)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-cpp)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(pugixml REQUIRED)
find_package(CLI11 REQUIRED)
find_package(date REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(spdlog REQUIRED)

# Two libraries that come without a description of themselves.
add_library(stemmer INTERFACE)
find_library(LEDE_STEMMER stemmer REQUIRED)
target_link_libraries(stemmer INTERFACE ${LEDE_STEMMER})
# libcld2_full holds nothing but larger tables, for twice as many languages: loaded first, they
# take the place of those in libcld2. Nothing asks for them by name, so they must be told to stay.
add_library(cld2 INTERFACE)
find_library(LEDE_CLD2 cld2 REQUIRED)
find_library(LEDE_CLD2_FULL cld2_full REQUIRED)
target_link_libraries(cld2 INTERFACE
  -Wl,--push-state,--no-as-needed,${LEDE_CLD2_FULL},--pop-state ${LEDE_CLD2})
