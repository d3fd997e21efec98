// Compound files: Word 97–2003, Excel 5–2003, Outlook. What their readers say is sound
// (sound_sink.h).
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/sound_sink.h"

FUZZ_TARGET(compound) {
  biaoshen::fuzz::read_soundly(bytes, {"doc", "xls", "msg", "ole"});
}
