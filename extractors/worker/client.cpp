#include "extractors/worker/client.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "extractors/worker/file_reading.h"
#include "extractors/worker/kept_crops.h"
#include "extractors/worker/opened_input.h"
#include "extractors/worker/reading_deadline.h"
#include "extractors/worker/transcript.h"
#include "extractors/worker/wire.h"
#include "extractors/worker/worker_process.h"
#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace {

// What all readers of a dossier share.
struct Means {
  const std::filesystem::path& program;
  SandboxDemand demand;
  RecognitionCache* cache;
  Progress& progress;
  Recognitions& recognitions;
  Spool& spool;
};

wire::Order order_for(const File& file, const Limits& limits, double processor_seconds,
                      SandboxDemand demand) {
  wire::Order order{file.path, limits, {}, demand == SandboxDemand::required};
  order.limits.seconds = processor_seconds;
  return order;
}

// What no file is to blame for.
std::optional<Error> trouble_of(const WorkerProcess& worker, const std::filesystem::path& program) {
  if (worker.start_error() == 0) return std::nullopt;
  return Error{ErrorCode::output, program.string() + " cannot be started: " +
                                      std::generic_category().message(worker.start_error())};
}

// What the file is to blame for.
Document unopened(NotOpened reason) {
  Document document;
  const bool is_refused = reason == NotOpened::link || reason == NotOpened::not_a_file;
  document.status = is_refused ? FileStatus::refused : FileStatus::unreadable;
  document.problems.push_back({reason == NotOpened::link         ? "symlink"
                               : reason == NotOpened::not_a_file ? "not-a-file"
                               : reason == NotOpened::permission ? "permission"
                                                                 : "read-error",
                               0, ""});
  return document;
}

std::optional<Error> trouble_of(NotOpened reason) {
  if (reason != NotOpened::exhausted) return std::nullopt;
  return Error{ErrorCode::output,
               "no file can be opened: " + std::generic_category().message(EMFILE)};
}

std::optional<Error> first_of(std::initializer_list<std::optional<Error>> troubles) {
  const auto found = std::find_if(troubles.begin(), troubles.end(),
                                  [](const auto& trouble) { return trouble.has_value(); });
  return found == troubles.end() ? std::nullopt : *found;
}

// Pages and crops of one file. Those of two thousand recognised pages are half of it.
constexpr std::uint64_t kMostBytes = 512u << 20;

// What the cache has of a file besides the pictures.
constexpr const char* kReading = "reading ";
constexpr const char* kCrops = "crops ";

struct Attempt {
  WorkerEnd end = WorkerEnd::done;
  std::optional<Error> trouble;
  std::optional<SandboxLayers> layers;
  std::string last_words;  // of a reader that ended badly
};

std::string last_words_of(const WorkerProcess& worker, WorkerEnd end) {
  const bool is_bad = end == WorkerEnd::crashed || end == WorkerEnd::exited ||
                      end == WorkerEnd::killed || end == WorkerEnd::protocol;
  return is_bad ? worker.messages().first() : std::string();
}

// What a frame takes in memory, as long as the document lasts. Members go to the spool,
// recognitions have a bound of their own.
std::uint64_t kept_bytes(const wire::Frame& frame) {
  if (const auto* crop = std::get_if<Crop>(&frame)) return crop->rgb.size();
  const auto* page = std::get_if<Page>(&frame);
  if (page == nullptr) return 0;
  const auto bytes_of = [](const auto& parts) { return parts.size() * sizeof(*parts.data()); };
  std::uint64_t bytes = sizeof *page + page->text.size() + page->title.size() +
                        page->reason.size() + bytes_of(page->words) + bytes_of(page->lines) +
                        bytes_of(page->grids) + bytes_of(page->images) +
                        bytes_of(page->second_readings) + bytes_of(page->seals) +
                        bytes_of(page->marks);
  // Rows are gone through, whether or not they have cells.
  for (const Grid& grid : page->grids) bytes += bytes_of(grid.cells) + 4ull * grid.rows;
  for (const SecondReading& second : page->second_readings) bytes += second.text.size();
  return bytes;
}

using OnFrame = std::function<WorkerProcess::Next(std::string_view)>;

// All frames that are said of one file, now or in an earlier review: each is decoded, and `take`
// says false to what it does not accept.
template <typename Take>
OnFrame listener(const Limits& limits, Confinement& confinement, Take take) {
  return
      [&limits, &confinement, take, bytes = std::uint64_t{0}](std::string_view untrusted) mutable {
        wire::Frame frame;
        if (!wire::decode(untrusted, limits, frame) || !confinement.accepts(frame))
          return WorkerProcess::Next::refuse;
        if ((bytes += kept_bytes(frame)) > kMostBytes) return WorkerProcess::Next::refuse;
        const bool is_last = std::holds_alternative<wire::Done>(frame);
        if (!take(std::move(frame))) return WorkerProcess::Next::refuse;
        return is_last ? WorkerProcess::Next::last : WorkerProcess::Next::more;
      };
}

