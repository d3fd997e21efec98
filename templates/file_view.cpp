// Materials and files in words: which pages serve as what and why, what was read of them, what
// is the matter with them.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "templates/problem_wording.h"
#include "templates/shown_text.h"
#include "templates/view_parts.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestReason = 160;
constexpr std::size_t kListedProblems = 40;  // kinds of one file
constexpr std::size_t kListedCopies = 12;

struct PageCounts {
  std::array<std::size_t, 5> by_source{};

  void add(const Document& document) {
    for (const Page& page : document.pages) ++by_source[static_cast<std::size_t>(page.source)];
  }
  std::size_t of(Source source) const { return by_source[static_cast<std::size_t>(source)]; }
  std::size_t recognised() const { return of(Source::ocr) + of(Source::mixed); }
  std::size_t all() const {
    std::size_t sum = 0;
    for (const std::size_t count : by_source) sum += count;
    return sum;
  }
};

std::string sum_in_words(const ViewSource& source, const PageCounts& counts) {
  return source.in_words("pages.all", {{"all", std::to_string(counts.all())},
                                       {"text", std::to_string(counts.of(Source::text))},
                                       {"ocr", std::to_string(counts.recognised())},
                                       {"blank", std::to_string(counts.of(Source::blank))},
                                       {"failed", std::to_string(counts.of(Source::failed))}});
}

// A package has no pages; it says how many files were found in it.
std::string pages_in_words(const ViewSource& source, const File& file) {
  PageCounts counts;
  counts.add(file.document);
  const auto held = std::ranges::count(source.review.dossier.files, file.path, &File::container);
  if (counts.all() == 0 && held > 0)
    return source.in_words("pages.held", {{"count", std::to_string(held)}});
  if (counts.all() == 0) return source.in_words("pages.none");
  if (counts.all() == counts.of(Source::text))
    return source.in_words("pages.plain", {{"all", std::to_string(counts.all())}});
  return sum_in_words(source, counts);
}

std::string span_in_words(const ViewSource& source, const Part& part) {
  const bool is_one = part.first_page == part.last_page;
  const std::string pages =
      std::to_string(part.first_page) + (is_one ? "" : "–" + std::to_string(part.last_page));
  return source.in_words(is_one ? "page" : "pages", {{"pages", pages}});
}

// A module may declare a material that not every programme asks for: its rule says so.
bool is_asked_for(const ViewSource& source, const Material& material) {
  return source.review.is_application && material.required &&
         source.review.profile.rule("material." + material.id) != nullptr;
}

MaterialView material_view(const ViewSource& source, const std::string& id, bool is_required) {
  MaterialView out;
  out.title = source.material_title(id);
  if (id != "other")
    out.requirement = source.in_words(is_required ? "material.required" : "material.optional");
  const Dossier& dossier = source.review.dossier;
  for (const Part& part : dossier.parts) {
    if (part.material != id || part.file >= dossier.files.size()) continue;
    out.parts.push_back({source.link(dossier.files[part.file].id), span_in_words(source, part),
                         source.brief(reason_in_words(source, part.reason), kLongestReason)});
  }
  if (!out.parts.empty()) return out;
  const bool is_sure = std::ranges::all_of(dossier.files, is_read_in_full);
  out.absence = source.in_words(is_sure ? "material.absent" : "material.absent-unsure");
  out.is_loud = is_required;
  return out;
}

// Short lists only; the same wording for a range of pages.
std::string where_in_words(const ViewSource& source, const std::set<std::uint32_t>& pages) {
  const std::vector<std::uint32_t> sorted(pages.upper_bound(0), pages.end());
  if (sorted.empty()) return {};
  return source.in_words(sorted.size() == 1 ? "page" : "pages",
                         {{"pages", ranges(sorted, source.language)}});
}

// Files by their contents; those that were not read have none.
using Copies = std::map<std::string_view, std::vector<const File*>>;

Copies copies_in(const Dossier& dossier) {
  Copies out;
  for (const File& file : dossier.files)
    if (!file.sha256.empty()) out[file.sha256].push_back(&file);
  return out;
}

