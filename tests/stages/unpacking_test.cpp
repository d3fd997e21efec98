#include <catch2/catch.hpp>

#include <map>

#include "pipeline/stages/read_files.h"

using namespace biaoshen;

namespace {

// Answers by path: which members a file holds, and what is said of it.
class PackageReader final : public Reader {
 public:
  Document read(const File& file, const Limits& limits) override {
    given.emplace(file.path, limits);
    const auto known = documents.find(file.path);
    if (known != documents.end()) return known->second;
    Document document;
    document.pages.emplace_back();
    return document;
  }
  std::vector<Crop> crop(const File&, std::span<const CropRequest>, const Limits&) override {
    return {};
  }
  std::map<std::string, Document> documents;
  std::map<std::string, Limits> given;  // with one job only
};

Member member_of(const std::string& path, std::uint64_t bytes = 10) {
  Member member;
  member.path = path;
  member.source = "spool/" + path;
  member.sha256 = "sha of " + path;
  member.bytes = bytes;
  return member;
}

Document package_with(const std::vector<Member>& members) {
  Document document;
  document.format = "zip";
  document.members = members;
  return document;
}

Dossier dossier_of_paths(const std::string& name, const std::vector<std::string>& paths) {
  Dossier dossier;
  dossier.name = name;
  for (const std::string& path : paths) {
    File file;
    file.path = path;
    file.sha256 = "disk " + path;
    file.source = path;
    dossier.files.push_back(file);
  }
  return dossier;
}

Dossier read_all(Dossier dossier, PackageReader& reader, const Limits& limits = {}) {
  Progress quiet;
  return read_files(std::move(dossier), reader, limits, 1, quiet);
}

std::vector<std::string> paths_of(const Dossier& dossier) {
  std::vector<std::string> paths;
  for (const File& file : dossier.files) paths.push_back(file.path);
  return paths;
}

const File& file_at(const Dossier& dossier, const std::string& path) {
  for (const File& file : dossier.files)
    if (file.path == path) return file;
  FAIL("no file " << path);
  return dossier.files.front();
}

}  // namespace

TEST_CASE("members become files under their container, to the last depth, in order of the paths") {
  PackageReader reader;
  reader.documents["附件.zip"] = package_with({member_of("b.pdf"), member_of("内.zip")});
  reader.documents["附件.zip/内.zip"] = package_with({member_of("a.txt")});
  const Dossier dossier = read_all(dossier_of_paths("材料", {"附件.zip", "申报书.docx"}), reader);
  CHECK(paths_of(dossier) == std::vector<std::string>{"申报书.docx", "附件.zip", "附件.zip/b.pdf",
                                                      "附件.zip/内.zip", "附件.zip/内.zip/a.txt"});
  CHECK(dossier.files[4].container == "附件.zip/内.zip");
  CHECK(dossier.files[1].container.empty());
  CHECK(dossier.files[4].id == "f05");
  CHECK(dossier.files[4].document.pages.size() == 1);
  CHECK(reader.given.at("附件.zip").nesting == 3);
  CHECK(reader.given.at("附件.zip/内.zip/a.txt").nesting == 1);
}

TEST_CASE("members of an archive that is the dossier keep their own paths") {
  PackageReader reader;
  reader.documents["材料.zip"] = package_with({member_of("材料/a.txt"), member_of("内.zip")});
  reader.documents["内.zip"] = package_with({member_of("b.txt")});
  const Dossier dossier = read_all(dossier_of_paths("材料.zip", {"材料.zip"}), reader);
  CHECK(paths_of(dossier) ==
        std::vector<std::string>{"内.zip", "内.zip/b.txt", "材料.zip", "材料/a.txt"});
}

TEST_CASE("a package too deep to open makes partial what it lies in") {
  PackageReader reader;
  reader.documents["a.zip"] = package_with({member_of("b.zip"), member_of("c.txt")});
  Document closed = package_with({});
  closed.status = FileStatus::refused;
  closed.problems.push_back({"nesting-limit", 0, ""});
  reader.documents["a.zip/b.zip"] = closed;
  const Dossier dossier = read_all(dossier_of_paths("材料", {"a.zip"}), reader);
  CHECK(file_at(dossier, "a.zip").document.status == FileStatus::partial);
  CHECK(file_at(dossier, "a.zip").document.has_problem("nesting-limit"));
  CHECK(file_at(dossier, "a.zip/b.zip").document.status == FileStatus::refused);
  for (const char* path : {"a.zip", "a.zip/b.zip"}) {
    REQUIRE(file_at(dossier, path).document.problems.size() == 1);
    CHECK(file_at(dossier, path).document.problems[0].detail == "> 3");
  }
  CHECK(file_at(dossier, "a.zip/c.txt").document.status == FileStatus::read);
}

