// The electronic signatures and seals that an OFD document states: who signed, which seal, when,
// and where on the pages the seal is shown. Names come out of the signed data (GB/T 38540, GM/T
// 0031) and the certificates in it.
//
// It refuses any word about whether a signature is genuine: nothing is verified. Tested by
// tests/readers/ofd_seals_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/ofd/ofd_geometry.h"
#include "extractors/readers/zip_package.h"

namespace biaoshen {

struct OfdStamp {
  std::string page;  // ID
  OfdBox box;        // millimetres of the page
};

struct OfdSignature {
  std::string seal;    // its name; empty where it could not be read
  std::string signer;  // of the certificate; empty where it could not be read
  std::string time;    // as written
  std::string provider;
  std::vector<OfdStamp> stamps;
};

struct OfdSealNames {
  std::string seal, signer;
};
// Out of a seal or a signed value, which holds its seal.
OfdSealNames names_in_seal(std::string_view der);

PartEnd read_ofd_signatures(ZipPackage& package, const std::string& list,
                            std::vector<OfdSignature>& signatures);

// For people: 印章“…”，签名人…，时间…
std::string words_for(const OfdSignature& signature);

}  // namespace biaoshen
