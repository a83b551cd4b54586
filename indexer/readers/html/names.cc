// What authors of pages call their elements: one list of names, to be added to.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

struct NameGroup {
  NameKind kind;
  std::string_view names;  // in small letters, separated by bars
};

// A whole class name or id, with "_" written as "-".
constexpr std::array kWholeNames = {
    NameGroup{NameKind::kBody,
              "entry-content|post-content|article-content|article-body|articlebody|"
              "story-body|storybody|story-content|post-body|postbody|article-text|"
              "articletext|article-body-text|body-text|bodytext|entry-body|entrytext|"
              "news-text|newstext|post-entry|postentry|post-text|single-content|"
              "singlecontent|blog-content|blogcontent|story-text|articlecontent|"
              "article-main|td-post-content|content-body|story-body-text|"
              "article-page-content|post-full-content|mw-parser-output|"
              "entry-the-content|postcontent|article--content|article--body|"
              "article-copy|artikeltext|article-detail"},
    NameGroup{NameKind::kComments,
              "respond|disqus-thread|fb-comments|usercomments|ccomments|guestbook"},
    NameGroup{NameKind::kRelated,
              "jp-relatedposts|yarpp|read-more|readmore|readalso|see-also|more-stories|"
              "morestories|most-read|mostread|moreon|up-next|upnext|zergnet|mgid|"
              "teaserlist|linkbox|link-box|more-links|more-link|inline-related|related|"
              "crosslinks|latest-news|top-stories|also-read|wp-embedded-content"},
    NameGroup{NameKind::kShare,
              "sharedaddy|addthis|addtoany|a2a-kit|shariff|sociable|fb-like|likes|"
              "follow-us|followus|follow|print|print-link|printfriendly|tools|"
              "article-tools|fb-root|whatsapp|twitter-share-button|"
              "likes-widget-placeholder|likes-other-gravatars|siguenos|follow-box|"
              "post-ratings"},
    NameGroup{NameKind::kNavigation,
              "skip-link|nav-previous|nav-next|navlinks|prevnext|prev-next|pagelinks|"
              "page-links|pagenav|topbar|top-bar|sitemap|toc|toc-container|tabs|"
              "back-to-top|backtotop|you-are-here|site-header|site-footer|masthead|"
              "colophon|site-info|imprint|impressum|footer|pathway|langswitch|"
              "header-nav|ez-toc-container"},
    NameGroup{NameKind::kAdvertisement,
              "ad|ads|adbox|adslot|ad-slot|adunit|ad-unit|adsense|adsbygoogle|banner|"
              "promo|promobox|wpcnt|wpa|dfp|adv"},
    NameGroup{NameKind::kSubscription,
              "mc4wp-form|sign-up|signup|login|register|donate|optin|opt-in|paywall|"
              "subscribe|subscription|cta|call-to-action"},
    NameGroup{NameKind::kCookies, "popup|modal|overlay|lightbox|reveal-modal"},
    NameGroup{NameKind::kSidebar,
              "widget|widgets|widget-area|textwidget|rail|right-rail|rightrail|"
              "right-col|rightcol|marginalspalte|complementary|aside|infobox-links|"
              "sidebox"},
    NameGroup{NameKind::kMeta,
              "meta|date|datum|time|timestamp|author|authors|byline|dateline|postinfo|"
              "post-info|posted-on|post-date|entry-date|published|pubdate|entry-footer|"
              "post-footer|entry-utility|postfooter|article-footer|article-info|"
              "articleinfo|tags|tag-links|taglist|tag-list|post-tags|entry-tags|"
              "keywords|cat-links|categories|category|post-categories|tagcloud|rating|"
              "ratings|vcard|about-author|author-bio|author-box|authorbox|author-info|"
              "author-description|author-name|post-author|entry-author|article-author|"
              "submitted|postedby|posted-by|post-byline|credit|credits|photo-credit|"
              "image-credit|copyright|source|read-time|readtime|reading-time|"
              "post-views|views|postdate|edit-link|mw-editsection|dachzeile|kicker|"
              "rubrik|topic|topics"},
    NameGroup{NameKind::kCaption,
              "wp-caption-text|wp-caption|legend|legende|bildunterschrift|media-desc|"
              "image-desc|img-desc|cutline|photo-desc|bildtext|"
              "image-and-copyright-container|foto-credit|photocredit|imagecredit|bu"},
    NameGroup{NameKind::kHidden,
              "print-header|sr-only|screen-reader-text|visually-hidden|visuallyhidden|"
              "hidden|invisible|hide|d-none|noprint-hidden|element-invisible|u-hidden|"
              "print-only|printonly|visible-print"},
};

