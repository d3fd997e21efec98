#include "extractors/worker/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "pipeline/base/sha256.h"
#include "pipeline/base/write_all.h"

namespace biaoshen {
namespace fs = std::filesystem;

namespace {

// As it was given: what it is set to may be what is wrong.
std::string temporary_folder() {
  const char* given = std::getenv("TMPDIR");
  return given != nullptr && *given != '\0' ? given : "/tmp";
}

}  // namespace

Spool::~Spool() {
  std::error_code error;
  if (!folder_.empty()) fs::remove_all(folder_, error);
}

int Spool::make_folder() {
  std::error_code error;
  // Its own path, without links: that is how its files will be opened.
  std::string name = (fs::canonical(temporary_folder(), error) / "biaoshen-XXXXXX").string();
  if (error) return error.value();
  if (::mkdtemp(name.data()) == nullptr) return errno;
  folder_ = name;
  return 0;
}

Spool::Place Spool::next() {
  const std::lock_guard lock(access_);
  Place place;
  if (folder_.empty() && (place.error = make_folder()) != 0) return place;
  place.path = folder_ / (std::to_string(++count_) + ".bin");
  place.file =
      Descriptor(::open(place.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (place.file.value() < 0) place.error = errno;
  return place;
}

MemberReceiver::~MemberReceiver() {
  if (is_open_) close(FileStatus::unreadable, {});
}

bool MemberReceiver::have_trouble(int error) {
  trouble_ = Error{ErrorCode::output, "TMPDIR " + temporary_folder() +
                                          ": a file in an archive cannot be unpacked there: " +
                                          std::generic_category().message(error) +
                                          "; make room, or set TMPDIR to a larger disk"};
  return false;
}

bool MemberReceiver::begin(std::string path) {
  if (is_open_ || trouble_ || members_.size() >= limits_.entries) return false;
  Spool::Place place = spool_.next();
  if (place.error != 0) return have_trouble(place.error);
  Member& member = members_.emplace_back();
  member.path = std::move(path);
  member.source = std::move(place.path);
  file_ = std::move(place.file);
  is_open_ = true;
  return true;
}

bool MemberReceiver::bytes(std::string_view piece) {
  if (!is_open_ || trouble_) return false;
  Member& member = members_.back();
  member.bytes += piece.size();
  received_ += piece.size();
  if (member.bytes > limits_.member_bytes || received_ > limits_.package_bytes) return false;
  return write_all(file_.value(), piece) || have_trouble(errno);
}

bool MemberReceiver::end(FileStatus status, std::vector<Problem> problems) {
  if (!is_open_ || trouble_) return false;
  close(status, std::move(problems));
  return !trouble_;
}

void MemberReceiver::close(FileStatus status, std::vector<Problem> problems) {
  is_open_ = false;
  Member& member = members_.back();
  // Disks on a network may say only now that they are full.
  if (::close(file_.release()) != 0 && !trouble_) have_trouble(errno);
  member.status = status;
  member.problems = std::move(problems);
  if (status == FileStatus::read && !trouble_) {
    if (auto hash = sha256_of_file(member.source)) {
      member.sha256 = std::move(*hash);
      return;
    }
    have_trouble(EIO);
  }
  // Nothing is kept of what cannot be read to the end.
  if (trouble_) {
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
