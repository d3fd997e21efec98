// Is a material in the dossier? It fails only where everything was read and the
// material was not among it. A material known by nothing but the name of a file
// that could not be read is not there yet, and not missing either.
//
// Two materials ask for more: the standard must not be a draft (parameter
// `draft`), the platform's page must be the detail page (parameter `view`).
//
// Tested by tests/checkers/material_test.cpp.
#include <algorithm>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"

namespace biaoshen {
namespace {

using Parts = std::vector<const Part*>;

Parts parts_of(const Dossier& dossier, std::string_view material) {
  Parts found;
  for (const Part& part : dossier.parts) {
    if (part.material == material) found.push_back(&part);
  }
  return found;
}

// Some of its pages gave words; where only the name speaks for it, all of them must have.
bool was_seen(const Dossier& dossier, const Part& part) {
  const Document& document = dossier.files[part.file].document;
  if (part.known_by_name_only && !gaps_in(dossier, part, Pictures::cannot_hold_it).empty())
    return false;
  if (document.status != FileStatus::read && document.status != FileStatus::partial) return false;
  for (const Page& page : document.pages) {
    const bool inside = part.first_page <= page.number && page.number <= part.last_page;
    if (inside && page.source != Source::failed && !page.lines.empty()) return true;
  }
  return false;
}

bool is_in(const Dossier& dossier, const Part& part, const Quote& quote) {
  return dossier.files[part.file].id == quote.file && part.first_page <= quote.page &&
         quote.page <= part.last_page;
}

Readings draft_marks(const CheckInput& input, const Check& check, const Part& part) {
  Readings marks;
  const std::string_view name = parameter(check, "draft");
  for (const Fact& fact : input.facts) {
    if (!name.empty() && fact.name == name && is_in(input.dossier, part, fact.quote)) {
      marks.push_back(&fact);
    }
  }
  return marks;
}

std::string paths(const Dossier& dossier, const Parts& parts) {
  std::string out;
  for (const Part* part : parts) {
    const std::string& path = dossier.files[part->file].path;
    if (out.find(path) == std::string::npos) out += (out.empty() ? "" : "、") + path;
  }
  return out;
}

Outcome absent(const CheckInput& input, const Check& check, const Parts& unseen) {
  const std::string_view id = parameter(check, "material");
  const Material* material = input.profile.material(id);
  const Pictures pictures = pictures_for(input.profile, id);
  const auto missed = gaps(input.dossier, pictures);
  Outcome outcome;
  const std::string sought = material == nullptr ? std::string(id) : material->title.zh;
  outcome.evidence.emplace_back(search_in(input.dossier, sought, pictures));
  if (!unseen.empty()) {
    const std::string names = paths(input.dossier, unseen);
    outcome.reason = {"仅从文件名看可能是 " + names + "，其内容未能读取",
                      "only the name of " + names + " speaks for it; its content was not read"};
    for (const Part* part : unseen)
      outcome.evidence.emplace_back(quote_of_part(input.dossier, *part));
  } else if (!missed.empty()) {
    const Wording where = describe(input.dossier, missed);
    outcome.reason = {"未找到，但有内容未能读取：" + where.zh,
                      "it was not found, but this could not be read: " + where.en};
  } else {
    outcome.status = Status::fail;
    outcome.reason = {"全部文件均已读取，未找到", "every file was read, and it was not found"};
  }
  return outcome;
}

Outcome present(const CheckInput& input, const Parts& parts) {
  Outcome outcome;
  outcome.status = Status::pass;
  outcome.arguments["files"] = paths(input.dossier, parts);
  for (const Part* part : parts) outcome.evidence.emplace_back(quote_of_part(input.dossier, *part));
  return outcome;
}

// Only drafts are there.
Outcome is_draft(const CheckInput& input, const Readings& marks) {
  const Readings sure = [&] {
    Readings kept;
    for (const Fact* mark : marks) {
      if (is_firm(*mark) || mark->doubt == "placeholder") kept.push_back(mark);
    }
    return kept;
  }();
  if (sure.empty()) return only_doubtful(input, marks);
  Outcome outcome = with_quotes(Status::fail, sure);
  outcome.reason = {"所附文本不是发布稿：", "the text handed in is not the published one: "};
  constexpr std::size_t kMostTold = 6;
  for (std::size_t i = 0; i < sure.size() && i < kMostTold; ++i) {
    const std::string mark = cut_text(sure[i]->quote.text);
    const Wording where = where_of(input.dossier, sure[i]->quote);
    append(outcome.reason, {(i == 0 ? "“" : "、“") + mark + "”（" + where.zh + "）",
                            (i == 0 ? "“" : ", “") + mark + "” (" + where.en + ")"});
  }
  return outcome;
}

// Pages of another platform do not count; where it is not known whose page it is, it does.
bool is_wanted_platform(const Check& check, const Fact& view) {
  const std::string_view wanted = parameter(check, "platform");
  const std::string* platform = view.detail("platform");
  return wanted.empty() || platform == nullptr || *platform == wanted;
}

Wording other_page(const Readings& views, const Readings& details) {
  if (views.empty())
    return {"；已有页面不能确认是详情页", "; a page that is there could not be confirmed"};
  const bool foreign = std::any_of(views.begin(), views.end(),
                                   [](const Fact* view) { return view->value == "detail"; });
  if (foreign && details.empty()) {
    return {"；已有的是其他平台的页面", "; what is there is a page of another platform"};
  }
  return {"；已有的是列表页，不是标准详情页",
          "; what is there is a list, not the page of the standard"};
}

Outcome judge_view(const CheckInput& input, const Check& check, const Parts& parts) {
  const Readings views = readings_of(input, parameter(check, "view"));
  Readings details;
  for (const Fact* view : views) {
    if (view->value == "detail" && is_wanted_platform(check, *view)) details.push_back(view);
  }
  if (!firm(details).empty()) return present(input, parts);
  if (!details.empty()) return only_doubtful(input, details);
  Outcome outcome = absent(input, check, {});
  add_quotes(outcome.evidence, views);
  if (views.empty()) outcome.status = Status::review;
  append(outcome.reason, other_page(views, details));
  return outcome;
}

}  // namespace

Outcome material_present(const CheckInput& input, const Check& check) {
  Parts seen, unseen, clean;
  Readings marks;
  for (const Part* part : parts_of(input.dossier, parameter(check, "material"))) {
    (was_seen(input.dossier, *part) ? seen : unseen).push_back(part);
  }
  if (seen.empty()) return absent(input, check, unseen);
  if (!parameter(check, "view").empty()) return judge_view(input, check, seen);
  for (const Part* part : seen) {
    const Readings of_part = draft_marks(input, check, *part);
    if (of_part.empty()) clean.push_back(part);
    marks.insert(marks.end(), of_part.begin(), of_part.end());
  }
  return clean.empty() ? is_draft(input, marks) : present(input, clean);
}

}  // namespace biaoshen
