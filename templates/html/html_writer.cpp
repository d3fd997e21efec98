#include "templates/html/html_writer.h"

#include "embedded/html_files.h"
#include "pipeline/base/text.h"
#include "templates/html/html_data.h"
#include "templates/shown_text.h"

namespace biaoshen {
namespace {

constexpr std::string_view kFolder = "templates/html/";
constexpr std::string_view kTemplate = ".mustache";

std::string file_text(const std::string& name) {
  for (const embedded::File& file : embedded::html_files())
    if (file.path == std::string(kFolder) + name) return std::string(file.content);
  return {};
}

// Puts each {{> name}} in place once, so that the page is parsed once and not at every use.
// Parts may hold parts, three deep.
std::string whole_template() {
  std::string out = file_text("dossier.mustache");
  for (int depth = 0; depth < 3; ++depth) {
    for (const embedded::File& file : embedded::html_files()) {
      if (!file.path.ends_with(kTemplate)) continue;
      const std::string_view name =
          file.path.substr(kFolder.size(), file.path.size() - kFolder.size() - kTemplate.size());
      out = replace_all(std::move(out), "{{> " + std::string(name) + "}}", file.content);
    }
  }
  return out;
}

}  // namespace

Result<std::string> write_html(const Review& review, Language language) {
  kainjow::mustache::data data = html_data(view_of(review, language), review.crops);
  data["css"] = kainjow::mustache::data(file_text("dossier.css"));
  kainjow::mustache::mustache page(whole_template());
  if (!page.is_valid())
    return fail(ErrorCode::internal, "dossier.html: template: " + page.error_message());
  page.set_custom_escape([](const std::string& text) { return html_text(text); });
  std::string out = page.render(data);
  if (!page.is_valid())
    return fail(ErrorCode::internal, "dossier.html: template: " + page.error_message());
  return out;
}

}  // namespace biaoshen
