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
  const auto entry_with = [&](std::uint32_t page) {
    BatchFinding finding;
    finding.message = SharedText(words);
    finding.page = page;
    BatchEntry entry;
    entry.findings = {finding};
    return entry;
  };
  BatchEntry entry = entry_with(3), same = entry_with(3), elsewhere = entry_with(4);
  CHECK(&entry.findings[0]->message.str() != &same.findings[0]->message.str());
  FindingPool pool;
  for (BatchEntry* one : {&entry, &same, &elsewhere}) pool.share(*one);
  CHECK(&*entry.findings[0] == &*same.findings[0]);
  CHECK(same.findings[0]->message.str() == words);
  CHECK(elsewhere.findings[0]->page == 4);
  CHECK(&elsewhere.findings[0]->message.str() == &entry.findings[0]->message.str());
}