// Where the cache has what is said of a file, or drawn of it, when this is ordered.
std::string key_of(const char* what, const wire::Order& order) {
  return what + sha256(wire::encode(order));
}

// Whether a reader would say it again: on a machine with more time and memory it would say more.
bool is_lasting(const Document& document) {
  constexpr std::uint64_t kMostUnpacked = 4u << 20;
  const auto is_of_machine = [](const std::string& kind) {
    return kind == "time-limit" || kind == "memory-limit";
  };
  std::uint64_t unpacked = 0;
  for (const Member& member : document.members) unpacked += member.bytes;
  return unpacked <= kMostUnpacked &&
         std::none_of(document.problems.begin(), document.problems.end(),
                      [&](const Problem& problem) { return is_of_machine(problem.kind); }) &&
         std::none_of(document.pages.begin(), document.pages.end(),
                      [&](const Page& page) { return is_of_machine(page.reason); });
}

Attempt read_once(const File& file, OpenedInput& input, const Means& means, const Limits& limits,
                  Document& document) {
  ReadingDeadline deadline(limits, file.bytes);
  const wire::Order order = order_for(file, limits, deadline.most_seconds(), means.demand);
  WorkerProcess worker(means.program, input.descriptor());
  Transcript transcript;
  FileReading reading(file, KnownPictures(input, means.recognitions, means.cache, &transcript),
                      means.spool, means.progress, limits, &worker, deadline, document);
  Confinement confinement(means.demand);
  const OnFrame listen = listener(limits, confinement, [&](wire::Frame&& frame) {
    return std::visit(reading, std::move(frame));
  });
  const auto on_frame = [&](std::string_view frame) {
    if (means.cache != nullptr) transcript.add(frame);
    return listen(frame);
  };
  const WorkerEnd end = worker.run(wire::encode(order), on_frame, [&] { return deadline.at(); });
  reading.finish(end);
  const auto trouble =
      first_of({confinement.trouble(), reading.trouble(), trouble_of(worker, means.program)});
  if (means.cache != nullptr && end == WorkerEnd::done && !trouble && is_lasting(document)) {
    if (const std::string contents = input.contents(); !contents.empty())
      means.cache->remember(contents, key_of(kReading, order), transcript.bytes());
  }
  return {end, trouble, confinement.layers(), last_words_of(worker, end)};
}

// The same of a reader that spoke in an earlier review; nothing where there was none, or what it
// said is not acceptable now.
std::optional<Attempt> read_again(const File& file, OpenedInput& input, const Means& means,
                                  const Limits& limits, Document& document) {
  const std::string contents = means.cache == nullptr ? std::string() : input.contents();
  if (contents.empty()) return std::nullopt;
  ReadingDeadline deadline(limits, file.bytes);
  const wire::Order order = order_for(file, limits, deadline.most_seconds(), means.demand);
  const std::string transcript = means.cache->recall(contents, key_of(kReading, order));
  const auto answer = [&](const std::string& key) { return means.recognitions.recall(key); };
  if (transcript.empty() || !Transcript::holds(transcript, answer)) return std::nullopt;
  FileReading reading(file, KnownPictures(input, means.recognitions, nullptr, nullptr), means.spool,
                      means.progress, limits, nullptr, deadline, document);
  Confinement confinement(means.demand);
  const OnFrame listen = listener(limits, confinement, [&](wire::Frame&& frame) {
    return std::visit(reading, std::move(frame));
  });
  auto next = WorkerProcess::Next::refuse;
  Transcript::play(transcript, [&](std::string_view frame) {
    return (next = listen(frame)) == WorkerProcess::Next::more;
  });
  reading.finish(WorkerEnd::done);
  if (next != WorkerProcess::Next::last && !reading.trouble()) return std::nullopt;
  return Attempt{WorkerEnd::done, reading.trouble(), confinement.layers(), ""};
}

Attempt crop_once(const File& file, const OpenedInput& input, const Means& means,
                  std::span<const CropRequest> requests, const Limits& limits,
                  std::vector<Crop>& crops) {
  ReadingDeadline deadline(limits, file.bytes);
  deadline.pages(static_cast<std::uint32_t>(requests.size()));
  wire::Order order = order_for(file, limits, deadline.seconds(), means.demand);
  order.crops.assign(requests.begin(), requests.end());
  WorkerProcess worker(means.program, input.descriptor());
  Confinement confinement(means.demand);
  const auto take = [&](wire::Frame&& frame) {
    auto* crop = std::get_if<Crop>(&frame);
    if (crop == nullptr)
      return std::holds_alternative<wire::Confined>(frame) ||
             std::holds_alternative<wire::Done>(frame);
    if (crops.size() == requests.size()) return false;
    crops.push_back(std::move(*crop));
    return true;
  };
  const WorkerEnd end = worker.run(wire::encode(order), listener(limits, confinement, take),
                                   [&] { return deadline.at(); });
  return {end, first_of({confinement.trouble(), trouble_of(worker, means.program)}),
          confinement.layers(), last_words_of(worker, end)};
}

