#include "templates/html/page_template.h"

#include <algorithm>

#include "embedded/html_files.h"
#include "pipeline/base/text.h"
#include "templates/shown_text.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

constexpr std::string_view kTemplate = ".mustache";

std::string_view name_of_file(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// Puts each {{> name}} in place once, so that a page is parsed once and not at every use.
// Parts may hold parts, four deep.
std::string whole_template(std::string_view name) {
  std::string out = template_file(name);
  for (int depth = 0; depth < 4; ++depth) {
    for (const embedded::File& file : embedded::html_files()) {
      if (!file.path.ends_with(kTemplate)) continue;
      std::string_view part = name_of_file(file.path);
      part.remove_suffix(kTemplate.size());
      out = replace_all(std::move(out), "{{> " + std::string(part) + "}}", file.content);
    }
  }
  return out;
}

void add_words(kainjow::mustache::data& data, Language language) {
  for (const Phrase& row : phrases()) {
    std::string name = "w-" + std::string(row.key);
    std::ranges::replace(name, '.', '-');  // a dot would mean a member in a template
    data[name] = kainjow::mustache::data(word(row.key, language));
  }
}

}  // namespace

std::string template_file(std::string_view name) {
  for (const embedded::File& file : embedded::html_files())
    if (name_of_file(file.path) == name) return std::string(file.content);
  return {};
}

Result<std::string> render_template(std::string_view file, kainjow::mustache::data data,
                                    const Presentation& presentation) {
  add_words(data, presentation.language);
  kainjow::mustache::mustache page(whole_template(file));
  page.set_custom_escape(
      [&](const std::string& text) { return html_text(text, presentation.personal_data); });
  std::string out = page.is_valid() ? page.render(data) : std::string();
  if (!page.is_valid())
    return fail(ErrorCode::internal, std::string(file) + ": template: " + page.error_message());
  return out;
}

}  // namespace biaoshen
