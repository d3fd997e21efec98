// The name in the certificate that a digital signature was made with. The value of a signature is
// a nest of tagged values (DER of a CMS message):
//
//   message := 30 { oid A0 { 30 { version digests content A0 { certificate… } A1? signers } } }
//   signers := 31 { 30 { version 30 { issuer serial } … } }
//   certificate := 30 { 30 { A0{version}? serial algorithm issuer validity subject … } … }
//   subject := 30 { 31 { 30 { oid name } } … }          oid 55 04 03: the common name
//
// The certificate is the one with the signer's serial. Nothing is verified. Seals of other formats
// give no name. Tested by tests/readers/pdf_signatures_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace biaoshen {

// UTF-8; empty where none is found.
std::string name_of_signer(std::string_view value);

}  // namespace biaoshen
