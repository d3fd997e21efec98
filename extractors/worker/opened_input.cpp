#include "extractors/worker/opened_input.h"

#include <utility>

#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace {

bool is_same(const timespec& a, const timespec& b) {
  return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

}  // namespace

OpenedInput::OpenedInput(Descriptor file) : file_(std::move(file)) {
  ::fstat(file_.value(), &as_opened_);
}

bool OpenedInput::is_unchanged() const {
  struct stat now {};
  return ::fstat(file_.value(), &now) == 0 && now.st_size == as_opened_.st_size &&
         is_same(now.st_mtim, as_opened_.st_mtim) && is_same(now.st_ctim, as_opened_.st_ctim);
}

std::string OpenedInput::contents() {
  if (!sha256_) sha256_ = sha256_of_open_file(file_.value()).value_or("");
  return is_unchanged() ? *sha256_ : std::string();
}

}  // namespace biaoshen
