// Names of what programs leave beside documents: nobody's documents, but some of them say that
// something is still under way. Each takes one name, not a path.
//
// Tested by tests/base/litter_test.cpp.
#pragma once

#include <string_view>

namespace biaoshen {

// Thumbs.db, .DS_Store, __MACOSX, lost+found, .Trash-1000, .nfs0000…, ~WRL0001.tmp: left by
// operating systems, network disks and Word. Never part of anything.
bool is_system_litter(std::string_view name);

// ~$附件2.docx, .~lock.附件2.odt#: Word or LibreOffice has the document open, or had when it fell.
bool is_lock_name(std::string_view name);

// On its way to another name: a download of a browser or of Thunder, an upload of WinSCP, a file
// that rsync or a program is just writing (.附件2.docx.Ab3dE9, x.tmp).
bool is_temporary_name(std::string_view name);
// The name that it will have: x.zip of x.zip.part. Empty where that cannot be told.
std::string_view name_to_be(std::string_view temporary);

// What a review lists as ignored: litter of systems, locks, unfinished downloads. Not x.tmp, and
// not what rsync's names look like: that may be somebody's document, once it is handed in.
bool is_litter(std::string_view name);

}  // namespace biaoshen