// One word of a class name or id: "comment" of "post-comment-list" and of "commentList".
constexpr std::array kWordNames = {
    NameGroup{NameKind::kComments,
              "comment|comments|commentlist|commentform|commenting|disqus|kommentar|"
              "kommentare|comentarios|komentarze|commentaires|commentaire|trackback|"
              "trackbacks|pingback|pingbacks|livefyre|talkback|talkbacks|"
              "commentary-list"},
    NameGroup{NameKind::kRelated,
              "related|relatedposts|relateds|relatedarticles|recommend|recommended|"
              "recommendation|recommendations|recommends|outbrain|taboola|yarpp|"
              "trending|popular|mostpopular|similar|revcontent|teaserbox|recirc|"
              "recirculation"},
    NameGroup{NameKind::kShare,
              "share|shares|sharing|shareaholic|sharebar|sharethis|sharetools|social|"
              "socials|socialmedia|addthis|addtoany|shariff|sharedaddy|sociable|"
              "bookmarks|sharer|sharebuttons"},
    NameGroup{NameKind::kNavigation,
              "nav|navbar|navigation|navi|menu|menus|submenu|dropdown|breadcrumb|"
              "breadcrumbs|crumbs|crumb|pagination|footer|pager|paging|paginator|"
              "pagenavi|pagenavigation|toolbar"},
    NameGroup{NameKind::kAdvertisement,
              "advert|adverts|advertisement|advertisements|advertising|advertorial|"
              "adsense|sponsor|sponsored|sponsors|werbung|anzeige|anzeigen|publicidad|"
              "reklama|iklan|promo|promos|promotion|affiliate"},
    NameGroup{NameKind::kSubscription,
              "newsletter|newsletters|subscribe|subscription|mailchimp|mailpoet|"
              "donation"},
    NameGroup{NameKind::kCookies, "cookie|cookies|cookiebar|gdpr|consent|popup|borlabscookiebox"},
    NameGroup{NameKind::kSidebar, "sidebar|sidebars"},
    NameGroup{NameKind::kCaption,
              "caption|captions|figcaption|imagecaption|bildunterschrift|photocaption|"
              "slideshow|gallery|lightbox"},
    NameGroup{NameKind::kMeta,
              "postmeta|byline|timestamp|tagcloud|authorbox|postmetadata|metadata"},
};

using Names = std::unordered_map<std::string_view, NameKind>;

template <std::size_t N>
Names names_of(const std::array<NameGroup, N>& groups) {
  Names names;
  for (const NameGroup& group : groups) {
    for (std::size_t at = 0; at < group.names.size();) {
      const std::size_t end = std::min(group.names.find('|', at), group.names.size());
      names.emplace(group.names.substr(at, end - at), group.kind);
      at = end + 1;
    }
  }
  return names;
}

// Pairs of words that mean something only together.
bool is_meta_pair(std::string_view a, std::string_view b) {
  static constexpr std::array<std::string_view, 5> kWhole = {"entry", "post", "article", "story",
                                                             "page"};
  static constexpr std::array<std::string_view, 8> kParts = {
      "meta", "date", "tags", "info", "tools", "author", "categories", "footer"};
  return std::find(kWhole.begin(), kWhole.end(), a) != kWhole.end() &&
         std::find(kParts.begin(), kParts.end(), b) != kParts.end();
}

// "article-body", "ArticleBody-articleBody", "news__text": what ends so holds the text.
bool is_body_name(const std::vector<std::string>& words) {
  static constexpr std::array<std::string_view, 7> kWhole = {"article", "story", "post",   "entry",
                                                             "news",    "blog",  "artikel"};
  static constexpr std::array<std::string_view, 5> kParts = {"body", "content", "text", "copy",
                                                             "inhalt"};
  const std::size_t count = words.size();
  return count >= 2 && std::find(kWhole.begin(), kWhole.end(), words[count - 2]) != kWhole.end() &&
         std::find(kParts.begin(), kParts.end(), words[count - 1]) != kParts.end();
}