FileView file_view(const ViewSource& source, const File& file, const Copies& copies) {
  FileView out;
  out.file = source.link(file.id);
  out.format = source.brief(file.document.format, kLongestLine);
  std::ranges::transform(out.format, out.format.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  out.size = size_in_words(file.bytes);
  out.pages = pages_in_words(source, file);
  out.status_mark = name_of(file.document.status);
  out.status = source.in_words("file.status." + out.status_mark);
  out.sha256 = file.sha256;
  std::vector<Problem> problems = file.document.problems;
  if (const auto same = copies.find(file.sha256); same != copies.end()) {
    for (const File* other : same->second)
      if (other != &file && out.same.size() < kListedCopies)
        out.same.push_back(source.link(other->id));
    std::erase_if(problems, [](const Problem& one) { return one.kind == "duplicate"; });
  }
  out.problems = problem_views(source, problems);
  out.is_in_order = is_read_in_full(file) && out.problems.empty() && out.same.empty();
  return out;
}

// The last page of a problem of several pages: page 3 with the detail 3–9.
std::optional<std::uint32_t> last_page(const Problem& problem) {
  const std::string first = std::to_string(problem.page) + "–";
  if (problem.page == 0 || !problem.detail.starts_with(first)) return std::nullopt;
  std::uint32_t last = 0;
  const char* end = problem.detail.data() + problem.detail.size();
  const auto parsed = std::from_chars(problem.detail.data() + first.size(), end, last);
  const bool is_range = parsed.ptr == end && last > problem.page && last - problem.page < 10000;
  return is_range ? std::optional(last) : std::nullopt;
}

}  // namespace

bool is_read_in_full(const File& file) {
  const Document& document = file.document;
  if (document.status == FileStatus::ignored) return true;
  return document.status == FileStatus::read &&
         std::ranges::none_of(document.pages,
                              [](const Page& page) { return page.source == Source::failed; });
}

std::vector<ProblemView> problem_views(const ViewSource& source,
                                       const std::vector<Problem>& problems) {
  struct Group {
    Problem problem;
    std::set<std::uint32_t> pages;
  };
  std::vector<Group> groups;
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (Problem problem : problems) {
    const std::uint32_t last = last_page(problem).value_or(problem.page);
    if (last > problem.page) problem.detail.clear();
    const auto [row, is_new] = known.try_emplace({problem.kind, problem.detail}, groups.size());
    if (is_new) groups.push_back({problem, {}});
    for (std::uint32_t page = problem.page; page <= last; ++page)
      groups[row->second].pages.insert(page);
  }
  if (groups.size() > kListedProblems) groups.resize(kListedProblems);
  std::vector<ProblemView> out;
  for (const Group& group : groups)
    out.push_back({source.brief(problem_in_words(group.problem, source.language), kLongestLine),
                   remedy_in_words(group.problem, source.language),
                   where_in_words(source, group.pages)});
  return out;
}

std::vector<MaterialView> material_views(const ViewSource& source) {
  std::vector<MaterialView> out;
  for (const Material& material : source.review.profile.materials)
    if (material.id != "other")
      out.push_back(material_view(source, material.id, is_asked_for(source, material)));
  MaterialView other = material_view(source, "other", false);
  if (!other.parts.empty()) out.push_back(std::move(other));
  return out;
}

std::vector<FileView> file_views(const ViewSource& source) {
  std::vector<FileView> out;
  const Copies copies = copies_in(source.review.dossier);
  for (const File& file : source.review.dossier.files)
    if (file.document.status != FileStatus::ignored) out.push_back(file_view(source, file, copies));
  return out;
}

std::string page_sum(const ViewSource& source) {
  PageCounts counts;
  for (const File& file : source.review.dossier.files) counts.add(file.document);
  return source.in_words("files.sum", {{"files", std::to_string(source.reviewed_files())},
                                       {"pages", sum_in_words(source, counts)}});
}

}  // namespace biaoshen
