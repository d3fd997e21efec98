#include "pipeline/ledger/try_notes.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>
#include <utility>

#include "pipeline/base/write_all.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/ledger/staging.h"
#include "pipeline/ledger/transitions.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMade = "claimed";

//   claimed | rest
//   SHA-256 of the files that were tried
//   deaths kills losses
//   the reason, to the end
std::string text_of(const LedgerEntry& entry) {
  return std::string(entry.state == LedgerState::claimed ? kMade : "rest") + "\n" +
         entry.tried_sha256 + "\n" + std::to_string(entry.deaths) + " " +
         std::to_string(entry.kills) + " " + std::to_string(entry.losses) + "\n" + entry.reason;
}

// Whether it is a note that makes sense.
bool read(std::istream& in, LedgerEntry& entry, bool& is_made) {
  std::string state;
  if (!std::getline(in, state) || !std::getline(in, entry.tried_sha256)) return false;
  if (!(in >> entry.deaths >> entry.kills >> entry.losses)) return false;
  in.ignore(1);
  entry.reason.assign(std::istreambuf_iterator<char>(in), {});
  is_made = state == kMade;
  return entry.deaths >= 0 && entry.kills >= 0 && entry.losses >= 0;
}

bool is_locked_by_another(const fs::path& note) {
  const Descriptor file(::open(note.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  return file.value() >= 0 && ::flock(file.value(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

Result<void> write(const Descriptor& file, const fs::path& note, const LedgerEntry& entry) {
  if (::ftruncate(file.value(), 0) != 0 || ::lseek(file.value(), 0, SEEK_SET) != 0 ||
      !write_all(file.value(), text_of(entry)))
    return cannot_write(note, errno);
  return {};
}

bool has_failed(const LedgerEntry& entry) {
  return entry.deaths > 0 || entry.kills > 0 || entry.losses > 0;
}

}  // namespace

TryNotes::TryNotes(const fs::path& out) : folder_(state_folder(out) / "tries") {}

std::optional<LedgerEntry> TryNotes::known(const std::string& folder) const {
  std::ifstream in(folder_ / folder, std::ios::binary);
  LedgerEntry noted;
  noted.folder = folder;
  bool is_made = false;
  if (!in || !read(in, noted, is_made)) return std::nullopt;
  if (is_made && is_locked_by_another(folder_ / folder)) return std::nullopt;
  if (is_made) return after_loss(std::move(noted), "程序中断 / the program ended");
  if (is_given_up(noted)) noted.state = LedgerState::quarantined;
  return noted;
}

Result<void> TryNotes::put(const LedgerEntry& entry) {
  const fs::path note = folder_ / entry.folder;
  if (entry.state != LedgerState::claimed && !has_failed(entry)) {
    ::unlink(note.c_str());
    held_.erase(entry.folder);
    return {};
  }
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) return cannot_write(folder_, error.value());
  auto [held, is_new] = held_.try_emplace(entry.folder);
  if (is_new) {
    held->second =
        Descriptor(::open(note.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
    const int reason = errno;
    if (held->second.value() < 0) {
      held_.erase(held);
      return cannot_write(note, reason);
    }
    static_cast<void>(::flock(held->second.value(), LOCK_EX | LOCK_NB));  // two may try at once
  }
  const Result<void> written = write(held->second, note, entry);
  if (entry.state != LedgerState::claimed) held_.erase(held);
  return written;
}

}  // namespace biaoshen
