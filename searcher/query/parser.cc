// Recursive descent over the tokens: NOT binds tightest, then NEAR and its like, then AND, then OR,
// then words side by side. Recursion is as deep as brackets are nested, which the limits bound.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/parser.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/characters.h"
#include "searcher/query/leaf.h"
#include "searcher/query/lexer.h"
#include "searcher/query/numbers.h"
#include "searcher/query/operators.h"
#include "searcher/query/proximity.h"
#include "searcher/query/shape.h"

namespace lede {
namespace {

using Parts = std::vector<QueryNode>;  // side by side
using query::FieldName;
using query::in_quotes;
using query::Token;
using query::TokenKind;
using query::Warnings;
namespace warning = query::warning;

// Whatever limit is asked for, the stack of a small thread must hold the recursion.
constexpr std::size_t kDeepest = 200;

Error limit_error(ErrorCode code, const std::string& what, std::size_t limit,
                  std::string_view unit) {
  return {code, what + "; the limit is " + std::to_string(limit) + " " + std::string(unit),
          "shorten the query"};
}

// Where in the query the parser is: inside how many brackets, and after which field.
struct Context {
  std::size_t depth = 0;
  FieldName field;
};

class Parser {
 public:
  Parser(const std::vector<Token>& tokens, const ParseOptions& options, Warnings& warnings)
      : tokens_(tokens), options_(options), warnings_(warnings) {}

  Result<std::optional<QueryNode>> run() {
    auto root = sequence(Context{});
    if (error_) {
      return fail(std::move(*error_));
    }
    return root;
  }

 private:
  [[nodiscard]] bool done() const { return error_.has_value() || next_ == tokens_.size(); }
  [[nodiscard]] bool next_is(TokenKind kind) const {
    return !done() && tokens_[next_].kind == kind;
  }
  const Token& take() { return tokens_[next_++]; }

  // Operands side by side, up to the end of the group or the query.
  std::optional<QueryNode> sequence(const Context& context) {
    Parts parts;
    while (!done() && !next_is(TokenKind::kClose)) {
      if (next_is(TokenKind::kSuffix)) {  // of a group with nothing in it
        warn_of_suffix(take());
        continue;
      }
      Parts found = disjunction(context);
      std::move(found.begin(), found.end(), std::back_inserter(parts));
    }
    return query::join(NodeKind::kWords, std::move(parts));
  }

  Parts disjunction(const Context& context) {
    return chain(TokenKind::kOr, NodeKind::kOr, [&] { return conjunction(context); });
  }

  Parts conjunction(const Context& context) {
    return chain(TokenKind::kAnd, NodeKind::kAnd, [&] { return proximity(context); });
  }

  // What `part` parses, as often as `link` stands between two.
  template <typename Part>
  Parts chain(TokenKind link, NodeKind kind, const Part& part) {
    Parts parts = part();
    if (!next_is(link)) {
      return parts;
    }
    parts = side_by_side(std::move(parts));
    while (next_is(link)) {
      const Token& token = take();
      Parts right = side_by_side(part());
      warn_unless_between(token, parts, right);
      std::move(right.begin(), right.end(), std::back_inserter(parts));
    }
    return one_or_none(query::join(kind, std::move(parts)));
  }

  Parts proximity(const Context& context) {
    Parts parts = one_or_none(operand(context));
    std::vector<const Token*> links;
    while (next_is(TokenKind::kProximity)) {
      const Token& link = take();
      Parts right = one_or_none(operand(context));
      warn_unless_between(link, parts, right);
      if (!parts.empty() && !right.empty()) {
        links.push_back(&link);
      }
      std::move(right.begin(), right.end(), std::back_inserter(parts));
    }
    return links.empty() ? parts : query::join_near(std::move(parts), links, warnings_);
  }

  static Parts one_or_none(std::optional<QueryNode> node) {
    Parts parts;
    if (node) {
      parts.push_back(std::move(*node));
    }
    return parts;
  }

  static Parts side_by_side(Parts parts) {
    return one_or_none(query::join(NodeKind::kWords, std::move(parts)));
  }

  // A word, phrase or group with the NOTs, minuses, pluses and the field before it.
  std::optional<QueryNode> operand(Context context) {
    const std::size_t first = next_;
    bool negated = false;
    bool required = false;
    while (next_is(TokenKind::kNot) || next_is(TokenKind::kPlus)) {
      const bool plus = take().kind == TokenKind::kPlus;
      required = required || plus;
      negated = plus ? negated : !negated;
    }
    const std::size_t operators_end = next_;
    const Token* field = next_is(TokenKind::kField) ? &take() : nullptr;
    if (field != nullptr) {
      context.field = field->field;
    }
    auto node = primary(context);
    if (!node) {
      warn_of_nothing(first, operators_end, field);
      return std::nullopt;
    }
    if (field != nullptr) {
      node->start = field->start;
    }
    while (next_is(TokenKind::kSuffix)) {
      apply_suffix(take(), *node);
    }
    node->required = node->required || (required && !negated);
    return negated ? query::negate(std::move(*node), tokens_[first].start) : node;
  }

