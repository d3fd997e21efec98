#include "extractors/finders/cover_finder.h"

#include "extractors/finders/quote.h"
#include "extractors/finders/standard_cover.h"

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
      Fact fact = made(one.number.display, one.span, one.number.doubt);
      fact.typed = one.number;
      facts.push_back(std::move(fact));
    }
    return facts;
  }

  std::vector<Fact> dates(const std::vector<CoverDate>& dates) const {
    std::vector<Fact> facts;
    for (const CoverDate& one : dates) {
      const std::string print = page_.text.substr(one.span.begin, one.span.end - one.span.begin);
      Fact fact = made(one.value ? to_string(*one.value) : print, one.span, one.doubt);
      if (one.value) fact.typed = *one.value;
      facts.push_back(std::move(fact));
    }
    return facts;
  }

  std::vector<Fact> texts(const std::vector<CoverText>& texts) const {
    std::vector<Fact> facts;
    for (const CoverText& one : texts) facts.push_back(made(one.value, one.span, ""));
    return facts;
  }

 private:
  Fact made(std::string value, Span span, std::string doubt) const {
    Fact fact;
    fact.name = spec_.name;
    fact.value = std::move(value);
    fact.material = part_.material;
    fact.quote = quote_of(file_, page_, span.begin, span.end);
    fact.doubt = doubt_of(page_, span.begin, span.end);
    if (fact.doubt.empty()) fact.doubt = std::move(doubt);
    if (fact.doubt.empty() && !cover_.is_printed) fact.doubt = "no-cover";
    return fact;
  }

  const File& file_;
  const Page& page_;
  const Part& part_;
  const FactSpec& spec_;
  const StandardCover& cover_;
};

}  // namespace

std::vector<Fact> find_cover(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const File& file = file_of(dossier, part);
  const auto cover = find_standard_cover(file.document, part.first_page, part.last_page);
  const auto field = spec.parameters.find("field");
  if (!cover || field == spec.parameters.end()) return {};
  for (const Page& page : file.document.pages) {
    if (page.number != cover->page) continue;
    const FactMaker make(file, page, part, spec, *cover);
    const std::string& name = field->second;
    if (name == "number") return make.numbers(cover->numbers);
    if (name == "replaced") return make.numbers(cover->replaced);
    if (name == "published") return make.dates(cover->published);
    if (name == "implemented") return make.dates(cover->implemented);
    if (name == "title") return make.texts(cover->titles);
    if (name == "title-en") return make.texts(cover->titles_en);
    if (name == "issuer") return make.texts(cover->issuers);
    if (name == "ics") return make.texts(cover->ics);
    if (name == "ccs") return make.texts(cover->ccs);
    if (name == "draft") return make.texts(cover->draft_marks);
  }
  return {};
}

}  // namespace biaoshen
