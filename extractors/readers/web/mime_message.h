// The parts of a MIME message: an e-mail, or a web page saved as one file. GMime parses it over the
// open file; bytes of a part are decoded when they are wanted, piece by piece.
//
// Names of files and the words of headers may be encoded in any of the ways that mailers know
// (RFC 2047, RFC 2231, plain GB18030); here they are UTF-8.
// It refuses more parts than a message could mean. Tested by tests/readers/mime_reader_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/open_file.h"

namespace biaoshen {

struct MimePart {
  std::string type;      // "text/html", lower case
  std::string charset;   // as stated; may be empty
  std::string id;        // Content-ID without brackets
  std::string location;  // Content-Location
  std::string name;      // of the file; may be empty
  bool is_attachment = false;
  std::uint64_t packed = 0;  // bytes before decoding; 0 where not known
};

class MimeMessage {
 public:
  // Null where the file is no message.
  static std::unique_ptr<MimeMessage> open(const OpenFile& file);
  ~MimeMessage();
  MimeMessage(const MimeMessage&) = delete;
  MimeMessage& operator=(const MimeMessage&) = delete;

  // In the order of the message; containers are not listed, messages in the message are parts.
  const std::vector<MimePart>& parts() const { return parts_; }
  bool has_more_parts() const { return has_more_parts_; }
  // Words of a header; empty where there is none.
  std::string header(const char* name) const;

  // Delivers the decoded bytes of a part; `take` says false to stop.
  void read(std::size_t part, const std::function<bool(std::string_view)>& take) const;
  // All of them, up to `most`.
  std::string bytes(std::size_t part, std::uint64_t most) const;

 private:
  struct Tree;
  explicit MimeMessage(std::unique_ptr<Tree> tree);

  std::unique_ptr<Tree> tree_;
  std::vector<MimePart> parts_;
  bool has_more_parts_ = false;
};

}  // namespace biaoshen