  std::optional<QueryNode> primary(const Context& context) {
    if (done()) {
      return std::nullopt;
    }
    switch (tokens_[next_].kind) {
      case TokenKind::kOpen:
        return group(context);
      case TokenKind::kChunk:
      case TokenKind::kPhrase:
      case TokenKind::kStar:
        return leaf(context);
      default:
        return std::nullopt;
    }
  }

  std::optional<QueryNode> group(Context context) {
    const Token& open = take();
    const std::size_t limit = std::min(options_.limits.depth, kDeepest);
    if (++context.depth > limit) {
      error_ = limit_error(ErrorCode::kQueryTooDeep,
                           "the query has brackets within brackets deeper than allowed", limit,
                           "levels");
      return std::nullopt;
    }
    auto node = sequence(context);
    if (next_is(TokenKind::kClose)) {
      const std::size_t end = take().end;
      if (node && !node->children.empty() && node->kind != NodeKind::kNot) {
        node->start = open.start;
        node->end = end;
      }
    } else if (!error_) {
      warnings_.add(warning::kUnbalancedBracket, open.start,
                    "this bracket is not closed; the group was taken to the end of the query");
    }
    return node;
  }

  std::optional<QueryNode> leaf(const Context& context) {
    auto node = query::make_leaf(take(), context.field, {options_.now, options_.zone}, warnings_);
    if (node) {
      terms_ += query::terms_of(*node);
      if (terms_ > options_.limits.terms) {
        error_ = limit_error(ErrorCode::kTooManyTerms, "the query has more words than allowed",
                             options_.limits.terms, "terms");
        return std::nullopt;
      }
    }
    return node;
  }

  // "~5" or "^2" after a phrase or a group.
  void apply_suffix(const Token& suffix, QueryNode& node) {
    const std::string_view digits = std::string_view(suffix.text).substr(1);
    const query::TypedNumber number{digits, suffix.text, suffix.start};
    if (suffix.text[0] == '~' && !digits.empty() && node.kind == NodeKind::kPhrase) {
      node.distance = query::read_count(number, {0, query::kMostWordsApart}, warnings_);
    } else if (suffix.text[0] == '^' && !digits.empty() && query::can_weigh(node)) {
      node.boost = query::within_boosts(node.boost * query::read_boost(number, warnings_));
    } else {
      warn_of_suffix(suffix);
      return;
    }
    node.end = suffix.end;
  }

  void warn_of_suffix(const Token& suffix) {
    warnings_.add(warning::kMisplacedMark, suffix.start,
                  in_quotes(suffix.text) +
                      " was ignored: \"~\" and a number may follow a phrase, \"^\" and a number a "
                      "phrase or a group of words");
  }

  // Whether there is something on both sides of `link`.
  void warn_unless_between(const Token& link, const Parts& left, const Parts& right) {
    if ((left.empty() || right.empty()) && !error_) {
      warn_of_dangling(link);
    }
  }

  void warn_of_dangling(const Token& token) {
    if (token.word) {
      warnings_.add(warning::kDanglingOperator, token.start,
                    in_quotes(token.text) +
                        " has nothing to join and was ignored; for the word type "
                        "it in small letters");
    }
  }

  // No operand came: neither for the operators of [first, end) nor for `field`.
  void warn_of_nothing(std::size_t first, std::size_t end, const Token* field) {
    if (error_) {
      return;
    }
    for (std::size_t i = first; i < end; ++i) {
      warn_of_dangling(tokens_[i]);
    }
    if (field != nullptr && tokens_[next_ - 1].kind != TokenKind::kStar) {
      warnings_.add(warning::kEmptyField, field->start,
                    in_quotes(field->text + ":") + " has nothing to look for and was ignored");
    }
  }

  const std::vector<Token>& tokens_;
  const ParseOptions& options_;
  Warnings& warnings_;
  std::size_t next_ = 0;
  std::size_t terms_ = 0;
  std::optional<Error> error_;
};

Error strict_error(const QueryWarning& first) {
  return {ErrorCode::kBadQuery,
          "the query was refused at byte " + std::to_string(first.at) + ": " + first.code + ": " +
              first.message,
          "correct it, or parse it without strict"};
}

}  // namespace

Result<ParsedQuery> parse_query(std::string_view query, const ParseOptions& options) {
  if (query.size() > options.limits.bytes) {
    return fail(limit_error(ErrorCode::kQueryTooLong,
                            "the query has " + std::to_string(query.size()) + " bytes",
                            options.limits.bytes, "bytes"));
  }
  const std::string text = query::clean_text(query);
  Warnings warnings;
  std::vector<Token> tokens = query::Lexer(text, warnings).run();
  query::resolve_operators(tokens, warnings);
  auto root = Parser(tokens, options, warnings).run();
  if (!root) {
    return fail(std::move(root).error());
  }
  ParsedQuery parsed;
  parsed.zone = options.zone;
  parsed.empty = !root->has_value();
  if (!parsed.empty) {
    parsed.root = std::move(**root);
  }
  parsed.warnings = warnings.take();
  if (options.strict && !parsed.warnings.empty()) {
    return fail(strict_error(parsed.warnings.front()));
  }
  return parsed;
}

}  // namespace lede
