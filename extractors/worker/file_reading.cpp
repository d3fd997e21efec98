#include "extractors/worker/file_reading.h"

#include <string>

namespace biaoshen {

// Text that no limit of a page stops: what is beyond is accounted for, and not kept.
bool FileReading::is_within_text(const Page& page) {
  text_bytes_ += page.text.size();
  for (const SecondReading& second : page.second_readings) text_bytes_ += second.text.size();
  return text_bytes_ <= limits_.document_text;
}

Page FileReading::failed_page(std::uint32_t number, const char* reason) {
  Page page;
  page.number = number;
  page.source = Source::failed;
  page.reason = reason;
  return page;
}

void FileReading::finish(WorkerEnd end) {
  document_.members = members_.take();
  if (text_bytes_ > limits_.document_text) {
    if (document_.status == FileStatus::read) document_.status = FileStatus::partial;
    document_.problems.push_back(
        {"text-limit", 0, std::to_string(limits_.document_text >> 20) + " MiB"});
  }
  if (worker_ != nullptr && worker_->messages().ran_out_of_memory()) note_lack_of_memory();
  if (end != WorkerEnd::done) note_end(end);
  account_for_missing_pages();
}

// A library that had no memory left something out and went on.
void FileReading::note_lack_of_memory() {
  if (document_.status == FileStatus::read) document_.status = FileStatus::partial;
  if (!document_.has_problem("memory-limit"))
    document_.problems.push_back(
        {"memory-limit", 0, std::to_string(limits_.address_space >> 20) + " MiB"});
}

void FileReading::note_end(WorkerEnd end) {
  const bool has_something = !document_.pages.empty() || !document_.members.empty();
  document_.status = has_something ? FileStatus::partial : FileStatus::unreadable;
  switch (end) {
    case WorkerEnd::late:
      document_.problems.push_back(
          {"time-limit", 0, std::to_string(static_cast<long>(deadline_.seconds())) + " s"});
      break;
    case WorkerEnd::out_of_memory:
      note_lack_of_memory();
      break;
    case WorkerEnd::not_started:
      document_.problems.push_back({"reader-missing", 0, "biaoshen-reader"});
      break;
    case WorkerEnd::protocol:
      document_.problems.push_back({"protocol", 0, ""});
      break;
    default:
      document_.problems.push_back({"crash", 0, ""});
  }
}

// Pages the reader announced and never sent are failed pages, not missing ones.
void FileReading::account_for_missing_pages() {
  for (auto number = static_cast<std::uint32_t>(document_.pages.size()) + 1; number <= announced_;
       ++number)
    document_.pages.push_back(failed_page(number, "not-reached"));
}

}  // namespace biaoshen
