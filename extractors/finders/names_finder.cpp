// The names that are listed after a label: 本文件起草单位：甲、乙、丙。 gives three, each
// with its position. In running text the label may follow 本文件, 本标准 …; in forms the list
// stands where a label's value does. A list goes on over the end of a page.
//
// It refuses to take a list for another: 参与起草单位 is not 起草单位.
//
// Tested by tests/finders/names_finder_test.cpp.
#include "extractors/finders/names_finder.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "extractors/finders/finder_fact.h"
#include "extractors/finders/firmness.h"
#include "extractors/finders/name_list.h"
#include "extractors/finders/paragraphs.h"
#include "extractors/finders/quote.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostFacts = 1000;      // of one part
constexpr std::size_t kLongestName = 180;     // bytes: longer ones are sentences
constexpr std::size_t kLongestSubject = 12;   // glyphs of 本团体标准的主要
constexpr std::size_t kParagraphsOfHead = 3;  // on a page before a list goes on

// A list that begins in a paragraph: 本文件起草单位：
struct Opening {
  std::size_t label = 0;                         // index
  std::size_t label_begin = 0, names_begin = 0;  // bytes
  bool is_sentence = false;                      // of a foreword: it ends with a full stop
};

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

// 本文件, 本标准的主要; but not 本文件参与.
bool is_subject(const Glyphs& glyphs, std::size_t begin, std::size_t end) {
  if (begin == end) return true;
  if (end - begin > kLongestSubject || glyphs[begin].c != U'本') return false;
  return std::none_of(glyphs.begin() + static_cast<std::ptrdiff_t>(begin),
                      glyphs.begin() + static_cast<std::ptrdiff_t>(end),
                      [](const Glyph& glyph) { return is_any_of(glyph.c, U"参协、,。:由和与及"); });
}

class NamesReader {
 public:
  NamesReader(const Dossier& dossier, const Part& part, const FactSpec& spec)
      : dossier_(dossier),
        part_(part),
        spec_(spec),
        labels_(list_parameter(spec, "labels")),
        exact_(labels_),
        recognised_(labels_, Spelling::recognised) {}

  std::vector<Fact> run() {
    for (const Page* page : pages_of(dossier_, part_)) {
      const FactPlace at{file_of(dossier_, part_), part_, *page, spec_};
      const LabelBook& book = has_recognised_words(*page) ? recognised_ : exact_;
      std::set<std::size_t> read;  // labels
      read_paragraphs(at, book, read);
      for (const Field& field : find_fields(*page, book)) {
        if (field.is_empty() || !read.insert(field.label_begin).second) continue;
        position_ = 0;
        add_names(at, field.wanted, field.value_begin, field.value_end);
      }
    }
    return std::move(facts_);
  }

 private:
  void read_paragraphs(const FactPlace& at, const LabelBook& book, std::set<std::size_t>& read) {
    std::size_t passed = 0;
    for (const auto& [begin, end] : paragraphs(at.page)) {
      const Glyphs glyphs = glyphs_of(at.page, begin, end);
      if (glyphs.empty()) continue;
      if (const auto opening = opening_of(glyphs, book)) {
        read.insert(opening->label_begin);
        position_ = 0;
        add_list(at, *opening, glyphs);
      } else if (open_ && goes_on(glyphs)) {
        open_->names_begin = begin;
        add_list(at, Opening(*open_), glyphs);
      } else if (open_ && ++passed > kParagraphsOfHead) {
        open_.reset();
      }
    }
  }

  static std::optional<Opening> opening_of(const Glyphs& glyphs, const LabelBook& book) {
    const std::size_t begin = skip_numbering(glyphs, 0);
    const std::size_t last = std::min(glyphs.size(), begin + kLongestSubject + 1);
    for (std::size_t at = begin; at < last; ++at) {
      if (!is_subject(glyphs, begin, at)) continue;
      const auto match = book.match(glyphs, at);
      if (!match || match->wanted.front() == kOtherLabel) continue;
      const bool sentence = at > begin;
      const std::size_t end = match->end;
      if (end + 1 >= glyphs.size()) continue;
      if (is_colon(glyphs[end].c) || (sentence && glyphs[end].c == U'为'))
        return Opening{match->wanted.front(), glyphs[at].begin, glyphs[end + 1].begin, sentence};
    }
    return std::nullopt;
  }

  // After a head and a page number: a paragraph that is a list and no sentence on its own.
  static bool goes_on(const Glyphs& glyphs) {
    return glyphs.front().c != U'本' &&
           std::any_of(glyphs.begin(), glyphs.end(),
                       [](const Glyph& glyph) { return is_any_of(glyph.c, U"、。"); });
  }

  // The names up to the full stop; without one the list may go on.
  void add_list(const FactPlace& at, const Opening& opening, const Glyphs& glyphs) {
    const bool stops = std::any_of(glyphs.begin(), glyphs.end(), [&](const Glyph& glyph) {
      return glyph.begin >= opening.names_begin && glyph.c == U'。';
    });
    add_names(at, opening.label, opening.names_begin, glyphs.back().end);
    const bool goes_on = opening.is_sentence || is_any_of(glyphs.back().c, U"、,;");
    open_ = !stops && goes_on ? std::optional(opening) : std::nullopt;
  }

  void add_names(const FactPlace& at, std::size_t label, std::size_t begin, std::size_t end) {
    for (const auto& [from, to] : names_in(at.page, begin, end)) {
      if (facts_.size() == kMostFacts) return;
      TypedValue value{
          squeeze(std::string_view(at.page.text).substr(from, to - from)), {}, "", 0, 0};
      if (to - from > kLongestName) value.doubt = "unparsed";
      Fact fact = fact_at(at, from, to, std::move(value));
      fact.details.emplace_back("position", std::to_string(++position_));
      fact.details.emplace_back("label", labels_[label]);
      facts_.push_back(std::move(fact));
    }
  }

  const Dossier& dossier_;
  const Part& part_;
  const FactSpec& spec_;
  std::vector<std::string_view> labels_;
  LabelBook exact_, recognised_;
  std::vector<Fact> facts_;
  std::size_t position_ = 0;
  std::optional<Opening> open_;  // of a list that has not ended so far
};

}  // namespace

std::vector<Fact> find_names(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  return NamesReader(dossier, part, spec).run();
}

}  // namespace biaoshen
