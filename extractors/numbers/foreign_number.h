// Numbers of international and foreign standards: ISO 9001:2015, IEC 61000-4-2:2008,
// BS EN ISO 16852-2016, ISO/DIS 5926, ASTM D1234, ITU-T G.711, IETF RFC 3550.
//
// It refuses film speeds (ISO 100) and years alone (IEEE 2019): short undated
// numbers are weak and count only where a standard is named.
// Tested through tests/numbers/.
#pragma once

#include "extractors/numbers/reading.h"

namespace biaoshen {

bool read_foreign_number(Cursor& cursor, Reading& reading);

}  // namespace biaoshen
