// Web pages, pages saved as one file, mail. What their readers say is sound (sound_sink.h).
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/sound_sink.h"

FUZZ_TARGET(web) {
  biaoshen::fuzz::read_soundly(bytes, {"html", "mht", "eml"});
}
