#include "pipeline/stages/classify.h"

#include <algorithm>
#include <map>

#include "pipeline/base/text.h"
#include "pipeline/stages/page_heading.h"

namespace biaoshen {
namespace {

constexpr int kEnough = 5;          // sum of cues from which contents decide
constexpr int kEnoughToBegin = 4;   // heading cues of a page that begins another material
constexpr std::size_t kExtra = 60;  // bytes a title may have besides the cue's phrase
constexpr std::string_view kOther = "other";

// A profile's cue with its phrase as it is compared.
struct KnownCue {
  const Cue* cue;
  std::string phrase;  // bare; of a structure its name
};
struct KnownMaterial {
  const Material* material;
  std::vector<KnownCue> cues;
};

std::vector<KnownMaterial> known_materials(const Profile& profile) {
  std::vector<KnownMaterial> known;
  for (const Material& material : profile.materials) {
    KnownMaterial one{&material, {}};
    for (const Cue& cue : material.cues)
      one.cues.push_back(
          {&cue, cue.where == Cue::Where::structure ? cue.phrase : bare(cue.phrase)});
    known.push_back(std::move(one));
  }
  return known;
}

// What a file shows on one page, computed once; the text itself is not kept.
struct PageView {
  const Page* page;
  std::vector<HeadingLine> heading;
  std::vector<const KnownCue*> said;         // body cues that stand on it, sorted
  std::vector<std::string_view> structures;  // names of those that are on it
};

std::vector<PageView> views_of(const Document& document, const std::vector<KnownMaterial>& known,
                               std::span<const StructureRow> structures) {
  std::vector<PageView> views;
  for (const Page& page : document.pages) {
    PageView view{&page, heading_lines(page), {}, {}};
    const std::string body = bare(page.text);
    for (const KnownMaterial& material : known)
      for (const KnownCue& cue : material.cues)
        if (cue.cue->where == Cue::Where::body && contains(body, cue.phrase))
          view.said.push_back(&cue);
    std::sort(view.said.begin(), view.said.end());
    for (const StructureRow& row : structures)
      if (row.is_on(document, page)) view.structures.push_back(row.name);
    views.push_back(std::move(view));
  }
  return views;
}

bool has_structure(const PageView& view, std::string_view name) {
  return std::find(view.structures.begin(), view.structures.end(), name) != view.structures.end();
}

struct Score {
  int content = 0, name = 0;
  std::string reason;

