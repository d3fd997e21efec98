#include "extractors/readers/archives/zip_open.h"

#include <unistd.h>

namespace biaoshen {

ZipOpening open_zip(const OpenFile& file) {
  const int own = ::dup(file.descriptor);
  if (own < 0) return {nullptr, ZIP_ER_OPEN};
  int error = 0;
  zip_t* zip = zip_fdopen(own, ZIP_RDONLY, &error);
  if (zip == nullptr) ::close(own);
  return {OpenZip(zip), error};
}

}  // namespace biaoshen
