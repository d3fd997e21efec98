// The error channel of this program: what went wrong with us or with the call,
// never with the application (a Finding) and never with one of its files (a
// Problem). Functions return Result<T>; no exception crosses a folder.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace biaoshen {

// The values are the program's exit codes (see README.md). Append only.
enum class ErrorCode {
  usage = 2,      // the command line makes no sense
  input = 3,      // a PATH cannot be opened
  profile = 4,    // a profile is broken or unknown
  output = 5,     // OUT cannot be written
  internal = 70,  // our own mistake
  again = 75  // nothing is wrong that another try could not mend: an input that changed meanwhile
};

struct Error {
  ErrorCode code;
  std::string message;  // UTF-8: where, what, what to do
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace biaoshen
