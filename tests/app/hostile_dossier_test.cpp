// A batch of dossiers whose names, file names and texts are attacks, through the real program:
// what it writes is text, its links lead to its own results, and a terminal obeys none of it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/base/text.h"
#include "pipeline/base/unseen.h"
#include "tests/app/run_program.h"
#include "tests/templates/html_tokens.h"

namespace fs = std::filesystem;
using namespace biaoshen;
using namespace biaoshen::test;

namespace {

const char* const kAttack =
    "甲\"><script>window.pwned=1</script>{{title}}'\u202Efdp\u200B\u009B31m\u2028 =1+1";

// Names that a file system takes and that mean something elsewhere.
const std::vector<std::string>& hostile_names() {
  static const std::vector<std::string> kNames = {
      "\"><img src=x onerror=window.pwned=1>",
      "-rf",
      "=cmd|'c calc'!A0",
      "javascript:alert(1)",
      "%2e%2e%2fx?a=b#c",
      "..\\..\\windows",
      "a\nERROR b\r",
      "\x1b]0;title\x07\u009B2J\u202Egnp",
      "合\u200B同\uFFFE",
      "{{{css}}}",
      "_x202E_ 13812345678",
      "con.",
      "\xFF\xFE\xB1\xEA",
      std::string(255, 'x'),
  };
  return kNames;
}

void write_hostile_dossier(const fs::path& folder, const std::string& mark) {
  const std::string attack = kAttack + mark;
  fs::create_directories(folder / "附件");
  write_whole(
      folder / "附件1 申报书.txt",
      "北京市高质量团体标准评价申报书\n标准名称：" + attack + "\n标准编号：T/BAIIA 015—2022\n" +
          "申报单位：" + attack +
          "公司（电话 138\u200B1234\u20605678）\n发布日期：2022-11-18\n实施日期：2022-12-01\n");
  write_whole(folder / "附件4 标准文本.txt",
              "团体标准\nT/BAIIA 015—2021\n" + attack + "标题\n2022-11-18发布 2022-12-01实施\n");
  for (const std::string& name : hostile_names()) write_whole(folder / "附件" / name, attack);
}

bool is_seen(std::string_view bytes) {
  UnseenScan scan;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = next_code_point(bytes, at);
    if (scan.is_unseen(c) && c != '\n' && c != '\t') return false;
  }
  return is_valid_utf8(bytes);
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.insert(entry.path().filename().string());
  return names;
}

std::string percent_decoded(std::string_view address) {
  std::string out;
  for (std::size_t at = 0; at < address.size(); ++at) {
    if (address[at] == '%' && at + 2 < address.size()) {
      out += static_cast<char>(std::stoi(std::string(address.substr(at + 1, 2)), nullptr, 16));
      at += 2;
    } else {
      out += address[at];
    }
  }
  return out;
}

// A page of which every link leads to a place in it or to a file of the results.
void check_page(const fs::path& page) {
  INFO(page.filename().string());
  const std::string html = read_whole(page);
  const HtmlTokens tokens = html_tokens(html);
  CHECK(tokens.mistake == "");
  CHECK(is_seen(html));
  CHECK(tokens.scripts.size() <= 1);  // none where another dossier's page is to be decided in
  for (const HtmlTag& tag : tokens.tags)
    CHECK_FALSE((tag.name == "img" && tag.attributes.at("src").substr(0, 5) != "data:"));
  for (const std::string& address : tokens.values("href")) {
    INFO(address);
    if (address.starts_with("#") || address.starts_with("data:image/png;base64,")) continue;
    CHECK(address.find(':') == std::string::npos);
    CHECK(fs::exists(page.parent_path() / percent_decoded(address)));
  }
}

void check_result(const fs::path& result) {
  for (const auto& file : fs::recursive_directory_iterator(result)) {
    const std::string name = file.path().filename().string(), kind = file.path().extension();
    INFO(name);
    if (kind == ".html") check_page(file.path());
    if (kind == ".json" || kind == ".sarif") {
      CHECK(is_seen(read_whole(file.path())));
      CHECK(nlohmann::json::accept(read_whole(file.path())));
    }
    CHECK((name == "evidence" || kind == ".png" || kind == ".html" || kind == ".json" ||
           kind == ".sarif" || name == "notice.docx"));
  }
}

}  // namespace

TEST_CASE("dossiers full of attacks are reviewed, and nothing that is written of them is live") {
  const fs::path folder = fresh_folder("hostile-dossier");
  const fs::path inbox = folder / "inbox", out = folder / "out";
  for (const std::string& name : hostile_names())
    write_hostile_dossier(inbox / name, name == "-rf" ? "" : "乙");
  const Ran ran = test::biaoshen({"batch", inbox.string(), "--out", out.string(), "--programme",
                                  "bj-hq-group-standard", "--as-of", "2024-08-31"});
  INFO(ran.err);
  CHECK(ran.exit == 0);
  CHECK(is_seen(ran.out));
  CHECK(is_seen(ran.err));
  CHECK(names_in(folder) == std::set<std::string>{"inbox", "out"});
  std::set<std::string> expected(hostile_names().begin(), hostile_names().end());
  for (const char* ours : {"index.html", "register.xlsx", "batch.json", ".biaoshen"})
    expected.insert(ours);
  CHECK(names_in(out) == expected);
  check_page(out / "index.html");
  CHECK(is_seen(read_whole(out / "batch.json")));
  for (const std::string& name : hostile_names()) check_result(out / name);
  const std::string page = read_whole(out / "-rf" / "dossier.html");
  CHECK(contains(page, "[U+202E]fdp[U+200B]"));  // shown, not dropped
  CHECK(contains(page, "电话 138[U+200B]****5678"));
  const auto record = nlohmann::json::parse(read_whole(out / "-rf" / "dossier.json"));
  CHECK(contains(record.at("subject").at("title").get<std::string>(),
                 "<script>window.pwned=1</script>"));
}

TEST_CASE("what one hostile file says is printed as JSON that a terminal does not obey") {
  const fs::path folder = fresh_folder("hostile-inspect");
  const fs::path file = folder / "\x1b]0;x\x07 附件1 申报书.txt";
  write_whole(file, std::string("标准名称：") + kAttack + "\n\u2066\u0085\n");
  const Ran ran = test::biaoshen({"inspect", file.string()});
  INFO(ran.err);
  CHECK(ran.exit == 0);
  CHECK(is_seen(ran.out));
  CHECK(is_seen(ran.err));
  const nlohmann::json json = nlohmann::json::parse(ran.out);
  CHECK(contains(json.at("pages").at(0).at("text").get<std::string>(), "\u202Efdp\u200B"));
}
