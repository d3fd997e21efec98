#include "pipeline/stages/classify.h"

#include <algorithm>
#include <iterator>

#include "pipeline/base/text.h"
#include "pipeline/stages/page_heading.h"

namespace biaoshen {
namespace {

constexpr int kEnough = 5;          // sum of cues from which contents decide
constexpr int kEnoughToBegin = 4;   // heading cues of a page that begins another material
constexpr std::size_t kExtra = 60;  // bytes a title may have besides the cue's phrase
constexpr std::string_view kOther = "other";
// A cover begins a document whatever went before: two standards may follow one another.
constexpr std::string_view kCover = "standard-cover";

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

// The cue's sign in a part's pages or its name; the words found, or null.
const std::string* sign_of(const KnownCue& known, std::span<const PageView> part,
                           const std::string& bare_name) {
  const Cue& cue = *known.cue;
  switch (cue.where) {
    case Cue::Where::name:
      return contains(bare_name, known.phrase) ? &cue.phrase : nullptr;
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
               const std::string& bare_name) {
  Score score;
  for (const KnownCue& cue : material.cues)
    if (const std::string* sign = sign_of(cue, part, bare_name)) score.add(*cue.cue, *sign);
  return score;
}

bool speaks(const std::string& bare_name, const std::vector<KnownMaterial>& known) {
  return std::any_of(known.begin(), known.end(), [&](const KnownMaterial& material) {
    return std::any_of(material.cues.begin(), material.cues.end(), [&](const KnownCue& cue) {
      return cue.cue->where == Cue::Where::name && cue.cue->weight > 0 &&
             contains(bare_name, cue.phrase);
    });
  });
}

// The name that tells what a file is: its own, else that of the nearest folder or package which
// says something. 应用证明/IMG_01.jpg is a proof, 申报书.zip/应用证明.docx is one, too.
std::string telling_name(const std::string& path, const std::vector<KnownMaterial>& known) {
  const std::vector<std::string_view> names = split(path, '/');
  for (auto name = names.rbegin(); name != names.rend(); ++name)
    if (std::string one = bare(*name); speaks(one, known)) return one;
  return {};
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

// The materials whose titles stand below the head of a page of a flow, with those titles.
std::vector<std::pair<const Material*, std::string>> begun_below(
    const PageView& view, const std::vector<KnownMaterial>& known) {
  std::vector<std::pair<const Material*, std::string>> begun;
  for (const HeadingLine& line : view.heading) {
    if (!line.may_begin_below) continue;
    const Material* best = nullptr;
    int best_score = kEnoughToBegin - 1;
    for (const KnownMaterial& one : known) {
      int score = 0;
      for (const KnownCue& cue : one.cues)
        if (cue.cue->where == Cue::Where::heading && contains(line.bare, cue.phrase) &&
            line.bare.size() <= cue.phrase.size() + kExtra)
          score += cue.cue->weight;
      if (score > best_score) best = one.material, best_score = score;
    }
    if (best != nullptr) begun.emplace_back(best, line.print);
  }
  return begun;
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
  bool is_anew = false;     // begins a document of its own, whatever material it is
};

std::vector<Range> split_pages(const std::vector<PageView>& views,
                               const std::vector<KnownMaterial>& known) {
  std::vector<Range> ranges{{0, views.size()}};
  std::string_view current = views.empty() ? std::string_view() : begun_on(views[0], known);
  for (std::size_t i = 1; i < views.size(); ++i) {
    const std::string_view begun = begun_on(views[i], known);
    const bool is_anew = begun == current && has_structure(views[i], kCover);
    if (begun.empty() || (begun == current && !is_anew)) continue;
    ranges.back().last = i;
    ranges.push_back({i, views.size(), is_anew});
    current = begun;
  }
  return ranges;
}

// Documents that begin in the middle of a page, where nobody set page breaks, are parts of their
// own: of that page and what follows. The part itself is then what its first page begins.
std::vector<Part> parts_within(Part& part, const std::vector<KnownMaterial>& known,
                               std::span<const PageView> views) {
  std::vector<Part> within;
  for (const PageView& view : views) {
    for (const auto& [material, title] : begun_below(view, known)) {
      const auto is_known = [&id = material->id](const Part& one) { return one.material == id; };
      if (std::any_of(within.begin(), within.end(), is_known)) continue;
      Part one = part;
      one.material = material->id;
      one.first_page = view.page->number;
      one.reason = "标题“" + std::string(trim(title)) + "”，在一页之中";
      one.known_by_name_only = false;
      within.push_back(std::move(one));
    }
  }
  const std::string_view first =
      views.empty() ? std::string_view() : begun_on(views.front(), known);
  if (!within.empty() && !first.empty()) {
    part.material = first;
    part.known_by_name_only = false;
  }
  std::erase_if(within, [&](const Part& one) { return one.material == part.material; });
  return within;
}

std::string as_name_says(const Material& material, std::string_view but) {
  return "文件名像是“" + material.title.zh + "”，" + std::string(but);
}

// Which material a part is, and why. Contents first; the name alone only where no content
// speaks for anything.
void place(Part& part, const std::vector<KnownMaterial>& known, std::span<const PageView> views,
           const std::string& bare_name) {
  const Material* best = nullptr;
  Score best_score;
  const Material* promised = nullptr;  // by the name, whatever the contents are
  const Material* named = nullptr;     // by the name, and no content speaks against it
  Score promised_score, named_score;
  for (const KnownMaterial& one : known) {
    const Score score = score_of(one, views, bare_name);
    if (score.total() >= kEnough && score.content > 0 &&
        (best == nullptr || score.total() > best_score.total()))
      best = one.material, best_score = score;
    if (score.name > promised_score.name) promised = one.material, promised_score = score;
    if (score.name > named_score.name && score.content >= 0)
      named = one.material, named_score = score;
  }
  if (best == nullptr) best = named, best_score = named_score;
  part.known_by_name_only = best != nullptr && best_score.content <= 0;
  part.material = best == nullptr ? std::string(kOther) : best->id;
  part.reason = best_score.reason;
  if (promised == nullptr || best_score.name >= promised_score.name) return;
  part.reason += best == nullptr ? as_name_says(*promised, "内容不是")
                                 : "；" + as_name_says(*promised, "以内容为准");
}

// Neighbouring parts that turned out to be the same material are one.
void add_part(std::vector<Part>& parts, Part part, bool is_anew) {
  const bool goes_on = !parts.empty() && !is_anew && parts.back().file == part.file &&
                       parts.back().material == part.material;
  if (goes_on)
    parts.back().last_page = part.last_page;
  else
    parts.push_back(std::move(part));
}

// Nothing but other files, which are placed one by one.
bool is_package(const Dossier& dossier, const File& file) {
  if (!file.document.pages.empty()) return false;
  return file.document.has_problem("empty-archive") ||
         std::any_of(dossier.files.begin(), dossier.files.end(),
                     [&](const File& other) { return other.container == file.path; });
}

}  // namespace

std::vector<Part> classify(const Dossier& dossier, const Profile& profile,
                           std::span<const StructureRow> structures) {
  const std::vector<KnownMaterial> known = known_materials(profile);
  std::vector<Part> parts;
  for (std::size_t f = 0; f < dossier.files.size(); ++f) {
    const File& file = dossier.files[f];
    const FileStatus status = file.document.status;
    if (status == FileStatus::ignored || status == FileStatus::refused) continue;
    if (is_package(dossier, file)) continue;
    const std::vector<PageView> views = views_of(file.document, known, structures);
    const std::string name = telling_name(file.path, known);
    for (const Range& range : split_pages(views, known)) {
      Part part;
      part.file = f;
      if (!views.empty()) {
        part.first_page = views[range.first].page->number;
        part.last_page = views[range.last - 1].page->number;
      }
      // A name speaks for a file as a whole, not for one part of several.
      const bool whole = range.first == 0 && range.last == views.size();
      const auto of_part = std::span(views).subspan(range.first, range.last - range.first);
      place(part, known, of_part, whole ? name : std::string());
      std::vector<Part> within = parts_within(part, known, of_part);
      add_part(parts, std::move(part), range.is_anew);
      std::ranges::move(within, std::back_inserter(parts));
    }
  }
  return parts;
}

}  // namespace biaoshen
