#include "extractors/convert/office_conversion.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>
#include <utility>
#include <vector>

#include "pipeline/base/open_plain.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr double kSecondsToLook = 20;

// What a new profile is told: no macro ever runs, nothing outside is loaded.
constexpr std::string_view kProfile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
)";

// Nothing of this machine is there but programs, fonts and the settings of the office; no network,
// no processes of others, no rights, and no way to a namespace in which it would have some.
constexpr const char* kConfinement =
    "--unshare-all --unshare-user --disable-userns --cap-drop ALL --die-with-parent --new-session "
    "--ro-bind /usr /usr "
    "--symlink usr/bin /bin --symlink usr/sbin /sbin "
    "--symlink usr/lib /lib --symlink usr/lib64 /lib64 "
    "--ro-bind-try /etc/ld.so.cache /etc/ld.so.cache "
    "--ro-bind-try /etc/alternatives /etc/alternatives "
    "--ro-bind-try /etc/fonts /etc/fonts "
    "--ro-bind-try /var/cache/fontconfig /var/cache/fontconfig "
    "--ro-bind-try /etc/libreoffice /etc/libreoffice "
    "--ro-bind-try /var/lib/libreoffice /var/lib/libreoffice "
    "--dev /dev --proc /proc --tmpfs /tmp";

std::vector<std::string> words_of(const char* text) {
  std::istringstream words(text);
  return {std::istream_iterator<std::string>(words), {}};
}

// An office that is not of the system's packages, which are below /usr: itself, and where links
// lead to FOLDER/program/soffice, that folder.
std::vector<std::string> shown_office(const fs::path& office) {
  std::vector<std::string> words;
  const auto show = [&](const fs::path& path) {
    if (path.string().starts_with("/usr/") || path == path.root_path()) return;
    words.insert(words.end(), {"--ro-bind", path.string(), path.string()});
  };
  std::error_code error;
  const fs::path folder = fs::canonical(office, error).parent_path();
  if (!error && folder.filename() == "program") show(folder.parent_path());
  show(office);
  return words;
}

bool write_profile(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder / "profile" / "user", error);
  std::ofstream file(folder / "profile" / "user" / "registrymodifications.xcu");
  file << kProfile;
  return static_cast<bool>(file.flush());
}

// A copy, for a program that takes paths: it is not to follow a link either.
bool copy_plain_file(const fs::path& from, const fs::path& to) {
  const auto opened = open_plain_file(from);
  std::ofstream copy(to, std::ios::binary);
  std::vector<char> buffer(1 << 16);
  ssize_t got = opened ? 1 : -1;
  for (off_t at = 0; got > 0 && copy; at += got) {
    got = ::pread(opened->value(), buffer.data(), buffer.size(), at);
    if (got > 0) copy.write(buffer.data(), got);
  }
  return got == 0 && copy.flush();
}

// "LibreOffice 7.4.7.2 40(Build:2)" -> "LibreOffice 7.4"
std::string name_in(const fs::path& said) {
  std::ifstream file(said);
  std::string name, version;
  file >> name >> version;
  const std::size_t first = version.find('.');
  if (first == std::string::npos || name.size() > 40 || version.size() > 40) return {};
  return name + " " + version.substr(0, version.find('.', first + 1));
}

}  // namespace

OfficeConversion::~OfficeConversion() {
  std::error_code error;
  if (!home_.empty()) fs::remove_all(home_, error);
}

