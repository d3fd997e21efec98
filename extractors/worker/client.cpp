#include "extractors/worker/client.h"

#include <fcntl.h>
#include <unistd.h>

#include "extractors/worker/wire.h"
#include "extractors/worker/worker_process.h"

namespace biaoshen {
namespace {

using Clock = WorkerProcess::Clock;

class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : value_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int value() const { return value_; }

 private:
  int value_;
};

// Time for one file; grows once the number of pages is known, and with what is recognised.
class Deadline {
 public:
  Deadline(const Limits& limits, std::uint64_t bytes)
      : limits_(limits),
        start_(Clock::now()),
        seconds_(limits.seconds +
                 limits.seconds_per_mb * (static_cast<double>(bytes) / (1 << 20))) {}
  void pages(std::uint32_t pages) { seconds_ += limits_.seconds_per_page * pages; }
  // Recognition takes long and is paid for picture by picture, as the reader sets about each.
  void recognising() {
    if (recognised_++ < limits_.pages) seconds_ += limits_.seconds_per_recognised_page;
  }
  double seconds() const { return seconds_; }
  Clock::time_point at() const {
    return start_ +
           std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds_));
  }

 private:
  Limits limits_;
  Clock::time_point start_;
  double seconds_;
  std::uint32_t recognised_ = 0;
};

// What ends badly, said as a problem of the file. What had arrived is kept.
void note_end(WorkerEnd end, const Deadline& deadline, const Limits& limits, Document& document) {
  if (end == WorkerEnd::done) return;
  document.status = document.pages.empty() ? FileStatus::unreadable : FileStatus::partial;
  switch (end) {
    case WorkerEnd::late:
      document.problems.push_back(
          {"time-limit", 0, std::to_string(static_cast<long>(deadline.seconds())) + " s"});
      break;
    case WorkerEnd::out_of_memory:
      document.problems.push_back(
          {"memory-limit", 0, std::to_string(limits.address_space >> 20) + " MiB"});
      break;
    case WorkerEnd::not_started:
      document.problems.push_back({"reader-missing", 0, "biaoshen-reader"});
      break;
    case WorkerEnd::protocol:
      document.problems.push_back({"protocol", 0, ""});
      break;
    default:
      document.problems.push_back({"crash", 0, ""});
  }
}

// Pages the reader announced and never sent are failed pages, not missing ones.
void account_for_missing_pages(std::uint32_t announced, Document& document) {
  for (auto number = static_cast<std::uint32_t>(document.pages.size()) + 1; number <= announced;
       ++number) {
    Page page;
    page.number = number;
    page.source = Source::failed;
    page.reason = "not-reached";
    document.pages.push_back(std::move(page));
  }
}

wire::Order order_for(const File& file, const Limits& limits, double processor_seconds) {
  wire::Order order{file.path, limits, {}};
  order.limits.seconds = processor_seconds;
  return order;
}

}  // namespace

std::string Recognitions::recall(const std::string& key) const {
  const std::lock_guard lock(access_);
  const auto found = known_.find(key);
  return found == known_.end() ? std::string() : found->second;
}

void Recognitions::remember(const std::string& key, std::string recognised) {
  constexpr std::size_t kMostBytes = 256u << 20;
  const std::lock_guard lock(access_);
  if (bytes_ + recognised.size() > kMostBytes) return;
  const std::size_t bytes = recognised.size();
  if (known_.emplace(key, std::move(recognised)).second) bytes_ += bytes;
}

Document WorkerClient::read(const File& file, const Limits& limits) {
  Document document;
  const Descriptor open(file.source);
  if (open.value() < 0) {
    document.status = FileStatus::unreadable;
    document.problems.push_back({"permission", 0, ""});
    return document;
  }
  Deadline deadline(limits, file.bytes);
  std::uint32_t announced = 0;
  WorkerProcess worker(program_, open.value());
  const auto on_frame = [&](std::string_view untrusted_frame) {
    wire::Frame frame;
    if (!wire::decode(untrusted_frame, limits, frame)) return WorkerProcess::Next::refuse;
    if (auto* page = std::get_if<Page>(&frame)) {
      if (page->number != document.pages.size() + 1) return WorkerProcess::Next::refuse;
      document.pages.push_back(std::move(*page));
    }
    if (auto* problem = std::get_if<Problem>(&frame);
        problem != nullptr && document.problems.size() < 1000)
      document.problems.push_back(std::move(*problem));
    if (const auto* format = std::get_if<wire::Format>(&frame)) document.format = format->name;
    if (const auto* status = std::get_if<FileStatus>(&frame)) document.status = *status;
    if (const auto* ask = std::get_if<wire::Ask>(&frame); ask != nullptr) {
      const std::string known = recognitions_.recall(ask->key);
      if (known.empty()) deadline.recognising();
      if (!worker.send(wire::encode_answer(known), deadline.at()))
        return WorkerProcess::Next::refuse;
    }
    if (auto* learned = std::get_if<wire::Learned>(&frame))
      recognitions_.remember(learned->key, std::move(learned->recognised));
    if (auto* engine = std::get_if<wire::Engine>(&frame);
        engine != nullptr && document.engines.size() < 8)
      document.engines.push_back(std::move(engine->name));
    if (const auto* count = std::get_if<wire::PageCount>(&frame);
        count != nullptr && announced == 0) {
      announced = count->pages;
      deadline.pages(count->pages);
    }
    return std::holds_alternative<wire::Done>(frame) ? WorkerProcess::Next::last
                                                     : WorkerProcess::Next::more;
  };
  // The kernel's limit on processor time allows for all the pages a file may have;
  // the deadline on the clock is the one that bites first.
  const double processor =
      deadline.seconds() +
      (limits.seconds_per_page + limits.seconds_per_recognised_page) * limits.pages;
  const WorkerEnd end = worker.run(wire::encode(order_for(file, limits, processor)), on_frame,
                                   [&] { return deadline.at(); });
  note_end(end, deadline, limits, document);
  account_for_missing_pages(announced, document);
  return document;
}

std::vector<Crop> WorkerClient::crop(const File& file, std::span<const CropRequest> requests,
                                     const Limits& limits) {
  std::vector<Crop> crops;
  const Descriptor open(file.source);
  if (open.value() >= 0 && !requests.empty()) {
    Deadline deadline(limits, file.bytes);
    deadline.pages(static_cast<std::uint32_t>(requests.size()));
    wire::Order order = order_for(file, limits, deadline.seconds());
    order.crops.assign(requests.begin(), requests.end());
    WorkerProcess worker(program_, open.value());
    worker.run(
        wire::encode(order),
        [&](std::string_view untrusted_frame) {
          wire::Frame frame;
          if (!wire::decode(untrusted_frame, limits, frame)) return WorkerProcess::Next::refuse;
          if (auto* crop = std::get_if<Crop>(&frame)) crops.push_back(std::move(*crop));
          return std::holds_alternative<wire::Done>(frame) ? WorkerProcess::Next::last
                                                           : WorkerProcess::Next::more;
        },
        [&] { return deadline.at(); });
  }
  crops.resize(requests.size());  // what did not arrive is empty
  return crops;
}

}  // namespace biaoshen
