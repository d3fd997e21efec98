// Findings over a batch as the data of a page: the same for the index and for the section in
// each dossier concerned.
//
// Tested by tests/batch/index_writer_test.cpp and joint_dossier_test.cpp.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>

#include "pipeline/model/batch_report.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

// A finding names so many of the dossiers that it concerns: what is put into each of them is not to
// grow with their number.
inline constexpr std::size_t kNamedDossiers = 60;

// Where the findings are shown.
struct JointPlace {
  const BatchNames& batch;
  Presentation presentation;
  std::string to_results;  // from the page to the folder of the results: "" or "../"
  std::string own;         // name of the dossier whose page it is; empty on the index
};

kainjow::mustache::list joint_findings_data(JointFindings findings, const JointPlace& place);

// The address of a result's page, fit for an attribute as it stands. `to_results` as above.
std::string result_link(std::string_view to_results, std::string_view folder);

}  // namespace biaoshen
