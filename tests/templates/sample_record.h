// The record of the made-up review, as dossier.json would have it in one language.
#pragma once

#include "pipeline/model/record.h"

namespace biaoshen {

// What dossier.json says of `review`; facts all of them.
Record record_like(const Review& review, const Presentation& presentation = {});

Record sample_record();  // in Chinese, masked; each finding with a digest of its own

}  // namespace biaoshen
