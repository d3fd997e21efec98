// The functions of Tesseract that TesseractReader calls (late_library.h). Tesseract brings along
// what fetches from networks, for models that nobody here asks for: half of what is linked.
#include <tesseract/capi.h>

#include "extractors/pictures/late_library.h"

namespace {

// OpenMP would spend three times the processor time for half the wait.
biaoshen::LateLibrary without_threads(const char* name) {
  const biaoshen::LateLibrary library(name);
  library.call(static_cast<void (*)(int)>(nullptr), "omp_set_max_active_levels", 0);
  return library;
}

const biaoshen::LateLibrary& library() {
  static const biaoshen::LateLibrary tesseract = without_threads("libtesseract.so.5");
  return tesseract;
}

}  // namespace

const char* TessVersion() {
  return library().call(TessVersion, __func__);
}
void TessDeleteText(const char* text) {
  library().call(TessDeleteText, __func__, text);
}
TessBaseAPI* TessBaseAPICreate() {
  return library().call(TessBaseAPICreate, __func__);
}
void TessBaseAPIDelete(TessBaseAPI* api) {
  library().call(TessBaseAPIDelete, __func__, api);
}
int TessBaseAPIInit2(TessBaseAPI* api, const char* folder, const char* language,
                     TessOcrEngineMode engine) {
  return library().call(TessBaseAPIInit2, __func__, api, folder, language, engine);
}
BOOL TessBaseAPISetVariable(TessBaseAPI* api, const char* name, const char* value) {
  return library().call(TessBaseAPISetVariable, __func__, api, name, value);
}
void TessBaseAPISetPageSegMode(TessBaseAPI* api, TessPageSegMode mode) {
  library().call(TessBaseAPISetPageSegMode, __func__, api, mode);
}
void TessBaseAPISetImage2(TessBaseAPI* api, Pix* picture) {
  library().call(TessBaseAPISetImage2, __func__, api, picture);
}
void TessBaseAPISetSourceResolution(TessBaseAPI* api, int dpi) {
  library().call(TessBaseAPISetSourceResolution, __func__, api, dpi);
}
int TessBaseAPIRecognize(TessBaseAPI* api, ETEXT_DESC* monitor) {
  return library().call(TessBaseAPIRecognize, __func__, api, monitor);
}
char* TessBaseAPIGetUTF8Text(TessBaseAPI* api) {
  return library().call(TessBaseAPIGetUTF8Text, __func__, api);
}
TessResultIterator* TessBaseAPIGetIterator(TessBaseAPI* api) {
  return library().call(TessBaseAPIGetIterator, __func__, api);
}
void TessBaseAPIClear(TessBaseAPI* api) {
  library().call(TessBaseAPIClear, __func__, api);
}
void TessResultIteratorDelete(TessResultIterator* at) {
  library().call(TessResultIteratorDelete, __func__, at);
}
BOOL TessResultIteratorNext(TessResultIterator* at, TessPageIteratorLevel level) {
  return library().call(TessResultIteratorNext, __func__, at, level);
}
char* TessResultIteratorGetUTF8Text(const TessResultIterator* at, TessPageIteratorLevel level) {
  return library().call(TessResultIteratorGetUTF8Text, __func__, at, level);
}
float TessResultIteratorConfidence(const TessResultIterator* at, TessPageIteratorLevel level) {
  return library().call(TessResultIteratorConfidence, __func__, at, level);
}
const TessPageIterator* TessResultIteratorGetPageIteratorConst(const TessResultIterator* at) {
  return library().call(TessResultIteratorGetPageIteratorConst, __func__, at);
}
BOOL TessPageIteratorIsAtBeginningOf(const TessPageIterator* at, TessPageIteratorLevel level) {
  return library().call(TessPageIteratorIsAtBeginningOf, __func__, at, level);
}
BOOL TessPageIteratorBoundingBox(const TessPageIterator* at, TessPageIteratorLevel level, int* left,
                                 int* top, int* right, int* bottom) {
  return library().call(TessPageIteratorBoundingBox, __func__, at, level, left, top, right, bottom);
}
