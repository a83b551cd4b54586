// Arguments against the schema of a tool.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "searcher/mcp/argument_check.h"
#include "searcher/mcp/definitions.h"

namespace lede::mcp {
namespace {

// What is wrong with arguments of the tool search; empty if nothing is.
std::string problem_of(const char* arguments) {
  return argument_problem(Json::parse(arguments), *input_schema("search")).value_or("");
}

TEST(Arguments, OfTheRightNamesAndTypesAreGood) {
  EXPECT_EQ(problem_of(R"({"query":"a"})"), "");
  EXPECT_EQ(problem_of(R"({"query":"a","limit":3,"titles_only":true,"facet":["year"]})"), "");
  EXPECT_EQ(problem_of(R"({"query":"a","limit":3.0})"), "");
  EXPECT_EQ(problem_of(R"({"query":"a","limit":null,"facet":[]})"), "");
}

TEST(Arguments, OfOtherNamesOrTypesAreNot) {
  EXPECT_EQ(problem_of("{}"), R"("query" is needed)");
  EXPECT_EQ(problem_of(R"({"query":null})"), R"("query" is needed)");
  EXPECT_EQ(problem_of(R"({"query":1})"), R"("query" is not a text)");
  EXPECT_EQ(problem_of(R"({"query":"a","q":"a"})"), R"(there is no argument "q")");
  EXPECT_EQ(problem_of(R"({"query":"a","limit":"3"})"), R"("limit" is not a whole number)");
  EXPECT_EQ(problem_of(R"({"query":"a","limit":3.5})"), R"("limit" is not a whole number)");
  EXPECT_EQ(problem_of(R"({"query":"a","limit":1e300})"), R"("limit" is not a whole number)");
  EXPECT_EQ(problem_of(R"({"query":"a","titles_only":1})"),
            R"("titles_only" is not true or false)");
  EXPECT_EQ(problem_of(R"({"query":"a","facet":"year"})"), R"("facet" is not a list of texts)");
  EXPECT_EQ(problem_of(R"({"query":"a","facet":["year",[]]})"),
            R"("facet" is not a list of texts)");
}

TEST(Arguments, AreMadeWhole) {
  Json arguments = Json::parse(R"({"a":3.0,"b":-2.0,"c":1,"d":"x","e":0.5})");
  make_whole(arguments);
  EXPECT_EQ(arguments.dump(), R"({"a":3,"b":-2,"c":1,"d":"x","e":0.5})");
}

}  // namespace
}  // namespace lede::mcp
