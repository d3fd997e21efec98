// Where the bytes of files inside files lie while a dossier is reviewed: a folder of its own in the
// system's folder for temporary files (TMPDIR), made when first needed, open to nobody else, gone
// with this object. Files in it have numbers; no name that an outsider chose becomes a name here.
//
// That it is full is no fault of a file: it is told apart from all that readers say.
// Tested by tests/worker/spool_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/open_plain.h"
#include "pipeline/contracts.h"

namespace biaoshen {

class Spool {
 public:
  Spool() = default;
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  struct Place {
    std::filesystem::path path;
    Descriptor file;
    int error = 0;  // errno where there is no file
  };
  // A new file to write to. Safe for several threads.
  Place next();

 private:
  int make_folder();

  std::mutex access_;
  std::filesystem::path folder_;
  std::uint32_t count_ = 0;
};

// The members that one reader sends, as it sends them. Each call is false where the reader breaks
// its limits or the order of calls, which an honest one never does, and where there is trouble.
class MemberReceiver {
 public:
  MemberReceiver(Spool& spool, const Limits& limits) : spool_(spool), limits_(limits) {}
  ~MemberReceiver();
  MemberReceiver(const MemberReceiver&) = delete;
  MemberReceiver& operator=(const MemberReceiver&) = delete;

  bool begin(std::string path);
  bool bytes(std::string_view piece);
  bool end(FileStatus status, std::vector<Problem> problems);
  std::uint64_t received() const { return received_; }  // bytes of all members
  // What has come, in its order. A member that is still open was cut short: unreadable.
  std::vector<Member> take();
  // The spool could not be written.
  const std::optional<Error>& trouble() const { return trouble_; }

 private:
  bool have_trouble(int error);
  void close(FileStatus status, std::vector<Problem> problems);

  Spool& spool_;
  Limits limits_;
  std::vector<Member> members_;
  Descriptor file_;
  bool is_open_ = false;
  std::uint64_t received_ = 0;
  std::optional<Error> trouble_;
};

}  // namespace biaoshen
