#include "tests/convert/fake_office.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr const char* kScript = R"sh(#!/bin/sh
while [ $# -gt 1 ]; do
  case "$1" in
    --convert-to) to="$2" ;;
    --outdir) out="$2" ;;
  esac
  shift
done
if [ "$1" = --version ]; then echo "LibreOffice 7.4.7.2 40(Build:2)"; exit 0; fi
case "$(head -n 1 "$1")" in
  hang) sleep 600 & echo $! > "$(sed -n 2p "$1")"; wait ;;
  none) ;;
  fail) exit 3 ;;
  fill) n=0; while :; do n=$((n + 1)); head -c 100000 /dev/zero > "$out/$n"; done ;;
  link) ln -s /etc/hostname "$out/file.$to" ;;
  look)
    { for seen in /etc/passwd /home /root /run /var/log "$(sed -n 2p "$1")"; do
        [ -e "$seen" ] && echo "sees $seen"
      done
      for target in /usr/written /tmp/../etc/written "$(sed -n 2p "$1").written"; do
        (echo x > "$target") 2> /dev/null && echo "writes $target"
      done
      echo "processes $(ls /proc | grep -c '^[0-9]')"
      echo "networks $(sed 1,2d /proc/net/dev | grep -vc '^ *lo:')"
      grep CapEff /proc/self/status
      unshare -U true 2> /dev/null && echo "makes namespaces"
      true
    } > "$out/file.$to" ;;
  *) tail -n +2 "$1" > "$out/file.$to" ;;
esac
)sh";

}  // namespace

FakeOffice::FakeOffice() {
  std::string name = (fs::temp_directory_path() / "biaoshen-test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  folder_ = name;
  std::ofstream(folder_ / "office") << kScript;
  fs::permissions(folder_ / "office", fs::perms::owner_all);
}

FakeOffice::~FakeOffice() {
  std::error_code error;
  fs::remove_all(folder_, error);
}

ConversionSettings FakeOffice::settings() const {
  return {folder_ / "office", folder_ / "no-sandbox", true};
}

ConversionSettings FakeOffice::sandboxed_settings() const {
  return {folder_ / "office", ConversionSettings().sandbox, false};
}

fs::path FakeOffice::file(std::string_view content) {
  const fs::path path = folder_ / ("file-" + std::to_string(++files_));
  std::ofstream(path) << content;
  return path;
}

std::string content_of(const fs::path& file) {
  std::ostringstream content;
  content << std::ifstream(file).rdbuf();
  return content.str();
}

}  // namespace biaoshen
