// The words by which a page's furniture is known: one list, to be added to.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/furniture_phrases.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

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

struct PhraseGroup {
  const char* kind;
  PhraseMatch match;
  PhraseReach reach;
  std::string_view phrases;  // lower case, straight apostrophes, separated by bars
};

constexpr std::array kGroups = {
    // Other stories
    PhraseGroup{"related", kStart, kRest,
                "related links|related content|related articles|related stories|related news|"
                "related posts|related topics|more from|more stories|more on this story|"
                "you may also like|you might also like|recommended for you|most read|"
                "most popular|most viewed|what to read next|mehr zum thema|"
                "das könnte sie auch interessieren|meistgelesen|sur le même sujet|"
                "noticias relacionadas|te puede interesar|lo más leído|материалы по теме|"
                "похожие новости|самое читаемое|ähnliche beiträge|ähnliche artikel|"
                "weitere artikel|weitere beiträge|weitere themen|weitere aktuelle themen|"
                "weitere nachrichten|mehr artikel|mehr infos|noch mehr infos|"
                "weitere informationen|weiterführende informationen|weiterführende links|"
                "weitere infos|das könnte dich auch interessieren|"
                "das könnte ihnen auch gefallen|auch interessant|verwandte themen|"
                "verwandte artikel|passend dazu|articles similaires|articles liés|"
                "pour aller plus loin|en savoir plus|à lire également|artículos relacionados|"
                "más noticias|también te puede interesar|contenido relacionado|lee también|"
                "leia também|leia mais|notícias relacionadas|veja também|articoli correlati|"
                "leggi anche|potrebbe interessarti|powiązane|zobacz też|zobacz także|"
                "czytaj też|czytaj także|czytaj więcej|przeczytaj także|dowiedz się więcej|"
                "polecamy|gerelateerd|lees ook|lees meer|related reading|related coverage|"
                "related roundup|further reading|more on this|more like this|more to explore|"
                "editors' picks|editor's picks|popular now|popular posts|most shared|"
                "recent posts|recent articles|latest stories|you might like|people also read|"
                "from around the web|sponsored content|sponsored stories|next article|"
                "previous article|topics in this story|people in the story|"
                "places in this story|organizations in this story|schlagworte|themenseiten"},
    PhraseGroup{"related", kWhole, kRest,
                "related|more news|recommended|trending|trending now|latest news|top stories|"
                "read next|up next|les plus lus"},
    PhraseGroup{"related", kStart, kLine,
                "read also|also read|see also|lesen sie auch|lire aussi|à lire aussi|"
                "lea también|читайте также|read more:|read more about|read more on|read:|"
                "related:|more:|see also:|also:|watch:|listen:|click here|tap here|"
                "continue reading|puedes ver:|mira también|te recomendamos|lire la suite|"
                "weiterlesen|mehr lesen|mehr dazu|hier geht es|siehe auch|siehe:|lesen sie:|"
                "lies auch|zobacz:|czytaj:|for more on this|read the original|read the full|"
                "view gallery|see full gallery|see more|view more|learn more"},
    PhraseGroup{"related", kEnd, kLine, "... read more|… read more"},
    PhraseGroup{"related", kInside, kLine, "may link to other"},
    // References at the end
    PhraseGroup{"sources", kWhole, kRest, "sources"},
    // About who wrote it
    PhraseGroup{"byline", kStart, kRest,
                "about the author|about the writer|author bio|über den autor|über die autorin|"
                "zum autor|zur autorin|à propos de l'auteur|sobre el autor|sobre o autor|"
                "o autorze"},
    // Comments
    PhraseGroup{"comments", kStart, kRest,
                "leave a reply|leave a comment|post a comment|add a comment|"
                "join the conversation|no comments yet|"
                "your email address will not be published|kommentar schreiben|"
                "schreiben sie einen kommentar|schreibe einen kommentar|laisser un commentaire|"
                "deja una respuesta|deja un comentario|добавить комментарий|"
                "оставить комментарий|show comments|view comments|hide comments|"
                "write a comment|tell us what you think|leave your comment|post your comment|"
                "kommentare anzeigen|diskutieren sie mit|diesen artikel kommentieren|"
                "artikel kommentieren|commentaires|ajouter un commentaire|comentarios|"
                "comentários|dodaj komentarz|komentarze|commenti|lascia un commento|reacties"},
    PhraseGroup{"comments", kWhole, kRest, "comments"},
    PhraseGroup{"comments", kInside, kRest, "thoughts on “|thought on “"},
    PhraseGroup{"comments", kInside, kLine, "required fields are marked"},
    PhraseGroup{"comments", kStart, kLine, "save my name, email"},
    // Subscriptions
    PhraseGroup{"subscription", kStart, kRest,
                "subscribe free|subscribe to our|sign up for|sign up to our|get our newsletter|"
                "support our journalism|newsletter abonnieren"},
    PhraseGroup{"subscription", kStart, kLine,
                "follow us on|if you like what we do|inscrivez-vous|suscríbete|подписывайтесь|"
                "follow us|follow me|like us on|find us on|join us on|subscribe now|"
                "subscribe to|subscribe today|sign up today|sign up here|sign up now|"
                "sign up to|get our free|download our app|download the app|download our free|"
                "for the latest stories and breaking news|for latest updates|stay up to date|"
                "folgen sie uns|folge uns|jetzt abonnieren|abonnieren sie|jetzt anmelden|"
                "unser newsletter|mit unserem newsletter|newsletter anmelden|síguenos|siguenos|"
                "sigue a|suivez-nous|abonnez-vous|siga-nos|seguici su|obserwuj nas|zapisz się|"
                "click here to subscribe|click here to sign up|support us|"
                "if you enjoyed this article|if you enjoyed this post"},
    PhraseGroup{"subscription", kWhole, kRest, "newsletter"},
    // Sharing
    PhraseGroup{"share", kWhole, kLine,
                "tweet|share|pin|email|print|facebook|twitter|whatsapp|linkedin|telegram|"
                "copy link|save for later|teilen|drucken|partager|compartir|поделиться|"
                "share this:|share this article|share this story|share on facebook|"
                "share on twitter|share via email|teilen mit|teilen auf|artikel teilen|"
                "beitrag teilen|gefällt mir|gefällt mir wird geladen|"
                "gefällt mir wird geladen ...|like this|like loading|artikel drucken|"
                "per e-mail senden|als pdf|pdf|tweet this|pinterest|xing|reddit|flipboard|"
                "udostępnij|drukuj|condividi|delen|compartilhar|compártelo|imprimir|imprimer|"
                "e-mail|mail|url copied"},
    PhraseGroup{"share", kStart, kLine,
                "share this|share on|teilen mit|diesen artikel teilen|diesen beitrag teilen|"
                "click to share|klick, um|klicken, um|comparte esta"},
    // Advertisements
    PhraseGroup{
        "advertisement", kWhole, kLine,
        "advert|adverts|ad|ads|werbung|sponsored|sponsored by|anuncio|annonce|reklama|"
        "pubblicità|advertentie|story continues below|"
        "story continues below advertisement|article continues below|"
        "article continues after advertisement|continue reading below|"
        "scroll to "
        "continue|スポンサーリンク|スポンサードリンク|iklan|advertisement|anzeige|publicité|"
        "publicidad|реклама"},
    PhraseGroup{"advertisement", kStart, kLine,
                "anzeige -|* werbung|*werbung|this post contains affiliate links|"
                "this article contains affiliate links|dieser beitrag enthält werbung"},
    // The site's own
    PhraseGroup{"navigation", kWhole, kLine,
                "read more|more|learn more|mehr|weiter|zurück|zur übersicht|"
                "zurück zur übersicht|zurück zur listenansicht|see more|show more|load more|"
                "loading...|wird geladen ...|wird geladen|previous|next|older posts|"
                "newer posts|vorheriger beitrag|nächster beitrag|close|caption|expand|"
                "play video|watch now|topics|tags|themen|kategorien|categories|stichwörter|"
                "back to top"},
    PhraseGroup{"navigation", kStart, kLine, "exit mobile version"},
    PhraseGroup{"navigation", kStart, kSite, "skip to content|skip to main content"},
    PhraseGroup{"navigation", kWhole, kSite, "menu|search|home|log in|sign in|subscribe"},
    // Machinery
    PhraseGroup{"boilerplate", kInside, kLine,
                "media playback is unsupported on your device|your browser does not support|"
                "please enable javascript|enable javascript to view|javascript is disabled|"
                "bitte aktivieren sie javascript"},
    // About the page itself: who posted it where, and whose pictures it shows
    PhraseGroup{"tags", kStart, kLine,
                "this entry was posted|posted by|posted under|tagged with|labels:|category:|"
                "categories:|keywords:|topics:|schlagworte:|schlagwörter:|kategorie:|"
                "kategorien:|stichworte:|themen:|dieser beitrag wurde|dieser eintrag wurde|"
                "veröffentlicht unter|veröffentlicht in|abgelegt unter|verschlagwortet mit|"
                "eingestellt von|gepostet von|erstellt von|étiquettes|mots-clés|classé dans|"
                "publié dans|etiquetas:|etiquetado|categorías:|publicado en|publicado por|"
                "categorie:|pubblicato in|tagi:|kategorie:|słowa kluczowe|метки:|теги:|"
                "рубрика:"},
    PhraseGroup{"tags", kInside, kLine, "bookmark the permalink|setze ein lesezeichen"},
    PhraseGroup{"caption", kStart, kLine,
                "photo:|photos:|photo by|photo credit|photograph:|image:|images:|image credit|"
                "image source|picture:|(photo|(image|foto:|fotos:|(foto|foto ©|bild:|bilder:|"
                "(bild|bildquelle|bildnachweis|bildrechte|crédit photo|crédits photo|fot.|"
                "zdjęcie:|фото:"},
    PhraseGroup{"comments", kStart, kRest,
                "recent comments|latest comments|reply to|log in to comment|login to comment|"
                "you must be logged in|1 comment|one comment|kommentar hinterlassen|"
                "hinterlasse einen kommentar|hinterlassen sie einen kommentar|keine kommentare|"
                "antwort schreiben|antwort hinterlassen|ein kommentar zu|neueste kommentare|"
                "letzte kommentare|laisser une réponse|poster un commentaire|"
                "dejar un comentario|deixe um comentário|deixe uma resposta|dodaj odpowiedź|"
                "zostaw komentarz|skomentuj|geef een reactie|laat een reactie"},
    PhraseGroup{"navigation", kWhole, kLine,
                "archive|archives|archiv|blogroll|meta|impressum|datenschutz|kontakt|contact|"
                "nach oben|zum seitenanfang|top|up|permalink|trackback|reply|antworten|"
                "répondre|responder|odpowiedz|edit|bearbeiten|nächster|vorheriger|weiter lesen|"
                "beitragsnavigation|beitrags-navigation|post navigation|neuerer post|"
                "älterer post|startseite|print page|print this page|seite drucken|druckversion|"
                "inhaltsverzeichnis|table of contents|inhalt"},
    PhraseGroup{"related", kStart, kRest,
                "neueste beiträge|letzte beiträge|aktuelle beiträge|neueste artikel|"
                "auch lesenswert|lesetipps|dernières actualités|articles récents|"
                "entradas recientes|posts recentes|ultime notizie|najnowsze|ostatnie wpisy|"
                "meer nieuws|laatste nieuws|newer posts|you may also|you might also"},
    // Tags
    PhraseGroup{"tags", kStart, kLine, "tags:|filed under|posted in"},
    // Rights
    PhraseGroup{"copyright", kInside, kLine,
                "all rights reserved|alle rechte vorbehalten|tous droits réservés|"
                "todos los derechos reservados|все права защищены"},
    // Cookies
    PhraseGroup{"cookies", kInside, kLine,
                "we use cookies|this site uses cookies|this website uses cookies|"
                "wir verwenden cookies|nous utilisons des cookies|utilizamos cookies|"
                "мы используем cookie"},
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
  return line.size() <= kLongestStart && line.starts_with(phrase) &&
         (line.size() == phrase.size() || !is_ascii_letter(line[phrase.size()]) ||
          !is_ascii_letter(phrase.back()));
}

