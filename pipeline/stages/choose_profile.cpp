#include "pipeline/stages/choose_profile.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "pipeline/base/text.h"
#include "pipeline/stages/page_heading.h"

namespace biaoshen {
namespace {

using Profiles = std::vector<const Profile*>;

// How well a heading names a programme: the name of its form above all, then something else
// of a submission, last anything at all (a certificate of another programme, an old award).
struct Match {
  bool names_form = false, is_of_submission = false;
  std::size_t length = 0;
  auto operator<=>(const Match&) const = default;
};

constexpr std::string_view kForms[] = {"申报书", "申请书", "申报表", "申请表"};
constexpr std::string_view kSubmission[] = {"申报", "申请", "推荐", "汇总", "自评"};

template <std::size_t count>
bool has_any(std::string_view text, const std::string_view (&words)[count]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view one) { return contains(text, one); });
}

// A heading of the dossier, bare, with the file it stands in.
struct Heading {
  const File* file;
  std::string bare;
};

// A title may be broken over lines: each line also counts joined with the one or two after it.
std::vector<Heading> headings_of(const Dossier& dossier) {
  constexpr std::size_t kBroken = 3;
  std::vector<Heading> headings;
  for (const File& file : dossier.files) {
    for (const Page& page : file.document.pages) {
      const std::vector<HeadingLine> lines = heading_lines(page);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string joined;
        for (std::size_t j = i; j < std::min(i + kBroken, lines.size()); ++j) {
          joined += lines[j].bare;
          headings.push_back({&file, joined});
        }
      }
    }
  }
  return headings;
}

Match best_match(const Profile& profile, const std::vector<Heading>& headings) {
  Match best;
  for (const std::string& phrase : profile.recognised_by.phrases) {
    const std::string wanted = bare(phrase);
    const bool names_form = has_any(wanted, kForms);
    for (const Heading& heading : headings) {
      if (contains(heading.bare, wanted))
        best = std::max(best, {names_form, has_any(heading.bare, kSubmission), wanted.size()});
    }
  }
  return best;
}

Profiles best_named(std::span<const Profile> profiles, const std::vector<Heading>& headings) {
  Profiles named;
  Match best{false, false, 1};
  for (const Profile& profile : profiles) {
    const Match match = best_match(profile, headings);
    if (match < best) continue;
    if (best < match) named.clear();
    best = match;
    named.push_back(&profile);
  }
  return named;
}

// Whether the form's field says that it is this programme's kind.
bool says_kind(const Profile& profile, const Dossier& dossier, std::span<const FinderRow> finders) {
  const Recognition& by = profile.recognised_by;
  if (!by.kind) return false;
  const auto row = std::find_if(finders.begin(), finders.end(), [&](const FinderRow& finder) {
    return finder.name == by.kind->finder;
  });
  if (row == finders.end()) return false;
  for (std::size_t i = 0; i < dossier.files.size(); ++i) {
    const std::vector<Page>& pages = dossier.files[i].document.pages;
    if (pages.empty()) continue;
    const Part whole{i, "", pages.front().number, pages.back().number, "", false};
    for (const Fact& fact : row->find(dossier, whole, *by.kind)) {
      if (fact.doubt.empty() && std::find(by.kind_values.begin(), by.kind_values.end(),
                                          fact.value) != by.kind_values.end())
        return true;
    }
  }
  return false;
}

bool is_one_programme(const Profiles& profiles) {
  return std::all_of(profiles.begin(), profiles.end(),
                     [&](const Profile* profile) { return profile->id == profiles.front()->id; });
}

// Those of the programme that the form's field names; else of the first, which is said.
Profiles of_one_programme(Profiles named, Dossier& dossier, std::span<const FinderRow> finders) {
  Profiles kept;
  std::copy_if(named.begin(), named.end(), std::back_inserter(kept),
               [&](const Profile* profile) { return says_kind(*profile, dossier, finders); });
  if (!kept.empty() && is_one_programme(kept)) return kept;
  const std::string id = named.front()->id;
  dossier.problems.push_back({"programme-assumed", 0, id});
  std::erase_if(named, [&](const Profile* profile) { return profile->id != id; });
  return named;
}

