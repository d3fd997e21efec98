// The classes of numbers, each of which knows its own head. A reader starts at
// the first letter of a head; it returns false and leaves nothing behind where
// the text is not of its class.
// Tested through tests/numbers/.
#pragma once

#include "extractors/numbers/reading.h"

namespace biaoshen {

// GB, GB/T, GBZ, NB/SH/T, JTG/T, JJF, TSG; codes of the tables, and unknown ones with /T or /Z.
bool read_coded_number(Cursor& cursor, Reading& reading, NumberContext context);

// DB11/T, DB4403/T, DB11/, DBS50/, DBJ50/T, DG/TJ.
bool read_local_number(Cursor& cursor, Reading& reading, NumberContext context);

// T/CAS, T/CECA-G, T/310101009-C007.
bool read_group_number(Cursor& cursor, Reading& reading, NumberContext context);

// Q/ABC.
bool read_enterprise_number(Cursor& cursor, Reading& reading, NumberContext context);

// T or Z after a code: "/T", in names of files also "T", "_T", "-T", " T". Lost slashes become a
// doubt outside of names of files. False leaves the cursor alone.
bool take_nature(Cursor& cursor, Reading& reading, NumberContext context);

}  // namespace biaoshen
