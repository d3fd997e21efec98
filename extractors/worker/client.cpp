#include "extractors/worker/client.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "extractors/worker/file_reading.h"
#include "extractors/worker/opened_input.h"
#include "extractors/worker/reading_deadline.h"
#include "extractors/worker/wire.h"
#include "extractors/worker/worker_process.h"

namespace biaoshen {
namespace {

// Believes a reader about what confines it where that is the first thing it says, before it looks
// at the file, and once.
class Confinement {
 public:
  explicit Confinement(SandboxDemand demand) : demand_(demand) {}
  // Whether the frame may come now.
  bool accepts(const wire::Frame& frame) {
    const auto* confined = std::get_if<wire::Confined>(&frame);
    if ((confined != nullptr) == layers_.has_value()) return false;
    if (confined != nullptr) layers_ = confined->layers;
    return !is_lacking();
  }
  const std::optional<SandboxLayers>& layers() const { return layers_; }
  std::optional<Error> trouble() const {
    if (!is_lacking()) return std::nullopt;
    return Error{ErrorCode::output, "the sandbox of biaoshen-reader is incomplete (" +
                                        to_string(*layers_) +
                                        ") and was required (--require-sandbox)"};
  }

 private:
  bool is_lacking() const {
    return demand_ == SandboxDemand::required && layers_ && !layers_->are_complete();
  }
  SandboxDemand demand_;
  std::optional<SandboxLayers> layers_;
};

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

// All frames of one reader: each is decoded, and `take` says false to what it does not accept.
template <typename Take>
WorkerEnd converse(WorkerProcess& worker, const wire::Order& order, const Limits& limits,
                   Confinement& confinement, const WorkerProcess::Deadline& deadline, Take take) {
  std::uint64_t bytes = 0;
  const auto on_frame = [&](std::string_view untrusted_frame) {
    wire::Frame frame;
    if (!wire::decode(untrusted_frame, limits, frame) || !confinement.accepts(frame))
      return WorkerProcess::Next::refuse;
    if ((bytes += kept_bytes(frame)) > kMostBytes) return WorkerProcess::Next::refuse;
    const bool is_last = std::holds_alternative<wire::Done>(frame);
    if (!take(std::move(frame))) return WorkerProcess::Next::refuse;
    return is_last ? WorkerProcess::Next::last : WorkerProcess::Next::more;
  };
  return worker.run(wire::encode(order), on_frame, deadline);
}

Attempt read_once(const File& file, OpenedInput& input, const Means& means, const Limits& limits,
                  Document& document) {
  ReadingDeadline deadline(limits, file.bytes);
  WorkerProcess worker(means.program, input.descriptor());
  FileReading reading(file, KnownPictures(input, means.recognitions, means.cache), means.spool,
                      means.progress, limits, worker, deadline, document);
  Confinement confinement(means.demand);
  const WorkerEnd end = converse(
      worker, order_for(file, limits, deadline.most_seconds(), means.demand), limits, confinement,
      [&] { return deadline.at(); },
      [&](wire::Frame&& frame) { return std::visit(reading, std::move(frame)); });
  reading.finish(end);
  return {end,
          first_of({confinement.trouble(), reading.trouble(), trouble_of(worker, means.program)}),
          confinement.layers(), last_words_of(worker, end)};
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
  const WorkerEnd end = converse(
      worker, order, limits, confinement, [&] { return deadline.at(); }, take);
  return {end, first_of({confinement.trouble(), trouble_of(worker, means.program)}),
          confinement.layers(), last_words_of(worker, end)};
}

constexpr int kTries = 3;  // with readers that somebody kills
constexpr std::size_t kMostLastWords = 16;

}  // namespace

SandboxLayers weaker_of(const SandboxLayers& a, const SandboxLayers& b) {
  return {a.limits && b.limits, a.no_new_privileges && b.no_new_privileges,
          std::min(a.landlock, b.landlock), a.call_filter && b.call_filter};
}

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
  for (int tried = 1;; ++tried) {
    Document document;
    const Attempt attempt = read_once(file, input, means, limits, document);
    note(file, attempt.trouble, attempt.layers, attempt.last_words);
    if (attempt.end != WorkerEnd::killed || tried == kTries) return document;
  }
}

std::vector<Crop> WorkerClient::crop(const File& file, std::span<const CropRequest> requests,
                                     const Limits& limits) {
  std::vector<Crop> crops;
  auto opened = open_plain_file(file.source);
  if (!opened) have_trouble(trouble_of(opened.error()));
  if (opened && !requests.empty()) {
    const OpenedInput input(std::move(*opened));
    const Means means{program_, demand_, cache_, progress_, recognitions_, spool_};
    for (int tried = 1; tried <= kTries; ++tried) {
      crops.clear();
      const Attempt attempt = crop_once(file, input, means, requests, limits, crops);
      note(file, attempt.trouble, attempt.layers, attempt.last_words);
      if (attempt.end != WorkerEnd::killed) break;
    }
  }
  crops.resize(requests.size());  // what did not arrive is empty
  return crops;
}

}  // namespace biaoshen
