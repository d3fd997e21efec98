// The parts of a OFD file, listed (listed_package.h). What its reader says is sound (sound_sink.h).
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/listed_package.h"
#include "tests/fuzz/sound_sink.h"

FUZZ_TARGET(ofd) {
  biaoshen::fuzz::read_soundly(biaoshen::fuzz::package_of(bytes), {"ofd"});
}