fs::path OfficeConversion::new_folder() {
  const std::lock_guard lock(access_);
  std::error_code error;
  if (home_.empty()) {
    const fs::path temporary = fs::canonical(fs::temp_directory_path(error), error);
    std::string name = (temporary / "biaoshen-office-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) return no_room();
    home_ = name;
  }
  const fs::path folder = home_ / std::to_string(++count_);
  fs::create_directory(folder, error);
  return error || !write_profile(folder) ? no_room() : folder;
}

fs::path OfficeConversion::no_room() {
  trouble_ = Error{ErrorCode::output, "TMPDIR: no room for files on their way through " +
                                          settings_.office.string() +
                                          "; make room, or set TMPDIR to a larger disk"};
  return {};
}

// On a disk that is full nothing is made, just as of a file that cannot be converted.
void OfficeConversion::look_for_room() {
  constexpr std::uintmax_t kLeast = 16u << 20;
  const std::lock_guard lock(access_);
  std::error_code error;
  if (!home_.empty() && fs::space(home_, error).available < kLeast) no_room();
}

std::optional<Error> OfficeConversion::trouble() const {
  const std::lock_guard lock(access_);
  return trouble_;
}

std::vector<std::string> OfficeConversion::command(const fs::path& folder) const {
  std::vector<std::string> all;
  if (is_sandboxed_) {
    const std::string own = folder.string();
    all = words_of(kConfinement);
    all.insert(all.begin(), settings_.sandbox.string());
    for (std::string& word : shown_office(settings_.office)) all.push_back(std::move(word));
    all.insert(all.end(), {"--bind", own, own, "--chdir", own, "--"});
  }
  all.push_back(settings_.office.string());
  all.push_back("-env:UserInstallation=file://" + (folder / "profile").string());
  return all;
}

// It is asked for its version in the way in which it will run: that tells whether it can.
void OfficeConversion::look() {
  name_ = "";
  std::error_code error;
  if (!fs::exists(settings_.office, error)) return;
  for (const bool is_sandboxed : {true, false}) {
    if (is_sandboxed ? !fs::exists(settings_.sandbox, error) : !settings_.allow_unsandboxed)
      continue;
    const fs::path folder = new_folder();
    if (folder.empty()) return;
    is_sandboxed_ = is_sandboxed;
    std::vector<std::string> version = command(folder);
    version.push_back("--version");
    ProgramLimits limits;
    limits.seconds = kSecondsToLook;
    if (run_program(version, folder, limits) == ProgramEnd::done) name_ = name_in(folder / "said");
    fs::remove_all(folder, error);
    if (!name_->empty()) return;
  }
  look_for_room();
}

bool OfficeConversion::is_available() {
  return !name().empty();
}

std::string OfficeConversion::name() {
  const std::lock_guard lock(looking_);
  if (!name_) look();
  return *name_;
}

OfficeConversion::Converted OfficeConversion::convert(const fs::path& source, std::string_view from,
                                                      std::string_view to,
                                                      const ProgramLimits& limits) {
  Converted converted{ProgramEnd::not_started, {}};
  const fs::path folder = is_available() ? new_folder() : fs::path();
  if (folder.empty()) return converted;
  std::error_code error;
  const fs::path copy = folder / ("file." + std::string(from));
  if (!copy_plain_file(source, copy)) {
    look_for_room();
    return converted;
  }
  fs::create_directory(folder / "out", error);
  std::vector<std::string> words = command(folder);
  words.insert(words.end(),
               {"--headless", "--norestore", "--nolockcheck", "--convert-to", std::string(to),
                "--outdir", (folder / "out").string(), copy.string()});
  converted.end = run_program(words, folder, limits);
  // One name, no link: whoever wrote there may have been made to.
  const fs::path made = folder / "out" / ("file." + std::string(to));
  const bool is_made = converted.end == ProgramEnd::done &&
                       fs::symlink_status(made, error).type() == fs::file_type::regular;
  if (is_made) {
    converted.file = folder / ("converted." + std::string(to));
    fs::rename(made, converted.file, error);
  } else if (converted.end == ProgramEnd::done) {
    converted.end = ProgramEnd::failed;
  }
  if (!is_made) look_for_room();
  fs::remove_all(folder / "profile", error);
  fs::remove_all(folder / "out", error);
  fs::remove(copy, error);
  return converted;
}

}  // namespace biaoshen
