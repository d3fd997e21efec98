#include "templates/casebook/casebook_writer.h"

#include <algorithm>

#include "embedded/casebook_files.h"
#include "templates/casebook/case_data.h"
#include "templates/docx/docx_package.h"
#include "templates/html/page_template.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

std::string casebook_file(std::string_view name) {
  for (const embedded::File& file : embedded::casebook_files())
    if (file.path.ends_with("/" + std::string(name))) return std::string(file.content);
  return {};
}

std::vector<std::string> programme_titles(const std::vector<Case>& cases) {
  std::vector<std::string> titles;
  for (const Case& one : cases)
    if (std::ranges::find(titles, one.record.programme_title) == titles.end())
      titles.push_back(one.record.programme_title);
  return titles;
}

data named(const char* name, const std::string& value) {
  data out;
  out[name] = value;
  return out;
}

// What the editors should know before they go on.
data notes(std::size_t count, Language language) {
  if (count == 0) return data(list{named("note", word("casebook.none", language))});
  return data(list{
      named("note", phrase("casebook.about.chosen", language, {{"count", std::to_string(count)}})),
      named("note", word("casebook.about.quoted", language)),
      named("note", word("casebook.about.missing", language)),
      named("note", word("casebook.about.contents", language))});
}

data document_data(const std::vector<Case>& cases, const Presentation& presentation) {
  list programmes, contents, sections;
  for (const std::string& title : programme_titles(cases))
    programmes.push_back(named("programme", title));
  for (std::size_t i = 0; i < cases.size(); ++i) {
    sections.push_back(case_data(cases[i], i + 1, presentation));
    data line = sections.back();
    line["first"] = i == 0;
    line["last"] = i + 1 == cases.size();
    contents.push_back(line);
  }
  data out;
  out["programmes"] = data(programmes);
  out["notes"] = notes(cases.size(), presentation.language);
  out["has_cases"] = !cases.empty();
  out["contents"] = data(contents);
  out["cases"] = data(sections);
  return out;
}

// The running title names the programme where there is only one.
data title_data(const std::vector<Case>& cases, Language language) {
  const auto titles = programme_titles(cases);
  return named("running", titles.size() == 1
                              ? phrase("casebook.running", language, {{"programme", titles[0]}})
                              : word("casebook.title", language));
}

}  // namespace

Result<std::string> write_casebook(const std::vector<Case>& cases,
                                   const Presentation& presentation) {
  auto document = render_template("casebook_document.mustache", document_data(cases, presentation),
                                  presentation);
  if (!document) return document;
  const data title = title_data(cases, presentation.language);
  auto header = render_template("casebook_header.mustache", title, presentation);
  if (!header) return header;
  auto core = render_template("casebook_core.mustache", title, presentation);
  if (!core) return core;
  return docx_of({{"[Content_Types].xml", casebook_file("casebook_types.xml")},
                  {"_rels/.rels", casebook_file("casebook_package.rels")},
                  {"docProps/core.xml", std::move(*core)},
                  {"word/_rels/document.xml.rels", casebook_file("casebook_document.rels")},
                  {"word/document.xml", std::move(*document)},
                  {"word/footer1.xml", casebook_file("casebook_footer.xml")},
                  {"word/header1.xml", std::move(*header)},
                  {"word/settings.xml", casebook_file("casebook_settings.xml")},
                  {"word/styles.xml", casebook_file("casebook_styles.xml")}});
}

}  // namespace biaoshen
