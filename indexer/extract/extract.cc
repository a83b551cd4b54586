// From a page as read to the Article as indexed. The rules are in the files beside this one; here
// is their order.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "indexer/extract/byline.h"
#include "indexer/extract/compose.h"
#include "indexer/extract/copyright.h"
#include "indexer/extract/dateline.h"
#include "indexer/extract/furniture.h"
#include "indexer/extract/lines.h"
#include "indexer/extract/title.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

// What was found in the text, where the page declares nothing.
class FieldFiller {
 public:
  explicit FieldFiller(Article& article) : article_(article) {}

  void fill(std::string Article::*field, const char* name, std::string_view value,
            const char* from) {
    if ((article_.*field).empty() && !value.empty()) {
      article_.*field = value;
      article_.origins.push_back({name, from, "medium"});
    }
  }

  void fill_date(const std::optional<PublishedDate>& found) {
    if (!article_.published && found) {
      article_.published = found;
      article_.origins.push_back({"published", found->from, "medium"});
    }
  }

  void use(const Dateline& dateline) {
    fill(&Article::place, "place", dateline.place, "dateline");
    fill(&Article::agency, "agency", dateline.agency, "dateline");
    fill_date(dateline.published);
  }

 private:
  Article& article_;
};

// Fields that a reader set without saying where it found them are those its format declares.
void add_declared_origins(Article& article) {
  const auto add = [&](const char* name, bool set, const std::string& from) {
    const auto known = std::find_if(article.origins.begin(), article.origins.end(),
                                    [&](const FieldOrigin& one) { return one.field == name; });
    if (set && known == article.origins.end()) {
      article.origins.push_back({name, from, "high"});
    }
  };
  add("title", !article.title.empty(), "declared");
  add("author", !article.author.empty(), "declared");
  add("publisher", !article.publisher.empty(), "declared");
  add("agency", !article.agency.empty(), "declared");
  add("place", !article.place.empty(), "declared");
  add("section", !article.section.empty(), "declared");
  add("published", article.published.has_value(),
      article.published ? article.published->from : std::string());
  add("modified", article.modified.has_value(),
      article.modified ? article.modified->from : std::string());
  add("language", !article.language.empty(), "declared");
  add("url", !article.url.empty(), "declared");
}

// Reads the lines around the story (not the story's own) one after the other.
class Extraction {
 public:
  Extraction(std::string_view page, Article& article, const DateHints& hints,
             const RepeatsKnown& repeats)
      : lines_(page),
        article_(article),
        fields_(article),
        hints_(hints),
        holder_(find_copyright_holder(lines_)),
        repeated_(repeats_of(outlet(repeats), repeats)) {}

  void run() {
    std::size_t body = 0;
    const std::optional<std::size_t> title = find_title(lines_, article_.title, repeated_);
    if (title) {
      fields_.fill(&Article::title, "title", lines_[*title].text, "headline");
      take_title(lines_, *title);
      body = *title + 1;
    }
    read_head(body);
    read_publisher();
    take_furniture(lines_, body);
    read_end();
    if (repeated_ != nullptr) {
      take_repeats(lines_, *repeated_);
    }
    article_.text = lines_.text();
    article_.zones = lines_.zones();
  }

 private:
  // Below the headline: byline, date, dateline. A standfirst may stand among them, so the first
  // lines of running text are looked past; there a date alone is no longer one of the page's own.
  void read_head(std::size_t from) {
    constexpr std::size_t kMostLines = 16;
    const std::size_t story = lines_.first_prose();
    bool dated = true;
    for (std::size_t i = from; i < std::min(lines_.size(), from + kMostLines); ++i) {
      dated = dated && i < story;
      if (!lines_.is_text(i) || is_prose(lines_[i].text)) {
        continue;
      }
      if (take_byline(i)) {
        dated = true;  // a date may follow it
        continue;
      }
      if (take_date_line(i, dated || label_)) {
        continue;
      }
      if (const auto dateline = read_dateline(lines_[i].text, hints_); dateline && i < story) {
        fields_.use(*dateline);
        lines_.take(i, "dateline", "place and date of the story");
      }
    }
    if (story < lines_.size()) {
      if (const auto dateline = read_dateline(lines_[story].text, hints_)) {
        fields_.use(*dateline);
      }
    }
  }

  bool take_byline(std::size_t index) {
    const std::string_view head = lines_[0].text;
    const std::optional<Byline> byline = read_byline(lines_[index].text, head);
    if (!byline) {
      return false;
    }
    fields_.fill(&Article::author, "author", byline->author, "byline");
    fields_.fill(&Article::agency, "agency", byline->agency, "byline");
    lines_.take(index, "byline", "names the author");
    return true;
  }

