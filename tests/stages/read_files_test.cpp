#include <catch2/catch.hpp>

#include <atomic>

#include "pipeline/stages/read_files.h"

using namespace biaoshen;

namespace {

class CountingReader final : public Reader {
 public:
  Document read(const File& file, const Limits&) override {
    ++reads;
    Document document;
    document.format = file.path;
    return document;
  }
  std::vector<Crop> crop(const File&, std::span<const CropRequest>, const Limits&) override {
    return {};
  }
  std::atomic<int> reads = 0;
};

Dossier dossier_of_files(const std::vector<std::pair<std::string, std::string>>& files) {
  Dossier dossier;
  for (const auto& [path, sha256] : files) {
    File file;
    file.path = path;
    file.sha256 = sha256;
    file.source = path;
    dossier.files.push_back(file);
  }
  return dossier;
}

}  // namespace

TEST_CASE("the order of the results is that of the files, however many read side by side") {
  CountingReader reader;
  Progress quiet;
  std::vector<std::pair<std::string, std::string>> files;
  for (int i = 0; i < 40; ++i)
    files.emplace_back("f" + std::to_string(i), "sha" + std::to_string(i));
  const Dossier dossier = read_files(dossier_of_files(files), reader, Limits(), 4, quiet);
  REQUIRE(dossier.files.size() == files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    CHECK(dossier.files[i].document.format == dossier.files[i].path);
    if (i > 0) CHECK(dossier.files[i - 1].path < dossier.files[i].path);
  }
}

TEST_CASE("the same content is read once and said to be a duplicate") {
  CountingReader reader;
  Progress quiet;
  const Dossier dossier =
      read_files(dossier_of_files({{"a.pdf", "same"}, {"b.pdf", "same"}, {"c.pdf", "other"}}),
                 reader, Limits(), 1, quiet);
  CHECK(reader.reads == 2);
  CHECK(dossier.files[1].document.has_problem("duplicate"));
  CHECK(dossier.files[1].document.format == "a.pdf");
}

TEST_CASE("what intake refused is not read, what it noted stays") {
  CountingReader reader;
  Progress quiet;
  Dossier dossier = dossier_of_files({{"a", "1"}, {"b", "2"}});
  dossier.files[0].document.status = FileStatus::refused;
  dossier.files[1].document.problems.push_back({"name-encoding", 0, ""});
  dossier = read_files(std::move(dossier), reader, Limits(), 1, quiet);
  CHECK(reader.reads == 1);
  CHECK(dossier.files[0].document.status == FileStatus::refused);
  CHECK(dossier.files[1].document.has_problem("name-encoding"));
}

TEST_CASE("a note about one file's name does not pass to a copy of it") {
  CountingReader reader;
  Progress quiet;
  Dossier dossier = dossier_of_files({{"a.pdf", "same"}, {"b.pdf", "same"}});
  dossier.files[0].document.problems.push_back({"name-encoding", 0, ""});
  dossier = read_files(std::move(dossier), reader, Limits(), 1, quiet);
  CHECK(dossier.files[0].document.has_problem("name-encoding"));
  CHECK_FALSE(dossier.files[1].document.has_problem("name-encoding"));
}

TEST_CASE("once the reader has trouble no further file is begun") {
  struct Troubled final : Reader {
    Document read(const File&, const Limits&) override {
      ++reads;
      return {};
    }
    std::vector<Crop> crop(const File&, std::span<const CropRequest>, const Limits&) override {
      return {};
    }
    std::optional<Error> trouble() const override {
      if (reads < 2) return std::nullopt;
      return Error{ErrorCode::output, "TMPDIR is full"};
    }
    int reads = 0;
  } reader;
  Progress quiet;
  read_files(dossier_of_files({{"a.pdf", "1"}, {"b.pdf", "2"}, {"c.pdf", "3"}, {"d.pdf", "4"}}),
             reader, Limits(), 1, quiet);
  CHECK(reader.reads == 2);
}

TEST_CASE("who is told that a file was read sees what it says") {
  class Listener final : public Progress {
   public:
    void read(const File& file) override { formats.push_back(file.document.format); }
    std::vector<std::string> formats;
  } listener;
  CountingReader reader;
  read_files(dossier_of_files({{"a", "1"}, {"b", "2"}}), reader, Limits(), 1, listener);
  CHECK(listener.formats == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a dossier's text has a limit, and which files are beyond it does not depend on time") {
  class TextReader final : public Reader {
   public:
    Document read(const File& file, const Limits&) override {
      Document document;
      document.pages.emplace_back();
      document.pages[0].number = 1;
      document.pages[0].text.assign(std::stoul(file.path.substr(1)), 'x');
      return document;
    }
    std::vector<Crop> crop(const File&, std::span<const CropRequest>, const Limits&) override {
      return {};
    }
  } reader;
  Progress quiet;
  Limits limits;
  limits.dossier_text = 100;
  for (const unsigned jobs : {1u, 4u}) {
    // 60 + 50 is over it: what comes after is refused, a copy too.
    const Dossier dossier =
        read_files(dossier_of_files({{"a60", "1"}, {"b50", "2"}, {"c1", "3"}, {"d60", "1"}}),
                   reader, limits, jobs, quiet);
    CHECK(dossier.files[0].document.status == FileStatus::read);
    CHECK(dossier.files[1].document.status == FileStatus::read);
    for (const std::size_t beyond : {2u, 3u}) {
      CHECK(dossier.files[beyond].document.status == FileStatus::refused);
      CHECK(dossier.files[beyond].document.has_problem("text-limit"));
      CHECK(dossier.files[beyond].document.pages.empty());
    }
  }
}
