#include "templates/html/decide_form.h"

#include <algorithm>

#include "pipeline/base/sha256.h"
#include "pipeline/model/input_digest.h"
#include "templates/html/page_template.h"

namespace biaoshen {

void add_decide_form(kainjow::mustache::data& page, const Review& review) {
  using kainjow::mustache::data;
  const std::string script = template_file("decisions.js");
  page["has_to_decide"] = std::ranges::any_of(review.findings, needs_decision);
  page["dossier_name"] = data(review.dossier.name);
  page["input_sha256"] = data(input_sha256(review.dossier));
  page["revision"] = data(std::to_string(review.revision));
  page["script"] = data(script);
  page["script_sha256"] = data(sha256_base64(script));
}

}  // namespace biaoshen
