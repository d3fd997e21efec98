// The guess of what a dossier costs: recognition counts, links and depth do not.
#include "pipeline/batch/cost_guess.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/ledger/scratch_folder.h"

namespace fs = std::filesystem;
using namespace biaoshen;
using biaoshen::test::ScratchFolder;

namespace {

void write(const fs::path& file, std::size_t bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << std::string(bytes, 'x');
}

}  // namespace

TEST_CASE("bytes and files of a whole tree are counted, through folders and not through links") {
  const ScratchFolder scratch;
  write(scratch / "d/a.txt", 100);
  write(scratch / "d/b/c.txt", 50);
  write(scratch / "elsewhere.txt", 1000);
  fs::create_symlink(scratch / "elsewhere.txt", scratch / "d/link.txt");
  fs::create_directory_symlink(scratch.path(), scratch / "d/loop");
  const TreeCost cost = guess_cost(scratch / "d");
  CHECK(cost.bytes == 150);
  CHECK(cost.files == 2);
  CHECK(guess_cost(scratch / "elsewhere.txt").files == 1);
}

TEST_CASE("scans cost more than texts of the same size, whatever the case of their names") {
  const ScratchFolder scratch;
  write(scratch / "text/a.docx", 500'000);
  write(scratch / "scan/a.PDF", 500'000);
  write(scratch / "shots/a.png", 100'000);
  write(scratch / "shots/b.JPG", 100'000);
  const double text = guess_cost(scratch / "text").seconds;
  CHECK(guess_cost(scratch / "scan").seconds > 3 * text);
  CHECK(guess_cost(scratch / "shots").seconds > 3 * text);
}

TEST_CASE("what is not there costs what looking costs") {
  CHECK(guess_cost("/nowhere/at/all").files == 0);
  CHECK(guess_cost("/nowhere/at/all").seconds > 0);
}
