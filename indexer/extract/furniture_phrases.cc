// The words by which a page's furniture is known: one list, to be added to.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/furniture_phrases.h"

#include <algorithm>
#include <array>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

constexpr auto kWhole = PhraseMatch::kWhole;
constexpr auto kStart = PhraseMatch::kStart;
constexpr auto kEnd = PhraseMatch::kEnd;
constexpr auto kInside = PhraseMatch::kInside;
constexpr auto kLine = PhraseReach::kLine;
constexpr auto kRest = PhraseReach::kRest;
constexpr auto kSite = PhraseReach::kSite;

constexpr std::array kPhrases = {
    // Other stories
    FurniturePhrase{"related links", kStart, kRest, "related"},
    FurniturePhrase{"related content", kStart, kRest, "related"},
    FurniturePhrase{"related articles", kStart, kRest, "related"},
    FurniturePhrase{"related stories", kStart, kRest, "related"},
    FurniturePhrase{"related news", kStart, kRest, "related"},
    FurniturePhrase{"related posts", kStart, kRest, "related"},
    FurniturePhrase{"related topics", kStart, kRest, "related"},
    FurniturePhrase{"related", kWhole, kRest, "related"},
    FurniturePhrase{"more from", kStart, kRest, "related"},
    FurniturePhrase{"more stories", kStart, kRest, "related"},
    FurniturePhrase{"more news", kWhole, kRest, "related"},
    FurniturePhrase{"more on this story", kStart, kRest, "related"},
    FurniturePhrase{"you may also like", kStart, kRest, "related"},
    FurniturePhrase{"you might also like", kStart, kRest, "related"},
    FurniturePhrase{"recommended for you", kStart, kRest, "related"},
    FurniturePhrase{"recommended", kWhole, kRest, "related"},
    FurniturePhrase{"trending", kWhole, kRest, "related"},
    FurniturePhrase{"trending now", kWhole, kRest, "related"},
    FurniturePhrase{"most read", kStart, kRest, "related"},
    FurniturePhrase{"most popular", kStart, kRest, "related"},
    FurniturePhrase{"most viewed", kStart, kRest, "related"},
    FurniturePhrase{"latest news", kWhole, kRest, "related"},
    FurniturePhrase{"top stories", kWhole, kRest, "related"},
    FurniturePhrase{"what to read next", kStart, kRest, "related"},
    FurniturePhrase{"read next", kWhole, kRest, "related"},
    FurniturePhrase{"up next", kWhole, kRest, "related"},
    FurniturePhrase{"read also", kStart, kLine, "related"},
    FurniturePhrase{"also read", kStart, kLine, "related"},
    FurniturePhrase{"see also", kStart, kLine, "related"},
    FurniturePhrase{"... read more", kEnd, kLine, "related"},
    FurniturePhrase{"\u2026 read more", kEnd, kLine, "related"},
    FurniturePhrase{"may link to other", kInside, kLine, "related"},
    FurniturePhrase{"lesen sie auch", kStart, kLine, "related"},
    FurniturePhrase{"mehr zum thema", kStart, kRest, "related"},
    FurniturePhrase{"das k\u00f6nnte sie auch interessieren", kStart, kRest, "related"},
    FurniturePhrase{"meistgelesen", kStart, kRest, "related"},
    FurniturePhrase{"lire aussi", kStart, kLine, "related"},
    FurniturePhrase{"\u00e0 lire aussi", kStart, kLine, "related"},
    FurniturePhrase{"sur le m\u00eame sujet", kStart, kRest, "related"},
    FurniturePhrase{"les plus lus", kWhole, kRest, "related"},
    FurniturePhrase{"lea tambi\u00e9n", kStart, kLine, "related"},
    FurniturePhrase{"noticias relacionadas", kStart, kRest, "related"},
    FurniturePhrase{"te puede interesar", kStart, kRest, "related"},
    FurniturePhrase{"lo m\u00e1s le\u00eddo", kStart, kRest, "related"},
    FurniturePhrase{"читайте также", kStart, kLine, "related"},
    FurniturePhrase{"материалы по теме", kStart, kRest, "related"},
    FurniturePhrase{"похожие новости", kStart, kRest, "related"},
    FurniturePhrase{"самое читаемое", kStart, kRest, "related"},
    // References at the end
    FurniturePhrase{"sources", kWhole, kRest, "sources"},
    // Comments
    FurniturePhrase{"leave a reply", kStart, kRest, "comments"},
    FurniturePhrase{"leave a comment", kStart, kRest, "comments"},
    FurniturePhrase{"post a comment", kStart, kRest, "comments"},
    FurniturePhrase{"add a comment", kStart, kRest, "comments"},
    FurniturePhrase{"join the conversation", kStart, kRest, "comments"},
    FurniturePhrase{"comments", kWhole, kRest, "comments"},
    FurniturePhrase{"no comments yet", kStart, kRest, "comments"},
    FurniturePhrase{"thoughts on \u201C", kInside, kRest, "comments"},
    FurniturePhrase{"thought on \u201C", kInside, kRest, "comments"},
    FurniturePhrase{"your email address will not be published", kStart, kRest, "comments"},
    FurniturePhrase{"required fields are marked", kInside, kLine, "comments"},
    FurniturePhrase{"save my name, email", kStart, kLine, "comments"},
    FurniturePhrase{"kommentar schreiben", kStart, kRest, "comments"},
    FurniturePhrase{"schreiben sie einen kommentar", kStart, kRest, "comments"},
    FurniturePhrase{"schreibe einen kommentar", kStart, kRest, "comments"},
    FurniturePhrase{"laisser un commentaire", kStart, kRest, "comments"},
    FurniturePhrase{"deja una respuesta", kStart, kRest, "comments"},
    FurniturePhrase{"deja un comentario", kStart, kRest, "comments"},
    FurniturePhrase{"добавить комментарий", kStart, kRest, "comments"},
    FurniturePhrase{"оставить комментарий", kStart, kRest, "comments"},
    // Subscriptions
    FurniturePhrase{"subscribe free", kStart, kRest, "subscription"},
    FurniturePhrase{"subscribe to our", kStart, kRest, "subscription"},
    FurniturePhrase{"sign up for", kStart, kRest, "subscription"},
    FurniturePhrase{"sign up to our", kStart, kRest, "subscription"},
    FurniturePhrase{"get our newsletter", kStart, kRest, "subscription"},
    FurniturePhrase{"follow us on", kStart, kLine, "subscription"},
    FurniturePhrase{"newsletter", kWhole, kRest, "subscription"},
    FurniturePhrase{"if you like what we do", kStart, kLine, "subscription"},
    FurniturePhrase{"support our journalism", kStart, kRest, "subscription"},
    FurniturePhrase{"newsletter abonnieren", kStart, kRest, "subscription"},
    FurniturePhrase{"inscrivez-vous", kStart, kLine, "subscription"},
    FurniturePhrase{"suscr\u00edbete", kStart, kLine, "subscription"},
    FurniturePhrase{"подписывайтесь", kStart, kLine, "subscription"},
    // Sharing
    FurniturePhrase{"tweet", kWhole, kLine, "share"},
    FurniturePhrase{"share", kWhole, kLine, "share"},
    FurniturePhrase{"share this", kStart, kLine, "share"},
    FurniturePhrase{"share on", kStart, kLine, "share"},
    FurniturePhrase{"pin", kWhole, kLine, "share"},
    FurniturePhrase{"email", kWhole, kLine, "share"},
    FurniturePhrase{"print", kWhole, kLine, "share"},
    FurniturePhrase{"facebook", kWhole, kLine, "share"},
    FurniturePhrase{"twitter", kWhole, kLine, "share"},
    FurniturePhrase{"whatsapp", kWhole, kLine, "share"},
    FurniturePhrase{"linkedin", kWhole, kLine, "share"},
    FurniturePhrase{"telegram", kWhole, kLine, "share"},
    FurniturePhrase{"copy link", kWhole, kLine, "share"},
    FurniturePhrase{"save for later", kWhole, kLine, "share"},
    FurniturePhrase{"teilen", kWhole, kLine, "share"},
    FurniturePhrase{"drucken", kWhole, kLine, "share"},
    FurniturePhrase{"partager", kWhole, kLine, "share"},
    FurniturePhrase{"compartir", kWhole, kLine, "share"},
    FurniturePhrase{"поделиться", kWhole, kLine, "share"},
    // The site's own
    FurniturePhrase{"exit mobile version", kStart, kLine, "navigation"},
    FurniturePhrase{"skip to content", kStart, kSite, "navigation"},
    FurniturePhrase{"skip to main content", kStart, kSite, "navigation"},
    FurniturePhrase{"menu", kWhole, kSite, "navigation"},
    FurniturePhrase{"search", kWhole, kSite, "navigation"},
    FurniturePhrase{"home", kWhole, kSite, "navigation"},
    FurniturePhrase{"log in", kWhole, kSite, "navigation"},
    FurniturePhrase{"sign in", kWhole, kSite, "navigation"},
    FurniturePhrase{"subscribe", kWhole, kSite, "navigation"},
    FurniturePhrase{"back to top", kWhole, kLine, "navigation"},
    FurniturePhrase{"tags:", kStart, kLine, "tags"},
    FurniturePhrase{"filed under", kStart, kLine, "tags"},
    FurniturePhrase{"posted in", kStart, kLine, "tags"},
    FurniturePhrase{"advertisement", kWhole, kLine, "advertisement"},
    FurniturePhrase{"anzeige", kWhole, kLine, "advertisement"},
    FurniturePhrase{"publicit\u00e9", kWhole, kLine, "advertisement"},
    FurniturePhrase{"publicidad", kWhole, kLine, "advertisement"},
    FurniturePhrase{"реклама", kWhole, kLine, "advertisement"},
    FurniturePhrase{"all rights reserved", kInside, kLine, "copyright"},
    FurniturePhrase{"alle rechte vorbehalten", kInside, kLine, "copyright"},
    FurniturePhrase{"tous droits r\u00e9serv\u00e9s", kInside, kLine, "copyright"},
    FurniturePhrase{"todos los derechos reservados", kInside, kLine, "copyright"},
    FurniturePhrase{"все права защищены", kInside, kLine, "copyright"},
    FurniturePhrase{"we use cookies", kInside, kLine, "cookies"},
    FurniturePhrase{"this site uses cookies", kInside, kLine, "cookies"},
    FurniturePhrase{"this website uses cookies", kInside, kLine, "cookies"},
    FurniturePhrase{"wir verwenden cookies", kInside, kLine, "cookies"},
    FurniturePhrase{"nous utilisons des cookies", kInside, kLine, "cookies"},
    FurniturePhrase{"utilizamos cookies", kInside, kLine, "cookies"},
    FurniturePhrase{"мы используем cookie", kInside, kLine, "cookies"},
};

