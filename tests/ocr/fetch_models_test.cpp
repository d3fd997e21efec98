// extractors/ocr/fetch_models with an `npm` of the test's own: no network.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

// A folder with a package a@1 of one file, an npm that packs it and counts, and a lock.
struct Registry {
  fs::path root;

  Registry() {
    std::string name = (fs::temp_directory_path() / "fetch-models-XXXXXX").string();
    root = ::mkdtemp(name.data());
    write("package/net.onnx", "a net");
    write("bin/npm", "#!/bin/sh\necho call >> " + (root / "calls").string() +
                         "\nexec tar -czf a-1.tgz --mtime=@0 --owner=0 --group=0 -C " +
                         root.string() + " package\n");
    fs::permissions(root / "bin/npm", fs::perms::owner_all);
    REQUIRE(run("cd '" + root.string() +
                "' && bin/npm && openssl dgst -sha512 -binary a-1.tgz | base64 -w0 > hash && rm "
                "calls") == 0);
  }
  ~Registry() { fs::remove_all(root); }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((root / name).parent_path());
    std::ofstream(root / name, std::ios::binary) << text;
  }
  void lock(const std::string& hash) const {
    write("lock", "# models\na@1 " + hash + "\n  package/net.onnx sub/net.onnx\n");
  }
  static int run(const std::string& command) { return std::system(command.c_str()); }
  int fetch() const {
    return run("PATH='" + (root / "bin").string() + "':\"$PATH\" MODELS_LOCK='" +
               (root / "lock").string() + "' " SOURCE_DIR "/extractors/ocr/fetch_models '" +
               (root / "models").string() + "' 2>'" + (root / "said").string() + "'");
  }
};

}  // namespace

TEST_CASE("models are fetched once; a complete folder is left alone") {
  const Registry registry;
  registry.lock(read(registry.root / "hash"));
  REQUIRE(registry.fetch() == 0);
  CHECK(read(registry.root / "models/sub/net.onnx") == "a net");
  CHECK(read(registry.root / "calls") == "call\n");
  REQUIRE(registry.fetch() == 0);
  CHECK(read(registry.root / "calls") == "call\n");
  CHECK(read(registry.root / "said").empty());
}

TEST_CASE("an archive with another hash is refused, and nothing is left behind") {
  const Registry registry;
  registry.lock("AAAA");
  CHECK(registry.fetch() != 0);
  CHECK(read(registry.root / "said").find("models.lock says AAAA") != std::string::npos);
  CHECK_FALSE(fs::exists(registry.root / "models"));
  for (const auto& entry : fs::directory_iterator(registry.root))
    CHECK(entry.path().filename().string().rfind("models.", 0) != 0);
}

TEST_CASE("another lock fetches again") {
  const Registry registry;
  registry.lock(read(registry.root / "hash"));
  REQUIRE(registry.fetch() == 0);
  registry.write("lock",
                 "a@1 " + read(registry.root / "hash") + "\n  package/net.onnx other.onnx\n");
  REQUIRE(registry.fetch() == 0);
  CHECK(fs::exists(registry.root / "models/other.onnx"));
  CHECK_FALSE(fs::exists(registry.root / "models/sub"));
}
