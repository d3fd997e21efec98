// Texts that many hold.
#include "pipeline/model/shared_text.h"

#include <catch2/catch.hpp>

#include "pipeline/model/batch.h"

using namespace biaoshen;

TEST_CASE("a shared text is compared by what it says") {
  CHECK(SharedText("甲") == SharedText(std::string("甲")));
  CHECK(SharedText("a") < SharedText("b"));
  CHECK(SharedText() == SharedText(""));
  CHECK(SharedText().str().empty());
}

TEST_CASE("what two dossiers say in the same words is there once") {
  const std::string words = "申报书第三页没有盖章，请申报单位补盖公章后重新扫描";
  BatchEntry entry, other;
  entry.findings.resize(1);
  other.findings.resize(1);
  entry.findings[0].message = SharedText(words);
  other.findings[0].message = SharedText(words);
  CHECK(&entry.findings[0].message.str() != &other.findings[0].message.str());
  TextPool pool;
  share_texts(entry, pool);
  share_texts(other, pool);
  CHECK(&entry.findings[0].message.str() == &other.findings[0].message.str());
  CHECK(other.findings[0].message.str() == words);
}
