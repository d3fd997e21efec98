#include "templates/casebook/case_data.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "templates/shown_text.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

constexpr std::size_t kLongestQuote = 1500;  // code points; the dossier has the rest
constexpr std::size_t kLongestLine = 300;
constexpr std::size_t kMostQuotes = 12;  // of one part
constexpr std::size_t kMostPlaces = 6;   // of one quote

// Whether a line break between two characters is only where the print ran out of room.
bool joins_without_blank(std::string_view text, std::size_t before, std::size_t after) {
  std::size_t at = before;
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
  }
  return next_code_point(text, at) >= 0x2E80 || next_code_point(text, after) >= 0x2E80;
}

// The quote as one paragraph: its characters are those of the print, its line breaks are not.
std::string in_one_paragraph(std::string_view print) {
  std::string out;
  for (const std::string_view line : split(print, '\n')) {
    const std::string_view piece = trim(line);
    if (piece.empty()) continue;
    const std::string joined = out + std::string(piece);
    if (!out.empty() && !joins_without_blank(joined, out.size(), out.size())) out += ' ';
    out += piece;
  }
  return replace_all(std::move(out), "\t", " ");
}

class CaseWords {
 public:
  CaseWords(const Case& one, const Presentation& presentation)
      : case_(one), presentation_(presentation) {}

  // The text, or the mark that says it was not found.
  std::string or_mark(const std::optional<std::string>& text, std::string_view mark) const {
    return text ? shown(*text, kLongestLine) : word(mark, language());
  }

  data rows() const {
    const Subject& subject = case_.record.subject;
    return data(list{row("casebook.number", subject.number), row("casebook.name", subject.title),
                     row("casebook.organization", subject.organization),
                     row("casebook.published", subject.published),
                     row("casebook.implemented", subject.implemented),
                     row("casebook.programme", case_.record.programme_title)});
  }

  data parts() const {
    list out;
    for (const CasePart& part : case_.parts) out.push_back(part_data(part));
    return data(out);
  }

  data remarks() const {
    list out;
    if (case_.parts.empty()) out.push_back(remark(word("casebook.no-parts", language())));
    if (!case_.also_from.empty()) {
      std::string names;
      for (const std::string& name : case_.also_from) append(names, shown(name, kLongestLine));
      out.push_back(remark(phrase("casebook.also", language(), {{"names", names}})));
    }
    return data(out);
  }

 private:
  Language language() const { return presentation_.language; }
  std::string shown(std::string_view text, std::size_t limit) const {
    return brief(text, limit, presentation_.personal_data);
  }
  void append(std::string& list_of, const std::string& one) const {
    list_of += (list_of.empty() ? "" : word("casebook.between", language())) + one;
  }

  static data remark(const std::string& text) {
    data out;
    out["remark"] = text;
    return out;
  }

  data row(std::string_view key, const std::optional<std::string>& value) const {
    data out;
    out["label"] = word(key, language());
    out["missing"] = !value;
    out["value"] = or_mark(value, "casebook.missing");
    return out;
  }

  data part_data(const CasePart& part) const {
    const std::vector<CaseQuote> quotes = quotes_of(case_.record, part);
    const std::size_t count = std::min(quotes.size(), kMostQuotes);
    list told;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string source = source_of(quotes[i]);
      const bool goes_on = i + 1 < count && source_of(quotes[i + 1]) == source;
      told.push_back(quote_data(quotes[i], goes_on ? "" : source));
    }
    const std::string rest =
        phrase("casebook.rest", language(), {{"count", std::to_string(quotes.size() - count)}});
    data out;
    out["title"] = part.title.in(language());
    out["quotes"] = data(told);
    out["absent"] = quotes.empty() ? data(word("casebook.missing", language())) : data(false);
    out["rest"] = quotes.size() > count ? data(rest) : data(false);
    return out;
  }

  std::string source_of(const CaseQuote& quote) const {
    std::string places = place_of(*quote.fact);
    const std::size_t count = std::min(quote.same.size(), kMostPlaces - 1);
    for (std::size_t i = 0; i < count; ++i) append(places, place_of(*quote.same[i]));
    return phrase("casebook.source", language(), {{"places", places}});
  }

  // `source`: empty where the next quote is of the same place, and says it for both.
  data quote_data(const CaseQuote& quote, const std::string& source) const {
    data out;
    out["quote"] = shown(in_one_paragraph(quote.fact->quote.text), kLongestQuote);
    out["source"] = source.empty() ? data(false) : data(source);
    return out;
  }

  // 03 证明材料/应用证明.docx，第 1 页（文字）
  std::string place_of(const Fact& fact) const {
    const Quote& quote = fact.quote;
    const RecordedFile* file = file_by_id(case_.record, quote.file);
    const std::string path = shown(file == nullptr ? quote.file : file->path, kLongestLine);
    const std::string origin = origin_of(fact);
    if (quote.cell.empty() && quote.page == 0)
      return phrase("casebook.place.whole", language(), {{"file", path}, {"origin", origin}});
    const std::string place =
        quote.cell.empty()
            ? phrase("page", language(), {{"pages", std::to_string(quote.page)}})
            : phrase("evidence.cell", language(), {{"cell", shown(quote.cell, kLongestLine)}});
    return phrase("casebook.place", language(),
                  {{"file", path}, {"place", place}, {"origin", origin}});
  }

  std::string origin_of(const Fact& fact) const {
    const std::string origin =
        phrase("origin." + std::string(name_of(fact.quote.origin)), language(),
               {{"confidence", std::to_string(fact.quote.confidence)}});
    if (fact.doubt.empty()) return origin;
    const std::string key = "doubt." + fact.doubt, found = word(key, language());
    return phrase("casebook.doubtful", language(),
                  {{"origin", origin}, {"doubt", found == key ? fact.doubt : found}});
  }

  const Case& case_;
  const Presentation presentation_;
};

}  // namespace

data case_data(const Case& one, std::size_t index, const Presentation& presentation) {
  const CaseWords words(one, presentation);
  data out;
  out["index"] = std::to_string(index);
  out["number"] = words.or_mark(one.record.subject.number, "casebook.no-number");
  out["name"] = words.or_mark(one.record.subject.title, "casebook.no-name");
  out["rows"] = words.rows();
  out["parts"] = words.parts();
  out["remarks"] = words.remarks();
  return out;
}

}  // namespace biaoshen