// Class names that tell of the article's subject or of the page's layout, not of the element.
bool is_about_something_else(std::string_view name) {
  static constexpr std::array<std::string_view, 16> kStarts = {
      "category-",     "tag-",    "has-",  "no-",       "with-",    "without-", "is-",    "js-",
      "page-template", "format-", "type-", "elementor", "wp-image", "col-",     "topic-", "term-"};
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return name.starts_with(start); });
}

// The words of `name` in small letters: "entryMeta_box" has three.
void split(std::string_view name, std::vector<std::string>& words) {
  words.clear();
  bool inside = false;
  char last = 0;
  for (const char c : name) {
    const bool letter = is_ascii_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
    const bool hump = is_ascii_upper(c) && last != 0 && !is_ascii_upper(last);
    if (letter && (!inside || hump)) {
      words.emplace_back();
    }
    if (letter) {
      words.back() += ascii_lower(c);
    }
    inside = letter;
    last = letter ? c : '\0';
  }
}

NameKind kind_in(const Names& names, std::string_view name) {
  const auto found = names.find(name);
  return found == names.end() ? NameKind::kNone : found->second;
}

NameKind kind_of_name(std::string_view name, std::vector<std::string>& words) {
  static const Names kWhole = names_of(kWholeNames);
  static const Names kWords = names_of(kWordNames);
  std::string whole = ascii_lowered(name);
  std::replace(whole.begin(), whole.end(), '_', '-');
  if (const NameKind kind = kind_in(kWhole, whole); kind != NameKind::kNone) {
    return kind;
  }
  if (is_about_something_else(whole)) {
    return NameKind::kNone;
  }
  split(name, words);
  if (is_body_name(words)) {
    return NameKind::kBody;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size() && is_meta_pair(words[i], words[i + 1])) {
      return NameKind::kMeta;
    }
    if (const NameKind kind = kind_in(kWords, words[i]); kind != NameKind::kNone) {
      return kind;
    }
    if (i + 1 == words.size() && (words[i] == "teaser" || words[i] == "teasers")) {
      return NameKind::kTeaser;
    }
  }
  return NameKind::kNone;
}

constexpr const char* kByName = "its name in the page says so";

constexpr Mark kCommentsMark = {"comments", kByName};
constexpr Mark kRelatedMark = {"related", kByName};
constexpr Mark kShareMark = {"share", kByName};
constexpr Mark kNavigationMark = {"navigation", kByName};
constexpr Mark kAdvertisementMark = {"advertisement", kByName};
constexpr Mark kSubscriptionMark = {"subscription", kByName};
constexpr Mark kCookiesMark = {"cookies", kByName};
constexpr Mark kBylineMark = {"byline", kByName};
constexpr Mark kCaptionMark = {"caption", kByName};
constexpr Mark kHiddenMark = {"hidden", kByName};

}  // namespace

NameKind name_kind(const HtmlNode& node) {
  constexpr std::size_t kMostBytes = 400;
  std::vector<std::string> words;
  NameKind first = NameKind::kNone;
  for (const char* attribute : {"class", "id"}) {
    std::string_view names = node.attribute(attribute).substr(0, kMostBytes);
    while (!names.empty()) {
      std::size_t end = 0;
      while (end < names.size() && !is_ascii_space(names[end])) {
        ++end;
      }
      const NameKind kind = kind_of_name(names.substr(0, end), words);
      if (kind == NameKind::kBody || kind == NameKind::kComments) {
        return kind;
      }
      first = first == NameKind::kNone ? kind : first;
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  return first;
}

const Mark* mark_of(NameKind kind) {
  switch (kind) {
    case NameKind::kNone:
    case NameKind::kBody:
      return nullptr;
    case NameKind::kComments:
      return &kCommentsMark;
    case NameKind::kRelated:
    case NameKind::kTeaser:
      return &kRelatedMark;
    case NameKind::kShare:
      return &kShareMark;
    case NameKind::kNavigation:
    case NameKind::kSidebar:
      return &kNavigationMark;
    case NameKind::kAdvertisement:
      return &kAdvertisementMark;
    case NameKind::kSubscription:
      return &kSubscriptionMark;
    case NameKind::kCookies:
      return &kCookiesMark;
    case NameKind::kMeta:
      return &kBylineMark;
    case NameKind::kCaption:
      return &kCaptionMark;
    case NameKind::kHidden:
      return &kHiddenMark;
  }
  return nullptr;
}

}  // namespace lede