TEST_CASE("budgets count for the whole dossier, in the order of the files") {
  PackageReader reader;
  reader.documents["a.zip"] = package_with({member_of("1", 60), member_of("2", 30)});
  reader.documents["b.zip"] = package_with({member_of("3", 20), member_of("4", 5)});
  SECTION("bytes") {
    Limits limits;
    limits.package_bytes = 100;
    const Dossier dossier = read_all(dossier_of_paths("材料", {"a.zip", "b.zip"}), reader, limits);
    CHECK(file_at(dossier, "b.zip/3").document.status == FileStatus::refused);
    CHECK(file_at(dossier, "b.zip/3").document.has_problem("package-limit"));
    CHECK(file_at(dossier, "b.zip/4").document.status == FileStatus::read);
    CHECK(reader.given.at("a.zip/1").package_bytes == 5);
  }
  SECTION("entries") {
    Limits limits;
    limits.entries = 5;
    const Dossier dossier = read_all(dossier_of_paths("材料", {"a.zip", "b.zip"}), reader, limits);
    CHECK(dossier.files.size() == 5);
    CHECK(file_at(dossier, "a.zip").document.status == FileStatus::read);
    CHECK(file_at(dossier, "b.zip").document.status == FileStatus::partial);
    CHECK(file_at(dossier, "b.zip").document.has_problem("entry-limit"));
    CHECK(reader.given.at("a.zip").entries == 3);
  }
}

TEST_CASE("what a package declined stays declined, and is not read") {
  PackageReader reader;
  Member unsafe = member_of("../x.txt");
  unsafe.status = FileStatus::refused;
  unsafe.problems.push_back({"unsafe-name", 0, ""});
  reader.documents["a.zip"] = package_with({unsafe, member_of("y.txt")});
  const Dossier dossier = read_all(dossier_of_paths("材料", {"a.zip"}), reader);
  CHECK(file_at(dossier, "a.zip/../x.txt").document.has_problem("unsafe-name"));
  CHECK(reader.given.count("a.zip/../x.txt") == 0);
}

TEST_CASE("the same member in two archives is read once, and so is the same archive") {
  PackageReader reader;
  reader.documents["a.zip"] = package_with({member_of("x.txt")});
  reader.documents["b.zip"] = package_with({member_of("x.txt")});
  Dossier given = dossier_of_paths("材料", {"a.zip", "b.zip", "c.zip"});
  given.files[2].sha256 = given.files[0].sha256;
  const Dossier dossier = read_all(given, reader);
  CHECK(file_at(dossier, "b.zip/x.txt").document.has_problem("duplicate"));
  CHECK(file_at(dossier, "c.zip").document.has_problem("duplicate"));
  CHECK(dossier.files.size() == 5);
}

TEST_CASE("packages without content are an empty dossier; damaged ones are not") {
  PackageReader reader;
  Document hollow = package_with({});
  hollow.problems.push_back({"empty-archive", 0, ""});
  reader.documents["a.zip"] = hollow;
  SECTION("dropped as the dossier") {
    const Dossier dossier = read_all(dossier_of_paths("a.zip", {"a.zip"}), reader);
    CHECK(dossier.files[0].document.has_problem("empty-dossier"));
    CHECK(dossier.files.size() == 1);
  }
  SECTION("in a folder, beside litter only") {
    Member litter = member_of("Thumbs.db");
    litter.status = FileStatus::ignored;
    reader.documents["b.zip"] = package_with({litter});
    const Dossier dossier = read_all(dossier_of_paths("材料", {"a.zip", "b.zip"}), reader);
    CHECK(file_at(dossier, "材料").document.has_problem("empty-dossier"));
  }
  SECTION("damaged") {
    reader.documents["a.zip"].status = FileStatus::unreadable;
    const Dossier dossier = read_all(dossier_of_paths("a.zip", {"a.zip"}), reader);
    CHECK_FALSE(dossier.files[0].document.has_problem("empty-dossier"));
  }
}
