// From a page as read to the Article as indexed. The rules are in the files beside this one; here
// is their order.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/extract/byline.h"
#include "indexer/extract/copyright.h"
#include "indexer/extract/dateline.h"
#include "indexer/extract/furniture.h"
#include "indexer/extract/lines.h"
#include "indexer/extract/title.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

void fill(std::string& field, std::string_view value) {
  if (field.empty()) {
    field = value;
  }
}

void fill_date(Article& article, const std::optional<PublishedDate>& found) {
  if (!article.published && found) {
    article.published = found;
  }
}

void use_dateline(const Dateline& dateline, Article& article) {
  fill(article.place, dateline.place);
  fill(article.agency, dateline.agency);
  fill_date(article, dateline.published);
}

// Reads the lines around the story (not the story's own) one after the other.
class Extraction {
 public:
  Extraction(std::string_view page, Article& article, const DateHints& hints)
      : lines_(page), article_(article), hints_(hints) {}

  void run() {
    std::size_t body = 0;
    const std::optional<std::size_t> title = find_title(lines_, article_.title);
    if (title) {
      fill(article_.title, lines_[*title].text);
      take_title(lines_, *title);
      body = *title + 1;
    }
    read_head(body);
    read_publisher();
    take_furniture(lines_, body);
    read_end();
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
        use_dateline(*dateline, article_);
        lines_.take(i, "dateline", "place and date of the story");
      }
    }
    if (story < lines_.size()) {
      if (const auto dateline = read_dateline(lines_[story].text, hints_)) {
        use_dateline(*dateline, article_);
      }
    }
  }

  bool take_byline(std::size_t index) {
    const std::string_view head = lines_[0].text;
    const std::optional<Byline> byline = read_byline(lines_[index].text, head);
    if (!byline) {
      return false;
    }
    fill(article_.author, byline->author);
    fill(article_.agency, byline->agency);
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
      fill_date(article_, date);
    }
    lines_.take(index, "date", "date of publication or change");
    return true;
  }

  // Copyright lines are read before they are taken out.
  void read_publisher() {
    const CopyrightHolder holder = find_copyright_holder(lines_);
    fill(holder.agency ? article_.agency : article_.publisher, holder.name);
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
    fill(article_.agency, name);
    lines_.take(index, "byline", "names the agency");
    return true;
  }

  Lines lines_;
  Article& article_;
  const DateHints& hints_;
  bool label_ = false;    // a label such as "Published" was read, its date not yet
  bool updated_ = false;  // that label spoke of a change
};

// The story's own first line, for pages whose text is not to be touched.
void fill_from_dateline(std::string_view text, const DateHints& hints, Article& article) {
  text = trimmed(text.substr(0, 2000));
  if (const auto dateline = read_dateline(text.substr(0, text.find('\n')), hints)) {
    use_dateline(*dateline, article);
  }
}

}  // namespace

Article extract_article(RawPage&& page, std::int64_t modified) {
  Article article = std::move(page.declared);
  constexpr std::int64_t kDaySeconds = 86400;
  if (article.published && modified != 0 && article.published->instant > modified + kDaySeconds) {
    article.published.reset();
  }
  const std::string language = article.language;
  const DateHints hints{language, modified};
  if (page.scraped && !trimmed(page.text).empty()) {
    Extraction(page.text, article, hints).run();
    return article;
  }
  fill_from_dateline(page.text, hints, article);
  if (const std::string_view text = trimmed(page.text); text.size() != page.text.size()) {
    page.text = std::string(text);
  }
  article.text = std::move(page.text);
  return article;
}

}  // namespace lede
