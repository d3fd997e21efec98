// Archives and packages, as bytes. What their readers say is sound (sound_sink.h).
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/sound_sink.h"

FUZZ_TARGET(archives) {
  biaoshen::fuzz::read_soundly(bytes, {"zip", "docx", "xlsx", "ofd", "rar", "7z", "cab", "tar",
                                       "gz", "bz2", "xz", "zst", "lz4"});
}
