# Run as a script by lede_embed: writes INPUT's bytes to OUTPUT, as C++ that gives them by FUNCTION.
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${OUTPUT} "// Made from a file by cmake/embed_file.cmake.
#include <string_view>
namespace ${NAMESPACE} {
namespace {
constexpr unsigned char kBytes[] = {${bytes}};
}
std::string_view ${FUNCTION}();
std::string_view ${FUNCTION}() { return {reinterpret_cast<const char*>(kBytes), sizeof(kBytes)}; }
}  // namespace ${NAMESPACE}
")