  void add(const Cue& cue, std::string_view what) {
    (cue.where == Cue::Where::name ? name : content) += cue.weight;
    if (cue.weight <= 0) return;
    constexpr std::string_view kWhere[] = {"标题", "正文", "文件名", "版式"};
    std::string sign = std::string(kWhere[static_cast<std::size_t>(cue.where)]) + "“" +
                       std::string(trim(what)) + "”";
    if (contains(reason, sign)) return;  // two cues on one line say it once
    reason.append(reason.empty() ? "" : "；").append(sign);
  }
  int total() const { return content + name; }
};

// The cue's sign in a part's pages; the words found, or null.
const std::string* sign_of(const KnownCue& known, std::span<const PageView> part,
                           const std::string& bare_path) {
  const Cue& cue = *known.cue;
  switch (cue.where) {
    case Cue::Where::name:
      return contains(bare_path, known.phrase) ? &cue.phrase : nullptr;
    case Cue::Where::structure:
      for (const PageView& view : part)
        if (has_structure(view, cue.phrase)) return &cue.phrase;
      return nullptr;
    case Cue::Where::heading:
      for (const PageView& view : part.first(std::min<std::size_t>(part.size(), 2)))
        for (const HeadingLine& line : view.heading)
          if (line.bare.size() <= known.phrase.size() + 3 * kExtra &&
              contains(line.bare, known.phrase))
            return &line.print;
      return nullptr;
    case Cue::Where::body:
      for (const PageView& view : part)
        if (std::binary_search(view.said.begin(), view.said.end(), &known)) return &cue.phrase;
      return nullptr;
  }
  return nullptr;
}

Score score_of(const KnownMaterial& material, std::span<const PageView> part,
               const std::string& bare_path) {
  Score score;
  for (const KnownCue& cue : material.cues)
    if (const std::string* sign = sign_of(cue, part, bare_path)) score.add(*cue.cue, *sign);
  return score;
}

bool begins(const KnownCue& known, const PageView& view) {
  const auto titles = [&](const HeadingLine& line) {
    return line.may_be_title && line.bare.size() <= known.phrase.size() + kExtra &&
           contains(line.bare, known.phrase);
  };
  if (known.cue->where == Cue::Where::structure) return has_structure(view, known.phrase);
  return known.cue->where == Cue::Where::heading &&
         std::any_of(view.heading.begin(), view.heading.end(), titles);
}

// The material whose title, cover or layout this page begins; empty for none.
std::string_view begun_on(const PageView& view, const std::vector<KnownMaterial>& known) {
  std::string_view best;
  int best_score = kEnoughToBegin - 1;
  for (const KnownMaterial& material : known) {
    int score = 0;
    for (const KnownCue& cue : material.cues)
      if (begins(cue, view)) score += cue.cue->weight;
    if (score > best_score) best = material.material->id, best_score = score;
  }
  return best;
}

struct Range {
  std::size_t first, last;  // indexes of views, last exclusive
};

std::vector<Range> split_pages(const std::vector<PageView>& views,
                               const std::vector<KnownMaterial>& known) {
  std::vector<Range> ranges{{0, views.size()}};
  std::string_view current = views.empty() ? std::string_view() : begun_on(views[0], known);
  for (std::size_t i = 1; i < views.size(); ++i) {
    const std::string_view begun = begun_on(views[i], known);
    if (begun.empty() || begun == current) continue;
    ranges.back().last = i;
    ranges.push_back({i, views.size()});
    current = begun;
  }
  return ranges;
}

// Which material a part is, and why.
void place(Part& part, const std::vector<KnownMaterial>& known, std::span<const PageView> views,
           const std::string& bare_path) {
  const Material* best = nullptr;
  Score best_score;
  const Material* named = nullptr;
  Score named_score;
  for (const KnownMaterial& one : known) {
    const Score score = score_of(one, views, bare_path);
    if (score.total() >= kEnough && score.content > 0 &&
        (best == nullptr || score.total() > best_score.total()))
      best = one.material, best_score = score;
    if (score.name > 0 && score.content >= 0 && (named == nullptr || score.name > named_score.name))
      named = one.material, named_score = score;
  }
  // Contents first; the name alone only where no content speaks for anything.
  if (best == nullptr) best = named, best_score = named_score;
  part.known_by_name_only = best != nullptr && best_score.content <= 0;
  part.material = best == nullptr ? std::string(kOther) : best->id;
  part.reason = best == nullptr ? "" : best_score.reason;
}

// Neighbouring parts of one file that turned out to be the same material are one.
void merge_neighbours(std::vector<Part>& parts, std::size_t from) {
  for (std::size_t i = from + 1; i < parts.size();) {
    if (parts[i].material == parts[i - 1].material) {
      parts[i - 1].last_page = parts[i].last_page;
      parts.erase(parts.begin() + static_cast<long>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace

std::vector<Part> classify(const Dossier& dossier, const Profile& profile,
                           std::span<const StructureRow> structures) {
  const std::vector<KnownMaterial> known = known_materials(profile);
  std::vector<Part> parts;
  for (std::size_t f = 0; f < dossier.files.size(); ++f) {
    const File& file = dossier.files[f];
    if (file.document.status == FileStatus::ignored || file.document.status == FileStatus::refused)
      continue;
    const std::vector<PageView> views = views_of(file.document, known, structures);
    const std::size_t from = parts.size();
    const std::string bare_path = bare(file.path);
    for (const Range& range : split_pages(views, known)) {
      Part part;
      part.file = f;
      if (!views.empty()) {
        part.first_page = views[range.first].page->number;
        part.last_page = views[range.last - 1].page->number;
      }
      // A name speaks for a file as a whole, not for one part of several.
      const bool whole = range.first == 0 && range.last == views.size();
      place(part, known, std::span(views).subspan(range.first, range.last - range.first),
            whole ? bare_path : std::string());
      parts.push_back(std::move(part));
    }
    merge_neighbours(parts, from);
  }
  return parts;
}

}  // namespace biaoshen
