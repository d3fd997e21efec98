// Where the bytes of files inside files lie while a dossier is reviewed: a folder of its own in the
// system's folder for temporary files (TMPDIR), made when first needed, open to nobody else, gone
// with this object. Files in it have numbers; no name that an outsider chose becomes a name here.
//
// Tested by tests/worker/spool_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

class Spool {
 public:
  Spool() = default;
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  // A path nobody has used; empty where the folder cannot be made. Safe for several threads.
  std::filesystem::path next();

 private:
  std::mutex access_;
  std::filesystem::path folder_;
  std::uint32_t count_ = 0;
};

// The members that one reader sends, as it sends them. Each call is false where the reader breaks
// its limits or the order of calls, which an honest one never does.
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

 private:
  void close(FileStatus status, std::vector<Problem> problems);

  Spool& spool_;
  Limits limits_;
  std::vector<Member> members_;
  std::ofstream file_;
  bool is_open_ = false;
  std::uint64_t received_ = 0;
};

}  // namespace biaoshen
