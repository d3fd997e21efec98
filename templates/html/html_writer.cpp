#include "templates/html/html_writer.h"

#include "templates/html/html_data.h"
#include "templates/html/page_template.h"

namespace biaoshen {

Result<std::string> write_html(const Review& review, Language language) {
  kainjow::mustache::data data = html_data(view_of(review, language), review.crops);
  data["css"] = kainjow::mustache::data(template_file("dossier.css"));
  return render_template("dossier.mustache", std::move(data), language);
}

}  // namespace biaoshen
