// A library that few files need, with all that it brings along, loaded when the first of its
// functions is called: what is linked to a reader is loaded and bound before each file, also before
// one of plain text. Its functions are defined here under their own names and pass on what they are
// given, so that who calls them sees no difference (late_heif.cpp, late_tesseract.cpp).
//
// Where there is no such library, functions do nothing and give nothing: a null pointer, a zero.
// Tested by tests/pictures/late_library_test.cpp, tests/pictures/heif_picture_test.cpp and
// tests/ocr/tesseract_reader_test.cpp.
#pragma once

#include <dlfcn.h>

#include <type_traits>

namespace biaoshen {

class LateLibrary {
 public:
  // `name`: as linking it would have named it.
  explicit LateLibrary(const char* name)
      : handle_(::dlopen(name, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE)) {}

  // Calls its function of this name, which has the type of `like`.
  template <typename Gives, typename... Takes>
  Gives call(Gives (*)(Takes...), const char* name, std::type_identity_t<Takes>... given) const {
    using Function = Gives (*)(Takes...);
    const auto function =
        handle_ == nullptr ? Function() : reinterpret_cast<Function>(::dlsym(handle_, name));
    return function == nullptr ? Gives() : function(given...);
  }

 private:
  void* handle_;
};

}  // namespace biaoshen
