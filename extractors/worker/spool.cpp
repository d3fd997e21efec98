#include "extractors/worker/spool.h"

#include <cstdlib>
#include <system_error>
#include <utility>

#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace fs = std::filesystem;

Spool::~Spool() {
  std::error_code error;
  if (!folder_.empty()) fs::remove_all(folder_, error);
}

fs::path Spool::next() {
  const std::lock_guard lock(access_);
  if (folder_.empty()) {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "biaoshen-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) return {};
    folder_ = name;
  }
  return folder_ / (std::to_string(++count_) + ".bin");
}

MemberReceiver::~MemberReceiver() {
  if (is_open_) close(FileStatus::unreadable, {});
}

bool MemberReceiver::begin(std::string path) {
  if (is_open_ || members_.size() >= limits_.entries) return false;
  Member& member = members_.emplace_back();
  member.path = std::move(path);
  member.source = spool_.next();
  if (!member.source.empty()) file_.open(member.source, std::ios::binary | std::ios::trunc);
  is_open_ = true;
  return true;
}

bool MemberReceiver::bytes(std::string_view piece) {
  if (!is_open_) return false;
  Member& member = members_.back();
  member.bytes += piece.size();
  received_ += piece.size();
  if (member.bytes > limits_.member_bytes || received_ > limits_.package_bytes) return false;
  file_.write(piece.data(), static_cast<std::streamsize>(piece.size()));
  return true;
}

bool MemberReceiver::end(FileStatus status, std::vector<Problem> problems) {
  if (!is_open_) return false;
  close(status, std::move(problems));
  return true;
}

void MemberReceiver::close(FileStatus status, std::vector<Problem> problems) {
  is_open_ = false;
  Member& member = members_.back();
  file_.close();
  const bool is_stored = !member.source.empty() && !file_.fail();
  file_.clear();
  member.status = status;
  member.problems = std::move(problems);
  if (status == FileStatus::read && is_stored) {
    if (auto hash = sha256_of_file(member.source)) {
      member.sha256 = std::move(*hash);
      return;
    }
  }
  // Nothing is kept of what cannot be read to the end.
  if (status == FileStatus::read) {
    member.status = FileStatus::unreadable;
    member.problems.push_back({"spool-full", 0, std::to_string(member.bytes) + " bytes"});
  }
  std::error_code error;
  fs::remove(member.source, error);
  member.source.clear();
  member.bytes = 0;
}

std::vector<Member> MemberReceiver::take() {
  if (is_open_) close(FileStatus::unreadable, {{"cut-short", 0, ""}});
  return std::exchange(members_, {});
}

}  // namespace biaoshen