constexpr int kTries = 3;  // with readers that somebody kills
constexpr std::size_t kMostLastWords = 16;

}  // namespace

Progress& WorkerClient::nobody() {
  static Progress nobody;
  return nobody;
}

void WorkerClient::have_trouble(const std::optional<Error>& trouble) {
  const std::lock_guard lock(notes_);
  if (!trouble_) trouble_ = trouble;
}

void WorkerClient::note(const File& file, const std::optional<Error>& trouble,
                        const std::optional<SandboxLayers>& layers, const std::string& last_words) {
  have_trouble(trouble);
  const std::lock_guard lock(notes_);
  if (layers) layers_ = layers_ ? weaker_of(*layers_, *layers) : *layers;
  if (!last_words.empty() && last_words_.size() < kMostLastWords)
    last_words_.push_back({file.path, last_words});
}

std::optional<Error> WorkerClient::trouble() const {
  const std::lock_guard lock(notes_);
  return trouble_;
}

std::optional<SandboxLayers> WorkerClient::layers() const {
  const std::lock_guard lock(notes_);
  return layers_;
}

std::vector<LastWords> WorkerClient::last_words() const {
  const std::lock_guard lock(notes_);
  return last_words_;
}

Document WorkerClient::read(const File& file, const Limits& limits) {
  auto opened = open_plain_file(file.source);
  if (!opened) {
    have_trouble(trouble_of(opened.error()));
    return unopened(opened.error());
  }
  OpenedInput input(std::move(*opened));
  const Means means{program_, demand_, cache_, progress_, recognitions_, spool_};
  {
    Document document;
    if (const auto known = read_again(file, input, means, limits, document)) {
      note(file, known->trouble, known->layers, "");
      return document;
    }
  }
  for (int tried = 1;; ++tried) {
    Document document;
    const Attempt attempt = read_once(file, input, means, limits, document);
    note(file, attempt.trouble, attempt.layers, attempt.last_words);
    if (attempt.end != WorkerEnd::killed || tried == kTries) return document;
  }
}

// By readers; what did not arrive is empty. Whether the last of them said all that it had to.
bool WorkerClient::draw(const File& file, const OpenedInput& input,
                        std::span<const CropRequest> requests, const Limits& limits,
                        std::vector<Crop>& crops) {
  const Means means{program_, demand_, cache_, progress_, recognitions_, spool_};
  auto end = WorkerEnd::killed;
  for (int tried = 1; tried <= kTries && end == WorkerEnd::killed; ++tried) {
    crops.clear();
    const Attempt attempt = crop_once(file, input, means, requests, limits, crops);
    note(file, attempt.trouble, attempt.layers, attempt.last_words);
    end = attempt.end;
  }
  crops.resize(requests.size());
  return end == WorkerEnd::done;
}

std::vector<Crop> WorkerClient::crop(const File& file, std::span<const CropRequest> requests,
                                     const Limits& limits) {
  std::vector<Crop> crops(requests.size());
  auto opened = open_plain_file(file.source);
  if (!opened) have_trouble(trouble_of(opened.error()));
  if (!opened || requests.empty()) return crops;
  OpenedInput input(std::move(*opened));
  const std::string contents = cache_ == nullptr ? std::string() : input.contents();
  const std::string key = key_of(kCrops, order_for(file, limits, 0, demand_));
  KeptCrops kept(contents.empty() ? std::string() : cache_->recall(contents, key));
  std::vector<CropRequest> missing;
  std::vector<std::size_t> places;
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (auto known = kept.find(requests[i]); known && bytes + known->rgb.size() <= kMostBytes) {
      bytes += known->rgb.size();
      crops[i] = std::move(*known);
    } else {
      missing.push_back(requests[i]);
      places.push_back(i);
    }
  }
  if (missing.empty()) return crops;
  std::vector<Crop> drawn;
  const bool is_kept = draw(file, input, missing, limits, drawn) && !contents.empty();
  for (std::size_t i = 0; i < missing.size(); ++i) {
    if (is_kept) kept.add(missing[i], drawn[i]);
    crops[places[i]] = std::move(drawn[i]);
  }
  if (is_kept && input.contents() == contents) cache_->remember(contents, key, kept.bytes());
  return crops;
}

}  // namespace biaoshen
