#include "templates/json/json_writer.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

// 91 and not 91.0: readers of the file compare numbers as they were printed.
Json number(double value) {
  if (!std::isfinite(value)) return nullptr;
  if (std::trunc(value) == value && std::abs(value) < 1e15) return std::llround(value);
  return value;
}

// A tenth of a point is finer than any printer. Boxes come from a process that is not trusted.
Json tenths(float points) {
  if (!std::isfinite(points) || std::abs(points) > 1e7F) return 0;
  return number(static_cast<double>(std::llround(static_cast<double>(points) * 10)) / 10.0);
}

Json json_of(const Quote& quote) {
  Json out{{"file", quote.file}};
  if (quote.page > 0) out["page"] = quote.page;
  if (const auto* on_page = std::get_if<OnPage>(&quote.place)) {
    const Box& box = on_page->box;
    out["box"] = {tenths(box.left), tenths(box.top), tenths(box.right), tenths(box.bottom)};
  }
  if (const auto* in = std::get_if<InImage>(&quote.place)) {
    const Box& box = in->box;
    out["picture"] = in->image == 0 ? 0 : in->image - 1;
    out["box"] = {tenths(box.left), tenths(box.top), tenths(box.right), tenths(box.bottom)};
  }
  if (const auto* flow = std::get_if<InFlow>(&quote.place)) out["paragraph"] = flow->paragraph;
  if (!quote.cell.empty()) out["cell"] = quote.cell;
  out["quote"] = quote.text;
  out["origin"] = name_of(quote.origin);
  out["confidence"] = number(quote.confidence / 100.0);
  if (!quote.image.empty()) out["image"] = quote.image;
  return out;
}

Json json_of(const Search& search) {
  return {{"sought", search.sought}, {"files", search.files}, {"complete", search.complete}};
}

Json json_of(const Evidence& evidence) {
  return std::visit([](const auto& one) { return json_of(one); }, evidence);
}

Json json_of(const Problem& problem) {
  return {{"kind", problem.kind},
          {"page", problem.page == 0 ? Json(nullptr) : Json(problem.page)},
          {"detail", problem.detail}};
}

Json json_of(const Citation& cite) {
  return {{"instrument", cite.instrument}, {"clause", cite.clause}, {"quote", cite.quote}};
}

// Written below; declared here so that list_of sees every overload.
Json json_of(const MatrixReading& reading);
Json json_of(const MatrixRow& row);

template <typename T>
Json list_of(const std::vector<T>& rows) {
  Json out = Json::array();
  for (const T& row : rows) out.push_back(json_of(row));
  return out;
}

Json json_of(const Subject& subject) {
  return {{"number", or_null(subject.number)},
          {"key", or_null(subject.key)},
          {"title", or_null(subject.title)},
          {"organization", or_null(subject.organization)},
          {"uscc", or_null(subject.uscc)},
          {"published", or_null(subject.published)},
          {"implemented", or_null(subject.implemented)},
          {"self_score", subject.self_score ? number(*subject.self_score) : Json(nullptr)}};
}

// How many pages came to be known in which way; the sum is `pages`.
Json sources_of(const Document& document) {
  Json out = Json::object();
  for (const Source source :
       {Source::text, Source::ocr, Source::mixed, Source::blank, Source::failed})
    out[std::string(name_of(source))] = 0;
  for (const Page& page : document.pages) {
    Json& count = out[std::string(name_of(page.source))];
    count = count.get<int>() + 1;
  }
  return out;
}

Json files_of(const Dossier& dossier) {
  std::vector<Json> parts(dossier.files.size(), Json::array());
  for (const Part& part : dossier.parts) {
    if (part.file >= parts.size()) continue;
    parts[part.file].push_back({{"material", part.material},
                                {"pages", {part.first_page, part.last_page}},
                                {"reason", part.reason}});
  }
  Json out = Json::array();
  for (std::size_t i = 0; i < dossier.files.size(); ++i) {
    const File& file = dossier.files[i];
    const Document& document = file.document;
    out.push_back({{"id", file.id},
                   {"path", file.path},
                   {"sha256", file.sha256},
                   {"bytes", file.bytes},
                   {"format", document.format},
                   {"pages", document.pages.size()},
                   {"page_sources", sources_of(document)},
                   {"status", name_of(document.status)},
                   {"problems", list_of(document.problems)},
                   {"parts", std::move(parts[i])}});
  }
  return out;
}

Json json_of(const MatrixReading& reading) {
  Json out{{"material", reading.material},
           {"value", reading.value},
           {"evidence", json_of(reading.evidence)}};
  if (!reading.doubt.empty()) out["doubt"] = reading.doubt;
  if (!reading.second.empty()) out["second"] = reading.second;
  return out;
}

Json json_of(const MatrixRow& row) {
  return {{"field", row.field}, {"agrees", row.agrees}, {"readings", list_of(row.readings)}};
}

Json json_of(const Finding& finding, Language language) {
  return {{"rule", finding.rule},
          {"status", name_of(finding.status)},
          {"level", name_of(finding.level)},
          {"message", finding.message.in(language)},
          {"remedy", finding.remedy.in(language)},
          {"cites", list_of(finding.cites)},
          {"evidence", list_of(finding.evidence)}};
}

}  // namespace

Result<std::string> write_json(const Review& review, Language language) {
  const Profile& profile = review.profile;
  Json out{{"schema", "biaoshen/dossier/1"}};
  out["tool"] = {
      {"name", "biaoshen"}, {"version", review.tool_version}, {"engines", review.reading_engines}};
  out["programme"] = {{"id", profile.id},
                      {"version", profile.version},
                      {"title", profile.title.in(language)},
                      {"sha256", profile.sha256}};
  out["name"] = review.dossier.name;
  out["as_of"] = to_string(review.as_of);
  out["revision"] = review.revision;
  out["verdict"] = name_of(review.verdict);
  out["subject"] = json_of(review.subject);
  out["files"] = files_of(review.dossier);
  out["problems"] = list_of(review.dossier.problems);
  out["matrix"] = list_of(review.matrix);
  out["findings"] = Json::array();
  for (const Finding& finding : review.findings)
    out["findings"].push_back(json_of(finding, language));
  // An applicant's "<script>" stays harmless even where someone pastes this file into a page.
  return replace_all(out.dump(2, ' ', false, Json::error_handler_t::replace), "<", "\\u003c") +
         "\n";
}

}  // namespace biaoshen
