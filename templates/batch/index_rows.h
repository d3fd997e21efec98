// The rows of a long index as data for the page's own script, which makes a row when it is first
// shown: a browser takes a quarter of the bytes at once, and a hundredth of the elements.
//
//   {"programmes": ["…"], "endings": [["return", "退回补正"], …], "rules": ["form.sealed", …],
//    "rows": [[name, link, programme, ending, number, title, organization, score, fail, review,
//              joint, rules, remarks], …]}
//
// `link` is empty where the folder has the name of the row. `programme` counts from 1, `ending` and
// `rules` are places in the lists above, `remarks` are [kind, text, link of a copy]; "changed" says
// that the row differs from the batch before. What is empty at the end of a row is left out.
//
// Every text is masked and made visible as in any other row, and no "<" is in it: data in a page
// end where markup begins. Tested by tests/batch/index_writer_test.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "templates/batch/batch_source.h"
#include "templates/batch/batch_totals.h"

namespace biaoshen {

std::string index_rows(const BatchSource& source, const ProgrammeTotals& totals,
                       const std::vector<RuleCount>& rules);

}  // namespace biaoshen