  // `bare`: a date without a label counts, too.
  bool take_date_line(std::size_t index, bool bare) {
    const std::optional<DateLine> line = read_date_line(lines_[index].text, hints_);
    if (!line || (!line->label && !line->labelled && !bare)) {
      return false;
    }
    if (line->label) {
      label_ = true;
      updated_ = updated_ || line->updated;
    } else if (line->published && !line->updated && !(label_ && updated_)) {
      PublishedDate date = *line->published;
      date.from = label_ ? "published-line" : date.from;
      fields_.fill_date(date);
    }
    lines_.take(index, "date", "date of publication or change");
    return true;
  }

  // As it will be once all fields are read.
  [[nodiscard]] Outlet outlet(const RepeatsKnown& repeats) const {
    const bool named = !article_.publisher.empty() || holder_.agency;
    return outlet_of(article_.url, named ? article_.publisher : holder_.name, repeats.folder);
  }

  void read_publisher() {
    if (holder_.agency) {
      fields_.fill(&Article::agency, "agency", holder_.name, "copyright");
    } else {
      fields_.fill(&Article::publisher, "publisher", holder_.name, "copyright");
    }
  }

  // After the story: a byline, a date below it, an agency's name between brackets.
  void read_end() {
    constexpr int kMostLines = 5;
    int seen = 0;
    for (std::size_t i = lines_.size(); i-- > lines_.first_prose() + 1 && seen < kMostLines;) {
      if (!lines_.is_text(i)) {
        continue;
      }
      ++seen;
      const bool below_byline = is_byline(lines_[i - 1].text);
      if (take_byline(i) || take_agency(i) || take_date_line(i, below_byline)) {
        continue;
      }
      if (is_prose(lines_[i].text)) {
        return;
      }
    }
  }

  // "(MNA)"
  bool take_agency(std::size_t index) {
    const std::string_view text = lines_[index].text;
    const std::string_view name = text.size() > 2 ? text.substr(1, text.size() - 2) : "";
    if (text.front() != '(' || text.back() != ')' || name.size() < 2 || name.size() > 5 ||
        !std::all_of(name.begin(), name.end(), is_ascii_upper)) {
      return false;
    }
    fields_.fill(&Article::agency, "agency", name, "agency-line");
    lines_.take(index, "byline", "names the agency");
    return true;
  }

  Lines lines_;
  Article& article_;
  FieldFiller fields_;
  const DateHints& hints_;
  const CopyrightHolder holder_;
  const RepeatedLines* const repeated_;
  bool label_ = false;    // a label such as "Published" was read, its date not yet
  bool updated_ = false;  // that label spoke of a change
};

// Before anything is looked for or measured.
void compose_page(RawPage& page) {
  const std::size_t before = page.text.size();
  compose(page.text);
  for (Zone& zone : page.furniture) {
    zone.start = zone.start - before + page.text.size();
    zone.end = zone.end - before + page.text.size();
  }
  Article& declared = page.declared;
  for (std::string* field : {&declared.title, &declared.author, &declared.publisher,
                             &declared.agency, &declared.place, &declared.section}) {
    compose(*field);
  }
}

// The story's own first line, for pages whose text is not to be touched.
void fill_from_dateline(std::string_view text, const DateHints& hints, Article& article) {
  text = trimmed(text.substr(0, 2000));
  if (const auto dateline = read_dateline(text.substr(0, text.find('\n')), hints)) {
    FieldFiller(article).use(*dateline);
  }
}

// The same for what repeats: all else stays as it is.
void take_repeats_only(std::string& text, const RepeatsKnown& repeats, Article& article) {
  const RepeatedLines* repeated = repeats_of(outlet_of(article, repeats.folder), repeats);
  if (repeated == nullptr) {
    return;
  }
  Lines lines(text);
  if (take_repeats(lines, *repeated) > 0) {
    std::vector<Zone> zones = lines.zones();
    article.zones.insert(article.zones.begin(), zones.begin(), zones.end());
    text = lines.untouched_text();
  }
}

}  // namespace

Article extract_article(RawPage&& page, std::int64_t modified, const RepeatsKnown& repeats) {
  compose_page(page);
  Article article = std::move(page.declared);
  constexpr std::int64_t kDaySeconds = 86400;
  if (article.published && modified != 0 && article.published->instant > modified + kDaySeconds) {
    article.published.reset();
    std::erase_if(article.origins,
                  [](const FieldOrigin& origin) { return origin.field == "published"; });
  }
  add_declared_origins(article);
  const std::string language = article.language;
  const DateHints hints{language, modified};
  if (page.scraped && !trimmed(page.text).empty()) {
    Extraction(page.text, article, hints, repeats).run();
    std::move(page.furniture.begin(), page.furniture.end(), std::back_inserter(article.zones));
    return article;
  }
  fill_from_dateline(page.text, hints, article);
  article.zones = std::move(page.furniture);
  take_repeats_only(page.text, repeats, article);
  if (const std::string_view text = trimmed(page.text); text.size() != page.text.size()) {
    page.text = std::string(text);
  }
  article.text = std::move(page.text);
  return article;
}

}  // namespace lede