constexpr std::size_t kLongestStart = 100;  // a longer line is a sentence that starts like that

// Without the counts and signs that stand around a button's word: "0 Comments", "Comments (12)".
std::string_view bare(std::string_view line) {
  constexpr std::string_view kSigns = " 0123456789()[]:.,*|>+-";
  const std::size_t first = line.find_first_not_of(kSigns);
  if (first == std::string_view::npos) {
    return {};
  }
  return line.substr(first, line.find_last_not_of(kSigns) - first + 1);
}

bool starts_with_word(std::string_view line, std::string_view phrase) {
  return line.size() <= kLongestStart && line.front() == phrase.front() &&
         line.starts_with(phrase) &&
         (line.size() == phrase.size() || !is_ascii_letter(line[phrase.size()]) ||
          !is_ascii_letter(phrase.back()));
}

bool matches(std::string_view line, std::string_view core, const FurniturePhrase& phrase) {
  switch (phrase.match) {
    case PhraseMatch::kWhole:
      return core == phrase.text;
    case PhraseMatch::kStart:
      return starts_with_word(line, phrase.text);
    case PhraseMatch::kEnd:
      return line.ends_with(phrase.text);
    case PhraseMatch::kInside:
      return line.find(phrase.text) != std::string_view::npos;
  }
  return false;
}

}  // namespace

const FurniturePhrase* find_furniture_phrase(std::string_view folded) {
  if (folded.empty()) {
    return nullptr;
  }
  const std::string_view core = bare(folded);
  const auto found = std::find_if(kPhrases.begin(), kPhrases.end(), [&](const auto& phrase) {
    return matches(folded, core, phrase);
  });
  return found == kPhrases.end() ? nullptr : &*found;
}

}  // namespace lede
