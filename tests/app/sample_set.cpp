#include "tests/app/sample_set.h"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>

#include "pipeline/base/sha256.h"

namespace fs = std::filesystem;

namespace biaoshen::test {
namespace {

constexpr std::string_view kExpected = ".expected.json";

struct SampleSet {
  std::vector<Sample> dossiers, formats, batches, panels;

  std::vector<Sample>& list_for(const std::string& place) {
    return place.starts_with("formats/")   ? formats
           : place.starts_with("batches/") ? batches
           : place.starts_with("panels/")  ? panels
                                           : dossiers;
  }
  std::string digest;
};

std::vector<fs::path> paths_below(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

SampleSet make_samples() {
  const Ran made = run_program({SOURCE_DIR "/samples/make", samples_folder().string()},
                               fresh_folder("samples-make"));
  if (made.exit != 0) throw std::runtime_error("samples/make: " + made.err);
  SampleSet set;
  for (const fs::path& path : paths_below(samples_folder())) {
    const std::string name = path.lexically_relative(samples_folder()).string();
    if (!name.ends_with(kExpected)) continue;
    const std::string place = name.substr(0, name.size() - kExpected.size());
    Sample sample{place, samples_folder() / place, Json::parse(read_whole(path))};
    set.list_for(place).push_back(std::move(sample));
  }
  set.digest = digest_of(samples_folder());
  return set;
}

const SampleSet& samples() {
  static const SampleSet set = make_samples();
  return set;
}

std::vector<Reviewed> review_all() {
  const auto& dossiers = sample_dossiers();
  const fs::path out = fresh_folder("reviews");
  std::vector<Reviewed> reviews(dossiers.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < dossiers.size(); i = next++) {
      reviews[i] = review(dossiers[i], out / fs::path(dossiers[i].place).parent_path());
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
    threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  return reviews;
}

}  // namespace

fs::path samples_folder() {
  return fs::path(BINARY_DIR) / "samples";
}
const std::vector<Sample>& sample_dossiers() {
  return samples().dossiers;
}
const std::vector<Sample>& sample_formats() {
  return samples().formats;
}
const std::vector<Sample>& sample_batches() {
  return samples().batches;
}
const std::vector<Sample>& sample_panels() {
  return samples().panels;
}
const std::string& samples_digest_when_made() {
  return samples().digest;
}

const Sample& sample_at(const std::string& place) {
  for (const auto* list : {&sample_dossiers(), &sample_formats()}) {
    for (const Sample& sample : *list) {
      if (sample.place == place) return sample;
    }
  }
  throw std::runtime_error("no sample " + place);
}

const fs::path& good_dossier() {
  return sample_at("dossiers/good").path;
}

Reviewed review(const Sample& sample, const fs::path& out, const Environment& more) {
  std::vector<std::string> arguments{"review", sample.path.string(), "--out", out.string()};
  for (const auto& [member, option] :
       {std::pair{"as_of", "--as-of"}, std::pair{"programme", "--programme"}}) {
    if (!sample.expected.contains(member)) continue;
    arguments.insert(arguments.end(), {option, sample.expected[member].get<std::string>()});
  }
  Reviewed reviewed{&sample, biaoshen(arguments, more), out / sample.path.filename(), nullptr};
  const fs::path json = reviewed.folder / "dossier.json";
  if (fs::exists(json)) reviewed.dossier = Json::parse(read_whole(json), nullptr, false);
  if (reviewed.dossier.is_discarded()) reviewed.dossier = nullptr;
  return reviewed;
}

const std::vector<Reviewed>& sample_reviews() {
  static const std::vector<Reviewed> reviews = review_all();
  return reviews;
}

std::string digest_of(const fs::path& folder) {
  std::string all;
  for (const fs::path& path : paths_below(folder)) {
    all += path.lexically_relative(folder).string() + '\0';
    if (!fs::is_regular_file(path)) continue;
    all += std::to_string(fs::last_write_time(path).time_since_epoch().count()) + '\0';
    all += sha256(read_whole(path)) + '\n';
  }
  return sha256(all);
}

}  // namespace biaoshen::test
