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
  void unpacked(std::uint64_t bytes) { unpacked_ = bytes; }
  double seconds() const {
    return seconds_ +
           limits_.seconds_per_unpacked_mb * (static_cast<double>(unpacked_) / (1 << 20));
  }
  Clock::time_point at() const {
    return start_ +
           std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds()));
  }

 private:
  Limits limits_;
  Clock::time_point start_;
  double seconds_;
  std::uint32_t recognised_ = 0;
  std::uint64_t unpacked_ = 0;
};

// What ends badly, said as a problem of the file. What had arrived is kept.
void note_end(WorkerEnd end, const Deadline& deadline, const Limits& limits, Document& document) {
  if (end == WorkerEnd::done) return;
  const bool has_something = !document.pages.empty() || !document.members.empty();
  document.status = has_something ? FileStatus::partial : FileStatus::unreadable;
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

// The kernel's limit on processor time allows for all that a file may have; the deadline on the
// clock is the one that bites first.
double most_seconds(const Deadline& deadline, const Limits& limits) {
  return deadline.seconds() +
         (limits.seconds_per_page + limits.seconds_per_recognised_page) * limits.pages +
         limits.seconds_per_unpacked_mb * (static_cast<double>(limits.package_bytes) / (1 << 20));
}

// What one reader says, frame by frame, becomes a document. A call says false to what an honest
// reader does not send.
class Reading {
 public:
  Reading(Document& document, WorkerProcess& worker, Deadline& deadline, Recognitions& recognitions,
          Spool& spool, const Limits& limits)
      : document_(document),
        worker_(worker),
        deadline_(deadline),
        recognitions_(recognitions),
        members_(spool, limits) {}

  bool operator()(wire::Format&& format) {
    document_.format = std::move(format.name);
    return true;
  }
  bool operator()(wire::PageCount&& count) {
    if (announced_ == 0) deadline_.pages(announced_ = count.pages);
    return true;
  }
  bool operator()(Page&& page) {
    if (page.number != document_.pages.size() + 1) return false;
    document_.pages.push_back(std::move(page));
    return true;
  }
  bool operator()(Problem&& problem) {
    if (document_.problems.size() < kMostProblems) document_.problems.push_back(std::move(problem));
    return true;
  }
  bool operator()(FileStatus&& status) {
    document_.status = status;
    return true;
  }
  bool operator()(wire::Engine&& engine) {
    if (document_.engines.size() < kMostEngines)
      document_.engines.push_back(std::move(engine.name));
    return true;
  }
  bool operator()(wire::Ask&& ask) {
    const std::string known = recognitions_.recall(ask.key);
    if (known.empty()) deadline_.recognising();
    return worker_.send(wire::encode_answer(known), deadline_.at());
  }
  bool operator()(wire::Learned&& learned) {
    recognitions_.remember(learned.key, std::move(learned.recognised));
    return true;
  }
  bool operator()(wire::MemberBegin&& member) { return members_.begin(std::move(member.path)); }
  bool operator()(wire::MemberBytes&& bytes) {
    if (!members_.bytes(bytes.piece)) return false;
    deadline_.unpacked(members_.received());
    return true;
  }
  bool operator()(wire::MemberEnd&& end) {
    return members_.end(end.status, std::move(end.problems));
  }
  bool operator()(Crop&&) { return false; }  // nobody asked for one
  bool operator()(wire::Done&&) { return true; }

  void finish() { document_.members = members_.take(); }
  std::uint32_t announced() const { return announced_; }

 private:
  static constexpr std::size_t kMostProblems = 1000, kMostEngines = 8;
  Document& document_;
  WorkerProcess& worker_;
  Deadline& deadline_;
  Recognitions& recognitions_;
  MemberReceiver members_;
  std::uint32_t announced_ = 0;
};

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
  WorkerProcess worker(program_, open.value());
  Reading reading(document, worker, deadline, recognitions_, spool_, limits);
  const auto on_frame = [&](std::string_view untrusted_frame) {
    wire::Frame frame;
    if (!wire::decode(untrusted_frame, limits, frame)) return WorkerProcess::Next::refuse;
    const bool is_last = std::holds_alternative<wire::Done>(frame);
    if (!std::visit(reading, std::move(frame))) return WorkerProcess::Next::refuse;
    return is_last ? WorkerProcess::Next::last : WorkerProcess::Next::more;
  };
  const WorkerEnd end =
      worker.run(wire::encode(order_for(file, limits, most_seconds(deadline, limits))), on_frame,
                 [&] { return deadline.at(); });
  reading.finish();
  note_end(end, deadline, limits, document);
  account_for_missing_pages(reading.announced(), document);
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
