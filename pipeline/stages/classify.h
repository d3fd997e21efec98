// The third stage: which pages of which file serve as what. Contents decide, names help.
//
// A file is one part unless one of its pages begins something else: a page whose first
// lines are the title of another material, a standard's cover, a page of the platform.
// So one merged PDF falls apart into its materials, and two standards in one file into two
// parts of one material. A DOCX may hold several documents without a page break between them:
// where a title as large as the first one begins another material, the page serves as both.
// Each part goes to the material with
// the highest sum of cues; below kEnough to none (`other`). A file nobody could read is
// placed by its name alone, and the reason says so, as it does where name and contents
// disagree. Of a path the file's own name counts, else the nearest folder or package.
//
// It refuses to judge whether a material is needed or good; rules do.
// Tested by tests/stages/classify_test.cpp and by samples/dossiers/merged-pdf.
#pragma once

#include <span>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Part> classify(const Dossier& dossier, const Profile& profile,
                           std::span<const StructureRow> structures);

}  // namespace biaoshen