constexpr std::string_view kYearMark = "年";

// The years that a text names: 2023年, 2023年度, in a path also the number alone. The year of a
// date, 2023年3月15日, is none: forms print the dates of the standard near their title.
void count_years(std::string_view text, bool with_mark, std::map<int, int>& years) {
  for (std::size_t at = text.find("20"); at != std::string_view::npos;
       at = text.find("20", at + 1)) {
    const std::string_view rest = text.substr(at);
    const auto digit = [&](std::size_t i) {
      return i < rest.size() && rest[i] >= '0' && rest[i] <= '9';
    };
    if ((at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') || !digit(2) || !digit(3) ||
        digit(4))
      continue;
    if (with_mark && (!rest.substr(4).starts_with(kYearMark) || digit(4 + kYearMark.size())))
      continue;
    ++years[2000 + (rest[2] - '0') * 10 + (rest[3] - '0')];
  }
}

// The year that the headings of the form's file name; else the one of its path.
std::optional<int> year_of(const Profile& profile, const Dossier& dossier,
                           const std::vector<Heading>& headings) {
  std::map<int, int> in_headings, in_paths;
  for (const std::string& phrase : profile.recognised_by.phrases) {
    for (const Heading& heading : headings) {
      if (!contains(heading.bare, bare(phrase))) continue;
      count_years(dossier.name + "/" + heading.file->path, false, in_paths);
      for (const Heading& other : headings) {
        if (other.file == heading.file) count_years(other.bare, true, in_headings);
      }
    }
  }
  for (const auto* years : {&in_headings, &in_paths}) {
    if (years->size() == 1) return years->begin()->first;
  }
  return std::nullopt;
}

const Profile* newest(const Profiles& versions) {
  return *std::max_element(
      versions.begin(), versions.end(),
      [](const Profile* a, const Profile* b) { return a->version < b->version; });
}

const Profile* version_for(const Profiles& versions, Dossier& dossier,
                           const std::optional<Date>& as_of, const std::vector<Heading>& headings) {
  if (versions.size() == 1) return versions.front();
  const auto year =
      as_of ? std::optional(as_of->year) : year_of(*versions.front(), dossier, headings);
  for (const Profile* profile : versions) {
    if (year && profile->cut_off && profile->cut_off->year == *year) return profile;
  }
  const Profile* assumed = newest(versions);
  dossier.problems.push_back({"version-assumed", 0, assumed->id + " " + assumed->version});
  return assumed;
}

std::string names_of(std::span<const Profile> profiles) {
  std::string names;
  for (const Profile& profile : profiles)
    names += (names.empty() ? "" : ", ") + profile.id + "@" + profile.version;
  return names;
}

}  // namespace

Result<const Profile*> choose_profile(Dossier& dossier, const std::string& wanted,
                                      const std::optional<Date>& as_of,
                                      std::span<const Profile> profiles,
                                      std::span<const FinderRow> finders) {
  if (profiles.empty()) return fail(ErrorCode::profile, "no profile is installed");
  const std::vector<Heading> headings = headings_of(dossier);
  if (!wanted.empty()) {
    Profiles meant;
    for (const Profile& profile : profiles) {
      if (profile.id == wanted) meant.push_back(&profile);
      if (profile.id + "@" + profile.version == wanted) return &profile;
    }
    if (!meant.empty()) return version_for(meant, dossier, as_of, headings);
    return fail(ErrorCode::profile,
                "unknown programme '" + wanted + "'; known: " + names_of(profiles));
  }
  Profiles named = best_named(profiles, headings);
  if (named.empty()) {
    named.push_back(&profiles.front());
    dossier.problems.push_back({"programme-assumed", 0, profiles.front().id});
    return named.front();
  }
  if (!is_one_programme(named)) named = of_one_programme(named, dossier, finders);
  return version_for(named, dossier, as_of, headings);
}

}  // namespace biaoshen
