#include "templates/html/html_writer.h"

#include "pipeline/model/input_digest.h"
#include "templates/html/decide_form.h"
#include "templates/html/decision_marks.h"
#include "templates/html/html_data.h"
#include "templates/html/page_template.h"
#include "templates/html/revision_marks.h"

namespace biaoshen {

Result<std::string> write_html(const Review& review, const Presentation& presentation) {
  kainjow::mustache::data data = html_data(view_of(review, presentation), review.crops);
  data["css"] =
      kainjow::mustache::data(template_file("dossier.css") + template_file("evidence.css") +
                              template_file("decisions.css") + template_file("revision.css"));
  add_decide_form(data, review);
  const auto page = render_template("dossier.mustache", std::move(data), presentation);
  if (!page) return page;
  const auto decided = with_decisions(
      *page, {review.decisions, review.findings, input_sha256(review.dossier)}, presentation);
  if (!decided) return decided;
  return with_revision(*decided, {review.revision, review.earlier, review.findings}, presentation);
}

}  // namespace biaoshen