// The phrases in the order in which they are tried: what a line is as a whole says most.
struct PhraseIndex {
  std::unordered_map<std::string_view, FurniturePhrase> whole;
  // By their first bytes, the longer before the shorter.
  std::unordered_map<std::string_view, std::vector<FurniturePhrase>> starts;
  std::vector<FurniturePhrase> others;

  static constexpr std::size_t kKey = 3;  // no phrase is shorter

  PhraseIndex() {
    for (const PhraseGroup& group : kGroups) {
      for (std::size_t at = 0; at < group.phrases.size();) {
        const std::size_t end = std::min(group.phrases.find('|', at), group.phrases.size());
        add({group.phrases.substr(at, end - at), group.match, group.reach, group.kind});
        at = end + 1;
      }
    }
    for (auto& [key, phrases] : starts) {
      std::stable_sort(phrases.begin(), phrases.end(),
                       [](const auto& a, const auto& b) { return a.text.size() > b.text.size(); });
    }
  }

  void add(const FurniturePhrase& phrase) {
    if (phrase.match == PhraseMatch::kWhole) {
      whole.emplace(bare(phrase.text), phrase);
    } else if (phrase.match == PhraseMatch::kStart) {
      starts[phrase.text.substr(0, kKey)].push_back(phrase);
    } else {
      others.push_back(phrase);
    }
  }
};

}  // namespace

const FurniturePhrase* find_furniture_phrase(std::string_view folded) {
  static const PhraseIndex kIndex;
  if (folded.empty()) {
    return nullptr;
  }
  if (const auto found = kIndex.whole.find(bare(folded)); found != kIndex.whole.end()) {
    return &found->second;
  }
  const auto starts = kIndex.starts.find(folded.substr(0, PhraseIndex::kKey));
  if (starts != kIndex.starts.end()) {
    for (const FurniturePhrase& phrase : starts->second) {
      if (starts_with_word(folded, phrase.text)) {
        return &phrase;
      }
    }
  }
  for (const FurniturePhrase& phrase : kIndex.others) {
    if (phrase.match == PhraseMatch::kEnd ? folded.ends_with(phrase.text)
                                          : folded.find(phrase.text) != std::string_view::npos) {
      return &phrase;
    }
  }
  return nullptr;
}

}  // namespace lede
