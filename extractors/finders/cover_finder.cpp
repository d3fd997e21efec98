#include "extractors/finders/cover_finder.h"

#include "extractors/finders/draft_marks.h"
#include "extractors/finders/finder_fact.h"
#include "extractors/finders/quote.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// Makes facts of one cover, all of the same name and material.
class FactMaker {
 public:
  FactMaker(const File& file, const Page& page, const Part& part, const FactSpec& spec,
            const StandardCover& cover)
      : file_(file), page_(page), part_(part), spec_(spec), cover_(cover) {}

  std::vector<Fact> numbers(const std::vector<CoverNumber>& numbers) const {
    std::vector<Fact> facts;
    for (const CoverNumber& one : numbers) {
      facts.push_back(made({one.number.display, one.number, one.number.doubt}, one.span));
    }
    return facts;
  }

  std::vector<Fact> dates(const std::vector<CoverDate>& dates) const {
    std::vector<Fact> facts;
    for (const CoverDate& one : dates) {
      const std::string print = page_.text.substr(one.span.begin, one.span.end - one.span.begin);
      TypedValue value{one.value ? to_string(*one.value) : print, {}, one.doubt};
      if (one.value) value.typed = *one.value;
      if (one.value && one.doubt == "relative" && cover_.published.size() == 1 &&
          cover_.published[0].value)
        value.details.emplace_back("from", to_string(*cover_.published[0].value));
      facts.push_back(made(std::move(value), one.span));
    }
    return facts;
  }

  std::vector<Fact> texts(const std::vector<CoverText>& texts) const {
    std::vector<Fact> facts;
    for (const CoverText& one : texts) facts.push_back(made({one.value, {}, ""}, one.span));
    return facts;
  }

 private:
  Fact made(TypedValue value, Span span) const {
    const FactPlace at{file_, part_, page_, spec_, year_of_publication(cover_)};
    if (value.doubt.empty() && !cover_.is_printed) value.doubt = "no-cover";
    return fact_at(at, span.begin, span.end, std::move(value));
  }

  const File& file_;
  const Page& page_;
  const Part& part_;
  const FactSpec& spec_;
  const StandardCover& cover_;
};

}  // namespace

std::vector<Fact> facts_of_cover(const File& file, const Part& part, const FactSpec& spec,
                                 const StandardCover& cover, std::string_view name) {
  for (const Page& page : file.document.pages) {
    if (page.number != cover.page) continue;
    const FactMaker make(file, page, part, spec, cover);
    if (name == "number") return make.numbers(cover.numbers);
    if (name == "replaced") return make.numbers(cover.replaced);
    if (name == "published") return make.dates(cover.published);
    if (name == "implemented") return make.dates(cover.implemented);
    if (name == "title") return make.texts(cover.titles);
    if (name == "title-en") return make.texts(cover.titles_en);
    if (name == "issuer") return make.texts(cover.issuers);
    if (name == "ics") return make.texts(cover.ics);
    if (name == "ccs") return make.texts(cover.ccs);
    if (name == "draft") return make.texts(cover.draft_marks);
  }
  return {};
}

std::vector<Fact> find_cover(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const File& file = file_of(dossier, part);
  const auto cover = find_standard_cover(file.document, part.first_page, part.last_page);
  const auto field = spec.parameters.find("field");
  if (!cover || field == spec.parameters.end()) return {};
  std::vector<Fact> facts = facts_of_cover(file, part, spec, *cover, field->second);
  if (facts.empty() && field->second == "draft")
    if (const auto mark = running_draft_mark(file.document, cover->page, part.last_page)) {
      const FactPlace at{file, part, *mark->page, spec, {}};
      const Span span = mark->span;
      const std::string print = mark->page->text.substr(span.begin, span.end - span.begin);
      facts.push_back(fact_at(at, span.begin, span.end, {squeeze(print), {}, ""}));
    }
  return facts;
}

}  // namespace biaoshen
